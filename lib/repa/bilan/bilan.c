/* Counting: what each record adds to which groups. */
#include "repa/bilan/bilan.h"

#include "repa/passage.h"

enum { UNKNOWN = -1 };

const enum coordonnee aet_repa_coordinates[AET_REPA_DIMS][CLES] = {
    [DIM_TYPE] = { C_MOIS, C_FONCTIONS, C_PHASE, C_PALIER, C_ETAPE },
    [DIM_DUREE] = { C_FONCTIONS, C_MINUTES },
    [DIM_STRATEGIE] = { C_STRATEGIE },
    [DIM_CONFORME] = { C_FONCTION, C_STRATEGIE },
    [DIM_POSTURE] = { C_PALIER, C_MILIEU, C_POSTURE },
    [DIM_AUPRES] = { C_AUPRES },
    [DIM_CONTEXTE] = { C_CONTEXTE },
    [DIM_ELEMENT] = { C_ELEMENT },
    [DIM_MILIEU] = { C_MILIEU, C_MOIS },
    [DIM_AGENT] = { C_AGENT, C_MILIEU },
    [DIM_ETAPE] = { C_ETAPE, C_MILIEU, C_FONCTIONS },
    [DIM_NOMBRE] = { C_FONCTION, C_MILIEU, C_NOMBRE },
    [DIM_CODAGE] = { C_UNITE, C_CODEUR, C_CODE },
    [DIM_PARCOURS] = { C_RECIT, C_VALIDATION, C_JOUR }
};

int32_t aet_repa_mois(struct date d)
{
    return d.year * 12 + d.month - 1;
}

struct date aet_repa_mois_date(int32_t mois)
{
    return (struct date){ (int16_t)(mois / 12), (int8_t)(mois % 12 + 1), 0 };
}

void aet_repa_bilan_init(struct bilan_repa *b, const struct repa_knowledge *k, enum repa_kind kind)
{
    *b = (struct bilan_repa){ .k = k, .kind = kind, .first = INT32_MAX, .last = INT32_MIN };
    b->ensembles.fonctions = (int32_t)k->fonctions->rows;
    b->agents.folded = b->milieux.folded = b->recits.folded = b->codeurs.folded = true;
}

void aet_repa_bilan_free(struct bilan_repa *b)
{
    aet_repa_comptes_free(&b->comptes);
    aet_names_free(&b->agents);
    aet_names_free(&b->milieux);
    aet_names_free(&b->ensembles.names);
    aet_names_free(&b->recits);
    aet_names_free(&b->codeurs);
    aet_names_free(&b->unites);
    aet_free(b->recit_of);
}

static int32_t name(struct names *names, const struct facts *f, size_t field)
{
    return f->f[field].good ? (int32_t)aet_names_id(names, f->f[field].u.text) : UNKNOWN;
}

static void span_of_days(struct bilan_repa *b, const struct fact *date)
{
    int32_t day;

    if (!date->good)
        return;
    day = aet_date_days(date->u.date);
    b->first = day < b->first ? day : b->first;
    b->last = day > b->last ? day : b->last;
}

/* One row for each term of a list. */
static void add_terms(struct counting *c, const struct facts *f, size_t field, int32_t dim)
{
    const struct item *it = aet_fact_items(f, field);

    for (size_t i = 0; i < aet_fact_count(f, field); i++)
        if (it[i].row != NO_ROW)
            aet_repa_comptes_put(c, (struct cle){ dim, { it[i].row } });
}

/* One function of an entry, and the strategies that serve it. An entry that has strategies, but
 * none for this function, tells nothing of how many it calls on. */
