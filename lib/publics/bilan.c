/* Counting a strategy. Integers only, so that sums over parts of the input merge to the same bytes;
 * bilan_report.c makes the report. */
#include "publics/bilan.h"

#include <stdlib.h>

const int aet_publics_hors_champs[HORS_CHAMPS] = { ACT_POURQUOI, ACT_RETOMBEES, ACT_COMMENT,
                                                   ACT_EXEMPLES, ACT_RETOMBEES_OBSERVEES };

void aet_publics_bilan_init(struct bilan *b, const struct publics_knowledge *p, size_t retards)
{
    size_t termes = p->termes->rows + 1;

    *b = (struct bilan){ .p = p, .retards_max = retards };
    b->responsables.folded = b->regroupements.folded = true;
    b->buts = aet_calloc(p->buts->rows + 1, sizeof *b->buts);
    for (size_t i = 0; i < HORS_CHAMPS; i++)
        b->hors_matrice[i].mots.folded = true;
    b->publics = aet_calloc(p->publics->rows + 1, sizeof *b->publics);
    b->first_couple = aet_calloc(p->blocs_n + 1, sizeof *b->first_couple);
    for (size_t i = 0; i < p->blocs_n; i++) {
        b->first_couple[i] = b->couples_n;
        b->couples_n += p->blocs[i].n[ROLE_POURQUOI];
    }
    b->couples = aet_calloc(b->couples_n + 1, sizeof *b->couples);
    b->moyens = aet_calloc(termes, sizeof *b->moyens);
    b->visees = aet_calloc(termes, sizeof *b->visees);
    b->observees = aet_calloc(termes, sizeof *b->observees);
    b->moyens_publics = aet_calloc(termes, sizeof *b->moyens_publics);
}

void aet_publics_bilan_free(struct bilan *b)
{
    aet_free(b->publics);
    aet_free(b->first_couple);
    aet_free(b->couples);
    aet_free(b->moyens);
    aet_free(b->visees);
    aet_free(b->observees);
    aet_free(b->moyens_publics);
    aet_free(b->charges);
    aet_free(b->groupes);
    aet_free(b->servis);
    aet_free(b->buts);
    aet_publics_messages_free(&b->messages);
    aet_names_free(&b->regroupements);
    aet_free(b->mois);
    aet_free(b->retards);
    aet_arena_free(&b->textes);
    aet_names_free(&b->responsables);
    for (size_t i = 0; i < HORS_CHAMPS; i++) {
        aet_names_free(&b->hors_matrice[i].mots);
        aet_free(b->hors_matrice[i].comptes);
    }
}

static void step(struct avancement *a, enum etat e, bool late)
{
    a->activites++;
    a->par_etat[e]++;
    a->en_retard += late;
}

static uint64_t public_bit(int32_t row)
{
    return (uint64_t)1 << row;
}

/* The bits of the record's audiences; each is counted. */
static uint64_t add_publics(struct bilan *b, const struct facts *f, enum etat e, bool late)
{
    const struct item *it = aet_fact_items(f, ACT_PUBLIC);
    uint64_t bits = 0;

    for (size_t i = 0; i < aet_fact_count(f, ACT_PUBLIC); i++) {
        step(&b->publics[it[i].row], e, late);
        bits |= public_bit(it[i].row);
    }
    return bits;
}

/* One purpose for one audience: the couples of the matrix that it is. */
static bool add_couple(struct bilan *b, int32_t public, int32_t terme, enum etat e, bool late)
{
    const struct publics_knowledge *p = b->p;
    bool found = false;

    for (int32_t i = p->first_bloc[public]; i != NO_ROW; i = p->next_bloc[i]) {
        const struct bloc *bloc = &p->blocs[i];

        for (size_t k = 0; k < bloc->n[ROLE_POURQUOI]; k++) {
            if (p->canonical[bloc->rows[ROLE_POURQUOI][k]] != p->canonical[terme])
                continue;
            step(&b->couples[b->first_couple[i] + k], e, late);
            found = true;
        }
    }
    return found;
}

