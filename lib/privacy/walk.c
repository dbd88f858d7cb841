/* Texts in their roles. */
#include "privacy/walk.h"

#include "base/fold.h"
#include "privacy/disguise.h"

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
    return is || (field >= 0 && aet_type_is_name(schema->fields[field].type));
}

enum role aet_walk_role(const struct walk *w, const struct schema *schema, int field,
                        struct span heading, struct span name)
{
    bool is = aet_is_identity(w->id, schema, field, heading, name);
    const struct rule *unknown;

    if (is && w->hides != HIDES_LINE)
        return field >= 0 && aet_type_is_list(schema->fields[field].type) ? ROLE_NAMES : ROLE_NAME;
    if (field < 0 || w->hides != HIDES_RECORD)
        return ROLE_FREE;
    unknown = schema->fields[field].unknown;
    switch (schema->fields[field].type) {
    case TYPE_TEXT:
    case TYPE_NAME:
    case TYPE_LIST:
    case TYPE_NAMES:
        return ROLE_FREE;
    case TYPE_TERM:
    case TYPE_TERMS: /* one's own words will do there */
        return unknown && unknown->gravity == ERREUR ? ROLE_KEEP : ROLE_FREE;
    default:
        return ROLE_KEEP;
    }
}

void aet_walk_kind(const struct schema *schema, int field, struct span heading, struct buf *out)
{
    const char *name = field >= 0 ? schema->fields[field].name : NULL;

    aet_buf_clear(out);
    if (name)
        aet_buf_str(out, strcmp(name, "nom") == 0 ? schema->name : name);
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

void aet_walk_text(struct walk *w, enum role role, const char *kind, struct span text, bool element,
                   struct buf *out)
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

void aet_walk_key(struct walk *w, struct span raw, struct buf *out)
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
        aet_walk_text(&one, role, kind, aet_json_spelt(raw, &scratch), element, &text);
    else if (is == JSON_REAL && (role == ROLE_NAME || role == ROLE_NAMES))
        aet_walk_text(&one, ROLE_NAME, kind, raw, element, &text);
    if (one.changed)
        aet_json_string(out, aet_buf_view(&text));
    else
        aet_buf_span(out, raw);
    w->changed |= one.changed;
    aet_buf_free(&text);
    aet_buf_free(&scratch);
}

void aet_walk_json(struct walk *w, enum role role, const char *kind, struct span raw, bool element,
                   struct buf *out)
{
    struct span inside = aet_json_inside(raw), key, value;
    json_type is = aet_json_type(raw);
    bool first = true;

    if (is == JSON_ARRAY) {
        aet_buf_char(out, '[');
        for (; aet_json_next(&inside, NULL, &value); first = false) {
            aet_buf_str(out, first ? "" : ",");
            aet_walk_json(w, role, kind, value, true, out);
        }
        aet_buf_char(out, ']');
    } else if (is == JSON_OBJECT) {
        aet_buf_char(out, '{');
        for (; aet_json_next(&inside, &key, &value); first = false) {
            aet_buf_str(out, first ? "" : ",");
            aet_walk_key(w, key, out);
            aet_walk_json(w, role, kind, value, element, out);
        }
        aet_buf_char(out, '}');
    } else {
        json_scalar(w, role, kind, raw, element, out);
    }
}
