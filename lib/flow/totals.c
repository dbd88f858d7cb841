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

void aet_totals_left(struct totals *t, struct left left)
{
    t->left.elements += left.elements;
    t->left.values += left.values;
}

/* A line of its own: records that pass are not all there. */
static void say_left(const struct voice *v, const struct left *left)
{
    enum { ELEMENTS, VALUES, BOTH };
    static const int rules[] = { BIL_LEFT_ELEMENTS, BIL_LEFT_VALUES, BIL_LEFT_BOTH };

    if (left->elements || left->values)
        aet_voice_note(v,
                       &aet_rules_bil[rules[!left->values     ? ELEMENTS
                                            : !left->elements ? VALUES
                                                              : BOTH]],
                       AET_WORDS(aet_word_uint("elements_rejetes", left->elements),
                                 aet_word_uint("valeurs_rejetees", left->values)));
}

static struct word part(const char *name, const struct left *left, uint64_t n)
{
    return left->elements || left->values ? aet_word_uint(name, n) : aet_word(name, NULL);
}

void aet_summary(const struct voice *v, const struct totals *t, bool draws)
{
    const struct word words[] = {
        aet_word_uint("lus", t->read),
        aet_word_uint("passes", t->passed),
        draws ? aet_word_uint("mis_de_cote", t->undrawn) : aet_word("mis_de_cote", NULL),
        t->aside ? aet_word_uint("ecartes", t->aside) : aet_word("ecartes", NULL),
        aet_word_uint("rejetes", t->rejected),
        part("elements_rejetes", &t->left, t->left.elements),
        part("valeurs_rejetees", &t->left, t->left.values),
        aet_word_uint("erreurs", t->errors),
        aet_word_uint("avertissements", t->warnings),
        { .name = NULL }
    };
    static const int rules[2][2] = { { BIL_SUMMARY, BIL_SUMMARY_APART },
                                     { BIL_SUMMARY_ASIDE, BIL_SUMMARY_ALL } };

    say_left(v, &t->left);
    aet_voice_summary(v, &aet_rules_bil[rules[draws][t->aside > 0]], words);
}
