/* From values to facts, by the type that the schema gives each field. */
#include "record/resolve.h"

#include <stdlib.h>

#include "base/duration.h"
#include "base/fold.h"
#include "base/stand_in.h"
#include "record/digits.h"
#include "record/facts_dates.h"
#include "record/facts_list.h"

static void report(struct step *s, int rule)
{
    aet_step_report(s, rule, s->value->text, -1);
}

/* What to write, in each language with its decimal sign, or with the one that was declared. */
struct examples {
    struct text comma, point;
};

static void report_example(struct step *s, int rule, const struct examples *e)
{
    struct number_form said = s->r->number;
    struct text shown = { (said.said && said.decimal == '.' ? e->point : e->comma).fr,
                          (said.said && said.decimal == ',' ? e->comma : e->point).en };

    aet_diag_word(aet_step_report(s, rule, s->value->text, -1), "attendu", shown);
}

static void report_number(struct step *s, enum number_status st)
{
    static const struct examples number = { { "12 ou 12,5", "12 or 12,5" },
                                            { "12 ou 12.5", "12 or 12.5" } };
    static const struct examples money = { { "1250 ou 1250,50", "1250 or 1250,50" },
                                           { "1250 ou 1250.50", "1250 or 1250.50" } };
    bool amount = s->field->type == TYPE_MONEY;

    if (st == NUMBER_BAD)
        report_example(s, amount ? ENT_MONEY_ALONE : ENT_NUMBER, amount ? &money : &number);
    else
        report(s, st == NUMBER_AMBIGUOUS   ? ENT_NUMBER_AMBIGUOUS
                  : st == NUMBER_PRECISION ? ENT_MONEY
                                           : ENT_NUMBER_RANGE);
}

static void resolve_money(struct step *s)
{
    struct number_form form = aet_number_form(s->r->number, s->record->layout);
    struct span canonical = s->value->text;
    enum number_status st = NUMBER_OK;

    s->fact->u.cents = 0;
    if (!aet_step_single(s))
        return;
    if (s->value->kind == VALUE_TEXT) {
        aet_buf_clear(&s->r->scratch);
        st = aet_number_read(s->value->text, form, &s->r->scratch);
        canonical = aet_buf_view(&s->r->scratch);
    }
    if (st == NUMBER_OK)
        st = aet_money_cents(canonical, &s->fact->u.cents);
    s->fact->good = st == NUMBER_OK;
    if (st == NUMBER_BAD && aet_step_stands_in(s, s->value->text, -1))
        return;
    if (!s->fact->good)
        report_number(s, st);
}

static void resolve_number(struct step *s)
{
    struct number_form form = aet_number_form(s->r->number, s->record->layout);
    bool whole = s->field->type == TYPE_INTEGER, any = s->field->type == TYPE_VALUE;
    enum number_status st;
    struct span digits = s->value->text;
    struct value value = *s->value;

    s->fact->u.number.text = s->value->text;
    if (!aet_step_single(s))
        return;
    if (!whole && value.kind == VALUE_TEXT)
        aet_number_percent(&value.text); /* percentages are counted in points */
    st = aet_digits(&value, form, s->r->arena, &digits);
    if (st == NUMBER_BAD && aet_step_stands_in(s, s->value->text, -1))
        return;
    if (st == NUMBER_BAD && any)
        return; /* text: the rules of the domain say whether it may be */
    if (st == NUMBER_OK && whole && memchr(digits.p, '.', digits.n))
        st = NUMBER_BAD;
    s->fact->good = st == NUMBER_OK;
    if (!s->fact->good && st == NUMBER_BAD && whole)
        report(s, ENT_INTEGER);
    else if (!s->fact->good)
        report_number(s, st);
    if (!s->fact->good)
        return;
    s->fact->u.number.text = digits;
    s->fact->u.number.value = strtod(digits.p, NULL); /* ended by a NUL in the arena */
}

static void resolve_bool(struct step *s)
{
    static const char *const words[] = { "oui", "vrai", "true",  "yes", "x", "1",
                                         "non", "faux", "false", "no",  "0" };
    struct buf key = { 0 };

    aet_fold_name(s->value->text, &key);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (aet_span_eq(aet_buf_view(&key), aet_span_z(words[i]))) {
            s->fact->good = true;
            s->fact->u.yes = i < 6;
        }
    aet_buf_free(&key);
    if (!s->fact->good && !aet_step_stands_in(s, s->value->text, -1))
        report(s, ENT_BOOL);
}

/* `1.30`: what to write instead is said. */
static void report_clock(struct step *s)
{
    struct diag *x = aet_step_say(s, &aet_rules_ent[ENT_DURATION_CLOCK], -1);
    struct buf clock = { 0 }, decimal = { 0 };

    aet_duration_clock(s->value->text, &clock, &decimal);
    aet_diag_arg(s->diags, x, "valeur", s->value->text);
    aet_diag_arg(s->diags, x, "attendu", aet_buf_view(&clock));
    aet_diag_arg(s->diags, x, "autre", aet_buf_view(&decimal));
    aet_buf_free(&clock);
    aet_buf_free(&decimal);
}

