/* Wider and narrower rows. */
#include "record/width.h"

#include "format/sheet_place.h"

static size_t place(const struct layout *l, const struct row_at *at, size_t column)
{
    return (size_t)(at->raw.p - at->slice->raw.p) + l->format->cell_at(l, at->raw, column);
}

void aet_width_no_name(const struct layout *l, const struct row *row, const struct row_at *at,
                       size_t column, struct diags *d)
{
    struct diag *x = aet_diag_add(d, &aet_rules_ent[ENT_NO_NAME], AET_LIT(""));

    aet_diag_arg(d, x, "valeur", row->cells[column]);
    aet_diag_arg_column(d, x, "lettre", column);
    aet_diag_at(x, AT_CELL, place(l, at, column));
}

/* The first cell beyond the headings that holds something. */
static bool check_wide(const struct layout *l, const struct row *row, const struct row_at *at,
                       struct diags *d)
{
    size_t i = l->columns;
    struct diag *x;

    while (i < row->n && !row->cells[i].n)
        i++;
    if (i >= row->n)
        return true;
    x = aet_diag_add(d, &aet_rules_ent[ENT_RAGGED], AET_LIT(""));
    aet_diag_arg_uint(d, x, "cellules", row->n);
    aet_diag_arg_uint(d, x, "colonnes", l->columns);
    aet_diag_arg(d, x, "valeur", row->cells[i]);
    aet_diag_arg_column(d, x, "lettre", i);
    aet_diag_at(x, AT_CELL, place(l, at, i));
    return false;
}

static bool ends(struct span raw)
{
    return raw.n && (raw.p[raw.n - 1] == '\n' || raw.p[raw.n - 1] == '\r');
}

/* Why a narrow row cannot be filled up; NULL: it can. */
static bool refuse(const struct layout *l, const struct row *row, const struct row_at *at,
                   struct diags *d)
{
    char other = row->n == 1 ? aet_other_delimiter(l, row->cells[0]) : '\0';
    struct diag *x;

    if (!other && ends(at->raw))
        return false;
    x = aet_diag_add(d, &aet_rules_ent[other ? ENT_OTHER_DELIMITER : ENT_CUT_SHORT], AET_LIT(""));
    aet_diag_arg_uint(d, x, "cellules", row->n);
    aet_diag_arg_uint(d, x, "colonnes", l->columns);
    if (other) {
        aet_diag_arg(d, x, "valeur", aet_span(&other, 1));
        aet_diag_arg(d, x, "autre", aet_span(&l->delimiter, 1));
    }
    aet_diag_at(x, AT_ROW, (size_t)(at->raw.p - at->slice->raw.p));
    return true;
}

static void remember(struct mapping *m, const struct row_at *at)
{
    const struct slice *s = at->slice;
    size_t from = (size_t)(at->raw.p - s->raw.p);
    uint64_t column = s->column;

    if (m->narrow.n++)
        return;
    m->narrow.line = s->line;
    aet_place_advance(aet_span(s->raw.p, from), &m->narrow.line, &column);
    m->narrow.row = aet_sheet_at(m->layout, s, from).row;
}

bool aet_width_check(struct mapping *m, struct row *row, const struct row_at *at, struct diags *d)
{
    const struct layout *l = m->layout;

    if (row->n >= l->columns)
        return check_wide(l, row, at, d);
    if (refuse(l, row, at, d))
        return false;
    if (!l->book) /* which leaves out what is empty */
        remember(m, at);
    while (row->n < l->columns) {
        if (row->n == row->cap)
            row->cells = aet_grow(row->cells, &row->cap, row->n, sizeof *row->cells);
        row->cells[row->n++] = AET_LIT("");
    }
    return true;
}
