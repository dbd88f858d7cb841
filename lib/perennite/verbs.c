/* The verbs on mentions: which knowledge, rules and sums go down the way of the records. The draw
 * of plans is in echantillon.c. */
#include "perennite/verbs.h"

#include <errno.h>
#include <stdlib.h>

#include "accord/accord.h"
#include "cli/hide.h"
#include "io/file.h"
#include "perennite/bilan.h"
#include "perennite/check.h"
#include "perennite/constats.h"
#include "perennite/rules.h"
#include "perennite/suggerer.h"
#include "cli/spool.h"
#include "privacy/hiding.h"
#include "verbs/singularite.h"

enum { REPLICATES = 1000, NAMES_SHOWN = 5 };

/* What a verb on mentions holds while it runs. */
struct job {
    struct perennite_knowledge k;
    struct seen seen;
    struct work w;
};

/* The rules on mentions, the same for every verb. False: complained; end all the same. */
static bool begin(struct session *s, struct job *t)
{
    *t = (struct job){ .w.least = ERREUR };
    t->w = (struct work){ .reads = AET_FLAT(.schema = &aet_perennite_schema_mention,
                                            .matchers = t->k.matchers),
                          .rules = &aet_perennite_rules,
                          .context = &t->k,
                          .state = &t->seen,
                          .seen = &t->seen.mentions,
                          .least = ERREUR };
    return aet_perennite_knowledge_load(&t->k, s);
}

static void end(struct job *t)
{
    aet_perennite_seen_free(&t->seen);
    aet_perennite_knowledge_free(&t->k);
}

enum status aet_perennite_valider(struct session *s)
{
    struct job t;
    enum status st = STATUS_FAILED;

    if (begin(s, &t)) {
        t.w.sink = AET_ECHO(.canonical = false);
        st = aet_run_valider(s, &t.w);
    }
    end(&t);
    return st;
}

enum status aet_perennite_singularite(struct session *s)
{
    struct job t;
    enum status st = STATUS_FAILED;

    if (begin(s, &t))
        st = aet_verb_singularite(s, &t.w, "annee|niveau|objet|strategie|statut");
    end(&t);
    return st;
}

/* The first reading: what each plan has. What is wrong is said by the second. */
static enum status read_plans(struct session *s, struct job *t, struct plans_vus *vus)
{
    struct seen seen;
    struct work w = t->w;
    struct totals totals;
    enum status st;

    memset(&seen, 0, sizeof seen);
    w.state = &seen;
    w.seen = &seen.mentions;
    w.sink = AET_SUM(.add = aet_perennite_plans_vus_add, .of = vus);
    w.silent = true;
    st = aet_run_records(s, &w, &totals);
    aet_perennite_seen_free(&seen);
    return st;
}

/* The second: each mention with a step that its plan, read whole, has not taken. */
static enum status suggest(struct session *s, struct job *t, struct plans_vus *vus)
{
    struct suggestions x = { .k = &t->k, .vus = vus };
    struct spool spool;
    enum status st;

    if (!aet_spool_inputs(&spool, s))
        return STATUS_FAILED;
    aet_reading_repeats(&s->reading);
    st = read_plans(s, t, vus);
    aet_reading_over(&s->reading);
    if (st == STATUS_FAILED || !aet_spool_rewind(&spool, s))
        return STATUS_FAILED;
    t->w.sink = AET_COMPLETE(aet_perennite_suggest, &x, aet_perennite_suggestion_fields,
                             SUGGESTIONS_PERENNITE);
    st = aet_run_out(s, &t->w);
    aet_buf_free(&x.key);
    return st;
}

enum status aet_perennite_suggerer(struct session *s)
{
    struct job t;
    struct plans_vus vus = { .k = NULL };
    enum status st = STATUS_FAILED;

    if (begin(s, &t) && (t.k.reperes = aet_session_table(s, "reperes")) != NULL) {
        aet_perennite_plans_vus_init(&vus, &t.k);
        st = suggest(s, &t, &vus);
    }
    aet_perennite_plans_vus_free(&vus);
    end(&t);
    return st;
}

