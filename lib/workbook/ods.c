/* .ods (OpenDocument 1.3, part 3): all sheets are one part, one after the other. */
#include <string.h>

#include "base/alloc.h"
#include "workbook/book.h"
#include "workbook/ods.h"

static const char content[] = "content.xml";

/* Styles of tables that are not shown. */
struct hiding {
    struct span *p;
    size_t n, cap;
};

/* A cell of the row that is open, or several that show the same. */
struct ods_cell {
    size_t column, n;
    uint64_t down;   /* over how many rows its area goes */
    size_t from, to; /* in the text of the row */
};

struct ods_sheet {
    struct sheet_reader *r;
    size_t wanted, seen; /* which table; how many began */
    size_t depth;        /* of tables: a cell may hold one */
    bool here;           /* in the table that is wanted */
    size_t columns;      /* of it, that were declared */
    /* of the row that is open: */
    uint64_t row, rows, made; /* the first that it is; how many; how many of them are made */
    bool hidden;
    struct ods_cell *cells; /* those that show something */
    size_t n, cap;
    size_t column; /* of the next cell */
    struct buf shown;
    /* of the cell: */
    bool in_cell, covered, formula, valued; /* valued: its value is not its text */
    bool paragraph, written;                /* in one; there was one */
    size_t aside; /* how deep in what is no text of the cell: a note, a shape */
    struct ods_cell cell;
};

struct ods {
    struct hiding hiding;
    struct span style; /* the one that is open */
    struct ods_sheet *sheet;
};

static void ignore(void *to, const char *name)
{
    (void)to;
    (void)name;
}

static void add_table(struct book *b, const char **attributes)
{
    const struct hiding *h = &((struct ods *)b->of_kind)->hiding;
    const char *name = aet_xml_attribute(attributes, "name");
    const char *style = aet_xml_attribute(attributes, "style-name");
    bool hidden = false;

    for (size_t i = 0; style && i < h->n; i++)
        hidden |= aet_span_eq(h->p[i], aet_span_z(style));
    aet_book_add(b, aet_span_z(name ? name : ""), hidden);
}

/* Tables in the order of the part, and the styles before them; those in cells are none. */
struct listing {
    struct book *b;
    size_t depth;
};

static void on_list(void *to, const char *name, const char **attributes)
{
    struct listing *l = to;
    struct ods *o = l->b->of_kind;
    const char *style = aet_xml_attribute(attributes, "name");

    if (strcmp(name, "style") == 0 && style)
        o->style = aet_arena_copy(&l->b->arena, aet_span_z(style));
    if (strcmp(name, "table-properties") == 0 &&
        aet_ods_says(aet_xml_attribute(attributes, "display"), "false")) {
        o->hiding.p = aet_grow(o->hiding.p, &o->hiding.cap, o->hiding.n, sizeof *o->hiding.p);
        o->hiding.p[o->hiding.n++] = o->style;
    }
    if (strcmp(name, "table") == 0 && l->depth++ == 0)
        add_table(l->b, attributes);
}

static void on_list_end(void *to, const char *name)
{
    struct listing *l = to;

    l->depth -= l->depth && strcmp(name, "table") == 0;
}

static void on_manifest(void *to, const char *name, const char **attributes)
{
    (void)attributes;
    *(bool *)to |= strcmp(name, "encryption-data") == 0;
}

static enum fault open_book(struct book *b)
{
    static const struct xml_reader list = { on_list, on_list_end, NULL };
    static const struct xml_reader manifest = { on_manifest, ignore, NULL };
    struct listing l = { .b = b };
    bool locked = false;
    enum fault fault = FAULT_NONE;

    b->of_kind = aet_calloc(1, sizeof(struct ods));
    if (aet_archive_has(b->archive, "META-INF/manifest.xml"))
        fault = aet_part_read_all(b->archive, "META-INF/manifest.xml", &manifest, &locked);
    if (!fault && locked)
        return FAULT_BOOK_LOCKED;
    if (!fault)
        fault = aet_part_read_all(b->archive, content, &list, &l);
    return fault ? fault : b->n ? FAULT_NONE : FAULT_BOOK_DAMAGED;
}

