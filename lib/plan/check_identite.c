/* Identifiers, references between elements, and parts that stand where they do not belong. */
#include "base/fold.h"
#include "plan/check.h"
#include "plan/rules.h"
#include "tree/leave.h"

/* Kinds whose identifiers must differ, and how. Funders are named again and again. */
static const struct {
    unsigned kind;
    int libelle; /* -1: may go without */
    bool cited;  /* by other elements: should have an identifier */
} named[] = {
    { K_FACTEUR, FAC_LIBELLE, true },
    { K_ANALYSE, -1, false },
    { K_CONSTAT, CON_LIBELLE, true },
    { K_OBJECTIF, OBJ_LIBELLE, true },
    { K_TRANSFORMATION, TRA_LIBELLE, false },
    { K_INDICATEUR, IND_LIBELLE, true },
    { K_ACTION, ACN_LIBELLE, true },
    { K_RELEVE, -1, false },
    { K_JALON, -1, false },
    { K_SUIVI_ACTION, -1, false },
    { K_DECISION, -1, false },
    { K_MENTION, -1, false },
    { K_REVISION, -1, false },
    { K_COMMUNICATION, -1, false },
    { K_RENCONTRE, -1, false },
    { K_DIAGNOSTIC, -1, false },
};

/* Readings and follow-ups share one space of identifiers. */
static unsigned space_of(unsigned kind)
{
    return kind == K_SUIVI_ACTION ? K_RELEVE : kind;
}

static uint64_t hash_of(unsigned space, struct span id)
{
    return aet_span_hash(id) + space * 0x9E3779B97F4A7C15u;
}

/* The element of that identifier, or NULL. */
static const struct element *element_of(const struct plan_ids *t, unsigned space, struct span id)
{
    uint64_t *found;

    for (uint32_t at = 0; (found = aet_hash_next(&t->index, hash_of(space, id), &at)) != NULL;) {
        const struct element *e = t->elements[*found - 1];

        if (space_of(e->kind) == space && aet_span_eq(aet_element_id(e), id))
            return e;
    }
    return NULL;
}

static void enter(struct plan_ids *t, const struct element *e)
{
    t->elements = aet_grow(t->elements, &t->cap, t->n, sizeof *t->elements);
    t->elements[t->n++] = e;
    aet_hash_add(&t->index, hash_of(space_of(e->kind), aet_element_id(e)), t->n);
}

static void twice(struct subject *x, const struct element *e, const struct element *first)
{
    struct diag *d = aet_plan_subject_say(x, PLA_ID_TWICE, e, 0, -1);
    struct diag of = { .rule = NULL };

    aet_diag_arg(x->d, d, "valeur", aet_element_id(e));
    aet_element_named(&of, first, x->d->arena);
    aet_diag_arg(x->d, d, "nom", of.name);
    aet_diag_word(d, "autre", *of.noun);
}

static void identifiers(struct subject *x, struct plan_ids *t)
{
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        for (const struct element *e = x->plan->document->first[named[i].kind]; e; e = e->after) {
            const struct element *first;
            struct span id = aet_element_id(e);
            bool idle = named[i].kind == K_TRANSFORMATION &&
                        aet_plan_subject_has(e, TRA_SANS_OBJET);

            if (named[i].libelle >= 0 && !idle && !aet_plan_subject_has(e, named[i].libelle))
                aet_plan_subject_say(x, PLA_SANS_LIBELLE, e, named[i].libelle, -1);
            if (!id.n) {
                if (named[i].cited)
                    aet_plan_subject_say(x, PLA_SANS_ID, e, 0, -1);
                continue;
            }
            first = element_of(t, space_of(e->kind), id);
            if (first)
                twice(x, e, first);
            else
                enter(t, e);
        }
    }
}

static const struct element *by_label(const struct element *first, int libelle, struct span text)
{
    for (const struct element *e = first; e; e = e->after)
        if (aet_fold_same_label(aet_span_trim(aet_plan_text(e, libelle)), text))
            return e;
    return NULL;
}

/* A reference is left out alone: what it stands in is sound without. */
static void lose_reference(struct subject *x, int rule, const struct element *e, int field,
                           long position, struct span value)
{
    struct diag *d = aet_plan_subject_say(x, rule, e, field, position);

    aet_diag_arg(x->d, d, "valeur", value);
    aet_diag_alone(d, position < 0 ? AET_LIT("") : value);
    if (rule == PLA_RENVOI_ECARTE) /* a warning, that may not be kept */
        aet_document_lose(e, field, position, position < 0 ? AET_LIT("") : value);
}

/* What is cited must be there, be it left out. Where it may be of two kinds, these share their
 * identifiers. */
