/* Cells and JSON strings, one by one. */
#include "privacy/pseudonym_record.h"

#include "base/fold.h"
#include "privacy/disguise.h"

enum role { ROLE_KEEP, ROLE_NAME, ROLE_NAMES, ROLE_FREE };

/* One way through a record: to learn its names (nothing is appended), or to replace them. */
struct walk {
    const struct identities *id;
    enum hides hides;
    bool learns, changed;
};

bool aet_is_identity(const struct identities *id, const struct schema *schema, int field,
                     struct span heading, struct span name)
{
    bool is = false;

    for (size_t i = 0; i < id->others_n; i++) {
        struct named_column *c = &id->others[i];

        if (!aet_fold_same(c->name, heading) && !aet_fold_same(c->name, name) &&
            (field < 0 || !aet_fold_same(c->name, aet_span_z(schema->fields[field].name))))
            continue;
        is = c->met = true;
    }
    for (size_t i = 0; i < id->n && field >= 0; i++)
        is |= id->fields[i] == (size_t)field;
    return is;
}

static enum role role_of(const struct walk *w, const struct schema *schema, int field,
                         struct span heading, struct span name)
{
    bool is = aet_is_identity(w->id, schema, field, heading, name);

    if (is && w->hides != HIDES_LINE)
        return field >= 0 && aet_type_is_list(schema->fields[field].type) ? ROLE_NAMES : ROLE_NAME;
    if (field < 0 || w->hides != HIDES_RECORD)
        return ROLE_FREE;
    switch (schema->fields[field].type) {
    case TYPE_TEXT:
    case TYPE_LIST:
    case TYPE_NAMES:
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

/* An address names somebody wherever it stands. */
static void learn_mails(struct pseudonyms *names, struct span text)
{
    struct span mail;

    while (aet_next_mail(&text, &mail))
        aet_pseudonym_learn(names, "courriel", mail);
}

/* Append the text in its role. */
static void replace(struct walk *w, enum role role, const char *kind, struct span text,
                    bool element, struct buf *out)
{
    struct pseudonyms *names = w->id->names;
    size_t from = out->n;

    if (role == ROLE_NAME && aet_is_total_word(text))
        role = ROLE_FREE; /* nobody is called so */
    if (w->learns) {
        if (role == ROLE_NAME)
            aet_pseudonym_learn(names, kind, text);
        else if (role == ROLE_NAMES)
            aet_pseudonym_list(names, kind, text, element, NULL);
        else if (role == ROLE_FREE)
            learn_mails(names, text);
        return;
    }
    if (role == ROLE_NAME && aet_span_trim(text).n)
        aet_buf_span(out, aet_pseudonym(names, kind, text));
    else if (role == ROLE_NAMES)
        aet_pseudonym_list(names, kind, text, element, out);
    else if (role == ROLE_FREE)
        aet_pseudonym_text(names, text, out);
    else if (role == ROLE_KEEP)
        aet_buf_span(out, text);
    w->changed |= !aet_span_eq(aet_buf_slice(out, from, out->n - from), text);
}

/* Where a cell stands in the text of all of them. */
struct stretch {
    size_t from, n;
};

static void cells(struct walk *w, const struct record *r, struct buf *out)
{
    const struct layout *l = r->layout;
    struct span *cells = aet_calloc(l->columns + 1, sizeof *cells);
    struct stretch *at = aet_calloc(l->columns + 1, sizeof *at);
    struct buf text = { 0 }, kind = { 0 };

    for (size_t i = 0; i < l->columns; i++) {
        int field = r->mapping->field_of[i];
        enum role role = role_of(w, r->schema, field, l->headings[i], r->mapping->names[i]);

        at[i].from = text.n;
        kind_of(r->schema, field, l->headings[i], &kind);
        replace(w, role, aet_buf_z(&kind), r->cells[i], false, &text);
        at[i].n = text.n - at[i].from;
    }
    for (size_t i = 0; i < l->columns; i++)
        cells[i] = aet_span_from(aet_buf_view(&text), at[i].from);
    for (size_t i = 0; i < l->columns; i++)
        cells[i].n = at[i].n;
    l->format->row_write(l, cells, l->columns, out);
    aet_buf_free(&text);
    aet_buf_free(&kind);
    aet_free(cells);
    aet_free(at);
}

/* A key that is no field may name somebody. */
static void free_key(struct walk *w, struct span raw, struct buf *out)
{
    struct buf scratch = { 0 }, text = { 0 };

    if (!w->learns && aet_pseudonym_text(w->id->names, aet_json_spelt(raw, &scratch), &text)) {
        aet_json_string(out, aet_buf_view(&text));
        w->changed = true;
    } else {
        aet_buf_span(out, raw);
    }
    aet_buf_char(out, ':');
    aet_buf_free(&scratch);
    aet_buf_free(&text);
}

static void json_scalar(struct walk *w, enum role role, const char *kind, struct span raw,
                        bool element, struct buf *out)
{
    struct walk one = *w;
    struct buf text = { 0 }, scratch = { 0 };
    json_type is = aet_json_type(raw);

    one.changed = false;
    if (is == JSON_STRING)
        replace(&one, role, kind, aet_json_spelt(raw, &scratch), element, &text);
    else if (is == JSON_REAL && (role == ROLE_NAME || role == ROLE_NAMES))
        replace(&one, ROLE_NAME, kind, raw, element, &text);
    if (one.changed)
        aet_json_string(out, aet_buf_view(&text));
    else
        aet_buf_span(out, raw);
    w->changed |= one.changed;
    aet_buf_free(&text);
    aet_buf_free(&scratch);
}

static void json_value(struct walk *w, enum role role, const char *kind, struct span raw,
                       bool element, struct buf *out)
{
    struct span inside = aet_json_inside(raw), key, value;
    json_type is = aet_json_type(raw);
    bool first = true;

    if (is == JSON_ARRAY) {
        aet_buf_char(out, '[');
        for (; aet_json_next(&inside, NULL, &value); first = false) {
            aet_buf_str(out, first ? "" : ",");
            json_value(w, role, kind, value, true, out);
        }
        aet_buf_char(out, ']');
    } else if (is == JSON_OBJECT) {
        aet_buf_char(out, '{');
        for (; aet_json_next(&inside, &key, &value); first = false) {
            aet_buf_str(out, first ? "" : ",");
            free_key(w, key, out);
            json_value(w, role, kind, value, element, out);
        }
        aet_buf_char(out, '}');
    } else {
        json_scalar(w, role, kind, raw, element, out);
    }
}

static void object(struct walk *w, struct record_reader *reader, const struct record *r,
                   struct buf *out)
{
    struct span inside = aet_json_inside(r->slice->raw), key, value;
    struct buf kind = { 0 }, scratch = { 0 };
    char open = '{';

    while (aet_json_next(&inside, &key, &value)) {
        struct span heading = aet_json_spelt(key, &scratch);
        struct span name = aet_heading_name(reader->headings, heading);
        int field = aet_heading_field(reader->headings, heading);

        aet_buf_char(out, open);
        open = ',';
        if (field < 0 && aet_span_eq(name, heading)) {
            free_key(w, key, out);
        } else {
            aet_buf_span(out, key);
            aet_buf_char(out, ':');
        }
        kind_of(r->schema, field, heading, &kind);
        json_value(w, role_of(w, r->schema, field, heading, name), aet_buf_z(&kind), value, false,
                   out);
    }
    aet_buf_str(out, open == '{' ? "{}" : "}");
    aet_buf_free(&kind);
    aet_buf_free(&scratch);
}

bool aet_pseudonym_record(const struct identities *id, struct record_reader *reader,
                          const struct record *record, enum hides hides, struct buf *out)
{
    struct walk w = { .id = id, .hides = hides };
    size_t from = out->n;

    if (record->cells)
        cells(&w, record, out);
    else
        object(&w, reader, record, out);
    if (!w.changed)
        out->n = from;
    return w.changed;
}

void aet_identities_learn(const struct identities *id, struct record_reader *reader,
                          const struct record *record)
{
    struct walk w = { .id = id, .learns = true };
    struct buf none = { 0 };

    if (record->cells)
        cells(&w, record, &none);
    else
        object(&w, reader, record, &none);
    aet_buf_free(&none);
}
