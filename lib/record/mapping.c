/* The columns of a file and the fields. */
#include "record/mapping.h"

#include "base/hash.h"

/* Index of a heading as it is written, or layout->columns. */
static size_t column_of(const struct layout *layout, struct span heading)
{
    size_t i = 0;

    while (i < layout->columns && !aet_span_eq(layout->headings[i], heading))
        i++;
    return i;
}

struct diag aet_heading_diag(const struct heading_fault *f)
{
    struct diag x = { .rule = f->rule, .caption = f->caption };

    x.args[x.n++] = (struct diag_arg){ "valeur", f->heading };
    x.args[x.n++] = (struct diag_arg){ "autre", f->other };
    if (!f->caption)
        x.args[x.n++] = (struct diag_arg){ "intitule", f->name };
    return x;
}

static void make_room(struct mapping *m, const struct layout *layout, struct arena *arena)
{
    size_t n = layout->columns + 1;

    *m = (struct mapping){ .layout = layout, .brut = layout->columns };
    if (column_of(layout, AET_LIT("diagnostics")) < layout->columns)
        m->brut = column_of(layout, AET_LIT("brut"));
    m->field_of = aet_arena_alloc(arena, n * sizeof *m->field_of);
    m->taken = aet_arena_alloc(arena, n * sizeof *m->taken);
    m->nameless = aet_arena_alloc(arena, n * sizeof *m->nameless);
    m->names = aet_arena_alloc(arena, n * sizeof *m->names);
    m->reworded = aet_arena_alloc(arena, n * sizeof *m->reworded);
    m->choices = aet_arena_alloc(arena, n * sizeof *m->choices);
    m->choice_of = aet_arena_alloc(arena, n * sizeof *m->choice_of);
    m->passed_over = aet_arena_alloc(arena, n * sizeof *m->passed_over);
    m->empty = aet_arena_alloc(arena, n * sizeof *m->empty);
}

/* Where one column leads. */
static void lead(struct mapping *m, struct headings *h, size_t column)
{
    struct span heading = m->layout->headings[column], label;
    int field = heading.n ? aet_heading_field(h, heading) : NO_FIELD;
    int choice = heading.n && field == NO_FIELD ? aet_heading_choice(h, heading, &label) : NO_FIELD;

    m->names[column] = aet_heading_name(h, heading);
    m->field_of[column] = field;
    m->reworded[column] = (choice != NO_FIELD && aet_span_eq(m->names[column], heading)) ||
                          (field != NO_FIELD && !aet_heading_exact(h, heading));
    m->passed_over[column] = false;
    m->choice_of[column] = 0;
    if (!heading.n)
        m->nameless[m->nameless_n++] = column;
    if (field != NO_FIELD && !aet_headings_schema(h)->fields[field].generated)
        m->taken[m->taken_n++] = (struct taken_column){ column, field };
    if (choice != NO_FIELD) {
        m->choices[m->choices_n++] = (struct choice_column){ column, choice, label, false };
        m->choice_of[column] = m->choices_n;
    } else if (field == NO_FIELD && heading.n)
        m->empty[m->empty_n++] = column;
}

/* What earlier columns claim: the first of each name, of each field, and of each field as a whole
 * (a field may have many choices). */
struct claims {
    struct hash names; /* 1 + the column */
    size_t *any, *whole;
};

static size_t named(const struct claims *c, const struct mapping *m, struct span name)
{
    const uint64_t *found;

    for (uint32_t at = 0; (found = aet_hash_next(&c->names, aet_span_hash(name), &at)) != NULL;)
        if (aet_span_eq(m->names[*found - 1], name))
            return *found - 1;
    return m->layout->columns;
}

/* The first earlier column that claims the field of this one, or is called the same, or
 * layout->columns; the field in *field. */
