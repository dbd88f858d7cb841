/* The plain text of a source of a project, and passages of it by their positions: Unicode
 * characters from 0, the end being the one behind the last. */
#ifndef AET_REFI_SOURCE_TEXTE_H
#define AET_REFI_SOURCE_TEXTE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

enum source_texte_etat {
    TEXTE_ABSENT, /* nowhere to be had */
    TEXTE_PRET,
    TEXTE_ILLISIBLE, /* there is a file, which is not UTF-8 */
    TEXTE_ERREUR     /* the file cannot be read: errno */
};

struct source_texte {
    enum source_texte_etat etat;
    struct buf text;
    uint64_t length; /* in characters */
    size_t *marks;   /* the byte where each 256th character begins */
    size_t marks_n, marks_cap;
};

/* Forget what was read: another source begins. */
void aet_source_texte_clear(struct source_texte *t);

/* Read the file that a path of the project names (`internal://GUID.txt`), in `folder` or in its
 * `sources`; the folder part of the path is not followed. */
void aet_source_texte_load(struct source_texte *t, const char *folder, const char *path);

/* The text is in t->text: make it ready. */
void aet_source_texte_ready(struct source_texte *t);

/* The characters from `from` to before `to`. False: they are not all there. Borrowed from t. */
bool aet_source_texte_slice(const struct source_texte *t, uint64_t from, uint64_t to,
                            struct span *out);
void aet_source_texte_free(struct source_texte *t);

#endif
