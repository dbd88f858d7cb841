/* The columns of a file and the fields. */
#include "record/mapping.h"

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
    m->names = aet_arena_alloc(arena, n * sizeof *m->names);
    m->reworded = aet_arena_alloc(arena, n * sizeof *m->reworded);
    m->choices = aet_arena_alloc(arena, n * sizeof *m->choices);
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
    if (choice != NO_FIELD)
        m->choices[m->choices_n++] = (struct choice_column){ column, choice, label };
    else if (field == NO_FIELD && heading.n)
        m->empty[m->empty_n++] = column;
}

/* Whether two columns claim one field, or are called the same; the field in *field. */
static bool clash(const struct mapping *m, size_t a, size_t b, int *field)
{
    const struct choice_column *one = aet_mapping_choice(m, a, NULL),
                               *other = aet_mapping_choice(m, b, NULL);
    int fa = one ? one->field : m->field_of[a], fb = other ? other->field : m->field_of[b];

    *field = fa;
    if (aet_span_eq(m->names[a], m->names[b]))
        return true;
    return fa != NO_FIELD && fa == fb && !(one && other);
}

bool aet_mapping_make(struct mapping *m, struct headings *h, const struct layout *layout,
                      struct arena *arena, struct heading_fault *fault)
{
    const struct schema *schema = aet_headings_schema(h);

    make_room(m, layout, arena);
    for (size_t i = 0; i < layout->columns; i++) {
        lead(m, h, i);
        for (size_t k = 0; layout->headings[i].n && k < i; k++) {
            int field;

            if (!clash(m, i, k, &field))
                continue;
            *fault = (struct heading_fault){
                .rule = &aet_rules_ent[aet_span_eq(layout->headings[i], layout->headings[k])
                                           ? ENT_HEADING_TWICE
                                           : ENT_FIELD_TWICE],
                .column = i,
                .heading = layout->headings[i],
                .other = layout->headings[k],
                .caption = field == NO_FIELD ? NULL : &schema->fields[field].title,
                .name = m->names[i]
            };
            return false;
        }
    }
    return true;
}

const struct choice_column *aet_mapping_choice(const struct mapping *m, size_t column, bool *first)
{
    for (size_t i = 0; i < m->choices_n; i++) {
        const struct choice_column *c = &m->choices[i];

        if (c->column != column)
            continue;
        if (first)
            *first = true;
        for (size_t k = 0; first && k < i; k++)
            *first &= m->choices[k].field != c->field;
        return c;
    }
    return NULL;
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
