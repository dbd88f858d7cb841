/* One test of an expectation: what its threshold says, and what the counts answer. */
#ifndef AET_REPA_EPREUVE_H
#define AET_REPA_EPREUVE_H

#include "repa/bilan.h"
#include "stats/value.h"

enum genre { EPREUVE_PENTE, EPREUVE_CONTRASTE, EPREUVE_CHAQUE, EPREUVE_MAJORITE };
enum variable { PART_HEURES, HEURES_PAR_MILIEU, PART_INTERVENTIONS, MILIEUX_REGULIERS };
enum sens { SENS_HAUSSE, SENS_BAISSE, SENS_MAINTIEN, SENS_MINIMUM };
enum verdict { INDETERMINE, CONFIRME, INFIRME };

/* Rows of one coordinate of DIM_TYPE (1 function, 2 phase, 3 level, 4 step); coord 0: not said.
 * `autres`: every known row but those. */
struct choix {
    int coord;
    bool *rows;
    size_t n;
    bool autres;
};

/* The keys of `seuil`; numbers not given are 0. */
struct epreuve {
    enum genre genre;
    enum variable variable;
    enum sens sens;
    bool *fonctions; /* by row of functions; NULL: all */
    size_t fonctions_n;
    struct choix parmi, compte, cote, contre;
    double effet, confiance, presence, manquants; /* manquants: -1 when not said */
    int64_t paires, interventions_mois, interventions, interventions_groupe, milieux_groupe,
        groupes, milieux, mois_suivi;
    bool par_cycle; /* strate=cycle-septembre, otherwise mois-civil */
    bool mediane, sans_bords;
    bool par_fonction;  /* groupe=fonction, otherwise etape */
    bool strategies[8]; /* strategies=2+3 */
    bool des_strategies;
};

struct resultat {
    enum verdict verdict;
    struct stat_value valeur;
    struct stat_interval ic;
    struct buf note; /* owned */
};

/* False with what could not be read in *at. Free it in any case. */
bool aet_epreuve_read(struct epreuve *e, const struct savoir *k, const struct table *t, size_t row,
                      struct span *at);
void aet_epreuve_free(struct epreuve *e);

void aet_epreuve(const struct epreuve *e, const struct vue *v, struct resultat *out);

/* Private to epreuve*.c: a guard that does not hold, "paires de mois : 6, il en faut 10". */
void aet_epreuve_guard(const struct vue *v, struct resultat *x, struct text what, int64_t has,
                       int64_t needs);
void aet_epreuve_share(const struct vue *v, struct resultat *x, struct text what, double has,
                       double most);
enum verdict aet_epreuve_verdict(const struct epreuve *e, struct stat_value valeur,
                                 struct stat_interval ic);
void aet_epreuve_mois(const struct epreuve *e, const struct vue *v, struct resultat *x);
void aet_epreuve_groupes(const struct epreuve *e, const struct vue *v, struct resultat *x);
bool aet_choix_has(const struct choix *c, const struct cle *cle);

#endif
