/* `gabarit`: an empty form of a record kind, ready to fill in and to give back. Its headings are
 * the captions of the schema, which reading knows. */
#include "run/session.h"

#include "io/csv_row.h"
#include "io/json.h"

static void csv_form(const struct session *s, const struct schema *schema, struct buf *out)
{
    char delimiter = s->excel ? ';' : ',';
    bool first = true;

    if (s->excel)
        aet_buf_str(out, "\xEF\xBB\xBF");
    for (size_t i = 0; i < schema->n; i++) {
        if (schema->fields[i].generated)
            continue;
        if (!first)
            aet_buf_char(out, delimiter);
        first = false;
        aet_csv_cell(out, aet_span_z(aet_text(schema->fields[i].title, s->lang)), delimiter);
    }
    aet_buf_str(out, s->excel ? "\r\n" : "\n");
}

static void json_form(const struct schema *schema, const char *format, struct buf *out)
{
    bool array = strcmp(format, "json") == 0;
    bool first = true;

    aet_buf_str(out, array ? "[\n{" : "{");
    for (size_t i = 0; i < schema->n; i++) {
        if (schema->fields[i].generated)
            continue;
        if (!first)
            aet_buf_char(out, ',');
        first = false;
        aet_json_string(out, aet_span_z(schema->fields[i].name));
        aet_buf_str(out, aet_type_is_list(schema->fields[i].type) ? ":[]" : ":null");
    }
    aet_buf_str(out, array ? "}\n]\n" : "}\n");
}

static const struct schema *find(const struct session *s, struct buf *names)
{
    const struct schema *const *all = s->tool->schemas;

    for (size_t i = 0; all[i]; i++) {
        aet_buf_str(names, i ? ", " : "");
        aet_buf_str(names, all[i]->name);
        if (s->operands_n ? strcmp(s->operands[0], all[i]->name) == 0 : !all[1])
            return all[i];
    }
    return NULL;
}

enum status aet_verb_gabarit(struct session *s)
{
    static const struct text which = { "gabarit : donner un nom parmi : {autre}",
                                       "gabarit: give one name of: {autre}" };
    static const struct text how = {
        "gabarit : un formulaire s’écrit en csv, json ou ndjson, et non en « {valeur} »",
        "gabarit: a form is written as csv, json or ndjson, not “{valeur}”"
    };
    const char *format = aet_session_format(s);
    struct buf out = { 0 }, names = { 0 };
    const struct schema *schema = s->operands_n < 2 ? find(s, &names) : NULL;
    enum status st = STATUS_FAILED;

    if (!format)
        format = "csv";
    if (!schema) {
        aet_complain_usage(s, which, "", aet_buf_z(&names));
    } else if (strcmp(format, "csv") != 0 && strcmp(format, "json") != 0 &&
               strcmp(format, "ndjson") != 0) {
        aet_complain_usage(s, how, format, "");
    } else if (aet_session_open(s)) {
        if (strcmp(format, "csv") == 0)
            csv_form(s, schema, &out);
        else
            json_form(schema, format, &out);
        aet_session_write(s, aet_buf_view(&out));
        st = aet_session_close(s, STATUS_CLEAN);
    }
    aet_buf_free(&out);
    aet_buf_free(&names);
    return st;
}
