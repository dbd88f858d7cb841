/* REFI-QDA: a codebook or a project that somebody's program exported; the project and the text of
 * its one source in an archive made around them; or the bytes of an archive as they are. A codebook
 * that is read, written and read again is the same one; a project gives segments, a project or a
 * refusal. Built without expat, all are refused. */
#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include "format/json_text.h"
#include "repa/codes/codes.h"
#include "repa/rules.h"
#include "repa/verbs.h"
#include "pack.h"
#include "target.h"

static const char *const forms[] = { "csv", "ndjson", "json", "csv", "csv", "qde", "qdpx" };

static struct session *the_session(void)
{
    static const struct verb verb = { .name = "segments" };
    static const struct tool tool = { .name = "repa", .rules = &aet_repa_catalogue };
    static struct session s = { .command.tool = &tool,
                                .voice = { .tool = "repa", .verb = "segments" } };

    if (!s.tables) {
        aet_json_init();
        MUST(sodium_init() >= 0);
        s.tables = aet_tables_new("repa", NULL);
        s.date = (struct date){ 2026, 3, 31 };
        s.writing.path = "/dev/null";
        s.command.verb = &verb;
        s.voice.quiet = true;
    }
    return &s;
}

static void same_text(struct span a, struct span b)
{
    MUST(aet_span_eq(a, b));
}

/* Codes as they were, in their places; those of a table have ids of their own, and its GUIDs may be
 * any. */
static void same_codes(const struct codebook *a, const struct codebook *b, bool table)
{
    MUST(a->n == b->n);
    for (size_t i = 0; i < a->n; i++) {
        const struct code *x = &a->codes[i], *y = &b->codes[i];

        if (!table) {
            same_text(x->guid, y->guid);
            same_text(x->id, y->id);
        }
        MUST(x->parent == y->parent && x->groups == y->groups);
        MUST(x->parent < (int32_t)i && x->parent >= NO_PARENT);
    }
}

static void read_codebook(struct session *s, struct span text)
{
    struct codebook first = { .n = 0 }, again = { .n = 0 };
    struct buf out = { 0 };

    MUST(dup2(input_file(text), STDIN_FILENO) == STDIN_FILENO); /* a list is read from there */
    if (aet_repa_codes_read(&first, s, text, "-")) {
        aet_refi_codebook_table(&first, &out);
        aet_buf_clear(&out);
        aet_refi_codebook_taguette(&first, (struct sheet_form){ .delimiter = ',' }, &out);
        aet_buf_clear(&out);
        aet_refi_codebook_qdc(&first, "aet", &out);
        MUST(aet_repa_codes_read(&again, s, aet_buf_view(&out), "-"));
        same_codes(&first, &again, !aet_span_starts(aet_span_trim(text), AET_LIT("<")));
    }
    aet_refi_codebook_free(&first);
    aet_refi_codebook_free(&again);
    aet_buf_free(&out);
}

/* The verb reads standard input. */
static void read_project(struct session *s, struct span text)
{
    enum status st;

    MUST(dup2(input_file(text), STDIN_FILENO) == STDIN_FILENO);
    st = aet_writing_close(&s->writing, &s->voice, aet_repa_segments(s));
    MUST(st == STATUS_CLEAN || st == STATUS_DATA || st == STATUS_FAILED);
}

static void read_packed(struct session *s, struct span in)
{
    size_t half = aet_span_find(in, AET_LIT("\n--\n"));
    const struct packed members[] = {
        { "project.qde", aet_span(in.p, half) },
        { "sources/T.TXT", aet_span_from(in, half < in.n ? half + 4 : in.n) },
    };
    struct buf archive = { 0 };

    pack_members(members, sizeof members / sizeof *members, &archive);
    read_project(s, aet_buf_view(&archive));
    aet_buf_free(&archive);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span in = aet_span((const char *)data, size);
    struct session *s = the_session();
    size_t choice = take_choice(&in, 8);

    s->writing.to = choice ? forms[choice - 1] : NULL;
    if (choice == 4)
        read_packed(s, in);
    else if (choice)
        read_project(s, in);
    else
        read_codebook(s, in);
    return 0;
}
