/* A codebook in memory, and its written forms: REFI-QDA .qdc, Taguette CSV, table `codes`. */
#ifndef AET_REFI_LIVRE_H
#define AET_REFI_LIVRE_H

#include "base/arena.h"
#include "record/sheet.h"
#include "repa/savoir.h"

enum { SANS_PARENT = -1 };

/* Between the names on the way to a code in its tree. */
#define AET_WAY " > "

struct code {
    struct span id, label, label_en, description, colour, guid; /* in the arena of the book */
    struct span alias, source;
    struct span name; /* where it stands in the tree: the label, unless that is the way to it */
    int32_t parent;   /* index, before its children; or SANS_PARENT */
    bool groups;      /* only groups others: nothing is coded with it */
};

struct livre {
    struct arena arena;
    struct code *codes;
    size_t n, cap;
};

struct code *aet_livre_add(struct livre *l);
void aet_livre_free(struct livre *l);

/* The framework of the document, or table `codes` when it has rows. False: complained. */
bool aet_livre_cadre(struct livre *l, struct session *s);

/* Give codes that were read and that `cadre` (filled here; it must outlive `l`) knows by their GUID
 * the id, spellings and translation they have there. False: complained. */
bool aet_livre_recall(struct livre *l, struct livre *cadre, struct session *s);

/* A .qdc or .qde (XML, `text` being the whole of it), or a list with a column tag, as Taguette has
 * it, in any format that records have, which is read anew from `file` ("-": standard input, made
 * ready to be read again). False: complained. */
bool aet_livre_read(struct livre *l, struct session *s, struct span text, const char *file);

void aet_livre_qdc(const struct livre *l, struct buf *out);
void aet_livre_taguette(const struct livre *l, struct sheet_form form, struct buf *out);
void aet_livre_table(const struct livre *l, struct buf *out);

/* Append the names on the way to a code, "Contextes > Autre": what tells two codes of one name
 * apart. Two codes of a codebook that is read never share a label: those that would have their way
 * for one. */
void aet_livre_way(const struct livre *l, int32_t index, struct buf *out);

/* A GUID derived from a name (SHA-256, RFC 9562 version 8): the same at every export. Into out[37].
 */
void aet_guid_derive(struct span name, char out[37]);

#endif
