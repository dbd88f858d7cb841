/* Rows of knowledge tables as sections of a report. */
#include "verbs/table_rows.h"

#include "base/fold.h"

static enum cell_type cell_type_of(enum column_kind k)
{
    switch (k) {
    case COLUMN_ID:
    case COLUMN_REF:
    case COLUMN_PARENT:
        return CELL_CODE;
    case COLUMN_LIST:
    case COLUMN_REFS:
    case COLUMN_LABELS:
        return CELL_LIST;
    case COLUMN_NUMBER:
        return CELL_COUNT;
    default:
        return CELL_TEXT;
    }
}

const struct section_kind *aet_table_kind(struct report *r, const struct table *t)
{
    struct section_kind *k = aet_arena_alloc(&r->arena, sizeof *k);
    struct column *columns = aet_arena_alloc(&r->arena, t->n_columns * sizeof *columns);

    for (size_t c = 0; c < t->n_columns; c++)
        columns[c] = (struct column){ aet_arena_copy(&r->arena, t->columns[c].name).p,
                                      t->columns[c].title, cell_type_of(t->columns[c].kind),
                                      false };
    *k = (struct section_kind){
        .key = t->name, .title = t->title, .columns = columns, .n = t->n_columns
    };
    return k;
}

/* The label of the row that a reference names in one of its tables; the reference when in none. */
static struct span label_of(struct session *s, const struct table_column *column, struct span id,
                            enum lang lang)
{
    struct span targets = column->target, target;

    while (aet_list_next(&targets, &target)) {
        char *name = aet_span_dup(target);
        const struct table *t = aet_tables_get(s->tables, name);
        int32_t row = t ? aet_row_of_id(t, id) : NO_ROW;
        struct span label = row == NO_ROW ? AET_LIT("") : aet_label(t, (size_t)row, lang);

        aet_free(name);
        if (label.n)
            return label;
    }
    return id;
}

/* Append the parts of a list, references by their labels when these are asked for. */
static void join(struct session *s, const struct table_column *column, struct span cell,
                 bool labels, enum lang lang, struct buf *out)
{
    struct span part;

    while (aet_list_next(&cell, &part))
        aet_list_add(out, labels ? label_of(s, column, part, lang) : part);
}

static void put_list(struct session *s, struct section *to, const struct table *t, size_t row,
                     size_t c, enum lang lang)
{
    const struct table_column *column = &t->columns[c];
    struct span cell = aet_cell(t, row, c);
    struct buf list = { 0 }, shown = { 0 };

    join(s, column, cell, column->kind == COLUMN_LABELS, lang, &list);
    if (column->kind == COLUMN_REFS)
        join(s, column, cell, true, lang, &shown);
    aet_row_list_coded(to, (int)c, aet_buf_view(&list), aet_buf_view(&shown));
    aet_buf_free(&list);
    aet_buf_free(&shown);
}

static void put_words(struct session *s, struct section *to, const struct table *t, size_t row,
                      size_t c, enum lang lang)
{
    struct span cell = aet_cell(t, row, c);
    enum column_kind kind = t->columns[c].kind;

    if (cell.n && (kind == COLUMN_REF || kind == COLUMN_PARENT))
        aet_row_coded(to, (int)c, cell, label_of(s, &t->columns[c], cell, lang));
    else
        aet_row_text_if(to, (int)c, cell);
}

static int64_t number_cell(struct span cell)
{
    int64_t n = 0;

    for (size_t i = 0; i < cell.n && cell.p[i] >= '0' && cell.p[i] <= '9'; i++)
        n = n * 10 + (cell.p[i] - '0');
    return n;
}

void aet_table_put(struct session *s, struct section *to, const struct table *t, size_t row,
                   enum lang lang)
{
    aet_row_begin(to);
    for (size_t c = 0; c < t->n_columns; c++) {
        struct span cell = aet_cell(t, row, c);
        enum cell_type type = cell_type_of(t->columns[c].kind);

        if (type == CELL_LIST)
            put_list(s, to, t, row, c, lang);
        else if (type == CELL_COUNT)
            aet_row_count_if(to, (int)c, cell.n, number_cell(cell));
        else
            put_words(s, to, t, row, c, lang);
    }
    aet_row_end(to);
}

static bool holds(struct span text, struct span folded, struct buf *scratch)
{
    aet_buf_clear(scratch);
    aet_fold(text, scratch);
    return aet_span_find(aet_buf_view(scratch), folded) < scratch->n;
}

bool aet_table_holds(struct session *s, const struct table *t, size_t row, struct span folded)
{
    struct report scratch = { 0 };
    struct section *sec = aet_report_section(&scratch, aet_table_kind(&scratch, t));
    struct buf key = { 0 };
    bool found = false;

    aet_table_put(s, sec, t, row, LANG_FR);
    aet_table_put(s, sec, t, row, LANG_EN);
    for (size_t i = 0; i < sec->rows * t->n_columns && !found; i++) {
        const struct table_column *column = &t->columns[i % t->n_columns];
        const struct cell *cell = &sec->cells[i];

        if (!cell->known || column->kind == COLUMN_NUMBER ||
            aet_span_eq(column->name, AET_LIT("source")) ||
            aet_span_eq(column->name, AET_LIT("note")))
            continue;
        found = holds(cell->u.s, folded, &key) || holds(cell->shown, folded, &key);
    }
    aet_buf_free(&key);
    aet_report_free(&scratch);
    return found;
}
