/* Figures and notes of findings in words. */
#include "findings/words.h"

#include "base/fold.h"
#include "base/real.h"
#include "base/utf8.h"
#include "findings/ask.h"
#include "report/figure.h"

void aet_finding_say(struct buf *out, enum lang lang, const char *fr, const char *en)
{
    aet_buf_str(out, aet_text((struct text){ fr, en }, lang));
}

static void say_cell(struct buf *out, enum lang lang, struct cell c, enum cell_type type)
{
    aet_figure(out, &c, type, lang, ", ");
}

void aet_finding_say_share(struct buf *out, enum lang lang, double share)
{
    say_cell(out, lang, (struct cell){ .known = true, .u.d = aet_real_steady(share) }, CELL_SHARE);
}

void aet_finding_say_number(struct buf *out, enum lang lang, double v)
{
    say_cell(out, lang, (struct cell){ .known = true, .u.d = aet_real_steady(v) }, CELL_NUMBER);
}

void aet_finding_say_count(struct buf *out, enum lang lang, uint64_t n)
{
    say_cell(out, lang, (struct cell){ .known = true, .u.i = (int64_t)n }, CELL_COUNT);
}

void aet_finding_say_p(struct buf *out, enum lang lang, const char *name, double p)
{
    aet_buf_str(out, name);
    aet_buf_str(out, p < 0.0005 ? " < " : " = ");
    aet_finding_say_number(out, lang, p < 0.0005 ? 0.001 : p);
}

void aet_finding_say_n(struct buf *out, enum lang lang, uint64_t n)
{
    aet_buf_str(out, out->n ? ", n = " : "n = ");
    aet_finding_say_count(out, lang, n);
}

void aet_finding_say_next(struct buf *note)
{
    aet_buf_str(note, note->n ? "; " : "");
}

static void say_interval(struct buf *out, enum lang lang, struct stat_interval ic, bool share)
{
    void (*say)(struct buf *, enum lang, double) = share ? aet_finding_say_share
                                                         : aet_finding_say_number;

    if (!ic.low.defined || !ic.high.defined)
        return;
    aet_buf_str(out, " [");
    say(out, lang, ic.low.value);
    aet_finding_say(out, lang, "; ", "; ");
    say(out, lang, ic.high.value);
    aet_buf_char(out, ']');
}

/* A share with its interval, or that there is none. */
static void say_estimate(struct buf *out, enum lang lang, struct stat_value v,
                         struct stat_interval ic)
{
    if (v.defined)
        aet_finding_say_share(out, lang, v.value);
    else
        aet_finding_say(out, lang, "indéfini", "undefined");
    say_interval(out, lang, ic, true);
}

static bool silent(const struct finding_run *r)
{
    return !r->domain->of_units.fr;
}

struct span aet_finding_row_label(const struct finding_run *r, int dimension, size_t row)
{
    const struct finding_dimension *d = &r->domain->dimensions[dimension];

    return d->table ? aet_label(d->table, row, r->lang) : aet_span_z(d->ids[row]);
}

/* The rows of a pick: "Institutionnalisation + Recherche de ressources". */
static void say_pick(struct buf *out, const struct finding_run *r, const struct finding_pick *p)
{
    const char *title = aet_text(r->domain->dimensions[p->dimension].title, r->lang);
    size_t said = 0;

    if (title) {
        aet_buf_str(out, title);
        aet_buf_char(out, ' ');
    }
    for (size_t row = 0; row < p->n; row++) {
        if (!aet_finding_picks(p, (int32_t)row))
            continue;
        aet_buf_str(out, said++ ? " + " : "");
        aet_buf_span(out, aet_finding_row_label(r, p->dimension, row));
    }
}

/* What a measure is of: the rows of its first pick; without one, its own label. */
static void say_operand(struct buf *out, const struct finding_run *r,
                        const struct finding_operand *o)
{
    if (o->request.what_n)
        say_pick(out, r, &o->request.what[0]);
    else
        aet_buf_str(out, aet_text(o->measure->label, r->lang));
}

void aet_finding_say_part(const struct finding_run *r, const struct finding_measure *of,
                          struct finding_figure *f)
{
    if (silent(r) || !f->value.defined)
        return;
    aet_buf_str(&f->words, aet_text(of->of_units.fr ? of->of_units : r->domain->of_units, r->lang));
    aet_buf_char(&f->words, ' ');
    say_estimate(&f->words, r->lang, f->value, f->ci);
}

void aet_finding_say_more(const struct finding_run *r, struct finding_figure *f,
                          const struct finding_operand *a, const struct finding_operand *b)
{
    struct buf than = { 0 };

    if (silent(r))
        return;
    say_operand(&f->words, r, a);
    aet_finding_say(&f->words, r->lang, " avant ", " above ");
    say_operand(&than, r, b);
    aet_utf8_within_sentence(aet_buf_view(&than), &f->words);
    aet_buf_free(&than);
    aet_finding_say(&f->words, r->lang, " : ", ": ");
    if (f->value.defined)
        aet_finding_say_share(&f->words, r->lang, f->value.value);
    say_interval(&f->words, r->lang, f->ci, true);
}

void aet_finding_say_kendall(const struct finding_run *r, struct finding_figure *f,
                             const struct finding_operand *b)
{
    struct buf *out = &f->words;

    if (silent(r))
        return;
    say_operand(out, r, b);
    aet_buf_char(out, ' ');
    if (!f->value.defined) {
        aet_finding_say(out, r->lang, "indéfini (", "undefined (");
        aet_finding_say(out, r->lang, aet_stat_reason_fr(f->value.reason),
                        aet_stat_reason_en(f->value.reason));
        aet_buf_char(out, ')');
        return;
    }
    aet_finding_say_number(out, r->lang, f->value.value);
    say_interval(out, r->lang, f->ci, false);
    if (!f->p.defined)
        return;
    aet_buf_str(out, ", ");
    aet_finding_say_p(out, r->lang, "p", f->p.value);
}

