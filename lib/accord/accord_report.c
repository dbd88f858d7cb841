/* The report of an agreement: in short, the coders, and the sections that
 * accord_global.c and accord_codes.c fill. */
#include "accord/accord.h"

#define VIEW_NONE              \
    {                          \
        VIEW_TABLE, 0, 0, 0, 0 \
    }

static const struct column base_columns[] = {
    { "unites", { "Unités", "Units" }, CELL_COUNT, false },
    { "codeurs", { "Codeurs", "Coders" }, CELL_COUNT, false },
    { "valeurs", { "Valeurs", "Values" }, CELL_COUNT, false },
    { "doubles", { "Valeurs en double, écartées", "Second values, left out" }, CELL_COUNT, false },
    { "rejetes", { "Rejetés à la lecture", "Rejected on reading" }, CELL_COUNT, false },
};
static const struct section_kind base_kind = { "base",       { "En bref", "In short" },
                                               base_columns, 5,
                                               true,         VIEW_NONE };

static const struct column codeurs_columns[] = {
    { "codeur", { "Codeur", "Coder" }, CELL_TEXT, false },
    { "unites", { "Unités codées", "Units coded" }, CELL_COUNT, false },
    { "valeurs", { "Valeurs", "Values" }, CELL_COUNT, false },
};
static const struct section_kind codeurs_kind = { "codeurs",       { "Codeurs", "Coders" },
                                                  codeurs_columns, 3,
                                                  false,           VIEW_NONE };

const struct section_kind *const aet_accord_sections[] = {
    &base_kind,    &aet_kind_accord_global,     &aet_kind_accord_codes,
    &codeurs_kind, &aet_kind_accord_desaccords, NULL
};

void aet_accord_put(struct section *s, struct stat_value v)
{
    if (v.defined)
        aet_put_number(s, v.value);
    else
        aet_put_unknown(s);
}

static const char *reason(const struct report *r, enum stat_reason why)
{
    return r->lang == LANG_FR ? aet_stat_reason_fr(why) : aet_stat_reason_en(why);
}

void aet_accord_put_reason(struct report *r, struct section *s, enum stat_reason why)
{
    aet_put_text(r, s, aet_span_z(reason(r, why)));
}

void aet_accord_put_no_interval(struct report *r, struct section *s, enum stat_reason why)
{
    struct buf words = { 0 };

    aet_buf_str(&words, r->lang == LANG_FR ? "sans intervalle : " : "no interval: ");
    aet_buf_str(&words, reason(r, why));
    aet_put_text(r, s, aet_buf_view(&words));
    aet_buf_free(&words);
}

void aet_accord_put_words(struct report *r, struct section *s, struct text words)
{
    aet_put_text(r, s, aet_span_z(aet_text(words, r->lang)));
}

static void coders(const struct accord *a, struct report *r)
{
    struct section *s = aet_report_section(r, &codeurs_kind);
    uint64_t *values = aet_calloc(a->coders.n + 1, sizeof *values);
    uint64_t *units = aet_calloc(a->coders.n + 1, sizeof *units);
    uint32_t *last = aet_calloc(a->units.n + 1, sizeof *last);

    /* a unit counts once for a coder, whatever fields he coded: entries go field by field */
    for (uint32_t k = 0; k < a->coders.n; k++)
        for (size_t i = 0; i < a->n; i++) {
            const struct accord_entry *e = &a->entries[i];

            if (e->coder != k)
                continue;
            values[k] += aet_accord_codes_it(e) ? aet_accord_times(a, e->unit) : 0;
            if (last[e->unit] != k + 1)
                units[k] += aet_accord_times(a, e->unit);
            last[e->unit] = k + 1;
        }
    for (size_t k = 0; k < a->coders.n; k++) {
        aet_put_text(r, s, a->coders.list[k]);
        aet_put_count(s, (int64_t)units[k]);
        aet_put_count(s, (int64_t)values[k]);
    }
    aet_free(values);
    aet_free(units);
    aet_free(last);
}

static void base(const struct accord *a, struct report *r)
{
    static const struct text doubled = {
        "Quand un codeur donne deux valeurs à un champ d’une unité, la première compte.",
        "When a coder gives a field of a unit two values, the first counts."
    };
    struct section *s = aet_report_section(r, &base_kind);
    uint64_t units = 0, values = 0, rejected = 0;

    for (uint32_t u = 0; u < a->units.n; u++)
        units += aet_accord_times(a, u);
    for (size_t i = 0; i < a->n; i++)
        values += aet_accord_codes_it(&a->entries[i]) ? aet_accord_times(a, a->entries[i].unit) : 0;
    for (size_t i = 0; i < r->inputs_n; i++)
        rejected += r->inputs[i].rejected;
    aet_put_count(s, (int64_t)units);
    aet_put_count(s, (int64_t)a->coders.n);
    aet_put_count(s, (int64_t)values);
    aet_put_count(s, (int64_t)a->doubles);
    aet_put_count(s, (int64_t)rejected);
    if (a->doubles)
        aet_section_note(r, s, aet_span_z(aet_text(doubled, r->lang)));
}

typedef void fill_section(struct report *r, struct section *s, const struct accord_view *v);

/* One section, field by field. */
static struct section *each(const struct accord *a, struct report *r,
                            const struct section_kind *kind, fill_section *fill)
{
    struct section *s = aet_report_section(r, kind);

    for (size_t i = 0; i < a->options.n; i++) {
        struct accord_view v;

        aet_accord_view(&v, a, i);
        fill(r, s, &v);
        aet_accord_view_free(&v);
    }
    return s;
}

static void notes(const struct accord *a, struct report *r, struct section *global)
{
    static const struct text method = { "IC : rééchantillonnage des unités (percentiles), à la "
                                        "graine indiquée. Indéfini n’est ni 0 ni 1.",
                                        "CI: bootstrap of the units (percentiles), with the seed "
                                        "given. Undefined is neither 0 nor 1." };
    static const struct text together = {
        "Tous les codes ensemble : chaque unité est tirée avec tous ses codes ; un code que "
        "personne "
        "n’a employé ne compte pas.",
        "All codes together: each unit is drawn with all its codes; a code that nobody used does "
        "not count."
    };
    bool presence = false;

    for (size_t i = 0; i < a->options.n; i++)
        presence |= a->options.champs[i].presence;
    if (a->options.replicates > 0)
        aet_section_note(r, global, aet_span_z(aet_text(method, r->lang)));
    if (presence)
        aet_section_note(r, global, aet_span_z(aet_text(together, r->lang)));
}

void aet_accord_finish(struct accord *a, struct report *r)
{
    aet_accord_sort(a);
    base(a, r);
    notes(a, r, each(a, r, &aet_kind_accord_global, aet_accord_global));
    each(a, r, &aet_kind_accord_codes, aet_accord_codes);
    coders(a, r);
    each(a, r, &aet_kind_accord_desaccords, aet_accord_disagreements);
}