static bool is_hidden(const char **attributes)
{
    const char *shown = aet_xml_attribute(attributes, "visibility");

    return shown && strcmp(shown, "visible") != 0;
}

/* Columns come before rows. */
static void open_columns(struct ods_sheet *s, const char **attributes)
{
    uint64_t n = aet_part_number(aet_xml_attribute(attributes, "number-columns-repeated"), 1);

    if (is_hidden(attributes))
        aet_book_hide_columns(s->r, s->columns, (size_t)n);
    s->columns += n < SHEET_COLUMNS ? (size_t)n : SHEET_COLUMNS;
}

static void open_row(struct ods_sheet *s, const char **attributes)
{

    s->row += s->rows;
    s->rows = aet_part_number(aet_xml_attribute(attributes, "number-rows-repeated"), 1);
    s->hidden = is_hidden(attributes);
    s->n = s->column = 0;
    aet_buf_clear(&s->shown);
}

static void open_cell(struct ods_sheet *s, const char **attributes, bool covered)
{
    const char *n = aet_xml_attribute(attributes, "number-columns-repeated");
    const char *down = aet_xml_attribute(attributes, "number-rows-spanned");

    s->in_cell = true;
    s->covered = covered;
    s->aside = 0;
    s->paragraph = s->written = false;
    s->formula = aet_xml_attribute(attributes, "formula") && /* a text may be empty */
                 !aet_ods_says(aet_xml_attribute(attributes, "value-type"), "string");
    s->cell = (struct ods_cell){ .column = s->column,
                                 .n = (size_t)aet_part_number(n, 1),
                                 .down = aet_part_number(down, 1),
                                 .from = s->shown.n };
    s->valued = !covered && aet_ods_value(&s->shown, attributes);
}

/* What stands in a paragraph and is no text of it. */
static bool is_aside(const char *name)
{
    static const char *const names[] = { "annotation", "note",    "frame",   "custom-shape",
                                         "rect",       "line",    "g",       "circle",
                                         "ellipse",    "path",    "polygon", "polyline",
                                         "connector",  "caption", "control", "ruby-text",
                                         NULL };

    return aet_span_one_of(aet_span_z(name), names);
}

/* In a paragraph blanks are counted, not repeated; beside paragraphs nothing is text. */
static void open_in_cell(struct ods_sheet *s, const char *name, const char **attributes)
{
    uint64_t n = aet_part_number(aet_xml_attribute(attributes, "c"), 1);
    bool begins = strcmp(name, "p") == 0 && !s->paragraph;

    if (s->aside || is_aside(name) || (!s->paragraph && !begins)) {
        s->aside++;
        return;
    }
    if (begins && s->shown.n > s->cell.from && !s->valued)
        aet_buf_char(&s->shown, '\n');
    s->paragraph = true;
    s->written |= begins;
    if (begins || s->valued || s->covered)
        return;
    if (strcmp(name, "s") == 0)
        aet_buf_repeat(&s->shown, AET_LIT(" "), n < 1000 ? (size_t)n : 1000);
    else if (strcmp(name, "tab") == 0)
        aet_buf_char(&s->shown, '\t');
    else if (strcmp(name, "line-break") == 0)
        aet_buf_char(&s->shown, '\n');
}

static void on_open(void *to, const char *name, const char **attributes)
{
    struct ods_sheet *s = to;

    if (strcmp(name, "table") == 0) {
        s->here |= s->depth == 0 && s->seen++ == s->wanted;
        s->depth++;
    }
    if (!s->here || s->depth != 1)
        return;
    if (s->in_cell)
        open_in_cell(s, name, attributes);
    else if (strcmp(name, "table-row") == 0)
        open_row(s, attributes);
    else if (strcmp(name, "table-column") == 0)
        open_columns(s, attributes);
    else if (strcmp(name, "table-cell") == 0)
        open_cell(s, attributes, false);
    else if (strcmp(name, "covered-table-cell") == 0)
        open_cell(s, attributes, true);
}

static void on_text(void *to, struct span text)
{
    struct ods_sheet *s = to;

    if (s->here && s->in_cell && s->paragraph && !s->aside && !s->valued && !s->covered &&
        s->depth == 1)
        aet_buf_span(&s->shown, text);
}

