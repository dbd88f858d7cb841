/* Reading a REFI-QDA project. */
#include "refi/project.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "refi/codebook.h"
#include "refi/guid.h"
#include "refi/source_text.h"
#include "refi/xml.h"
#include "voice/say.h"

enum { SELECTIONS_MAX = 8, PARENTS_MAX = 64, SHORT = 8 };

/* A selection that is open: a PDF's may hold that of its text. */
struct selection {
    struct span segment, user;
    int64_t debut, fin;
    bool refused; /* its positions cannot be read: said */
};

/* Where the reading of a project stands: what was opened and not yet closed, and what is kept until
 * all is. */
struct project_reading {
    struct project *p;
    const struct refi *q;
    const char *folder;
    struct refi_place place;
    struct source_text text;
    struct span recit, source, codeur; /* the source that is open, its GUID; who coded */
    struct selection selections[SELECTIONS_MAX];
    size_t selections_n, elements;
    struct span parents[PARENTS_MAX]; /* codes that are open: where they stand in the tree */
    size_t parents_n;
    size_t depth, source_depth; /* of elements; of the source that is open, 0: none */
    bool coding, quoting, told;
};

static struct span copy(struct project_reading *x, const char *s)
{
    return aet_arena_copy(&x->p->arena, aet_span_z(s));
}

static struct span guid(struct project_reading *x, const char *s)
{
    char plain[37];

    aet_refi_guid_plain(s, plain);
    return copy(x, plain);
}

static struct span guid_at(struct project_reading *x, const char **attributes, const char *name)
{
    return guid(x, aet_xml_attribute(attributes, name));
}

static void say(struct project_reading *x, const struct rule *rule, struct span value)
{
    char *text = aet_span_dup(value);

    aet_refi_say(x->q, rule, &x->place, text, NULL);
    x->p->errors += rule->gravity == ERREUR;
    x->p->warnings += rule->gravity == AVERTISSEMENT;
    aet_free(text);
}

static void enrol_user(struct project_reading *x, const char **attributes)
{
    const char *name = aet_xml_attribute(attributes, "name");
    struct span id = guid_at(x, attributes, "guid");

    if (!name || !*name)
        name = aet_xml_attribute(attributes, "id");
    aet_refi_directory_add(&x->p->users,
                           (struct named){ id, name && *name ? copy(x, name) : id,
                                           aet_span(id.p, id.n < SHORT ? id.n : SHORT) });
}

/* The way to it in the tree, "Contextes > Autre", tells two codes of one name apart. */
static void enrol_code(struct project_reading *x, const char **attributes)
{
    const char *name = aet_xml_attribute(attributes, "name");
    struct span id = guid_at(x, attributes, "guid"), label = name && *name ? copy(x, name) : id;
    struct buf way = { 0 };

    if (x->parents_n && x->parents_n <= PARENTS_MAX) {
        aet_buf_span(&way, x->parents[x->parents_n - 1]);
        aet_buf_str(&way, AET_REFI_WAY);
    }
    aet_buf_span(&way, label);
    aet_refi_directory_add(
        &x->p->codes,
        (struct named){ id, label, aet_arena_copy(&x->p->arena, aet_buf_view(&way)) });
    if (x->parents_n < PARENTS_MAX)
        x->parents[x->parents_n] = x->p->codes.items[x->p->codes.n - 1].apart;
    x->parents_n++;
    aet_buf_free(&way);
}

static bool ends(const char *s, const char *end)
{
    size_t n = strlen(s), k = strlen(end);

    return n >= k && strcmp(s + n - k, end) == 0;
}

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* The text of what is open, when a path names it and its folder was given. */
static void load(struct project_reading *x, const char **attributes)
{
    const char *path = aet_xml_attribute(attributes, "plainTextPath");

    aet_refi_source_text_clear(&x->text);
    if (!path || !x->folder)
        return;
    aet_refi_source_text_load(&x->text, x->folder, path);
    if (x->text.state == TEXT_ERROR)
        aet_voice_system(x->q->voice, path, errno);
    if (x->text.state == TEXT_NOT_UTF8)
        say(x, x->q->rules->not_utf8, x->recit);
    x->told = x->text.state == TEXT_ERROR || x->text.state == TEXT_NOT_UTF8;
}

static void begin_source(struct project_reading *x, const char **attributes)
{
    const char *name = aet_xml_attribute(attributes, "name");

    x->source_depth = x->depth;
    x->source = guid_at(x, attributes, "guid");
    x->recit = name && *name ? copy(x, name) : x->source;
    x->told = false;
    load(x, attributes);
}

