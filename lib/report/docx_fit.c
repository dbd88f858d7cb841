/* How a table stands on paper: how large its letters are, how its columns share the width. */
#include "report/docx.h"

#include <math.h>

#include "base/utf8.h"
#include "report/wrap.h"

enum {
    MEASURED = 500, /* rows that are looked at */
    SENTENCE = 60,  /* characters; a text that is longer takes lines before it takes width */
    MOST = 200,     /* that a column asks for, whatever it holds */
    WORD = 24,      /* a longer one is broken */
    BOX = 24,       /* the room to write in */
    NARROW = 14,    /* and the fewest in which a text of several lines is read well */
    READ = 20,      /* and one of many lines */
    AS_STYLED = 18  /* half points: the letters of tables as they are */
};

/* A way to stand: on which page, how large the letters, how wide a column of bars. */
struct way {
    bool sideways;
    uint32_t size, bars;
};

static const struct way ways[] = { { false, AS_STYLED, 2300 }, { false, AS_STYLED, 1300 },
                                   { false, 16, 1300 },        { true, AS_STYLED, 2300 },
                                   { true, 16, 1600 },         { true, 14, 1300 },
                                   { true, 12, 1300 } };
enum { WAYS = sizeof ways / sizeof *ways };

/* What a column asks for, and what it cannot do without, in characters. */
struct need {
    size_t wanted, least;
    uint32_t letters; /* how wide they are, in hundredths of their height */
    bool bars;
};

/* How many letters a piece is as wide as: the widest ones take half as much again. */
static size_t letters_of(struct span piece)
{
    size_t wide = 0;

    for (size_t i = 0; i < piece.n; i++)
        wide += piece.p[i] && strchr("mwMW", piece.p[i]);
    return aet_utf8_width(piece) + (wide + 1) / 2;
}

/* The longest piece of a text that stays whole: a line may end behind a hyphen, too. */
static size_t longest_piece(struct span text)
{
    size_t most = 0, from = 0;

    for (size_t i = 0; i < text.n; i++) {
        bool hyphen = text.p[i] == '-';

        if (i + 1 < text.n && !hyphen && text.p[i] != ' ' && text.p[i] != '\n')
            continue;

        size_t least = letters_of(aet_span_trim(aet_span(text.p + from, i + 1 - from)));

        most = least > most ? least : most;
        from = i + 1;
    }
    return most > WORD ? WORD : most;
}

static size_t max_of(size_t a, size_t b)
{
    return a > b ? a : b;
}

static struct need need_of(const struct leaf *l, const struct paper *p, size_t column)
{
    struct need n = { 2, 2, aet_paper_letters(p), false };

    for (size_t row = 0; row < l->rows && row < MEASURED; row++) {
        const struct paper_cell *c = &l->cells[row * l->columns + column];
        size_t least = longest_piece(c->text) + (c->heading ? 1 : 0) + (c->key ? 2 : 0);
        struct span rest = c->text;

        n.bars |= c->bars_n > 0;
        n.least = least > n.least ? least : n.least;
        while (rest.n) {
            size_t w = aet_utf8_width(aet_wrap_line(&rest, SIZE_MAX)) + (c->heading ? 1 : 0);

            /* a heading over figures takes several lines */
            if (!(l->figures[column] && c->heading && l->headed))
                n.wanted = w > n.wanted ? w : n.wanted;
        }
    }
    if (n.wanted > SENTENCE)
        n.wanted = SENTENCE + (n.wanted - SENTENCE) / 4;
    n.wanted = n.wanted > MOST ? MOST : n.wanted;
    if (!l->figures[column] && n.wanted > NARROW)
        n.least = max_of(n.least, n.wanted > SENTENCE ? READ : NARROW);
    if (l->gridded) /* what is not written yet needs as much room as what is printed */
        n.wanted = BOX;
    n.wanted = n.wanted < n.least ? n.least : n.wanted;
    return n;
}

/* How wide a column is, in twentieths of a point. */
static uint32_t wide(struct need n, size_t characters, const struct way *way)
{
    return n.bars ? way->bars
                  : (uint32_t)characters * way->size * n.letters / 10 + 2 * PAPER_MARGIN;
}

static uint64_t least_of(const struct leaf *l, const struct need *needs, const struct way *way)
{
    uint64_t least = 0;

    for (size_t c = 0; c < l->columns; c++)
        least += wide(needs[c], needs[c].least, way);
    return least;
}

static bool takes_more(const struct leaf *l, const struct need *needs, size_t column)
{
    return !needs[column].bars && !l->figures[column];
}

/* Each column what it cannot do without, then of what is left by what it asks for beyond that; what
 * is left still goes to the columns of words. */
