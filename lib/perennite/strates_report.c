/* The section that tells of the strata of the draw, and of what they cannot say. */
#include "perennite/sections.h"

#include "base/message.h"

enum { STRATES_STRATE, STRATES_POPULATION, STRATES_TIRES, STRATES_SANS_MENTION, STRATES_POIDS };
static const struct column strates_columns[] = {
    [STRATES_STRATE] = { "strate", { "Strate", "Stratum" }, CELL_TEXT, false },
    [STRATES_POPULATION] = { "population",
                             { "Plans dans la population", "Plans in the population" },
                             CELL_COUNT,
                             false },
    [STRATES_TIRES] = { "tires", { "Plans tirés", "Plans drawn" }, CELL_COUNT, false },
    [STRATES_SANS_MENTION] = { "sans_mention",
                               { "Plans tirés sans mention", "Plans drawn without a mention" },
                               CELL_COUNT,
                               false },
    [STRATES_POIDS] = { "poids",
                        { "Poids : plans que chacun représente",
                          "Weight: plans that each stands for" },
                        CELL_NUMBER,
                        false },
};

/* Whether a row would give a small count away. */
static bool few(const struct somme *b, const struct strate *e)
{
    return aet_perennite_petit(b, e->population) ||
           aet_perennite_petite_part(b, e->tires, e->population) ||
           aet_perennite_petite_part(b, e->rencontres, e->tires);
}

static void put_strate(struct section *s, struct span name, const struct strate *e)
{
    aet_row_begin(s);
    aet_row_text_if(s, STRATES_STRATE, name);
    aet_row_count(s, STRATES_POPULATION, (int64_t)e->population);
    aet_row_count(s, STRATES_TIRES, (int64_t)e->tires);
    aet_row_count(s, STRATES_SANS_MENTION, (int64_t)(e->tires - e->rencontres));
    aet_row_number_if(s, STRATES_POIDS, e->tires, (double)e->population / (double)e->tires);
    aet_row_end(s);
}

/* What a stratum of so many drawn plans says of itself, in a sentence about all of them. */
static void say_drawn(struct section *s, const struct summed *x, uint64_t drawn,
                      struct text sentence, struct text nameless)
{
    const struct names *names = &x->b->options.tirage->strates;
    uint32_t *sorted = aet_names_sorted(names);
    struct buf list = { 0 }, text = { 0 };
    uint64_t n = 0, plans = 0;

    for (size_t i = 0; i < x->strates.n; i++) {
        const struct strate *e = &x->strates.list[sorted[i]];

        if (e->tires != drawn || e->population <= drawn)
            continue;
        aet_buf_str(&list, n++ ? ", " : "");
        aet_buf_span(&list, names->list[sorted[i]].n ? names->list[sorted[i]] : AET_LIT("(–)"));
        plans += e->population;
    }
    if (n) {
        aet_words_put(&text, x->b->options.masquer > 0 ? nameless : sentence, s->report->lang,
                      AET_WORDS(aet_word_uint("nombre", n), aet_word_uint("plans", plans),
                                aet_word_span("strates", aet_buf_view(&list))));
        aet_section_note(s, aet_buf_view(&text));
    }
    aet_buf_free(&list);
    aet_buf_free(&text);
    aet_free(sorted);
}

static void notes(struct section *s, const struct summed *x)
{
    static const struct text weighed = {
        "Un plan tiré représente tous ceux de sa strate : les parts des sections objets, "
        "strategies, "
        "sous_strategies et croisement sont pondérées (population de la strate divisée par ses "
        "plans tirés); les comptes, les résidus, les bandes et les constats sont ceux de "
        "l’échantillon, sans poids.",
        "A drawn plan stands for those of its stratum: shares in sections objets, strategies, "
        "sous_strategies and croisement are weighted (population of the stratum over its drawn "
        "plans); counts, residuals, bands and findings are those of the sample, without weights."
    };
    static const struct text several = {
        "Des plans ont plusieurs années : ce qui est compté par plan et par année n’est pas une "
        "part "
        "de plans, et n’est pas pondéré.",
        "Some plans have several years: what is counted by plan and year is no share of plans, and "
        "is not weighted."
    };
    static const struct text none = {
        "Aucun plan tiré {nombre|de la strate|des strates} « {strates} » ({plans} {plans|plan|"
        "plans}) : les parts ne valent que pour le reste de la population.",
        "No plan was drawn of {nombre|stratum|strata} “{strates}” ({plans} {plans|plan|plans}): "
        "shares hold for the rest of the population only."
    };
    static const struct text none_hidden = {
        "Aucun plan tiré de certaines strates : les parts ne valent que pour le reste de la "
        "population.",
        "No plan was drawn of some strata: shares hold for the rest of the population only."
    };
    static const struct text alone = {
        "Un seul plan tiré {nombre|de la strate|de chacune des strates} « {strates} » : ce qui y "
        "varie ne s’estime pas; son écart est pris à la part de l’ensemble, ce qui élargit les "
        "intervalles.",
        "A single plan was drawn of {nombre|stratum|each of the strata} “{strates}”: what varies "
        "in it cannot be estimated; its deviation is taken from the share of all, which widens "
        "the intervals."
    };
    static const struct text alone_hidden = {
        "Un seul plan tiré de certaines strates : ce qui y varie ne s’estime pas; son écart est "
        "pris à la part de l’ensemble, ce qui élargit les intervalles.",
        "A single plan was drawn of some strata: what varies in them cannot be estimated; its "
        "deviation is taken from the share of all, which widens the intervals."
    };

    aet_section_say(s, x->strates.ponderees ? weighed : several);
    if (!x->strates.ponderees)
        return;
    say_drawn(s, x, 0, none, none_hidden);
    say_drawn(s, x, 1, alone, alone_hidden);
}

static void strates(void *sum, struct section *s)
{
    const struct summed *x = sum;
    const struct strates *e = &x->strates;
    uint32_t *sorted;
    bool hidden = false;

    if (!e->n)
        return;
    for (size_t i = 0; i < e->n; i++)
        hidden |= few(x->b, &e->list[i]);
    sorted = aet_names_sorted(&x->b->options.tirage->strates);
    for (size_t i = 0; i < e->n && !hidden; i++)
        put_strate(s, x->b->options.tirage->strates.list[sorted[i]], &e->list[sorted[i]]);
    aet_free(sorted);
    if (hidden)
        aet_section_say(s, aet_perennite_masque);
    notes(s, x);
}

const struct section_kind aet_perennite_kind_strates = {
    .key = "strates",
    .if_any = true,
    .title = { "Strates du tirage", "Strata of the draw" },
    AET_COLUMNS(strates_columns),
    .fill = strates,
    .mask = { .kind = MASK_OWN },
};