static void references(struct subject *x, const struct reference *ref)
{
    const struct element *first = x->plan->document->first[ref->to[0]];

    for (const struct element *e = x->plan->document->first[ref->from]; e; e = e->after) {
        const struct item *it = aet_fact_items(&e->facts, (size_t)ref->field);

        for (size_t i = 0; i < aet_fact_count(&e->facts, (size_t)ref->field); i++)
            if (!element_of(&x->ids, ref->to[0], it[i].text) &&
                !(ref->label >= 0 && by_label(first, ref->label, it[i].text)) &&
                !aet_document_strays_name(x->plan->document, it[i].text))
                lose_reference(x, PLA_RENVOI, e, ref->field, (long)it[i].position, it[i].text);
    }
}

/* What a revision is about: any element that has an identifier. */
static const struct element *revised(const struct subject *x, struct span id)
{
    const struct element *found = NULL;

    for (size_t i = 0; !found && i < sizeof named / sizeof *named; i++)
        found = element_of(&x->ids, space_of(named[i].kind), id);
    return found;
}

static void revisions(struct subject *x)
{
    for (const struct element *e = x->plan->document->first[K_REVISION]; e; e = e->after) {
        struct span id = aet_span_trim(aet_plan_text(e, REV_ELEMENT));

        if (id.n && !revised(x, id) && !aet_document_strays_name(x->plan->document, id))
            lose_reference(x, PLA_RENVOI, e, REV_ELEMENT, -1, id);
    }
}

/* A key that no field claims, though it names a part: under another parent. */
static void misplaced(struct subject *x, const struct element *e)
{
    const struct nest *nest = e->document->shape->nest;

    for (const struct extra *more = e->extras; more; more = more->next)
        for (unsigned k = 1; k < nest->n; k++) {
            const struct kind *kind = &nest->kinds[k];
            struct diag *d;

            if (!aet_span_eq(more->name, aet_span_z(kind->key)) || more->text.n == 0 ||
                (more->text.p[0] != '[' && more->text.p[0] != '{'))
                continue;
            d = aet_plan_subject_say(x, PLA_MAL_PLACE, e, -1, -1);
            aet_diag_extra(d, more);
            aet_diag_arg(x->d, d, "valeur", more->name);
            aet_diag_word(d, "autre", nest->kinds[kind->parent].schema->noun);
            break;
        }
}

void aet_plan_subject_identite(struct subject *x)
{
    for (unsigned k = 0; k < KINDS; k++)
        for (const struct element *e = x->plan->document->first[k]; e; e = e->after)
            if (e->extras)
                misplaced(x, e);
    identifiers(x, &x->ids);
    for (size_t i = 0; i < aet_plan_nest.refs_n; i++)
        references(x, &aet_plan_nest.refs[i]);
    revisions(x);
}

/* Whether what is cited was left out: by its identifier, or else by a label that nothing has any
 * more. */
static bool went(const struct subject *x, const struct reference *ref, struct span text)
{
    const struct element *e = element_of(&x->ids, ref->to[0], text);

    if (e)
        return e->left_out;
    return ref->label < 0 || !by_label(x->plan->document->first[ref->to[0]], ref->label, text);
}

void aet_plan_subject_renvois(struct subject *x)
{
    const struct document *doc = x->plan->document;

    for (size_t i = 0; i < aet_plan_nest.refs_n; i++) {
        const struct reference *ref = &aet_plan_nest.refs[i];

        for (const struct element *e = doc->first[ref->from]; e; e = e->after) {
            const struct item *it = aet_fact_items(&e->facts, (size_t)ref->field);

            for (size_t k = 0; k < aet_fact_count(&e->facts, (size_t)ref->field); k++)
                if (went(x, ref, it[k].text))
                    lose_reference(x, PLA_RENVOI_ECARTE, e, ref->field, (long)it[k].position,
                                   it[k].text);
        }
    }
    for (const struct element *e = doc->first[K_REVISION]; e; e = e->after) {
        struct span id = aet_span_trim(aet_plan_text(e, REV_ELEMENT));
        const struct element *found = id.n ? revised(x, id) : NULL;

        if (id.n && (!found || found->left_out))
            lose_reference(x, PLA_RENVOI_ECARTE, e, REV_ELEMENT, -1, id);
    }
}

void aet_plan_ids_free(struct plan_ids *t)
{
    aet_hash_free(&t->index);
    aet_free(t->elements);
}

const struct element *aet_plan_resultat(const struct element *plan, struct span id)
{
    static const unsigned kinds[] = { K_RELEVE, K_SUIVI_ACTION };

    for (size_t k = 0; k < 2; k++)
        for (const struct element *e = plan->document->first[kinds[k]]; e; e = e->after)
            if (aet_span_eq(aet_element_id(e), id))
                return e;
    return NULL;
}