static void report_duration(struct step *s, enum duration_status st)
{
    static const struct examples hours = {
        { "1,5 (heures), 1 h 30 ou 90 min", "1,5 (hours), 1 h 30 or 90 min" },
        { "1.5 (heures), 1 h 30 ou 90 min", "1.5 (hours), 1 h 30 or 90 min" }
    };
    static const struct examples minutes = {
        { "90 (minutes), 1 h 30 ou 90 min", "90 (minutes), 1 h 30 or 90 min" },
        { "90 (minutes), 1 h 30 ou 90 min", "90 (minutes), 1 h 30 or 90 min" }
    };

    if (st == DURATION_CLOCK)
        report_clock(s);
    else if (st != DURATION_BAD)
        report(s, st == DURATION_AMBIGUOUS ? ENT_NUMBER_AMBIGUOUS : ENT_NUMBER_RANGE);
    else if (!aet_step_stands_in(s, s->value->text, -1))
        report_example(s, ENT_DURATION, s->field->type == TYPE_MINUTES ? &minutes : &hours);
}

static void resolve_duration(struct step *s)
{
    struct number_form form = aet_number_form(s->r->number, s->record->layout);
    enum duration_status st;

    s->fact->u.minutes = 0;
    if (!aet_step_single(s))
        return;
    if (s->value->kind == VALUE_NUMBER)
        form = (struct number_form){ '.', true };
    st = aet_duration_read(s->value->text, form, s->field->type == TYPE_MINUTES ? 1 : 60,
                           &s->fact->u.minutes);
    s->fact->good = st == DURATION_OK;
    if (!s->fact->good)
        report_duration(s, st);
}

/* What a formula left behind is no value of any type. */
static bool is_formula_error(struct step *s)
{
    struct span text = s->value->text;

    if (s->value->kind != VALUE_TEXT || !text.n || (text.p[0] != '#' && text.p[0] != 'E') ||
        !aet_is_formula_error(text))
        return false;
    s->fact->good = false;
    report(s, ENT_FORMULA_ERROR);
    return true;
}

static void resolve_field(struct step *s)
{
    if (is_formula_error(s))
        return;
    switch (s->field->type) {
    case TYPE_TEXT:
    case TYPE_NAME:
        s->fact->good = aet_step_single(s);
        s->fact->u.text = s->value->text;
        aet_step_text(s, s->value->text, -1);
        break;
    case TYPE_LIST:
    case TYPE_NAMES:
    case TYPE_TERMS:
        aet_step_list(s);
        break;
    case TYPE_DATES:
        aet_step_list(s);
        aet_step_dates(s);
        break;
    case TYPE_NUMBER:
    case TYPE_INTEGER:
    case TYPE_VALUE:
        resolve_number(s);
        break;
    case TYPE_BOOL:
        resolve_bool(s);
        break;
    case TYPE_TERM:
        aet_step_term(s);
        break;
    case TYPE_MONEY:
        resolve_money(s);
        break;
    case TYPE_DATE:
    case TYPE_MONTH:
        aet_step_date(s);
        break;
    case TYPE_DURATION:
    case TYPE_MINUTES:
        resolve_duration(s);
        break;
    }
}

/* Whether a text may be what a formula left behind, or stand for another: nearly none begins so. */
static bool is_doubtful(struct span text)
{
    static const uint64_t signs[] = { /* space " # ' - / and D E I d i */
                                      UINT64_C(0x0000A08D00000000), UINT64_C(0x0000021000000230)
    };
    unsigned char c = (unsigned char)text.p[0];

    if (c < 0x80 && !(signs[c >> 6] >> (c & 63) & 1))
        return false;
    return c == '#' || c == 'E' || aet_step_may_stand(text);
}

/* Nearly every value: a text that is kept as it is, a term that names a row. False: it is to be
 * resolved. */
static bool at_once(const struct resolver *r, size_t field, const struct value *v, struct fact *f)
{
    switch (r->schema->fields[field].type) {
    case TYPE_TEXT:
    case TYPE_NAME:
        if (v->kind != VALUE_TEXT || is_doubtful(v->text))
            return false;
        f->u.text = v->text;
        break;
    case TYPE_TERM:
        if (v->kind != VALUE_TEXT || is_doubtful(v->text) || !r->matchers || !r->matchers[field])
            return false;
        f->u.row = aet_match_by(r->matchers[field], v->text, &f->alias);
        if (f->u.row == NO_ROW)
            return false;
        break;
    default:
        return false;
    }
    return f->good = true;
}

void aet_resolve(struct resolver *r, const struct record *record, struct facts *out,
                 struct diags *diags)
{
    out->n = 0;
    out->matchers = r->matchers;
    for (size_t i = 0; i < r->schema->n; i++) {
        const struct value *v = &record->values[i];

        out->f[i].good = out->f[i].unsaid = false;
        out->f[i].present = v->kind != VALUE_NONE;
        if (out->f[i].present && !at_once(r, i, v, &out->f[i]))
            resolve_field(&(struct step){ r, record, &r->schema->fields[i], v, &out->f[i], out,
                                          diags, r->matchers ? r->matchers[i] : NULL });
    }
}

/* The facts are made where they stay; the parts of lists move there from the shared room. */
struct facts aet_resolve_held(struct resolver *r, const struct record *record, struct facts *room,
                              struct diags *diags)
{
    struct facts held = { .schema = r->schema, .matchers = r->matchers };
    struct fact *own = room->f;

    held.f = room->f = aet_arena_alloc(r->arena, r->schema->n * sizeof *held.f);
    aet_resolve(r, record, room, diags);
    room->f = own;
    held.n = held.cap = room->n;
    held.items = aet_arena_alloc(r->arena, (room->n + 1) * sizeof *held.items);
    if (room->n)
        memcpy(held.items, room->items, room->n * sizeof *held.items);
    return held;
}
