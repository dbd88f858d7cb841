/* The sheet of a function, as a report: read it in any format, md for a document. */
#include "base/fold.h"
#include "repa/fiche/resume.h"
#include "repa/suggerer.h"

/* What the sections are filled of. */
struct fiche {
    const struct repa_knowledge *k;
    const struct table *fonctions; /* the table as it is written */
    int32_t only;                  /* a function; NO_ROW: all */
};

static bool wanted(const struct fiche *f, size_t row)
{
    return f->only == NO_ROW || row == (size_t)f->only;
}

enum { FONCTIONS_FONCTION, FONCTIONS_LIBELLE, FONCTIONS_DESCRIPTION, FONCTIONS_SOURCE };
static const struct column fonctions_columns[] = {
    [FONCTIONS_FONCTION] = { "fonction", { "Fonction", "Function" }, CELL_CODE, true },
    [FONCTIONS_LIBELLE] = { "libelle", { "Fonction", "Function" }, CELL_TEXT, false },
    [FONCTIONS_DESCRIPTION] = { "description",
                                { "En quoi elle consiste", "What it consists of" },
                                CELL_TEXT,
                                false },
    [FONCTIONS_SOURCE] = { "source", { "Source", "Source" }, CELL_TEXT, false },
};

static void fonctions(void *sum, struct section *s)
{
    static const struct text described = { "description", "description_en" };
    const struct fiche *x = sum;
    const struct table *t = x->fonctions;
    enum lang lang = s->report->lang;
    size_t description = aet_column(t, aet_text(described, lang));

    for (size_t f = 0; f < x->k->six; f++) {
        if (!wanted(x, f))
            continue;
        aet_row_begin(s);
        aet_row_text(s, FONCTIONS_FONCTION, aet_cell(t, f, 0));
        aet_row_text(s, FONCTIONS_LIBELLE, aet_label(t, f, lang));
        aet_row_text(s, FONCTIONS_DESCRIPTION, aet_cell(t, f, description));
        aet_row_text(s, FONCTIONS_SOURCE, aet_cell(t, f, aet_column(t, "source")));
        aet_row_end(s);
    }
}

static const struct section_kind fonctions_kind = {
    .key = "fonctions",
    .title = { "Fonctions", "Functions" },
    AET_COLUMNS(fonctions_columns),
    .fill = fonctions,
};

enum {
    STRATEGIES_FONCTION,
    STRATEGIES_LIBELLE,
    STRATEGIES_STRATEGIE,
    STRATEGIES_LIBELLE_STRATEGIE,
    STRATEGIES_SAVOIRS,
    STRATEGIES_SAVOIR_FAIRE,
    STRATEGIES_SAVOIR_ETRE
};
static const struct column strategies_columns[] = {
    [STRATEGIES_FONCTION] = { "fonction", { "Fonction", "Function" }, CELL_CODE, true },
    [STRATEGIES_LIBELLE] = { "libelle", { "Fonction", "Function" }, CELL_TEXT, false },
    [STRATEGIES_STRATEGIE] = { "strategie", { "Stratégie", "Strategy" }, CELL_CODE, true },
    [STRATEGIES_LIBELLE_STRATEGIE] = { "libelle_strategie",
                                       { "Stratégie", "Strategy" },
                                       CELL_TEXT,
                                       false },
    [STRATEGIES_SAVOIRS] = { "savoirs", { "Savoirs", "Knowledge" }, CELL_LIST, false },
    [STRATEGIES_SAVOIR_FAIRE] = { "savoir_faire", { "Savoir-faire", "Skills" }, CELL_LIST, false },
    [STRATEGIES_SAVOIR_ETRE] = { "savoir_etre", { "Savoir-être", "Attitudes" }, CELL_LIST, false },
};

/* What a strategy calls on in one family: what is its own first, then what all call on. */
static void put_elements(const struct repa_knowledge *k, int32_t strategie, int famille,
                         struct section *s)
{
    struct buf list = { 0 };

