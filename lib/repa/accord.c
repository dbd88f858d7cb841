/* `accord`: agreement of coders on segments, each code present or absent; or on one value a unit
 * and coder from any table (--unite, --codeur, --valeur, --echelle). The engine is lib/accord. */
#include "accord/accord.h"

#include <stdlib.h>

#include "repa/check.h"
#include "repa/verbs.h"
#include "run/kinds.h"

enum { REPLIQUES = 1000, REPLIQUES_MAX = 1000000 };

/* Segments as they come: who read which narrative, and which segments it has. */
struct lecteurs {
    struct accord accord;
    struct names recits;
    uint32_t *recit_of; /* by unit */
    size_t cap;
    struct lecteur *lus; /* narrative and coder, each once */
    size_t n, lus_cap;
    struct idset seen; /* of narrative and coder */
    struct buf key;
};

struct lecteur {
    uint32_t recit;
    uint16_t coder;
};

static void note_reader(struct lecteurs *l, uint32_t recit, uint16_t coder)
{
    uint64_t pair = ((uint64_t)recit << 16 | coder) * UINT64_C(0x9E3779B97F4A7C15);

    if (aet_idset_add(&l->seen, pair, 1))
        return;
    l->lus = aet_grow(l->lus, &l->lus_cap, l->n, sizeof *l->lus);
    l->lus[l->n++] = (struct lecteur){ recit, coder };
}

/* "Récit · segment", or its positions. */
static uint32_t unit(struct lecteurs *l, const struct facts *f)
{
    uint32_t recit = aet_names_id(&l->recits, aet_fact_text(f, SEG_RECIT)), id;
    size_t before = l->accord.units.n;

    aet_buf_clear(&l->key);
    aet_buf_span(&l->key, aet_span_trim(aet_fact_text(f, SEG_RECIT)));
    aet_buf_str(&l->key, " · ");
    if (f->f[SEG_SEGMENT].present) {
        aet_buf_span(&l->key, aet_span_trim(aet_fact_text(f, SEG_SEGMENT)));
    } else {
        aet_buf_span(&l->key, aet_span_trim(aet_fact_text(f, SEG_DEBUT)));
        aet_buf_char(&l->key, '-');
        aet_buf_span(&l->key, aet_span_trim(aet_fact_text(f, SEG_FIN)));
    }
    id = aet_accord_unit(&l->accord, aet_buf_view(&l->key));
    l->recit_of = aet_grow(l->recit_of, &l->cap, id, sizeof *l->recit_of);
    if (id >= before)
        l->recit_of[id] = recit;
    return id;
}

static void add_segment(void *sum, const struct facts *f)
{
    struct lecteurs *l = sum;
    int32_t code = aet_fact_row(f, SEG_CODE);
    uint32_t id;
    uint16_t coder;

    if (!f->f[SEG_CODEUR].good || (!f->f[SEG_SEGMENT].present && !f->f[SEG_DEBUT].present))
        return; /* said by valider: it cannot be compared */
    id = unit(l, f);
    coder = aet_accord_coder(&l->accord, aet_fact_text(f, SEG_CODEUR));
    note_reader(l, l->recit_of[id], coder);
    if (code != NO_ROW)
        aet_accord_code(&l->accord, 0, id, coder, (uint32_t)code);
}

static int by_recit(const void *x, const void *y)
{
    const struct lecteur *a = x, *b = y;

    if (a->recit != b->recit)
        return a->recit < b->recit ? -1 : 1;
    return a->coder < b->coder ? -1 : a->coder > b->coder;
}

/* Who coded part of a narrative read the whole of it: what he did not code there is absent, and
 * nothing is said of narratives that he did not read. */
static void declare_readings(struct lecteurs *l)
{
    size_t *start = aet_calloc(l->recits.n + 2, sizeof *start);

    if (l->n)
        qsort(l->lus, l->n, sizeof *l->lus, by_recit);
    for (size_t i = 0; i < l->n; i++)
        start[l->lus[i].recit + 1] = i + 1;
    for (size_t r = 1; r <= l->recits.n; r++)
        start[r] = start[r] ? start[r] : start[r - 1];
    for (uint32_t u = 0; u < l->accord.units.n; u++)
        for (size_t i = start[l->recit_of[u]]; i < start[l->recit_of[u] + 1]; i++)
            aet_accord_seen(&l->accord, 0, u, l->lus[i].coder);
    aet_free(start);
}

static void free_readers(struct lecteurs *l)
{
    aet_accord_free(&l->accord);
    aet_names_free(&l->recits);
    aet_free(l->recit_of);
    aet_free(l->lus);
    aet_idset_free(&l->seen);
    aet_buf_free(&l->key);
}

/* A whole number of an option, or `otherwise`. False: complained. */
static bool whole(struct session *s, int option, uint64_t most, uint64_t otherwise, uint64_t *v)
{
    static const struct text wrong = { "--{autre} : un nombre entier, et non « {valeur} »",
                                       "--{autre}: a whole number, not “{valeur}”" };
    const char *text = s->values[option];
    char *end;

    *v = otherwise;
    if (!text)
        return true;
    *v = strtoull(text, &end, 10);
    if (*text >= '0' && *text <= '9' && !*end && *v <= most)
        return true;
    aet_complain_usage(s, wrong, text, aet_option(s->tool, option)->name);
    return false;
}

