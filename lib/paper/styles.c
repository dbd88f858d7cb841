/* Styles: a row for each, named as word processors name theirs, whatever language they speak. */
#include "paper/template_parts.h"

#include "io/markup.h"

#define INK "1F4E79"

/* Children of w:style, in the order of the schema: `before` stands between name and properties. */
struct style {
    const char *id, *name, *before, *properties;
};

static const struct style styles[PAPER_STYLES] = {
    [PAPER_BODY] = { "Normal", "Normal", "<w:qFormat/>",
                     "<w:pPr><w:spacing w:after=\"120\" w:line=\"264\" "
                     "w:lineRule=\"auto\"/></w:pPr>" },
    [PAPER_TITLE] = { "Title", "Title",
                      "<w:next w:val=\"%\"/><w:uiPriority w:val=\"10\"/><w:qFormat/>",
                      "<w:pPr><w:keepNext/><w:spacing w:after=\"60\"/></w:pPr><w:rPr><w:b/><w:bCs/>"
                      "<w:color w:val=\"" INK
                      "\"/><w:sz w:val=\"40\"/><w:szCs w:val=\"40\"/></w:rPr>" },
    [PAPER_SUBTITLE] = { "Subtitle", "Subtitle",
                         "<w:next w:val=\"%\"/><w:uiPriority w:val=\"11\"/><w:qFormat/>",
                         "<w:pPr><w:spacing w:after=\"240\"/></w:pPr><w:rPr><w:color "
                         "w:val=\"4A4A55\"/></w:rPr>" },
    [PAPER_HEADING_1] = { "Heading1", "heading 1",
                          "<w:next w:val=\"%\"/><w:uiPriority w:val=\"9\"/><w:qFormat/>",
                          "<w:pPr><w:keepNext/><w:keepLines/><w:pBdr><w:bottom w:val=\"single\" "
                          "w:sz=\"8\" w:space=\"1\" w:color=\"" INK "\"/></w:pBdr><w:spacing "
                          "w:before=\"360\" w:after=\"120\"/><w:outlineLvl "
                          "w:val=\"0\"/></w:pPr><w:rPr>"
                          "<w:b/><w:bCs/><w:color w:val=\"" INK "\"/><w:sz w:val=\"28\"/><w:szCs "
                          "w:val=\"28\"/></w:rPr>" },
    [PAPER_HEADING_2] = { "Heading2", "heading 2",
                          "<w:next w:val=\"%\"/><w:uiPriority w:val=\"9\"/><w:qFormat/>",
                          "<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" "
                          "w:after=\"80\"/><w:outlineLvl w:val=\"1\"/></w:pPr><w:rPr><w:b/><w:bCs/>"
                          "<w:color w:val=\"" INK "\"/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>"
                          "</w:rPr>" },
    [PAPER_HEADING_3] = { "Heading3", "heading 3",
                          "<w:next w:val=\"%\"/><w:uiPriority w:val=\"9\"/><w:qFormat/>",
                          "<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before=\"200\" "
                          "w:after=\"60\"/><w:outlineLvl w:val=\"2\"/></w:pPr><w:rPr><w:b/><w:bCs/>"
                          "</w:rPr>" },
    [PAPER_CAPTION] = { "Caption", "caption",
                        "<w:next w:val=\"%\"/><w:uiPriority w:val=\"35\"/><w:qFormat/>",
                        "<w:pPr><w:keepNext/><w:spacing w:before=\"120\" "
                        "w:after=\"80\"/></w:pPr><w:rPr>"
                        "<w:i/><w:iCs/><w:color w:val=\"4A4A55\"/><w:sz w:val=\"19\"/><w:szCs "
                        "w:val=\"19\"/></w:rPr>" },
    [PAPER_BULLET] = { "ListBullet", "List Bullet", "<w:uiPriority w:val=\"99\"/><w:qFormat/>",
                       "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"80\"/>"
                       "<w:ind w:left=\"360\" w:hanging=\"360\"/></w:pPr>" },
    [PAPER_NOTE] = { "AetNote", "aet note", "<w:uiPriority w:val=\"36\"/><w:qFormat/>",
                     "<w:pPr><w:spacing w:before=\"60\" w:after=\"60\" w:line=\"240\" "
                     "w:lineRule=\"auto\"/></w:pPr><w:rPr><w:color w:val=\"4A4A55\"/><w:sz "
                     "w:val=\"18\"/><w:szCs w:val=\"18\"/></w:rPr>" },
    [PAPER_CONTENTS] = { "TOC1", "toc 1", "<w:next w:val=\"%\"/><w:uiPriority w:val=\"39\"/>",
                         "<w:pPr><w:spacing w:after=\"20\"/></w:pPr><w:rPr><w:color w:val=\"" INK
                         "\"/></w:rPr>" },
    [PAPER_CELL] = { "AetCell", "aet cell", "<w:uiPriority w:val=\"36\"/><w:qFormat/>",
                     "<w:pPr><w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" "
                     "w:lineRule=\"auto\"/></w:pPr><w:rPr><w:sz w:val=\"18\"/><w:szCs "
                     "w:val=\"18\"/>"
                     "</w:rPr>" },
    [PAPER_HEADER] = { "Header", "header", "<w:uiPriority w:val=\"99\"/>",
                       "<w:pPr><w:spacing w:after=\"0\"/><w:jc w:val=\"right\"/></w:pPr><w:rPr>"
                       "<w:color w:val=\"4A4A55\"/><w:sz w:val=\"18\"/><w:szCs "
                       "w:val=\"18\"/></w:rPr>" },
    [PAPER_FOOTER] = { "Footer", "footer", "<w:uiPriority w:val=\"99\"/>",
                       "<w:pPr><w:spacing w:after=\"0\"/><w:jc w:val=\"right\"/></w:pPr><w:rPr>"
                       "<w:color w:val=\"4A4A55\"/><w:sz w:val=\"18\"/><w:szCs "
                       "w:val=\"18\"/></w:rPr>" },
    [PAPER_TABLE] = { "GridTable1Light-Accent1", "Grid Table 1 Light Accent 1",
                      "<w:uiPriority w:val=\"46\"/>",
                      "<w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" "
                      "w:color=\"D3D6DD\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" "
                      "w:color=\"D3D6DD\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" "
                      "w:color=\"D3D6DD\"/></w:tblBorders></w:tblPr><w:tblStylePr "
                      "w:type=\"firstRow\"><w:rPr><w:b/><w:bCs/></"
                      "w:rPr><w:tcPr><w:tcBorders><w:bottom "
                      "w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"" INK
                      "\"/></w:tcBorders><w:shd w:val=\"clear\" w:color=\"auto\" "
                      "w:fill=\"EEF2F7\"/>"
                      "</w:tcPr></w:tblStylePr><w:tblStylePr w:type=\"firstCol\"><w:tcPr><w:shd "
                      "w:val=\"clear\" w:color=\"auto\" "
                      "w:fill=\"EEF2F7\"/></w:tcPr></w:tblStylePr>" },
};

