/* The file, and what may be written of a record. */
#include "rejects/rejects.h"

#include "base/utf8.h"
#include "rejects/cells.h"
#include "rejects/object.h"
#include "format/formats.h"

struct rejects {
    struct session *s;
    const char *path;
    struct out *out;
    struct list list; /* its format NULL until the first record, unless the name says it */
    struct headings *headings;
    const struct layout *layout; /* that the hider knows */
    struct reject_file file;
    struct reject_cells cells;
    struct reject_book book;
};

static void begin_book(struct rejects *j)
{
    const struct emitter like = { .schema = j->file.schema,
                                  .to = j->list.format,
                                  .number = j->s->reading.number,
                                  .dates = j->s->reading.dates };

    aet_reject_book_begin(&j->book, &like, j->file.lang);
    j->cells.book = &j->book;
}

struct rejects *aet_rejects_open(struct session *s, const struct schema *schema,
                                 const struct nest *nest)
{
    struct rejects *j = aet_calloc(1, sizeof *j);

    j->s = s;
    j->path = s->command.values[OPT_REJETS];
    j->list = (struct list){ .format = aet_format_of_file(j->path), .array = true };
    j->out = aet_writing_beside(&s->writing, j->path, &s->voice);
    if (!j->out) {
        aet_free(j);
        return NULL;
    }
    j->headings = aet_headings_new(schema, s->reading.renames.p, s->reading.renames.n);
    aet_hider_init(&j->file.hider, aet_hiding_identities(s->hiding), schema, nest, j->headings);
    j->file.schema = schema;
    j->file.nest = nest;
    j->file.lang = s->voice.lang;
    if (j->list.format && j->list.format->typed)
        begin_book(j);
    return j;
}

/* Parse the slice again: its cells or members, or false when it cannot be parsed. The rows of a
 * document have none. */
static bool parse_again(struct rejects *j, const struct layout *l, const struct slice *slice,
                        struct record *record)
{
    struct arena arena = { 0 };
    struct diags none = { .arena = &arena, .least = ERREUR };
    enum parsed p;

    if (j->file.nest && aet_has_cells(l))
        return false;
    p = aet_record_parse(&j->file.hider.again, slice, record, &none);
    aet_diags_free(&none);
    aet_arena_free(&arena);
    return aet_record_holds(record, p);
}

static void put(struct rejects *j, struct span text)
{
    aet_out_put(j->out, text);
}

/* Of a document, what was not replaced before is now. */
static struct span written(struct rejects *j)
{
    struct span text = aet_buf_view(&j->file.text);

    return j->file.nest && j->file.hider.identities && j->list.format->shape == SHAPE_OBJECT
               ? aet_reject_json(&j->file, text)
               : text;
}

/* Whether every row of a document can be read. */
static bool rows_read(const struct layout *l, const struct slice *slice)
{
    struct row *row = l->format->row_new(l);
    struct span rest = slice->raw;
    struct cutter cutter;
    struct piece piece;
    bool good = true;
    size_t at;

    l->format->row_cutter(l, &cutter);
    while (good && aet_cut(&cutter, rest, true, &piece) == CUT_RECORD) {
        struct span one = aet_span(rest.p + piece.start, piece.end - piece.start);

        rest = aet_span_from(rest, piece.end);
        good = aet_utf8_bad(one) == one.n && !memchr(one.p, '\0', one.n) &&
               row->read(row, one, &at) == FAULT_NONE;
    }
    aet_row_free(row);
    return good;
}

/* The record as it may be written; nothing when nobody knows what is a name in it. The rows of a
 * document have their names replaced as they are written. */
static struct slice shown_slice(struct rejects *j, const struct reject *x)
{
    struct slice slice = *x->slice;

    if (!j->file.nest || !j->file.hider.identities || !aet_has_cells(x->layout))
        return aet_hider_slice(&j->file.hider, x->slice, x->hides);
    if (!x->part && !rows_read(x->layout, x->slice))
        slice.raw = AET_LIT("");
    return slice;
}

