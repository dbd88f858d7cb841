/* Counting what is said too often. */
#include "voice/flood.h"

#include "voice/door.h"
#include "voice/phrase.h"

struct flooded {
    const struct rule *rule;
    const struct text *caption; /* of the field, or NULL */
    uint64_t times;
};

bool aet_flood_lets(struct flood *f, const struct voice *v, const struct diag *x)
{
    size_t i = 0;

    if (v->json || !v->limit)
        return true;
    while (i < f->n && (f->kinds[i].rule != x->rule || f->kinds[i].caption != x->caption))
        i++;
    if (i == f->n) {
        f->kinds = aet_grow(f->kinds, &f->cap, f->n, sizeof *f->kinds);
        f->kinds[f->n++] = (struct flooded){ .rule = x->rule, .caption = x->caption };
    }
    return ++f->kinds[i].times <= v->limit;
}

static void tell(const struct flooded *k, const struct voice *v, const struct diag_place *where,
                 struct buf *to)
{
    struct buf digits = { 0 };
    struct rule rule = aet_rules_ent[ENT_FLOOD];
    struct diag x = { .rule = &rule, .caption = k->caption, .n = 2 };

    rule.gravity = k->rule->gravity;
    aet_buf_uint(&digits, k->times - v->limit);
    x.args[0] = (struct diag_arg){ "nombre", aet_buf_view(&digits) };
    x.args[1] = (struct diag_arg){ "regle", aet_span_z(k->rule->code) };
    if (k->caption)
        aet_diag_word(&x, "sur", aet_phrases[PHRASE_ON_FIELD]);
    aet_voice_diag(v, &x, where, to);
    aet_buf_free(&digits);
}

void aet_flood_end(struct flood *f, const struct voice *v, const char *file, struct buf *to)
{
    struct buf tool = { 0 };
    struct diag_place where = { .file = file };

    aet_buf_str(&tool, "aet-");
    aet_buf_str(&tool, v->tool);
    if (!file)
        where.file = aet_buf_z(&tool);
    for (size_t i = 0; i < f->n; i++)
        if (f->kinds[i].times > v->limit)
            tell(&f->kinds[i], v, &where, to);
    f->n = 0;
    aet_buf_free(&tool);
}

void aet_flood_free(struct flood *f)
{
    aet_free(f->kinds);
    *f = (struct flood){ 0 };
}
