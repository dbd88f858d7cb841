/* The options of a calendar. */
#include "plan/calendrier/options.h"

#include <stdlib.h>

#include "plan/rules.h"
#include "plan/verbs.h"
#include "voice/say.h"

bool aet_plan_option_number(struct session *s, int option, int64_t low, int64_t high, int64_t *out)
{
    const char *v = s->command.values[option];
    char *end;
    long n;

    if (!v)
        return true;
    n = strtol(v, &end, 10);
    if (*v >= '0' && *v <= '9' && !*end && n >= low && n <= high) {
        *out = n;
        return true;
    }
    aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_BOUNDS],
                    AET_WORDS(aet_word("option", aet_option(s->command.tool, option)->name),
                              aet_word("valeur", v)));
    return false;
}

bool aet_plan_option_date(struct session *s, int option, struct date *out, bool *has)
{
    const char *v = s->command.values[option];

    if (!v)
        return true;
    if (aet_date_read(aet_span_z(v), DATES_ISO, true, out) != DATE_OK) {
        aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_MONTH],
                        AET_WORDS(aet_word("option", aet_option(s->command.tool, option)->name),
                                  aet_word("valeur", v)));
        return false;
    }
    *has = true;
    return true;
}

static bool day(struct session *s, int option, bool last, int32_t *out, bool *has)
{
    struct date d = { 0 };

    if (!aet_plan_option_date(s, option, &d, has))
        return false;
    if (*has)
        *out = last ? aet_date_last_day(d) : aet_date_days(d);
    return true;
}

static int weekday(const char *name)
{
    static const char *const days[] = { "lundi",    "mardi",  "mercredi", "jeudi",
                                        "vendredi", "samedi", "dimanche" };

    for (int i = 0; name && i < 7; i++)
        if (strcmp(name, days[i]) == 0)
            return i;
    return JOUR_LIBRE;
}

/* What is left out of a calendar is not seen in it. */
static void say_exclusions(const struct session *s, const struct exclusions *x)
{
    uint64_t days = 0;

    for (size_t i = 0; i < x->n; i++)
        days += (uint64_t)(x->items[i].to - x->items[i].from) + 1;
    aet_voice_note(&s->voice, &aet_plan_rule[PLA_EXCLUS],
                   AET_WORDS(aet_word_uint("nombre", x->n), aet_word_uint("jours", days)));
}

/* False: complained. */
static bool exclusions(struct session *s, struct demande *d)
{
    const char *value = s->command.values[PLAN_OPT_EXCLURE];
    struct exclusions_fault why;

    if (!value)
        return true;
    if (aet_plan_exclusions_read(&d->exclus, value, s->reading.dates, &why)) {
        say_exclusions(s, &d->exclus);
        return true;
    }
    if (why.error)
        aet_voice_system(&s->voice, value, why.error);
    else if (why.foreign)
        aet_say_stop(&s->voice, NULL,
                     &(struct stop){ .fault = why.foreign, .file = value, .line = 1, .column = 1 });
    else
        aet_voice_usage(&s->voice, &aet_plan_rule[why.rule],
                        AET_WORDS(aet_word_uint("ligne", why.line), aet_word("fichier", value),
                                  aet_word("valeur", aet_buf_z(&why.text))));
    aet_buf_free(&why.text);
    return false;
}

bool aet_plan_demande_read(struct session *s, struct demande *d)
{
    *d = (struct demande){ .facteurs = -1, .par_facteur = 1, .rythme = 3, .regulieres = 8 };
    d->jour = weekday(s->command.values[PLAN_OPT_JOUR]);
    d->feries = !s->command.values[PLAN_OPT_FERIES] ||
                strcmp(s->command.values[PLAN_OPT_FERIES], "non") != 0;
    return day(s, PLAN_OPT_DEBUT, false, &d->debut, &d->has_debut) &&
           day(s, PLAN_OPT_FIN, true, &d->fin, &d->has_fin) &&
           aet_plan_option_number(s, PLAN_OPT_FACTEURS, 1, 100, &d->facteurs) &&
           aet_plan_option_number(s, PLAN_OPT_PAR_FACTEUR, 1, 20, &d->par_facteur) &&
           aet_plan_option_number(s, PLAN_OPT_RYTHME, 1, 52, &d->rythme) &&
           aet_plan_option_number(s, PLAN_OPT_REGULIERES, 1, 104, &d->regulieres) &&
           exclusions(s, d);
}
