/* Reading one table out of CSV text, with the reader that everybody's data goes through. */
#include "tables/tables_private.h"

#include <stdio.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "format/csv_row.h"
#include "format/cut_csv.h"
#include "format/layout.h"

void aet_table_fault(struct tables *t, const struct diag_place *where, int rule, const char *name,
                     struct span value)
{
    struct diags notes = { .arena = &t->arena };
    struct diag *x = aet_diag_add(&notes, &aet_rules_ent[rule], AET_LIT(""));

    aet_diag_arg(&notes, x, name, value);
    t->faults = aet_grow(t->faults, &t->faults_cap, t->faults_n, sizeof *t->faults);
    t->faults[t->faults_n] = (struct fault_text){ .where = *where, .diag = *x };
    t->faults[t->faults_n].where.file = aet_arena_copy(&t->arena, aet_span_z(where->file)).p;
    t->faults[t->faults_n].where.sheet.heading = aet_arena_copy(&t->arena, where->sheet.heading);
    t->faults_n++;
    aet_diags_free(&notes);
}

struct diag_place aet_table_place(const struct table *x, const char *file, size_t row,
                                  size_t column)
{
    const struct table_origin *o = &x->origins[row];
    struct diag_place where = { .file = file, .line = o->line, .column = o->line ? 1 : 0 };

    if (o->row)
        where.sheet = (struct sheet_place){ .row = o->row,
                                            .column = x->said_at[column],
                                            .heading = x->columns[column].name };
    return where;
}

void aet_table_fault_arg(struct tables *t, const char *name, struct span value)
{
    struct diags notes = { .arena = &t->arena };

    aet_diag_arg(&notes, &t->faults[t->faults_n - 1].diag, name, value);
}

static char delimiter_of(struct span text)
{
    size_t commas = 0, semicolons = 0;

    for (size_t i = 0; i < text.n && text.p[i] != '\n'; i++) {
        commas += text.p[i] == ',';
        semicolons += text.p[i] == ';';
    }
    return semicolons > commas ? ';' : ',';
}

/* Whether all of it is UTF-8; otherwise noted. */
static bool check_text(struct tables *t, const char *file, struct span text)
{
    size_t bad = aet_utf8_bad(text);
    struct diag_place where = { .file = file, .line = 1, .column = 1 };
    char octet[4];

    if (bad == text.n)
        return true;
    aet_place_advance(aet_span(text.p, bad), &where.line, &where.column);
    snprintf(octet, sizeof octet, "%02X", (unsigned)(unsigned char)text.p[bad]);
    aet_table_fault(t, &where, ENT_UTF8, "octet", aet_span_z(octet));
    return false;
}

bool aet_table_csv(struct tables *t, const char *file, struct span text, table_row *row, void *to)
{
    struct cutter cutter;
    struct row *cells;
    struct piece piece;
    struct diag_place where = { .file = file, .line = 1, .column = 1, .sheet.row = 1 };
    char delimiter;
    bool ok = true;
    size_t at;

    if (aet_span_starts(text, AET_LIT("\xEF\xBB\xBF")))
        text = aet_span_from(text, 3);
    if (!check_text(t, file, text))
        return false;
    delimiter = delimiter_of(text);

    aet_cutter_csv(&cutter, delimiter);
    cells = aet_csv_row_new(delimiter);
    for (;;) {
        enum cut c = aet_cut(&cutter, text, true, &piece);

        if (c == CUT_END)
            break;
        if (c != CUT_RECORD || cells->read(cells, aet_span(text.p, piece.end), &at) != FAULT_NONE) {
            aet_table_fault(t, &where, ENT_QUOTE_STRAY, "valeur", AET_LIT(""));
            ok = false;
            break;
        }
        if (!cells->blank && !row(to, cells->cells, cells->n, &where))
            ok = false;
        aet_place_advance(aet_span(text.p, piece.end), &where.line, &where.column);
        where.sheet.row++;
        text = aet_span_from(text, piece.end);
    }
    aet_row_free(cells);
    return ok;
}

