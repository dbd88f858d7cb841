/* `table`: list the tables, print one, look in them. */
#include "run/session.h"

#include "base/fold.h"
#include "tables/match.h"

static const struct text title_list = { "Tables de connaissances", "Knowledge tables" };

static const struct column list_columns[] = {
    { "table", { "Table", "Table" }, CELL_CODE, false },
    { "titre", { "Titre", "Title" }, CELL_TEXT, false },
    { "lignes", { "Lignes", "Rows" }, CELL_COUNT, false },
};
static const struct section_kind list_kind = {
    "tables", { "Tables", "Tables" }, list_columns, 3, false, { VIEW_TABLE, 0, 0, 0, 0 }
};

static const struct column found_columns[] = {
    { "table", { "Table", "Table" }, CELL_CODE, false },
    { "id", { "Identifiant", "Id" }, CELL_CODE, false },
    { "libelle", { "Libellé", "Label" }, CELL_TEXT, false },
};
static const struct section_kind found_kind = {
    "trouve", { "Trouvé", "Found" }, found_columns, 3, false, { VIEW_TABLE, 0, 0, 0, 0 }
};

static enum cell_type cell_type_of(enum column_kind k)
{
    switch (k) {
    case COLUMN_ID:
    case COLUMN_REF:
        return CELL_CODE;
    case COLUMN_LIST:
    case COLUMN_REFS:
    case COLUMN_LABELS:
        return CELL_LIST;
    case COLUMN_NUMBER:
        return CELL_COUNT;
    default:
        return CELL_TEXT;
    }
}

/* The shape of a table as a section of a report. */
static const struct section_kind *kind_of_table(struct report *r, const struct table *t)
{
    struct section_kind *k = aet_arena_alloc(&r->arena, sizeof *k);
    struct column *columns = aet_arena_alloc(&r->arena, t->n_columns * sizeof *columns);

    for (size_t c = 0; c < t->n_columns; c++)
        columns[c] = (struct column){ aet_arena_copy(&r->arena, t->columns[c].name).p,
                                      t->columns[c].title, cell_type_of(t->columns[c].kind), false };
    *k = (struct section_kind){ .key = t->name, .title = t->title, .columns = columns,
                                .n = t->n_columns };
    return k;
}

/* A cell as it is shown: references that are shown by label, lists by their parts. */
static void put_cell(struct session *s, struct report *r, struct section *to,
                     const struct table *t, size_t row, size_t c)
{
    struct span cell = aet_cell(t, row, c), part;
    enum column_kind kind = t->columns[c].kind;
    const struct table *target = NULL;
    struct buf list = { 0 };

    if (cell_type_of(kind) != CELL_LIST) {
        if (!cell.n)
            aet_put_unknown(to);
        else
            aet_put_text(r, to, cell);
        return;
    }
    if (kind == COLUMN_LABELS) {
        char *name = aet_span_dup(t->columns[c].target);

        target = aet_tables_get(s->tables, name);
        aet_free(name);
    }
    while (aet_list_next(&cell, &part)) {
        int32_t ref = target ? aet_row_of_id(target, part) : NO_ROW;

        aet_list_add(&list, ref == NO_ROW ? part : aet_label(target, (size_t)ref, LANG_FR));
    }
    aet_put_list(r, to, aet_buf_view(&list));
    aet_buf_free(&list);
}

static int64_t number_cell(struct span cell)
{
    int64_t n = 0;

    for (size_t i = 0; i < cell.n && cell.p[i] >= '0' && cell.p[i] <= '9'; i++)
        n = n * 10 + (cell.p[i] - '0');
    return n;
}

static void put_row(struct session *s, struct report *r, struct section *to, const struct table *t,
                    size_t row)
{
    for (size_t c = 0; c < t->n_columns; c++) {
        if (t->columns[c].kind == COLUMN_NUMBER && aet_cell(t, row, c).n)
            aet_put_count(to, number_cell(aet_cell(t, row, c)));
        else
            put_cell(s, r, to, t, row, c);
    }
}

/* Whether a row's labels, aliases or id hold the text, both folded. */
static bool holds(struct session *s, const struct table *t, size_t row, struct span folded)
{
    struct report scratch = { 0 };
    struct section *sec = aet_report_section(&scratch, kind_of_table(&scratch, t));
    struct buf key = { 0 };
    bool found = false;

    put_row(s, &scratch, sec, t, row);
    for (size_t c = 0; c < t->n_columns && !found; c++) {
        struct span name = t->columns[c].name;

        if (!sec->cells[c].known || t->columns[c].kind == COLUMN_NUMBER ||
            aet_span_eq(name, AET_LIT("source")) || aet_span_eq(name, AET_LIT("note")))
            continue;
        aet_buf_clear(&key);
        aet_fold(sec->cells[c].u.s, &key);
        found = aet_span_find(aet_buf_view(&key), folded) < key.n;
    }
    aet_buf_free(&key);
    aet_report_free(&scratch);
    return found;
}

