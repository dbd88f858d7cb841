/* The sentences of resume.def, and when each is said. */
#include "repa/resume.h"

#include <math.h>

#include "report/resume/resume.h"

#define AET_SENTENCES "repa/resume.def"
#include "report/resume/sentences.h"

enum { MONTHS_LEAST = 8 }; /* under which no trend is looked for (bilan/tendances) */

/* A sentence of one number, when that is not 0. */
static void say_count(struct resume *z, int sentence, const struct section *s, const char *column)
{
    int64_t n;

    if (aet_seen_int(s, 0, column, &n) && n)
        aet_resume_say(z, said[sentence], AET_WORDS(aet_resume_count(z, "nombre", n)));
}

/* How many of some, and which. */
static void say_names(struct resume *z, int sentence, int64_t n, int64_t of, struct buf *names)
{
    if (n)
        aet_resume_say(z, said[sentence],
                       AET_WORDS(aet_resume_count(z, "nombre", n), aet_resume_count(z, "tout", of),
                                 aet_resume_list(z, "noms", aet_buf_view(names))));
    aet_buf_free(names);
}

/* --- a journal -------------------------------------------------------------------------------- */

/* As many as the hours have: quarters are not rounded away. */
static int decimals(double hours)
{
    return hours == floor(hours) ? 0 : hours * 10 == floor(hours * 10) ? 1 : 2;
}

static void journal(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t n, agents, settings;
    struct date first, last;
    double hours;

    if (aet_seen_int(base, 0, "entrees", &n) && aet_seen_int(base, 0, "agents", &agents) &&
        aet_seen_int(base, 0, "milieux", &settings) && aet_seen_date(base, 0, "debut", &first) &&
        aet_seen_date(base, 0, "fin", &last) && aet_seen_real(base, 0, "heures", &hours))
        aet_resume_say(
            z, said[SAID_JOURNAL],
            AET_WORDS(aet_resume_count(z, "nombre", n), aet_resume_count(z, "agents", agents),
                      aet_resume_count(z, "milieux", settings), aet_resume_date(z, "debut", first),
                      aet_resume_date(z, "fin", last),
                      aet_resume_number(z, "heures", hours, decimals(hours))));
}

static void main_function(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "fonctions");
    double part;
    size_t row;

    if (aet_seen_rows(s) > 1 && aet_seen_most(s, "heures", &row) &&
        aet_seen_real(s, row, "part_heures", &part))
        aet_resume_say(z, said[SAID_MAIN],
                       AET_WORDS(aet_resume_name(z, "quoi", aet_seen_text(s, row, "libelle")),
                                 aet_resume_share(z, "part", part)));
}

static void never(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "fonctions");
    struct buf names = { 0 };
    int64_t n = 0, v;
    bool whole = true;

    for (size_t row = 0; s && row < s->rows; row++) {
        whole &= aet_seen_int(s, row, "interventions", &v);
        if (!whole || v)
            continue;
        n++;
        aet_list_add(&names, aet_seen_text(s, row, "libelle"));
    }
    say_names(z, SAID_NEVER, whole ? n : 0, 0, &names);
}

/* Functions of which a test says that they go one way. */
static int64_t going(const struct section *s, const char *way, struct buf *names)
{
    int64_t n = 0;

    for (size_t row = 0; row < s->rows; row++)
        if (aet_span_eq(aet_seen_code(s, row, "sens"), aet_span_z(way))) {
            n++;
            aet_list_add(names, aet_seen_text(s, row, "libelle"));
        }
    return n;
}

static void trends(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "tendances");
    struct buf up = { 0 }, down = { 0 }, open = { 0 };
    int64_t months, all = aet_seen_rows(s);

    if (!all)
        return;
    if (aet_seen_int(s, 0, "mois", &months) && months < MONTHS_LEAST) {
        aet_resume_say(z, said[SAID_SHORT], NULL);
        return;
    }
    say_names(z, SAID_RISES, going(s, "hausse", &up), all, &up);
    say_names(z, SAID_FALLS, going(s, "baisse", &down), all, &down);
    say_names(z, SAID_STEADY, going(s, "indetermine", &open), all, &open);
}

