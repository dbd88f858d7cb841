/* Which rows of a file of cells make one document: the source asks before they are records. */
#include "tree/document.h"
#include "tree/document_sheet.h"

static void join_file(struct document_reader *r, const struct layout *l)
{
    aet_row_free(r->join);
    r->join = l->format->row_new(l);
    r->join_layout = l;
    aet_document_row_columns(r, l, r->join_column);
    aet_document_sheet(r, &r->join_sheet, l, r->join_column);
    aet_buf_clear(&r->join_key);
    r->join_seen = 0;
}

static struct span join_cell(const struct document_reader *r, const struct layout *l, int f)
{
    for (size_t c = 0; c < l->columns && c < r->join->n; c++)
        if (l->headings[c].n && aet_heading_field(r->row_headings, l->headings[c]) == f)
            return aet_span_trim(r->join->cells[c]);
    return AET_LIT("");
}

bool aet_document_joins(void *context, const struct layout *l, struct span row)
{
    struct document_reader *r = context;
    const struct nest *nest = r->shape.nest;
    size_t at;
    struct span key;
    int kind;
    bool joins = true;

    if (r->join_layout != l)
        join_file(r, l);
    if (r->join->read(r->join, row, &at) != FAULT_NONE || r->join->blank)
        return true; /* a fault of form rejects the document that it stands in */
    if (aet_document_apart(r, &r->join_sheet, r->join, row, r->join_column[ROW_ELEMENT]) !=
        APART_NOT)
        return true;
    key = join_cell(r, l, ROW_KEY);
    kind = aet_document_kind(&r->shape, join_cell(r, l, ROW_ELEMENT));
    if (key.n) {
        joins = !r->join_key.n || aet_span_eq(key, aet_buf_view(&r->join_key));
    } else if (kind >= 0 && (kind == 0 || nest->kinds[kind].part == PART_ONE)) {
        joins = !(r->join_seen & (kind == 0 ? 3u : 2u)); /* the root's row comes before its parts */
    }
    if (!joins) {
        aet_buf_clear(&r->join_key);
        r->join_seen = 0;
    }
    if (key.n && !r->join_key.n)
        aet_buf_span(&r->join_key, key);
    if (kind >= 0 && (kind == 0 || nest->kinds[kind].part == PART_ONE))
        r->join_seen |= kind == 0 ? 1u : 2u;
    return joins;
}
