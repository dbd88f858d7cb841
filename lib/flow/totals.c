/* Counting records, and the line that sums up. */
#include "flow/totals.h"

#include <inttypes.h>
#include <stdio.h>

void aet_totals_add(struct totals *t, enum outcome outcome)
{
    t->read += outcome != BLANK;
    t->passed += outcome == PASSED;
    t->undrawn += outcome == UNDRAWN;
    t->rejected += outcome == REJECTED;
    t->aside += outcome == ASIDE;
}

/* " 3 rejetés", " 1 rejeté" */
static void counted(uint64_t n, const char *one, const char *many, const char *after)
{
    fprintf(stderr, " %" PRIu64 " %s%s", n, n > 1 ? many : one, after);
}

void aet_summary(const struct voice *v, const struct totals *t, bool draws)
{
    if (v->quiet)
        return;
    if (v->json) {
        fprintf(stderr, "{\"lus\":%" PRIu64 ",\"passes\":%" PRIu64, t->read, t->passed);
        if (draws)
            fprintf(stderr, ",\"mis_de_cote\":%" PRIu64, t->undrawn);
        if (t->aside)
            fprintf(stderr, ",\"ecartes\":%" PRIu64, t->aside);
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
        if (draws)
            counted(t->undrawn, "mis de côté", "mis de côté", ",");
        if (t->aside)
            counted(t->aside, "écarté", "écartés", ",");
        counted(t->rejected, "rejeté", "rejetés", " ;");
        counted(t->errors, "erreur", "erreurs", ",");
        counted(t->warnings, "avertissement", "avertissements", "\n");
    } else {
        fputs(":", stderr);
        counted(t->read, "read", "read", ",");
        counted(t->passed, "passed", "passed", ",");
        if (draws)
            counted(t->undrawn, "set aside", "set aside", ",");
        if (t->aside)
            counted(t->aside, "left out", "left out", ",");
        counted(t->rejected, "rejected", "rejected", ";");
        counted(t->errors, t->errors ? "error" : "errors", "errors", ",");
        counted(t->warnings, t->warnings ? "warning" : "warnings", "warnings", "\n");
    }
}
