/* Choices that are ticked. */
#include "record/choices.h"

#include "headings/choice.h"

size_t aet_choices_room(const struct mapping *m)
{
    size_t n = 0;

    for (size_t i = 0; i < m->choices_n; i++)
        n += 2 * m->choices[i].label.n + 1;
    return n;
}

static enum choice_answer answer(const struct mapping *m, const struct choice_column *c,
                                 struct span cell, struct buf *scratch)
{
    return aet_choice_says(c->label, aet_cell_bare(m->layout, aet_span_trim(cell)), scratch);
}

bool aet_choices_write(const struct mapping *m, const struct span *cells, int field,
                       struct buf *scratch, struct buf *out)
{
    size_t start = out->n;
    bool ok = true;

    for (size_t i = 0; i < m->choices_n; i++) {
        const struct choice_column *c = &m->choices[i];
        struct span cell = cells[c->column];
        enum choice_answer says;

        if (c->field != field)
            continue;
        says = answer(m, c, cell, scratch);
        ok &= says != CHOICE_UNKNOWN;
        if (says != CHOICE_YES && says != CHOICE_OWN)
            continue;
        if (out->n > start)
            aet_buf_char(out, '|');
        aet_buf_part(out, says == CHOICE_YES ? c->label : aet_span_trim(cell));
    }
    return ok;
}

void aet_choices_refuse(const struct mapping *m, const struct span *cells, struct span raw,
                        struct buf *scratch, struct diags *d)
{
    for (size_t i = 0; i < m->choices_n; i++) {
        const struct choice_column *c = &m->choices[i];
        struct diag *x;

        if (answer(m, c, cells[c->column], scratch) != CHOICE_UNKNOWN)
            continue;
        x = aet_diag_add(d, &aet_rules_ent[ENT_CHOICE], AET_LIT(""));
        aet_diag_arg(d, x, "valeur", cells[c->column]);
        aet_diag_arg(d, x, "intitule", m->layout->headings[c->column]);
        aet_diag_arg(d, x, "choix", c->label);
        aet_diag_at(x, AT_CELL, m->layout->format->cell_at(m->layout, raw, c->column));
    }
}

/* A cell as it stands in the slice, without its quotes. */
static struct span raw_cell(const struct layout *l, struct span raw, size_t column)
{
    size_t at = l->format->cell_at(l, raw, column);
    size_t end = l->format->cell_at(l, raw, column + 1);
    struct span cell = aet_span_trim(aet_span(raw.p + at, end - at));

    if (cell.n && cell.p[cell.n - 1] == l->delimiter)
        cell = aet_span_trim(aet_span(cell.p, cell.n - 1));
    if (cell.n > 1 && cell.p[0] == '"' && cell.p[cell.n - 1] == '"')
        cell = aet_span(cell.p + 1, cell.n - 2);
    return cell;
}

size_t aet_choices_column(const struct mapping *m, struct span raw, int field, size_t index,
                          struct buf *scratch)
{
    enum choice_answer says;

    for (size_t i = 0; i < m->choices_n; i++) {
        const struct choice_column *c = &m->choices[i];

        if (c->field != field)
            continue;
        says = answer(m, c, raw_cell(m->layout, raw, c->column), scratch);
        if ((says == CHOICE_YES || says == CHOICE_OWN) && index-- == 0)
            return c->column;
    }
    return m->layout->columns;
}
