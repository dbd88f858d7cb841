/* A meeting as a record, a row of a report, an iCalendar event (RFC 5545), an agenda. */
#include "plan/calendrier/calendrier.h"

#include "plan/resume/resume.h"

#include "base/message.h"

static const struct text rencontre = { "Rencontre {numero}", "Meeting {numero}" };
static const struct text rencontre_evaluee = {
    "Rencontre {numero} : évaluation du fonctionnement du regroupement",
    "Meeting {numero}: evaluating how the group works"
};
static const struct text rencontre_facteur = { "Rencontre {numero} : {facteur}",
                                               "Meeting {numero}: {facteur}" };
static const struct text rencontre_revision = { "Rencontre {numero} : révision annuelle du plan",
                                                "Meeting {numero}: yearly revision of the plan" };
static const struct text facteur_sans_nom = { "facteur {n}", "factor {n}" };
static const struct text oui = { "oui", "yes" };
static const struct text outil = { "Outil {id} : {nom}", "Tool {id}: {nom}" };
#define FIELD(name, fr, en, type)                       \
    {                                                   \
        name, { fr, en }, NULL, type, NULL, NULL, false \
    }

static const struct field fields[CAL_COUNT] = {
    FIELD("regroupement", "Regroupement", "Group", TYPE_NAME),
    FIELD("plan", "Plan", "Plan", TYPE_TEXT),
    FIELD("numero", "Numéro", "Number", TYPE_INTEGER),
    FIELD("date", "Date", "Date", TYPE_DATE),
    FIELD("etape", "Étape", "Step", TYPE_TEXT),
    FIELD("bloc", "Bloc de rencontres", "Block of meetings", TYPE_TEXT),
    FIELD("libelle", "Libellé", "Label", TYPE_TEXT),
    FIELD("objectifs", "Objectifs", "Objectives", TYPE_LIST),
    FIELD("outils", "Outils", "Tools", TYPE_LIST),
    FIELD("facteur", "Facteur de protection", "Protective factor", TYPE_TEXT),
    FIELD("tenue", "Tenue", "Held", TYPE_BOOL),
};
const struct schema aet_plan_calendrier_schema = {
    "plan", "calendrier", { "Calendrier des rencontres", "Calendar of meetings" },
    fields, CAL_COUNT,    .named_by = NULL
};

/* Objectives and tools that the document gives to one meeting among those of their block. */
static const char special_objective[] = "evaluer-le-fonctionnement-du-regroupement";
static const char special_tool[] = "13";
static const char once[] = "rediger-un-plan-de-communication";
static const char *const of_revision[] = { "questionner-la-pertinence", "les-ajuster-si-necessaire",
                                           NULL };

/* The yearly revision is planning again: its step is the one that January to April are of. */
struct span aet_plan_seance_etape(const struct plan_knowledge *k, const struct seance *s)
{
    const struct table *t = k->tables[T_RENCONTRES];
    size_t bloc = s->nature == REVISION ? B_PLANIFICATION : s->bloc;

    return aet_cell(t, bloc, aet_column(t, "etape"));
}

struct span aet_plan_seance_etape_nommee(const struct plan_knowledge *k, const struct seance *s)
{
    struct span id = aet_plan_seance_etape(k, s);
    int32_t row = aet_row_of_id(k->tables[T_ETAPES], id);

    return row < 0 ? id : aet_label(k->tables[T_ETAPES], (size_t)row, k->lang);
}

struct span aet_plan_seance_facteur(const struct ecriture *e, const struct seance *s,
                                    struct buf *scratch)
{
    if (!s->facteur)
        return AET_LIT("");
    if ((size_t)s->facteur <= e->facteurs_n && e->facteurs[s->facteur - 1].n)
        return e->facteurs[s->facteur - 1];
    aet_buf_clear(scratch);
    aet_words_put(scratch, facteur_sans_nom, e->k->lang, AET_WORDS(aet_word_int("n", s->facteur)));
    return aet_buf_view(scratch);
}

