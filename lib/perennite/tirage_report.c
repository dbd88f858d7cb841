/* The proces-verbal of a draw: its terms, its strata, its plans in the order of their ranks. */
#include <sodium.h>

#include "perennite/prevision/prevision.h"
#include "perennite/resume/resume.h"
#include "perennite/tirage.h"

enum {
    TIRAGE_GRAINE,
    TIRAGE_POPULATION,
    TIRAGE_TAILLE,
    TIRAGE_FRACTION,
    TIRAGE_FRACTION_OBTENUE,
    TIRAGE_STRATE,
    TIRAGE_METHODE,
    TIRAGE_ARRONDI
};
static const struct column tirage_columns[] = {
    [TIRAGE_GRAINE] = { "graine", { "Graine", "Seed" }, CELL_TEXT, false },
    [TIRAGE_POPULATION] = { "population",
                            { "Plans dans la population", "Plans in the population" },
                            CELL_COUNT,
                            false },
    [TIRAGE_TAILLE] = { "taille", { "Plans retenus", "Plans drawn" }, CELL_COUNT, false },
    [TIRAGE_FRACTION] = { "fraction",
                          { "Fraction demandée", "Fraction asked for" },
                          CELL_TEXT,
                          false },
    [TIRAGE_FRACTION_OBTENUE] = { "fraction_obtenue",
                                  { "Fraction obtenue", "Fraction obtained" },
                                  CELL_SHARE,
                                  false },
    [TIRAGE_STRATE] = { "strate",
                        { "Champ des strates", "Field of the strata" },
                        CELL_TEXT,
                        false },
    [TIRAGE_METHODE] = { "methode", { "Méthode", "Method" }, CELL_TEXT, false },
    [TIRAGE_ARRONDI] = { "arrondi", { "Arrondi", "Rounding" }, CELL_TEXT, false },
};

static void put_fraction(struct section *s, const struct tirage_demande *d)
{
    struct buf text = { 0 };

    if (!d->denominateur) {
        aet_row_unknown(s, TIRAGE_FRACTION);
        return;
    }
    aet_buf_uint(&text, d->numerateur);
    aet_buf_char(&text, '/');
    aet_buf_uint(&text, d->denominateur);
    aet_row_text(s, TIRAGE_FRACTION, aet_buf_view(&text));
    aet_buf_free(&text);
}

static void tirage(void *sum, struct section *s)
{
    static const struct text method = {
        "Rang d’un plan : SHA-256 de la graine, d’un saut de ligne et de l’identifiant du plan en "
        "Unicode NFC, empreintes hexadécimales en ordre croissant; les premiers de chaque strate "
        "sont retenus. À refaire : printf '%s\\n%s' GRAINE PLAN | sha256sum, puis trier.",
        "Rank of a plan: SHA-256 of the seed, a newline and the plan’s id in Unicode NFC, "
        "hexadecimal digests in increasing order; the first of each stratum are drawn. To redo: "
        "printf '%s\\n%s' SEED PLAN | sha256sum, then sort."
    };
    static const struct text rounding = {
        "fraction × population, arrondie au plus près (la demie vers le haut), au moins 1; entre "
        "strates, au plus fort reste, la première par ordre de nom à égalité",
        "fraction × population, rounded to the nearest (half up), at least 1; among strata, by the "
        "largest remainder, the first by name when equal"
    };
    const struct tirage *t = sum;

    aet_row_begin(s);
    aet_row_word(s, TIRAGE_GRAINE, t->demande.graine);
    aet_row_count(s, TIRAGE_POPULATION, (int64_t)t->population);
    aet_row_count(s, TIRAGE_TAILLE, (int64_t)t->taille);
    put_fraction(s, &t->demande);
    aet_row_share(s, TIRAGE_FRACTION_OBTENUE, (int64_t)t->taille, (int64_t)t->population);
    if (t->demande.strate)
        aet_row_word(s, TIRAGE_STRATE, t->demande.strate);
    else
        aet_row_unknown(s, TIRAGE_STRATE);
    aet_row_words(s, TIRAGE_METHODE, method);
    aet_row_words(s, TIRAGE_ARRONDI, rounding);
    aet_row_end(s);
}

