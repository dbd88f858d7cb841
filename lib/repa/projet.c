/* `segments`: the codings of a REFI-QDA project (.qde) as segment records: narrative (the source),
 * segment (the GUID of the selection), coder, code, text when it is at hand, positions. */
#include <stdlib.h>

#include "base/names.h"
#include "base/utf8.h"
#include "io/csv_row.h"
#include "io/json.h"
#include "record/sheet.h"
#include "repa/records.h"
#include "repa/rules.h"
#include "repa/verbs.h"
#include "repa/xml.h"
#include "run/pseudonymes.h"

enum { BORNE = 256, SANS_POSITION = -1 };

/* What a GUID names. */
struct nomme {
    struct span guid, name;
};

struct annuaire {
    struct nomme *items;
    size_t n, cap;
};

/* A coding, its references resolved once all is read. */
struct codage {
    struct span recit, segment, codeur, code, texte; /* codeur, code: GUIDs */
    int64_t debut, fin;
    uint64_t line, column;
};

struct projet {
    struct session *s;
    struct xml_place place;
    struct arena arena;
    struct annuaire users, codes;
    struct codage *codages;
    size_t n, cap, elements;
    /* where the reading stands: */
    struct span recit, selection, selecteur, codeur;
    int64_t debut, fin;
    size_t depth, source_depth; /* of elements; of the source that is open, 0: none */
    bool selected, coding, quoting, told;
    struct buf text; /* of the source */
    bool has_text;
    size_t *marks; /* bytes at each BORNE-th character of the text */
    size_t marks_n, marks_cap;
    size_t errors;
};

static struct span copy(struct projet *p, const char *s)
{
    return aet_arena_copy(&p->arena, aet_span_z(s));
}

static struct span guid(struct projet *p, const char *s)
{
    char plain[37];

    aet_guid_plain(s, plain);
    return copy(p, plain);
}

static void enrol(struct projet *p, struct annuaire *a, const char **attributes)
{
    const char *name = aet_xml_attribute(attributes, "name");

    a->items = aet_grow(a->items, &a->cap, a->n, sizeof *a->items);
    a->items[a->n++] = (struct nomme){ guid(p, aet_xml_attribute(attributes, "guid")),
                                       copy(p, name ? name : "") };
}

static int by_guid(const void *x, const void *y)
{
    return aet_span_cmp(((const struct nomme *)x)->guid, ((const struct nomme *)y)->guid);
}

static const struct nomme *look_up(const struct annuaire *a, struct span guid_)
{
    struct nomme key = { guid_, { "", 0 } };

    return a->n ? bsearch(&key, a->items, a->n, sizeof *a->items, by_guid) : NULL;
}

static bool ends(const char *s, const char *end)
{
    size_t n = strlen(s), k = strlen(end);

    return n >= k && strcmp(s + n - k, end) == 0;
}

/* Remember where every BORNE-th character begins, so that a selection is found in a few steps. */
static void mark_text(struct projet *p)
{
    size_t count = 0;

    p->marks_n = 0;
    for (size_t i = 0; i < p->text.n; i++) {
        if (((unsigned char)p->text.p[i] & 0xC0) == 0x80)
            continue;
        if (count++ % BORNE)
            continue;
        p->marks = aet_grow(p->marks, &p->marks_cap, p->marks_n, sizeof *p->marks);
        p->marks[p->marks_n++] = i;
    }
    p->has_text = true;
}

/* The byte where character `at` begins; the end for the one behind the last; SIZE_MAX beyond. */
static size_t byte_of(const struct projet *p, int64_t at)
{
    size_t mark = (size_t)at / BORNE, left = (size_t)at % BORNE, i;

    if (mark >= p->marks_n)
        return at == (int64_t)aet_utf8_count(aet_buf_view(&p->text)) ? p->text.n : SIZE_MAX;
    for (i = p->marks[mark]; left; left--) {
        if (i >= p->text.n)
            return SIZE_MAX;
        for (i++; i < p->text.n && ((unsigned char)p->text.p[i] & 0xC0) == 0x80; i++)
            ;
    }
    return i;
}

