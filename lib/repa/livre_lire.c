/* Reading a codebook: REFI-QDA .qdc, or the CSV that Taguette exports. */
#include "base/fold.h"
#include "base/utf8.h"
#include "io/csv_row.h"
#include "io/cut.h"
#include "repa/livre.h"
#include "repa/rules.h"
#include "repa/xml.h"

enum { PROFONDEUR = 256, ID_MAX = 60 };

struct lecture {
    struct livre *l;
    struct session *s;
    struct xml_place place;
    int32_t stack[PROFONDEUR]; /* codes that are open */
    size_t depth, elements;
    bool describing;
    struct buf text;
};

static struct span keep(struct livre *l, const char *s)
{
    return aet_arena_copy(&l->arena, aet_span_z(s));
}

static bool taken(const struct livre *l, struct span id)
{
    for (size_t i = 0; i + 1 < l->n; i++)
        if (aet_span_eq(l->codes[i].id, id))
            return true;
    return false;
}

/* `lecture-du-groupe`, with a number when another code has it. */
static struct span make_id(struct livre *l, struct span label)
{
    struct buf folded = { 0 }, id = { 0 };
    struct span kept;
    size_t stem;

    aet_fold(label, &folded);
    for (size_t i = 0; i < folded.n && id.n < ID_MAX; i++) {
        char c = folded.p[i];

        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            aet_buf_char(&id, c);
        else if (id.n && id.p[id.n - 1] != '-')
            aet_buf_char(&id, '-');
    }
    while (id.n && id.p[id.n - 1] == '-')
        id.n--;
    if (!id.n)
        aet_buf_str(&id, "code");
    stem = id.n;
    for (uint64_t k = 2; taken(l, aet_buf_view(&id)); k++) {
        id.n = stem;
        aet_buf_char(&id, '-');
        aet_buf_uint(&id, k);
    }
    kept = aet_arena_copy(&l->arena, aet_buf_view(&id));
    aet_buf_free(&folded);
    aet_buf_free(&id);
    return kept;
}

/* Eight, four, four, four and twelve hexadecimal digits. */
static bool is_guid(const char *s)
{
    size_t n = 0;

    for (; s[n]; n++) {
        bool dash = n == 8 || n == 13 || n == 18 || n == 23;

        if (n > 35 || (dash ? s[n] != '-' : !strchr("0123456789abcdef", s[n])))
            return false;
    }
    return n == 36;
}

/* What an export without a GUID, or with another kind of id, is given: always the same. */
static void own_guid(struct span id, char out[37])
{
    struct buf name = { 0 };

    aet_buf_str(&name, "urn:aet:repa:lu:");
    aet_buf_span(&name, id);
    aet_guid_derive(aet_buf_view(&name), out);
    aet_buf_free(&name);
}

static void begin_code(struct lecture *x, const char **attributes)
{
    const char *name = aet_xml_attribute(attributes, "name");
    const char *guid = aet_xml_attribute(attributes, "guid");
    const char *colour = aet_xml_attribute(attributes, "color");
    const char *codable = aet_xml_attribute(attributes, "isCodable");
    struct code *c = aet_livre_add(x->l);
    char plain[37];

    aet_guid_plain(guid, plain);
    c->label = keep(x->l, name ? name : plain);
    c->colour = keep(x->l, colour ? colour : "");
    c->groups = codable && strcmp(codable, "false") == 0;
    c->parent = x->depth && x->depth <= PROFONDEUR ? x->stack[x->depth - 1] : SANS_PARENT;
    c->id = make_id(x->l, c->label);
    if (!is_guid(plain))
        own_guid(c->id, plain);
    c->guid = keep(x->l, plain);
    if (x->depth < PROFONDEUR)
        x->stack[x->depth] = (int32_t)x->l->n - 1;
    x->depth++;
}

static bool on_open(void *to, const char *name, const char **attributes)
{
    struct lecture *x = to;

    if (x->elements++ == 0 && strcmp(name, "CodeBook") != 0 && strcmp(name, "Project") != 0) {
        aet_rep_file(x->s, REP_XML_RACINE, &x->place, name,
                     x->s->lang == LANG_FR ? "un livre de codes REFI-QDA" : "a REFI-QDA codebook");
        return false;
    }
    if (strcmp(name, "Code") == 0)
        begin_code(x, attributes);
    x->describing = x->depth && strcmp(name, "Description") == 0;
    if (x->describing)
        aet_buf_clear(&x->text);
    return true;
}

