/* One line of a sheet that is no record (aet(7), LINES THAT ARE NO RECORD), and what is said of it.
 */
#ifndef AET_APART_ASIDE_H
#define AET_APART_ASIDE_H

#include "apart/words.h"
#include "format/object.h"
#include "voice/diag.h"

enum apart {
    APART_NOT,
    APART_HEADINGS, /* the headings of the file, again */
    APART_TOTAL,
    APART_NOTE,    /* a title, a note: one cell, or a label and what it labels */
    APART_EXAMPLE, /* `Exemple : …`, and how a row is filled in */
    APART_EMPTY,   /* a line of a form that nobody filled in: its number, zeros */
    APART_ALONE,   /* one cell, in a column of other things than words: a note, unless it reads as
                      what the column holds */
    APART_FIGURES, /* amounts or durations, and nothing else: a total, if they are the sum */
    APART_DOUBT    /* the word of a total, and other words beside it */
};

/* What a total says of a column that adds up. */
struct figure {
    size_t adding; /* which of sheet->adding */
    struct span text;
    bool good; /* it could be read: */
    int64_t value;
};

struct aside {
    enum apart kind;
    enum rank rank; /* of a total */
    struct span raw;
    struct span text; /* the word of the total, the title, the note */
    size_t column;    /* that it stands in */
    struct figure *figures;
    size_t figures_n;
};

/* A copy in an arena, its raw line borrowed. */
struct aside *aet_aside_keep(const struct aside *a, struct arena *arena);

/* The rule by which a line is set aside: one of ENT_ASIDE_…. The one of these that a text names by
 * its code, as a file of --rejets does, or -1. */
int aet_aside_rule(const struct aside *a);
int aet_aside_rule_said(struct span said);

/* Say by it that `n` lines were set aside, with the words of the first. */
struct diag *aet_aside_say(struct diags *d, int rule, uint64_t n, struct span text);

/* The kind of line that the rule sets aside. */
enum apart aet_aside_kind(int rule);

/* Whether an object, whose text is `raw`, is what a file of --rejets made of such a line, and
 * nobody made a record of it since; *a then says more, and borrows from it. `said`: the member that
 * holds the diagnostics. */
bool aet_aside_object(struct object *object, struct span raw, const char *said, struct aside *a);

#endif
