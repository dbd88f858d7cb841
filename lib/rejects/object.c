/* Rejects as JSON objects. */
#include "rejects/object.h"

static void cells(struct reject_file *f, const struct reject *x, const struct span *row)
{
    const struct layout *l = x->layout;

    for (size_t i = 0; i < l->columns; i++) {
        if (!l->headings[i].n || aet_reject_adds(f, l->headings[i]))
            continue;
        aet_json_string(&f->text, aet_reject_heading(f, x, i));
        aet_buf_char(&f->text, ':');
        aet_json_string(&f->text, row[i]);
        aet_buf_char(&f->text, ',');
    }
}

static void members(struct reject_file *f, struct span raw)
{
    struct span inside = aet_json_inside(raw), key, value;

    while (aet_json_next(&inside, &key, &value)) {
        if (aet_reject_adds(f, aet_json_spelt(key, &f->key)))
            continue;
        aet_buf_span(&f->text, key);
        aet_buf_char(&f->text, ':');
        aet_json_compact(&f->text, value);
        aet_buf_char(&f->text, ',');
    }
}

static void brut(struct reject_file *f, struct span raw)
{
    aet_buf_str(&f->text, "\"brut\":");
    aet_json_string(&f->text, aet_reject_readable(f, raw));
    aet_buf_char(&f->text, ',');
}

void aet_reject_object(struct reject_file *f, const struct reject *x, const struct shown *shown)
{
    aet_buf_char(&f->text, '{');
    if (!shown->parsed)
        brut(f, shown->slice.raw);
    else if (shown->record.cells)
        cells(f, x, shown->record.cells);
    else
        members(f, shown->slice.raw);
    aet_json_string(&f->text, aet_span_z(aet_reject_name(f)));
    aet_buf_str(&f->text, ":[");
    for (size_t i = 0; i < x->n; i++) {
        if (i)
            aet_buf_char(&f->text, ',');
        aet_diag_json(&f->text, &shown->said[i], &shown->places[i], f->lang);
        f->text.n--; /* the line end */
    }
    aet_buf_str(&f->text, "]}");
}
