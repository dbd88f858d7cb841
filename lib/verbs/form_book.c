/* Writing a form: its sheet, and a hidden one with the lists that are too long for a cell. */
#include "verbs/form.h"

#include <errno.h>
#include <string.h>

enum { EXAMPLE_ROW = 1, CAPTION_LEAST = 12, CAPTION_MOST = 40 };

const struct text aet_form_example_mark = { "Exemple\u00a0: ", "Example: " };

struct form_book {
    struct session *s;
    const struct form_sheet *f;
    struct ledger *l;
    bool example; /* there is one */
};

/* Whether the choices of a column stand on the hidden sheet. */
static bool listed(const struct form_column *c)
{
    return c->choice.n && !aet_ledger_words(c->choice.words, c->choice.n);
}

/* Rows to fill in, or that are: the first and the last. */
static struct ledger_range filled(const struct form_book *b, uint32_t column)
{
    uint32_t first = 1 + (b->example ? 1 : 0);
    uint32_t last = first + (uint32_t)b->f->rows + FORM_ROWS - 1;

    return (struct ledger_range){ first, column, last, column };
}

static void put_widths(const struct form_book *b, double *widths)
{
    for (size_t i = 0; i < b->f->n; i++) {
        const struct form_column *c = &b->f->columns[i];
        double w = aet_ledger_width(c->caption), x = aet_ledger_width(c->example);

        w = x > w ? x : w;
        for (size_t r = 0; r < b->f->rows; r++) {
            x = aet_ledger_width(b->f->cells[r * b->f->n + i]);
            w = x > w ? x : w;
        }
        widths[i] = w < CAPTION_LEAST ? CAPTION_LEAST : w > CAPTION_MOST ? CAPTION_MOST : w;
    }
}

static void put_headings(const struct form_book *b)
{
    aet_ledger_row(b->l);
    for (size_t i = 0; i < b->f->n; i++) {
        const struct form_column *c = &b->f->columns[i];

        aet_ledger_text(b->l, (uint32_t)i, c->caption,
                        (struct ledger_style){ LEDGER_AS_IS, LEDGER_HEADING });
        if (c->help.n)
            aet_ledger_comment(b->l, 0, (uint32_t)i, c->help);
    }
}

/* The first cell says that the row is an example, which is how reading knows. */
static void put_example(const struct form_book *b)
{
    struct buf first = { 0 };

    aet_ledger_row(b->l);
    if (b->f->mark.n)
        aet_buf_span(&first, b->f->mark);
    else
        aet_buf_str(&first, aet_text(aet_form_example_mark, b->s->voice.lang));
    for (size_t i = 0; i < b->f->n; i++) {
        struct span text = b->f->columns[i].example;

        if (i == 0) {
            aet_buf_span(&first, text);
            text = aet_buf_view(&first);
        }
        aet_ledger_text(b->l, (uint32_t)i, text,
                        (struct ledger_style){ LEDGER_AS_IS, LEDGER_EXAMPLE });
    }
    aet_buf_free(&first);
}

static void put_rows(const struct form_book *b)
{
    for (size_t r = 0; r < b->f->rows; r++) {
        aet_ledger_row(b->l);
        for (size_t i = 0; i < b->f->n; i++) {
            struct span text = b->f->cells[r * b->f->n + i];

            if (text.n)
                aet_ledger_text(b->l, (uint32_t)i, text,
                                (struct ledger_style){ LEDGER_AS_IS, LEDGER_WRAPPED });
        }
    }
}

/* What the cells of a column may hold; `list`: its column on the hidden sheet. */
static void put_rule(const struct form_book *b, size_t column, uint32_t list)
{
    static const struct text not_listed = { "Choisir dans la liste de la cellule.",
                                            "Choose from the list of the cell." };
    static const struct text no_day = { "Une date\u00a0: AAAA-MM-JJ.", "A date: YYYY-MM-DD." };
    static const struct text no_number = { "Un nombre, 0 ou plus.", "A number, 0 or more." };
    enum lang lang = b->s->voice.lang;
    const struct form_column *c = &b->f->columns[column];
    struct ledger_rule r = { .cells = filled(b, (uint32_t)column) };

    if (c->choice.n) {
        r.kind = LEDGER_LIST;
        r.strict = c->closed;
        r.open = !c->closed;
        r.error = aet_span_z(aet_text(not_listed, lang));
        if (listed(c)) {
            r.from = aet_span_z(aet_text(aet_ledger_lists, lang));
            r.source = (struct ledger_range){ 1, list, (uint32_t)c->choice.n, list };
        } else {
            r.words = c->choice.words;
            r.words_n = c->choice.n;
        }
    } else if (c->type == TYPE_DATE) {
        r.kind = LEDGER_DAYS;
        r.error = aet_span_z(aet_text(no_day, lang));
    } else if (c->type == TYPE_MONEY) {
        r.kind = LEDGER_DECIMALS;
        r.error = aet_span_z(aet_text(no_number, lang));
    } else {
        return;
    }
    aet_ledger_rule(b->l, &r);
}

