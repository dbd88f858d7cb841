/* Judging whether a plan was read already. */
#include "plan/lus.h"

#include "base/fold.h"
#include "plan/knowledge.h"
#include "plan/rules.h"

void aet_plan_lus_init(struct plans_lus *l)
{
    *l = (struct plans_lus){ .twice = { .rule = &aet_plan_rule[PLA_PLAN_TWICE], .field = -1 } };
}

void aet_plan_lus_free(struct plans_lus *l)
{
    aet_twice_free(&l->twice);
    aet_idset_free(&l->groupes);
    aet_idset_free(&l->sans_annee);
}

static uint64_t key_of(struct span id, int64_t year)
{
    struct buf text = { 0 };
    uint64_t key;

    aet_nfc(id, &text);
    if (year) {
        aet_buf_char(&text, '\n');
        aet_buf_int(&text, year);
    }
    key = aet_span_fingerprint(aet_buf_view(&text)) | 1;
    aet_buf_free(&text);
    return key;
}

/* key: what must not come again; value: the group, where that is all that names the plan; more[0]:
 * whether the year is known. */
void aet_plan_mark(const struct element *plan, struct mark *mark)
{
    struct span id = aet_plan_id(plan);
    int64_t year = aet_plan_year(plan);

    if (!id.n)
        return;
    if (!aet_plan_is_of_group(plan)) {
        mark->key = key_of(id, 0);
        return;
    }
    mark->key = key_of(id, year);
    mark->value = key_of(id, 0);
    mark->more[0] = year != 0;
}

static uint64_t found(const struct idset *s, uint64_t key)
{
    uint32_t at = 0;
    const uint64_t *place = aet_hash_next(&s->parts[key >> 56], key, &at);

    return place ? *place : 0;
}

/* Of a group, a plan whose year is not known may be any of its plans. */
static uint64_t may_be(struct plans_lus *l, const struct mark *mark, uint64_t place)
{
    uint64_t first;

    if (!mark->value)
        return 0;
    if (mark->more[0]) {
        first = found(&l->sans_annee, mark->value);
        (void)aet_idset_add(&l->groupes, mark->value, place);
    } else {
        first = aet_idset_add(&l->groupes, mark->value, place);
        (void)aet_idset_add(&l->sans_annee, mark->value, place);
    }
    return first;
}

void aet_plan_judge(void *state, const struct mark *mark, uint64_t place,
                    const struct layout *const *files, struct diags *d)
{
    struct plans_lus *l = state;
    uint64_t first = may_be(l, mark, place);

    if (first)
        aet_place_arg(d, aet_field_diag(d, l->twice.rule, l->twice.schema, -1, -1), first, files);
    else
        aet_twice(&l->twice, mark, place, files, d);
}
