/* What the rules of all record kinds share: saying, places, fingerprints of what was seen. */
#include "repa/check.h"

#include "repa/rules.h"

struct diag *aet_rep_say(struct diags *d, int rule, const struct schema *schema, int field,
                         long position)
{
    struct buf path = { 0 };
    struct diag *x;

    if (aet_rules_rep[rule].gravity < d->least) /* counted, not kept: spare the path */
        return aet_diag_add(d, &aet_rules_rep[rule], AET_LIT(""));
    x = aet_diag_add(d, &aet_rules_rep[rule],
                     field < 0 ? AET_LIT("")
                               : aet_path(&path, schema->fields[field].name, position));
    aet_buf_free(&path);
    return x;
}

void aet_rep_place(uint64_t place, const struct layout *const *files, struct buf *out)
{
    aet_buf_str(out, files[aet_place_file(place)]->name);
    aet_buf_char(out, ':');
    aet_buf_uint(out, aet_place_line(place));
}

void aet_suite_vus(void *state, const struct fait *fait, uint64_t place,
                   const struct layout *const *files, struct diags *d)
{
    struct vus *v = state;
    uint64_t first = aet_idset_add(&v->set, fait->key, place);
    struct buf where = { 0 };
    struct diag *x;

    if (!first)
        return;
    x = aet_diag_add(d, &aet_rules_rep[v->rule], aet_span_z(v->field));
    aet_rep_place(first, files, &where);
    aet_diag_arg(d, x, "autre", aet_buf_view(&where));
    aet_buf_free(&where);
}
