/* The framework of the document as a codebook, or one of one's own (table `codes`). */
#include "base/fold.h"
#include "refi/guid.h"
#include "repa/codes/codes.h"
#include "repa/familles.h"

/* The GUID of a code that has none of its own, from the table and the id. */
static struct span derived(struct codebook *b, const char *table, struct span id)
{
    struct buf name = { 0 };
    char guid[37];

    aet_buf_str(&name, "urn:aet:repa:");
    aet_buf_str(&name, table);
    aet_buf_char(&name, ':');
    aet_buf_span(&name, id);
    aet_refi_guid_derive(aet_buf_view(&name), guid);
    aet_buf_free(&name);
    return aet_arena_copy(&b->arena, aet_span_z(guid));
}

static struct span cell(const struct table *t, size_t row, const char *column)
{
    return aet_cell(t, row, aet_column(t, column));
}

/* A heading that groups codes. */
static int32_t group(struct codebook *b, const char *id, int32_t parent, const char *colour)
{
    struct code *c = aet_refi_codebook_add(b);
    struct text label = aet_repa_famille(aet_span_z(id));

    c->id = aet_span_z(id);
    c->label = aet_span_z(label.fr);
    c->label_en = aet_span_z(label.en);
    c->colour = aet_span_z(colour);
    c->guid = derived(b, "groupes", c->id);
    c->parent = parent;
    c->groups = true;
    return (int32_t)b->n - 1;
}

static void add_row(struct codebook *b, const struct table *t, size_t row, int32_t parent,
                    const char *colour)
{
    struct code *c = aet_refi_codebook_add(b);

    c->id = aet_cell(t, row, 0);
    c->label = aet_fold_short(aet_label(t, row, LANG_FR));
    c->label_en = aet_fold_short(aet_label(t, row, LANG_EN));
    c->alias = cell(t, row, "alias");
    c->description = cell(t, row, "description");
    if (!c->description.n) /* an element's parenthesis says what it covers */
        c->description = aet_label(t, row, LANG_FR);
    c->source = cell(t, row, "source");
    c->colour = aet_span_z(colour);
    c->guid = derived(b, t->name, c->id);
    c->parent = parent;
}

static const struct {
    const char *table;
    const char *colour;
} groups[] = { { "fonctions", "#1f4e79" },
               { "fonctions-autres", "#5b7fa6" },
               { "strategies", "#3a7d44" },
               { "elements", "#b04a2f" },
               { "contextes", "#6a4c93" } };

/* Elements stand under their family. */
static void add_elements(struct codebook *b, const struct table *t, int32_t parent,
                         const char *colour)
{
    static const char *const families[] = { "savoirs", "savoir-faire", "savoir-etre" };

    for (size_t k = 0; k < 3; k++) {
        int32_t family = group(b, families[k], parent, colour);

        for (size_t r = 0; r < t->rows; r++)
            if (aet_span_eq(cell(t, r, "famille"), aet_span_z(families[k])))
                add_row(b, t, r, family, colour);
    }
}

/* A codebook of one's own, in its order; a parent may come after its child in the table. */
static void add_own(struct codebook *b, const struct table *t)
{
    for (size_t r = 0; r < t->rows; r++) {
        struct code *c = aet_refi_codebook_add(b);

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
            c->guid = derived(b, "codes", c->id);
        aet_refi_codebook_member_of(b, b->n - 1, cell(t, r, "ensembles"),
                                    cell(t, r, "guid_ensembles"),
                                    cell(t, r, "description_ensembles"));
    }
    aet_refi_codebook_grow(b);
}

bool aet_repa_codes_framework(struct codebook *b, struct session *s)
{
    const struct table *own = aet_session_table(s, "codes");

    if (!own)
        return false;
    if (own->rows) {
        add_own(b, own);
        return true;
    }
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        const struct table *t = aet_session_table(s, groups[i].table);
        int32_t parent;

        if (!t)
            return false;
        parent = group(b, groups[i].table, NO_PARENT, groups[i].colour);
        if (strcmp(groups[i].table, "elements") == 0)
            add_elements(b, t, parent, groups[i].colour);
        for (size_t r = 0; r < t->rows && strcmp(groups[i].table, "elements") != 0; r++)
            add_row(b, t, r, parent, groups[i].colour);
    }
    return true;
}

static bool id_taken(const struct codebook *b, const struct code *but, struct span id)
{
    for (size_t i = 0; i < b->n; i++)
        if (&b->codes[i] != but && aet_span_eq(b->codes[i].id, id))
            return true;
    return false;
}

/* Codes of the framework that come back are known by their GUID: they find their id, their other
 * spellings and their translation again. */
static void recall(struct codebook *b, const struct codebook *framework)
{
    for (size_t i = 0; i < b->n; i++)
        for (size_t k = 0; k < framework->n; k++) {
            const struct code *known = &framework->codes[k];

            if (!aet_span_eq(b->codes[i].guid, known->guid))
                continue;
            b->codes[i].alias = known->alias;
            b->codes[i].label_en = known->label_en;
            b->codes[i].source = known->source;
            if (!id_taken(b, &b->codes[i], known->id))
                b->codes[i].id = known->id;
        }
}

bool aet_repa_codes_recall(struct codebook *b, struct codebook *framework, struct session *s)
{
    if (!aet_repa_codes_framework(framework, s))
        return false;
    recall(b, framework);
    return true;
}
