/* What the columns of a form may hold, and what is said of them. */
#include "verbs/form.h"

#include "base/fold.h"
#include "tables/match.h"

static void add(struct form_choice *to, struct span label)
{
    for (size_t i = 0; i < to->n; i++)
        if (aet_span_eq(to->words[i], label))
            return;
    to->words = aet_grow(to->words, &to->cap, to->n, sizeof *to->words);
    to->words[to->n++] = label;
}

static const struct table *named(struct session *s, struct span name)
{
    char *copy = aet_span_dup(name);
    const struct table *t = aet_session_table(s, copy);

    aet_free(copy);
    return t;
}

/* The rows that a column of a table refers to, as they are met. */
static bool referred(struct session *s, const struct table *t, struct span column,
                     struct form_choice *to)
{
    char *name = aet_span_dup(column);
    size_t c = aet_column(t, name);
    const struct table *target = c < t->n_columns ? named(s, t->columns[c].target) : NULL;

    aet_free(name);
    for (size_t r = 0; target && r < t->rows; r++) {
        struct span cell = aet_cell(t, r, c), part;

        while (aet_list_next(&cell, &part)) {
            int32_t row = aet_row_of_id(target, part);

            if (row != NO_ROW)
                add(to, aet_fold_short(aet_label(target, (size_t)row, s->voice.lang)));
        }
    }
    return target != NULL;
}

bool aet_form_choices(struct session *s, const char *from, struct form_choice *to)
{
    struct span rest = aet_span_z(from), part;

    while (aet_list_next(&rest, &part)) {
        const char *colon = memchr(part.p, ':', part.n);
        size_t n = colon ? (size_t)(colon - part.p) : part.n;
        const struct table *t = named(s, aet_span(part.p, n));

        if (!t || (colon && !referred(s, t, aet_span_from(part, n + 1), to)))
            return false;
        for (size_t r = 0; !colon && r < t->rows; r++)
            add(to, aet_fold_short(aet_label(t, r, s->voice.lang)));
    }
    return true;
}

/* What the tool says of the field; NULL: nothing. */
static const struct form_field *said(const struct session *s, const struct schema *schema,
                                     size_t field)
{
    const struct form_field *f = s->command.tool->form;

    for (; f && f->schema; f++)
        if (strcmp(f->schema, schema->name) == 0 &&
            strcmp(f->field, schema->fields[field].name) == 0)
            return f;
    return NULL;
}

/* The example of a term is written as ids, and shown by labels. */
static struct span example_of(struct session *s, const struct field *f, const char *text,
                              struct arena *arena)
{
    struct span rest = aet_span_z(text), part;
    const struct table *t = f->table ? aet_session_table(s, f->table) : NULL;
    struct buf out = { 0 };
    struct span kept;

    if (!t)
        return rest;
    while (aet_list_next(&rest, &part)) {
        int32_t row = aet_row_of_id(t, part);

        aet_buf_str(&out, out.n ? " | " : "");
        aet_buf_span(
            &out, row == NO_ROW ? part : aet_fold_short(aet_label(t, (size_t)row, s->voice.lang)));
    }
    kept = aet_arena_copy(arena, aet_buf_view(&out));
    aet_buf_free(&out);
    return kept;
}

struct span aet_form_example(struct session *s, const struct schema *schema, size_t field,
                             struct arena *arena)
{
    const struct form_field *more = said(s, schema, field);

    return more && more->example.fr ? example_of(s, &schema->fields[field],
                                                 aet_text(more->example, s->voice.lang), arena)
                                    : AET_LIT("");
}

/* How the field is filled in, in a sentence or two. */
static struct span help_of(const struct session *s, const struct field *f, struct arena *arena,
                           const struct form_column *c)
{
    static const struct text choose = { "À choisir dans la liste de la cellule.",
                                        "To be chosen from the list of the cell." };
    static const struct text several = {
        "À choisir dans la liste de la cellule; plusieurs\u00a0: séparés par |. Vos mots à vous "
        "sont "
        "gardés quand la liste ne suffit pas, et dits.",
        "To be chosen from the list of the cell; several: separated by |. Words of your own are "
        "kept where the list does not do, and said."
    };
    static const struct text several_closed = {
        "À choisir dans la liste de la cellule; plusieurs\u00a0: séparés par |.",
        "To be chosen from the list of the cell; several: separated by |."
    };
    enum lang lang = s->voice.lang;
    struct buf out = { 0 };
    struct span kept;

    if (c->choice.n && f->type == TYPE_TERMS)
        aet_buf_str(&out, aet_text(f->unknown ? several_closed : several, lang));
    else if (c->choice.n)
        aet_buf_str(&out, aet_text(choose, lang));
    else if (!aet_type_is_text(f->type))
        aet_buf_str(&out, aet_text(aet_type_form(f->type), lang));
    kept = aet_arena_copy(arena, aet_buf_view(&out));
    aet_buf_free(&out);
    return kept;
}

bool aet_form_column(struct session *s, const struct schema *schema, size_t field,
                     struct arena *arena, struct form_column *to)
{
    static const struct text yes_no[] = { { "oui", "yes" }, { "non", "no" } };
    const struct field *f = &schema->fields[field];
    const struct form_field *more = said(s, schema, field);
    const char *from = more && more->from ? more->from : f->table;

    *to = (struct form_column){ .caption = aet_span_z(aet_text(f->title, s->voice.lang)),
                                .type = f->type,
                                .closed = f->type == TYPE_TERM && f->unknown };
    if (from && !aet_form_choices(s, from, &to->choice))
        return false;
    for (size_t i = 0; f->type == TYPE_BOOL && i < 2; i++)
        add(&to->choice, aet_span_z(aet_text(yes_no[i], s->voice.lang)));
    to->example = aet_form_example(s, schema, field, arena);
    to->help = help_of(s, f, arena, to);
    return true;
}
