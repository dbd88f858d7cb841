/* Writing to standard error. */
#include "voice/door.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

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
    if (lines.n)
        fwrite(lines.p, 1, lines.n, stderr); /* a failure shows in aet_door_holds */
}

void aet_door_progress(struct span words)
{
    fputs("\r\x1b[K", stderr);
    aet_door_write(words);
    fflush(stderr);
}

bool aet_door_holds(void)
{
    bool failed = fflush(stderr) != 0;

    failed |= ferror(stderr) != 0;
    /* what stands in for a descriptor that was closed cannot be written: see cli/main.c */
    return !failed || (fcntl(STDERR_FILENO, F_GETFL) & O_ACCMODE) == O_RDONLY;
}

/* Nothing can be put together any more: the lines of SYS_MEMORY as they are. */
#define JSON(message)                                                            \
    "{\"fichier\":null,\"ligne\":null,\"colonne\":null,\"rangee\":null,"         \
    "\"cellule\":null,\"intitule\":null,\"enregistrement\":null,\"champ\":null," \
    "\"valeur\":null,\"regle\":\"" SYS_MEMORY_CODE                               \
    "\",\"gravite\":\"erreur\",\"message\":\"" message "\",\"suggestion\":null}\n"

static void end(const char *line)
{
    if (write(STDERR_FILENO, line, strlen(line)) < 0)
        _exit(STATUS_FAILED);
    _exit(STATUS_FAILED);
}

static void end_text_fr(void)
{
    end("aet: erreur: " SYS_MEMORY_FR " [" SYS_MEMORY_CODE "]\n");
}

static void end_text_en(void)
{
    end("aet: error: " SYS_MEMORY_EN " [" SYS_MEMORY_CODE "]\n");
}

static void end_json_fr(void)
{
    end(JSON(SYS_MEMORY_FR));
}

static void end_json_en(void)
{
    end(JSON(SYS_MEMORY_EN));
}

void aet_door_memory(const struct voice *v)
{
    static aet_alloc_handler *const handlers[][2] = {
        [LANG_FR] = { end_text_fr, end_json_fr },
        [LANG_EN] = { end_text_en, end_json_en },
    };

    aet_alloc_on_failure(handlers[v->lang][v->json]);
}
