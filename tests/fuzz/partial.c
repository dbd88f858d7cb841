/* The rows of a part of a sum, of one tool or another, under a digest that is right: what somebody
 * made by hand is taken whole or not at all, and what is taken is written again as itself, alone
 * and added to nothing. */
#include "format/json_text.h"
#include "partial_sums.h"
#include "target.h"

struct session session_of(const struct tool *tool)
{
    struct session s = { .command.tool = tool, .voice = { .tool = tool->name, .verb = "bilan" } };

    s.tables = aet_tables_new(tool->name, NULL);
    s.date = (struct date){ 2026, 3, 31 };
    return s;
}

enum { TRIALS = 3 };

static struct trial *trials(void)
{
    static struct trial t[TRIALS];

    if (!t[0].kind) {
        aet_json_init();
        begin_perennite(&t[0]);
        begin_publics(&t[1]);
        begin_repa(&t[2]);
    }
    return t;
}

static void put(void *to, struct span text)
{
    aet_buf_span(to, text);
}

static void write(const struct trial *t, void *sum, struct buf *out)
{
    struct partial p;

    aet_partial_begin(&p, put, out, AET_LIT("{\"lus\":1}"));
    t->kind->carry(sum, &p);
    aet_partial_end(&p);
}

/* The rows of an input between a head and a last line that is right. */
static void frame(struct span rows, struct buf *out)
{
    struct partial p;

    aet_partial_begin(&p, put, out, AET_LIT("{\"lus\":1}"));
    while (rows.n) {
        const char *end = memchr(rows.p, '\n', rows.n);
        size_t n = end ? (size_t)(end - rows.p) : rows.n;

        aet_buf_clear(&p.line);
        aet_buf_span(&p.line, aet_span(rows.p, n));
        aet_frame_put(&p);
        rows = aet_span_from(rows, end ? n + 1 : n);
    }
    aet_partial_end(&p);
}

/* Whether the text is one that the sum takes. */
static bool read(const struct trial *t, void *sum, struct span text)
{
    struct partial p;
    json_t *head;
    bool whole;

    MUST(aet_partial_open(&p, text, &head) == PARTIAL_OK);
    t->kind->like(sum, t->empty);
    t->kind->carry(sum, &p);
    whole = aet_partial_whole(&p);
    aet_partial_free(&p);
    json_decref(head);
    return whole;
}

/* What was taken is written again as itself, and so is what was added to nothing. */
static void same_again(const struct trial *t, void *sum)
{
    void *again = aet_calloc(1, t->kind->size), *all = aet_calloc(1, t->kind->size);
    struct buf first = { 0 }, second = { 0 }, third = { 0 };

    write(t, sum, &first);
    MUST(read(t, again, aet_buf_view(&first)));
    write(t, again, &second);
    MUST(aet_span_eq(aet_buf_view(&first), aet_buf_view(&second)));
    t->kind->like(all, t->empty);
    t->kind->merge(all, again);
    write(t, all, &third);
    t->kind->free(all);
    t->kind->free(again);
    aet_free(all);
    aet_free(again);
    aet_buf_free(&first);
    aet_buf_free(&second);
    aet_buf_free(&third);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span in = aet_span((const char *)data, size);
    const struct trial *t = &trials()[take_choice(&in, TRIALS)];
    void *sum = aet_calloc(1, t->kind->size);
    struct buf text = { 0 };

    frame(in, &text);
    if (read(t, sum, aet_buf_view(&text)))
        same_again(t, sum);
    t->kind->free(sum);
    aet_free(sum);
    aet_buf_free(&text);
    return 0;
}
