/* Private to this folder: what a form of tools 5 to 13 is about, whatever it is written as. */
#ifndef AET_PLAN_GABARIT_H
#define AET_PLAN_GABARIT_H

#include "plan/knowledge.h"

enum { KINDS_MAX = 8, SERVED_MAX = 4, COLUMNS_MAX = 128 };

/* What a tool is about: the kinds of its rows, parents first, and the objectives of the document
 * that it serves. */
struct formulaire {
    unsigned kinds[KINDS_MAX]; /* ended by K_PLAN */
    const char *objectifs[SERVED_MAX];
    const char *analyse; /* what the column of that name is filled in with */
    unsigned exemple;    /* the kind of the row that shows how one is filled in */
};

struct ecrivain {
    struct session *s;
    const struct plan_knowledge *k;
    const struct formulaire *f;
    unsigned tool;
    struct buf *out;
    char delimiter;
};

/* The columns: names, and the first field that each stands for. */
struct colonnes {
    const struct schema *schemas[COLUMNS_MAX]; /* of that field */
    const struct field *fields[COLUMNS_MAX];
    size_t n;
};

void aet_plan_gabarit_colonnes(const struct ecrivain *e, struct colonnes *c);

/* "Outil 9 : Plan d’action concerté", then ". Sert à : …; …". */
void aet_plan_gabarit_nom(const struct ecrivain *e, struct buf *out);
void aet_plan_gabarit_usage(const struct ecrivain *e, struct buf *out);

/* The form as a workbook, a row an element. */
AET_MUST enum status aet_plan_gabarit_classeur(const struct ecrivain *e);

/* As a page to read or to fill in by hand; tools 1 to 4 have no other form. */
AET_MUST enum status aet_plan_gabarit_page(const struct ecrivain *e);

/* That of tool 9 with a row an action, as cells or a workbook. */
AET_MUST enum status aet_plan_gabarit_large(struct session *s);

#endif
