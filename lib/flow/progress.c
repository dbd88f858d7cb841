/* The line of progress. */
#include "flow/progress.h"

#include "base/os/os.h"
#include "voice/say.h"

void aet_progress_begin(struct progress *p, const struct voice *voice)
{
    *p = (struct progress){ .voice = voice, .started = aet_os_clock() };
}

void aet_progress_show(struct progress *p, const struct source *source, uint64_t records)
{
    const struct voice *v = p->voice;
    uint64_t total = aet_source_total(source), read = aet_source_bytes(source);
    double t;

    if (!v->tty || v->quiet || v->json)
        return;
    t = aet_os_clock();
    if (t - p->started < 2 || t - p->shown < 0.25)
        return;
    p->shown = t;
    aet_voice_progress(v, &aet_rules_bil[total ? BIL_PROGRESS_PART : BIL_PROGRESS],
                       AET_WORDS(aet_word_uint("lus", records), aet_word_uint("taille", read >> 20),
                                 aet_word_uint("part", total ? read * 100 / total : 0)));
}

void aet_progress_end(struct progress *p)
{
    if (p->shown > 0)
        aet_voice_progress(p->voice, NULL, NULL);
}