struct reading {
    struct tables *set;
    struct table *into;
    size_t *columns; /* of the text's columns, the table's; n_columns: none */
    size_t n;
    bool header, overlay;
};

/* The text's headings: each is a column of the table; `id` is there. */
static bool read_heading(struct reading *r, const struct span *cells, size_t n,
                         const struct diag_place *where)
{
    bool ok = true, id = false;

    r->columns = aet_arena_alloc(&r->set->arena, (n + 1) * sizeof *r->columns);
    r->n = n;
    r->header = true;
    for (size_t i = 0; i < n; i++) {
        struct buf name = { 0 };

        aet_buf_span(&name, aet_span_trim(cells[i]));
        r->columns[i] = aet_column(r->into, aet_buf_z(&name));
        id |= r->columns[i] == 0;
        if (r->columns[i] < r->into->n_columns) {
            r->into->said_at[r->columns[i]] = i + 1;
        } else if (name.n) {
            struct diag_place at = *where;

            at.sheet.column = i + 1;
            at.sheet.heading = cells[i];
            aet_table_fault(r->set, &at, ENT_TABLE_COLUMN, "valeur", cells[i]);
            ok = false;
        }
        aet_buf_free(&name);
    }
    if (!id)
        aet_table_fault(r->set, where, ENT_TABLE_ID, "valeur", AET_LIT("id"));
    return ok && id;
}

static size_t row_for(struct table *t, struct arena *arena, struct span id)
{
    int32_t found = aet_row_of_id(t, id);

    if (found >= 0)
        return (size_t)found;
    if (t->rows == t->cap) {
        size_t cap = t->cap ? t->cap * 2 : 32;
        struct span *cells = aet_arena_alloc(arena, cap * t->n_columns * sizeof *cells);
        struct table_origin *origins = aet_arena_alloc(arena, cap * sizeof *origins);

        if (t->rows) {
            memcpy(cells, t->cells, t->rows * t->n_columns * sizeof *cells);
            memcpy(origins, t->origins, t->rows * sizeof *origins);
        }
        t->cells = cells;
        t->origins = origins;
        t->cap = cap;
    }
    for (size_t c = 0; c < t->n_columns; c++)
        t->cells[t->rows * t->n_columns + c] = AET_LIT("");
    t->cells[t->rows * t->n_columns] = id;
    aet_table_index(t, arena, t->rows);
    return t->rows++;
}

static bool read_row(void *to, const struct span *cells, size_t n, const struct diag_place *where)
{
    struct reading *r = to;
    struct table *t = r->into;
    struct span id = { "", 0 };

    if (!r->header)
        return read_heading(r, cells, n, where);
    for (size_t i = 0; i < n && i < r->n; i++)
        if (r->columns[i] == 0)
            id = aet_arena_copy(&r->set->arena, aet_span_trim(cells[i]));
    if (!id.n) {
        aet_table_fault(r->set, where, ENT_TABLE_ID, "valeur", AET_LIT("id"));
        return false;
    }
    if (r->overlay && t->closed && aet_row_of_id(t, id) < 0) {
        aet_table_fault(r->set, where, ENT_TABLE_CLOSED, "valeur", id);
        return false;
    }

    size_t row = row_for(t, &r->set->arena, id);

    if (r->overlay)
        t->origins[row] = (struct table_origin){ where->line, where->sheet.row };
    else
        t->origins[row] = (struct table_origin){ 0, 0 };

    for (size_t i = 0; i < n && i < r->n; i++)
        if (r->columns[i] < t->n_columns)
            t->cells[row * t->n_columns + r->columns[i]] = aet_arena_copy(&r->set->arena,
                                                                          aet_span_trim(cells[i]));
    return true;
}

bool aet_table_read(struct tables *t, struct table *into, const char *file, struct span text,
                    bool overlay)
{
    struct reading r = { .set = t, .into = into, .overlay = overlay };

    if (!into->said_at)
        into->said_at = aet_arena_alloc(&t->arena, into->n_columns * sizeof *into->said_at);
    memset(into->said_at, 0, into->n_columns * sizeof *into->said_at);

    return aet_table_csv(t, file, text, read_row, &r);
}
