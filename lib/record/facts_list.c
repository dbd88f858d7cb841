/* Terms of a record, and its lists: of terms, texts, names. */
#include "record/facts_list.h"

#include "base/fold.h"
#include "base/listed.h"
#include "record/items.h"
#include "tables/match_list.h"

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

/* The terms that may have been meant by the value. `of` is a matcher. */
static void seek_meant(struct diags *d, struct diag *x, void *of)
{
    int32_t rows[MEANT_MAX];
    size_t n = aet_meant(of, *aet_diag_find(x, "valeur"), rows);

    for (size_t i = 0; i < n; i++) {
        struct span label = aet_label(aet_matcher_table(of), (size_t)rows[i], LANG_FR);

        aet_diag_arg(d, x, "suggestion", aet_fold_short(label));
    }
}

static void unknown_term(struct step *s, struct span text, long position)
{
    struct diag *x;

    if (!s->field->unknown)
        return;
    x = aet_step_say(s, s->field->unknown, position);
    aet_diag_arg(s->diags, x, "valeur", text);
    if (several_terms(s, x, text))
        return;
    if (!x)
        return;
    if (x->rule->gravity == ERREUR)
        x->table = aet_matcher_table(s->matcher)->extend;
    x->seek = seek_meant;
    x->of = s->matcher;
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
    struct value whole = { .kind = VALUE_TEXT, .text = text };
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

void aet_step_list(struct step *s)
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
        aet_step_report(s, ENT_TYPE_LIST, s->value->text, -1);
        s->fact->good = false;
    }
    s->fact->present = s->fact->u.list.n > 0 || !s->fact->good;
}

void aet_step_term(struct step *s)
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