static void add_couples(struct bilan *b, const struct facts *f, enum etat e, bool late)
{
    const struct item *publics = aet_fact_items(f, ACT_PUBLIC);
    const struct item *purposes = aet_fact_items(f, ACT_POURQUOI);
    size_t n = aet_fact_count(f, ACT_POURQUOI);

    b->sans_pourquoi += n == 0;
    for (size_t i = 0; i < aet_fact_count(f, ACT_PUBLIC); i++)
        for (size_t k = 0; k < n; k++)
            b->couples_hors += purposes[k].row == NO_ROW ||
                               !add_couple(b, publics[i].row, purposes[k].row, e, late);
}

static void add_terms(const struct bilan *b, const struct facts *f, size_t field, int64_t *counts)
{
    const struct item *it = aet_fact_items(f, field);

    for (size_t i = 0; i < aet_fact_count(f, field); i++)
        if (it[i].row != NO_ROW)
            counts[b->p->canonical[it[i].row]]++;
}

static void add_means(struct bilan *b, const struct facts *f, uint64_t publics)
{
    const struct item *it = aet_fact_items(f, ACT_COMMENT);

    add_terms(b, f, ACT_COMMENT, b->moyens);
    for (size_t i = 0; i < aet_fact_count(f, ACT_COMMENT); i++)
        if (it[i].row != NO_ROW)
            b->moyens_publics[b->p->canonical[it[i].row]] |= publics;
}

/* The count of one's own words, new or not. */
static struct hors_compte *own_count(struct hors *h, struct span mots)
{
    size_t before = h->mots.n;
    uint32_t id = aet_names_id(&h->mots, mots);

    h->comptes = aet_grow(h->comptes, &h->cap, id, sizeof *h->comptes);
    if (id >= before)
        h->comptes[id] = (struct hors_compte){ 0 };
    return &h->comptes[id];
}

/* The same words twice in an activity count once. */
static void add_own_words(struct bilan *b, const struct facts *f)
{
    for (size_t h = 0; h < HORS_CHAMPS; h++) {
        size_t field = (size_t)aet_publics_hors_champs[h];
        const struct item *it = aet_fact_items(f, field);

        for (size_t i = 0; i < aet_fact_count(f, field); i++) {
            struct hors_compte *c;

            if (it[i].row != NO_ROW)
                continue;
            c = own_count(&b->hors_matrice[h], it[i].text);
            c->activites += c->dernier != b->rang;
            c->dernier = b->rang;
        }
    }
}

static struct charge *charge_of(struct bilan *b, struct span name)
{
    size_t before = b->responsables.n;
    uint32_t id = aet_names_id(&b->responsables, name);

    b->charges = aet_grow(b->charges, &b->charges_cap, id, sizeof *b->charges);
    if (id >= before)
        b->charges[id] = (struct charge){ 0 };
    return &b->charges[id];
}

static struct groupe *group_of(struct bilan *b, struct span name)
{
    size_t before = b->regroupements.n;
    uint32_t id = aet_names_id(&b->regroupements, name);

    b->groupes = aet_grow(b->groupes, &b->groupes_cap, id, sizeof *b->groupes);
    if (id >= before) {
        size_t publics = b->p->publics->rows, n = b->regroupements.n * publics;

        if (n > b->servis_cap) {
            b->servis_cap = 2 * n;
            b->servis = aet_reallocarray(b->servis, b->servis_cap, sizeof *b->servis);
        }
        memset(b->servis + id * publics, 0, publics * sizeof *b->servis);
        b->groupes[id] = (struct groupe){ 0 };
    }
    return &b->groupes[id];
}

uint32_t aet_publics_bilan_groupe(struct bilan *b, struct span name)
{
    return (uint32_t)(group_of(b, name) - b->groupes);
}

static void add_group(struct bilan *b, const struct facts *f, enum etat e, bool late,
                      uint64_t publics)
{
    struct span name = aet_publics_regroupement(f);
    struct groupe *g = group_of(b, name);

    b->groupes_dits += name.n > 0;
    step(&g->charge.a, e, late);
    g->charge.budget += f->f[ACT_BUDGET].good ? f->f[ACT_BUDGET].u.cents : 0;
    g->publics |= publics;
    for (size_t k = 0; k < b->p->publics->rows; k++)
        b->servis[(size_t)(g - b->groupes) * b->p->publics->rows + k] += (int64_t)(publics >> k &
                                                                                   1);
}

