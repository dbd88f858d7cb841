/* The report of an agreement: in short, the coders, and what its sections share. accord_global.c
 * and accord_codes.c fill the others. */
#include "accord/accord.h"

#include "base/message.h"

void aet_accord_put(struct section *s, int column, struct stat_value v)
{
    aet_row_number_if(s, column, v.defined, v.value);
}

static struct text reason(enum stat_reason why)
{
    return (struct text){ aet_stat_reason_fr(why), aet_stat_reason_en(why) };
}

void aet_accord_put_reason(struct section *s, int column, enum stat_reason why)
{
    aet_row_words(s, column, reason(why));
}

void aet_accord_put_no_interval(struct section *s, int column, enum stat_reason why)
{
    static const struct text none = { "sans intervalle : {raison}", "no interval: {raison}" };
    struct buf words = { 0 };

    aet_words_put(&words, none, s->report->lang,
                  AET_WORDS(aet_word("raison", aet_text(reason(why), s->report->lang))));
    aet_row_text(s, column, aet_buf_view(&words));
    aet_buf_free(&words);
}

void aet_accord_each(const struct accord *a, struct section *s,
                     void (*fill)(struct section *s, const struct accord_view *v))
{
    for (size_t i = 0; i < a->options.n; i++) {
        struct accord_view v;

        aet_accord_view(&v, a, i);
        fill(s, &v);
        aet_accord_view_free(&v);
    }
}

enum { BASE_UNITES, BASE_CODEURS, BASE_VALEURS, BASE_DOUBLES, BASE_REJETES, BASE_ECARTES };
static const struct column base_columns[] = {
    [BASE_UNITES] = { "unites", { "Unités", "Units" }, CELL_COUNT, false },
    [BASE_CODEURS] = { "codeurs", { "Codeurs", "Coders" }, CELL_COUNT, false },
    [BASE_VALEURS] = { "valeurs", { "Valeurs", "Values" }, CELL_COUNT, false },
    [BASE_DOUBLES] = { "doubles",
                       { "Valeurs en double, écartées", "Second values, left out" },
                       CELL_COUNT,
                       false },
    AET_COLUMNS_REJECTED(BASE_REJETES, BASE_ECARTES, "Rejetés à la lecture"),
};

static void base(void *sum, struct section *s)
{
    static const struct text doubled = {
        "Quand un codeur donne deux valeurs à un champ d’une unité, la première compte.",
        "When a coder gives a field of a unit two values, the first counts."
    };
    const struct accord *a = sum;
    uint64_t units = 0, values = 0;

    for (uint32_t u = 0; u < a->units.n; u++)
        units += aet_accord_times(a, u);
    for (size_t i = 0; i < a->n; i++)
        values += aet_accord_codes_it(&a->entries[i]) ? aet_accord_times(a, a->entries[i].unit) : 0;
    aet_row_begin(s);
    aet_row_count(s, BASE_UNITES, (int64_t)units);
    aet_row_count(s, BASE_CODEURS, (int64_t)a->coders.n);
    aet_row_count(s, BASE_VALEURS, (int64_t)values);
    aet_row_count(s, BASE_DOUBLES, (int64_t)a->doubles);
    aet_row_rejected(s, BASE_REJETES, BASE_ECARTES);
    aet_row_end(s);
    if (a->doubles)
        aet_section_say(s, doubled);
}

const struct section_kind aet_kind_accord_base = {
    .key = "base",
    .annex = true,
    .title = { "Chiffres d’ensemble", "Overall figures" },
    AET_COLUMNS(base_columns),
    .single = true,
    .fill = base,
    .mask = { .kind = MASK_COUNTS,
              .counts = { { BASE_VALEURS, "valeurs" }, { BASE_DOUBLES, "doubles" } },
              .few = { BASE_UNITES, BASE_CODEURS },
              .few_n = 2 },
};

