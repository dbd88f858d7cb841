/* A meeting as a record, a row of a report, an iCalendar event (RFC 5545), an agenda. */
#include "plan/calendrier.h"

#include "base/message.h"

static const struct text rencontre = { "Rencontre {numero}", "Meeting {numero}" };
static const struct text rencontre_evaluee = {
    "Rencontre {numero} : évaluation du fonctionnement du regroupement",
    "Meeting {numero}: evaluating how the group works"
};
static const struct text outil = { "Outil {id} : {nom}", "Tool {id}: {nom}" };
static const struct text ses_objectifs = { "Objectifs :", "Objectives:" };
static const struct text ses_outils = { "\nOutils :", "\nTools:" };

/* The words of one meeting's agenda. */
static const struct {
    struct text groupe, date, etape, ordre, accueil, decide, outils, presences, noms;
} agenda = {
    .groupe = { "- Regroupement : {quoi}", "- Group: {quoi}" },
    .date = { "- Date : {quoi}", "- Date: {quoi}" },
    .etape = { "- Étape : {quoi}", "- Step: {quoi}" },
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
};
const struct schema aet_plan_calendrier_schema = {
    "plan", "calendrier", { "Calendrier des rencontres", "Calendar of meetings" },
    fields, CAL_COUNT,    .named_by = NULL
};

static const char special_objective[] = "evaluer-le-fonctionnement-du-regroupement";
static const char special_tool[] = "13";

static struct span step_id(const struct plan_knowledge *k, const struct seance *s)
{
    const struct table *t = k->tables[T_RENCONTRES];

    return aet_cell(t, s->bloc, aet_column(t, "etape"));
}

static struct span step_label(const struct plan_knowledge *k, const struct seance *s)
{
    int32_t row = aet_row_of_id(k->tables[T_ETAPES], step_id(k, s));

    return row < 0 ? step_id(k, s) : aet_label(k->tables[T_ETAPES], (size_t)row, k->lang);
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
        if (i < *state || found < 0 || aet_span_eq(id, aet_span_z(special)) != s->fonctionnement)
            continue;
        *state = i + 1;
        *row = (size_t)found;
        return true;
    }
    return false;
}

void aet_plan_seance_libelle(const struct plan_knowledge *k, const struct seance *s,
                             struct buf *out)
{
    aet_words_put(out, s->fonctionnement ? rencontre_evaluee : rencontre, k->lang,
                  AET_WORDS(aet_word_int("numero", s->numero)));
}

void aet_plan_seance_record(const struct ecriture *e, const struct seance *s, struct derived *to)
{
    struct buf label = { 0 };
    size_t state = 0, row;

    aet_derive_text(to, CAL_REGROUPEMENT, e->groupe_id);
    aet_derive_text(to, CAL_PLAN, e->plan);
    aet_derive_count(to, CAL_NUMERO, s->numero);
    aet_derive_date(to, CAL_DATE, aet_date_from_days(s->jour));
    aet_derive_text(to, CAL_ETAPE, step_id(e->k, s));
    aet_derive_text(to, CAL_BLOC, aet_cell(e->k->tables[T_RENCONTRES], s->bloc, 0));
    aet_plan_seance_libelle(e->k, s, &label);
    aet_derive_text(to, CAL_LIBELLE, aet_buf_view(&label));
    while (aet_plan_seance_next(e->k, s, false, &state, &row))
        aet_derive_part(to, CAL_OBJECTIFS, aet_cell(e->k->tables[T_OBJECTIFS], row, 0));
    for (state = 0; aet_plan_seance_next(e->k, s, true, &state, &row);)
        aet_derive_part(to, CAL_OUTILS, aet_cell(e->k->tables[T_OUTILS], row, 0));
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
const struct section_kind *const aet_plan_calendrier_sections[] = { &calendrier_kind, NULL };

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
    aet_row_text(to, CAL_ETAPE, step_label(e->k, s));
    aet_row_text(to, CAL_BLOC, aet_cell(e->k->tables[T_RENCONTRES], s->bloc, 0));
    aet_plan_seance_libelle(e->k, s, &text);
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
    aet_row_end(to);
    aet_buf_free(&text);
    aet_buf_free(&name);
}

/* --- iCalendar -------------------------------------------------------------------------------- */

/* A content line folded at 75 octets (RFC 5545, 3.1), never within a character. */
static void fold_line(struct buf *out, struct span line)
{
    size_t room = 75;

    while (line.n > room) {
        size_t n = room;

        while (n && ((unsigned char)line.p[n] & 0xC0) == 0x80)
            n--;
        aet_buf_add(out, line.p, n);
        aet_buf_str(out, "\r\n ");
        line = aet_span_from(line, n);
        room = 74; /* the blank counts */
    }
    aet_buf_span(out, line);
    aet_buf_str(out, "\r\n");
}

