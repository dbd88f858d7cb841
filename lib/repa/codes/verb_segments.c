/* `segments`: the codings of REFI-QDA projects (.qde, .qdpx) as segment records. */
#include <sys/stat.h>

#include <errno.h>

#include "format/formats.h"
#include "refi/project.h"
#include "repa/codes/exports.h"
#include "repa/codes/project.h"
#include "repa/records.h"
#include "repa/rules.h"
#include "repa/verbs.h"
#include "privacy/hiding.h"
#include "flow/records.h"

/* The way out. */
struct sortie {
    struct session *s;
    struct project *p;
    struct pseudonyms *names;
    bool learns; /* the names, before anything is put */
    struct derived *to;
    struct buf cell;
    size_t written;
};

/* Whether a field holds names and nothing else. */
static bool is_name(const struct sortie *o, int field)
{
    struct span name = aet_span_z(aet_repa_schema_segments.fields[field].name);

    return o->names && aet_is_identity(aet_hiding_identities(o->s->hiding),
                                       &aet_repa_schema_segments, field, name, name);
}

static void put_cell(struct sortie *o, int field, struct span text)
{
    if (o->learns) {
        if (is_name(o, field))
            aet_pseudonym_learn(o->names, aet_repa_schema_segments.fields[field].name, text);
        return;
    }
    aet_buf_clear(&o->cell);
    if (text.n && is_name(o, field))
        aet_buf_span(&o->cell,
                     aet_pseudonym(o->names, aet_repa_schema_segments.fields[field].name, text));
    else if (o->names && field != SEG_CODE)
        aet_pseudonym_text(o->names, text, &o->cell);
    else
        aet_buf_span(&o->cell, text);
    if (field >= SEG_DEBUT && field <= SEG_LONGUEUR) /* positions, a length */
        aet_derive_digits(o->to, (size_t)field, aet_buf_view(&o->cell));
    else
        aet_derive_text(o->to, (size_t)field, aet_buf_view(&o->cell));
}

static void put_number(struct sortie *o, int field, int64_t v)
{
    struct buf text = { 0 };

    if (v >= 0)
        aet_buf_int(&text, v);
    put_cell(o, field, aet_buf_view(&text));
    aet_buf_free(&text);
}

static struct span coder(const struct project *p, const struct coding *c)
{
    const struct named *user = aet_refi_directory_find(&p->users, c->codeur);

    return user ? user->name : c->codeur;
}

static struct span code(const struct project *p, const struct coding *c)
{
    const struct named *found = aet_refi_directory_find(&p->codes, c->code);

    return found ? found->name : AET_LIT("");
}

static void put_coding(struct sortie *o, const struct coding *c)
{
    put_cell(o, SEG_RECIT, c->recit);
    put_cell(o, SEG_SEGMENT, c->segment);
    put_cell(o, SEG_CODEUR, coder(o->p, c));
    put_cell(o, SEG_CODE, code(o->p, c));
    put_cell(o, SEG_TEXTE, c->texte);
    put_number(o, SEG_DEBUT, c->debut);
    put_number(o, SEG_FIN, c->fin);
    put_number(o, SEG_LONGUEUR, c->longueur);
    put_cell(o, SEG_MEMO, c->memo);
    aet_derive_end(o->to);
    o->written++;
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

        put_cell(o, SEG_RECIT, c->recit);
        put_cell(o, SEG_SEGMENT, c->segment);
        put_cell(o, SEG_CODEUR, coder(p, c));
        put_cell(o, SEG_CODE, code(p, c));
        put_cell(o, SEG_TEXTE, c->texte);
        put_cell(o, SEG_MEMO, c->memo);
    }
    o->learns = false;
    return aet_hiding_learnt(o->s->hiding, &aet_repa_schema_segments);
}

static void make_all(void *of, const struct facts *none, struct derived *to)
{
    struct sortie *o = of;

    (void)none; /* codings come from the project */
    o->to = to;
    for (size_t i = 0; i < o->p->n; i++) {
        const struct coding *c = &o->p->codings[i];
        uint64_t doubts = aet_pseudonyms_doubts(o->names);
        struct diag_place where = { .file = c->file, .line = c->line };

        put_coding(o, c);
        doubts = aet_pseudonyms_doubts(o->names) - doubts;
        if (doubts)
            aet_hiding_doubt(o->s->hiding, doubts, &where);
    }
}

