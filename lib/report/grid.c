/* Cells of a section as texts for people. */
#include "report/grid.h"

#include "report/condense.h"
#include "report/figure.h"

void aet_grid_make(struct grid *g, const struct section *s, enum lang lang, const char *between)
{
    int *decimals = aet_figure_decimals(s);

    *g = (struct grid){ .rows = s->rows + 1 };
    g->of = aet_calloc(s->kind->n, sizeof(struct column *));
    for (size_t c = 0; c < s->kind->n; c++)
        if (aet_section_shows(s, c))
            g->of[g->columns++] = &s->kind->columns[c];
    g->ends = aet_calloc(g->rows * g->columns, sizeof *g->ends);
    aet_buf_room(&g->text, 1);
    for (size_t i = 0; i < g->rows * g->columns; i++) {
        const struct column *c = g->of[i % g->columns];
        size_t row = i / g->columns, at = (size_t)(c - s->kind->columns);

        if (row == 0)
            aet_buf_str(&g->text, aet_text(c->title, lang));
        else if (!aet_section_repeats(s, row - 1, at))
            aet_figure_in(&g->text, &s->cells[(row - 1) * s->kind->n + at], c->type, decimals[at],
                          lang, between);
        g->ends[i] = g->text.n;
    }
    aet_free(decimals);
}

void aet_grid_free(struct grid *g)
{
    aet_buf_free(&g->text);
    aet_free(g->ends);
    aet_free(g->of);
}
