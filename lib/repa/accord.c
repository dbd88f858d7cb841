/* `accord`: agreement of coders on segments (accord_segments.c); or here, on one value a unit and
 * coder from any table (--unite, --codeur, --valeur, --echelle). The engine is lib/accord. */
#include "repa/accord.h"

#include <stdlib.h>

#include "repa/verbs.h"
#include "run/records.h"

enum { REPLIQUES = 1000, REPLIQUES_MAX = 1000000 };

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

bool aet_accord_bootstrap(struct session *s, struct accord_options *o, struct report *r)
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

const struct text aet_accord_title = { "Accord entre codeurs", "Agreement between coders" };

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
    aet_session_report_begin(s, &r, aet_accord_title);
    if (aet_accord_bootstrap(s, &o, &r)) {
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
    static const struct text apart = {
        "--{valeur} : pour des segments, et non avec --unite, --codeur, --valeur ou --echelle",
        "--{valeur}: for segments, not with --unite, --codeur, --valeur or --echelle"
    };
    bool values = aet_given(s, REPA_OPT_UNITE) || aet_given(s, REPA_OPT_CODEUR) ||
                  aet_given(s, REPA_OPT_VALEUR) || aet_given(s, REPA_OPT_ECHELLE);

    if (values && aet_given(s, REPA_OPT_PAR)) {
        aet_complain_usage(s, apart, "par", "");
        return STATUS_FAILED;
    }
    return values ? on_values(s) : aet_accord_of_segments(s);
}
