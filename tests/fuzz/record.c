/* A whole file through source, parse, resolve and check of aet-publics, and out again: every record
 * is counted and stands where it says, every diagnostic has its place. What is written is read
 * again: as many records pass. */
#include <unistd.h>

#include "format/csv.h"
#include "format/csv_row.h"
#include "format/cut_csv.h"
#include "format/json.h"
#include "format/ndjson.h"
#include "headings/opening.h"
#include "publics/check.h"
#include "publics/suggerer.h"
#include "record/emit.h"
#include "record/place.h"
#include "record/resolve.h"
#include "target.h"

static const struct format *const formats[] = { NULL, &aet_format_csv, &aet_format_ndjson,
                                                &aet_format_json };
static const char *const encodings[] = { NULL, "windows-1252" };

struct trial {
    struct publics_knowledge *p;
    struct span in;
    size_t cursor;         /* in the input, after the last record found again */
    uint64_t line, column; /* of the cursor */
    bool findable;         /* the text is the input: not converted */
    const struct layout *first, *layout;
    struct record_reader reader;
    struct place_walk walk; /* over the diagnostics of a record */
    struct resolver resolver;
    struct facts facts;
    struct emitter emitter;
    struct set sets[SUGGESTIONS];
    bool suggest;
    struct sheet *sheet;
    struct arena arena;
    struct diags diags;
    struct buf text, out; /* out: all that is written */
    uint64_t records, written;
    uint64_t totals; /* in a sheet, a record without a value is none, a total is one or refused */
    bool once;       /* what is written is not read again */
    bool elsewhere;  /* are the headings than on the first line, alone */
    bool asked;      /* which row the headings are, or what divides the cells */
};

static struct publics_knowledge *knowledge(void)
{
    static struct publics_knowledge p;
    static struct session s;

    if (!s.tables) {
        aet_json_init();
        s.tables = aet_tables_new("publics", NULL);
        s.date = (struct date){ 2026, 3, 31 };
        MUST(aet_publics_knowledge_load(&p, &s));
    }
    return &p;
}

/* Line and column counted byte by byte, in no hurry; the mark that a line begins with is nothing.
 */
static void walk(struct trial *t, size_t to)
{
    for (; t->cursor < to; t->cursor++) {
        unsigned char c = (unsigned char)t->in.p[t->cursor];
        bool crlf = c == '\r' && t->cursor + 1 < t->in.n && t->in.p[t->cursor + 1] == '\n';
        struct span rest = aet_span_from(t->in, t->cursor);

        if (t->column == 1 && aet_span_starts(rest, AET_LIT("\xEF\xBB\xBF")))
            continue; /* the bytes that follow begin no character */
        if (c == '\n' || (c == '\r' && !crlf)) {
            t->line++;
            t->column = 1;
        } else if ((c & 0xC0) != 0x80 && !crlf) {
            t->column++;
        }
    }
}

/* To where the slice stands next. */
static size_t seek(struct trial *t, const struct slice *s)
{
    size_t at = t->cursor + aet_span_find(aet_span_from(t->in, t->cursor), s->raw);

    MUST(at + s->raw.n <= t->in.n);
    walk(t, at);
    return at;
}

/* The slice stands in the input after the one before, at the line and column that it says. A line
 * of the same text may stand above it that is no slice: `sep=;` twice. */
static void find_again(struct trial *t, const struct slice *s)
{
    size_t at;

    if (!t->findable)
        return;
    for (at = seek(t, s); t->line < s->line; at = seek(t, s)) {
        MUST(at < t->in.n);
        walk(t, at + 1);
    }
    MUST(s->line == t->line && s->column == t->column);
    walk(t, at + s->raw.n);
}

static void check_json(struct span text, bool object)
{
    enum fault f;
    size_t at;
    json_t *v = aet_json_read(text, &f, &at);

    MUST(v && (!object || json_is_object(v)));
    json_decref(v);
}

