/* A sum of mentions, for partial.c. */
#include "perennite/bilan.h"
#include "partial_sums.h"
#include "target.h"

void begin_perennite(struct trial *t)
{
    static const struct tool tool = { .name = "perennite" };
    static struct session s;
    static struct perennite_knowledge k;
    static struct somme b;

    s = session_of(&tool);
    MUST(aet_perennite_knowledge_load(&k, &s));
    aet_perennite_somme_init(&b, &k, &(struct somme_options){ .codeur = NULL });
    *t = (struct trial){ &aet_perennite_somme_kind, &b };
}
