/* The verb revision: the draft, or with --rapport what was done and why. */
#include "base/names.h"
#include "format/formats.h"
#include "plan/calendrier/options.h"
#include "plan/check.h"
#include "plan/job.h"
#include "plan/revision/rapport.h"
#include "plan/revision/revision.h"
#include "plan/rules.h"
#include "plan/verbs.h"
#include "tree/amend.h"
#include "voice/say.h"

struct revision {
    struct job t;
    struct demande_revision ask;
    struct revisions sum;
    const struct voice *voice;
    struct names ids; /* of what comes out */
    bool twice;
};

/* Plans that come out under one identifier could not be read back. */
static void see_id(struct revision *v, const struct element *plan)
{
    struct span id = aet_span_trim(aet_plan_text(plan, PLN_ID));
    size_t before = v->ids.n;

    if (!id.n || aet_names_id(&v->ids, id) == before)
        return;
    aet_voice_say(v->voice, &aet_plan_rule[PLA_REVISION_DOUBLE],
                  AET_WORDS(aet_word_span("valeur", id)));
    v->twice = true;
}

static bool goes(const void *of, const struct element *e)
{
    const struct devenir *x = aet_plan_devenir_de(of, e);

    return x && x->sort == RETRAIT;
}

/* The plan becomes its draft, to be freed; what becomes of its elements stands in it. */
static void draft(struct revision *v, struct document *d, struct redaction *r)
{
    struct nouveau_cycle p;
    struct contretemps why;

    (void)!aet_plan_periode(&p, &v->ask, d->root, v->t.k.today, &why); /* the check has spoken */
    aet_plan_redaction_begin(r, &v->t.k, d->root, &p);
    aet_plan_rediger(r);
    aet_document_prune(d, goes, r);
    see_id(v, d->root);
}

/* struct rewrite.rewrite */
static void rewrite(void *of, struct document *d)
{
    struct redaction r;

    draft(of, d, &r);
    aet_plan_redaction_free(&r);
}

/* struct sum.add: the plan as it is, then as it is drafted. */
static void add(void *of, const struct facts *f)
{
    struct revision *v = of;
    struct document *d = f->element->document;
    struct version avant = { .k = &v->t.k }, apres = { .k = &v->t.k };
    struct redaction r;

    aet_plan_version_add(&avant, f);
    draft(v, d, &r);
    aet_plan_version_add(&apres, &d->root->facts);
    aet_plan_revision_rapporter(&v->sum, &r, &avant, &apres);
    aet_plan_redaction_free(&r);
    aet_plan_version_free(&avant);
    aet_plan_version_free(&apres);
}

/* struct rules.check: the plan's own rules, and whether the time that is asked for is possible. */
static void check(const void *context, const struct facts *f, struct diags *d, struct mark *mark)
{
    const struct revision *v = context;
    struct nouveau_cycle p;
    struct contretemps why;
    struct buf date = { 0 };
    struct diag *x;

    aet_plan_check(&v->t.k, f, d, mark);
    if (aet_plan_periode(&p, &v->ask, f->element, v->t.k.today, &why))
        return;
    x = aet_element_diag(d, &aet_plan_rule[why.rule], f->element, -1, -1);
    aet_date_write(why.valeur, &date);
    aet_diag_arg(d, x, "valeur", aet_buf_view(&date));
    aet_buf_clear(&date);
    aet_date_write(why.autre, &date);
    aet_diag_arg(d, x, "autre", aet_buf_view(&date));
    aet_buf_free(&date);
}

static enum status report(struct session *s, struct revision *v)
{
    static const struct text title = { "De ce plan au suivant", "From this plan to the next" };
    struct totals totals;
    struct report r;
    enum status st;

    aet_session_report_begin(s, &r, title);
    aet_kept_begin(&v->sum.kept, s->voice.lang, aet_plan_revision_sections);
    v->t.w.sink = AET_SUM(.add = add, .of = v);
    st = aet_run_summary(s, &v->t.w, &totals, &r);
    if (st != STATUS_FAILED) {
        aet_report_fill(&r, aet_plan_revision_sections, &v->sum);
        st = aet_session_report(s, &r, false, st);
    }
    aet_report_free(&v->sum.kept);
    aet_report_free(&r);
    return st;
}

/* The draft is a plan: what is asked of a report is asked with --rapport. False: complained. */
static bool is_sound(const struct session *s)
{
    const char *format = aet_writing_format(&s->writing);

    if (format && !aet_format_named(format)) {
        aet_voice_usage(&s->voice, &aet_plan_rule[PLA_REVISION_FORMAT],
                        AET_WORDS(aet_word("valeur", format)));
        return false;
    }
    if (aet_given(s, OPT_SECTION)) {
        aet_voice_usage(&s->voice, &aet_plan_rule[PLA_REVISION_SECTION], NULL);
        return false;
    }
    return true;
}

static bool read_options(struct session *s, struct demande_revision *ask)
{
    ask->has_annee = s->command.values[PLAN_OPT_ANNEE] != NULL;
    return aet_plan_option_number(s, PLAN_OPT_ANNEE, 1900, 2200, &ask->annee) &&
           aet_plan_option_date(s, PLAN_OPT_DEBUT, &ask->debut, &ask->has_debut) &&
           aet_plan_option_date(s, PLAN_OPT_FIN, &ask->fin, &ask->has_fin);
}

enum status aet_plan_revision(struct session *s)
{
    static const struct rules rules = { check, aet_plan_judge, NULL };
    bool reports = aet_given(s, PLAN_OPT_RAPPORT);
    struct revision v = { .voice = &s->voice };
    enum status st = STATUS_FAILED;

    if ((reports || is_sound(s)) && read_options(s, &v.ask)) {
        if (aet_plan_begin(s, &v.t, T_RENCONTRES)) {
            v.t.w.rules = &rules;
            v.t.w.context = &v;
            v.t.w.sink = AET_REWRITE(rewrite, &v);
            st = reports ? report(s, &v) : aet_run_out(s, &v.t.w);
        }
        aet_plan_end(&v.t);
        aet_names_free(&v.ids);
    }
    return v.twice && st == STATUS_CLEAN ? STATUS_DATA : st;
}
