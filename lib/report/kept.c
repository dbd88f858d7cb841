/* Rows that are kept while records are read, for sections that say one thing of each record. */
#include "report/report.h"

void aet_kept_begin(struct report *kept, enum lang lang, const struct section_kind *const *kinds)
{
    *kept = (struct report){ .lang = lang };
    for (; *kinds; kinds++)
        aet_report_section(kept, *kinds);
}

static const struct section *find(const struct report *kept, const struct section_kind *kind)
{
    for (size_t i = 0; i < kept->n; i++)
        if (kept->sections[i].kind == kind)
            return &kept->sections[i];
    aet_section_broken(kind, NULL, "nothing is kept of it");
}

struct section *aet_kept_section(struct report *kept, const struct section_kind *kind)
{
    return &kept->sections[find(kept, kind) - kept->sections];
}

static bool is_text(enum cell_type type)
{
    return type == CELL_TEXT || type == CELL_CODE || type == CELL_LIST;
}

void aet_section_fill_kept(struct section *s, const struct report *kept)
{
    const struct section *from = find(kept, s->kind);
    size_t n = from->rows * s->kind->n;

    s->cells = aet_reallocarray(s->cells, n, sizeof *s->cells);
    s->cells_cap = n;
    s->rows = from->rows;
    for (size_t i = 0; i < n; i++) {
        struct cell *c = &s->cells[i];

        *c = from->cells[i];
        if (c->known && is_text(s->kind->columns[i % s->kind->n].type))
            c->u.s = aet_arena_copy(&s->report->arena, c->u.s);
        if (c->shown.n)
            c->shown = aet_arena_copy(&s->report->arena, c->shown);
    }
    for (size_t i = 0; i < from->notes_n; i++)
        aet_section_note(s, from->notes[i]);
}
