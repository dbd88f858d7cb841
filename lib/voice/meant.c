/* The one place that says what was meant. */
#include "voice/meant.h"

#include "voice/phrase.h"

static bool places(struct text message, const char *hole)
{
    return strstr(message.fr, hole) != NULL;
}

/* « A », « B » */
static void quoted(struct buf *out, enum lang lang, const struct diag_arg *args, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct diag_arg term = { "terme", args[i].value };

        if (strcmp(args[i].name, "suggestion") != 0)
            continue;
        aet_buf_str(out, out->n ? ", " : "");
        aet_message(out, aet_phrases[PHRASE_QUOTED], lang, &term, 1);
    }
}

/* The one place that says what was meant. */
static void did_you_mean(struct buf *out, enum lang lang, const struct diag_arg *args, size_t n)
{
    struct buf terms = { 0 };
    struct diag_arg all;

    quoted(&terms, lang, args, n);
    all = (struct diag_arg){ "termes", aet_buf_view(&terms) };
    aet_message(out, aet_phrases[PHRASE_DID_YOU_MEAN], lang, &all, 1);
    aet_buf_free(&terms);
}

void aet_message_hints(struct buf *out, struct text message, enum lang lang,
                       const struct diag_arg *args, size_t n)
{
    const struct span *suggestion = aet_arg_find(args, n, "suggestion");

    if (aet_arg_find(args, n, "un_seul"))
        aet_buf_str(out, aet_phrase(PHRASE_ONLY_ONE, lang));
    else if (suggestion && memchr(suggestion->p, '|', suggestion->n))
        aet_message(out, aet_phrases[PHRASE_SEPARATE], lang, args, n);
    else if (suggestion && !places(message, "{suggestion}"))
        did_you_mean(out, lang, args, n);
    if (aet_arg_find(args, n, "noms") && !places(message, "{noms}"))
        aet_message(out, aet_phrases[PHRASE_THERE_ARE], lang, args, n);
}
