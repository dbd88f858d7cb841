/* The overview of a territory, beside that of all other plans: the same figures of both. */
#include "plan/territoire.h"
#include "plan/vue.h"

void aet_plan_vue_of(struct vue *v, struct territoire *t)
{
    v->territoire = t;
    v->ailleurs = aet_calloc(1, sizeof *v->ailleurs);
    aet_plan_vue_init(v->ailleurs, v->k);
}

/* Actions late by their dates, stated late, without anybody responsible. */
static void weigh(const struct vue *v, int64_t *late, int64_t *said, int64_t *nobody)
{
    const struct postes *p = &v->responsables;
    uint32_t none = aet_names_find(&p->names, AET_LIT("–"));

    *late = *said = 0;
    for (size_t i = 0; i < p->names.n; i++) {
        *late += p->of[i].en_retard;
        *said += p->of[i].dites;
    }
    *nobody = none == AET_NO_NAME ? 0 : p->of[none].actions;
}

static void territoire(void *sum, struct section *s)
{
    const struct vue *a = sum, *b = a->ailleurs;
    int64_t late[2], said[2], nobody[2];

    s->absent = !b;
    if (!b)
        return;
    weigh(a, &late[0], &said[0], &nobody[0]);
    weigh(b, &late[1], &said[1], &nobody[1]);
    aet_plan_territoire_put_plans(a->territoire, s);
    aet_plan_territoire_put(
        a->territoire, s,
        (const struct territoire_mesure[]){
            { "objectifs", { "Objectifs", "Objectives" }, a->objectifs, b->objectifs, 0, 0 },
            { "lacunes",
              { "Endroits où il manque une transformation, un indicateur ou une action",
                "Places where a transformation, an indicator or an action is missing" },
              a->lacunes,
              b->lacunes,
              0,
              0 },
            { "actions", { "Actions", "Actions" }, a->actions, b->actions, 0, 0 },
            { "en_retard",
              { "dont la date de fin est passée", "of which past their end date" },
              late[0],
              late[1],
              a->actions,
              b->actions },
            { "dites_en_retard",
              { "dont dites en retard, sans date de fin passée",
                "of which stated late, no end date passed" },
              said[0],
              said[1],
              a->actions,
              b->actions },
            { "sans_responsable",
              { "dont personne n’est responsable", "of which with nobody responsible" },
              nobody[0],
              nobody[1],
              a->actions,
              b->actions } },
        6);
    aet_plan_territoire_end(s);
}

const struct section_kind aet_plan_kind_vue_territoire = AET_PLAN_KIND_TERRITOIRE(territoire);
