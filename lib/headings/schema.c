/* What a schema says of its fields, in words. */
#include "headings/schema.h"

bool aet_field_heading(const struct field *f, struct field_headings *rest, struct span *heading)
{
    const char *own[] = { f->name, f->title.fr, f->title.en };
    size_t n;

    if (rest->at < sizeof own / sizeof *own) {
        *heading = aet_span_z(own[rest->at++]);
        rest->others = aet_span_z(f->headings);
        return true;
    }
    n = aet_span_find(rest->others, AET_LIT("|"));
    *heading = aet_span(rest->others.p, n);
    rest->others = aet_span_from(rest->others, n + 1);
    return n > 0;
}

struct text aet_type_form(enum type type)
{
    static const struct text forms[] = {
        [TYPE_TEXT] = { "texte", "text" },
        [TYPE_NAME] = { "nom", "name" },
        [TYPE_LIST] = { "plusieurs, séparés par |", "several, separated by |" },
        [TYPE_NAMES] = { "noms, séparés par |", "names, separated by |" },
        [TYPE_TERM] = { "terme", "term" },
        [TYPE_TERMS] = { "termes, séparés par |", "terms, separated by |" },
        [TYPE_MONEY] = { "montant", "amount" },
        [TYPE_DATE] = { "AAAA-MM-JJ", "YYYY-MM-DD" },
        [TYPE_MONTH] = { "AAAA-MM-JJ ou AAAA-MM", "YYYY-MM-DD or YYYY-MM" },
        [TYPE_DURATION] = { "durée, en heures sans unité", "duration, hours without a unit" },
        [TYPE_MINUTES] = { "durée, en minutes sans unité", "duration, minutes without a unit" },
        [TYPE_DATES] = { "dates AAAA-MM-JJ, séparées par |", "dates YYYY-MM-DD, separated by |" },
        [TYPE_NUMBER] = { "nombre", "number" },
        [TYPE_INTEGER] = { "nombre entier", "whole number" },
        [TYPE_VALUE] = { "nombre, ou mots si la mesure est qualitative",
                         "number, or words if the measure is qualitative" },
        [TYPE_BOOL] = { "oui ou non", "yes or no" },
    };

    return forms[type];
}
