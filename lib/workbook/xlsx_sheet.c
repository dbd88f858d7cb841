/* A sheet of .xlsx: its merged areas first, which stand behind its cells; then the cells. */
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "workbook/xlsx.h"

/* An area that goes over several rows. */
struct merge {
    uint64_t first, last; /* rows */
    size_t column;        /* its first */
};

struct xlsx_sheet {
    const struct xlsx *x;
    struct sheet_reader *r;
    struct merge *merges; /* by row and column */
    size_t merges_n, merges_cap;
    size_t next; /* the first that may still come */
    /* of the row and the cell that is open: */
    bool hidden, in_value, has_formula;
    size_t phonetic;
    size_t column;
    enum cell_type { CELL_NUMBER, CELL_SHARED, CELL_TEXT, CELL_BOOLEAN, CELL_DATE } type;
    enum number_meaning meaning;
    struct buf raw, text;
};

/* "AB12": its column from 0 and its row; false when it is no such name. */
static bool read_name(const char **at, size_t *column, uint64_t *row)
{
    const char *p = *at;
    size_t c = 0;
    uint64_t n = 0;

    for (; (*p | 0x20) >= 'a' && (*p | 0x20) <= 'z' && c <= SHEET_COLUMNS; p++)
        c = c * 26 + (size_t)((*p | 0x20) - 'a') + 1;
    for (; *p >= '0' && *p <= '9' && n <= SHEET_ROWS; p++)
        n = n * 10 + (uint64_t)(*p - '0');
    *at = p;
    *column = c - 1;
    *row = n;
    return c && n;
}

static void on_merge(void *to, const char *name, const char **attributes)
{
    struct xlsx_sheet *s = to;
    const char *at = aet_xml_attribute(attributes, "ref");
    struct merge m;
    size_t last;

    if (strcmp(name, "mergeCell") != 0 || !at || !read_name(&at, &m.column, &m.first) ||
        *at++ != ':' || !read_name(&at, &last, &m.last) || m.last <= m.first)
        return;
    s->merges = aet_grow(s->merges, &s->merges_cap, s->merges_n, sizeof *s->merges);
    s->merges[s->merges_n++] = m;
}

static void on_merge_end(void *to, const char *name)
{
    (void)to;
    (void)name;
}

static int by_place(const void *a, const void *b)
{
    const struct merge *x = a, *y = b;

    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    return (x->column > y->column) - (x->column < y->column);
}

/* Whether the member holds merged areas: a look at its bytes, which is much quicker than to parse
 * them. */
static enum fault look_for_merges(struct archive *a, const char *member, bool *any)
{
    enum { CHUNK = 65536 };
    static const char word[] = "mergeCell";
    const size_t kept = sizeof word - 2;
    struct buf text = { 0 };
    enum fault fault = aet_archive_begin(a, member);
    ssize_t n = fault ? 0 : 1;

    *any = false;
    while (n > 0 && !*any) {
        n = aet_archive_read(a, aet_buf_room(&text, CHUNK), CHUNK, &fault);
        text.n += n > 0 ? (size_t)n : 0;
        *any = aet_span_find(aet_buf_view(&text), aet_span_z(word)) < text.n;
        if (text.n > kept) {
            memmove(text.p, text.p + text.n - kept, kept);
            text.n = kept;
        }
    }
    aet_archive_end(a);
    aet_buf_free(&text);
    return fault;
}

static enum fault read_merges(struct book *b, const char *member, struct xlsx_sheet *s)
{
    static const struct xml_reader reader = { on_merge, on_merge_end, NULL };
    bool any;
    enum fault fault = look_for_merges(b->archive, member, &any);

    if (!fault && any)
        fault = aet_part_read_all(b->archive, member, &reader, s);
    if (s->merges_n)
        qsort(s->merges, s->merges_n, sizeof *s->merges, by_place);
    return fault;
}

static bool is_hidden(const char **attributes)
{
    const char *hidden = aet_xml_attribute(attributes, "hidden");

    return hidden && (strcmp(hidden, "1") == 0 || strcmp(hidden, "true") == 0);
}

/* <col>: columns from `min` to `max`, counted from 1. */
static void open_columns(struct xlsx_sheet *s, const char **attributes)
{
    uint64_t first = aet_part_number(aet_xml_attribute(attributes, "min"), 0);
    uint64_t last = aet_part_number(aet_xml_attribute(attributes, "max"), first);

    if (first && last >= first && is_hidden(attributes))
        aet_book_hide_columns(s->r, (size_t)first - 1, (size_t)(last - first) + 1);
}

static void open_row(struct xlsx_sheet *s, const char **attributes)
{
    struct cells *c = &s->r->cells;
    uint64_t row = aet_part_number(aet_xml_attribute(attributes, "r"), c->row + 1);

    s->hidden = is_hidden(attributes);
    s->column = 0;
    aet_book_check(s->r, aet_cells_row(c, row));
}

static enum cell_type type_of(const char *t)
{
    static const struct {
        const char *name;
        enum cell_type type;
    } types[] = { { "s", CELL_SHARED },  { "inlineStr", CELL_TEXT }, { "str", CELL_TEXT },
                  { "b", CELL_BOOLEAN }, { "e", CELL_TEXT },         { "d", CELL_DATE } };

