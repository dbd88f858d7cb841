/* Loading the tables. */
#include "repa/knowledge.h"

#include "repa/etapes.h"

enum { PLANIFICATION_FIN = 4 };

static bool get(struct session *s, const char *name, const struct table **to)
{
    *to = aet_session_table(s, name);
    return *to != NULL;
}

/* Functions and codes are read as one name space each. */
static bool load_joins(struct repa_knowledge *k, struct session *s)
{
    static const char *const codes[] = { "fonctions", "fonctions-autres", "strategies", "elements",
                                         "contextes" };
    const struct table *from[5], *own;

    for (size_t i = 0; i < 5; i++)
        if (!get(s, codes[i], &from[i]))
            return false;
    if (!get(s, "codes", &own))
        return false;
    k->six = from[0]->rows;
    k->strategies = from[2];
    k->elements = from[3];
    k->contextes = from[4];
    k->fonctions = aet_tables_join(&k->arena, "fonctions", from, 2, "fonctions-autres");
    k->codes = own->rows ? aet_tables_join(&k->arena, "codes", &own, 1, NULL)
                         : aet_tables_join(&k->arena, "codes", from, 5, NULL);
    if (own->rows) {
        size_t parent = aet_column(own, "parent");

        k->code_parent = aet_arena_alloc(&k->arena, own->rows * sizeof *k->code_parent);
        for (size_t i = 0; i < own->rows; i++)
            k->code_parent[i] = aet_row_of_id(own, aet_cell(own, i, parent));
    }
    return true;
}

/* Tableau 5. */
static void load_fonctions(struct repa_knowledge *k, const struct table *t)
{
    size_t fonction = aet_column(t, "fonction"), strategie = aet_column(t, "strategie");

    k->par_fonction = aet_arena_alloc(&k->arena,
                                      (k->fonctions->rows + 1) * sizeof *k->par_fonction);
    for (size_t f = 0; f < k->fonctions->rows; f++) {
        struct fonction *x = &k->par_fonction[f];

        *x = (struct fonction){ .n = 0 };
        x->strategies = aet_arena_alloc(&k->arena, (t->rows + 1) * sizeof *x->strategies);
        for (size_t r = 0; r < t->rows; r++)
            if (aet_span_eq(aet_cell(t, r, fonction), aet_cell(k->fonctions, f, 0)))
                x->strategies[x->n++] = aet_row_of_id(k->strategies, aet_cell(t, r, strategie));
    }
}

static enum famille famille_of(struct span s)
{
    if (aet_span_eq(s, AET_LIT("savoirs")))
        return SAVOIRS;
    return aet_span_eq(s, AET_LIT("savoir-faire")) ? SAVOIR_FAIRE : SAVOIR_ETRE;
}

/* Tableau 6. */
static void load_mobilisation(struct repa_knowledge *k, const struct table *t)
{
    size_t strategie = aet_column(t, "strategie"), famille = aet_column(t, "famille");
    size_t portee = aet_column(t, "portee"), element = aet_column(t, "element");

    k->mobilisation_n = t->rows;
    k->mobilisation = aet_arena_alloc(&k->arena, (t->rows + 1) * sizeof *k->mobilisation);
    for (size_t r = 0; r < t->rows; r++) {
        struct mobilise *m = &k->mobilisation[r];
        struct span ids = aet_cell(t, r, strategie), id;

        m->element = aet_row_of_id(k->elements, aet_cell(t, r, element));
        m->famille = famille_of(aet_cell(t, r, famille));
        m->general = aet_span_eq(aet_cell(t, r, portee), AET_LIT("generaux"));
        m->strategies = aet_arena_alloc(&k->arena, (k->strategies->rows + 1) * sizeof(bool));
        memset(m->strategies, 0, (k->strategies->rows + 1) * sizeof(bool));
        while (aet_list_next(&ids, &id))
            m->strategies[aet_row_of_id(k->strategies, id)] = true;
    }
}

/* Joined tables first: the others are those that the schemas name. */
static bool load_matchers(struct repa_knowledge *k, struct session *s)
{
    k->journal[JOU_FONCTION] = aet_matcher_new(k->fonctions, NULL, 0);
    k->segments[SEG_CODE] = aet_matcher_new(k->codes, NULL, 0);
    k->recommandations[RCM_CODES] = aet_matcher_new(k->codes, NULL, 0);
    k->memos[MEM_CODE] = aet_matcher_new(k->codes, NULL, 0);
    return aet_session_matchers(s, &aet_repa_schema_journal, k->journal) &&
           aet_session_matchers(s, &aet_repa_schema_segments, k->segments) &&
           aet_session_matchers(s, &aet_repa_schema_recits, k->recits) &&
           aet_session_matchers(s, &aet_repa_schema_recommandations, k->recommandations) &&
           aet_session_matchers(s, &aet_repa_schema_memos, k->memos) &&
           aet_session_matchers(s, &aet_repa_schema_conditions, k->reponse);
}

