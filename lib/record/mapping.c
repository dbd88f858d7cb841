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

const struct rule *aet_mapping_make(struct mapping *m, struct headings *h,
                                    const struct layout *layout, struct arena *arena,
                                    struct span args[3], size_t *column)
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
            args[0] = heading;
            args[1] = layout->headings[k];
            args[2] = field == NO_FIELD ? m->names[i] : aet_span_z(schema->fields[field].name);
            *column = i;
            same &= aet_span_eq(heading, layout->headings[k]);
            return &aet_rules_ent[same ? ENT_HEADING_TWICE : ENT_FIELD_TWICE];
        }
    }
    return NULL;
}

bool aet_mapping_has(const struct mapping *m, int field)
{
    for (size_t i = 0; i < m->layout->columns; i++)
        if (m->field_of[i] == field)
            return true;
    return false;
}
