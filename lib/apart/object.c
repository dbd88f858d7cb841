/* Lines that are no record, in a file of --rejets that is given back as objects. */
#include "apart/aside.h"

#include "format/object.h"
#include "voice/rule.h"
#include "base/fold.h"

/* The rule by which the line that this was made of was set aside, or -1. */
static int rule_of(struct object *o, struct span said)
{
    struct span rows = aet_json_inside(said), row, name, value;
    int rule = -1;

    while (rule < 0 && aet_json_next(&rows, NULL, &row)) {
        struct span inside = aet_json_inside(row);

        if (aet_json_type(row) != JSON_OBJECT)
            continue;
        while (aet_json_next(&inside, &name, &value))
            if (aet_json_type(value) == JSON_STRING &&
                aet_span_eq(aet_object_spelt(o, name), AET_LIT("regle")))
                rule = aet_aside_rule_said(aet_object_spelt(o, value));
    }
    return rule;
}

/* What its members are, as far as the kinds of lines differ in it. */
struct members {
    size_t filled, words, headings;
    struct span first, word;
};

static struct members members_of(struct object *o, struct span said)
{
    struct members m = { .first = AET_LIT(""), .word = AET_LIT("") };

    for (size_t i = 0; i < o->n; i++) {
        struct span key = aet_object_spelt(o, o->members[i].name), value = o->members[i].value;
        bool is_text = aet_json_type(value) == JSON_STRING;
        struct span text = is_text ? aet_span_trim(aet_object_spelt(o, value)) : AET_LIT("");

        if (aet_span_eq(key, said) || aet_span_eq(key, AET_LIT("brut")) ||
            (is_text ? !text.n : aet_json_type(value) == JSON_NULL))
            continue;
        if (m.filled++ == 0)
            m.first = text;
        m.headings += aet_fold_same(text, key);
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

bool aet_aside_object(struct object *object, struct span raw, const char *said, struct aside *a)
{
    const struct member *list = aet_object_member(object, aet_span_z(said));
    const struct member *brut = aet_object_member(object, AET_LIT("brut"));
    struct span was = AET_LIT("");
    struct members m;
    int rule;

    if (!list || aet_json_type(list->value) != JSON_ARRAY)
        return false;
    rule = rule_of(object, list->value);
    if (rule < 0)
        return false;
    if (brut && aet_json_type(brut->value) == JSON_STRING)
        was = aet_object_spelt(object, brut->value);
    m = members_of(object, aet_span_z(said));
    if (!was.n && !is_still(rule, &m))
        return false;
    *a = (struct aside){ .kind = aet_aside_kind(rule),
                         .raw = raw,
                         .text = m.words ? m.word : m.first };
    if (!m.filled)
        a->text = aet_span_trim(was);
    return true;
}
