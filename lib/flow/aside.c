/* Counting, keeping and saying lines that are no record. */
#include "flow/aside.h"

#include "record/place.h"

void aet_asides_init(struct asides *a)
{
    *a = (struct asides){ .said = { .least = INFO } };
    a->said.arena = &a->line;
}

void aet_asides_free(struct asides *a)
{
    aet_diags_free(&a->said);
    aet_arena_free(&a->line);
    aet_arena_free(&a->file);
}

static struct aside_tally *tally_of(struct asides *a, int rule)
{
    size_t i = 0;

    while (a->kinds[i].n && a->kinds[i].rule != rule)
        i++;
    a->kinds[i].rule = rule;
    return &a->kinds[i];
}

static void count(struct run *r, const struct diag *x, const struct diag_place *where, int rule,
                  struct span text)
{
    struct aside_tally *t = tally_of(&r->asides, rule);

    if (r->teller.summing) {
        aet_teller_diag(&r->teller, x, where);
        return;
    }
    if (t->n++)
        return;
    t->first = *where;
    t->text = aet_arena_copy(&r->asides.file, text);
}

/* Where the words of it stand. */
static struct diag_place place_of(const struct run *r, const struct held *h, const struct aside *a)
{
    const struct layout *l = r->inputs.current;
    struct spot spot = { (size_t)(a->raw.p - h->slice->raw.p), false };

    if (aet_has_cells(l) && a->kind != APART_HEADINGS) {
        spot.at += l->format->cell_at(l, a->raw, a->column);
        spot.cell = true;
    }
    return aet_place_of(l, h->slice, spot);
}

/* Whether a diagnostic is about the line. */
static bool is_about(const struct diag *x, const struct held *h, const struct aside *a)
{
    size_t from = (size_t)(a->raw.p - h->slice->raw.p);

    return x->at >= from && x->at < from + a->raw.n;
}

/* The line as a record of its own, for the file of rejects. */
static void keep(struct run *r, const struct held *h, const struct aside *a,
                 const struct diag *const *said, const struct diag_place *places, size_t n)
{
    const struct layout *l = r->inputs.current;
    struct diag_place at = aet_place_of(
        l, h->slice, (struct spot){ (size_t)(a->raw.p - h->slice->raw.p), false });
    struct slice line = { .raw = a->raw,
                          .line = at.line,
                          .column = at.column,
                          .number = h->slice->number,
                          .row = at.sheet.row };
    struct reader *reader = &r->worker.reader;
    struct reject x = { .layout = l,
                        .mapping = aet_reader_kind(reader)->mapping(reader),
                        .slice = &line,
                        .said = said,
                        .places = places,
                        .n = n,
                        .hides = a->kind == APART_NOTE ? HIDES_REJECTED : HIDES_LINE };

    aet_rejects_add(r->rejects, &x);
}

/* One line, and what is wrong with it as a total. The rows of a rejected document are kept with it.
 */
static void add(struct run *r, const struct held *h, const struct aside *a)
{
    const struct diag *totals = h->totals.n ? r->judge.totals.items + h->totals.from : NULL;
    const struct diag **said = aet_calloc(h->totals.n + 1, sizeof *said);
    struct diag_place *places = aet_calloc(h->totals.n + 1, sizeof *places);
    int rule = aet_aside_rule(a);
    size_t n = 1;

    said[0] = aet_aside_say(&r->asides.said, rule, 1, a->text);
    places[0] = place_of(r, h, a);
    count(r, said[0], &places[0], rule, a->text);
    for (size_t i = 0; totals && i < h->totals.n; i++) {
        if (!is_about(&totals[i], h, a))
            continue;
        said[n] = &totals[i];
        places[n] = aet_place_of(r->inputs.current, h->slice, aet_spot_known(&totals[i]));
        aet_teller_diag(&r->teller, said[n], &places[n]);
        n++;
    }
    if (r->rejects && !(h->document && h->outcome == REJECTED))
        keep(r, h, a, said, places, n);
    aet_free(said);
    aet_free(places);
    aet_diags_clear(&r->asides.said);
    aet_arena_reset(&r->asides.line);
}

void aet_asides_add(struct run *r, const struct held *h)
{
    for (size_t i = 0; i < h->asides_n; i++) {
        if (h->asides[i].kind == APART_NOT)
            continue;
        add(r, h, &h->asides[i]);
        if (h->outcome == ASIDE) /* counted as what it is */
            continue;
        aet_totals_add(r->totals, ASIDE);
        aet_inputs_count(&r->inputs, ASIDE);
    }
}

void aet_asides_say(struct run *r)
{
    struct asides *a = &r->asides;

    for (size_t i = 0; i < ASIDE_KINDS && a->kinds[i].n; i++) {
        const struct aside_tally *t = &a->kinds[i];

        aet_teller_diag(&r->teller, aet_aside_say(&a->said, t->rule, t->n, t->text), &t->first);
        a->kinds[i].n = 0;
    }
    aet_diags_clear(&a->said);
    aet_arena_reset(&a->line);
    aet_arena_reset(&a->file);
}
