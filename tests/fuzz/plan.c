/* A whole file of action plans, JSON or one row an element, through source, tree and rules of
 * aet-plan: every diagnostic has its place. The canonical form of what was read is read again as
 * itself, from JSON and, where a cell can hold it, from rows. Of a document with errors, what is
 * not left out stands: as written, it is a document without an error, and the same. */
#include <unistd.h>

#include "format/csv.h"
#include "format/json.h"
#include "format/ndjson.h"
#include "plan/check.h"
#include "tree/document_without.h"
#include "tree/document_write.h"
#include "tree/extra.h"
#include "tree/leave.h"
#include "record/place.h"
#include "same_json.h"
#include "target.h"

static const struct format *const formats[] = { NULL, &aet_format_csv, &aet_format_ndjson,
                                                &aet_format_json };

enum { DOCUMENTS_MAX = 8 }; /* written again, of each input */

/* A reading of a text. */
struct trial {
    const struct plan_knowledge *k;
    struct document_reader reader;
    struct document document;
    struct arena arena;
    struct diags diags;
    struct buf text;
    /* of the last document: */
    struct buf json, rows, raw; /* raw: as written, under its heading line */
    bool flat;                  /* rows hold it */
    bool clean;                 /* without an error */
    bool stands;                /* or without what the errors are about */
    const struct format *format;
};

static const struct plan_knowledge *knowledge(void)
{
    static const struct tool tool = { .name = "plan" };
    static struct plan_knowledge k;
    static struct session s = { .command.tool = &tool,
                                .voice = { .tool = "plan", .verb = "valider" } };

    if (!s.tables) {
        aet_json_init();
        s.tables = aet_tables_new("plan", NULL);
        s.date = (struct date){ 2026, 3, 31 };
        MUST(aet_plan_knowledge_load(&k, &s, T_RENCONTRES));
    }
    return &k;
}

static void begin(struct trial *r, const struct plan_knowledge *k)
{
    *r = (struct trial){ .k = k };
    r->diags = (struct diags){ .arena = &r->arena, .least = INFO };
    aet_document_reader_init(&r->reader, &aet_plan_nest, NULL, 0);
    r->reader.matchers = (struct matcher ***)k->by_kind;
}

static void end(struct trial *r)
{
    aet_document_free(&r->document);
    aet_document_reader_free(&r->reader);
    aet_diags_free(&r->diags);
    aet_arena_free(&r->arena);
    aet_buf_free(&r->text);
    aet_buf_free(&r->json);
    aet_buf_free(&r->rows);
    aet_buf_free(&r->raw);
}

static json_t *read_json(struct span text)
{
    enum fault fault;
    size_t at;
    json_t *v = aet_json_read(text, &fault, &at);

    MUST(v);
    return v;
}

static void check_diag(struct trial *r, const struct slice *s, const struct diag *x)
{
    struct diag_place where;
    json_t *v;

    MUST(x->at <= s->raw.n);
    where = aet_place_of(r->reader.layout, s, aet_spot_known(x));
    MUST(where.line >= s->line && where.column >= 1);
    aet_buf_clear(&r->text);
    aet_diag_text(&r->text, x, &where, LANG_FR, false);
    MUST(r->text.n && !memchr(r->text.p, '\n', r->text.n - 1));
    aet_buf_clear(&r->text);
    aet_diag_json(&r->text, x, &where, LANG_EN);
    v = read_json(aet_buf_view(&r->text));
    MUST(json_is_object(v));
    json_decref(v);
}

/* A heading line and the rows of the last document. */
static void write_sheet(struct trial *r, struct span rows)
{
    struct sheet *sheet = aet_sheet_new((struct sheet_form){ .delimiter = ',' });

    aet_document_columns(&aet_plan_nest, sheet);
    MUST(aet_sheet_rows(sheet, rows, &r->rows).name.n == 0);
    MUST(aet_sheet_end(sheet, &r->rows));
    aet_sheet_free(sheet);
}

static void write_again(struct trial *r)
{
    const struct document *d = &r->document;

    aet_buf_clear(&r->json);
    aet_buf_clear(&r->rows);
    aet_buf_clear(&r->text);
    aet_buf_clear(&r->raw);
    aet_document_write_json(d, false, &r->json);
    r->format = d->layout->format;
    aet_buf_span(&r->raw, d->layout->header.raw);
    if (r->raw.n && r->raw.p[r->raw.n - 1] != '\n' && r->raw.p[r->raw.n - 1] != '\r')
        aet_buf_char(&r->raw, '\n');
    aet_buf_span(&r->raw, aet_document_without(d, &r->text));
    aet_buf_clear(&r->text);
    r->flat = aet_document_write_rows(d, &r->text, &r->diags);
    if (r->flat)
        write_sheet(r, aet_buf_view(&r->text));
}

