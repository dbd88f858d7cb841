/* The framework as a codebook, and the three ways to write one. */
#include "refi/livre.h"

#include <sodium.h>

#include "base/fold.h"
#include "io/csv_row.h"
#include "refi/xml.h"

enum { WAY_MAX = 256 };

struct code *aet_livre_add(struct livre *l)
{
    l->codes = aet_grow(l->codes, &l->cap, l->n, sizeof *l->codes);
    l->codes[l->n] = (struct code){ .parent = SANS_PARENT };
    return &l->codes[l->n++];
}

void aet_livre_free(struct livre *l)
{
    aet_free(l->codes);
    aet_arena_free(&l->arena);
}

void aet_guid_derive(struct span name, char out[37])
{
    unsigned char h[crypto_hash_sha256_BYTES];
    static const char hex[] = "0123456789abcdef";
    size_t n = 0;

    crypto_hash_sha256(h, (const unsigned char *)name.p, name.n);
    h[6] = (unsigned char)((h[6] & 0x0F) | 0x80);
    h[8] = (unsigned char)((h[8] & 0x3F) | 0x80);
    for (size_t i = 0; i < 16; i++) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            out[n++] = '-';
        out[n++] = hex[h[i] >> 4];
        out[n++] = hex[h[i] & 15];
    }
    out[n] = '\0';
}

/* The GUID of a code that has none of its own, from the table and the id. */
static struct span derived(struct livre *l, const char *table, struct span id)
{
    struct buf name = { 0 };
    char guid[37];

    aet_buf_str(&name, "urn:aet:repa:");
    aet_buf_str(&name, table);
    aet_buf_char(&name, ':');
    aet_buf_span(&name, id);
    aet_guid_derive(aet_buf_view(&name), guid);
    aet_buf_free(&name);
    return aet_arena_copy(&l->arena, aet_span_z(guid));
}

static struct span cell(const struct table *t, size_t row, const char *column)
{
    return aet_cell(t, row, aet_column(t, column));
}

/* A heading that groups codes. */
static int32_t group(struct livre *l, const char *id, struct text label, int32_t parent,
                     const char *colour)
{
    struct code *c = aet_livre_add(l);

    c->id = aet_span_z(id);
    c->label = aet_span_z(label.fr);
    c->label_en = aet_span_z(label.en);
    c->colour = aet_span_z(colour);
    c->guid = derived(l, "groupes", c->id);
    c->parent = parent;
    c->groups = true;
    return (int32_t)l->n - 1;
}

static void add_row(struct livre *l, const struct table *t, size_t row, int32_t parent,
                    const char *colour)
{
    struct code *c = aet_livre_add(l);

    c->id = aet_cell(t, row, 0);
    c->label = aet_fold_short(aet_label(t, row, LANG_FR));
    c->label_en = aet_fold_short(aet_label(t, row, LANG_EN));
    c->alias = cell(t, row, "alias");
    c->description = cell(t, row, "description");
    if (!c->description.n) /* an element's parenthesis says what it covers */
        c->description = aet_label(t, row, LANG_FR);
    c->source = cell(t, row, "source");
    c->colour = aet_span_z(colour);
    c->guid = derived(l, t->name, c->id);
    c->parent = parent;
}

static const struct {
    const char *table;
    struct text label;
    const char *colour;
} groups[] = {
    { "fonctions", { "Fonctions d’accompagnement", "Accompaniment functions" }, "#1f4e79" },
    { "fonctions-autres", { "Autres fonctions", "Other functions" }, "#5b7fa6" },
    { "strategies", { "Stratégies d’intervention", "Intervention strategies" }, "#3a7d44" },
    { "elements", { "Éléments clés", "Key elements" }, "#b04a2f" },
    { "contextes", { "Contextes", "Contexts" }, "#6a4c93" }
};

/* Elements stand under their family. */
static void add_elements(struct livre *l, const struct table *t, int32_t parent, const char *colour)
{
    static const struct {
        const char *id;
        struct text label;
    } families[] = { { "savoirs", { "Savoirs", "Knowledge" } },
                     { "savoir-faire", { "Savoir-faire", "Skills" } },
                     { "savoir-etre", { "Savoir-être", "Attitudes" } } };

    for (size_t k = 0; k < 3; k++) {
        int32_t family = group(l, families[k].id, families[k].label, parent, colour);

        for (size_t r = 0; r < t->rows; r++)
            if (aet_span_eq(cell(t, r, "famille"), aet_span_z(families[k].id)))
                add_row(l, t, r, family, colour);
    }
}

