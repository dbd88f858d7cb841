/* Setting up a run and driving it block by block. */
#include "run/run.h"

#include <stdlib.h>

enum { PLACE_LINE_BITS = 44 };

uint64_t aet_place_pack(size_t file, uint64_t line)
{
    return (uint64_t)file << PLACE_LINE_BITS | line;
}

size_t aet_place_file(uint64_t place)
{
    return (size_t)(place >> PLACE_LINE_BITS);
}

uint64_t aet_place_line(uint64_t place)
{
    return place & (((uint64_t)1 << PLACE_LINE_BITS) - 1);
}

/* Files that cannot be written as one, unless a format or new names were asked for. */
static bool differ(const struct run *r, const struct layout *l)
{
    return r->work->writes && !aet_session_format(r->s) && !r->s->renames_n &&
           !aet_layout_same(l, r->first);
}

static void begin_output(struct run *r)
{
    struct emitter *e = &r->emitter;

    if (!r->work->writes || r->work->text || e->to != FORMAT_CSV ||
        !(e->convert || r->first->format != FORMAT_CSV))
        return;
    r->sheet = aet_sheet_new(e->form);
    if (r->work->derive) {
        for (size_t i = 0; i < r->work->derived->n; i++)
            aet_sheet_column(r->sheet, aet_span_z(r->work->derived->fields[i].name));
        return;
    }
    aet_emit_columns(e, &r->reader.mapping, r->first, r->sheet);
}

bool aet_run_keeps_all(const struct run *r)
{
    return r->work->writes && (r->emitter.convert || r->work->adds_n);
}

/* A file without a byte to say what it is: it goes with any other. */
static bool is_empty(const struct block *b)
{
    return !b->n && !b->layout->array && !b->layout->header.raw.n;
}

static void enter_file(struct run *r, const struct layout *l)
{
    r->current = l;
    r->counts = aet_grow(r->counts, &r->counts_cap, l->index, sizeof *r->counts);
    r->counts[l->index] = (struct input_count){ 0 };
}

static void say_heading(struct run *r, int rule, const struct layout *l, size_t column,
                        const struct diag_arg *args, size_t n)
{
    size_t at = aet_csv_cell_at(l->header.raw, l->delimiter, column);
    uint64_t line = l->header.line, place = l->header.column;

    aet_place_advance(aet_span(l->header.raw.p, at), &line, &place);
    aet_session_say(r->s, rule, l->name, line, place, args, n);
}

static bool has_field(const struct mapping *m, int field)
{
    for (size_t i = 0; i < m->layout->columns; i++)
        if (m->field_of[i] == field)
            return true;
    return false;
}

static const char *near_field(struct run *r, const struct layout *l, size_t column)
{
    int field = NO_FIELD;

    if (l->headings[column].n && r->reader.mapping.field_of[column] == NO_FIELD)
        field = aet_heading_near(r->headings, r->reader.mapping.names[column]);
    if (field == NO_FIELD || has_field(&r->reader.mapping, field))
        return NULL;
    return r->work->schema->fields[field].name;
}

/* A misspelt heading would leave its column unread in silence. */
static void near_fields(struct run *r, const struct layout *l)
{
    for (size_t i = 0; l->format == FORMAT_CSV && i < l->columns; i++) {
        const char *near = r->work->nest ? aet_document_near(&r->documents, i) : near_field(r, l, i);

        if (!near)
            continue;

        const struct diag_arg args[] = { { "valeur", l->headings[i] },
                                         { "suggestion", aet_span_z(near) } };

        if (!r->work->silent)
            say_heading(r, ENT_NEAR_FIELD, l, i, args, 2);
        r->totals->warnings++;
    }
}

