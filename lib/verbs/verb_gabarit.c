/* `gabarit`: an empty form of a record kind, ready to fill in and to give back. Its headings are
 * the captions of the schema, which reading knows. */
#include "verbs/form.h"

#include "format/csv_row.h"
#include "format/formats.h"
#include "format/json_text.h"

enum { NAMES_MAX = 16 };

static void cells_form(const struct session *s, const struct schema *schema, struct buf *out)
{
    char delimiter = s->writing.excel ? ';' : ',';
    bool first = true;

    if (s->writing.excel)
        aet_buf_str(out, "\xEF\xBB\xBF");
    for (size_t i = 0; i < schema->n; i++) {
        if (schema->fields[i].generated)
            continue;
        if (!first)
            aet_buf_char(out, delimiter);
        first = false;
        aet_csv_cell(out, aet_span_z(aet_text(schema->fields[i].title, s->voice.lang)), delimiter);
    }
    aet_buf_str(out, s->writing.excel ? "\r\n" : "\n");
}

static void object_form(const struct schema *schema, const struct format *to, struct buf *out)
{
    struct list list = { .format = to, .array = true };
    struct buf object = { 0 };
    struct framed f;
    bool first = true;

    aet_buf_char(&object, '{');
    for (size_t i = 0; i < schema->n; i++) {
        if (schema->fields[i].generated)
            continue;
        if (!first)
            aet_buf_char(&object, ',');
        first = false;
        aet_json_string(&object, aet_span_z(schema->fields[i].name));
        aet_buf_str(&object, aet_type_is_list(schema->fields[i].type) ? ":[]" : ":null");
    }
    aet_buf_char(&object, '}');
    aet_buf_span(out, aet_list_begin(&list));
    f = aet_list_item(&list, aet_buf_view(&object));
    aet_buf_span(out, f.before);
    aet_buf_span(out, f.text);
    aet_buf_span(out, f.after);
    aet_buf_span(out, aet_list_end(&list));
    aet_buf_free(&object);
}

static const struct schema *find(const struct session *s)
{
    const struct schema *const *all = s->command.tool->schemas;

    if (!s->command.operands_n)
        return all[1] ? NULL : all[0];
    for (size_t i = 0; all[i]; i++)
        if (strcmp(s->command.operands[0], all[i]->name) == 0)
            return all[i];
    return NULL;
}

/* The names that are documented: those of the tool, otherwise of its schemas. */
static size_t documented(const struct session *s, struct arena *arena, const char **names)
{
    const struct operand *o = aet_operand(s->command.tool, s->command.verb->name);
    size_t n = 0;

    for (struct span rest = aet_span_z(o ? o->names : NULL); rest.n && n < NAMES_MAX; n++) {
        const char *bar = memchr(rest.p, '|', rest.n);
        size_t len = bar ? (size_t)(bar - rest.p) : rest.n;

        names[n] = aet_arena_copy(arena, aet_span(rest.p, len)).p; /* ended by a NUL */
        rest = aet_span_from(rest, len + 1);
    }
    for (size_t i = 0; !o && s->command.tool->schemas[i] && n < NAMES_MAX; i++)
        names[n++] = s->command.tool->schemas[i]->name;
    return n;
}

static void complain_name(struct session *s)
{
    const char *names[NAMES_MAX];
    size_t n = documented(s, &s->arena, names);
    struct buf all = { 0 };

    if (s->command.operands_n == 1)
        aet_voice_unknown(&s->voice, &aet_rules_opt[OPTION_FORM], s->command.operands[0], names, n);
    else
        aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_FORM_WHICH],
                        AET_WORDS(aet_word_span("noms", aet_hint_list(names, n, &all))));
    aet_buf_free(&all);
}

enum status aet_verb_gabarit(struct session *s)
{
    const char *format = aet_writing_format(&s->writing);
    const struct format *to = aet_format_named(format ? format : "csv");
    struct buf out = { 0 };
    const struct schema *schema = s->command.operands_n < 2 ? find(s) : NULL;
    enum status st = STATUS_FAILED;

    if (!schema) {
        complain_name(s);
    } else if (aet_form_asked(s)) {
        st = aet_form_of_schema(s, schema);
    } else if (!to) {
        aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_FORM_FORMAT],
                        AET_WORDS(aet_word("valeur", format)));
    } else if (aet_writing_open(&s->writing, &s->voice)) {
        if (to->shape == SHAPE_CELLS)
            cells_form(s, schema, &out);
        else
            object_form(schema, to, &out);
        aet_writing_put(&s->writing, aet_buf_view(&out));
        st = STATUS_CLEAN;
    }
    aet_buf_free(&out);
    return st;
}
