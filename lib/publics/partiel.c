/* What a sum of activities holds, as the rows of a part (partial/partial.h). */
#include "publics/bilan.h"

enum { ANNEE_MAX = 9999, MOIS_MAX = 12 * (ANNEE_MAX + 1) };

static void carry_avancement(struct partial *p, struct avancement *a)
{
    aet_partial_number(p, &a->activites);
    aet_partial_numbers(p, a->par_etat, ETATS);
    aet_partial_number(p, &a->en_retard);
}

static void carry_charge(struct partial *p, struct charge *c)
{
    carry_avancement(p, &c->a);
    aet_partial_number(p, &c->budget);
}

/* A row of this name that must be there; false: it is not. */
static bool must(struct partial *p, const char *name)
{
    if (aet_partial_row(p, name, true))
        return true;
    aet_partial_break(p);
    return false;
}

/* A row for each of `n`, whose number is known beforehand. */
static void carry_each(struct partial *p, const char *name, struct avancement *a, size_t n)
{
    for (size_t i = 0; i < n && must(p, name); i++) {
        carry_avancement(p, &a[i]);
        aet_partial_row_end(p);
    }
}

static void carry_totals(struct partial *p, struct bilan *b)
{
    if (!must(p, "total"))
        return;
    aet_partial_count(p, &b->rang);
    carry_avancement(p, &b->total);
    aet_partial_number(p, &b->budget);
    aet_partial_number(p, &b->depense);
    aet_partial_bits(p, &b->publics_servis);
    aet_partial_number(p, &b->couples_hors);
    aet_partial_number(p, &b->sans_pourquoi);
    aet_partial_number(p, &b->groupes_dits);
    aet_partial_number(p, &b->sans_but);
    aet_partial_count(p, &b->retards_total);
    aet_partial_row_end(p);
}

static void carry_terms(struct partial *p, struct bilan *b)
{
    size_t n = b->p->termes->rows;

    if (!must(p, "termes"))
        return;
    aet_partial_numbers(p, b->moyens, n);
    aet_partial_numbers(p, b->visees, n);
    aet_partial_numbers(p, b->observees, n);
    aet_partial_words(p, b->moyens_publics, n);
    aet_partial_row_end(p);
}

static void carry_aims(struct partial *p, struct bilan *b)
{
    for (size_t i = 0; i < b->p->buts->rows && must(p, "but"); i++) {
        carry_avancement(p, &b->buts[i].nommee);
        aet_partial_number(p, &b->buts[i].servie);
        aet_partial_row_end(p);
    }
}

/* A name that is read, in the row of what is counted of it: it is the next new one. */
static void carry_name(struct partial *p, struct names *names, uint32_t i)
{
    struct span text = aet_partial_reads(p) ? AET_LIT("") : names->list[i];
    struct arena arena = { 0 };

    aet_partial_text(p, &text, &arena);
    if (aet_partial_reads(p) && !p->broken && aet_names_id(names, text) != i)
        aet_partial_break(p);
    aet_arena_free(&arena);
}

static void carry_own_words(struct partial *p, struct hors *h)
{
    for (uint32_t i = 0; aet_partial_row(p, "hors_matrice", i < h->mots.n); i++) {
        carry_name(p, &h->mots, i);
        h->comptes = aet_grow(h->comptes, &h->cap, i, sizeof *h->comptes);
        if (aet_partial_reads(p))
            h->comptes[i] = (struct hors_compte){ 0 };
        aet_partial_number(p, &h->comptes[i].activites);
        aet_partial_row_end(p);
    }
}

/* The words of each field, which a row of the field's number ends. */
static void carry_hors(struct partial *p, struct bilan *b)
{
    for (int32_t h = 0; h < HORS_CHAMPS; h++) {
        int32_t field = h;

        carry_own_words(p, &b->hors_matrice[h]);
        if (!must(p, "champ"))
            return;
        aet_partial_range(p, &field, h, h);
        aet_partial_row_end(p);
    }
}

static void carry_people(struct partial *p, struct bilan *b)
{
    for (uint32_t i = 0; aet_partial_row(p, "responsable", i < b->responsables.n); i++) {
        carry_name(p, &b->responsables, i);
        b->charges = aet_grow(b->charges, &b->charges_cap, i, sizeof *b->charges);
        if (aet_partial_reads(p))
            b->charges[i] = (struct charge){ 0 };
        carry_charge(p, &b->charges[i]);
        aet_partial_row_end(p);
    }
}

