/* Private to verb_decouper.c: how its input is opened, and what of a record decides where it goes.
 */
#ifndef AET_VERBS_DECOUPER_H
#define AET_VERBS_DECOUPER_H

#include "base/must.h"
#include "base/names.h"
#include "cli/session.h"
#include "format/object.h"
#include "headings/headings.h"
#include "tree/document.h"

enum { DECOUPER_KINDS = 16 };

/* Whatever kind of record the tool knows: the one that knows most of the headings. */
struct decouper_form {
    struct headings *headings[DECOUPER_KINDS];
    size_t kinds;
    struct document_reader reader; /* where records are documents: their rows stand together */
    const struct nest *nest;       /* NULL: they are not */
};

void aet_decouper_form_init(struct decouper_form *f, struct session *s);
void aet_decouper_form_free(struct decouper_form *f);

/* A new source of the input; the caller frees it before the form. */
struct source *aet_decouper_source(struct decouper_form *f, struct session *s);

/* --par: the column or key whose value keeps records together. */
struct decouper_key {
    const char *wanted; /* NULL: none is */
    const struct decouper_form *form;
    struct row *row; /* of cells; NULL: records are objects */
    size_t column;   /* of cells; SIZE_MAX: there is none */
    struct object object;
    struct names asked; /* names of members, and what is known of each */
    struct found *found;
    size_t found_cap;
    struct buf text;
    bool met;                     /* a record, or the heading line, has it */
    const struct rule *ambiguous; /* so have two columns, or two keys of a record: these; or NULL */
    const struct text *title;     /* of their field; NULL: both are called so */
    char *one, *other;
};

/* The headings are those of the form, which outlives it. */
void aet_decouper_key_init(struct decouper_key *k, const struct session *s,
                           const struct decouper_form *f);
void aet_decouper_key_file(struct decouper_key *k, const struct layout *l);
void aet_decouper_key_free(struct decouper_key *k);

/* A number that records of one value share, be it written with other case or accents; of one that
 * has no value, or cannot be read, that of the empty text. */
uint64_t aet_decouper_key(struct decouper_key *k, const struct slice *slice);

/* Whether it was there at all, and never twice. False: complained. */
AET_MUST bool aet_decouper_key_met(const struct decouper_key *k, const struct session *s);

#endif
