/* Agreement on coded segments: each code, present or absent, by segment, or character by character
 * (--par caractere). */
#include "repa/accord/accord.h"

#include "base/message.h"
#include "repa/accord/caracteres.h"
#include "repa/accord/decoupage.h"
#include "repa/job.h"
#include "repa/accord/lecteurs.h"
#include "repa/passage.h"
#include "repa/rules.h"
#include "repa/verbs.h"

/* Segments as they come, compared as they are or by their characters. */
struct segments {
    struct accord accord;
    struct lecteurs lecteurs;
    uint32_t *recit_of; /* by unit */
    size_t cap;
    struct buf key;
    uint64_t lost, unsaid; /* codings that were rejected, or whose code is "?" */
    uint64_t apart;        /* those that nothing can be compared with */
    bool by_character;
    struct caracteres caracteres;
};

/* "Récit · segment", or its positions. */
static uint32_t unit(struct segments *x, const struct facts *f)
{
    uint32_t recit = aet_repa_lecteurs_recit(&x->lecteurs, aet_fact_text(f, SEG_RECIT)), id;
    size_t before = x->accord.units.n;

    aet_buf_clear(&x->key);
    aet_buf_span(&x->key, x->lecteurs.recits.list[recit]);
    aet_buf_str(&x->key, " · ");
    aet_repa_passage_key(f, &x->key);
    id = aet_accord_unit(&x->accord, aet_buf_view(&x->key));
    x->recit_of = aet_grow(x->recit_of, &x->cap, id, sizeof *x->recit_of);
    if (id >= before) {
        x->recit_of[id] = recit;
        aet_accord_in(&x->accord, id, x->lecteurs.recits.list[recit]);
    }
    return id;
}

/* Whether a segment can be compared; valider says why not. */
static bool comparable(const struct segments *x, const struct facts *f)
{
    return f->f[SEG_RECIT].good && f->f[SEG_CODEUR].good &&
           (x->by_character || aet_repa_passage_known(f));
}

/* A code, ACCORD_SEEN, or ACCORD_LOST: whoever gave it read the narrative in any case. */
static void enter(struct segments *x, const struct facts *f, uint32_t code)
{
    uint16_t coder = aet_accord_coder(&x->accord, aet_fact_text(f, SEG_CODEUR));
    uint32_t id;

    if (x->by_character) {
        aet_repa_caracteres_add(&x->caracteres, f, coder, code);
        return;
    }
    id = unit(x, f);
    aet_repa_lecteurs_note(&x->lecteurs, x->recit_of[id], coder);
    if (code == ACCORD_LOST)
        aet_accord_lost(&x->accord, 0, id, coder);
    else if (code != ACCORD_SEEN)
        aet_accord_code(&x->accord, 0, id, coder, code);
}

/* A coding whose code could not be read. */
static void lose(void *sum, const struct facts *f)
{
    struct segments *x = sum;

    x->lost++;
    if (comparable(x, f))
        enter(x, f, ACCORD_LOST);
}

static void add(void *sum, const struct facts *f)
{
    struct segments *x = sum;
    int32_t code = aet_fact_row(f, SEG_CODE);
    bool unsaid = f->f[SEG_CODE].unsaid;

    if (!comparable(x, f)) {
        x->apart++;
        return;
    }
    x->unsaid += unsaid;
    enter(x, f, code != NO_ROW ? (uint32_t)code : unsaid ? ACCORD_LOST : ACCORD_SEEN);
}

/* What a reader did not code is absent, not missing. */
static void declare_readings(struct segments *x)
{
    size_t n;

    aet_repa_lecteurs_sort(&x->lecteurs);
    for (uint32_t u = 0; u < x->accord.units.n; u++) {
        const struct lecteur *by = aet_repa_lecteurs_of(&x->lecteurs, x->recit_of[u], &n);

        for (size_t i = 0; i < n; i++)
            aet_accord_seen(&x->accord, 0, u, by[i].coder);
    }
}

/* Where agreement is told, or will be: what it is of stands beside it. NULL: neither was asked for.
 */
static struct section *told_in(struct report *r)
{
    const struct section *s = aet_report_find(r, aet_kind_accord_coefficients.key);

    if (!s)
        s = aet_report_find(r, aet_kind_accord_prevision.key);
    return s ? &r->sections[s - r->sections] : NULL;
}

static void note_count(struct section *to, enum lang lang, uint64_t n, struct text what)
{
    struct buf note = { 0 };

    if (n == 0)
        return;
    aet_words_put(&note, what, lang, AET_WORDS(aet_word_uint("nombre", n)));
    aet_section_note(to, aet_buf_view(&note));
    aet_buf_free(&note);
}