bool aet_run_file(struct run *r, const struct layout *l)
{
    struct span args[3];
    size_t column = 0;
    bool first = !r->first;

    if (first)
        r->first = l;
    if (differ(r, l)) {
        struct diag_arg arg = { "autre", aet_span_z(r->first->name) };

        aet_session_say(r->s, ENT_FILES_DIFFER, l->name, 1, 1, &arg, 1);
        return false;
    }

    r->reader.layout = l; /* rejected JSON documents are looked at member by member */

    const struct rule *wrong = r->work->nest
                                   ? aet_document_reader_file(&r->documents, l, args, &column)
                                   : aet_record_reader_file(&r->reader, l, args, &column);

    if (wrong) {
        struct diag_arg named[] = { { "valeur", args[0] },
                                    { "autre", args[1] },
                                    { "champ", args[2] } };

        say_heading(r, (int)(wrong - aet_rules_ent), l, column, named, 3);
        return false;
    }
    near_fields(r, l);
    if (r->identities) {
        aet_record_reader_file(&r->again, l, args, &column);
        aet_record_reader_keep(&r->again, true);
    }
    aet_emitter_file(&r->emitter, l, r->first);
    if (r->work->derive) { /* always a conversion, always a list */
        r->emitter.convert = true;
        r->emitter.array = r->emitter.to == FORMAT_JSON;
    }
    if (r->emitter.to == FORMAT_CSV && l->format == FORMAT_CSV && !first && r->sheet)
        r->emitter.convert = true; /* once a sheet, always a sheet */
    if (first)
        begin_output(r);
    aet_record_reader_keep(&r->reader, aet_run_keeps_all(r));
    return true;
}

/* The next block; the first one may have been read already, to know its kind. */
static enum source_status next_block(struct run *r, struct block *b, struct stop *stop)
{
    struct peek *p = r->peek;

    r->peek = NULL;
    if (!p)
        return aet_source_next(r->source, b, stop);
    *b = p->block;
    *stop = p->stop;
    p->block = (struct block){ 0 };
    return p->status;
}

static enum status drive(struct run *r)
{
    struct block block = { 0 };
    struct stop stop;
    enum source_status st;
    enum status result = STATUS_CLEAN;

    while ((st = next_block(r, &block, &stop)) == SOURCE_BLOCK) {
        if (block.layout != r->current) {
            enter_file(r, block.layout);
            if (is_empty(&block))
                continue;
            if (!aet_run_file(r, block.layout)) {
                result = STATUS_FAILED;
                break;
            }
        }
        aet_work_block(r, &block);
        aet_retire_block(r, &block);
        if (r->work->writes && !aet_source_total(r->source))
            fflush(aet_out_file(r->s->out)); /* a pipe: who reads us waits for it */
        if (r->work->writes && ferror(aet_out_file(r->s->out)))
            break; /* the commit says why */
        aet_run_progress(r, false);
    }
    aet_run_progress(r, true);
    if (st == SOURCE_END && !r->first && r->current)
        aet_run_file(r,
                     r->current); /* nothing but empty files: an empty output of the right form */
    if (st == SOURCE_STOP)
        result = aet_session_stop(r->s, &stop);
    aet_block_free(&block);
    return result;
}

static void set_up(struct run *r, struct session *s, struct work *w, struct totals *totals)
{
    const char *format = w->writes ? aet_session_format(s) : NULL;

    *totals = (struct totals){ 0 };
    *r = (struct run){ .s = s, .work = w, .totals = totals, .started = aet_run_clock() };
    r->headings = aet_headings_new(w->schema, s->renames, s->renames_n);
    if (s->peek) {
        r->peek = s->peek;
        r->source = s->peek->source;
        s->peek->source = NULL;
    } else if (w->nest) {
        struct source_options o;

        aet_session_input(s, &o);
        aet_document_reader_init(&r->documents, w->nest, s->renames, s->renames_n);
        r->documents.matchers = w->nest_matchers;
        r->documents.resolver.number = s->number;
        r->documents.resolver.dates = s->dates;
        o.known = aet_document_known;
        o.joins = aet_document_joins;
        o.context = o.join_context = &r->documents;
        r->source = aet_source_new(&o);
    } else {
        r->source = aet_session_source(s, aet_headings_known, r->headings, w->digest);
    }
    aet_record_reader_init(&r->reader, w->schema, r->headings);
    r->identities = w->writes ? aet_session_identities(s) : NULL;
    aet_record_reader_init(&r->again, w->schema, r->headings);
    r->resolver = (struct resolver){
        .schema = w->schema, .matchers = w->matchers, .number = s->number, .dates = s->dates
    };
    aet_facts_init(&r->facts, w->schema);
    r->derived = (struct derived){ .schema = w->derived, .out = &r->text };
    r->emitter = (struct emitter){ .schema = w->schema,
                                   .headings = r->headings,
                                   .nest = w->nest,
                                   .anew = w->anew,
                                   .renaming = s->renames_n > 0,
                                   .joins = s->operands_n > 1 && (format || s->renames_n),
                                   .number = s->number,
                                   .dates = s->dates,
                                   .adds = w->adds,
                                   .adds_n = w->adds_n };
    r->emitter.form = (struct sheet_form){ s->excel ? ';' : 0, s->excel };
    if (format)
        r->emitter.to = strcmp(format, "csv") == 0      ? FORMAT_CSV
                        : strcmp(format, "ndjson") == 0 ? FORMAT_NDJSON
                                                        : FORMAT_JSON;
    r->sets = aet_calloc(w->adds_n + 1, sizeof *r->sets);
    r->diags = (struct diags){ .arena = &r->arena, .least = w->least };
    r->late = (struct diags){ .arena = &r->arena, .least = w->least };
}