static void expected(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "attentes");
    int64_t yes, no, open;

    if (aet_seen_coded(s, "resultat", "confirme", &yes) &&
        aet_seen_coded(s, "resultat", "infirme", &no) &&
        aet_seen_coded(s, "resultat", "indetermine", &open))
        aet_resume_say(z, said[SAID_EXPECTED],
                       AET_WORDS(aet_resume_count(z, "nombre", yes + no + open),
                                 aet_resume_count(z, "oui", yes), aet_resume_count(z, "non", no),
                                 aet_resume_count(z, "indecis", open)));
}

static void surprises(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "conformite");
    int64_t n = 0, v, known;

    for (size_t row = 0; s && row < s->rows; row++) {
        if (!aet_seen_int(s, row, "attendu", &known) || known)
            continue;
        if (!aet_seen_int(s, row, "interventions", &v))
            return;
        n += v;
    }
    if (n)
        aet_resume_say(z, said[SAID_SURPRISES], AET_WORDS(aet_resume_count(z, "nombre", n)));
}

static void no_duration(struct resume *z)
{
    say_count(z, SAID_NO_DURATION, aet_seen(z->r, "base"), "sans_duree");
}

static aet_tell *const of_journal[] = { journal,  main_function, never,       trends,
                                        expected, surprises,     no_duration, NULL };
const struct section_kind aet_repa_kind_resume_journal = AET_RESUME_KIND(of_journal);

/* --- coded narratives ------------------------------------------------------------------------- */

static void corpus(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t n, narratives, codings, coders;

    if (aet_seen_int(base, 0, "segments", &n) && aet_seen_int(base, 0, "recits", &narratives) &&
        aet_seen_int(base, 0, "codages", &codings) && aet_seen_int(base, 0, "codeurs", &coders))
        aet_resume_say(z, said[SAID_CORPUS],
                       AET_WORDS(aet_resume_count(z, "nombre", n),
                                 aet_resume_count(z, "recits", narratives),
                                 aet_resume_count(z, "codages", codings),
                                 aet_resume_count(z, "codeurs", coders)));
}

static void frequent(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "codes");
    int64_t n, of;
    size_t row;

    if (aet_seen_rows(s) > 1 && aet_seen_most(s, "segments", &row) &&
        aet_seen_int(s, row, "segments", &n) &&
        aet_seen_int(aet_seen(z->r, "base"), 0, "segments", &of))
        aet_resume_say(z, said[SAID_FREQUENT],
                       AET_WORDS(aet_resume_name(z, "quoi", aet_seen_text(s, row, "libelle")),
                                 aet_resume_count(z, "nombre", n), aet_resume_count(z, "tout", of),
                                 aet_resume_share(z, "taux", (double)n / (double)of)));
}

static void unused(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "codes");
    int64_t used, all = aet_seen_rows(s);

    if (aet_seen_filled(s, "segments", &used) && used < all)
        aet_resume_say(
            z, said[SAID_UNUSED],
            AET_WORDS(aet_resume_count(z, "nombre", all - used), aet_resume_count(z, "tout", all)));
}

static void saturation(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "saturation_regle");
    int64_t reached = 0, told = 0, v;

    for (size_t row = 0; s && row < s->rows; row++) {
        if (!aet_seen_int(s, row, "atteinte", &v))
            continue;
        told++;
        reached += v;
    }
    if (aet_seen_rows(s))
        aet_resume_say(
            z,
            said[!told     ? SAID_TOO_FEW
                 : reached ? SAID_SATURATED
                           : SAID_UNSATURATED],
            AET_WORDS(aet_resume_count(z, "nombre", reached), aet_resume_count(z, "tout", told)));
}

static void uncoded(struct resume *z)
{
    say_count(z, SAID_UNCODED, aet_seen(z->r, "base"), "sans_code");
}

static void alone(struct resume *z)
{
    int64_t n;

    if (aet_seen_int(aet_seen(z->r, "base"), 0, "codeurs", &n) && n == 1)
        aet_resume_say(z, said[SAID_ALONE], NULL);
}

