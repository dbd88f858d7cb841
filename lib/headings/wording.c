/* What stands around the words of a heading. */
#include "headings/wording.h"

enum { NUMBER_MAX = 3, WORD_MIN = 4 }; /* digits; letters of a word that may have a plural */

static bool is_letter(char c)
{
    return (unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_word(char c)
{
    return is_letter(c) || is_digit(c);
}

/* The longest of the phrases with which `s` begins as whole words, its length; 0: none. */
static size_t begins_with(struct span s, const char *const *phrases)
{
    size_t best = 0;

    for (; s.n && *phrases; phrases++) {
        struct span p;

        if (**phrases != s.p[0]) /* nearly all: every word of every first row comes by */
            continue;
        p = aet_span_z(*phrases);
        if (p.n > best && aet_span_starts(s, p) && (s.n == p.n || !is_word(s.p[p.n])))
            best = p.n;
    }
    return best;
}

static size_t digits(struct span s, size_t at)
{
    size_t n = 0;

    while (at + n < s.n && is_digit(s.p[at + n]))
        n++;
    return n;
}

/* "q3", "question 3", "no 3", "3.1", "3a": its length in `s`, 0 when it is none. A year is none. */
static size_t number_length(struct span s)
{
    static const char *const before[] = { "question", "item", "point", "no", "q", "#", NULL };
    size_t at = 0, n;

    for (size_t i = 0; before[i] && !at; i++)
        if (aet_span_starts(s, aet_span_z(before[i])))
            at = strlen(before[i]);
    while (at && at < s.n && (s.p[at] == ' ' || s.p[at] == '.'))
        at++;
    n = digits(s, at);
    if (!n || n > NUMBER_MAX)
        return 0;
    for (at += n; at < s.n && s.p[at] == '.' && digits(s, at + 1); at += 1 + digits(s, at + 1))
        ;
    if (at < s.n && is_letter(s.p[at]) && (at + 1 == s.n || !is_word(s.p[at + 1])))
        at++;
    return at < s.n && is_word(s.p[at]) ? 0 : at;
}

/* What numbers a heading: a number or a letter, then a sign. */
static size_t numbering(struct span s)
{
    size_t at = number_length(s);

    if (!at && s.n > 2 && is_letter(s.p[0]) && (s.p[1] == ')' || (s.p[1] == '.' && s.p[2] == ' ')))
        return 2;
    while (at && at < s.n && s.p[at] == ' ')
        at++;
    return at && at < s.n && strchr(".)-:", s.p[at]) ? at + 1 : 0;
}

/* "titre. quel est le titre", "public[sq001]. a qui": what stands before the question, which a
 * survey calls it by; 0: none. */
static size_t question_code(struct span s)
{
    static const char *const asks[] = { "quel",  "quelle", "quels",   "quelles",  "qui",  "a qui",
                                        "pour",  "par",    "ou",      "quand",    "quoi", "comment",
                                        "que",   "a quel", "a quels", "pourquoi", "what", "who",
                                        "which", "when",   "where",   "how",      "why",  NULL };
    size_t at = 0;
    bool bracket;

    while (at < s.n && (is_word(s.p[at]) || s.p[at] == '_'))
        at++;
    bracket = at && at < s.n && s.p[at] == '[';
    while (bracket && at < s.n && s.p[at] != ']')
        at++;
    at += bracket && at < s.n;
    if (!at || at + 2 >= s.n || s.p[at] != '.' || s.p[at + 1] != ' ')
        return 0;
    return bracket || begins_with(aet_span_from(s, at + 2), asks) ? at + 2 : 0;
}

struct wording aet_wording(struct span folded)
{
    size_t number = numbering(folded), at = number ? number : question_code(folded);
    struct span rest = aet_span_trim(aet_span_from(folded, at));

    return (struct wording){ rest.n ? rest : folded };
}

/* What agrees with who is meant: agent(e), conseiller.ère, responsable(s). */
static bool is_ending(struct span s)
{
    static const char *const endings[] = { "s",    "x",    "e",   "es",  "trice", "trices",
                                           "rice", "euse", "ere", "ne",  "le",    "ve",
                                           "se",   "eure", "aux", "ale", "ales",  NULL };

    return aet_span_one_of(s, endings);
}

/* One between parentheses behind a word: the length up to that which closes, else 0. */
static size_t inflexion(struct span s, size_t at)
{
    size_t n = 1;

    if (!at || !is_letter(s.p[at - 1]))
        return 0;
    while (at + n < s.n && is_letter(s.p[at + n]))
        n++;
    return at + n < s.n && s.p[at + n] == ')' && is_ending(aet_span(s.p + at + 1, n - 1)) ? n + 1
                                                                                          : 0;
}

/* Whether the text ends a part at `at`; a hyphen does between spaces. */
static bool divides(struct span s, size_t at)
{
    if (s.p[at] == '-')
        return at && s.p[at - 1] == ' ' && at + 1 < s.n && s.p[at + 1] == ' ';
    return strchr("/:?;", s.p[at]) != NULL;
}

static bool has_word(struct span s)
{
    for (size_t i = 0; i < s.n; i++)
        if (is_word(s.p[i]))
            return true;
    return false;
}

static size_t part_end(struct span s)
{
    size_t at = 0;

    while (at < s.n && !divides(s, at)) {
        size_t ending = s.p[at] == '(' ? inflexion(s, at) : 0;

        if (s.p[at] == '(' && !ending)
            break;
        at += ending ? ending : 1;
    }
    return at;
}

bool aet_wording_next(struct wording *w, struct wording_part *part)
{
    while (w->rest.n) {
        struct span s = w->rest;
        const char *close = s.p[0] == '(' ? memchr(s.p, ')', s.n) : NULL;
        size_t end = close ? (size_t)(close - s.p) : part_end(s);

        part->aside = close != NULL;
        part->text = aet_span_trim(aet_span(s.p + part->aside, end - part->aside));
        w->rest = aet_span_from(s, end + (end < s.n && (close || s.p[end] != '(')));
        if (!close && end == 0 && s.p[0] == '(') /* one that nothing closes */
            w->rest = aet_span_from(s, 1);
        if (part->text.n && (part->aside || has_word(part->text)))
            return true;
    }
    return false;
}

/* One word of a part, and what stands on either side of it. */
struct word_at {
    struct span text;
    char before, after;
};

static bool next_word(struct span s, size_t *at, struct word_at *w)
{
    size_t from;

    while (*at < s.n && !is_word(s.p[*at]))
        *at += 1;
    from = *at;
    while (*at < s.n && is_word(s.p[*at]))
        *at += 1;
    *w = (struct word_at){ aet_span(s.p + from, *at - from), from ? s.p[from - 1] : '\0',
                           *at < s.n ? s.p[*at] : '\0' };
    return w->text.n > 0;
}

/* What is elided (l', s'), asks (-t-on, -elle), or only agrees: agent(e), agent.e. */
static bool is_clitic(const struct word_at *w, bool first)
{
    static const char *const inverted[] = { "t",   "on",   "elle", "il", "elles",
                                            "ils", "vous", "nous", NULL };

    if (w->after == '\'' && w->text.n <= 2)
        return true;
    if (first)
        return false;
    if (w->before == '-')
        return aet_span_one_of(w->text, inverted);
    return (w->before == '(' || w->before == '.') && is_ending(w->text);
}

static void plain_words(struct span part, struct buf *out)
{
    struct word_at w;
    size_t at = 0, from = out->n;

    while (next_word(part, &at, &w)) {
        if (is_clitic(&w, out->n == from))
            continue;
        if (out->n > from)
            aet_buf_char(out, ' ');
        aet_buf_span(out, w.text);
    }
}

/* The head of a question or of a request: it says nothing of what is asked. */
static struct span without_lead(struct span words)
{
    static const char *const leads[] = {
        "veuillez",        "merci de",       "priere de",    "svp",          "please",
        "indiquer",        "indiquez",       "inscrire",     "inscrivez",    "preciser",
        "precisez",        "decrire",        "decrivez",     "nommer",       "nommez",
        "donner",          "donnez",         "entrer",       "entrez",       "saisir",
        "saisissez",       "choisir",        "choisissez",   "selectionner", "selectionnez",
        "identifier",      "identifiez",     "brievement",   "briefly",      "quel est",
        "quelle est",      "quels sont",     "quelles sont", "quel sera",    "quelle sera",
        "quels seront",    "quelles seront", "quel etait",   "quelle etait", "quels etaient",
        "quelles etaient", "quel",           "quelle",       "quels",        "quelles",
        "what is",         "what are",       "which",        "describe",     "specify",
        "enter",           "indicate",       "select",       "choose",       NULL
    };
    size_t n;

    while ((n = begins_with(words, leads)) > 0 && n < words.n)
        words = aet_span_from(words, n + 1);
    return words;
}

static bool is_article(struct span word)
{
    static const char *const articles[] = { "le",    "la",  "les", "un",    "une", "des",   "du",
                                            "de",    "au",  "aux", "votre", "vos", "notre", "nos",
                                            "mon",   "ma",  "mes", "son",   "sa",  "ses",   "leur",
                                            "leurs", "ce",  "cet", "cette", "ces", "the",   "of",
                                            "your",  "our", NULL };

    return aet_span_one_of(word, articles);
}

void aet_wording_key(struct span part, struct buf *out)
{
    struct buf words = { 0 };
    struct span rest;
    struct word_at w;
    size_t at = 0, from = out->n;

    plain_words(part, &words);
    rest = without_lead(aet_buf_view(&words));
    while (next_word(rest, &at, &w)) {
        if (w.after && is_article(w.text))
            continue;
        if (out->n > from)
            aet_buf_char(out, ' ');
        aet_buf_span(out, w.text);
    }
    aet_buf_free(&words);
}

void aet_wording_singular(struct span key, struct buf *out)
{
    struct word_at w;
    size_t at = 0, from = out->n;

    while (next_word(key, &at, &w)) {
        if (out->n > from)
            aet_buf_char(out, ' ');
        if (w.text.n >= WORD_MIN && strchr("sx", w.text.p[w.text.n - 1]))
            w.text.n--;
        aet_buf_span(out, w.text);
    }
}

bool aet_wording_is_number(struct span part)
{
    return part.n && number_length(part) == part.n;
}

/* How an instruction begins. clang-format would give each word a line. */
/* clang-format off */
static const char *const instructions[] = {
    "cochez", "cocher", "choisissez", "choisir", "selectionnez", "selectionner", "choix",
    "un choix", "un seul", "une seule", "un ou plusieurs", "une ou plusieurs", "plusieurs",
    "facultatif", "facultative", "optionnel", "optionnelle", "obligatoire", "requis", "requise",
    "si applicable", "si possible", "si besoin", "s'il y a lieu", "au besoin", "voir", "ex",
    "exemple", "exemples", "par exemple", "p. ex", "indiquer", "indiquez", "inscrire", "inscrivez",
    "preciser", "precisez", "decrire", "decrivez", "nommer", "nommez", "menu deroulant",
    "liste deroulante", "svp", "s.v.p", "check", "select", "choose", "required", "optional",
    "mandatory", "if applicable", "if any", "see", "e.g", "multiple", "please", NULL
};
/* clang-format on */

bool aet_wording_is_instruction(struct span part)
{
    return begins_with(part, instructions) > 0;
}
