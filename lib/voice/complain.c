/* Complaints about options, files and the run as a whole, in one line each. */
#include "voice/complain.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "voice/diag.h"

/* The texts of the system come in the system's language: these are ours. */
const char *aet_system_text(int error, enum lang lang)
{
    static const struct {
        int error;
        struct text text;
    } known[] = {
        { ENOENT, { "fichier ou dossier introuvable", "no such file or folder" } },
        { EACCES, { "permission refusée", "permission denied" } },
        { EPERM, { "opération non permise", "operation not permitted" } },
        { EISDIR, { "c’est un dossier", "it is a folder" } },
        { ENOTDIR, { "un des dossiers du chemin n’en est pas un", "not a folder on the way" } },
        { ENOSPC, { "disque plein", "disk full" } },
        { EDQUOT, { "quota dépassé", "quota exceeded" } },
        { EFBIG, { "fichier trop gros", "file too large" } },
        { ENOMEM, { "mémoire insuffisante", "out of memory" } },
        { EIO, { "erreur d’entrée-sortie", "input/output error" } },
        { EROFS, { "système de fichiers en lecture seule", "read-only file system" } },
        { EBADF, { "descripteur fermé", "closed descriptor" } },
        { EMFILE, { "trop de fichiers ouverts", "too many open files" } },
        { ENAMETOOLONG, { "nom de fichier trop long", "file name too long" } },
        { ELOOP, { "trop de liens symboliques", "too many symbolic links" } },
        { ENXIO,
          { "périphérique ou tube sans lecteur", "no such device, or pipe without a reader" } },
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].error == error)
            return aet_text(known[i].text, lang);
    return "";
}

void aet_complain(const struct voice *v, struct text message, const char *value, const char *other)
{
    const struct diag_arg args[] = { { "valeur", aet_span_z(value) },
                                     { "autre", aet_span_z(other) },
                                     { "noms", aet_span_z(other) } };
    struct buf line = { 0 };

    aet_buf_str(&line, "aet-");
    aet_buf_str(&line, v->tool);
    aet_buf_str(&line, ": ");
    aet_buf_str(&line, aet_gravity_name(ERREUR, v->lang));
    aet_buf_str(&line, ": ");
    aet_message(&line, aet_text(message, v->lang), args, 3);
    aet_buf_char(&line, '\n');
    fwrite(line.p, 1, line.n, stderr);
    aet_buf_free(&line);
}

enum status aet_complain_usage(const struct voice *v, struct text message, const char *value,
                               const char *other)
{
    aet_complain(v, message, value, other);
    fprintf(stderr, "%saet-%s%s --help\n", v->lang == LANG_FR ? "Aide : " : "Help: ", v->tool, "");
    return STATUS_FAILED;
}

enum status aet_complain_system(const struct voice *v, const char *file, int error)
{
    static const struct text known = { "{valeur} : {autre}", "{valeur}: {autre}" };
    static const struct text unknown = { "{valeur} : erreur {autre} du système",
                                         "{valeur}: system error {autre}" };
    const char *text = aet_system_text(error, v->lang);
    char number[16];

    snprintf(number, sizeof number, "%d", error);
    if (file && strcmp(file, "-") == 0)
        file = v->lang == LANG_FR ? "entrée standard" : "standard input";
    aet_complain(v, *text ? known : unknown, file, *text ? text : number);
    return STATUS_FAILED;
}

void aet_warn(const struct voice *v, struct text message, const char *value)
{
    struct diag_arg arg = { "valeur", aet_span_z(value) };
    struct buf line = { 0 };

    aet_buf_str(&line, "aet-");
    aet_buf_str(&line, v->tool);
    aet_buf_str(&line, ": ");
    aet_buf_str(&line, aet_gravity_name(AVERTISSEMENT, v->lang));
    aet_buf_str(&line, ": ");
    aet_message(&line, aet_text(message, v->lang), &arg, 1);
    aet_buf_char(&line, '\n');
    fwrite(line.p, 1, line.n, stderr);
    aet_buf_free(&line);
}