static const struct section_kind tirage_kind = {
    .key = "tirage",
    .title = { "Tirage", "Draw" },
    AET_COLUMNS(tirage_columns),
    .single = true,
    .fill = tirage,
};

enum { STRATES_STRATE, STRATES_POPULATION, STRATES_TAILLE };
static const struct column strates_columns[] = {
    [STRATES_STRATE] = { "strate", { "Strate", "Stratum" }, CELL_TEXT, false },
    [STRATES_POPULATION] = { "population", { "Population", "Population" }, CELL_COUNT, false },
    [STRATES_TAILLE] = { "taille", { "Retenus", "Drawn" }, CELL_COUNT, false },
};

static void strates(void *sum, struct section *s)
{
    const struct tirage *t = sum;
    uint32_t *sorted = aet_names_sorted(&t->strates);

    for (size_t i = 0; i < t->strates.n && t->demande.strate; i++) {
        const struct tirage_strate *part = &t->parts[sorted[i]];

        aet_row_begin(s);
        aet_row_text(s, STRATES_STRATE, t->strates.list[sorted[i]]);
        aet_row_count(s, STRATES_POPULATION, (int64_t)part->population);
        aet_row_count(s, STRATES_TAILLE, (int64_t)part->taille);
        aet_row_end(s);
    }
    aet_free(sorted);
}

static const struct section_kind strates_kind = {
    .key = "strates",
    .title = { "Strates", "Strata" },
    AET_COLUMNS(strates_columns),
    .fill = strates,
};

enum { PLANS_RANG, PLANS_PLAN, PLANS_STRATE, PLANS_RETENU, PLANS_EMPREINTE };
static const struct column plans_columns[] = {
    [PLANS_RANG] = { "rang", { "Rang", "Rank" }, CELL_COUNT, false },
    [PLANS_PLAN] = { "plan", { "Plan", "Plan" }, CELL_TEXT, false },
    [PLANS_STRATE] = { "strate", { "Strate", "Stratum" }, CELL_TEXT, false },
    [PLANS_RETENU] = { "retenu", { "Retenu", "Drawn" }, CELL_BOOL, false },
    [PLANS_EMPREINTE] = { "empreinte",
                          { "SHA-256 de la graine, d’un saut de ligne et du plan",
                            "SHA-256 of the seed, a newline and the plan" },
                          CELL_CODE,
                          false },
};

static void plans(void *sum, struct section *s)
{
    const struct tirage *t = sum;

    for (size_t i = 0; i < t->plans.n; i++) {
        const struct tirage_plan *p = &t->rows[i];
        char hex[65];

        sodium_bin2hex(hex, sizeof hex, p->rang, sizeof p->rang);
        aet_row_begin(s);
        aet_row_count(s, PLANS_RANG, (int64_t)i + 1);
        aet_row_text(s, PLANS_PLAN, t->plans.list[p->plan]);
        if (t->demande.strate)
            aet_row_text(s, PLANS_STRATE, t->strates.list[p->strate]);
        else
            aet_row_unknown(s, PLANS_STRATE);
        aet_row_bool(s, PLANS_RETENU, p->retenu);
        aet_row_word(s, PLANS_EMPREINTE, hex);
        aet_row_end(s);
    }
}

static const struct section_kind plans_kind = {
    .key = "plans",
    .title = { "Plans, dans l’ordre du tirage", "Plans, in the order of the draw" },
    AET_COLUMNS(plans_columns),
    .fill = plans,
};

const struct section_kind *const aet_perennite_tirage_sections[] = {
    &aet_perennite_kind_resume_tirage, &tirage_kind, &strates_kind, &plans_kind, NULL
};
const struct section_kind *const aet_perennite_echantillon_sections[] = {
    &aet_perennite_kind_resume_tirage,
    &tirage_kind,
    &strates_kind,
    &plans_kind,
    &aet_perennite_kind_resume_prevision,
    &aet_perennite_kind_prevision,
    &aet_perennite_kind_prevision_strates,
    &aet_perennite_kind_prevision_parts,
    NULL
};