static aet_tell *const of_segments[] = {
    corpus, frequent, unused, saturation, uncoded, alone, NULL
};
const struct section_kind aet_repa_kind_resume_segments = AET_RESUME_KIND(of_segments);

/* --- their trail, conditions, passages -------------------------------------------------------- */

static void trail(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    struct date first, last;
    int64_t n, done;

    if (aet_seen_int(base, 0, "recits", &n) && aet_seen_int(base, 0, "complets", &done) &&
        aet_seen_date(base, 0, "debut", &first) && aet_seen_date(base, 0, "fin", &last))
        aet_resume_say(
            z, said[SAID_TRAIL],
            AET_WORDS(aet_resume_count(z, "nombre", n), aet_resume_count(z, "complets", done),
                      aet_resume_date(z, "debut", first), aet_resume_date(z, "fin", last)));
}

/* Rows of a narrative stand together. Where small counts are hidden, how many lack one is such a
 * count. */
static void trail_lacking(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "parcours");
    struct span last = { NULL, 0 }, name;
    struct buf names = { 0 };
    int64_t n = 0, v;

    for (size_t row = 0; s && !z->r->masks && row < s->rows; row++) {
        name = aet_seen_text(s, row, "recit");
        if (!aet_seen_int(s, row, "seances", &v) || v || aet_span_eq(name, last))
            continue;
        n++;
        aet_list_add(&names, name);
        last = name;
    }
    say_names(z, SAID_TRAIL_LACKING, n, 0, &names);
}

static aet_tell *const of_parcours[] = { trail, trail_lacking, NULL };
const struct section_kind aet_repa_kind_resume_parcours = AET_RESUME_KIND(of_parcours);

static int64_t organisations(const struct section *s)
{
    int64_t n = 0;

    for (size_t row = 0; s && row < s->rows; row++)
        n += row == 0 || !aet_span_eq(aet_seen_text(s, row, "organisation"),
                                      aet_seen_text(s, row - 1, "organisation"));
    return n;
}

static void conditions(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "conditions");
    int64_t n, place, partial, absent, none, orgs = organisations(s);
    struct word who = aet_word_span("qui", aet_seen_text(s, 0, "organisation"));

    if (!aet_seen_sum(s, "pratiques", &n) || !aet_seen_sum(s, "en_place", &place) ||
        !aet_seen_sum(s, "partiel", &partial) || !aet_seen_sum(s, "absent", &absent) ||
        !aet_seen_sum(s, "sans_reponse", &none))
        return;
    if (orgs != 1 || !who.text.n)
        who = aet_resume_phrase(z, "qui", said[SAID_ORGANISATIONS],
                                AET_WORDS(aet_resume_count(z, "nombre", orgs)));
    aet_resume_say(
        z, said[SAID_CONDITIONS],
        AET_WORDS(who, aet_resume_count(z, "nombre", n), aet_resume_count(z, "place", place)));
    aet_resume_say(
        z, said[SAID_LACKING],
        AET_WORDS(aet_resume_count(z, "absent", absent), aet_resume_count(z, "partiel", partial)));
    if (none)
        aet_resume_say(z, said[SAID_NO_ANSWER], AET_WORDS(aet_resume_count(z, "nombre", none)));
}

static aet_tell *const of_conditions[] = { conditions, NULL };
const struct section_kind aet_repa_kind_resume_conditions = AET_RESUME_KIND(of_conditions);

static void passages(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t n, narratives, coders;

    if (aet_seen_int(base, 0, "passages", &n) && aet_seen_int(base, 0, "recits", &narratives) &&
        aet_seen_int(base, 0, "codeurs", &coders))
        aet_resume_say(z, said[n ? SAID_PASSAGES : SAID_PASSAGES_NONE],
                       AET_WORDS(aet_resume_name(z, "quoi", aet_seen_text(base, 0, "libelle")),
                                 aet_resume_count(z, "nombre", n),
                                 aet_resume_count(z, "recits", narratives),
                                 aet_resume_count(z, "codeurs", coders)));
    say_count(z, SAID_NO_TEXT, base, "sans_texte");
}

static aet_tell *const of_extraits[] = { passages, NULL };
const struct section_kind aet_repa_kind_resume_extraits = AET_RESUME_KIND(of_extraits);
