/* The sheet of a function, as a report: read it in any format, md for a document. */
#include "base/fold.h"
#include "repa/suggerer.h"

static const struct column fonctions_columns[] = {
    { "fonction", { "Fonction", "Function" }, CELL_CODE, true },
    { "libelle", { "Fonction", "Function" }, CELL_TEXT, false },
    { "description", { "En quoi elle consiste", "What it consists of" }, CELL_TEXT, false },
    { "source", { "Source", "Source" }, CELL_TEXT, false },
};
static const struct section_kind fonctions_kind = {
    "fonctions", { "Fonctions", "Functions" }, fonctions_columns, 4, false, AET_VIEW_TABLE
};

static const struct column strategies_columns[] = {
    { "fonction", { "Fonction", "Function" }, CELL_CODE, true },
    { "libelle", { "Fonction", "Function" }, CELL_TEXT, false },
    { "strategie", { "Stratégie", "Strategy" }, CELL_CODE, true },
    { "libelle_strategie", { "Stratégie", "Strategy" }, CELL_TEXT, false },
    { "savoirs", { "Savoirs", "Knowledge" }, CELL_LIST, false },
    { "savoir_faire", { "Savoir-faire", "Skills" }, CELL_LIST, false },
    { "savoir_etre", { "Savoir-être", "Attitudes" }, CELL_LIST, false },
};
static const struct section_kind strategies_kind = { "strategies",
                                                     { "Stratégies, et ce qu’elles mobilisent",
                                                       "Strategies, and what they call on" },
                                                     strategies_columns,
                                                     7,
                                                     false,
                                                     AET_VIEW_TABLE };

static const struct column suivi_columns[] = {
    { "champ", { "À noter au journal", "To record in the journal" }, CELL_CODE, false },
    { "valeur", { "Valeur", "Value" }, CELL_TEXT, false },
};
static const struct section_kind suivi_kind = {
    "inscription", { "Inscription au journal", "Entry of the journal" }, suivi_columns, 2, false,
    AET_VIEW_TABLE
};

const struct section_kind *const aet_fiche_sections[] = { &fonctions_kind, &strategies_kind,
                                                          &suivi_kind, NULL };

static bool wanted(size_t row, int32_t fonction)
{
    return fonction == NO_ROW || row == (size_t)fonction;
}

static void fonctions(const struct savoir *k, const struct table *t, int32_t only, struct report *r)
{
    struct section *s = aet_report_section(r, &fonctions_kind);
    size_t description = aet_column(t, r->lang == LANG_EN ? "description_en" : "description");

    for (size_t f = 0; f < k->six; f++) {
        if (!wanted(f, only))
            continue;
        aet_put_text(r, s, aet_cell(t, f, 0));
        aet_put_text(r, s, aet_label(t, f, r->lang));
        aet_put_text(r, s, aet_cell(t, f, description));
        aet_put_text(r, s, aet_cell(t, f, aet_column(t, "source")));
    }
}

/* What a strategy calls on in one family: what is its own first, then what all call on. */
static void put_elements(const struct savoir *k, int32_t strategie, int famille, struct report *r,
                         struct section *s)
{
    struct buf list = { 0 };

    for (int general = 0; general < 2; general++)
        for (size_t i = 0; i < k->mobilisation_n; i++) {
            const struct mobilise *m = &k->mobilisation[i];

            if ((int)m->famille == famille && m->general == general && m->strategies[strategie])
                aet_list_add(&list,
                             aet_fold_short(aet_label(k->elements, (size_t)m->element, r->lang)));
        }
    aet_put_list(r, s, aet_buf_view(&list));
    aet_buf_free(&list);
}

static void strategies(const struct savoir *k, int32_t only, struct report *r)
{
    static const struct text note = {
        "Le Tableau 6 montre les savoirs principaux ; tous les savoirs sont mobilisés dans les "
        "interventions.",
        "Tableau 6 shows the main knowledge; all knowledge is called on in interventions."
    };
    struct section *s = aet_report_section(r, &strategies_kind);

    for (size_t f = 0; f < k->six; f++)
        for (size_t i = 0; wanted(f, only) && i < k->par_fonction[f].n; i++) {
            int32_t row = k->par_fonction[f].strategies[i];

            aet_put_text(r, s, aet_cell(k->fonctions, f, JOIN_ID));
            aet_put_text(r, s, aet_label(k->fonctions, f, r->lang));
            aet_put_text(r, s, aet_cell(k->strategies, (size_t)row, 0));
            aet_put_text(r, s, aet_label(k->strategies, (size_t)row, r->lang));
            for (int famille = 0; famille < FAMILLES; famille++)
                put_elements(k, row, famille, r, s);
        }
    aet_section_note(r, s, aet_span_z(aet_text(note, r->lang)));
}

/* The fields of an entry, empty but for the function: a sheet to fill in by hand. */
static void inscription(const struct savoir *k, int32_t only, struct report *r)
{
    struct section *s = aet_report_section(r, &suivi_kind);

    for (size_t i = 0; i < aet_journal.n; i++) {
        if (aet_journal.fields[i].generated)
            continue;
        aet_put_text(r, s, aet_span_z(aet_text(aet_journal.fields[i].title, r->lang)));
        if (i == JOU_FONCTION && only != NO_ROW)
            aet_put_text(r, s, aet_label(k->fonctions, (size_t)only, r->lang));
        else
            aet_put_text(r, s, AET_LIT(""));
    }
}

void aet_repa_fiche(const struct savoir *k, const struct table *t, int32_t fonction,
                    struct report *r)
{
    fonctions(k, t, fonction, r);
    strategies(k, fonction, r);
    inscription(k, fonction, r);
}
