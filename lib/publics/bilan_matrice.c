/* The sections by audience and by term of the matrix: how far activities are, what nothing serves,
 * means and outcomes. */
#include "base/fold.h"
#include "publics/bilan.h"

/* An id and its label, as two cells from `column` on. */
static void put_term(struct section *s, int column, const struct table *t, int32_t row)
{
    aet_row_text(s, column, aet_cell(t, (size_t)row, 0));
    aet_row_text(s, column + 1, aet_label(t, (size_t)row, s->report->lang));
}

static void put_public(const struct bilan *b, struct section *s, int column, int32_t row)
{
    struct span label = aet_label(b->p->publics, (size_t)row, s->report->lang);

    aet_row_text(s, column, aet_cell(b->p->publics, (size_t)row, 0));
    aet_row_text(s, column + 1, aet_fold_short(label));
}

enum {
    PUBLICS_PUBLIC,
    PUBLICS_LIBELLE,
    PUBLICS_ACTIVITES,
    PUBLICS_PREVU,
    PUBLICS_EN_COURS,
    PUBLICS_REALISE,
    PUBLICS_REPORTE,
    PUBLICS_ABANDONNE,
    PUBLICS_EN_RETARD
};
static const struct column publics_columns[] = {
    [PUBLICS_PUBLIC] = { "public", { "Public", "Audience" }, CELL_CODE, true },
    [PUBLICS_LIBELLE] = { "libelle", { "Public", "Audience" }, CELL_TEXT, false },
    [PUBLICS_ACTIVITES] = { "activites", { "Activités", "Activities" }, CELL_COUNT, false },
    [PUBLICS_PREVU] = { "prevu", { "Prévues", "Planned" }, CELL_COUNT, false },
    [PUBLICS_EN_COURS] = { "en_cours", { "En cours", "Under way" }, CELL_COUNT, false },
    [PUBLICS_REALISE] = { "realise", { "Réalisées", "Done" }, CELL_COUNT, false },
    [PUBLICS_REPORTE] = { "reporte", { "Reportées", "Postponed" }, CELL_COUNT, false },
    [PUBLICS_ABANDONNE] = { "abandonne", { "Abandonnées", "Dropped" }, CELL_COUNT, false },
    [PUBLICS_EN_RETARD] = { "en_retard", { "En retard", "Late" }, CELL_COUNT, false },
};

static void publics(void *sum, struct section *s)
{
    static const struct text note = { "Une activité qui vise plusieurs publics compte pour chacun.",
                                      "An activity for several audiences counts for each." };
    const struct bilan *b = sum;

    for (size_t i = 0; i < b->p->publics->rows; i++) {
        const struct avancement *a = &b->publics[i];

        aet_row_begin(s);
        put_public(b, s, PUBLICS_PUBLIC, (int32_t)i);
        aet_row_count(s, PUBLICS_ACTIVITES, a->activites);
        aet_row_count(s, PUBLICS_PREVU, a->par_etat[ETAT_PREVU]);
        aet_row_count(s, PUBLICS_EN_COURS, a->par_etat[ETAT_EN_COURS]);
        aet_row_count(s, PUBLICS_REALISE, a->par_etat[ETAT_REALISE]);
        aet_row_count(s, PUBLICS_REPORTE, a->par_etat[ETAT_REPORTE]);
        aet_row_count(s, PUBLICS_ABANDONNE, a->par_etat[ETAT_ABANDONNE]);
        aet_row_count(s, PUBLICS_EN_RETARD, a->en_retard);
        aet_row_end(s);
    }
    aet_section_say(s, note);
}