void aet_livre_way(const struct livre *l, int32_t index, struct buf *out)
{
    int32_t chain[WAY_MAX];
    size_t n = 0;

    for (; index != SANS_PARENT && n < WAY_MAX; index = l->codes[index].parent)
        chain[n++] = index;
    while (n > 0) {
        aet_buf_span(out, l->codes[chain[--n]].name);
        aet_buf_str(out, n ? AET_WAY : "");
    }
}

/* The name of a code of a table: its label, less the way to it; parents first. `depth` bounds a
 * tree that turns in a circle. */
static void name_code(struct livre *l, int32_t index, size_t depth)
{
    struct code *c = &l->codes[index];
    struct buf way = { 0 };

    if (c->name.n || depth > WAY_MAX)
        return;
    c->name = c->label;
    if (c->parent == SANS_PARENT)
        return;
    name_code(l, c->parent, depth + 1);
    aet_livre_way(l, c->parent, &way);
    aet_buf_str(&way, AET_WAY);
    if (aet_span_starts(c->label, aet_buf_view(&way)))
        c->name = aet_span_from(c->label, way.n);
    aet_buf_free(&way);
}

/* A codebook of one's own, in its order; a parent may come after its child in the table. */
static void add_own(struct livre *l, const struct table *t)
{
    for (size_t r = 0; r < t->rows; r++) {
        struct code *c = aet_livre_add(l);

        *c = (struct code){ .id = aet_cell(t, r, 0),
                            .label = aet_label(t, r, LANG_FR),
                            .label_en = cell(t, r, "libelle_en"),
                            .description = cell(t, r, "description"),
                            .colour = cell(t, r, "couleur"),
                            .guid = cell(t, r, "guid"),
                            .alias = cell(t, r, "alias"),
                            .source = cell(t, r, "source"),
                            .parent = aet_row_of_id(t, cell(t, r, "parent")),
                            .groups = aet_span_eq(cell(t, r, "codable"), AET_LIT("non")) };
        if (!c->guid.n)
            c->guid = derived(l, "codes", c->id);
    }
    for (size_t i = 0; i < l->n; i++)
        name_code(l, (int32_t)i, 0);
}

bool aet_livre_cadre(struct livre *l, struct session *s)
{
    const struct table *own = aet_session_table(s, "codes");

    if (!own)
        return false;
    if (own->rows) {
        add_own(l, own);
        return true;
    }
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        const struct table *t = aet_session_table(s, groups[i].table);
        int32_t parent;

        if (!t)
            return false;
        parent = group(l, groups[i].table, groups[i].label, SANS_PARENT, groups[i].colour);
        if (strcmp(groups[i].table, "elements") == 0)
            add_elements(l, t, parent, groups[i].colour);
        for (size_t r = 0; r < t->rows && strcmp(groups[i].table, "elements") != 0; r++)
            add_row(l, t, r, parent, groups[i].colour);
    }
    return true;
}

static bool id_taken(const struct livre *l, const struct code *but, struct span id)
{
    for (size_t i = 0; i < l->n; i++)
        if (&l->codes[i] != but && aet_span_eq(l->codes[i].id, id))
            return true;
    return false;
}

/* Codes of the framework that come back are known by their GUID: they find their id, their other
 * spellings and their translation again. */
static void recall(struct livre *l, const struct livre *cadre)
{
    for (size_t i = 0; i < l->n; i++)
        for (size_t k = 0; k < cadre->n; k++) {
            const struct code *known = &cadre->codes[k];

            if (!aet_span_eq(l->codes[i].guid, known->guid))
                continue;
            l->codes[i].alias = known->alias;
            l->codes[i].label_en = known->label_en;
            l->codes[i].source = known->source;
            if (!id_taken(l, &l->codes[i], known->id))
                l->codes[i].id = known->id;
        }
}

bool aet_livre_recall(struct livre *l, struct livre *cadre, struct session *s)
{
    if (!aet_livre_cadre(cadre, s))
        return false;
    recall(l, cadre);
    return true;
}

static void indent(struct buf *out, size_t depth)
{
    for (size_t i = 0; i < depth; i++)
        aet_buf_str(out, "  ");
}

