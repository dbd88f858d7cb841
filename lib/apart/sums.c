/* Running sums. A sum since a line is the sum of all without what it was there. */
#include "apart/sums.h"

#include "base/duration.h"

#define COUNTED (INT64_MAX / 4) /* sums, and the difference of two, are numbers */

struct running {
    int64_t sum, was[SINCES];
    uint64_t unread, unread_was[SINCES]; /* cells that could not be read */
    bool lost;                           /* beyond what can be counted */
};

void aet_sums_file(struct sums *s, const struct apart_sheet *sheet)
{
    s->sheet = sheet;
    s->any = sheet->layout && sheet->adding_n;
    s->titled = false;
    s->own = s->any && !aet_apart_rejects(sheet);
    for (size_t i = 0; i < SINCES; i++)
        s->lines[i] = 0;
    for (size_t k = 0; s->any && k < sheet->adding_n; k++) {
        s->columns = aet_grow(s->columns, &s->cap, k, sizeof *s->columns);
        s->columns[k] = (struct running){ .sum = 0 };
    }
}

void aet_sums_free(struct sums *s)
{
    aet_free(s->columns);
    *s = (struct sums){ .sheet = NULL };
}

void aet_sums_line(struct sums *s)
{
    for (size_t i = 0; i < SINCES; i++)
        s->lines[i]++;
}

void aet_sums_add(struct sums *s, size_t k, int64_t value)
{
    struct running *r = &s->columns[k];

    if (value > COUNTED - r->sum || value < -COUNTED - r->sum)
        r->lost = true;
    else
        r->sum += value;
}

void aet_sums_unread(struct sums *s, size_t k)
{
    s->columns[k].unread++;
}

void aet_sums_unparsed(struct sums *s, struct apart_sheet *sheet, struct span raw)
{
    const struct row *row = raw.n ? aet_apart_again(sheet, raw) : NULL;

    for (size_t k = 0; k < sheet->adding_n; k++) {
        size_t c = sheet->adding[k].column;

        if (!row || (c < row->n && row->cells[c].n))
            aet_sums_unread(s, k);
    }
}

/* The sums that a total may mean, the likeliest first. */
static const enum since meant[][4] = {
    [RANK_PART] = { SINCE_PART, SINCE_TITLE, SINCES, SINCES },
    [RANK_NAMED] = { SINCE_TOTAL, SINCE_TITLE, SINCE_HEADINGS, SINCE_BEGINNING },
    [RANK_TOTAL] = { SINCE_TOTAL, SINCE_HEADINGS, SINCE_BEGINNING, SINCES },
    [RANK_OVERALL] = { SINCE_BEGINNING, SINCE_OVERALL, SINCE_HEADINGS, SINCES },
};

static int64_t sum_since(const struct running *r, enum since since)
{
    return r->sum - r->was[since]; /* between two sums that were counted */
}

static int64_t distance(int64_t a, int64_t b)
{
    return a < b ? b - a : a - b; /* no further than what is counted */
}

/* Whether lines were added since there. */
static bool is_begun(const struct sums *s, enum since since)
{
    return since < SINCES && s->lines[since] && (since != SINCE_TITLE || s->titled);
}

/* Whether nothing speaks against a figure; otherwise *since is what comes nearest to it. */
static bool agrees(const struct sums *s, const struct figure *f, enum rank rank, enum since *since)
{
    const struct running *r = &s->columns[f->adding];
    bool parts = rank == RANK_PART && !s->lines[SINCE_PART]; /* a sum of parts */
    int64_t nearest = INT64_MAX;

    if (!f->good || r->lost || rank < RANK_PART)
        return true;
    for (size_t i = 0; i < 4; i++) {
        enum since at = parts ? SINCE_TOTAL : meant[rank][i];

        if (is_begun(s, at) && distance(sum_since(r, at), f->value) < nearest) {
            nearest = distance(sum_since(r, at), f->value);
            *since = at;
        }
    }
    return nearest == 0 || nearest == INT64_MAX; /* or there is nothing to compare it with */
}