/* A whole number of an attribute, or NO_POSITION. */
static int64_t number(const char **attributes, const char *name)
{
    const char *v = aet_xml_attribute(attributes, name);
    char *end;
    long long n;

    if (!v || *v < '0' || *v > '9')
        return NO_POSITION;
    errno = 0;
    n = strtoll(v, &end, 10);
    return *end || errno ? NO_POSITION : (int64_t)n;
}

/* "page 3 10,20-100,200", "0-1500": attributes one after the other, or the GUID when one is not
 * there. Two people who marked the same place have different GUIDs. */
static struct span coordinates(struct project_reading *x, const char **attributes,
                               const char *const *parts)
{
    struct buf text = { 0 };
    struct span out;

    for (size_t i = 0; parts[i]; i += 2) {
        const char *v = aet_xml_attribute(attributes, parts[i + 1]);

        if (!v) {
            aet_buf_free(&text);
            return guid_at(x, attributes, "guid");
        }
        aet_buf_str(&text, parts[i]);
        aet_buf_str(&text, v);
    }
    out = aet_arena_copy(&x->p->arena, aet_buf_view(&text));
    aet_buf_free(&text);
    return out;
}

static struct span identify(struct project_reading *x, const char *name, const char **attributes)
{
    static const char *const page[] = { "page ", "page",    " ", "firstX",  ",", "firstY",
                                        "-",     "secondX", ",", "secondY", NULL };
    static const char *const picture[] = { "",        "firstX", ",",       "firstY", "-",
                                           "secondX", ",",      "secondY", NULL };
    static const char *const recording[] = { "", "begin", "-", "end", NULL };
    static const char *const transcript[] = { "", "fromSyncPoint", "-", "toSyncPoint", NULL };

    if (is(name, "PDFSelection"))
        return coordinates(x, attributes, page);
    if (is(name, "PictureSelection"))
        return coordinates(x, attributes, picture);
    if (is(name, "AudioSelection") || is(name, "VideoSelection"))
        return coordinates(x, attributes, recording);
    if (is(name, "TranscriptSelection"))
        return coordinates(x, attributes, transcript);
    return guid_at(x, attributes, "guid");
}

static void refuse(struct project_reading *x, struct selection *t, const char **attributes)
{
    const char *from = aet_xml_attribute(attributes, "startPosition");
    const char *to = aet_xml_attribute(attributes, "endPosition");
    struct buf text = { 0 };

    aet_buf_str(&text, from ? from : "");
    aet_buf_char(&text, '-');
    aet_buf_str(&text, to ? to : "");
    say(x, x->q->rules->position, aet_buf_view(&text));
    aet_buf_free(&text);
    t->refused = true;
}

static void begin_selection(struct project_reading *x, const char *name, const char **attributes)
{
    bool text = is(name, "PlainTextSelection");
    struct selection *t =
        &x->selections[x->selections_n < SELECTIONS_MAX ? x->selections_n : SELECTIONS_MAX - 1];

    *t = (struct selection){ .segment = identify(x, name, attributes),
                             .user = guid_at(x, attributes, "creatingUser"),
                             .debut = text ? number(attributes, "startPosition") : NO_POSITION,
                             .fin = text ? number(attributes, "endPosition") : NO_POSITION };
    x->selections_n++;
    if (text && (t->debut < 0 || t->fin < t->debut))
        refuse(x, t, attributes);
}

/* The text of a selection, when it is at hand; what is not is said once a source. */
static struct span quote(struct project_reading *x, const struct selection *t)
{
    struct span text;

    if (!t || t->debut < 0)
        return AET_LIT("");
    if (x->text.state != TEXT_READY) {
        if (!x->told)
            say(x, x->q->rules->no_text, x->recit);
        x->told = true;
        return AET_LIT("");
    }
    if (!aet_refi_source_text_slice(&x->text, (uint64_t)t->debut, (uint64_t)t->fin, &text)) {
        say(x, x->q->rules->beyond, t->segment);
        return AET_LIT("");
    }
    return aet_arena_copy(&x->p->arena, text);
}

/* The selection that is open, the `up`-th outwards; NULL: none. */
static const struct selection *selection(const struct project_reading *x, size_t up)
{
    size_t n = x->selections_n < SELECTIONS_MAX ? x->selections_n : SELECTIONS_MAX;

    return n > up ? &x->selections[n - 1 - up] : NULL;
}

/* The text that positions are counted in: that of the source, or of a region of one of its pages,
 * "Rapport · page 2 10,20-100,40". */