    for (size_t i = 0; t && i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].name, t) == 0)
            return types[i].type;
    return CELL_NUMBER;
}

static void open_cell(struct xlsx_sheet *s, const char **attributes)
{
    const char *name = aet_xml_attribute(attributes, "r");
    uint64_t style = aet_part_number(aet_xml_attribute(attributes, "s"), 0), row;

    if (name && !read_name(&name, &s->column, &row))
        aet_book_check(s->r, FAULT_BOOK_DAMAGED);
    s->type = type_of(aet_xml_attribute(attributes, "t"));
    s->meaning = style < s->x->meanings_n ? s->x->meanings[style] : MEANS_NUMBER;
    s->has_formula = false;
    aet_buf_clear(&s->raw);
}

static void on_open(void *to, const char *name, const char **attributes)
{
    struct xlsx_sheet *s = to;

    if (strcmp(name, "row") == 0)
        open_row(s, attributes);
    else if (strcmp(name, "c") == 0)
        open_cell(s, attributes);
    else if (strcmp(name, "col") == 0)
        open_columns(s, attributes);
    s->phonetic += strcmp(name, "rPh") == 0;
    s->has_formula |= strcmp(name, "f") == 0;
    s->in_value = strcmp(name, "v") == 0 || (strcmp(name, "t") == 0 && !s->phonetic);
}

static void on_text(void *to, struct span text)
{
    struct xlsx_sheet *s = to;

    if (s->in_value)
        aet_buf_span(&s->raw, text);
}

/* Blanks around what is no text are those of indented XML. */
static void trim_raw(struct xlsx_sheet *s)
{
    struct span kept = aet_span_trim(aet_buf_view(&s->raw));

    if (s->type == CELL_TEXT || kept.n == s->raw.n)
        return;
    memmove(s->raw.p, kept.p, kept.n);
    s->raw.n = kept.n;
}

/* What the cell shows, into s->text. */
static void show(struct xlsx_sheet *s)
{
    struct span raw = aet_buf_view(&s->raw);
    const struct xlsx *x = s->x;
    uint64_t at;

    aet_buf_clear(&s->text);
    switch (s->type) {
    case CELL_SHARED:
        at = aet_part_number(aet_buf_z(&s->raw), x->strings_n);
        if (at < x->strings_n)
            aet_buf_span(&s->text, x->strings[at]);
        else
            aet_book_check(s->r, FAULT_BOOK_DAMAGED);
        break;
    case CELL_TEXT:
        aet_xlsx_text(raw, &s->text);
        break;
    case CELL_BOOLEAN:
        aet_buf_str(&s->text, aet_span_eq(raw, AET_LIT("1")) ? "oui" : "non");
        break;
    case CELL_DATE:
        aet_number_show_date(raw, &s->text);
        break;
    case CELL_NUMBER:
        aet_number_show(raw, s->meaning, x->from_1904 ? EPOCH_1904 : EPOCH_1900, !x->from_1904,
                        &s->text);
    }
}

static uint64_t merged_to(struct xlsx_sheet *s)
{
    uint64_t row = s->r->cells.row;

    for (; s->next < s->merges_n; s->next++) {
        const struct merge *m = &s->merges[s->next];

        if (m->first > row || (m->first == row && m->column > s->column))
            break;
        if (m->first == row && m->column == s->column)
            return m->last;
    }
    return 0;
}

static void close_cell(struct xlsx_sheet *s)
{
    struct cells *c = &s->r->cells;
    bool none;

    trim_raw(s);
    none = s->has_formula && s->type == CELL_NUMBER && s->x->uncalculated &&
           aet_span_eq(aet_buf_view(&s->raw), AET_LIT("0"));

    if (s->raw.n && !none) {
        show(s);
        aet_book_value(s->r, s->column);
        aet_book_check(s->r,
                       aet_cells_put_merged(c, s->column, aet_buf_view(&s->text), merged_to(s)));
    } else if (s->has_formula && s->type == CELL_NUMBER) {
        aet_book_formula(s->r, s->r->cells.row, s->column);
    }
    s->column++;
}

static void on_close(void *to, const char *name)
{
    struct xlsx_sheet *s = to;

    s->phonetic -= s->phonetic && strcmp(name, "rPh") == 0;
    s->in_value = false;
    if (strcmp(name, "c") == 0)
        close_cell(s);
    else if (strcmp(name, "row") == 0)
        aet_book_row_end(s->r, s->hidden);
}

enum fault aet_xlsx_sheet(struct book *b, const char *member, struct sheet_reader *r)
{
    static const struct xml_reader reader = { on_open, on_close, on_text };
    struct xlsx *x = b->of_kind;
    struct xlsx_sheet *s = aet_calloc(1, sizeof *s);
    enum fault fault;

    s->x = x;
    s->r = r;
    x->sheet = s;
    fault = read_merges(b, member, s);
    if (!fault)
        r->part = aet_part_open(b->archive, member, &reader, s, &fault);
    return fault;
}

void aet_xlsx_sheet_end(struct xlsx *x)
{
    struct xlsx_sheet *s = x->sheet;

    x->sheet = NULL;
    if (!s)
        return;
    aet_free(s->merges);
    aet_buf_free(&s->raw);
    aet_buf_free(&s->text);
    aet_free(s);
}
