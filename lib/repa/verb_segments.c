/* `segments`: the codings of a REFI-QDA project (.qde) as segment records. */
#include <sys/stat.h>

#include <errno.h>

#include "io/csv_row.h"
#include "io/json.h"
#include "record/sheet.h"
#include "refi/project.h"
#include "repa/exports.h"
#include "repa/records.h"
#include "repa/rules.h"
#include "repa/verbs.h"
#include "privacy/hiding.h"
#include "flow/records.h"

/* The way out: a row of cells, or an object. */
struct sortie {
    struct session *s;
    const char *format;
    struct sheet_form form;
    struct pseudonyms *names;
    bool learns; /* the names, before anything is put */
    struct buf out, cell;
    size_t written;
};

/* Whether a field holds names and nothing else. */
static bool is_name(const struct sortie *o, int field)
{
    struct span name = aet_span_z(aet_segments.fields[field].name);

    return o->names &&
           aet_is_identity(aet_hiding_identities(o->s->hiding), &aet_segments, field, name, name);
}

static void put_cell(struct sortie *o, int field, struct span text)
{
    bool csv = strcmp(o->format, "csv") == 0;

    if (o->learns) {
        if (is_name(o, field))
            aet_pseudonym_learn(o->names, aet_segments.fields[field].name, text);
        return;
    }
    aet_buf_clear(&o->cell);
    if (text.n && is_name(o, field))
        aet_buf_span(&o->cell, aet_pseudonym(o->names, aet_segments.fields[field].name, text));
    else if (o->names && field != SEG_CODE)
        aet_pseudonym_text(o->names, text, &o->cell);
    else
        aet_buf_span(&o->cell, text);
    if (csv) {
        if (field)
            aet_buf_char(&o->out, o->form.delimiter);
        aet_sheet_guarded(&o->out, aet_buf_view(&o->cell), false, o->form);
        return;
    }
    aet_buf_char(&o->out, field ? ',' : '{');
    aet_json_string(&o->out, aet_span_z(aet_segments.fields[field].name));
    aet_buf_char(&o->out, ':');
    if (field >= SEG_DEBUT && o->cell.n) /* positions, a length */
        aet_buf_span(&o->out, aet_buf_view(&o->cell));
    else if (o->cell.n)
        aet_json_string(&o->out, aet_buf_view(&o->cell));
    else
        aet_buf_str(&o->out, "null");
}

static void put_number(struct sortie *o, int field, int64_t v)
{
    struct buf text = { 0 };

    if (v >= 0)
        aet_buf_int(&text, v);
    put_cell(o, field, aet_buf_view(&text));
    aet_buf_free(&text);
}

static void put_coding(struct sortie *o, const struct coding *c, struct span codeur,
                       struct span code)
{
    bool csv = strcmp(o->format, "csv") == 0;

    if (strcmp(o->format, "json") == 0)
        aet_buf_str(&o->out, o->written ? ",\n" : "[\n");
    put_cell(o, SEG_RECIT, c->recit);
    put_cell(o, SEG_SEGMENT, c->segment);
    put_cell(o, SEG_CODEUR, codeur);
    put_cell(o, SEG_CODE, code);
    put_cell(o, SEG_TEXTE, c->texte);
    put_number(o, SEG_DEBUT, c->debut);
    put_number(o, SEG_FIN, c->fin);
    put_number(o, SEG_LONGUEUR, c->longueur);
    aet_buf_str(&o->out, csv ? (o->form.excel ? "\r\n" : "\n") : "}");
    if (strcmp(o->format, "ndjson") == 0)
        aet_buf_char(&o->out, '\n');
    o->written++;
}

static void heading(struct sortie *o)
{
    if (strcmp(o->format, "csv") != 0)
        return;
    aet_buf_str(&o->out, o->form.excel ? "\xEF\xBB\xBF" : "");
    for (size_t i = 0; i < SEG_COUNT; i++) {
        if (i)
            aet_buf_char(&o->out, o->form.delimiter);
        aet_buf_str(&o->out, aet_segments.fields[i].name);
    }
    aet_buf_str(&o->out, o->form.excel ? "\r\n" : "\n");
}

/* A coding whose code the project does not have. */
static void without_code(const struct refi *q, const char *file, const struct coding *c)
{
    struct refi_place at = { file, c->line, c->column };
    char *text = aet_span_dup(c->code);

    aet_refi_say(q, &aet_rules_rep[REP_XML_CODE], &at, text, NULL);
    aet_free(text);
}