/* What a unit is here, and what was left out. */
static void notes(const struct segments *x, struct report *r)
{
    static const struct text unit_is = {
        "Une unité est un caractère d’un récit; les intervalles prennent des récits entiers.",
        "A unit is a character of a narrative; intervals take whole narratives."
    };
    static const struct text unsaid = {
        "Récits sans longueur connue, pris jusqu’au dernier caractère codé : {nombre}",
        "Narratives without a known length, taken up to the last coded character: {nombre}"
    };
    static const struct text without = { "Codages sans positions, laissés de côté : {nombre}",
                                         "Codings without positions, left out: {nombre}" };

    static const struct text lost = {
        "Codages rejetés à la lecture : leur codeur est tenu pour absent de ces passages, et non "
        "pour n’y avoir rien vu, sauf des codes qu’il y a donnés : {nombre}",
        "Codings rejected on reading: their coder is held missing from these passages, not to have "
        "seen nothing there, but for the codes given there: {nombre}"
    };
    static const struct text unsaid_code = {
        "Codages dont le code n’est pas dit (« ? ») : leur codeur est tenu pour absent de ces "
        "passages, sauf des codes qu’il y a donnés : {nombre}",
        "Codings whose code is not said (“?”): their coder is held missing from these passages, "
        "but for the codes given there: {nombre}"
    };
    static const struct text apart = {
        "Codages sans récit, sans codeur ou sans segment, laissés de côté : {nombre}",
        "Codings without a narrative, a coder or a segment, left out: {nombre}"
    };

    struct section *to = told_in(r);

    if (!to)
        return;
    note_count(to, r->lang, x->lost, lost);
    note_count(to, r->lang, x->unsaid, unsaid_code);
    note_count(to, r->lang, x->apart, apart);
    if (!x->by_character)
        return;
    aet_section_say(to, unit_is);
    note_count(to, r->lang, aet_repa_caracteres_unsaid(&x->caracteres), unsaid);
    note_count(to, r->lang, x->caracteres.without, without);
}

/* What the positions of passages tell beside the characters one by one. */
static void fill_decoupage(const struct segments *x, struct report *r)
{
    static const struct section_kind *const sections[] = { &aet_repa_kind_decoupage,
                                                           &aet_repa_kind_decoupage_codes, NULL };
    struct decoupage d;

    if (!x->by_character || x->accord.options.prevoir)
        return;
    aet_repa_decoupage_init(&d, &x->caracteres, &x->accord);
    aet_report_fill(r, sections, &d);
    aet_repa_decoupage_free(&d);
}

static enum status report(struct session *s, struct segments *x, struct report *r, enum status st)
{
    if (x->by_character)
        aet_repa_caracteres_finish(&x->caracteres, &x->accord);
    else
        declare_readings(x);
    aet_accord_finish(&x->accord, r);
    fill_decoupage(x, r);
    notes(x, r);
    return aet_session_report(s, r, false, st);
}

static void free_segments(struct segments *x)
{
    aet_accord_free(&x->accord);
    aet_repa_lecteurs_free(&x->lecteurs);
    aet_repa_caracteres_free(&x->caracteres);
    aet_free(x->recit_of);
    aet_buf_free(&x->key);
}

enum status aet_repa_accord_of_segments(struct session *s)
{
    const char *by = s->command.values[REPA_OPT_PAR];
    static const struct accord_grappe recits = { { "segment", "segment" },
                                                 { "segments", "segments" },
                                                 { "récit", "narrative" },
                                                 { "Récits", "Narratives" } };
    const char *drawn = s->command.values[REPA_OPT_TIRAGE];
    struct accord_champ champ = { .name = "code", .title = { "Codes", "Codes" }, .presence = true };
    struct accord_options o = { .champs = &champ,
                                .n = 1,
                                .grappe = &recits,
                                .tirage = !drawn                        ? ACCORD_BY_AUTO
                                          : strcmp(drawn, "recit") == 0 ? ACCORD_BY_CLUSTER
                                                                        : ACCORD_BY_UNIT };
    struct segments x = { .by_character = by && strcmp(by, "caractere") == 0 };
    struct totals totals;
    struct job t;
    struct report r;
    enum status st = STATUS_FAILED;

    if (x.by_character && o.tirage == ACCORD_BY_UNIT) {
        aet_voice_usage(&s->voice, &aet_repa_rule[REP_ACCORD_TIRAGE], NULL);
        return STATUS_FAILED;
    }
    aet_session_report_begin(s, &r, aet_repa_accord_title);
    if (!aet_repa_begin(s, &t, NULL)) {
        aet_repa_end(&t);
        aet_report_free(&r);
        return STATUS_FAILED;
    }
    champ.table = t.k.codes;
    if (aet_repa_accord_intervals(s, &o, &r)) {
        aet_accord_init(&x.accord, &o);
        aet_repa_lecteurs_init(&x.lecteurs);
        aet_repa_caracteres_init(&x.caracteres);
        aet_repa_arm(&t, KIND_SEGMENTS);
        t.w.sink = AET_SUM(.add = add, .lose = lose, .of = &x);
        st = aet_run_summary(s, &t.w, &totals, &r);
        if (st != STATUS_FAILED)
            st = report(s, &x, &r, st);
    }
    free_segments(&x);
    aet_report_free(&r);
    aet_repa_end(&t);
    return st;
}
