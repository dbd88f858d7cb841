/* Complaints about options, files and the run as a whole: one line each on standard error. */
#ifndef AET_VOICE_COMPLAIN_H
#define AET_VOICE_COMPLAIN_H

#include "voice/voice.h"

/* `aet-publics: erreur: …`. `{valeur}` is filled, cut where it is long, and so is `{autre}`;
 * `{noms}` is `other` whole. */
void aet_complain(const struct voice *v, struct text message, const char *value, const char *other);

/* `aet-publics: avertissement: …`: something about the run as a whole that is no error. */
void aet_warn(const struct voice *v, struct text message, const char *value);

/* The same for a system error with a file; returns STATUS_FAILED. */
enum status aet_complain_system(const struct voice *v, const char *file, int error);

/* A usage error: the line, and where help is; returns STATUS_FAILED. */
enum status aet_complain_usage(const struct voice *v, struct text message, const char *value,
                               const char *other);

/* Our own words for an errno; an empty string when there are none. */
const char *aet_system_text(int error, enum lang lang);

#endif
