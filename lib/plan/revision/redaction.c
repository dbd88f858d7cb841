/* Rows of a draft, and what is said of them. */
#include "plan/revision/redaction.h"

#include "base/bug.h"
#include "tree/amend.h"

static uint64_t key_of(const struct element *e)
{
    return aet_span_fingerprint(aet_span((const char *)&e, sizeof e));
}

static struct devenir *enter(struct redaction *r, struct element *e)
{
    struct devenir *x;

    r->devenirs = aet_grow(r->devenirs, &r->cap, r->n, sizeof *r->devenirs);
    x = &r->devenirs[r->n++];
    *x = (struct devenir){ .e = e, .motif = AET_LIT(""), .attend = AET_LIT("") };
    aet_hash_add(&r->index, key_of(e), r->n);
    return x;
}

static void enter_all(struct redaction *r, struct element *e)
{
    enter(r, e);
    for (size_t s = 0; s < e->document->shape->slots[e->kind]; s++)
        for (struct element *c = e->first[s]; c; c = c->next)
            enter_all(r, c);
}

void aet_plan_redaction_begin(struct redaction *r, const struct plan_knowledge *k,
                              struct element *plan, const struct nouveau_cycle *p)
{
    *r = (struct redaction){ .k = k, .plan = plan, .p = *p };
    enter_all(r, plan);
}

void aet_plan_redaction_free(struct redaction *r)
{
    aet_free(r->devenirs);
    aet_hash_free(&r->index);
    aet_arena_free(&r->arena);
}

struct devenir *aet_plan_devenir_de(const struct redaction *r, const struct element *e)
{
    uint64_t *found;

    for (uint32_t at = 0; (found = aet_hash_next(&r->index, key_of(e), &at)) != NULL;)
        if (r->devenirs[*found - 1].e == e)
            return &r->devenirs[*found - 1];
    return NULL;
}

struct devenir *aet_plan_devenir(const struct redaction *r, const struct element *e)
{
    struct devenir *x = aet_plan_devenir_de(r, e);

    if (!x)
        aet_bug("revision", "an element of a plan that is drafted has no row");
    return x;
}

struct element *aet_plan_ajouter(struct redaction *r, unsigned kind, struct span motif)
{
    struct element *e = aet_element_add(r->plan, kind);
    struct devenir *x = enter(r, e);

    x->sort = AJOUT;
    x->motif = motif;
    return e;
}

void aet_plan_retirer(struct redaction *r, struct element *e, struct span motif,
                      struct date decision)
{
    struct devenir *x = aet_plan_devenir(r, e);

    x->sort = RETRAIT;
    x->motif = motif;
    x->decision = decision;
    x->attend = AET_LIT("");
    for (size_t s = 0; s < e->document->shape->slots[e->kind]; s++)
        for (struct element *c = e->first[s]; c; c = c->next)
            aet_plan_retirer(r, c, motif, decision);
}

/* The days of a list, one by one. */
static bool move_days(const struct redaction *r, struct element *e, int field)
{
    size_t n = aet_fact_count(&e->facts, (size_t)field);
    bool any = false;

    for (size_t i = 0; i < n; i++) {
        int32_t day = aet_fact_items(&e->facts, (size_t)field)[i].row;

        if (day == NO_DAY)
            continue;
        day = aet_date_days(aet_plan_plus_tard(aet_date_from_days(day), r->p.mois));
        aet_element_set_day(e, field, i, day);
        any = true;
    }
    return any;
}

void aet_plan_deplacer(struct redaction *r, struct element *e, int field)
{
    const struct fact *f = aet_plan_fact(e, field);
    struct devenir *x = aet_plan_devenir(r, e);
    bool moved = false;

    if (!r->p.mois)
        return;
    if (aet_element_schema(e)->fields[field].type == TYPE_DATES) {
        moved = move_days(r, e, field);
    } else if (f->good) {
        aet_element_set_date(e, field, aet_plan_plus_tard(f->u.date, r->p.mois));
        moved = true;
    }
    if (moved && x->sort == GARDE)
        x->sort = DEPLACEMENT;
}

/* --- what is said ----------------------------------------------------------------------------- */

struct span aet_plan_phrase(struct redaction *r, struct text form, const struct word *words)
{
    struct buf text = { 0 };
    struct span kept;

    aet_words_put(&text, form, r->k->lang, words);
    kept = aet_arena_copy(&r->arena, aet_buf_view(&text));
    aet_buf_free(&text);
    return kept;
}

/* Behind what was said, which ends before a semicolon. */
static struct span behind(struct redaction *r, struct span before, struct span more)
{
    struct buf text = { 0 };
    struct span kept;

    aet_buf_span(&text, before);
    aet_buf_str(&text, before.n ? "; " : "");
    aet_buf_span(&text, more);
    kept = aet_arena_copy(&r->arena, aet_buf_view(&text));
    aet_buf_free(&text);
    return kept;
}

void aet_plan_citer(struct redaction *r, struct devenir *of, struct span said)
{
    struct buf text = { 0 };

    if (!said.n)
        return;
    aet_buf_span(&text, of->motif);
    aet_buf_str(&text, aet_text((struct text){ "\u00a0: ", ": " }, r->k->lang));
    aet_buf_span(&text, said);
    of->motif = aet_arena_copy(&r->arena, aet_buf_view(&text));
    aet_buf_free(&text);
}

void aet_plan_motif(struct redaction *r, struct devenir *of, struct text form,
                    const struct word *words)
{
    of->motif = behind(r, of->motif, aet_plan_phrase(r, form, words));
}

void aet_plan_attente(struct redaction *r, struct devenir *of, struct text form,
                      const struct word *words)
{
    of->attend = behind(r, of->attend, aet_plan_phrase(r, form, words));
}

struct span aet_plan_jour(struct redaction *r, struct date d)
{
    struct buf text = { 0 };
    struct span kept;

    aet_date_say(d, r->k->lang, &text);
    kept = aet_arena_copy(&r->arena, aet_buf_view(&text));
    aet_buf_free(&text);
    return kept;
}
