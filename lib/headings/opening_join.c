/* Two heading lines. The upper one groups (a cell merged over several columns), the lower one says
 * what stands under it; or the lower one only says how to answer, or the unit. */
#include "headings/opening_join.h"

#include "base/fold.h"
#include "headings/choice.h"
#include "headings/unit.h"
#include "headings/wording.h"

/* A column under two heading lines. */
struct stack {
    struct span upper; /* its own cell */
    struct span group; /* that cell, or the nearest one to the left of an empty one */
    struct span lower;
    bool spans; /* the group stands over several columns of the lower line */
};

struct pair {
    const struct opening_words *w;
    const struct opening *o;
    size_t below; /* the first row after the two */
    struct stack *columns;
    size_t n;
    struct buf scratch;
};

static struct span cell(const struct opening_row *row, size_t column)
{
    return column < row->n ? row->cells[column] : AET_LIT("");
}

static struct pair pair(const struct opening_words *w, const struct opening *o, size_t at)
{
    const struct opening_row *upper = &o->rows[at], *lower = &o->rows[at + 1];
    struct pair p = { .w = w, .o = o, .below = at + 2 };
    struct span group = AET_LIT("");

    p.n = upper->n > lower->n ? upper->n : lower->n;
    p.columns = aet_arena_alloc(o->arena, (p.n + 1) * sizeof *p.columns);
    for (size_t i = 0; i < p.n; i++) {
        struct stack *s = &p.columns[i];

        *s = (struct stack){ .upper = cell(upper, i), .lower = cell(lower, i) };
        if (aet_span_eq(s->upper, s->lower)) /* merged down: the upper one is all there is */
            s->lower = AET_LIT("");
        group = s->upper.n ? s->upper : s->lower.n ? group : AET_LIT("");
        s->group = group;
        s->spans = !s->upper.n || (!cell(upper, i + 1).n && cell(lower, i + 1).n && s->lower.n);
    }
    return p;
}

static const struct field *field(const struct pair *p, struct span heading)
{
    return heading.n ? p->w->field(p->w->context, heading) : NULL;
}

static struct span joined(const struct pair *p, struct span a, const char *between, struct span b,
                          const char *after)
{
    struct buf text = { 0 };
    struct span kept;

    aet_buf_span(&text, a);
    aet_buf_str(&text, between);
    aet_buf_span(&text, b);
    aet_buf_str(&text, after);
    kept = aet_arena_copy(p->o->arena, aet_buf_view(&text));
    aet_buf_free(&text);
    return kept;
}

/* A dash, a sign: no heading, and no part of one. */
static bool has_word(struct span s)
{
    struct buf key = { 0 };
    bool has;

    aet_fold_name(s, &key);
    has = key.n > 0;
    aet_buf_free(&key);
    return has;
}

/* The two cells as one heading that is known, whichever comes first ("Budget prévu", "Date de
 * réalisation"), the one in agreement with the other ("Réel" over "Date"); empty: there is none. */
static struct span both(const struct pair *p, const struct stack *s)
{
    static const char *const endings[] = { "", "e", "s", "es", "le", "les", NULL };

    for (size_t i = 0; s->group.n && has_word(s->lower) && endings[i]; i++) {
        struct span one = joined(p, s->group, " ", s->lower, endings[i]);
        struct span other = joined(p, s->lower, " ", s->group, endings[i]);

        if (field(p, other) || field(p, one))
            return field(p, other) ? other : one;
    }
    return AET_LIT("");
}

static bool folds_to_one_of(struct span s, const char *const *words)
{
    struct buf key = { 0 };
    bool found = false;

    aet_fold(s, &key);
    for (; *words && !found; words++)
        found = aet_span_eq(aet_buf_view(&key), aet_span_z(*words));
    aet_buf_free(&key);
    return found;
}

