/* What a document of any kind says of itself. */
#include "io/office.h"

#include "base/harmless.h"
#include "io/markup.h"

static void element(struct buf *xml, const char *name, struct span text)
{
    struct buf shown = { 0 };

    aet_harmless(&shown, text);
    aet_buf_char(xml, '<');
    aet_buf_str(xml, name);
    aet_buf_char(xml, '>');
    aet_xml_text(xml, aet_buf_view(&shown));
    aet_buf_str(xml, "</");
    aet_buf_str(xml, name);
    aet_buf_char(xml, '>');
    aet_buf_free(&shown);
}

void aet_office_about(const struct office_about *a, struct buf *xml)
{
    static const struct text tongue = { "fr-CA", "en-CA" };

    aet_buf_str(xml,
                XML_HEAD "<cp:coreProperties xmlns:cp=\"" XML_PACKAGE
                         "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                         "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                         "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
    element(xml, "dc:title", a->title);
    if (a->author.n)
        element(xml, "dc:creator", a->author);
    element(xml, "dc:language", aet_span_z(aet_text(tongue, a->lang)));
    aet_buf_str(xml, "<dcterms:created xsi:type=\"dcterms:W3CDTF\">");
    aet_date_write(a->date, xml);
    aet_buf_str(xml, "T00:00:00Z</dcterms:created></cp:coreProperties>");
}
