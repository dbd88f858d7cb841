/* Cutting whole and in pieces. */
#include "cutting.h"

static void add(struct cut_list *l, struct span record)
{
    l->records = aet_grow(l->records, &l->cap, l->n, sizeof *l->records);
    l->records[l->n++] = record;
}

/* `known` bytes have arrived after the `used` ones that are consumed. The window is copied without
 * a byte to spare, so that a cutter that looks ahead is caught. */
static enum cut cut_window(struct cutter *c, struct span text, size_t used, size_t known, bool eof,
                           struct piece *piece)
{
    struct span window = aet_span(text.p + used, known);
    char *copy = exact_copy(window);
    enum cut r = aet_cut(c, aet_span(copy, window.n), eof, piece);

    aet_free(copy);
    MUST(piece->start <= piece->end && piece->end <= known);
    MUST(r != CUT_RECORD || piece->end > 0);
    MUST(r != CUT_MORE || !eof);
    MUST(r != CUT_MORE || aet_cut_open_at(c) <= known);
    return r;
}

static struct cut_list cut_all(struct cutter c, struct span text, bool pieces)
{
    struct cut_list l = { 0 };
    struct dice d = dice_of(text);
    size_t used = 0, arrived = pieces ? 0 : text.n;
    struct piece piece = { 0 };

    for (;;) {
        /* a reader learns of the end only when it reads again and gets nothing */
        bool eof = arrived == text.n && (!pieces || throw_dice(&d, 2));
        enum cut r = cut_window(&c, text, used, arrived - used, eof, &piece);

        if (r == CUT_RECORD) {
            add(&l, aet_span(text.p + used + piece.start, piece.end - piece.start));
            used += piece.end;
        } else if (r == CUT_MORE) {
            size_t left = text.n - arrived;
            size_t more = 1 + throw_dice(&d, throw_dice(&d, 4) ? 3 : 64);

            arrived += more < left ? more : left;
        } else {
            MUST(r == CUT_LOST || arrived == text.n);
            l.last = r;
            l.fault = piece.fault;
            l.at = used + piece.at;
            return l;
        }
    }
}

struct cut_list cut_both_ways(const struct cutter *fresh, struct span text)
{
    struct cut_list whole = cut_all(*fresh, text, false);
    struct cut_list pieces = cut_all(*fresh, text, true);

    MUST(whole.n == pieces.n && whole.last == pieces.last && whole.fault == pieces.fault);
    MUST(whole.last != CUT_LOST || whole.at == pieces.at);
    for (size_t i = 0; i < whole.n; i++)
        MUST(whole.records[i].p == pieces.records[i].p &&
             whole.records[i].n == pieces.records[i].n);
    free_cuts(&pieces);
    return whole;
}

void free_cuts(struct cut_list *l)
{
    aet_free(l->records);
    *l = (struct cut_list){ 0 };
}
