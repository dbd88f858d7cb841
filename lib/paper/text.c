/* The text: paragraphs, the table of contents, and the sections whose pages stand or lie. */
#include "paper/template_parts.h"

#include "base/harmless.h"
#include "io/markup.h"

const struct paper_page aet_paper_letter = { .wide = 12240,
                                             .high = 15840,
                                             .top = 1134,
                                             .right = 1134,
                                             .bottom = 1134,
                                             .left = 1134,
                                             .header = 567,
                                             .footer = 567 };

struct paper *aet_paper_new(struct buf *out, const struct paper_setup *setup)
{
    struct paper *p = aet_calloc(1, sizeof *p);

    p->out = out;
    p->setup = *setup;
    aet_buf_span(&p->title, setup->title);
    aet_buf_span(&p->author, setup->author);
    p->page = setup->dress ? setup->dress->page : aet_paper_letter;
    p->sideways = setup->dress && setup->dress->sideways;
    aet_paper_styles(p);
    aet_paper_frame(p);
    return p;
}

void aet_paper_parts_free(struct paper_part *parts, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        aet_free(parts[i].path);
        aet_buf_free(&parts[i].bytes);
        aet_buf_free(&parts[i].relations);
    }
    aet_free(parts);
}

size_t aet_paper_part(struct paper *p, const char *path, const char *type, const char *relation,
                      struct buf *bytes)
{
    p->parts = aet_grow(p->parts, &p->cap, p->n, sizeof *p->parts);
    p->parts[p->n++] = (struct paper_part){
        .path = aet_span_dup(aet_span_z(path)), .type = type, .relation = relation, .bytes = *bytes
    };
    *bytes = (struct buf){ 0 };
    return p->n;
}

/* --- paragraphs ------------------------------------------------------------------------------ */

void aet_paper_run(const struct paper *p, struct buf *xml, struct span text, const char *properties)
{
    struct buf shown = { 0 };
    struct span rest;

    aet_harmless_lines(&shown, text);
    rest = aet_buf_view(&shown);
    aet_buf_str(xml, "<w:r>");
    if (*properties || p->setup.dress) { /* a house need not be of our language */
        aet_buf_str(xml, "<w:rPr>");
        aet_buf_str(xml, properties);
        aet_buf_str(xml, p->setup.dress ? aet_paper_tongue(p->setup.lang) : "");
        aet_buf_str(xml, "</w:rPr>");
    }
    for (const char *end; (end = memchr(rest.p, '\n', rest.n)) != NULL;) {
        size_t n = (size_t)(end - rest.p);

        aet_buf_str(xml, "<w:t xml:space=\"preserve\">");
        aet_xml_text(xml, aet_span(rest.p, n));
        aet_buf_str(xml, "</w:t><w:br/>");
        rest = aet_span_from(rest, n + 1);
    }
    aet_buf_str(xml, "<w:t xml:space=\"preserve\">");
    aet_xml_text(xml, rest);
    aet_buf_str(xml, "</w:t></w:r>");
    aet_buf_free(&shown);
}

static void open_paragraph(struct paper *p, enum paper_style style)
{
    p->begun |= style != PAPER_TITLE && style != PAPER_SUBTITLE;
    aet_buf_str(&p->body, "<w:p><w:pPr><w:pStyle");
    aet_xml_put(&p->body, "w:val", aet_span_z(aet_paper_style(p, style)));
    aet_buf_str(&p->body, "/></w:pPr>");
}

static void put_anchor(struct buf *xml, const char *before, size_t n, const char *behind)
{
    aet_buf_str(xml, before);
    aet_buf_uint(xml, n);
    aet_buf_str(xml, behind);
}

/* Headings of the first level can be gone to. */
void aet_paper_text(struct paper *p, enum paper_style style, struct span text)
{
    bool anchor = style == PAPER_HEADING_1;

    if (!text.n)
        return;
    open_paragraph(p, style);
    if (anchor) {
        put_anchor(&p->body, "<w:bookmarkStart w:id=\"", ++p->headings, "\"");
        put_anchor(&p->body, " w:name=\"_Toc", p->headings, "\"/>");
    }
    if (p->bullets && style == PAPER_BULLET)
        aet_paper_run(p, &p->body, AET_LIT("• "), "");
    aet_paper_run(p, &p->body, text, "");
    if (anchor)
        put_anchor(&p->body, "<w:bookmarkEnd w:id=\"", p->headings, "\"/>");
    aet_buf_str(&p->body, "</w:p>");
}

/* A field: whoever adds to the document has it made anew. It gives no numbers of pages, which only
 * a program that sets the pages knows: they would be wrong until somebody asks for them. */
