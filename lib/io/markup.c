/* Escaping text for HTML and XML. */
#include "io/markup.h"

static void add_markup(struct buf *out, char c)
{
    switch (c) {
    case '&':
        aet_buf_str(out, "&amp;");
        break;
    case '<':
        aet_buf_str(out, "&lt;");
        break;
    case '>':
        aet_buf_str(out, "&gt;");
        break;
    case '"':
        aet_buf_str(out, "&quot;");
        break;
    default:
        aet_buf_char(out, c);
    }
}

static void add_control(struct buf *out, char c)
{
    switch (c) {
    case '\n':
        aet_buf_str(out, "&#10;");
        break;
    case '\r':
        aet_buf_str(out, "&#13;");
        break;
    case '\t':
        aet_buf_str(out, "&#9;");
        break;
    default:
        aet_buf_str(out, "\xEF\xBF\xBD");
    }
}

void aet_html_text(struct buf *out, struct span s)
{
    for (size_t i = 0; i < s.n; i++)
        add_markup(out, s.p[i]);
}

void aet_xml_text(struct buf *out, struct span s)
{
    for (size_t i = 0; i < s.n; i++) {
        if ((unsigned char)s.p[i] < 0x20)
            add_control(out, s.p[i]);
        else
            add_markup(out, s.p[i]);
    }
}
