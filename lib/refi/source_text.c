/* The plain text of a source of a project. */
#include "refi/source_text.h"

#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"

enum { STEP = 256 };

static bool begins(char c)
{
    return ((unsigned char)c & 0xC0) != 0x80;
}

void aet_refi_source_text_clear(struct source_text *t)
{
    aet_buf_clear(&t->text);
    t->state = TEXT_ABSENT;
    t->length = 0;
    t->marks_n = 0;
}

void aet_refi_source_text_ready(struct source_text *t)
{
    t->length = 0;
    t->marks_n = 0;
    for (size_t i = 0; i < t->text.n; i++) {
        if (!begins(t->text.p[i]))
            continue;
        if (t->length++ % STEP)
            continue;
        t->marks = aet_grow(t->marks, &t->marks_cap, t->marks_n, sizeof *t->marks);
        t->marks[t->marks_n++] = i;
    }
    t->state = TEXT_READY;
}

void aet_refi_source_text_load(struct source_text *t, const struct shelf *shelf, const char *path)
{
    enum fault fault;

    aet_refi_source_text_clear(t);
    fault = aet_refi_shelf_read(shelf, path, &t->text);
    if (fault) {
        t->text.n = 0;
        t->state = fault == FAULT_BOOK_PART ? TEXT_ABSENT
                   : fault == FAULT_READ    ? TEXT_ERROR
                                            : TEXT_DAMAGED;
        return;
    }
    if (aet_span_starts(aet_buf_view(&t->text), AET_LIT("\xEF\xBB\xBF"))) {
        memmove(t->text.p, t->text.p + 3, t->text.n - 3);
        t->text.n -= 3;
    }
    if (aet_utf8_bad(aet_buf_view(&t->text)) == t->text.n) {
        aet_refi_source_text_ready(t);
    } else {
        aet_refi_source_text_clear(t);
        t->state = TEXT_NOT_UTF8;
    }
}

/* The byte where character `at` begins, the end of the text for the one behind its last. */
static size_t byte_of(const struct source_text *t, uint64_t at)
{
    size_t i;

    if (at == t->length)
        return t->text.n;
    i = t->marks[at / STEP];
    for (uint64_t left = at % STEP; left; left--)
        for (i++; !begins(t->text.p[i]); i++)
            ;
    return i;
}

bool aet_refi_source_text_slice(const struct source_text *t, uint64_t from, uint64_t to,
                                struct span *out)
{
    size_t first;

    if (t->state != TEXT_READY || from > to || to > t->length)
        return false;
    *out = AET_LIT("");
    if (!t->text.p)
        return true;
    first = byte_of(t, from);
    *out = aet_span(t->text.p + first, byte_of(t, to) - first);
    return true;
}

void aet_refi_source_text_free(struct source_text *t)
{
    aet_buf_free(&t->text);
    aet_free(t->marks);
    *t = (struct source_text){ .state = TEXT_ABSENT };
}