/* How many objectives of a block its ordinary meetings share. */
static int64_t to_share(const struct plan_knowledge *k, size_t bloc)
{
    const struct table *t = k->tables[T_RENCONTRES];
    struct span list = aet_cell(t, bloc, aet_column(t, "objectifs")), id;
    int64_t n = 0;

    while (aet_list_next(&list, &id))
        n++;
    return n;
}

/* Whether the `i`-th objective of its block is one of this meeting. The meetings of the situation
 * review, and those of one factor, take them in turn; the communication plan is written once; what
 * questions the plan as a whole waits for its revision, where there is one. */
static bool is_shared(const struct plan_knowledge *k, const struct seance *s, int64_t i,
                      struct span id)
{
    int64_t n = to_share(k, s->bloc);

    switch (s->bloc) {
    case B_DONNEES:
    case B_OFFRE:
    case B_PLANIFICATION:
        return i * s->parts >= n * s->part && i * s->parts < n * (s->part + 1);
    case B_SUIVI:
        return s->part == 0 || !aet_span_eq(id, aet_span_z(once));
    case B_EVALUATION:
        return s->nature == REVISION || s->parts == 1 || !aet_span_one_of(id, of_revision);
    default:
        return true;
    }
}

bool aet_plan_seance_next(const struct plan_knowledge *k, const struct seance *s, bool outils,
                          size_t *state, size_t *row)
{
    const struct table *t = k->tables[T_RENCONTRES];
    const struct table *to = k->tables[outils ? T_OUTILS : T_OBJECTIFS];
    struct span list = aet_cell(t, s->bloc, aet_column(t, outils ? "outils" : "objectifs")), id;
    const char *special = outils ? special_tool : special_objective;

    for (size_t i = 0; aet_list_next(&list, &id); i++) {
        int32_t found = aet_row_of_id(to, id);

        /* what is set aside for one meeting is left out of the others */
        if (i < *state || found < 0 ||
            aet_span_eq(id, aet_span_z(special)) != (s->nature == FONCTIONNEMENT) ||
            (!outils && !is_shared(k, s, (int64_t)i, id)))
            continue;
        *state = i + 1;
        *row = (size_t)found;
        return true;
    }
    return false;
}

void aet_plan_seance_libelle(const struct ecriture *e, const struct seance *s, struct buf *out)
{
    struct buf scratch = { 0 };
    struct span facteur = aet_plan_seance_facteur(e, s, &scratch);
    struct text words = s->nature == FONCTIONNEMENT ? rencontre_evaluee
                        : s->nature == REVISION     ? rencontre_revision
                        : facteur.n                 ? rencontre_facteur
                                                    : rencontre;

    aet_words_put(out, words, e->k->lang,
                  AET_WORDS(aet_word_int("numero", s->numero), aet_word_span("facteur", facteur)));
    aet_buf_free(&scratch);
}

void aet_plan_seance_record(const struct ecriture *e, const struct seance *s, struct derived *to)
{
    struct buf label = { 0 };
    size_t state = 0, row;

    aet_derive_text(to, CAL_REGROUPEMENT, e->groupe_id);
    aet_derive_text(to, CAL_PLAN, e->plan);
    aet_derive_count(to, CAL_NUMERO, s->numero);
    aet_derive_date(to, CAL_DATE, aet_date_from_days(s->jour));
    aet_derive_id(to, CAL_ETAPE, e->k->tables[T_ETAPES], aet_plan_seance_etape(e->k, s));
    aet_derive_term(to, CAL_BLOC, e->k->tables[T_RENCONTRES], s->bloc);
    aet_plan_seance_libelle(e, s, &label);
    aet_derive_text(to, CAL_LIBELLE, aet_buf_view(&label));
    while (aet_plan_seance_next(e->k, s, false, &state, &row))
        aet_derive_part_term(to, CAL_OBJECTIFS, e->k->tables[T_OBJECTIFS], row);
    for (state = 0; aet_plan_seance_next(e->k, s, true, &state, &row);)
        aet_derive_part(to, CAL_OUTILS, aet_cell(e->k->tables[T_OUTILS], row, 0));
    aet_derive_text(to, CAL_FACTEUR, aet_plan_seance_facteur(e, s, &label));
    if (s->tenue)
        aet_derive_yes(to, CAL_TENUE, true);
    aet_derive_end(to);
    aet_buf_free(&label);
}

