/* The rules on one activity. Each looks at the facts of the record and at the matrix, nothing else.
 */
#include "publics/check.h"

#include "base/fold.h"
#include "publics/rules.h"
#include "tables/match_list.h"

enum { BLOCS_NAMED = 3 };

struct subject {
    const struct publics_knowledge *p;
    const struct facts *f;
    struct diags *d;
    enum etat etat;
    terme_set *allowed; /* room for one set */
};

static struct diag *say(struct subject *s, int rule, int field, long position)
{
    return aet_field_diag(s->d, &aet_publics_rule[rule], &aet_publics_schema_activite, field,
                          position);
}

static bool has(const struct subject *s, int field)
{
    return s->f->f[field].present;
}

/* The five questions (Introduction, and the page it cites). */
static void five_questions(struct subject *s)
{
    if (!has(s, ACT_QUOI))
        say(s, PUB_QUOI, ACT_QUOI, -1);
    if (!has(s, ACT_BUT) && !has(s, ACT_POURQUOI) && !has(s, ACT_RETOMBEES))
        say(s, PUB_SANS_POURQUOI, -1, -1);
    if (!has(s, ACT_PUBLIC))
        say(s, PUB_SANS_PUBLIC, ACT_PUBLIC, -1);
    if (!has(s, ACT_COMMENT))
        say(s, PUB_SANS_MOYEN, ACT_COMMENT, -1);
    if (!has(s, ACT_ET_APRES))
        say(s, PUB_SANS_SUITE, ACT_ET_APRES, -1);
}

/* What the same page asks of each means, once the activity is being followed. */
static void follow_up(struct subject *s)
{
    if (!has(s, ACT_ETAT) || s->etat == ETAT_ABANDONNE)
        return;
    if (!has(s, ACT_ECHEANCE))
        say(s, PUB_SANS_ECHEANCE, ACT_ECHEANCE, -1);
    if (!has(s, ACT_RESPONSABLE))
        say(s, PUB_SANS_RESPONSABLE, ACT_RESPONSABLE, -1);
    if (!has(s, ACT_BUDGET))
        say(s, PUB_SANS_BUDGET, ACT_BUDGET, -1);
}

static void means_and_audiences(struct subject *s)
{
    size_t means = aet_fact_count(s->f, ACT_COMMENT);
    size_t publics = aet_fact_count(s->f, ACT_PUBLIC);
    struct diag *x;

    if (means == 1 && s->f->f[ACT_COMMENT].good)
        say(s, PUB_MOYEN_UNIQUE, ACT_COMMENT, -1);
    if (publics > 1 && has(s, ACT_MESSAGE))
        aet_diag_arg_uint(s->d, say(s, PUB_MESSAGE, ACT_MESSAGE, -1), "nombre", publics);
    if (means && (int64_t)publics > s->p->max_publics) {
        x = say(s, PUB_TROP_DE_PUBLICS, ACT_PUBLIC, -1);
        aet_diag_arg_uint(s->d, x, "nombre", publics);
        aet_diag_arg_uint(s->d, x, "limite", (uint64_t)s->p->max_publics);
    }
}

/* Where the document gives a term: "Parents (Faire connaître les services offerts), …". */
static void blocs_of(const struct publics_knowledge *p, int32_t terme, int role, struct buf *out)
{
    size_t named = 0;

    for (size_t i = 0; i < p->blocs_n; i++) {
        const struct bloc *b = &p->blocs[i];

        if (!aet_publics_has_terme(b->set[role], p->canonical[terme]))
            continue;
        if (named++ == BLOCS_NAMED) {
            aet_buf_str(out, ", …");
            return;
        }
        if (out->n)
            aet_buf_str(out, ", ");
        aet_buf_span(out, aet_fold_short(aet_label(p->publics, (size_t)b->public, p->lang)));
        if (role != ROLE_POURQUOI && b->n[ROLE_POURQUOI]) {
            aet_buf_str(out, " (");
            aet_buf_span(out, aet_label(p->termes, (size_t)b->rows[ROLE_POURQUOI][0], p->lang));
            aet_buf_str(out, ")");
        }
    }
}

/* A term that the matrix knows, in a field where it never stands. */
static void wrong_role(struct subject *s, const struct item *it, int field)
{
    int other = 0;
    struct diag *x = say(s, PUB_ROLE, field, (long)it->position);

    while (other + 1 < ROLES && !(s->p->roles[it->row] >> other & 1))
        other++;
    aet_diag_arg(s->d, x, "valeur", it->text);
    aet_diag_word(x, "autre",
                  aet_publics_schema_activite.fields[aet_publics_role_field[other]].title);
}

