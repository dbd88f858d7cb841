/* Loading the matrix. */
#include "publics/knowledge.h"

#include "publics/rules.h"

const int aet_publics_role_field[ROLES] = { ACT_POURQUOI, ACT_RETOMBEES, ACT_COMMENT,
                                            ACT_EXEMPLES };

static const char *const role_columns[ROLES] = { "pourquoi", "retombees", "comment", "exemples" };

static void load_canonical(struct publics_knowledge *p)
{
    const struct table *t = p->termes;
    size_t variante = aet_column(t, "variante");

    p->canonical = aet_arena_alloc(&p->arena, (t->rows + 1) * sizeof *p->canonical);
    for (size_t r = 0; r < t->rows; r++) {
        struct span of = aet_cell(t, r, variante);
        int32_t row = of.n ? aet_row_of_id(t, of) : NO_ROW;

        p->canonical[r] = row == NO_ROW ? (int32_t)r : row;
    }
}

static terme_set *new_set(struct publics_knowledge *p)
{
    terme_set *set = aet_arena_alloc(&p->arena, p->words * sizeof *set);

    memset(set, 0, p->words * sizeof *set);
    return set;
}

static void load_bloc(struct publics_knowledge *p, const struct table *matrice, size_t row)
{
    struct bloc *b = &p->blocs[row];
    size_t public = aet_column(matrice, "public");

    b->public = aet_row_of_id(p->publics, aet_cell(matrice, row, public));
    for (int role = 0; role < ROLES; role++) {
        struct span cell = aet_cell(matrice, row, aet_column(matrice, role_columns[role])), id;

        b->set[role] = new_set(p);
        b->rows[role] = aet_arena_alloc(&p->arena, (cell.n + 1) * sizeof *b->rows[role]);
        while (aet_list_next(&cell, &id)) {
            int32_t terme = aet_row_of_id(p->termes, id);
            int32_t canonical = p->canonical[terme];

            b->rows[role][b->n[role]++] = terme;
            b->set[role][canonical / 64] |= (terme_set)1 << (canonical % 64);
            p->roles[terme] |= (uint8_t)(1 << role);
        }
    }
}

/* Which aims each purpose serves. */
static void load_buts(struct publics_knowledge *p)
{
    size_t c = aet_column(p->buts, "raisons");

    p->buts_of = aet_arena_alloc(&p->arena, (p->termes->rows + 1) * sizeof *p->buts_of);
    memset(p->buts_of, 0, (p->termes->rows + 1) * sizeof *p->buts_of);
    for (size_t r = 0; r < p->buts->rows; r++) {
        struct span cell = aet_cell(p->buts, r, c), id;

        while (aet_list_next(&cell, &id))
            p->buts_of[p->canonical[aet_row_of_id(p->termes, id)]] |= (uint64_t)1 << r;
    }
}

/* Chain the blocks of each audience, in the order of the matrix. */
static void chain_blocs(struct publics_knowledge *p)
{
    p->first_bloc = aet_arena_alloc(&p->arena, (p->publics->rows + 1) * sizeof *p->first_bloc);
    p->next_bloc = aet_arena_alloc(&p->arena, (p->blocs_n + 1) * sizeof *p->next_bloc);
    for (size_t i = 0; i < p->publics->rows; i++)
        p->first_bloc[i] = NO_ROW;
    for (size_t i = p->blocs_n; i-- > 0;) {
        p->next_bloc[i] = p->first_bloc[p->blocs[i].public];
        p->first_bloc[p->blocs[i].public] = (int32_t)i;
    }
}

/* A variant plays the roles of its term and the other way round. */
static void share_roles(struct publics_knowledge *p)
{
    for (size_t r = 0; r < p->termes->rows; r++)
        p->roles[p->canonical[r]] |= p->roles[r];
    for (size_t r = 0; r < p->termes->rows; r++)
        p->roles[r] |= p->roles[p->canonical[r]];
}

static void load_etats(struct publics_knowledge *p)
{
    static const char *const ids[ETATS] = { "prevu", "en-cours", "realise", "reporte",
                                            "abandonne" };

    p->etat_of = aet_arena_alloc(&p->arena, (p->etats->rows + 1) * sizeof *p->etat_of);
    for (size_t r = 0; r < p->etats->rows; r++) {
        p->etat_of[r] = ETAT_PREVU;
        for (int e = 0; e < ETATS; e++)
            if (aet_span_eq(aet_cell(p->etats, r, 0), aet_span_z(ids[e])))
                p->etat_of[r] = (enum etat)e;
    }
}

static void load_matchers(struct publics_knowledge *p)
{
    p->matchers[ACT_PUBLIC] = aet_matcher_new(p->publics, NULL, 0);
    p->matchers[ACT_BUT] = aet_matcher_new(p->buts, NULL, 0);
    p->matchers[ACT_ETAT] = aet_matcher_new(p->etats, NULL, 0);
    for (int role = 0; role < ROLES; role++)
        p->matchers[aet_publics_role_field[role]] = aet_matcher_new(p->termes, p->roles,
                                                                    (uint8_t)(1 << role));
    p->matchers[ACT_RETOMBEES_OBSERVEES] = aet_matcher_new(p->termes, p->roles,
                                                           1 << ROLE_RETOMBEES);
}

/* What the tables may say and the verbs cannot do with. False: complained. */
static bool usable(const struct publics_knowledge *p, const struct table *matrice,
                   struct session *s)
{
    size_t public = aet_column(matrice, "public");

