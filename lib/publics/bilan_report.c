/* From counts to the sections of the report (share/schemas/publics-bilan.json). */
#include "publics/bilan.h"

#include "base/fold.h"

static const struct column base_columns[] = {
    { "activites", { "Activités", "Activities" }, CELL_COUNT, false },
    { "publics", { "Publics servis", "Audiences served" }, CELL_COUNT, false },
    { "budget", { "Budget", "Budget" }, CELL_MONEY, false },
    { "depense", { "Dépensé", "Spent" }, CELL_MONEY, false },
    { "realise", { "Réalisées", "Done" }, CELL_COUNT, false },
    { "en_retard", { "En retard", "Late" }, CELL_COUNT, false },
    { "rejetes", { "Rejetées à la lecture", "Rejected on reading" }, CELL_COUNT, false },
};
static const struct section_kind base_kind = { "base",       { "En bref", "In short" },
                                               base_columns, 7,
                                               true,         AET_VIEW_TABLE };

static const struct column publics_columns[] = {
    { "public", { "Public", "Audience" }, CELL_CODE, true },
    { "libelle", { "Public", "Audience" }, CELL_TEXT, false },
    { "activites", { "Activités", "Activities" }, CELL_COUNT, false },
    { "prevu", { "Prévues", "Planned" }, CELL_COUNT, false },
    { "en_cours", { "En cours", "Under way" }, CELL_COUNT, false },
    { "realise", { "Réalisées", "Done" }, CELL_COUNT, false },
    { "reporte", { "Reportées", "Postponed" }, CELL_COUNT, false },
    { "abandonne", { "Abandonnées", "Dropped" }, CELL_COUNT, false },
    { "en_retard", { "En retard", "Late" }, CELL_COUNT, false },
};
static const struct section_kind publics_kind = {
    "publics",       { "Activités par public", "Activities by audience" },
    publics_columns, 9,
    false,           { VIEW_BARS, 1, 0, 2, 1 }
};

static const struct column matrice_columns[] = {
    { "public", { "Public", "Audience" }, CELL_CODE, true },
    { "libelle", { "Public", "Audience" }, CELL_TEXT, false },
    { "pourquoi", { "Pourquoi", "Why" }, CELL_CODE, true },
    { "libelle_pourquoi", { "Pourquoi", "Why" }, CELL_TEXT, false },
    { "activites", { "Activités", "Activities" }, CELL_COUNT, false },
    { "prevu", { "Prévues", "Planned" }, CELL_COUNT, false },
    { "realise", { "Réalisées", "Done" }, CELL_COUNT, false },
    { "en_retard", { "En retard", "Late" }, CELL_COUNT, false },
};
static const struct section_kind matrice_kind = {
    "matrice",       { "Publics et raisons de partager", "Audiences and purposes" },
    matrice_columns, 8,
    false,           { VIEW_HEATMAP, 1, 3, 4, 1 }
};

static const struct column moyens_columns[] = {
    { "comment", { "Moyen", "Means" }, CELL_CODE, true },
    { "libelle", { "Moyen", "Means" }, CELL_TEXT, false },
    { "activites", { "Activités", "Activities" }, CELL_COUNT, false },
    { "publics", { "Publics", "Audiences" }, CELL_COUNT, false },
};
static const struct section_kind moyens_kind = {
    "moyens",       { "Moyens employés", "Means used" },
    moyens_columns, 4,
    false,          { VIEW_BARS, 1, 0, 2, 1 }
};

static const struct column retombees_columns[] = {
    { "retombee", { "Retombée", "Outcome" }, CELL_CODE, true },
    { "libelle", { "Retombée", "Outcome" }, CELL_TEXT, false },
    { "visees", { "Visée", "Aimed at" }, CELL_COUNT, false },
    { "observees", { "Observée", "Observed" }, CELL_COUNT, false },
};
static const struct section_kind retombees_kind = { "retombees",
                                                    { "Retombées visées et observées",
                                                      "Outcomes aimed at and observed" },
                                                    retombees_columns,
                                                    4,
                                                    false,
                                                    { VIEW_BARS, 1, 0, 2, 2 } };

static const struct column responsables_columns[] = {
    { "responsable", { "Responsable", "Responsible" }, CELL_TEXT, false },
    { "activites", { "Activités", "Activities" }, CELL_COUNT, false },
    { "realise", { "Réalisées", "Done" }, CELL_COUNT, false },
    { "en_retard", { "En retard", "Late" }, CELL_COUNT, false },
    { "budget", { "Budget", "Budget" }, CELL_MONEY, false },
};
static const struct section_kind responsables_kind = { "responsables",
                                                       { "Charge par responsable",
                                                         "Load by person responsible" },
                                                       responsables_columns,
                                                       5,
                                                       false,
                                                       { VIEW_BARS, 0, 0, 1, 3 } };