/* `internal://GUID.txt` in the folder of --sources. */
static void read_source(struct projet *p, const char *path)
{
    const char *folder = p->s->values[REPA_OPT_SOURCES], *name = path ? strrchr(path, '/') : NULL;
    struct buf file = { 0 };
    FILE *f;
    size_t n;

    aet_buf_clear(&p->text);
    p->has_text = false;
    if (!folder || !path)
        return;
    aet_buf_str(&file, folder);
    aet_buf_char(&file, '/');
    aet_buf_str(&file, name ? name + 1 : path);
    f = fopen(aet_buf_z(&file), "rb");
    while (f && (n = fread(aet_buf_room(&p->text, 65536), 1, 65536, f)) > 0)
        p->text.n += n;
    if (f) {
        fclose(f);
        if (aet_span_starts(aet_buf_view(&p->text), AET_LIT("\xEF\xBB\xBF"))) {
            memmove(p->text.p, p->text.p + 3, p->text.n - 3);
            p->text.n -= 3;
        }
        if (aet_utf8_bad(aet_buf_view(&p->text)) == p->text.n)
            mark_text(p);
        else
            aet_buf_clear(&p->text);
    }
    aet_buf_free(&file);
}

static void begin_source(struct projet *p, const char **attributes)
{
    const char *name = aet_xml_attribute(attributes, "name");

    p->source_depth = p->depth;
    p->recit = copy(p, name ? name : "");
    if (!p->recit.n)
        p->recit = guid(p, aet_xml_attribute(attributes, "guid"));
    p->told = false;
    read_source(p, aet_xml_attribute(attributes, "plainTextPath"));
}

/* A whole number of an attribute; SANS_POSITION without it; -2 when it is none. */
static int64_t number(const char **attributes, const char *name)
{
    const char *v = aet_xml_attribute(attributes, name);
    char *end;
    long long n;

    if (!v)
        return SANS_POSITION;
    n = strtoll(v, &end, 10);
    return *v >= '0' && *v <= '9' && !*end ? (int64_t)n : -2;
}

static void begin_selection(struct projet *p, const char *name, const char **attributes)
{
    bool text = strcmp(name, "PlainTextSelection") == 0;
    const char *user = aet_xml_attribute(attributes, "creatingUser");

    p->selected = true;
    p->selection = guid(p, aet_xml_attribute(attributes, "guid"));
    p->selecteur = guid(p, user ? user : "");
    p->debut = text ? number(attributes, "startPosition") : SANS_POSITION;
    p->fin = text ? number(attributes, "endPosition") : SANS_POSITION;
    if (text && (p->debut < 0 || p->fin < p->debut)) {
        const char *from = aet_xml_attribute(attributes, "startPosition");

        aet_rep_file(p->s, REP_XML_POSITION, &p->place, from ? from : "", NULL);
        p->errors++;
        p->debut = p->fin = -2;
    }
}

/* The text of the selection, when it is at hand. */
static struct span quote(struct projet *p)
{
    size_t from, to;

    if (p->debut < 0)
        return AET_LIT("");
    if (!p->has_text) {
        char *name = aet_span_dup(p->recit);

        if (!p->told)
            aet_rep_file(p->s, REP_XML_SANS_TEXTE, &p->place, name, NULL);
        p->told = true;
        aet_free(name);
        return AET_LIT("");
    }
    from = byte_of(p, p->debut);
    to = byte_of(p, p->fin);
    if (from == SIZE_MAX || to == SIZE_MAX) {
        char *where = aet_span_dup(p->selection);

        aet_rep_file(p->s, REP_XML_AU_DELA, &p->place, where, NULL);
        aet_free(where);
        return AET_LIT("");
    }
    return aet_arena_copy(&p->arena, aet_span(p->text.p + from, to - from));
}

static void add_coding(struct projet *p, const char *target)
{
    struct codage *c;

    if (p->debut == -2)
        return; /* its selection was told of */
    p->codages = aet_grow(p->codages, &p->cap, p->n, sizeof *p->codages);
    c = &p->codages[p->n++];
    *c = (struct codage){ .recit = p->recit,
                          .segment = p->selected ? p->selection : AET_LIT(""),
                          .codeur = p->codeur.n ? p->codeur : p->selecteur,
                          .code = guid(p, target),
                          .debut = p->debut,
                          .fin = p->fin,
                          .line = p->place.line,
                          .column = p->place.column };
    c->texte = p->selected ? quote(p) : AET_LIT("");
}

