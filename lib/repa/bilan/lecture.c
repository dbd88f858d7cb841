/* Codings as they are counted: families of codes, marks, and the cells of a code. */
#include "repa/bilan/lecture.h"

#include "base/fold.h"
#include "repa/familles.h"

struct marques aet_repa_marques_new(size_t n)
{
    return (struct marques){ aet_calloc(n / 64 + 1, sizeof(uint64_t)), n };
}

void aet_repa_lecture_put_code(const struct lecture *l, struct section *s, int column, int32_t code)
{
    const struct table *t = l->v->b->k->codes;

    aet_row_text(s, column, aet_cell(t, (size_t)code, JOIN_ID));
    aet_row_text(s, column + 1, aet_fold_short(aet_label(t, (size_t)code, s->report->lang)));
}

void aet_repa_lecture_put_famille(const struct lecture *l, struct section *s, int column,
                                  int32_t code)
{
    const struct table *t = l->v->b->k->codes;
    struct text label = aet_repa_famille(l->famille[code]);
    int32_t top = aet_row_of_id(t, l->famille[code]);

    if (top != NO_ROW)
        aet_row_coded(s, column, l->famille[code],
                      aet_fold_short(aet_label(t, (size_t)top, s->report->lang)));
    else if (label.fr)
        aet_row_coded(s, column, l->famille[code], aet_span_z(aet_text(label, s->report->lang)));
    else
        aet_row_text(s, column, l->famille[code]);
}

/* The family of a code: the top of its tree in a codebook of one's own, otherwise its table, or the
 * family that table gives it (savoirs, savoir-faire, savoir-etre). */
static void families(struct lecture *l)
{
    const struct repa_knowledge *k = l->v->b->k;
    const struct table *t = k->codes;
    size_t famille = aet_column(k->elements, "famille");

    l->parent = aet_calloc(l->codes + 1, sizeof *l->parent);
    l->famille = aet_calloc(l->codes + 1, sizeof *l->famille);
    for (size_t i = 0; i < l->codes; i++) {
        struct span table = aet_cell(t, i, JOIN_TABLE);
        int32_t element = aet_row_of_id(k->elements, aet_cell(t, i, JOIN_ID));

        l->parent[i] = k->code_parent ? k->code_parent[i] : NO_ROW;
        l->famille[i] = table;
        if (aet_span_eq(table, AET_LIT("elements")) && element != NO_ROW)
            l->famille[i] = aet_cell(k->elements, (size_t)element, famille);
    }
    for (size_t i = 0; k->code_parent && i < l->codes; i++) {
        int32_t top = (int32_t)i;

        for (size_t depth = 0; l->parent[top] >= 0 && depth < l->codes; depth++)
            top = l->parent[top];
        l->famille[i] = aet_cell(t, (size_t)top, JOIN_ID);
    }
}

void aet_repa_lecture_init(struct lecture *l, const struct summed *v)
{
    *l = (struct lecture){ .v = v, .codes = v->b->k->codes->rows };
    l->x = aet_repa_summed_of(v, DIM_CODAGE, &l->n);
    families(l);
}

void aet_repa_lecture_free(struct lecture *l)
{
    aet_free(l->parent);
    aet_free(l->famille);
}