/* What exports of surveys write under a question that has one column. */
static bool is_answer(struct span s)
{
    static const char *const words[] = { "response",
                                         "open-ended response",
                                         "responses",
                                         "answer",
                                         "reponse",
                                         "reponses",
                                         "reponse libre",
                                         "reponse ouverte",
                                         "reponse a developper",
                                         "texte libre",
                                         "date / time",
                                         "date/time",
                                         "date / heure",
                                         NULL };

    return folds_to_one_of(s, words);
}

static bool is_aside(struct span s)
{
    return s.n > 2 && s.p[0] == '(' && s.p[s.n - 1] == ')';
}

/* How the values of the field above are written. */
static bool is_unit(struct span s, const struct field *above)
{
    struct buf key = { 0 };
    bool unit;

    aet_fold(s, &key);
    unit = above && aet_heading_is_unit(aet_buf_view(&key), above->type);
    aet_buf_free(&key);
    return unit;
}

/* What makes of a heading another one. */
static bool qualifies(struct span s)
{
    static const char *const words[] = {
        "reel",       "reelle",           "reels",  "reelles", "realise",  "realisee", "realises",
        "realisees",  "realisation",      "obtenu", "obtenus", "observe",  "observes", "constate",
        "constates",  "effectif",         "final",  "revise",  "revisee",  "initial",  "precedent",
        "an dernier", "annee precedente", "actual", "revised", "previous", NULL
    };

    return folds_to_one_of(s, words);
}

/* Figures alone are a value, and under a date or a number any figure is. */
static bool is_value(const struct pair *p, const struct stack *s)
{
    const struct field *f = field(p, s->group);
    bool figures = false, others = false;

    for (size_t i = 0; i < s->lower.n; i++) {
        figures |= s->lower.p[i] >= '0' && s->lower.p[i] <= '9';
        others |= !strchr("0123456789 .,/:-$%", s->lower.p[i]);
    }
    return figures && (!others || (f && !aet_type_is_text(f->type) && f->type != TYPE_LIST &&
                                   f->type != TYPE_TERM && f->type != TYPE_TERMS));
}

/* What the columns of a group hold, as choices. */
struct ticks {
    size_t yes, unknown;
};

/* The columns of the group that begins at `i`. False: they cannot be choices, whatever they hold.
 */
static bool count_ticks(struct pair *p, size_t i, struct ticks *t)
{
    const struct field *f = field(p, p->columns[i].group);

    *t = (struct ticks){ 0, 0 };
    if (!p->columns[i].upper.n || !f || !aet_choice_type(f->type))
        return false;
    for (size_t c = i; c < p->n && (c == i || !p->columns[c].upper.n); c++) {
        struct span label = p->columns[c].lower;

        if (!label.n || is_value(p, &p->columns[c]) || field(p, label))
            return false;
        for (size_t r = p->below; r < p->o->n; r++) {
            enum choice_answer says = aet_choice_says(label, cell(&p->o->rows[r], c), &p->scratch);

            t->yes += says == CHOICE_YES;
            t->unknown += says == CHOICE_UNKNOWN;
        }
    }
    return true;
}

/* Whether the columns of the group are choices of the field that it names: they hold ticks, or
 * their own names, more than anything else. What else they hold is an error, each time. */
static bool is_choices(struct pair *p, size_t i)
{
    struct ticks t;

    return count_ticks(p, i, &t) && (!t.unknown || t.yes > t.unknown);
}

static bool any_tick(struct pair *p, size_t i)
{
    struct ticks t;

    return count_ticks(p, i, &t) && t.yes > 0;
}

/* Where the group of a column begins. */
static size_t group_of(const struct pair *p, size_t i)
{
    while (i && !p->columns[i].upper.n)
        i--;
    return i;
}

/* How much the lower cell shows that its line is no record. */
enum evidence { AGAINST, NONE, FOR };

static enum evidence weigh(struct pair *p, size_t i)
{
    const struct stack *s = &p->columns[i];
    const struct field *above = field(p, s->group), *below = field(p, s->lower);

