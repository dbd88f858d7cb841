/* Filling the placeholders of a message. */
#ifndef AET_VOICE_MESSAGE_H
#define AET_VOICE_MESSAGE_H

#include "base/buf.h"
#include "base/text.h"

/* Values of the placeholders. `valeur`, `fichier` and `suggestion` also have a place of their own
 * in JSON. */
struct diag_arg {
    const char *name;
    struct span value;
};

/* Append `message` with its placeholders filled: {valeur} is the value of that name, and
 * {nombre|mention|mentions} the one form or the other, by the number of that name. One without a
 * value is dropped. `valeur` is cut after 80 columns and the others after 240, with an ellipsis;
 * whatever a value holds is made harmless. */
void aet_message(struct buf *out, struct text message, enum lang lang, const struct diag_arg *args,
                 size_t n);

/* The message without its values, as a catalogue shows it, nor of whom it speaks: words in the form
 * for many; `open` for each placeholder, or its name between braces when that is NULL. */
void aet_message_shown(struct buf *out, struct text message, enum lang lang, const char *open);

/* Append what stands after a message: the term that was meant (" (voulait-on dire « X » ?)", or
 * several of them), then what there is (" ; il y a : …"). They are the arguments `suggestion` (of
 * which there may be several), `un_seul` and `noms`; those that `message` places itself are left
 * out. */
void aet_message_hints(struct buf *out, struct text message, enum lang lang,
                       const struct diag_arg *args, size_t n);

/* The value of an argument, or NULL. */
const struct span *aet_arg_find(const struct diag_arg *args, size_t n, const char *name);

#endif