static const struct column mois_columns[] = {
    { "mois", { "Mois", "Month" }, CELL_DATE, false },
    { "activites", { "Activités", "Activities" }, CELL_COUNT, false },
    { "realise", { "Réalisées", "Done" }, CELL_COUNT, false },
    { "en_retard", { "En retard", "Late" }, CELL_COUNT, false },
    { "budget", { "Budget", "Budget" }, CELL_MONEY, false },
};
static const struct section_kind mois_kind = {
    "mois", { "Échéances par mois", "Due dates by month" }, mois_columns, 5, false, AET_VIEW_TABLE
};

static const struct column retards_columns[] = {
    { "id", { "Identifiant", "Id" }, CELL_TEXT, false },
    { "public", { "Publics", "Audiences" }, CELL_LIST, true },
    { "quoi", { "Quoi", "What" }, CELL_TEXT, false },
    { "responsable", { "Responsable", "Responsible" }, CELL_TEXT, false },
    { "echeance", { "Échéance", "Due" }, CELL_DATE, false },
    { "jours", { "Jours de retard", "Days late" }, CELL_COUNT, false },
};
static const struct section_kind retards_kind = { "retards",       { "En retard", "Late" },
                                                  retards_columns, 6,
                                                  false,           AET_VIEW_TABLE };

static const struct column lacunes_columns[] = {
    { "public", { "Public", "Audience" }, CELL_CODE, true },
    { "libelle", { "Public", "Audience" }, CELL_TEXT, false },
    { "pourquoi", { "Pourquoi", "Why" }, CELL_CODE, true },
    { "libelle_pourquoi", { "Pourquoi", "Why" }, CELL_TEXT, false },
};
static const struct section_kind lacunes_kind = { "lacunes",
                                                  { "Publics et raisons que rien ne sert",
                                                    "Audiences and purposes that nothing serves" },
                                                  lacunes_columns,
                                                  4,
                                                  false,
                                                  AET_VIEW_TABLE };

const struct section_kind *const aet_bilan_sections[] = {
    &base_kind,   &retards_kind,   &publics_kind,      &matrice_kind, &lacunes_kind,
    &moyens_kind, &retombees_kind, &responsables_kind, &mois_kind,    NULL
};

static int64_t bits(uint64_t v)
{
    int64_t n = 0;

    for (; v; v &= v - 1)
        n++;
    return n;
}

static void base(const struct bilan *b, struct report *r, uint64_t rejected)
{
    struct section *s = aet_report_section(r, &base_kind);

    aet_put_count(s, b->total.activites);
    aet_put_count(s, bits(b->publics_servis));
    aet_put_money(s, b->budget);
    aet_put_money(s, b->depense);
    aet_put_count(s, b->total.par_etat[ETAT_REALISE]);
    aet_put_count(s, b->total.en_retard);
    aet_put_count(s, (int64_t)rejected);
}

/* An id and its label, as two cells. */
static void put_term(struct report *r, struct section *s, const struct table *t, int32_t row)
{
    aet_put_text(r, s, aet_cell(t, (size_t)row, 0));
    aet_put_text(r, s, aet_label(t, (size_t)row, r->lang));
}

static void put_public(const struct bilan *b, struct report *r, struct section *s, int32_t row)
{
    aet_put_text(r, s, aet_cell(b->p->publics, (size_t)row, 0));
    aet_put_text(r, s, aet_fold_short(aet_label(b->p->publics, (size_t)row, r->lang)));
}

static void publics(const struct bilan *b, struct report *r)
{
    struct section *s = aet_report_section(r, &publics_kind);

    for (size_t i = 0; i < b->p->publics->rows; i++) {
        const struct avancement *a = &b->publics[i];

        put_public(b, r, s, (int32_t)i);
        aet_put_count(s, a->activites);
        for (int e = 0; e < ETATS; e++)
            aet_put_count(s, a->par_etat[e]);
        aet_put_count(s, a->en_retard);
    }
    aet_section_note(r, s,
                     aet_span_z(r->lang == LANG_FR
                                    ? "Une activité qui vise plusieurs publics compte pour chacun."
                                    : "An activity for several audiences counts for each."));
}

/* Call `put` for every audience and purpose of the matrix with its counts. */
static void each_couple(const struct bilan *b, struct report *r, struct section *s,
                        void (*put)(const struct bilan *, struct report *, struct section *,
                                    int32_t, int32_t, const struct avancement *))
{
    for (size_t i = 0; i < b->p->blocs_n; i++) {
        const struct bloc *bloc = &b->p->blocs[i];

        for (size_t k = 0; k < bloc->n[ROLE_POURQUOI]; k++)
            put(b, r, s, bloc->public, bloc->rows[ROLE_POURQUOI][k],
                &b->couples[b->first_couple[i] + k]);
    }
}

static void put_couple(const struct bilan *b, struct report *r, struct section *s, int32_t public,
                       int32_t terme, const struct avancement *a)
{
    put_public(b, r, s, public);
    put_term(r, s, b->p->termes, terme);
    aet_put_count(s, a->activites);
    aet_put_count(s, a->par_etat[ETAT_PREVU]);
    aet_put_count(s, a->par_etat[ETAT_REALISE]);
    aet_put_count(s, a->en_retard);
}

