/* Two keys of a section, one down and the other across: a table that is read at a glance. */
#include "report/docx.h"

#include "report/chart/cross.h"
#include "report/figure.h"
#include "report/picture/svg.h"

/* Which way round, and what stands where the keys meet. */
struct crossing {
    const struct section *s;
    const struct cross *x;
    size_t column; /* of the section */
    bool turned;
    int decimals;
    double top;
};

static bool is_measured(const struct crossing *c)
{
    return (int)c->column == c->s->kind->view.from;
}

static void put_meeting(struct leaf *l, const struct crossing *c, size_t i)
{
    size_t down = i / c->x->columns + 1, across = i % c->x->columns + 1;
    enum cell_type type = c->s->kind->columns[c->column].type;
    const struct cell *cell = c->x->cells[i];
    struct paper_cell *to;
    struct buf text = { 0 };

    if (!cell)
        return;
    cell += (ptrdiff_t)c->column - c->s->kind->view.from; /* of the same row */
    aet_figure_in(&text, cell, type, c->decimals, c->s->report->lang, "\n");
    to = aet_leaf_put(l, c->turned ? across : down, c->turned ? down : across, aet_buf_view(&text));
    aet_buf_free(&text);
    if (is_measured(c) && cell->known)
        aet_leaf_shade(to, aet_svg_number(cell, type) / c->top);
}

static void put_names(struct leaf *l, const struct crossing *c)
{
    const struct view *v = &c->s->kind->view;
    const struct span *down = c->turned ? c->x->column_names : c->x->row_names;
    const struct span *across = c->turned ? c->x->row_names : c->x->column_names;
    int corner = c->turned ? v->across : v->label;

    (void)aet_leaf_put(l, 0, 0,
                       aet_span_z(aet_text(c->s->kind->columns[corner].title, c->s->report->lang)));
    for (size_t i = 1; i < l->columns; i++) {
        l->figures[i] = aet_figure_right(c->s->kind->columns[c->column].type);
        (void)aet_leaf_put(l, 0, i, across[i - 1]);
    }
    for (size_t i = 1; i < l->rows; i++)
        (void)aet_leaf_put(l, i, 0, down[i - 1]);
}

static void put_all(struct leaf *l, const struct crossing *c)
{
    const struct cross *x = c->x;

    aet_leaf_begin(l, c->s, (c->turned ? x->columns : x->rows) + 1,
                   (c->turned ? x->rows : x->columns) + 1);
    l->headed = true;
    put_names(l, c);
    for (size_t i = 0; i < x->rows * x->columns; i++)
        put_meeting(l, c, i);
}

/* Two keys that meet twice would hide one row under another. */
static bool meet_once(const struct cross *x, const struct section *s)
{
    size_t met = 0;

    for (size_t i = 0; i < x->rows * x->columns; i++)
        met += x->cells[i] != NULL;
    return x->rows && met == s->rows;
}

bool aet_leaf_cross(struct leaf *l, const struct section *s, size_t column, bool turned)
{
    struct cross x;
    int *decimals = aet_figure_decimals(s);
    bool good;

    aet_cross_make(&x, s, s->report->lang);
    good = meet_once(&x, s);
    if (good)
        put_all(l,
                &(struct crossing){ s, &x, column, turned, decimals[column], aet_leaf_darkest(s) });
    aet_cross_free(&x);
    aet_free(decimals);
    return good;
}