/* A TEXT value (3.3.11): backslash, semicolon, comma and line ends escaped. */
static void escape(struct buf *out, struct span text)
{
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];

        if (c == '\r')
            continue;
        if (c == '\\' || c == ';' || c == ',')
            aet_buf_char(out, '\\');
        if (c == '\n')
            aet_buf_str(out, "\\n");
        else
            aet_buf_char(out, c);
    }
}

static void property(struct buf *out, const char *name, struct span text)
{
    struct buf line = { 0 };

    aet_buf_str(&line, name);
    aet_buf_char(&line, ':');
    escape(&line, text);
    fold_line(out, aet_buf_view(&line));
    aet_buf_free(&line);
}

static void basic_date(struct buf *out, int32_t day)
{
    struct buf iso = { 0 };

    aet_date_write(aet_date_from_days(day), &iso);
    for (size_t i = 0; i < iso.n; i++)
        if (iso.p[i] != '-')
            aet_buf_char(out, iso.p[i]);
    aet_buf_free(&iso);
}

struct span aet_plan_ics_head(enum lang lang)
{
    static const struct text head = { "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                                      "PRODID:-//aet//aet-plan//FR\r\nCALSCALE:GREGORIAN\r\n",
                                      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                                      "PRODID:-//aet//aet-plan//EN\r\nCALSCALE:GREGORIAN\r\n" };

    return aet_span_z(aet_text(head, lang));
}

static void description(const struct ecriture *e, const struct seance *s, struct buf *out)
{
    size_t state = 0, row;

    aet_buf_str(out, aet_text(ses_objectifs, e->k->lang));
    while (aet_plan_seance_next(e->k, s, false, &state, &row)) {
        aet_buf_str(out, "\n- ");
        aet_buf_span(out, aet_label(e->k->tables[T_OBJECTIFS], row, e->k->lang));
    }
    aet_buf_str(out, aet_text(ses_outils, e->k->lang));
    for (state = 0; aet_plan_seance_next(e->k, s, true, &state, &row);) {
        aet_buf_str(out, "\n- ");
        aet_plan_outil_nomme(e->k, row, out);
    }
}

void aet_plan_seance_ics(const struct ecriture *e, const struct seance *s, struct buf *out)
{
    struct buf text = { 0 };

    aet_buf_str(out, "BEGIN:VEVENT\r\n");
    aet_buf_span(&text, e->plan.n ? e->plan : AET_LIT("plan"));
    aet_buf_str(&text, "-rencontre-");
    aet_buf_int(&text, s->numero);
    aet_buf_str(&text, "@aet-plan");
    property(out, "UID", aet_buf_view(&text));
    aet_buf_str(out, "DTSTAMP:");
    basic_date(out, aet_date_days(e->today));
    aet_buf_str(out, "T000000Z\r\nDTSTART;VALUE=DATE:");
    basic_date(out, s->jour);
    aet_buf_str(out, "\r\nDTEND;VALUE=DATE:");
    basic_date(out, s->jour + 1);
    aet_buf_str(out, "\r\n");
    aet_buf_clear(&text);
    aet_plan_seance_libelle(e->k, s, &text);
    if (e->groupe.n) {
        aet_buf_str(&text, " – ");
        aet_buf_span(&text, e->groupe);
    }
    property(out, "SUMMARY", aet_buf_view(&text));
    property(out, "CATEGORIES", step_label(e->k, s));
    aet_buf_clear(&text);
    description(e, s, &text);
    property(out, "DESCRIPTION", aet_buf_view(&text));
    aet_buf_str(out, "END:VEVENT\r\n");
    aet_buf_free(&text);
}

/* --- one meeting's agenda --------------------------------------------------------------------- */

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

    aet_buf_str(out, "# ");
    aet_plan_seance_libelle(e->k, s, out);
    aet_buf_str(out, "\n\n");
    if (e->groupe.n)
        line(out, agenda.groupe, e->k->lang, e->groupe);
    aet_date_write(aet_date_from_days(s->jour), &date);
    line(out, agenda.date, e->k->lang, aet_buf_view(&date));
    line(out, agenda.etape, e->k->lang, step_label(e->k, s));
    aet_buf_free(&date);
}

void aet_plan_seance_agenda(const struct ecriture *e, const struct seance *s, struct buf *out)
{
    enum lang lang = e->k->lang;
    size_t state = 0, row;
    int64_t n = 1;

    agenda_head(e, s, out);
    heading(out, agenda.ordre, lang);
    aet_words_put(out, agenda.accueil, lang, AET_WORDS(aet_word_int("n", n)));
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
