/* What a sum of a journal, of segments or of a trail holds, as the rows of a part
 * (partial/partial.h). */
#include "repa/bilan/bilan.h"

enum { MONTHS_MOST = 12 * 10000, NOMBRE_MOST = 1000 };

/* Rows of tables, and names: how many there are. */
static size_t rows_of(const struct bilan_repa *b, enum coordonnee c)
{
    const struct repa_knowledge *k = b->k;
    const size_t rows[] = { [C_FONCTIONS] = k->fonctions->rows + b->ensembles.names.n,
                            [C_FONCTION] = k->fonctions->rows,
                            [C_STRATEGIE] = k->strategies->rows,
                            [C_PHASE] = k->phases->rows,
                            [C_PALIER] = k->paliers->rows,
                            [C_ETAPE] = k->etapes->rows,
                            [C_POSTURE] = k->postures->rows,
                            [C_AUPRES] = k->aupres->rows,
                            [C_CONTEXTE] = k->contextes->rows,
                            [C_ELEMENT] = k->elements->rows,
                            [C_VALIDATION] = k->validations->rows,
                            [C_CODE] = k->codes->rows,
                            [C_MILIEU] = b->milieux.n,
                            [C_AGENT] = b->agents.n,
                            [C_RECIT] = b->recits.n,
                            [C_CODEUR] = b->codeurs.n,
                            [C_UNITE] = b->unites.n };

    return rows[c];
}

static void carry_coordinate(struct partial *p, const struct bilan_repa *b, enum coordonnee c,
                             int32_t *v)
{
    bool unknown = *v == INT32_MAX;

    switch (c) {
    case C_NONE:
        aet_partial_range(p, v, 0, 0);
        break;
    case C_MOIS:
        aet_partial_range(p, v, -1, MONTHS_MOST);
        break;
    case C_MINUTES:
        aet_partial_range(p, v, 0, INT32_MAX);
        break;
    case C_NOMBRE:
        aet_partial_range(p, v, 0, NOMBRE_MOST);
        break;
    case C_JOUR: /* INT32_MAX: none */
        aet_partial_flag(p, &unknown);
        *v = unknown ? 0 : *v;
        aet_partial_range(p, v, DATE_FIRST_DAY, DATE_LAST_DAY);
        *v = unknown ? INT32_MAX : *v;
        break;
    case C_UNITE:
        aet_partial_range(p, v, 0, (int32_t)rows_of(b, c) - 1);
        break;
    default:
        aet_partial_range(p, v, -1, (int32_t)rows_of(b, c) - 1);
    }
}

static void carry_group(struct partial *p, const struct bilan_repa *b, struct compte *x)
{
    aet_partial_range(p, &x->cle.dim, 0, AET_REPA_DIMS - 1);
    for (size_t i = 0; i < CLES; i++)
        carry_coordinate(p, b, aet_repa_coordinates[x->cle.dim][i], &x->cle.c[i]);
    aet_partial_number(p, &x->n);
    aet_partial_number(p, &x->minutes);
}

static void carry_groups(struct partial *p, struct bilan_repa *b)
{
    for (size_t i = 0; aet_partial_row(p, "compte", i < b->comptes.n); i++) {
        struct compte x = aet_partial_reads(p) ? (struct compte){ .n = 0 } : b->comptes.items[i];

        carry_group(p, b, &x);
        if (aet_partial_reads(p) && !p->broken)
            aet_repa_comptes_add(&b->comptes, x.cle, x.n, x.minutes);
        aet_partial_row_end(p);
    }
}

/* Passages, each with the narrative that its key leads with. */
static void carry_units(struct partial *p, struct bilan_repa *b)
{
    for (uint32_t i = 0; aet_partial_row(p, "unite", i < b->unites.n); i++) {
        struct span key = aet_partial_reads(p) ? AET_LIT("") : b->unites.list[i];
        struct arena arena = { 0 };

        b->recit_of = aet_grow(b->recit_of, &b->recit_cap, i, sizeof *b->recit_of);
        if (aet_partial_reads(p))
            b->recit_of[i] = AET_NO_NAME;
        aet_partial_text(p, &key, &arena);
        aet_partial_index_if(p, &b->recit_of[i], b->recits.n);
        if (aet_partial_reads(p) && !p->broken && aet_names_id(&b->unites, key) != i)
            aet_partial_break(p);
        aet_arena_free(&arena);
        aet_partial_row_end(p);
    }
}

static void carry_days(struct partial *p, struct bilan_repa *b)
{
    bool none = b->first > b->last;

    if (!aet_partial_row(p, "jours", true)) {
        aet_partial_break(p);
        return;
    }
    aet_partial_flag(p, &none);
    if (!none) {
        aet_partial_range(p, &b->first, DATE_FIRST_DAY, DATE_LAST_DAY);
        aet_partial_range(p, &b->last, b->first, DATE_LAST_DAY);
    }
    aet_partial_row_end(p);
}

static void carry(void *of, struct partial *p)
{
    struct bilan_repa *b = of;

    aet_partial_names(p, "agent", &b->agents);
    aet_partial_names(p, "milieu", &b->milieux);
    aet_partial_names(p, "recit", &b->recits);
    aet_partial_names(p, "codeur", &b->codeurs);
    aet_partial_names(p, "fonctions", &b->ensembles.names);
    if (aet_partial_reads(p) && !aet_repa_ensembles_sound(&b->ensembles))
        aet_partial_break(p);
    carry_units(p, b);
    carry_groups(p, b);
    carry_days(p, b);
    aet_partial_one_number(p, "enregistrements", &b->n);
    aet_partial_one_number(p, "minutes", &b->minutes);
}

static void like(void *fresh, const void *of)
{
    const struct bilan_repa *b = of;

    aet_repa_bilan_init(fresh, b->k, b->kind);
}

static void merge(void *before, const void *after)
{
    aet_repa_bilan_merge(before, after);
}

static void release(void *of)
{
    aet_repa_bilan_free(of);
}

const struct sum_kind aet_repa_bilan_kind = {
    .name = "accompagnement 1",
    .size = sizeof(struct bilan_repa),
    .like = like,
    .merge = merge,
    .free = release,
    .carry = carry,
};
