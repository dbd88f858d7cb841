/* Which rows of a file of cells make one document: the source asks before they are records. */
#include "base/fold.h"
#include "tree/document.h"
#include "tree/document_sheet.h"

/* The column that divides the documents of one key: of the rows of a wide sheet, or of the rows of
 * roots; -1: there is none. */
static int dividing_column(struct document_reader *r, const struct layout *l)
{
    const struct nest *nest = r->shape.nest;

    for (size_t c = 0; nest->divides_kind && c < l->columns; c++) {
        struct cell_place to = { .kind = -1 };
        const struct wide_column *x = r->join_wide ? aet_wide_column(r, l->headings[c]) : NULL;

        if (x)
            to = (struct cell_place){ .kind = (int)x->kind, .field = x->field };
        else if (!r->join_wide && l->headings[c].n)
            to = aet_document_place(r, 0, l->headings[c]);
        if (to.kind == (int)nest->divides_kind && to.field == nest->divides_field)
            return (int)c;
    }
    return -1;
}

static void join_file(struct document_reader *r, const struct layout *l)
{
    aet_row_free(r->join);
    r->join = l->format->row_new(l);
    r->join_layout = l;
    aet_document_row_columns(r, l, r->join_column);
    aet_document_sheet(r, &r->join_sheet, l, r->join_column);
    r->join_wide = aet_wide_is(r, l, r->join_column);
    r->join_divides = dividing_column(r, l);
    aet_buf_clear(&r->join_key);
    aet_buf_clear(&r->join_part);
    r->join_seen = 0;
}

static struct span join_cell(const struct document_reader *r, const struct layout *l, int f)
{
    for (size_t c = 0; c < l->columns && c < r->join->n; c++)
        if (l->headings[c].n && aet_heading_field(r->row_headings, l->headings[c]) == f)
            return aet_span_trim(r->join->cells[c]);
    return AET_LIT("");
}

/* What divides, where the row says it; "": it does not. */
static struct span dividing_cell(const struct document_reader *r, int kind)
{
    bool says = r->join_divides >= 0 && (size_t)r->join_divides < r->join->n;

    return says && (r->join_wide || kind == 0) ? aet_span_trim(r->join->cells[r->join_divides])
                                               : AET_LIT("");
}

/* The root, or a single part of it that may name the document. */
static bool is_head(const struct document_reader *r, int kind)
{
    return kind == 0 || (kind > 0 && r->shape.nest->kinds[kind].part == PART_ONE);
}

/* Whether a row goes on about the document of those before it. */
static bool goes_on(const struct document_reader *r, struct span key, struct span part, int kind)
{
    if (key.n)
        return (!r->join_key.n || aet_span_eq(key, aet_buf_view(&r->join_key))) &&
               (!part.n || !r->join_part.n || aet_fold_same(part, aet_buf_view(&r->join_part)));
    if (is_head(r, kind))
        return !(r->join_seen & (kind == 0 ? 3u : 2u)); /* the root's row comes before its parts */
    return true;
}

bool aet_document_joins(void *context, const struct layout *l, struct span row)
{
    struct document_reader *r = context;
    struct span key, part;
    size_t at;
    int kind;
    bool joins;

    if (r->join_layout != l)
        join_file(r, l);
    if (r->join->read(r->join, row, &at) != FAULT_NONE || r->join->blank)
        return true; /* a fault of form rejects the document that it stands in */
    if (aet_document_apart(r, &r->join_sheet, r->join, row, r->join_column[ROW_ELEMENT]) !=
        APART_NOT)
        return true;
    key = join_cell(r, l, ROW_KEY);
    kind = aet_document_kind(&r->shape, join_cell(r, l, ROW_ELEMENT));
    part = dividing_cell(r, kind);
    joins = goes_on(r, key, part, kind);
    if (!joins) {
        aet_buf_clear(&r->join_key);
        aet_buf_clear(&r->join_part);
        r->join_seen = 0;
    }
    if (!r->join_part.n)
        aet_buf_span(&r->join_part, part);
    if (!r->join_key.n)
        aet_buf_span(&r->join_key, key);
    if (is_head(r, kind))
        r->join_seen |= kind == 0 ? 1u : 2u;
    return joins;
}