static void carry_groups(struct partial *p, struct bilan *b)
{
    size_t publics = b->p->publics->rows;

    for (uint32_t i = 0; aet_partial_row(p, "regroupement", i < b->regroupements.n); i++) {
        struct span name = aet_partial_reads(p) ? AET_LIT("") : b->regroupements.list[i];
        struct arena arena = { 0 };

        aet_partial_text(p, &name, &arena);
        if (aet_partial_reads(p) && !p->broken && aet_publics_bilan_groupe(b, name) != i)
            aet_partial_break(p);
        aet_arena_free(&arena);
        if (!p->broken) {
            carry_charge(p, &b->groupes[i].charge);
            aet_partial_bits(p, &b->groupes[i].publics);
            aet_partial_numbers(p, b->servis + i * publics, publics);
        }
        aet_partial_row_end(p);
    }
}

static void carry_months(struct partial *p, struct bilan *b)
{
    for (size_t i = 0; aet_partial_row(p, "mois", i < b->mois_n); i++) {
        int32_t least = i ? b->mois[i - 1].mois + 1 : 0;

        b->mois = aet_grow(b->mois, &b->mois_cap, i, sizeof *b->mois);
        if (aet_partial_reads(p)) {
            b->mois[i] = (struct mois){ .mois = 0 };
            b->mois_n++;
        }
        aet_partial_range(p, &b->mois[i].mois, least, MOIS_MAX);
        carry_charge(p, &b->mois[i].charge);
        aet_partial_row_end(p);
    }
}

static void carry_date(struct partial *p, struct date *d)
{
    int32_t year = d->year, month = d->month, day = d->day;

    aet_partial_range(p, &year, 1, ANNEE_MAX);
    aet_partial_range(p, &month, 1, 12);
    aet_partial_range(p, &day, 1, 31);
    *d = (struct date){ (int16_t)year, (int8_t)month, (int8_t)day };
}

static void carry_late(struct partial *p, struct bilan *b)
{
    for (size_t i = 0; aet_partial_row(p, "retard", i < b->retards_n); i++) {
        struct retard *r;

        b->retards = aet_grow(b->retards, &b->retards_cap, i, sizeof *b->retards);
        r = &b->retards[i];
        if (aet_partial_reads(p)) {
            *r = (struct retard){ .jours = 0 };
            b->retards_n++;
        }
        aet_partial_range(p, &r->jours, 1, INT32_MAX);
        aet_partial_rank(p, &r->rang);
        aet_partial_text(p, &r->regroupement, &b->textes);
        aet_partial_text(p, &r->id, &b->textes);
        aet_partial_text(p, &r->quoi, &b->textes);
        aet_partial_text(p, &r->responsable, &b->textes);
        aet_partial_bits(p, &r->publics);
        carry_date(p, &r->echeance);
        aet_partial_row_end(p);
    }
}

static void carry(void *of, struct partial *p)
{
    struct bilan *b = of;

    carry_totals(p, b);
    carry_each(p, "public", b->publics, b->p->publics->rows);
    carry_each(p, "couple", b->couples, b->couples_n);
    carry_terms(p, b);
    carry_aims(p, b);
    carry_hors(p, b);
    carry_people(p, b);
    carry_groups(p, b);
    aet_publics_messages_carry(&b->messages, p, b->p->publics->rows);
    carry_months(p, b);
    carry_late(p, b);
}

/* All delays: what a part holds is read whole, whatever the report will show. */
static void like(void *fresh, const void *of)
{
    const struct bilan *b = of;

    aet_publics_bilan_init(fresh, b->p, SIZE_MAX);
}

static void merge(void *before, const void *after)
{
    aet_publics_bilan_merge(before, after);
}

static void release(void *of)
{
    aet_publics_bilan_free(of);
}

const struct sum_kind aet_publics_bilan_kind = {
    .name = "activites 1",
    .size = sizeof(struct bilan),
    .like = like,
    .merge = merge,
    .free = release,
    .carry = carry,
};
