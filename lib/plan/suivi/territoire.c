/* The follow-up of a territory, beside that of all other plans: the same figures of both. */
#include "plan/territoire.h"

#include "plan/suivi/suivi.h"

void aet_plan_suivi_of(struct suivi *s, struct territoire *t)
{
    s->territoire = t;
    s->ailleurs = aet_calloc(1, sizeof *s->ailleurs);
    aet_plan_suivi_init(s->ailleurs, s->k);
}

static void territoire(void *sum, struct section *s)
{
    const struct suivi *a = sum, *b = a->ailleurs;

    s->absent = !b;
    if (!b)
        return;
    aet_plan_territoire_put_plans(a->territoire, s);
    aet_plan_territoire_put(
        a->territoire, s,
        (const struct territoire_mesure[]){
            { "actions", { "Actions", "Actions" }, a->actions, b->actions, 0, 0 },
            { "realisees",
              { "dont réalisées", "of which completed" },
              a->realisees,
              b->realisees,
              a->actions,
              b->actions },
            { "en_retard",
              { "dont la date de fin est passée", "of which past their end date" },
              a->en_retard,
              b->en_retard,
              a->actions,
              b->actions },
            { "dites_en_retard",
              { "dont dites en retard, sans date de fin passée",
                "of which stated late, no end date passed" },
              a->dites,
              b->dites,
              a->actions,
              b->actions },
            { "indicateurs",
              { "Indicateurs", "Indicators" },
              a->indicateurs,
              b->indicateurs,
              0,
              0 },
            { "atteints",
              { "dont la cible est atteinte", "of which reached" },
              a->atteints,
              b->atteints,
              a->indicateurs,
              b->indicateurs },
            { "alertes",
              { "Alertes", "Alerts" },
              (int64_t)a->alertes_n,
              (int64_t)b->alertes_n,
              0,
              0 } },
        7);
    aet_plan_territoire_end(s);
}

const struct section_kind aet_plan_kind_suivi_territoire = AET_PLAN_KIND_TERRITOIRE(territoire);
