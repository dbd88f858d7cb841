/* The sections `decoupage` and `decoupage_codes`: how far coders agree on where passages begin and
 * end. */
#include "repa/accord/decoupage.h"

#include "base/message.h"

enum {
    COL_MESURE,
    COL_VALEUR,
    COL_IC_BAS,
    COL_IC_HAUT,
    COL_COUVERTURE,
    COL_PASSAGES,
    COL_RECITS,
    COL_CODEURS,
    COL_NOTE
};
static const struct column columns[] = {
    [COL_MESURE] = { "mesure", { "Mesure", "Measure" }, CELL_CODE, false },
    [COL_VALEUR] = { "valeur", { "Valeur", "Value" }, CELL_NUMBER, false },
    [COL_IC_BAS] = { "ic_bas", { "IC 95 % : bas", "95% CI: low" }, CELL_NUMBER, false },
    [COL_IC_HAUT] = { "ic_haut", { "IC 95 % : haut", "95% CI: high" }, CELL_NUMBER, false },
    [COL_COUVERTURE] = { "couverture",
                         { "Part de ce qui est lu", "Share of what was read" },
                         CELL_SHARE,
                         false },
    [COL_PASSAGES] = { "passages", { "Passages", "Passages" }, CELL_COUNT, false },
    [COL_RECITS] = { "recits", { "Récits", "Narratives" }, CELL_COUNT, false },
    [COL_CODEURS] = { "codeurs", { "Codeurs", "Coders" }, CELL_COUNT, false },
    [COL_NOTE] = { "note", { "Note", "Note" }, CELL_TEXT, false },
};

/* Why a measure has no value, or no interval where intervals are wanted. */
static void put_why(struct section *s, int column, const struct decoupage *d,
                    const struct decoupage_figure *f)
{
    if (!f->value.defined)
        aet_accord_put_reason(s, column, f->value.reason);
    else if (d->accord->options.replicates > 0 && !f->ci.low.defined)
        aet_accord_put_no_interval(s, column, f->ci.low.reason);
    else
        aet_row_unknown(s, column);
}

/* A measure, and its interval in the two columns behind it. */
static void put_figure(struct section *s, int column, const struct decoupage_figure *f)
{
    aet_accord_put(s, column, f->value);
    aet_accord_put(s, column + 1, f->ci.low);
    aet_accord_put(s, column + 2, f->ci.high);
}

static uint64_t passages_of(const struct unitizing *u)
{
    uint64_t n = 0;

    for (size_t v = 0; v < u->values; v++)
        n += u->of[v].units;
    return n;
}

struct measured {
    const char *name;
    struct text title;
    const struct decoupage_figure *figure;
    struct stat_value coverage;
    const struct unitizing *of;
};

static void put_row(struct section *s, const struct decoupage *d, const struct measured *m)
{
    aet_row_begin(s);
    aet_row_coded_words(s, COL_MESURE, m->name, m->title);
    put_figure(s, COL_VALEUR, m->figure);
    aet_accord_put(s, COL_COUVERTURE, m->coverage);
    aet_row_count_if(s, COL_PASSAGES, m->of->overlaps == 0, (int64_t)passages_of(m->of));
    aet_row_count(s, COL_RECITS, (int64_t)d->recits);
    aet_row_count(s, COL_CODEURS, (int64_t)d->accord->coders.n);
    put_why(s, COL_NOTE, d, m->figure);
    aet_row_end(s);
}

