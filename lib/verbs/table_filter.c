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

static bool cell_has(struct span cell, const struct table *target, struct span id)
{
    struct span part;

    while (aet_list_next(&cell, &part))
        if (aet_span_eq(canonical(target, part), id))
            return true;
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

/* The term that a filter names; a variant of it answers too. */
static enum status add_filter(struct session *s, const struct table *t, const char *column,
                              const char *value, struct wanted *w)
{
    size_t c = aet_column(t, column);
    const struct table *target;
    struct matcher *m;
    int32_t row;
    char *name;

    if (c == t->n_columns || t->columns[c].kind < COLUMN_REF)
        return aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_TABLE_COLUMN],
                               AET_WORDS(aet_word("table", t->name), aet_word("valeur", column)));
    name = aet_span_dup(t->columns[c].target);
    target = aet_session_table(s, name);
    aet_free(name);
    if (!target)
        return STATUS_FAILED;
    m = aet_matcher_new(target, NULL, 0);
    row = aet_match(m, aet_span_z(value));
    if (row == NO_ROW)
        return aet_table_unknown_term(s, m, value);
    w->columns[w->n] = c;
    w->targets[w->n] = target;
    w->ids[w->n++] = canonical(target, aet_cell(target, (size_t)row, 0));
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
        st = add_filter(s, t, f->column, s->command.values[f->option], w);
        if (st != STATUS_CLEAN)
            return st;
    }
    return STATUS_CLEAN;
}
