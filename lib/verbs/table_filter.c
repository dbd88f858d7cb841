/* Which rows of a table are asked for: terms that its columns must name, a text that they must
 * hold. */
#include "verbs/table_rows.h"

#include "base/fold.h"

/* The term that a row merely rewords, or the row's own id. */
static struct span canonical(const struct table *t, struct span id)
{
    size_t column = aet_column(t, "variante");
    int32_t row = column < t->n_columns ? aet_row_of_id(t, id) : NO_ROW;

    return row != NO_ROW && aet_cell(t, (size_t)row, column).n ? aet_cell(t, (size_t)row, column)
                                                               : id;
}

static bool cell_has(struct span cell, const struct table *target, struct span ids)
{
    struct span part;

    while (aet_list_next(&cell, &part)) {
        struct span rest = ids, id;

        while (aet_list_next(&rest, &id))
            if (aet_span_eq(canonical(target, part), canonical(target, id)))
                return true;
    }
    return false;
}

bool aet_table_wanted(struct session *s, const struct table *t, size_t row, const struct wanted *w)
{
    for (size_t i = 0; i < w->n; i++)
        if (!cell_has(aet_cell(t, row, w->columns[i]), w->targets[i], w->ids[i]))
            return false;
    return !w->text.n || aet_table_holds(s, t, row, w->text);
}

enum status aet_table_unknown_term(struct session *s, struct matcher *m, const char *value)
{
    int32_t rows[3];
    size_t n = aet_nearest(m, aet_span_z(value), rows, 3);
    struct word words[5] = { aet_word("valeur", value) };

    for (size_t i = 0; i < n; i++)
        words[i + 1] = aet_word_span(
            "suggestion",
            aet_fold_short(aet_label(aet_matcher_table(m), (size_t)rows[i], LANG_FR)));
    aet_voice_say(&s->voice, &aet_rules_opt[OPTION_NOT_FOUND], words);
    aet_matcher_free(m);
    return STATUS_DATA;
}

static const struct table *named(struct session *s, struct span name)
{
    char *copy = aet_span_dup(name);
    const struct table *t = aet_session_table(s, copy);

    aet_free(copy);
    return t;
}

/* The term that a filter names, or what its row has in a column; a variant of it answers too. */
static enum status add_filter(struct session *s, const struct table *t,
                              const struct table_filter *f, const char *value, struct wanted *w)
{
    size_t c = aet_column(t, f->column);
    const struct table *target, *source;
    struct matcher *m;
    int32_t row;

    if (c == t->n_columns || t->columns[c].kind < COLUMN_REF)
        return aet_voice_usage(
            &s->voice, &aet_rules_opt[OPTION_TABLE_COLUMN],
            AET_WORDS(aet_word("table", t->name), aet_word("valeur", f->column)));
    target = named(s, t->columns[c].target);
    source = f->via ? named(s, aet_span_z(f->via)) : target;
    if (!target || !source)
        return STATUS_FAILED;
    m = aet_matcher_new(source, NULL, 0);
    row = aet_match(m, aet_span_z(value));
    if (row == NO_ROW)
        return aet_table_unknown_term(s, m, value);
    w->columns[w->n] = c;
    w->targets[w->n] = target;
    w->ids[w->n++] = aet_cell(source, (size_t)row, f->via ? aet_column(source, f->via_column) : 0);
    aet_matcher_free(m);
    return STATUS_CLEAN;
}

enum status aet_table_filters(struct session *s, const struct table *t, struct wanted *w)
{
    for (size_t i = 0; i < s->command.tool->filters_n && i < 16; i++) {
        const struct table_filter *f = &s->command.tool->filters[i];
        enum status st;

        if (!aet_given(s, f->option))
            continue;
        st = add_filter(s, t, f, s->command.values[f->option], w);
        if (st != STATUS_CLEAN)
            return st;
    }
    return STATUS_CLEAN;
}
