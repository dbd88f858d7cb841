/* The rules on one mention look at its facts and at the tables, nothing else; those that compare
 * mentions see four numbers of each, in the order of the input. */
#include "perennite/check.h"

#include "base/fold.h"
#include "flow/twice.h"
#include "perennite/rules.h"

enum { LEVEL_BITS = 4, LEVEL_MASK = (1 << LEVEL_BITS) - 1 };

struct subject {
    const struct perennite_knowledge *k;
    const struct facts *f;
    struct diags *d;
};

static struct diag *say(struct subject *s, int rule, int field)
{
    return aet_field_diag(s->d, &aet_perennite_rule[rule], &aet_perennite_schema_mention, field,
                          -1);
}

static bool has(const struct subject *s, int field)
{
    return s->f->f[field].present;
}

static void needed(struct subject *s)
{
    static const struct {
        int field, rule;
    } rows[] = { { MEN_REGROUPEMENT, PER_SANS_REGROUPEMENT },
                 { MEN_PLAN, PER_SANS_PLAN },
                 { MEN_NIVEAU, PER_SANS_NIVEAU },
                 { MEN_OBJET, PER_SANS_OBJET },
                 { MEN_STATUT, PER_SANS_STATUT },
                 { MEN_EXTRAIT, PER_SANS_EXTRAIT } };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!has(s, rows[i].field))
            say(s, rows[i].rule, rows[i].field);
    if (!has(s, MEN_MENTION))
        say(s, s->k->accord ? PER_ACCORD_IDENTIFIANT : PER_SANS_IDENTIFIANT, MEN_MENTION);
    if (s->k->accord && !has(s, MEN_CODEUR))
        say(s, PER_ACCORD_CODEUR, MEN_CODEUR);
}

/* A rule with the label of one row and of the row it belongs to. */
static void say_rows(struct subject *s, int rule, int field, const struct table *t, int32_t row,
                     const struct table *of, int32_t of_row)
{
    struct diag *x = say(s, rule, field);

    aet_diag_arg(s->d, x, "valeur", aet_label(t, (size_t)row, s->k->lang));
    if (of)
        aet_diag_arg(s->d, x, "autre", aet_label(of, (size_t)of_row, s->k->lang));
}

static void strategies(struct subject *s)
{
    const struct perennite_knowledge *k = s->k;
    int32_t strategie = aet_fact_row(s->f, MEN_STRATEGIE);
    int32_t sous = aet_fact_row(s->f, MEN_SOUS_STRATEGIE);
    int32_t moyen = aet_fact_row(s->f, MEN_MOYEN);

    if (!has(s, MEN_STRATEGIE) && sous != NO_ROW)
        say_rows(s, PER_STRATEGIE_DEDUITE, MEN_SOUS_STRATEGIE, k->strategies, k->strategie_of[sous],
                 NULL, 0);
    else if (!has(s, MEN_STRATEGIE))
        say(s, PER_SANS_STRATEGIE, MEN_STRATEGIE);
    if (strategie != NO_ROW && sous != NO_ROW && k->strategie_of[sous] != strategie)
        say_rows(s, PER_HORS_STRATEGIE, MEN_SOUS_STRATEGIE, k->sous, sous, k->strategies,
                 k->strategie_of[sous]);
    if (strategie != NO_ROW && !has(s, MEN_SOUS_STRATEGIE))
        say(s, PER_SANS_SOUS_STRATEGIE, MEN_STRATEGIE);
    if (moyen != NO_ROW && sous != NO_ROW && k->sous_of[moyen] != sous)
        say_rows(s, PER_HORS_SOUS_STRATEGIE, MEN_MOYEN, k->moyens, moyen, k->sous,
                 k->sous_of[moyen]);
}

/* Four digits from the front of *t, or 0. */
static unsigned take_year(struct span *t)
{
    unsigned year = 0;

    for (size_t i = 0; i < 4; i++) {
        if (i >= t->n || t->p[i] < '0' || t->p[i] > '9')
            return 0;
        year = year * 10 + (unsigned)(t->p[i] - '0');
    }
    *t = aet_span_from(*t, 4);
    return year >= 1900 && year <= 2200 ? year : 0;
}