/* The seed and number of resamples; the report says the seed. */
static bool bootstrap(struct session *s, struct accord_options *o, struct report *r)
{
    uint64_t replicates;
    struct buf seed = { 0 };

    if (!whole(s, REPA_OPT_GRAINE, UINT64_MAX, 1, &o->seed) ||
        !whole(s, REPA_OPT_REPLIQUES, REPLIQUES_MAX, REPLIQUES, &replicates))
        return false;
    o->replicates = (uint32_t)replicates;
    aet_buf_uint(&seed, o->seed);
    r->seed = aet_arena_copy(&r->arena, aet_buf_view(&seed));
    aet_buf_free(&seed);
    return true;
}

static const struct text title = { "Accord entre codeurs", "Agreement between coders" };

static enum status on_segments(struct session *s)
{
    struct accord_champ champ = { "code", { "Codes", "Codes" }, AGREE_NOMINAL, NULL, true };
    struct accord_options o = { .champs = &champ, .n = 1 };
    struct lecteurs l = { .n = 0 };
    struct totals totals;
    struct savoir k;
    struct report r;
    struct work w;
    enum status st = STATUS_FAILED;

    if (!aet_repa_savoir_load(&k, s)) {
        aet_repa_savoir_free(&k);
        return STATUS_FAILED;
    }
    aet_session_report_begin(s, &r, title);
    champ.table = k.codes;
    if (bootstrap(s, &o, &r)) {
        aet_accord_init(&l.accord, &o);
        w = (struct work){ .schema = &aet_segments,
                           .matchers = k.segments,
                           .context = &k,
                           .check = aet_check_segments,
                           .add = add_segment,
                           .sum = &l,
                           .least = ERREUR };
        st = aet_run_summary(s, &w, &totals, &r);
        if (st != STATUS_FAILED) {
            declare_readings(&l);
            aet_accord_finish(&l.accord, &r);
            st = aet_session_report(s, &r, false, st);
        }
    }
    free_readers(&l);
    aet_report_free(&r);
    aet_repa_savoir_free(&k);
    return st;
}

enum { VAL_UNITE, VAL_CODEUR, VAL_VALEUR, VAL_COUNT };

static void no_rule(const void *context, const struct facts *f, struct diags *d, struct fait *fait)
{
    (void)context, (void)f, (void)d, (void)fait;
}

/* One value; an empty one is missing, but its unit is known. */
static void add_value(void *sum, const struct facts *f)
{
    struct accord *a = sum;
    uint32_t unit;

    if (!f->f[VAL_UNITE].good || !f->f[VAL_CODEUR].good)
        return;
    unit = aet_accord_unit(a, f->f[VAL_UNITE].u.text);
    if (f->f[VAL_VALEUR].good)
        aet_accord_text(a, 0, unit, aet_accord_coder(a, f->f[VAL_CODEUR].u.text),
                        f->f[VAL_VALEUR].u.text);
}

/* The three columns that the options name are the fields of a record kind made for this run. */
static enum status on_values(struct session *s)
{
    static const char *const scales[] = { "nominale", "ordinale", "intervalle", "rapport" };
    const char *scale = s->values[REPA_OPT_ECHELLE];
    const char *value = s->values[REPA_OPT_VALEUR];
    struct field fields[VAL_COUNT] = {
        [VAL_UNITE] = { "unite",
                        { "Unité", "Unit" },
                        s->values[REPA_OPT_UNITE],
                        TYPE_TEXT,
                        NULL,
                        NULL,
                        false },
        [VAL_CODEUR] = { "codeur",
                         { "Codeur", "Coder" },
                         s->values[REPA_OPT_CODEUR],
                         TYPE_TEXT,
                         NULL,
                         NULL,
                         false },
        [VAL_VALEUR] = { "valeur", { "Valeur", "Value" }, value, TYPE_TEXT, NULL, NULL, false },
    };
    const struct schema schema = { "repa", "valeurs", { "Valeurs", "Values" }, fields, VAL_COUNT };
    struct accord_champ champ = {
        value ? value : "valeur", { "Valeur", "Value" }, AGREE_NOMINAL, NULL, false
    };
    struct accord_options o = { .champs = &champ, .n = 1 };
    struct accord a = { .n = 0 };
    struct totals totals;
    struct report r;
    struct work w;
    enum status st = STATUS_FAILED;

    for (int i = 0; scale && i < 4; i++)
        if (strcmp(scale, scales[i]) == 0)
            champ.scale = (enum agree_scale)i;
    aet_session_report_begin(s, &r, title);
    if (bootstrap(s, &o, &r)) {
        aet_accord_init(&a, &o);
        w = (struct work){
            .schema = &schema, .check = no_rule, .add = add_value, .sum = &a, .least = ERREUR
        };
        st = aet_run_summary(s, &w, &totals, &r);
        if (st != STATUS_FAILED) {
            aet_accord_finish(&a, &r);
            st = aet_session_report(s, &r, false, st);
        }
        aet_accord_free(&a);
    }
    aet_report_free(&r);
    return st;
}

enum status aet_repa_accord(struct session *s)
{
    bool values = aet_given(s, REPA_OPT_UNITE) || aet_given(s, REPA_OPT_CODEUR) ||
                  aet_given(s, REPA_OPT_VALEUR) || aet_given(s, REPA_OPT_ECHELLE);

    return values ? on_values(s) : on_segments(s);
}
