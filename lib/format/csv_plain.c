/* Well-formed CSV without a detour: one walk from delimiter to delimiter. */
#include "format/csv_plain.h"

#include "base/lanes.h"

/* The text is looked at through a window: where in it quotes stand, and quotes or delimiters. */
struct walk {
    const char *at, *end;
    char delimiter;
    const char *from, *window;
    bool looked; /* otherwise nothing is known of the window */
    uint64_t quotes, stops;
};

static bool is_blank(char c, char delimiter)
{
    return (c == ' ' || c == '\t') && c != delimiter;
}

static void skip_blanks(struct walk *w)
{
    while (w->at < w->end && is_blank(*w->at, w->delimiter))
        w->at++;
}

/* Have w->at in the window. */
static void look(struct walk *w)
{
    struct lanes l = aet_lanes_within(w->from, w->at, w->end, &w->window);

    w->quotes = aet_lanes_is(&l, '"');
    w->stops = w->quotes | aet_lanes_is(&l, w->delimiter);
    w->looked = true;
}

/* On to the next quote, or quote or delimiter (`any`), or the end. */
static void skip_to(struct walk *w, bool any)
{
    while (w->at < w->end) {
        if (!w->looked || w->at - w->window >= LANES)
            look(w);

        uint64_t ahead = (any ? w->stops : w->quotes) >> (w->at - w->window);

        if (ahead) {
            w->at += aet_lanes_first(ahead);
            return;
        }
        w->at = w->end - w->window > LANES ? w->window + LANES : w->end;
    }
}

/* The quotes of a cell that holds `doubled` ones are undone in the text of the row: there is room,
 * the cells together are no longer than the record. */
static struct span undo(struct row *r, struct span inside)
{
    char *to = r->text.p + r->text.n;
    size_t n = 0;

    while (inside.n) {
        const char *quote = memchr(inside.p, '"', inside.n);
        size_t part = quote ? (size_t)(quote - inside.p) + 1 : inside.n;

        memcpy(to + n, inside.p, part);
        n += part;
        inside = aet_span_from(inside, part + 1);
    }
    r->text.n += n;
    return aet_span(to, n);
}

/* From behind the opening quote to the delimiter, or the end. */
static bool quoted(struct walk *w, struct span *cell, bool *doubled)
{
    const char *from = w->at;

    *doubled = false;
    for (;;) {
        skip_to(w, false);
        if (w->at == w->end)
            return false;
        w->at++;
        if (w->at == w->end || *w->at != '"')
            break;
        *doubled = true;
        w->at++;
    }
    *cell = aet_span(from, (size_t)(w->at - 1 - from));
    skip_blanks(w);
    return w->at == w->end || *w->at == w->delimiter;
}

static bool bare(struct walk *w, struct span *cell)
{
    const char *from = w->at, *end;

    skip_to(w, true);
    if (w->at < w->end && *w->at == '"')
        return false;
    for (end = w->at; end > from && is_blank(end[-1], w->delimiter);)
        end--;
    *cell = aet_span(from, (size_t)(end - from));
    return true;
}

/* The common cell: bare, without blanks at either side, its delimiter in the window. False: it is
 * another one. */
static inline bool common(struct walk *w, struct span *cell)
{
    size_t in = w->looked ? (size_t)(w->at - w->window) : LANES;
    uint64_t ahead = in < LANES ? w->stops >> in : 0;
    const char *to;

    if (!ahead)
        return false;
    to = w->at + aet_lanes_first(ahead);
    if (*to == '"' || is_blank(*w->at, w->delimiter) ||
        (to > w->at && is_blank(to[-1], w->delimiter)))
        return false;
    *cell = aet_span(w->at, (size_t)(to - w->at));
    w->at = to;
    return true;
}

/* To the delimiter or the end; `doubled`: quotes of the cell are still to be undone. */
static bool one_cell(struct walk *w, struct span *cell, bool *doubled)
{
    const char *from = w->at;

    *doubled = false;
    skip_blanks(w);
    if (w->at < w->end && *w->at == '"') {
        w->at++;
        return quoted(w, cell, doubled);
    }
    if (!bare(w, cell))
        return false;
    if (!cell->n)
        cell->p = from;
    return true;
}

static struct walk walk_of(struct span record, char delimiter)
{
    struct walk w = { .at = record.p, .end = record.p + record.n, .delimiter = delimiter };

    while (w.end > w.at && (w.end[-1] == '\n' || w.end[-1] == '\r'))
        w.end--;
    w.from = w.window = w.at;
    return w;
}

/* Such a line has no cells. */
static bool only_blanks(struct walk w)
{
    skip_blanks(&w);
    return w.at == w.end;
}

bool aet_csv_plain(struct row *r, struct span record, char delimiter)
{
    struct walk w = walk_of(record, delimiter);

    r->n = 0;
    r->blank = true;
    if (only_blanks(w))
        return true;
    for (;; w.at++) {
        struct span cell;
        bool doubled = false;

        if (!common(&w, &cell) && !one_cell(&w, &cell, &doubled))
            return false;
        if (doubled)
            cell = undo(r, cell);
        if (r->n == r->cap)
            r->cells = aet_grow(r->cells, &r->cap, r->n, sizeof *r->cells);
        r->cells[r->n++] = cell;
        r->blank &= cell.n == 0;
        if (w.at == w.end)
            return true;
    }
}

bool aet_csv_plain_walk(struct span record, char delimiter, size_t column, size_t at, size_t *from,
                        size_t *found)
{
    struct walk w = walk_of(record, delimiter);

    *from = 0;
    for (*found = 0; *found < column; ++*found) {
        struct span cell;
        bool doubled;

        if (!one_cell(&w, &cell, &doubled))
            return false;
        /* the delimiter belongs to the cell that it ends, the line end to the last */
        if (at <= (size_t)(w.at - record.p) || (w.at == w.end && at < record.n))
            return true;
        if (w.at == w.end) {
            *from = record.n;
            ++*found;
            return true;
        }
        *from = (size_t)(++w.at - record.p);
    }
    return true;
}

struct span aet_csv_whole(struct span record, struct span cell, char delimiter)
{
    const char *from = cell.p, *to = cell.p + cell.n, *end = record.p + record.n;

    if (from < record.p || to > end)
        return cell;
    while (from > record.p && is_blank(from[-1], delimiter))
        from--;
    while (to < end && is_blank(*to, delimiter))
        to++;
    if ((from > record.p && from[-1] == '"') || (to < end && *to == '"'))
        return cell;
    return aet_span(from, (size_t)(to - from));
}
