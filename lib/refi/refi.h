/* What reading REFI-QDA needs of whoever asks for it: a voice, and what to say. */
#ifndef AET_REFI_REFI_H
#define AET_REFI_REFI_H

#include <stdint.h>

#include "voice/flood.h"

/* Rules of a domain, for what may be wrong with a file. */
struct refi_rules {
    const struct rule *malformed;
    const struct rule *root;      /* {valeur} where {attendu} should be */
    const struct rule *position;  /* a selection whose positions cannot be read: {valeur} */
    const struct rule *beyond;    /* a selection behind the end of its text: {valeur}, its GUID */
    const struct rule *no_text;   /* the text of a source, {valeur}, is not at {attendu} */
    const struct rule *no_member; /* the same, and its member of the archive cannot be read */
    const struct rule *not_utf8;  /* the same, and there is a file */
    const struct rule *homonyms;  /* people who share a name: {valeur} */
    const struct rule *no_code;   /* a coding refers to a code that is not there: {valeur} */
    const struct rule *twice;     /* a code, {valeur}, has the GUID of {attendu} */
    const struct rule *renamed;   /* a code, {valeur}, is {attendu} in an earlier file */
    const struct rule *memos;     /* {valeur} memos that no passage has */
    const struct rule *no_expat;  /* built without what reads XML */
};

struct refi {
    const struct voice *voice;
    const struct refi_rules *rules;
    struct flood *flood; /* of the file */
};

/* Where the reading stands, for diagnostics. */
struct refi_place {
    const char *file;
    uint64_t line, column;
};

/* A diagnostic about a file. `value` may be NULL, `expected` too. */
void aet_refi_say(const struct refi *q, const struct rule *rule, const struct refi_place *place,
                  const char *value, const struct text *expected);

/* The file was read: what was said too often of it is told, and the flood freed. */
void aet_refi_end(const struct refi *q, const char *file);

#endif