const char *aet_paper_style(const struct paper *p, enum paper_style style)
{
    return p->ids[style];
}

const char *aet_paper_style_name(enum paper_style style)
{
    return styles[style].name;
}

/* In a house whose lists are others than ours. */
static const char unsigned_list[] = "<w:pPr><w:spacing w:after=\"80\"/><w:ind w:left=\"180\" "
                                    "w:hanging=\"180\"/></w:pPr>";

/* `%` stands for the style that a paragraph has when nothing is said. */
static void put_with_body(struct buf *xml, const char *text, const char *body)
{
    const char *mark = strchr(text, '%');

    aet_buf_add(xml, text, mark ? (size_t)(mark - text) : strlen(text));
    if (!mark)
        return;
    aet_buf_str(xml, body);
    aet_buf_str(xml, mark + 1);
}

static void put_style(const struct paper *p, struct buf *xml, enum paper_style which)
{
    const struct style *s = &styles[which];
    const char *body = aet_paper_style(p, PAPER_BODY);

    aet_buf_str(xml, which == PAPER_TABLE ? "<w:style " XML_WORDS " w:type=\"table\""
                                          : "<w:style " XML_WORDS " w:type=\"paragraph\"");
    aet_buf_str(xml, which == PAPER_BODY ? " w:default=\"1\"" : "");
    aet_xml_put(xml, "w:styleId", aet_span_z(p->ids[which]));
    aet_buf_str(xml, "><w:name");
    aet_xml_put(xml, "w:val", aet_span_z(s->name));
    aet_buf_str(xml, "/>");
    if (which != PAPER_BODY && which != PAPER_TABLE) {
        aet_buf_str(xml, "<w:basedOn");
        aet_xml_put(xml, "w:val", aet_span_z(body));
        aet_buf_str(xml, "/>");
    }
    put_with_body(xml, s->before, body);
    aet_buf_str(xml, which == PAPER_BULLET && p->bullets ? unsigned_list : s->properties);
    aet_buf_str(xml, "</w:style>");
}

