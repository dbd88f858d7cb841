/* The findings of the document, each restated as a computation and judged by the rule and the
 * thresholds that table constats holds (aet-perennite(1), constats). */
#ifndef AET_PERENNITE_CONSTATS_H
#define AET_PERENNITE_CONSTATS_H

#include "perennite/bandes.h"

/* What is said of a finding. */
enum resultat { NON_TESTABLE, INDETERMINE, INFIRME, CONFIRME };

struct verdict {
    enum resultat resultat;
    struct buf mesure; /* the figures, in words */
    struct buf note;   /* why it is undetermined, what was left out */
    uint64_t n;
    struct stat_value valeur, p; /* the figure that decides; p before, then after Holm */
    struct stat_interval ic;
    bool masque; /* a count behind the figures is one that --masquer hides */
};

/* Thresholds of one finding: a missing or unreadable one is NAN, and nothing is decided on it. */
struct seuils {
    struct span text; /* "part=0.5;n_min=5" */
};

double aet_seuil(const struct seuils *s, const char *key);

/* What the computations look at. */
struct examen {
    const struct somme *b;
    const struct mesures *m;
    const struct totaux *t;
    struct base base;
    enum lang lang;
};

/* A computation: fills *v. Findings on bands leave the decision to aet_constat_decide, once Holm
 * has corrected their p. */
struct constat {
    const char *id;
    void (*calculer)(const struct constat *c, const struct examen *x, const struct seuils *s,
                     struct verdict *v);
    void (*decider)(const struct constat *c, const struct examen *x, const struct seuils *s,
                    struct verdict *v); /* of findings on bands; NULL */
    const char *objet;                  /* what it is about, by id */
    const char *strategies[2];
};

extern const struct constat aet_constats[];
extern const size_t aet_constats_n;

void aet_constats_report(const struct examen *x, struct report *r);
extern const struct section_kind aet_constats_kind;

/* Figures in words, appended to v->mesure or v->note. */
void aet_say(struct buf *out, enum lang lang, const char *fr, const char *en);
void aet_say_share(struct buf *out, enum lang lang, double share);
void aet_say_number(struct buf *out, enum lang lang, double v);
void aet_say_count(struct buf *out, enum lang lang, uint64_t n);
/* "p = 0,012", or "p < 0,001"; `name` is p, or what else it is called. */
void aet_say_p(struct buf *out, enum lang lang, const char *name, double p);
void aet_say_interval(struct buf *out, enum lang lang, struct stat_interval ic, bool share);

/* The two families of computations, in constats_general.c and constats_bandes.c. */
typedef void aet_calcul(const struct constat *c, const struct examen *x, const struct seuils *s,
                        struct verdict *v);
aet_calcul aet_constat_plusieurs, aet_constat_diversifiees, aet_constat_niveau, aet_constat_objets,
    aet_constat_association, aet_constat_institutions, aet_constat_delta, aet_constat_delta_decide,
    aet_constat_centre, aet_constat_centre_decide, aet_constat_presence,
    aet_constat_presence_decide;

#endif