static struct span whose_text(struct project_reading *x)
{
    const struct selection *region = selection(x, 1);
    struct buf name = { 0 };
    struct span out;

    if (!region)
        return x->recit;
    aet_buf_span(&name, x->recit);
    aet_buf_str(&name, " · ");
    aet_buf_span(&name, region->segment);
    out = aet_arena_copy(&x->p->arena, aet_buf_view(&name));
    aet_buf_free(&name);
    return out;
}

static void add_coding(struct project_reading *x, const char *target)
{
    struct project *p = x->p;
    const struct selection *t = selection(x, 0);
    bool in_text = !t || t->debut >= 0;

    if (t && t->refused)
        return;
    p->codings = aet_grow(p->codings, &p->cap, p->n, sizeof *p->codings);
    p->codings[p->n++] = (struct coding){ .recit = whose_text(x),
                                          .segment = t ? t->segment : x->source,
                                          .codeur = x->codeur.n || !t ? x->codeur : t->user,
                                          .code = guid(x, target),
                                          .texte = quote(x, t),
                                          .debut = t ? t->debut : NO_POSITION,
                                          .fin = t ? t->fin : NO_POSITION,
                                          .longueur = in_text && x->text.state == TEXT_READY
                                                          ? (int64_t)x->text.length
                                                          : NO_POSITION,
                                          .line = x->place.line,
                                          .column = x->place.column };
}

/* Within a source: its text, its selections, its codings. */
static void open_in_source(struct project_reading *x, const char *name, const char **attributes)
{
    if (is(name, "Representation") || is(name, "Transcript") || is(name, "TextDescription")) {
        load(x, attributes);
    } else if (ends(name, "Selection")) {
        begin_selection(x, name, attributes);
    } else if (is(name, "Coding")) {
        x->coding = true;
        x->codeur = guid_at(x, attributes, "creatingUser");
    } else if (is(name, "CodeRef") && x->coding) {
        add_coding(x, aet_xml_attribute(attributes, "targetGUID"));
    } else if (is(name, "PlainTextContent")) {
        aet_refi_source_text_clear(&x->text);
        x->quoting = true;
    }
}

static bool on_open(void *to, const char *name, const char **attributes)
{
    static const struct text expected = { "un projet REFI-QDA", "a REFI-QDA project" };
    struct project_reading *x = to;

    x->depth++;
    if (x->elements++ == 0 && !is(name, "Project")) {
        aet_refi_say(x->q, x->q->rules->root, &x->place, name, &expected);
        return false;
    }
    if (x->source_depth)
        open_in_source(x, name, attributes);
    else if (is(name, "User"))
        enrol_user(x, attributes);
    else if (is(name, "Code"))
        enrol_code(x, attributes);
    else if (ends(name, "Source"))
        begin_source(x, attributes);
    return true;
}

static void on_close(void *to, const char *name)
{
    struct project_reading *x = to;

    if (x->quoting && is(name, "PlainTextContent")) {
        x->quoting = false;
        aet_refi_source_text_ready(&x->text);
    } else if (is(name, "Coding")) {
        x->coding = false;
    } else if (x->selections_n && ends(name, "Selection")) {
        x->selections_n--;
    } else if (x->parents_n && is(name, "Code")) {
        x->parents_n--;
    } else if (x->depth == x->source_depth) {
        x->source_depth = 0;
        x->selections_n = 0;
    }
    x->depth--;
}

static void on_text(void *to, struct span text)
{
    struct project_reading *x = to;

    if (x->quoting)
        aet_buf_span(&x->text.text, text);
}

static void homonyms(void *to, struct span name)
{
    struct project_reading *x = to;

    say(x, x->q->rules->homonyms, name);
}

bool aet_refi_project_read(struct project *p, const struct refi *q, struct span text,
                           const char *file, const char *folder)
{
    static const struct refi_reader reader = { on_open, on_close, on_text };
    struct project_reading x = { .p = p, .q = q, .folder = folder, .place = { file, 1, 1 } };
    bool ok = aet_refi_xml_read(q, text, &reader, &x, &x.place);

    if (ok) {
        aet_refi_directory_close(&p->users, &p->arena, homonyms, &x);
        aet_refi_directory_close(&p->codes, &p->arena, NULL, NULL);
    }
    aet_refi_source_text_free(&x.text);
    return ok;
}

void aet_refi_project_free(struct project *p)
{
    aet_refi_directory_free(&p->users);
    aet_refi_directory_free(&p->codes);
    aet_free(p->codings);
    aet_arena_free(&p->arena);
}
