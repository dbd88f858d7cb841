/* Records, or text, made of nothing that was read. */
#include "flow/outlet.h"
#include "flow/records.h"
#include "flow/sink.h"
#include "format/formats.h"

/* A sheet of its fields. */
static void write_sheet(struct sheet_form form, const struct schema *schema, struct span rows,
                        struct buf *out)
{
    struct sheet *sheet = aet_sheet_new(form);

    for (size_t i = 0; i < schema->n; i++)
        aet_sheet_field(sheet, aet_span_z(schema->fields[i].name), schema->fields[i].title);
    (void)aet_sheet_rows(sheet, rows, out); /* made here: they fit */
    (void)!aet_sheet_end(sheet, out);
    aet_sheet_free(sheet);
}

static void write_text(const struct text_out *k, struct span rows, struct buf *out)
{
    aet_buf_span(out, k->head);
    while (rows.n)
        aet_buf_span(out, aet_sheet_next(&rows));
    aet_buf_span(out, k->tail);
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

static void make_records(const struct session *s, const struct derive *k, struct buf *out)
{
    const char *format = aet_writing_format(&s->writing);
    struct buf rows = { 0 };
    struct derived d = { .schema = k->schema, .out = &rows };
    const struct format *to = aet_format_named(format ? format : "json");
    struct sheet_form form = { .delimiter = s->writing.excel ? ';' : ',',
                               .excel = s->writing.excel,
                               .book = to->typed,
                               .lang = s->voice.lang,
                               .title = k->schema->title };

    aet_derived_to(&d, to, form);
    k->make(k->of, NULL, &d);
    if (d.to->shape == SHAPE_CELLS)
        write_sheet(form, k->schema, aet_buf_view(&rows), out);
    else
        write_list(d.to, aet_buf_view(&rows), out);
    aet_buf_free(&rows);
    aet_derived_free(&d);
}

static void make_text(const struct text_out *k, struct buf *out)
{
    struct buf rows = { 0 };
    struct derived d = { .out = &rows };

    k->make(k->of, NULL, &d);
    write_text(k, aet_buf_view(&rows), out);
    aet_buf_free(&rows);
    aet_derived_free(&d);
}

enum status aet_run_made(struct session *s, const struct sink *sink)
{
    struct buf out = { 0 };

    if ((sink->kind->list && !aet_outlet_format(&s->writing, &s->voice)) ||
        !aet_writing_open(&s->writing, &s->voice))
        return STATUS_FAILED;
    if (sink->kind == &aet_sink_derive)
        make_records(s, &sink->of.derive, &out);
    else
        make_text(&sink->of.text, &out);
    aet_writing_put(&s->writing, aet_buf_view(&out));
    aet_buf_free(&out);
    return STATUS_CLEAN;
}