void aet_paper_contents(struct paper *p, const struct span *headings, size_t n)
{
    static const char field[] = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText "
                                "xml:space=\"preserve\"> TOC \\o \"1-1\" \\n \\h \\z </w:instrText>"
                                "</w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";

    for (size_t i = 0; i < n; i++) {
        open_paragraph(p, PAPER_CONTENTS);
        if (i == 0)
            aet_buf_str(&p->body, field);
        put_anchor(&p->body, "<w:hyperlink w:anchor=\"_Toc", p->headings + i + 1,
                   "\" w:history=\"1\">");
        aet_paper_run(p, &p->body, headings[i], "");
        aet_buf_str(&p->body, "</w:hyperlink>");
        if (i + 1 == n)
            aet_buf_str(&p->body, "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
        aet_buf_str(&p->body, "</w:p>");
    }
}

/* --- sections -------------------------------------------------------------------------------- */

uint32_t aet_paper_width(const struct paper *p, bool sideways)
{
    const struct paper_page *g = &p->page;
    uint32_t edges = sideways ? g->top + g->bottom : g->left + g->right + g->gutter;

    return (sideways ? g->high : g->wide) - edges;
}

uint32_t aet_paper_height(const struct paper *p, bool sideways)
{
    const struct paper_page *g = &p->page;

    return sideways ? g->wide - g->left - g->right : g->high - g->top - g->bottom;
}

/* A page on its side is the upright one turned: its head is where the left margin was. */
static void put_page(struct paper *p)
{
    const struct paper_page *g = &p->page;
    bool s = p->sideways;
    struct buf *xml = &p->body;

    aet_buf_str(xml, "<w:sectPr>");
    aet_buf_span(xml, aet_buf_view(&p->frame));
    if (p->sections)
        aet_buf_str(xml, "<w:type w:val=\"nextPage\"/>");
    aet_buf_str(xml, "<w:pgSz");
    aet_xml_put_number(xml, "w:w", s ? g->high : g->wide);
    aet_xml_put_number(xml, "w:h", s ? g->wide : g->high);
    if (s)
        aet_buf_str(xml, " w:orient=\"landscape\"");
    aet_buf_str(xml, "/><w:pgMar");
    aet_xml_put_number(xml, "w:top", s ? g->left : g->top);
    aet_xml_put_number(xml, "w:right", s ? g->top : g->right);
    aet_xml_put_number(xml, "w:bottom", s ? g->right : g->bottom);
    aet_xml_put_number(xml, "w:left", s ? g->bottom : g->left);
    aet_xml_put_number(xml, "w:header", g->header);
    aet_xml_put_number(xml, "w:footer", g->footer);
    aet_xml_put_number(xml, "w:gutter", s ? 0 : g->gutter);
    aet_buf_str(xml, "/>");
    if (p->own_first && !p->sections)
        aet_buf_str(xml, "<w:titlePg/>");
    aet_buf_str(xml, "</w:sectPr>");
    p->sections++;
}

/* What closes a section stands in a paragraph: one that takes no room, as it may follow a table. */
void aet_paper_turn(struct paper *p, bool sideways)
{
    if (sideways == p->sideways)
        return;
    if (p->begun) {
        aet_buf_str(&p->body, "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" "
                              "w:lineRule=\"exact\"/>");
        put_page(p);
        aet_buf_str(&p->body, "</w:pPr></w:p>");
    }
    p->sideways = sideways;
    p->begun = false;
}

uint32_t aet_paper_letters(const struct paper *p)
{
    return p->setup.dress ? 62 : 54;
}

bool aet_paper_sideways(const struct paper *p)
{
    return p->sideways;
}

bool aet_paper_end(struct paper *p)
{
    struct buf body = p->body;
    bool fits;

    p->body = (struct buf){ 0 };
    aet_buf_str(&p->body, XML_HEAD "<w:document " XML_WORDS " xmlns:r=\"" XML_OFFICE "\"><w:body>");
    aet_buf_span(&p->body, aet_buf_view(&body));
    aet_buf_free(&body);
    put_page(p);
    aet_buf_str(&p->body, "</w:body></w:document>");
    fits = aet_paper_package(p);
    aet_paper_parts_free(p->parts, p->n);
    for (int i = 0; i < PAPER_STYLES; i++)
        aet_free(p->ids[i]);
    aet_buf_free(&p->body);
    aet_buf_free(&p->title);
    aet_buf_free(&p->author);
    aet_buf_free(&p->frame);
    aet_free(p);
    return fits;
}
