/* What stands around the text: settings, the sign of lists, the head and foot of pages. */
#include "paper/template_parts.h"

#include "io/markup.h"

#define SETTINGS(MORE)                                                                      \
    XML_HEAD "<w:settings " XML_WORDS                                                       \
             "><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"708\"/>" MORE           \
             "<w:compat><w:compatSetting w:name=\"compatibilityMode\" "                     \
             "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>" \
             "</w:settings>"

static const char settings[] = SETTINGS("");
static const char settings_of_two_sides[] = SETTINGS("<w:evenAndOddHeaders/>");

static const char lists[] = XML_HEAD
    "<w:numbering " XML_WORDS "><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType "
    "w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
    "w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind "
    "w:left=\"360\" w:hanging=\"360\"/></w:pPr></w:lvl></w:abstractNum><w:num "
    "w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

static void fixed(struct paper *p, const char *path, const char *type, const char *relation,
                  const char *text)
{
    struct buf xml = { 0 };

    aet_buf_str(&xml, text);
    (void)aet_paper_part(p, path, type, relation, &xml);
}

static void put_field(const struct paper *p, struct buf *xml, const char *field)
{
    aet_buf_str(xml, "<w:fldSimple");
    aet_xml_put(xml, "w:instr", aet_span_z(field));
    aet_buf_char(xml, '>');
    aet_paper_run(p, xml, AET_LIT("1"), "");
    aet_buf_str(xml, "</w:fldSimple>");
}

static void begin(const struct paper *p, struct buf *xml, const char *element,
                  enum paper_style style)
{
    aet_buf_str(xml, XML_HEAD "<w:");
    aet_buf_str(xml, element);
    aet_buf_str(xml, " " XML_WORDS "><w:p><w:pPr><w:pStyle");
    aet_xml_put(xml, "w:val", aet_span_z(aet_paper_style(p, style)));
    aet_buf_str(xml, "/></w:pPr>");
}

/* The first page bears the title itself. */
static void header(struct paper *p, const char *path, struct span title, const char *kind)
{
    struct buf xml = { 0 };

    begin(p, &xml, "hdr", PAPER_HEADER);
    if (title.n)
        aet_paper_run(p, &xml, title, "");
    aet_buf_str(&xml, "</w:p></w:hdr>");
    aet_buf_str(&p->frame, "<w:headerReference w:type=\"");
    aet_buf_str(&p->frame, kind);
    aet_buf_str(&p->frame, "\" r:id=\"rId");
    aet_buf_uint(&p->frame, aet_paper_part(p, path, WORDS_TYPE "header+xml", "/header", &xml));
    aet_buf_str(&p->frame, "\"/>");
}

/* The same foot on all pages, the first among them. */
static void footer(struct paper *p)
{
    static const char *const kinds[] = { "default", "first" };
    struct buf xml = { 0 };
    size_t number;

    begin(p, &xml, "ftr", PAPER_FOOTER);
    aet_paper_run(p, &xml, AET_LIT("Page "), "");
    put_field(p, &xml, "PAGE");
    aet_paper_run(p, &xml, aet_span_z(aet_text((struct text){ " de ", " of " }, p->setup.lang)),
                  "");
    put_field(p, &xml, "NUMPAGES");
    aet_buf_str(&xml, "</w:p></w:ftr>");
    number = aet_paper_part(p, "footer1.xml", WORDS_TYPE "footer+xml", "/footer", &xml);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        aet_buf_str(&p->frame, "<w:footerReference w:type=\"");
        aet_buf_str(&p->frame, kinds[i]);
        aet_buf_str(&p->frame, "\" r:id=\"rId");
        aet_buf_uint(&p->frame, number);
        aet_buf_str(&p->frame, "\"/>");
    }
}

static void own_frame(struct paper *p)
{
    struct paper_page *g = &p->page;

    /* a house that has nothing there need not have room for it either */
    g->header = g->header < aet_paper_letter.header ? aet_paper_letter.header : g->header;
    g->footer = g->footer < aet_paper_letter.footer ? aet_paper_letter.footer : g->footer;
    header(p, "header1.xml", aet_buf_view(&p->title), "default");
    header(p, "header2.xml", AET_LIT(""), "first");
    footer(p);
    p->own_first = true;
}

/* The parts of a house, in their order; their numbers among ours follow from the first. */
static size_t house_parts(struct paper *p, const struct paper_template *t)
{
    size_t before = p->n;

    for (size_t i = 0; i < t->n; i++) {
        struct buf bytes = { 0 };

        aet_buf_span(&bytes, aet_buf_view(&t->parts[i].bytes));
        (void)aet_paper_part(p, t->parts[i].path, t->parts[i].type, t->parts[i].relation, &bytes);
        aet_buf_span(&p->parts[p->n - 1].relations, aet_buf_view(&t->parts[i].relations));
    }
    return before;
}

static bool has_part(const struct paper *p, const char *path)
{
    for (size_t i = 0; i < p->n; i++)
        if (strcmp(p->parts[i].path, path) == 0)
            return true;
    return false;
}

/* What stands at the head and foot of its pages; a house that has nothing there gets ours. */
static void house_frame(struct paper *p, const struct paper_template *t)
{
    size_t before = house_parts(p, t);

    for (size_t i = 0; i < t->frames_n; i++) {
        const struct template_frame *f = &t->frames[i];

        aet_buf_str(&p->frame, f->header ? "<w:headerReference" : "<w:footerReference");
        aet_xml_put(&p->frame, "w:type", aet_span_z(f->type));
        aet_buf_str(&p->frame, " r:id=\"rId");
        aet_buf_uint(&p->frame, before + f->part);
        aet_buf_str(&p->frame, "\"/>");
    }
    p->own_first = t->own_first;
    if (!t->frames_n)
        own_frame(p);
}

void aet_paper_frame(struct paper *p)
{
    const struct paper_template *t = p->setup.dress;

    fixed(p, "settings.xml", WORDS_TYPE "settings+xml", "/settings",
          t && t->even_odd ? settings_of_two_sides : settings);
    if (t)
        house_frame(p, t);
    else
        own_frame(p);
    if (!has_part(p, "numbering.xml"))
        fixed(p, "numbering.xml", WORDS_TYPE "numbering+xml", "/numbering", lists);
}