/* A whole number of at least `least`. False: complained. */
static bool read_whole(struct session *s, int option, uint64_t least, uint64_t *n)
{
    const char *v = s->command.values[option];
    char *end;

    if (!v)
        return true;
    *n = *v >= '0' && *v <= '9' ? strtoull(v, &end, 10) : 0;
    if (*n >= least && !*end && *n <= UINT32_MAX)
        return true;
    aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_WHOLE],
                    AET_WORDS(aet_word("option", aet_option(s->command.tool, option)->name),
                              aet_word("valeur", v)));
    return false;
}

/* The proces-verbal, as it is written; names that its strata are called by are learnt. */
static bool open_tirage(struct session *s, struct buf *text)
{
    const char *path = s->command.values[PERENNITE_OPT_PROCES_VERBAL];

    if (!path)
        return true;
    if (aet_given(s, PERENNITE_OPT_POPULATION)) {
        aet_voice_usage(&s->voice, &aet_perennite_rule[PER_TWO_POPULATIONS], NULL);
        return false;
    }
    if (!aet_file_read(path, text)) {
        aet_voice_system(&s->voice, path, errno);
        return false;
    }
    aet_perennite_tirage_learn(aet_hiding_identities(s->hiding), aet_buf_view(text));
    return true;
}

static bool read_tirage(struct session *s, struct tirage *t, const struct buf *text)
{
    if (aet_perennite_tirage_read(t, aet_hiding_identities(s->hiding), aet_buf_view(text)))
        return true;
    aet_voice_say(&s->voice, &aet_perennite_rule[PER_NO_RECORD],
                  AET_WORDS(aet_word("fichier", s->command.values[PERENNITE_OPT_PROCES_VERBAL])));
    return false;
}

static bool read_options(struct session *s, struct somme_options *o, struct tirage *t,
                         const struct buf *text)
{
    *o = (struct somme_options){ .codeur = aet_hide_name(s, "codeur",
                                                         s->command.values[PERENNITE_OPT_CODEUR]) };
    if (!read_whole(s, PERENNITE_OPT_POPULATION, 1, &o->population))
        return false;
    o->masquer = (int64_t)s->masks;
    if (!aet_given(s, PERENNITE_OPT_PROCES_VERBAL))
        return true;
    o->tirage = t;
    return read_tirage(s, t, text);
}

void aet_perennite_names_put(const struct names *names, size_t from, struct buf *out)
{
    for (size_t i = from; i < names->n && i < from + NAMES_SHOWN; i++) {
        aet_buf_str(out, i > from ? ", " : "");
        if (names->list[i].n)
            aet_buf_span(out, names->list[i]);
        else
            aet_buf_str(out, "(–)");
    }
    if (names->n > from + NAMES_SHOWN)
        aet_buf_str(out, ", …");
}

/* A summary is of one coding. False: complained. */
static bool one_coding(struct session *s, const struct somme *b)
{
    struct buf names = { 0 };
    bool ok = true;

    if (!b->options.codeur && b->codeurs.n > 1) {
        aet_perennite_names_put(&b->codeurs, 0, &names);
        aet_voice_usage(&s->voice, &aet_perennite_rule[PER_CODERS],
                        AET_WORDS(aet_word("codeurs", aet_buf_z(&names))));
        ok = false;
    } else if (b->options.codeur && !b->mentions && !b->hors_mentions && b->autres) {
        aet_perennite_names_put(&b->codeurs, 1, &names);
        aet_voice_usage(
            &s->voice, &aet_perennite_rule[PER_NO_CODER],
            AET_WORDS(aet_word("valeur", b->options.codeur), aet_word("noms", aet_buf_z(&names))));
        ok = false;
    }
    aet_buf_free(&names);
    return ok;
}

/* The population cannot be smaller than the plans that were met. */
static bool population_fits(struct session *s, const struct somme *b)
{
    bool ok = !b->options.population || b->plans.n <= b->options.population;

    if (!ok)
        aet_voice_usage(&s->voice, &aet_perennite_rule[PER_SMALL],
                        AET_WORDS(aet_word("valeur", s->command.values[PERENNITE_OPT_POPULATION]),
                                  aet_word_uint("nombre", b->plans.n)));
    return ok;
}

