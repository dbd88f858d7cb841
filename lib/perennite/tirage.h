/* A draw of plans, by the SHA-256 of a published seed and the plan's id (aet-perennite(1),
 * echantillon): anyone can make it again by hand, and plans added later keep the order of the
 * others. */
#ifndef AET_PERENNITE_TIRAGE_H
#define AET_PERENNITE_TIRAGE_H

#include "base/must.h"
#include "base/names.h"
#include "report/report.h"

struct tirage_plan {
    uint32_t plan, strate;  /* numbers in plans, strates */
    unsigned char rang[32]; /* SHA-256 of seed, newline, id */
    bool retenu;
};

struct tirage_strate {
    uint64_t population, taille;
};

/* What is to be drawn: a fraction, or a size. */
struct tirage_demande {
    const char *graine;
    uint64_t numerateur, denominateur; /* of the fraction; 0 / 0 when a size is given */
    uint64_t taille;
    const char *strate; /* the field, or NULL */
};

struct tirage {
    struct tirage_demande demande;
    struct names plans, strates;
    struct tirage_plan *rows; /* by number of plan until drawn, then by rank; as read, by number */
    size_t cap;
    bool par_strate;             /* there are strata */
    bool *retenus;               /* by number of plan, once drawn */
    struct tirage_strate *parts; /* by number of strate, once drawn */
    uint64_t population, taille;
};

void aet_perennite_tirage_init(struct tirage *t, const struct tirage_demande *d);
void aet_perennite_tirage_free(struct tirage *t);

/* A row of this plan was met, in this stratum (empty: none). The first one counts. */
void aet_perennite_tirage_add(struct tirage *t, struct span plan, struct span strate);

/* Draw. False when more plans are asked for than there are. */
AET_MUST bool aet_perennite_tirage_draw(struct tirage *t);

/* Whether the plan was drawn; any Unicode form of its name will do. */
bool aet_perennite_tirage_drew(const struct tirage *t, struct span plan);

/* The sections of the proces-verbal; what fills them takes a struct tirage. */
extern const struct section_kind *const aet_perennite_tirage_sections[];

/* These and those of --prevoir: all that the verb declares. */
extern const struct section_kind *const aet_perennite_echantillon_sections[];

/* Of a drawn plan, its stratum. */
uint32_t aet_perennite_tirage_strate(const struct tirage *t, struct span plan);

/* Whom to hide (privacy/walk.h); NULL: nobody. */
struct identities;

/* Learn the names that strata of a proces-verbal are called by, when its field holds names. */
void aet_perennite_tirage_learn(const struct identities *id, struct span text);

/* Read a proces-verbal (its JSON form) back, without the names in it. False when the text is none.
 */
AET_MUST bool aet_perennite_tirage_read(struct tirage *t, const struct identities *id,
                                        struct span text);

#endif
