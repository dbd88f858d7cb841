/* `gabarit`: an empty form of a record kind, ready to fill in and to give back. Its headings are
 * the captions of the schema, which reading knows. */
#include "cli/session.h"

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
    static const struct text unknown = { "gabarit : formulaire inconnu « {valeur} »{noms}",
                                         "gabarit: unknown form “{valeur}”{noms}" };
    static const struct text one = { "gabarit : donner un nom{noms}",
                                     "gabarit: give one name{noms}" };
    const char *names[NAMES_MAX];
    size_t n = documented(s, &s->arena, names);
    bool typo = s->command.operands_n == 1;
    struct buf hint = { 0 };

    aet_hint_names(&s->voice, typo ? s->command.operands[0] : "", names, n, &hint);
    aet_complain_usage(&s->voice, typo ? unknown : one, typo ? s->command.operands[0] : "",
                       aet_buf_z(&hint));
    aet_buf_free(&hint);
}

enum status aet_verb_gabarit(struct session *s)
{
    static const struct text how = {
        "gabarit : un formulaire s’écrit en csv, json ou ndjson, et non en « {valeur} »",
        "gabarit: a form is written as csv, json or ndjson, not “{valeur}”"
    };
    const char *format = aet_writing_format(&s->writing);
    const struct format *to = aet_format_named(format ? format : "csv");
    struct buf out = { 0 };
    const struct schema *schema = s->command.operands_n < 2 ? find(s) : NULL;
    enum status st = STATUS_FAILED;

    if (!schema) {
        complain_name(s);
    } else if (!to) {
        aet_complain_usage(&s->voice, how, format, "");
    } else if (aet_writing_open(&s->writing, &s->voice)) {
        if (to->shape == SHAPE_CELLS)
            cells_form(s, schema, &out);
        else
            object_form(schema, to, &out);
        aet_writing_put(&s->writing, aet_buf_view(&out));
        st = aet_writing_close(&s->writing, &s->voice, STATUS_CLEAN);
    }
    aet_buf_free(&out);
    return st;
}
