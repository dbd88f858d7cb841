/* The workbook around its sheets: which parts there are, and how they hang together (ECMA-376,
 * parts 1 and 2). */
#include "ledger/book.h"

#define MAIN_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."
#define DRAWN_TYPE "application/vnd.openxmlformats-officedocument."

void aet_ledger_member(struct ledger *l, const char *name, struct buf *xml)
{
    aet_zip_begin(l->zip, name);
    aet_zip_add(l->zip, aet_buf_view(xml));
    aet_zip_finish(l->zip);
    aet_buf_free(xml);
}

void aet_ledger_member_name(struct buf *out, const char *before, uint64_t n, const char *behind)
{
    aet_buf_str(out, before);
    aet_buf_uint(out, n);
    aet_buf_str(out, behind);
}

static void about(struct ledger *l, const struct office_about *a)
{
    struct buf xml = { 0 };

    aet_office_about(a, &xml);
    aet_ledger_member(l, XML_ABOUT_PATH, &xml);
}

static void root(struct ledger *l)
{
    struct buf xml = { 0 };

    aet_buf_str(&xml, XML_HEAD
                "<Relationships xmlns=\"" XML_PACKAGE "relationships\"><Relationship Id=\"rId1\" "
                "Type=\"" XML_OFFICE "/officeDocument\" Target=\"xl/workbook.xml\"/>");
    aet_buf_str(&xml, l->about ? "<Relationship Id=\"rId2\" Type=\"" XML_PACKAGE
                                 "relationships/metadata/core-properties\" Target=\"" XML_ABOUT_PATH
                                 "\"/></Relationships>"
                               : "</Relationships>");
    aet_ledger_member(l, "_rels/.rels", &xml);
}

/* What tells a workbook by its first bytes looks for the part of the root at its front. */
struct ledger *aet_ledger_new(struct buf *out, enum lang lang, const struct office_about *a)
{
    struct ledger *l = aet_calloc(1, sizeof *l);
    struct buf styles = { 0 };

    l->zip = aet_zip_new(out);
    l->lang = lang;
    l->about = a != NULL;
    root(l);
    if (a)
        about(l, a);
    aet_ledger_styles(&styles, lang);
    aet_ledger_member(l, "xl/styles.xml", &styles);
    return l;
}

static void put_type(struct buf *xml, const char *path, uint64_t n, const char *type)
{
    aet_buf_str(xml, "<Override PartName=\"/xl/");
    aet_ledger_member_name(xml, path, n, ".xml\" ContentType=\"");
    aet_buf_str(xml, type);
    aet_buf_str(xml, "+xml\"/>");
}

static void types(struct ledger *l)
{
    struct buf xml = { 0 };

    aet_buf_str(
        &xml, XML_HEAD
        "<Types xmlns=\"" XML_PACKAGE "content-types\"><Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default "
        "Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"vml\" "
        "ContentType=\"" DRAWN_TYPE "vmlDrawing\"/><Override PartName=\"/xl/workbook.xml\" "
        "ContentType=\"" MAIN_TYPE "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" "
        "ContentType=\"" MAIN_TYPE "styles+xml\"/>");
    if (l->about)
        aet_buf_str(&xml, "<Override PartName=\"/" XML_ABOUT_PATH "\" ContentType=\"" XML_ABOUT_TYPE
                          "\"/>");
    for (size_t i = 0; i < l->n; i++) {
        put_type(&xml, "worksheets/sheet", i + 1, MAIN_TYPE "worksheet");
        if (l->sheets[i].remarked)
            put_type(&xml, "comments", i + 1, MAIN_TYPE "comments");
        if (l->sheets[i].charted)
            put_type(&xml, "drawings/drawing", i + 1, DRAWN_TYPE "drawing");
    }
    for (size_t i = 0; i < l->charts; i++)
        put_type(&xml, "charts/chart", i + 1, DRAWN_TYPE "drawingml.chart");
    aet_buf_str(&xml, "</Types>");
    aet_ledger_member(l, "[Content_Types].xml", &xml);
}

static void relations(struct ledger *l)
{
    struct buf xml = { 0 };

    aet_buf_str(&xml, XML_HEAD "<Relationships xmlns=\"" XML_PACKAGE
                               "relationships\"><Relationship Id=\"rId0\" "
                               "Type=\"" XML_OFFICE "/styles\" Target=\"styles.xml\"/>");
    for (size_t i = 0; i < l->n; i++) {
        aet_ledger_member_name(&xml, "<Relationship Id=\"rId", i + 1,
                               "\" Type=\"" XML_OFFICE "/worksheet\" Target=\"worksheets/sheet");
        aet_ledger_member_name(&xml, "", i + 1, ".xml\"/>");
    }
    aet_buf_str(&xml, "</Relationships>");
    aet_ledger_member(l, "xl/_rels/workbook.xml.rels", &xml);
}

