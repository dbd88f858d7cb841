/* The verb echantillon: two readings, one to know the plans, one to write the rows of those drawn.
 * A pipe is spooled, so that no more than the plans is held in memory. */
#include "perennite/verbs.h"

#include <stdlib.h>

#include "base/fold.h"
#include "base/idset.h"
#include "flow/twice.h"
#include "perennite/prevision/prevision.h"
#include "perennite/records.h"
#include "perennite/rules.h"
#include "perennite/tirage.h"
#include "flow/records.h"
#include "cli/spool.h"

enum { FIELDS = 2 + PREVISION_CHAMPS, F_PLAN = 0 };
enum { DIGITS_MAX = 9 };
static const char default_seed[] = "aet";

/* All that the two readings share. */
struct tirage_run {
    struct field fields[FIELDS];
    struct schema schema;
    size_t strate; /* the field of the stratum; 0: there is none */
    struct tirage tirage;
    struct prevision prevision;
    struct idset places, strates; /* by plan: where it was met first, in which stratum */
    uint64_t with_strate;
    struct report report;
};

static bool whole(const char **p, uint64_t *n, int *digits)
{
    *n = 0;
    *digits = 0;
    for (; **p >= '0' && **p <= '9'; (*p)++) {
        *n = *n * 10 + (uint64_t)(**p - '0');
        if (++*digits > DIGITS_MAX)
            return false;
    }
    return true;
}

static bool finished(const char *p, struct tirage_demande *d)
{
    while (*p == ' ')
        p++;
    if (*p == '%') {
        d->denominateur *= 100;
        p++;
    }
    return !*p && d->numerateur && d->numerateur <= d->denominateur &&
           d->denominateur <= UINT32_MAX;
}

/* 0.4, 0,4, 40 % or 2/5, exactly. */
static bool read_fraction(const char *p, struct tirage_demande *d)
{
    int digits, decimals;
    uint64_t rest;

    if (!whole(&p, &d->numerateur, &digits) || !digits)
        return false;
    d->denominateur = 1;
    if (*p == '/') {
        p++;
        return whole(&p, &d->denominateur, &digits) && digits && finished(p, d);
    }
    if (*p == '.' || *p == ',') {
        p++;
        if (!whole(&p, &rest, &decimals) || !decimals || digits + decimals > DIGITS_MAX)
            return false;
        for (; decimals; decimals--) {
            d->numerateur *= 10;
            d->denominateur *= 10;
        }
        d->numerateur += rest;
    }
    return finished(p, d);
}

/* What the options ask for. False: complained. */
static bool read_demande(struct session *s, struct tirage_demande *d)
{
    const char *fraction = s->command.values[PERENNITE_OPT_FRACTION];
    const char *taille = s->command.values[PERENNITE_OPT_TAILLE], *p = taille;
    const char *graine = s->command.values[PERENNITE_OPT_GRAINE];
    int digits;

    *d = (struct tirage_demande){ .graine = graine ? graine : default_seed,
                                  .numerateur = 40,
                                  .denominateur = 100,
                                  .strate = s->command.values[PERENNITE_OPT_STRATE] };
    if (fraction && taille) {
        aet_voice_usage(&s->voice, &aet_perennite_rule[PER_TWO_SIZES], NULL);
        return false;
    }
    if (fraction && !read_fraction(fraction, d)) {
        aet_voice_usage(&s->voice, &aet_perennite_rule[PER_SIZE],
                        AET_WORDS(aet_word("option", "fraction"), aet_word("valeur", fraction)));
        return false;
    }
    if (!taille)
        return true;
    d->numerateur = d->denominateur = 0;
    if (whole(&p, &d->taille, &digits) && digits && !*p && d->taille)
        return true;
    aet_voice_usage(&s->voice, &aet_perennite_rule[PER_SIZE],
                    AET_WORDS(aet_word("option", "taille"), aet_word("valeur", taille)));
    return false;
}

/* A field of what is read, as text; returns its number. */
static size_t add_field(struct tirage_run *t, const char *name)
{
    size_t at = t->schema.n;

    t->fields[at] = (struct field){ .name = name, .title = { name, name } };
    for (size_t i = 0; i < MEN_COUNT; i++)
        if (strcmp(aet_perennite_schema_mention.fields[i].name, name) == 0)
            t->fields[at] = aet_perennite_schema_mention.fields[i];
    t->fields[at].type = TYPE_TEXT;
    t->fields[at].unknown = NULL;
    t->schema.n++;
    return at;
}

