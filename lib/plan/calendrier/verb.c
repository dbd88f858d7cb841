/* The verb calendrier: from plans or from options alone, in every form. */
#include <errno.h>
#include <stdlib.h>

#include "base/os/os.h"
#include "format/formats.h"
#include "plan/calendrier/calendrier.h"
#include "plan/calendrier/du_plan.h"
#include "plan/calendrier/options.h"
#include "plan/check.h"
#include "plan/rules.h"
#include "plan/job.h"
#include "plan/verbs.h"

enum forme { F_RECORDS, F_REPORT, F_ICS, F_AGENDA };

struct agenda {
    struct job t;
    struct demande d;
    enum forme forme;
    int64_t only;      /* one meeting; 0: all */
    bool compte_rendu; /* its minutes to fill in, not its agenda */
    struct seances seances;
    struct du_plan plan; /* what the plan that is read has */
    struct span nom;     /* of the calendar; "": not said */
    struct buf head, cle;
    struct report report, kept; /* of that form; its rows as they are made */
    struct date today;
    struct buf text;
};

/* What the options leave open, the plan says; `p` gets what it has. */
static struct demande of_plan(const struct agenda *a, const struct element *plan, struct du_plan *p)
{
    const struct element *cycle = aet_child(plan, K_CYCLE);
    struct demande d = a->d;

    if (!d.has_debut)
        d.has_debut = aet_plan_first_day(cycle, CYC_DEBUT, &d.debut);
    if (!d.has_fin)
        d.has_fin = aet_plan_last_day(cycle, CYC_FIN, &d.fin);
    aet_plan_du_plan(p, plan);
    if (d.facteurs < 0)
        d.facteurs = (int64_t)p->facteurs_n;
    d.fixes = p->fixes;
    d.fixes_n = p->fixes_n;
    return d;
}

/* struct rules.check: the plan's own rules, and whether its calendar is possible. */
static void check(const void *context, const struct facts *f, struct diags *d, struct mark *mark)
{
    const struct agenda *a = context;
    struct du_plan plan = { 0 };
    struct demande ask = of_plan(a, f->element, &plan);
    struct seances trial = { 0 };
    struct obstacle why;
    struct diag *x = NULL;

    aet_plan_check(&a->t.k, f, d, mark);
    if (!aet_plan_calendrier_make(&ask, &trial, &why))
        x = aet_element_diag(d, &aet_plan_rule[why.rule], f->element, -1, -1);
    else if (a->only > (int64_t)trial.n) {
        why = (struct obstacle){ PLA_RENCONTRE, a->only, (int64_t)trial.n };
        x = aet_element_diag(d, &aet_plan_rule[PLA_RENCONTRE], f->element, -1, -1);
    }
    aet_diag_arg_uint(d, x, "valeur", (uint64_t)why.valeur);
    aet_diag_arg_uint(d, x, "autre", (uint64_t)why.autre);
    aet_free(trial.items);
    aet_plan_du_plan_free(&plan);
}

static void write_all(struct agenda *a, struct ecriture *e, struct derived *to)
{
    e->compte_rendu = a->compte_rendu;
    for (size_t i = 0; i < a->seances.n; i++) {
        const struct seance *x = &a->seances.items[i];

        if (a->only && x->numero != a->only)
            continue;
        e->avant = i ? x - 1 : NULL;
        e->apres = i + 1 < a->seances.n ? x + 1 : NULL;
        aet_buf_clear(&a->text);
        if (a->forme == F_RECORDS)
            aet_plan_seance_record(e, x, to);
        else if (a->forme == F_REPORT)
            aet_plan_seance_row(e, x, &a->kept);
        else if (a->forme == F_ICS)
            aet_plan_seance_ics(e, x, &a->text);
        else
            aet_plan_seance_agenda(e, x, &a->text);
        if (a->text.n)
            aet_derive_raw(to, aet_buf_view(&a->text));
    }
}

/* What tells the meetings of a plan from those of another: its group and its id; where that is the
 * group's, its year. */
static void key_of_plan(struct agenda *a, const struct ecriture *e)
{
    int64_t year = aet_plan_year(e->document);

    aet_buf_clear(&a->cle);
    aet_buf_span(&a->cle, e->groupe_id);
    aet_buf_str(&a->cle, e->groupe_id.n && e->plan.n ? "-" : "");
    aet_buf_span(&a->cle, e->plan);
    if (!a->cle.n)
        aet_buf_str(&a->cle, "plan");
    if (year && aet_plan_is_of_group(e->document)) {
        aet_buf_char(&a->cle, '-');
        aet_buf_int(&a->cle, year);
    }
}