/* Whether a figure is one of the sums of what stands above it. */
static bool is_sum(const struct sums *s, const struct figure *f)
{
    bool same = false;

    for (size_t since = 0; since < SINCES; since++)
        same |= is_begun(s, (enum since)since) &&
                sum_since(&s->columns[f->adding], (enum since)since) == f->value;
    return s->own && same && !s->columns[f->adding].lost;
}

bool aet_sums_agree(const struct sums *s, const struct aside *a)
{
    bool all = a->figures_n > 0;

    for (size_t i = 0; i < a->figures_n; i++)
        all &= is_sum(s, &a->figures[i]);
    return all;
}

/* The sum as people write it, in both languages, in the arena of the diagnostics; `part`: cells of
 * the column could not be read. */
static struct text shown(const struct adding *a, int64_t value, bool part, struct diags *d)
{
    static const struct text unread = {
        "; une cellule de la colonne au moins n’a pu être lue",
        "; one cell of the column at least could not be read",
    };
    struct buf fr = { 0 }, en = { 0 };
    struct text t;

    if (a->holds == HOLDS_MONEY) {
        aet_money_show(value, LANG_FR, &fr);
        aet_money_show(value, LANG_EN, &en);
    } else {
        aet_duration_write(value, &fr);
        aet_duration_write(value, &en);
    }
    if (part) {
        aet_buf_str(&fr, unread.fr);
        aet_buf_str(&en, unread.en);
    }
    t.fr = aet_arena_copy(d->arena, aet_buf_view(&fr)).p;
    t.en = aet_arena_copy(d->arena, aet_buf_view(&en)).p;
    aet_buf_free(&fr);
    aet_buf_free(&en);
    return t;
}

static void say(const struct sums *s, const struct aside *a, const struct figure *f, int rule,
                enum since since, struct span record, struct diags *d)
{
    const struct adding *of = &s->sheet->adding[f->adding];
    const struct running *r = &s->columns[f->adding];
    const struct layout *l = s->sheet->layout;
    struct diag *x = aet_diag_add(d, &aet_rules_ent[rule], AET_LIT(""));

    aet_diag_arg(d, x, "valeur", f->text);
    aet_diag_about(x, &of->title);
    aet_diag_word(x, "somme", shown(of, sum_since(r, since), r->unread > r->unread_was[since], d));
    aet_diag_at(x, AT_CELL,
                (size_t)(a->raw.p - record.p) + l->format->cell_at(l, a->raw, of->column));
}

/* Behind the line nothing was read yet. */
static void begin(struct sums *s, enum since since)
{
    s->lines[since] = 0;
    for (size_t k = 0; s->any && k < s->sheet->adding_n; k++) {
        s->columns[k].was[since] = s->columns[k].sum;
        s->columns[k].unread_was[since] = s->columns[k].unread;
    }
}

void aet_sums_aside(struct sums *s, const struct aside *a, struct span record, struct diags *diags)
{
    enum rank rank = a->kind == APART_FIGURES ? RANK_TOTAL : a->rank;
    enum since since = meant[rank][0];

    for (size_t i = 0; s->own && a->kind == APART_TOTAL && i < a->figures_n; i++)
        if (!agrees(s, &a->figures[i], rank, &since))
            say(s, a, &a->figures[i], ENT_TOTAL_WRONG, since, record, diags);
    if (a->kind == APART_HEADINGS)
        begin(s, SINCE_HEADINGS);
    if (a->kind == APART_NOTE) {
        s->titled = true;
        begin(s, SINCE_TITLE);
    }
    if ((a->kind != APART_TOTAL && a->kind != APART_FIGURES) || rank < RANK_PART)
        return;
    begin(s, SINCE_PART);
    if (rank > RANK_PART)
        begin(s, SINCE_TOTAL);
    if (rank == RANK_OVERALL)
        begin(s, SINCE_OVERALL);
}

void aet_sums_refuse(const struct sums *s, const struct aside *a, struct span record,
                     struct diags *diags)
{
    for (size_t i = 0; i < a->figures_n; i++)
        if (!is_sum(s, &a->figures[i]))
            say(s, a, &a->figures[i], ENT_FIGURES_ALONE, SINCE_BEGINNING, record, diags);
}