static void notes(struct section *s, const struct decoupage *d)
{
    static const struct text what = {
        "Alpha de Krippendorff du découpage (Krippendorff, Mathet, Bouvry et Widlöcher 2016) : "
        "passages et trous comptent pour leur longueur. De la même personne sous le même code, des "
        "passages qui se recouvrent en sont un seul; ceux qui se touchent restent deux.",
        "Krippendorff’s alpha for unitizing (Krippendorff, Mathet, Bouvry & Widlöcher 2016): "
        "passages and gaps count for their length. Of one person and one code, passages that "
        "overlap are one; those that touch remain two."
    };
    static const struct text intervals[] = {
        [false] = { "IC : un récit retiré à la fois (jackknife, Tukey 1958), quantile de Student, "
                    "sur l’échelle de log(1 - mesure).",
                    "CI: one narrative left out at a time (jackknife, Tukey 1958), Student’s "
                    "quantile, on the scale of log(1 - measure)." },
        [true] = { "IC : mesure ± quantile de Student × erreur type, un récit retiré à la fois "
                   "(jackknife, Tukey 1958), coupé à 1.",
                   "CI: measure ± Student’s quantile × standard error, one narrative left out at a "
                   "time (jackknife, Tukey 1958), cut at 1." },
    };
    static const struct text over[] = {
        { "fois, une personne a donné aux mêmes caractères un second code : ni u-alpha ni cu-alpha "
          "ne sont définis; le découpage de chaque code l’est.",
          "time, a person gave the same characters a second code: neither u-alpha nor cu-alpha is "
          "defined; how each code is cut is." },
        { "fois, une personne a donné aux mêmes caractères un second code : ni u-alpha ni cu-alpha "
          "ne sont définis; le découpage de chaque code l’est.",
          "times, a person gave the same characters a second code: neither u-alpha nor cu-alpha is "
          "defined; how each code is cut is." }
    };
    static const struct text alone[] = {
        { "récit où il n’y a pas deux personnes à comparer, laissé de côté.",
          "narrative without two people to compare, left out." },
        { "récits où il n’y a pas deux personnes à comparer, laissés de côté.",
          "narratives without two people to compare, left out." }
    };
    static const struct text lost[] = {
        { "lecture laissée de côté : un code que la personne y a donné n’est pas connu.",
          "reading left out: a code that the person gave there is not known." },
        { "lectures laissées de côté : un code que la personne y a donné n’est pas connu.",
          "readings left out: a code that the person gave there is not known." }
    };

    aet_section_say(s, what);
    if (d->accord->options.replicates > 0)
        aet_section_say(s, intervals[d->accord->options.method == AGREE_SYMMETRIC]);
    aet_section_say_count(s, (int64_t)d->sums.codes.overlaps, over[0], over[1]);
    aet_section_say_count(s, (int64_t)d->seuls, alone[0], alone[1]);
    aet_section_say_count(s, (int64_t)d->perdus, lost[0], lost[1]);
}

/* Of all that was read, when there is a measure at all. */
static struct stat_value whole(const struct decoupage_figure *f)
{
    return f->value.defined ? aet_stat_coefficient(1) : f->value;
}

