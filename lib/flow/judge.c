/* Judging a lot. */
#include "flow/judge.h"

void aet_judge_init(struct judge *j, enum gravity least)
{
    *j = (struct judge){ .stopped = false };
    j->said = (struct diags){ .arena = &j->arena, .least = least };
}

void aet_judge_free(struct judge *j)
{
    aet_diags_free(&j->said);
    aet_columns_free(&j->columns);
    aet_arena_free(&j->arena);
}

/* How the dates of a column are written, and whether --dates was right. */
static void judge_dates(struct judge *j, struct worker *w, struct held *h)
{
    struct diag *found = h->found.n ? w->diags.items + h->found.from : NULL;
    const struct diag *dates = h->dates.n ? w->dates.items + h->dates.from : NULL;

    aet_columns_judge(&j->columns, dates, h->dates.n, found, h->found.n, &j->said);
    for (size_t i = 0; i < h->found.n; i++)
        h->stops |= found[i].rule == &aet_rules_ent[ENT_DATE_ORDER];
    j->stopped |= h->stops;
}

static void judge_record(struct judge *j, struct worker *w, struct held *h,
                         const struct layout *const *files, size_t file)
{
    h->judged.from = j->said.n;
    j->said.errors = j->said.warnings = 0;
    if (h->mark.key)
        w->work->rules->judge(w->work->state, &h->mark, aet_place_pack(file, h->slice), files,
                              &j->said);
    judge_dates(j, w, h);
    h->judged.n = j->said.n - h->judged.from;
    if (aet_fails(&j->said, w->strict))
        h->outcome = REJECTED;
}

void aet_judge_lot(struct judge *j, struct worker *w, const struct layout *const *files,
                   size_t file)
{
    const struct idset *seen = w->work->seen;

    aet_diags_clear(&j->said);
    aet_arena_reset(&j->arena);
    for (size_t i = 0; seen && i < w->lot.n; i++)
        aet_idset_ahead(seen, w->lot.held[i].mark.key); /* all at once: they overlap */
    for (size_t i = 0; i < w->lot.n; i++) {
        struct held *h = &w->lot.held[i];

        if (j->stopped)
            h->outcome = BLANK;
        else if (h->outcome != BLANK)
            judge_record(j, w, h, files, file);
    }
}
