/* Printing and counting diagnostics. */
#include "flow/teller.h"

#include "voice/door.h"

static void tally(struct teller *t, const struct rule *rule, const struct diag_place *where)
{
    struct tally *k;
    size_t i = 0;

    while (i < t->tallies_n && t->tallies[i].rule != rule)
        i++;
    if (i == t->tallies_n) {
        t->tallies = aet_grow(t->tallies, &t->tallies_cap, t->tallies_n, sizeof *t->tallies);
        t->tallies[t->tallies_n++] = (struct tally){ .rule = rule };
    }
    k = &t->tallies[i];
    if (k->count < FIRST_PLACES)
        k->first[k->count] = *where;
    k->count++;
}

void aet_teller_diag(struct teller *t, const struct diag *x, const struct diag_place *where)
{
    t->totals->errors += x->rule->gravity == ERREUR;
    t->totals->warnings += x->rule->gravity == AVERTISSEMENT;
    t->totals->infos += x->rule->gravity == INFO;
    if (t->silent && !t->aloud)
        return;
    if (t->summing && !t->aloud)
        tally(t, x->rule, where);
    else
        aet_voice_diag(t->voice, x, where, &t->text);
}

void aet_teller_flush(struct teller *t)
{
    aet_door_write(aet_buf_view(&t->text));
    aet_buf_clear(&t->text);
}

void aet_teller_free(struct teller *t)
{
    aet_buf_free(&t->text);
    aet_free(t->tallies);
}
