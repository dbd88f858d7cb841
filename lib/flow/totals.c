/* Counting records, and the line that sums up. */
#include "flow/totals.h"

#include "voice/say.h"

void aet_totals_add(struct totals *t, enum outcome outcome)
{
    t->read += outcome != BLANK;
    t->passed += outcome == PASSED;
    t->undrawn += outcome == UNDRAWN;
    t->rejected += outcome == REJECTED;
    t->aside += outcome == ASIDE;
}

void aet_summary(const struct voice *v, const struct totals *t, bool draws)
{
    const struct word words[] = {
        aet_word_uint("lus", t->read),
        aet_word_uint("passes", t->passed),
        draws ? aet_word_uint("mis_de_cote", t->undrawn) : aet_word("mis_de_cote", NULL),
        t->aside ? aet_word_uint("ecartes", t->aside) : aet_word("ecartes", NULL),
        aet_word_uint("rejetes", t->rejected),
        aet_word_uint("erreurs", t->errors),
        aet_word_uint("avertissements", t->warnings),
        { .name = NULL }
    };
    static const int rules[2][2] = { { BIL_SUMMARY, BIL_SUMMARY_APART },
                                     { BIL_SUMMARY_ASIDE, BIL_SUMMARY_ALL } };

    aet_voice_summary(v, &aet_rules_bil[rules[draws][t->aside > 0]], words);
}
