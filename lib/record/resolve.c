/* From values to facts, by the type that the schema gives each field. */
#include "record/resolve.h"

#include <stdlib.h>

#include "base/duration.h"
#include "base/fold.h"
#include "base/listed.h"
#include "record/digits.h"
#include "record/facts_dates.h"
#include "record/items.h"
#include "tables/match_list.h"

static void report(struct step *s, int rule)
{
    aet_step_report(s, rule, s->value->text, -1);
}

/* Several known terms in one: how to write them is said, in place of the nearest one. */
static bool several_terms(struct step *s, struct diag *x, struct span text)
{
    struct buf parts = { 0 };
    bool several = x && aet_match_several(s->matcher, text, &parts);

    if (several && aet_type_is_list(s->field->type))
        aet_diag_arg(s->diags, x, "suggestion", aet_buf_view(&parts));
    else if (several)
        aet_diag_arg(s->diags, x, "un_seul", aet_buf_view(&parts));
    aet_buf_free(&parts);
    return several;
}

static void unknown_term(struct step *s, struct span text, long position)
{
    int32_t rows[MEANT_MAX];
    struct diag *x;
    size_t n;

    if (!s->field->unknown)
        return;
    x = aet_step_say(s, s->field->unknown, position);
    aet_diag_arg(s->diags, x, "valeur", text);
    if (several_terms(s, x, text))
        return;
    if (x && x->rule->gravity == ERREUR)
        x->table = aet_matcher_table(s->matcher)->extend;
    n = x ? aet_meant(s->matcher, text, rows) : 0;
    for (size_t i = 0; i < n; i++) {
        struct span label = aet_label(aet_matcher_table(s->matcher), (size_t)rows[i], LANG_FR);

        aet_diag_arg(s->diags, x, "suggestion", aet_fold_short(label));
    }
}

static void add_item(struct facts *f, struct fact *fact, struct item item)
{
    for (size_t i = fact->u.list.from; item.row != NO_ROW && i < f->n; i++)
        if (f->items[i].row == item.row)
            return; /* the same term twice counts once */
    f->items = aet_grow(f->items, &f->cap, f->n, sizeof *f->items);
    f->items[f->n++] = item;
    fact->u.list.n++;
}

/* Whether the parts name more than one term: « Assistance / outils » are two names of one. */
static bool differ(struct step *s, struct span parts)
{
    struct span part;
    int32_t first = NO_ROW;

    while (aet_list_next(&parts, &part)) {
        int32_t row = aet_match(s->matcher, part);

        if (first != NO_ROW && row != first)
            return true;
        first = row;
    }
    return false;
}

/* Terms in a row with commas or the like, as a form's checkboxes come: each is an item, when every
 * one is known. */
static bool add_known_list(struct step *s, struct span text, uint32_t position)
{
    struct buf parts = { 0 };
    bool all = aet_match_list(s->matcher, text, &parts);
    struct span rest = aet_buf_view(&parts), part;

    if (all && differ(s, rest))
        aet_diag_arg(s->diags, aet_step_once(s, ENT_TERMS_LISTED, text, (long)position), "autre",
                     rest);
    rest = all ? aet_arena_copy(s->r->arena, rest) : AET_LIT("");
    while (aet_list_next(&rest, &part))
        add_item(s->facts, s->fact, (struct item){ part, aet_match(s->matcher, part), position });
    aet_buf_free(&parts);
    return all;
}

static void add_unknown(struct step *s, struct span text, uint32_t position)
{
    unknown_term(s, text, (long)position);
    s->fact->good &= s->field->unknown == NULL;
    add_item(s->facts, s->fact, (struct item){ text, NO_ROW, position });
}

/* The same with a part that is not known: the error names that part, and nothing but it. */
static bool add_mixed_list(struct step *s, struct span text, uint32_t position)
{
    struct span rest = text, part;

    if (!s->field->unknown || !aet_match_mixed(s->matcher, text))
        return false;
    while (aet_match_next(s->matcher, &rest, &part)) {
        int32_t row = aet_match(s->matcher, part);

        if (row != NO_ROW)
            add_item(s->facts, s->fact, (struct item){ part, row, position });
        else if (!aet_step_stands_in(s, part, (long)position))
            add_unknown(s, part, position);
    }
    return true;
}

/* A part of a list of terms. */
static void resolve_term_of(struct step *s, struct span part, uint32_t position)
{
    int32_t row = aet_match(s->matcher, part);

    if (row == NO_ROW) {
        part = aet_listed_bare(part);
        row = aet_match(s->matcher, part);
    }
    if (row != NO_ROW)
        add_item(s->facts, s->fact, (struct item){ part, row, position });
    else if (!aet_step_stands_in(s, part, (long)position) && !add_known_list(s, part, position) &&
             !add_mixed_list(s, part, position))
        add_unknown(s, part, position);
}

