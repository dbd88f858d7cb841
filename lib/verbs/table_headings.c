/* The headings that are understood, by record kind and field, from the schemas. */
#include "verbs/table_rows.h"

#include "base/fold.h"
#include "tree/nest.h"

enum { FIELDS_MAX = 512 };

enum { INT_ENREGISTREMENT, INT_CHAMP, INT_LIBELLE, INT_INTITULES, INT_TYPE };
static const struct column columns[] = {
    [INT_ENREGISTREMENT] = { "enregistrement", { "Enregistrement", "Record" }, CELL_CODE, false },
    [INT_CHAMP] = { "champ", { "Champ", "Field" }, CELL_CODE, false },
    [INT_LIBELLE] = { "libelle", { "Libellé", "Caption" }, CELL_TEXT, false },
    [INT_INTITULES] = { "intitules",
                        { "Intitulés compris", "Headings understood" },
                        CELL_LIST,
                        false },
    [INT_TYPE] = { "type", { "Valeur", "Value" }, CELL_TEXT, false },
};

static const struct section_kind kind = {
    .key = AET_TABLE_HEADINGS,
    .title = { "Intitulés", "Headings" },
    AET_COLUMNS(columns),
};

const struct text aet_table_headings_title = { "Intitulés compris", "Headings understood" };

size_t aet_table_headings_count(const struct tool *tool)
{
    size_t n = 0;

    for (size_t k = 0; aet_tool_schema(tool, k); k++)
        for (size_t i = 0; i < aet_tool_schema(tool, k)->n; i++)
            n += !aet_tool_schema(tool, k)->fields[i].generated;
    return n;
}

/* Its headings but for the field's own name and caption, which stand beside. */
static void other_headings(const struct field *f, enum lang lang, struct buf *list)
{
    struct field_headings rest = { 0 };
    struct span heading;

    while (aet_field_heading(f, &rest, &heading))
        if (!aet_span_eq(heading, aet_span_z(f->name)) &&
            !aet_span_eq(heading, aet_span_z(aet_text(f->title, lang))))
            aet_list_add(list, heading);
}

static void put_type(const struct field *f, enum lang lang, struct section *to)
{
    static const struct text in_table = { " : table ", ": table " };
    struct buf text = { 0 };

    aet_buf_str(&text, aet_text(aet_type_form(f->type), lang));
    if (f->table) {
        aet_buf_str(&text, aet_text(in_table, lang));
        aet_buf_str(&text, f->table);
    }
    aet_row_text(to, INT_TYPE, aet_buf_view(&text));
    aet_buf_free(&text);
}

static bool holds(const struct schema *schema, const struct field *f, struct span text)
{
    struct field_headings rest = { 0 };
    struct span heading = aet_span_z(schema->name);
    struct buf key = { 0 };
    bool found = false;

    do {
        aet_buf_clear(&key);
        aet_fold(heading, &key);
        found = aet_span_find(aet_buf_view(&key), text) < key.n;
    } while (!found && aet_field_heading(f, &rest, &heading));
    aet_buf_free(&key);
    return found;
}

static void put_field(struct session *s, const struct schema *schema, const struct field *f,
                      struct section *to)
{
    struct buf list = { 0 };

    other_headings(f, s->voice.lang, &list);
    aet_row_begin(to);
    aet_row_word(to, INT_ENREGISTREMENT, schema->name);
    aet_row_word(to, INT_CHAMP, f->name);
    aet_row_text(to, INT_LIBELLE, aet_span_z(aet_text(f->title, s->voice.lang)));
    aet_row_list(to, INT_INTITULES, aet_buf_view(&list));
    put_type(f, s->voice.lang, to);
    aet_row_end(to);
    aet_buf_free(&list);
}

static enum status no_field(struct session *s, const char *field)
{
    const char *names[FIELDS_MAX];
    const struct tool *t = s->command.tool;
    size_t n = 0;

    for (size_t k = 0; aet_tool_schema(t, k); k++)
        for (size_t i = 0; i < aet_tool_schema(t, k)->n && n < FIELDS_MAX; i++)
            names[n++] = aet_tool_schema(t, k)->fields[i].name;
    aet_voice_say(&s->voice, &aet_rules_opt[OPTION_NOT_FOUND],
                  AET_WORDS(aet_word("valeur", field),
                            aet_word("suggestion", aet_nearest_name(field, names, n))));
    return STATUS_DATA;
}

enum status aet_table_headings(struct session *s, const char *field, struct span text)
{
    const struct tool *t = s->command.tool;
    bool known = false;
    struct report r;
    struct section *sec;
    enum status st;

    aet_session_report_begin(s, &r, aet_table_headings_title);
    sec = aet_report_section(&r, &kind);
    for (size_t k = 0; aet_tool_schema(t, k); k++)
        for (size_t i = 0; i < aet_tool_schema(t, k)->n; i++) {
            const struct field *f = &aet_tool_schema(t, k)->fields[i];

            if (f->generated || (field && strcmp(field, f->name) != 0))
                continue;
            known = true;
            if (holds(aet_tool_schema(t, k), f, text))
                put_field(s, aet_tool_schema(t, k), f, sec);
        }
    if (!known)
        st = no_field(s, field);
    else
        st = sec->rows ? aet_session_report(s, &r, true, STATUS_CLEAN) : aet_table_nothing(s);
    aet_report_free(&r);
    return st;
}
