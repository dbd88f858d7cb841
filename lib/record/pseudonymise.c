/* Cells and JSON strings, one by one. */
#include "record/pseudonymise.h"

#include "base/fold.h"

enum role { ROLE_KEEP, ROLE_NAME, ROLE_FREE };

static bool same_name(struct span a, struct span b)
{
    struct buf x = { 0 }, y = { 0 };
    bool same;

    aet_fold_name(a, &x);
    aet_fold_name(b, &y);
    same = x.n && aet_span_eq(aet_buf_view(&x), aet_buf_view(&y));
    aet_buf_free(&x);
    aet_buf_free(&y);
    return same;
}

static bool is_identity(const struct identities *id, const struct schema *schema, int field,
                        struct span heading)
{
    for (size_t i = 0; i < id->n && field >= 0; i++)
        if (id->fields[i] == (size_t)field)
            return true;
    for (size_t i = 0; i < id->others_n; i++)
        if (same_name(id->others[i], heading) ||
            (field >= 0 && same_name(id->others[i], aet_span_z(schema->fields[field].name))))
            return true;
    return false;
}

static enum role role_of(const struct identities *id, const struct schema *schema, int field,
                         struct span heading)
{
    if (is_identity(id, schema, field, heading))
        return ROLE_NAME;
    if (field < 0)
        return ROLE_FREE;
    switch (schema->fields[field].type) {
    case TYPE_TEXT:
    case TYPE_LIST:
        return ROLE_FREE;
    default:
        return ROLE_KEEP;
    }
}

/* What leads a pseudonym: the field's name, or the heading's letters. */
static void kind_of(const struct schema *schema, int field, struct span heading, struct buf *out)
{
    aet_buf_clear(out);
    if (field >= 0)
        aet_buf_str(out, schema->fields[field].name);
    else
        aet_fold_name(heading, out);
}

/* Append the text in its role; true when it changed. */
static bool replace(const struct identities *id, enum role role, const char *kind, struct span text,
                    struct buf *out)
{
    size_t from = out->n;

    switch (role) {
    case ROLE_NAME:
        if (aet_span_trim(text).n)
            aet_buf_span(out, aet_pseudonym(id->names, kind, text));
        break;
    case ROLE_FREE:
        return aet_pseudonym_text(id->names, text, out);
    default:
        aet_buf_span(out, text);
    }
    return !aet_span_eq(aet_span(out->p + from, out->n - from), text);
}

static void csv(const struct identities *id, const struct record *r, struct buf *out, bool *changed)
{
    const struct layout *l = r->layout;
    struct buf cell = { 0 }, kind = { 0 };

    for (size_t i = 0; i < l->columns; i++) {
        int field = r->mapping->field_of[i];

        if (i)
            aet_buf_char(out, l->delimiter);
        aet_buf_clear(&cell);
        kind_of(r->schema, field, l->headings[i], &kind);
        *changed |= replace(id, role_of(id, r->schema, field, l->headings[i]), aet_buf_z(&kind),
                            r->row->cells[i], &cell);
        aet_csv_cell(out, aet_buf_view(&cell), l->delimiter);
    }
    aet_buf_str(out, l->crlf ? "\r\n" : "\n");
    aet_buf_free(&cell);
    aet_buf_free(&kind);
}

static void json_value(const struct identities *id, enum role role, const char *kind,
                       const json_t *v, struct span raw, struct buf *out, bool *changed)
{
    struct span inside = aet_json_inside(raw), key, value;
    bool first = true;

    if (json_is_string(v)) {
        struct buf text = { 0 };

        if (replace(id, role, kind, aet_json_string_span(v), &text)) {
            aet_json_string(out, aet_buf_view(&text));
            *changed = true;
        } else {
            aet_buf_span(out, raw);
        }
        aet_buf_free(&text);
    } else if (json_is_number(v) && role == ROLE_NAME) {
        aet_json_string(out, aet_pseudonym(id->names, kind, raw));
        *changed = true;
    } else if (json_is_array(v)) {
        aet_buf_char(out, '[');
        for (size_t i = 0; aet_json_next(&inside, NULL, &value); i++, first = false) {
            aet_buf_str(out, first ? "" : ",");
            json_value(id, role, kind, json_array_get(v, i), value, out, changed);
        }
        aet_buf_char(out, ']');
    } else if (json_is_object(v)) {
        void *at = json_object_iter((json_t *)(uintptr_t)v);

        aet_buf_char(out, '{');
        for (; at && aet_json_next(&inside, &key, &value); first = false) {
            aet_buf_str(out, first ? "" : ",");
            aet_buf_span(out, key);
            aet_buf_char(out, ':');
            json_value(id, role, kind, json_object_iter_value(at), value, out, changed);
            at = json_object_iter_next((json_t *)(uintptr_t)v, at);
        }
        aet_buf_char(out, '}');
    } else {
        aet_buf_span(out, raw);
    }
}

static void json(const struct identities *id, struct record_reader *reader, const struct record *r,
                 struct buf *out, bool *changed)
{
    struct span inside = aet_json_inside(r->slice->raw), key, value;
    void *at = json_object_iter(r->json);
    struct buf kind = { 0 };
    char open = '{';

    for (; at && aet_json_next(&inside, &key, &value); at = json_object_iter_next(r->json, at)) {
        struct span name = aet_span_z(json_object_iter_key(at));
        int field = aet_heading_field(reader->headings, name);

        aet_buf_char(out, open);
        open = ',';
        aet_buf_span(out, key);
        aet_buf_char(out, ':');
        kind_of(r->schema, field, name, &kind);
        json_value(id, role_of(id, r->schema, field, name), aet_buf_z(&kind),
                   json_object_iter_value(at), value, out, changed);
    }
    aet_buf_str(out, open == '{' ? "{}" : "}");
    aet_buf_free(&kind);
}

bool aet_pseudonymise(const struct identities *id, struct record_reader *reader,
                      const struct slice *slice, const struct record *record, struct buf *out)
{
    size_t from = out->n;
    bool changed = false;

    if (!record)
        changed = aet_pseudonym_text(id->names, slice->raw, out);
    else if (record->layout->format == FORMAT_CSV)
        csv(id, record, out, &changed);
    else
        json(id, reader, record, out, &changed);
    if (!changed)
        out->n = from;
    return changed;
}

static void learn_json(const struct identities *id, const char *kind, const json_t *v)
{
    size_t i;
    json_t *part;

    if (json_is_string(v) && aet_span_trim(aet_json_string_span(v)).n)
        aet_pseudonym(id->names, kind, aet_json_string_span(v));
    json_array_foreach(v, i, part)
    {
        learn_json(id, kind, part);
    }
}

void aet_identities_learn(const struct identities *id, struct record_reader *reader,
                          const struct record *r)
{
    struct buf kind = { 0 };
    const char *key;
    json_t *v;

    for (size_t i = 0; r->row && i < r->layout->columns; i++) {
        int field = r->mapping->field_of[i];

        if (!aet_span_trim(r->row->cells[i]).n ||
            !is_identity(id, r->schema, field, r->layout->headings[i]))
            continue;
        kind_of(r->schema, field, r->layout->headings[i], &kind);
        aet_pseudonym(id->names, aet_buf_z(&kind), r->row->cells[i]);
    }
    json_object_foreach(r->json, key, v)
    {
        int field = aet_heading_field(reader->headings, aet_span_z(key));

        if (!is_identity(id, r->schema, field, aet_span_z(key)))
            continue;
        kind_of(r->schema, field, aet_span_z(key), &kind);
        learn_json(id, aet_buf_z(&kind), v);
    }
    aet_buf_free(&kind);
}
