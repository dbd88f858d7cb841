/* Records made of nothing that was read, and the formats that records are written in. */
#include "flow/run.h"

#include "format/formats.h"

bool aet_run_record_format(const struct session *s)
{
    const char *format = aet_writing_format(&s->writing);

    if (!format || aet_format_named(format))
        return true;
    aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_RECORD_FORMAT],
                    AET_WORDS(aet_word("valeur", format)));
    return false;
}

/* A sheet under the names of its fields. */
static void write_sheet(const struct session *s, const struct work *w, struct span rows,
                        struct buf *out)
{
    struct sheet *sheet = aet_sheet_new(
        (struct sheet_form){ s->writing.excel ? ';' : ',', s->writing.excel });

    for (size_t i = 0; i < w->derived->n; i++)
        aet_sheet_column(sheet, aet_span_z(w->derived->fields[i].name));
    aet_sheet_rows(sheet, rows, out);
    aet_sheet_end(sheet, out);
    aet_sheet_free(sheet);
}

/* Text of the verb's own, between its head and its tail. */
static void write_text(const struct work *w, struct span rows, struct buf *out)
{
    aet_buf_span(out, w->head);
    while (rows.n)
        aet_buf_span(out, aet_sheet_next(&rows));
    aet_buf_span(out, w->tail);
}

static void write_list(const struct format *to, struct span rows, struct buf *out)
{
    struct list list = { .format = to, .array = true };

    aet_buf_span(out, aet_list_begin(&list));
    while (rows.n) {
        struct framed f = aet_list_item(&list, aet_sheet_next(&rows));

        aet_buf_span(out, f.before);
        aet_buf_span(out, f.text);
        aet_buf_span(out, f.after);
    }
    aet_buf_span(out, aet_list_end(&list));
}

enum status aet_run_derived(struct session *s, const struct work *w,
                            void (*make)(void *context, struct derived *to), void *context)
{
    const char *format = aet_writing_format(&s->writing);
    struct buf rows = { 0 }, out = { 0 };
    struct derived d = { .schema = w->derived, .out = &rows };

    if ((!w->text && !aet_run_record_format(s)) || !aet_writing_open(&s->writing, &s->voice))
        return STATUS_FAILED;
    d.to = w->text ? NULL : aet_format_named(format ? format : "json");
    make(context, &d);
    if (!d.to)
        write_text(w, aet_buf_view(&rows), &out);
    else if (d.to->shape == SHAPE_CELLS)
        write_sheet(s, w, aet_buf_view(&rows), &out);
    else
        write_list(d.to, aet_buf_view(&rows), &out);
    aet_writing_put(&s->writing, aet_buf_view(&out));
    aet_buf_free(&rows);
    aet_buf_free(&out);
    aet_derived_free(&d);
    return aet_writing_close(&s->writing, &s->voice, STATUS_CLEAN);
}
