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

bool aet_mapping_make(struct mapping *m, struct headings *h, const struct layout *layout,
                      struct arena *arena, struct heading_fault *fault)
{
    const struct schema *schema = aet_headings_schema(h);
    size_t n = layout->columns;

    m->layout = layout;
    m->brut = column_of(layout, AET_LIT("diagnostics")) < n ? column_of(layout, AET_LIT("brut"))
                                                            : n;
    m->field_of = aet_arena_alloc(arena, (n + 1) * sizeof *m->field_of);
    m->names = aet_arena_alloc(arena, (n + 1) * sizeof *m->names);
    for (size_t i = 0; i < n; i++) {
        struct span heading = layout->headings[i];
        int field = heading.n ? aet_heading_field(h, heading) : NO_FIELD;

        m->names[i] = aet_heading_name(h, heading);
        m->field_of[i] = field;
        for (size_t k = 0; heading.n && k < i; k++) {
            bool same = aet_span_eq(m->names[k], m->names[i]);

            if (!same && (field == NO_FIELD || m->field_of[k] != field))
                continue;
            same &= aet_span_eq(heading, layout->headings[k]);
            *fault = (struct heading_fault){
                .rule = &aet_rules_ent[same ? ENT_HEADING_TWICE : ENT_FIELD_TWICE],
                .column = i,
                .heading = heading,
                .other = layout->headings[k],
                .caption = field == NO_FIELD ? NULL : &schema->fields[field].title,
                .name = m->names[i]
            };
            return false;
        }
    }
    return true;
}

bool aet_mapping_has(const struct mapping *m, int field)
{
    for (size_t i = 0; i < m->layout->columns; i++)
        if (m->field_of[i] == field)
            return true;
    return false;
}
