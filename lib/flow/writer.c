/* Lists of records, and the sheet that they may go through. */
#include "flow/writer.h"

#include "flow/sink.h"
#include "record/emit.h"

void aet_writer_init(struct writer *w, struct writing *to, const struct sink *sink)
{
    *w = (struct writer){ .to = to, .sink = sink };
}

void aet_writer_free(struct writer *w)
{
    aet_sheet_free(w->sheet);
    aet_buf_free(&w->row);
}

void aet_writer_first(struct writer *w, struct reader *reader, const struct emitter *form,
                      const struct layout *first)
{
    const struct schema *derived = w->sink->of.derive.schema;

    w->reader = reader;
    w->form = form;
    w->first = first;
    w->list = form->list;
    if (!w->sink->kind->list || form->to->shape != SHAPE_CELLS ||
        !(form->convert || !aet_has_cells(first)))
        return;
    w->sheet = aet_sheet_new(form->form);
    if (w->sink->kind != &aet_sink_derive)
        aet_reader_kind(reader)->columns(reader, form, first, w->sheet);
    else
        for (size_t i = 0; i < derived->n; i++)
            aet_sheet_field(w->sheet, aet_span_z(derived->fields[i].name),
                            derived->fields[i].title);
}

void aet_writer_out(struct writer *w, struct span text)
{
    aet_writing_put(w->to, text);
}

void aet_writer_begin(struct writer *w)
{
    if (!w->begun && w->first && w->sink->kind->begin)
        w->sink->kind->begin(w);
    w->begun = w->first != NULL;
}

/* A heading line, or the bracket of an array. */
void aet_writer_list_begin(struct writer *w)
{
    if (w->form->to->shape == SHAPE_CELLS && !w->sheet && w->first->header.raw.n) {
        aet_buf_clear(&w->row);
        aet_emit_header(w->form, aet_reader_kind(w->reader)->mapping(w->reader), &w->row);
        aet_writer_out(w, aet_buf_view(&w->row));
    } else {
        aet_writer_out(w, aet_list_begin(&w->list));
    }
}

bool aet_writer_fits(struct writer *w, const struct held *h, struct span text, struct diags *diags)
{
    static const int rules[] = {
        [SHEET_LATE] = ENT_NO_COLUMN, [SHEET_LARGE] = ENT_CELL_LARGE, [SHEET_WIDE] = ENT_BOOK_WIDE
    };
    struct sheet_misfit m;

    if (!w->sheet || (h->emitted != EMITTED_CELLS && h->emitted != EMITTED_ROWS))
        return true;
    aet_buf_clear(&w->row);
    m = h->emitted == EMITTED_ROWS ? aet_sheet_rows(w->sheet, text, &w->row)
                                   : aet_sheet_row(w->sheet, text, &w->row);
    if (!m.name.n)
        return true;
    aet_diag_arg(diags, aet_diag_add(diags, &aet_rules_ent[rules[m.why]], m.name), "valeur",
                 m.name);
    return false;
}

static void item(struct writer *w, struct span text)
{
    struct framed f = aet_list_item(&w->list, text);

    aet_writer_out(w, f.before);
    aet_writer_out(w, f.text);
    aet_writer_out(w, f.after);
}

/* A row of a sheet is in w->row already: aet_writer_fits put it there. */
void aet_writer_list_put(struct writer *w, const struct held *h, struct span text)
{
    if (w->sheet && (h->emitted == EMITTED_CELLS || h->emitted == EMITTED_ROWS))
        aet_writer_out(w, aet_buf_view(&w->row));
    else if (h->emitted == EMITTED_ROWS)
        while (text.n)
            item(w, aet_sheet_next(&text));
    else
        item(w, h->emitted == EMITTED_RAW ? h->slice->raw : text);
}

void aet_writer_put(struct writer *w, const struct held *h, struct span text)
{
    if (w->sink->kind->put)
        w->sink->kind->put(w, h, text);
}

void aet_writer_list_end(struct writer *w)
{
    if (w->sheet) {
        aet_buf_clear(&w->row);
        w->too_large = !aet_sheet_end(w->sheet, &w->row);
        w->sheets = aet_sheet_sheets(w->sheet);
        aet_writer_out(w, aet_buf_view(&w->row));
    } else {
        aet_writer_out(w, aet_list_end(&w->list));
    }
}

void aet_writer_end(struct writer *w)
{
    aet_writer_begin(w);
    if (w->begun && w->sink->kind->end)
        w->sink->kind->end(w);
}
