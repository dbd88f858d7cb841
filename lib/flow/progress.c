/* How far a run is, on a terminal, and how it went. */
#include "flow/run.h"

#include <inttypes.h>
#include <time.h>

double aet_run_clock(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void aet_run_progress(struct run *r, bool last)
{
    double t;
    uint64_t total;

    if (!r->s->voice.tty || r->s->voice.quiet)
        return;
    t = aet_run_clock();
    if (last) {
        if (r->shown > 0)
            fputs("\r\x1b[K", stderr);
        return;
    }
    if (t - r->started < 2 || t - r->shown < 0.25)
        return;
    r->shown = t;
    total = aet_source_total(r->source);
    fprintf(stderr, "\r\x1b[K%" PRIu64 " %s, %" PRIu64 " Mio", r->totals->read,
            r->s->voice.lang == LANG_FR ? "enregistrements" : "records",
            aet_source_bytes(r->source) >> 20);
    if (total)
        fprintf(stderr, " (%" PRIu64 " %%)", aet_source_bytes(r->source) * 100 / total);
    fflush(stderr);
}

/* " 3 rejetés", " 1 rejeté" */
static void counted(uint64_t n, const char *one, const char *many, const char *after)
{
    fprintf(stderr, " %" PRIu64 " %s%s", n, n > 1 ? many : one, after);
}

void aet_run_summary_line(const struct run *r)
{
    if (!r->work->silent)
        aet_summary(&r->s->voice, r->totals, r->work->keep != NULL);
}

void aet_summary(const struct voice *v, const struct totals *t, bool aside)
{
    if (v->quiet)
        return;
    if (v->json) {
        fprintf(stderr, "{\"lus\":%" PRIu64 ",\"passes\":%" PRIu64, t->read, t->passed);
        if (aside)
            fprintf(stderr, ",\"mis_de_cote\":%" PRIu64, t->aside);
        fprintf(stderr,
                ",\"rejetes\":%" PRIu64 ",\"erreurs\":%" PRIu64 ",\"avertissements\":%" PRIu64
                "}\n",
                t->rejected, t->errors, t->warnings);
        return;
    }
    fprintf(stderr, "aet-%s %s", v->tool, v->verb);
    if (v->lang == LANG_FR) {
        fputs(" :", stderr);
        counted(t->read, "lu", "lus", ",");
        counted(t->passed, "passé", "passés", ",");
        if (aside)
            counted(t->aside, "mis de côté", "mis de côté", ",");
        counted(t->rejected, "rejeté", "rejetés", " ;");
        counted(t->errors, "erreur", "erreurs", ",");
        counted(t->warnings, "avertissement", "avertissements", "\n");
    } else {
        fputs(":", stderr);
        counted(t->read, "read", "read", ",");
        counted(t->passed, "passed", "passed", ",");
        if (aside)
            counted(t->aside, "set aside", "set aside", ",");
        counted(t->rejected, "rejected", "rejected", ";");
        counted(t->errors, t->errors ? "error" : "errors", "errors", ",");
        counted(t->warnings, t->warnings ? "warning" : "warnings", "warnings", "\n");
    }
}
