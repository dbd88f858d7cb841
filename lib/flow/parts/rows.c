/* The rows of a part beside those of its sum, and leaving one. */
#include "flow/parts/rows.h"

#include "cli/regime.h"
#include "flow/reader.h"
#include "format/json_text.h"
#include "privacy/hiding.h"

void aet_part_totals(struct partial *p, struct totals *t)
{
    if (!aet_partial_row(p, "totaux", true))
        aet_partial_break(p);
    aet_partial_count(p, &t->read);
    aet_partial_count(p, &t->passed);
    aet_partial_count(p, &t->undrawn);
    aet_partial_count(p, &t->rejected);
    aet_partial_count(p, &t->aside);
    aet_partial_count(p, &t->left.elements);
    aet_partial_count(p, &t->left.values);
    aet_partial_count(p, &t->errors);
    aet_partial_count(p, &t->warnings);
    aet_partial_count(p, &t->infos);
    aet_partial_row_end(p);
}

bool aet_part_input(struct partial *p, bool more, struct input_file *f, struct arena *arena)
{
    if (!aet_partial_row(p, "entree", more))
        return false;
    aet_partial_text(p, &f->name, arena);
    aet_partial_count(p, &f->records);
    aet_partial_count(p, &f->rejected);
    aet_partial_count(p, &f->aside);
    aet_partial_count(p, &f->elements);
    aet_partial_count(p, &f->values);
    aet_partial_text(p, &f->sha256, arena);
    aet_partial_flag(p, &f->cells);
    aet_partial_row_end(p);
    return true;
}

/* What was read is where a record may stand, or the whole is broken. */
static void place_mark(struct partial *p, struct kept_mark *m, size_t file,
                       const struct slice *slice)
{
    if (p->broken)
        return;
    if (aet_place_fits(file, slice))
        m->place = aet_place_pack(file, slice);
    else
        aet_partial_break(p);
}

bool aet_part_mark(struct partial *p, bool more, struct kept_mark *m, size_t base, size_t files)
{
    struct slice slice = { .line = aet_place_line(m->place), .row = aet_place_row(m->place) };
    uint32_t file = (uint32_t)(aet_place_file(m->place) - base);

    if (!aet_partial_row(p, "marque", more))
        return false;
    aet_partial_index(p, &file, files);
    aet_partial_rank(p, &slice.line);
    aet_partial_rank(p, &slice.row);
    aet_partial_bits(p, &m->mark.key);
    aet_partial_bits(p, &m->mark.value);
    aet_partial_bits(p, &m->mark.more[0]);
    aet_partial_bits(p, &m->mark.more[1]);
    aet_partial_flag(p, &m->rejected);
    aet_partial_index(p, &m->said, UINT32_MAX);
    aet_partial_row_end(p);
    if (aet_partial_reads(p))
        place_mark(p, m, base + file, &slice);
    return true;
}

bool aet_part_head(struct session *s, const struct work *w, uint64_t read, bool marks,
                   struct span key, struct buf *head)
{
    if (!aet_regime_put(s, aet_work_schema(w)->name, w->sink.of.sum.kind->name, head))
        return false;
    aet_buf_str(head, ",\"lus\":");
    aet_buf_uint(head, read);
    aet_buf_str(head, ",\"marques\":");
    aet_buf_str(head, marks ? "true" : "false");
    aet_buf_str(head, ",\"cle\":");
    if (key.n)
        aet_json_string(head, key);
    else
        aet_buf_str(head, "null");
    aet_buf_char(head, '}');
    return true;
}

static void put_out(void *to, struct span text)
{
    aet_writing_put(to, text);
}

static void put_rows(struct partial *p, const struct work *w, const struct totals *t,
                     const struct report *r, const struct marks *marks)
{
    struct totals totals = *t;

    aet_part_totals(p, &totals);
    for (size_t i = 0; i < r->inputs_n; i++) {
        struct input_file f = r->inputs[i];

        (void)aet_part_input(p, true, &f, NULL);
    }
    w->sink.of.sum.kind->carry(w->sink.of.sum.of, p);
    for (size_t i = 0; i < marks->n; i++) {
        struct kept_mark m = marks->p[i];

        (void)aet_part_mark(p, true, &m, 0, r->inputs_n);
    }
}

bool aet_part_leave(struct session *s, const struct work *w, const struct totals *t,
                    const struct report *r, const struct marks *marks, bool marked, struct span key)
{
    struct buf head = { 0 };
    struct partial p;
    bool ok = aet_part_head(s, w, t->read, marked, key, &head) &&
              (s->writing.out || aet_writing_open(&s->writing, &s->voice));

    if (ok) {
        aet_partial_begin(&p, put_out, &s->writing, aet_buf_view(&head));
        put_rows(&p, w, t, r, marks);
        aet_partial_end(&p);
    }
    aet_buf_free(&head);
    return ok;
}

bool aet_part_leave_run(struct session *s, const struct work *w, const struct totals *t,
                        const struct report *r, const struct marks *marks)
{
    char key[PSEUDONYMS_MARK + 1] = "";

    if (aet_hiding_names(s->hiding))
        aet_pseudonyms_mark(aet_hiding_names(s->hiding), key);
    return aet_part_leave(s, w, t, r, marks, aet_given(s, OPT_IDS), aet_span_z(key));
}
