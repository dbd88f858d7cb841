/* The plain text of a source of a project, and passages of it by their positions: Unicode
 * characters from 0, the end being the one behind the last. */
#ifndef AET_REFI_SOURCE_TEXT_H
#define AET_REFI_SOURCE_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/must.h"
#include "base/buf.h"
#include "refi/shelf.h"

enum source_text_state {
    TEXT_ABSENT, /* nowhere to be had */
    TEXT_READY,
    TEXT_NOT_UTF8, /* there is a file, which is not UTF-8 */
    TEXT_DAMAGED,  /* there is a member of the archive that cannot be read */
    TEXT_ERROR     /* the file cannot be read: errno */
};

struct source_text {
    enum source_text_state state;
    struct buf text;
    uint64_t length; /* in characters */
    size_t *marks;   /* the byte where each 256th character begins */
    size_t marks_n, marks_cap;
};

/* Forget what was read: another source begins. */
void aet_refi_source_text_clear(struct source_text *t);

/* Read the file that a path of the project names. */
void aet_refi_source_text_load(struct source_text *t, const struct shelf *shelf, const char *path);

/* The text is in t->text: make it ready. */
void aet_refi_source_text_ready(struct source_text *t);

/* The characters from `from` to before `to`. False: they are not all there. Borrowed from t. */
AET_MUST bool aet_refi_source_text_slice(const struct source_text *t, uint64_t from, uint64_t to,
                                         struct span *out);
void aet_refi_source_text_free(struct source_text *t);

#endif