static void add_serving(struct counting *c, const struct bilan_repa *b, const struct facts *f,
                        int32_t fonction, int32_t milieu)
{
    const struct item *it = aet_fact_items(f, JOU_STRATEGIES);
    size_t n = aet_fact_count(f, JOU_STRATEGIES);
    int32_t serving = 0;

    for (size_t i = 0; i < n; i++) {
        if (it[i].row == NO_ROW ||
            (fonction >= 0 && !aet_repa_strategie_sert(b->k, f, fonction, it[i].row)))
            continue;
        serving++;
        aet_repa_comptes_put(c, (struct cle){ DIM_CONFORME, { fonction, it[i].row } });
    }
    if (serving || !n)
        aet_repa_comptes_put(c, (struct cle){ DIM_NOMBRE, { fonction, milieu, serving } });
}

static void add_each(struct counting *c, const struct bilan_repa *b, const struct facts *f,
                     int32_t milieu)
{
    int32_t row = aet_repa_fonction_next(f, NO_ROW);

    do
        add_serving(c, b, f, row, milieu);
    while (row != NO_ROW && (row = aet_repa_fonction_next(f, row)) != NO_ROW);
}

static void add_entry(struct bilan_repa *b, const struct facts *f)
{
    const struct fact *date = &f->f[JOU_DATE];
    int32_t mois = date->good ? aet_repa_mois(date->u.date) : UNKNOWN;
    int32_t fonction = aet_repa_ensemble(&b->ensembles, f), etape = aet_repa_etape(b->k, f);
    int32_t milieu = name(&b->milieux, f, JOU_MILIEU), agent = name(&b->agents, f, JOU_AGENT);
    struct counting c = { .to = &b->comptes };
    bool known = aet_repa_duree(f, &c.minutes);

    b->minutes += c.minutes;
    span_of_days(b, date);
    aet_repa_comptes_put(&c, (struct cle){ DIM_TYPE,
                                           { mois, fonction, aet_fact_row(f, JOU_PHASE),
                                             aet_fact_row(f, JOU_PALIER), etape } });
    if (known)
        aet_repa_comptes_put(&c, (struct cle){ DIM_DUREE, { fonction, (int32_t)c.minutes } });
    aet_repa_comptes_put(
        &c, (struct cle){ DIM_POSTURE,
                          { aet_fact_row(f, JOU_PALIER), milieu, aet_fact_row(f, JOU_POSTURE) } });
    aet_repa_comptes_put(&c, (struct cle){ DIM_MILIEU, { milieu, mois } });
    aet_repa_comptes_put(&c, (struct cle){ DIM_AGENT, { agent, milieu } });
    aet_repa_comptes_put(&c, (struct cle){ DIM_ETAPE, { etape, milieu, fonction } });
    add_each(&c, b, f, milieu);
    add_terms(&c, f, JOU_STRATEGIES, DIM_STRATEGIE);
    add_terms(&c, f, JOU_CONTEXTE, DIM_CONTEXTE);
    add_terms(&c, f, JOU_AUPRES, DIM_AUPRES);
    add_terms(&c, f, JOU_ELEMENTS, DIM_ELEMENT);
    aet_repa_comptes_settle(&c);
}

/* A segment is known by its narrative and which passage of it that is. */
static int32_t unit(struct bilan_repa *b, const struct facts *f, int32_t recit)
{
    struct buf key = { 0 };
    size_t before = b->unites.n;
    uint32_t id;

    aet_buf_int(&key, recit);
    aet_buf_char(&key, '\n');
    aet_repa_passage_key(f, &key);
    id = aet_names_id(&b->unites, aet_buf_view(&key));
    b->recit_of = aet_grow(b->recit_of, &b->recit_cap, id, sizeof *b->recit_of);
    if (id >= before)
        b->recit_of[id] = (uint32_t)recit;
    aet_buf_free(&key);
    return (int32_t)id;
}

static void add_segment(struct bilan_repa *b, const struct facts *f)
{
    int32_t recit = name(&b->recits, f, SEG_RECIT);
    int32_t segment = unit(b, f, recit);

    aet_repa_comptes_add(
        &b->comptes,
        (struct cle){ DIM_CODAGE,
                      { segment, name(&b->codeurs, f, SEG_CODEUR), aet_fact_row(f, SEG_CODE) } },
        1, 0);
}

