/* Judging a lot, and the one judge that most rules need (flow/twice.h). */
#include "flow/judge.h"

#include "flow/twice.h"

void aet_judge_init(struct judge *j, enum gravity least)
{
    *j = (struct judge){ .stopped = false };
    j->said = (struct diags){ .arena = &j->arena, .least = least };
    j->totals = (struct diags){ .arena = &j->arena };
}

void aet_judge_free(struct judge *j)
{
    aet_diags_free(&j->said);
    aet_diags_free(&j->totals);
    aet_marks_free(&j->marks);
    aet_sums_free(&j->sums);
    aet_columns_free(&j->columns);
    aet_arena_free(&j->arena);
}

void aet_judge_file(struct judge *j, struct reader *r)
{
    aet_columns_reset(&j->columns);
    j->run = 0;
    aet_sums_file(&j->sums, aet_reader_kind(r)->sheet(r));
    j->near = j->second = false;
}

/* How the dates of a column are written, and whether --dates was right. */
static void judge_dates(struct judge *j, struct worker *w, struct held *h)
{
    struct diag *found = h->found.n ? w->diags.items + h->found.from : NULL;
    const struct diag *dates = h->dates.n ? w->dates.items + h->dates.from : NULL;

    aet_columns_judge(&j->columns, dates, h->dates.n, found, h->found.n, &j->said);
    for (size_t i = 0; found && i < h->found.n; i++)
        h->stops |= found[i].rule == &aet_rules_ent[ENT_DATE_ORDER];
    j->stopped |= h->stops;
}

/* Narrow rows in a row that have the cells of one row between them: a line break outside quotes may
 * have cut it, unless the lower one says something of its own. */
static void judge_width(struct judge *j, struct held *h, const struct layout *l)
{
    size_t run = j->run ? j->run + h->cells - 1 : h->cells;

    if (!h->cells || l->book) /* a workbook leaves out what is empty */
        run = 0;
    else if (j->run && run == l->columns && !h->speaks)
        aet_diag_at(aet_diag_add(&j->said, &aet_rules_ent[ENT_ROW_SPLIT], AET_LIT("")), AT_ROW, 0);
    j->run = run < l->columns ? run : 0;
}

static void judge_record(struct judge *j, struct worker *w, struct held *h,
                         const struct layout *const *files, size_t file)
{
    uint64_t place = aet_place_pack(file, h->slice);
    uint32_t said = 0;

    if (h->mark.key) {
        w->work->rules->judge(w->work->state, &h->mark, place, files, &j->said);
        said = (uint32_t)(j->said.n - h->judged.from);
    }
    judge_dates(j, w, h);
    judge_width(j, h, files[file]);
    if (aet_fails(&j->said, w->strict) && !aet_worker_leaves(w, h, &j->said, h->judged.from))
        h->outcome = REJECTED;
    if (j->keeps && h->mark.key)
        aet_marks_keep(&j->marks,
                       &(struct kept_mark){ h->mark, place, h->outcome == REJECTED, said });
}

/* What stands under the headings of another table is no record, whatever it was read as. */
static void refuse(struct judge *j, struct held *h)
{
    h->outcome = REJECTED;
    h->known = false;
    h->beyond = j->second;
    h->found.n = h->dates.n = h->asides_n = 0;
    (void)aet_diag_add(&j->said, &aet_rules_ent[j->second ? ENT_SECOND_ROW : ENT_SECOND_TABLE],
                       AET_LIT(""));
    j->second = true;
}

static bool is_second(const struct judge *j, struct worker *w, const struct held *h)
{
    bool near = j->near || h->slice->below_blank;

    if (j->second || h->outcome == ASIDE)
        return j->second;
    return (near || !h->sound) && aet_reader_kind(&w->reader)->second(&w->reader, h, near);
}

/* Amounts that stand alone and are no sum: the line is rejected, of a document that line alone. */
static void refuse_figures(struct judge *j, struct worker *w, struct held *h, struct aside *a)
{
    const struct reader_kind *kind = aet_reader_kind(&w->reader);
    size_t from = j->said.n;

    aet_sums_refuse(&j->sums, a, h->slice->raw, &j->said);
    a->kind = APART_NOT;
    if (kind->lose)
        kind->lose(h, a->raw, &j->said, from);
    else
        h->outcome = REJECTED;
}

/* A line that is no record: amounts that stand alone are one only if they are the sum. */
static void judge_aside(struct judge *j, struct worker *w, struct held *h, struct aside *a)
{
    if (a->kind == APART_FIGURES && !aet_sums_agree(&j->sums, a)) {
        refuse_figures(j, w, h, a);
        return;
    }
    aet_sums_aside(&j->sums, a, h->slice->raw, &j->totals);
}

/* What it adds to the columns, in the order of its lines. */
static void add_up(struct judge *j, struct worker *w, struct held *h)
{
    const struct reader_kind *kind = aet_reader_kind(&w->reader);

    for (size_t i = 0; i < h->asides_n; i++) {
        if (j->sums.any)
            kind->sum(&w->reader, h, i, &j->sums);
        judge_aside(j, w, h, &h->asides[i]);
    }
    if (j->sums.any)
        kind->sum(&w->reader, h, h->asides_n, &j->sums);
    if (j->sums.any && h->outcome == REJECTED && !h->known)
        aet_sums_unparsed(&j->sums, kind->sheet(&w->reader),
                          h->document ? AET_LIT("") : h->slice->raw);
}

static void judge_line(struct judge *j, struct worker *w, struct held *h,
                       const struct layout *const *files, size_t file)
{
    h->judged.from = j->said.n;
    h->totals.from = j->totals.n;
    j->said.errors = j->said.warnings = 0;
    if (j->stopped) {
        h->outcome = BLANK;
        h->asides_n = 0;
    } else if (h->outcome == BLANK) {
        j->near = true;
        add_up(j, w, h);
    } else if (is_second(j, w, h)) {
        refuse(j, h);
    } else {
        j->near = h->outcome == ASIDE;
        add_up(j, w, h);
        if (h->outcome != ASIDE)
            judge_record(j, w, h, files, file);
        j->second = h->second;
    }
    h->judged.n = j->said.n - h->judged.from;
    h->totals.n = j->totals.n - h->totals.from;
}

void aet_judge_lot(struct judge *j, struct worker *w, const struct layout *const *files,
                   size_t file)
{
    const struct idset *seen = w->work->seen;

    aet_diags_clear(&j->said);
    aet_diags_clear(&j->totals);
    aet_arena_reset(&j->arena);
    for (size_t i = 0; seen && i < w->lot.n; i++)
        aet_idset_ahead(seen, w->lot.held[i].mark.key); /* all at once: they overlap */
    for (size_t i = 0; i < w->lot.n; i++)
        judge_line(j, w, &w->lot.held[i], files, file);
}

void aet_twice(void *state, const struct mark *mark, uint64_t place,
               const struct layout *const *files, struct diags *d)
{
    struct twice *t = state;
    uint64_t first = aet_idset_add(&t->set, mark->key, place);

    if (first)
        aet_place_arg(d, aet_field_diag(d, t->rule, t->schema, t->field, -1), first, files);
}

void aet_twice_free(struct twice *t)
{
    aet_idset_free(&t->set);
}
