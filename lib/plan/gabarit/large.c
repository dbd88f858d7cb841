/* The form of tool 9 as a wide sheet: a row an action, its objective, transformation and indicator
 * beside it. Its columns are those that reading knows (struct wide_column). */
#include "plan/gabarit/gabarit.h"

#include "format/csv_row.h"
#include "plan/records.h"
#include "verbs/form.h"

struct large {
    struct session *s;
    struct arena arena;
    struct form_column *columns;
    struct form_sheet sheet;
};

static bool fill(struct large *l)
{
    const struct nest *nest = &aet_plan_nest;

    for (size_t i = 0; i < nest->wide_n; i++) {
        const struct wide_column *w = &nest->wide[i];
        struct form_column *c = &l->columns[l->sheet.n++];

        if (!aet_form_column(l->s, nest->kinds[w->kind].schema, (size_t)w->field, &l->arena, c))
            return false;
        c->caption = aet_span_z(aet_text(w->title, l->s->voice.lang));
    }
    return true;
}

/* The headings, and the example behind its mark. */
static void as_cells(struct large *l, char delimiter, struct buf *out)
{
    const char *end = l->s->writing.excel ? "\r\n" : "\n";
    struct buf first = { 0 };

    if (l->s->writing.excel)
        aet_buf_str(out, "\xEF\xBB\xBF");
    for (size_t i = 0; i < l->sheet.n; i++) {
        if (i)
            aet_buf_char(out, delimiter);
        aet_csv_cell(out, l->columns[i].caption, delimiter);
    }
    aet_buf_str(out, end);
    aet_buf_str(&first, aet_text(aet_form_example_mark, l->s->voice.lang));
    aet_buf_span(&first, l->columns[0].example);
    for (size_t i = 0; i < l->sheet.n; i++) {
        if (i)
            aet_buf_char(out, delimiter);
        aet_csv_cell(out, i ? l->columns[i].example : aet_buf_view(&first), delimiter);
    }
    aet_buf_str(out, end);
    aet_buf_free(&first);
}

static enum status write_cells(struct large *l)
{
    struct buf out = { 0 };
    enum status st = STATUS_FAILED;

    if (aet_writing_open(&l->s->writing, &l->s->voice)) {
        as_cells(l, l->s->writing.excel ? ';' : ',', &out);
        aet_writing_put(&l->s->writing, aet_buf_view(&out));
        st = STATUS_CLEAN;
    }
    aet_buf_free(&out);
    return st;
}

enum status aet_plan_gabarit_large(struct session *s)
{
    struct large l = { .s = s };
    enum status st = STATUS_FAILED;

    l.columns = aet_calloc(aet_plan_nest.wide_n, sizeof *l.columns);
    l.sheet.columns = l.columns;
    l.sheet.name = aet_span_z(aet_text((struct text){ "Outil 9", "Tool 9" }, s->voice.lang));
    if (fill(&l))
        st = aet_form_asked(s) ? aet_form_write(s, &l.sheet) : write_cells(&l);
    for (size_t i = 0; i < l.sheet.n; i++)
        aet_free(l.columns[i].choice.words);
    aet_free(l.columns);
    aet_arena_free(&l.arena);
    return st;
}
