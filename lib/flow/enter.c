/* Entering a file, and leaving it. */
#include "flow/enter.h"

#include "apart/aside.h"
#include "base/utf8.h"
#include "cli/maps.h"
#include "record/place.h"

enum { HEADING_WIDTH = 40, SHOWN = 20 }; /* of a heading; columns of a list */

/* What is said about the headings of a file: through the teller, then forgotten. */
struct line_said {
    struct arena arena;
    struct diags diags;
};

static void begin(struct line_said *s)
{
    *s = (struct line_said){ .diags = { .least = INFO } };
    s->diags.arena = &s->arena;
}

static void say(struct run *r, const struct diag *x, const struct diag_place *where)
{
    aet_teller_diag(&r->teller, x, where);
    aet_teller_flush(&r->teller);
}

static void end(struct line_said *s)
{
    aet_diags_free(&s->diags);
    aet_arena_free(&s->arena);
}

/* `« Titre »`: as it is written, on one line, cut when it is long. */
static void quote(const struct run *r, struct span heading, struct buf *out)
{
    struct span shown = aet_utf8_fit(heading, HEADING_WIDTH);
    struct buf text = { 0 };
    struct diag_arg term = { "terme", { NULL, 0 } };

    for (size_t i = 0; i < shown.n; i++)
        aet_buf_char(&text, shown.p[i] == '\n' || shown.p[i] == '\r' ? ' ' : shown.p[i]);
    aet_buf_str(&text, shown.n < heading.n ? "…" : "");
    term.value = aet_buf_view(&text);
    aet_message(out, aet_phrases[PHRASE_QUOTED], r->s->voice.lang, &term, 1);
    aet_buf_free(&text);
}

static void separate(struct buf *list)
{
    if (list->n)
        aet_buf_str(list, ", ");
}

/* Column `i`, which is the `n`th of its list from 0. False: there are enough of them. */
static bool column(const struct run *r, const struct layout *l, size_t i, size_t n, struct buf *out)
{
    if (n == SHOWN)
        aet_buf_str(out, ", …");
    if (n >= SHOWN)
        return false;
    separate(out);
    aet_column_letters(i + 1, out);
    if (l->headings[i].n) {
        aet_buf_char(out, ' ');
        quote(r, l->headings[i], out);
    }
    return true;
}

/* One title: counted, and kept for the file of rejects with the reason. */
static void set_aside(struct run *r, const struct layout *l, const struct title *t)
{
    struct reader *reader = &r->worker.reader;
    struct diag_place where = aet_place_of(l, &t->row, (struct spot){ 0, false });
    struct line_said s;
    const struct diag *said;

    aet_totals_add(r->totals, ASIDE);
    aet_inputs_count(&r->inputs, ASIDE);
    if (!r->rejects)
        return;
    begin(&s);
    said = aet_aside_say(&s.diags, ENT_TITLES, 1, t->words);
    aet_rejects_add(r->rejects,
                    &(struct reject){ .layout = l,
                                      .mapping = aet_reader_kind(reader)->mapping(reader),
                                      .slice = &t->row,
                                      .said = &said,
                                      .places = &where,
                                      .n = 1,
                                      .hides = HIDES_LINE,
                                      .title = true });
    end(&s);
}

static void say_titles(struct run *r, const struct layout *l)
{
    struct diag_place where;
    struct line_said s;

    if (!l->titles_n)
        return;
    for (size_t i = 0; i < l->titles_n; i++)
        set_aside(r, l, &l->titles[i]);
    begin(&s);
    where = aet_place_of(l, &l->titles[0].row, (struct spot){ 0, false });
    say(r, aet_aside_say(&s.diags, ENT_TITLES, l->titles_n, l->titles[0].words), &where);
    end(&s);
}

static void say_joined(struct run *r, const struct layout *l)
{
    struct diag_place where = aet_place_heading(l, -1);
    struct buf list = { 0 };
    struct line_said s;
    struct diag *x;

    if (!l->joined)
        return;
    for (size_t i = 0, n = 0; i < l->columns; i++)
        if (l->headings[i].n)
            column(r, l, i, n++, &list);
    begin(&s);
    x = aet_diag_add(&s.diags, &aet_rules_ent[ENT_TWO_LINES], AET_LIT(""));
    aet_diag_arg(&s.diags, x, "termes", aet_buf_view(&list));
    say(r, x, &where);
    end(&s);
    aet_buf_free(&list);
}

/* The --map that reads the column, to be pasted. A heading that a shell would not take as it is
 * goes by its letter. */
