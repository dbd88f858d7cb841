/* The sections of recommendations. What details another one comes from where that one does, unless
 * it says otherwise. */
#include "repa/recommandations/recommandations.h"

#include "base/fold.h"

/* The recommendation of that id, or NULL. */
static const struct recommandation *of_id(const struct recommandations *r, uint32_t id)
{
    for (size_t i = 0; id != AET_NO_NAME && i < r->n; i++)
        if (r->list[i].id == id)
            return &r->list[i];
    return NULL;
}

static bool from_any(const struct recommandations *r, const struct recommandation *x)
{
    for (size_t i = 0; i < r->k->provenances->rows; i++)
        if (x->provenances[i])
            return true;
    return false;
}

/* Where it comes from: itself, or the nearest one above it that says so; a circle ends. */
static const struct recommandation *source(const struct recommandations *r,
                                           const struct recommandation *x)
{
    const struct recommandation *at = x;

    for (size_t i = 0; at && i <= r->n; i++) {
        if (from_any(r, at))
            return at;
        at = of_id(r, at->parent);
    }
    return NULL;
}

static size_t how_many(const struct recommandations *r, const struct recommandation *x)
{
    size_t n = 0;

    for (size_t i = 0; i < r->k->provenances->rows; i++)
        n += x->provenances[i];
    return n;
}

#define COUNT(index, name, fr, en) [index] = { name, { fr, en }, CELL_COUNT, false }

enum {
    BASE_RECOMMANDATIONS,
    BASE_SOUS_POINTS,
    BASE_SANS,
    BASE_RECITS,
    BASE_PASSAGES,
    BASE_PERSONNES,
    BASE_REJETES,
    BASE_ECARTES
};
static const struct column base_columns[] = {
    COUNT(BASE_RECOMMANDATIONS, "recommandations", "Recommandations", "Recommendations"),
    COUNT(BASE_SOUS_POINTS, "sous_points", "Dont en précisent une autre",
          "Of these detail another one"),
    COUNT(BASE_SANS, "sans_provenance", "Sans provenance", "Without provenance"),
    COUNT(BASE_RECITS, "recits", "Récits cités", "Narratives named"),
    COUNT(BASE_PASSAGES, "passages", "Passages cités", "Passages named"),
    COUNT(BASE_PERSONNES, "personnes_citees", "Personnes dont ce sont les mots",
          "People whose words they are"),
    AET_COLUMNS_REJECTED(BASE_REJETES, BASE_ECARTES, "Rejetées à la lecture"),
};

static void base(void *sum, struct section *s)
{
    const struct recommandations *r = sum;
    int64_t details = 0, without = 0, passages = 0;

    for (size_t i = 0; i < r->n; i++) {
        details += r->list[i].parent != AET_NO_NAME;
        without += !source(r, &r->list[i]);
        passages += r->list[i].passages;
    }
    aet_row_begin(s);
    aet_row_count(s, BASE_RECOMMANDATIONS, (int64_t)r->n);
    aet_row_count(s, BASE_SOUS_POINTS, details);
    aet_row_count(s, BASE_SANS, without);
    aet_row_count(s, BASE_RECITS, (int64_t)r->recits.n);
    aet_row_count(s, BASE_PASSAGES, passages);
    aet_row_count(s, BASE_PERSONNES, (int64_t)r->paroles.n);
    aet_row_rejected(s, BASE_REJETES, BASE_ECARTES);
    aet_row_end(s);
}

const struct section_kind aet_repa_kind_rcm_base = {
    .key = "base",
    .annex = true,
    .title = { "Chiffres d’ensemble", "Overall figures" },
    AET_COLUMNS(base_columns),
    .single = true,
    .fill = base,
    .mask = { .kind = MASK_COUNTS,
              .counts = { { BASE_RECOMMANDATIONS, "recommandations" },
                          { BASE_SOUS_POINTS, "sous-points" },
                          { BASE_SANS, "sans-provenance" },
                          { BASE_PASSAGES, "passages" } },
              .few = { BASE_RECITS, BASE_PERSONNES },
              .few_n = 2 },
};

enum { PROV_ID, PROV_LIBELLE, PROV_RECOMMANDATIONS, PROV_SEULE, PROV_PART };
static const struct column provenances_columns[] = {
    [PROV_ID] = { "provenance", { "Provenance", "Provenance" }, CELL_CODE, true },
    [PROV_LIBELLE] = { "libelle", { "Provenance", "Provenance" }, CELL_TEXT, false },
    COUNT(PROV_RECOMMANDATIONS, "recommandations", "Recommandations", "Recommendations"),
    COUNT(PROV_SEULE, "provenance_seule", "De là seulement", "From there alone"),
    [PROV_PART] = { "part", { "Part", "Share" }, CELL_SHARE, false },
};

static void provenances(void *sum, struct section *s)
{
    const struct recommandations *r = sum;
    const struct table *t = r->k->provenances;

    for (size_t row = 0; row < t->rows; row++) {
        int64_t n = 0, alone = 0;

        for (size_t i = 0; i < r->n; i++) {
            const struct recommandation *x = source(r, &r->list[i]);

            n += x && x->provenances[row];
            alone += x && x->provenances[row] && how_many(r, x) == 1;
        }
        aet_row_begin(s);
        aet_row_text(s, PROV_ID, aet_cell(t, row, 0));
        aet_row_text(s, PROV_LIBELLE, aet_label(t, row, s->report->lang));
        aet_row_count(s, PROV_RECOMMANDATIONS, n);
        aet_row_count(s, PROV_SEULE, alone);
        aet_row_share(s, PROV_PART, n, (int64_t)r->n);
        aet_row_end(s);
    }
}

