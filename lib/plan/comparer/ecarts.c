/* Walking two versions. */
#include "plan/comparer/ecarts.h"

#include "plan/comparer/apparier.h"

/* As programs and people read them. */
static const struct {
    const char *code;
    struct text label;
} natures[NATURES] = {
    [AJOUTE] = { "ajoute", { "ajouté", "added" } },
    [RETIRE] = { "retire", { "retiré", "dropped" } },
    [DEPLACE] = { "deplace", { "déplacé", "moved" } },
    [MODIFIE] = { "modifie", { "modifié", "changed" } },
    [NON_COMPARE] = { "non-compare", { "non comparé", "not compared" } },
};

/* Who hears it. */
struct oreille {
    aet_ecart *say;
    void *of;
};

static void say_whole(const struct oreille *to, const struct partie *p, enum nature nature)
{
    to->say(to->of,
            &(struct ecart){
                .nature = nature, .partie = p, .avant = AET_LIT(""), .apres = AET_LIT("") });
}

static bool is_date(enum type t)
{
    return t == TYPE_DATE || t == TYPE_MONTH || t == TYPE_DATES;
}

/* An element that both have: what of it is another. */
static void compare(const struct oreille *to, const struct partie *p, const struct partie *q)
{
    const struct schema *s = &aet_plan_schemas[p->kind];

    if (!aet_span_eq(p->parent, q->parent))
        to->say(to->of,
                &(struct ecart){ DEPLACE, q, "parent", { "Sous", "Under" }, p->parent, q->parent });
    for (size_t i = 0; i < s->n; i++) {
        bool lost = (p->perdues | q->perdues) >> i & 1;
        enum nature known = is_date(s->fields[i].type) ? DEPLACE : MODIFIE;

        if (lost || !aet_span_eq(p->valeurs[i], q->valeurs[i]))
            to->say(to->of, &(struct ecart){ lost ? NON_COMPARE : known, q, s->fields[i].name,
                                             s->fields[i].title, p->valeurs[i], q->valeurs[i] });
    }
}

/* What is in one version alone. Where the other one has plans that do not stand, a plan that is not
 * found there may be one of them: nothing is said of what it holds. */
static void say_alone(const struct oreille *to, const struct partie *p, const struct partie *plan,
                      const struct version *other, enum nature nature)
{
    bool unknown = other->rejetes && plan && !plan->autre;

    if (p->ecartee || unknown)
        nature = NON_COMPARE;
    if (unknown ? p == plan : !p->entrainee)
        say_whole(to, p, nature);
}

/* What both have. */
static void say_both(const struct oreille *to, const struct partie *p, const struct partie *q)
{
    if (!p->ecartee && !q->ecartee)
        compare(to, p, q);
    else if (!p->entrainee && !q->entrainee)
        say_whole(to, q, NON_COMPARE);
}

/* The plan comes before its parts. */
void aet_plan_ecarts(struct version *avant, struct version *apres, aet_ecart *say, void *of)
{
    const struct oreille to = { say, of };
    const struct partie *plan = NULL;

    aet_plan_apparier(avant, apres);
    for (size_t i = 0; i < apres->n; i++) {
        const struct partie *q = &apres->pieces[i];

        plan = q->kind == K_PLAN ? q : plan;
        if (q->autre)
            say_both(&to, q->autre, q);
        else
            say_alone(&to, q, plan, avant, AJOUTE);
    }
    for (size_t i = 0; i < avant->n; i++) {
        const struct partie *p = &avant->pieces[i];

        plan = p->kind == K_PLAN ? p : plan;
        if (!p->autre)
            say_alone(&to, p, plan, apres, RETIRE);
    }
}

void aet_plan_ecart_cells(struct section *to, const struct ecart *x)
{
    const struct partie *p = x->partie;
    const struct schema *s = &aet_plan_schemas[p->kind];

    aet_row_text(to, ECART_REGROUPEMENT, p->nom);
    aet_row_coded_words(to, ECART_ELEMENT, s->name, s->noun.fr ? s->noun : s->title);
    aet_row_text(to, ECART_ID, p->id);
    aet_row_dated(to, ECART_LIBELLE, p->libelle);
    aet_row_coded_words(to, ECART_NATURE, natures[x->nature].code, natures[x->nature].label);
    if (x->champ)
        aet_row_coded_words(to, ECART_CHAMP, x->champ, x->titre);
    else
        aet_row_unknown(to, ECART_CHAMP);
    aet_row_dated(to, ECART_AVANT, x->avant);
    aet_row_dated(to, ECART_APRES, x->apres);
}
