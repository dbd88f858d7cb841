/* Dates of a record. Those in figures that one order only reads are marked: together they say how
 * their column is written (record/columns.h). */
#include "record/facts_dates.h"

/* The orders of a set in words. */
static struct text orders_named(unsigned set)
{
    static const struct text both = { "jma ou mja", "jma or mja" };
    static const struct text one[] = { { "jma", "jma" }, { "mja", "mja" } };

    return set == (ORDER_JMA | ORDER_MJA) ? both : one[set == ORDER_MJA];
}

/* What to write, according to what the field takes. */
static struct text examples(enum type type)
{
    static const struct text day = { "2026-03-31 ou 31 mars 2026", "2026-03-31 or March 31, 2026" };
    static const struct text month = { "2026-03-31, 31 mars 2026 ou mars 2026",
                                       "2026-03-31, March 31, 2026 or March 2026" };

    return type == TYPE_MONTH ? month : day;
}

static void report(struct step *s, enum date_status st, struct date d, struct span text,
                   long position)
{
    static const int rules[DATE_STATUSES] = {
        [DATE_BAD] = ENT_DATE,
        [DATE_VAGUE] = ENT_DATE_VAGUE,
        [DATE_DAY_WANTED] = ENT_DATE_DAY,
        [DATE_NO_YEAR] = ENT_DATE_YEAR,
        [DATE_SHORT_YEAR] = ENT_DATE_SHORT_YEAR,
        [DATE_AMBIGUOUS] = ENT_DATE_AMBIGUOUS,
        [DATE_OTHER_ORDER] = ENT_DATE_ORDER,
        [DATE_IMPOSSIBLE] = ENT_DATE_IMPOSSIBLE,
        [DATE_WEEKDAY] = ENT_DATE_WEEKDAY,
        [DATE_SERIAL] = ENT_DATE_SERIAL,
    };
    struct diag *x = aet_step_report(s, rules[st], text, position);

    if (st == DATE_WEEKDAY)
        aet_diag_word(
            x, "jour",
            (struct text){ aet_date_weekday_name(d, LANG_FR), aet_date_weekday_name(d, LANG_EN) });
    aet_diag_word(x, "attendu",
                  st == DATE_OTHER_ORDER ? orders_named(aet_date_orders(text))
                                         : examples(s->field->type));
}

/* A date that was read, in figures that only one order makes one. */
static void mark(struct step *s, struct span text, long position)
{
    unsigned set = aet_date_orders(text);
    struct step marked = *s;

    if (set != ORDER_JMA && set != ORDER_MJA)
        return;
    marked.diags = s->r->marks;
    aet_diag_arg(s->r->marks, aet_step_report(&marked, ENT_DATE_ORDERS, text, position), "ordre",
                 aet_span_z(orders_named(set).fr));
}

/* Read one date. `*stood`: what is written stands for none, or for the one above. */
static bool read(struct step *s, struct span text, long position, struct date *d, bool *stood)
{
    bool month_ok = s->field->type == TYPE_MONTH;
    enum date_status st = aet_date_read(text, s->r->dates, month_ok, d);

    *stood = (st == DATE_BAD || st == DATE_VAGUE) && aet_step_stands_in(s, text, position);
    if (st != DATE_OK && !*stood)
        report(s, st, *d, text, position);
    else if (st == DATE_OK && s->r->marks && s->r->dates == DATES_ISO)
        mark(s, text, position);
    return st == DATE_OK;
}

void aet_step_date(struct step *s)
{
    bool stood;

    if (aet_step_single(s))
        s->fact->good = read(s, s->value->text, -1, &s->fact->u.date, &stood);
}

void aet_step_dates(struct step *s)
{
    struct item *it = s->facts->items + s->fact->u.list.from;
    uint32_t kept = 0;

    for (uint32_t i = 0; i < s->fact->u.list.n; i++) {
        struct date d;
        bool stood, good = read(s, it[i].text, (long)it[i].position, &d, &stood);

        if (stood)
            continue;
        it[kept] = it[i];
        it[kept++].row = good ? aet_date_days(d) : NO_DAY;
        s->fact->good &= good;
    }
    s->fact->u.list.n = kept;
    s->facts->n = s->fact->u.list.from + kept;
    s->fact->present = kept || !s->fact->good;
}
