/* One sheet after the other: its head, its rows, what stands behind them. */
#include "ledger/book.h"

/* Packed when that much of a sheet is made; a sheet that is larger is full. */
enum { PACK = 1 << 16, LINES_MOST = 12 };
#define SHEET_MOST ((uint64_t)0xF0000000)
#define LINE_HIGH 15.0
#define WIDTH_LEAST 8.0
#define WIDTH_MOST 60.0

static void pack(struct ledger *l, size_t least)
{
    if (l->xml.n < least)
        return;
    l->size += l->xml.n;
    aet_zip_add(l->zip, aet_buf_view(&l->xml));
    aet_buf_clear(&l->xml);
}

/* A width with two decimals: no sheet has a finer one, and the same stands in every language. */
static void put_width(struct buf *xml, double width)
{
    uint64_t hundredths = (uint64_t)(width * 100 + 0.5);

    aet_buf_str(xml, " width=\"");
    aet_buf_uint(xml, hundredths / 100);
    aet_buf_char(xml, '.');
    aet_buf_uint(xml, hundredths / 10 % 10);
    aet_buf_uint(xml, hundredths % 10);
    aet_buf_str(xml, "\" customWidth=\"1\"");
}

static void put_columns(struct buf *xml, const double *widths, size_t n)
{
    bool any = false;

    for (size_t i = 0; i < n && i < LEDGER_COLUMNS; i++) {
        if (widths[i] <= 0)
            continue;
        aet_buf_str(xml, any ? "<col" : "<cols><col");
        any = true;
        aet_xml_put_number(xml, "min", i + 1);
        aet_xml_put_number(xml, "max", i + 1);
        put_width(xml, widths[i]);
        aet_buf_str(xml, "/>");
    }
    if (any)
        aet_buf_str(xml, "</cols>");
}

/* The pane that scrolls, and its first cell. */
static void put_pane(struct buf *xml, uint32_t rows, uint32_t columns)
{
    const char *pane = !rows ? "topRight" : columns ? "bottomRight" : "bottomLeft";

    if (!rows && !columns)
        return;
    aet_buf_str(xml, "<pane");
    if (columns)
        aet_xml_put_number(xml, "xSplit", columns);
    if (rows)
        aet_xml_put_number(xml, "ySplit", rows);
    aet_buf_str(xml, " topLeftCell=\"");
    aet_markup_ref(xml, rows, columns, false);
    aet_buf_char(xml, '"');
    aet_markup_attribute(xml, "activePane", aet_span_z(pane));
    aet_buf_str(xml, " state=\"frozen\"/><selection");
    aet_markup_attribute(xml, "pane", aet_span_z(pane));
    aet_buf_str(xml, "/>");
}

void aet_ledger_sheet(struct ledger *l, const struct ledger_sheet *s)
{
    struct ledger_kept *k;
    struct buf path = { 0 };

    aet_ledger_sheet_end(l);
    l->sheets = aet_grow(l->sheets, &l->cap, l->n, sizeof *l->sheets);
    k = &l->sheets[l->n];
    *k = (struct ledger_kept){ .hidden = s->hidden, .frozen_rows = s->frozen_rows };
    aet_ledger_name_make(l, s->name, &k->name);
    l->n++;
    aet_ledger_member_name(&path, "xl/worksheets/sheet", l->n, ".xml");
    aet_zip_begin(l->zip, aet_buf_z(&path));
    aet_buf_free(&path);
    l->size = 0;
    l->rows = l->in_row = false;
    l->begun = true;
    aet_buf_str(&l->xml, XML_HEAD "<worksheet " XML_MAIN " xmlns:r=\"" XML_OFFICE
                                  "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>"
                                  "<sheetView workbookViewId=\"0\">");
    put_pane(&l->xml, s->frozen_rows, s->frozen_columns);
    aet_buf_str(&l->xml, "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>");
    put_columns(&l->xml, s->widths, s->widths_n);
    aet_buf_str(&l->xml, "<sheetData>");
}

struct span aet_ledger_name(const struct ledger *l)
{
    return aet_buf_view(&l->sheets[l->n - 1].name);
}

bool aet_ledger_full(const struct ledger *l)
{
    return (l->rows && l->row + 1 >= LEDGER_ROWS) || l->size + l->xml.n > SHEET_MOST;
}

double aet_ledger_width(struct span text)
{
    size_t widest = 0, n = 0;
    double width;

    for (size_t i = 0; i <= text.n; i++) {
        if (i == text.n || text.p[i] == '\n') {
            widest = n > widest ? n : widest;
            n = 0;
        } else {
            n += ((unsigned char)text.p[i] & 0xC0) != 0x80;
        }
    }
    width = (double)widest + 2;
    return width < WIDTH_LEAST ? WIDTH_LEAST : width > WIDTH_MOST ? WIDTH_MOST : width;
}

static void row_end(struct ledger *l)
{
    if (l->in_row)
        aet_buf_str(&l->xml, "</row>");
    l->in_row = false;
    pack(l, PACK);
}

