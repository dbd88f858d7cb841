/* Choosing the sheet of a workbook. */
#include "format/book.h"

#include <errno.h>

#include "base/fold.h"
#include "format/csv.h"
#include "ledger/ledger.h"

bool aet_book_zipped(struct span head)
{
    return aet_span_starts(head, AET_LIT("PK\x03\x04"));
}

static bool refuse(struct input *in, enum fault fault, struct stop *stop)
{
    *stop = (struct stop){ .fault = fault, .file = in->layout->name, .error = errno };
    return false;
}

/* `« Feuil1 », « Feuil2 »` without the quotes, which are the language's: names divided by commas.
 */
static struct span names(struct input *in, size_t but)
{
    struct buf list = { 0 };
    struct span kept;
    size_t n;
    const struct book_sheet *sheets = aet_workbook_sheets(in->book, &n);

    for (size_t i = 0; i < n; i++) {
        if (i == but || (sheets[i].hidden && aet_ledger_is_lists(sheets[i].name)))
            continue;
        if (list.n)
            aet_buf_str(&list, ", ");
        aet_buf_span(&list, sheets[i].name);
    }
    kept = aet_arena_copy(in->arena, aet_buf_view(&list));
    aet_buf_free(&list);
    return kept;
}

/* Read the sheet from its beginning. */
static bool begin(struct input *in, size_t sheet, struct stop *stop)
{
    size_t n;
    struct book_notes *notes = aet_arena_alloc(in->arena, sizeof *notes);
    enum fault fault = aet_workbook_begin(in->book, sheet);

    if (fault)
        return refuse(in, fault, stop);
    *notes = (struct book_notes){ .sheet = aet_arena_copy(
                                      in->arena, aet_workbook_sheets(in->book, &n)[sheet].name),
                                  .others = names(in, sheet) };
    in->layout->book = notes;
    in->line = in->column = 1;
    in->row = 0;
    in->eof = false;
    aet_buf_clear(&in->text);
    aet_buf_clear(&in->above);
    return true;
}

/* Whether the headings of the sheet are known: as a try, of which nothing stays. False with *stop
 * when that cannot be told: the sheet is damaged, or two of its lines may be the headings. */
static bool look(struct input *in, size_t sheet, bool *known, struct stop *stop)
{
    struct layout *own = in->layout, tried = *own;
    struct cutter cutter;
    bool ok;

    in->layout = &tried;
    tried.format = &aet_format_csv;
    ok = begin(in, sheet, stop) && aet_format_csv.begin(in, &cutter, stop);
    *known = ok && tried.columns > 0;
    in->layout = own;
    return ok || stop->fault == FAULT_NO_HEADING || stop->fault == FAULT_ONE_COLUMN;
}

static bool is_number(const char *said, uint64_t n)
{
    struct buf digits = { 0 };
    bool same;

    aet_buf_uint(&digits, n);
    same = strcmp(aet_buf_z(&digits), said) == 0;
    aet_buf_free(&digits);
    return same;
}

/* The sheet of that very name; or the only one that is called so but for capitals and accents; or
 * the one of that number. `n`: none. */
static size_t said_sheet(const char *said, const struct book_sheet *sheets, size_t n)
{
    size_t alike = 0, at = n;

    for (size_t i = 0; i < n; i++) {
        if (aet_span_eq(sheets[i].name, aet_span_z(said)))
            return i;
        if (aet_fold_same_label(sheets[i].name, aet_span_z(said))) {
            alike++;
            at = i;
        }
    }
    for (size_t i = 0; !alike && i < n; i++)
        if (is_number(said, i + 1))
            return i;
    return alike == 1 ? at : n;
}

/* Into *at; `n`: there is none. False with *stop. */
static bool choose(struct input *in, const struct book_sheet *sheets, size_t n, size_t *at,
                   struct stop *stop)
{
    size_t shown = 0, first = n;
    bool known = false;

    if (in->said.sheet) {
        *at = said_sheet(in->said.sheet, sheets, n);
        return true;
    }
    for (size_t i = n; i-- > 0;)
        if (!sheets[i].hidden) {
            shown++;
            first = i;
        }
    *at = first;
    for (size_t i = first; shown > 1 && in->said.open && i < n && !known; i++) {
        if (sheets[i].hidden)
            continue;
        if (!look(in, i, &known, stop))
            return false;
        *at = known ? i : first;
    }
    return true;
}

bool aet_book_open(struct input *in, struct stop *stop)
{
    const struct book_sheet *sheets;
    enum fault fault;
    size_t n, sheet;

    in->book = aet_workbook_open(in->decoder, &fault);
    if (!in->book)
        return !fault || refuse(in, fault, stop);
    sheets = aet_workbook_sheets(in->book, &n);
    if (!choose(in, sheets, n, &sheet, stop))
        return false;
    if (sheet < n)
        return begin(in, sheet, stop);
    refuse(in, in->said.sheet ? FAULT_BOOK_SHEET : FAULT_BOOK_HIDDEN, stop);
    stop->names = names(in, n);
    return false;
}
