/* Whether a kind of section is sound. What the compiler cannot see of a row is seen here, before
 * anything is read. */
#include "report/report.h"

#include "base/bug.h"
#include "base/buf.h"

_Noreturn void aet_section_broken(const struct section_kind *kind, const char *column,
                                  const char *what)
{
    struct buf where = { 0 };

    aet_buf_str(&where, "section ");
    aet_buf_str(&where, kind->key ? kind->key : "?");
    aet_buf_str(&where, column ? ", " : "");
    aet_buf_str(&where, column ? column : "");
    aet_bug(aet_buf_z(&where), what);
}

static bool has(const struct section_kind *k, int column)
{
    return column >= 0 && (size_t)column < k->n;
}

static bool measure(const struct section_kind *k, int column)
{
    enum cell_type t = k->columns[column].type;

    return t == CELL_COUNT || t == CELL_NUMBER || t == CELL_SHARE || t == CELL_MONEY;
}

static bool measures(const struct section_kind *k, int from, int to)
{
    if (!has(k, from) || !has(k, to) || to < from)
        return false;
    for (int c = from; c <= to; c++)
        if (!measure(k, c))
            return false;
    return true;
}

static bool dates(const struct section_kind *k, int from, int to)
{
    return has(k, from) && has(k, to) && k->columns[from].type == CELL_DATE &&
           k->columns[to].type == CELL_DATE;
}

/* Bars, and what is seen by two coordinates, lead with a column that people see. */
static bool seen(const struct section_kind *k, int column)
{
    return has(k, column) && !measure(k, column) && !k->columns[column].plain;
}

static bool view_is_sound(const struct section_kind *k)
{
    const struct view *v = &k->view;

    switch (v->kind) {
    case VIEW_TABLE:
    case VIEW_FORM:
    case VIEW_SENTENCES:
        return true;
    case VIEW_BARS:
    case VIEW_COMPARE:
    case VIEW_PROGRESS:
        return seen(k, v->label) && measures(k, v->from, v->to);
    case VIEW_HEATMAP:
        return seen(k, v->label) && measures(k, v->from, v->to) &&
               (v->across == AET_SIDE_BY_SIDE || seen(k, v->across));
    case VIEW_CURVE:
        return seen(k, v->label) && measures(k, v->from, v->to) && v->from < v->to;
    case VIEW_CHAIN:
        return seen(k, v->label) && seen(k, v->to) && v->label <= v->across &&
               v->across < v->from && v->from <= v->to;
    case VIEW_NETWORK:
    case VIEW_LINES:
        return seen(k, v->label) && seen(k, v->across) && measures(k, v->from, v->to);
    case VIEW_TIMELINE:
        return seen(k, v->label) && dates(k, v->from, v->to) && has(k, v->across) &&
               k->columns[v->across].type == CELL_CODE;
    }
    return false;
}

static bool has_bars(const struct section_kind *k)
{
    return k->view.kind == VIEW_BARS || k->view.kind == VIEW_COMPARE ||
           k->view.kind == VIEW_PROGRESS;
}

static bool said(struct text t)
{
    return t.fr && *t.fr && t.en && *t.en;
}

const char *aet_section_fault(const struct section_kind *k)
{
    if (!k->key || !*k->key || !said(k->title))
        return "it has no name or no title";
    if (!k->n)
        return "it has no columns";
    for (size_t c = 0; c < k->n; c++)
        if (!k->columns[c].name || !said(k->columns[c].title))
            return "a column has no name or no title";
    for (size_t c = 0; c < k->n; c++)
        for (size_t d = 0; d < c; d++)
            if (strcmp(k->columns[c].name, k->columns[d].name) == 0)
                return "two columns have one name";
    if (k->led > k->n || (has_bars(k) && (size_t)k->view.label < k->led))
        return "a column that leads to others is none, or has bars";
    if (!view_is_sound(k))
        return "its view names columns that cannot be seen so";
    if (k->shown && (!said(k->rest[0]) || !said(k->rest[1])))
        return "it leaves rows out and does not say so";
    return NULL;
}
