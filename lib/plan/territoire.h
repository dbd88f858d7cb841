/* --territoire: the plans of one territory, or of several that make a region, beside all others
 * that are read. What is asked for, which side a plan is on, and the section that sets figures of
 * both sides beside each other; vue and suivi each bring theirs. */
#ifndef AET_PLAN_TERRITOIRE_H
#define AET_PLAN_TERRITOIRE_H

#include "base/must.h"
#include "base/names.h"
#include "plan/knowledge.h"
#include "report/report.h"

enum { TERRITOIRE_NIVEAUX = 4 }; /* levels of mobilisation, from 1 on */

/* The plans of one side. */
struct territoire_cote {
    int64_t plans, niveaux[TERRITOIRE_NIVEAUX + 1]; /* by level; 0: not known */
    struct names groupes;
};

struct territoire {
    struct names demandes; /* asked for; none: the option was not given */
    struct names connus;   /* that plans name */
    int64_t muets;         /* plans of which none is known: they are elsewhere */
    struct territoire_cote ici, ailleurs;
};

/* `asked`: what --territoire says, NULL when it was not given. False: complained; free all the
 * same. */
AET_MUST bool aet_plan_territoire_begin(struct session *s, struct territoire *t, const char *asked);
void aet_plan_territoire_free(struct territoire *t);

static inline bool aet_plan_territoire_asked(const struct territoire *t)
{
    return t->demandes.n > 0;
}

/* Count a plan on its side. Whether it is of the territory. */
bool aet_plan_territoire_add(struct territoire *t, const struct element *plan);

/* When all is read: each name that was asked for is that of a plan, and the report is called by
 * them. False: complained of the first that is not. */
AET_MUST bool aet_plan_territoire_settle(const struct territoire *t, struct session *s,
                                         struct report *r);

/* A figure of both sides; `of`: what they are parts of, 0 and 0 for none. */
struct territoire_mesure {
    const char *code;
    struct text label;
    int64_t ici, ailleurs, ici_sur, ailleurs_sur;
};

/* The section `territoire` of a verb, and what its `fill` is made of: which plans there are, then
 * figures of the verb's own, then what is to be known of them. */
enum { TERRITOIRE_COLUMNS = 6 };
extern const struct column aet_plan_territoire_columns[TERRITOIRE_COLUMNS];
#define AET_PLAN_KIND_TERRITOIRE(function)                                         \
    {                                                                              \
        .key = "territoire", .title = { "Ici et ailleurs", "Here and elsewhere" }, \
        AET_COLUMNS(aet_plan_territoire_columns), .fill = (function), .mask = {    \
            .kind = MASK_LEFT_OUT                                                  \
        }                                                                          \
    }
void aet_plan_territoire_put_plans(const struct territoire *t, struct section *s);
void aet_plan_territoire_put(const struct territoire *t, struct section *s,
                             const struct territoire_mesure *m, size_t n);
void aet_plan_territoire_end(struct section *s);

#endif
