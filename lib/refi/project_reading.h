/* Where the reading of a project stands, and what its parts share. Inside of this folder only. */
#ifndef AET_REFI_PROJECT_READING_H
#define AET_REFI_PROJECT_READING_H

#include "refi/project_file.h"
#include "refi/selection.h"
#include "refi/source_text.h"

enum { SELECTIONS_MAX = 8, PARENTS_MAX = 64 };

/* What takes the text of an element. */
enum taking { TAKES_NOTHING, TAKES_CONTENT, TAKES_DESCRIPTION, TAKES_MEMO };

/* Where the reading of a project stands: what was opened and not yet closed, and what is kept until
 * all is. */
struct project_reading {
    struct project *p;
    const struct refi *q;
    const struct shelf *shelf;
    struct refi_place place;
    struct project_file file;
    struct source_text text;
    struct source source; /* the one that is open */
    const char *path;     /* that its text is sought at; in the arena of the project, or NULL */
    struct span codeur;   /* who coded */
    struct selection selections[SELECTIONS_MAX];
    size_t selections_n, elements;
    struct span parents[PARENTS_MAX];    /* codes that are open: where they stand in the tree */
    struct span open_codes[PARENTS_MAX]; /* their GUIDs */
    size_t parents_n;
    size_t depth, source_depth; /* of elements; of the source or note that is open, 0: none */
    bool note;                  /* it is a note */
    struct note about;          /* what is said of it */
    bool coding, told;
    size_t coded; /* codings before the one that is open */
    enum taking taking;
    struct buf description;
    struct memo memo; /* the description that is open, of the whole or of a source */
};

/* A copy in the arena of the project. */
struct span aet_refi_reading_copy(struct project_reading *x, const char *s);

/* An attribute, or "": a GUID in one form; any text. */
struct span aet_refi_reading_guid(struct project_reading *x, const char **attributes,
                                  const char *name);
struct span aet_refi_reading_text(struct project_reading *x, const char **attributes,
                                  const char *name);

/* Say what is wrong where the reading stands. */
void aet_refi_reading_say(struct project_reading *x, const struct rule *rule, struct span value,
                          const char *expected);

#endif
