/* How far a run is, on a terminal, and how it went. */
#include "flow/run.h"

#include <time.h>

double aet_run_clock(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void aet_run_progress(struct run *r, bool last)
{
    const struct voice *v = &r->s->voice;
    uint64_t total = aet_source_total(r->source), read = aet_source_bytes(r->source);
    double t;

    if (!v->tty || v->quiet || v->json)
        return;
    t = aet_run_clock();
    if (last) {
        if (r->shown > 0)
            aet_voice_progress(v, NULL, NULL);
        return;
    }
    if (t - r->started < 2 || t - r->shown < 0.25)
        return;
    r->shown = t;
    aet_voice_progress(v, &aet_rules_bil[total ? BIL_PROGRESS_PART : BIL_PROGRESS],
                       AET_WORDS(aet_word_uint("lus", r->totals->read),
                                 aet_word_uint("taille", read >> 20),
                                 aet_word_uint("part", total ? read * 100 / total : 0)));
}

void aet_run_summary_line(const struct run *r)
{
    if (!r->work->silent)
        aet_summary(&r->s->voice, r->totals, r->work->keep != NULL);
}

void aet_summary(const struct voice *v, const struct totals *t, bool aside)
{
    const struct word words[] = { aet_word_uint("lus", t->read),
                                  aet_word_uint("passes", t->passed),
                                  aside ? aet_word_uint("mis_de_cote", t->aside)
                                        : aet_word("mis_de_cote", NULL),
                                  aet_word_uint("rejetes", t->rejected),
                                  aet_word_uint("erreurs", t->errors),
                                  aet_word_uint("avertissements", t->warnings),
                                  { .name = NULL } };

    aet_voice_summary(v, &aet_rules_bil[aside ? BIL_SUMMARY_ASIDE : BIL_SUMMARY], words);
}