const struct section_kind aet_publics_kind_publics = {
    .key = "publics",
    .brief = 11,
    .title = { "Activités par public", "Activities by audience" },
    AET_COLUMNS(publics_columns),
    .view = { .kind = VIEW_BARS,
              .label = PUBLICS_LIBELLE,
              .from = PUBLICS_ACTIVITES,
              .to = PUBLICS_ACTIVITES },
    .fill = publics,
    .mask = { .kind = MASK_COUNTS,
              .keys = { PUBLICS_PUBLIC },
              .keys_n = 1,
              .counts = { { PUBLICS_ACTIVITES, "activites" },
                          { PUBLICS_PREVU, "prevu" },
                          { PUBLICS_EN_COURS, "en_cours" },
                          { PUBLICS_REALISE, "realise" },
                          { PUBLICS_REPORTE, "reporte" },
                          { PUBLICS_ABANDONNE, "abandonne" },
                          { PUBLICS_EN_RETARD, "en_retard" } },
              .sums = { { PUBLICS_ACTIVITES, PUBLICS_PREVU, PUBLICS_ABANDONNE },
                        { PUBLICS_ACTIVITES, PUBLICS_EN_RETARD, PUBLICS_EN_RETARD } } },
};

enum {
    MATRICE_PUBLIC,
    MATRICE_LIBELLE,
    MATRICE_POURQUOI,
    MATRICE_LIBELLE_POURQUOI,
    MATRICE_ACTIVITES,
    MATRICE_PREVU,
    MATRICE_REALISE,
    MATRICE_EN_RETARD
};
static const struct column matrice_columns[] = {
    [MATRICE_PUBLIC] = { "public", { "Public", "Audience" }, CELL_CODE, true },
    [MATRICE_LIBELLE] = { "libelle", { "Public", "Audience" }, CELL_TEXT, false },
    [MATRICE_POURQUOI] = { "pourquoi", { "Pourquoi", "Why" }, CELL_CODE, true },
    [MATRICE_LIBELLE_POURQUOI] = { "libelle_pourquoi", { "Pourquoi", "Why" }, CELL_TEXT, false },
    [MATRICE_ACTIVITES] = { "activites", { "Activités", "Activities" }, CELL_COUNT, false },
    [MATRICE_PREVU] = { "prevu", { "Prévues", "Planned" }, CELL_COUNT, false },
    [MATRICE_REALISE] = { "realise", { "Réalisées", "Done" }, CELL_COUNT, false },
    [MATRICE_EN_RETARD] = { "en_retard", { "En retard", "Late" }, CELL_COUNT, false },
};

enum { LACUNES_PUBLIC, LACUNES_LIBELLE, LACUNES_POURQUOI, LACUNES_LIBELLE_POURQUOI };
static const struct column lacunes_columns[] = {
    [LACUNES_PUBLIC] = { "public", { "Public", "Audience" }, CELL_CODE, true },
    [LACUNES_LIBELLE] = { "libelle", { "Public", "Audience" }, CELL_TEXT, false },
    [LACUNES_POURQUOI] = { "pourquoi", { "Pourquoi", "Why" }, CELL_CODE, true },
    [LACUNES_LIBELLE_POURQUOI] = { "libelle_pourquoi", { "Pourquoi", "Why" }, CELL_TEXT, false },
};

/* Call `put` for every audience and purpose of the matrix with its counts. */
static void each_couple(const struct bilan *b, struct section *s,
                        void (*put)(const struct bilan *, struct section *, int32_t, int32_t,
                                    const struct avancement *))
{
    for (size_t i = 0; i < b->p->blocs_n; i++) {
        const struct bloc *bloc = &b->p->blocs[i];

        for (size_t k = 0; k < bloc->n[ROLE_POURQUOI]; k++)
            put(b, s, bloc->public, bloc->rows[ROLE_POURQUOI][k],
                &b->couples[b->first_couple[i] + k]);
    }
}

static void put_couple(const struct bilan *b, struct section *s, int32_t public, int32_t terme,
                       const struct avancement *a)
{
    aet_row_begin(s);
    put_public(b, s, MATRICE_PUBLIC, public);
    put_term(s, MATRICE_POURQUOI, b->p->termes, terme);
    aet_row_count(s, MATRICE_ACTIVITES, a->activites);
    aet_row_count(s, MATRICE_PREVU, a->par_etat[ETAT_PREVU]);
    aet_row_count(s, MATRICE_REALISE, a->par_etat[ETAT_REALISE]);
    aet_row_count(s, MATRICE_EN_RETARD, a->en_retard);
    aet_row_end(s);
}

