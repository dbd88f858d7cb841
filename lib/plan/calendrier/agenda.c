/* The agenda of one meeting, and its minutes to fill in. */
#include "base/message.h"
#include "plan/calendrier/a_traiter.h"
#include "plan/calendrier/calendrier.h"

/* The words of both. */
static const struct {
    struct text groupe, date, etape, facteur, lieu, titre, ordre, premiere, accueil, suites, decide,
        prochaine, outils, presences, noms, echanges, compte_rendu, suivante;
} agenda = {
    .groupe = { "- Regroupement : {quoi}", "- Group: {quoi}" },
    .date = { "- Date : {quoi}", "- Date: {quoi}" },
    .etape = { "- Étape : {quoi}", "- Step: {quoi}" },
    .facteur = { "- Facteur de protection : {quoi}", "- Protective factor: {quoi}" },
    .lieu = { "- Lieu :\n- Heure et durée :\n- Animation :\n",
              "- Place:\n- Hour and duration:\n- Led by:\n" },
    .titre = { "Compte rendu : ", "Minutes: " },
    .ordre = { "Ordre du jour", "Agenda" },
    .premiere = { "Accueil et présentations", "Welcome and introductions" },
    .accueil = { "Accueil et suites de la dernière rencontre",
                 "Welcome and follow-up of the last meeting" },
    .suites = { "Accueil et suites de la rencontre du {quoi}",
                "Welcome and follow-up of the meeting of {quoi}" },
    .decide = { "Ce qui est décidé, par qui et pour quand; prochaine rencontre",
                "What is decided, by whom and for when; next meeting" },
    .prochaine = { "Ce qui est décidé, par qui et pour quand; prochaine rencontre le {quoi}",
                   "What is decided, by whom and for when; next meeting on {quoi}" },
    .outils = { "Outils à préparer", "Tools to prepare" },
    .presences = { "Présences", "Attendance" },
    .noms = { "| Nom | Organisme |\n|---|---|\n", "| Name | Organization |\n|---|---|\n" },
    .echanges = { "- Échanges :\n- Décision :\n- Qui, et pour quand :\n",
                  "- Exchanges:\n- Decision:\n- Who, and by when:\n" },
    .compte_rendu = { "Ce qui s’est dit", "What was said" },
    .suivante = { "Prochaine rencontre", "Next meeting" },
};

static void heading(struct buf *out, struct text words, enum lang lang)
{
    aet_buf_str(out, "\n## ");
    aet_buf_str(out, aet_text(words, lang));
    aet_buf_str(out, "\n\n");
}

static void put(struct buf *out, struct text words, enum lang lang, struct span what)
{
    aet_words_put(out, words, lang, AET_WORDS(aet_word_span("quoi", what)));
}

static void line(struct buf *out, struct text words, enum lang lang, struct span what)
{
    put(out, words, lang, what);
    aet_buf_char(out, '\n');
}

static void head(const struct ecriture *e, const struct seance *s, struct buf *out)
{
    struct buf scratch = { 0 };
    struct span facteur;

    aet_buf_str(out, "# ");
    aet_buf_str(out, e->compte_rendu ? aet_text(agenda.titre, e->k->lang) : "");
    aet_plan_seance_libelle(e, s, out);
    aet_buf_str(out, "\n\n");
    if (e->groupe.n)
        line(out, agenda.groupe, e->k->lang, e->groupe);
    aet_date_say(aet_date_from_days(s->jour), e->k->lang, &scratch);
    line(out, agenda.date, e->k->lang, aet_buf_view(&scratch));
    line(out, agenda.etape, e->k->lang, aet_plan_seance_etape_nommee(e->k, s));
    aet_buf_clear(&scratch);
    facteur = aet_plan_seance_facteur(e, s, &scratch);
    if (facteur.n)
        line(out, agenda.facteur, e->k->lang, facteur);
    aet_buf_str(out, aet_text(agenda.lieu, e->k->lang));
    aet_buf_free(&scratch);
}

