/* `accord`: agreement of coders on segments (segments.c), or on one value a unit and coder
 * from any table (valeurs.c). The engine is lib/accord. */
#include "repa/accord/accord.h"

#include <stdlib.h>

#include "repa/accord/decoupage.h"
#include "repa/rules.h"
#include "repa/verbs.h"

const struct section_kind *const aet_repa_accord_sections[] = {
    AET_ACCORD_SECTIONS, &aet_repa_kind_decoupage, &aet_repa_kind_decoupage_codes, NULL
};

enum { REPLIQUES = 1000, REPLIQUES_MAX = 1000000 };

/* A whole number of an option, or `otherwise`. False: complained. */
static bool whole(struct session *s, int option, uint64_t most, uint64_t otherwise, uint64_t *v)
{
    const char *text = s->command.values[option];
    char *end;

    *v = otherwise;
    if (!text)
        return true;
    *v = strtoull(text, &end, 10);
    if (*text >= '0' && *text <= '9' && !*end && *v <= most)
        return true;
    aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_WHOLE],
                    AET_WORDS(aet_word("option", aet_option(s->command.tool, option)->name),
                              aet_word("valeur", text)));
    return false;
}

bool aet_repa_accord_intervals(struct session *s, struct accord_options *o, struct report *r)
{
    uint64_t replicates;
    struct buf seed = { 0 };

    if (!whole(s, REPA_OPT_GRAINE, UINT64_MAX, 1, &o->seed) ||
        !whole(s, REPA_OPT_REPLIQUES, REPLIQUES_MAX, REPLIQUES, &replicates))
        return false;
    o->replicates = (uint32_t)replicates;
    o->prevoir = aet_given(s, REPA_OPT_PREVOIR);
    o->mesure = s->command.values[REPA_OPT_MESURE];
    o->method = aet_accord_method(s->command.values[REPA_OPT_INTERVALLE],
                                  aet_given(s, REPA_OPT_GRAINE) ||
                                      aet_given(s, REPA_OPT_REPLIQUES));
    if (!aet_accord_draws_by(o->method) || replicates == 0)
        return true;
    aet_buf_uint(&seed, o->seed);
    r->seed = aet_arena_copy(&r->arena, aet_buf_view(&seed));
    aet_buf_free(&seed);
    return true;
}

const struct text aet_repa_accord_title = { "Accord entre codeurs", "Agreement between coders" };

/* What intervals are made by means nothing to a forecast. False: complained. */
static bool forecasts_only(const struct session *s)
{
    static const int others[] = { REPA_OPT_MESURE, REPA_OPT_INTERVALLE, REPA_OPT_GRAINE,
                                  REPA_OPT_REPLIQUES };

    for (size_t i = 0; aet_given(s, REPA_OPT_PREVOIR) && i < sizeof others / sizeof *others; i++) {
        if (!aet_given(s, others[i]))
            continue;
        aet_voice_usage(
            &s->voice, &aet_repa_rule[REP_ACCORD_PREVOIR],
            AET_WORDS(aet_word("option", aet_option(s->command.tool, others[i])->name)));
        return false;
    }
    return true;
}

enum status aet_repa_accord(struct session *s)
{
    bool values = aet_given(s, REPA_OPT_UNITE) || aet_given(s, REPA_OPT_CODEUR) ||
                  aet_given(s, REPA_OPT_VALEUR) || aet_given(s, REPA_OPT_ECHELLE) ||
                  aet_given(s, REPA_OPT_ORDRE) || aet_given(s, REPA_OPT_CATEGORIES) ||
                  aet_given(s, REPA_OPT_POIDS);

    if (values && (aet_given(s, REPA_OPT_PAR) || aet_given(s, REPA_OPT_TIRAGE))) {
        aet_voice_usage(
            &s->voice, &aet_repa_rule[REP_ACCORD_APART],
            AET_WORDS(aet_word("option", aet_given(s, REPA_OPT_PAR) ? "par" : "tirage")));
        return STATUS_FAILED;
    }
    if (!forecasts_only(s))
        return STATUS_FAILED;
    return values ? aet_repa_accord_of_values(s) : aet_repa_accord_of_segments(s);
}
