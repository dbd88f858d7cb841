/* retire: blocks in the order of the input. Only here are records compared and anything written. */
#include "flow/run.h"

#include <stdio.h>

#include "record/place.h"

void aet_run_diag(struct run *r, const struct diag *x, const struct diag_place *where)
{
    r->totals->errors += x->rule->gravity == ERREUR;
    r->totals->warnings += x->rule->gravity == AVERTISSEMENT;
    r->totals->infos += x->rule->gravity == INFO;
    if (r->work->silent && !r->stopped)
        return;
    if (r->summing && !r->stopped) {
        struct tally *t = r->tallies;

        while (t < r->tallies + r->tallies_n && t->rule != x->rule)
            t++;
        if (t == r->tallies + r->tallies_n) {
            r->tallies = aet_grow(r->tallies, &r->tallies_cap, r->tallies_n, sizeof *r->tallies);
            t = &r->tallies[r->tallies_n++];
            *t = (struct tally){ .rule = x->rule };
        }
        if (t->count < FIRST_PLACES)
            t->first[t->count] = *where;
        t->count++;
        return;
    }
    if (r->s->voice.json)
        aet_diag_json(&r->err, x, where, r->s->voice.lang);
    else
        aet_diag_text(&r->err, x, where, r->s->voice.lang, r->s->voice.colour);
}

/* A document's diagnostics know their place; one about the whole of it has none to look for. */
size_t aet_run_at(struct run *r, const struct slice *slice, const struct diag *x)
{
    if (x->placed)
        return x->at;
    return r->work->nest ? 0 : aet_place_at(&r->reader, slice, x->path);
}

static void place_diag(struct run *r, const struct slice *slice, const struct diag *x)
{
    struct diag_place where = { .file = r->current->name, .record = slice->number };
    size_t at = aet_run_at(r, slice, x);

    aet_place_of(slice, at, &where.line, &where.column);
    aet_run_diag(r, x, &where);
}

static void out(struct run *r, struct span text)
{
    aet_writing_put(&r->s->writing, text);
}

/* What stands before the first record: a heading line, or the bracket of an array. */
static void begin(struct run *r)
{
    r->begun = true;
    if (r->work->text) {
        out(r, r->work->head);
        return;
    }
    if (r->emitter.to->shape == SHAPE_CELLS && !r->sheet && r->first->header.raw.n) {
        aet_buf_clear(&r->out);
        aet_emit_header(&r->emitter, r->work->nest ? &r->documents.mapping : &r->reader.mapping,
                        &r->out);
        out(r, aet_buf_view(&r->out));
    } else {
        out(r, aet_list_begin(&r->emitter.list));
    }
}

/* One record of the list. */
static void item(struct run *r, struct span text)
{
    struct framed f = aet_list_item(&r->emitter.list, text);

    out(r, f.before);
    out(r, f.text);
    out(r, f.after);
}

/* Records made of one: in a sheet they are in r->out already. */
static void write_rows(struct run *r, struct span rows)
{
    if (r->sheet && !r->work->text) {
        out(r, aet_buf_view(&r->out));
        return;
    }
    while (rows.n) {
        struct span row = aet_sheet_next(&rows);

        if (r->work->text)
            out(r, row);
        else
            item(r, row);
    }
}

static void write_record(struct run *r, const struct slice *slice, const struct result *x)
{
    struct span text = x->emitted == EMITTED_RAW ? slice->raw
                                                 : aet_span(r->text.p + x->out_from, x->out_n);

    if (x->emitted == EMITTED_ROWS) {
        write_rows(r, text);
        return;
    }
    if (x->emitted == EMITTED_CELLS)
        out(r, aet_buf_view(&r->out)); /* put there by to_sheet */
    else
        item(r, text);
}