/* A record of any kind with a plan, and a stratum when one is asked for; what is forecast. */
static void make_schema(struct tirage_run *t, bool forecast)
{
    static const char *const coded[PREVISION_CHAMPS] = { "objet", "strategie" };
    const char *strate = t->tirage.demande.strate;

    t->fields[F_PLAN] = aet_perennite_schema_mention.fields[MEN_PLAN];
    t->schema = (struct schema){ "perennite",       "plan",     { "Plan", "Plan" },
                                 t->fields,         F_PLAN + 1, .noun = { "plan", "plan" },
                                 .named_by = "plan" };
    if (strate)
        t->strate = add_field(t, strate);
    for (size_t i = 0; i < PREVISION_CHAMPS && forecast; i++) {
        struct prevision_champ *c = &t->prevision.champs[i];

        *c = (struct prevision_champ){ .name = coded[i], .valeurs.folded = true };
        c->field = strate && strcmp(strate, coded[i]) == 0 ? t->strate : add_field(t, coded[i]);
    }
}

static struct span strate_of(const struct tirage_run *t, const struct facts *f)
{
    return t->strate ? aet_fact_text(f, t->strate) : AET_LIT("");
}

static uint64_t fingerprint(struct span text)
{
    struct buf nfc = { 0 };
    uint64_t v;

    aet_nfc(aet_span_trim(text), &nfc);
    v = aet_span_fingerprint(aet_buf_view(&nfc)) | 1;
    aet_buf_free(&nfc);
    return v;
}

static void check(const void *context, const struct facts *f, struct diags *d, struct mark *mark)
{
    const struct tirage_run *t = context;

    if (!f->f[F_PLAN].good || !aet_span_trim(aet_fact_text(f, F_PLAN)).n) {
        aet_diag_add(d, &aet_perennite_rule[PER_TIRAGE_PLAN], AET_LIT(""));
        return;
    }
    if (!t->tirage.demande.strate)
        return;
    mark->key = fingerprint(aet_fact_text(f, F_PLAN));
    mark->value = fingerprint(strate_of(t, f));
}

/* The rows of a plan are all of one stratum. */
static void judge(void *state, const struct mark *mark, uint64_t place,
                  const struct layout *const *files, struct diags *d)
{
    struct tirage_run *t = state;
    uint64_t first = aet_idset_add(&t->places, mark->key, place);
    uint64_t strate = aet_idset_add(&t->strates, mark->key, mark->value);

    if (!first || strate == mark->value)
        return;
    aet_place_arg(d,
                  aet_diag_add(d, &aet_perennite_rule[PER_TIRAGE_STRATE],
                               aet_span_z(t->fields[t->strate].name)),
                  first, files);
}

static const struct rules rules = { check, judge, NULL };

static void add(void *sum, const struct facts *f)
{
    struct tirage_run *t = sum;

    t->with_strate += t->strate && f->f[t->strate].present;
    aet_perennite_tirage_add(&t->tirage, aet_fact_text(f, F_PLAN), strate_of(t, f));
    if (t->prevision.tirage)
        aet_perennite_prevision_add(&t->prevision,
                                    aet_names_find(&t->tirage.plans, aet_fact_text(f, F_PLAN)), f);
}

static bool draws(const void *of, const struct facts *f)
{
    const struct tirage_run *t = of;

    return aet_perennite_tirage_drew(&t->tirage, aet_fact_text(f, F_PLAN));
}

/* The first reading: who is there. `only`: it is the only one, and speaks. */
static enum status read_plans(struct session *s, struct tirage_run *t, bool only)
{
    struct work w = { .reads = AET_FLAT(.schema = &t->schema),
                      .rules = &rules,
                      .context = t,
                      .state = t,
                      .seen = &t->places,
                      .sink = AET_SUM(.add = add, .of = t),
                      .least = only ? INFO : ERREUR,
                      .silent = !only };
    struct totals totals;
    enum status st = only ? aet_run_summary(s, &w, &totals, &t->report)
                          : aet_run_records(s, &w, &totals);

    if (st == STATUS_FAILED)
        return st;
    if (t->tirage.demande.strate && t->tirage.plans.n && !t->with_strate)
        return aet_voice_usage(&s->voice, &aet_perennite_rule[PER_STRATUM],
                               AET_WORDS(aet_word("valeur", t->tirage.demande.strate)));
    if (aet_perennite_tirage_draw(&t->tirage))
        return only ? st : STATUS_CLEAN;
    return aet_voice_usage(&s->voice, &aet_perennite_rule[PER_DRAW],
                           AET_WORDS(aet_word("valeur", s->command.values[PERENNITE_OPT_TAILLE]),
                                     aet_word_uint("nombre", t->tirage.plans.n)));
}

/* Strata of so few drawn plans that little can be said of them: none, or one of several. */
static void warn_of(struct session *s, const struct tirage *t, uint64_t drawn, int rule)
{
    uint32_t *sorted = aet_names_sorted(&t->strates);
    struct names those = { .signs = false };
    struct buf list = { 0 };
    uint64_t plans = 0;

    for (size_t i = 0; i < t->strates.n; i++) {
        const struct tirage_strate *e = &t->parts[sorted[i]];

        if (e->taille != drawn || e->population <= drawn)
            continue;
        aet_names_id(&those, t->strates.list[sorted[i]]);
        plans += e->population;
    }
    aet_perennite_names_put(&those, 0, &list);
    if (those.n)
        aet_voice_say(&s->voice, &aet_perennite_rule[rule],
                      AET_WORDS(aet_word_uint("nombre", those.n), aet_word_uint("plans", plans),
                                aet_word_uint("population", t->population),
                                aet_word_span("strates", aet_buf_view(&list))));
    aet_names_free(&those);
    aet_buf_free(&list);
    aet_free(sorted);
}