static void tear_down(struct run *r)
{
    aet_source_free(r->source);
    aet_record_reader_free(&r->reader);
    aet_record_reader_free(&r->again);
    aet_buf_free(&r->hidden);
    aet_headings_free(r->headings);
    if (r->work->nest)
        aet_document_reader_free(&r->documents);
    aet_derived_free(&r->derived);
    aet_facts_free(&r->facts);
    aet_emitter_free(&r->emitter);
    aet_sheet_free(r->sheet);
    aet_buf_free(&r->resolver.scratch);
    aet_arena_free(&r->resolver.arena);
    aet_diags_free(&r->diags);
    aet_diags_free(&r->late);
    aet_arena_free(&r->arena);
    aet_buf_free(&r->text);
    aet_buf_free(&r->path);
    aet_buf_free(&r->err);
    aet_buf_free(&r->out);
    aet_free(r->sets);
    aet_free(r->results);
    aet_free(r->counts);
    aet_free(r->tallies);
}

/* A --map that no heading answered to is most likely misspelt: say so. */
static enum status unused_maps(const struct run *r, enum status st)
{
    static const struct text unused = {
        "--map : aucun intitulé ni aucune clé ne s’appelle « {valeur} »",
        "--map: no heading and no key is called “{valeur}”"
    };

    for (size_t i = 0; st != STATUS_FAILED && r->totals->read && i < r->s->renames_n; i++) {
        if (r->s->renames[i].used)
            continue;

        char *from = aet_span_dup(r->s->renames[i].from);

        aet_complain(r->s, unused, from, "");
        aet_free(from);
        st = STATUS_FAILED;
    }
    return st;
}

/* Only enregistrements can be written as records: a report's format is a mistake. */
static bool record_format(const struct session *s)
{
    static const struct text message = {
        "« {valeur} » n’est pas un format d’enregistrements ; ils s’écrivent en csv, json ou ndjson",
        "“{valeur}” is no format of records; they are written as csv, json or ndjson"
    };
    const char *format = aet_session_format(s);

    if (!format || strcmp(format, "csv") == 0 || strcmp(format, "json") == 0 ||
        strcmp(format, "ndjson") == 0)
        return true;
    aet_complain_usage(s, message, format, "");
    return false;
}

struct ending {
    struct run *r;
    const struct layout *const *files;
};

void aet_ending_say(struct ending *to, const struct diag *x, uint64_t place)
{
    struct diag_place where = { .file = to->files[aet_place_file(place)]->name,
                                .line = aet_place_line(place),
                                .column = 1 };

    if (x)
        aet_run_diag(to->r, x, &where);
}

/* What only the whole input tells. */
static void conclude(struct run *r)
{
    struct ending to = { .r = r };
    size_t n;

    if (!r->work->end)
        return;
    to.files = aet_source_layouts(r->source, &n);
    aet_diags_clear(&r->late);
    r->work->end(r->work->state, &r->late, &to);
    fwrite(r->err.p, 1, r->err.n, stderr);
    aet_buf_clear(&r->err);
}

static enum status run_all(struct run *r)
{
    enum status st;

    if (r->work->writes && ((!r->work->text && !record_format(r->s)) || !aet_session_open(r->s)))
        return STATUS_FAILED;
    if (aet_given(r->s, OPT_REJETS) && !r->work->silent && !(r->rejets = aet_rejets_open(r->s)))
        return STATUS_FAILED;
    st = unused_maps(r, drive(r));
    if (st == STATUS_CLEAN) {
        aet_retire_end(r);
        conclude(r);
    }
    if (r->rejets && !aet_rejets_close(r->rejets, r->s, st != STATUS_FAILED))
        st = STATUS_FAILED;
    if (st == STATUS_CLEAN && (r->totals->errors || (r->s->strict && r->totals->warnings)))
        st = STATUS_DATA;
    if (st == STATUS_CLEAN && r->totals->rejected)
        st = STATUS_DATA;
    if (st != STATUS_FAILED || r->totals->read)
        aet_run_summary_line(r);
    return st;
}

