/* Filling the placeholders of a message. */
#ifndef AET_BASE_MESSAGE_H
#define AET_BASE_MESSAGE_H

#include "base/buf.h"
#include "base/text.h"

/* Values of the placeholders. `valeur`, `fichier` and `suggestion` also have a place of their own
 * in JSON. */
struct diag_arg {
    const char *name;
    struct span value;
};

/* Append `message` with its placeholders filled: {valeur} is the value of that name, and
 * {nombre|mention|mentions} the one form or the other, by the number of that name, and
 * {nombre|aucune mention|# mention|# mentions} has one for none, # the number; {de nom} and
 * {que nom} the value behind « de », « d’ », « du » or « des », « que » or « qu’ ». One without a
 * value is dropped. `valeur` is cut after 80 columns and the others after 240, with an ellipsis;
 * whatever a value holds is made harmless. */
void aet_message(struct buf *out, struct text message, enum lang lang, const struct diag_arg *args,
                 size_t n);

/* The message without its values, as a catalogue shows it: words in the form for many; `open` for
 * each placeholder, or its name between braces when that is NULL. */
void aet_message_shown(struct buf *out, struct text message, enum lang lang, const char *open);

/* The value of an argument, or NULL. */
const struct span *aet_arg_find(const struct diag_arg *args, size_t n, const char *name);

enum { WORDS_MAX = 8 };

/* A value for a placeholder; one without a text is left out. */
struct word {
    const char *name; /* NULL ends a list */
    struct span text;
    char digits[24]; /* a number, when the text is empty */
};

/* The words of one call: AET_WORDS(aet_word("valeur", name), aet_word_uint("nombre", n)). */
#define AET_WORDS(...)                          \
    (const struct word[])                       \
    {                                           \
        __VA_ARGS__, { NULL, { NULL, 0 }, "" }, \
    }

static inline struct word aet_word_span(const char *name, struct span text)
{
    return (struct word){ name, text, "" };
}

static inline struct word aet_word(const char *name, const char *text)
{
    return aet_word_span(name, text ? aet_span_z(text) : (struct span){ NULL, 0 });
}

struct word aet_word_uint(const char *name, uint64_t n);
struct word aet_word_int(const char *name, int64_t n);

/* Append a message with its words and one more; `words` may be NULL. */
void aet_words_message(struct buf *out, struct text message, enum lang lang,
                       const struct word *words, struct word more);

/* The words as arguments; returns how many. */
size_t aet_words_args(const struct word *words, struct diag_arg *args);

/* Append a message with its words; NULL for none. */
void aet_words_put(struct buf *out, struct text message, enum lang lang, const struct word *words);

#endif
