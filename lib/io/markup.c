/* Escaping text for HTML and XML. */
#include "io/markup.h"

#include "base/harmless.h"

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
    struct buf shown = { 0 };

    aet_harmless_lines(&shown, s);
    for (size_t i = 0; i < shown.n; i++)
        add_markup(out, shown.p[i]);
    aet_buf_free(&shown);
}

/* U+FFFE and U+FFFF, the only ones above the controls that XML cannot hold. */
static bool is_last_of_plane(struct span s)
{
    return aet_span_starts(s, AET_LIT("\xEF\xBF\xBE")) ||
           aet_span_starts(s, AET_LIT("\xEF\xBF\xBF"));
}

void aet_xml_text(struct buf *out, struct span s)
{
    for (size_t i = 0; i < s.n; i++) {
        if ((unsigned char)s.p[i] < 0x20) {
            add_control(out, s.p[i]);
        } else if (is_last_of_plane(aet_span_from(s, i))) {
            aet_buf_str(out, "\xEF\xBF\xBD");
            i += 2;
        } else {
            add_markup(out, s.p[i]);
        }
    }
}

void aet_xml_put(struct buf *out, const char *name, struct span value)
{
    aet_buf_char(out, ' ');
    aet_buf_str(out, name);
    aet_buf_str(out, "=\"");
    aet_xml_text(out, value);
    aet_buf_char(out, '"');
}

void aet_xml_put_number(struct buf *out, const char *name, uint64_t value)
{
    aet_buf_char(out, ' ');
    aet_buf_str(out, name);
    aet_buf_str(out, "=\"");
    aet_buf_uint(out, value);
    aet_buf_char(out, '"');
}
