/* Loading the tables. */
#include "perennite/knowledge.h"

const char *const aet_perennite_bande_ids[BANDES] = { "1-2", "3-4" };

/* By row of `t`, the row of `target` that a column refers to. */
static int32_t *references(struct perennite_knowledge *k, const struct table *t, const char *column,
                           const struct table *target)
{
    int32_t *rows = aet_arena_alloc(&k->arena, (t->rows + 1) * sizeof *rows);
    size_t c = aet_column(t, column);

    for (size_t r = 0; r < t->rows; r++) {
        struct span id = aet_cell(t, r, c);

        rows[r] = id.n ? aet_row_of_id(target, id) : NO_ROW;
    }
    return rows;
}

static void load_bandes(struct perennite_knowledge *k)
{
    size_t c = aet_column(k->niveaux, "bande");

    k->bande_of = aet_arena_alloc(&k->arena, (k->niveaux->rows + 1) * sizeof *k->bande_of);
    for (size_t r = 0; r < k->niveaux->rows; r++) {
        k->bande_of[r] = BANDE_NONE;
        for (int b = 0; b < BANDES; b++)
            if (aet_span_eq(aet_cell(k->niveaux, r, c), aet_span_z(aet_perennite_bande_ids[b])))
                k->bande_of[r] = (enum bande)b;
    }
}

static void load_statuts(struct perennite_knowledge *k)
{
    static const char *const ids[STATUTS] = { "prevu", "applique" };

    k->statut_of = aet_arena_alloc(&k->arena, (k->statuts->rows + 1) * sizeof *k->statut_of);
    for (size_t r = 0; r < k->statuts->rows; r++) {
        k->statut_of[r] = STATUT_NONE;
        for (int i = 0; i < STATUTS; i++)
            if (aet_span_eq(aet_cell(k->statuts, r, 0), aet_span_z(ids[i])))
                k->statut_of[r] = (enum statut)i;
    }
}

bool aet_perennite_knowledge_load(struct perennite_knowledge *k, struct session *s)
{
    *k = (struct perennite_knowledge){ .lang = s->voice.lang };
    k->objets = aet_session_table(s, "objets");
    k->strategies = aet_session_table(s, "strategies");
    k->sous = aet_session_table(s, "sous-strategies");
    k->moyens = aet_session_table(s, "moyens");
    k->niveaux = aet_session_table(s, "niveaux");
    k->statuts = aet_session_table(s, "statuts");
    k->bandes = aet_session_table(s, "bandes");
    if (!k->objets || !k->strategies || !k->sous || !k->moyens || !k->niveaux || !k->statuts ||
        !k->bandes)
        return false;
    k->strategie_of = references(k, k->sous, "strategie", k->strategies);
    k->sous_of = references(k, k->moyens, "sous_strategie", k->sous);
    load_bandes(k);
    load_statuts(k);
    return aet_session_matchers(s, &aet_perennite_schema_mention, k->matchers);
}

void aet_perennite_knowledge_free(struct perennite_knowledge *k)
{
    for (size_t i = 0; i < MEN_COUNT; i++)
        aet_matcher_free(k->matchers[i]);
    aet_arena_free(&k->arena);
}

int32_t aet_perennite_strategie(const struct perennite_knowledge *k, const struct facts *f)
{
    int32_t row = aet_fact_row(f, MEN_STRATEGIE);
    int32_t sous = aet_fact_row(f, MEN_SOUS_STRATEGIE);

    if (row == NO_ROW && sous != NO_ROW && !f->f[MEN_STRATEGIE].present)
        return k->strategie_of[sous];
    return row;
}