    for (int general = 0; general < 2; general++)
        for (size_t i = 0; i < k->mobilisation_n; i++) {
            const struct mobilise *m = &k->mobilisation[i];

            if ((int)m->famille == famille && m->general == general && m->strategies[strategie])
                aet_list_add(&list, aet_fold_short(aet_label(k->elements, (size_t)m->element,
                                                             s->report->lang)));
        }
    aet_row_list(s, STRATEGIES_SAVOIRS + famille, aet_buf_view(&list));
    aet_buf_free(&list);
}

static void put_strategie(const struct repa_knowledge *k, size_t f, int32_t row, struct section *s)
{
    enum lang lang = s->report->lang;

    aet_row_begin(s);
    aet_row_text(s, STRATEGIES_FONCTION, aet_cell(k->fonctions, f, JOIN_ID));
    aet_row_text(s, STRATEGIES_LIBELLE, aet_label(k->fonctions, f, lang));
    aet_row_text(s, STRATEGIES_STRATEGIE, aet_cell(k->strategies, (size_t)row, 0));
    aet_row_text(s, STRATEGIES_LIBELLE_STRATEGIE, aet_label(k->strategies, (size_t)row, lang));
    for (int famille = 0; famille < FAMILLES; famille++)
        put_elements(k, row, famille, s);
    aet_row_end(s);
}

static void strategies(void *sum, struct section *s)
{
    static const struct text note = {
        "Le Tableau 6 montre les savoirs principaux; tous les savoirs sont mobilisés dans les "
        "interventions.",
        "Table 6 shows the main knowledge; all knowledge is called on in interventions."
    };
    const struct fiche *x = sum;

    for (size_t f = 0; f < x->k->six; f++)
        for (size_t i = 0; wanted(x, f) && i < x->k->par_fonction[f].n; i++)
            put_strategie(x->k, f, x->k->par_fonction[f].strategies[i], s);
    aet_section_say(s, note);
}

static const struct section_kind strategies_kind = {
    .key = "strategies",
    .led = STRATEGIES_LIBELLE + 1,
    .title = { "Stratégies, et ce qu’elles mobilisent", "Strategies, and what they call on" },
    AET_COLUMNS(strategies_columns),
    .fill = strategies,
};

enum { SUIVI_CHAMP, SUIVI_VALEUR };
static const struct column suivi_columns[] = {
    [SUIVI_CHAMP] = { "champ",
                      { "À noter au journal", "To record in the journal" },
                      CELL_CODE,
                      false },
    [SUIVI_VALEUR] = { "valeur", { "Valeur", "Value" }, CELL_TEXT, false },
};

/* The fields of an entry, empty but for the function: a sheet to fill in by hand. */
static void inscription(void *sum, struct section *s)
{
    const struct fiche *x = sum;

    for (size_t i = 0; i < aet_repa_schema_journal.n; i++) {
        struct span value = AET_LIT("");

        if (aet_repa_schema_journal.fields[i].generated)
            continue;
        if (i == JOU_FONCTION && x->only != NO_ROW)
            value = aet_label(x->k->fonctions, (size_t)x->only, s->report->lang);
        aet_row_begin(s);
        aet_row_words(s, SUIVI_CHAMP, aet_repa_schema_journal.fields[i].title);
        aet_row_text(s, SUIVI_VALEUR, value);
        aet_row_end(s);
    }
}

static const struct section_kind suivi_kind = {
    .key = "inscription",
    .title = { "Inscription au journal", "Entry of the journal" },
    AET_COLUMNS(suivi_columns),
    .fill = inscription,
};

const struct section_kind *const aet_repa_fiche_sections[] = { &aet_repa_kind_resume_fiche,
                                                               &fonctions_kind, &strategies_kind,
                                                               &suivi_kind, NULL };

void aet_repa_fiche(const struct repa_knowledge *k, const struct table *t, int32_t fonction,
                    struct report *r)
{
    struct fiche x = { k, t, fonction };

    aet_report_fill(r, aet_repa_fiche_sections, &x);
}
