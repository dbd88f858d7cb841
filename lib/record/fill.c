/* Which columns are filled, and what is said of it. */
#include "record/fill.h"

#include "base/fold.h"
#include "base/stand_in.h"

enum { DITTO_MAX = 12 };

void aet_fills_add(struct fills *f, struct span text)
{
    for (size_t n = 0; text.n; text = aet_span_from(text, n + 1)) {
        struct span one;

        n = aet_span_find(text, AET_LIT(","));
        one = aet_span_trim(aet_span(text.p, n));
        if (!one.n)
            continue;
        f->p = aet_grow(f->p, &f->cap, f->n, sizeof *f->p);
        f->p[f->n++] = (struct fill_name){ .name = one };
    }
}

void aet_fills_free(struct fills *f)
{
    aet_free(f->p);
    *f = (struct fills){ 0 };
}

bool aet_fills_take(const struct fills *f, struct span heading, const char *field)
{
    bool found = false;

    for (size_t i = 0; i < f->n; i++)
        if ((field && aet_fold_same(f->p[i].name, aet_span_z(field))) ||
            aet_fold_same(f->p[i].name, heading))
            found = f->p[i].used = true;
    return found;
}

bool aet_fill_asks(struct span cell)
{
    cell = aet_span_trim(cell);
    return !cell.n || (cell.n <= DITTO_MAX && aet_stand_in(cell) == STANDS_FOR_ABOVE);
}

struct diag *aet_fill_say(struct diags *d, const struct filled *f, size_t at)
{
    struct diag *x = f->none ? aet_diag_add(d, &aet_rules_ent[ENT_FILL_NONE], f->path)
                             : aet_diag_once(d, &aet_rules_ent[ENT_FILLED], f->path);

    aet_diag_about(x, f->caption);
    aet_diag_at(x, AT_CELL, at);
    if (!f->none)
        aet_diag_arg(d->once ? d->once : d, x, "valeur", f->text);
    return x;
}