static void add_step(struct bilan_repa *b, const struct facts *f)
{
    const struct fact *date = &f->f[REC_DATE];

    span_of_days(b, date);
    aet_repa_comptes_add(
        &b->comptes,
        (struct cle){ DIM_PARCOURS,
                      { name(&b->recits, f, REC_RECIT), aet_fact_row(f, REC_VALIDATION),
                        date->good ? aet_date_days(date->u.date) : INT32_MAX } },
        1, 0);
}

void aet_repa_bilan_add(void *sum, const struct facts *f)
{
    struct bilan_repa *b = sum;

    b->n++;
    if (b->kind == KIND_JOURNAL)
        add_entry(b, f);
    else if (b->kind == KIND_SEGMENTS)
        add_segment(b, f);
    else
        add_step(b, f);
}

/* The coordinate of a name in another accumulator. */
static void rename_at(int32_t *c, struct names *to, const struct names *from)
{
    if (*c >= 0)
        *c = (int32_t)aet_names_id(to, from->list[*c]);
}

/* Units lead with the number of their narrative, which may have changed. */
static int32_t merge_unit(struct bilan_repa *to, const struct bilan_repa *from, int32_t unite)
{
    struct span key = from->unites.list[unite];
    int32_t recit = (int32_t)from->recit_of[unite];
    size_t before = to->unites.n, line = 0;
    struct buf made = { 0 };
    uint32_t id;

    rename_at(&recit, &to->recits, &from->recits);
    while (line < key.n && key.p[line] != '\n')
        line++;
    aet_buf_int(&made, recit);
    aet_buf_span(&made, aet_span_from(key, line));
    id = aet_names_id(&to->unites, aet_buf_view(&made));
    to->recit_of = aet_grow(to->recit_of, &to->recit_cap, id, sizeof *to->recit_of);
    if (id >= before)
        to->recit_of[id] = (uint32_t)recit;
    aet_buf_free(&made);
    return (int32_t)id;
}

/* The same coordinate in another accumulator: names and sets have numbers of their own there. */
static void rename_coordinate(struct bilan_repa *to, const struct bilan_repa *from,
                              enum coordonnee what, int32_t *c)
{
    if (what == C_FONCTIONS)
        *c = aet_repa_ensemble_merge(&to->ensembles, &from->ensembles, *c);
    else if (what == C_MILIEU)
        rename_at(c, &to->milieux, &from->milieux);
    else if (what == C_AGENT)
        rename_at(c, &to->agents, &from->agents);
    else if (what == C_CODEUR)
        rename_at(c, &to->codeurs, &from->codeurs);
    else if (what == C_RECIT)
        rename_at(c, &to->recits, &from->recits);
    else if (what == C_UNITE)
        *c = merge_unit(to, from, *c);
}

static struct cle renamed(struct bilan_repa *to, const struct bilan_repa *from, struct cle c)
{
    for (size_t i = 0; i < CLES; i++)
        rename_coordinate(to, from, aet_repa_coordinates[c.dim][i], &c.c[i]);
    return c;
}

/* Names are entered in the order that they came, so that what depends on it (saturation) stays. */
static void merge_names(struct names *to, const struct names *from)
{
    for (size_t i = 0; i < from->n; i++)
        aet_names_id(to, from->list[i]);
}

void aet_repa_bilan_merge(struct bilan_repa *before, const struct bilan_repa *after)
{
    merge_names(&before->agents, &after->agents);
    merge_names(&before->milieux, &after->milieux);
    merge_names(&before->recits, &after->recits);
    merge_names(&before->codeurs, &after->codeurs);
    for (size_t i = 0; i < after->comptes.n; i++) {
        const struct compte *x = &after->comptes.items[i];

        aet_repa_comptes_add(&before->comptes, renamed(before, after, x->cle), x->n, x->minutes);
    }
    before->n += after->n;
    before->minutes += after->minutes;
    before->first = after->first < before->first ? after->first : before->first;
    before->last = after->last > before->last ? after->last : before->last;
}
