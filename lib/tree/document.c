/* The reader of documents: setting up, and the steps that objects and cells share. */
#include "tree/document.h"

#include "headings/opening.h"
#include "tree/document_cells.h"
#include "tree/document_object.h"
#include "tree/document_sheet.h"
#include "tree/refs.h"
#include "tree/resolve.h"

static void row_fields(struct document_reader *r, const struct nest *nest)
{
    r->row_fields[ROW_ELEMENT] = (struct field){ .name = "element",
                                                 .title = { "Élément", "Element" },
                                                 .headings = "Sorte d’élément|Kind of element" };
    r->row_fields[ROW_PARENT] = (struct field){ .name = "parent",
                                                .title = { "Parent", "Parent" },
                                                .headings = "Relève de|Rattaché à|Belongs to" };
    r->row_fields[ROW_KEY] = (struct field){ .name = nest->key,
                                             .title = { nest->key, nest->key },
                                             .headings = nest->key_headings };
    r->row_schema = (struct schema){ .fields = r->row_fields, .n = ROW_COLUMNS };
    r->row_headings = aet_headings_new(&r->row_schema, r->renames, r->renames_n);
}

/* The columns of a wide sheet as fields, for their headings. */
static void wide_fields(struct document_reader *r, const struct nest *nest)
{
    struct field *fields;

    if (!nest->wide_n)
        return;
    fields = aet_calloc(nest->wide_n, sizeof *fields);
    for (size_t i = 0; i < nest->wide_n; i++) {
        const struct wide_column *c = &nest->wide[i];

        fields[i] = nest->kinds[c->kind].schema->fields[c->field];
        fields[i].name = c->title.fr;
        fields[i].title = c->title;
        fields[i].headings = c->headings;
    }
    r->wide_schema = (struct schema){ .fields = fields, .n = nest->wide_n };
    r->wide_headings = aet_headings_new(&r->wide_schema, r->renames, r->renames_n);
}

void aet_document_reader_init(struct document_reader *r, const struct nest *nest,
                              struct rename *renames, size_t n)
{
    *r = (struct document_reader){ .renames = renames, .renames_n = n };
    aet_shape_make(&r->shape, nest);
    row_fields(r, nest);
    wide_fields(r, nest);
}

static void forget_file(struct document_reader *r)
{
    aet_row_free(r->row);
    r->row = NULL;
    for (size_t k = 0; k < NEST_KINDS; k++)
        r->places[k] = NULL;
    aet_arena_reset(&r->file);
}

void aet_document_reader_free(struct document_reader *r)
{
    forget_file(r);
    aet_row_free(r->join);
    aet_apart_free(&r->sheet);
    aet_apart_free(&r->join_sheet);
    for (size_t k = 0; k < NEST_KINDS; k++)
        aet_headings_free(r->headings[k]);
    aet_headings_free(r->row_headings);
    aet_headings_free(r->wide_headings);
    aet_free((void *)r->wide_schema.fields);
    aet_arena_free(&r->file);
    aet_buf_free(&r->resolver.scratch);
    aet_buf_free(&r->join_key);
    aet_buf_free(&r->join_part);
}

static const struct field *field_of(void *context, struct span heading)
{
    struct document_reader *r = context;
    int f = aet_heading_field(r->row_headings, heading);

    if (f != NO_FIELD)
        return &r->row_fields[f];
    for (unsigned k = 0; k < r->shape.nest->n; k++) {
        f = aet_heading_field(aet_document_headings(r, k), heading);
        if (f != NO_FIELD)
            return &r->shape.nest->kinds[k].schema->fields[f];
    }
    f = r->wide_headings ? aet_heading_field(r->wide_headings, heading) : NO_FIELD;
    return f == NO_FIELD ? NULL : &r->wide_schema.fields[f];
}

/* The fields of elements have one column each. */
static const struct field *no_choice(void *context, struct span heading)
{
    (void)context, (void)heading;
    return NULL;
}

void aet_document_open(void *context, const struct opening *o, struct opened *out)
{
    struct document_reader *r = context;
    struct opening_words w = { .field = field_of,
                               .choice = no_choice,
                               .context = r,
                               .comments = true,
                               .renames = r->renames,
                               .renames_n = r->renames_n };

    aet_opening_read(&w, o, out);
}

