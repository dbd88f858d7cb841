/* Writing documents. */
#include "record/document_write.h"

#include "record/items.h"

struct json_writer {
    struct buf *out;
    bool indented;
    unsigned depth;
    bool empty; /* nothing in the innermost object or array yet */
};

static void line(struct json_writer *w)
{
    if (!w->indented)
        return;
    aet_buf_char(w->out, '\n');
    for (unsigned i = 0; i < w->depth; i++)
        aet_buf_str(w->out, "  ");
}

static void begin(struct json_writer *w, char bracket)
{
    aet_buf_char(w->out, bracket);
    w->depth++;
    w->empty = true;
}

static void end(struct json_writer *w, char bracket)
{
    w->depth--;
    if (!w->empty)
        line(w);
    aet_buf_char(w->out, bracket);
    w->empty = false;
}

static void item(struct json_writer *w)
{
    if (!w->empty)
        aet_buf_char(w->out, ',');
    line(w);
    w->empty = false;
}

static void member(struct json_writer *w, struct span key)
{
    item(w);
    aet_json_string(w->out, key);
    aet_buf_str(w->out, w->indented ? ": " : ":");
}

/* The canonical text of a single value; *bare when JSON writes it without quotes. */
static struct span canonical(const struct element *e, size_t field, struct buf *scratch, bool *bare)
{
    const struct value *v = &e->values[field];
    const struct fact *f = &e->facts.f[field];

    *bare = false;
    aet_buf_clear(scratch);
    switch (aet_element_schema(e)->fields[field].type) {
    case TYPE_DATE:
    case TYPE_MONTH:
        if (!f->good)
            return v->text;
        aet_date_write(f->u.date, scratch);
        return aet_buf_view(scratch);
    case TYPE_NUMBER:
    case TYPE_INTEGER:
    case TYPE_VALUE:
        *bare = f->good;
        return f->u.number.text;
    case TYPE_MONEY:
        if (!f->good)
            return v->text;
        *bare = true;
        aet_money_write(f->u.cents, scratch);
        if (scratch->p[scratch->n - 1] == '0') {
            scratch->n -= scratch->p[scratch->n - 2] == '0' ? 3 : 1;
        }
        return aet_buf_view(scratch);
    case TYPE_BOOL:
        *bare = f->good;
        return f->good ? (f->u.yes ? AET_LIT("true") : AET_LIT("false")) : v->text;
    default:
        return v->text;
    }
}

/* A list field, part by part; days in their one form. */
static struct items parts(const struct element *e, size_t field, struct arena *arena)
{
    return aet_items(&e->values[field], arena);
}

static struct span part_text(const struct element *e, size_t field, size_t i, struct span part,
                             struct buf *scratch)
{
    const struct fact *f = &e->facts.f[field];
    const struct item *it = e->facts.items + f->u.list.from;

    if (aet_element_schema(e)->fields[field].type != TYPE_DATES || !f->present ||
        i >= f->u.list.n || it[i].row == NO_DAY)
        return part;
    aet_buf_clear(scratch);
    aet_date_write(aet_date_from_days(it[i].row), scratch);
    return aet_buf_view(scratch);
}

static void write_list(struct json_writer *w, const struct element *e, size_t field)
{
    struct arena arena = { 0 };
    struct buf scratch = { 0 };
    struct items it = parts(e, field, &arena);
    struct span part;
    bool first = true;

    aet_buf_char(w->out, '[');
    for (size_t i = 0; aet_items_next(&it, &part); i++) {
        aet_buf_str(w->out, first ? "" : w->indented ? ", " : ",");
        aet_json_string(w->out, part_text(e, field, i, part, &scratch));
        first = false;
    }
    aet_buf_char(w->out, ']');
    aet_buf_free(&scratch);
    aet_arena_free(&arena);
}

static bool has_parts(const struct element *e, size_t field)
{
    struct arena arena = { 0 };
    struct items it = parts(e, field, &arena);
    struct span part;
    bool any = aet_items_next(&it, &part);

    aet_arena_free(&arena);
    return any;
}

static void write_fields(struct json_writer *w, const struct element *e)
{
    const struct schema *s = aet_element_schema(e);
    struct buf scratch = { 0 };

    for (size_t i = 0; i < s->n; i++) {
        bool bare;
        struct span text;

        if (e->values[i].kind == VALUE_NONE ||
            (aet_type_is_list(s->fields[i].type) && !has_parts(e, i)))
            continue;
        member(w, aet_span_z(s->fields[i].name));
        if (aet_type_is_list(s->fields[i].type)) {
            write_list(w, e, i);
            continue;
        }
        text = canonical(e, i, &scratch, &bare);
        if (bare)
            aet_buf_span(w->out, text);
        else
            aet_json_string(w->out, text);
    }
    aet_buf_free(&scratch);
}