static void decoupage(void *sum, struct section *s)
{
    const struct decoupage *d = sum;
    const struct decoupage_figure *f = d->figures;
    const struct measured rows[] = {
        { "u_alpha",
          { "u-alpha : où, et quel code", "u-alpha: where, and which code" },
          &f[DECOUPAGE_U],
          whole(&f[DECOUPAGE_U]),
          &d->sums.codes },
        { "u_alpha_binaire",
          { "u-alpha binaire : où, quel que soit le code",
            "binary u-alpha: where, whatever the code" },
          &f[DECOUPAGE_MARKED],
          whole(&f[DECOUPAGE_MARKED]),
          &d->sums.marked },
        { "cu_alpha",
          { "cu-alpha : quel code, là où deux personnes ont codé",
            "cu-alpha: which code, where two people coded" },
          &f[DECOUPAGE_CU],
          aet_unitizing_coverage(&d->sums.codes),
          &d->sums.codes },
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        put_row(s, d, &rows[i]);
    notes(s, d);
}

const struct section_kind aet_repa_kind_decoupage = {
    .key = "decoupage",
    .title = { "Accord sur le découpage", "Agreement on unitizing" },
    AET_COLUMNS(columns),
    .fill = decoupage,
};

enum {
    CODES_CODE,
    CODES_LIBELLE,
    CODES_PASSAGES,
    CODES_U,
    CODES_U_IC_BAS,
    CODES_U_IC_HAUT,
    CODES_KU,
    CODES_KU_IC_BAS,
    CODES_KU_IC_HAUT,
    CODES_COUVERTURE,
    CODES_NOTE
};
static const struct column codes_columns[] = {
    [CODES_CODE] = { "code", { "Code", "Code" }, CELL_CODE, true },
    [CODES_LIBELLE] = { "libelle", { "Code", "Code" }, CELL_TEXT, false },
    [CODES_PASSAGES] = { "passages", { "Passages", "Passages" }, CELL_COUNT, false },
    [CODES_U] = { "u_alpha",
                  { "u-alpha : où est ce code", "u-alpha: where this code is" },
                  CELL_NUMBER,
                  false },
    [CODES_U_IC_BAS] = { "u_alpha_ic_bas",
                         { "u-alpha, IC 95 % : bas", "u-alpha, 95% CI: low" },
                         CELL_NUMBER,
                         false },
    [CODES_U_IC_HAUT] = { "u_alpha_ic_haut",
                          { "u-alpha, IC 95 % : haut", "u-alpha, 95% CI: high" },
                          CELL_NUMBER,
                          false },
    [CODES_KU] = { "ku_alpha",
                   { "(k)u-alpha : ce code ou un autre", "(k)u-alpha: this code or another" },
                   CELL_NUMBER,
                   false },
    [CODES_KU_IC_BAS] = { "ku_alpha_ic_bas",
                          { "(k)u-alpha, IC 95 % : bas", "(k)u-alpha, 95% CI: low" },
                          CELL_NUMBER,
                          false },
    [CODES_KU_IC_HAUT] = { "ku_alpha_ic_haut",
                           { "(k)u-alpha, IC 95 % : haut", "(k)u-alpha, 95% CI: high" },
                           CELL_NUMBER,
                           false },
    [CODES_COUVERTURE] = { "couverture",
                           { "Part de ses passages", "Share of its passages" },
                           CELL_SHARE,
                           false },
    [CODES_NOTE] = { "note", { "Note", "Note" }, CELL_TEXT, false },
};

/* What is missing of a code: all, its value among the others, or an interval. */
static void put_code_why(struct section *s, const struct decoupage *d,
                         const struct decoupage_figure *u, const struct decoupage_figure *ku)
{
    static const struct text of_ku = { "(k)u-alpha : {raison}", "(k)u-alpha: {raison}" };
    struct text why = { aet_stat_reason_fr(ku->value.reason),
                        aet_stat_reason_en(ku->value.reason) };
    struct buf words = { 0 };

    if (!u->value.defined || ku->value.defined) {
        put_why(s, CODES_NOTE, d, u);
        return;
    }
    aet_words_put(&words, of_ku, s->report->lang,
                  AET_WORDS(aet_word("raison", aet_text(why, s->report->lang))));
    aet_row_text(s, CODES_NOTE, aet_buf_view(&words));
    aet_buf_free(&words);
}

static void code_row(struct section *s, const struct decoupage *d, uint32_t row)
{
    const struct table *t = d->accord->options.champs[0].table;
    const struct decoupage_figure *u = &d->figures[aet_repa_decoupage_of(row)], *ku = u + 1;

    aet_row_begin(s);
    aet_row_text(s, CODES_CODE, aet_cell(t, row, 0));
    aet_row_text(s, CODES_LIBELLE, aet_label(t, row, s->report->lang));
    aet_row_count(s, CODES_PASSAGES, (int64_t)d->sums.of[row].of[0].units);
    put_figure(s, CODES_U, u);
    put_figure(s, CODES_KU, ku);
    aet_accord_put(s, CODES_COUVERTURE, aet_unitizing_coverage_of(&d->sums.codes, row));
    put_code_why(s, d, u, ku);
    aet_row_end(s);
}

static void decoupage_codes(void *sum, struct section *s)
{
    const struct decoupage *d = sum;

    for (uint32_t row = 0; d->accord->coders.n > 1 && row < d->sums.n; row++)
        code_row(s, d, row);
}

const struct section_kind aet_repa_kind_decoupage_codes = {
    .key = "decoupage_codes",
    .annex = true,
    .title = { "Découpage de chaque code", "Unitizing of each code" },
    AET_COLUMNS(codes_columns),
    .fill = decoupage_codes,
};
