/* The sections by group, what it does and whom it does not serve; and by aim. */
#include "base/fold.h"
#include "base/message.h"
#include "publics/bilan.h"

enum {
    REGROUPEMENTS_REGROUPEMENT,
    REGROUPEMENTS_ACTIVITES,
    REGROUPEMENTS_REALISE,
    REGROUPEMENTS_EN_RETARD,
    REGROUPEMENTS_BUDGET,
    REGROUPEMENTS_SERVIS,
    REGROUPEMENTS_NON_SERVIS
};
static const struct column regroupements_columns[] = {
    [REGROUPEMENTS_REGROUPEMENT] = { "regroupement",
                                     { "Regroupement", "Group" },
                                     CELL_TEXT,
                                     false },
    [REGROUPEMENTS_ACTIVITES] = { "activites", { "Activités", "Activities" }, CELL_COUNT, false },
    [REGROUPEMENTS_REALISE] = { "realise", { "Réalisées", "Done" }, CELL_COUNT, false },
    [REGROUPEMENTS_EN_RETARD] = { "en_retard", { "En retard", "Late" }, CELL_COUNT, false },
    [REGROUPEMENTS_BUDGET] = { "budget", { "Budget", "Budget" }, CELL_MONEY, false },
    [REGROUPEMENTS_SERVIS] = { "publics_servis",
                               { "Publics servis", "Audiences served" },
                               CELL_COUNT,
                               false },
    [REGROUPEMENTS_NON_SERVIS] = { "non_servis",
                                   { "Publics sans activité", "Audiences without an activity" },
                                   CELL_LIST,
                                   true },
};

/* The audiences of the table that no activity is for, short. */
static void put_unserved(const struct bilan *b, struct section *s, uint64_t served)
{
    const struct table *t = b->p->publics;
    struct buf ids = { 0 }, labels = { 0 };

    for (size_t k = 0; k < t->rows; k++) {
        if (served >> k & 1)
            continue;
        aet_list_add(&ids, aet_cell(t, k, 0));
        aet_list_add(&labels, aet_fold_short(aet_label(t, k, s->report->lang)));
    }
    aet_row_list_coded(s, REGROUPEMENTS_NON_SERVIS, aet_buf_view(&ids), aet_buf_view(&labels));
    aet_buf_free(&ids);
    aet_buf_free(&labels);
}

/* Where no record names a group there is nothing to tell apart. */
static void regroupements(void *sum, struct section *s)
{
    const struct bilan *b = sum;
    uint32_t *order = aet_names_sorted(&b->regroupements);

    s->absent = !b->groupes_dits;
    for (size_t i = 0; b->groupes_dits && i < b->regroupements.n; i++) {
        const struct groupe *g = &b->groupes[order[i]];

        aet_row_begin(s);
        aet_row_text_if(s, REGROUPEMENTS_REGROUPEMENT, b->regroupements.list[order[i]]);
        aet_row_count(s, REGROUPEMENTS_ACTIVITES, g->charge.a.activites);
        aet_row_count(s, REGROUPEMENTS_REALISE, g->charge.a.par_etat[ETAT_REALISE]);
        aet_row_count(s, REGROUPEMENTS_EN_RETARD, g->charge.a.en_retard);
        aet_row_money(s, REGROUPEMENTS_BUDGET, g->charge.budget);
        aet_row_count(s, REGROUPEMENTS_SERVIS, aet_publics_bits(g->publics));
        put_unserved(b, s, g->publics);
        aet_row_end(s);
    }
    aet_free(order);
}

const struct section_kind aet_publics_kind_regroupements = {
    .key = "regroupements",
    .title = { "Par regroupement", "By group" },
    AET_COLUMNS(regroupements_columns),
    .fill = regroupements,
};

