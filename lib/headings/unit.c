#include "headings/unit.h"

/* jj/mm/aaaa, aaaa-mm-jj, mm/yyyy: only such letters and signs, and a year or a month among them.
 */
static bool is_date_form(struct span s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!strchr("jmadyn/-. ", s.p[i]))
            return false;
    return aet_span_find(s, AET_LIT("mm")) < s.n;
}

static struct span take_token(struct span *rest)
{
    static const char marks[] = " :/.,&'-";
    size_t n = 0;

    while (rest->n && strchr(marks, rest->p[0]))
        *rest = aet_span_from(*rest, 1);
    while (n < rest->n && !strchr(marks, rest->p[n]))
        n++;

    struct span token = aet_span(rest->p, n);

    *rest = aet_span_from(*rest, n);
    return token;
}

/* Only words of these, and one at least of the unit itself: "h:min", "heures et minutes", "$ avant
 * taxes". */
static bool is_made_of(struct span part, const char *const *unit, const char *const *others)
{
    bool found = false;

    while (part.n) {
        struct span token = take_token(&part);

        if (token.n && !aet_span_one_of(token, unit) && !aet_span_one_of(token, others))
            return false;
        found |= token.n && aet_span_one_of(token, unit);
    }
    return found;
}

static bool is_unit_of_time(struct span part, bool minutes)
{
    static const char *const h[] = { "h",     "hh",     "hr",   "hrs",   "hre", "hres",
                                     "heure", "heures", "hour", "hours", NULL };
    static const char *const m[] = { "m", "mm", "mn", "min", "mins", "minute", "minutes", NULL };
    static const char *const rest[] = { "m",         "mm",      "mn",        "min",    "mins",
                                        "minute",    "minutes", "et",        "ou",     "and",
                                        "or",        "en",      "in",        "de",     "d",
                                        "nb",        "nbre",    "nombre",    "number", "of",
                                        "decimales", "decimal", "centiemes", NULL };
    static const char *const said[] = { "en",     "in", "nb", "nbre", "nombre",
                                        "number", "of", "de", "d",    NULL };

    return minutes ? is_made_of(part, m, said) : is_made_of(part, h, rest);
}

bool aet_heading_is_unit(struct span part, enum type type)
{
    static const char *const dollars[] = { "$",   "$ca",    "$can",    "ca$", "cad",
                                           "cdn", "dollar", "dollars", NULL };
    static const char *const of_dollars[] = { "en",       "in",     "ca",    "can",  "canadiens",
                                              "canadian", "avant",  "taxes", "taxe", "incluses",
                                              "montant",  "before", "tax",   NULL };
    static const char *const numbers[] = { "%", "en %", "nombre", "number", "nb", NULL };

    switch (type) {
    case TYPE_MONEY:
        return is_made_of(part, dollars, of_dollars);
    case TYPE_DURATION:
        return is_unit_of_time(part, false);
    case TYPE_MINUTES:
        return is_unit_of_time(part, true);
    case TYPE_NUMBER:
    case TYPE_INTEGER:
        return aet_span_one_of(part, numbers);
    case TYPE_DATE:
    case TYPE_MONTH:
    case TYPE_DATES:
        return is_date_form(part);
    case TYPE_TERM:
    case TYPE_TERMS:
    case TYPE_BOOL:
        return memchr(part.p, '/', part.n) != NULL; /* what there is to choose from */
    default:
        return false;
    }
}
