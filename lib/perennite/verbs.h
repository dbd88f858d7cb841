/* What bin/aet-perennite.c declares: the verbs and the options of their own. */
#ifndef AET_PERENNITE_VERBS_H
#define AET_PERENNITE_VERBS_H

#include "base/names.h"
#include "cli/session.h"

enum {
    PERENNITE_OPT_FRACTION = OPT_COMMON,
    PERENNITE_OPT_TAILLE,
    PERENNITE_OPT_STRATE,
    PERENNITE_OPT_GRAINE,
    PERENNITE_OPT_TIRAGE,
    PERENNITE_OPT_MESURE,
    PERENNITE_OPT_INTERVALLE,
    PERENNITE_OPT_PROCES_VERBAL,
    PERENNITE_OPT_PREVOIR,
    PERENNITE_OPT_POPULATION,
    PERENNITE_OPT_CODEUR,
    PERENNITE_OPT_OBJET,
    PERENNITE_OPT_STRATEGIE,
    PERENNITE_OPT_SOUS_STRATEGIE,
    PERENNITE_OPT_END
};

/* What else a verb of this tool does. */
enum {
    SCOPE_TIRAGE = SCOPE_OWN,    /* draws plans */
    SCOPE_SOMME = SCOPE_OWN * 2, /* counts mentions */
    SCOPE_ACCORD = SCOPE_OWN * 4 /* compares coders */
};

/* Append names, from number `from` on: « A, B, … », not more than a few. */
void aet_perennite_names_put(const struct names *names, size_t from, struct buf *out);

enum status aet_perennite_echantillon(struct session *s);
enum status aet_perennite_valider(struct session *s);
enum status aet_perennite_suggerer(struct session *s);
enum status aet_perennite_singularite(struct session *s);
enum status aet_perennite_bilan(struct session *s);
enum status aet_perennite_constats(struct session *s);
enum status aet_perennite_accord(struct session *s);

#endif
