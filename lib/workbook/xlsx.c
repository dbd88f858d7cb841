/* The workbook part of .xlsx: which sheets there are, and where. */
#include "workbook/xlsx.h"

#include <string.h>

#include "base/alloc.h"

static void ignore(void *to, const char *name)
{
    (void)to;
    (void)name;
}

struct span aet_xlsx_path(struct book *b, const char *folder, struct span target)
{
    struct buf path = { 0 };
    struct span kept;

    if (target.n && target.p[0] == '/') {
        aet_buf_span(&path, aet_span_from(target, 1));
    } else {
        aet_buf_str(&path, folder);
        for (; aet_span_starts(target, AET_LIT("../")) && path.n; target = aet_span_from(target, 3))
            for (path.n--; path.n && path.p[path.n - 1] != '/'; path.n--)
                ;
        if (aet_span_starts(target, AET_LIT("./")))
            target = aet_span_from(target, 2);
        aet_buf_span(&path, target);
    }
    kept = aet_arena_copy(&b->arena, aet_buf_view(&path));
    aet_buf_free(&path);
    return kept;
}

struct relating {
    struct arena *arena;
    struct relations *to;
};

static void on_relation(void *to, const char *name, const char **attributes)
{
    struct relating *x = to;
    const char *id = aet_xml_attribute(attributes, "Id");
    const char *type = aet_xml_attribute(attributes, "Type");
    const char *target = aet_xml_attribute(attributes, "Target");
    const char *mode = aet_xml_attribute(attributes, "TargetMode");
    struct relations *r = x->to;

    if (strcmp(name, "Relationship") != 0 || !id || !type || !target ||
        (mode && strcmp(mode, "External") == 0)) /* what lies elsewhere is never opened */
        return;
    r->p = aet_grow(r->p, &r->cap, r->n, sizeof *r->p);
    r->p[r->n++] = (struct relation){ aet_arena_copy(x->arena, aet_span_z(id)),
                                      aet_arena_copy(x->arena, aet_span_z(type)),
                                      aet_arena_copy(x->arena, aet_span_z(target)) };
}

enum fault aet_xlsx_relations(struct book *b, const char *member, struct relations *to)
{
    static const struct xml_reader reader = { on_relation, ignore, NULL };
    struct relating x = { &b->arena, to };

    return aet_archive_has(b->archive, member) ? aet_part_read_all(b->archive, member, &reader, &x)
                                               : FAULT_NONE;
}

static bool ends_with(struct span s, const char *end)
{
    struct span tail = aet_span_z(end);

    return s.n >= tail.n && aet_span_eq(aet_span_from(s, s.n - tail.n), tail);
}

struct span aet_xlsx_related(const struct relations *r, const char *kind)
{
    for (size_t i = 0; i < r->n; i++)
        if (ends_with(r->p[i].type, kind))
            return r->p[i].target;
    return AET_LIT("");
}

/* Where a sheet of cells stands; empty for one that is a drawing or a dialogue, as for none. */
static struct span cells_of(const struct relations *r, struct span id)
{
    for (size_t i = 0; i < r->n; i++)
        if (aet_span_eq(r->p[i].id, id) && !ends_with(r->p[i].type, "/chartsheet") &&
            !ends_with(r->p[i].type, "/dialogsheet"))
            return r->p[i].target;
    return AET_LIT("");
}

static void add_sheet(struct book *b, const char **attributes)
{
    struct xlsx *x = b->of_kind;
    const char *name = aet_xml_attribute(attributes, "name");
    const char *state = aet_xml_attribute(attributes, "state");
    const char *id = NULL;

    for (size_t i = 0; attributes[i]; i += 2) /* r:id, and not sheetId */
        if (strlen(attributes[i]) > 3 &&
            strcmp(attributes[i] + strlen(attributes[i]) - 3, ":id") == 0)
            id = attributes[i + 1];

    struct span target = id ? cells_of(&x->of_book, aet_span_z(id)) : AET_LIT("");

    if (!target.n || !name)
        return;
    aet_book_add(b, aet_span_z(name), state && strcmp(state, "visible") != 0);
    x->parts = aet_grow(x->parts, &x->parts_cap, x->parts_n, sizeof *x->parts);
    x->parts[x->parts_n++] = aet_xlsx_path(b, x->folder, target);
}

static bool is_true(const char *said)
{
    return said && (strcmp(said, "1") == 0 || strcmp(said, "true") == 0);
}

static void on_book(void *to, const char *name, const char **attributes)
{
    struct book *b = to;
    struct xlsx *x = b->of_kind;

    if (strcmp(name, "sheet") == 0)
        add_sheet(b, attributes);
    if (strcmp(name, "workbookPr") == 0)
        x->from_1904 = is_true(aet_xml_attribute(attributes, "date1904"));
    if (strcmp(name, "calcPr") == 0)
        x->uncalculated = is_true(aet_xml_attribute(attributes, "fullCalcOnLoad"));
}

/* "xl/workbook.xml" is "xl/" and "workbook.xml", its relations are xl/_rels/workbook.xml.rels. */
static enum fault read_relations(struct book *b, struct span part)
{
    struct xlsx *x = b->of_kind;
    struct buf path = { 0 };
    size_t at = part.n;
    enum fault fault;

    while (at && part.p[at - 1] != '/')
        at--;
    x->folder = aet_span_dup(aet_span(part.p, at));
    aet_buf_add(&path, part.p, at);
    aet_buf_str(&path, "_rels/");
    aet_buf_span(&path, aet_span_from(part, at));
    aet_buf_str(&path, ".rels");
    fault = aet_xlsx_relations(b, aet_buf_z(&path), &x->of_book);
    aet_buf_free(&path);
    return fault;
}

static enum fault open_book(struct book *b)
{
    static const struct xml_reader reader = { on_book, ignore, NULL };
    struct relations root = { 0 };
    struct span part;
    enum fault fault;

    b->of_kind = aet_calloc(1, sizeof(struct xlsx));
    fault = aet_xlsx_relations(b, "_rels/.rels", &root);
    part = aet_xlsx_path(b, "", aet_xlsx_related(&root, "/officeDocument"));
    aet_free(root.p);
    if (!fault && !part.n)
        part = AET_LIT("xl/workbook.xml");
    if (!fault && ends_with(part, ".bin")) /* .xlsb */
        return FAULT_WORKBOOK;
    if (!fault)
        fault = read_relations(b, part);
    if (!fault)
        fault = aet_part_read_all(b->archive, part.p, &reader, b);
    if (!fault && !b->n)
        fault = FAULT_BOOK_DAMAGED;
    return fault ? fault : aet_xlsx_styles(b);
}

static enum fault begin(struct book *b, size_t sheet, struct sheet_reader *r)
{
    struct xlsx *x = b->of_kind;
    enum fault fault = x->shared ? FAULT_NONE : aet_xlsx_strings(b);

    x->shared = true;
    return fault ? fault : aet_xlsx_sheet(b, x->parts[sheet].p, r);
}

static void end(struct book *b)
{
    if (b->of_kind)
        aet_xlsx_sheet_end(b->of_kind);
}

static void close_book(struct book *b)
{
    struct xlsx *x = b->of_kind;

    if (!x)
        return;
    aet_free(x->folder);
    aet_free(x->of_book.p);
    aet_free(x->parts);
    aet_free(x->meanings);
    aet_free(x->strings);
    aet_free(x);
}

const struct book_kind aet_book_xlsx = { .member = "[Content_Types].xml",
                                         .open = open_book,
                                         .begin = begin,
                                         .end = end,
                                         .close = close_book };
