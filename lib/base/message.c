/* Messages: a text in two languages, and the values that go into it. */
#include "base/message.h"

#include <stdio.h>

#include "base/harmless.h"
#include "base/utf8.h"

enum { VALUE_MAX = 80, OTHER_MAX = 240 };

/* A placeholder: its name, and the forms of a word when it has them. */
struct hole {
    struct span name, one, many;
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

/* The text before the first placeholder, which is taken off *message and told. False: none. */
static bool next_hole(const char **message, struct span *before, struct hole *hole)
{
    const char *open = strchr(*message, '{'), *close = open ? strchr(open, '}') : NULL;
    const char *bar, *second;

    if (!close)
        return false;
    *before = aet_span(*message, (size_t)(open - *message));
    *message = close + 1;
    hole->name = aet_span(open + 1, (size_t)(close - open) - 1);
    hole->one = hole->many = AET_LIT("");
    bar = memchr(hole->name.p, '|', hole->name.n);
    second = bar ? memchr(bar + 1, '|', (size_t)(close - bar) - 1) : NULL;
    if (second) {
        hole->one = aet_span(bar + 1, (size_t)(second - bar) - 1);
        hole->many = aet_span(second + 1, (size_t)(close - second) - 1);
        hole->name.n = (size_t)(bar - hole->name.p);
    }
    return true;
}

/* None is one in French, and many in English. */
static bool is_one(struct span number, enum lang lang)
{
    return aet_span_eq(number, AET_LIT("1")) ||
           (lang == LANG_FR && aet_span_eq(number, AET_LIT("0")));
}

static const struct span *value_of(const struct diag_arg *args, size_t n, struct span name)
{
    for (size_t i = 0; i < n; i++)
        if (aet_span_eq(name, aet_span_z(args[i].name)))
            return &args[i].value;
    return NULL;
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
            aet_buf_span(out, is_one(*v, lang) ? hole.one : hole.many);
        else if (v)
            put_value(out, *v, longest(hole.name));
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
