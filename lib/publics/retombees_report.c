/* The sections of what means led to. */
#include "base/fold.h"
#include "publics/resume.h"
#include "publics/retombees.h"
#include "stats/proportion.h"

enum { PETIT = 5 }; /* under it a share carries its note */

#define COUNT(index, name, fr, en) [index] = { name, { fr, en }, CELL_COUNT, false }
#define SHARE(index, name, fr, en) [index] = { name, { fr, en }, CELL_SHARE, false }

enum {
    BASE_ACTIVITES,
    BASE_REALISEES,
    BASE_AVEC,
    BASE_VISEES,
    BASE_OBSERVEES,
    BASE_PART,
    BASE_REJETES,
    BASE_ECARTES
};
static const struct column base_columns[] = {
    COUNT(BASE_ACTIVITES, "activites", "Activités", "Activities"),
    COUNT(BASE_REALISEES, "realisees", "Réalisées", "Done"),
    COUNT(BASE_AVEC, "avec_observation", "Réalisées, avec une retombée observée",
          "Done, with an outcome observed"),
    COUNT(BASE_VISEES, "visees", "Retombées visées par celles-ci", "Outcomes that these aimed at"),
    COUNT(BASE_OBSERVEES, "observees", "Observées", "Observed"),
    SHARE(BASE_PART, "part", "Part observée", "Share observed"),
    AET_COLUMNS_REJECTED(BASE_REJETES, BASE_ECARTES, "Rejetées à la lecture"),
};

static void base(void *sum, struct section *s)
{
    const struct retombees *r = sum;

    aet_row_begin(s);
    aet_row_count(s, BASE_ACTIVITES, r->activites);
    aet_row_count(s, BASE_REALISEES, r->total.realisees);
    aet_row_count(s, BASE_AVEC, r->total.avec_observation);
    aet_row_count(s, BASE_VISEES, r->total.issue.visees);
    aet_row_count(s, BASE_OBSERVEES, r->total.issue.observees);
    aet_row_share(s, BASE_PART, r->total.issue.observees, r->total.issue.visees);
    aet_row_rejected(s, BASE_REJETES, BASE_ECARTES);
    aet_row_end(s);
}

static const struct section_kind base_kind = {
    .key = "base",
    .annex = true,
    .title = { "Chiffres d’ensemble", "Overall figures" },
    AET_COLUMNS(base_columns),
    .single = true,
    .fill = base,
};

enum {
    RETOMBEES_ID,
    RETOMBEES_LIBELLE,
    RETOMBEES_ACTIVITES,
    RETOMBEES_REALISEES,
    RETOMBEES_OBSERVEES,
    RETOMBEES_PART,
    RETOMBEES_BAS,
    RETOMBEES_HAUT,
    RETOMBEES_SANS_VISEE
};
static const struct column retombees_columns[] = {
    [RETOMBEES_ID] = { "retombee", { "Retombée", "Outcome" }, CELL_CODE, true },
    [RETOMBEES_LIBELLE] = { "libelle", { "Retombée", "Outcome" }, CELL_TEXT, false },
    COUNT(RETOMBEES_ACTIVITES, "activites", "Visée par", "Aimed at by"),
    COUNT(RETOMBEES_REALISEES, "realisees", "Dont réalisées", "Of these done"),
    COUNT(RETOMBEES_OBSERVEES, "observees", "Observée", "Observed"),
    SHARE(RETOMBEES_PART, "part", "Part observée", "Share observed"),
    SHARE(RETOMBEES_BAS, "ic_bas", "IC 95\u00a0%\u00a0: bas", "95% CI: low"),
    SHARE(RETOMBEES_HAUT, "ic_haut", "IC 95\u00a0%\u00a0: haut", "95% CI: high"),
    COUNT(RETOMBEES_SANS_VISEE, "sans_visee", "Observée sans être visée", "Observed, not aimed at"),
};