static void share_out(const struct leaf *l, const struct need *needs, const struct way *way,
                      uint32_t room, uint32_t *widths)
{
    uint64_t least = least_of(l, needs, way), asked = 0, words = 0;
    double part, rest;

    for (size_t c = 0; c < l->columns; c++) {
        asked += wide(needs[c], needs[c].wanted, way);
        words += takes_more(l, needs, c) ? needs[c].wanted : 0;
    }
    part = least >= room ? 0 : asked <= room ? 1 : (double)(room - least) / (double)(asked - least);
    rest = asked < room ? (double)(room - asked) : 0;
    for (size_t c = 0; c < l->columns; c++) {
        double from = wide(needs[c], needs[c].least, way);
        double to = wide(needs[c], needs[c].wanted, way);

        widths[c] = (uint32_t)(from + (to - from) * part);
        if (words && takes_more(l, needs, c))
            widths[c] += (uint32_t)(rest * (double)needs[c].wanted / (double)words);
        if (least > room)
            widths[c] = (uint32_t)((double)widths[c] * room / (double)least);
    }
}

/* One thing of which much is said needs no whole line for each. */
static uint32_t room_of(const struct leaf *l, const struct paper *p, const struct way *way)
{
    uint32_t room = aet_paper_width(p, way->sideways);

    return l->headed ? room : room * 3 / 5;
}

/* Lines that a text takes in so many twentieths of a point. */
static size_t lines_of(struct span text, const struct need *n, const struct way *way,
                       uint32_t width)
{
    uint32_t room = width > 2 * PAPER_MARGIN ? width - 2 * PAPER_MARGIN : 1;
    size_t lines = 0;

    while (text.n) {
        size_t letters = aet_utf8_width(aet_wrap_line(&text, SIZE_MAX));

        lines += (letters * way->size * n->letters / 10 + room - 1) / room;
    }
    return lines;
}

/* How many pages a table takes, roughly. */
static double pages_of(const struct leaf *l, const struct need *needs, const struct paper *p,
                       const struct way *way)
{
    enum { LEADING = 12 /* of a line, to each half point of its letters */, AROUND = 60 };
    uint32_t *widths = aet_calloc(l->columns, sizeof *widths);
    double high = 0;

    share_out(l, needs, way, room_of(l, p, way), widths);
    for (size_t row = 0; row < l->rows && row < MEASURED; row++) {
        size_t most = 1;

        for (size_t c = 0; c < l->columns; c++) {
            const struct paper_cell *cell = &l->cells[row * l->columns + c];
            size_t lines = lines_of(cell->text, &needs[c], way, widths[c]);

            most = lines > most ? lines : most;
        }
        high += (double)(most * LEADING * way->size + AROUND);
    }
    aet_free(widths);
    return high / aet_paper_height(p, way->sideways);
}

/* A page that lies stays as it is: turning it costs the rest of it. */
static bool stands(const struct leaf *l, const struct need *needs, const struct paper *p,
                   const struct way *way)
{
    return (way->sideways || !aet_paper_sideways(p)) &&
           least_of(l, needs, way) <= room_of(l, p, way);
}

/* The first way to stand that takes not many more pages than the shortest: long texts in narrow
 * columns would fill them with a word a line. */
static size_t choose(const struct leaf *l, const struct need *needs, const struct paper *p)
{
    enum { BY = 3, SOME = 2 }; /* a third more and half a page are not many */
    double pages[WAYS], fewest = HUGE_VAL;
    size_t way = 0;

    for (size_t i = 0; i < WAYS; i++) {
        pages[i] = stands(l, needs, p, &ways[i]) ? pages_of(l, needs, p, &ways[i]) : HUGE_VAL;
        fewest = fmin(fewest, pages[i]);
    }
    while (way < WAYS && (isinf(pages[way]) || pages[way] > fewest + fewest / BY + 1.0 / SOME))
        way++;
    return way;
}

bool aet_leaf_fit(const struct leaf *l, const struct paper *p, struct fit *fit)
{
    struct need *needs = aet_calloc(l->columns, sizeof *needs);
    const struct way *way;
    size_t chosen;

    for (size_t c = 0; c < l->columns; c++)
        needs[c] = need_of(l, p, c);
    chosen = choose(l, needs, p);
    way = &ways[chosen < WAYS ? chosen : WAYS - 1];
    fit->sideways = way->sideways;
    fit->size = way->size == AS_STYLED ? 0 : way->size;
    fit->widths = aet_calloc(l->columns, sizeof *fit->widths);
    share_out(l, needs, way, room_of(l, p, way), fit->widths);
    aet_free(needs);
    return chosen < WAYS;
}

void aet_leaf_write(const struct leaf *l, struct paper *p, const struct fit *fit)
{
    const struct paper_table t = { .widths = fit->widths,
                                   .columns = l->columns,
                                   .headed = l->headed,
                                   .gridded = l->gridded,
                                   .size = fit->size,
                                   .title = l->title,
                                   .says = l->says };

    aet_paper_table(p, &t);
    for (size_t row = 0; row < l->rows; row++) {
        aet_paper_row(p);
        for (size_t c = 0; c < l->columns; c++)
            aet_paper_cell(p, &l->cells[row * l->columns + c]);
    }
    aet_paper_table_end(p);
}