void aet_ledger_range_ref(struct buf *out, struct ledger_range r)
{
    aet_markup_ref(out, r.row, r.column, false);
    aet_buf_char(out, ':');
    aet_markup_ref(out, r.last_row, r.last_column, false);
}

static void put_sheet_name(struct buf *out, struct span sheet)
{
    aet_buf_char(out, '\'');
    for (const char *quote; (quote = memchr(sheet.p, '\'', sheet.n)) != NULL;) {
        size_t n = (size_t)(quote - sheet.p) + 1;

        aet_markup_plain(out, aet_span(sheet.p, n));
        aet_buf_char(out, '\'');
        sheet = aet_span_from(sheet, n);
    }
    aet_markup_plain(out, sheet);
    aet_buf_str(out, "'!");
}

void aet_ledger_range_name(struct buf *out, struct span sheet, struct ledger_range r)
{
    put_sheet_name(out, sheet);
    aet_markup_ref(out, r.row, r.column, true);
    aet_buf_char(out, ':');
    aet_markup_ref(out, r.last_row, r.last_column, true);
}

/* Names that a spreadsheet program looks for: where a sheet is filtered, which of its rows stand on
 * each page. */
static void put_names(const struct ledger_kept *k, size_t sheet, struct buf *xml)
{
    struct span name = aet_buf_view(&k->name);

    if (k->filtered) {
        aet_ledger_member_name(xml, "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"",
                               sheet, "\" hidden=\"1\">");
        aet_ledger_range_name(xml, name, k->filter);
        aet_buf_str(xml, "</definedName>");
    }
    if (k->frozen_rows) {
        aet_ledger_member_name(xml, "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"",
                               sheet, "\">");
        put_sheet_name(xml, name);
        aet_ledger_member_name(xml, "$1:$", k->frozen_rows, "</definedName>");
    }
}

static void book(struct ledger *l)
{
    struct buf xml = { 0 }, names = { 0 };

    aet_buf_str(&xml, XML_HEAD "<workbook " XML_MAIN " xmlns:r=\"" XML_OFFICE
                               "\"><bookViews><workbookView/></bookViews><sheets>");
    for (size_t i = 0; i < l->n; i++) {
        aet_buf_str(&xml, "<sheet");
        aet_markup_attribute(&xml, "name", aet_buf_view(&l->sheets[i].name));
        aet_xml_put_number(&xml, "sheetId", i + 1);
        if (l->sheets[i].hidden)
            aet_buf_str(&xml, " state=\"hidden\"");
        aet_ledger_member_name(&xml, " r:id=\"rId", i + 1, "\"/>");
        put_names(&l->sheets[i], i, &names);
    }
    aet_buf_str(&xml, "</sheets>");
    if (names.n) {
        aet_buf_str(&xml, "<definedNames>");
        aet_buf_span(&xml, aet_buf_view(&names));
        aet_buf_str(&xml, "</definedNames>");
    }
    aet_buf_str(&xml, "</workbook>");
    aet_buf_free(&names);
    aet_ledger_member(l, "xl/workbook.xml", &xml);
}

bool aet_ledger_end(struct ledger *l)
{
    bool fits;

    if (!l->n)
        aet_ledger_sheet(l, &(struct ledger_sheet){ .name = AET_LIT("") });
    aet_ledger_sheet_end(l);
    book(l);
    relations(l);
    types(l);
    fits = aet_zip_end(l->zip);
    aet_ledger_free(l);
    return fits;
}

void aet_ledger_free(struct ledger *l)
{
    if (!l)
        return;
    for (size_t i = 0; i < l->n; i++)
        aet_buf_free(&l->sheets[i].name);
    for (size_t i = 0; i < l->chart_n; i++)
        aet_buf_free(&l->chart_xml[i]);
    aet_free(l->chart_xml);
    aet_free(l->sheets);
    aet_free(l->remarks);
    aet_buf_free(&l->xml);
    aet_buf_free(&l->merges);
    aet_buf_free(&l->scales);
    aet_buf_free(&l->rules);
    aet_buf_free(&l->remarked);
    aet_buf_free(&l->drawings);
    aet_zip_free(l->zip);
    aet_free(l);
}