/* Mentions of plans that were not drawn were left out. False: there is no other, complained. */
static bool drawn(struct session *s, const struct somme *b)
{
    struct buf names = { 0 };

    if (!b->hors_mentions)
        return true;
    aet_perennite_names_put(&b->hors, 0, &names);
    if (b->hors_sans_plan)
        aet_buf_str(&names, b->hors.n ? ", (–)" : "(–)");
    if (b->mentions)
        aet_voice_say(&s->voice, &aet_perennite_rule[PER_UNDRAWN],
                      AET_WORDS(aet_word_uint("nombre", b->hors_mentions),
                                aet_word_span("noms", aet_buf_view(&names))));
    else
        aet_voice_usage(&s->voice, &aet_perennite_rule[PER_NONE_DRAWN],
                        AET_WORDS(aet_word_span("noms", aet_buf_view(&names))));
    aet_buf_free(&names);
    return b->mentions > 0;
}

static bool finish_bilan(void *sum, struct session *s, struct report *r)
{
    aet_perennite_somme_date(sum);
    if (!one_coding(s, sum) || !population_fits(s, sum) || !drawn(s, sum))
        return false;
    aet_perennite_somme_finish(sum, r, aet_perennite_bilan_sections);
    return true;
}

static bool finish_constats(void *sum, struct session *s, struct report *r)
{
    aet_perennite_somme_date(sum);
    if (!one_coding(s, sum) || !population_fits(s, sum) || !drawn(s, sum))
        return false;
    aet_perennite_somme_finish(sum, r, aet_perennite_constats_sections);
    return true;
}

static enum status summarise(struct session *s, struct text title, aet_finish *finish)
{
    struct job t;
    struct somme_options o;
    struct tirage tirage = { 0 };
    struct buf text = { 0 };
    struct constats constats = { .findings = { .table = NULL } };
    struct report r;
    struct somme b = { 0 };
    enum status st = STATUS_FAILED;

    aet_session_report_begin(s, &r, title);
    if (begin(s, &t) && aet_perennite_constats_read(&constats, &t.k, s) && aet_hide_open(s) &&
        open_tirage(s, &text) && aet_hide_learn(s, &aet_perennite_schema_mention, NULL) &&
        read_options(s, &o, &tirage, &text)) {
        t.k.constats = &constats;
        aet_perennite_somme_init(&b, &t.k, &o);
        t.w.sink = AET_SUM(.add = aet_perennite_somme_add, .of = &b,
                           .kind = &aet_perennite_somme_kind);
        st = aet_run_report(s, &t.w, &r, finish);
    }
    aet_perennite_somme_free(&b);
    aet_perennite_constats_free(&constats);
    aet_perennite_tirage_free(&tirage);
    aet_buf_free(&text);
    aet_report_free(&r);
    end(&t);
    return st;
}

enum status aet_perennite_bilan(struct session *s)
{
    static const struct text title = { "Ce que les regroupements pérennisent, et comment",
                                       "What groups sustain, and how" };

    return summarise(s, title, finish_bilan);
}

enum status aet_perennite_constats(struct session *s)
{
    static const struct text title = { "Les constats sur la pérennité, éprouvés",
                                       "The findings on sustainability, tested" };

    return summarise(s, title, finish_constats);
}

enum { CHAMPS = 5 };

static const int champ_field[CHAMPS] = { MEN_NIVEAU, MEN_OBJET, MEN_STRATEGIE, MEN_SOUS_STRATEGIE,
                                         MEN_STATUT };

struct comparison {
    struct accord accord;
    const struct perennite_knowledge *k;
    struct buf unit;
};

/* struct sum.add: a unit is a mention of a plan. */
static void add_coding(void *sum, const struct facts *f)
{
    struct comparison *c = sum;
    uint32_t unit;
    uint16_t coder = aet_accord_coder(&c->accord, aet_fact_text(f, MEN_CODEUR));

    aet_buf_clear(&c->unit);
    if (f->f[MEN_PLAN].present) {
        aet_buf_span(&c->unit, aet_span_trim(aet_fact_text(f, MEN_PLAN)));
        aet_buf_str(&c->unit, " / ");
    }
    aet_buf_span(&c->unit, aet_span_trim(aet_fact_text(f, MEN_MENTION)));
    unit = aet_accord_unit(&c->accord, aet_buf_view(&c->unit));
    if (f->f[MEN_PLAN].present)
        aet_accord_in(&c->accord, unit, aet_span_trim(aet_fact_text(f, MEN_PLAN)));
    for (size_t i = 0; i < CHAMPS; i++) {
        int32_t row = champ_field[i] == MEN_STRATEGIE ? aet_perennite_strategie(c->k, f)
                                                      : aet_fact_row(f, (size_t)champ_field[i]);

        if (row != NO_ROW)
            aet_accord_code(&c->accord, i, unit, coder, (uint32_t)row);
    }
}

