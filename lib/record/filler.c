/* Which cells of a row are read as the one above. */
#include "record/filler.h"

#include "base/utf8.h"

static void leave(struct filler *f)
{
    for (size_t i = 0; i < f->n; i++)
        aet_buf_free(&f->p[i].above);
    aet_row_free(f->row);
    f->row = NULL;
    f->sheet = NULL;
    f->n = 0;
    aet_arena_reset(&f->file);
}

static const struct text *caption(struct filler *f, struct span heading)
{
    struct text *t = aet_arena_alloc(&f->file, sizeof *t);

    t->fr = t->en = aet_arena_copy(&f->file, heading).p;
    return t;
}

/* One more column, if it was named. A choice that is not ticked is no blank. */
static void take(struct filler *f, const struct mapping *m, const struct schema *schema, size_t i)
{
    const struct field *of = m->field_of[i] == NO_FIELD ? NULL : &schema->fields[m->field_of[i]];

    if (!m->names[i].n || aet_mapping_choice(m, i, NULL) ||
        !aet_fills_take(f->fills, m->names[i], of ? of->name : NULL))
        return;
    f->p[f->n++] = (struct filling){ .column = i,
                                     .caption = of ? &of->title : caption(f, m->names[i]),
                                     .path = of ? aet_span_z(of->name) : AET_LIT("") };
}

void aet_filler_file(struct filler *f, const struct mapping *m, const struct schema *schema,
                     struct apart_sheet *sheet)
{
    leave(f);
    if (!f->fills->n || !sheet->layout)
        return;
    f->p = aet_reallocarray(f->p, sheet->layout->columns, sizeof *f->p);
    for (size_t i = 0; i < sheet->layout->columns; i++)
        take(f, m, schema, i);
    if (!f->n)
        return;
    f->sheet = sheet;
    f->row = sheet->layout->format->row_new(sheet->layout);
}

/* One cell alone is a row of the table where it stands beside what is filled; not so a title to the
 * left of it, or what says itself that it is a note. */
static bool stands_beside(const struct filler *f, const struct aside *a)
{
    size_t left = 0, filled = 0;

    for (size_t i = 0; i < f->row->n; i++)
        filled += f->row->cells[i].n > 0;
    for (size_t i = 0; i < f->n; i++) {
        left += f->p[i].column < a->column;
        if (f->p[i].column == a->column)
            return false;
    }
    return filled == 1 && left && !aet_begins_note(a->text) && !aet_is_labelled(a->text);
}

static bool is_record(const struct filler *f, struct span raw)
{
    enum apart kind = aet_apart_look(f->sheet, f->row, raw);

    if (kind == APART_NOTE || kind == APART_ALONE)
        return stands_beside(f, &f->sheet->aside);
    return kind == APART_NOT;
}

/* Beyond such a row nothing is known to stand above. */
static void forget(struct filler *f)
{
    for (size_t i = 0; i < f->n; i++)
        f->p[i].any = false;
}

static void fill(struct filler *f, struct slice *slice)
{
    struct filled *filled = aet_arena_alloc(&f->block, f->n * sizeof *filled);
    size_t n = 0;

    for (size_t i = 0; i < f->n; i++) {
        struct filling *c = &f->p[i];
        struct span cell = c->column < f->row->n ? f->row->cells[c->column] : AET_LIT("");

        if (!aet_fill_asks(aet_cell_bare(f->sheet->layout, cell))) {
            aet_buf_clear(&c->above);
            aet_buf_span(&c->above, cell);
            c->any = true;
            continue;
        }
        filled[n++] = (struct filled){
            .column = c->column,
            .text = c->any ? aet_arena_copy(&f->block, aet_buf_view(&c->above)) : cell,
            .none = !c->any,
            .caption = c->caption,
            .path = c->path
        };
    }
    slice->filled = filled;
    slice->filled_n = n;
}

static bool is_readable(const struct filler *f, struct span raw)
{
    size_t at;

    return aet_utf8_bad(raw) == raw.n && !memchr(raw.p, '\0', raw.n) &&
           f->row->read(f->row, raw, &at) == FAULT_NONE && f->row->n && !f->row->blank;
}

/* Rows of a file of --rejets stood elsewhere: what stands above them there is another's. */
static void look(struct filler *f, struct slice *slice)
{
    if (slice->below_blank || aet_apart_rejects(f->sheet))
        forget(f);
    if (!is_readable(f, slice->raw) || !is_record(f, slice->raw))
        forget(f);
    else
        fill(f, slice);
}

void aet_filler_block(struct filler *f, struct block *b)
{
    aet_arena_reset(&f->block);
    for (size_t i = 0; f->sheet && i < b->n; i++)
        look(f, &b->slices[i]);
}

void aet_filler_free(struct filler *f)
{
    leave(f);
    aet_free(f->p);
    aet_arena_free(&f->file);
    aet_arena_free(&f->block);
}