/* False: there is no tree. */
static bool one_document(struct trial *r, const struct slice *s)
{
    struct mark mark = { 0 };
    enum parsed p;

    aet_diags_clear(&r->diags);
    aet_arena_reset(&r->arena);
    p = aet_document_read(&r->reader, s, &r->document, &r->diags);
    MUST(p != PARSED_BAD || r->diags.errors > 0);
    if (p == PARSED)
        aet_plan_check(r->k, &r->document.root->facts, &r->diags, &mark);
    r->clean = p == PARSED && !r->diags.errors;
    r->stands = p == PARSED && aet_document_leave(&r->document, &r->diags, 0);
    for (int shape = SHAPE_CELLS; r->stands && shape <= SHAPE_OBJECT; shape++)
        aet_extras_say(&r->document, (enum record_shape)shape, &r->diags);
    for (size_t i = 0; i < r->diags.n; i++)
        check_diag(r, s, &r->diags.items[i]);
    if (r->stands)
        write_again(r);
    return p == PARSED;
}

/* Read `text`, calling `each` after a document; the number of documents. */
static size_t read_all(struct trial *r, struct span text, const struct format *format,
                       void (*each)(struct trial *r))
{
    struct source_options o = { .format = format,
                                .headings = { .open = aet_document_open, .context = &r->reader },
                                .joins = aet_document_joins,
                                .join_context = &r->reader };
    const struct layout *layout = NULL;
    struct block b = { 0 };
    struct heading_fault fault;
    struct source *source;
    struct stop stop;
    size_t n = 0;
    bool good = true;

    MUST(dup2(input_file(text), STDIN_FILENO) == STDIN_FILENO);
    source = aet_source_new(&o);
    while (good && aet_source_next(source, &b, &stop) == SOURCE_BLOCK) {
        if (!layout)
            good = aet_document_reader_file(&r->reader, layout = b.layout, &fault);
        for (size_t i = 0; good && i < b.n; i++) {
            n += one_document(r, &b.slices[i]);
            if (each && r->stands)
                each(r);
        }
    }
    aet_block_free(&b);
    aet_source_free(source);
    return n;
}

/* To the byte; from rows, what no field claims may stand in another order: that of the columns. */
static void same_form(struct span a, struct span b, const struct format *from)
{
    json_t *x, *y;

    if (from != &aet_format_csv) {
        MUST(aet_span_eq(a, b));
        return;
    }
    x = read_json(a);
    y = read_json(b);
    MUST(same_json(x, y));
    json_decref(x);
    json_decref(y);
}

struct written {
    struct buf json, rows, raw;
    bool flat;
    const struct format *format;
};

/* What was written is one clean document, and canonical: whatever it is read from, both forms are
 * written again as they are. */
static void same_again(const struct trial *first, const struct written *w, struct span text,
                       const struct format *format)
{
    struct trial r;

    begin(&r, first->k);
    MUST(read_all(&r, text, format, NULL) == 1);
    MUST(r.clean);
    same_form(aet_buf_view(&r.json), aet_buf_view(&w->json), format);
    if (w->flat && format == &aet_format_csv)
        MUST(r.flat && aet_span_eq(aet_buf_view(&r.rows), aet_buf_view(&w->rows)));
    end(&r);
}

/* Kept until the input was read: both go through the one nameless file. */
struct kept {
    struct trial r; /* first: see keep */
    struct written documents[DOCUMENTS_MAX];
    size_t n;
};

static void keep(struct trial *r)
{
    struct kept *kept = (struct kept *)r;
    struct written *w;

    if (kept->n == DOCUMENTS_MAX)
        return;
    w = &kept->documents[kept->n++];
    aet_buf_span(&w->json, aet_buf_view(&r->json));
    aet_buf_span(&w->rows, aet_buf_view(&r->rows));
    aet_buf_span(&w->raw, aet_buf_view(&r->raw));
    w->flat = r->flat;
    w->format = r->format;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span in = aet_span((const char *)data, size);
    const struct format *format = formats[take_choice(&in, 4)];
    struct kept kept = { .n = 0 };

    begin(&kept.r, knowledge());
    read_all(&kept.r, in, format, keep);
    for (size_t i = 0; i < kept.n; i++) {
        struct written *w = &kept.documents[i];

        same_again(&kept.r, w, aet_buf_view(&w->json), &aet_format_ndjson);
        if (w->flat)
            same_again(&kept.r, w, aet_buf_view(&w->rows), &aet_format_csv);
        same_again(&kept.r, w, aet_buf_view(&w->raw), w->format);
        aet_buf_free(&w->json);
        aet_buf_free(&w->rows);
        aet_buf_free(&w->raw);
    }
    end(&kept.r);
    return 0;
}