static struct spot spot_of(struct trial *t, const struct slice *s, const struct diag *x,
                           struct place_walk *w)
{
    return x->placed == BY_PATH ? aet_place_at(&t->reader, s, x->path, w) : aet_spot_known(x);
}

/* The walk, which goes on from the diagnostic before, comes where one from the beginning does. */
static void check_walk(struct trial *t, const struct slice *s, const struct diag *x,
                       struct diag_place is)
{
    struct spot spot = spot_of(t, s, x, &t->walk), fresh;
    struct diag_place where = aet_place_next(t->reader.layout, s, spot, &t->walk);

    fresh = spot_of(t, s, x, &(struct place_walk){ 0 });
    MUST(spot.at == fresh.at && spot.cell == fresh.cell);
    MUST(where.line == is.line && where.column == is.column && where.record == is.record);
    MUST(where.sheet.row == is.sheet.row && where.sheet.column == is.sheet.column);
    MUST(aet_span_eq(where.sheet.heading, is.sheet.heading));
}

static void check_diag(struct trial *t, const struct slice *s, const struct diag *x)
{
    struct spot spot = spot_of(t, s, x, &(struct place_walk){ 0 });
    struct diag_place where;

    MUST(spot.at <= s->raw.n);
    where = aet_place_of(t->reader.layout, s, spot);
    check_walk(t, s, x, where);
    MUST(where.line >= s->line && where.column >= 1);
    aet_buf_clear(&t->text);
    aet_diag_text(&t->text, x, &where, LANG_FR, false);
    MUST(t->text.n && !memchr(t->text.p, '\n', t->text.n - 1));
    aet_buf_clear(&t->text);
    aet_diag_json(&t->text, x, &where, LANG_EN);
    check_json(aet_buf_view(&t->text), true);
}

/* A value read from JSON is found again in the slice, as it was written. */
static void check_values(struct trial *t, const struct record *r)
{
    for (size_t f = 0; f < r->schema->n && !r->cells; f++) {
        const struct value *v = &r->values[f];
        struct span rest;
        size_t at;

        if (!v->raw.n)
            continue;
        at = aet_place_at(&t->reader, r->slice, aet_span_z(r->schema->fields[f].name),
                          &(struct place_walk){ 0 })
                 .at;
        rest = aet_span_from(r->slice->raw, at);
        rest = aet_json_skip(&rest);
        MUST(rest.p == v->raw.p && rest.n == v->raw.n);
        MUST(v->kind != VALUE_NUMBER || aet_span_eq(v->text, rest));
    }
}

static void put(struct trial *t, struct span text)
{
    if (t->emitter.to == &aet_format_json)
        aet_buf_str(&t->out, t->written > 1 ? "," : "[");
    aet_buf_span(&t->out, text);
    if (t->out.n && t->out.p[t->out.n - 1] != '\n')
        aet_buf_char(&t->out, '\n');
}

static void check_emitted(struct trial *t, const struct record *r)
{
    size_t n = t->suggest ? aet_publics_suggest(t->p, &t->facts, t->sets) : 0;
    size_t errors = t->diags.errors;
    struct span text;

    aet_buf_clear(&t->text);
    t->written++;
    switch (aet_emit(&t->emitter, r, t->sets, n, &t->text, &t->diags)) {
    case EMITTED_RAW:
        MUST(t->emitter.to == &aet_format_csv || !r->cells);
        put(t, r->slice->raw);
        break;
    case EMITTED_TEXT:
        text = aet_buf_view(&t->text);
        if (t->emitter.to != &aet_format_csv)
            check_json(text, true);
        MUST(t->emitter.to != &aet_format_ndjson || !memchr(text.p, '\n', text.n));
        put(t, text);
        break;
    case EMITTED_CELLS:
        MUST(t->sheet);
        aet_sheet_row(t->sheet, aet_buf_view(&t->text), &t->out);
        break;
    case EMITTED_ROWS:
        MUST(false); /* only documents become several rows */
        break;
    case EMITTED_NOT:
        MUST(t->diags.errors > errors);
        t->written--;
        break;
    }
}

