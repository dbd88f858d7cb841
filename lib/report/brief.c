/* What one page holds, counted in lines: no renderer is asked, each is to have room. */
#include "report/brief.h"

#include "base/message.h"
#include "base/utf8.h"
#include "report/figure.h"
#include "report/render.h"

enum {
    PAGE = 64,     /* lines of a Letter page, in the letters that paper has (html/style.c) */
    TITLE = 7,     /* with the sign of a house */
    HEADING = 4,   /* of a section, with those of its columns */
    SENTENCE = 92, /* characters of a line of the summary, whose letters are larger */
    NOTE = 140,    /* of a note, whose are smaller */
    ROW = 70,      /* of a table: its columns leave room */
    FEW = 6,       /* columns, beyond which they leave more */
    NARROW = 40,
    BETWEEN = 2, /* from column to column */
    MOST = 2     /* sections */
};

bool aet_brief_has(const struct section_kind *const *kinds)
{
    for (size_t i = 0; kinds && kinds[i]; i++)
        if (kinds[i]->tell)
            return true;
    return false;
}

bool aet_brief_tells(const struct report *r)
{
    return r->n && r->sections[0].kind->tell;
}

static size_t lines_of(struct span text, size_t width)
{
    return aet_utf8_width(text) / width + 1;
}

/* The lines of a row: columns share the width by what they hold, never quite evenly. */
static size_t row_lines(const struct section *s, size_t row)
{
    size_t least = aet_svg_bars_lines(s), width = 0, columns = 0, n;
    struct buf text = { 0 };

    for (size_t c = 0; c < s->kind->n; c++) {
        if (!aet_section_shows(s, c) || s->kind->aside >> c & 1)
            continue;
        aet_buf_clear(&text);
        aet_figure(&text, &s->cells[row * s->kind->n + c], s->kind->columns[c].type,
                   s->report->lang, "; ");
        width += aet_utf8_width(aet_buf_view(&text)) + BETWEEN;
        columns++;
    }
    aet_buf_free(&text);
    n = width / (columns > FEW ? NARROW : ROW) + 1;
    return (n > least ? n : least) + (aet_svg_draws(s) ? 2 : 0);
}

static size_t notes_lines(const struct section *s)
{
    size_t n = 1; /* what is left out */

    for (size_t i = 0; i < s->notes_n; i++)
        n += lines_of(s->notes[i], NOTE);
    return n;
}

/* The rows that fit into *room, no more than its kind wants; *room is what they leave. */
static size_t rows_for(const struct section *s, size_t *room)
{
    size_t used = notes_lines(s) + (aet_svg_draws(s) ? 2 * HEADING : HEADING), n = 0;

    while (n < s->rows && n < s->kind->brief) {
        size_t more = row_lines(s, n);

        if (used + more > *room)
            break;
        used += more;
        n++;
    }
    *room -= used < *room ? used : *room;
    return n;
}

/* A section that has no row for want of room is left out, too: its heading says nothing. */
static void shorten(struct section *s, size_t *room)
{
    static const struct text one = { "Une autre rangée est dans le rapport entier.",
                                     "One more row is in the whole report." };
    static const struct text many = { "{nombre} autres rangées sont dans le rapport entier.",
                                      "{nombre} more rows are in the whole report." };
    size_t n = rows_for(s, room), left = s->rows - n;
    struct buf note = { 0 };

    s->absent = !n && s->rows;
    s->rows = n;
    if (left) {
        aet_words_put(&note, left == 1 ? one : many, s->report->lang,
                      AET_WORDS(aet_word_uint("nombre", left)));
        aet_section_note(s, aet_buf_view(&note));
    }
    aet_buf_free(&note);
}

static size_t summary_lines(const struct section *s)
{
    size_t n = 2;

    for (size_t row = 0; row < s->rows; row++)
        n += lines_of(s->cells[row].u.s, SENTENCE) + 1;
    return n;
}

/* Of no record there is the sentence that says so: tables of zeros add nothing to it. */
static bool nothing_read(const struct report *r)
{
    struct input_file all = aet_report_all(r);

    return r->inputs_n && all.records == all.rejected;
}

void aet_report_brief(struct report *r)
{
    size_t room = PAGE - TITLE, n = 0, summary = 0;
    bool empty = nothing_read(r);

    r->brief = true;
    for (size_t i = 0; i < r->n; i++)
        if (r->sections[i].kind->tell)
            summary += summary_lines(&r->sections[i]);
    room -= summary < room ? summary : room;
    for (size_t i = 0; i < r->n; i++) {
        struct section *s = &r->sections[i];
        bool decides = s->kind->brief && !s->absent && (s->rows || s->withheld) && !empty &&
                       n < MOST;

        if (s->kind->tell)
            continue;
        if (decides) {
            shorten(s, &room);
            n++;
        } else {
            s->absent = true;
        }
    }
}
