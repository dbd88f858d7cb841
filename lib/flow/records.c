/* The frames of verbs. */
#include "flow/records.h"

#include "flow/drive.h"
#include "flow/parts/fusion.h"
#include "flow/parts/rows.h"
#include "flow/handover.h"
#include "cli/hide.h"
#include "record/normal.h"

enum status aet_run_records(struct session *s, const struct work *w, struct totals *totals)
{
    struct run r;
    enum status st;

    if (!aet_hide_learn(s, aet_work_schema(w), aet_work_nest(w)))
        return STATUS_FAILED;
    aet_run_init(&r, s, w, totals);
    st = aet_run_all(&r);
    if (st != STATUS_FAILED && !w->silent && !w->more && !aet_hiding_close(s->hiding))
        st = STATUS_FAILED;
    aet_run_free(&r);
    return st;
}

enum status aet_run_out(struct session *s, const struct work *w)
{
    struct totals totals;

    return aet_run_records(s, w, &totals);
}

/* Whether something was rejected, here or upstream, where nobody may have looked. */
static bool is_lacking(const struct report *report)
{
    const struct input_file all = aet_report_all(report);

    return all.rejected || all.elements;
}

/* In the place of reading records: parts are added up. */
static enum status add_parts(struct session *s, const struct work *w, struct totals *totals,
                             struct report *report)
{
    enum status st = aet_fusion_run(s, w, totals, report);

    if (st != STATUS_FAILED && !aet_handover_take(s, aet_work_schema(w), totals, report))
        st = STATUS_FAILED;
    return st != STATUS_FAILED && is_lacking(report) ? STATUS_DATA : st;
}

enum status aet_run_summary(struct session *s, const struct work *w, struct totals *totals,
                            struct report *report)
{
    struct run r;
    enum status st;

    if ((aet_given(s, OPT_PARTIEL) || aet_given(s, OPT_FUSION)) && !aet_fusion_can(s, w))
        return STATUS_FAILED;
    if (aet_given(s, OPT_FUSION))
        return add_parts(s, w, totals, report);
    if (!aet_hide_learn(s, aet_work_schema(w), aet_work_nest(w)))
        return STATUS_FAILED;
    aet_run_init(&r, s, w, totals);
    st = aet_run_all(&r);
    aet_inputs_report(&r.inputs, &r.worker.hider, report);
    if (st != STATUS_FAILED && !aet_handover_take(s, aet_work_schema(w), totals, report))
        st = STATUS_FAILED;
    if (st != STATUS_FAILED && is_lacking(report))
        st = STATUS_DATA;
    if (st != STATUS_FAILED && !w->more && !aet_hiding_close(s->hiding))
        st = STATUS_FAILED;
    if (st != STATUS_FAILED && aet_given(s, OPT_PARTIEL) &&
        !aet_part_leave_run(s, w, totals, report, &r.judge.marks))
        st = STATUS_FAILED;
    aet_run_free(&r);
    return st;
}

enum status aet_run_report(struct session *s, const struct work *w, struct report *r,
                           aet_finish *finish)
{
    struct totals totals;
    enum status st = aet_run_summary(s, w, &totals, r);

    if (st == STATUS_FAILED || aet_given(s, OPT_PARTIEL))
        return st;
    if (!finish(w->sink.of.sum.of, s, r))
        return STATUS_FAILED;
    return aet_session_report(s, r, false, st);
}

/* Where a rule spoke first is shown: files, headings. */
static void hide_places(struct run *r, struct report *report)
{
    for (size_t i = 0; i < r->teller.tallies_n; i++) {
        struct tally *t = &r->teller.tallies[i];

        for (size_t k = 0; k < t->count && k < FIRST_PLACES; k++)
            aet_hider_place(&r->worker.hider, &t->first[k], &report->arena);
    }
}

/* --sommaire: nothing goes out but the report of what was found. */
static enum status summed_up(struct session *s, struct work *w)
{
    static const struct text title = { "Sommaire de la validation", "Summary of the validation" };
    struct totals totals;
    struct report report;
    struct run r;
    enum status st;

    w->sink = AET_SUM(.add = NULL);
    if (!aet_hide_learn(s, aet_work_schema(w), aet_work_nest(w)))
        return STATUS_FAILED;
    aet_run_init(&r, s, w, &totals);
    r.teller.summing = true;
    st = aet_run_all(&r);
    if (st != STATUS_FAILED) {
        aet_session_report_begin(s, &report, title);
        aet_inputs_report(&r.inputs, &r.worker.hider, &report);
        hide_places(&r, &report);
        aet_report_fill(&report, aet_work_nest(w) ? aet_sommaire_documents : aet_sommaire_sections,
                        &r.teller);
        st = aet_session_report(s, &report, false, st);
        aet_report_free(&report);
    }
    if (st != STATUS_FAILED && !aet_hiding_close(s->hiding))
        st = STATUS_FAILED;
    aet_run_free(&r);
    return st;
}

/* --grossir: by field, how coarse its dates are. NULL: not asked for, or complained (*st). */
static unsigned char *read_coarse(struct session *s, const struct schema *schema, enum status *st)
{
    static const char *const levels[] = { "", "=mois", "=trimestre", "=annee" };
    struct span rest = aet_span_z(s->command.values[OPT_GROSSIR]);
    unsigned char *by = aet_calloc(schema->n + 1, sizeof *by);

    while (rest.n) {
        const char *end = memchr(rest.p, ',', rest.n);
        size_t n = end ? (size_t)(end - rest.p) : rest.n, found = 0;
        struct span part = aet_span_trim(aet_span(rest.p, n));

        for (size_t i = 0; i < schema->n; i++)
            for (unsigned char k = COARSE_MOIS; k <= COARSE_ANNEE; k++) {
                const struct field *f = &schema->fields[i];
                size_t name = strlen(f->name);

                if ((f->type != TYPE_DATE && f->type != TYPE_MONTH) || part.n < name ||
                    memcmp(part.p, f->name, name) != 0 ||
                    !aet_span_eq(aet_span_from(part, name), aet_span_z(levels[k])))
                    continue;
                by[i] = k;
                found++;
            }
        if (!found) {
            *st = aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_COARSE],
                                  AET_WORDS(aet_word_span("valeur", part)));
            break;
        }
        rest = aet_span_from(rest, end ? n + 1 : n);
    }
    return by;
}

enum status aet_run_valider(struct session *s, struct work *w)
{
    enum status st = STATUS_CLEAN;
    unsigned char *coarse = NULL;

    w->least = INFO;
    w->sink.of.echo.normal = aet_given(s, OPT_NORMALISER);
    if (aet_given(s, OPT_GROSSIR))
        w->sink.of.echo.coarse = coarse = read_coarse(s, aet_work_schema(w), &st);
    if (st == STATUS_CLEAN) {
        st = aet_given(s, OPT_SOMMAIRE) ? summed_up(s, w) : aet_run_out(s, w);
        if (coarse && st != STATUS_FAILED && !aet_given(s, OPT_SOMMAIRE))
            aet_voice_note(&s->voice, &aet_rules_bil[BIL_COARSE],
                           AET_WORDS(aet_word("valeur", s->command.values[OPT_GROSSIR])));
    }
    aet_free(coarse);
    return st;
}
