/* echantillon --prevoir: what a draw would tell, before any plan is drawn: how precise shares would
 * be, from the plans there are and, when the lines read are mentions, from how these are alike
 * within a plan. */
#ifndef AET_PERENNITE_PREVISION_H
#define AET_PERENNITE_PREVISION_H

#include "perennite/tirage.h"
#include "record/facts.h"
#include "stats/design.h"

enum { PREVISION_CHAMPS = 2, PREVISION_VALEURS = 40 };

/* A field whose values are counted, plan by plan. */
struct prevision_champ {
    size_t field; /* in the schema of what is read; 0: it is not read */
    const char *name;
    struct names valeurs;
    uint32_t *lignes; /* by plan, PREVISION_VALEURS each */
    size_t cap;
    bool trop; /* more values than that: they are no codes */
};

struct prevision {
    const struct tirage *tirage; /* whose plans and strata these are */
    uint64_t *lignes;            /* by plan */
    size_t cap;
    struct prevision_champ champs[PREVISION_CHAMPS];
};

/* Count a line of the plan that has this number. */
void aet_perennite_prevision_add(struct prevision *x, uint32_t plan, const struct facts *f);
void aet_perennite_prevision_free(struct prevision *x);

/* The strata of the draw with all of their plans, and how many are drawn of each. Owned. */
struct prevision_strata {
    struct design_stratum *all;
    uint64_t *drawn;
    size_t n;
};

/* Each plan counts one, or its lines. */
struct prevision_strata aet_perennite_prevision_plain(const struct prevision *x, bool lines);

/* A value of a field: of the plans that have a line with it, or of the lines that have a value. */
struct prevision_strata aet_perennite_prevision_coded(const struct prevision *x,
                                                      const struct prevision_champ *c, size_t value,
                                                      bool lines);
void aet_perennite_prevision_strata_free(struct prevision_strata *s);

/* How many plans of the population tell any share of plans to this half-width, shared among the
 * strata as a draw does, none being without a plan. */
uint64_t aet_perennite_prevision_size(const struct prevision_strata *s, uint64_t population,
                                      double half);

/* The variance of the draw over that of as many lines drawn one by one; 0: there is none. */
double aet_perennite_prevision_effect(const struct prevision_strata *lines,
                                      const struct design_forecast *f);

#define PREVISION_NIVEAU 0.95

/* The sections; what fills them takes a struct prevision whose draw was made. */
extern const struct section_kind aet_perennite_kind_prevision, aet_perennite_kind_prevision_strates,
    aet_perennite_kind_prevision_parts;
extern const struct section_kind *const aet_perennite_prevision_sections[];

#endif