const char *aet_document_near(struct document_reader *r, size_t column)
{
    struct span heading = r->layout->headings[column];
    int f = NO_FIELD;

    if (!heading.n || aet_heading_field(r->row_headings, heading) != NO_FIELD ||
        aet_document_knows(r, heading) || aet_wide_column(r, heading))
        return NULL;
    f = aet_heading_near(r->row_headings, r->names[column]);
    if (f != NO_FIELD)
        return r->row_fields[f].name;
    for (unsigned k = 0; k < r->shape.nest->n; k++) {
        f = aet_heading_near(aet_document_headings(r, k), r->names[column]);
        if (f != NO_FIELD)
            return r->shape.nest->kinds[k].schema->fields[f].name;
    }
    return NULL;
}

const char *aet_document_leads(struct document_reader *r, size_t column)
{
    struct span heading = r->layout->headings[column];
    const struct field *f = heading.n ? field_of(r, heading) : NULL;

    return f ? f->name : NULL;
}

static bool is_exact(struct document_reader *r, struct span heading)
{
    bool exact = aet_heading_exact(r->row_headings, heading);

    for (unsigned k = 0; !exact && k < r->shape.nest->n; k++)
        exact = aet_heading_exact(aet_document_headings(r, k), heading);
    return exact;
}

static void map_columns(struct document_reader *r, const struct layout *layout)
{
    size_t n = layout->columns + 1;
    struct mapping *m = &r->mapping;

    *m = (struct mapping){ .layout = layout, .names = r->names, .brut = layout->columns };
    m->reworded = aet_arena_alloc(&r->file, n * sizeof *m->reworded);
    m->passed_over = aet_arena_alloc(&r->file, n * sizeof *m->passed_over);
    for (size_t c = 0; c < layout->columns; c++) {
        m->reworded[c] = aet_document_leads(r, c) && !is_exact(r, layout->headings[c]);
        m->passed_over[c] = false;
    }
}

bool aet_document_reader_file(struct document_reader *r, const struct layout *layout,
                              struct heading_fault *fault)
{
    r->layout = layout;
    r->wide = false;
    forget_file(r);
    if (!aet_has_cells(layout)) {
        aet_apart_file(&r->sheet, layout);
        return true;
    }
    r->row = layout->format->row_new(layout);
    aet_document_row_columns(r, layout, r->row_column);
    r->wide = aet_wide_is(r, layout, r->row_column);
    aet_document_sheet(r, &r->sheet, layout, r->row_column);
    r->names = aet_arena_alloc(&r->file, (layout->columns + 1) * sizeof *r->names);
    map_columns(r, layout);
    for (size_t c = 0; c < layout->columns; c++) {
        int f = aet_heading_field(r->row_headings, layout->headings[c]);

        r->names[c] = aet_heading_name(r->row_headings, layout->headings[c]);
        for (size_t k = 0; layout->headings[c].n && k < c; k++) {
            bool same = aet_span_eq(r->names[k], r->names[c]);

            if (!same && (f == NO_FIELD || r->row_column[f] != (int)k))
                continue;
            *fault = (struct heading_fault){
                .rule = &aet_rules_ent[same ? ENT_HEADING_TWICE : ENT_FIELD_TWICE],
                .column = c,
                .heading = layout->headings[c],
                .other = layout->headings[k],
                .caption = same ? NULL : &r->row_fields[f].title,
                .name = r->names[c]
            };
            return false;
        }
    }
    return true;
}

enum parsed aet_document_read(struct document_reader *r, const struct slice *slice,
                              struct document *d, struct diags *diags)
{
    enum parsed p;

    aet_arena_reset(&d->arena);
    *d = (struct document){ .shape = &r->shape,
                            .reader = r,
                            .slice = slice,
                            .layout = r->layout,
                            .headings = r->headings,
                            .lists = r->resolver.lists,
                            .row_column = r->row_column,
                            .whole = r->wide,
                            .said_from = diags->n,
                            .least = r->strict ? AVERTISSEMENT : ERREUR,
                            .arena = d->arena };
    r->resolver.arena = &d->arena;
    p = r->row ? aet_document_cells(r, d, diags) : aet_document_object(r, d, diags);
    if (p == PARSED) {
        aet_document_link(d);
        aet_resolve_document(&r->resolver, d, r->matchers, diags);
        aet_document_refs(d, diags);
    }
    return p;
}

void aet_document_free(struct document *d)
{
    aet_arena_free(&d->arena);
}
