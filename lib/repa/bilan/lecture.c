/* Codings as they are counted: families of codes, marks, and the cells of a code. */
#include "repa/bilan/lecture.h"

#include "base/fold.h"
#include "base/hash.h"
#include "repa/familles.h"

struct marques aet_repa_marques_new(size_t n)
{
    return (struct marques){ aet_calloc(n + 1, sizeof(uint32_t)) };
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

/* The code above all others of a tree. */
static int32_t top_of(const struct lecture *l, int32_t code)
{
    for (size_t depth = 0; l->parent[code] >= 0 && depth < l->codes; depth++)
        code = l->parent[code];
    return code;
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
    for (size_t i = 0; k->code_parent && i < l->codes; i++)
        l->famille[i] = aet_cell(t, (size_t)top_of(l, (int32_t)i), JOIN_ID);
}

/* The first code of each family stands for it. */
static void heads(struct lecture *l)
{
    struct hash heads = { 0 };

    l->tete = aet_calloc(l->codes + 1, sizeof *l->tete);
    for (size_t i = 0; i < l->codes; i++) {
        uint64_t hash = aet_span_hash(l->famille[i]), *found;

        l->tete[i] = NO_ROW;
        for (uint32_t at = 0; (found = aet_hash_next(&heads, hash, &at)) != NULL;)
            if (aet_span_eq(l->famille[*found - 1], l->famille[i]))
                l->tete[i] = (int32_t)*found - 1;
        if (l->tete[i] != NO_ROW)
            continue;
        l->tete[i] = (int32_t)i;
        aet_hash_add(&heads, hash, i + 1);
    }
    aet_hash_free(&heads);
}

void aet_repa_lecture_init(struct lecture *l, const struct summed *v)
{
    *l = (struct lecture){ .v = v, .codes = v->b->k->codes->rows };
    l->x = aet_repa_summed_of(v, DIM_CODAGE, &l->n);
    families(l);
    heads(l);
}

void aet_repa_lecture_free(struct lecture *l)
{
    aet_free(l->parent);
    aet_free(l->famille);
    aet_free(l->tete);
}
