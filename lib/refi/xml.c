/* Expat, and what stands around it. */
#include "refi/xml.h"

#include <errno.h>
#include <unistd.h>

#include "io/file.h"
#include "repa/rules.h"

#ifdef AET_EXPAT
#include <expat.h>
#endif

const char *aet_xml_attribute(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strcmp(attributes[0], name) == 0)
            return attributes[1];
    return NULL;
}

void aet_guid_plain(const char *guid, char out[37])
{
    size_t n = 0;

    for (; guid && *guid && n < 36; guid++) {
        char c = *guid;

        if (c != '{' && c != '}' && c != ' ')
            out[n++] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
    }
    out[n] = '\0';
}

void aet_rep_file(struct session *s, int rule, const struct xml_place *place, const char *valeur,
                  const char *attendu)
{
    struct diag_place where = { .file = place->file, .line = place->line, .column = place->column };
    struct diag x = { .rule = &aet_rules_rep[rule] };
    struct buf text = { 0 };

    if (valeur)
        x.args[x.n++] = (struct diag_arg){ "valeur", aet_span_z(valeur) };
    if (attendu)
        x.args[x.n++] = (struct diag_arg){ "attendu", aet_span_z(attendu) };
    if (s->voice.json)
        aet_diag_json(&text, &x, &where, s->voice.lang);
    else
        aet_diag_text(&text, &x, &where, s->voice.lang, s->voice.colour);
    fwrite(text.p, 1, text.n, stderr);
    aet_buf_free(&text);
}

bool aet_session_slurp(struct session *s, struct buf *out)
{
    static const struct text many = { "un fichier à la fois : « {valeur} » est de trop",
                                      "one file at a time: “{valeur}” is one too many" };
    static const struct text archive = {
        "« {valeur} » est une archive (.qdpx, .zip, .xlsx). D’un projet REFI-QDA : unzip -p "
        "projet.qdpx '*.qde' | aet-repa {autre}",
        "“{valeur}” is an archive (.qdpx, .zip, .xlsx). From a REFI-QDA project: unzip -p "
        "project.qdpx '*.qde' | aet-repa {autre}"
    };
    const char *name = s->command.operands_n ? s->command.operands[0] : "-";
    bool ok;

    if (s->command.operands_n > 1) {
        aet_complain_usage(&s->voice, many, s->command.operands[1], "");
        return false;
    }
    ok = strcmp(name, "-") == 0 ? aet_fd_read(STDIN_FILENO, out) : aet_file_read(name, out);
    if (!ok)
        aet_complain_system(&s->voice, name, errno);
    if (ok && aet_span_starts(aet_buf_view(out), AET_LIT("PK\3\4"))) {
        aet_complain(&s->voice, archive, name, s->command.verb->name);
        ok = false;
    }
    return ok;
}

#ifdef AET_EXPAT

struct xml_parse {
    const struct xml_reader *r;
    void *to;
    XML_Parser parser;
    struct xml_place *place;
    bool refused;
};

static const char *local(const char *name)
{
    const char *colon = strrchr(name, ':');

    return colon ? colon + 1 : name;
}

static void follow(struct xml_parse *x)
{
    x->place->line = XML_GetCurrentLineNumber(x->parser);
    x->place->column = XML_GetCurrentColumnNumber(x->parser) + 1;
}

static void on_open(void *data, const XML_Char *name, const XML_Char **attributes)
{
    struct xml_parse *x = data;

    follow(x);
    if (x->r->open(x->to, local(name), attributes))
        return;
    x->refused = true;
    XML_StopParser(x->parser, XML_FALSE);
}

static void on_close(void *data, const XML_Char *name)
{
    struct xml_parse *x = data;

    follow(x);
    x->r->close(x->to, local(name));
}

static void on_text(void *data, const XML_Char *text, int n)
{
    struct xml_parse *x = data;

    x->r->text(x->to, aet_span(text, (size_t)n));
}

bool aet_xml_read(struct session *s, struct span text, const struct xml_reader *r, void *to,
                  struct xml_place *place)
{
    struct xml_parse x = { .r = r, .to = to, .place = place };
    bool ok = true;

    x.parser = XML_ParserCreate(NULL);
    if (!x.parser)
        aet_malloc(SIZE_MAX / 2); /* out of memory, said the one way there is */
    XML_SetUserData(x.parser, &x);
    XML_SetElementHandler(x.parser, on_open, on_close);
    XML_SetCharacterDataHandler(x.parser, on_text);
    do { /* in pieces: expat counts in int */
        size_t n = text.n < (1 << 20) ? text.n : 1 << 20;

        ok = XML_Parse(x.parser, text.p, (int)n, n == text.n) == XML_STATUS_OK;
        text = aet_span_from(text, n);
    } while (ok && text.n);
    if (!ok && !x.refused) {
        follow(&x);
        aet_rep_file(s, REP_XML, place, NULL, NULL);
    }
    XML_ParserFree(x.parser);
    return ok;
}

#else

bool aet_xml_read(struct session *s, struct span text, const struct xml_reader *r, void *to,
                  struct xml_place *place)
{
    static const struct text without = {
        "cet aet-repa a été compilé sans expat : il ne lit pas le XML de REFI-QDA",
        "this aet-repa was built without expat: it does not read the XML of REFI-QDA"
    };

    (void)text, (void)r, (void)to, (void)place;
    aet_complain(&s->voice, without, "", "");
    return false;
}

#endif
