/* What there is to know of a reading: what passed, what has to be corrected, what is said most. */
#include "flow/sommaire/resume.h"

#include "report/resume/resume.h"
#include "voice/rule.h"

#define AET_SENTENCES "flow/sommaire/resume.def"
#include "report/resume/sentences.h"

static void say_count(struct resume *z, int sentence, int64_t n)
{
    aet_resume_say(z, said[sentence], AET_WORDS(aet_resume_count(z, "nombre", n)));
}

static void was_read(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t n, passed, rejected, aside;

    if (!aet_seen_int(base, 0, "lus", &n) || !aet_seen_int(base, 0, "passes", &passed) ||
        !aet_seen_int(base, 0, "rejetes", &rejected) || !aet_seen_int(base, 0, "ecartes", &aside))
        return;
    aet_resume_say(z, said[n ? SAID_READ : SAID_READ_NONE],
                   AET_WORDS(aet_resume_count(z, "nombre", n),
                             aet_resume_count(z, "passes", passed),
                             aet_resume_count(z, "rejetes", rejected)));
    if (aside)
        say_count(z, SAID_ASIDE, aside);
}

/* Of documents, what was left out of those that passed. */
static void parts(struct resume *z)
{
    const struct input_file all = aet_report_all(z->r);

    if (all.elements || all.values)
        aet_resume_say(z, said[SAID_PARTS],
                       AET_WORDS(aet_resume_count(z, "elements", (int64_t)all.elements),
                                 aet_resume_count(z, "valeurs", (int64_t)all.values)));
}

/* How many rules of a severity spoke; which of them most, where it alone did. */
static int64_t rules_of(const struct section *s, const char *severity, size_t *most, int64_t *times)
{
    int64_t rules = 0, n;
    bool only = false;

    *times = 0;
    for (size_t row = 0; s && row < s->rows; row++) {
        if (!aet_span_eq(aet_seen_code(s, row, "gravite"), aet_span_z(severity)) ||
            !aet_seen_int(s, row, "nombre", &n))
            continue;
        rules++;
        if (n < *times)
            continue;
        only = n > *times;
        *most = only ? row : *most;
        *times = n;
    }
    *times = only ? *times : 0;
    return rules;
}

static void say_most(struct resume *z, int sentence, const struct section *s, size_t row,
                     int64_t times, int64_t rules)
{
    if (rules == 1 || times > 1)
        aet_resume_say(z, said[rules > 1 ? sentence : SAID_SAYS],
                       AET_WORDS(aet_resume_count(z, "nombre", times),
                                 aet_word_span("message", aet_seen_text(s, row, "message"))));
}

static void faults(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base"), *s = aet_seen(z->r, "regles");
    int64_t read, errors, warnings, rules, times;
    size_t row = 0;

    if (!aet_seen_int(base, 0, "lus", &read) || !aet_seen_int(base, 0, "erreurs", &errors) ||
        !aet_seen_int(base, 0, "avertissements", &warnings))
        return;
    rules = rules_of(s, aet_gravity_text(ERREUR).fr, &row, &times);
    if (errors)
        aet_resume_say(
            z, said[SAID_ERRORS],
            AET_WORDS(aet_resume_count(z, "nombre", errors), aet_resume_count(z, "regles", rules)));
    say_most(z, SAID_ERROR_MOST, s, row, times, rules);
    if (warnings)
        say_count(z, SAID_WARNINGS, warnings);
    rules = rules_of(s, aet_gravity_text(AVERTISSEMENT).fr, &row, &times);
    say_most(z, SAID_WARNING_MOST, s, row, times, rules);
    if (read && !errors && !warnings)
        aet_resume_say(z, said[SAID_CLEAN], NULL);
}

static aet_tell *const rules[] = { was_read, parts, faults, NULL };
const struct section_kind aet_sommaire_kind_resume = AET_RESUME_KIND_OF_READING(rules);