static void put_gap(const struct bilan *b, struct report *r, struct section *s, int32_t public,
                    int32_t terme, const struct avancement *a)
{
    if (a->activites)
        return;
    put_public(b, r, s, public);
    put_term(r, s, b->p->termes, terme);
}

static void note_count(struct report *r, struct section *s, int64_t n, struct text one,
                       struct text many)
{
    struct buf text = { 0 };

    if (!n)
        return;
    aet_buf_int(&text, n);
    aet_buf_char(&text, ' ');
    aet_buf_str(&text, aet_text(n == 1 ? one : many, r->lang));
    aet_section_note(r, s, aet_buf_view(&text));
    aet_buf_free(&text);
}

static void matrice(const struct bilan *b, struct report *r)
{
    struct section *s = aet_report_section(r, &matrice_kind);

    each_couple(b, r, s, put_couple);
    note_count(
        r, s, b->sans_pourquoi,
        (struct text){ "activité ne dit pas sa raison : elle n’est pas dans ce tableau.",
                       "activity does not say its purpose: it is not in this table." },
        (struct text){ "activités ne disent pas leur raison : elles ne sont pas dans ce tableau.",
                       "activities do not say their purpose: they are not in this table." });
    note_count(r, s, b->hors_matrice,
               (struct text){ "association d’un public et d’une raison n’est pas de la matrice.",
                              "pair of an audience and a purpose is not in the matrix." },
               (struct text){ "associations d’un public et d’une raison ne sont pas de la matrice.",
                              "pairs of an audience and a purpose are not in the matrix." });
}

static void moyens(const struct bilan *b, struct report *r)
{
    struct section *s = aet_report_section(r, &moyens_kind);

    for (size_t i = 0; i < b->p->termes->rows; i++) {
        if (!b->moyens[i])
            continue;
        put_term(r, s, b->p->termes, (int32_t)i);
        aet_put_count(s, b->moyens[i]);
        aet_put_count(s, bits(b->moyens_publics[i]));
    }
}

static void retombees(const struct bilan *b, struct report *r)
{
    struct section *s = aet_report_section(r, &retombees_kind);

    for (size_t i = 0; i < b->p->termes->rows; i++) {
        if (!b->visees[i] && !b->observees[i])
            continue;
        put_term(r, s, b->p->termes, (int32_t)i);
        aet_put_count(s, b->visees[i]);
        aet_put_count(s, b->observees[i]);
    }
}

static void put_charge(struct section *s, const struct charge *c)
{
    aet_put_count(s, c->a.activites);
    aet_put_count(s, c->a.par_etat[ETAT_REALISE]);
    aet_put_count(s, c->a.en_retard);
    aet_put_money(s, c->budget);
}

static void responsables(const struct bilan *b, struct report *r)
{
    struct section *s = aet_report_section(r, &responsables_kind);
    uint32_t *ids = aet_names_sorted(&b->responsables);

    for (size_t i = 0; i < b->responsables.n; i++) {
        struct span name = b->responsables.list[ids[i]];

        aet_put_text_if(r, s, name);
        put_charge(s, &b->charges[ids[i]]);
    }
    aet_free(ids);
}

static void mois(const struct bilan *b, struct report *r)
{
    struct section *s = aet_report_section(r, &mois_kind);

    for (size_t i = 0; i < b->mois_n; i++) {
        int32_t m = b->mois[i].mois;

        aet_put_date(s, (struct date){ (int16_t)(m / 12), (int8_t)(m % 12 + 1), 0 });
        put_charge(s, &b->mois[i].charge);
    }
}

static void retards(struct bilan *b, struct report *r)
{
    struct section *s = aet_report_section(r, &retards_kind);
    struct buf list = { 0 };

    aet_bilan_trim_retards(b);
    for (size_t i = 0; i < b->retards_n; i++) {
        const struct retard *x = &b->retards[i];

        aet_buf_clear(&list);
        for (size_t k = 0; k < b->p->publics->rows; k++)
            if (x->publics >> k & 1)
                aet_list_add(&list, aet_cell(b->p->publics, k, 0));
        aet_put_text_if(r, s, x->id);
        aet_put_list(r, s, aet_buf_view(&list));
        aet_put_text_if(r, s, x->quoi);
        aet_put_text_if(r, s, x->responsable);
        aet_put_date(s, x->echeance);
        aet_put_count(s, x->jours);
    }
    note_count(r, s, (int64_t)(b->retards_total - b->retards_n),
               (struct text){ "autre retard, plus court, n’est pas montré.",
                              "other, shorter delay is not shown." },
               (struct text){ "autres retards, plus courts, ne sont pas montrés.",
                              "other, shorter delays are not shown." });
    r->alert |= b->retards_total > 0;
    aet_buf_free(&list);
}

void aet_bilan_finish(struct bilan *b, struct report *r, uint64_t rejected)
{
    struct section *s;

    base(b, r, rejected);
    retards(b, r);
    publics(b, r);
    matrice(b, r);
    s = aet_report_section(r, &lacunes_kind);
    each_couple(b, r, s, put_gap);
    moyens(b, r);
    retombees(b, r);
    responsables(b, r);
    mois(b, r);
}