/* One point, with room for what is said of it. */
static void point(const struct ecriture *e, int64_t n, struct span words, struct buf *out)
{
    aet_buf_str(out, e->compte_rendu ? "### " : "");
    aet_buf_int(out, n);
    aet_buf_str(out, ". ");
    aet_buf_span(out, words);
    aet_buf_char(out, '\n');
    if (!e->compte_rendu)
        return;
    aet_buf_char(out, '\n');
    aet_buf_str(out, aet_text(agenda.echanges, e->k->lang));
    aet_buf_char(out, '\n');
}

/* A point that may name the meeting before or behind. */
static void around(const struct ecriture *e, int64_t n, const struct seance *other,
                   struct text plain, struct text dated, struct buf *out)
{
    struct buf date = { 0 }, words = { 0 };

    if (other)
        aet_date_say(aet_date_from_days(other->jour), e->k->lang, &date);
    put(&words, other ? dated : plain, e->k->lang, aet_buf_view(&date));
    point(e, n, aet_buf_view(&words), out);
    aet_buf_free(&date);
    aet_buf_free(&words);
}

static void points(const struct ecriture *e, const struct seance *s, struct buf *out)
{
    size_t state = 0, row;
    int64_t n = 1;

    around(e, n, e->avant, s->numero == 1 ? agenda.premiere : agenda.accueil, agenda.suites, out);
    while (aet_plan_seance_next(e->k, s, false, &state, &row))
        point(e, ++n, aet_label(e->k->tables[T_OBJECTIFS], row, e->k->lang), out);
    around(e, n + 1, e->apres, agenda.decide, agenda.prochaine, out);
}

static void tools(const struct ecriture *e, const struct seance *s, struct buf *out)
{
    size_t state = 0, row;

    heading(out, agenda.outils, e->k->lang);
    while (aet_plan_seance_next(e->k, s, true, &state, &row)) {
        aet_buf_str(out, "- ");
        aet_plan_outil_nomme(e->k, row, out);
        aet_buf_char(out, '\n');
    }
}

/* Who was there, where the plan says it of a meeting of that day; a row to write in at the end. */
static void attendance(const struct ecriture *e, const struct seance *s, struct buf *out)
{
    const struct element *r = e->document ? aet_child(e->document, K_RENCONTRE) : NULL;
    int32_t day;

    heading(out, agenda.presences, e->k->lang);
    aet_buf_str(out, aet_text(agenda.noms, e->k->lang));
    for (; r && e->compte_rendu; r = r->next) {
        const struct item *it = aet_fact_items(&r->facts, REN_PRESENTS);

        if (!aet_plan_first_day(r, REN_DATE, &day) || day != s->jour)
            continue;
        for (size_t i = 0; i < aet_fact_count(&r->facts, REN_PRESENTS); i++) {
            aet_buf_str(out, "| ");
            aet_buf_span(out, it[i].text);
            aet_buf_str(out, " |  |\n");
        }
    }
    aet_buf_str(out, "|  |  |\n");
}

static void next_meeting(const struct ecriture *e, struct buf *out)
{
    heading(out, agenda.suivante, e->k->lang);
    aet_date_say(aet_date_from_days(e->apres->jour), e->k->lang, out);
    aet_buf_str(out, " – ");
    aet_plan_seance_libelle(e, e->apres, out);
    aet_buf_char(out, '\n');
}

void aet_plan_seance_agenda(const struct ecriture *e, const struct seance *s, struct buf *out)
{
    head(e, s, out);
    if (e->compte_rendu) {
        attendance(e, s, out);
        heading(out, agenda.compte_rendu, e->k->lang);
        points(e, s, out);
        out->n--; /* a blank line is enough */
        aet_plan_a_remplir(e, s, out);
        if (e->apres)
            next_meeting(e, out);
    } else {
        heading(out, agenda.ordre, e->k->lang);
        points(e, s, out);
        aet_plan_a_traiter(e, s, out);
        tools(e, s, out);
        attendance(e, s, out);
    }
}
