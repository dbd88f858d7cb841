/* Projects written again. */
#include "repa/codes/project.h"

#include <errno.h>

#include "base/os/os.h"
#include "flow/records.h"
#include "io/pack.h"
#include "privacy/hiding.h"
#include "refi/project_write.h"
#include "repa/codes/exports.h"
#include "repa/rules.h"
#include "repa/verbs.h"

bool aet_repa_project_can(const struct session *s)
{
    const char *format = aet_writing_format(&s->writing);

    if (s->command.values[OPT_PSEUDONYMES]) {
        aet_voice_usage(&s->voice, &aet_repa_rule[REP_PROJET_NOMS],
                        AET_WORDS(aet_word("valeur", format)));
        return false;
    }
#ifndef AET_WORKBOOKS
    if (strcmp(format, "qdpx") == 0) {
        aet_voice_usage(&s->voice, &aet_repa_rule[REP_PROJET_SANS_MINIZIP], NULL);
        return false;
    }
#endif
    return true;
}

bool aet_repa_project_book(struct project_books *b, const struct refi *q, struct span text,
                           const char *file)
{
    struct refi_rules quiet = *q->rules;
    const struct refi once = { q->voice, &quiet, q->flood };

    quiet.twice = NULL; /* said already */
    b->items = aet_grow(b->items, &b->cap, b->n, sizeof *b->items);
    b->items[b->n] = (struct codebook){ .n = 0 };
    return aet_refi_codebook_read(&b->items[b->n++], &once, text, file);
}

/* Whether the folder of --sources is one. False: complained. */
static bool folder_there(struct session *s, const char *folder)
{
    struct os_file f;
    bool found;

    if (!folder)
        return true;
    found = aet_os_look(folder, &f);
    if (found && f.kind == OS_FOLDER)
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

bool aet_repa_projects_read(struct session *s, struct project *p, struct project_books *book)
{
    const char *const one[] = { "-" };
    const char *const *files = s->command.operands_n ? s->command.operands : one;
    size_t n = s->command.operands_n ? s->command.operands_n : 1;

    if (!folder_there(s, s->command.values[REPA_OPT_SOURCES]))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!read_one(s, p, book, files[i]))
            return false;
    unite(s, p, files[0]);
    return true;
}

void aet_repa_project_books_free(struct project_books *b)
{
    for (size_t i = 0; i < b->n; i++)
        aet_refi_codebook_free(&b->items[i]);
    aet_free(b->items);
}

#ifdef AET_WORKBOOKS

static void put_member(void *to, const char *name, struct span text)
{
    aet_pack_add(to, name, text);
}

static size_t make_archive(const struct project *p, struct codebook *b, const char *origin,
                           struct buf *out)
{
    struct pack *pack = aet_pack_new(out);
    const struct project_texts texts = { put_member, pack };
    struct buf xml = { 0 };
    size_t left = aet_refi_project_write(p, b, origin, &texts, &xml);

    aet_pack_add(pack, "project.qde", aet_buf_view(&xml));
    aet_pack_end(pack);
    aet_buf_free(&xml);
    return left;
}

#else

static size_t make_archive(const struct project *p, struct codebook *b, const char *origin,
                           struct buf *out)
{
    return aet_refi_project_write(p, b, origin, NULL, out);
}

#endif

static void sum_up(const struct session *s, const struct project *p, size_t left)
{
    struct totals t = { .passed = p->n - left,
                        .rejected = p->errors,
                        .errors = p->errors,
                        .warnings = p->warnings + (left > 0) };

    t.read = t.passed + t.rejected;
    if (left)
        aet_voice_say(&s->voice, &aet_repa_rule[REP_PROJET_TEXTES],
                      AET_WORDS(aet_word_uint("nombre", left)));
    aet_summary(&s->voice, &t, false);
}

enum status aet_repa_project_write(struct session *s, const struct project *p,
                                   struct project_books *b)
{
    struct buf out = { 0 }, origin = { 0 };
    const char *format = aet_writing_format(&s->writing);
    struct codebook *book = &b->items[0];
    enum status st = STATUS_FAILED;
    size_t left;

    for (size_t i = 1; i < b->n; i++)
        aet_refi_codebook_join(book, &b->items[i]);
    aet_buf_str(&origin, "aet-repa ");
    aet_buf_str(&origin, aet_version);
    left = strcmp(format, "qdpx") == 0
               ? make_archive(p, book, aet_buf_z(&origin), &out)
               : aet_refi_project_write(p, book, aet_buf_z(&origin), NULL, &out);
    if (aet_writing_open(&s->writing, &s->voice)) {
        aet_writing_put(&s->writing, aet_buf_view(&out));
        sum_up(s, p, left);
        st = p->errors || ((p->warnings || left) && s->strict) ? STATUS_DATA : STATUS_CLEAN;
    }
    aet_buf_free(&out);
    aet_buf_free(&origin);
    return st;
}

enum status aet_repa_project_sum_up(struct session *s, const struct project *p, uint64_t written)
{
    struct totals t = {
        .passed = written, .rejected = p->errors, .errors = p->errors, .warnings = p->warnings
    };

    t.read = t.passed + t.rejected;
    aet_summary(&s->voice, &t, false);
    if (!aet_hiding_close(s->hiding))
        return STATUS_FAILED;
    return p->errors || (p->warnings && s->strict) ? STATUS_DATA : STATUS_CLEAN;
}