const struct section_kind aet_repa_kind_rcm_provenances = {
    .key = "provenances",
    .title = { "D’où elles viennent", "Where they come from" },
    AET_COLUMNS(provenances_columns),
    .view = { .kind = VIEW_BARS,
              .label = PROV_LIBELLE,
              .from = PROV_RECOMMANDATIONS,
              .to = PROV_SEULE },
    .fill = provenances,
};

enum {
    RECO_ID,
    RECO_ENONCE,
    RECO_PARENT,
    RECO_PROVENANCES,
    RECO_RECITS,
    RECO_PASSAGES,
    RECO_PAROLES,
    RECO_CONSTAT
};
static const struct column recommandations_columns[] = {
    [RECO_ID] = { "id", { "Numéro", "Number" }, CELL_TEXT, false },
    [RECO_ENONCE] = { "recommandation", { "Recommandation", "Recommendation" }, CELL_TEXT, false },
    [RECO_PARENT] = { "parent", { "Précise", "Details" }, CELL_TEXT, false },
    [RECO_PROVENANCES] = { "provenances",
                           { "D’où elle vient", "Where it comes from" },
                           CELL_LIST,
                           false },
    [RECO_RECITS] = { "recits", { "Récits", "Narratives" }, CELL_LIST, false },
    COUNT(RECO_PASSAGES, "passages", "Passages", "Passages"),
    [RECO_PAROLES] = { "paroles", { "Paroles de", "Words of" }, CELL_LIST, false },
    [RECO_CONSTAT] = { "constat", { "Constat", "Finding" }, CELL_TEXT, false },
};

/* The labels of where it comes from; empty: nobody says. */
static void put_provenances(const struct recommandations *r, const struct recommandation *x,
                            struct section *s)
{
    const struct recommandation *from = source(r, x);
    const struct table *t = r->k->provenances;
    struct buf labels = { 0 };

    for (size_t row = 0; from && row < t->rows; row++)
        if (from->provenances[row])
            aet_list_add(&labels, aet_label(t, row, s->report->lang));
    aet_row_list(s, RECO_PROVENANCES, aet_buf_view(&labels));
    aet_buf_free(&labels);
}

static struct span name_of(const struct recommandations *r, uint32_t id)
{
    return id == AET_NO_NAME ? AET_LIT("") : r->ids.list[id];
}

static void recommandations(void *sum, struct section *s)
{
    static const struct text limits = {
        "Une provenance dit d’où vient une recommandation, non ce qu’elle vaut. Celle qui en "
        "précise une autre vient d’où vient celle-ci, quand elle ne dit rien d’autre.",
        "A provenance tells where a recommendation comes from, not what it is worth. One that "
        "details another comes from where that one does, unless it says otherwise."
    };
    const struct recommandations *r = sum;

    for (size_t i = 0; i < r->n; i++) {
        const struct recommandation *x = &r->list[i];

        aet_row_begin(s);
        aet_row_text_if(s, RECO_ID, name_of(r, x->id));
        aet_row_text_if(s, RECO_ENONCE, x->enonce);
        aet_row_text_if(s, RECO_PARENT, name_of(r, x->parent));
        put_provenances(r, x, s);
        aet_row_list(s, RECO_RECITS, x->recits);
        aet_row_count(s, RECO_PASSAGES, x->passages);
        aet_row_list(s, RECO_PAROLES, x->paroles);
        aet_row_text_if(s, RECO_CONSTAT, x->constat);
        aet_row_end(s);
    }
    aet_section_say(s, limits);
}

const struct section_kind aet_repa_kind_rcm_recommandations = {
    .key = "recommandations",
    .brief = 15,
    .title = { "Chacune, et sur quoi elle repose", "Each, and what it rests on" },
    AET_COLUMNS(recommandations_columns),
    .fill = recommandations,
};

enum { RECIT_NOM, RECIT_RECOMMANDATIONS };
static const struct column recits_columns[] = {
    [RECIT_NOM] = { "recit", { "Récit", "Narrative" }, CELL_TEXT, false },
    COUNT(RECIT_RECOMMANDATIONS, "recommandations", "Recommandations", "Recommendations"),
};

static void recits(void *sum, struct section *s)
{
    const struct recommandations *r = sum;
    uint32_t *order = aet_names_sorted(&r->recits);

    for (size_t i = 0; i < r->recits.n; i++) {
        aet_row_begin(s);
        aet_row_text(s, RECIT_NOM, r->recits.list[order[i]]);
        aet_row_count(s, RECIT_RECOMMANDATIONS, r->par_recit[order[i]]);
        aet_row_end(s);
    }
    aet_free(order);
}

const struct section_kind aet_repa_kind_rcm_recits = {
    .key = "recits",
    .title = { "Récits sur lesquels elles reposent", "Narratives they rest on" },
    AET_COLUMNS(recits_columns),
    .fill = recits,
};

const struct section_kind *const aet_repa_recommandations_sections[] = {
    &aet_repa_kind_resume_recommandations,
    &aet_repa_kind_rcm_base,
    &aet_repa_kind_rcm_provenances,
    &aet_repa_kind_rcm_recommandations,
    &aet_repa_kind_rcm_recits,
    NULL
};