static void one_record(struct trial *t, const struct slice *s)
{
    struct record record;
    struct mark mark = { 0 };
    enum parsed p;

    MUST(s->number == ++t->records);
    find_again(t, s);
    aet_diags_clear(&t->diags);
    aet_arena_reset(&t->arena);
    t->diags.errors = t->diags.warnings = 0;
    p = aet_record_parse(&t->reader, s, &record, &t->diags);
    MUST((p == PARSED_BAD || p == PARSED_FAULTY) == (t->diags.errors > 0));
    if (p == PARSED || p == PARSED_FAULTY) {
        check_values(t, &record);
        aet_resolve(&t->resolver, &record, &t->facts, &t->diags);
        aet_publics_check(t->p, &t->facts, &t->diags, &mark);
        if (!t->diags.errors)
            check_emitted(t, &record);
    }
    t->totals += p == PARSED_ASIDE || p == PARSED_BLANK;
    t->walk = (struct place_walk){ 0 };
    for (size_t i = 0; i < t->diags.n; i++) {
        check_diag(t, s, &t->diags.items[i]);
        t->totals += t->diags.items[i].rule == &aet_rules_ent[ENT_TOTAL_DOUBT];
    }
}

/* False when the headings are refused. */
static bool begin_file(struct trial *t, const struct layout *l)
{
    struct heading_fault fault;

    t->layout = t->first = l;
    for (size_t i = 0; i < l->titles_n; i++)
        find_again(t, &l->titles[i].row);
    if (l->header.raw.n)
        find_again(t, &l->header);
    if (!aet_record_reader_file(&t->reader, l, &fault)) {
        MUST(fault.column < l->columns &&
             aet_csv_cell_at(l->header.raw, l->delimiter, fault.column) <= l->header.raw.n);
        return false;
    }
    aet_emitter_file(&t->emitter, l, l);
    if (t->emitter.to == &aet_format_csv && (t->emitter.convert || l->format != &aet_format_csv)) {
        t->sheet = aet_sheet_new(t->emitter.form);
        aet_emit_columns(&t->emitter, &t->reader.mapping, l, t->sheet);
    } else if (t->emitter.to == &aet_format_csv) {
        aet_emit_header(&t->emitter, &t->reader.mapping, &t->out);
    }
    return true;
}

/* Every row of a written sheet has as many cells as its heading line. */
static void check_sheet(struct trial *t)
{
    struct span text;
    struct cutter c;
    struct row *row;
    struct piece piece;
    size_t columns = 0, at;
    char d = t->emitter.form.delimiter;

    MUST(aet_sheet_end(t->sheet, &t->out));
    text = aet_buf_view(&t->out);
    if (aet_span_starts(text, AET_LIT("\xEF\xBB\xBF")))
        text = aet_span_from(text, 3);
    aet_cutter_csv(&c, d);
    row = aet_csv_row_new(d);
    while (text.n) {
        MUST(aet_cut(&c, text, true, &piece) == CUT_RECORD);
        MUST(row->read(row, aet_span(text.p, piece.end), &at) == FAULT_NONE);
        MUST(!columns || row->n == columns || columns == 1);
        if (!columns)
            columns = row->n;
        text = aet_span_from(text, piece.end);
    }
    aet_row_free(row);
}

static void run(struct trial *t, struct source *source)
{
    struct block b = { 0 };
    struct stop stop;
    enum source_status st;
    size_t files;

    while ((st = aet_source_next(source, &b, &stop)) == SOURCE_BLOCK) {
        if (!t->layout && !begin_file(t, b.layout))
            break;
        for (size_t i = 0; i < b.n; i++)
            one_record(t, &b.slices[i]);
    }
    MUST(st != SOURCE_STOP || stop.fault != FAULT_NONE);
    t->asked = st == SOURCE_STOP &&
               (stop.fault == FAULT_HEADING_UNSURE || stop.fault == FAULT_DELIMITERS);
    MUST(st != SOURCE_END || t->records == aet_source_layouts(source, &files)[0]->records);
    if (t->sheet)
        check_sheet(t);
    aet_block_free(&b);
}

