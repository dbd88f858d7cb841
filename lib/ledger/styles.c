/* Styles: every format in every look, so that the number of one is known before any is used. */
#include "ledger/book.h"

/* How numbers are shown: codes in the invariant form, the signs of decimals and thousands being
 * those of who looks at them. */
static const struct text codes[LEDGER_FORMATS] = {
    [LEDGER_AS_IS] = { NULL, NULL },
    [LEDGER_IS_TEXT] = { "@", "@" },
    [LEDGER_COUNT] = { "#,##0", "#,##0" },
    [LEDGER_NUMBER_1] = { "#,##0.0", "#,##0.0" },
    [LEDGER_NUMBER_2] = { "#,##0.00", "#,##0.00" },
    [LEDGER_NUMBER_3] = { "#,##0.000", "#,##0.000" },
    [LEDGER_SHARE] = { "0.0\xC2\xA0%", "0.0%" },
    [LEDGER_MONEY] = { "#,##0.00\xC2\xA0\"$\"", "\"$\"#,##0.00" },
    [LEDGER_DATE] = { "yyyy\\-mm\\-dd", "yyyy\\-mm\\-dd" },
    [LEDGER_HOURS] = { "0.00\xC2\xA0\"h\"", "0.00\xC2\xA0\"h\"" },
    [LEDGER_MINUTES] = { "0\xC2\xA0\"min\"", "0\xC2\xA0\"min\"" },
};

enum { FIRST_CODE = 164 }; /* those before are known without being said */

/* By look: a font, a fill, a border, an alignment. */
static const struct {
    int font, fill, border;
    const char *alignment;
} looks[LEDGER_LOOKS] = {
    [LEDGER_PLAIN] = { 0, 0, 0, "vertical=\"top\"" },
    [LEDGER_ONE_LINE] = { 0, 0, 0, "vertical=\"top\"" },
    [LEDGER_WRAPPED] = { 0, 0, 0, "vertical=\"top\" wrapText=\"1\"" },
    [LEDGER_RIGHT] = { 0, 0, 0, "horizontal=\"right\" vertical=\"top\"" },
    [LEDGER_HEADING] = { 1, 2, 1, "vertical=\"center\" wrapText=\"1\"" },
    [LEDGER_HEADING_RIGHT] = { 1, 2, 1, "horizontal=\"right\" vertical=\"center\" wrapText=\"1\"" },
    [LEDGER_TITLE] = { 2, 0, 0, "vertical=\"center\"" },
    [LEDGER_CAPTION] = { 3, 0, 0, "vertical=\"top\"" },
    [LEDGER_NOTE] = { 3, 0, 0, "vertical=\"top\" wrapText=\"1\"" },
    [LEDGER_WRONG] = { 4, 3, 0, "vertical=\"top\" wrapText=\"1\"" },
    [LEDGER_EXAMPLE] = { 3, 4, 0, "vertical=\"top\" wrapText=\"1\"" },
};

#define FONT(BEFORE, SIZE, COLOUR)                                                               \
    "<font>" BEFORE "<sz val=\"" SIZE "\"/><color rgb=\"FF" COLOUR "\"/><name val=\"Calibri\"/>" \
    "<family val=\"2\"/></font>"
#define FILL(COLOUR)                                                                    \
    "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF" COLOUR "\"/><bgColor " \
    "indexed=\"64\"/></patternFill></fill>"

static const char fonts[] = "<fonts count=\"5\">" FONT("", "11", "000000")
    FONT("<b/>", "11", "1F3864") FONT("<b/>", "14", "1F3864") FONT("<i/>", "10", "595959")
        FONT("", "11", "9C0006") "</fonts>";

static const char fills[] =
    "<fills count=\"5\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
    "patternType=\"gray125\"/></fill>" FILL("DCE6F1") FILL("FFC7CE") FILL("F2F2F2") "</fills>";

static const char borders[] =
    "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/>"
    "<right/><top/><bottom style=\"thin\"><color rgb=\"FF1F3864\"/></bottom><diagonal/></border>"
    "</borders>";

unsigned aet_ledger_style(struct ledger_style s)
{
    return (unsigned)s.format * LEDGER_LOOKS + (unsigned)s.look;
}

static void put_codes(struct buf *out, enum lang lang)
{
    aet_buf_str(out, "<numFmts");
    aet_xml_put_number(out, "count", LEDGER_FORMATS - 1);
    aet_buf_str(out, ">");
    for (unsigned i = 1; i < LEDGER_FORMATS; i++) {
        aet_buf_str(out, "<numFmt");
        aet_xml_put_number(out, "numFmtId", FIRST_CODE + i);
        aet_markup_attribute(out, "formatCode", aet_span_z(aet_text(codes[i], lang)));
        aet_buf_str(out, "/>");
    }
    aet_buf_str(out, "</numFmts>");
}

static void put_style(struct buf *out, unsigned format, unsigned look)
{
    aet_buf_str(out, "<xf");
    aet_xml_put_number(out, "numFmtId", format ? FIRST_CODE + format : 0);
    aet_xml_put_number(out, "fontId", (uint64_t)looks[look].font);
    aet_xml_put_number(out, "fillId", (uint64_t)looks[look].fill);
    aet_xml_put_number(out, "borderId", (uint64_t)looks[look].border);
    aet_buf_str(out, " xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" "
                     "applyBorder=\"1\" applyAlignment=\"1\"><alignment ");
    aet_buf_str(out, looks[look].alignment);
    aet_buf_str(out, "/></xf>");
}

void aet_ledger_styles(struct buf *out, enum lang lang)
{
    aet_buf_str(out, XML_HEAD "<styleSheet " XML_MAIN ">");
    put_codes(out, lang);
    aet_buf_str(out, fonts);
    aet_buf_str(out, fills);
    aet_buf_str(out, borders);
    aet_buf_str(out, "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" "
                     "borderId=\"0\"/></cellStyleXfs><cellXfs");
    aet_xml_put_number(out, "count", (uint64_t)LEDGER_FORMATS * LEDGER_LOOKS);
    aet_buf_str(out, ">");
    for (unsigned i = 0; i < LEDGER_FORMATS; i++)
        for (unsigned k = 0; k < LEDGER_LOOKS; k++)
            put_style(out, i, k);
    aet_buf_str(out, "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" "
                     "builtinId=\"0\"/></cellStyles></styleSheet>");
}
