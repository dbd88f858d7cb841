/* What the families of codes are called. */
#include "repa/familles.h"

struct text aet_repa_famille(struct span id)
{
    static const struct {
        const char *id;
        struct text label;
    } familles[] = {
        { "fonctions", { "Fonctions d’accompagnement", "Accompaniment functions" } },
        { "fonctions-autres", { "Autres fonctions", "Other functions" } },
        { "strategies", { "Stratégies d’intervention", "Intervention strategies" } },
        { "elements", { "Éléments clés", "Key elements" } },
        { "savoirs", { "Savoirs", "Knowledge" } },
        { "savoir-faire", { "Savoir-faire", "Skills" } },
        { "savoir-etre", { "Savoir-être", "Attitudes" } },
        { "contextes", { "Contextes", "Contexts" } },
    };

    for (size_t i = 0; i < sizeof familles / sizeof *familles; i++)
        if (aet_span_eq(id, aet_span_z(familles[i].id)))
            return familles[i].label;
    return (struct text){ NULL, NULL };
}
