/* Lines that are no record, in a file of --rejets that is given back as objects. */
#include "apart/aside.h"

#include "format/json_text.h"
#include "voice/rule.h"
#include "base/fold.h"

/* The rule by which the line that this was made of was set aside, or -1. */
static int rule_of(const json_t *said)
{
    const json_t *one;
    int rule = -1;
    size_t i;

    json_array_foreach(said, i, one)
    {
        const char *code = json_string_value(json_object_get(one, "regle"));

        if (code && rule < 0)
            rule = aet_aside_rule_said(aet_span_z(code));
    }
    return rule;
}

/* What its members are, as far as the kinds of lines differ in it. */
struct members {
    size_t filled, words, headings;
    struct span first, word;
};

static struct members members_of(json_t *object, const char *said)
{
    struct members m = { .first = AET_LIT(""), .word = AET_LIT("") };
    const char *key;
    json_t *v;

    json_object_foreach(object, key, v)
    {
        struct span text = json_is_string(v) ? aet_span_trim(aet_json_string_span(v)) : AET_LIT("");

        if (strcmp(key, said) == 0 || strcmp(key, "brut") == 0 ||
            (json_is_string(v) ? !text.n : json_is_null(v)))
            continue;
        if (m.filled++ == 0)
            m.first = text;
        m.headings += aet_fold_same(text, aet_span_z(key));
        if (!aet_is_figure(text, (struct number_form){ 0 }) && m.words++ == 0)
            m.word = text;
    }
    return m;
}

/* Whether they are still what the rule says: nobody made a record of the line since. */
static bool is_still(int rule, const struct members *m)
{
    if (rule == ENT_ASIDE_NOTE)
        return m->filled <= 2;
    if (rule == ENT_ASIDE_EMPTY)
        return m->words == 0;
    if (rule == ENT_ASIDE_TOTAL)
        return m->words == 0 || (m->words == 1 && aet_rank_of(m->word) != RANK_NONE);
    return m->filled == m->headings;
}

bool aet_aside_object(json_t *object, struct span raw, const char *said, struct aside *a)
{
    int rule = rule_of(json_object_get(object, said));
    const json_t *brut = json_object_get(object, "brut");
    struct members m;

    if (rule < 0)
        return false;
    m = members_of(object, said);
    if (!json_string_length(brut) && !is_still(rule, &m))
        return false;
    *a = (struct aside){ .kind = aet_aside_kind(rule),
                         .raw = raw,
                         .text = m.words ? m.word : m.first };
    if (!m.filled)
        a->text = aet_span_trim(aet_json_string_span(brut));
    return true;
}
