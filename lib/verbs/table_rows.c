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

/* A list as it is shown: its parts, and references that are shown by label by theirs. */
static void put_list(struct session *s, struct section *to, const struct table *t, size_t row,
                     size_t c)
{
    struct span cell = aet_cell(t, row, c), part;
    const struct table *target = NULL;
    struct buf list = { 0 };

    if (t->columns[c].kind == COLUMN_LABELS) {
        char *name = aet_span_dup(t->columns[c].target);

        target = aet_tables_get(s->tables, name);
        aet_free(name);
    }
    while (aet_list_next(&cell, &part)) {
        int32_t ref = target ? aet_row_of_id(target, part) : NO_ROW;

        aet_list_add(&list, ref == NO_ROW ? part : aet_label(target, (size_t)ref, LANG_FR));
    }
    aet_row_list(to, (int)c, aet_buf_view(&list));
    aet_buf_free(&list);
}

static int64_t number_cell(struct span cell)
{
    int64_t n = 0;

    for (size_t i = 0; i < cell.n && cell.p[i] >= '0' && cell.p[i] <= '9'; i++)
        n = n * 10 + (cell.p[i] - '0');
    return n;
}

void aet_table_put(struct session *s, struct section *to, const struct table *t, size_t row)
{
    aet_row_begin(to);
    for (size_t c = 0; c < t->n_columns; c++) {
        struct span cell = aet_cell(t, row, c);
        enum cell_type type = cell_type_of(t->columns[c].kind);

        if (type == CELL_LIST)
            put_list(s, to, t, row, c);
        else if (type == CELL_COUNT)
            aet_row_count_if(to, (int)c, cell.n, number_cell(cell));
        else
            aet_row_text_if(to, (int)c, cell);
    }
    aet_row_end(to);
}

bool aet_table_holds(struct session *s, const struct table *t, size_t row, struct span folded)
{
    struct report scratch = { 0 };
    struct section *sec = aet_report_section(&scratch, aet_table_kind(&scratch, t));
    struct buf key = { 0 };
    bool found = false;

    aet_table_put(s, sec, t, row);
    for (size_t c = 0; c < t->n_columns && !found; c++) {
        struct span name = t->columns[c].name;

        if (!sec->cells[c].known || t->columns[c].kind == COLUMN_NUMBER ||
            aet_span_eq(name, AET_LIT("source")) || aet_span_eq(name, AET_LIT("note")))
            continue;
        aet_buf_clear(&key);
        aet_fold(sec->cells[c].u.s, &key);
        found = aet_span_find(aet_buf_view(&key), folded) < key.n;
    }
    aet_buf_free(&key);
    aet_report_free(&scratch);
    return found;
}
