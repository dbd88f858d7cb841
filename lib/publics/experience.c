/* Reading what was done, and ordering by it. */
#include "publics/experience.h"

#include <stdlib.h>

#include "base/fold.h"
#include "flow/annexe.h"
#include "publics/check.h"
#include "publics/rules.h"
#include "stats/proportion.h"
#include "voice/phrase.h"

/* An activity counts once, and only when `valider` would let it pass. */
static void keep(void *to, const struct facts *f, uint64_t line, struct diags *diags)
{
    struct experience *e = to;
    struct mark mark = { 0 };
    uint64_t first;

    aet_publics_check(e->p, f, diags, &mark);
    first = mark.key ? aet_idset_add(&e->ids, mark.key, line) : 0;
    if (first) {
        struct diag *x = aet_field_diag(diags, &aet_publics_rule[PUB_ID_TWICE],
                                        &aet_publics_schema_activite, ACT_ID, -1);
        struct buf where = { 0 };

        aet_buf_str(&where, e->file);
        aet_buf_char(&where, ':');
        aet_buf_uint(&where, first);
        aet_diag_arg(diags, x, "endroit", aet_buf_view(&where));
        aet_diag_word(x, "place", aet_phrases[PHRASE_PLACE]);
        aet_buf_free(&where);
    }
    if (!diags->errors)
        aet_publics_retombees_add(&e->sum, f);
}

bool aet_publics_experience_read(struct experience *e, struct session *s,
                                 struct publics_knowledge *p, const char *file)
{
    const struct annexe done = {
        &aet_publics_schema_activite, p->matchers, NULL, 0, false, keep, e
    };

    *e = (struct experience){ .p = p, .file = file };
    aet_publics_retombees_init(&e->sum, p);
    e->aims = aet_calloc(p->words, sizeof *e->aims);
    if (!aet_annexe_read(s, file, &done))
        return false;
    if (!e->sum.total.issue.visees)
        aet_voice_say(&s->voice, &aet_publics_rule[PUB_EXPERIENCE_VIDE],
                      AET_WORDS(aet_word("fichier", file)));
    return true;
}

void aet_publics_experience_free(struct experience *e)
{
    aet_publics_retombees_free(&e->sum);
    aet_idset_free(&e->ids);
    aet_free(e->aims);
    aet_arena_free(&e->parts);
}

/* A term that is suggested, and what is known of it. */
struct essai {
    struct span label;
    struct issue issue;
    double at_least; /* share observed, the low end of its interval */
    size_t rank;     /* in the order of the matrix */
};

enum { ONCE_SEEN, NEVER_TRIED, NEVER_SEEN };

static int tier(const struct essai *x)
{
    return x->issue.observees ? ONCE_SEEN : x->issue.visees ? NEVER_SEEN : NEVER_TRIED;
}

static int by_success(const void *a, const void *b)
{
    const struct essai *x = a, *y = b;

    if (tier(x) != tier(y))
        return tier(x) - tier(y);
    if (x->at_least > y->at_least || x->at_least < y->at_least)
        return x->at_least > y->at_least ? -1 : 1;
    if (tier(x) == NEVER_SEEN && x->issue.visees != y->issue.visees)
        return x->issue.visees < y->issue.visees ? -1 : 1;
    return x->rank < y->rank ? -1 : 1;
}

static int32_t row_of(const struct experience *e, size_t field, struct span label)
{
    int32_t row = aet_match(e->p->matchers[field], label);

    return row == NO_ROW ? NO_ROW : e->p->canonical[row];
}

static void aim(struct experience *e, int32_t row)
{
    if (row != NO_ROW)
        e->aims[row / 64] |= (terme_set)1 << (row % 64);
}

/* The outcomes that means are judged by: those named, or those suggested. */
static void aim_at(struct experience *e, const struct facts *f, const struct span *suggested,
                   size_t n)
{
    const struct item *it = aet_fact_items(f, ACT_RETOMBEES);
    bool any = false;

    memset(e->aims, 0, e->p->words * sizeof *e->aims);
    for (size_t i = 0; i < aet_fact_count(f, ACT_RETOMBEES); i++) {
        if (it[i].row == NO_ROW)
            continue;
        aim(e, e->p->canonical[it[i].row]);
        any = true;
    }
    for (size_t i = 0; i < n && !any; i++)
        aim(e, row_of(e, ACT_RETOMBEES, suggested[i]));
}

static struct issue issue_of(const struct experience *e, size_t field, int32_t row)
{
    const struct retombees *r = &e->sum;
    size_t n = r->p->termes->rows;
    struct issue sum = { 0, 0 };

    if (row == NO_ROW)
        return sum;
    if (field == ACT_RETOMBEES)
        return (struct issue){ r->retombees[row].realisees, r->retombees[row].observees };
    for (size_t t = 0; t < n; t++) {
        const struct issue *x = &r->issues[(size_t)row * (n + 1) + t];

        if (!aet_publics_has_terme(e->aims, (int32_t)t))
            continue;
        sum.visees += x->visees;
        sum.observees += x->observees;
    }
    return sum;
}

/* "label (observed/aimed at)" */
static struct span told_of(struct experience *e, const struct essai *x)
{
    struct buf text = { 0 };
    struct span kept;

    aet_buf_span(&text, x->label);
    aet_buf_str(&text, " (");
    aet_buf_int(&text, x->issue.observees);
    aet_buf_char(&text, '/');
    aet_buf_int(&text, x->issue.visees);
    aet_buf_char(&text, ')');
    kept = aet_arena_copy(&e->parts, aet_buf_view(&text));
    aet_buf_free(&text);
    return kept;
}

/* Order the labels of one field; returns how many were tried. */
static size_t order(struct experience *e, size_t field, struct span *labels, size_t n,
                    struct span *told)
{
    struct essai *list = aet_calloc(n + 1, sizeof *list);
    size_t tried = 0;

    for (size_t i = 0; i < n; i++) {
        struct essai *x = &list[i];

        *x = (struct essai){ .label = labels[i], .rank = i };
        x->issue = issue_of(e, field, row_of(e, field, labels[i]));
        x->at_least = aet_wilson((uint64_t)x->issue.observees, (uint64_t)x->issue.visees,
                                 AET_POPULATION_UNKNOWN, 0.95)
                          .low.value;
    }
    if (n)
        qsort(list, n, sizeof *list, by_success);
    for (size_t i = 0; i < n; i++) {
        labels[i] = list[i].label;
        if (list[i].issue.visees)
            told[tried++] = told_of(e, &list[i]);
    }
    aet_free(list);
    return tried;
}

size_t aet_publics_experience_order(struct experience *e, const struct facts *f,
                                    struct span *retombees, size_t retombees_n,
                                    struct span *comment, size_t comment_n, struct span *told)
{
    size_t n;

    aet_arena_reset(&e->parts);
    aim_at(e, f, retombees, retombees_n);
    n = order(e, ACT_RETOMBEES, retombees, retombees_n, told);
    return n + order(e, ACT_COMMENT, comment, comment_n, told + n);
}
