/* The sections `decoupage` and `decoupage_codes`: how far coders agree on where passages begin and
 * end. */
#include "repa/accord/decoupage.h"

#include "base/message.h"

enum {
    DECOUPAGE_MESURE,
    DECOUPAGE_VALEUR,
    DECOUPAGE_COUVERTURE,
    DECOUPAGE_PASSAGES,
    DECOUPAGE_RECITS,
    DECOUPAGE_CODEURS,
    DECOUPAGE_NOTE
};
static const struct column columns[] = {
    [DECOUPAGE_MESURE] = { "mesure", { "Mesure", "Measure" }, CELL_CODE, false },
    [DECOUPAGE_VALEUR] = { "valeur", { "Valeur", "Value" }, CELL_NUMBER, false },
    [DECOUPAGE_COUVERTURE] = { "couverture",
                               { "Part de ce qui est lu", "Share of what was read" },
                               CELL_SHARE,
                               false },
    [DECOUPAGE_PASSAGES] = { "passages", { "Passages", "Passages" }, CELL_COUNT, false },
    [DECOUPAGE_RECITS] = { "recits", { "Récits", "Narratives" }, CELL_COUNT, false },
    [DECOUPAGE_CODEURS] = { "codeurs", { "Codeurs", "Coders" }, CELL_COUNT, false },
    [DECOUPAGE_NOTE] = { "note", { "Note", "Note" }, CELL_TEXT, false },
};

/* Why a measure has no value, where it has none. */
static void put_why(struct section *s, int column, struct stat_value v)
{
    if (v.defined)
        aet_row_unknown(s, column);
    else
        aet_accord_put_reason(s, column, v.reason);
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
    struct stat_value value, coverage;
    const struct unitizing *of;
};

static void put_row(struct section *s, const struct decoupage *d, const struct measured *m)
{
    aet_row_begin(s);
    aet_row_coded_words(s, DECOUPAGE_MESURE, m->name, m->title);
    aet_accord_put(s, DECOUPAGE_VALEUR, m->value);
    aet_accord_put(s, DECOUPAGE_COUVERTURE, m->coverage);
    aet_row_count_if(s, DECOUPAGE_PASSAGES, m->of->overlaps == 0, (int64_t)passages_of(m->of));
    aet_row_count(s, DECOUPAGE_RECITS, (int64_t)d->recits);
    aet_row_count(s, DECOUPAGE_CODEURS, (int64_t)d->accord->coders.n);
    put_why(s, DECOUPAGE_NOTE, m->value);
    aet_row_end(s);
}

static void notes(struct section *s, const struct decoupage *d)
{
    static const struct text what = {
        "Alpha de Krippendorff du découpage (Krippendorff, Mathet, Bouvry et Widlöcher 2016), sans "
        "intervalle : passages et trous comptent pour leur longueur. De la même personne sous le "
        "même code, des passages qui se recouvrent en sont un seul; ceux qui se touchent restent "
        "deux.",
        "Krippendorff’s alpha for unitizing (Krippendorff, Mathet, Bouvry & Widlöcher 2016), "
        "without an interval: passages and gaps count for their length. Of one person and one "
        "code, passages that overlap are one; those that touch remain two."
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
    aet_section_say_count(s, (int64_t)d->codes.overlaps, over[0], over[1]);
    aet_section_say_count(s, (int64_t)d->seuls, alone[0], alone[1]);
    aet_section_say_count(s, (int64_t)d->perdus, lost[0], lost[1]);
}

/* Of all that was read, when there is a measure at all. */
static struct stat_value whole(struct stat_value v)
{
    return v.defined ? aet_stat_coefficient(1) : v;
}

static void decoupage(void *sum, struct section *s)
{
    const struct decoupage *d = sum;
    struct stat_value u = aet_unitizing_u(&d->codes), marked = aet_unitizing_u(&d->marked);
    const struct measured rows[] = {
        { "u_alpha",
          { "u-alpha : où, et quel code", "u-alpha: where, and which code" },
          u,
          whole(u),
          &d->codes },
        { "u_alpha_binaire",
          { "u-alpha binaire : où, quel que soit le code",
            "binary u-alpha: where, whatever the code" },
          marked,
          whole(marked),
          &d->marked },
        { "cu_alpha",
          { "cu-alpha : quel code, là où deux personnes ont codé",
            "cu-alpha: which code, where two people coded" },
          aet_unitizing_cu(&d->codes),
          aet_unitizing_coverage(&d->codes),
          &d->codes },
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

enum { CODES_CODE, CODES_LIBELLE, CODES_PASSAGES, CODES_U, CODES_KU, CODES_COUVERTURE, CODES_NOTE };
static const struct column codes_columns[] = {
    [CODES_CODE] = { "code", { "Code", "Code" }, CELL_CODE, true },
    [CODES_LIBELLE] = { "libelle", { "Code", "Code" }, CELL_TEXT, false },
    [CODES_PASSAGES] = { "passages", { "Passages", "Passages" }, CELL_COUNT, false },
    [CODES_U] = { "u_alpha",
                  { "u-alpha : où est ce code", "u-alpha: where this code is" },
                  CELL_NUMBER,
                  false },
    [CODES_KU] = { "ku_alpha",
                   { "(k)u-alpha : ce code ou un autre", "(k)u-alpha: this code or another" },
                   CELL_NUMBER,
                   false },
    [CODES_COUVERTURE] = { "couverture",
                           { "Part de ses passages", "Share of its passages" },
                           CELL_SHARE,
                           false },
    [CODES_NOTE] = { "note", { "Note", "Note" }, CELL_TEXT, false },
};

/* What is undefined of a code: all, or its value among the others. */
static void put_code_why(struct section *s, struct stat_value u, struct stat_value ku)
{
    static const struct text of_ku = { "(k)u-alpha : {raison}", "(k)u-alpha: {raison}" };
    struct text why = { aet_stat_reason_fr(ku.reason), aet_stat_reason_en(ku.reason) };
    struct buf words = { 0 };

    if (!u.defined || ku.defined) {
        put_why(s, CODES_NOTE, u);
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
    uint64_t passages = d->of[row].of[0].units;
    struct stat_value unused = aet_stat_undefined(STAT_UNUSED_CODE);
    struct stat_value u = passages ? aet_unitizing_u(&d->of[row]) : unused;
    struct stat_value ku = passages ? aet_unitizing_ku(&d->codes, row) : unused;

    aet_row_begin(s);
    aet_row_text(s, CODES_CODE, aet_cell(t, row, 0));
    aet_row_text(s, CODES_LIBELLE, aet_label(t, row, s->report->lang));
    aet_row_count(s, CODES_PASSAGES, (int64_t)passages);
    aet_accord_put(s, CODES_U, u);
    aet_accord_put(s, CODES_KU, ku);
    aet_accord_put(s, CODES_COUVERTURE, aet_unitizing_coverage_of(&d->codes, row));
    put_code_why(s, u, ku);
    aet_row_end(s);
}

static void decoupage_codes(void *sum, struct section *s)
{
    const struct decoupage *d = sum;

    for (uint32_t row = 0; d->accord->coders.n > 1 && row < d->n; row++)
        code_row(s, d, row);
}

const struct section_kind aet_repa_kind_decoupage_codes = {
    .key = "decoupage_codes",
    .title = { "Découpage de chaque code", "Unitizing of each code" },
    AET_COLUMNS(codes_columns),
    .fill = decoupage_codes,
};