/* What rows must hold to be shown. */
struct wanted {
    struct span text;    /* folded; empty: anything */
    const char *id;      /* NULL: any */
    size_t columns[16];  /* filters: a column, its target and the id of a row of it */
    const struct table *targets[16];
    struct span ids[16];
    size_t n;
};

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

static bool is_wanted(struct session *s, const struct table *t, size_t row, const struct wanted *w)
{
    for (size_t i = 0; i < w->n; i++)
        if (!cell_has(aet_cell(t, row, w->columns[i]), w->targets[i], w->ids[i]))
            return false;
    return !w->text.n || holds(s, t, row, w->text);
}

/* A term that the target of a column does not know: the nearest ones. Data, not usage: exit 1. */
static enum status no_such_term(struct session *s, struct matcher *m, const char *value)
{
    static const struct text message = { "« {valeur} » introuvable{autre}",
                                         "“{valeur}” not found{autre}" };
    struct buf near = { 0 };
    int32_t rows[3];
    size_t n = aet_nearest(m, aet_span_z(value), rows, 3);

    for (size_t i = 0; i < n; i++) {
        aet_buf_str(&near, i ? ", " : s->lang == LANG_FR ? " (voulait-on dire " : " (did you mean ");
        aet_buf_str(&near, s->lang == LANG_FR ? "« " : "“");
        aet_buf_span(&near, aet_fold_short(aet_label(aet_matcher_table(m), (size_t)rows[i], LANG_FR)));
        aet_buf_str(&near, s->lang == LANG_FR ? " »" : "”");
    }
    if (n)
        aet_buf_str(&near, s->lang == LANG_FR ? " ?)" : "?)");
    aet_complain(s, message, value, aet_buf_z(&near));
    aet_buf_free(&near);
    aet_matcher_free(m);
    return STATUS_DATA;
}

/* The term that a filter names; a variant of it answers too. */
static enum status add_filter(struct session *s, const struct table *t, const char *column,
                              const char *value, struct wanted *w)
{
    static const struct text no_column = { "la table « {valeur} » n’a pas de colonne « {autre} »",
                                           "table “{valeur}” has no column “{autre}”" };
    size_t c = aet_column(t, column);
    const struct table *target;
    struct matcher *m;
    int32_t row;
    char *name;

    if (c == t->n_columns || t->columns[c].kind < COLUMN_REF)
        return aet_complain_usage(s, no_column, t->name, column);
    name = aet_span_dup(t->columns[c].target);
    target = aet_session_table(s, name);
    aet_free(name);
    if (!target)
        return STATUS_FAILED;
    m = aet_matcher_new(target, NULL, 0);
    row = aet_match(m, aet_span_z(value));
    if (row == NO_ROW)
        return no_such_term(s, m, value);
    w->columns[w->n] = c;
    w->targets[w->n] = target;
    w->ids[w->n++] = canonical(target, aet_cell(target, (size_t)row, 0));
    aet_matcher_free(m);
    return STATUS_CLEAN;
}

static enum status read_filters(struct session *s, const struct table *t, struct wanted *w)
{
    for (size_t i = 0; i < s->tool->filters_n && i < 16; i++) {
        const struct table_filter *f = &s->tool->filters[i];
        enum status st;

        if (!aet_given(s, f->option))
            continue;
        st = add_filter(s, t, f->column, s->values[f->option], w);
        if (st != STATUS_CLEAN)
            return st;
    }
    return STATUS_CLEAN;
}

static enum status nothing(struct session *s)
{
    static const struct text message = { "rien ne répond à cette recherche",
                                         "nothing answers this search" };

    aet_complain(s, message, "", "");
    return STATUS_DATA;
}

static enum status print_rows(struct session *s, const struct table *t, const struct wanted *w,
                              int32_t only)
{
    struct report r;
    struct section *sec;
    enum status st;

    aet_session_report_begin(s, &r, t->title);
    sec = aet_report_section(&r, kind_of_table(&r, t));
    for (size_t row = 0; row < t->rows; row++)
        if ((only == NO_ROW || row == (size_t)only ||
             aet_span_eq(aet_label(t, row, LANG_FR), aet_span_z(w->id))) &&
            is_wanted(s, t, row, w))
            put_row(s, &r, sec, t, row);
    st = sec->rows || !t->rows ? aet_session_report(s, &r, true, STATUS_CLEAN) : nothing(s);
    aet_report_free(&r);
    return st;
}

static enum status print_table(struct session *s, const char *name, const char *id,
                               struct span text)
{
    const struct table *t = aet_session_table(s, name);
    struct wanted w = { .text = text, .id = id ? id : "" };
    int32_t only = NO_ROW;
    enum status st;

