/* The frames of verbs. */
#include "flow/records.h"

#include "flow/drive.h"
#include "flow/handover.h"

enum status aet_run_records(struct session *s, const struct work *w, struct totals *totals)
{
    struct run r;
    enum status st;

    if (!aet_hiding_learn(s->hiding, aet_work_schema(w)))
        return STATUS_FAILED;
    aet_run_init(&r, s, w, totals);
    st = aet_run_all(&r);
    if (st != STATUS_FAILED && !aet_hiding_close(s->hiding))
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

enum status aet_run_summary(struct session *s, const struct work *w, struct totals *totals,
                            struct report *report)
{
    struct run r;
    enum status st;

    aet_run_init(&r, s, w, totals);
    st = aet_run_all(&r);
    aet_inputs_report(&r.inputs, report);
    if (st != STATUS_FAILED && !aet_handover_take(s, aet_work_schema(w), totals, report))
        st = STATUS_FAILED;
    if (st != STATUS_FAILED && is_lacking(report))
        st = STATUS_DATA;
    aet_run_free(&r);
    return st;
}

enum status aet_run_report(struct session *s, const struct work *w, struct report *r,
                           aet_finish *finish)
{
    struct totals totals;
    enum status st = aet_run_summary(s, w, &totals, r);

    if (st != STATUS_FAILED && !finish(w->sink.of.sum.of, s, r))
        st = STATUS_FAILED;
    return st == STATUS_FAILED ? st : aet_session_report(s, r, false, st);
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
    if (!aet_hiding_learn(s->hiding, aet_work_schema(w)))
        return STATUS_FAILED;
    aet_run_init(&r, s, w, &totals);
    r.teller.summing = true;
    st = aet_run_all(&r);
    if (st != STATUS_FAILED) {
        aet_session_report_begin(s, &report, title);
        aet_inputs_report(&r.inputs, &report);
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

enum status aet_run_valider(struct session *s, struct work *w)
{
    w->least = INFO;
    w->sink.of.echo.normal = aet_given(s, OPT_NORMALISER);
    return aet_given(s, OPT_SOMMAIRE) ? summed_up(s, w) : aet_run_out(s, w);
}
