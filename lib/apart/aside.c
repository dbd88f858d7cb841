/* Lines that were set aside, by their rules. */
#include "apart/aside.h"

static const struct {
    int rule;
    enum apart kind;
} kinds[] = {
    { ENT_ASIDE_HEADINGS, APART_HEADINGS }, { ENT_ASIDE_TOTAL, APART_TOTAL },
    { ENT_ASIDE_NOTE, APART_NOTE },         { ENT_ASIDE_EXAMPLE, APART_EXAMPLE },
    { ENT_ASIDE_EMPTY, APART_EMPTY },       { ENT_TITLES, APART_NOTE },
};
enum { KINDS = sizeof kinds / sizeof *kinds };

struct aside *aet_aside_keep(const struct aside *a, struct arena *arena)
{
    struct aside *k = aet_arena_alloc(arena, sizeof *k);

    *k = *a;
    k->text = aet_arena_copy(arena, a->text);
    k->figures = aet_arena_alloc(arena, (a->figures_n + 1) * sizeof *k->figures);
    for (size_t i = 0; i < a->figures_n; i++) {
        k->figures[i] = a->figures[i];
        k->figures[i].text = aet_arena_copy(arena, a->figures[i].text);
    }
    return k;
}

int aet_aside_rule(const struct aside *a)
{
    for (size_t i = 0; i < KINDS; i++)
        if (kinds[i].kind == a->kind)
            return kinds[i].rule;
    return ENT_ASIDE_TOTAL; /* amounts that stand alone, and are the sum */
}

int aet_aside_rule_said(struct span said)
{
    for (size_t i = 0; i < KINDS; i++)
        if (aet_span_find(said, aet_span_z(aet_rules_ent[kinds[i].rule].code)) < said.n)
            return kinds[i].rule;
    return -1;
}

struct diag *aet_aside_say(struct diags *d, int rule, uint64_t n, struct span text)
{
    struct diag *x = aet_diag_add(d, &aet_rules_ent[rule], AET_LIT(""));

    aet_diag_arg_uint(d, x, "nombre", n);
    aet_diag_arg(d, x, "valeur", text);
    if (n > 1)
        aet_diag_arg(d, x, "suite", AET_LIT("…"));
    return x;
}

enum apart aet_aside_kind(int rule)
{
    for (size_t i = 0; i < KINDS; i++)
        if (kinds[i].rule == rule)
            return kinds[i].kind;
    return APART_NOT;
}