void aet_finding_say_ratio(const struct finding_run *r, struct finding_figure *f,
                           const struct finding_operand *a)
{
    if (silent(r))
        return;
    say_operand(&f->words, r, a);
    aet_buf_char(&f->words, ' ');
    say_estimate(&f->words, r->lang, f->value, f->ci);
}

void aet_finding_say_gap(const struct finding_run *r, struct finding_figure *f)
{
    struct buf *out = &f->words;

    if (silent(r))
        return;
    aet_finding_say(out, r->lang, "écart de parts ", "difference of shares ");
    say_estimate(out, r->lang, f->value, f->ci);
    for (size_t i = 0; i < f->parts_n; i++) {
        aet_finding_say(out, r->lang, "; ", "; ");
        aet_buf_span(out, f->parts[i].label);
        aet_buf_char(out, ' ');
        say_estimate(out, r->lang, f->parts[i].value, f->parts[i].ci);
    }
}

void aet_finding_say_cliff(const struct finding_run *r, struct finding_figure *f,
                           const struct finding_pick sides[2], const uint64_t n[2])
{
    struct buf *out = &f->words;
    int first = aet_finding_first_side(sides);

    if (silent(r))
        return;
    if (f->value.defined) {
        aet_finding_say(out, r->lang, "delta de Cliff ", "Cliff’s delta ");
        aet_finding_say_number(out, r->lang, f->value.value);
        say_interval(out, r->lang, f->ci, false);
    }
    aet_finding_say_n(out, r->lang, n[first]);
    aet_finding_say(out, r->lang, " et ", " and ");
    aet_finding_say_count(out, r->lang, n[!first]);
}

void aet_finding_say_equal_length(const struct finding_run *r, struct finding_figure *f,
                                  const struct finding_operand *a, const uint64_t n[2])
{
    struct buf *out = &f->words, what = { 0 };
    bool share = a->measure->drawn == DRAWN_SHARE;

    if (silent(r) || !f->value.defined)
        return;
    aet_finding_say(out, r->lang, share ? "part moyenne, " : "à longueur égale, ",
                    share ? "mean share, " : "at equal length, ");
    say_operand(&what, r, a);
    aet_utf8_within_sentence(aet_buf_view(&what), out);
    aet_buf_free(&what);
    aet_finding_say(out, r->lang, " : écart ", ": difference ");
    if (share)
        aet_finding_say_share(out, r->lang, f->value.value);
    else
        aet_finding_say_number(out, r->lang, f->value.value);
    say_interval(out, r->lang, f->ci, share);
    aet_finding_say_n(out, r->lang, n[0]);
    aet_finding_say(out, r->lang, " et ", " and ");
    aet_finding_say_count(out, r->lang, n[1]);
}

void aet_finding_say_fisher(const struct finding_run *r, struct finding_figure *f,
                            const struct finding_pick sides[2], const uint64_t with[2],
                            const uint64_t n[2])
{
    struct buf *out = &f->words;
    int side = aet_finding_first_side(sides);

    if (silent(r))
        return;
    for (int i = 0; i < 2; i++, side = !side) {
        aet_finding_say(out, r->lang, i ? "; " : "", i ? "; " : "");
        say_pick(out, r, &sides[side]);
        aet_finding_say(out, r->lang, " : ", ": ");
        if (n[side])
            aet_finding_say_share(out, r->lang, (double)with[side] / (double)n[side]);
        aet_buf_str(out, n[side] ? " (" : "(");
        aet_finding_say_count(out, r->lang, with[side]);
        aet_buf_char(out, '/');
        aet_finding_say_count(out, r->lang, n[side]);
        aet_buf_char(out, ')');
    }
    if (!f->value.defined)
        return;
    aet_finding_say(out, r->lang, "; écart ", "; difference ");
    say_estimate(out, r->lang, f->value, f->ci);
}

void aet_finding_say_left_out(const struct finding_run *r, struct finding_figure *f,
                              const struct finding_measure *m, uint64_t n)
{
    struct buf count = { 0 };
    struct diag_arg arg;

    f->hidden |= n > 0 && n < r->hide_under;
    if (!n || !m->left_out.fr)
        return;
    aet_finding_say_count(&count, r->lang, n);
    arg = (struct diag_arg){ "nombre", aet_buf_view(&count) };
    aet_finding_say_next(&f->note);
    aet_message(&f->note, m->left_out, r->lang, &arg, 1);
    aet_buf_free(&count);
}

void aet_finding_say_counts(const struct finding_run *r, struct finding_figure *f, uint64_t with,
                            uint64_t n)
{
    if (!r->domain->units.fr)
        return;
    aet_finding_say_count(&f->counts, r->lang, with);
    aet_buf_str(&f->counts, aet_text(r->domain->units, r->lang));
    aet_finding_say_count(&f->counts, r->lang, n);
}

void aet_finding_say_group(const struct finding_run *r, struct finding_figure *f, struct span label,
                           double share)
{
    aet_buf_str(&f->note, f->note.n ? ", " : "");
    aet_buf_span(&f->note, aet_fold_short(label));
    aet_buf_char(&f->note, ' ');
    aet_finding_say_share(&f->note, r->lang, share);
}

void aet_finding_say_zero(const struct finding_run *r, struct finding_figure *f)
{
    aet_finding_say_next(&f->note);
    aet_finding_say(&f->note, r->lang, "la médiane est nulle", "the median is zero");
}
