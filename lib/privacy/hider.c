/* Replacing the names in records, headings and diagnostics. */
#include "privacy/hider.h"

void aet_hider_init(struct hider *h, const struct identities *identities,
                    const struct schema *schema, const struct nest *nest, struct headings *headings)
{
    *h = (struct hider){ .identities = identities, .nest = nest };
    aet_record_reader_init(&h->again, schema, headings);
}

void aet_hider_free(struct hider *h)
{
    aet_record_reader_free(&h->again);
    aet_buf_free(&h->hidden);
    aet_arena_free(&h->names);
}

/* A heading may name somebody: "Réponse d'Anne Côté". Those of fields do not. */
bool aet_hider_file(struct hider *h, const struct layout *l, struct mapping *m)
{
    struct heading_fault fault;
    struct buf text = { 0 };
    bool any = false;

    (void)aet_record_reader_file(&h->again, l, &fault); /* it was read before */
    for (size_t i = 0; h->identities && m && i < l->columns; i++) {
        aet_buf_clear(&text);
        if (m->field_of[i] != NO_FIELD || !aet_span_eq(m->names[i], l->headings[i]) ||
            !aet_pseudonym_text(h->identities->names, m->names[i], &text))
            continue;
        m->names[i] = aet_arena_copy(&h->names, aet_buf_view(&text));
        h->again.mapping.names[i] = m->names[i];
        any = true;
    }
    aet_buf_free(&text);
    return any;
}

struct slice aet_hider_slice(struct hider *h, const struct slice *slice, enum hides hides)
{
    struct arena arena = { 0 };
    struct diags none = { .arena = &arena, .least = ERREUR };
    struct slice hidden = *slice;
    struct record record;
    enum parsed p;

    if (!h->identities)
        return hidden;
    aet_buf_clear(&h->hidden);
    p = aet_record_parse(&h->again, slice, &record, &none);
    if (!aet_record_holds(&record, p))
        hidden.raw = AET_LIT("");
    else if (aet_pseudonym_record(h->identities, &h->again, &record, hides, &h->hidden))
        hidden = (struct slice){ .raw = aet_buf_view(&h->hidden),
                                 .line = slice->line,
                                 .column = slice->column,
                                 .number = slice->number,
                                 .row = slice->row }; /* what was filled is written in it */
    aet_diags_free(&none);
    aet_arena_free(&arena);
    return hidden;
}

struct span aet_hider_heading(const struct hider *h, struct span heading, int field,
                              struct buf *scratch)
{
    if (!h->identities || field != NO_FIELD)
        return heading;
    aet_buf_clear(scratch);
    aet_pseudonym_text(h->identities->names, heading, scratch);
    return aet_buf_view(scratch);
}

struct span aet_hider_text(const struct hider *h, struct span text, struct arena *arena)
{
    struct buf shown = { 0 };

    if (!h->identities || !aet_pseudonym_text(h->identities->names, text, &shown)) {
        aet_buf_free(&shown);
        return text;
    }
    text = aet_arena_copy(arena, aet_buf_view(&shown));
    aet_buf_free(&shown);
    return text;
}

uint64_t aet_hider_doubts(const struct hider *h)
{
    return h->identities ? aet_pseudonyms_doubts(h->identities->names) : 0;
}

void aet_hider_place(const struct hider *h, struct diag_place *where, struct arena *arena)
{
    if (where->file)
        where->file = aet_hider_text(h, aet_span_z(where->file), arena).p;
    where->sheet.heading = aet_hider_text(h, where->sheet.heading, arena);
}

/* The field that a path ends with: `actions[0].responsable`, `partenaires[1]`. */
static struct span last_field(struct span path)
{
    size_t from, to;

    if (path.n && path.p[path.n - 1] == ']')
        while (path.n && path.p[path.n - 1] != '[')
            path.n--;
    to = from = path.n && path.p[path.n - 1] == '[' ? path.n - 1 : path.n;
    while (from && path.p[from - 1] != '.')
        from--;
    return aet_span(path.p + from, to - from);
}

/* Whether what a diagnostic is about holds a name. */
static bool about_name(const struct hider *h, struct span path)
{
    const struct schema *schema = h->again.schema;
    size_t n = 0;

    if (h->nest)
        return path.n && aet_is_identity_of(h->identities, h->nest, last_field(path));
    while (n < path.n && path.p[n] != '[' && path.p[n] != '.')
        n++;
    for (size_t i = 0; i < schema->n; i++) {
        struct span name = aet_span_z(schema->fields[i].name);

        if (aet_span_eq(name, aet_span(path.p, n)))
            return aet_is_identity(h->identities, schema, (int)i, name, name);
    }
    return false;
}

struct diag aet_hider_diag(const struct hider *h, const struct diag *x, bool parsed,
                           struct arena *arena)
{
    struct diag shown = *x;
    struct buf text = { 0 };

    for (size_t i = 0; h->identities && i < x->n; i++) {
        struct span value = x->args[i].value;
        bool quoted = strcmp(x->args[i].name, "valeur") == 0;

        aet_buf_clear(&text);
        if (quoted && !parsed)
            aet_buf_str(&text, "…");
        else if (quoted && about_name(h, x->path))
            aet_pseudonym_list(h->identities->names, "nom", value, true, &text);
        else
            aet_pseudonym_text(h->identities->names, value, &text);
        shown.args[i].value = aet_arena_copy(arena, aet_buf_view(&text));
    }
    shown.name = aet_hider_text(h, x->name, arena);
    aet_buf_free(&text);
    return shown;
}
