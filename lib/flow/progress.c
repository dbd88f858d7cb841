/* The line of progress. */
#include "flow/progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>

static double now(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void aet_progress_begin(struct progress *p, const struct voice *voice)
{
    *p = (struct progress){ .voice = voice, .started = now() };
}

void aet_progress_show(struct progress *p, const struct source *source, uint64_t records)
{
    double t;
    uint64_t total;

    if (!p->voice->tty || p->voice->quiet)
        return;
    t = now();
    if (t - p->started < 2 || t - p->shown < 0.25)
        return;
    p->shown = t;
    total = aet_source_total(source);
    fprintf(stderr, "\r\x1b[K%" PRIu64 " %s, %" PRIu64 " Mio", records,
            p->voice->lang == LANG_FR ? "enregistrements" : "records",
            aet_source_bytes(source) >> 20);
    if (total)
        fprintf(stderr, " (%" PRIu64 " %%)", aet_source_bytes(source) * 100 / total);
    fflush(stderr);
}

void aet_progress_end(struct progress *p)
{
    if (p->shown > 0)
        fputs("\r\x1b[K", stderr);
}
