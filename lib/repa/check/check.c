/* What the rules of all record kinds share: saying, places, fingerprints of what was seen. */
#include "repa/check/check.h"

#include "base/fold.h"
#include "flow/twice.h"
#include "repa/memos/memos.h"
#include "repa/recommandations/recommandations.h"
#include "repa/rules.h"

struct diag *aet_repa_say(struct diags *d, int rule, const struct schema *schema, int field,
                          long position)
{
    return aet_field_diag(d, &aet_repa_rule[rule], schema, field, position);
}

void aet_repa_key_add(struct buf *key, const struct facts *f, int field)
{
    aet_buf_char(key, '\n');
    aet_nfc(aet_span_trim(aet_fact_text(f, (size_t)field)), key);
}

uint64_t aet_repa_key_mark(struct buf *key)
{
    uint64_t v = aet_span_fingerprint(aet_buf_view(key)) | 1;

    aet_buf_free(key);
    return v;
}

const struct rules aet_repa_rules[KINDS] = {
    [KIND_JOURNAL] = { aet_repa_check_journal, aet_repa_judge_inscription, NULL },
    [KIND_SEGMENTS] = { aet_repa_check_segments, aet_repa_judge_segments, aet_repa_end_segments },
    [KIND_RECITS] = { aet_repa_check_recits, aet_repa_judge_recits, aet_repa_end_recits },
    [KIND_RECOMMANDATIONS] = { aet_repa_check_recommandations, aet_repa_judge_recommandations,
                               aet_repa_end_recommandations },
    [KIND_MEMOS] = { aet_repa_check_memos, aet_repa_judge_memos, NULL },
};
const struct rules aet_repa_conditions_rules = { aet_repa_check_conditions, aet_twice, NULL };
