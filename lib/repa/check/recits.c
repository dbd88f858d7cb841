/* The validation trail of narratives: individual, then group, then final (Méthodologie, step 4). */
#include "repa/check/check.h"

#include "flow/twice.h"
#include "base/fold.h"
#include "repa/rules.h"

enum { DAY_BITS = 32, NO_DATE = INT32_MIN };

/* Rank of a step in the trail, from 0: the order of the table. */
static size_t ranks(const struct repa_knowledge *k)
{
    return k->validations->rows < ETAPES_MAX ? k->validations->rows : ETAPES_MAX;
}

void aet_repa_check_recits(const void *context, const struct facts *f, struct diags *d,
                           struct mark *mark)
{
    const struct repa_knowledge *k = context;
    const struct fact *date = &f->f[REC_DATE];
    int32_t rank = aet_fact_row(f, REC_VALIDATION);
    struct buf text = { 0 };

    if (!f->f[REC_RECIT].present)
        aet_repa_say(d, REP_SANS_RECIT, &aet_repa_schema_recits, REC_RECIT, -1);
    if (!f->f[REC_VALIDATION].present)
        aet_repa_say(d, REP_SANS_ETAPE_VALIDATION, &aet_repa_schema_recits, REC_VALIDATION, -1);
    if (date->good && aet_date_days(date->u.date) > k->today) {
        aet_date_write(date->u.date, &text);
        aet_diag_arg(d, aet_repa_say(d, REP_FUTUR, &aet_repa_schema_recits, REC_DATE, -1), "valeur",
                     aet_buf_view(&text));
    }
    if (!mark || !f->f[REC_RECIT].good || rank == NO_ROW || rank >= ETAPES_MAX) {
        aet_buf_free(&text);
        return;
    }
    aet_buf_clear(&text);
    aet_nfc(aet_span_trim(f->f[REC_RECIT].u.text), &text);
    mark->key = aet_span_fingerprint(aet_buf_view(&text)) | 1;
    aet_buf_free(&text);
    mark->value = (uint64_t)rank << DAY_BITS |
                  (uint32_t)(date->good ? aet_date_days(date->u.date) : NO_DATE);
}

static struct trace *trace_of(struct parcours *p, uint64_t recit)
{
    uint64_t known = aet_idset_add(&p->recits, recit, p->n + 1);

    if (known)
        return &p->traces[known - 1];
    p->traces = aet_grow(p->traces, &p->cap, p->n, sizeof *p->traces);
    p->traces[p->n] = (struct trace){ .last = 0 };
    return &p->traces[p->n++];
}

static struct span step(const struct parcours *p, size_t rank)
{
    return aet_label(p->k->validations, rank, p->k->lang);
}

/* A later step before an earlier one, by date. */
static void order(const struct parcours *p, const struct trace *t, size_t rank, int32_t day,
                  struct diags *d)
{
    for (size_t i = 0; i < ranks(p->k) && day != NO_DATE; i++) {
        struct buf text = { 0 };
        bool early = i < rank && t->first[i] && t->late[i] > day;
        bool late = i > rank && t->first[i] && t->early[i] != NO_DATE && t->early[i] < day;
        struct diag *x;

        if (!early && !late)
            continue;
        x = aet_repa_say(d, REP_ORDRE, &aet_repa_schema_recits, REC_DATE, -1);
        aet_date_write(aet_date_from_days(early ? t->late[i] : day), &text);
        aet_diag_arg(d, x, "valeur", step(p, early ? rank : i));
        aet_diag_arg(d, x, "attendu", step(p, early ? i : rank));
        aet_diag_arg(d, x, "autre", aet_buf_view(&text));
        aet_buf_free(&text);
    }
}

static void gaps(const struct parcours *p, const struct trace *t, size_t rank, struct diags *d)
{
    struct diag *x;

    for (size_t i = 0; i < rank; i++) {
        if (t->first[i])
            continue;
        x = aet_repa_say(d, REP_SAUT, &aet_repa_schema_recits, REC_VALIDATION, -1);
        aet_diag_arg(d, x, "valeur", step(p, rank));
        aet_diag_arg(d, x, "attendu", step(p, i));
    }
}

static bool may_be_day(int32_t day)
{
    return day == NO_DATE || (day >= DATE_FIRST_DAY && day <= DATE_LAST_DAY);
}

void aet_repa_judge_recits(void *state, const struct mark *mark, uint64_t place,
                           const struct layout *const *files, struct diags *d)
{
    struct parcours *p = state;
    size_t rank = (size_t)(mark->value >> DAY_BITS);
    int32_t day = (int32_t)(uint32_t)mark->value;
    struct trace *t;

    if (rank >= ranks(p->k) || !may_be_day(day)) /* the mark of a part that was tampered with */
        return;
    t = trace_of(p, mark->key);
    if (t->first[rank] && rank + 1 == ranks(p->k)) {
        struct diag *x = aet_repa_say(d, REP_FINALE_DEUX_FOIS, &aet_repa_schema_recits,
                                      REC_VALIDATION, -1);

        aet_place_arg(d, x, t->first[rank], files);
    }
    if (!t->first[rank]) {
        gaps(p, t, rank, d);
        t->first[rank] = place;
        t->early[rank] = t->late[rank] = NO_DATE;
    }
    order(p, t, rank, day, d);
    if (day != NO_DATE && (t->early[rank] == NO_DATE || day < t->early[rank]))
        t->early[rank] = day;
    if (day > t->late[rank])
        t->late[rank] = day;
    t->last = place;
}

/* Narratives whose trail does not reach its end, in the order they came. */
void aet_repa_end_recits(void *state, struct diags *d, struct ending *to)
{
    struct parcours *p = state;
    struct buf missing = { 0 };

    for (size_t i = 0; i < p->n; i++) {
        const struct trace *t = &p->traces[i];
        struct diag *x;

        aet_buf_clear(&missing);
        for (size_t r = 0; t->last && r < ranks(p->k); r++) {
            if (t->first[r])
                continue;
            aet_buf_str(&missing, missing.n ? ", " : "");
            aet_buf_span(&missing, step(p, r));
        }
        if (!missing.n)
            continue;
        x = aet_repa_say(d, REP_INCOMPLET, &aet_repa_schema_recits, -1, -1);
        aet_diag_arg(d, x, "attendu", aet_buf_view(&missing));
        aet_ending_say(to, x, t->last);
    }
    aet_buf_free(&missing);
}

void aet_repa_parcours_free(struct parcours *p)
{
    aet_idset_free(&p->recits);
    aet_free(p->traces);
}