static void add_aims(struct bilan *b, const struct facts *f, enum etat e, bool late)
{
    uint64_t named = aet_publics_buts_named(f);
    uint64_t served = named ? 0 : aet_publics_buts_served(b->p, f);

    for (size_t i = 0; i < b->p->buts->rows; i++) {
        if (named >> i & 1)
            step(&b->buts[i].nommee, e, late);
        b->buts[i].servie += (int64_t)(served >> i & 1);
    }
    b->sans_but += !named && !served;
}

static struct charge *month_of(struct bilan *b, int32_t month)
{
    size_t at = b->mois_n;

    while (at > 0 && b->mois[at - 1].mois >= month)
        at--;
    if (at < b->mois_n && b->mois[at].mois == month)
        return &b->mois[at].charge;
    b->mois = aet_grow(b->mois, &b->mois_cap, b->mois_n, sizeof *b->mois);
    memmove(b->mois + at + 1, b->mois + at, (b->mois_n - at) * sizeof *b->mois);
    b->mois[at] = (struct mois){ .mois = month };
    b->mois_n++;
    return &b->mois[at].charge;
}

static int later_first(const void *x, const void *y)
{
    const struct retard *a = x, *b = y;

    if (a->jours != b->jours)
        return a->jours < b->jours ? 1 : -1;
    return a->rang < b->rang ? -1 : a->rang > b->rang;
}

static void own_texts(struct retard *r, struct arena *a)
{
    r->regroupement = aet_arena_copy(a, r->regroupement);
    r->id = aet_arena_copy(a, r->id);
    r->quoi = aet_arena_copy(a, r->quoi);
    r->responsable = aet_arena_copy(a, r->responsable);
}

void aet_publics_bilan_trim_retards(struct bilan *b)
{
    struct arena left = { 0 };

    if (b->retards_n)
        qsort(b->retards, b->retards_n, sizeof *b->retards, later_first);
    if (b->retards_n < b->retards_max)
        return;
    if (b->retards_n > b->retards_max) {
        b->retards_n = b->retards_max;
        for (size_t i = 0; i < b->retards_n; i++)
            own_texts(&b->retards[i], &left);
        aet_arena_free(&b->textes);
        b->textes = left;
    }
    b->plus_court = b->retards_n ? b->retards[b->retards_n - 1].jours : INT32_MAX;
}

/* Keep a delay, unless as many longer ones are kept already (ties go to the first); its texts,
 * which are somebody else's, are copied. */
static void keep_retard(struct bilan *b, struct retard r)
{
    if (!b->retards_max || r.jours <= b->plus_court)
        return;
    if (b->retards_n / 2 >= b->retards_max)
        aet_publics_bilan_trim_retards(b);
    own_texts(&r, &b->textes);
    b->retards = aet_grow(b->retards, &b->retards_cap, b->retards_n, sizeof *b->retards);
    b->retards[b->retards_n++] = r;
}

static void add_retard(struct bilan *b, const struct facts *f, int32_t days, uint64_t publics)
{
    b->retards_total++;
    keep_retard(b, (struct retard){ .jours = days,
                                    .rang = b->rang,
                                    .regroupement = aet_publics_regroupement(f),
                                    .id = aet_fact_text(f, ACT_ID),
                                    .quoi = aet_fact_text(f, ACT_QUOI),
                                    .responsable = aet_fact_text(f, ACT_RESPONSABLE),
                                    .publics = publics,
                                    .echeance = f->f[ACT_ECHEANCE].u.date });
}

static void add_load(struct bilan *b, const struct facts *f, enum etat e, bool late)
{
    struct span name = aet_fact_text(f, ACT_RESPONSABLE);
    int64_t budget = f->f[ACT_BUDGET].good ? f->f[ACT_BUDGET].u.cents : 0;
    const struct fact *due = &f->f[ACT_ECHEANCE];
    struct charge *c;

    b->budget += budget;
    b->depense += f->f[ACT_DEPENSE].good ? f->f[ACT_DEPENSE].u.cents : 0;
    c = charge_of(b, name);
    step(&c->a, e, late);
    c->budget += budget;
    if (!due->good)
        return;
    c = month_of(b, due->u.date.year * 12 + due->u.date.month - 1);
    step(&c->a, e, late);
    c->budget += budget;
}