enum { CODEURS_CODEUR, CODEURS_UNITES, CODEURS_VALEURS };
static const struct column codeurs_columns[] = {
    [CODEURS_CODEUR] = { "codeur", { "Codeur", "Coder" }, CELL_TEXT, false },
    [CODEURS_UNITES] = { "unites", { "Unités codées", "Units coded" }, CELL_COUNT, false },
    [CODEURS_VALEURS] = { "valeurs", { "Valeurs", "Values" }, CELL_COUNT, false },
};

/* The entries coder by coder, in their order, and where those of each coder begin. */
struct by_coder {
    uint32_t *entries;
    size_t *from; /* of one coder more than there are: the end */
};

static struct by_coder by_coder(const struct accord *a)
{
    struct by_coder b = { .entries = aet_calloc(a->n + 1, sizeof *b.entries),
                          .from = aet_calloc(a->coders.n + 2, sizeof *b.from) };

    /* counted one place further, and moved as they are put: then each stands where it begins */
    for (size_t i = 0; i < a->n; i++)
        b.from[a->entries[i].coder + 2]++;
    for (size_t k = 2; k < a->coders.n + 2; k++)
        b.from[k] += b.from[k - 1];
    for (size_t i = 0; i < a->n; i++)
        b.entries[b.from[a->entries[i].coder + 1]++] = (uint32_t)i;
    return b;
}

static void codeurs(void *sum, struct section *s)
{
    const struct accord *a = sum;
    struct by_coder b = by_coder(a);
    uint32_t *last = aet_calloc(a->units.n + 1, sizeof *last);

    /* a unit counts once for a coder, whatever fields he coded: entries go field by field */
    for (uint32_t k = 0; k < a->coders.n; k++) {
        uint64_t values = 0, units = 0;

        for (size_t i = b.from[k]; i < b.from[k + 1]; i++) {
            const struct accord_entry *e = &a->entries[b.entries[i]];

            values += aet_accord_codes_it(e) ? aet_accord_times(a, e->unit) : 0;
            if (last[e->unit] != k + 1)
                units += aet_accord_times(a, e->unit);
            last[e->unit] = k + 1;
        }
        aet_row_begin(s);
        aet_row_text(s, CODEURS_CODEUR, a->coders.list[k]);
        aet_row_count(s, CODEURS_UNITES, (int64_t)units);
        aet_row_count(s, CODEURS_VALEURS, (int64_t)values);
        aet_row_end(s);
    }
    aet_free(b.entries);
    aet_free(b.from);
    aet_free(last);
}

const struct section_kind aet_kind_accord_codeurs = {
    .key = "codeurs",
    .annex = true,
    .title = { "Codeurs", "Coders" },
    AET_COLUMNS(codeurs_columns),
    .fill = codeurs,
    .mask = { .kind = MASK_COUNTS,
              .keys = { CODEURS_CODEUR },
              .keys_n = 1,
              .counts = { { CODEURS_UNITES, "unites" }, { CODEURS_VALEURS, "valeurs" } } },
};

const struct section_kind *const aet_accord_sections[] = { AET_ACCORD_SECTIONS, NULL };

/* What is measured, and what --prevoir says in the place of it. */
static const struct section_kind *const measured[] = {
    &aet_kind_accord_resume,  &aet_kind_accord_base,       &aet_kind_accord_coefficients,
    &aet_kind_accord_global,  &aet_kind_accord_reperes,    &aet_kind_accord_codes,
    &aet_kind_accord_codeurs, &aet_kind_accord_desaccords, NULL
};
static const struct section_kind *const forecast[] = {
    &aet_kind_accord_resume_prevision, &aet_kind_accord_base,
    &aet_kind_accord_prevision,        &aet_kind_accord_prevision_codes,
    &aet_kind_accord_prevision_kappa,  NULL
};

void aet_accord_finish(struct accord *a, struct report *r)
{
    aet_accord_sort(a);
    aet_accord_choose(a);
    aet_report_fill(r, a->options.prevoir ? forecast : measured, a);
}