void aet_plan_outil_nomme(const struct plan_knowledge *k, size_t row, struct buf *out)
{
    aet_words_put(out, outil, k->lang,
                  AET_WORDS(aet_word_span("id", aet_cell(k->tables[T_OUTILS], row, 0)),
                            aet_word_span("nom", aet_label(k->tables[T_OUTILS], row, k->lang))));
}

static const struct column columns[] = {
    [CAL_REGROUPEMENT] = { "regroupement", { "Regroupement", "Group" }, CELL_TEXT, false },
    [CAL_PLAN] = { "plan", { "Plan", "Plan" }, CELL_CODE, true },
    [CAL_NUMERO] = { "numero", { "No", "No." }, CELL_COUNT, false },
    [CAL_DATE] = { "date", { "Date", "Date" }, CELL_DATE, false },
    [CAL_ETAPE] = { "etape", { "Étape", "Step" }, CELL_TEXT, false },
    [CAL_BLOC] = { "bloc", { "Bloc", "Block" }, CELL_CODE, true },
    [CAL_LIBELLE] = { "libelle", { "Rencontre", "Meeting" }, CELL_TEXT, false },
    [CAL_OBJECTIFS] = { "objectifs", { "Objectifs", "Objectives" }, CELL_LIST, false },
    [CAL_OUTILS] = { "outils", { "Outils", "Tools" }, CELL_LIST, false },
    [CAL_FACTEUR] = { "facteur", { "Facteur", "Factor" }, CELL_TEXT, true },
    [CAL_TENUE] = { "tenue", { "Tenue", "Held" }, CELL_TEXT, false },
};

static void calendrier(void *sum, struct section *s)
{
    aet_section_fill_kept(s, sum);
}

static const struct section_kind calendrier_kind = {
    .key = "calendrier",
    .title = { "Calendrier des rencontres", "Calendar of meetings" },
    AET_COLUMNS(columns),
    .fill = calendrier,
};
const struct section_kind *const aet_plan_calendrier_sections[] = {
    &aet_plan_kind_resume_calendrier, &calendrier_kind, NULL
};

void aet_plan_seance_row(const struct ecriture *e, const struct seance *s, struct report *kept)
{
    struct section *to = aet_kept_section(kept, &calendrier_kind);
    struct buf text = { 0 }, name = { 0 };
    size_t state = 0, row;

    aet_row_begin(to);
    aet_row_text(to, CAL_REGROUPEMENT, e->groupe);
    aet_row_text(to, CAL_PLAN, e->plan);
    aet_row_count(to, CAL_NUMERO, s->numero);
    aet_row_date(to, CAL_DATE, aet_date_from_days(s->jour));
    aet_row_text(to, CAL_ETAPE, aet_plan_seance_etape_nommee(e->k, s));
    aet_row_text(to, CAL_BLOC, aet_cell(e->k->tables[T_RENCONTRES], s->bloc, 0));
    aet_plan_seance_libelle(e, s, &text);
    aet_row_text(to, CAL_LIBELLE, aet_buf_view(&text));
    aet_buf_clear(&text);
    while (aet_plan_seance_next(e->k, s, false, &state, &row))
        aet_list_add(&text, aet_label(e->k->tables[T_OBJECTIFS], row, e->k->lang));
    aet_row_list(to, CAL_OBJECTIFS, aet_buf_view(&text));
    aet_buf_clear(&text);
    for (state = 0; aet_plan_seance_next(e->k, s, true, &state, &row);) {
        aet_buf_clear(&name);
        aet_plan_outil_nomme(e->k, row, &name);
        aet_list_add(&text, aet_buf_view(&name));
    }
    aet_row_list(to, CAL_OUTILS, aet_buf_view(&text));
    aet_buf_clear(&text);
    aet_row_text(to, CAL_FACTEUR, aet_plan_seance_facteur(e, s, &text));
    aet_row_text(to, CAL_TENUE, s->tenue ? aet_span_z(aet_text(oui, e->k->lang)) : AET_LIT(""));
    aet_row_end(to);
    aet_buf_free(&text);
    aet_buf_free(&name);
}