static void warn_of_strata(struct session *s, const struct tirage *t)
{
    if (!t->par_strate)
        return;
    warn_of(s, t, 0, PER_STRATUM_EMPTY);
    warn_of(s, t, 1, PER_STRATUM_ONE);
}

/* --prevoir: the plans are read, none is drawn. */
static enum status forecast(struct session *s, struct tirage_run *t)
{
    enum status st;

    t->prevision.tirage = &t->tirage;
    st = read_plans(s, t, true);
    if (st == STATUS_FAILED)
        return st;
    warn_of_strata(s, &t->tirage);
    aet_report_fill(&t->report, aet_perennite_prevision_sections, &t->prevision);
    return aet_session_report(s, &t->report, false, st);
}

/* The second reading: the rows of the plans drawn. */
static enum status write_rows(struct session *s, struct tirage_run *t)
{
    struct work w = { .reads = AET_FLAT(.schema = &t->schema),
                      .rules = &rules,
                      .context = t,
                      .state = t,
                      .seen = &t->places,
                      .sink = AET_ECHO(.draws = draws, .of = t),
                      .least = INFO };
    struct totals totals;
    enum status st;

    warn_of_strata(s, &t->tirage);
    s->reading.digest |= aet_given(s, PERENNITE_OPT_PROCES_VERBAL);
    st = aet_run_summary(s, &w, &totals, &t->report);

    if (st != STATUS_FAILED)
        aet_voice_note(&s->voice, &aet_perennite_rule[PER_DRAWN],
                       AET_WORDS(aet_word_uint("tires", t->tirage.taille),
                                 aet_word_uint("population", t->tirage.population)));
    return st;
}

/* The proces-verbal, in a file of its own. */
static enum status write_proces_verbal(struct session *s, struct tirage_run *t)
{
    struct session side = *s;
    enum status st;

    if (!aet_given(s, PERENNITE_OPT_PROCES_VERBAL))
        return STATUS_CLEAN;
    side.writing = (struct writing){ .path = s->command.values[PERENNITE_OPT_PROCES_VERBAL],
                                     .widest = s->writing.widest };
    t->report.seed = aet_span_z(t->tirage.demande.graine);
    aet_report_fill(&t->report, aet_perennite_tirage_sections, &t->tirage);
    st = aet_session_report(&side, &t->report, false, STATUS_CLEAN);
    aet_writing_join(&s->writing, &side.writing);
    return st;
}

static enum status draw(struct session *s, struct tirage_run *t)
{
    struct spool spool;
    enum status st;

    if (!aet_spool_inputs(&spool, s))
        return STATUS_FAILED;
    aet_reading_repeats(&s->reading);
    st = read_plans(s, t, false);
    aet_reading_over(&s->reading);
    if (st == STATUS_CLEAN)
        st = aet_spool_rewind(&spool, s) ? write_rows(s, t) : STATUS_FAILED;
    if (st != STATUS_FAILED && write_proces_verbal(s, t) == STATUS_FAILED)
        st = STATUS_FAILED;
    return st;
}

/* Nothing is written beside a forecast. False: complained. */
static bool forecasts_only(const struct session *s)
{
    if (!aet_given(s, PERENNITE_OPT_PREVOIR) || !aet_given(s, PERENNITE_OPT_PROCES_VERBAL))
        return true;
    aet_voice_usage(&s->voice, &aet_perennite_rule[PER_FORECAST_RECORD],
                    AET_WORDS(aet_word("option", "proces-verbal")));
    return false;
}

enum status aet_perennite_echantillon(struct session *s)
{
    static const struct text drawn = { "Procès-verbal du tirage des plans",
                                       "Record of the draw of plans" };
    static const struct text foreseen = { "Ce qu’un tirage de plans dira",
                                          "What a draw of plans will tell" };
    bool forecasts = aet_given(s, PERENNITE_OPT_PREVOIR);
    struct tirage_run t = { .with_strate = 0 };
    struct tirage_demande d;
    enum status st = STATUS_FAILED;

    aet_session_report_begin(s, &t.report, forecasts ? foreseen : drawn);
    if (forecasts_only(s) && read_demande(s, &d)) {
        aet_perennite_tirage_init(&t.tirage, &d);
        make_schema(&t, forecasts);
        st = forecasts ? forecast(s, &t) : draw(s, &t);
    }
    aet_idset_free(&t.places);
    aet_idset_free(&t.strates);
    aet_perennite_prevision_free(&t.prevision);
    aet_perennite_tirage_free(&t.tirage);
    aet_report_free(&t.report);
    return st;
}
