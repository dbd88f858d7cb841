/* What a run says on standard error beside its diagnostics: where the reading stopped, how far it
 * is, how it went. */
#include "run/run.h"

#include <inttypes.h>
#include <stdlib.h>
#include <time.h>

double aet_run_clock(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* One line about a whole file, or about where the reading stopped. */
void aet_session_say(struct session *s, int rule, const char *file, uint64_t line, uint64_t column,
                     const struct diag_arg *args, size_t n)
{
    struct diag_place where = { .file = file, .line = line, .column = column };
    struct diag x = { .rule = &aet_rules_ent[rule], .n = n };
    struct buf text = { 0 };

    for (size_t i = 0; i < n; i++)
        x.args[i] = args[i];
    if (s->json_diagnostics)
        aet_diag_json(&text, &x, &where, s->lang);
    else
        aet_diag_text(&text, &x, &where, s->lang, s->colour);
    fwrite(text.p, 1, text.n, stderr);
    aet_buf_free(&text);
}

static int rule_of(enum fault f)
{
    static const int rules[] = {
        [FAULT_WORKBOOK] = ENT_WORKBOOK,
        [FAULT_TOO_LONG] = ENT_TOO_LONG,
        [FAULT_QUOTE_OPEN] = ENT_QUOTE_OPEN,
        [FAULT_QUOTE_LOST] = ENT_QUOTE_LOST,
        [FAULT_JSON_BETWEEN] = ENT_JSON_BETWEEN,
        [FAULT_JSON_OPEN] = ENT_JSON_OPEN,
        [FAULT_JSON_AFTER] = ENT_JSON_AFTER,
        [FAULT_ONE_COLUMN] = ENT_ONE_COLUMN,
        [FAULT_DELIMITERS] = ENT_DELIMITERS,
        [FAULT_NO_HEADING] = ENT_NO_HEADING,
        [FAULT_UTF8] = ENT_UTF8,
        [FAULT_NUL] = ENT_NUL,
    };

    return rules[f];
}

/* "; la ligne 3 en a : essayer --skip 2" */
static struct span skip_hint(const struct session *s, const struct stop *stop, struct buf *text)
{
    if (!stop->hint)
        return AET_LIT("");
    aet_buf_str(text, s->lang == LANG_FR ? " ; plus bas il y en a : essayer --skip "
                                         : "; there are some below: try --skip ");
    aet_buf_uint(text, stop->hint);
    return aet_buf_view(text);
}

enum status aet_session_stop(struct session *s, const struct stop *stop)
{
    static const struct text encoding = { "encodage inconnu « {valeur} »",
                                          "unknown encoding “{valeur}”" };
    static const char hex[] = "0123456789ABCDEF";
    unsigned char byte = (unsigned char)stop->byte;
    char octet[] = { hex[byte >> 4], hex[byte & 15] };
    struct buf hint = { 0 };

    if (stop->fault == FAULT_READ)
        return aet_complain_system(s, stop->file, stop->error);
    if (stop->fault == FAULT_ENCODING_NAME) {
        const char *name = s->values[OPT_ENCODING];

        return aet_complain_usage(s, encoding, name ? name : getenv("AET_ENCODING"), "");
    }

    const struct diag_arg args[] = { { "indice", skip_hint(s, stop, &hint) },
                                     { "octet", aet_span(octet, sizeof octet) } };

    aet_session_say(s, rule_of(stop->fault), stop->file, stop->line, stop->column, args, 2);
    aet_buf_free(&hint);
    return STATUS_FAILED;
}

void aet_run_progress(struct run *r, bool last)
{
    double t;
    uint64_t total;

    if (!r->s->err_tty || r->s->quiet)
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
            r->s->lang == LANG_FR ? "enregistrements" : "records",
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
        aet_session_summary(r->s, r->totals, r->work->keep != NULL);
}

void aet_session_warn(const struct session *s, struct text message, const char *value)
{
    struct diag_arg arg = { "valeur", aet_span_z(value) };
    struct buf line = { 0 };

    aet_buf_str(&line, "aet-");
    aet_buf_str(&line, s->tool->name);
    aet_buf_str(&line, ": ");
    aet_buf_str(&line, aet_gravity_name(AVERTISSEMENT, s->lang));
    aet_buf_str(&line, ": ");
    aet_message(&line, aet_text(message, s->lang), &arg, 1);
    aet_buf_char(&line, '\n');
    fwrite(line.p, 1, line.n, stderr);
    aet_buf_free(&line);
}

void aet_session_summary(const struct session *s, const struct totals *t, bool aside)
{
    if (s->quiet)
        return;
    if (s->json_diagnostics) {
        fprintf(stderr, "{\"lus\":%" PRIu64 ",\"passes\":%" PRIu64, t->read, t->passed);
        if (aside)
            fprintf(stderr, ",\"mis_de_cote\":%" PRIu64, t->aside);
        fprintf(stderr,
                ",\"rejetes\":%" PRIu64 ",\"erreurs\":%" PRIu64 ",\"avertissements\":%" PRIu64
                "}\n",
                t->rejected, t->errors, t->warnings);
        return;
    }
    fprintf(stderr, "aet-%s %s", s->tool->name, s->verb->name);
    if (s->lang == LANG_FR) {
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