void aet_ledger_row_at(struct ledger *l, uint32_t row, double height)
{
    row_end(l);
    l->row = row;
    l->rows = l->in_row = true;
    aet_buf_str(&l->xml, "<row");
    aet_xml_put_number(&l->xml, "r", (uint64_t)row + 1);
    if (height > 0) {
        aet_xml_put_number(&l->xml, "ht", (uint64_t)(height + 0.5));
        aet_buf_str(&l->xml, " customHeight=\"1\"");
    }
    aet_buf_char(&l->xml, '>');
}

size_t aet_ledger_lines(struct span text, double wide)
{
    size_t lines = 0, in_line = 0, room = wide > 2 ? (size_t)(wide - 1) : SIZE_MAX;

    for (size_t i = 0; i <= text.n; i++) {
        if (i == text.n || text.p[i] == '\n') {
            lines += 1 + (in_line ? (in_line - 1) / room : 0);
            in_line = 0;
        } else {
            in_line += ((unsigned char)text.p[i] & 0xC0) != 0x80;
        }
    }
    return lines;
}

double aet_ledger_height(size_t lines)
{
    return lines < 2 ? 0 : lines < LINES_MOST ? LINE_HIGH * (double)lines : LINE_HIGH * LINES_MOST;
}

void aet_ledger_row(struct ledger *l)
{
    aet_ledger_row_at(l, l->rows ? l->row + 1 : 0, 0);
}

uint32_t aet_ledger_at(const struct ledger *l)
{
    return l->row;
}

static void put_count(struct buf *xml, const char *element, uint64_t n)
{
    aet_buf_char(xml, '<');
    aet_buf_str(xml, element);
    aet_xml_put_number(xml, "count", n);
    aet_buf_char(xml, '>');
}

/* In the order that the schema of a sheet wants. */
static void put_behind(struct ledger *l, const struct ledger_kept *k)
{
    struct buf *xml = &l->xml;

    if (k->filtered) {
        aet_buf_str(xml, "<autoFilter ref=\"");
        aet_ledger_range_ref(xml, k->filter);
        aet_buf_str(xml, "\"/>");
    }
    if (l->merges_n) {
        put_count(xml, "mergeCells", l->merges_n);
        aet_buf_span(xml, aet_buf_view(&l->merges));
        aet_buf_str(xml, "</mergeCells>");
    }
    aet_buf_span(xml, aet_buf_view(&l->scales));
    if (l->rules_n) {
        put_count(xml, "dataValidations", l->rules_n);
        aet_buf_span(xml, aet_buf_view(&l->rules));
        aet_buf_str(xml, "</dataValidations>");
    }
    aet_buf_str(xml, "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" "
                     "header=\"0.3\" footer=\"0.3\"/><pageSetup orientation=\"landscape\" "
                     "fitToHeight=\"0\"/>");
    if (k->charted)
        aet_buf_str(xml, "<drawing r:id=\"rId1\"/>");
    if (k->remarked)
        aet_buf_str(xml, "<legacyDrawing r:id=\"rId2\"/>");
}

static void put_relation(struct buf *xml, int id, const char *type, const char *target, size_t n,
                         const char *suffix)
{
    aet_buf_str(xml, "<Relationship");
    aet_ledger_member_name(xml, " Id=\"rId", (uint64_t)id, "\" Type=\"" XML_OFFICE "/");
    aet_buf_str(xml, type);
    aet_buf_str(xml, "\" Target=\"../");
    aet_buf_str(xml, target);
    aet_ledger_member_name(xml, "", n, suffix);
    aet_buf_str(xml, "\"/>");
}

static void relations(struct ledger *l, const struct ledger_kept *k)
{
    struct buf xml = { 0 }, path = { 0 };

    if (!k->charted && !k->remarked)
        return;
    aet_buf_str(&xml, XML_HEAD "<Relationships xmlns=\"" XML_PACKAGE "relationships\">");
    if (k->charted)
        put_relation(&xml, 1, "drawing", "drawings/drawing", l->n, ".xml");
    if (k->remarked) {
        put_relation(&xml, 2, "vmlDrawing", "drawings/vmlDrawing", l->n, ".vml");
        put_relation(&xml, 3, "comments", "comments", l->n, ".xml");
    }
    aet_buf_str(&xml, "</Relationships>");
    aet_ledger_member_name(&path, "xl/worksheets/_rels/sheet", l->n, ".xml.rels");
    aet_ledger_member(l, aet_buf_z(&path), &xml);
    aet_buf_free(&path);
}

void aet_ledger_sheet_end(struct ledger *l)
{
    struct ledger_kept *k = l->begun ? &l->sheets[l->n - 1] : NULL;

    if (!k)
        return;
    row_end(l);
    k->remarked = l->remarks_n > 0;
    k->charted = l->chart_n > 0;
    aet_buf_str(&l->xml, "</sheetData>");
    put_behind(l, k);
    aet_buf_str(&l->xml, "</worksheet>");
    pack(l, 0);
    aet_zip_finish(l->zip);
    relations(l, k);
    if (k->remarked)
        aet_ledger_remarks_write(l);
    if (k->charted)
        aet_ledger_charts_write(l);
    aet_buf_clear(&l->merges);
    aet_buf_clear(&l->scales);
    aet_buf_clear(&l->rules);
    l->merges_n = l->scales_n = l->rules_n = 0;
    l->begun = false;
}
