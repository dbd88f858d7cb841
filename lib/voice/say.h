/* Saying one thing, by a row of a catalogue: about options, files, the run as a whole, the input as
 * a whole, where the reading stopped. */
#ifndef AET_VOICE_SAY_H
#define AET_VOICE_SAY_H

#include "base/message.h"
#include "format/source.h"
#include "voice/door.h"
#include "voice/phrase.h"

/* `aet-publics: erreur: … [OPT001]`, or a JSON object of the form of all diagnostics; `words` may
 * be NULL. A word `fichier` is the file of the object. */
void aet_voice_say(const struct voice *v, const struct rule *rule, const struct word *words);

/* A usage error: the same, then in text where help is. Returns STATUS_FAILED. */
enum status aet_voice_usage(const struct voice *v, const struct rule *rule,
                            const struct word *words);

/* A system error with a file ("-": standard input). Returns STATUS_FAILED. */
enum status aet_voice_system(const struct voice *v, const char *file, int error);

/* `aet-publics valider : …`: how the run went. In text it bears no code; not said when quiet. */
void aet_voice_note(const struct voice *v, const struct rule *rule, const struct word *words);

/* The last line: the same in text; in JSON an object of the numbers, under their names. */
void aet_voice_summary(const struct voice *v, const struct rule *rule, const struct word *words);

/* Words on the way; an empty `words` wipes them. */
void aet_voice_progress(const struct voice *v, const struct rule *rule, const struct word *words);

/* A diagnostic at a place, by itself. */
void aet_say_diag(const struct voice *v, const struct diag *x, const struct diag_place *where);

/* A line about the input as a whole, by a rule of reading. */
void aet_say_input(const struct voice *v, int rule, const struct diag_place *where,
                   const struct diag_arg *args, size_t n);

/* Why the reading stopped; `encoding` is the one that was asked for. Returns STATUS_FAILED. */
enum status aet_say_stop(const struct voice *v, const char *encoding, const struct stop *stop);

#endif