/* A share with its interval of Wilson; none where nothing was done. */
static void put_share(struct section *s, int part, int64_t seen, int64_t of)
{
    struct stat_interval ci = aet_wilson((uint64_t)seen, (uint64_t)of, AET_POPULATION_UNKNOWN,
                                         0.95);

    aet_row_share(s, part, seen, of);
    aet_row_number_if(s, part + 1, ci.low.defined, ci.low.value);
    aet_row_number_if(s, part + 2, ci.high.defined, ci.high.value);
}

static void say_limits(struct section *s)
{
    static const struct text limits = {
        "Parmi les activités réalisées qui la visaient. Ce que personne n’a noté passe pour non "
        "observé, et rien ne dit que le moyen en est la cause\u00a0: d’autres en ont joué un rôle.",
        "Among activities done that aimed at it. What nobody wrote down counts as not observed, "
        "and nothing tells that the means is the cause: others played a part."
    };

    aet_section_say(s, limits);
}

static void retombees(void *sum, struct section *s)
{
    const struct retombees *r = sum;
    const struct table *t = r->p->termes;

    for (size_t i = 0; i < t->rows; i++) {
        const struct retombee *x = &r->retombees[i];

        if (!x->activites && !x->sans_visee)
            continue;
        aet_row_begin(s);
        aet_row_text(s, RETOMBEES_ID, aet_cell(t, i, 0));
        aet_row_text(s, RETOMBEES_LIBELLE, aet_label(t, i, s->report->lang));
        aet_row_count(s, RETOMBEES_ACTIVITES, x->activites);
        aet_row_count(s, RETOMBEES_REALISEES, x->realisees);
        aet_row_count(s, RETOMBEES_OBSERVEES, x->observees);
        put_share(s, RETOMBEES_PART, x->observees, x->realisees);
        aet_row_count(s, RETOMBEES_SANS_VISEE, x->sans_visee);
        aet_row_end(s);
    }
    say_limits(s);
}

static const struct section_kind retombees_kind = {
    .key = "retombees",
    .brief = 20,
    .title = { "Retombées visées, puis observées", "Outcomes aimed at, then observed" },
    AET_COLUMNS(retombees_columns),
    .view = { .kind = VIEW_BARS,
              .label = RETOMBEES_LIBELLE,
              .from = RETOMBEES_ACTIVITES,
              .to = RETOMBEES_OBSERVEES },
    .fill = retombees,
};

enum {
    MOYENS_ID,
    MOYENS_LIBELLE,
    MOYENS_RETOMBEE,
    MOYENS_LIBELLE_RETOMBEE,
    MOYENS_REALISEES,
    MOYENS_OBSERVEES,
    MOYENS_PART,
    MOYENS_NOTE
};
static const struct column moyens_columns[] = {
    [MOYENS_ID] = { "comment", { "Moyen", "Means" }, CELL_CODE, true },
    [MOYENS_LIBELLE] = { "libelle", { "Moyen", "Means" }, CELL_TEXT, false },
    [MOYENS_RETOMBEE] = { "retombee", { "Retombée", "Outcome" }, CELL_CODE, true },
    [MOYENS_LIBELLE_RETOMBEE] = { "libelle_retombee",
                                  { "Retombée visée", "Outcome aimed at" },
                                  CELL_TEXT,
                                  false },
    COUNT(MOYENS_REALISEES, "realisees", "Activités réalisées", "Activities done"),
    COUNT(MOYENS_OBSERVEES, "observees", "Observée", "Observed"),
    SHARE(MOYENS_PART, "part", "Part observée", "Share observed"),
    [MOYENS_NOTE] = { "note", { "Note", "Note" }, CELL_TEXT, false },
};

static void put_pair(const struct retombees *r, struct section *s, size_t moyen, size_t retombee,
                     const struct issue *x)
{
    static const struct text few = { "moins de 5 activités", "fewer than 5 activities" };
    const struct table *t = r->p->termes;

    aet_row_begin(s);
    aet_row_text(s, MOYENS_ID, aet_cell(t, moyen, 0));
    aet_row_text(s, MOYENS_LIBELLE, aet_label(t, moyen, s->report->lang));
    aet_row_text(s, MOYENS_RETOMBEE, aet_cell(t, retombee, 0));
    aet_row_text(s, MOYENS_LIBELLE_RETOMBEE, aet_label(t, retombee, s->report->lang));
    aet_row_count(s, MOYENS_REALISEES, x->visees);
    aet_row_count(s, MOYENS_OBSERVEES, x->observees);
    aet_row_share(s, MOYENS_PART, x->observees, x->visees);
    if (x->visees < PETIT)
        aet_row_words(s, MOYENS_NOTE, few);
    else
        aet_row_unknown(s, MOYENS_NOTE);
    aet_row_end(s);
}

