/* Words and signs in place of a value. */
#include "base/stand_in.h"

#include "base/fold.h"
#include "base/utf8.h"

enum { LONGEST = 40 };

/* Letters and digits only, folded: `N/A` and `n.a.` are one. */
static const char *const nothing[] = {
    "na",
    "nap",
    "so",
    "sansobjet",
    "nonapplicable",
    "notapplicable",
    "nd",
    "nondisponible",
    "notavailable",
    "nondetermine",
    "nondeterminee",
    "nonprecise",
    "nonprecisee",
    "nonconnu",
    "nonconnue",
    "inconnu",
    "inconnue",
    "unknown",
    "nsp",
    "nesaitpas",
    "nonrepondu",
    "sansreponse",
    "adeterminer",
    "adefinir",
    "apreciser",
    "avenir",
    "aconfirmer",
    "acompleter",
    "aetablir",
    "afixer",
    "avalider",
    "tbd",
    "tba",
    "tbc",
    "tobedetermined",
    "tobedefined",
    "tobeconfirmed",
    "tobeannounced",
};

static const char *const above[] = { "idem", "id", "ibid", "ibidem", "ditto", "\xE3\x80\x83" };

/* The length of the word that `s` begins with; 0 when it begins with none. */
static size_t head_of(struct span s, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (aet_span_starts(s, aet_span_z(words[i])))
            return strlen(words[i]);
    return 0;
}

static bool is_one_of(struct span key, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (aet_span_eq(key, aet_span_z(words[i])))
            return true;
    return false;
}

/* Question marks, dashes, dots, a slash; with them blanks, parentheses, a dollar sign (a
 * spreadsheet shows an amount of nothing as `- $`). */
static bool are_signs(struct span s)
{
    static const char *const signs[] = { "?",
                                         "-",
                                         "_",
                                         ".",
                                         "/",
                                         "\xE2\x80\x90",
                                         "\xE2\x80\x91",
                                         "\xE2\x80\x93",
                                         "\xE2\x80\x94",
                                         "\xE2\x88\x92",
                                         "\xE2\x80\xA6" };
    static const char *const around[] = { " ", "(", ")", "$", "\xC2\xA0", "\xE2\x80\xAF" };
    bool any = false;

    while (s.n) {
        size_t sign = head_of(s, signs, sizeof signs / sizeof *signs);
        size_t n = sign ? sign : head_of(s, around, sizeof around / sizeof *around);

        if (!n)
            return false;
        any |= sign > 0;
        s = aet_span_from(s, n);
    }
    return any;
}

/* A ditto mark, between dashes or not; in a fold quotation marks are one kind. */
static bool is_mark(struct span s)
{
    /* a single one is what is left of two behind a spreadsheet's guard */
    static const char *const marks[] = { "\"", "\"\"", "'", "''", "//" };
    struct buf key = { 0 };
    size_t w = 0;
    bool found;

    aet_fold(s, &key);
    for (size_t r = 0; r < key.n; r++)
        if (key.p[r] != '-' && key.p[r] != ' ')
            key.p[w++] = key.p[r];
    found = is_one_of(aet_span(key.p, w), marks, sizeof marks / sizeof *marks);
    aet_buf_free(&key);
    return found;
}

bool aet_stand_in_question(struct span s)
{
    size_t n = 0;

    s = aet_span_trim(s);
    while (n < s.n && strchr("?()", s.p[n]))
        n++;
    return n == s.n && n > 0 && memchr(s.p, '?', n);
}

enum stand_in aet_stand_in(struct span s)
{
    enum stand_in what = STANDS_FOR_ITSELF;
    struct buf key = { 0 };

    s = aet_span_trim(s);
    if (!s.n || s.n > LONGEST || memchr(s.p, '#', s.n)) /* #N/A is a fault of a formula */
        return what;
    aet_fold_name(s, &key);
    if (!key.n)
        what = is_mark(s) ? STANDS_FOR_ABOVE : are_signs(s) ? STANDS_FOR_NOTHING : what;
    else if (is_one_of(aet_buf_view(&key), nothing, sizeof nothing / sizeof *nothing))
        what = STANDS_FOR_NOTHING;
    else if (is_one_of(aet_buf_view(&key), above, sizeof above / sizeof *above) &&
             (key.n > 2 || memchr(s.p, '.', s.n))) /* `id.`: without its point it is a heading */
        what = STANDS_FOR_ABOVE;
    aet_buf_free(&key);
    return what;
}

/* Blanks before the sign are French typography, and LibreOffice’s: `#VALEUR !`. */
static struct span without_blanks(struct span text, char *to, size_t cap)
{
    size_t n = 0, blank;

    while (text.n && n < cap) {
        blank = aet_utf8_blank(text);
        if (!blank)
            to[n++] = *text.p;
        text = aet_span_from(text, blank ? blank : 1);
    }
    return aet_span(to, text.n ? 0 : n);
}

bool aet_is_formula_error(struct span text)
{
    static const char *const errors[] = {
        "#REF!",         "#N/A",      "#DIV/0!",    "#VALUE!",
        "#NAME?",        "#NUM!",     "#NULL!",     "#SPILL!",
        "#CALC!",        "#N/D",      "#VALEUR!",   "#NOM?",
        "#NOMBRE!",      "#NUL!",     "#FIELD!",    "#ERROR!",
        "#BUSY!",        "#ERREUR!",  "#BLOCKED!",  "#PROPAGATION!",
        "#GETTING_DATA", "#CONNECT!", "#EXTERNAL!", "#UNKNOWN!",
        "#PYTHON!",      NULL
    };
    char bare[24];
    struct span said, number;

    if (!text.n || (text.p[0] != '#' && text.p[0] != 'E'))
        return false;
    said = without_blanks(text, bare, sizeof bare);
    if (aet_span_one_of(said, errors))
        return true;
    number = aet_span_from(said, 4);
    if (!aet_span_starts(said, AET_LIT("Err:")) || !number.n || number.n > 3)
        return false;
    for (size_t i = 0; i < number.n; i++)
        if (number.p[i] < '0' || number.p[i] > '9')
            return false;
    return true;
}