static bool on_open(void *to, const char *name, const char **attributes)
{
    struct projet *p = to;

    p->depth++;
    if (p->elements++ == 0 && strcmp(name, "Project") != 0) {
        aet_rep_file(p->s, REP_XML_RACINE, &p->place, name,
                     p->s->lang == LANG_FR ? "un projet REFI-QDA" : "a REFI-QDA project");
        return false;
    }
    if (strcmp(name, "User") == 0) {
        enrol(p, &p->users, attributes);
    } else if (strcmp(name, "Code") == 0) {
        enrol(p, &p->codes, attributes);
    } else if (ends(name, "Source") && !p->source_depth) {
        begin_source(p, attributes);
    } else if (p->source_depth &&
               (strcmp(name, "Representation") == 0 || strcmp(name, "Transcript") == 0)) {
        read_source(p, aet_xml_attribute(attributes, "plainTextPath"));
    } else if (p->source_depth && ends(name, "Selection")) {
        begin_selection(p, name, attributes);
    } else if (strcmp(name, "Coding") == 0 && p->source_depth) {
        const char *user = aet_xml_attribute(attributes, "creatingUser");

        p->coding = true;
        p->codeur = guid(p, user ? user : "");
    } else if (strcmp(name, "CodeRef") == 0 && p->coding) {
        add_coding(p, aet_xml_attribute(attributes, "targetGUID"));
    } else if (strcmp(name, "PlainTextContent") == 0) {
        aet_buf_clear(&p->text);
        p->quoting = true;
    }
    return true;
}

static void on_close(void *to, const char *name)
{
    struct projet *p = to;

    if (p->quoting && strcmp(name, "PlainTextContent") == 0) {
        p->quoting = false;
        mark_text(p);
    } else if (strcmp(name, "Coding") == 0) {
        p->coding = false;
    } else if (p->selected && ends(name, "Selection")) {
        p->selected = false;
        p->selecteur = AET_LIT("");
        p->debut = p->fin = SANS_POSITION;
    } else if (p->depth == p->source_depth) {
        p->source_depth = 0;
    }
    p->depth--;
}

static void on_text(void *to, struct span text)
{
    struct projet *p = to;

    if (p->quoting)
        aet_buf_span(&p->text, text);
}

/* The way out: a row of cells, or an object. */
struct sortie {
    struct session *s;
    const char *format;
    struct sheet_form form;
    struct pseudonyms *names;
    struct buf out, cell;
    size_t written;
};

static void put_cell(struct sortie *o, int field, struct span text)
{
    bool csv = strcmp(o->format, "csv") == 0;

    aet_buf_clear(&o->cell);
    if (o->names && field == SEG_CODEUR && text.n)
        aet_buf_span(&o->cell, aet_pseudonym(o->names, "codeur", text));
    else if (o->names && field != SEG_CODE)
        aet_pseudonym_text(o->names, text, &o->cell);
    else
        aet_buf_span(&o->cell, text);
    if (csv) {
        if (field)
            aet_buf_char(&o->out, o->form.delimiter);
        aet_sheet_guarded(&o->out, aet_buf_view(&o->cell), false, o->form);
        return;
    }
    aet_buf_char(&o->out, field ? ',' : '{');
    aet_json_string(&o->out, aet_span_z(aet_segments.fields[field].name));
    aet_buf_char(&o->out, ':');
    if ((field == SEG_DEBUT || field == SEG_FIN) && o->cell.n)
        aet_buf_span(&o->out, aet_buf_view(&o->cell));
    else if (o->cell.n)
        aet_json_string(&o->out, aet_buf_view(&o->cell));
    else
        aet_buf_str(&o->out, "null");
}

static void put_number(struct sortie *o, int field, int64_t v)
{
    struct buf text = { 0 };

    if (v >= 0)
        aet_buf_int(&text, v);
    put_cell(o, field, aet_buf_view(&text));
    aet_buf_free(&text);
}

static void put_codage(struct sortie *o, const struct codage *c, struct span codeur,
                       struct span code)
{
    bool csv = strcmp(o->format, "csv") == 0;

