/* Cells. */
#include "ledger/book.h"

#include "base/real.h"

enum { DIGITS = 15 }; /* that a spreadsheet keeps of a number */

static void open_cell(struct ledger *l, uint32_t column, struct ledger_style s)
{
    aet_buf_str(&l->xml, "<c r=\"");
    aet_markup_ref(&l->xml, l->row, column, false);
    aet_buf_char(&l->xml, '"');
    aet_xml_put_number(&l->xml, "s", aet_ledger_style(s)); /* 0 too: it is no default everywhere */
}

bool aet_ledger_fits(struct span text)
{
    return text.n <= LEDGER_TEXT || aet_markup_units(text) <= LEDGER_TEXT;
}

/* Blanks at the ends, and line ends, are lost where nobody asks for them. */
static bool has_blanks(struct span text)
{
    return strchr(" \t\n", text.p[0]) || strchr(" \t\n", text.p[text.n - 1]) ||
           memchr(text.p, '\n', text.n);
}

void aet_ledger_text(struct ledger *l, uint32_t column, struct span text, struct ledger_style s)
{
    bool fits = aet_ledger_fits(text);

    if (!text.n) {
        aet_ledger_blank(l, column, s);
        return;
    }
    open_cell(l, column, s);
    aet_buf_str(&l->xml, has_blanks(text) ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                                          : " t=\"inlineStr\"><is><t>");
    aet_markup_text(&l->xml, fits ? text : aet_markup_head(text, LEDGER_TEXT - 1));
    aet_buf_str(&l->xml, fits ? "</t></is></c>" : "…</t></is></c>");
}

void aet_ledger_blank(struct ledger *l, uint32_t column, struct ledger_style s)
{
    if (!aet_ledger_style(s))
        return;
    open_cell(l, column, s);
    aet_buf_str(&l->xml, "/>");
}

/* Digits that count: those between the first and the last that is no zero. */
static size_t significant(struct span digits)
{
    size_t n = 0, zeros = 0;

    for (size_t i = 0; i < digits.n && (digits.p[i] | 0x20) != 'e'; i++) {
        if (digits.p[i] < '0' || digits.p[i] > '9')
            continue;
        zeros = digits.p[i] == '0' ? zeros + (n > 0) : 0;
        n += n > 0 || digits.p[i] != '0';
    }
    return n - zeros;
}

void aet_ledger_number(struct ledger *l, uint32_t column, struct span digits, struct ledger_style s)
{
    if (!digits.n || significant(digits) > DIGITS) {
        aet_ledger_text(l, column, digits, (struct ledger_style){ LEDGER_IS_TEXT, s.look });
        return;
    }
    open_cell(l, column, s);
    aet_buf_str(&l->xml, "><v>");
    aet_markup_text(&l->xml, digits);
    aet_buf_str(&l->xml, "</v></c>");
}

void aet_ledger_double(struct ledger *l, uint32_t column, double v, struct ledger_style s)
{
    open_cell(l, column, s);
    aet_buf_str(&l->xml, "><v>");
    aet_real_write(&l->xml, v);
    aet_buf_str(&l->xml, "</v></c>");
}

/* From 1901 on: a workbook takes 1900 for a leap year. */
int32_t aet_ledger_day(struct date d)
{
    const struct date zero = { 1899, 12, 30 };

    return d.year > 1900 && d.year <= 9999 && d.day ? aet_date_days(d) - aet_date_days(zero) : 0;
}

void aet_ledger_date(struct ledger *l, uint32_t column, struct date d, enum ledger_look look)
{
    int32_t day = aet_ledger_day(d);
    struct buf text = { 0 };

    if (day) {
        aet_buf_uint(&text, (uint64_t)day);
        aet_ledger_number(l, column, aet_buf_view(&text),
                          (struct ledger_style){ LEDGER_DATE, look });
    } else {
        aet_date_write(d, &text);
        aet_ledger_text(l, column, aet_buf_view(&text),
                        (struct ledger_style){ LEDGER_IS_TEXT, look });
    }
    aet_buf_free(&text);
}
