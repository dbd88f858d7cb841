/* Counting codes that are of the document and codes that are not. */
#include "repa/check/langue.h"

#include "repa/rules.h"

enum { UNSAID, NAMED, BY_ALIAS, FOREIGN, SHOWN = 3 };

void aet_repa_langue_init(struct langue *l, const struct repa_knowledge *k)
{
    *l = (struct langue){ .k = k->code_parent ? NULL : k };
    l->named = aet_calloc(k->codes->rows + 1, sizeof *l->named);
    l->alias = aet_calloc(k->codes->rows + 1, sizeof *l->alias);
}

void aet_repa_langue_free(struct langue *l)
{
    aet_free(l->named);
    aet_free(l->alias);
    aet_idset_free(&l->foreign);
}

void aet_repa_langue_mark(struct mark *mark, const struct fact *code)
{
    bool foreign = code->present && !code->good;

    mark->more[0] = code->good ? (code->alias ? BY_ALIAS : NAMED) : foreign ? FOREIGN : UNSAID;
    mark->more[1] = code->good ? (uint64_t)code->u.row : foreign ? code->u.foreign | 1 : 0;
}

bool aet_repa_langue_is_foreign(const struct mark *mark)
{
    return mark->more[0] == FOREIGN;
}

/* Count a row the first time it is met so. */
static void meet(bool *met, size_t *n, uint64_t row)
{
    *n += !met[row];
    met[row] = true;
}

void aet_repa_langue_note(struct langue *l, const struct mark *mark, uint64_t place)
{
    if (!l->k)
        return;
    if (mark->more[0] == NAMED)
        meet(l->named, &l->named_n, mark->more[1]);
    else if (mark->more[0] == BY_ALIAS)
        meet(l->alias, &l->alias_n, mark->more[1]);
    else if (mark->more[0] == FOREIGN && !aet_idset_add(&l->foreign, mark->more[1], place)) {
        l->foreign_n++;
        l->first = l->first ? l->first : place;
    }
}

/* Rows that are known by an alias and were never called by their name. */
static size_t only_alias(const struct langue *l, struct buf *labels)
{
    const struct table *t = l->k->codes;
    size_t n = 0;

    for (size_t r = 0; r < t->rows; r++) {
        if (!l->alias[r] || l->named[r])
            continue;
        if (n < SHOWN) {
            aet_buf_str(labels, n ? ", " : "");
            aet_buf_span(labels, aet_label(t, r, l->k->lang));
        }
        n += 1;
    }
    if (n > SHOWN)
        aet_buf_str(labels, ", …");
    return n;
}

void aet_repa_langue_end(const struct langue *l, struct diags *d, struct ending *to)
{
    struct buf labels = { 0 };
    size_t aliases, known;
    bool strange;
    struct diag *x;

    if (!l->k || !l->foreign_n)
        return;
    d->least = INFO; /* whatever the verb says of records: it is said once */
    aliases = only_alias(l, &labels);
    known = l->named_n + aliases;
    strange = aliases && (l->foreign_n > known || (!l->named_n && l->foreign_n == known));
    x = aet_diag_add(d, &aet_repa_rule[strange ? REP_CODES_ALIAS : REP_CODES_A_SOI], AET_LIT(""));
    aet_diag_arg_uint(d, x, "inconnus", l->foreign_n);
    aet_diag_arg_uint(d, x, "nombre", l->foreign_n + known);
    if (strange)
        aet_diag_arg(d, x, "noms", aet_buf_view(&labels));
    (strange ? aet_ending_fail : aet_ending_say)(to, x, l->first);
    aet_buf_free(&labels);
}
