/* From counts to the sections of the report: what it says in short, what is late, who carries how
 * much, and month by month. bilan_matrice.c has what stands by audience and by term. */
#include "publics/bilan.h"

#include "publics/resume.h"

enum { RETARDS_MONTRES = 500 };

enum {
    BASE_ACTIVITES,
    BASE_PUBLICS,
    BASE_BUDGET,
    BASE_DEPENSE,
    BASE_REALISE,
    BASE_EN_RETARD,
    BASE_REJETES,
    BASE_ECARTES
};
static const struct column base_columns[] = {
    [BASE_ACTIVITES] = { "activites", { "Activités", "Activities" }, CELL_COUNT, false },
    [BASE_PUBLICS] = { "publics", { "Publics servis", "Audiences served" }, CELL_COUNT, false },
    [BASE_BUDGET] = { "budget", { "Budget", "Budget" }, CELL_MONEY, false },
    [BASE_DEPENSE] = { "depense", { "Dépensé", "Spent" }, CELL_MONEY, false },
    [BASE_REALISE] = { "realise", { "Réalisées", "Done" }, CELL_COUNT, false },
    [BASE_EN_RETARD] = { "en_retard", { "En retard", "Late" }, CELL_COUNT, false },
    AET_COLUMNS_REJECTED(BASE_REJETES, BASE_ECARTES, "Rejetées à la lecture"),
};

static void base(void *sum, struct section *s)
{
    const struct bilan *b = sum;

    aet_row_begin(s);
    aet_row_count(s, BASE_ACTIVITES, b->total.activites);
    aet_row_count(s, BASE_PUBLICS, aet_publics_bits(b->publics_servis));
    aet_row_money(s, BASE_BUDGET, b->budget);
    aet_row_money(s, BASE_DEPENSE, b->depense);
    aet_row_count(s, BASE_REALISE, b->total.par_etat[ETAT_REALISE]);
    aet_row_count(s, BASE_EN_RETARD, b->total.en_retard);
    aet_row_rejected(s, BASE_REJETES, BASE_ECARTES);
    aet_row_end(s);
    if (b->retards_total > RETARDS_MONTRES)
        aet_section_say(s, (struct text){ "En retard : les 500 plus longs retards sont montrés; "
                                          "json, ndjson et csv les portent tous.",
                                          "Late: the 500 longest delays are shown; json, ndjson "
                                          "and csv carry them all." });
}

static const struct section_kind base_kind = {
    .key = "base",
    .annex = true,
    .title = { "Chiffres d’ensemble", "Overall figures" },
    AET_COLUMNS(base_columns),
    .single = true,
    .fill = base,
    .mask = { .kind = MASK_COUNTS,
              .counts = { { BASE_ACTIVITES, "activites" },
                          { BASE_REALISE, "realise" },
                          { BASE_EN_RETARD, "en_retard" } },
              .sums = { { BASE_ACTIVITES, BASE_REALISE, BASE_REALISE },
                        { BASE_ACTIVITES, BASE_EN_RETARD, BASE_EN_RETARD } } },
};

