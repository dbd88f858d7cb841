/* Workbooks of all kinds. */
#include "workbook/workbook.h"

#include <string.h>

#include "base/alloc.h"
#include "workbook/book.h"

#ifdef AET_WORKBOOKS

struct workbook {
    const struct book_kind *kind;
    struct book book;
    struct sheet_reader reader;
    bool more; /* to be parsed */
    size_t at; /* in the text that is made: what was given */
};

bool aet_workbook_can(void)
{
    return true;
}

static const struct book_kind *kind_of(struct archive *a)
{
    static const struct book_kind *const kinds[] = { &aet_book_xlsx, &aet_book_ods, NULL };

    for (size_t i = 0; kinds[i]; i++)
        if (aet_archive_has(a, kinds[i]->member))
            return kinds[i];
    return NULL;
}

struct workbook *aet_workbook_open(struct decoder *d, enum fault *fault)
{
    struct archive *a = aet_archive_open(d, fault);
    struct workbook *w;

    if (!a)
        return NULL;
    w = aet_calloc(1, sizeof *w);
    w->book.archive = a;
    w->kind = kind_of(a);
    if (w->kind)
        *fault = w->kind->open(&w->book);
    if (w->kind && !*fault)
        return w;
    aet_workbook_free(w);
    return NULL;
}

const struct book_sheet *aet_workbook_sheets(const struct workbook *w, size_t *n)
{
    *n = w->book.n;
    return w->book.sheets;
}

static void end_sheet(struct workbook *w)
{
    struct sheet_reader *r = &w->reader;

    aet_part_free(r->part);
    aet_cells_free(&r->cells);
    aet_free(r->hides);
    *r = (struct sheet_reader){ .part = NULL };
    if (w->kind)
        w->kind->end(&w->book);
}

enum fault aet_workbook_begin(struct workbook *w, size_t sheet)
{
    enum fault fault;

    end_sheet(w);
    w->reader.notes.sheet = w->book.sheets[sheet].name;
    w->at = 0;
    fault = w->kind->begin(&w->book, sheet, &w->reader);
    w->more = fault == FAULT_NONE;
    return fault;
}

/* More text, or the end, or false with *fault. */
static bool make_more(struct workbook *w, enum fault *fault)
{
    if (w->kind->go_on && w->kind->go_on(&w->book, fault))
        return *fault == FAULT_NONE;
    return aet_part_read(w->reader.part, &w->more, fault);
}

ssize_t aet_workbook_read(struct workbook *w, char *to, size_t cap, enum fault *fault)
{
    struct buf *text = &w->reader.cells.text;
    size_t n;

    *fault = FAULT_NONE;
    while (w->at == text->n && w->more) {
        aet_buf_clear(text);
        w->at = 0;
        if (!make_more(w, fault))
            return -1;
    }
    n = text->n - w->at < cap ? text->n - w->at : cap;
    if (n)
        memcpy(to, text->p + w->at, n);
    w->at += n;
    return (ssize_t)n;
}

const struct book_notes *aet_workbook_notes(const struct workbook *w)
{
    return &w->reader.notes;
}

void aet_workbook_free(struct workbook *w)
{
    if (!w)
        return;
    end_sheet(w);
    if (w->kind)
        w->kind->close(&w->book);
    aet_archive_free(w->book.archive);
    aet_free(w->book.sheets);
    aet_arena_free(&w->book.arena);
    aet_free(w);
}

#else

bool aet_workbook_can(void)
{
    return false;
}

struct workbook *aet_workbook_open(struct decoder *d, enum fault *fault)
{
    (void)d;
    *fault = FAULT_NONE;
    return NULL;
}

const struct book_sheet *aet_workbook_sheets(const struct workbook *w, size_t *n)
{
    (void)w;
    *n = 0;
    return NULL;
}

enum fault aet_workbook_begin(struct workbook *w, size_t sheet)
{
    (void)w;
    (void)sheet;
    return FAULT_WORKBOOK;
}

ssize_t aet_workbook_read(struct workbook *w, char *to, size_t cap, enum fault *fault)
{
    (void)w;
    (void)to;
    (void)cap;
    *fault = FAULT_WORKBOOK;
    return -1;
}

const struct book_notes *aet_workbook_notes(const struct workbook *w)
{
    (void)w;
    return NULL;
}

void aet_workbook_free(struct workbook *w)
{
    (void)w;
}

#endif
