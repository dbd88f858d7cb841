/* The knowledge of aet-publics in memory: tables, the blocks of the matrix as sets of terms, and a
 * matcher for each field. Read only once loaded, but for the memos of the matchers and the room for
 * suggestions: it belongs to one worker. */
#ifndef AET_PUBLICS_KNOWLEDGE_H
#define AET_PUBLICS_KNOWLEDGE_H

#include "base/must.h"
#include "base/date.h"
#include "publics/records.h"
#include "flow/records.h"
#include "tables/match.h"

/* The columns of the matrix that hold terms; a term's roles are the columns it stands in. */
enum role { ROLE_POURQUOI, ROLE_RETOMBEES, ROLE_COMMENT, ROLE_EXEMPLES, ROLES };

/* Sets of audiences are the bits of one word: a table with more rows is refused when it is loaded.
 */
enum { PUBLICS_MAX = 64 };

/* A set of rows of `termes`, a bit each. */
typedef uint64_t terme_set;

struct bloc {
    int32_t public;        /* row of `publics` */
    terme_set *set[ROLES]; /* canonical rows */
    int32_t *rows[ROLES];  /* rows as printed, in order */
    size_t n[ROLES];
};

struct experience;

/* The tables of the tool and how they stand to each other, worked out once: one member a table or
 * relation. */
struct publics_knowledge {
    const struct table *publics, *buts, *termes, *etats;
    struct bloc *blocs;
    size_t blocs_n;
    int32_t *first_bloc,
        *next_bloc;     /* the blocks of an audience: by row of publics, then by block */
    int32_t *canonical; /* by row of termes: itself, or the term it is a variant of */
    uint64_t *buts_of;  /* by canonical row of termes: bits of rows of buts that it serves */
    uint8_t *roles;     /* by row of termes: 1 << role */
    size_t words;       /* of a terme_set */
    enum etat *etat_of; /* by row of etats */
    struct matcher *matchers[PUBLICS_FIELDS];
    struct arena arena;
    /* of the run: */
    int32_t today; /* day number of --date */
    int64_t max_publics;
    struct experience *experience; /* of `suggerer --experience`, or NULL */
    struct span *parts[6];         /* room for suggestions */
    uint8_t *candidates;           /* room for a mark on each block */
    enum lang lang;
};

/* The field of the record whose terms play a role, and back. */
extern const int aet_publics_role_field[ROLES];

/* Load what the verbs need. False: complained. */
AET_MUST bool aet_publics_knowledge_load(struct publics_knowledge *p, struct session *s);
void aet_publics_knowledge_free(struct publics_knowledge *p);

static inline bool aet_publics_has_terme(const terme_set *set, int32_t row)
{
    return set[row / 64] >> (row % 64) & 1;
}

/* Whether the record names this audience. */
bool aet_publics_names_public(const struct facts *f, int32_t public);

/* Whether the block is one of this record: its audience is named, and one of its purposes is; where
 * no block of the audiences has one that is named, all of them are, so that a purpose that is out
 * of place does not hide the rest. */
bool aet_publics_bloc_applies(const struct publics_knowledge *p, const struct bloc *b,
                              const struct facts *f);

/* The aims that the record names, as bits of rows of buts; that it serves by its purposes. */
uint64_t aet_publics_buts_named(const struct facts *f);
uint64_t aet_publics_buts_served(const struct publics_knowledge *p, const struct facts *f);

/* The group whose record it is; empty: not said. */
struct span aet_publics_regroupement(const struct facts *f);

/* The state of a record: prevu when nothing is written. */
enum etat aet_publics_etat(const struct publics_knowledge *p, const struct facts *f);

/* Days past the due date at `today`, 0 when not late. */
int32_t aet_publics_retard(const struct publics_knowledge *p, const struct facts *f);

#endif
