/* The order of the dates of a column, settled by one cell. */
#include "record/columns.h"

struct date_column {
    const struct text *field;
    struct span order, text; /* `order` and `text` of the cell that settled it first */
    bool mixed;              /* another cell says otherwise: no order reads all */
    bool open;               /* an ambiguous date was refused before it was settled */
};

void aet_columns_reset(struct columns *c)
{
    c->n = 0;
    aet_arena_reset(&c->arena);
}

void aet_columns_free(struct columns *c)
{
    aet_free(c->p);
    aet_arena_free(&c->arena);
    *c = (struct columns){ 0 };
}

static struct span arg_of(const struct diag *x, const char *name)
{
    const struct span *s = aet_diag_find(x, name);

    return s ? *s : AET_LIT("");
}

static struct date_column *column_of(struct columns *c, const struct diag *x)
{
    for (size_t i = 0; i < c->n; i++)
        if (c->p[i].field == x->caption)
            return &c->p[i];
    c->p = aet_grow(c->p, &c->cap, c->n, sizeof *c->p);
    c->p[c->n] = (struct date_column){ .field = x->caption };
    return &c->p[c->n++];
}

/* The mark goes out as a diagnostic of its own. */
static void say(const struct diag *mark, int rule, struct span other, struct diags *late)
{
    struct diag *x = aet_diag_add(late, &aet_rules_ent[rule], mark->path);

    if (!x)
        return;
    aet_diag_at(x, mark->placed, mark->at);
    aet_diag_about(x, mark->caption);
    x->part = mark->part;
    x->noun = mark->noun;
    x->name = mark->name;
    aet_diag_arg(late, x, "valeur", arg_of(mark, "valeur"));
    aet_diag_arg(late, x, "autre", other);
    aet_diag_arg(late, x, "ordre", arg_of(mark, "ordre"));
}

static void settle(struct columns *c, const struct diag *mark, struct diags *late)
{
    struct date_column *k = column_of(c, mark);
    struct span order = arg_of(mark, "ordre");

    if (!k->order.n) {
        k->order = aet_arena_copy(&c->arena, order);
        k->text = aet_arena_copy(&c->arena, arg_of(mark, "valeur"));
        if (k->open)
            say(mark, ENT_DATE_SETTLES, AET_LIT(""), late);
    } else if (!aet_span_eq(k->order, order)) {
        k->mixed = true;
        say(mark, ENT_DATE_ORDERS, k->text, late);
    }
}

void aet_columns_judge(struct columns *c, const struct diag *marks, size_t marks_n,
                       struct diag *diags, size_t n, struct diags *late)
{
    for (size_t i = 0; i < marks_n; i++)
        settle(c, &marks[i], late);
    for (size_t i = 0; i < n; i++) {
        struct date_column *k;

        if (diags[i].rule != &aet_rules_ent[ENT_DATE_AMBIGUOUS])
            continue;
        k = column_of(c, &diags[i]);
        k->open |= !k->order.n;
        if (!k->order.n || k->mixed)
            continue;
        diags[i].rule = &aet_rules_ent[ENT_DATE_SETTLED];
        aet_diag_arg(late, &diags[i], "autre", k->text);
        aet_diag_arg(late, &diags[i], "ordre", k->order);
    }
}
