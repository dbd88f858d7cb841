/* Private to this folder: a plan while its next version is drafted. Every element gets a row that
 * says what becomes of it and why, in the order of the plan; the document is amended by these rows,
 * and the report made of them. */
#ifndef AET_PLAN_REVISION_REDACTION_H
#define AET_PLAN_REVISION_REDACTION_H

#include "base/message.h"
#include "plan/revision/periode.h"

/* What becomes of an element. */
enum sort { GARDE, MISE_A_JOUR, DEPLACEMENT, ADAPTATION, RETRAIT, AJOUT, SORTS };

struct partie;

struct devenir {
    struct element *e;
    enum sort sort;
    struct span motif;           /* why */
    struct span attend;          /* what is left to be decided; "": nothing */
    struct date decision;        /* that says so; year 0: none */
    const struct element *suivi; /* of an action: its last follow-up; NULL: none */
    const struct element *choix; /* the decision itself, on an action; NULL: none */
    const struct partie *partie; /* of the report: how it is called */
};

struct redaction {
    const struct plan_knowledge *k;
    struct element *plan;
    struct nouveau_cycle p;
    struct devenir *devenirs;
    size_t n, cap;
    struct hash index; /* by element: 1 + its place among them */
    struct arena arena;
};

/* Begin the draft of a plan that was read: a row for each of its elements. */
void aet_plan_redaction_begin(struct redaction *r, const struct plan_knowledge *k,
                              struct element *plan, const struct nouveau_cycle *p);
void aet_plan_redaction_free(struct redaction *r);

/* What becomes of an element of the plan; until one is added, the row stays where it is. And of one
 * that may have been left out in reading, or be none: then NULL. */
struct devenir *aet_plan_devenir(const struct redaction *r, const struct element *e);
struct devenir *aet_plan_devenir_de(const struct redaction *r, const struct element *e);

/* A new element under the plan, for this reason. */
struct element *aet_plan_ajouter(struct redaction *r, unsigned kind, struct span motif);

/* It goes, with all that hangs from it, for this reason. */
void aet_plan_retirer(struct redaction *r, struct element *e, struct span motif,
                      struct date decision);

/* Its dates move with the cycle. */
void aet_plan_deplacer(struct redaction *r, struct element *e, int field);

/* A sentence in the language of the report; `words` may be NULL. Said of an element as its reason,
 * or as what is left to be decided, behind what was. */
struct span aet_plan_phrase(struct redaction *r, struct text form, const struct word *words);
void aet_plan_motif(struct redaction *r, struct devenir *of, struct text form,
                    const struct word *words);
void aet_plan_attente(struct redaction *r, struct devenir *of, struct text form,
                      const struct word *words);
/* Behind the reason, what somebody wrote, whole; "": nothing. */
void aet_plan_citer(struct redaction *r, struct devenir *of, struct span said);

/* A date in words, in the memory of the draft. */
struct span aet_plan_jour(struct redaction *r, struct date d);

/* The parts of the draft: actions with what was decided of them; then all the rest. */
void aet_plan_rediger_actions(struct redaction *r);
void aet_plan_rediger(struct redaction *r);

#endif
