/* Writing documents as rows. */
#include "tree/document_write.h"

#include "record/convert.h"
#include "record/items.h"
#include "tree/extra.h"

struct row_writer {
    const struct document *d;
    struct buf *out;
    struct diags *diags;
    struct buf name, cell, scratch;
    struct arena arena;
    struct span key;
    bool ok;
};

static bool is_row_name(const struct nest *nest, const char *name)
{
    return strcmp(name, "element") == 0 || strcmp(name, "parent") == 0 ||
           strcmp(name, nest->key) == 0;
}

void aet_document_column(const struct nest *nest, unsigned kind, size_t field, struct buf *out)
{
    const struct schema *s = nest->kinds[kind].schema;
    const char *name = s->fields[field].name;

    if (is_row_name(nest, name)) {
        aet_buf_str(out, s->name);
        aet_buf_char(out, '_');
    }
    aet_buf_str(out, name);
}

static struct span field_column(struct row_writer *w, const struct element *e, size_t field)
{
    aet_buf_clear(&w->name);
    aet_document_column(w->d->shape->nest, e->kind, field, &w->name);
    return aet_buf_view(&w->name);
}

static void list_cell(struct row_writer *w, const struct element *e, size_t field)
{
    struct parts parts = aet_parts(e, field, &w->arena);
    struct span part;

    while (aet_parts_next(&parts, &part)) {
        if (w->cell.n)
            aet_buf_char(&w->cell, '|');
        if (!aet_items_write(&w->cell, aet_canonical_part(&parts, part, &w->scratch))) {
            aet_element_diag(w->diags, &aet_rules_ent[ENT_LIST_LINE], e, (int)field,
                             (long)parts.it.position);
            w->ok = false;
        }
    }
}

static void field_cells(struct row_writer *w, const struct element *e)
{
    const struct schema *s = aet_element_schema(e);

    for (size_t i = 0; i < s->n; i++) {
        bool bare = false;

        if (e->values[i].kind == VALUE_NONE)
            continue;
        aet_buf_clear(&w->cell);
        if (aet_type_is_list(s->fields[i].type))
            list_cell(w, e, i);
        else
            aet_buf_span(&w->cell, aet_canonical(e, i, &w->scratch, &bare));
        if (s->fields[i].type == TYPE_BOOL && bare) {
            aet_buf_clear(&w->cell);
            aet_buf_str(&w->cell, e->facts.f[i].u.yes ? "oui" : "non");
            bare = false;
        }
        aet_sheet_cell(w->out, field_column(w, e, i), aet_buf_view(&w->cell),
                       aet_convert_kind(s->fields[i].type, bare));
    }
}

/* A member that no field claims: text as it is, anything else in JSON; text that would read as JSON
 * keeps its quotes. */
static void extra_cells(struct row_writer *w, const struct element *e)
{
    enum fault f;
    size_t at;

    for (const struct extra *x = e->extras; x; x = x->next) {
        struct span text = x->text;
        json_t *v = NULL;

        aet_buf_clear(&w->cell);
        if (aet_extra_is_nothing(e, x))
            continue;
        if (!aet_extra_is_text(e) && text.n && text.p[0] == '"') {
            v = aet_json_read(text, &f, &at);
            if (v && !aet_extra_is_json(aet_json_string_span(v)))
                text = aet_json_string_span(v);
        } else if (!aet_extra_is_text(e)) {
            aet_json_compact(&w->cell, text);
            text = aet_buf_view(&w->cell);
        }
        aet_sheet_cell(w->out, aet_extra_name(e, x, SHAPE_CELLS, &w->name), text, SHEET_TEXT);
        json_decref(v);
    }
}

static void write_row(struct row_writer *w, const struct element *e)
{
    const struct shape *shape = w->d->shape;
    const struct nest *nest = shape->nest;
    size_t frame = aet_sheet_frame(w->out);

    aet_sheet_cell(w->out, AET_LIT("element"), aet_span_z(aet_element_schema(e)->name), SHEET_TEXT);
    if (e->parent && e->parent->parent)
        aet_sheet_cell(w->out, AET_LIT("parent"), aet_element_id(e->parent), SHEET_TEXT);
    aet_sheet_cell(w->out, aet_span_z(nest->key), w->key, SHEET_TEXT);
    field_cells(w, e);
    for (size_t s = 0; s < shape->slots[e->kind]; s++)
        if (e->first[s] && nest->kinds[shape->children[e->kind][s]].part == PART_FIELDS) {
            field_cells(w, e->first[s]);
            extra_cells(w, e->first[s]);
        }
    extra_cells(w, e);
    aet_sheet_framed(w->out, frame);
    for (size_t s = 0; s < shape->slots[e->kind]; s++)
        if (nest->kinds[shape->children[e->kind][s]].part != PART_FIELDS)
            for (const struct element *c = e->first[s]; c; c = c->next)
                write_row(w, c);
}

bool aet_document_write_rows(const struct document *d, struct buf *out, struct diags *diags)
{
    struct row_writer w = { .d = d, .out = out, .diags = diags, .ok = true };

    w.key = aet_document_key(d);
    write_row(&w, d->root);
    aet_buf_free(&w.name);
    aet_buf_free(&w.cell);
    aet_buf_free(&w.scratch);
    aet_arena_free(&w.arena);
    return w.ok;
}

void aet_document_columns(const struct nest *nest, struct sheet *sheet)
{
    struct buf name = { 0 };

    aet_sheet_column(sheet, AET_LIT("element"));
    aet_sheet_column(sheet, AET_LIT("id"));
    aet_sheet_column(sheet, AET_LIT("parent"));
    aet_sheet_column(sheet, AET_LIT("libelle"));
    aet_sheet_column(sheet, aet_span_z(nest->key));
    for (unsigned k = 0; k < nest->n; k++)
        for (size_t i = 0; i < nest->kinds[k].schema->n; i++) {
            aet_buf_clear(&name);
            aet_document_column(nest, k, i, &name);
            aet_sheet_maybe(sheet, aet_buf_view(&name));
        }
    aet_buf_free(&name);
}