static void outside(struct subject *s, const struct item *it, int field, int role)
{
    struct diag *x = say(s, PUB_HORS_BLOC, field, (long)it->position);
    struct buf where = { 0 };

    if (!x)
        return;
    blocs_of(s->p, it->row, role, &where);
    aet_diag_arg(s->d, x, "valeur", it->text);
    aet_diag_arg(s->d, x, "autre", aet_buf_view(&where));
    aet_buf_free(&where);
}

/* Terms that stand in the record's blocks for a role, into s->allowed. For purposes, every block of
 * the audiences counts. False: no block to compare with. */
static bool allow(struct subject *s, int role)
{
    const struct publics_knowledge *p = s->p;
    const struct item *public = aet_fact_items(s->f, ACT_PUBLIC);
    bool any = false;

    memset(s->allowed, 0, p->words * sizeof *s->allowed);
    for (size_t k = 0; k < aet_fact_count(s->f, ACT_PUBLIC); k++)
        for (int32_t i = p->first_bloc[public[k].row]; i != NO_ROW; i = p->next_bloc[i]) {
            const struct bloc *b = &p->blocs[i];

            if (role != ROLE_POURQUOI && !aet_publics_bloc_applies(p, b, s->f))
                continue;
            any = true;
            for (size_t w = 0; w < p->words; w++)
                s->allowed[w] |= b->set[role][w];
        }
    return any;
}

static void terms_of(struct subject *s, int field, int role)
{
    const struct item *it = aet_fact_items(s->f, (size_t)field);
    size_t n = aet_fact_count(s->f, (size_t)field);
    bool compare = n && s->f->f[ACT_PUBLIC].good && has(s, ACT_PUBLIC) && allow(s, role);

    for (size_t i = 0; i < n; i++) {
        uint8_t roles;

        if (it[i].row == NO_ROW)
            continue;
        roles = s->p->roles[it[i].row];
        if (roles && !(roles >> role & 1)) {
            if (role != ROLE_EXEMPLES) /* examples are free */
                wrong_role(s, &it[i], field);
        } else if (compare && roles &&
                   !aet_publics_has_terme(s->allowed, s->p->canonical[it[i].row])) {
            outside(s, &it[i], field, role);
        }
    }
}

/* What the document offers to consider is not closed: one's own words are kept, and said. */
static void own_words(struct subject *s, int field, int rule)
{
    const struct item *it = aet_fact_items(s->f, (size_t)field);
    struct matcher *m = s->f->matchers[field];

    for (size_t i = 0; i < aet_fact_count(s->f, (size_t)field); i++) {
        struct span within = { 0 };
        struct diag *x;
        int32_t near;

        if (it[i].row != NO_ROW)
            continue;
        near = aet_match_slip(m, it[i].text);
        if (near == NO_ROW && !aet_match_within(m, it[i].text, &within))
            within.n = 0;
        x = say(s,
                near != NO_ROW ? PUB_PRESQUE
                : within.n     ? PUB_TERME_DANS_MOTS
                               : rule,
                field, (long)it[i].position);
        aet_diag_arg(s->d, x, "valeur", it[i].text);
        if (within.n)
            aet_diag_arg(s->d, x, "autre", within);
        if (near != NO_ROW)
            aet_diag_arg(s->d, x, "suggestion",
                         aet_fold_short(aet_label(s->p->termes, (size_t)near, LANG_FR)));
    }
}

static void all_own_words(struct subject *s)
{
    own_words(s, ACT_POURQUOI, PUB_POURQUOI);
    own_words(s, ACT_RETOMBEES, PUB_RETOMBEE);
    own_words(s, ACT_COMMENT, PUB_MOYEN);
    own_words(s, ACT_EXEMPLES, PUB_EXEMPLE);
    own_words(s, ACT_RETOMBEES_OBSERVEES, PUB_RETOMBEE);
}

static bool aims_at(const struct subject *s, int32_t row)
{
    const struct item *it = aet_fact_items(s->f, ACT_RETOMBEES);

    for (size_t i = 0; i < aet_fact_count(s->f, ACT_RETOMBEES); i++)
        if (it[i].row != NO_ROW && s->p->canonical[it[i].row] == s->p->canonical[row])
            return true;
    return false;
}

