/* Messages: a text in two languages, and the values that go into it. */
#include "base/message.h"

#include <stdio.h>

#include "base/elide.h"
#include "base/harmless.h"
#include "base/utf8.h"

enum { VALUE_MAX = 80, OTHER_MAX = 240 };

/* A placeholder: its name, and the forms of a word when it has them, or the word before it. A form
 * for none may be empty, and is NULL where there is no such form. */
struct hole {
    struct span name, none, one, many;
    const char *before; /* "de" or "que", or NULL */
};

const struct span *aet_arg_find(const struct diag_arg *args, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(args[i].name, name) == 0)
            return &args[i].value;
    return NULL;
}

/* `noms` are names of ours: one that is cut off would be looked for in vain. */
static size_t longest(struct span name)
{
    if (aet_span_eq(name, AET_LIT("noms")) || aet_span_eq(name, AET_LIT("termes")))
        return SIZE_MAX;
    return aet_span_eq(name, AET_LIT("valeur")) ? VALUE_MAX : OTHER_MAX;
}

static void put_value(struct buf *out, struct span v, size_t width)
{
    struct span shown = aet_utf8_fit(v, width);

    aet_harmless(out, shown);
    if (shown.n < v.n)
        aet_buf_str(out, "…");
}

/* `{de nom}`: the word that the name decides of, taken off the placeholder. */
static const char *word_before(struct span *name)
{
    static const char *const words[] = { "de", "que" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i]);

        if (name->n > n && aet_span_starts(*name, aet_span_z(words[i])) && name->p[n] == ' ') {
            *name = aet_span_from(*name, n + 1);
            return words[i];
        }
    }
    return NULL;
}

/* The forms behind the name: of one and of many, or of none, of one and of many. */
static void forms(struct hole *hole)
{
    struct span *const of[] = { &hole->none, &hole->one, &hole->many };
    const char *bar = memchr(hole->name.p, '|', hole->name.n);
    struct span rest = hole->name, parts[3] = { { NULL, 0 } };
    size_t n = 0;

    hole->none = (struct span){ NULL, 0 };
    hole->one = hole->many = AET_LIT("");
    if (!bar)
        return;
    hole->name.n = (size_t)(bar - hole->name.p);
    rest = aet_span_from(rest, hole->name.n + 1);
    while (n < 2 && (bar = memchr(rest.p, '|', rest.n)) != NULL) {
        parts[n++] = aet_span(rest.p, (size_t)(bar - rest.p));
        rest = aet_span_from(rest, (size_t)(bar - rest.p) + 1);
    }
    parts[n++] = rest;
    for (size_t i = 0; i < n; i++)
        *of[3 - n + i] = parts[i];
}

/* The text before the first placeholder, which is taken off *message and told. False: none. */
static bool next_hole(const char **message, struct span *before, struct hole *hole)
{
    const char *open = strchr(*message, '{'), *close = open ? strchr(open, '}') : NULL;

    if (!close)
        return false;
    *before = aet_span(*message, (size_t)(open - *message));
    *message = close + 1;
    hole->name = aet_span(open + 1, (size_t)(close - open) - 1);
    hole->before = word_before(&hole->name);
    forms(hole);
    return true;
}

/* None is one in French, and many in English. */
/* French has no plural under two: « 0 heure », « 1,5 heure ». */
static bool is_one(struct span number, enum lang lang)
{
    bool below_two = number.n && (number.p[0] == '0' || number.p[0] == '1') &&
                     (number.n == 1 || number.p[1] == ',');

    return lang == LANG_FR ? below_two : aet_span_eq(number, AET_LIT("1"));
}

static const struct span *value_of(const struct diag_arg *args, size_t n, struct span name)
{
    for (size_t i = 0; i < n; i++)
        if (aet_span_eq(name, aet_span_z(args[i].name)))
            return &args[i].value;
    return NULL;
}

/* The form that goes with a number, which stands where it has a `#`. */
static void put_form(struct buf *out, const struct hole *hole, struct span number, enum lang lang)
{
    bool none = hole->none.p && aet_span_eq(number, AET_LIT("0"));
    struct span form = none ? hole->none : is_one(number, lang) ? hole->one : hole->many;

    for (size_t i = 0; i < form.n; i++)
        if (form.p[i] == '#')
            aet_buf_span(out, number);
        else
            aet_buf_char(out, form.p[i]);
}

static void put_hole(struct buf *out, const struct hole *hole, struct span value)
{
    if (hole->before)
        aet_elide(out, hole->before, &value);
    put_value(out, value, longest(hole->name));
}

void aet_message(struct buf *out, struct text message, enum lang lang, const struct diag_arg *args,
                 size_t n)
{
    const char *rest = aet_text(message, lang);
    struct span before;
    struct hole hole;

    while (next_hole(&rest, &before, &hole)) {
        const struct span *v = value_of(args, n, hole.name);

        aet_buf_span(out, before);
        if (v && hole.many.n)
            put_form(out, &hole, *v, lang);
        else if (v)
            put_hole(out, &hole, *v);
    }
    aet_buf_str(out, rest);
}

/* What stands behind "{element}: " or "{sujet}: ", with which messages begin that say of whom they
 * speak. */
static const char *without_subject(const char *text)
{
    static const char *const heads[] = { "{element}\xC2\xA0: ", "{sujet}\xC2\xA0: ", "{element}: ",
                                         "{sujet}: " };

    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        if (strncmp(text, heads[i], strlen(heads[i])) == 0)
            return text + strlen(heads[i]);
    return text;
}

void aet_message_shown(struct buf *out, struct text message, enum lang lang, const char *open)
{
    const char *rest = without_subject(aet_text(message, lang));
    struct span before;
    struct hole hole;

    while (next_hole(&rest, &before, &hole)) {
        aet_buf_span(out, before);
        if (hole.many.n) {
            aet_buf_span(out, hole.many);
        } else if (open) {
            aet_buf_str(out, open);
        } else {
            aet_buf_char(out, '{');
            aet_buf_span(out, hole.name);
            aet_buf_char(out, '}');
        }
    }
    aet_buf_str(out, rest);
}

struct word aet_word_uint(const char *name, uint64_t n)
{
    struct word w = { .name = name };

    snprintf(w.digits, sizeof w.digits, "%llu", (unsigned long long)n);
    return w;
}

struct word aet_word_int(const char *name, int64_t n)
{
    struct word w = { .name = name };

    snprintf(w.digits, sizeof w.digits, "%lld", (long long)n);
    return w;
}

size_t aet_words_args(const struct word *words, struct diag_arg *args)
{
    size_t n = 0;

    for (; words && words->name && n < WORDS_MAX; words++) {
        if (!words->text.p && !*words->digits)
            continue;
        args[n++] = (struct diag_arg){ words->name,
                                       words->text.p ? words->text : aet_span_z(words->digits) };
    }
    return n;
}

void aet_words_message(struct buf *out, struct text message, enum lang lang,
                       const struct word *words, struct word more)
{
    struct diag_arg args[WORDS_MAX + 1];
    size_t n = aet_words_args(words, args);

    n += aet_words_args(AET_WORDS(more), args + n);
    aet_message(out, message, lang, args, n);
}

void aet_words_put(struct buf *out, struct text message, enum lang lang, const struct word *words)
{
    struct diag_arg args[WORDS_MAX];

    aet_message(out, message, lang, args, aet_words_args(words, args));
}
