/* What --pseudonymes holds while a verb runs, and the first reading; used by hiding.c. */
#ifndef AET_PRIVACY_HIDING_LEARN_H
#define AET_PRIVACY_HIDING_LEARN_H

#include "privacy/pseudonym_record.h"
#include "record/reading.h"
#include "tree/nest.h"
#include "voice/voice.h"

/* A heading or key of the input that is no field. */
struct seen {
    struct span name;
    const char *file;
};

/* What the hiding of names goes by: the files and where the key is, which columns are identities,
 * what the first reading met, and how much was withheld or stays in doubt. */
struct hiding {
    const struct voice *voice;
    struct reading *reading;
    const char *const *files; /* none: standard input */
    size_t files_n;
    struct identities identities;
    const char *path;
    int spool; /* standard input, to be read again; -1 when it is not read */
    int64_t start;
    uint64_t withheld, doubts;
    struct buf places; /* of the first doubts, a list */
    size_t places_n;
    /* of the first reading: */
    struct arena arena;
    struct seen *seen; /* in JSON: what the nearest of a missing key is looked for in */
    size_t seen_n, seen_cap;
    bool learnt;
    bool any;     /* there was a heading line or a record */
    bool refused; /* said why */
};

/* The first reading: names are learnt; headings and keys that would stay in
 * clear by a slip are complained of, and h->refused is set. */
void aet_hiding_read(struct hiding *h, const struct schema *schema);
void aet_hiding_read_documents(struct hiding *h, const struct nest *nest); /* hiding_tree.c */

/* A heading or key that is no field, kept once for each file (`file` NULL: once). */
void aet_hiding_see(struct hiding *h, struct span name, const char *file);

/* A misspelt heading of a field of names (`title`), or of a column of them: complained. */
void aet_hiding_near(struct hiding *h, struct span heading, struct span title);

/* Complain of a further column that the input does not have, with the nearest that it has. */
void aet_hiding_missing(struct hiding *h, struct span name);

#endif