static void attribute(struct buf *out, const char *name, struct span value)
{
    aet_buf_char(out, ' ');
    aet_buf_str(out, name);
    aet_buf_str(out, "=\"");
    aet_xml_text(out, value);
    aet_buf_char(out, '"');
}

/* `#rgb` or `#rrggbb`: the schema takes nothing else. */
static bool colour_fits(struct span s)
{
    if ((s.n != 4 && s.n != 7) || s.p[0] != '#')
        return false;
    for (size_t i = 1; i < s.n; i++)
        if (!memchr("0123456789abcdefABCDEF", s.p[i], 22))
            return false;
    return true;
}

/* A code with those under it. `depth` also bounds a tree that turns in a circle. */
static void qdc_code(const struct livre *l, int32_t index, size_t depth, struct buf *out)
{
    const struct code *c = &l->codes[index];
    bool inside = c->description.n > 0;

    indent(out, depth);
    aet_buf_str(out, "<Code");
    attribute(out, "guid", c->guid);
    attribute(out, "name", c->name.n ? c->name : c->label);
    attribute(out, "isCodable", c->groups ? AET_LIT("false") : AET_LIT("true"));
    if (colour_fits(c->colour))
        attribute(out, "color", c->colour);
    for (size_t i = 0; i < l->n; i++)
        inside |= l->codes[i].parent == index;
    if (!inside) {
        aet_buf_str(out, "/>\n");
        return;
    }
    aet_buf_str(out, ">\n");
    if (c->description.n) {
        indent(out, depth + 1);
        aet_buf_str(out, "<Description>");
        aet_xml_text(out, c->description);
        aet_buf_str(out, "</Description>\n");
    }
    for (size_t i = 0; i < l->n && depth < l->n + 2; i++)
        if (l->codes[i].parent == index)
            qdc_code(l, (int32_t)i, depth + 1, out);
    indent(out, depth);
    aet_buf_str(out, "</Code>\n");
}

void aet_livre_qdc(const struct livre *l, struct buf *out)
{
    aet_buf_str(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                     "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" "
                     "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                     "xsi:schemaLocation=\"urn:QDA-XML:codebook:1.0 "
                     "http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd\" "
                     "origin=\"aet-repa " AET_VERSION "\">\n  <Codes>\n");
    for (size_t i = 0; i < l->n; i++)
        if (l->codes[i].parent == SANS_PARENT)
            qdc_code(l, (int32_t)i, 2, out);
    aet_buf_str(out, "  </Codes>\n</CodeBook>\n");
}

/* Taguette's list is flat: what only groups has no tag. */
void aet_livre_taguette(const struct livre *l, struct sheet_form form, struct buf *out)
{
    const char *end = form.excel ? "\r\n" : "\n";

    aet_buf_str(out, form.excel ? "\xEF\xBB\xBF" : "");
    aet_buf_str(out, "tag");
    aet_buf_char(out, form.delimiter);
    aet_buf_str(out, "description");
    aet_buf_str(out, end);
    for (size_t i = 0; i < l->n; i++) {
        if (l->codes[i].groups)
            continue;
        aet_sheet_guarded(out, l->codes[i].label, false, form);
        aet_buf_char(out, form.delimiter);
        aet_sheet_guarded(out, l->codes[i].description, false, form);
        aet_buf_str(out, end);
    }
}

void aet_livre_table(const struct livre *l, struct buf *out)
{
    aet_buf_str(
        out, "id,libelle,libelle_en,alias,parent,description,couleur,codable,guid,source,note\n");
    for (size_t i = 0; i < l->n; i++) {
        const struct code *c = &l->codes[i];
        const struct span cells[] = { c->id,
                                      c->label,
                                      c->label_en,
                                      c->alias,
                                      c->parent == SANS_PARENT ? AET_LIT("")
                                                               : l->codes[c->parent].id,
                                      c->description,
                                      c->colour,
                                      c->groups ? AET_LIT("non") : AET_LIT(""),
                                      c->guid,
                                      c->source,
                                      AET_LIT("") };

        for (size_t k = 0; k < sizeof cells / sizeof *cells; k++) {
            if (k)
                aet_buf_char(out, ',');
            aet_csv_cell(out, cells[k], ',');
        }
        aet_buf_char(out, '\n');
    }
}
