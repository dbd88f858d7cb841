/* The coefficients that a report of agreement has, and of which fields. */
#include "accord/accord.h"

const struct accord_measure aet_accord_measures[ACCORD_MEASURES] = {
    { "accord", { "accord", "agreement" }, &aet_agree_share, false, false, false },
    { "kappa", { "kappa de Cohen", "Cohen’s kappa" }, &aet_agree_kappa, false, true, false },
    { "kappa_pondere",
      { "kappa pondéré", "weighted kappa" },
      &aet_agree_kappa_weighted,
      true,
      true,
      false },
    { "conger", { "kappa de Conger", "Conger’s kappa" }, &aet_agree_conger, false, false, true },
    { "conger_pondere",
      { "kappa de Conger pondéré", "weighted Conger’s kappa" },
      &aet_agree_conger_weighted,
      true,
      false,
      true },
    { "pi", { "pi de Scott", "Scott’s pi" }, &aet_agree_pi, false, true, false },
    { "pi_pondere",
      { "pi de Scott pondéré", "weighted Scott’s pi" },
      &aet_agree_pi_weighted,
      true,
      true,
      false },
    { "fleiss", { "kappa de Fleiss", "Fleiss’ kappa" }, &aet_agree_fleiss, false, false, false },
    { "fleiss_pondere",
      { "kappa de Fleiss pondéré", "weighted Fleiss’ kappa" },
      &aet_agree_fleiss_weighted,
      true,
      false,
      false },
    { "ac1", { "AC1 de Gwet", "Gwet’s AC1" }, &aet_agree_ac1, false, false, false },
    { "ac2", { "AC2 de Gwet", "Gwet’s AC2" }, &aet_agree_ac2, true, false, false },
    { "pabak", { "PABAK", "PABAK" }, &aet_agree_pabak, false, false, false },
    { "brennan_prediger",
      { "Brennan et Prediger pondéré", "weighted Brennan-Prediger" },
      &aet_agree_pabak_weighted,
      true,
      false,
      false },
    { "alpha",
      { "alpha de Krippendorff", "Krippendorff’s alpha" },
      &aet_agree_alpha,
      false,
      false,
      false },
};

/* Whether two coders coded all the same units. */
bool aet_accord_complete(const struct patterns *p)
{
    for (size_t i = 0; i < p->n; i++)
        if (aet_pattern_size(p, i) == 1)
            return false;
    return p->coders <= 2;
}

bool aet_accord_applies(const struct accord_measure *m, const struct accord_champ *c, bool whole)
{
    return (!m->ordered || (!c->presence && c->scale != AGREE_NOMINAL)) && (!m->whole || whole);
}

struct agree_options aet_accord_agree(const struct accord_view *v)
{
    const struct accord_champ *c = &v->a->options.champs[v->champ];

    return (struct agree_options){ .scale = c->presence ? AGREE_NOMINAL : c->scale,
                                   .weights = v->a->options.weights,
                                   .values = v->values };
}
