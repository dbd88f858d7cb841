/* Tables: their headings come again on each page, a row is never cut in two. Elements stand in the
 * order that the schema wants (ECMA-376, 17.4). */
#include "paper/parts.h"

#include "io/markup.h"

static void put_size(struct buf *xml, uint32_t size)
{
    aet_buf_str(xml, "<w:sz");
    aet_xml_put_number(xml, "w:val", size);
    aet_buf_str(xml, "/><w:szCs");
    aet_xml_put_number(xml, "w:val", size);
    aet_buf_str(xml, "/>");
}

static void put_ground(struct buf *xml, const char *colour)
{
    aet_buf_str(xml, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"");
    aet_buf_str(xml, colour);
    aet_buf_str(xml, "\"/>");
}

static const char grid[] =
    "<w:tblBorders>"
    "<w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"8A8F99\"/>"
    "<w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"8A8F99\"/>"
    "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"8A8F99\"/>"
    "<w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"8A8F99\"/>"
    "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"8A8F99\"/>"
    "<w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"8A8F99\"/>"
    "</w:tblBorders>";

/* A line that is none, before a table: where a heading that stays with what follows stands right on
 * a table of rows that stay whole, LibreOffice 7.4 loses the rest of it at the foot of some pages
 * (tests/long/documents). */
static const char thin_line[] = "<w:p><w:pPr><w:keepNext/><w:spacing w:before=\"0\" w:after=\"0\" "
                                "w:line=\"20\" w:lineRule=\"exact\"/></w:pPr></w:p>";

void aet_paper_table(struct paper *p, const struct paper_table *t)
{
    struct buf *xml = &p->body;
    uint64_t wide = 0;

    for (size_t i = 0; i < t->columns; i++)
        wide += t->widths[i];
    p->begun = true;
    p->table = t;
    p->row = p->column = 0;
    aet_buf_str(xml, thin_line);
    aet_buf_str(xml, "<w:tbl><w:tblPr><w:tblStyle");
    aet_xml_put(xml, "w:val", aet_span_z(aet_paper_style(p, PAPER_TABLE)));
    aet_buf_str(xml, "/><w:tblW");
    aet_xml_put_number(xml, "w:w", wide);
    aet_buf_str(xml, " w:type=\"dxa\"/>");
    aet_buf_str(xml, t->gridded ? grid : "");
    aet_buf_str(xml, "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left");
    aet_xml_put_number(xml, "w:w", PAPER_MARGIN);
    aet_buf_str(xml, " w:type=\"dxa\"/><w:right");
    aet_xml_put_number(xml, "w:w", PAPER_MARGIN);
    aet_buf_str(xml, " w:type=\"dxa\"/></w:tblCellMar>");
    aet_buf_str(xml, t->headed ? "<w:tblLook w:val=\"0020\" w:firstRow=\"1\" "
                               : "<w:tblLook w:val=\"0080\" w:firstRow=\"0\" ");
    aet_buf_str(xml, t->headed ? "w:lastRow=\"0\" w:firstColumn=\"0\" "
                               : "w:lastRow=\"0\" w:firstColumn=\"1\" ");
    aet_buf_str(xml, "w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption");
    aet_xml_put(xml, "w:val", t->title);
    if (t->says.n) {
        aet_buf_str(xml, "/><w:tblDescription");
        aet_xml_put(xml, "w:val", t->says);
    }
    aet_buf_str(xml, "/></w:tblPr><w:tblGrid>");
    for (size_t i = 0; i < t->columns; i++) {
        aet_buf_str(xml, "<w:gridCol");
        aet_xml_put_number(xml, "w:w", t->widths[i]);
        aet_buf_str(xml, "/>");
    }
    aet_buf_str(xml, "</w:tblGrid>");
}

void aet_paper_row(struct paper *p)
{
    bool heading = p->table->headed && p->row == 0;

    if (p->row++)
        aet_buf_str(&p->body, "</w:tr>");
    p->column = 0;
    aet_buf_str(&p->body, "<w:tr><w:trPr><w:cantSplit/>");
    if (p->table->gridded && !heading)
        aet_buf_str(&p->body, "<w:trHeight w:val=\"560\" w:hRule=\"atLeast\"/>");
    aet_buf_str(&p->body, heading ? "<w:tblHeader/></w:trPr>" : "</w:trPr>");
}

static void open_line(struct paper *p, const struct paper_cell *c)
{
    struct buf *xml = &p->body;

    aet_buf_str(xml, "<w:p><w:pPr><w:pStyle");
    aet_xml_put(xml, "w:val", aet_span_z(aet_paper_style(p, PAPER_CELL)));
    aet_buf_str(xml, "/>");
    if (c->kept || (p->table->headed && p->row == 1)) /* no heading alone at the foot of a page */
        aet_buf_str(xml, "<w:keepNext/>");
    if (c->right)
        aet_buf_str(xml, "<w:jc w:val=\"right\"/>");
    aet_buf_str(xml, "</w:pPr>");
}