    if (!t)
        return STATUS_FAILED;
    st = read_filters(s, t, &w);
    if (st != STATUS_CLEAN)
        return st;
    if (id) {
        struct matcher *m = aet_matcher_new(t, NULL, 0);

        only = aet_match(m, aet_span_z(id));
        if (only == NO_ROW)
            return no_such_term(s, m, id);
        aet_matcher_free(m);
    }
    return print_rows(s, t, &w, only);
}

static enum status list_tables(struct session *s)
{
    size_t n;
    const char *const *names = aet_tables_names(s->tables, &n);
    struct report r;
    struct section *sec;
    enum status st = STATUS_CLEAN;

    aet_session_report_begin(s, &r, title_list);
    sec = aet_report_section(&r, &list_kind);
    for (size_t i = 0; i < n && st == STATUS_CLEAN; i++) {
        const struct table *t = aet_session_table(s, names[i]);

        if (!t) {
            st = STATUS_FAILED;
            break;
        }
        aet_put_text(&r, sec, aet_span_z(t->name));
        aet_put_text(&r, sec, aet_span_z(aet_text(t->title, s->lang)));
        aet_put_count(sec, (int64_t)t->rows);
    }
    if (st == STATUS_CLEAN)
        st = aet_session_report(s, &r, true, st);
    aet_report_free(&r);
    return st;
}

/* A row's label; a row without one (a block of the matrix) shows what it leads with. */
static struct span caption_of(const struct table *t, size_t row, enum lang lang)
{
    struct span label = aet_label(t, row, lang);

    return label.n ? label : aet_cell(t, row, 1);
}

static enum status search_all(struct session *s, struct span text)
{
    size_t n;
    const char *const *names = aet_tables_names(s->tables, &n);
    struct report r;
    struct section *sec;
    enum status st = STATUS_CLEAN;

    aet_session_report_begin(s, &r, title_list);
    sec = aet_report_section(&r, &found_kind);
    for (size_t i = 0; i < n && st == STATUS_CLEAN; i++) {
        const struct table *t = aet_session_table(s, names[i]);

        for (size_t row = 0; t && row < t->rows; row++) {
            if (!holds(s, t, row, text))
                continue;
            aet_put_text(&r, sec, aet_span_z(t->name));
            aet_put_text(&r, sec, aet_cell(t, row, 0));
            aet_put_text(&r, sec, caption_of(t, row, s->lang));
        }
        st = t ? STATUS_CLEAN : STATUS_FAILED;
    }
    if (st == STATUS_CLEAN)
        st = sec->rows ? aet_session_report(s, &r, true, st) : nothing(s);
    aet_report_free(&r);
    return st;
}

static enum status unknown_table(struct session *s, const char *name)
{
    static const struct text message = { "table inconnue « {valeur} »{noms}",
                                         "unknown table “{valeur}”{noms}" };
    size_t n;
    const char *const *names = aet_tables_names(s->tables, &n);
    struct buf hint = { 0 };
    enum status st;

    aet_hint_names(s, name, names, n, &hint);
    st = aet_complain_usage(s, message, name, aet_buf_z(&hint));
    aet_buf_free(&hint);
    return st;
}

static bool any_filter(const struct session *s)
{
    for (size_t i = 0; i < s->tool->filters_n; i++)
        if (aet_given(s, s->tool->filters[i].option))
            return true;
    return false;
}

enum status aet_verb_table(struct session *s)
{
    static const struct text too_many = { "table : un nom et un identifiant au plus, « {valeur} » est de trop",
                                          "table: a name and an id at most, “{valeur}” is one too many" };
    static const struct text which = { "table : donner le nom de la table à filtrer",
                                       "table: give the name of the table to filter" };
    const char *text = s->values[OPT_CHERCHE];
    const char *name = s->operands_n ? s->operands[0] : NULL;
    struct buf folded = { 0 };
    enum status st;
    size_t n;

    if (s->operands_n > 2)
        return aet_complain_usage(s, too_many, s->operands[2], "");
    if (text)
        aet_fold(aet_span_z(text), &folded);
    if (!name && any_filter(s)) {
        st = aet_complain_usage(s, which, "", "");
    } else if (!name) {
        st = text ? search_all(s, aet_buf_view(&folded)) : list_tables(s);
    } else {
        const char *const *names = aet_tables_names(s->tables, &n);
        bool known = false;

        for (size_t i = 0; i < n; i++)
            known |= strcmp(names[i], name) == 0;
        st = known ? print_table(s, name, s->operands_n > 1 ? s->operands[1] : NULL,
                                 aet_buf_view(&folded))
                   : unknown_table(s, name);
    }
    aet_buf_free(&folded);
    return st;
}
