/* What a sheet says of ranges of its cells. */
#include "ledger/book.h"

#include "base/real.h"

enum { WORDS_MOST = 255, TITLE_MOST = 32, SAID_MOST = 255 };

const struct text aet_ledger_lists = { "Listes", "Lists" };

bool aet_ledger_is_lists(struct span name)
{
    return aet_span_eq(name, aet_span_z(aet_ledger_lists.fr)) ||
           aet_span_eq(name, aet_span_z(aet_ledger_lists.en));
}

void aet_ledger_filter(struct ledger *l, struct ledger_range r)
{
    struct ledger_kept *k = &l->sheets[l->n - 1];

    k->filtered = true;
    k->filter = r;
}

void aet_ledger_merge(struct ledger *l, struct ledger_range r)
{
    aet_buf_str(&l->merges, "<mergeCell ref=\"");
    aet_ledger_range_ref(&l->merges, r);
    aet_buf_str(&l->merges, "\"/>");
    l->merges_n++;
}

void aet_ledger_scale(struct ledger *l, struct ledger_range r)
{
    struct buf *xml = &l->scales;

    aet_buf_str(xml, "<conditionalFormatting sqref=\"");
    aet_ledger_range_ref(xml, r);
    aet_ledger_member_name(xml, "\"><cfRule type=\"colorScale\" priority=\"", ++l->scales_n,
                           "\"><colorScale>");
    aet_buf_str(xml, "<cfvo type=\"min\"/><cfvo type=\"percentile\" val=\"50\"/><cfvo "
                     "type=\"max\"/><color rgb=\"FFFFFFFF\"/><color rgb=\"FFBDD7EE\"/><color "
                     "rgb=\"FF5B9BD5\"/></colorScale></cfRule></conditionalFormatting>");
}

bool aet_ledger_words(const struct span *words, size_t n)
{
    size_t units = n ? n - 1 : 0;

    for (size_t i = 0; i < n; i++) {
        units += aet_markup_units(words[i]);
        if (!words[i].n || aet_span_has_any(words[i], ",\"\n") ||
            aet_span_trim(words[i]).n < words[i].n)
            return false;
    }
    return n && units <= WORDS_MOST;
}

/* A text of limited length; nothing where there is none. */
static void put_said(struct buf *xml, const char *name, struct span text, size_t most)
{
    struct buf cut = { 0 };

    if (!text.n)
        return;
    if (aet_markup_units(text) <= most) {
        aet_markup_attribute(xml, name, text);
        return;
    }
    aet_buf_span(&cut, aet_markup_head(text, most - 1));
    aet_buf_str(&cut, "…");
    aet_markup_attribute(xml, name, aet_buf_view(&cut));
    aet_buf_free(&cut);
}

static void put_list(struct buf *xml, const struct ledger_rule *r)
{
    if (r->from.n)
        aet_ledger_range_name(xml, r->from, r->source);
    for (size_t i = 0; i < r->words_n; i++) {
        aet_buf_str(xml, i ? "," : "&quot;");
        aet_markup_plain(xml, r->words[i]);
    }
    aet_buf_str(xml, r->words_n ? "&quot;</formula1>" : "</formula1>");
}

/* The day that bounds a range, or the one that does not. */
static double bound(struct date d, struct date otherwise)
{
    int32_t day = aet_ledger_day(d);

    return day ? day : aet_ledger_day(otherwise);
}

static void put_bounds(struct buf *xml, const struct ledger_rule *r)
{
    bool days = r->kind == LEDGER_DAYS;

    aet_real_write(xml, days ? bound(r->first, (struct date){ 1901, 1, 1 }) : r->least);
    aet_buf_str(xml, "</formula1>");
    if (!days && r->most <= r->least)
        return;
    aet_buf_str(xml, "<formula2>");
    aet_real_write(xml, days ? bound(r->last, (struct date){ 9999, 12, 31 }) : r->most);
    aet_buf_str(xml, "</formula2>");
}

static const char *comparison(const struct ledger_rule *r)
{
    if (r->kind == LEDGER_LIST)
        return "";
    return r->kind == LEDGER_DAYS || r->most > r->least ? " operator=\"between\""
                                                        : " operator=\"greaterThanOrEqual\"";
}

void aet_ledger_rule(struct ledger *l, const struct ledger_rule *r)
{
    static const char *const types[] = { "list", "date", "decimal", "whole" };
    struct buf *xml = &l->rules;

    aet_buf_str(xml, "<dataValidation");
    aet_markup_attribute(xml, "type", aet_span_z(types[r->kind]));
    if (!r->strict)
        aet_buf_str(xml, " errorStyle=\"warning\"");
    aet_buf_str(xml, comparison(r));
    aet_buf_str(xml, " allowBlank=\"1\" showInputMessage=\"1\"");
    if (!r->open)
        aet_buf_str(xml, " showErrorMessage=\"1\"");
    put_said(xml, "errorTitle", r->error_title, TITLE_MOST);
    put_said(xml, "error", r->error, SAID_MOST);
    put_said(xml, "promptTitle", r->prompt_title, TITLE_MOST);
    put_said(xml, "prompt", r->prompt, SAID_MOST);
    aet_buf_str(xml, " sqref=\"");
    aet_ledger_range_ref(xml, r->cells);
    aet_buf_str(xml, "\"><formula1>");
    if (r->kind == LEDGER_LIST)
        put_list(xml, r);
    else
        put_bounds(xml, r);
    aet_buf_str(xml, "</dataValidation>");
    l->rules_n++;
}