bool aet_repa_knowledge_load(struct repa_knowledge *k, struct session *s)
{
    const struct table *tableau5, *tableau6;

    *k = (struct repa_knowledge){ .lang = s->voice.lang, .today = aet_date_days(s->date) };
    if (!load_joins(k, s) || !get(s, "fonctions-strategies", &tableau5) ||
        !get(s, "mobilisation", &tableau6) || !get(s, "postures", &k->postures) ||
        !get(s, "paliers", &k->paliers) || !get(s, "etapes", &k->etapes) ||
        !get(s, "phases", &k->phases) || !get(s, "validations", &k->validations) ||
        !get(s, "aupres", &k->aupres) || !get(s, "conditions", &k->conditions) ||
        !get(s, "pratiques", &k->pratiques) || !get(s, "reponses", &k->reponses) ||
        !get(s, "provenances", &k->provenances) || !get(s, "sujets-memos", &k->sujets))
        return false;
    load_fonctions(k, tableau5);
    load_mobilisation(k, tableau6);
    k->etape_planification = aet_row_of_id(k->etapes, AET_LIT("planification"));
    k->etape_mise_en_oeuvre = aet_row_of_id(k->etapes, AET_LIT("mise-en-oeuvre"));
    k->provenance_validation = aet_row_of_id(k->provenances, AET_LIT("validation-collective"));
    k->provenance_entretiens = aet_row_of_id(k->provenances, AET_LIT("defis-et-limites"));
    k->provenance_analyse = aet_row_of_id(k->provenances, AET_LIT("analyse-transversale"));
    for (size_t i = 0; i < 4; i++)
        k->parts[i] = aet_arena_alloc(&k->arena, (k->elements->rows + k->strategies->rows + 1) *
                                                     sizeof **k->parts);
    return load_matchers(k, s);
}

static void free_matchers(struct matcher **m, size_t n)
{
    for (size_t i = 0; i < n; i++)
        aet_matcher_free(m[i]);
}

void aet_repa_knowledge_free(struct repa_knowledge *k)
{
    free_matchers(k->journal, JOU_COUNT);
    free_matchers(k->segments, SEG_COUNT);
    free_matchers(k->recits, REC_COUNT);
    free_matchers(k->recommandations, RCM_COUNT);
    free_matchers(k->memos, MEM_COUNT);
    free_matchers(k->reponse, CON_COUNT);
    aet_arena_free(&k->arena);
}

bool aet_repa_strategie_attendue(const struct repa_knowledge *k, int32_t fonction,
                                 int32_t strategie)
{
    const struct fonction *f = &k->par_fonction[fonction];

    for (size_t i = 0; i < f->n; i++)
        if (f->strategies[i] == strategie)
            return true;
    return f->n == 0;
}

bool aet_repa_strategie_sert(const struct repa_knowledge *k, const struct facts *f,
                             int32_t fonction, int32_t strategie)
{
    const struct item *it = aet_fact_items(f, JOU_FONCTION);

    if (aet_repa_strategie_attendue(k, fonction, strategie))
        return true;
    for (size_t i = 0; i < aet_fact_count(f, JOU_FONCTION); i++)
        if (it[i].row != NO_ROW && aet_repa_strategie_attendue(k, it[i].row, strategie))
            return false;
    return true;
}

int32_t aet_repa_fonction_next(const struct facts *f, int32_t row)
{
    const struct item *it = aet_fact_items(f, JOU_FONCTION);
    int32_t next = NO_ROW;

    for (size_t i = 0; i < aet_fact_count(f, JOU_FONCTION); i++)
        if (it[i].row > row && (next == NO_ROW || it[i].row < next))
            next = it[i].row;
    return next;
}

int32_t aet_repa_etape(const struct repa_knowledge *k, const struct facts *f)
{
    const struct fact *date = &f->f[JOU_DATE];
    int32_t said = aet_fact_row(f, JOU_ETAPE);

    if (said != NO_ROW || !date->good)
        return said;
    if (k->datees) {
        said = aet_repa_etapes_at(k->datees, aet_fact_text(f, JOU_MILIEU),
                                  aet_date_days(date->u.date));
        if (said != NO_ROW)
            return said;
    }
    return date->u.date.month <= PLANIFICATION_FIN ? k->etape_planification
                                                   : k->etape_mise_en_oeuvre;
}

bool aet_repa_duree(const struct facts *f, int64_t *minutes)
{
    const struct fact *d = &f->f[f->f[JOU_DUREE].present ? JOU_DUREE : JOU_MINUTES];

    *minutes = d->present && d->good ? d->u.minutes : 0;
    return d->present && d->good;
}