enum { SERVIS_REGROUPEMENT, SERVIS_PUBLIC, SERVIS_LIBELLE, SERVIS_ACTIVITES };
static const struct column servis_columns[] = {
    [SERVIS_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [SERVIS_PUBLIC] = { "public", { "Public", "Audience" }, CELL_CODE, true },
    [SERVIS_LIBELLE] = { "libelle", { "Public", "Audience" }, CELL_TEXT, false },
    [SERVIS_ACTIVITES] = { "activites", { "Activités", "Activities" }, CELL_COUNT, false },
};

/* Who serves whom, at a glance. */
static void servis(void *sum, struct section *s)
{
    const struct bilan *b = sum;
    const struct table *t = b->p->publics;
    uint32_t *order = aet_names_sorted(&b->regroupements);

    s->absent = !b->groupes_dits;
    for (size_t i = 0; b->groupes_dits && i < b->regroupements.n; i++)
        for (size_t k = 0; k < t->rows; k++) {
            aet_row_begin(s);
            aet_row_text_if(s, SERVIS_REGROUPEMENT, b->regroupements.list[order[i]]);
            aet_row_text(s, SERVIS_PUBLIC, aet_cell(t, k, 0));
            aet_row_text(s, SERVIS_LIBELLE, aet_fold_short(aet_label(t, k, s->report->lang)));
            aet_row_count(s, SERVIS_ACTIVITES, b->servis[order[i] * t->rows + k]);
            aet_row_end(s);
        }
    aet_free(order);
}

const struct section_kind aet_publics_kind_servis = {
    .key = "regroupements_publics",
    .led = SERVIS_REGROUPEMENT + 1,
    .title = { "Publics servis par chaque regroupement", "Audiences served by each group" },
    AET_COLUMNS(servis_columns),
    .view = { .kind = VIEW_HEATMAP,
              .label = SERVIS_REGROUPEMENT,
              .across = SERVIS_LIBELLE,
              .from = SERVIS_ACTIVITES,
              .to = SERVIS_ACTIVITES },
    .fill = servis,
};

enum { BUTS_BUT, BUTS_LIBELLE, BUTS_ACTIVITES, BUTS_PAR_RAISON, BUTS_REALISE, BUTS_EN_RETARD };
static const struct column buts_columns[] = {
    [BUTS_BUT] = { "but", { "But", "Aim" }, CELL_CODE, true },
    [BUTS_LIBELLE] = { "libelle", { "But", "Aim" }, CELL_TEXT, false },
    [BUTS_ACTIVITES] = { "activites",
                         { "Activités qui le nomment", "Activities that name it" },
                         CELL_COUNT,
                         false },
    [BUTS_PAR_RAISON] = { "par_raison",
                          { "Servi par leur raison, sans but nommé",
                            "Served by their purpose, no aim named" },
                          CELL_COUNT,
                          false },
    [BUTS_REALISE] = { "realise", { "Réalisées", "Done" }, CELL_COUNT, false },
    [BUTS_EN_RETARD] = { "en_retard", { "En retard", "Late" }, CELL_COUNT, false },
};

static void say_without(const struct bilan *b, struct section *s)
{
    static const struct text without = {
        "{nombre} {nombre|activité ne nomme|activités ne nomment} aucun but et n’en "
        "{nombre|sert|servent} aucun par ses raisons. Le document ne rattache pas les raisons aux "
        "trois buts\u00a0: le rattachement (table buts) est d’aet.",
        "{nombre} {nombre|activity names|activities name} no aim and {nombre|serves|serve} none "
        "by its purposes. The document ties no purpose to the three aims: the ties (table buts) "
        "are aet’s."
    };
    struct buf note = { 0 };

    aet_words_put(&note, without, s->report->lang, AET_WORDS(aet_word_int("nombre", b->sans_but)));
    aet_section_note(s, aet_buf_view(&note));
    aet_buf_free(&note);
}

static void buts(void *sum, struct section *s)
{
    const struct bilan *b = sum;
    const struct table *t = b->p->buts;

    for (size_t i = 0; i < t->rows; i++) {
        const struct visee *v = &b->buts[i];

        aet_row_begin(s);
        aet_row_text(s, BUTS_BUT, aet_cell(t, i, 0));
        aet_row_text(s, BUTS_LIBELLE, aet_label(t, i, s->report->lang));
        aet_row_count(s, BUTS_ACTIVITES, v->nommee.activites);
        aet_row_count(s, BUTS_PAR_RAISON, v->servie);
        aet_row_count(s, BUTS_REALISE, v->nommee.par_etat[ETAT_REALISE]);
        aet_row_count(s, BUTS_EN_RETARD, v->nommee.en_retard);
        aet_row_end(s);
    }
    say_without(b, s);
}

const struct section_kind aet_publics_kind_buts = {
    .key = "buts",
    .title = { "Les trois buts du partage", "The three aims of sharing" },
    AET_COLUMNS(buts_columns),
    .view = { .kind = VIEW_BARS,
              .label = BUTS_LIBELLE,
              .from = BUTS_ACTIVITES,
              .to = BUTS_PAR_RAISON },
    .fill = buts,
    .mask = { .kind = MASK_COUNTS,
              .keys = { BUTS_BUT },
              .keys_n = 1,
              .counts = { { BUTS_ACTIVITES, "activites" },
                          { BUTS_REALISE, "realise" },
                          { BUTS_EN_RETARD, "en_retard" },
                          { BUTS_PAR_RAISON, "servies" } },
              .sums = { { BUTS_ACTIVITES, BUTS_REALISE, BUTS_REALISE },
                        { BUTS_ACTIVITES, BUTS_EN_RETARD, BUTS_EN_RETARD } } },
};