/* What a part is, or would be, when these separators cut it. */
static void say_cut(struct step *s, int rule, struct span text, long position, const char *cut,
                    struct span option)
{
    struct value whole = { VALUE_TEXT, text, NULL };
    struct items it = aet_items(&whole, s->r->arena);
    struct diag *x = aet_step_once(s, rule, text, position);
    struct buf parts = { 0 };
    struct span part;

    it.separators = cut;
    while (x && aet_items_next(&it, &part))
        aet_items_put(&parts, part);
    aet_diag_arg(s->diags, x, "autre", aet_buf_view(&parts));
    aet_diag_arg(s->diags, x, "option", option);
    aet_buf_free(&parts);
}

/* Commas or semicolons in a name: whether they separate names is not certain, and nothing is cut.
 * Where both stand, the comma is likely to belong to the names. */
static void warn_name(struct step *s, struct span text, long position)
{
    bool both = aet_span_has_any(text, ",") && aet_span_has_any(text, ";");
    struct buf option = { 0 };

    aet_buf_str(&option, both ? "'" : "");
    aet_buf_str(&option, s->field->name);
    aet_buf_str(&option, both ? "=;'" : "");
    say_cut(s, ENT_NAMES_UNCUT, text, position, both ? ";" : ",;", aet_buf_view(&option));
    aet_buf_free(&option);
}

/* A part of a list of texts or names. */
static void resolve_text_of(struct step *s, struct span part, const struct items *it)
{
    long position = (long)it->position;

    if (it->whole.n)
        say_cut(s, ENT_NAMES_CUT, it->whole, position, it->separators, AET_LIT(""));
    else if (s->field->type == TYPE_NAMES && !it->separators && aet_span_has_any(part, ",;"))
        warn_name(s, part, position);
    aet_step_text(s, part, position);
    add_item(s->facts, s->fact, (struct item){ part, NO_ROW, (uint32_t)it->position });
}

static void resolve_list(struct step *s)
{
    struct items it = aet_items(s->value, s->r->arena);
    struct span part;

    it.separators = aet_lists_of(s->r->lists, s->field);
    s->fact->u.list.from = (uint32_t)s->facts->n;
    s->fact->u.list.n = 0;
    s->fact->good = true;
    while (aet_items_next(&it, &part)) {
        if (s->matcher)
            resolve_term_of(s, part, (uint32_t)it.position);
        else
            resolve_text_of(s, part, &it);
    }
    if (it.wrong || s->value->kind == VALUE_WRONG || s->value->kind == VALUE_BOOL) {
        report(s, ENT_TYPE_LIST);
        s->fact->good = false;
    }
    s->fact->present = s->fact->u.list.n > 0 || !s->fact->good;
}

static void resolve_term(struct step *s)
{
    s->fact->u.row = NO_ROW;
    if (!aet_step_single(s) || !s->matcher)
        return;
    s->fact->u.row = aet_match_by(s->matcher, s->value->text, &s->fact->alias);
    s->fact->good = s->fact->u.row != NO_ROW;
    if (s->fact->good || aet_step_stands_in(s, s->value->text, -1))
        return;
    s->fact->u.foreign = aet_span_hash(aet_span_trim(s->value->text));
    unknown_term(s, s->value->text, -1);
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

static void resolve_field(struct step *s)
{
    switch (s->field->type) {
    case TYPE_TEXT:
        s->fact->good = aet_step_single(s);
        s->fact->u.text = s->value->text;
        aet_step_text(s, s->value->text, -1);
        break;
    case TYPE_LIST:
    case TYPE_NAMES:
    case TYPE_TERMS:
        resolve_list(s);
        break;
    case TYPE_DATES:
        resolve_list(s);
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
        resolve_term(s);
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

void aet_resolve(struct resolver *r, const struct record *record, struct facts *out,
                 struct diags *diags)
{
    out->n = 0;
    for (size_t i = 0; i < r->schema->n; i++) {
        const struct value *v = &record->values[i];

        out->f[i].good = out->f[i].unsaid = false;
        out->f[i].present = v->kind != VALUE_NONE;
        if (out->f[i].present)
            resolve_field(&(struct step){ r, record, &r->schema->fields[i], v, &out->f[i], out,
                                          diags, r->matchers ? r->matchers[i] : NULL });
    }
}

/* The facts are made where they stay; the parts of lists move there from the shared room. */
struct facts aet_resolve_held(struct resolver *r, const struct record *record, struct facts *room,
                              struct diags *diags)
{
    struct facts held = { .schema = r->schema };
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