static void year(struct subject *s)
{
    struct span text = aet_span_trim(aet_fact_text(s->f, MEN_ANNEE)), t = text;
    unsigned first, second;

    if (!has(s, MEN_ANNEE))
        return;
    first = take_year(&t);
    if (first && !t.n)
        return;
    if (first && (t.p[0] == '-' || t.p[0] == '/')) {
        t = aet_span_from(t, 1);
        second = take_year(&t);
        if (second == first + 1 && !t.n)
            return;
    }
    aet_diag_arg(s->d, say(s, PER_ANNEE, MEN_ANNEE), "valeur", text);
}

/* The mark of the text of a field in NFC, behind what goes before. */
static uint64_t mark_of(const struct subject *s, int field, uint64_t before)
{
    return aet_nfc_mark(aet_span_trim(aet_fact_text(s->f, (size_t)field)), before);
}

/* Level row + 1, or 0, and above it what tells the years of one plan apart. */
static uint64_t level_of_year(const struct subject *s)
{
    int32_t niveau = aet_fact_row(s->f, MEN_NIVEAU);
    uint64_t level = niveau == NO_ROW ? 0 : (uint64_t)niveau + 1;

    if (!level || level > LEVEL_MASK || !has(s, MEN_PLAN) || !has(s, MEN_ANNEE))
        return level > LEVEL_MASK ? 0 : level;
    return level | mark_of(s, MEN_ANNEE, 0) << LEVEL_BITS;
}

/* key: plan, mention, coder (1 when there is no mention id); value: level of the year; more: plan
 * and coder, group. 0 where there is nothing. */
static void compared(struct subject *s, struct mark *mark)
{
    uint64_t plan = mark_of(s, has(s, MEN_PLAN) ? MEN_PLAN : MEN_ANNEE, mark_of(s, MEN_CODEUR, 0));

    if (has(s, MEN_PLAN))
        mark->more[0] = plan | 1;
    mark->key = has(s, MEN_MENTION) ? mark_of(s, MEN_MENTION, plan) | 2 : 1;
    if (has(s, MEN_REGROUPEMENT))
        mark->more[1] = mark_of(s, MEN_REGROUPEMENT, plan) | 1;
    mark->value = level_of_year(s);
}

static void check(const void *context, const struct facts *f, struct diags *d, struct mark *mark)
{
    struct subject s = { context, f, d };

    needed(&s);
    strategies(&s);
    year(&s);
    if (mark)
        compared(&s, mark);
}

static void say_at(struct diags *d, int rule, int field, uint64_t place,
                   const struct layout *const *files)
{
    struct diag *x = aet_field_diag(d, &aet_perennite_rule[rule], &aet_perennite_schema_mention,
                                    field, -1);

    aet_place_arg(d, x, place, files);
}

static void one_level(struct seen *s, const struct mark *mark, uint64_t place,
                      const struct layout *const *files, struct diags *d)
{
    uint64_t level = mark->value & LEVEL_MASK, year = mark->value ^ level;
    uint64_t first = aet_idset_add(&s->levels, mark->more[1] ^ year, place << LEVEL_BITS | level);
    struct diag *x;

    if (!first || (first & LEVEL_MASK) == level)
        return;
    x = aet_field_diag(d, &aet_perennite_rule[PER_DEUX_NIVEAUX], &aet_perennite_schema_mention,
                       MEN_NIVEAU, -1);
    aet_place_arg(d, x, first >> LEVEL_BITS, files);
    aet_diag_arg_uint(d, x, "valeur", level);
    aet_diag_arg_uint(d, x, "nombre", first & LEVEL_MASK);
}

static void judge(void *state, const struct mark *mark, uint64_t place,
                  const struct layout *const *files, struct diags *d)
{
    struct seen *s = state;
    uint64_t first = mark->key > 1 ? aet_idset_add(&s->mentions, mark->key, place) : 0;

    if (first)
        say_at(d, PER_DOUBLON, MEN_MENTION, first, files);
    if (mark->more[0] && mark->more[1]) {
        uint64_t other = aet_idset_add(&s->groups, mark->more[0], mark->more[1]);

        first = aet_idset_add(&s->plans, mark->more[0], place);
        if (other && other != mark->more[1])
            say_at(d, PER_DEUX_REGROUPEMENTS, MEN_PLAN, first, files);
    }
    if (mark->more[1] && mark->value)
        one_level(s, mark, place, files, d);
}

void aet_perennite_seen_free(struct seen *s)
{
    aet_idset_free(&s->mentions);
    aet_idset_free(&s->plans);
    aet_idset_free(&s->groups);
    aet_idset_free(&s->levels);
}

const struct rules aet_perennite_rules = { check, judge, NULL };
