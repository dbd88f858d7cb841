/* A codebook in memory, and its written forms: REFI-QDA .qdc, Taguette CSV, table `codes`. */
#ifndef AET_REFI_CODEBOOK_H
#define AET_REFI_CODEBOOK_H

#include "base/must.h"
#include "base/arena.h"
#include "base/buf.h"
#include "format/sheet.h"
#include "refi/refi.h"

enum { NO_PARENT = -1 };

/* Between the names on the way to a code in its tree. */
#define AET_REFI_WAY " > "

/* How far up a tree is followed: one that turns in a circle ends somewhere. */
enum { REFI_WAY_MAX = 256 };

struct code {
    struct span id, label, label_en, description, colour, guid; /* in the arena of the book */
    struct span alias, source;
    struct span read;  /* the GUID as the file has it, in one form; it may be no GUID */
    struct span notes; /* of a project that is written: GUIDs of its memos, 36 characters each */
    struct span name;  /* where it stands in the tree: the label, unless that is the way to it */
    int32_t parent;    /* index, before its children; or NO_PARENT */
    bool groups;       /* only groups others: nothing is coded with it */
};

/* Codes that belong together besides the tree. Spans in the arena of the book. */
struct code_set {
    struct span guid, name, description;
};

struct code_member {
    size_t set;
    struct span guid; /* of the code */
};

struct codebook {
    struct arena arena;
    struct code *codes;
    size_t n, cap;
    struct code_set *sets;
    size_t sets_n, sets_cap;
    struct code_member *members;
    size_t members_n, members_cap;
};

struct code *aet_refi_codebook_add(struct codebook *b);

/* One more set; one more member of a set. */
size_t aet_refi_codebook_set(struct codebook *b, struct code_set set);
void aet_refi_codebook_member(struct codebook *b, size_t set, struct span guid);

/* The set of that GUID, or of that name where none is given, or else one more, whose GUID is then
 * made of its name. What it is first told to be it is. */
size_t aet_refi_codebook_set_found(struct codebook *b, struct code_set set);

/* A code belongs to the sets that cells name, as set_cells has them. */
void aet_refi_codebook_member_of(struct codebook *b, size_t code, struct span names,
                                 struct span guids, struct span descriptions);

/* The sets of a code as cells of a table: a list of names, and as many GUIDs and descriptions with
 * bars between them, in which `\|` and `\\` are the characters themselves. */
struct set_cells {
    struct buf names, guids, descriptions;
    bool told; /* one has a description */
};

/* By code. To be freed by the second. */
struct set_cells *aet_refi_codebook_set_cells(const struct codebook *b);
void aet_refi_codebook_set_cells_free(const struct codebook *b, struct set_cells *cells);

/* Sets without a code of the book, which a table of codes has no place for. */
size_t aet_refi_codebook_sets_empty(const struct codebook *b);

/* The codes have labels and parents alone, in any order: give each its name, which is its label,
 * less the way to it; order them as a tree is written, parents first. A code that is below itself,
 * or deeper than REFI_WAY_MAX, stands at the top. */
void aet_refi_codebook_grow(struct codebook *b);
void aet_refi_codebook_free(struct codebook *b);

/* The codes of a .qdc or .qde, `text` being the whole of it. False: complained. */
AET_MUST bool aet_refi_codebook_read(struct codebook *b, const struct refi *q, struct span text,
                                     const char *file);

/* An id for the last code of the book, made of its label: `lecture-du-groupe`, with a number when
 * another code has it. In the arena of the book. */
struct span aet_refi_codebook_id(struct codebook *b, struct span label);

/* A code with those below it as XML: what codebooks and projects share. `depth`: how far in. */
void aet_refi_codebook_tree(const struct codebook *b, size_t depth, struct buf *out);

/* Its sets as XML; `member`: the attribute that names a code of theirs. */
void aet_refi_codebook_sets(const struct codebook *b, const char *member, struct buf *out);

/* One codebook more, of another copy of the same project: codes that are not there yet, and sets.
 * Spans stay those of `from`, which outlives `b`. */
void aet_refi_codebook_join(struct codebook *b, const struct codebook *from);

/* The three written forms, appended to `out`. `origin` names the program. */
void aet_refi_codebook_qdc(const struct codebook *b, const char *origin, struct buf *out);
void aet_refi_codebook_taguette(const struct codebook *b, struct sheet_form form, struct buf *out);
void aet_refi_codebook_table(const struct codebook *b, struct buf *out);

/* Append the names on the way to a code, "Contextes > Autre": what tells two codes of one name
 * apart. Two codes of a codebook that is read never share a label: those that would have their way
 * for one. */
void aet_refi_codebook_way(const struct codebook *b, int32_t index, struct buf *out);

#endif
