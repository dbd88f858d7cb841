/* judge: records beside those before them, in the order of the input, by their marks alone. */
#include "flow/run.h"

/* How the dates of a column are written, and whether --dates was right. */
static void judge_dates(struct run *r, const struct held *h)
{
    struct diag *said = h->found.n ? r->diags.items + h->found.from : NULL;
    const struct diag *marks = h->dates.n ? r->marks.items + h->dates.from : NULL;

    aet_columns_judge(&r->columns, marks, h->dates.n, said, h->found.n, &r->late);
    for (size_t i = 0; i < h->found.n; i++)
        r->stopped |= said[i].rule == &aet_rules_ent[ENT_DATE_ORDER];
}

static void judge_record(struct run *r, struct held *h, const struct layout *const *files)
{
    h->judged.from = r->late.n;
    r->late.errors = r->late.warnings = 0;
    if (r->work->suite && h->fait.key)
        r->work->suite(r->work->state, &h->fait, aet_place_pack(r->current->index, h->slice->line),
                       files, &r->late);
    judge_dates(r, h);
    h->judged.n = r->late.n - h->judged.from;
    if (r->late.errors || (r->s->strict && r->late.warnings))
        h->outcome = REJECTED;
}

void aet_judge_lot(struct run *r)
{
    size_t n;
    const struct layout *const *files = aet_source_layouts(r->source, &n);

    aet_diags_clear(&r->late);
    aet_arena_reset(&r->judging);
    for (size_t i = 0; r->work->seen && i < r->lot_n; i++)
        aet_idset_ahead(r->work->seen, r->lot[i].fait.key); /* all at once: they overlap */
    for (size_t i = 0; i < r->lot_n; i++) {
        if (r->stopped)
            r->lot[i].outcome = BLANK;
        else if (r->lot[i].outcome != BLANK)
            judge_record(r, &r->lot[i], files);
    }
}