void aet_publics_bilan_add(void *sum, const struct facts *f)
{
    struct bilan *b = sum;
    enum etat e = aet_publics_etat(b->p, f);
    int32_t days = aet_publics_retard(b->p, f);
    uint64_t publics = add_publics(b, f, e, days > 0);

    b->rang++;
    step(&b->total, e, days > 0);
    b->publics_servis |= publics;
    add_couples(b, f, e, days > 0);
    add_means(b, f, publics);
    add_terms(b, f, ACT_RETOMBEES, b->visees);
    add_terms(b, f, ACT_RETOMBEES_OBSERVEES, b->observees);
    add_own_words(b, f);
    add_load(b, f, e, days > 0);
    aet_publics_messages_add(&b->messages, f);
    add_group(b, f, e, days > 0, publics);
    add_aims(b, f, e, days > 0);
    if (days > 0)
        add_retard(b, f, days, publics);
}

static void merge_avancement(struct avancement *a, const struct avancement *b)
{
    a->activites += b->activites;
    for (int e = 0; e < ETATS; e++)
        a->par_etat[e] += b->par_etat[e];
    a->en_retard += b->en_retard;
}

static void merge_charge(struct charge *a, const struct charge *b)
{
    merge_avancement(&a->a, &b->a);
    a->budget += b->budget;
}

static void merge_retards(struct bilan *a, const struct bilan *b)
{
    for (size_t i = 0; i < b->retards_n; i++) {
        struct retard r = b->retards[i];

        r.rang += a->rang;
        keep_retard(a, r);
    }
    a->retards_total += b->retards_total;
}

void aet_publics_bilan_merge(struct bilan *a, const struct bilan *b)
{
    merge_avancement(&a->total, &b->total);
    a->budget += b->budget;
    a->depense += b->depense;
    a->publics_servis |= b->publics_servis;
    a->couples_hors += b->couples_hors;
    a->sans_pourquoi += b->sans_pourquoi;
    for (size_t i = 0; i < a->p->publics->rows; i++)
        merge_avancement(&a->publics[i], &b->publics[i]);
    for (size_t i = 0; i < a->couples_n; i++)
        merge_avancement(&a->couples[i], &b->couples[i]);
    for (size_t i = 0; i < a->p->termes->rows; i++) {
        a->moyens[i] += b->moyens[i];
        a->visees[i] += b->visees[i];
        a->observees[i] += b->observees[i];
        a->moyens_publics[i] |= b->moyens_publics[i];
    }
    for (size_t i = 0; i < b->responsables.n; i++)
        merge_charge(charge_of(a, b->responsables.list[i]), &b->charges[i]);
    for (size_t i = 0; i < b->regroupements.n; i++) {
        struct groupe *g = group_of(a, b->regroupements.list[i]);

        merge_charge(&g->charge, &b->groupes[i].charge);
        g->publics |= b->groupes[i].publics;
        for (size_t k = 0; k < a->p->publics->rows; k++)
            a->servis[(size_t)(g - a->groupes) * a->p->publics->rows + k] +=
                b->servis[i * a->p->publics->rows + k];
    }
    for (size_t i = 0; i < a->p->buts->rows; i++) {
        merge_avancement(&a->buts[i].nommee, &b->buts[i].nommee);
        a->buts[i].servie += b->buts[i].servie;
    }
    a->groupes_dits += b->groupes_dits;
    aet_publics_messages_merge(&a->messages, &b->messages);
    a->sans_but += b->sans_but;
    for (size_t i = 0; i < b->mois_n; i++)
        merge_charge(month_of(a, b->mois[i].mois), &b->mois[i].charge);
    for (size_t h = 0; h < HORS_CHAMPS; h++)
        for (size_t i = 0; i < b->hors_matrice[h].mots.n; i++)
            own_count(&a->hors_matrice[h], b->hors_matrice[h].mots.list[i])->activites +=
                b->hors_matrice[h].comptes[i].activites;
    merge_retards(a, b);
    a->rang += b->rang;
}