static enum status finish(struct session *s, struct project *p)
{
    struct sortie o = { .s = s, .p = p, .names = aet_hiding_names(s->hiding) };
    struct sink sink = AET_DERIVE(make_all, &o, &aet_repa_schema_segments);
    struct totals t = { 0 };
    enum status st = learn_all(p, &o) ? aet_run_made(s, &sink) : STATUS_FAILED;

    if (st != STATUS_FAILED) {
        t.passed = o.written;
        t.rejected = t.errors = p->errors;
        t.read = t.passed + t.rejected;
        t.warnings = p->warnings;
        aet_summary(&s->voice, &t, false);
        st = p->errors || (p->warnings && s->strict) ? STATUS_DATA : STATUS_CLEAN;
        if (!aet_hiding_close(s->hiding))
            st = STATUS_FAILED;
    }
    aet_buf_free(&o.cell);
    return st;
}

/* A project again: the same people, codes, texts and codings, those of several files in one. */
static bool writes_project(const struct session *s)
{
    const char *format = aet_writing_format(&s->writing);

    return format && (strcmp(format, "qde") == 0 || strcmp(format, "qdpx") == 0);
}

/* Codings are for a spreadsheet where nothing says otherwise. False: complained. */
static bool choose_format(struct session *s)
{
    const char *format = aet_writing_format(&s->writing);

    if (!format)
        s->writing.to = "csv";
    if (!format || aet_format_named(format))
        return true;
    if (writes_project(s))
        return aet_repa_project_can(s);
    aet_voice_usage(&s->voice, &aet_repa_rule[REP_SEGMENTS_FORMAT],
                    AET_WORDS(aet_word("valeur", format)));
    return false;
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
    aet_voice_system(&s->voice, folder, found ? ENOTDIR : errno);
    return false;
}

/* One file of the project, or the project whole. */
static bool read_one(struct session *s, struct project *p, struct project_books *book,
                     const char *file)
{
    struct flood flood = { 0 };
    const struct refi q = { &s->voice, &aet_repa_refi_rules, &flood };
    struct export e = { .decoder = NULL };
    bool ok = aet_repa_export_open(&e, s, file, false);

    e.shelf.folder = s->command.values[REPA_OPT_SOURCES];
    ok = ok && aet_refi_project_read(p, &q, aet_buf_view(&e.text), file, &e.shelf) &&
         (!book || aet_repa_project_book(book, &q, aet_buf_view(&e.text), file));
    aet_repa_export_close(&e);
    aet_refi_end(&q, file);
    return ok;
}

/* What several files say together is said of the first. */
static void unite(struct session *s, struct project *p, const char *file)
{
    struct flood flood = { 0 };
    const struct refi q = { &s->voice, &aet_repa_refi_rules, &flood };

    aet_refi_project_close(p, &q, file);
    aet_refi_end(&q, file);
    if (p->common)
        aet_voice_note(&s->voice, &aet_repa_rule[REP_CODAGES_COMMUNS],
                       AET_WORDS(aet_word_uint("nombre", p->common)));
}

static bool read_projects(struct session *s, struct project *p, struct project_books *book)
{
    const char *const one[] = { "-" };
    const char *const *files = s->command.operands_n ? s->command.operands : one;
    size_t n = s->command.operands_n ? s->command.operands_n : 1;

    for (size_t i = 0; i < n; i++)
        if (!read_one(s, p, book, files[i]))
            return false;
    unite(s, p, files[0]);
    return true;
}

enum status aet_repa_segments(struct session *s)
{
    const char *names = s->command.values[OPT_PSEUDONYMES];
    bool whole = writes_project(s);
    struct project p = { .keeps_texts = whole };
    struct project_books books = { .n = 0 };
    enum status st = STATUS_FAILED;

    if (choose_format(s) && folder_there(s, s->command.values[REPA_OPT_SOURCES]) &&
        aet_hiding_open(&s->hiding, &s->voice, &s->reading, NULL, names,
                        s->command.values[OPT_IDENTITES]) &&
        read_projects(s, &p, whole ? &books : NULL))
        st = whole ? aet_repa_project_write(s, &p, &books) : finish(s, &p);
    aet_refi_project_free(&p);
    aet_repa_project_books_free(&books);
    return st;
}
