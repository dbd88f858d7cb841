/* What each plan has, as bits. */
#include "perennite/plans_vus.h"

#include "base/alloc.h"

/* Where the bits of each kind begin: cells objet × strategie, the last of each being what is not
 * told, then sub-strategies, then means. */
static size_t cell(const struct perennite_knowledge *k, size_t objet, size_t strategie)
{
    return objet * (k->strategies->rows + 1) + strategie;
}

static size_t sous_from(const struct perennite_knowledge *k)
{
    return (k->objets->rows + 1) * (k->strategies->rows + 1);
}

static size_t moyens_from(const struct perennite_knowledge *k)
{
    return sous_from(k) + k->sous->rows;
}

void aet_perennite_plans_vus_init(struct plans_vus *v, const struct perennite_knowledge *k)
{
    *v = (struct plans_vus){ .k = k, .words = (moyens_from(k) + k->moyens->rows) / 64 + 1 };
    v->plans.folded = true;
}

void aet_perennite_plans_vus_free(struct plans_vus *v)
{
    aet_names_free(&v->plans);
    aet_free(v->bits);
    aet_buf_free(&v->key);
}

/* The group and its plan, or else the year. */
static struct span key_of(const struct facts *f, struct buf *key)
{
    bool plan = f->f[MEN_PLAN].present;

    aet_buf_clear(key);
    aet_buf_span(key, aet_span_trim(aet_fact_text(f, MEN_REGROUPEMENT)));
    aet_buf_char(key, plan ? '\x1E' : '\x1F');
    aet_buf_span(key, aet_span_trim(aet_fact_text(f, plan ? MEN_PLAN : MEN_ANNEE)));
    return aet_buf_view(key);
}

static void set(uint64_t *bits, size_t at)
{
    bits[at / 64] |= (uint64_t)1 << (at % 64);
}

void aet_perennite_plans_vus_add(void *vus, const struct facts *f)
{
    struct plans_vus *v = vus;
    const struct perennite_knowledge *k = v->k;
    size_t before = v->plans.n, id = aet_names_id(&v->plans, key_of(f, &v->key));
    int32_t objet = aet_fact_row(f, MEN_OBJET), strategie = aet_perennite_strategie(k, f);
    int32_t sous = aet_fact_row(f, MEN_SOUS_STRATEGIE), moyen = aet_fact_row(f, MEN_MOYEN);
    uint64_t *bits;

    if (v->plans.n > before) {
        v->bits = aet_grow(v->bits, &v->cap, id, v->words * sizeof *v->bits);
        memset(v->bits + id * v->words, 0, v->words * sizeof *v->bits);
    }
    bits = v->bits + id * v->words;
    set(bits, cell(k, objet == NO_ROW ? k->objets->rows : (size_t)objet,
                   strategie == NO_ROW ? k->strategies->rows : (size_t)strategie));
    if (sous != NO_ROW)
        set(bits, sous_from(k) + (size_t)sous);
    if (moyen != NO_ROW)
        set(bits, moyens_from(k) + (size_t)moyen);
}

struct plan_vu aet_perennite_plan_vu(const struct plans_vus *v, const struct facts *f,
                                     struct buf *key)
{
    uint32_t id = aet_names_find(&v->plans, key_of(f, key));

    return (struct plan_vu){ v, id == AET_NO_NAME ? NULL : v->bits + id * v->words };
}

static bool has(const struct plan_vu *p, size_t at)
{
    return p->bits && (p->bits[at / 64] >> (at % 64) & 1);
}

bool aet_perennite_plan_a_strategie(const struct plan_vu *p, int32_t objet, int32_t strategie)
{
    const struct perennite_knowledge *k = p->all->k;

    for (size_t o = 0; o <= k->objets->rows; o++)
        if ((objet == NO_ROW || (size_t)objet == o) && has(p, cell(k, o, (size_t)strategie)))
            return true;
    return false;
}

bool aet_perennite_plan_a_objet(const struct plan_vu *p, int32_t objet)
{
    const struct perennite_knowledge *k = p->all->k;

    for (size_t s = 0; s <= k->strategies->rows; s++)
        if (has(p, cell(k, (size_t)objet, s)))
            return true;
    return false;
}

bool aet_perennite_plan_a_sous(const struct plan_vu *p, size_t sous)
{
    return has(p, sous_from(p->all->k) + sous);
}

bool aet_perennite_plan_a_moyen(const struct plan_vu *p, size_t moyen)
{
    return has(p, moyens_from(p->all->k) + moyen);
}
