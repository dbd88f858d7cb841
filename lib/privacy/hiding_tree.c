/* --pseudonymes, the first reading of documents. */
#include "base/fold.h"
#include "privacy/hiding_learn.h"
#include "tree/document.h"

/* The field of names, of whatever kind, that has this name; NULL: none. */
static const struct field *named(const struct nest *nest, const char *name)
{
    for (unsigned k = 0; k < nest->n; k++)
        for (size_t i = 0; i < nest->kinds[k].schema->n; i++) {
            const struct field *f = &nest->kinds[k].schema->fields[i];

            if (aet_type_is_name(f->type) && strcmp(f->name, name) == 0)
                return f;
        }
    return NULL;
}

static bool has_column(struct document_reader *r, const char *name)
{
    for (size_t c = 0; c < r->layout->columns; c++) {
        const char *field = aet_document_leads(r, c);

        if (field && strcmp(field, name) == 0)
            return true;
    }
    return false;
}

/* Whether --identites names a heading, or the field that it leads to; it is then met. */
static bool is_other(struct hiding *h, struct span heading, const char *field)
{
    bool is = false;

    for (size_t i = 0; i < h->identities.others_n; i++) {
        struct named_column *c = &h->identities.others[i];

        if (!aet_fold_same(c->name, heading) &&
            (!field || !aet_fold_same(c->name, aet_span_z(field))))
            continue;
        is = c->met = true;
    }
    return is;
}

static void headings(struct hiding *h, struct document_reader *r)
{
    for (size_t c = 0; c < r->layout->columns; c++) {
        struct span heading = r->layout->headings[c];
        const char *leads = aet_document_leads(r, c), *near;
        const struct field *f;

        h->any = true;
        if (!heading.n || is_other(h, heading, leads))
            continue;
        aet_hiding_see(h, heading, r->layout->name);
        near = leads ? NULL : aet_document_near(r, c);
        f = near ? named(r->shape.nest, near) : NULL;
        if (f && !has_column(r, f->name))
            aet_hiding_near(h, heading, aet_span_z(aet_text(f->title, h->voice->lang)));
    }
}

/* The keys that are no fields, and the fields that are there. */
static void keys(struct hiding *h, struct document_reader *r, const struct element *e)
{
    const struct schema *s = aet_element_schema(e);

    h->any = true;
    for (size_t i = 0; i < s->n; i++) {
        struct span name = aet_span_z(s->fields[i].name);

        if (e->values[i].kind != VALUE_NONE && !is_other(h, name, NULL))
            aet_hiding_see(h, name, NULL);
    }
    for (const struct extra *x = e->extras; x; x = x->next) {
        int field = NO_FIELD;

        if (is_other(h, x->name, NULL))
            continue;
        aet_hiding_see(h, x->name, NULL);
        if (!aet_has_cells(r->layout))
            field = aet_heading_near(aet_document_headings(r, e->kind), x->name);
        if (field != NO_FIELD && aet_type_is_name(s->fields[field].type) &&
            e->values[field].kind == VALUE_NONE)
            aet_hiding_near(h, x->name,
                            aet_span_z(aet_text(s->fields[field].title, h->voice->lang)));
    }
    for (size_t i = 0; i < e->document->shape->slots[e->kind]; i++)
        for (const struct element *c = e->first[i]; c; c = c->next)
            keys(h, r, c);
}

/* What cannot be read is passed over here: the second reading says so. */
static void block(struct hiding *h, struct document_reader *r, const struct block *b)
{
    struct document d = { .shape = NULL };
    struct arena arena = { 0 };
    struct diags none = { .arena = &arena, .least = ERREUR };

    for (size_t i = 0; i < b->n; i++) {
        aet_diags_clear(&none);
        aet_arena_reset(&arena);
        if (aet_document_read(r, &b->slices[i], &d, &none) != PARSED)
            continue;
        if (!aet_has_cells(r->layout))
            keys(h, r, d.root);
        aet_identities_document(&h->identities, &d);
    }
    aet_document_free(&d);
    aet_diags_free(&none);
    aet_arena_free(&arena);
}

void aet_hiding_read_documents(struct hiding *h, const struct nest *nest)
{
    struct source_options o;
    struct source *source;
    struct document_reader r;
    const struct layout *current = NULL;
    struct block b = { 0 };
    struct stop stop;
    struct heading_fault fault;

    aet_document_reader_init(&r, nest, h->reading->renames.p, h->reading->renames.n);
    r.resolver.lists = &h->reading->lists;
    aet_reading_options(h->reading, h->files, h->files_n, &o);
    o.headings.open = aet_document_open;
    o.joins = aet_document_joins;
    o.headings.context = o.join_context = &r;
    source = aet_source_new(&o);
    while (aet_source_next(source, &b, &stop) == SOURCE_BLOCK) {
        if (b.layout != current && !aet_document_reader_file(&r, b.layout, &fault))
            break;
        if (b.layout != current)
            headings(h, &r);
        current = b.layout;
        block(h, &r, &b);
    }
    aet_block_free(&b);
    aet_source_free(source);
    aet_document_reader_free(&r);
}