    if (!s->lower.n)
        return NONE;
    if (is_answer(s->lower) || (s->upper.n && (is_aside(s->lower) || is_unit(s->lower, above))))
        return FOR;
    if (is_value(p, s))
        return AGAINST;
    if (both(p, s).n || (s->spans && !s->upper.n && below))
        return FOR;
    if (s->spans && s->group.n && is_choices(p, group_of(p, i)))
        return any_tick(p, group_of(p, i)) ? FOR : NONE;
    if (s->upper.n)
        return below && (!above || above == below) ? NONE : AGAINST;
    return NONE;
}

/* What the column is called. */
static struct span name(struct pair *p, size_t i)
{
    const struct stack *s = &p->columns[i];
    const struct field *above = field(p, s->group), *below = field(p, s->lower);
    struct span known = both(p, s);

    if (!s->lower.n || (s->upper.n && is_answer(s->lower)))
        return s->upper;
    if (!s->group.n)
        return s->lower;
    if (s->upper.n && is_aside(s->lower))
        return joined(p, s->upper, " ", s->lower, "");
    if (s->upper.n && is_unit(s->lower, above))
        return joined(p, s->upper, " (", s->lower, ")");
    if (known.n)
        return known;
    if (above && above == below)
        return s->upper.n ? s->upper : s->lower;
    if (below && !qualifies(s->group))
        return s->lower;
    if (s->spans && s->group.n && is_choices(p, group_of(p, i)))
        return joined(p, s->group, " [", s->lower, "]");
    return joined(p, s->group, " – ", s->lower, "");
}

static void take_names(struct pair *p, struct opened *out)
{
    out->headings = aet_arena_alloc(p->o->arena, (p->n + 1) * sizeof *out->headings);
    out->columns = p->n;
    for (size_t i = 0; i < p->n; i++)
        out->headings[i] = aet_arena_copy(p->o->arena, name(p, i));
}

/* Whether the lower line shows itself to be none of the records; *fills: it adds to the upper one.
 */
static bool is_second(struct pair *p, bool *fills)
{
    bool shown = false;

    *fills = false;
    for (size_t i = 0; i < p->n; i++) {
        const struct stack *s = &p->columns[i];
        enum evidence e = weigh(p, i);

        if (e == AGAINST)
            return false;
        shown |= e == FOR;
        *fills |= s->upper.n ? e == FOR && !s->spans : s->lower.n > 0;
    }
    return shown;
}

bool aet_opening_below(const struct opening_words *w, const struct opening *o, size_t at,
                       struct opened *out)
{
    struct pair p = pair(w, o, at);
    bool fills, joins = is_second(&p, &fills) && fills;

    if (joins && !o->whole && o->n < OPENING_ROWS)
        out->more = true; /* the rows below say whether its columns are choices */
    else if (joins)
        take_names(&p, out);
    aet_buf_free(&p.scratch);
    return joins;
}

/* Whether every cell of the upper line groups, or agrees with, what stands under it; *says: it adds
 * something to what is known of it. */
static bool is_over(struct pair *p, bool *says)
{
    bool groups = false, known = false;
    size_t filled = 0;

    *says = false;
    for (size_t i = 0; i < p->n; i++) {
        const struct stack *s = &p->columns[i];

        if (s->upper.n && (!s->lower.n || (!s->spans && weigh(p, i) == AGAINST)))
            return false;
        groups |= !s->upper.n && s->group.n && s->lower.n;
        filled += s->upper.n > 0;
        known |= field(p, s->upper) != NULL;
        *says |= !aet_span_eq(name(p, i), s->lower);
    }
    *says |= known && groups;
    return filled > 1 || !p->columns[0].upper.n; /* one cell that begins the line is a title */
}

bool aet_opening_above(const struct opening_words *w, const struct opening *o, size_t at,
                       struct opened *out)
{
    struct pair p = pair(w, o, at - 1);
    bool says, joins = is_over(&p, &says) && says;

    if (joins)
        take_names(&p, out);
    aet_buf_free(&p.scratch);
    return joins;
}
