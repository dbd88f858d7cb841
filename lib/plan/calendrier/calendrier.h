/* `calendrier`: every meeting of the process with its date, step, objectives and tools. */
#ifndef AET_PLAN_CALENDRIER_CALENDRIER_H
#define AET_PLAN_CALENDRIER_CALENDRIER_H

#include "base/must.h"
#include "plan/calendrier/demande.h"
#include "plan/knowledge.h"

/* The rule that says why a calendar is impossible, and its figures. */
struct obstacle {
    int rule;
    int64_t valeur, autre;
};

/* The calendar that answers a request. False: impossible, see `why`. */
AET_MUST bool aet_plan_calendrier_make(const struct demande *d, struct seances *out,
                                       struct obstacle *why);

/* The columns of a record of the calendar. */
enum {
    CAL_REGROUPEMENT,
    CAL_PLAN,
    CAL_NUMERO,
    CAL_DATE,
    CAL_ETAPE,
    CAL_BLOC,
    CAL_LIBELLE,
    CAL_OBJECTIFS,
    CAL_OUTILS,
    CAL_FACTEUR,
    CAL_TENUE,
    CAL_COUNT
};
extern const struct schema aet_plan_calendrier_schema;

/* The sections; what fills them takes the report that rows were kept in. */
extern const struct section_kind *const aet_plan_calendrier_sections[];

/* One meeting in words. */
struct ecriture {
    const struct plan_knowledge *k;
    struct span groupe, plan; /* the group's name, the plan's id */
    struct span groupe_id;
    struct span cle;             /* what tells the calendar from others: in the UID of its events */
    const struct span *facteurs; /* names, in their order; NULL: none is known */
    size_t facteurs_n;
    struct date today;
    /* of one meeting's agenda: the plan, NULL: none; the meetings beside it, NULL: none */
    const struct element *document;
    const struct seance *avant, *apres;
    bool compte_rendu; /* the minutes to fill in, in place of the agenda */
};

/* Append "Outil 9 : Plan d’action concerté", the tool of a row of table outils. */
void aet_plan_outil_nomme(const struct plan_knowledge *k, size_t row, struct buf *out);

void aet_plan_seance_libelle(const struct ecriture *e, const struct seance *s, struct buf *out);
/* Walk the objectives or tools of a meeting: rows of their table. */
bool aet_plan_seance_next(const struct plan_knowledge *k, const struct seance *s, bool outils,
                          size_t *state, size_t *row);
void aet_plan_seance_record(const struct ecriture *e, const struct seance *s, struct derived *to);
/* A row of the report, kept until that is made. */
void aet_plan_seance_row(const struct ecriture *e, const struct seance *s, struct report *kept);
void aet_plan_seance_ics(const struct ecriture *e, const struct seance *s, struct buf *out);
void aet_plan_seance_agenda(const struct ecriture *e, const struct seance *s, struct buf *out);
/* Append the head of a calendar of that name; "": that of all of them. */
void aet_plan_ics_head(struct buf *out, struct span nom, enum lang lang);

/* The step of a meeting: its id, its label. */
struct span aet_plan_seance_etape(const struct plan_knowledge *k, const struct seance *s);
struct span aet_plan_seance_etape_nommee(const struct plan_knowledge *k, const struct seance *s);

/* The name of the factor that a meeting is about, in `scratch` where it has none of its own; "":
 * it is about none. */
struct span aet_plan_seance_facteur(const struct ecriture *e, const struct seance *s,
                                    struct buf *scratch);

#endif