static void moyens(void *sum, struct section *s)
{
    const struct retombees *r = sum;
    size_t n = r->p->termes->rows;

    for (size_t m = 0; m < n; m++)
        for (size_t i = 0; i < n; i++)
            if (r->issues[m * (n + 1) + i].visees)
                put_pair(r, s, m, i, &r->issues[m * (n + 1) + i]);
}

static const struct section_kind moyens_kind = {
    .key = "moyens",
    .led = MOYENS_LIBELLE + 1,
    .title = { "Ce que chaque moyen a donné", "What each means led to" },
    AET_COLUMNS(moyens_columns),
    .fill = moyens,
};

enum {
    RECOLTE_NOM,
    RECOLTE_REALISEES,
    RECOLTE_AVEC,
    RECOLTE_VISEES,
    RECOLTE_OBSERVEES,
    RECOLTE_PART
};

#define RECOLTE(name, fr, en)                                                     \
    {                                                                             \
        [RECOLTE_NOM] = { name, { fr, en }, CELL_TEXT, false },                   \
        COUNT(RECOLTE_REALISEES, "realisees", "Réalisées", "Done"),               \
        COUNT(RECOLTE_AVEC, "avec_observation", "Avec une retombée observée",     \
              "With an outcome observed"),                                        \
        COUNT(RECOLTE_VISEES, "visees", "Retombées visées", "Outcomes aimed at"), \
        COUNT(RECOLTE_OBSERVEES, "observees", "Observées", "Observed"),           \
        SHARE(RECOLTE_PART, "part", "Part observée", "Share observed"),           \
    }
static const struct column annees_columns[] = RECOLTE("annee", "Année", "Year");
static const struct column groupes_columns[] = RECOLTE("regroupement", "Regroupement", "Group");

static void put_all(const struct names *names, const struct recolte *counts, struct section *s)
{
    uint32_t *order = aet_names_sorted(names);

    for (size_t i = 0; i < names->n; i++) {
        const struct recolte *x = &counts[order[i]];

        aet_row_begin(s);
        aet_row_text_if(s, RECOLTE_NOM, names->list[order[i]]);
        aet_row_count(s, RECOLTE_REALISEES, x->realisees);
        aet_row_count(s, RECOLTE_AVEC, x->avec_observation);
        aet_row_count(s, RECOLTE_VISEES, x->issue.visees);
        aet_row_count(s, RECOLTE_OBSERVEES, x->issue.observees);
        aet_row_share(s, RECOLTE_PART, x->issue.observees, x->issue.visees);
        aet_row_end(s);
    }
    aet_free(order);
}

static void annees(void *sum, struct section *s)
{
    const struct retombees *r = sum;

    put_all(&r->annees, r->par_annee, s);
}

static void groupes(void *sum, struct section *s)
{
    const struct retombees *r = sum;

    s->absent = r->regroupements.n == 0 || (r->regroupements.n == 1 && !r->regroupements.list[0].n);
    if (!s->absent)
        put_all(&r->regroupements, r->par_groupe, s);
}

static const struct section_kind annees_kind = {
    .key = "annees",
    .title = { "D’une année à l’autre", "From year to year" },
    AET_COLUMNS(annees_columns),
    .fill = annees,
};
static const struct section_kind groupes_kind = {
    .key = "regroupements",
    .title = { "Par regroupement", "By group" },
    AET_COLUMNS(groupes_columns),
    .fill = groupes,
};

const struct section_kind *const aet_publics_retombees_sections[] = {
    &aet_publics_kind_resume_retombees,
    &base_kind,
    &retombees_kind,
    &moyens_kind,
    &annees_kind,
    &groupes_kind,
    NULL
};
