/* Comments: what they say is one part, the boxes in which it shows another, in the markup that
 * spreadsheet programs have for that (VML, ECMA-376 part 4). */
#include "ledger/book.h"

enum {
    UNITS_MOST = 2000, /* of a comment: more cannot be seen */
    BLOCK = 1024       /* shapes are numbered in such, each of them a sheet's own */
};

void aet_ledger_comment(struct ledger *l, uint32_t row, uint32_t column, struct span text)
{
    l->remarks = aet_grow(l->remarks, &l->remarks_cap, l->remarks_n, sizeof *l->remarks);
    l->remarks[l->remarks_n++] = (struct ledger_remark){ row, column, l->remarked.n, text.n };
    aet_buf_span(&l->remarked, text);
}

static void put_remark(const struct ledger *l, const struct ledger_remark *r, struct buf *xml)
{
    aet_buf_str(xml, "<comment ref=\"");
    aet_markup_ref(xml, r->row, r->column, false);
    aet_buf_str(xml, "\" authorId=\"0\"><text><r><rPr><sz val=\"9\"/><rFont val=\"Calibri\"/></rPr>"
                     "<t xml:space=\"preserve\">");
    aet_markup_cut(xml, aet_buf_slice(&l->remarked, r->at, r->n), UNITS_MOST);
    aet_buf_str(xml, "</t></r></text></comment>");
}

/* Rows of a box: a line of it holds some forty characters. */
static unsigned lines(struct span text)
{
    unsigned n = 2, in_line = 0;

    for (size_t i = 0; i < text.n && n < 16; i++) {
        in_line = text.p[i] == '\n' ? 0 : in_line + 1;
        n += text.p[i] == '\n' || in_line % 40 == 39;
    }
    return n;
}

/* Where a box stands: column, pixels, row, pixels of either corner. */
static void put_anchor(const struct ledger_remark *r, unsigned high, struct buf *xml)
{
    uint64_t right = r->column < LEDGER_COLUMNS - 5 ? r->column + 1U : LEDGER_COLUMNS - 5U;
    uint64_t top = r->row ? r->row - 1 : 0;

    aet_buf_str(xml, "<x:Anchor>");
    aet_ledger_member_name(xml, "", right, ", 15, ");
    aet_ledger_member_name(xml, "", top, ", 4, ");
    aet_ledger_member_name(xml, "", right + 3, ", 40, ");
    aet_ledger_member_name(xml, "", top + high, ", 4</x:Anchor>");
}

static void put_box(const struct ledger *l, const struct ledger_remark *r, size_t n,
                    struct buf *xml)
{
    aet_ledger_member_name(xml, "<v:shape id=\"_x0000_s", BLOCK * l->blocks + 1 + n,
                           "\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:60pt;"
                           "margin-top:2pt;width:200pt;height:60pt;z-index:1;visibility:hidden\" "
                           "fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/>"
                           "<v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path "
                           "o:connecttype=\"none\"/><v:textbox "
                           "style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div>"
                           "</v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/>"
                           "<x:SizeWithCells/>");
    put_anchor(r, lines(aet_buf_slice(&l->remarked, r->at, r->n)), xml);
    aet_buf_str(xml, "<x:AutoFill>False</x:AutoFill>");
    aet_ledger_member_name(xml, "<x:Row>", r->row, "</x:Row>");
    aet_ledger_member_name(xml, "<x:Column>", r->column, "</x:Column></x:ClientData></v:shape>");
}

/* The blocks of numbers that the boxes of this sheet are from; what such a box is. */
static void put_shapes(const struct ledger *l, struct buf *xml)
{
    aet_buf_str(xml, "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"");
    for (uint64_t i = 0; i <= l->remarks_n / BLOCK; i++)
        aet_ledger_member_name(xml, i ? "," : "", l->blocks + i, "");
    aet_buf_str(xml, "\"/></o:shapelayout><v:shapetype id=\"_x0000_t202\" "
                     "coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
                     "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" "
                     "o:connecttype=\"rect\"/></v:shapetype>");
}

/* A part that holds something of each comment; packed as it is made. */
static void part(struct ledger *l, const char *before, const char *suffix, const char *head,
                 const char *tail, bool boxes)
{
    struct buf xml = { 0 }, path = { 0 };

    aet_ledger_member_name(&path, before, l->n, suffix);
    aet_zip_begin(l->zip, aet_buf_z(&path));
    aet_buf_str(&xml, head);
    if (boxes)
        put_shapes(l, &xml);
    for (size_t i = 0; i < l->remarks_n; i++) {
        if (boxes)
            put_box(l, &l->remarks[i], i, &xml);
        else
            put_remark(l, &l->remarks[i], &xml);
        aet_zip_add(l->zip, aet_buf_view(&xml));
        aet_buf_clear(&xml);
    }
    aet_buf_str(&xml, tail);
    aet_zip_add(l->zip, aet_buf_view(&xml));
    aet_zip_finish(l->zip);
    aet_buf_free(&xml);
    aet_buf_free(&path);
}

void aet_ledger_remarks_write(struct ledger *l)
{
    l->blocks += !l->blocks; /* from 1 */
    part(l, "xl/comments", ".xml",
         XML_HEAD "<comments " XML_MAIN "><authors><author>aet</author></authors><commentList>",
         "</commentList></comments>", false);
    part(l, "xl/drawings/vmlDrawing", ".vml",
         "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" "
         "xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
         "xmlns:x=\"urn:schemas-microsoft-com:office:excel\">",
         "</xml>", true);
    l->blocks += l->remarks_n / BLOCK + 1;
    l->remarks_n = 0;
    aet_buf_clear(&l->remarked);
}