static bool finish_accord(void *sum, struct session *s, struct report *r)
{
    struct comparison *c = sum;

    (void)s;
    aet_accord_finish(&c->accord, r);
    return true;
}

static uint64_t seed_of(const char *graine)
{
    return graine ? aet_span_fingerprint(aet_span_z(graine)) : 1;
}

static void describe(struct accord_champ champs[CHAMPS], const struct perennite_knowledge *k)
{
    const struct table *tables[CHAMPS] = { k->niveaux, k->objets, k->strategies, k->sous,
                                           k->statuts };

    for (size_t i = 0; i < CHAMPS; i++)
        champs[i] = (struct accord_champ){
            .name = aet_perennite_schema_mention.fields[champ_field[i]].name,
            .title = aet_perennite_schema_mention.fields[champ_field[i]].title,
            .scale = i == 0 ? AGREE_ORDINAL : AGREE_NOMINAL,
            .table = tables[i]
        };
}

/* What intervals are made by means nothing to a forecast. False: complained. */
static bool forecasts_only(const struct session *s)
{
    int other = aet_given(s, PERENNITE_OPT_INTERVALLE) ? PERENNITE_OPT_INTERVALLE
                : aet_given(s, PERENNITE_OPT_MESURE)   ? PERENNITE_OPT_MESURE
                                                       : PERENNITE_OPT_GRAINE;

    if (!aet_given(s, PERENNITE_OPT_PREVOIR) || !aet_given(s, other))
        return true;
    aet_voice_usage(&s->voice, &aet_perennite_rule[PER_FORECAST_RECORD],
                    AET_WORDS(aet_word("option", aet_option(s->command.tool, other)->name)));
    return false;
}

enum status aet_perennite_accord(struct session *s)
{
    static const struct text title = { "Accord entre codeurs", "Agreement between coders" };
    const char *graine = s->command.values[PERENNITE_OPT_GRAINE];
    static const struct accord_grappe plans = { { "mention", "mention" },
                                                { "mentions", "mentions" },
                                                { "plan", "plan" },
                                                { "Plans", "Plans" } };
    const char *drawn = s->command.values[PERENNITE_OPT_TIRAGE];
    struct accord_champ champs[CHAMPS];
    struct accord_options o = { .champs = champs,
                                .n = CHAMPS,
                                .replicates = REPLICATES,
                                .seed = seed_of(graine),
                                .method = aet_accord_method(
                                    s->command.values[PERENNITE_OPT_INTERVALLE], graine != NULL),
                                .grappe = &plans,
                                .tirage = !drawn                       ? ACCORD_BY_AUTO
                                          : strcmp(drawn, "plan") == 0 ? ACCORD_BY_CLUSTER
                                                                       : ACCORD_BY_UNIT,
                                .weights = AGREE_QUADRATIC,
                                .mesure = s->command.values[PERENNITE_OPT_MESURE],
                                .prevoir = aet_given(s, PERENNITE_OPT_PREVOIR) };
    struct comparison c = { 0 };
    struct job t;
    struct report r;
    enum status st = STATUS_FAILED;

    if (!forecasts_only(s))
        return STATUS_FAILED;
    aet_session_report_begin(s, &r, title);
    if (begin(s, &t)) {
        t.k.accord = true;
        c.k = &t.k;
        describe(champs, &t.k);
        aet_accord_init(&c.accord, &o);
        t.w.sink = AET_SUM(.add = add_coding, .of = &c);
        if (aet_accord_draws_by(o.method))
            r.seed = aet_span_z(graine);
        st = aet_run_report(s, &t.w, &r, finish_accord);
    }
    aet_accord_free(&c.accord);
    aet_buf_free(&c.unit);
    aet_report_free(&r);
    end(&t);
    return st;
}
