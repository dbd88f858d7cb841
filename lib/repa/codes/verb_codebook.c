/* `codebook`: without a file, the framework (or one's own codebook) goes out; with one, it is read
 * and becomes a table for --tables, or another form. */
#include <errno.h>

#include "base/os/os.h"
#include "repa/codes/codes.h"
#include "repa/verbs.h"
#include "repa/codes/exports.h"
#include "repa/rules.h"
#include "cli/spool.h"
#include "format/formats.h"

static bool ends_with(const char *s, const char *end)
{
    size_t n = s ? strlen(s) : 0, k = strlen(end);

    return n > k && strcmp(s + n - k, end) == 0;
}

static const char *form_of(const struct session *s)
{
    const char *form = s->command.values[REPA_OPT_FORME], *to = s->writing.path;

    if (form)
        return form;
    if (ends_with(to, ".qdc"))
        return "qdc";
    if (s->command.operands_n && !s->writing.excel)
        return "tables";
    if (s->writing.excel)
        return "taguette";
    return ends_with(to, ".csv") ? "taguette" : "qdc";
}

/* Whether -t and --excel mean something to the form. False: complained. */
static bool form_fits(struct session *s, const char *form)
{
    const char *to = s->command.values[OPT_TO];
    const struct format *f = aet_format_named(aet_writing_format(&s->writing));

    if (f && f->typed)
        to = f->name; /* by its suffix, too */
    if (to && (strcmp(form, "qdc") == 0 || strcmp(to, "csv") != 0)) {
        aet_voice_usage(&s->voice, &aet_repa_rule[REP_CODEBOOK_FORMAT],
                        AET_WORDS(aet_word("valeur", to)));
        return false;
    }
    if (s->writing.excel && strcmp(form, "taguette") != 0) {
        aet_voice_usage(&s->voice, &aet_repa_rule[REP_CODEBOOK_EXCEL],
                        AET_WORDS(aet_word("valeur", form)));
        return false;
    }
    return true;
}

/* A table for --tables goes into a folder under its own name. False: complained. */
static bool name_table(struct session *s)
{
    const char *folder = s->writing.path;
    struct buf path = { 0 };

    if (!aet_os_make_folder(folder) && errno != EEXIST) {
        aet_voice_system(&s->voice, folder, errno);
        return false;
    }
    aet_buf_str(&path, folder);
    aet_buf_str(&path, aet_writing_into_folder(&s->writing) ? "codes.csv" : "/codes.csv");
    s->writing.path = aet_arena_copy(&s->arena, aet_buf_view(&path)).p; /* ended by a NUL */
    aet_buf_free(&path);
    return true;
}

/* The second step, for whoever took the first one so. */
static void say_table(const struct session *s)
{
    const char *folder = s->command.values[OPT_OUTPUT];

    if (s->writing.path != folder)
        aet_voice_note(
            &s->voice, &aet_repa_rule[REP_CODEBOOK_DOSSIER],
            AET_WORDS(aet_word("fichier", s->writing.path), aet_word("dossier", folder)));
}

static void put_qdc(const struct codebook *b, struct buf *out)
{
    struct buf origin = { 0 };

    aet_buf_str(&origin, "aet-repa ");
    aet_buf_str(&origin, aet_version);
    aet_refi_codebook_qdc(b, aet_buf_z(&origin), out);
    aet_buf_free(&origin);
}

static void put_table(const struct session *s, const struct codebook *b, struct buf *out)
{
    size_t empty = aet_refi_codebook_sets_empty(b);

    aet_refi_codebook_table(b, out);
    if (empty)
        aet_voice_note(&s->voice, &aet_repa_rule[REP_CODEBOOK_ENSEMBLES],
                       AET_WORDS(aet_word_uint("nombre", empty)));
}

static enum status write_codebook(struct session *s, const struct codebook *b, const char *form)
{
    struct buf out = { 0 };

    if ((strcmp(form, "tables") == 0 && aet_writing_folder(&s->writing) && !name_table(s)) ||
        !aet_writing_open(&s->writing, &s->voice))
        return STATUS_FAILED;
    if (strcmp(form, "qdc") == 0)
        put_qdc(b, &out);
    else if (strcmp(form, "taguette") == 0)
        aet_refi_codebook_taguette(b,
                                   (struct sheet_form){ .delimiter = s->writing.excel ? ';' : ',',
                                                        .excel = s->writing.excel },
                                   &out);
    else
        put_table(s, b, &out);
    aet_writing_put(&s->writing, aet_buf_view(&out));
    aet_buf_free(&out);
    say_table(s);
    return STATUS_CLEAN;
}

static bool one_file(struct session *s)
{
    if (s->command.operands_n < 2)
        return true;
    aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_ONE_FILE],
                    AET_WORDS(aet_word("valeur", s->command.operands[1])));
    return false;
}

/* The codes of the one file given. */
static bool read_codes(struct codebook *b, struct codebook *framework, struct session *s)
{
    struct export e = { .decoder = NULL };
    const char *file = s->command.operands[0];
    struct spool spool;
    bool ok = one_file(s) && aet_spool_inputs(&spool, s) &&
              aet_repa_export_open(&e, s, file, true) && aet_spool_rewind(&spool, s) &&
              aet_repa_codes_read(b, s, aet_buf_view(&e.text), file) &&
              aet_repa_codes_recall(b, framework, s);

    aet_repa_export_close(&e);
    return ok;
}

enum status aet_repa_codebook(struct session *s)
{
    const char *form = form_of(s);
    struct codebook b = { .n = 0 }, framework = { .n = 0 };
    enum status st = STATUS_FAILED;

    if (!form_fits(s, form))
        return STATUS_FAILED;
    if (s->command.operands_n ? read_codes(&b, &framework, s) : aet_repa_codes_framework(&b, s))
        st = write_codebook(s, &b, form);
    aet_refi_codebook_free(&b);
    aet_refi_codebook_free(&framework);
    return st;
}