static void close_cell(struct ods_sheet *s)
{
    struct ods_cell *c = &s->cell;

    s->in_cell = false;
    s->column += c->n < SHEET_COLUMNS ? c->n : SHEET_COLUMNS;
    c->to = s->shown.n;
    if (c->to > c->from) {
        s->cells = aet_grow(s->cells, &s->cap, s->n, sizeof *s->cells);
        s->cells[s->n++] = *c;
    } else if (s->formula && !s->valued && !s->written) {
        aet_book_formula(s->r, s->row, c->column);
    }
}

static enum fault write_cell(struct ods_sheet *s, const struct ods_cell *c)
{
    struct span text = aet_buf_slice(&s->shown, c->from, c->to - c->from);
    uint64_t last = s->r->cells.row + c->down - 1;
    enum fault fault = FAULT_NONE;

    for (size_t i = 0; i < c->n && !fault; i++) {
        aet_book_value(s->r, c->column + i);
        fault = aet_cells_put_merged(&s->r->cells, c->column + i, text, last);
    }
    return fault;
}

/* One of the rows that the row stands for. */
static enum fault make_row(struct ods_sheet *s)
{
    enum fault fault = aet_cells_row(&s->r->cells, s->row + s->made++);

    for (size_t i = 0; i < s->n && !fault; i++)
        fault = write_cell(s, &s->cells[i]);
    if (!fault)
        aet_book_row_end(s->r, s->hidden);
    return fault;
}

/* Rows that show nothing may be a million: they are passed over. Others may be too: they are made a
 * few at a time. */
static void close_row(struct ods_sheet *s)
{
    enum fault fault = FAULT_NONE;

    s->made = s->n ? 0 : s->rows;
    while (s->made < s->rows && !fault && s->r->cells.text.n < CELLS_REST)
        fault = make_row(s);
    aet_book_check(s->r, fault);
    if (!fault && s->made < s->rows)
        aet_part_rest(s->r->part);
}

static bool go_on(struct book *b, enum fault *fault)
{
    struct ods_sheet *s = ((struct ods *)b->of_kind)->sheet;
    bool any = s->made < s->rows && s->row > 0;

    while (any && s->made < s->rows && !*fault && s->r->cells.text.n < CELLS_REST)
        *fault = make_row(s);
    return any;
}

static void on_close(void *to, const char *name)
{
    struct ods_sheet *s = to;

    if (s->here && s->depth == 1) {
        if (s->aside)
            s->aside--;
        else if (strcmp(name, "p") == 0)
            s->paragraph = false;
        else if (strcmp(name, "table-cell") == 0 || strcmp(name, "covered-table-cell") == 0)
            close_cell(s);
        else if (strcmp(name, "table-row") == 0)
            close_row(s);
    }
    if (strcmp(name, "table") == 0 && s->depth) {
        s->depth--;
        s->here &= s->depth > 0;
    }
}

static enum fault begin(struct book *b, size_t sheet, struct sheet_reader *r)
{
    static const struct xml_reader reader = { on_open, on_close, on_text };
    struct ods *o = b->of_kind;
    enum fault fault;

    o->sheet = aet_calloc(1, sizeof *o->sheet);
    o->sheet->r = r;
    o->sheet->wanted = sheet;
    o->sheet->rows = 1; /* the first row is one below none */
    r->part = aet_part_open(b->archive, content, &reader, o->sheet, &fault);
    return fault;
}

static void end(struct book *b)
{
    struct ods *o = b->of_kind;
    struct ods_sheet *s = o ? o->sheet : NULL;

    if (!s)
        return;
    o->sheet = NULL;
    aet_free(s->cells);
    aet_buf_free(&s->shown);
    aet_free(s);
}

static void close_book(struct book *b)
{
    struct ods *o = b->of_kind;

    if (!o)
        return;
    aet_free(o->hiding.p);
    aet_free(o);
}

const struct book_kind aet_book_ods = { .member = content,
                                        .open = open_book,
                                        .begin = begin,
                                        .go_on = go_on,
                                        .end = end,
                                        .close = close_book };
