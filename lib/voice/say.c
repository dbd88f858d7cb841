/* Putting words to a row of a catalogue, and sending the line out. */
#include "voice/say.h"

#include <errno.h>
#include <stdio.h>

#include "io/encoding.h"

static void say(const struct voice *v, const struct line *line)
{
    const struct span *file = aet_arg_find(line->args, line->n, "fichier");
    char *name = file ? aet_span_dup(*file) : NULL;
    struct diag_place where = { .file = name };
    struct buf text = { 0 }, tool = { 0 };

    if (v->json) {
        aet_line_json(&text, line, &where, v->lang);
    } else {
        aet_buf_str(&tool, "aet-");
        aet_buf_str(&tool, v->tool);
        where.file = aet_buf_z(&tool);
        aet_line_text(&text, line, &where, v->lang, false);
    }
    aet_door_write(aet_buf_view(&text));
    aet_buf_free(&text);
    aet_buf_free(&tool);
    aet_free(name);
}

void aet_voice_say(const struct voice *v, const struct rule *rule, const struct word *words)
{
    struct diag_arg args[WORDS_MAX];
    struct line line = { .rule = rule, .args = args };

    line.n = aet_words_args(words, args);
    say(v, &line);
}

enum status aet_voice_usage(const struct voice *v, const struct rule *rule,
                            const struct word *words)
{
    struct diag_arg tool = { "outil", aet_span_z(v->tool) };
    struct buf text = { 0 };

    aet_voice_say(v, rule, words);
    if (!v->json) {
        aet_message(&text, aet_phrases[PHRASE_HELP], v->lang, &tool, 1);
        aet_buf_char(&text, '\n');
        aet_door_write(aet_buf_view(&text));
        aet_buf_free(&text);
    }
    return STATUS_FAILED;
}

enum status aet_voice_system(const struct voice *v, const char *file, int error)
{
    const char *reason = aet_phrase_errno(error, v->lang);
    int rule = error == ETXTBSY ? SYS_BUSY : reason ? SYS_FILE : SYS_FILE_NUMBER;

    if (strcmp(file, "-") == 0)
        file = aet_phrase(PHRASE_STDIN, v->lang);
    aet_voice_say(v, &aet_rules_sys[rule],
                  AET_WORDS(aet_word("fichier", file), aet_word("raison", reason),
                            aet_word_int("numero", error)));
    return STATUS_FAILED;
}

static void note_text(const struct voice *v, const struct rule *rule, const struct word *words)
{
    struct diag_arg run[] = { { "outil", aet_span_z(v->tool) }, { "verbe", aet_span_z(v->verb) } };
    struct diag_arg args[WORDS_MAX];
    size_t n = aet_words_args(words, args);
    struct buf text = { 0 };

    aet_message(&text, aet_phrases[PHRASE_RUN], v->lang, run, 2);
    aet_message(&text, rule->message, v->lang, args, n);
    aet_buf_char(&text, '\n');
    aet_door_write(aet_buf_view(&text));
    aet_buf_free(&text);
}

void aet_voice_note(const struct voice *v, const struct rule *rule, const struct word *words)
{
    if (!v->quiet && v->json)
        aet_voice_say(v, rule, words);
    else if (!v->quiet)
        note_text(v, rule, words);
}

void aet_voice_summary(const struct voice *v, const struct rule *rule, const struct word *words)
{
    struct diag_arg args[WORDS_MAX];
    size_t n = aet_words_args(words, args);
    struct buf text = { 0 };

    if (!v->quiet && !v->json)
        note_text(v, rule, words);
    if (v->quiet || !v->json)
        return;
    for (size_t i = 0; i < n; i++) {
        aet_buf_str(&text, i ? ",\"" : "{\"");
        aet_buf_str(&text, args[i].name);
        aet_buf_str(&text, "\":");
        aet_buf_span(&text, args[i].value);
    }
    aet_buf_str(&text, "}\n");
    aet_door_write(aet_buf_view(&text));
    aet_buf_free(&text);
}

void aet_voice_progress(const struct voice *v, const struct rule *rule, const struct word *words)
{
    struct diag_arg args[WORDS_MAX];
    size_t n = aet_words_args(words, args);
    struct buf text = { 0 };

    if (n)
        aet_message(&text, rule->message, v->lang, args, n);
    aet_door_progress(aet_buf_view(&text));
    aet_buf_free(&text);
}

void aet_say_diag(const struct voice *v, const struct diag *x, const struct diag_place *where)
{
    struct buf text = { 0 };

    aet_voice_diag(v, x, where, &text);
    aet_door_write(aet_buf_view(&text));
    aet_buf_free(&text);
}

void aet_say_input(const struct voice *v, int rule, const struct diag_place *where,
                   const struct diag_arg *args, size_t n)
{
    struct diag x = { .rule = &aet_rules_ent[rule], .n = n };

    for (size_t i = 0; i < n; i++)
        x.args[i] = args[i];
    aet_say_diag(v, &x, where);
}

