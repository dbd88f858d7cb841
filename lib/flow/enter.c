/* Entering a file, and leaving it. */
#include "flow/enter.h"

#include "base/utf8.h"
#include "cli/maps.h"
#include "record/place.h"

enum { HEADING_WIDTH = 40, SHOWN = 20 }; /* of a heading; columns of a list */

/* One line about the headings, through the teller; released at once. */
struct line_said {
    struct arena arena;
    struct diags diags;
    struct diag *x;
};

static void begin(struct line_said *s, int rule)
{
    *s = (struct line_said){ .diags = { .least = INFO } };
    s->diags.arena = &s->arena;
    s->x = aet_diag_add(&s->diags, &aet_rules_ent[rule], AET_LIT(""));
}

static void arg(struct line_said *s, const char *name, const struct buf *value)
{
    aet_diag_arg(&s->diags, s->x, name, aet_buf_view(value));
}

static void end(struct run *r, struct line_said *s, const struct diag_place *where)
{
    aet_teller_diag(&r->teller, s->x, where);
    aet_teller_flush(&r->teller);
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

static void say_titles(struct run *r, const struct layout *l)
{
    struct buf list = { 0 };
    struct diag_place where;
    struct line_said s;

    for (size_t i = 0; i < l->titles.n; i++) {
        aet_totals_add(r->totals, ASIDE);
        aet_inputs_count(&r->inputs, ASIDE);
    }
    if (l->titles.n) {
        begin(&s, ENT_TITLES);
        aet_diag_arg_uint(&s.diags, s.x, "nombre", l->titles.n);
        aet_diag_arg(&s.diags, s.x, "valeur", l->titles.first);
        if (l->titles.n > 1)
            aet_diag_arg(&s.diags, s.x, "suite", AET_LIT("…"));
        where = (struct diag_place){
            .file = l->name, .line = l->titles.line, .column = 1, .sheet.row = l->titles.row
        };
        end(r, &s, &where);
    }
    if (!l->joined)
        return;
    for (size_t i = 0, n = 0; i < l->columns; i++)
        if (l->headings[i].n)
            column(r, l, i, n++, &list);
    begin(&s, ENT_TWO_LINES);
    arg(&s, "termes", &list);
    where = aet_place_heading(l, -1);
    end(r, &s, &where);
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
    const char *near = aet_reader_kind(reader)->near(reader, i);

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

    begin(&s, c->n ? ENT_COLUMNS_UNREAD : ENT_COLUMNS_READ);
    arg(&s, "termes", &c->read);
    if (c->n) {
        arg(&s, "noms", &c->unread);
        arg(&s, "carte", c->maps.n ? &c->maps : &c->first);
        aet_diag_arg_uint(&s.diags, s.x, "nombre", c->n);
    }
    end(r, &s, &where);
}

/* A file of rejects has a column of what was said. */
static bool is_said(const struct mapping *m, size_t i)
{
    return m->brut < m->layout->columns &&
           aet_span_eq(m->layout->headings[i], AET_LIT("diagnostics"));
}

static void say_narrow(struct run *r, const struct mapping *m)
{
    struct diag_place where = {
        .file = m->layout->name, .line = m->narrow.line, .column = 1, .sheet.row = m->narrow.row
    };
    struct line_said s;

    begin(&s, ENT_SHORT_ROWS);
    aet_diag_arg_uint(&s.diags, s.x, "nombre", m->narrow.n);
    end(r, &s, &where);
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
    if (m->narrow.n)
        say_narrow(r, m);
    for (size_t i = 0; i < l->columns; i++) {
        if (aet_reader_kind(reader)->leads(reader, i))
            hear_read(r, m, i, &c);
        else if (m->passed_over[i] && !is_said(m, i))
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
    say_titles(r, l);
    r->heard = l;
    aet_worker_file(&r->worker, l, r->inputs.first, r->writer.sheet != NULL);
    if (first && aet_sink_writes(r->work->sink.kind))
        aet_writer_first(&r->writer, &r->worker.reader, &r->worker.emitter, l);
    return true;
}
