/* `table`: list the tables, print one, look in them. */
#include "verbs/table_rows.h"

#include "base/fold.h"

static const struct text title_list = { "Tables de connaissances", "Knowledge tables" };

enum { LIST_TABLE, LIST_TITRE, LIST_LIGNES };
static const struct column list_columns[] = {
    [LIST_TABLE] = { "table", { "Table", "Table" }, CELL_CODE, false },
    [LIST_TITRE] = { "titre", { "Titre", "Title" }, CELL_TEXT, false },
    [LIST_LIGNES] = { "lignes", { "Lignes", "Rows" }, CELL_COUNT, false },
};
static const struct section_kind list_kind = {
    .key = "tables",
    .title = { "Tables", "Tables" },
    AET_COLUMNS(list_columns),
};

enum { FOUND_TABLE, FOUND_ID, FOUND_LIBELLE };
static const struct column found_columns[] = {
    [FOUND_TABLE] = { "table", { "Table", "Table" }, CELL_CODE, false },
    [FOUND_ID] = { "id", { "Identifiant", "Id" }, CELL_CODE, false },
    [FOUND_LIBELLE] = { "libelle", { "Libellé", "Label" }, CELL_TEXT, false },
};
static const struct section_kind found_kind = {
    .key = "trouve",
    .title = { "Trouvé", "Found" },
    AET_COLUMNS(found_columns),
};

enum status aet_table_nothing(struct session *s)
{
    aet_voice_say(&s->voice, &aet_rules_opt[OPTION_NOTHING], NULL);
    return STATUS_DATA;
}

static enum status print_rows(struct session *s, const struct table *t, const struct wanted *w,
                              int32_t only)
{
    struct report r;
    struct section *sec;
    enum status st;

    aet_session_report_begin(s, &r, t->title);
    sec = aet_report_section(&r, aet_table_kind(&r, t));
    for (size_t row = 0; row < t->rows; row++)
        if ((only == NO_ROW || row == (size_t)only ||
             aet_span_eq(aet_label(t, row, LANG_FR), aet_span_z(w->id))) &&
            aet_table_wanted(s, t, row, w))
            aet_table_put(s, sec, t, row, s->voice.lang);
    st = sec->rows || !t->rows ? aet_session_report(s, &r, true, STATUS_CLEAN)
                               : aet_table_nothing(s);
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
    st = aet_table_filters(s, t, &w);
    if (st != STATUS_CLEAN)
        return st;
    if (id) {
        struct matcher *m = aet_matcher_new(t, NULL, 0);

        only = aet_match(m, aet_span_z(id));
        if (only == NO_ROW)
            return aet_table_unknown_term(s, m, id);
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
        aet_row_begin(sec);
        aet_row_word(sec, LIST_TABLE, t->name);
        aet_row_words(sec, LIST_TITRE, t->title);
        aet_row_count(sec, LIST_LIGNES, (int64_t)t->rows);
        aet_row_end(sec);
    }
    aet_row_begin(sec);
    aet_row_word(sec, LIST_TABLE, AET_TABLE_HEADINGS);
    aet_row_words(sec, LIST_TITRE, aet_table_headings_title);
    aet_row_count(sec, LIST_LIGNES, (int64_t)aet_table_headings_count(s->command.tool));
    aet_row_end(sec);
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
            if (!aet_table_holds(s, t, row, text))
                continue;
            aet_row_begin(sec);
            aet_row_word(sec, FOUND_TABLE, t->name);
            aet_row_text(sec, FOUND_ID, aet_cell(t, row, 0));
            aet_row_text(sec, FOUND_LIBELLE, caption_of(t, row, s->voice.lang));
            aet_row_end(sec);
        }
        st = t ? STATUS_CLEAN : STATUS_FAILED;
    }
    if (st == STATUS_CLEAN)
        st = sec->rows ? aet_session_report(s, &r, true, st) : aet_table_nothing(s);
    aet_report_free(&r);
    return st;
}

static enum status unknown_table(struct session *s, const char *name)
{
    size_t n;
    const char *const *names = aet_tables_names(s->tables, &n);
    const char **all = aet_calloc(n + 1, sizeof *all);
    enum status st;

    for (size_t i = 0; i < n; i++)
        all[i] = names[i];
    all[n] = AET_TABLE_HEADINGS;
    st = aet_voice_unknown(&s->voice, &aet_rules_opt[OPTION_TABLE], name, all, n + 1);
    aet_free(all);
    return st;
}

static bool any_filter(const struct session *s)
{
    for (size_t i = 0; i < s->command.tool->filters_n; i++)
        if (aet_given(s, s->command.tool->filters[i].option))
            return true;
    return false;
}

static enum status one_table(struct session *s, const char *name, struct span text)
{
    const char *id = s->command.operands_n > 1 ? s->command.operands[1] : NULL;
    size_t n;
    const char *const *names = aet_tables_names(s->tables, &n);

    if (strcmp(name, AET_TABLE_HEADINGS) == 0)
        return any_filter(s) ? aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_TABLE_WHICH], NULL)
                             : aet_table_headings(s, id, text);
    for (size_t i = 0; i < n; i++)
        if (strcmp(names[i], name) == 0)
            return print_table(s, name, id, text);
    return unknown_table(s, name);
}

enum status aet_verb_table(struct session *s)
{
    const char *text = s->command.values[OPT_CHERCHE];
    const char *name = s->command.operands_n ? s->command.operands[0] : NULL;
    struct buf folded = { 0 };
    enum status st;

    if (s->command.operands_n > 2)
        return aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_TABLE_MANY],
                               AET_WORDS(aet_word("valeur", s->command.operands[2])));
    if (text)
        aet_fold(aet_span_z(text), &folded);
    if (!name && any_filter(s)) {
        st = aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_TABLE_WHICH], NULL);
    } else if (!name) {
        st = text ? search_all(s, aet_buf_view(&folded)) : list_tables(s);
    } else {
        st = one_table(s, name, aet_buf_view(&folded));
    }
    aet_buf_free(&folded);
    return st;
}
