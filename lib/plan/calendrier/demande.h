/* What is asked of a calendar, and its meetings: what those share that date them. */
#ifndef AET_PLAN_CALENDRIER_DEMANDE_H
#define AET_PLAN_CALENDRIER_DEMANDE_H

#include "plan/calendrier/exclusions.h"

enum { REGULAR_MIN = 3, JOUR_LIBRE = -1 };

/* The rows of table rencontres, in the order of the document. */
enum bloc { B_INTENTION, B_DONNEES, B_OFFRE, B_PLANIFICATION, B_SUIVI, B_EVALUATION, BLOCS };

/* A meeting that the plan has on a date of its own: it stays there. */
struct fixe {
    int32_t jour;
    int32_t etape;     /* row of table etapes; NO_ROW: not said */
    bool tenue, suivi; /* held; a date of the follow-up schedule */
};

/* What is asked for. */
struct demande {
    int32_t debut, fin;
    bool has_debut, has_fin;
    int64_t facteurs; /* -1: not said */
    int64_t par_facteur, rythme, regulieres;
    int jour;    /* 0 Monday … 6 Sunday; JOUR_LIBRE: that of the first day */
    bool feries; /* public holidays are avoided */
    struct exclusions exclus;
    const struct fixe *fixes; /* by day; borrowed */
    size_t fixes_n;
};

/* What a meeting is set aside for: the ordinary; how the group works; the plan as a whole, each
 * year from January to April. */
enum nature { ORDINAIRE, FONCTIONNEMENT, REVISION };

/* One meeting. Those of a block share its objectives out: this is `part` of `parts`, from 0. An
 * evaluation that is alone (1) has those of the revision too. */
struct seance {
    int32_t jour;
    int64_t numero;
    size_t bloc; /* row of table rencontres */
    enum nature nature;
    int64_t facteur; /* of planning: from 1; otherwise 0 */
    int64_t part, parts;
    bool tenue, fixe;
};

struct seances {
    struct seance *items;
    size_t n, cap;
};

#endif