/* Outcomes observed: of the right column, aimed at, and not before anything was done. */
static void observed(struct subject *s)
{
    const struct item *it = aet_fact_items(s->f, ACT_RETOMBEES_OBSERVEES);
    size_t n = aet_fact_count(s->f, ACT_RETOMBEES_OBSERVEES);

    for (size_t i = 0; i < n; i++) {
        if (it[i].row == NO_ROW)
            continue;

        uint8_t roles = s->p->roles[it[i].row];

        if (roles && !(roles >> ROLE_RETOMBEES & 1))
            wrong_role(s, &it[i], ACT_RETOMBEES_OBSERVEES);
        else if (has(s, ACT_RETOMBEES) && !aims_at(s, it[i].row))
            aet_diag_arg(s->d, say(s, PUB_NON_VISEE, ACT_RETOMBEES_OBSERVEES, (long)it[i].position),
                         "valeur", it[i].text);
    }
    if (n && has(s, ACT_ETAT) && (s->etat == ETAT_PREVU || s->etat == ETAT_REPORTE))
        say(s, PUB_OBSERVATION_TROP_TOT, ACT_RETOMBEES_OBSERVEES, -1);
    if (!n && s->etat == ETAT_REALISE)
        say(s, PUB_SANS_OBSERVATION, ACT_ETAT, -1);
}

static void say_date(struct subject *s, int rule, int field, struct date date, int32_t days)
{
    struct diag *x = say(s, rule, field, -1);
    struct buf text = { 0 };

    if (!x)
        return;
    aet_date_write(date, &text);
    aet_diag_arg(s->d, x, "valeur", aet_buf_view(&text));
    aet_diag_arg_uint(s->d, x, "nombre", (uint64_t)days);
    aet_buf_free(&text);
}

static void dates_and_state(struct subject *s)
{
    const struct fact *done = &s->f->f[ACT_DATE_REALISATION];
    int32_t late = aet_publics_retard(s->p, s->f);

    if (!done->present && s->etat == ETAT_REALISE)
        say(s, PUB_REALISE_SANS_DATE, ACT_ETAT, -1);
    if (done->present && s->etat != ETAT_REALISE)
        say(s, PUB_DATE_SANS_REALISE, ACT_DATE_REALISATION, -1);
    if (done->good && aet_date_days(done->u.date) > s->p->today)
        say_date(s, PUB_REALISE_FUTUR, ACT_DATE_REALISATION, done->u.date, 0);
    if (late)
        say_date(s, PUB_EN_RETARD, ACT_ECHEANCE, s->f->f[ACT_ECHEANCE].u.date, late);
}

static void say_money(struct subject *s, int rule, int field, int64_t cents, int64_t other)
{
    struct diag *x = say(s, rule, field, -1);

    struct buf plain = { 0 };

    aet_money_write(cents, &plain);
    aet_diag_arg(s->d, x, "valeur", aet_buf_view(&plain));
    aet_diag_money(s->d, x, "montant", cents);
    aet_diag_money(s->d, x, "autre", other);
    aet_buf_free(&plain);
}

static void money(struct subject *s)
{
    const struct fact *budget = &s->f->f[ACT_BUDGET], *spent = &s->f->f[ACT_DEPENSE];

    if (budget->good && budget->u.cents < 0)
        say_money(s, PUB_NEGATIF, ACT_BUDGET, budget->u.cents, 0);
    if (spent->good && spent->u.cents < 0)
        say_money(s, PUB_NEGATIF, ACT_DEPENSE, spent->u.cents, 0);
    if (budget->good && spent->good && spent->u.cents > budget->u.cents)
        say_money(s, PUB_DEPASSEMENT, ACT_DEPENSE, spent->u.cents, budget->u.cents);
}

void aet_publics_check(const void *context, const struct facts *f, struct diags *d,
                       struct mark *mark)
{
    const struct publics_knowledge *p = context;
    struct subject s = { p, f, d, aet_publics_etat(p, f), NULL };
    struct span id = aet_fact_text(f, ACT_ID);

    s.allowed = aet_arena_alloc(d->arena, p->words * sizeof *s.allowed);
    five_questions(&s);
    follow_up(&s);
    means_and_audiences(&s);
    for (int role = 0; role < ROLES; role++)
        terms_of(&s, aet_publics_role_field[role], role);
    all_own_words(&s);
    observed(&s);
    dates_and_state(&s);
    money(&s);
    if (id.n && mark) {
        struct buf nfc = { 0 };

        aet_nfc(aet_span_trim(id), &nfc);
        mark->key = aet_span_fingerprint(aet_buf_view(&nfc)) | 1;
        mark->value = 0;
        aet_buf_free(&nfc);
    }
}

const struct rules aet_publics_rules = { aet_publics_check, aet_twice, NULL };