static void of_document(struct agenda *a, const struct element *plan, struct derived *to)
{
    struct demande ask = of_plan(a, plan, &a->plan);
    struct ecriture e = { .k = &a->t.k,
                          .groupe = a->nom.n ? a->nom : aet_plan_group(plan),
                          .plan = aet_plan_id(plan),
                          .groupe_id = aet_plan_group_id(plan),
                          .document = plan,
                          .facteurs = a->plan.facteurs,
                          .facteurs_n = a->plan.facteurs_n,
                          .today = a->today };
    struct obstacle why;

    key_of_plan(a, &e);
    e.cle = aet_buf_view(&a->cle);
    if (aet_plan_calendrier_make(&ask, &a->seances, &why))
        write_all(a, &e, to);
}

static void put_number(struct buf *out, int64_t n)
{
    aet_buf_int(out, n);
    aet_buf_char(out, ' ');
}

/* The same of a calendar made of options alone: a digest of all that they say, the name too. */
static void key_of_options(struct agenda *a)
{
    static const char hex[] = "0123456789abcdef";
    const struct demande *d = &a->d;
    struct buf said = { 0 };
    unsigned long long digest;

    aet_buf_span(&said, a->nom);
    aet_buf_char(&said, '\n');
    put_number(&said, d->debut);
    put_number(&said, d->fin);
    put_number(&said, d->facteurs);
    put_number(&said, d->par_facteur);
    put_number(&said, d->rythme);
    put_number(&said, d->regulieres);
    put_number(&said, d->jour);
    put_number(&said, d->feries);
    for (size_t i = 0; i < d->exclus.n; i++) {
        put_number(&said, d->exclus.items[i].from);
        put_number(&said, d->exclus.items[i].to);
    }
    digest = aet_span_fingerprint(aet_buf_view(&said));
    aet_buf_clear(&a->cle);
    for (int shift = 60; shift >= 0; shift -= 4)
        aet_buf_char(&a->cle, hex[digest >> shift & 15]);
    aet_buf_free(&said);
}

static void from_options(struct agenda *a, struct derived *to)
{
    struct ecriture e = {
        .k = &a->t.k, .groupe = a->nom, .plan = AET_LIT(""), .groupe_id = a->nom, .today = a->today
    };

    key_of_options(a);
    e.cle = aet_buf_view(&a->cle);
    write_all(a, &e, to);
}

/* One plan; without it, the options alone. */
static void derive(void *of, const struct facts *f, struct derived *to)
{
    if (f)
        of_document(of, f->element, to);
    else
        from_options(of, to);
}

static void add(void *sum, const struct facts *f)
{
    of_document(sum, f->element, NULL);
}

static enum forme forme_of(const struct session *s, const struct agenda *a)
{
    const char *f = aet_writing_format(&s->writing);

    if (!f)
        return s->writing.path || !aet_os_terminal(OS_STDOUT) ? F_RECORDS : F_REPORT;
    if (strcmp(f, "ics") == 0)
        return F_ICS;
    if (strcmp(f, "md") == 0 && a->only)
        return F_AGENDA;
    return aet_format_named(f) ? F_RECORDS : F_REPORT;
}

static enum status report(struct session *s, struct agenda *a, enum status st)
{
    aet_report_fill(&a->report, aet_plan_calendrier_sections, &a->kept);
    return aet_session_report(s, &a->report, false, st);
}

/* Options alone: nothing is read. */
static enum status without_input(struct session *s, struct agenda *a)
{
    struct obstacle why;
    enum status st = STATUS_FAILED;
    bool possible = aet_plan_calendrier_make(&a->d, &a->seances, &why);

    if (possible && a->only > (int64_t)a->seances.n) {
        why = (struct obstacle){ PLA_RENCONTRE, a->only, (int64_t)a->seances.n };
        possible = false;
    }
    if (!possible) {
        aet_voice_say(
            &s->voice, &aet_plan_rule[why.rule],
            AET_WORDS(aet_word_int("valeur", why.valeur), aet_word_int("autre", why.autre)));
    } else if (a->forme == F_REPORT) {
        from_options(a, NULL);
        st = report(s, a, STATUS_CLEAN);
    } else {
        st = aet_run_made(s, &a->t.w.sink);
    }
    return st;
}