    if (p->publics->rows > PUBLICS_MAX || p->buts->rows > PUBLICS_MAX) {
        aet_voice_say(&s->voice, &aet_publics_rule[PUB_TABLE_PUBLICS], NULL);
        return false;
    }
    for (size_t row = 0; row < matrice->rows; row++)
        if (aet_row_of_id(p->publics, aet_cell(matrice, row, public)) < 0) {
            aet_voice_say(&s->voice, &aet_publics_rule[PUB_TABLE_MATRICE],
                          AET_WORDS(aet_word_span("valeur", aet_cell(matrice, row, 0))));
            return false;
        }
    return true;
}

bool aet_publics_knowledge_load(struct publics_knowledge *p, struct session *s)
{
    const struct table *matrice = aet_session_table(s, "matrice");

    *p = (struct publics_knowledge){ .lang = s->voice.lang, .max_publics = 3 };
    p->publics = aet_session_table(s, "publics");
    p->buts = aet_session_table(s, "buts");
    p->termes = aet_session_table(s, "termes");
    p->etats = aet_session_table(s, "etats");
    if (!matrice || !p->publics || !p->buts || !p->termes || !p->etats || !usable(p, matrice, s))
        return false;
    p->today = aet_date_days(s->date);
    p->words = p->termes->rows / 64 + 1;
    p->roles = aet_arena_alloc(&p->arena, p->termes->rows + 1);
    memset(p->roles, 0, p->termes->rows + 1);
    load_canonical(p);
    load_buts(p);
    p->blocs = aet_calloc(matrice->rows, sizeof *p->blocs);
    p->blocs_n = matrice->rows;
    for (size_t row = 0; row < matrice->rows; row++)
        load_bloc(p, matrice, row);
    chain_blocs(p);
    share_roles(p);
    load_etats(p);
    load_matchers(p);
    p->candidates = aet_arena_alloc(&p->arena, p->blocs_n + 1);
    for (size_t i = 0; i < sizeof p->parts / sizeof *p->parts; i++) /* the last one: of two roles */
        p->parts[i] = aet_arena_alloc(&p->arena, (2 * p->termes->rows + p->publics->rows + 1) *
                                                     sizeof **p->parts);
    return true;
}

void aet_publics_knowledge_free(struct publics_knowledge *p)
{
    for (size_t i = 0; i < PUBLICS_FIELDS; i++)
        aet_matcher_free(p->matchers[i]);
    aet_free(p->blocs);
    aet_arena_free(&p->arena);
}

bool aet_publics_names_public(const struct facts *f, int32_t public)
{
    const struct item *it = aet_fact_items(f, ACT_PUBLIC);

    for (size_t i = 0; i < aet_fact_count(f, ACT_PUBLIC); i++)
        if (it[i].row == public)
            return true;
    return false;
}

static bool has_purpose(const struct publics_knowledge *p, const struct bloc *b,
                        const struct facts *f)
{
    const struct item *it = aet_fact_items(f, ACT_POURQUOI);
    bool known = false;

    for (size_t i = 0; i < aet_fact_count(f, ACT_POURQUOI); i++) {
        if (it[i].row == NO_ROW)
            continue;
        known = true;
        if (aet_publics_has_terme(b->set[ROLE_POURQUOI], p->canonical[it[i].row]))
            return true;
    }
    return !known;
}

/* Whether any block of the audiences has a purpose that is named. */
static bool fits(const struct publics_knowledge *p, const struct facts *f)
{
    const struct item *public = aet_fact_items(f, ACT_PUBLIC);

    for (size_t k = 0; k < aet_fact_count(f, ACT_PUBLIC); k++)
        for (int32_t i = p->first_bloc[public[k].row]; i != NO_ROW; i = p->next_bloc[i])
            if (has_purpose(p, &p->blocs[i], f))
                return true;
    return false;
}

bool aet_publics_bloc_applies(const struct publics_knowledge *p, const struct bloc *b,
                              const struct facts *f)
{
    return aet_publics_names_public(f, b->public) && (has_purpose(p, b, f) || !fits(p, f));
}

uint64_t aet_publics_buts_named(const struct facts *f)
{
    const struct item *it = aet_fact_items(f, ACT_BUT);
    uint64_t bits = 0;

    for (size_t i = 0; i < aet_fact_count(f, ACT_BUT); i++)
        if (it[i].row != NO_ROW)
            bits |= (uint64_t)1 << it[i].row;
    return bits;
}

uint64_t aet_publics_buts_served(const struct publics_knowledge *p, const struct facts *f)
{
    const struct item *it = aet_fact_items(f, ACT_POURQUOI);
    uint64_t bits = 0;

    for (size_t i = 0; i < aet_fact_count(f, ACT_POURQUOI); i++)
        if (it[i].row != NO_ROW)
            bits |= p->buts_of[p->canonical[it[i].row]];
    return bits;
}

struct span aet_publics_regroupement(const struct facts *f)
{
    return aet_span_trim(aet_fact_text(f, ACT_REGROUPEMENT));
}

enum etat aet_publics_etat(const struct publics_knowledge *p, const struct facts *f)
{
    int32_t row = aet_fact_row(f, ACT_ETAT);

    return row == NO_ROW ? ETAT_PREVU : p->etat_of[row];
}

int32_t aet_publics_retard(const struct publics_knowledge *p, const struct facts *f)
{
    enum etat e = aet_publics_etat(p, f);
    int32_t due;

    if (!f->f[ACT_ECHEANCE].good || e == ETAT_REALISE || e == ETAT_ABANDONNE)
        return 0;
    due = aet_date_last_day(f->f[ACT_ECHEANCE].u.date);
    return due < p->today ? p->today - due : 0;
}
