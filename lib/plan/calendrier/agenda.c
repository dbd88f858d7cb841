/* The agenda of one meeting. */
#include "base/message.h"
#include "plan/calendrier/calendrier.h"

/* The words of one meeting's agenda. */
static const struct {
    struct text groupe, date, etape, facteur, ordre, accueil, premiere, decide, outils, presences,
        noms;
} agenda = {
    .groupe = { "- Regroupement : {quoi}", "- Group: {quoi}" },
    .date = { "- Date : {quoi}", "- Date: {quoi}" },
    .etape = { "- Étape : {quoi}", "- Step: {quoi}" },
    .facteur = { "- Facteur de protection : {quoi}", "- Protective factor: {quoi}" },
    .premiere = { "{n}. Accueil et présentations\n", "{n}. Welcome and introductions\n" },
    .ordre = { "Ordre du jour", "Agenda" },
    .accueil = { "{n}. Accueil et suites de la dernière rencontre\n",
                 "{n}. Welcome and follow-up of the last meeting\n" },
    .decide = { "{n}. Ce qui est décidé, par qui et pour quand; prochaine rencontre\n",
                "{n}. What is decided, by whom and for when; next meeting\n" },
    .outils = { "Outils à préparer", "Tools to prepare" },
    .presences = { "Présences", "Attendance" },
    .noms = { "| Nom | Organisme |\n|---|---|\n|  |  |\n",
              "| Name | Organization |\n|---|---|\n|  |  |\n" },
};

static void heading(struct buf *out, struct text words, enum lang lang)
{
    aet_buf_str(out, "\n## ");
    aet_buf_str(out, aet_text(words, lang));
    aet_buf_str(out, "\n\n");
}

static void line(struct buf *out, struct text words, enum lang lang, struct span what)
{
    aet_words_put(out, words, lang, AET_WORDS(aet_word_span("quoi", what)));
    aet_buf_char(out, '\n');
}

static void agenda_head(const struct ecriture *e, const struct seance *s, struct buf *out)
{
    struct buf date = { 0 };
    struct span facteur;

    aet_buf_str(out, "# ");
    aet_plan_seance_libelle(e, s, out);
    aet_buf_str(out, "\n\n");
    if (e->groupe.n)
        line(out, agenda.groupe, e->k->lang, e->groupe);
    aet_date_write(aet_date_from_days(s->jour), &date);
    line(out, agenda.date, e->k->lang, aet_buf_view(&date));
    line(out, agenda.etape, e->k->lang, aet_plan_seance_etape_nommee(e->k, s));
    aet_buf_clear(&date);
    facteur = aet_plan_seance_facteur(e, s, &date);
    if (facteur.n)
        line(out, agenda.facteur, e->k->lang, facteur);
    aet_buf_free(&date);
}

void aet_plan_seance_agenda(const struct ecriture *e, const struct seance *s, struct buf *out)
{
    enum lang lang = e->k->lang;
    size_t state = 0, row;
    int64_t n = 1;

    agenda_head(e, s, out);
    heading(out, agenda.ordre, lang);
    aet_words_put(out, s->numero == 1 ? agenda.premiere : agenda.accueil, lang,
                  AET_WORDS(aet_word_int("n", n)));
    while (aet_plan_seance_next(e->k, s, false, &state, &row)) {
        aet_buf_int(out, ++n);
        aet_buf_str(out, ". ");
        aet_buf_span(out, aet_label(e->k->tables[T_OBJECTIFS], row, lang));
        aet_buf_char(out, '\n');
    }
    aet_words_put(out, agenda.decide, lang, AET_WORDS(aet_word_int("n", n + 1)));
    heading(out, agenda.outils, lang);
    for (state = 0; aet_plan_seance_next(e->k, s, true, &state, &row);) {
        aet_buf_str(out, "- ");
        aet_plan_outil_nomme(e->k, row, out);
        aet_buf_char(out, '\n');
    }
    heading(out, agenda.presences, lang);
    aet_buf_str(out, aet_text(agenda.noms, lang));
}
