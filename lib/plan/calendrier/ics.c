/* A meeting as an iCalendar event (RFC 5545). */
#include "base/message.h"
#include "plan/calendrier/calendrier.h"

static const struct text ses_objectifs = { "Objectifs :", "Objectives:" };
static const struct text ses_outils = { "\nOutils :", "\nTools:" };
static const struct text son_facteur = { "Facteur de protection : {quoi}\n",
                                         "Protective factor: {quoi}\n" };

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

void aet_plan_ics_head(struct buf *out, struct span nom, enum lang lang)
{
    static const struct text head = { "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                                      "PRODID:-//aet//aet-plan//FR\r\nCALSCALE:GREGORIAN\r\n",
                                      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                                      "PRODID:-//aet//aet-plan//EN\r\nCALSCALE:GREGORIAN\r\n" };
    static const struct text all = { "Calendrier des rencontres", "Calendar of meetings" };

    aet_buf_str(out, aet_text(head, lang));
    property(out, "X-WR-CALNAME", nom.n ? nom : aet_span_z(aet_text(all, lang)));
}

static void description(const struct ecriture *e, const struct seance *s, struct buf *out)
{
    struct buf scratch = { 0 };
    struct span facteur = aet_plan_seance_facteur(e, s, &scratch);
    size_t state = 0, row;

    if (facteur.n)
        aet_words_put(out, son_facteur, e->k->lang, AET_WORDS(aet_word_span("quoi", facteur)));
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
    aet_buf_free(&scratch);
}

void aet_plan_seance_ics(const struct ecriture *e, const struct seance *s, struct buf *out)
{
    struct buf text = { 0 };

    aet_buf_str(out, "BEGIN:VEVENT\r\n");
    aet_buf_span(&text, e->cle);
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
    aet_plan_seance_libelle(e, s, &text);
    if (e->groupe.n) {
        aet_buf_str(&text, " – ");
        aet_buf_span(&text, e->groupe);
    }
    property(out, "SUMMARY", aet_buf_view(&text));
    property(out, "CATEGORIES", aet_plan_seance_etape_nommee(e->k, s));
    aet_buf_clear(&text);
    description(e, s, &text);
    property(out, "DESCRIPTION", aet_buf_view(&text));
    /* the day is not taken: the hour of a meeting is nowhere said */
    aet_buf_str(out, "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
    aet_buf_free(&text);
}
