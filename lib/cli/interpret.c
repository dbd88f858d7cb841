/* From the words of options to values of their types. */
#include "cli/habits.h"

#include <stdlib.h>

#include "base/os/os.h"
#include "format/formats.h"

static enum status read_delimiter(struct session *s)
{
    const char *v = s->command.values[OPT_DELIMITER];

    if (!v)
        return STATUS_CLEAN;
    if (strcmp(v, "tab") == 0 || strcmp(v, "\\t") == 0)
        s->reading.delimiter = '\t';
    else if (strlen(v) == 1 && *v != '"' && *v != '\n' && *v != '\r' && (unsigned char)*v < 0x80)
        s->reading.delimiter = *v;
    else
        return aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_DELIMITER],
                               AET_WORDS(aet_word("valeur", v)));
    return STATUS_CLEAN;
}

static enum status read_skip(struct session *s)
{
    const char *v = s->command.values[OPT_SKIP];
    unsigned long n;
    char *end;

    if (!v)
        return STATUS_CLEAN;
    n = strtoul(v, &end, 10);
    if (*v < '0' || *v > '9' || *end || n > 1000000)
        return aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_SKIP],
                               AET_WORDS(aet_word("valeur", v)));
    s->reading.skip = (size_t)n;
    s->reading.skips = true;
    return STATUS_CLEAN;
}

static enum status read_at_least(struct session *s)
{
    const char *v = s->command.values[OPT_AU_MOINS];
    char *end;

    if (!v)
        return STATUS_CLEAN;
    s->at_least = strtoull(v, &end, 10);
    if (*v < '0' || *v > '9' || *end || s->at_least > UINT32_MAX)
        return aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_WHOLE],
                               AET_WORDS(aet_word("option", "au-moins"), aet_word("valeur", v)));
    return STATUS_CLEAN;
}

/* More threads than any machine has processors are a slip of the keyboard. */
enum { JOBS = 1024 };

static enum status read_jobs(struct session *s)
{
    const char *v = s->command.values[OPT_JOBS];
    char *end;

    if (!v)
        return STATUS_CLEAN;
    s->jobs = strtoul(v, &end, 10);
    if (*v < '0' || *v > '9' || *end || s->jobs > JOBS)
        return aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_WHOLE],
                               AET_WORDS(aet_word("option", "jobs"), aet_word("valeur", v)));
    return STATUS_CLEAN;
}

static enum status read_masks(struct session *s)
{
    const char *v = s->command.values[OPT_MASQUER];
    char *end;

    if (!v)
        return STATUS_CLEAN;
    s->masks = *v >= '0' && *v <= '9' ? strtoull(v, &end, 10) : 0;
    if (s->masks < 2 || *end || s->masks > UINT32_MAX)
        return aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_WHOLE],
                               AET_WORDS(aet_word("option", "masquer"), aet_word("valeur", v)));
    return STATUS_CLEAN;
}

/* How often one thing is said. */
enum { LIMIT = 10 };

static enum status read_limit(struct session *s)
{
    const char *v = s->command.values[OPT_LIMITE];
    char *end;

    s->voice.limit = LIMIT;
    if (!v)
        return STATUS_CLEAN;
    s->voice.limit = strtoull(v, &end, 10);
    if (*v < '0' || *v > '9' || *end || s->voice.limit > UINT32_MAX)
        return aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_WHOLE],
                               AET_WORDS(aet_word("option", "limite"), aet_word("valeur", v)));
    return STATUS_CLEAN;
}

static enum status read_date(struct session *s)
{
    const char *v = s->command.values[OPT_DATE];

    s->date = aet_date_today();
    if (v && aet_date_read(aet_span_z(v), DATES_ISO, false, &s->date) != DATE_OK)
        return aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_DATE],
                               AET_WORDS(aet_word("option", "date"), aet_word("valeur", v)));
    return STATUS_CLEAN;
}

/* --remplir. As a habit it names columns of one sheet or another. */
static void fill_down(struct session *s)
{
    struct fills *fills = &s->reading.fills;

    if (!aet_given(s, OPT_REMPLIR))
        return;
    aet_fills_add(fills, aet_span_z(s->command.values[OPT_REMPLIR]));
    for (size_t i = 0; aet_habit_gave(s, OPT_REMPLIR) && i < fills->n; i++)
        fills->p[i].used = true;
}

enum status aet_session_interpret(struct session *s)
{
    const char *dates = s->command.values[OPT_DATES];
    const char *decimal = s->command.values[OPT_DECIMAL];
    const char *encoding = s->command.values[OPT_ENCODING] ? s->command.values[OPT_ENCODING]
                                                           : getenv("AET_ENCODING");
    const char *no_colour = getenv("NO_COLOR");

    if (dates)
        s->reading.dates = dates[0] == 'j' ? DATES_JMA : dates[0] == 'm' ? DATES_MJA : DATES_AMJ;
    if (decimal)
        s->reading.number = (struct number_form){ decimal[0], true };
    if (s->command.values[OPT_FROM])
        s->reading.from = aet_format_from(s->command.values[OPT_FROM]);
    s->reading.encoding = encoding && *encoding ? encoding : NULL;
    s->reading.digest = aet_given(s, OPT_EMPREINTES) || aet_given(s, OPT_PARTIEL);
    s->writing.path = s->command.values[OPT_OUTPUT];
    s->writing.to = s->command.values[OPT_TO];
    s->writing.section = s->command.values[OPT_SECTION];
    s->reading.sheet = s->command.values[OPT_FEUILLE];
    fill_down(s);
    s->strict = aet_given(s, OPT_STRICT);
    s->voice.quiet = aet_given(s, OPT_QUIET);
    s->writing.excel = aet_given(s, OPT_EXCEL);
    s->voice.tty = aet_os_terminal(OS_STDERR);
    s->voice.colour = s->voice.tty && !(no_colour && *no_colour);
    if (read_delimiter(s) != STATUS_CLEAN || read_skip(s) != STATUS_CLEAN ||
        aet_session_lists(s) != STATUS_CLEAN || read_at_least(s) != STATUS_CLEAN ||
        read_limit(s) != STATUS_CLEAN || read_masks(s) != STATUS_CLEAN ||
        read_jobs(s) != STATUS_CLEAN)
        return STATUS_FAILED;
    return read_date(s);
}