/* A row for the sheet; a key without a column is an error of the record. */
static void to_sheet(struct run *r, const struct result *x)
{
    struct span name;
    struct diag *d;

    struct span text = aet_span(r->text.p + x->out_from, x->out_n);

    aet_buf_clear(&r->out);
    name = x->emitted == EMITTED_ROWS ? aet_sheet_rows(r->sheet, text, &r->out)
                                      : aet_sheet_row(r->sheet, text, &r->out);
    if (!name.n)
        return;
    d = aet_diag_add(&r->late, &aet_rules_ent[ENT_NO_COLUMN], name);
    aet_diag_arg(&r->late, d, "valeur", name);
}

static void reject(struct run *r, const struct slice *slice, const struct result *x)
{
    const struct diag **all;
    size_t n = 0;

    r->totals->rejected++;
    r->counts[r->current->index].rejected++;
    if (!r->rejets)
        return;
    all = aet_calloc(x->diag_n + r->late.n, sizeof *all);
    for (size_t i = 0; i < x->diag_n; i++)
        all[n++] = &r->diags.items[x->diag_from + i];
    for (size_t i = 0; i < r->late.n; i++)
        all[n++] = &r->late.items[i];
    aet_rejets_add(r->rejets, r, slice, all, n);
    aet_free(all);
}

/* How the dates of a column are written, and whether --dates was right. */
static void judge_dates(struct run *r, const struct result *x)
{
    struct diag *said = x->diag_n ? r->diags.items + x->diag_from : NULL;
    const struct diag *marks = x->mark_n ? r->marks.items + x->mark_from : NULL;

    aet_columns_judge(&r->columns, marks, x->mark_n, said, x->diag_n, &r->late);
    for (size_t i = 0; i < x->diag_n; i++)
        r->stopped |= said[i].rule == &aet_rules_ent[ENT_DATE_ORDER];
}

static void retire_record(struct run *r, const struct slice *slice, struct result *x)
{
    const struct layout *const *files;
    size_t n;
    bool bad = x->rejected;

    aet_diags_clear(&r->late);
    r->totals->read++;
    r->counts[r->current->index].read++;
    files = aet_source_layouts(r->source, &n);
    if (r->work->suite && x->fait.key)
        r->work->suite(r->work->state, &x->fait, aet_place_pack(r->current->index, slice->line),
                       files, &r->late);
    judge_dates(r, x);
    bad |= r->late.errors > 0 || (r->s->strict && r->late.warnings > 0);
    if (!bad && r->work->writes && r->sheet && !r->work->text &&
        (x->emitted == EMITTED_CELLS || x->emitted == EMITTED_ROWS)) {
        to_sheet(r, x);
        bad = r->late.errors > 0;
    }
    for (size_t i = 0; i < x->diag_n; i++)
        place_diag(r, slice, &r->diags.items[x->diag_from + i]);
    for (size_t i = 0; i < r->late.n; i++)
        place_diag(r, slice, &r->late.items[i]);
    if (bad) {
        reject(r, slice, x);
        return;
    }
    if (x->aside) {
        r->totals->aside++;
        return;
    }
    if (r->work->writes)
        write_record(r, slice, x);
    r->totals->passed++;
}

bool aet_retire_block(struct run *r, const struct block *b)
{
    if (r->work->writes && !r->begun)
        begin(r);
    for (size_t i = 0; r->work->seen && i < b->n; i++)
        aet_idset_ahead(r->work->seen, r->results[i].fait.key); /* all at once: they overlap */
    for (size_t i = 0; i < b->n && !r->stopped; i++)
        if (!r->results[i].blank)
            retire_record(r, &b->slices[i], &r->results[i]);
    if (r->err.n) {
        fwrite(r->err.p, 1, r->err.n, stderr);
        aet_buf_clear(&r->err);
    }
    return !r->stopped;
}

void aet_retire_end(struct run *r)
{
    if (!r->work->writes)
        return;
    if (!r->begun && r->first)
        begin(r);
    if (r->work->text) {
        out(r, r->work->tail);
        return;
    }
    if (r->sheet) {
        aet_buf_clear(&r->out);
        aet_sheet_end(r->sheet, &r->out);
        out(r, aet_buf_view(&r->out));
    } else if (r->first) {
        out(r, aet_list_end(&r->emitter.list));
    }
}