enum status aet_run_records(struct session *s, struct work *w, struct totals *totals)
{
    struct run r;
    enum status st;

    if (w->writes && s->hiding && !aet_session_learn(s, w->schema))
        return STATUS_FAILED;
    set_up(&r, s, w, totals);
    st = run_all(&r);
    if (r.identities && st != STATUS_FAILED && !aet_session_names_close(s))
        st = STATUS_FAILED;
    tear_down(&r);
    return st;
}

static void report_inputs(const struct run *r, struct report *report)
{
    size_t n;
    const struct layout *const *files = aet_source_layouts(r->source, &n);

    for (size_t i = 0; i < n && r->current && i <= r->current->index; i++)
        aet_report_input(report, aet_span_z(files[i]->name), r->counts[i].read,
                         r->counts[i].rejected, files[i]->sha256);
}

enum status aet_run_summary(struct session *s, struct work *w, struct totals *totals,
                            struct report *report)
{
    struct run r;
    enum status st;

    set_up(&r, s, w, totals);
    st = run_all(&r);
    report_inputs(&r, report);
    tear_down(&r);
    return st;
}

enum status aet_run_derived(struct session *s, const struct work *w,
                            void (*make)(void *context, struct derived *to), void *context)
{
    const char *format = aet_session_format(s);
    bool csv = format && strcmp(format, "csv") == 0;
    bool lines = format && strcmp(format, "ndjson") == 0;
    struct buf rows = { 0 }, out = { 0 };
    struct derived d = { .schema = w->derived, .out = &rows };
    struct span rest;

    if ((!w->text && !record_format(s)) || !aet_session_open(s))
        return STATUS_FAILED;
    d.to = w->text ? FORMAT_AUTO : csv ? FORMAT_CSV : lines ? FORMAT_NDJSON : FORMAT_JSON;
    make(context, &d);
    rest = aet_buf_view(&rows);
    if (d.to == FORMAT_CSV) {
        struct sheet *sheet = aet_sheet_new((struct sheet_form){ s->excel ? ';' : ',', s->excel });

        for (size_t i = 0; i < w->derived->n; i++)
            aet_sheet_column(sheet, aet_span_z(w->derived->fields[i].name));
        aet_sheet_rows(sheet, rest, &out);
        aet_sheet_end(sheet, &out);
        aet_sheet_free(sheet);
    } else {
        aet_buf_span(&out, w->text ? w->head : d.to == FORMAT_JSON ? AET_LIT("[") : AET_LIT(""));
        for (bool first = true; rest.n; first = false) {
            aet_buf_str(&out, d.to != FORMAT_JSON ? "" : first ? "\n" : ",\n");
            aet_buf_span(&out, aet_sheet_next(&rest));
            aet_buf_str(&out, d.to == FORMAT_NDJSON ? "\n" : "");
        }
        aet_buf_span(&out, w->text ? w->tail : d.to == FORMAT_JSON ? AET_LIT("\n]\n") : AET_LIT(""));
    }
    aet_session_write(s, aet_buf_view(&out));
    aet_buf_free(&rows);
    aet_buf_free(&out);
    aet_derived_free(&d);
    return aet_session_close(s, STATUS_CLEAN);
}

enum status aet_run_valider(struct session *s, struct work *w)
{
    static const struct text title = { "Sommaire de la validation", "Summary of the validation" };
    struct totals totals;
    struct report report;
    struct run r;
    enum status st;

    if (!aet_given(s, OPT_SOMMAIRE))
        return aet_session_close(s, aet_run_records(s, w, &totals));
    w->writes = false;
    set_up(&r, s, w, &totals);
    r.summing = true;
    st = run_all(&r);
    if (st != STATUS_FAILED) {
        aet_session_report_begin(s, &report, title);
        report_inputs(&r, &report);
        aet_sommaire(&r, &report);
        st = aet_session_report(s, &report, false, st);
        aet_report_free(&report);
    }
    tear_down(&r);
    return st;
}
