/* Dated meetings of aet-plan calendrier (--etapes): the step that a community was at on a day.
 * A name that two groups bear says nothing of either: it is left out, and said (REP252). */
#ifndef AET_REPA_ETAPES_H
#define AET_REPA_ETAPES_H

#include "base/must.h"
#include "base/names.h"
#include "cli/session.h"

/* A step begins on a day and lasts until the next one begins. */
struct etape_datee {
    uint32_t groupe; /* 0: all communities (a calendar without a group) */
    int32_t jour, etape;
};

struct etapes {
    const char *file;     /* where they were read */
    struct span shown;    /* that file, as a report may show it */
    struct names groupes; /* numbers are one less than `groupe` */
    uint32_t *de;         /* by number: the id that it stands for, see etapes.c */
    size_t de_cap;
    struct etape_datee *jours; /* sorted by group, then day */
    size_t n, cap;
    struct pseudonyms *names; /* NULL: groups are called by their names */
};

/* Read a calendar: fields regroupement, date, etape; others are passed over. `etapes` is the table
 * of steps. False: complained. */
AET_MUST bool aet_repa_etapes_read(struct etapes *e, struct session *s, const char *file,
                                   const struct table *etapes);

/* How many of the communities (of a journal) the calendar says something of. */
size_t aet_repa_etapes_known(const struct etapes *e, const struct names *milieux);

/* The row of the step of a community on a day: NO_ROW before its first meeting, and for a community
 * that the calendar does not hold. */
int32_t aet_repa_etapes_at(const struct etapes *e, struct span milieu, int32_t jour);

void aet_repa_etapes_free(struct etapes *e);

#endif