/* A bar is the ground of an empty line that ends so far from the right edge: it is as long as it
 * says, and a reader of the text passes over it. */
static void put_bar(struct paper *p, double share, const char *colour)
{
    uint32_t wide = p->table->widths[p->column - 1] - 2 * PAPER_MARGIN;
    double bar = share < 1 ? share : 1;
    struct buf *xml = &p->body;

    aet_buf_str(xml, "<w:p><w:pPr><w:pStyle");
    aet_xml_put(xml, "w:val", aet_span_z(aet_paper_style(p, PAPER_CELL)));
    aet_buf_str(xml, "/>");
    put_ground(xml, colour);
    aet_buf_str(xml, "<w:spacing w:before=\"30\" w:after=\"0\" w:line=\"150\" "
                     "w:lineRule=\"exact\"/><w:ind");
    aet_xml_put_number(xml, "w:right", (uint64_t)(wide * (1 - (bar > 0.02 ? bar : 0.02))));
    aet_buf_str(xml, "/><w:rPr><w:sz w:val=\"12\"/><w:szCs w:val=\"12\"/></w:rPr></w:pPr></w:p>");
}

/* One bar under the other; a cell without any holds an empty line. */
static void put_bars(struct paper *p, const struct paper_cell *c)
{
    size_t drawn = 0;

    for (size_t i = 0; i < c->bars_n; i++)
        if (c->bars[i] > 0 && ++drawn)
            put_bar(p, c->bars[i], c->colours[i]);
    if (!drawn)
        aet_buf_str(&p->body, "<w:p/>");
}

static void put_words(struct paper *p, const struct paper_cell *c)
{
    struct buf properties = { 0 };

    if (c->key) {
        aet_buf_str(&properties, "<w:color w:val=\"");
        aet_buf_str(&properties, c->key);
        aet_buf_str(&properties, "\"/>");
        aet_paper_run(p, &p->body, AET_LIT("■\xC2\xA0"), aet_buf_z(&properties));
        aet_buf_clear(&properties);
    }
    if (c->heading)
        aet_buf_str(&properties, "<w:b/><w:bCs/>");
    if (c->light)
        aet_buf_str(&properties, "<w:color w:val=\"FFFFFF\"/>");
    if (p->table->size)
        put_size(&properties, p->table->size);
    if (c->text.n)
        aet_paper_run(p, &p->body, c->text, aet_buf_z(&properties));
    aet_buf_free(&properties);
}

static void put_edge(struct buf *xml, const char *side, enum paper_edges edges)
{
    aet_buf_str(xml, "<w:");
    aet_buf_str(xml, side);
    aet_buf_str(xml, edges == PAPER_BOXED
                         ? " w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"1F4E79\"/>"
                         : " w:val=\"nil\"/>");
}

/* Over which rows it goes, and its edges where they are not those of its table. */
static void put_shape(struct buf *xml, const struct paper_cell *c)
{
    static const char *const sides[] = { "top", "left", "bottom", "right" };

    if (c->over != PAPER_ONE_ROW)
        aet_buf_str(xml,
                    c->over == PAPER_FIRST_ROW ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>");
    if (c->edges == PAPER_STYLED)
        return;
    aet_buf_str(xml, "<w:tcBorders>");
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        put_edge(xml, sides[i], c->edges);
    aet_buf_str(xml, "</w:tcBorders>");
}

void aet_paper_cell(struct paper *p, const struct paper_cell *c)
{
    struct buf *xml = &p->body;

    aet_buf_str(xml, "<w:tc><w:tcPr><w:tcW");
    aet_xml_put_number(xml, "w:w", p->table->widths[p->column++]);
    aet_buf_str(xml, " w:type=\"dxa\"/>");
    put_shape(xml, c);
    if (*c->ground)
        put_ground(xml, c->ground);
    aet_buf_str(xml, p->table->headed && p->row == 1 ? "<w:vAlign w:val=\"bottom\"/></w:tcPr>"
                     : c->bars_n || c->edges         ? "<w:vAlign w:val=\"center\"/></w:tcPr>"
                                                     : "</w:tcPr>");
    if (c->bars_n) {
        put_bars(p, c);
    } else {
        open_line(p, c);
        put_words(p, c);
        aet_buf_str(xml, "</w:p>");
    }
    aet_buf_str(xml, "</w:tc>");
}

void aet_paper_table_end(struct paper *p)
{
    aet_buf_str(&p->body, p->row ? "</w:tr></w:tbl>" : "</w:tbl>");
    p->table = NULL;
}
