/* Sets of codes, written: as XML under each set, as lists beside each code. */
#include <stdlib.h>

#include "base/alloc.h"
#include "record/items.h"
#include "refi/codebook.h"
#include "io/markup.h"

/* A code of the book in a set of it. */
struct membership {
    size_t set, code;
};

struct memberships {
    struct membership *p;
    size_t n;
};

struct of_guid {
    struct span guid;
    size_t code;
};

static int by_guid(const void *a, const void *b)
{
    const struct of_guid *x = a, *y = b;
    int c = aet_span_cmp(x->guid, y->guid);

    return c ? c : (x->code > y->code) - (x->code < y->code);
}

static int only_guid(const void *a, const void *b)
{
    return aet_span_cmp(((const struct of_guid *)a)->guid, ((const struct of_guid *)b)->guid);
}

static int by_set(const void *a, const void *b)
{
    const struct membership *x = a, *y = b;

    if (x->set != y->set)
        return x->set < y->set ? -1 : 1;
    return (x->code > y->code) - (x->code < y->code);
}

static int by_code(const void *a, const void *b)
{
    const struct membership *x = a, *y = b;

    if (x->code != y->code)
        return x->code < y->code ? -1 : 1;
    return (x->set > y->set) - (x->set < y->set);
}

/* Each once, whatever order the file has; a member whose code is not in the book, a source of the
 * project, is left out. The caller frees p. */
static struct memberships members_of(const struct codebook *b,
                                     int (*order)(const void *, const void *))
{
    struct memberships m = { aet_calloc(b->members_n + 1, sizeof *m.p), 0 };
    struct of_guid *known = aet_calloc(b->n + 1, sizeof *known);
    size_t kept = 0;

    for (size_t i = 0; i < b->n; i++)
        known[i] = (struct of_guid){ b->codes[i].guid, i };
    qsort(known, b->n, sizeof *known, by_guid);
    for (size_t i = 0; i < b->members_n; i++) {
        const struct of_guid key = { b->members[i].guid, 0 };
        const struct of_guid *found = bsearch(&key, known, b->n, sizeof *known, only_guid);

        if (found)
            m.p[m.n++] = (struct membership){ b->members[i].set, found->code };
    }
    aet_free(known);
    qsort(m.p, m.n, sizeof *m.p, order);
    for (size_t i = 0; i < m.n; i++)
        if (!kept || order(&m.p[kept - 1], &m.p[i]) != 0)
            m.p[kept++] = m.p[i];
    m.n = kept;
    return m;
}

/* Where the members of each set begin, in an array of one more; `m` is by set. */
static size_t *starts_of(const struct codebook *b, const struct memberships *m)
{
    size_t *starts = aet_calloc(b->sets_n + 1, sizeof *starts), at = 0;

    for (size_t i = 0; i <= b->sets_n; i++) {
        while (at < m->n && m->p[at].set < i)
            at++;
        starts[i] = at;
    }
    return starts;
}

static void put_set(const struct codebook *b, size_t set, const struct membership *of, size_t n,
                    const char *attribute, struct buf *out)
{
    const struct code_set *s = &b->sets[set];

    aet_buf_str(out, "    <Set");
    aet_xml_put(out, "guid", s->guid);
    aet_xml_put(out, "name", s->name);
    aet_buf_str(out, ">\n");
    if (s->description.n) {
        aet_buf_str(out, "      <Description>");
        aet_xml_text(out, s->description);
        aet_buf_str(out, "</Description>\n");
    }
    for (size_t i = 0; i < n; i++) {
        aet_buf_str(out, "      <MemberCode");
        aet_xml_put(out, attribute, b->codes[of[i].code].guid);
        aet_buf_str(out, "/>\n");
    }
    aet_buf_str(out, "    </Set>\n");
}

/* By their first code, as a table has them, which so comes back as the same bytes; those without
 * one last. */
void aet_refi_codebook_sets(const struct codebook *b, const char *member, struct buf *out)
{
    struct memberships m = members_of(b, by_set);
    struct membership *order = aet_calloc(b->sets_n + 1, sizeof *order);
    size_t *starts = starts_of(b, &m);

    for (size_t i = 0; i < b->sets_n; i++)
        order[i] = (struct membership){ i, starts[i] < starts[i + 1] ? m.p[starts[i]].code : b->n };
    qsort(order, b->sets_n, sizeof *order, by_code);
    if (b->sets_n)
        aet_buf_str(out, "  <Sets>\n");
    for (size_t i = 0; i < b->sets_n; i++) {
        size_t set = order[i].set;

        put_set(b, set, m.p + starts[set], starts[set + 1] - starts[set], member, out);
    }
    if (b->sets_n)
        aet_buf_str(out, "  </Sets>\n");
    aet_free(order);
    aet_free(starts);
    aet_free(m.p);
}

size_t aet_refi_codebook_sets_empty(const struct codebook *b)
{
    struct memberships m = members_of(b, by_set);
    size_t *starts = starts_of(b, &m), n = 0;

    for (size_t i = 0; i < b->sets_n; i++)
        n += starts[i] == starts[i + 1];
    aet_free(starts);
    aet_free(m.p);
    return n;
}

static void add_part(struct buf *list, bool first, struct span part)
{
    if (!first)
        aet_buf_char(list, '|');
    aet_buf_part(list, part);
}

struct set_cells *aet_refi_codebook_set_cells(const struct codebook *b)
{
    struct memberships m = members_of(b, by_code);
    struct set_cells *cells = aet_calloc(b->n + 1, sizeof *cells);

    for (size_t i = 0; i < m.n; i++) {
        struct set_cells *c = &cells[m.p[i].code];
        const struct code_set *s = &b->sets[m.p[i].set];
        bool first = !c->names.n;

        c->told |= s->description.n > 0;
        aet_items_put(&c->names, s->name);
        add_part(&c->guids, first, s->guid);
        add_part(&c->descriptions, first, s->description);
    }
    aet_free(m.p);
    return cells;
}

void aet_refi_codebook_set_cells_free(const struct codebook *b, struct set_cells *cells)
{
    for (size_t i = 0; i < b->n; i++) {
        aet_buf_free(&cells[i].names);
        aet_buf_free(&cells[i].guids);
        aet_buf_free(&cells[i].descriptions);
    }
    aet_free(cells);
}

/* The next part between bars, kept as it is; false at the end. */
static bool next_part(struct span *rest, struct arena *arena, struct span *part)
{
    struct buf made = { 0 };
    size_t i = 0;

    if (!rest->n)
        return false;
    for (; i < rest->n && rest->p[i] != '|'; i++) {
        bool escape = rest->p[i] == '\\' && i + 1 < rest->n &&
                      (rest->p[i + 1] == '|' || rest->p[i + 1] == '\\');

        i += escape;
        aet_buf_char(&made, rest->p[i]);
    }
    *rest = aet_span_from(*rest, i + 1);
    *part = aet_arena_copy(arena, aet_buf_view(&made));
    aet_buf_free(&made);
    return true;
}

void aet_refi_codebook_member_of(struct codebook *b, size_t code, struct span names,
                                 struct span guids, struct span descriptions)
{
    const struct value v = { .kind = VALUE_TEXT, .text = names };
    struct items it = aet_items(&v, &b->arena);
    struct span name;

    while (aet_items_next(&it, &name)) {
        struct code_set set = { .name = name };
        size_t at;

        (void)next_part(&guids, &b->arena, &set.guid);
        (void)next_part(&descriptions, &b->arena, &set.description);
        at = aet_refi_codebook_set_found(b, set);
        aet_refi_codebook_member(b, at, b->codes[code].guid);
    }
}
