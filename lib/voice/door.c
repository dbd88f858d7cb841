/* Writing to standard error. */
#include "voice/door.h"

#include <stdio.h>

#include "base/os/os.h"

void aet_voice_diag(const struct voice *v, const struct diag *x, const struct diag_place *where,
                    struct buf *to)
{
    if (v->json)
        aet_diag_json(to, x, where, v->lang);
    else
        aet_diag_text(to, x, where, v->lang, v->colour);
}

void aet_door_write(struct span lines)
{
    aet_os_say(stderr, lines); /* a failure shows in aet_door_holds */
}

void aet_door_progress(struct span words)
{
    aet_os_say(stderr, AET_LIT("\r\x1b[K"));
    aet_door_write(words);
    fflush(stderr);
}

bool aet_door_holds(void)
{
    bool failed = fflush(stderr) != 0;

    failed |= ferror(stderr) != 0;
    return !failed || aet_os_stands_in(OS_STDERR); /* there was nobody to hear */
}

/* Nothing can be put together any more: the lines of SYS_MEMORY and SYS_RANDOM as they are. */
#define TEXT(gravity, rule, message) "aet: " gravity ": " message " [" rule "]\n"
#define JSON(rule, message)                                                                \
    "{\"fichier\":null,\"ligne\":null,\"colonne\":null,\"rangee\":null,"                   \
    "\"cellule\":null,\"intitule\":null,\"enregistrement\":null,\"champ\":null,"           \
    "\"valeur\":null,\"regle\":\"" rule "\",\"gravite\":\"erreur\",\"message\":\"" message \
    "\",\"suggestion\":null}\n"

static void end(const char *line)
{
    aet_os_die(aet_span_z(line), STATUS_FAILED);
}

/* What ends the process in each language and form, of one rule. */
#define ENDS(what, WHAT)                             \
    static void what##_fr(void)                      \
    {                                                \
        end(TEXT("erreur", WHAT##_CODE, WHAT##_FR)); \
    }                                                \
    static void what##_en(void)                      \
    {                                                \
        end(TEXT("error", WHAT##_CODE, WHAT##_EN));  \
    }                                                \
    static void what##_json_fr(void)                 \
    {                                                \
        end(JSON(WHAT##_CODE, WHAT##_FR));           \
    }                                                \
    static void what##_json_en(void)                 \
    {                                                \
        end(JSON(WHAT##_CODE, WHAT##_EN));           \
    }                                                \
    static aet_alloc_handler *const what[][2] = {    \
        [LANG_FR] = { what##_fr, what##_json_fr },   \
        [LANG_EN] = { what##_en, what##_json_en },   \
    };

ENDS(no_memory, SYS_MEMORY)
ENDS(no_random, SYS_RANDOM)

void aet_door_memory(const struct voice *v)
{
    aet_alloc_on_failure(no_memory[v->lang][v->json]);
}

aet_alloc_handler *aet_door_random(const struct voice *v)
{
    return no_random[v->lang][v->json];
}