static void on_close(void *to, const char *name)
{
    struct lecture *x = to;

    if (x->describing && strcmp(name, "Description") == 0 && x->depth <= PROFONDEUR)
        x->l->codes[x->stack[x->depth - 1]].description = aet_arena_copy(
            &x->l->arena, aet_span_trim(aet_buf_view(&x->text)));
    x->describing = false;
    if (strcmp(name, "Code") == 0)
        x->depth--;
}

static void on_text(void *to, struct span text)
{
    struct lecture *x = to;

    if (x->describing)
        aet_buf_span(&x->text, text);
}

static bool read_qdc(struct livre *l, struct session *s, struct span text, const char *file)
{
    static const struct xml_reader reader = { on_open, on_close, on_text };
    struct lecture x = { .l = l, .s = s, .place = { file, 1, 1 } };
    bool ok = aet_xml_read(s, text, &reader, &x, &x.place);

    aet_buf_free(&x.text);
    return ok;
}

/* Columns of the heading line: tag (or its synonyms) and description. */
static bool columns(const struct csv_row *row, size_t *tag, size_t *description)
{
    static const char *const names[] = { "tag", "code", "name", "nom", "libelle", "etiquette" };
    struct buf key = { 0 };

    *tag = *description = SIZE_MAX;
    for (size_t i = 0; i < row->n; i++) {
        aet_buf_clear(&key);
        aet_fold_name(row->cells[i], &key);
        for (size_t k = 0; k < sizeof names / sizeof *names; k++)
            if (*tag == SIZE_MAX && aet_span_eq(aet_buf_view(&key), aet_span_z(names[k])))
                *tag = i;
        if (aet_span_eq(aet_buf_view(&key), AET_LIT("description")))
            *description = i;
    }
    aet_buf_free(&key);
    return *tag != SIZE_MAX;
}

static void add_tag(struct livre *l, struct span tag, struct span description)
{
    struct code *c;
    char guid[37];

    tag = aet_span_trim(tag);
    if (!tag.n)
        return;
    c = aet_livre_add(l);
    c->label = aet_arena_copy(&l->arena, tag);
    c->description = aet_arena_copy(&l->arena, aet_span_trim(description));
    c->id = make_id(l, c->label);
    own_guid(c->id, guid);
    c->guid = keep(l, guid);
}

static bool read_csv(struct livre *l, struct session *s, struct span text, const char *file)
{
    static const struct text wrong = {
        "« {valeur} » n’est ni un .qdc ni un livre de codes CSV avec une colonne tag",
        "“{valeur}” is neither a .qdc nor a CSV codebook with a column tag"
    };
    struct cutter cutter;
    struct csv_row row;
    struct piece piece;
    size_t tag = 0, description = 0, at;
    bool heading = true, ok = aet_utf8_bad(text) == text.n;

    aet_cutter_csv(&cutter, ',');
    aet_csv_row_init(&row, ',');
    while (ok && aet_cut(&cutter, text, true, &piece) == CUT_RECORD) {
        ok = aet_csv_row_parse(&row, aet_span(text.p, piece.end), &at) == FAULT_NONE;
        text = aet_span_from(text, piece.end);
        if (!ok || row.blank || !row.n)
            continue;
        if (heading)
            ok = columns(&row, &tag, &description);
        else if (tag < row.n)
            add_tag(l, row.cells[tag], description < row.n ? row.cells[description] : AET_LIT(""));
        heading = false;
    }
    ok = ok && !text.n && !heading;
    if (!ok)
        aet_complain(s, wrong, file, "");
    aet_csv_row_free(&row);
    return ok;
}

bool aet_livre_read(struct livre *l, struct session *s, struct span text, const char *file)
{
    if (aet_span_starts(text, AET_LIT("\xEF\xBB\xBF")))
        text = aet_span_from(text, 3);
    if (aet_span_starts(aet_span_trim(text), AET_LIT("<")) ||
        aet_span_starts(text, AET_LIT("\xFF\xFE")) || aet_span_starts(text, AET_LIT("\xFE\xFF")))
        return read_qdc(l, s, text, file);
    return read_csv(l, s, text, file);
}