static size_t clash(const struct claims *c, const struct mapping *m, size_t column, int *field)
{
    const struct choice_column *choice = aet_mapping_choice(m, column, NULL);
    size_t same = named(c, m, m->names[column]), other = m->layout->columns;

    *field = choice ? choice->field : m->field_of[column];
    if (*field != NO_FIELD)
        other = (choice ? c->whole : c->any)[*field];
    return same < other ? same : other;
}

static void claim(struct claims *c, struct mapping *m, size_t column)
{
    struct choice_column *choice = m->choice_of[column] ? &m->choices[m->choice_of[column] - 1]
                                                        : NULL;
    int field = choice ? choice->field : m->field_of[column];

    if (named(c, m, m->names[column]) == m->layout->columns)
        aet_hash_add(&c->names, aet_span_hash(m->names[column]), column + 1);
    if (field == NO_FIELD)
        return;
    if (choice)
        choice->first = c->any[field] == m->layout->columns;
    if (c->any[field] == m->layout->columns)
        c->any[field] = column;
    if (!choice && c->whole[field] == m->layout->columns)
        c->whole[field] = column;
}

static struct heading_fault fault_at(const struct mapping *m, const struct schema *schema,
                                     size_t column, size_t earlier, int field)
{
    const struct span *headings = m->layout->headings;
    bool alike = aet_span_eq(headings[column], headings[earlier]);

    return (
        struct heading_fault){ .rule = &aet_rules_ent[alike ? ENT_HEADING_TWICE : ENT_FIELD_TWICE],
                               .column = column,
                               .heading = headings[column],
                               .other = headings[earlier],
                               .caption = field == NO_FIELD ? NULL : &schema->fields[field].title,
                               .name = m->names[column] };
}

static bool lead_all(struct mapping *m, struct headings *h, struct claims *c,
                     struct heading_fault *fault)
{
    for (size_t i = 0; i < m->layout->columns; i++) {
        size_t earlier = m->layout->columns;
        int field = NO_FIELD;

        lead(m, h, i);
        if (m->layout->headings[i].n)
            earlier = clash(c, m, i, &field);
        if (earlier < m->layout->columns) {
            *fault = fault_at(m, aet_headings_schema(h), i, earlier, field);
            return false;
        }
        claim(c, m, i);
    }
    return true;
}

bool aet_mapping_make(struct mapping *m, struct headings *h, const struct layout *layout,
                      struct arena *arena, struct heading_fault *fault)
{
    size_t fields = aet_headings_schema(h)->n;
    struct claims c = { .any = aet_calloc(2 * fields, sizeof *c.any) };
    bool ok;

    c.whole = c.any + fields;
    for (size_t f = 0; f < 2 * fields; f++)
        c.any[f] = layout->columns;
    make_room(m, layout, arena);
    ok = lead_all(m, h, &c, fault);
    aet_hash_free(&c.names);
    aet_free(c.any);
    return ok;
}

const struct choice_column *aet_mapping_choice(const struct mapping *m, size_t column, bool *first)
{
    const struct choice_column *c = m->choice_of[column] ? &m->choices[m->choice_of[column] - 1]
                                                         : NULL;

    if (c && first)
        *first = c->first;
    return c;
}

bool aet_mapping_reads(const struct mapping *m, size_t column)
{
    return m->field_of[column] != NO_FIELD || aet_mapping_choice(m, column, NULL);
}

bool aet_mapping_has(const struct mapping *m, int field)
{
    for (size_t i = 0; i < m->layout->columns; i++)
        if (m->field_of[i] == field)
            return true;
    for (size_t i = 0; i < m->choices_n; i++)
        if (m->choices[i].field == field)
            return true;
    return false;
}

void aet_mapping_join(struct mapping *m, struct mapping *other)
{
    for (size_t i = 0; i < m->layout->columns; i++)
        m->passed_over[i] |= other->passed_over[i];
    if (!m->narrow.n) {
        m->narrow.line = other->narrow.line;
        m->narrow.row = other->narrow.row;
    }
    m->narrow.n += other->narrow.n;
    other->narrow.n = 0;
}