static void put_gap(const struct bilan *b, struct section *s, int32_t public, int32_t terme,
                    const struct avancement *a)
{
    if (a->activites)
        return;
    aet_row_begin(s);
    put_public(b, s, LACUNES_PUBLIC, public);
    put_term(s, LACUNES_POURQUOI, b->p->termes, terme);
    aet_row_end(s);
}

static void matrice(void *sum, struct section *s)
{
    const struct bilan *b = sum;

    each_couple(b, s, put_couple);
    aet_section_say_count(
        s, b->sans_pourquoi,
        (struct text){ "activité ne dit pas sa raison : elle n’est pas dans ce tableau.",
                       "activity does not say its purpose: it is not in this table." },
        (struct text){ "activités ne disent pas leur raison : elles ne sont pas dans ce tableau.",
                       "activities do not say their purpose: they are not in this table." });
    aet_section_say_count(
        s, b->couples_hors,
        (struct text){ "association d’un public et d’une raison n’est pas de la matrice.",
                       "pair of an audience and a purpose is not in the matrix." },
        (struct text){ "associations d’un public et d’une raison ne sont pas de la matrice.",
                       "pairs of an audience and a purpose are not in the matrix." });
}

static void lacunes(void *sum, struct section *s)
{
    each_couple(sum, s, put_gap);
}

const struct section_kind aet_publics_kind_matrice = {
    .key = "matrice",
    .led = MATRICE_LIBELLE + 1,
    .title = { "Publics et raisons de partager", "Audiences and purposes" },
    AET_COLUMNS(matrice_columns),
    .view = { .kind = VIEW_HEATMAP,
              .label = MATRICE_LIBELLE,
              .across = MATRICE_LIBELLE_POURQUOI,
              .from = MATRICE_ACTIVITES,
              .to = MATRICE_ACTIVITES },
    .fill = matrice,
    .mask = { .kind = MASK_COUNTS,
              .keys = { MATRICE_PUBLIC, MATRICE_POURQUOI },
              .keys_n = 2,
              .counts = { { MATRICE_ACTIVITES, "activites" },
                          { MATRICE_PREVU, "prevu" },
                          { MATRICE_REALISE, "realise" },
                          { MATRICE_EN_RETARD, "en_retard" } },
              .sums = { { MATRICE_ACTIVITES, MATRICE_PREVU, MATRICE_REALISE },
                        { MATRICE_ACTIVITES, MATRICE_EN_RETARD, MATRICE_EN_RETARD } } },
};

const struct section_kind aet_publics_kind_lacunes = {
    .key = "lacunes",
    .led = LACUNES_LIBELLE + 1,
    .title = { "Publics et raisons que rien ne sert",
               "Audiences and purposes that nothing serves" },
    AET_COLUMNS(lacunes_columns),
    .fill = lacunes,
    .mask = { .kind = MASK_OPEN },
};

enum { MOYENS_COMMENT, MOYENS_LIBELLE, MOYENS_ACTIVITES, MOYENS_PUBLICS };
static const struct column moyens_columns[] = {
    [MOYENS_COMMENT] = { "comment", { "Moyen", "Means" }, CELL_CODE, true },
    [MOYENS_LIBELLE] = { "libelle", { "Moyen", "Means" }, CELL_TEXT, false },
    [MOYENS_ACTIVITES] = { "activites", { "Activités", "Activities" }, CELL_COUNT, false },
    [MOYENS_PUBLICS] = { "publics", { "Publics", "Audiences" }, CELL_COUNT, false },
};

static void moyens(void *sum, struct section *s)
{
    const struct bilan *b = sum;

    for (size_t i = 0; i < b->p->termes->rows; i++) {
        if (!b->moyens[i])
            continue;
        aet_row_begin(s);
        put_term(s, MOYENS_COMMENT, b->p->termes, (int32_t)i);
        aet_row_count(s, MOYENS_ACTIVITES, b->moyens[i]);
        aet_row_count(s, MOYENS_PUBLICS, aet_publics_bits(b->moyens_publics[i]));
        aet_row_end(s);
    }
}