static void map(const struct layout *l, size_t i, const char *field, struct buf *out)
{
    struct span heading = l->headings[i];
    bool plain = heading.n <= HEADING_WIDTH, words = false;

    for (size_t k = 0; k < heading.n; k++) {
        unsigned char c = (unsigned char)heading.p[k];

        words |= c >= 0x80 || (c | 0x20) >= 'a' || (c >= '0' && c <= '9');
        plain &= c >= ' ' && !strchr("\"$`\\!=", heading.p[k]);
    }
    aet_buf_str(out, "--map \"");
    if (plain && words)
        aet_buf_span(out, heading);
    else
        aet_column_letters(i + 1, out);
    aet_buf_char(out, '=');
    aet_buf_str(out, field);
    aet_buf_char(out, '"');
}

/* The columns of a file: those that lead to a field, and those that do not though they hold values.
 */
struct columns_heard {
    struct buf read, unread, maps, first;
    size_t n, reads; /* that are not read, and that are */
    bool reworded;   /* a heading was read by what it means */
};

static void hear_read(struct run *r, const struct mapping *m, size_t i, struct columns_heard *c)
{
    struct reader *reader = &r->worker.reader;

    c->reworded |= m->reworded[i];
    if (!column(r, m->layout, i, c->reads++, &c->read))
        return;
    aet_buf_str(&c->read, " (");
    aet_buf_str(&c->read, aet_reader_kind(reader)->leads(reader, i));
    aet_buf_char(&c->read, ')');
}

static void hear_unread(struct run *r, const struct mapping *m, size_t i, struct columns_heard *c)
{
    struct reader *reader = &r->worker.reader;
    const char *near = c->n < SHOWN ? aet_reader_kind(reader)->near(reader, i) : NULL;

    if (!near && c->n < SHOWN)
        near = aet_reader_kind(reader)->choice(reader, i);

    column(r, m->layout, i, c->n, &c->unread);
    if (near && c->maps.n)
        aet_buf_char(&c->maps, ' ');
    if (near)
        map(m->layout, i, near, &c->maps);
    if (!c->n++)
        map(m->layout, i, aet_phrase(PHRASE_FIELD, r->s->voice.lang), &c->first);
}

static void say_columns(struct run *r, const struct layout *l, const struct columns_heard *c)
{
    struct diag_place where = aet_place_heading(l, -1);
    struct line_said s;
    struct diag *x;

    begin(&s);
    x = aet_diag_add(&s.diags, &aet_rules_ent[c->n ? ENT_COLUMNS_UNREAD : ENT_COLUMNS_READ],
                     AET_LIT(""));
    aet_diag_arg(&s.diags, x, "termes", aet_buf_view(&c->read));
    if (c->n) {
        aet_diag_arg(&s.diags, x, "noms", aet_buf_view(&c->unread));
        aet_diag_arg(&s.diags, x, "carte", aet_buf_view(c->maps.n ? &c->maps : &c->first));
        aet_diag_arg_uint(&s.diags, x, "nombre", c->n);
    }
    say(r, x, &where);
    end(&s);
}

/* A file of rejects has columns of its own. */
static bool is_ours(struct reader *r, size_t i)
{
    const struct apart_sheet *s = aet_reader_kind(r)->sheet(r);

    return aet_apart_rejects(s) && (i == s->said || i == s->brut);
}

static void say_narrow(struct run *r, const struct mapping *m)
{
    struct diag_place where = {
        .file = m->layout->name, .line = m->narrow.line, .column = 1, .sheet.row = m->narrow.row
    };
    struct line_said s;
    struct diag *x;

    begin(&s);
    x = aet_diag_add(&s.diags, &aet_rules_ent[ENT_SHORT_ROWS], AET_LIT(""));
    aet_diag_arg_uint(&s.diags, x, "nombre", m->narrow.n);
    say(r, x, &where);
    end(&s);
}

/* What is worth a word of a sheet of a workbook, at the first row that it is about. */
static void say_sheet(struct run *r, const struct layout *l, int rule, uint64_t n,
                      struct sheet_place at)
{
    struct diag_place where = { .file = l->name, .sheet = at };
    struct line_said s;
    struct diag *x;

    if (l->book)
        where.sheet.sheet = l->book->sheet;
    begin(&s);
    x = aet_diag_add(&s.diags, &aet_rules_ent[rule], AET_LIT(""));
    aet_diag_arg_uint(&s.diags, x, "nombre", n);
    if (rule == ENT_BOOK_READ) {
        aet_diag_arg(&s.diags, x, "valeur", l->book->sheet);
        aet_diag_arg(&s.diags, x, "autres", l->book->others);
    }
    say(r, x, &where);
    end(&s);
}

