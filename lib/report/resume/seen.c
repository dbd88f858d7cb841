/* Reading a finished report. */
#include "report/resume/seen.h"

#include "base/names.h"

const struct section *aet_seen(const struct report *r, const char *key)
{
    const struct section *s = aet_report_find(r, key);

    return s && !s->withheld ? s : NULL;
}

int64_t aet_seen_rows(const struct section *s)
{
    return s ? (int64_t)(s->rows + s->more) : 0;
}

/* NULL: there is no such row, or it is not known there. */
static const struct cell *cell_of(const struct section *s, size_t row, const char *column,
                                  enum cell_type *type)
{
    const struct cell *c;
    size_t i = 0;

    if (!s)
        return NULL;
    while (i < s->kind->n && strcmp(s->kind->columns[i].name, column) != 0)
        i++;
    if (i == s->kind->n)
        aet_section_broken(s->kind, column, "it has no such column");
    *type = s->kind->columns[i].type;
    if (row >= s->rows)
        return NULL;
    c = &s->cells[row * s->kind->n + i];
    return c->known ? c : NULL;
}

bool aet_seen_int(const struct section *s, size_t row, const char *column, int64_t *n)
{
    enum cell_type type;
    const struct cell *c = cell_of(s, row, column, &type);

    if (!c)
        return false;
    if (type != CELL_COUNT && type != CELL_MONEY && type != CELL_BOOL)
        aet_section_broken(s->kind, column, "it is no whole number");
    *n = c->u.i;
    return true;
}

bool aet_seen_real(const struct section *s, size_t row, const char *column, double *v)
{
    enum cell_type type;
    const struct cell *c = cell_of(s, row, column, &type);

    if (!c)
        return false;
    if (type != CELL_NUMBER && type != CELL_SHARE)
        aet_section_broken(s->kind, column, "it is no measure");
    *v = c->u.d;
    return true;
}

bool aet_seen_date(const struct section *s, size_t row, const char *column, struct date *d)
{
    enum cell_type type;
    const struct cell *c = cell_of(s, row, column, &type);

    if (!c)
        return false;
    if (type != CELL_DATE)
        aet_section_broken(s->kind, column, "it is no date");
    *d = c->u.date;
    return true;
}

/* `shown`: as people have it. */
static struct span words(const struct section *s, size_t row, const char *column, bool shown)
{
    enum cell_type type;
    const struct cell *c = cell_of(s, row, column, &type);

    if (!c)
        return aet_span_z(NULL);
    if (type != CELL_TEXT && type != CELL_CODE && type != CELL_LIST)
        aet_section_broken(s->kind, column, "it is no text");
    return shown && c->shown.n ? c->shown : c->u.s;
}

struct span aet_seen_text(const struct section *s, size_t row, const char *column)
{
    return words(s, row, column, true);
}

struct span aet_seen_code(const struct section *s, size_t row, const char *column)
{
    return words(s, row, column, false);
}

bool aet_seen_sum(const struct section *s, const char *column, int64_t *n)
{
    int64_t v;

    *n = 0;
    if (!s || !s->rows || s->more)
        return false;
    for (size_t row = 0; row < s->rows; row++) {
        if (!aet_seen_int(s, row, column, &v))
            return false;
        *n += v;
    }
    return true;
}

/* A number of either kind. */
static bool figure(const struct section *s, size_t row, const char *column, double *v)
{
    enum cell_type type;
    const struct cell *c = cell_of(s, row, column, &type);

    if (!c)
        return false;
    *v = type == CELL_NUMBER || type == CELL_SHARE ? c->u.d : (double)c->u.i;
    return true;
}

bool aet_seen_greatest(const struct section *s, const char *column, size_t *row, bool *only)
{
    double most = 0, v;

    *only = false;
    for (size_t i = 0; s && i < s->rows; i++) {
        if (!figure(s, i, column, &v) || v < most || v <= 0)
            continue;
        *only = v > most;
        *row = *only ? i : *row;
        most = v;
    }
    return most > 0;
}

bool aet_seen_most(const struct section *s, const char *column, size_t *row)
{
    double v;
    bool only;

    for (size_t i = 0; s && i < s->rows; i++)
        if (!figure(s, i, column, &v))
            return false;
    return s && !s->more && aet_seen_greatest(s, column, row, &only) && only;
}

bool aet_seen_often(const struct section *s, const char *column, const char *text,
                    struct span *name, int64_t *n)
{
    struct names names = { .folded = true };
    int64_t *times = aet_calloc(s ? s->rows + 1 : 1, sizeof *times), most = 0, v;
    bool only = false;

    for (size_t i = 0; s && i < s->rows; i++) {
        struct span t = aet_seen_text(s, i, text);

        if (t.n && aet_seen_int(s, i, column, &v) && v > 0)
            times[aet_names_id(&names, t)]++;
    }
    for (size_t i = 0; i < names.n; i++) {
        if (times[i] < most)
            continue;
        only = times[i] > most;
        most = times[i];
    }
    for (size_t i = 0; only && s && i < s->rows; i++) {
        uint32_t id = aet_names_find(&names, aet_seen_text(s, i, text));

        if (id != AET_NO_NAME && times[id] == most) {
            *name = aet_seen_text(s, i, text);
            break;
        }
    }
    *n = most;
    aet_names_free(&names);
    aet_free(times);
    return only;
}

bool aet_seen_coded(const struct section *s, const char *column, const char *code, int64_t *n)
{
    *n = 0;
    for (size_t row = 0; s && row < s->rows; row++) {
        struct span c = aet_seen_code(s, row, column);

        if (!c.n)
            return false;
        *n += aet_span_eq(c, aet_span_z(code));
    }
    return s && !s->more;
}

bool aet_seen_filled(const struct section *s, const char *column, int64_t *n)
{
    int64_t v;

    *n = 0;
    for (size_t row = 0; s && row < s->rows; row++) {
        if (!aet_seen_int(s, row, column, &v))
            return false;
        *n += v != 0;
    }
    return s && !s->more;
}