const struct section_kind aet_publics_kind_moyens = {
    .key = "moyens",
    .title = { "Moyens employés", "Means used" },
    AET_COLUMNS(moyens_columns),
    .view = { .kind = VIEW_BARS,
              .label = MOYENS_LIBELLE,
              .from = MOYENS_ACTIVITES,
              .to = MOYENS_ACTIVITES },
    .fill = moyens,
    .mask = { .kind = MASK_COUNTS,
              .keys = { MOYENS_COMMENT },
              .keys_n = 1,
              .counts = { { MOYENS_ACTIVITES, "activites" } } },
};

enum { RETOMBEES_RETOMBEE, RETOMBEES_LIBELLE, RETOMBEES_VISEES, RETOMBEES_OBSERVEES };
static const struct column retombees_columns[] = {
    [RETOMBEES_RETOMBEE] = { "retombee", { "Retombée", "Outcome" }, CELL_CODE, true },
    [RETOMBEES_LIBELLE] = { "libelle", { "Retombée", "Outcome" }, CELL_TEXT, false },
    [RETOMBEES_VISEES] = { "visees", { "Visée", "Aimed at" }, CELL_COUNT, false },
    [RETOMBEES_OBSERVEES] = { "observees", { "Observée", "Observed" }, CELL_COUNT, false },
};

static void retombees(void *sum, struct section *s)
{
    const struct bilan *b = sum;

    for (size_t i = 0; i < b->p->termes->rows; i++) {
        if (!b->visees[i] && !b->observees[i])
            continue;
        aet_row_begin(s);
        put_term(s, RETOMBEES_RETOMBEE, b->p->termes, (int32_t)i);
        aet_row_count(s, RETOMBEES_VISEES, b->visees[i]);
        aet_row_count(s, RETOMBEES_OBSERVEES, b->observees[i]);
        aet_row_end(s);
    }
}

const struct section_kind aet_publics_kind_retombees = {
    .key = "retombees",
    .title = { "Retombées visées et observées", "Outcomes aimed at and observed" },
    AET_COLUMNS(retombees_columns),
    .view = { .kind = VIEW_BARS,
              .label = RETOMBEES_LIBELLE,
              .from = RETOMBEES_VISEES,
              .to = RETOMBEES_OBSERVEES },
    .fill = retombees,
    .mask = { .kind = MASK_COUNTS,
              .keys = { RETOMBEES_RETOMBEE },
              .keys_n = 1,
              .counts = { { RETOMBEES_VISEES, "visees" }, { RETOMBEES_OBSERVEES, "observees" } } },
};

enum { HORS_CHAMP, HORS_LIBELLE, HORS_TEXTE, HORS_ACTIVITES };
static const struct column hors_columns[] = {
    [HORS_CHAMP] = { "champ", { "Champ", "Field" }, CELL_CODE, true },
    [HORS_LIBELLE] = { "libelle", { "Champ", "Field" }, CELL_TEXT, false },
    [HORS_TEXTE] = { "texte", { "Vos mots", "Your words" }, CELL_TEXT, false },
    [HORS_ACTIVITES] = { "activites", { "Activités", "Activities" }, CELL_COUNT, false },
};

static void hors_matrice(void *sum, struct section *s)
{
    const struct bilan *b = sum;

    for (size_t h = 0; h < HORS_CHAMPS; h++) {
        const struct hors *hors = &b->hors_matrice[h];
        const struct field *field = &aet_publics_schema_activite.fields[aet_publics_hors_champs[h]];
        uint32_t *ids = aet_names_sorted(&hors->mots);

        for (size_t i = 0; i < hors->mots.n; i++) {
            aet_row_begin(s);
            aet_row_text(s, HORS_CHAMP, aet_span_z(field->name));
            aet_row_text(s, HORS_LIBELLE, aet_span_z(aet_text(field->title, s->report->lang)));
            aet_row_text(s, HORS_TEXTE, hors->mots.list[ids[i]]);
            aet_row_count(s, HORS_ACTIVITES, hors->comptes[ids[i]].activites);
            aet_row_end(s);
        }
        aet_free(ids);
    }
}

const struct section_kind aet_publics_kind_hors_matrice = {
    .key = "hors_matrice",
    .title = { "Vos mots, qui ne sont pas de la matrice",
               "Your own words, which are not in the matrix" },
    AET_COLUMNS(hors_columns),
    .fill = hors_matrice,
};
