/* Rows and series of a section, for its picture to be drawn of. */
#include "report/chart/cross.h"

#include <math.h>

#include "report/picture/svg.h"
#include "report/timeline.h"

enum { FILLED = 4 /* one in so many, at least, of a cross */, CROSS_MOST = 60 };

static void make_room(struct cross *c, size_t rows, size_t columns)
{
    c->rows = rows;
    c->columns = columns;
    c->cells = aet_calloc(rows * columns + 1, sizeof *c->cells);
    c->types = aet_calloc(columns + 1, sizeof *c->types);
    c->looks = aet_calloc(columns + 1, sizeof *c->looks);
}

/* A cell of ours: a share, a day or a number of days. */
static struct cell *put(struct cross *c, size_t row, size_t column)
{
    struct cell *cell = aet_arena_alloc(&c->arena, sizeof *cell);

    *cell = (struct cell){ .put = true, .known = true };
    c->cells[row * c->columns + column] = cell;
    return cell;
}

/* A section with two keys, which are not side by side. */
static void two_keys(struct cross *c, const struct section *s, enum lang lang)
{
    const struct view *v = &s->kind->view;
    size_t *row = aet_calloc(s->rows, sizeof *row), *column = aet_calloc(s->rows, sizeof *column);
    size_t rows, columns;

    c->row_names = aet_calloc(s->rows, sizeof *c->row_names);
    c->column_names = aet_calloc(s->rows, sizeof *c->column_names);
    rows = aet_svg_distinct(s, v->label, lang, &c->arena, c->row_names, row);
    columns = aet_svg_distinct(s, v->across, lang, &c->arena, c->column_names, column);
    if (columns <= CROSS_MOST && s->rows * FILLED >= rows * columns)
        make_room(c, rows, columns);
    for (size_t i = 0; i < c->columns; i++)
        c->types[i] = s->kind->columns[v->from].type;
    for (size_t i = 0; c->rows && i < s->rows; i++)
        c->cells[row[i] * c->columns + column[i]] = &s->cells[i * s->kind->n + (size_t)v->from];
    aet_free(row);
    aet_free(column);
}

/* A row for each of the section's. */
static void same_rows(struct cross *c, const struct section *s, size_t columns)
{
    c->row_names = aet_calloc(s->rows, sizeof *c->row_names);
    c->column_names = aet_calloc(columns, sizeof *c->column_names);
    c->before = true;
    make_room(c, s->rows, columns);
    for (size_t i = 0; i < s->rows; i++)
        c->row_names[i] = aet_svg_row_name(s, i, &c->arena);
}

static bool known(const struct section *s, size_t row, int column)
{
    return s->cells[row * s->kind->n + (size_t)column].known;
}

void aet_cross_measures(struct cross *c, const struct section *s, enum lang lang)
{
    const struct view *v = &s->kind->view;

    *c = (struct cross){ 0 };
    same_rows(c, s, (size_t)(v->to - v->from) + 1);
    for (size_t i = 0; i < c->columns; i++) {
        c->types[i] = s->kind->columns[v->from + (int)i].type;
        c->column_names[i] = aet_span_z(aet_text(s->kind->columns[v->from + (int)i].title, lang));
        for (size_t row = 0; row < s->rows; row++)
            c->cells[row * c->columns + i] = &s->cells[row * s->kind->n + (size_t)v->from + i];
    }
}

/* Rows that are not of one unit are compared each by itself. */
static void compared(struct cross *c, const struct section *s, enum lang lang)
{
    static const struct text caption = { "En part de la plus grande valeur de la rangée",
                                         "As a share of the greatest value of the row" };
    const struct view *v = &s->kind->view;

    same_rows(c, s, (size_t)(v->to - v->from) + 1);
    c->caption = caption;
    for (size_t i = 0; i < c->columns; i++) {
        c->types[i] = CELL_SHARE;
        c->column_names[i] = aet_span_z(aet_text(s->kind->columns[v->from + (int)i].title, lang));
    }
    for (size_t row = 0; row < s->rows; row++) {
        double most = 0;

        for (int i = v->from; i <= v->to; i++)
            most = fmax(most, aet_svg_value(s, row, i));
        for (int i = v->from; most > 0 && i <= v->to; i++)
            if (known(s, row, i))
                put(c, row, (size_t)(i - v->from))->u.d = aet_svg_value(s, row, i) / most;
    }
}

/* The states that rows are in, each with its column: behind that of the start. */
static size_t state_columns(const struct section *s, size_t at[AET_TIMELINE_STATES])
{
    size_t n = 1;
    int32_t from, to;

    for (size_t i = 0; i < AET_TIMELINE_STATES; i++)
        at[i] = 0;
    for (size_t row = 0; row < s->rows; row++)
        if (aet_timeline_days(s, row, &from, &to))
            at[aet_timeline_state(s, row)] = 1;
    for (size_t i = 0; i < AET_TIMELINE_STATES; i++)
        at[i] = at[i] ? n++ : 0;
    return n;
}

/* Where a bar begins, and how many days it lasts, under its state. */
static void in_time(struct cross *c, const struct section *s, enum lang lang)
{
    static const struct text caption = { "Début, puis nombre de jours selon la situation",
                                         "Start, then number of days by situation" };
    size_t at[AET_TIMELINE_STATES], n = state_columns(s, at);
    int32_t from, to;

    if (n < 2)
        return;
    same_rows(c, s, n);
    c->caption = caption;
    c->types[0] = CELL_DATE;
    c->column_names[0] = aet_span_z(aet_text(s->kind->columns[s->kind->view.from].title, lang));
    for (size_t i = 0; i < AET_TIMELINE_STATES; i++) {
        if (!at[i])
            continue;
        c->types[at[i]] = CELL_COUNT;
        c->looks[at[i]] = aet_timeline_states[i].look;
        c->column_names[at[i]] = aet_span_z(aet_text(aet_timeline_states[i].title, lang));
    }
    for (size_t row = 0; row < s->rows; row++) {
        if (!aet_timeline_days(s, row, &from, &to) || to < from)
            continue;
        put(c, row, 0)->u.date = aet_date_from_days(from);
        put(c, row, at[aet_timeline_state(s, row)])->u.i = to - from + 1;
    }
}

void aet_cross_make(struct cross *c, const struct section *s, enum lang lang)
{
    const struct view *v = &s->kind->view;

    *c = (struct cross){ 0 };
    if (!s->rows)
        return;
    if (v->kind == VIEW_LINES || (v->kind == VIEW_HEATMAP && v->across != AET_SIDE_BY_SIDE))
        two_keys(c, s, lang);
    else if (v->kind == VIEW_COMPARE && s->rows <= AET_CROSS_BARS)
        compared(c, s, lang);
    else if (v->kind == VIEW_TIMELINE && s->rows <= AET_CROSS_BARS)
        in_time(c, s, lang);
}

void aet_cross_free(struct cross *c)
{
    aet_free(c->row_names);
    aet_free(c->column_names);
    aet_free(c->cells);
    aet_free(c->types);
    aet_free(c->looks);
    aet_arena_free(&c->arena);
}