/* Whether a cell under an unknown heading is JSON rather than text: so a number, a list or an
 * object that nobody declared comes back as what it was. A lone `null` is text. */
static bool is_json(struct span cell)
{
    enum fault f;
    size_t at;
    json_t *v;

    if (!cell.n || !strchr("-0123456789tf[{\"", cell.p[0]))
        return false;
    v = aet_json_read(cell, &f, &at);
    json_decref(v);
    return v != NULL;
}

static bool from_csv(const struct element *e)
{
    return e->document->layout->format == FORMAT_CSV;
}

static void write_extras(struct json_writer *w, const struct element *e)
{
    for (const struct extra *x = e->extras; x; x = x->next) {
        if (!from_csv(e) &&
            (aet_span_eq(x->text, AET_LIT("null")) || aet_span_eq(x->text, AET_LIT("\"\""))))
            continue;
        member(w, x->name);
        if (from_csv(e) && !is_json(x->text))
            aet_json_string(w->out, x->text);
        else
            aet_json_compact(w->out, x->text);
    }
}

static bool is_empty(const struct element *e)
{
    for (size_t i = 0; i < aet_element_schema(e)->n; i++)
        if (e->values[i].kind != VALUE_NONE)
            return false;
    for (size_t s = 0; s < e->document->shape->slots[e->kind]; s++)
        if (e->first[s])
            return false;
    return !e->extras;
}

static void write_element(struct json_writer *w, const struct element *e)
{
    const struct shape *shape = e->document->shape;

    begin(w, '{');
    write_fields(w, e);
    for (size_t s = 0; s < shape->slots[e->kind]; s++) {
        const struct kind *k = &shape->nest->kinds[shape->children[e->kind][s]];

        if (!e->first[s] || (k->part == PART_FIELDS && is_empty(e->first[s])))
            continue;
        member(w, aet_span_z(k->key));
        if (k->part != PART_MANY) {
            write_element(w, e->first[s]);
            continue;
        }
        begin(w, '[');
        for (const struct element *c = e->first[s]; c; c = c->next) {
            item(w);
            write_element(w, c);
        }
        end(w, ']');
    }
    write_extras(w, e);
    end(w, '}');
}

void aet_document_write_json(const struct document *d, bool indented, struct buf *out)
{
    struct json_writer w = { .out = out, .indented = indented };

    write_element(&w, d->root);
}

/* --- rows ------------------------------------------------------------------------------------ */

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
    struct items it = parts(e, field, &w->arena);
    struct span part;

    for (size_t i = 0; aet_items_next(&it, &part); i++) {
        if (w->cell.n)
            aet_buf_char(&w->cell, '|');
        if (!aet_items_write(&w->cell, part_text(e, field, i, part, &w->scratch))) {
            struct diag *x = aet_element_diag(w->diags, &aet_rules_ent[ENT_LIST_LINE], e,
                                              (int)field, (long)i);

            aet_diag_arg(w->diags, x, "champ",
                         aet_span_z(aet_element_schema(e)->fields[field].name));
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
            aet_buf_span(&w->cell, canonical(e, i, &w->scratch, &bare));
        if (s->fields[i].type == TYPE_BOOL && bare) {
            aet_buf_clear(&w->cell);
            aet_buf_str(&w->cell, e->facts.f[i].u.yes ? "oui" : "non");
            bare = false;
        }
        aet_sheet_cell(w->out, field_column(w, e, i), aet_buf_view(&w->cell), bare);
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
        if (!from_csv(e) && aet_span_eq(text, AET_LIT("null")))
            continue;
        if (!from_csv(e) && text.n && text.p[0] == '"') {
            v = aet_json_read(text, &f, &at);
            if (v && !is_json(aet_json_string_span(v)))
                text = aet_json_string_span(v);
        } else if (!from_csv(e)) {
            aet_json_compact(&w->cell, text);
            text = aet_buf_view(&w->cell);
        }
        aet_sheet_cell(w->out, x->name, text, false);
        json_decref(v);
    }
}

static void write_row(struct row_writer *w, const struct element *e)
{
    const struct shape *shape = w->d->shape;
    const struct nest *nest = shape->nest;
    size_t frame = aet_sheet_frame(w->out);

    aet_sheet_cell(w->out, AET_LIT("element"), aet_span_z(aet_element_schema(e)->name), false);
    if (e->parent && e->parent->parent)
        aet_sheet_cell(w->out, AET_LIT("parent"), aet_element_id(e->parent), false);
    aet_sheet_cell(w->out, aet_span_z(nest->key), w->key, false);
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
