/* Names of sheets: what a workbook allows, none twice. */
#include "ledger/book.h"

#include "base/fold.h"

/* Excel keeps one name for itself. */
static bool is_free(const struct ledger *l, struct span name)
{
    if (aet_fold_same(name, AET_LIT("history")))
        return false;
    for (size_t i = 0; i < l->n; i++)
        if (aet_span_eq(aet_buf_view(&l->sheets[i].name), name) ||
            aet_fold_same(aet_buf_view(&l->sheets[i].name), name))
            return false;
    return true;
}

/* Without the signs that mean something in a formula, and control characters; an apostrophe may
 * stand within, and a name may not be empty. */
static void legal(struct span name, struct buf *out)
{
    for (size_t i = 0; i < name.n; i++) {
        bool bad = (unsigned char)name.p[i] < 0x20 || strchr("[]*?\\", name.p[i]);
        bool edge = name.p[i] == '\'' && (!i || i + 1 == name.n);

        aet_buf_char(out, bad || edge ? ' ' : strchr(":/", name.p[i]) ? '-' : name.p[i]);
    }
}

void aet_ledger_name_make(const struct ledger *l, struct span name, struct buf *out)
{
    struct buf wanted = { 0 }, number = { 0 };
    struct span head;

    legal(name, &wanted);
    name = aet_span_trim(aet_buf_view(&wanted));
    if (!name.n)
        name = AET_LIT("1");
    aet_buf_span(out, aet_span_trim(aet_markup_head(name, LEDGER_NAME)));
    for (uint64_t n = 2; !is_free(l, aet_buf_view(out)); n++) {
        aet_buf_clear(&number);
        aet_ledger_member_name(&number, " (", n, ")");
        head = aet_span_trim(aet_markup_head(name, LEDGER_NAME - number.n));
        aet_buf_clear(out);
        aet_buf_span(out, head);
        aet_buf_span(out, aet_buf_view(&number));
    }
    aet_buf_free(&wanted);
    aet_buf_free(&number);
}