static void put_rules(const struct form_book *b)
{
    uint32_t list = 0;

    for (size_t i = 0; i < b->f->n; i++) {
        put_rule(b, i, list);
        list += listed(&b->f->columns[i]);
    }
}

static void put_lists(const struct form_book *b)
{
    struct ledger_sheet sheet = { .name = aet_span_z(aet_text(aet_ledger_lists, b->s->voice.lang)),
                                  .hidden = true };
    size_t most = 0;

    for (size_t i = 0; i < b->f->n; i++)
        if (listed(&b->f->columns[i]) && b->f->columns[i].choice.n > most)
            most = b->f->columns[i].choice.n;
    if (!most)
        return;
    aet_ledger_sheet(b->l, &sheet);
    for (size_t r = 0; r <= most; r++) {
        uint32_t column = 0;

        aet_ledger_row(b->l);
        for (size_t i = 0; i < b->f->n; i++) {
            const struct form_column *c = &b->f->columns[i];

            if (!listed(c))
                continue;
            if (r <= c->choice.n)
                aet_ledger_text(b->l, column, r ? c->choice.words[r - 1] : c->caption,
                                (struct ledger_style){ LEDGER_AS_IS, LEDGER_PLAIN });
            column++;
        }
    }
}

static void put_sheet(const struct form_book *b)
{
    double *widths = aet_calloc(b->f->n + 1, sizeof *widths);
    struct ledger_sheet sheet = {
        .name = b->f->name, .widths = widths, .widths_n = b->f->n, .frozen_rows = 1
    };

    put_widths(b, widths);
    aet_ledger_sheet(b->l, &sheet);
    put_headings(b);
    if (b->example)
        put_example(b);
    put_rows(b);
    put_rules(b);
    aet_free(widths);
}

enum status aet_form_write(struct session *s, const struct form_sheet *f)
{
    struct buf out = { 0 };
    struct form_book b = { .s = s, .f = f, .l = aet_ledger_new(&out, s->voice.lang, NULL) };
    enum status st = STATUS_FAILED;

    for (size_t i = 0; i < f->n; i++)
        b.example |= f->columns[i].example.n > 0;
    put_sheet(&b);
    put_lists(&b);
    if (!aet_ledger_end(b.l)) {
        aet_voice_system(&s->voice, f->name.p, EFBIG);
    } else if (aet_writing_open(&s->writing, &s->voice)) {
        aet_writing_put(&s->writing, aet_buf_view(&out));
        st = STATUS_CLEAN;
    }
    aet_buf_free(&out);
    return st;
}

bool aet_form_asked(const struct session *s)
{
    const char *format = aet_writing_format(&s->writing);

    return format && strcmp(format, "xlsx") == 0;
}

enum status aet_form_of_schema(struct session *s, const struct schema *schema)
{
    struct arena arena = { 0 };
    struct form_column *columns = aet_calloc(schema->n + 1, sizeof *columns);
    struct form_sheet f = { .name = aet_span_z(aet_text(schema->title, s->voice.lang)),
                            .columns = columns };
    enum status st = STATUS_CLEAN;

    for (size_t i = 0; st == STATUS_CLEAN && i < schema->n; i++)
        if (!schema->fields[i].generated && !aet_form_column(s, schema, i, &arena, &columns[f.n++]))
            st = STATUS_FAILED;
    if (st == STATUS_CLEAN)
        st = aet_form_write(s, &f);
    for (size_t i = 0; i < f.n; i++)
        aet_free(columns[i].choice.words);
    aet_free(columns);
    aet_arena_free(&arena);
    return st;
}
