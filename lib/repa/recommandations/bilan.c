/* Counting where recommendations come from. */
#include "repa/recommandations/recommandations.h"

#include "record/facts.h"

void aet_repa_recommandations_init(struct recommandations *r, const struct repa_knowledge *k)
{
    *r = (struct recommandations){ .k = k };
    r->recits.folded = r->paroles.folded = true;
}

void aet_repa_recommandations_free(struct recommandations *r)
{
    aet_names_free(&r->ids);
    aet_names_free(&r->recits);
    aet_names_free(&r->paroles);
    aet_free(r->list);
    aet_free(r->par_recit);
    aet_arena_free(&r->arena);
}

static uint32_t name(struct names *names, const struct facts *f, size_t field)
{
    return f->f[field].good ? aet_names_id(names, f->f[field].u.text) : AET_NO_NAME;
}

/* The parts of a list as one cell. */
static struct span joined(struct recommandations *r, const struct facts *f, size_t field)
{
    const struct item *it = aet_fact_items(f, field);
    struct buf list = { 0 };
    struct span kept;

    for (size_t i = 0; i < aet_fact_count(f, field); i++)
        aet_list_add(&list, aet_span_trim(it[i].text));
    kept = aet_arena_copy(&r->arena, aet_buf_view(&list));
    aet_buf_free(&list);
    return kept;
}

/* The narratives that it names count it, each once. */
static void count_recits(struct recommandations *r, const struct facts *f)
{
    const struct item *it = aet_fact_items(f, RCM_RECITS);
    struct names mine = { .folded = true };

    for (size_t i = 0; i < aet_fact_count(f, RCM_RECITS); i++) {
        size_t known = mine.n, before = r->recits.n;
        uint32_t id;

        aet_names_id(&mine, it[i].text);
        id = aet_names_id(&r->recits, it[i].text);
        r->par_recit = aet_grow(r->par_recit, &r->recits_cap, id, sizeof *r->par_recit);
        if (id >= before)
            r->par_recit[id] = 0;
        r->par_recit[id] += mine.n > known;
    }
    aet_names_free(&mine);
}

void aet_repa_recommandations_add(void *sum, const struct facts *f)
{
    struct recommandations *r = sum;
    const struct item *from = aet_fact_items(f, RCM_PROVENANCES);
    const struct item *who = aet_fact_items(f, RCM_PAROLES);
    struct recommandation *x;

    r->list = aet_grow(r->list, &r->cap, r->n, sizeof *r->list);
    x = &r->list[r->n++];
    *x = (struct recommandation){ .id = name(&r->ids, f, RCM_ID),
                                  .parent = name(&r->ids, f, RCM_PARENT) };
    x->provenances = aet_arena_alloc(&r->arena, r->k->provenances->rows + 1);
    memset(x->provenances, 0, r->k->provenances->rows + 1);
    for (size_t i = 0; i < aet_fact_count(f, RCM_PROVENANCES); i++)
        if (from[i].row != NO_ROW)
            x->provenances[from[i].row] = true;
    for (size_t i = 0; i < aet_fact_count(f, RCM_PAROLES); i++)
        aet_names_id(&r->paroles, who[i].text);
    x->enonce = aet_arena_copy(&r->arena, aet_span_trim(aet_fact_text(f, RCM_ENONCE)));
    x->constat = aet_arena_copy(&r->arena, aet_span_trim(aet_fact_text(f, RCM_CONSTAT)));
    x->recits = joined(r, f, RCM_RECITS);
    x->paroles = joined(r, f, RCM_PAROLES);
    count_recits(r, f);
    x->passages = (int64_t)aet_fact_count(f, RCM_SEGMENTS);
}
