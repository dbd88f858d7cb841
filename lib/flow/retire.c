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
    aet_voice_diag(&r->s->voice, x, where, &r->err);
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

static void write_record(struct run *r, const struct held *x)
{
    struct span text = x->emitted == EMITTED_RAW ? x->slice->raw
                                                 : aet_buf_slice(&r->text, x->out.from, x->out.n);

    if (x->emitted == EMITTED_ROWS) {
        write_rows(r, text);
        return;
    }
    if (x->emitted == EMITTED_CELLS)
        out(r, aet_buf_view(&r->out)); /* put there by to_sheet */
    else
        item(r, text);
}

/* A row for the sheet; a key without a column is an error of the record: false. */
static bool to_sheet(struct run *r, const struct held *h)
{
    struct span name, text = aet_buf_slice(&r->text, h->out.from, h->out.n);
    struct diag *d;

    if (!r->sheet || r->work->text || (h->emitted != EMITTED_CELLS && h->emitted != EMITTED_ROWS))
        return true;
    aet_buf_clear(&r->out);
    name = h->emitted == EMITTED_ROWS ? aet_sheet_rows(r->sheet, text, &r->out)
                                      : aet_sheet_row(r->sheet, text, &r->out);
    if (!name.n)
        return true;
    d = aet_diag_add(&r->diags, &aet_rules_ent[ENT_NO_COLUMN], name);
    aet_diag_arg(&r->diags, d, "valeur", name);
    return false;
}

static void reject(struct run *r, const struct held *h, const struct diag *const *found, size_t n)
{
    r->totals->rejected++;
    r->counts[r->current->index].rejected++;
    if (r->rejets)
        aet_rejets_add(r->rejets, r, h->slice, found, n);
}

static size_t append(const struct diag **all, size_t n, const struct diag *items,
                     const struct run_part *part)
{
    for (size_t i = 0; i < part->n; i++)
        all[n++] = &items[part->from + i];
    return n;
}

/* Say what was found, and put the record where it belongs. */
static void settle(struct run *r, const struct held *h)
{
    struct run_part late = { r->diags.n, 0 };
    const struct diag **all = NULL;
    size_t n;
    bool passed = h->outcome == PASSED && (!r->work->writes || to_sheet(r, h));

    late.n = r->diags.n - late.from;
    n = h->found.n + h->judged.n + h->emitting.n + late.n;
    if (n)
        all = aet_calloc(n, sizeof *all);
    n = append(all, 0, r->diags.items, &h->found);
    n = append(all, n, r->late.items, &h->judged);
    n = append(all, n, r->diags.items, &h->emitting);
    n = append(all, n, r->diags.items, &late);
    for (size_t i = 0; i < n; i++)
        place_diag(r, h->slice, all[i]);
    if (h->outcome == UNDRAWN)
        r->totals->aside++;
    else if (!passed)
        reject(r, h, all, n);
    else if (r->work->writes)
        write_record(r, h);
    r->totals->passed += passed;
    aet_free(all);
}

void aet_retire_begin(struct run *r)
{
    if (r->work->writes && !r->begun)
        begin(r);
}

void aet_retire_lot(struct run *r)
{
    for (size_t i = 0; i < r->lot_n; i++) {
        if (r->lot[i].outcome == BLANK)
            continue;
        r->totals->read++;
        r->counts[r->current->index].read++;
        settle(r, &r->lot[i]);
    }
    if (r->err.n) {
        aet_door_write(aet_buf_view(&r->err));
        aet_buf_clear(&r->err);
    }
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