static enum status with_input(struct session *s, struct agenda *a)
{
    struct totals totals;
    enum status st;

    if (a->forme != F_REPORT)
        return aet_run_out(s, &a->t.w);
    st = aet_run_summary(s, &a->t.w, &totals, &a->report);
    return st == STATUS_FAILED ? st : report(s, a, st);
}

static struct sink sink_of(const struct session *s, struct agenda *a)
{
    switch (a->forme) {
    case F_RECORDS:
        return AET_DERIVE(derive, a, &aet_plan_calendrier_schema);
    case F_ICS:
        aet_plan_ics_head(&a->head, a->nom, s->voice.lang);
        return AET_TEXT(derive, a, aet_buf_view(&a->head), AET_LIT("END:VCALENDAR\r\n"));
    case F_AGENDA:
        return AET_TEXT(derive, a, AET_LIT(""), AET_LIT(""));
    default:
        return AET_SUM(.add = add, .of = a);
    }
}

static void set_up(struct session *s, struct agenda *a)
{
    static const struct rules rules = { check, aet_plan_judge, NULL };

    a->t.w.rules = &rules;
    a->t.w.context = a;
    a->t.w.sink = sink_of(s, a);
}

static void free_all(struct agenda *a)
{
    aet_report_free(&a->report);
    aet_report_free(&a->kept);
    aet_plan_end(&a->t);
    aet_plan_exclusions_free(&a->d.exclus);
    aet_free(a->seances.items);
    aet_buf_free(&a->text);
    aet_buf_free(&a->head);
    aet_buf_free(&a->cle);
    aet_plan_du_plan_free(&a->plan);
}

/* With `forme` F_AGENDA the meeting is chosen already. */
static enum status run(struct session *s, struct agenda *a, bool one)
{
    static const struct text title = { "Calendrier des rencontres", "Calendar of meetings" };
    enum status st = STATUS_FAILED;
    bool alone = !s->command.operands_n && aet_given(s, PLAN_OPT_DEBUT) &&
                 aet_given(s, PLAN_OPT_FIN) && aet_given(s, PLAN_OPT_FACTEURS) &&
                 !aet_given(s, OPT_AU_MOINS);

    a->today = s->date;
    a->nom = aet_span_trim(aet_span_z(s->command.values[PLAN_OPT_NOM]));
    aet_session_report_begin(s, &a->report, title);
    aet_kept_begin(&a->kept, s->voice.lang, aet_plan_calendrier_sections);
    if (aet_plan_begin(s, &a->t, T_TABLES) && aet_plan_demande_read(s, &a->d) &&
        (one || aet_plan_option_number(s, PLAN_OPT_RENCONTRE, 1, 10000, &a->only))) {
        a->forme = one ? F_AGENDA : forme_of(s, a);
        set_up(s, a);
        st = alone ? without_input(s, a) : with_input(s, a);
    }
    free_all(a);
    return st;
}

enum status aet_plan_calendrier(struct session *s)
{
    struct agenda a = { .only = 0 };

    return run(s, &a, false);
}

/* The first operand is the number of the meeting; it goes out as text. False: complained. */
static bool which(struct session *s, int64_t *only)
{
    const char *n = s->command.operands_n ? s->command.operands[0] : "";
    const char *format = aet_writing_format(&s->writing);
    char *end;

    *only = *n >= '0' && *n <= '9' ? strtol(n, &end, 10) : 0;
    if (*only < 1 || *only > 10000 || *end) {
        aet_voice_usage(&s->voice, &aet_plan_rule[PLA_RENCONTRE_NUMERO],
                        AET_WORDS(aet_word("valeur", n)));
        return false;
    }
    if (format && strcmp(format, "md") != 0) {
        aet_voice_usage(&s->voice, &aet_plan_rule[PLA_RENCONTRE_FORMAT],
                        AET_WORDS(aet_word("valeur", format)));
        return false;
    }
    s->command.operands++;
    s->command.operands_n--;
    return true;
}

enum status aet_plan_rencontre(struct session *s)
{
    const char **operands = s->command.operands;
    struct agenda a = { .compte_rendu = aet_given(s, PLAN_OPT_COMPTE_RENDU) };
    enum status st = STATUS_FAILED;

    if (!which(s, &a.only))
        return STATUS_FAILED;
    st = run(s, &a, true);
    s->command.operands = operands;
    return st;
}
