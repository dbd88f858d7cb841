/* Sets of functions: their number, their members, their shares. */
#include "repa/bilan/partage.h"

/* A set is known by its rows in order: "3 4". */
static int32_t set_of(struct ensembles *e, const struct facts *f)
{
    struct buf key = { 0 };
    int32_t id;

    for (int32_t row = aet_repa_fonction_next(f, NO_ROW); row != NO_ROW;
         row = aet_repa_fonction_next(f, row)) {
        aet_buf_str(&key, key.n ? " " : "");
        aet_buf_int(&key, row);
    }
    id = (int32_t)aet_names_id(&e->names, aet_buf_view(&key));
    aet_buf_free(&key);
    return e->fonctions + id;
}

int32_t aet_repa_ensemble(struct ensembles *e, const struct facts *f)
{
    int32_t first = aet_repa_fonction_next(f, NO_ROW);

    if (first == NO_ROW || aet_repa_fonction_next(f, first) == NO_ROW)
        return first;
    return set_of(e, f);
}

int32_t aet_repa_ensemble_merge(struct ensembles *to, const struct ensembles *from,
                                int32_t coordinate)
{
    if (coordinate < from->fonctions)
        return coordinate;
    return to->fonctions +
           (int32_t)aet_names_id(&to->names, from->names.list[coordinate - from->fonctions]);
}

static size_t read_rows(struct span key, int32_t *rows)
{
    size_t n = 0;

    rows[0] = 0;
    for (size_t i = 0; i < key.n; i++)
        if (key.p[i] == ' ')
            rows[++n] = 0;
        else
            rows[n] = rows[n] * 10 + (key.p[i] - '0');
    return n + 1;
}

/* "3 4": each number under `n`, and more than the one before. */
static bool is_set(struct span key, int32_t n)
{
    int32_t row = 0, before = -1;
    size_t members = 1;

    for (size_t i = 0; i <= key.n; i++) {
        char c = i < key.n ? key.p[i] : ' ';

        if (c != ' ' && (c < '0' || c > '9'))
            return false;
        if (c != ' ') {
            row = row * 10 + (c - '0');
            if (row >= n)
                return false;
            continue;
        }
        if (row <= before || !i || key.p[i - 1] == ' ')
            return false;
        members += i < key.n;
        before = row;
        row = 0;
    }
    return members > 1;
}

bool aet_repa_ensembles_sound(const struct ensembles *e)
{
    for (size_t i = 0; i < e->names.n; i++)
        if (!is_set(e->names.list[i], e->fonctions))
            return false;
    return true;
}

struct partage aet_repa_partage(const struct ensembles *e)
{
    struct partage p = { .fonctions = e->fonctions };
    size_t characters = 0; /* no set has more rows than that */
    int32_t *rows;

    for (size_t i = 0; i < e->names.n; i++)
        characters += e->names.list[i].n;
    p.sets = aet_calloc(e->names.n + 1, sizeof *p.sets);
    p.rows = rows = aet_calloc(characters + 1, sizeof *rows);
    for (size_t i = 0; i < e->names.n; i++) {
        p.sets[i] = (struct membres){ rows, read_rows(e->names.list[i], rows) };
        rows += p.sets[i].n;
    }
    return p;
}

void aet_repa_partage_free(struct partage *p)
{
    aet_free(p->sets);
    aet_free(p->rows);
}

struct membres aet_repa_membres(const struct partage *p, const int32_t *coordinate)
{
    if (aet_repa_partage_several(p, *coordinate))
        return p->sets[*coordinate - p->fonctions];
    return (struct membres){ coordinate, 1 };
}

int64_t aet_repa_part(int64_t minutes, size_t n, size_t i)
{
    int64_t parts = minutes * AET_PARTS, by = (int64_t)n;

    return parts / by + ((int64_t)i < parts % by);
}