/* So that words are spelt and broken as the language does. */
const char *aet_paper_tongue(enum lang lang)
{
    static const struct text tongue = {
        "<w:lang w:val=\"fr-CA\" w:eastAsia=\"fr-CA\" w:bidi=\"ar-SA\"/>",
        "<w:lang w:val=\"en-CA\" w:eastAsia=\"en-CA\" w:bidi=\"ar-SA\"/>"
    };

    return aet_text(tongue, lang);
}

static void own_styles(struct paper *p, struct buf *xml)
{
    for (int i = 0; i < PAPER_STYLES; i++)
        p->ids[i] = aet_span_dup(aet_span_z(styles[i].id));
    aet_buf_str(xml, XML_HEAD
                "<w:styles " XML_WORDS "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts "
                "w:ascii=\"Calibri\" w:eastAsia=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/>"
                "<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>");
    aet_buf_str(xml, aet_paper_tongue(p->setup.lang));
    aet_buf_str(xml, "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>");
    for (int i = 0; i < PAPER_STYLES; i++)
        put_style(p, xml, (enum paper_style)i);
    aet_buf_str(xml, "</w:styles>");
}

/* --- in a house ------------------------------------------------------------------------------ */

static bool is_taken(const struct paper_template *t, struct span id)
{
    for (size_t i = 0; i < t->taken_n; i++)
        if (aet_span_eq(aet_span_z(t->taken[i]), id))
            return true;
    return false;
}

/* An id for a style that the house has not: its own, unless another style there bears it. */
static char *free_id(const struct paper_template *t, const char *id)
{
    struct buf made = { 0 };
    char *copy;

    aet_buf_str(&made, id);
    while (is_taken(t, aet_buf_view(&made)))
        aet_buf_char(&made, 'X');
    copy = aet_span_dup(aet_buf_view(&made));
    aet_buf_free(&made);
    return copy;
}

/* The end tag of the part, whatever its prefix. */
static size_t end_of(struct span text)
{
    size_t at = text.n;

    while (at > 1 && !(text.p[at - 1] == '/' && text.p[at - 2] == '<'))
        at--;
    return at > 1 ? at - 2 : text.n;
}

/* The styles of the house, and behind them those of ours that it has not. */
static void house_styles(struct paper *p, const struct paper_template *t, struct buf *xml)
{
    struct span text = aet_buf_view(&t->styles);
    size_t end = end_of(text);

    for (int i = 0; i < PAPER_STYLES; i++)
        p->ids[i] = t->ids[i] ? aet_span_dup(aet_span_z(t->ids[i])) : free_id(t, styles[i].id);
    p->bullets = !t->ids[PAPER_BULLET];
    aet_buf_span(xml, aet_span(text.p, end));
    for (int i = 0; i < PAPER_STYLES; i++)
        if (!t->ids[i])
            put_style(p, xml, (enum paper_style)i);
    aet_buf_span(xml, aet_span_from(text, end));
}

void aet_paper_styles(struct paper *p)
{
    struct buf xml = { 0 };

    if (p->setup.dress)
        house_styles(p, p->setup.dress, &xml);
    else
        own_styles(p, &xml);
    (void)aet_paper_part(p, "styles.xml", WORDS_TYPE "styles+xml", "/styles", &xml);
}