/* The names of everybody, before any text is written. False: complained. */
static bool learn_all(const struct project *p, struct sortie *o)
{
    if (!o->names)
        return true;
    o->learns = true;
    for (size_t i = 0; i < p->users.n; i++)
        put_cell(o, SEG_CODEUR, p->users.items[i].name);
    for (size_t i = 0; i < p->n; i++) {
        const struct coding *c = &p->codings[i];
        const struct named *user = aet_refi_directory_find(&p->users, c->codeur);
        const struct named *code = aet_refi_directory_find(&p->codes, c->code);

        put_cell(o, SEG_RECIT, c->recit);
        put_cell(o, SEG_SEGMENT, c->segment);
        put_cell(o, SEG_CODEUR, user ? user->name : c->codeur);
        put_cell(o, SEG_CODE, code ? code->name : AET_LIT(""));
        put_cell(o, SEG_TEXTE, c->texte);
    }
    o->learns = false;
    return aet_hiding_learnt(o->s->hiding, &aet_segments);
}

static void write_all(struct project *p, struct sortie *o, const char *file)
{
    heading(o);
    for (size_t i = 0; i < p->n; i++) {
        const struct coding *c = &p->codings[i];
        const struct named *user = aet_refi_directory_find(&p->users, c->codeur);
        const struct named *code = aet_refi_directory_find(&p->codes, c->code);

        if (code) {
            put_coding(o, c, user ? user->name : c->codeur, code->name);
        } else {
            without_code(&(struct refi){ &o->s->voice, &aet_repa_refi_rules }, file, c);
            p->errors++;
        }
    }
    if (strcmp(o->format, "json") == 0)
        aet_buf_str(&o->out, o->written ? "\n]\n" : "[]\n");
}

static enum status finish(struct session *s, struct project *p, const char *format,
                          const char *file)
{
    struct sortie o = { .s = s,
                        .format = format,
                        .form = { s->writing.excel ? ';' : ',', s->writing.excel },
                        .names = aet_hiding_names(s->hiding) };
    struct totals t = { 0 };
    enum status st = STATUS_FAILED;

    if (learn_all(p, &o) && aet_writing_open(&s->writing, &s->voice)) {
        write_all(p, &o, file);
        aet_writing_put(&s->writing, aet_buf_view(&o.out));
        t.passed = o.written;
        t.rejected = t.errors = p->errors;
        t.read = t.passed + t.rejected;
        t.warnings = p->warnings;
        st = aet_writing_close(&s->writing, &s->voice,
                               p->errors || (p->warnings && s->strict) ? STATUS_DATA
                                                                       : STATUS_CLEAN);
        if (st != STATUS_FAILED)
            aet_summary(&s->voice, &t, false);
        if (st != STATUS_FAILED && !aet_hiding_close(s->hiding))
            st = STATUS_FAILED;
    }
    aet_buf_free(&o.out);
    aet_buf_free(&o.cell);
    return st;
}

/* The format written, or NULL: complained. */
static const char *format_of(struct session *s)
{
    static const struct text how = { "segments : csv, json ou ndjson, et non « {valeur} »",
                                     "segments: csv, json or ndjson, not “{valeur}”" };
    const char *format = aet_writing_format(&s->writing);

    if (!format)
        return "csv";
    if (strcmp(format, "csv") == 0 || strcmp(format, "json") == 0 || strcmp(format, "ndjson") == 0)
        return format;
    aet_complain_usage(&s->voice, how, format, "");
    return NULL;
}

/* Whether the folder of --sources is one. False: complained. */
static bool folder_there(struct session *s, const char *folder)
{
    struct stat st;
    bool found;

    if (!folder)
        return true;
    found = stat(folder, &st) == 0;
    if (found && S_ISDIR(st.st_mode))
        return true;
    aet_complain_system(&s->voice, folder, found ? ENOTDIR : errno);
    return false;
}

enum status aet_repa_segments(struct session *s)
{
    static const size_t codeur = SEG_CODEUR;
    const char *names = s->command.values[REPA_OPT_PSEUDONYMES], *format = format_of(s);
    const char *file = s->command.operands_n ? s->command.operands[0] : "-",
               *folder = s->command.values[REPA_OPT_SOURCES];
    const struct refi q = { &s->voice, &aet_repa_refi_rules };
    struct project p = { .n = 0 };
    struct buf text = { 0 };
    enum status st = STATUS_FAILED;

    if (format && folder_there(s, folder) && aet_repa_slurp(s, &text) &&
        aet_hiding_open(&s->hiding, &s->voice, &s->reading, NULL, names,
                        s->command.values[REPA_OPT_IDENTITES]) &&
        aet_refi_project_read(&p, &q, aet_buf_view(&text), file, folder)) {
        aet_hiding_identify(s->hiding, &codeur, 1);
        st = finish(s, &p, format, file);
    }
    aet_buf_free(&text);
    aet_refi_project_free(&p);
    return st;
}
