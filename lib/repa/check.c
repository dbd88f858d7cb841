/* What the rules of all record kinds share: saying, places, fingerprints of what was seen. */
#include "repa/check.h"

#include "flow/twice.h"
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

const struct rules aet_repa_rules[KINDS] = {
    [KIND_JOURNAL] = { aet_check_journal, aet_twice, NULL },
    [KIND_SEGMENTS] = { aet_check_segments, aet_twice, NULL },
    [KIND_RECITS] = { aet_check_recits, aet_judge_recits, aet_end_recits },
};
const struct rules aet_repa_conditions_rules = { aet_check_conditions, aet_twice, NULL };