static int rule_of(enum fault f)
{
    static const int rules[] = {
        [FAULT_PACKED] = ENT_PACKED,
        [FAULT_PACKED_BUILD] = ENT_PACKED_BUILD,
        [FAULT_WORKBOOK] = ENT_WORKBOOK,
        [FAULT_OFFICE] = ENT_OFFICE,
        [FAULT_DOCUMENT] = ENT_DOCUMENT,
        [FAULT_PDF] = ENT_PDF,
        [FAULT_IMAGE] = ENT_IMAGE,
        [FAULT_ARCHIVE] = ENT_ARCHIVE,
        [FAULT_HTML] = ENT_HTML,
        [FAULT_PROJECT] = ENT_PROJECT,
        [FAULT_XML] = ENT_XML,
        [FAULT_BOOK_BUILD] = ENT_BOOK_BUILD,
        [FAULT_BOOK_DAMAGED] = ENT_BOOK_DAMAGED,
        [FAULT_BOOK_PART] = ENT_BOOK_DAMAGED,
        [FAULT_BOOK_LOCKED] = ENT_BOOK_LOCKED,
        [FAULT_BOOK_SIZE] = ENT_BOOK_SIZE,
        [FAULT_BOOK_SHEET] = ENT_BOOK_SHEET,
        [FAULT_BOOK_HIDDEN] = ENT_BOOK_ALL_HIDDEN,
        [FAULT_BOOK_NONE] = ENT_BOOK_NONE,
        [FAULT_TOO_LONG] = ENT_TOO_LONG,
        [FAULT_QUOTE_OPEN] = ENT_QUOTE_OPEN,
        [FAULT_QUOTE_LOST] = ENT_QUOTE_LOST,
        [FAULT_JSON_BETWEEN] = ENT_JSON_BETWEEN,
        [FAULT_JSON_OPEN] = ENT_JSON_OPEN,
        [FAULT_JSON_AFTER] = ENT_JSON_AFTER,
        [FAULT_ONE_COLUMN] = ENT_ONE_COLUMN,
        [FAULT_DELIMITERS] = ENT_DELIMITERS,
        [FAULT_NO_HEADING] = ENT_NO_HEADING,
        [FAULT_HEADING_UNSURE] = ENT_HEADING_UNSURE,
        [FAULT_UTF8] = ENT_UTF8,
        [FAULT_CONVERTED] = ENT_CONVERTED,
        [FAULT_NUL] = ENT_NUL,
    };

    return rules[f];
}

/* " ; plus bas il y en a : essayer --skip 2" */
static struct span skip_hint(const struct voice *v, const struct stop *stop, struct buf *text)
{
    struct word n = aet_word_uint("nombre", stop->other - 1);
    struct diag_arg arg = { "nombre", aet_span_z(n.digits) };

    if (stop->other)
        aet_message(text, aet_phrases[PHRASE_SKIP], v->lang, &arg, 1);
    return aet_buf_view(text);
}

/* Given where a file should be. */
static bool is_address(const char *file)
{
    return strncmp(file, "http://", 7) == 0 || strncmp(file, "https://", 8) == 0;
}

static enum status no_encoding(const struct voice *v, const char *encoding)
{
    struct buf names = { 0 };
    enum status st;

    aet_encoding_list(&names);
    st = aet_voice_usage(
        v, &aet_rules_opt[OPTION_ENCODING],
        AET_WORDS(aet_word("valeur", encoding), aet_word("noms", aet_buf_z(&names))));
    aet_buf_free(&names);
    return st;
}

enum status aet_say_stop(const struct voice *v, const char *encoding, const struct stop *stop)
{
    static const char hex[] = "0123456789ABCDEF";
    unsigned char byte = (unsigned char)stop->byte;
    char octet[] = { hex[byte >> 4], hex[byte & 15] };
    struct buf hint = { 0 };

    if (stop->fault == FAULT_READ && is_address(stop->file))
        return aet_voice_usage(v, &aet_rules_opt[OPTION_ADDRESS],
                               AET_WORDS(aet_word("fichier", stop->file),
                                         aet_word("outil", v->tool), aet_word("verbe", v->verb)));
    if (stop->fault == FAULT_READ)
        return aet_voice_system(v, stop->file, stop->error);
    if (stop->fault == FAULT_CHANGED) {
        aet_voice_say(v, &aet_rules_sys[SYS_CHANGED],
                      AET_WORDS(aet_word("fichier", strcmp(stop->file, "-") == 0
                                                        ? aet_phrase(PHRASE_STDIN, v->lang)
                                                        : stop->file)));
        return STATUS_FAILED;
    }
    if (stop->fault == FAULT_ENCODING_NAME)
        return no_encoding(v, encoding);

    const struct word lines[] = { aet_word_uint("autre", stop->other),
                                  aet_word_uint("saut", stop->line - 1),
                                  aet_word_uint("autre_saut", stop->other - 1) };
    const struct diag_arg args[] = { { "indice", skip_hint(v, stop, &hint) },
                                     { "octet", aet_span(octet, sizeof octet) },
                                     { "autre",
                                       stop->names.n ? stop->names : aet_span_z(lines[0].digits) },
                                     { "saut", aet_span_z(lines[1].digits) },
                                     { "autre_saut", aet_span_z(lines[2].digits) } };
    const struct diag_place where = {
        .file = stop->file, .line = stop->line, .column = stop->column, .sheet = stop->sheet
    };

    aet_say_input(v, rule_of(stop->fault), &where, args, sizeof args / sizeof *args);
    aet_buf_free(&hint);
    return STATUS_FAILED;
}