static void say_book(struct run *r, const struct layout *l)
{
    const struct book_notes *b = l->book;

    if (b->hidden && !r->s->voice.quiet)
        say_sheet(r, l, ENT_BOOK_HIDDEN, b->hidden, (struct sheet_place){ .row = b->hidden_row });
    if (b->hidden_columns && !r->s->voice.quiet)
        say_sheet(r, l, ENT_BOOK_HIDDEN_COLUMNS, b->hidden_columns,
                  (struct sheet_place){ .row = b->hidden_column_row, .column = b->hidden_column });
    if (b->formulas)
        say_sheet(r, l, ENT_BOOK_FORMULAS, b->formulas,
                  (struct sheet_place){ .row = b->formula_row, .column = b->formula_column });
}

void aet_run_leave(struct run *r)
{
    struct reader *reader = &r->worker.reader;
    const struct layout *l = r->heard;
    const struct mapping *m = aet_reader_kind(reader)->mapping(reader);
    struct columns_heard c = { .n = 0 };

    r->heard = NULL;
    if (!l || !aet_has_cells(l) || aet_sink_draws(&r->work->sink))
        return;
    if (l->book)
        say_book(r, l);
    if (m->narrow.n)
        say_narrow(r, m);
    for (size_t i = 0; i < l->columns; i++) {
        if (aet_reader_kind(reader)->leads(reader, i))
            hear_read(r, m, i, &c);
        else if (m->passed_over[i] && !is_ours(reader, i))
            hear_unread(r, m, i, &c);
    }
    if ((c.n || c.reworded) && !r->s->voice.quiet)
        say_columns(r, l, &c);
    aet_buf_free(&c.read);
    aet_buf_free(&c.unread);
    aet_buf_free(&c.maps);
    aet_buf_free(&c.first);
}

/* Files that cannot be written as one, unless a format or new names were asked for. */
static bool differ(const struct run *r, const struct layout *l)
{
    return aet_sink_writes(r->work->sink.kind) && !aet_writing_format(&r->s->writing) &&
           !r->s->reading.renames.n && !aet_layout_same(l, r->inputs.first);
}

static void say_heading(struct run *r, int rule, const struct layout *l, size_t column,
                        const struct diag_arg *args, size_t n)
{
    struct diag_place where = aet_place_heading(l, (long)column);

    aet_say_input(&r->s->voice, rule, &where, args, n);
}

/* A misspelt heading would leave its column unread in silence. */
static void near_fields(struct run *r, const struct layout *l)
{
    struct reader *reader = &r->worker.reader;

    for (size_t i = 0; i < l->columns; i++) {
        const char *near = aet_reader_kind(reader)->near(reader, i);

        if (!near)
            continue;

        const struct diag_arg args[] = { { "valeur", l->headings[i] },
                                         { "suggestion", aet_span_z(near) } };

        if (!r->work->silent)
            say_heading(r, ENT_NEAR_FIELD, l, i, args, 2);
        r->totals->warnings++;
    }
}

/* Whether the reader can read it. False: complained. */
static bool readable(struct run *r, const struct layout *l)
{
    struct reader *reader = &r->worker.reader;
    const struct reader_kind *kind = aet_reader_kind(reader);
    struct heading_fault fault;
    const char *lacks;

    if (!kind->file(reader, l, &fault)) {
        struct diag_place where = aet_place_heading(l, (long)fault.column);
        struct diag x = aet_heading_diag(&fault);

        aet_say_diag(&r->s->voice, &x, &where);
        return false;
    }
    near_fields(r, l);
    lacks = kind->lacks(reader);
    if (lacks)
        aet_voice_column(&r->s->voice, lacks, l);
    return !lacks;
}

bool aet_run_enter(struct run *r, const struct layout *l)
{
    bool first = !r->inputs.first;

    if (first)
        r->inputs.first = l;
    if (differ(r, l)) {
        struct diag_arg arg = { "autre", aet_span_z(r->inputs.first->name) };
        struct diag_place where = aet_place_heading(l, -1);

        aet_say_input(&r->s->voice, ENT_FILES_DIFFER, &where, &arg, 1);
        return false;
    }
    if (!readable(r, l) || aet_maps_reversed(r->s, l))
        return false;
    if (l->book && l->book->others.n && !r->work->silent && !r->s->voice.quiet)
        say_sheet(r, l, ENT_BOOK_READ, 0, (struct sheet_place){ 0 });
    if (!l->book && r->s->reading.sheet)
        say_sheet(r, l, ENT_SHEET_NO_BOOK, 0, (struct sheet_place){ 0 });
    say_titles(r, l);
    say_joined(r, l);
    r->heard = l;
    aet_worker_file(&r->worker, l, r->inputs.first, r->writer.sheet != NULL);
    if (first && aet_sink_writes(r->work->sink.kind))
        aet_writer_first(&r->writer, &r->worker.reader, &r->worker.emitter, l);
    return true;
}
