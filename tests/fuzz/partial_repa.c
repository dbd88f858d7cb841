/* A sum of a journal, for partial.c. */
#include "repa/bilan/bilan.h"
#include "partial_sums.h"
#include "target.h"

void begin_repa(struct trial *t)
{
    static const struct tool tool = { .name = "repa" };
    static struct session s;
    static struct repa_knowledge k;
    static struct bilan_repa b;

    s = session_of(&tool);
    MUST(aet_repa_knowledge_load(&k, &s));
    aet_repa_bilan_init(&b, &k, KIND_JOURNAL);
    *t = (struct trial){ &aet_repa_bilan_kind, &b };
}
