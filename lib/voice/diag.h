/* Diagnostics: what a rule has to say of one record. They are collected while a record is checked,
 * and written later, in the order of the input, when their place is looked up. */
#ifndef AET_VOICE_DIAG_H
#define AET_VOICE_DIAG_H

#include "base/arena.h"
#include "voice/line.h"

enum { DIAG_ARGS = 5, DIAG_WORDS = 2 };

/* A value that is said in the language of the message: a phrase, whose own placeholders are filled
 * by the values. */
struct diag_word {
    const char *name;
    struct text text; /* lives as long as the program */
};

/* How the place of a diagnostic is found: by its path, when somebody needs it, or it is known: a
 * byte of the record, in its cell, or in a row that it is about as a whole. */
enum diag_placed { BY_PATH, AT_CELL, AT_ROW };

struct diags;

struct diag {
    const struct rule *rule;
    struct span path; /* the field, as `public[1]`; empty: the record as a whole */
    enum diag_placed placed;
    size_t at;                  /* byte offset in the record, unless by path */
    const struct text *caption; /* of the field: {intitule} */
    const struct text *noun;    /* "activité": with the name, {element} */
    struct span name;           /* of the record or element: {nom} */
    struct diag_arg args[DIAG_ARGS];
    size_t n;
    struct diag_word words[DIAG_WORDS];
    size_t words_n;
    const char *table; /* of a term that is none: the table that takes one's own; or NULL */
    const void *part;  /* of a document: what of it this is about, see tree/leave.h; not owned */
    /* What is looked for once it is certain that this is told (of thousands few are): adds
     * arguments; or NULL. */
    void (*seek)(struct diags *d, struct diag *x, void *of);
    void *of;
};

/* {element}, "activité « A12 »", and {sujet}, "activité « A12 », Budget", need no argument: whoever
 * knows what a diagnostic is about sets them. The captions live as long as the program, the name as
 * long as what is read. */

struct diags {
    struct arena *arena; /* where paths and values are copied */
    struct diag *items;
    size_t n, cap;
    enum gravity least; /* what is less grave is not kept */
    size_t errors, warnings;
    struct diags *once; /* what is said once a file, by every verb; NULL: it is not said */
};

/* Add a diagnostic; NULL when it is not kept. `path` is copied. */
struct diag *aet_diag_add(struct diags *d, const struct rule *rule, struct span path);

/* It is going to be told: look for what was left to be found; what is found is copied to d->arena.
 */
void aet_diag_seek(struct diags *d, struct diag *x);

/* The same of what is said once a file and field, with how often (`nombre`), whatever is the least
 * that is kept: how values were read. Its caption tells the field. */
struct diag *aet_diag_once(struct diags *d, const struct rule *rule, struct span path);

/* Say where in the record it is. `x` may be NULL. */
static inline void aet_diag_at(struct diag *x, enum diag_placed placed, size_t at)
{
    if (!x)
        return;
    x->placed = placed;
    x->at = at;
}

/* Say what the field is called. `x` may be NULL. */
static inline void aet_diag_about(struct diag *x, const struct text *caption)
{
    if (x)
        x->caption = caption;
}

/* Give a placeholder its value (copied). `x` may be NULL. */
void aet_diag_arg(struct diags *d, struct diag *x, const char *name, struct span value);
void aet_diag_arg_uint(struct diags *d, struct diag *x, const char *name, uint64_t value);

/* The letters of a column, from 0. */
void aet_diag_arg_column(struct diags *d, struct diag *x, const char *name, size_t column);

/* The same with a text of ours in both languages, not copied. */
void aet_diag_word(struct diag *x, const char *name, struct text text);

/* The same with an amount, as each language writes it. */
void aet_diag_money(struct diags *d, struct diag *x, const char *name, int64_t cents);

void aet_diags_clear(struct diags *d);

/* Forget what was said of one record since there were `n`: nothing is wrong with it. */
void aet_diags_forget(struct diags *d, size_t n);
void aet_diags_free(struct diags *d);

/* A diagnostic as a line; see line.h. */
void aet_diag_text(struct buf *out, const struct diag *x, const struct diag_place *where,
                   enum lang lang, bool colour);
void aet_diag_message(struct buf *out, const struct diag *x, enum lang lang);
void aet_diag_json(struct buf *out, const struct diag *x, const struct diag_place *where,
                   enum lang lang);

/* The value of an argument, or NULL. */
const struct span *aet_diag_find(const struct diag *x, const char *name);

#endif