    if (strcmp(o->format, "json") == 0)
        aet_buf_str(&o->out, o->written ? ",\n" : "[\n");
    put_cell(o, SEG_RECIT, c->recit);
    put_cell(o, SEG_SEGMENT, c->segment);
    put_cell(o, SEG_CODEUR, codeur);
    put_cell(o, SEG_CODE, code);
    put_cell(o, SEG_TEXTE, c->texte);
    put_number(o, SEG_DEBUT, c->debut);
    put_number(o, SEG_FIN, c->fin);
    aet_buf_str(&o->out, csv ? (o->form.excel ? "\r\n" : "\n") : "}");
    if (strcmp(o->format, "ndjson") == 0)
        aet_buf_char(&o->out, '\n');
    o->written++;
}

static void heading(struct sortie *o)
{
    if (strcmp(o->format, "csv") != 0)
        return;
    aet_buf_str(&o->out, o->form.excel ? "\xEF\xBB\xBF" : "");
    for (size_t i = 0; i < SEG_COUNT; i++) {
        if (i)
            aet_buf_char(&o->out, o->form.delimiter);
        aet_buf_str(&o->out, aet_segments.fields[i].name);
    }
    aet_buf_str(&o->out, o->form.excel ? "\r\n" : "\n");
}

static void write_all(struct projet *p, struct sortie *o)
{
    for (size_t i = 0; o->names && i < p->users.n; i++)
        if (p->users.items[i].name.n)
            aet_pseudonym(o->names, "codeur", p->users.items[i].name);
    heading(o);
    for (size_t i = 0; i < p->n; i++) {
        const struct codage *c = &p->codages[i];
        const struct nomme *user = look_up(&p->users, c->codeur);
        const struct nomme *code = look_up(&p->codes, c->code);

        if (code) {
            put_codage(o, c, user ? user->name : c->codeur, code->name);
        } else {
            struct xml_place at = { p->place.file, c->line, c->column };
            char *text = aet_span_dup(c->code);

            aet_rep_file(p->s, REP_XML_CODE, &at, text, NULL);
            aet_free(text);
            p->errors++;
        }
    }
    if (strcmp(o->format, "json") == 0)
        aet_buf_str(&o->out, o->written ? "\n]\n" : "[]\n");
}

static enum status finish(struct projet *p)
{
    static const struct text how = { "segments : csv, json ou ndjson, et non « {valeur} »",
                                     "segments: csv, json or ndjson, not “{valeur}”" };
    struct session *s = p->s;
    const char *format = aet_session_format(s);
    struct sortie o = { .s = s,
                        .format = format ? format : "csv",
                        .form = { s->excel ? ';' : ',', s->excel },
                        .names = aet_session_names(s) };
    enum status st = STATUS_FAILED;

    if (strcmp(o.format, "csv") != 0 && strcmp(o.format, "json") != 0 &&
        strcmp(o.format, "ndjson") != 0)
        return aet_complain_usage(s, how, o.format, "");
    if (p->users.n)
        qsort(p->users.items, p->users.n, sizeof *p->users.items, by_guid);
    if (p->codes.n)
        qsort(p->codes.items, p->codes.n, sizeof *p->codes.items, by_guid);
    write_all(p, &o);
    if ((!o.names || aet_session_names_close(s)) && aet_session_open(s)) {
        aet_session_write(s, aet_buf_view(&o.out));
        st = aet_session_close(s, p->errors ? STATUS_DATA : STATUS_CLEAN);
    }
    aet_buf_free(&o.out);
    aet_buf_free(&o.cell);
    return st;
}

enum status aet_repa_segments(struct session *s)
{
    static const struct xml_reader reader = { on_open, on_close, on_text };
    struct projet p = { .s = s,
                        .place = { s->operands_n ? s->operands[0] : "-", 1, 1 },
                        .debut = SANS_POSITION,
                        .fin = SANS_POSITION };
    const char *names = s->values[REPA_OPT_PSEUDONYMES];
    struct buf text = { 0 };
    enum status st = STATUS_FAILED;

    if (aet_session_slurp(s, &text) && (!names || aet_session_pseudonyms_file(s, names)) &&
        aet_xml_read(s, aet_buf_view(&text), &reader, &p, &p.place))
        st = finish(&p);
    aet_buf_free(&text);
    aet_buf_free(&p.text);
    aet_free(p.marks);
    aet_free(p.users.items);
    aet_free(p.codes.items);
    aet_free(p.codages);
    aet_arena_free(&p.arena);
    return st;
}
