/* From the words of options to values of their types. */
#include "cli/session.h"

#include <stdlib.h>
#include <unistd.h>

#include "format/formats.h"

static enum status read_delimiter(struct session *s)
{
    static const struct text one = {
        "--delimiter : un seul caractère, ou « tab » ; et non « {valeur} »",
        "--delimiter: one character, or “tab”; not “{valeur}”"
    };
    const char *v = s->command.values[OPT_DELIMITER];

    if (!v)
        return STATUS_CLEAN;
    if (strcmp(v, "tab") == 0 || strcmp(v, "\\t") == 0)
        s->reading.delimiter = '\t';
    else if (strlen(v) == 1 && *v != '"' && *v != '\n' && *v != '\r' && (unsigned char)*v < 0x80)
        s->reading.delimiter = *v;
    else
        return aet_complain_usage(&s->voice, one, v, "");
    return STATUS_CLEAN;
}

static enum status read_skip(struct session *s)
{
    static const struct text whole = { "--skip : un nombre de lignes, et non « {valeur} »",
                                       "--skip: a number of lines, not “{valeur}”" };
    const char *v = s->command.values[OPT_SKIP];
    char *end;

    if (!v)
        return STATUS_CLEAN;
    if (*v < '0' || *v > '9')
        return aet_complain_usage(&s->voice, whole, v, "");

    unsigned long n = strtoul(v, &end, 10);

    if (*end || n > 1000000)
        return aet_complain_usage(&s->voice, whole, v, "");
    s->reading.skip = (size_t)n;
    return STATUS_CLEAN;
}

static enum status read_date(struct session *s)
{
    static const struct text iso = { "--date : une date AAAA-MM-JJ, et non « {valeur} »",
                                     "--date: a date YYYY-MM-DD, not “{valeur}”" };
    const char *v = s->command.values[OPT_DATE];

    s->date = aet_date_today();
    if (v && aet_date_read(aet_span_z(v), DATES_ISO, false, &s->date) != DATE_OK)
        return aet_complain_usage(&s->voice, iso, v, "");
    return STATUS_CLEAN;
}

enum status aet_session_interpret(struct session *s)
{
    const char *dates = s->command.values[OPT_DATES];
    const char *decimal = s->command.values[OPT_DECIMAL];
    const char *diagnostics = s->command.values[OPT_DIAGNOSTICS];
    const char *encoding = s->command.values[OPT_ENCODING] ? s->command.values[OPT_ENCODING]
                                                           : getenv("AET_ENCODING");
    const char *no_colour = getenv("NO_COLOR");

    if (dates)
        s->reading.dates = dates[0] == 'j' ? DATES_JMA : dates[0] == 'm' ? DATES_MJA : DATES_AMJ;
    if (decimal)
        s->reading.number = (struct number_form){ decimal[0], true };
    if (s->command.values[OPT_FROM])
        s->reading.from = aet_format_named(s->command.values[OPT_FROM]);
    s->reading.encoding = encoding && *encoding ? encoding : NULL;
    s->reading.digest = aet_given(s, OPT_EMPREINTES);
    s->writing.path = s->command.values[OPT_OUTPUT];
    s->writing.to = s->command.values[OPT_TO];
    s->writing.section = s->command.values[OPT_SECTION];
    s->strict = aet_given(s, OPT_STRICT);
    s->voice.quiet = aet_given(s, OPT_QUIET);
    s->writing.excel = aet_given(s, OPT_EXCEL);
    s->voice.json = diagnostics && strcmp(diagnostics, "json") == 0;
    s->voice.tty = isatty(STDERR_FILENO);
    s->voice.colour = s->voice.tty && !(no_colour && *no_colour);
    if (read_delimiter(s) != STATUS_CLEAN || read_skip(s) != STATUS_CLEAN)
        return STATUS_FAILED;
    return read_date(s);
}
