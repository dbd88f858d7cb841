/* A sum of activities, for partial.c. */
#include "publics/bilan.h"
#include "partial_sums.h"
#include "target.h"

void begin_publics(struct trial *t)
{
    static const struct tool tool = { .name = "publics" };
    static struct session s;
    static struct publics_knowledge k;
    static struct bilan b;

    s = session_of(&tool);
    MUST(aet_publics_knowledge_load(&k, &s));
    aet_publics_bilan_init(&b, &k, SIZE_MAX);
    *t = (struct trial){ &aet_publics_bilan_kind, &b };
}
