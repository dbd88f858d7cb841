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
static void meet(const struct langue *l, bool *met, size_t *n, uint64_t row)
{
    if (row >= l->k->codes->rows) /* the mark of a part that was tampered with */
        return;
    *n += !met[row];
    met[row] = true;
}

void aet_repa_langue_note(struct langue *l, const struct mark *mark, uint64_t place)
{
    if (!l->k)
        return;
    if (mark->more[0] == NAMED)
        meet(l, l->named, &l->named_n, mark->more[1]);
    else if (mark->more[0] == BY_ALIAS) {
        meet(l, l->alias, &l->alias_n, mark->more[1]);
        l->first_alias = l->first_alias ? l->first_alias : place;
    } else if (mark->more[0] == FOREIGN && !aet_idset_add(&l->foreign, mark->more[1], place)) {
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

/* What is to be said, as a rule; -1: nothing. `aliases`: rows known by an alias alone. */
static int verdict(const struct langue *l, size_t aliases)
{
    size_t known = l->named_n + aliases;

    if (!l->foreign_n)
        return aliases && !l->named_n ? REP_CODES_AUTRE_NOM : -1;
    if (aliases && (l->foreign_n > known || (!l->named_n && l->foreign_n == known)))
        return REP_CODES_ALIAS;
    return REP_CODES_A_SOI;
}

void aet_repa_langue_end(const struct langue *l, struct diags *d, struct ending *to)
{
    struct buf labels = { 0 };
    size_t aliases = l->k ? only_alias(l, &labels) : 0;
    int rule = l->k ? verdict(l, aliases) : -1;
    struct diag *x;

    d->least = INFO; /* whatever the verb says of records: it is said once */
    if (rule >= 0) {
        x = aet_diag_add(d, &aet_repa_rule[rule], AET_LIT(""));
        aet_diag_arg_uint(d, x, "inconnus", l->foreign_n);
        aet_diag_arg_uint(d, x, "nombre", l->foreign_n + l->named_n + aliases);
        if (rule != REP_CODES_A_SOI)
            aet_diag_arg(d, x, "noms", aet_buf_view(&labels));
        (rule == REP_CODES_ALIAS ? aet_ending_fail
                                 : aet_ending_say)(to, x, l->foreign_n ? l->first : l->first_alias);
    }
    aet_buf_free(&labels);
}