static void put_book(struct rejects *j)
{
    put(j, aet_buf_view(&j->book.packed));
    aet_buf_clear(&j->book.packed);
}

static void write(struct rejects *j, const struct reject *x, const struct shown *shown)
{
    struct framed f;

    if (!j->list.format)
        j->list.format = x->layout->format;
    if (!j->list.n)
        put(j, aet_list_begin(&j->list));
    aet_buf_clear(&j->file.text);
    if (j->list.format->shape == SHAPE_CELLS)
        aet_reject_cells(&j->file, &j->cells, j->list.format, x, shown);
    else
        aet_reject_object(&j->file, x, shown);
    if (j->cells.book) {
        put_book(j);
        return;
    }
    f = aet_list_item(&j->list, written(j));
    put(j, f.before);
    put(j, f.text);
    put(j, f.after);
}

/* Where it was said, as it may be written: a heading may name somebody. */
static struct diag_place shown_place(struct reject_file *f, const struct reject *x, size_t i)
{
    struct diag_place where = x->places[i];

    aet_hider_place(&f->hider, &where, &f->arena);
    if (where.sheet.heading.n)
        where.sheet.heading = aet_arena_copy(&f->arena,
                                             aet_reject_heading(f, x, where.sheet.column - 1));
    return where;
}

void aet_rejects_add(struct rejects *j, const struct reject *x)
{
    struct hider *h = &j->file.hider;
    struct diag *said = aet_calloc(x->n + 1, sizeof *said);
    struct diag_place *places = aet_calloc(x->n + 1, sizeof *places);
    struct shown shown = { .said = said, .places = places };

    if (j->layout != x->layout)
        aet_hider_file(h, x->layout, NULL);
    j->layout = x->layout;
    shown.slice = shown_slice(j, x);
    if (h->identities && x->title)
        shown.slice.raw = AET_LIT(""); /* what stands there is no text of a field */
    if (h->identities && !shown.slice.raw.n)
        aet_hiding_withheld(j->s->hiding);
    for (size_t i = 0; i < x->n; i++) {
        said[i] = aet_hider_diag(h, x->said[i], shown.slice.raw.n > 0, &j->file.arena);
        places[i] = shown_place(&j->file, x, i);
    }
    shown.parsed = !x->title && parse_again(j, x->layout, &shown.slice, &shown.record);
    write(j, x, &shown);
    for (; j->file.withheld; j->file.withheld--)
        aet_hiding_withheld(j->s->hiding);
    aet_arena_reset(&j->file.arena);
    aet_free(said);
    aet_free(places);
}

static void free_all(struct rejects *j)
{
    aet_reject_cells_free(&j->cells);
    aet_reject_book_free(&j->book);
    aet_hider_free(&j->file.hider);
    aet_headings_free(j->headings);
    aet_buf_free(&j->file.text);
    aet_buf_free(&j->file.key);
    aet_arena_free(&j->file.arena);
    aet_free(j);
}

/* False: complained. */
static bool end_book(struct rejects *j)
{
    const struct voice *v = &j->s->voice;
    bool fits = aet_reject_book_end(&j->book);

    put_book(j);
    if (!fits)
        aet_voice_say(v, &aet_rules_sys[SYS_BOOK_LARGE], NULL);
    if (j->book.cut)
        aet_voice_say(
            v, &aet_rules_bil[BIL_REJECTS_CUT],
            AET_WORDS(aet_word("fichier", j->path), aet_word_uint("nombre", j->book.cut)));
    return fits;
}

bool aet_rejects_close(struct rejects *j)
{
    bool fits = true;

    if (j->cells.book) {
        fits = end_book(j);
    } else if (j->list.format) {
        if (!j->list.n)
            put(j, aet_list_begin(&j->list));
        put(j, aet_list_end(&j->list));
    }
    free_all(j);
    return fits;
}