enum {
    RETARDS_ID,
    RETARDS_PUBLIC,
    RETARDS_QUOI,
    RETARDS_RESPONSABLE,
    RETARDS_ECHEANCE,
    RETARDS_JOURS,
    RETARDS_REGROUPEMENT
};
static const struct column retards_columns[] = {
    [RETARDS_ID] = { "id", { "Identifiant", "Id" }, CELL_TEXT, false },
    [RETARDS_PUBLIC] = { "public", { "Publics", "Audiences" }, CELL_LIST, true },
    [RETARDS_QUOI] = { "quoi", { "Quoi", "What" }, CELL_TEXT, false },
    [RETARDS_RESPONSABLE] = { "responsable", { "Responsable", "Responsible" }, CELL_TEXT, false },
    [RETARDS_ECHEANCE] = { "echeance", { "Échéance", "Due" }, CELL_DATE, false },
    [RETARDS_JOURS] = { "jours", { "Jours de retard", "Days late" }, CELL_COUNT, false },
    [RETARDS_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
};

static void retards(void *sum, struct section *s)
{
    struct bilan *b = sum;
    struct buf list = { 0 };

    aet_publics_bilan_trim_retards(b);
    for (size_t i = 0; i < b->retards_n; i++) {
        const struct retard *x = &b->retards[i];

        aet_buf_clear(&list);
        for (size_t k = 0; k < b->p->publics->rows; k++)
            if (x->publics >> k & 1)
                aet_list_add(&list, aet_cell(b->p->publics, k, 0));
        aet_row_begin(s);
        aet_row_text_if(s, RETARDS_REGROUPEMENT, x->regroupement);
        aet_row_text_if(s, RETARDS_ID, x->id);
        aet_row_list(s, RETARDS_PUBLIC, aet_buf_view(&list));
        aet_row_text_if(s, RETARDS_QUOI, x->quoi);
        aet_row_text_if(s, RETARDS_RESPONSABLE, x->responsable);
        aet_row_date(s, RETARDS_ECHEANCE, x->echeance);
        aet_row_count(s, RETARDS_JOURS, x->jours);
        aet_row_end(s);
    }
    if (!b->groupes_dits)
        aet_section_drop(s, RETARDS_REGROUPEMENT);
    s->more = b->retards_total - b->retards_n;
    s->report->alert |= b->retards_total > 0;
    aet_buf_free(&list);
}

const struct section_kind aet_publics_kind_retards = {
    .key = "retards",
    .brief = 12,
    .title = { "En retard", "Late" },
    AET_COLUMNS(retards_columns),
    .fill = retards,
    .shown = RETARDS_MONTRES,
    .rest = { { "autre retard, plus court, n’est pas montré.",
                "other, shorter delay is not shown." },
              { "autres retards, plus courts, ne sont pas montrés.",
                "other, shorter delays are not shown." } },
};

enum {
    RESPONSABLES_RESPONSABLE,
    RESPONSABLES_ACTIVITES,
    RESPONSABLES_REALISE,
    RESPONSABLES_EN_RETARD,
    RESPONSABLES_BUDGET
};
static const struct column responsables_columns[] = {
    [RESPONSABLES_RESPONSABLE] = { "responsable",
                                   { "Responsable", "Responsible" },
                                   CELL_TEXT,
                                   false },
    [RESPONSABLES_ACTIVITES] = { "activites", { "Activités", "Activities" }, CELL_COUNT, false },
    [RESPONSABLES_REALISE] = { "realise", { "Réalisées", "Done" }, CELL_COUNT, false },
    [RESPONSABLES_EN_RETARD] = { "en_retard", { "En retard", "Late" }, CELL_COUNT, false },
    [RESPONSABLES_BUDGET] = { "budget", { "Budget", "Budget" }, CELL_MONEY, false },
};

static void responsables(void *sum, struct section *s)
{
    const struct bilan *b = sum;
    uint32_t *ids = aet_names_sorted(&b->responsables);

    for (size_t i = 0; i < b->responsables.n; i++) {
        const struct charge *c = &b->charges[ids[i]];

        aet_row_begin(s);
        aet_row_text_if(s, RESPONSABLES_RESPONSABLE, b->responsables.list[ids[i]]);
        aet_row_count(s, RESPONSABLES_ACTIVITES, c->a.activites);
        aet_row_count(s, RESPONSABLES_REALISE, c->a.par_etat[ETAT_REALISE]);
        aet_row_count(s, RESPONSABLES_EN_RETARD, c->a.en_retard);
        aet_row_money(s, RESPONSABLES_BUDGET, c->budget);
        aet_row_end(s);
    }
    aet_free(ids);
}

static const struct section_kind responsables_kind = {
    .key = "responsables",
    .title = { "Charge par responsable", "Load by person responsible" },
    AET_COLUMNS(responsables_columns),
    .view = { .kind = VIEW_BARS,
              .label = RESPONSABLES_RESPONSABLE,
              .from = RESPONSABLES_ACTIVITES,
              .to = RESPONSABLES_EN_RETARD },
    .fill = responsables,
    .mask = { .kind = MASK_COUNTS,
              .keys = { RESPONSABLES_RESPONSABLE },
              .keys_n = 1,
              .counts = { { RESPONSABLES_ACTIVITES, "activites" },
                          { RESPONSABLES_REALISE, "realise" },
                          { RESPONSABLES_EN_RETARD, "en_retard" } },
              .sums = { { RESPONSABLES_ACTIVITES, RESPONSABLES_REALISE, RESPONSABLES_REALISE },
                        { RESPONSABLES_ACTIVITES, RESPONSABLES_EN_RETARD,
                          RESPONSABLES_EN_RETARD } } },
};

enum { MOIS_MOIS, MOIS_ACTIVITES, MOIS_REALISE, MOIS_EN_RETARD, MOIS_BUDGET };
static const struct column mois_columns[] = {
    [MOIS_MOIS] = { "mois", { "Mois", "Month" }, CELL_DATE, false },
    [MOIS_ACTIVITES] = { "activites", { "Activités", "Activities" }, CELL_COUNT, false },
    [MOIS_REALISE] = { "realise", { "Réalisées", "Done" }, CELL_COUNT, false },
    [MOIS_EN_RETARD] = { "en_retard", { "En retard", "Late" }, CELL_COUNT, false },
    [MOIS_BUDGET] = { "budget", { "Budget", "Budget" }, CELL_MONEY, false },
};

static void mois(void *sum, struct section *s)
{
    const struct bilan *b = sum;

    for (size_t i = 0; i < b->mois_n; i++) {
        const struct charge *c = &b->mois[i].charge;
        int32_t m = b->mois[i].mois;

        aet_row_begin(s);
        aet_row_date(s, MOIS_MOIS, (struct date){ (int16_t)(m / 12), (int8_t)(m % 12 + 1), 0 });
        aet_row_count(s, MOIS_ACTIVITES, c->a.activites);
        aet_row_count(s, MOIS_REALISE, c->a.par_etat[ETAT_REALISE]);
        aet_row_count(s, MOIS_EN_RETARD, c->a.en_retard);
        aet_row_money(s, MOIS_BUDGET, c->budget);
        aet_row_end(s);
    }
}

static const struct section_kind mois_kind = {
    .key = "mois",
    .title = { "Échéances par mois", "Due dates by month" },
    AET_COLUMNS(mois_columns),
    .fill = mois,
    .mask = { .kind = MASK_COUNTS,
              .keys = { MOIS_MOIS },
              .keys_n = 1,
              .counts = { { MOIS_ACTIVITES, "activites" },
                          { MOIS_REALISE, "realise" },
                          { MOIS_EN_RETARD, "en_retard" } },
              .sums = { { MOIS_ACTIVITES, MOIS_REALISE, MOIS_REALISE },
                        { MOIS_ACTIVITES, MOIS_EN_RETARD, MOIS_EN_RETARD } } },
};

const struct section_kind *const aet_publics_bilan_sections[] = { &aet_publics_kind_resume,
                                                                  &base_kind,
                                                                  &aet_publics_kind_retards,
                                                                  &aet_publics_kind_regroupements,
                                                                  &aet_publics_kind_servis,
                                                                  &aet_publics_kind_publics,
                                                                  &aet_publics_kind_buts,
                                                                  &aet_publics_kind_matrice,
                                                                  &aet_publics_kind_lacunes,
                                                                  &aet_publics_kind_moyens,
                                                                  &aet_publics_kind_retombees,
                                                                  &aet_publics_kind_messages,
                                                                  &aet_publics_kind_hors_matrice,
                                                                  &responsables_kind,
                                                                  &mois_kind,
                                                                  NULL };