static void clean_up(struct trial *t)
{
    aet_record_reader_free(&t->reader);
    aet_facts_free(&t->facts);
    aet_emitter_free(&t->emitter);
    aet_sheet_free(t->sheet);
    aet_buf_free(&t->resolver.scratch);
    aet_diags_free(&t->diags);
    aet_arena_free(&t->arena);
    aet_buf_free(&t->text);
    aet_buf_free(&t->out);
}

/* Whether the headings are read from the line that the text begins with. */
static bool opens(struct span text, const struct layout *l)
{
    struct span header = aet_span_trim(l->header.raw);

    if (aet_span_starts(text, AET_LIT("\xEF\xBB\xBF")))
        text = aet_span_from(text, 3);
    return aet_span_starts(text, header) && !memchr(header.p, '\n', header.n);
}

/* Through everything; `choices` tell what is written. */
static void read_all(struct trial *t, const struct source_options *as, size_t choices)
{
    struct headings *headings = aet_headings_new(&aet_publics_schema_activite, NULL, 0);
    struct source_options o = *as;
    struct source *source;

    o.headings.open = aet_headings_open;
    o.headings.context = headings;
    t->p = knowledge();
    t->line = t->column = 1;
    t->emitter = (struct emitter){ .schema = &aet_publics_schema_activite,
                                   .headings = headings,
                                   .to = formats[choices / 4 % 4] };
    t->suggest = choices / 16 % 2 && !t->once;
    if (t->suggest) {
        t->emitter.adds = aet_publics_suggestion_fields;
        t->emitter.adds_n = SUGGESTIONS;
    } else if (t->emitter.to == &aet_format_csv && !t->once) {
        t->emitter.form = (struct sheet_form){ .delimiter = ';', .excel = true };
    }
    t->diags = (struct diags){ .arena = &t->arena, .least = INFO };
    t->resolver = (struct resolver){ .schema = &aet_publics_schema_activite,
                                     .matchers = t->p->matchers,
                                     .arena = &t->arena };
    aet_record_reader_init(&t->reader, &aet_publics_schema_activite, headings);
    aet_record_reader_apart(&t->reader, (struct number_form){ 0 });
    aet_facts_init(&t->facts, &aet_publics_schema_activite);
    MUST(dup2(input_file(t->in), STDIN_FILENO) == STDIN_FILENO);
    source = aet_source_new(&o);
    run(t, source);
    t->elsewhere = t->first && t->first->header.raw.n && !opens(t->in, t->first);
    aet_source_free(source);
    aet_headings_free(headings);
}

static void again(struct trial *first, size_t choices)
{
    struct source_options o = { .format = first->emitter.to };
    struct trial t = { .once = true };

    if (first->emitter.to == &aet_format_json)
        aet_buf_str(&first->out, "]");
    t.in = aet_buf_view(&first->out);
    read_all(&t, &o, choices);
    /* what divides the cells and where the headings stand is told by the first rows, and some of
     * those may not have passed: another answer is said, or asked */
    MUST(t.written + t.totals >= first->written || t.elsewhere || t.asked);
    clean_up(&t);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct trial t = { .in = aet_span((const char *)data, size) };
    struct source_options o = { .format = NULL };
    size_t choices = take_choice(&t.in, 64);

    o.format = formats[choices % 4];
    o.encoding = encodings[choices / 32];
    t.findable = !o.encoding && !aet_span_starts(t.in, AET_LIT("\xEF\xBB\xBF")) &&
                 !aet_span_starts(t.in, AET_LIT("\xFF\xFE")) &&
                 !aet_span_starts(t.in, AET_LIT("\xFE\xFF"));
    read_all(&t, &o, choices);
    if (t.written)
        again(&t, choices);
    clean_up(&t);
    return 0;
}
