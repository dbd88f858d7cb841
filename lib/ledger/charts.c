/* Charts: where they stand on a sheet is one part, each of them another. They name cells and hold
 * no numbers of their own. */
#include "ledger/book.h"

static void put_corner(struct buf *xml, const char *name, uint64_t column, uint64_t row)
{
    aet_buf_str(xml, "<xdr:");
    aet_buf_str(xml, name);
    aet_ledger_member_name(xml, "><xdr:col>", column, "</xdr:col><xdr:colOff>0</xdr:colOff>");
    aet_ledger_member_name(xml, "<xdr:row>", row, "</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:");
    aet_buf_str(xml, name);
    aet_buf_char(xml, '>');
}

static void put_place(struct ledger *l, const struct ledger_chart *c)
{
    struct buf *xml = &l->drawings;
    uint64_t id = l->chart_n;

    aet_buf_str(xml, "<xdr:twoCellAnchor>");
    put_corner(xml, "from", c->place.column, c->place.row);
    put_corner(xml, "to", c->place.last_column + 1U, c->place.last_row + 1U);
    aet_ledger_member_name(
        xml, "<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"", id + 1, "\"");
    aet_markup_attribute(xml, "name", c->title);
    aet_markup_attribute(xml, "descr", c->title);
    aet_buf_str(xml, "/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" "
                     "y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic><a:graphicData "
                     "uri=\"" XML_DRAWN "chart\">");
    aet_ledger_member_name(xml, "<c:chart xmlns:c=\"" XML_DRAWN "chart\" r:id=\"rId", id, "\"/>");
    aet_buf_str(xml, "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/>"
                     "</xdr:twoCellAnchor>");
}

static struct span place_of(const struct ledger *l, struct ledger_range r, struct arena *arena)
{
    struct buf name = { 0 };
    struct span place;

    aet_ledger_range_name(&name, aet_ledger_name(l), r);
    place = aet_arena_copy(arena, aet_buf_view(&name));
    aet_buf_free(&name);
    return place;
}

void aet_ledger_chart(struct ledger *l, const struct ledger_chart *c)
{
    struct chart_series *series = aet_calloc(c->series_n + 1, sizeof *series);
    struct arena arena = { 0 };
    struct buf xml = { 0 };

    for (size_t i = 0; i < c->series_n; i++)
        series[i] = (struct chart_series){ .name = c->series[i].name,
                                           .place = place_of(l, c->series[i].values, &arena),
                                           .look = c->series[i].look };
    aet_chart_write(&(struct chart){ .kind = c->kind,
                                     .title = c->title,
                                     .place = place_of(l, c->labels, &arena),
                                     .labels_n = c->labels.last_row - c->labels.row + 1,
                                     .series = series,
                                     .series_n = c->series_n,
                                     .axis = c->axis },
                    &xml);
    l->chart_xml = aet_grow(l->chart_xml, &l->chart_cap, l->chart_n, sizeof *l->chart_xml);
    l->chart_xml[l->chart_n++] = xml;
    put_place(l, c);
    aet_free(series);
    aet_arena_free(&arena);
}

void aet_ledger_charts_write(struct ledger *l)
{
    struct buf xml = { 0 }, relations = { 0 }, path = { 0 };

    aet_buf_str(&xml, XML_HEAD "<xdr:wsDr xmlns:xdr=\"" XML_DRAWN
                               "spreadsheetDrawing\" xmlns:a=\"" XML_DRAWN
                               "main\" xmlns:r=\"" XML_OFFICE "\">");
    aet_buf_span(&xml, aet_buf_view(&l->drawings));
    aet_buf_str(&xml, "</xdr:wsDr>");
    aet_ledger_member_name(&path, "xl/drawings/drawing", l->n, ".xml");
    aet_ledger_member(l, aet_buf_z(&path), &xml);
    aet_buf_str(&relations, XML_HEAD "<Relationships xmlns=\"" XML_PACKAGE "relationships\">");
    for (size_t i = 0; i < l->chart_n; i++) {
        aet_buf_clear(&path);
        aet_ledger_member_name(&path, "xl/charts/chart", ++l->charts, ".xml");
        aet_ledger_member(l, aet_buf_z(&path), &l->chart_xml[i]);
        aet_ledger_member_name(&relations, "<Relationship Id=\"rId", i + 1,
                               "\" Type=\"" XML_OFFICE "/chart\" Target=\"../charts/chart");
        aet_ledger_member_name(&relations, "", l->charts, ".xml\"/>");
    }
    aet_buf_str(&relations, "</Relationships>");
    aet_buf_clear(&path);
    aet_ledger_member_name(&path, "xl/drawings/_rels/drawing", l->n, ".xml.rels");
    aet_ledger_member(l, aet_buf_z(&path), &relations);
    aet_buf_free(&path);
    aet_buf_clear(&l->drawings);
    l->chart_n = 0;
}
