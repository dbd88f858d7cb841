/* Reading the rules of a table, and saying what cannot be read. */
#include "findings/findings.h"

#include "base/similar.h"
#include "findings/parse.h"
#include "voice/hint.h"

static const struct text faults[] = {
#define FINDING_FAULT(name, fr, en) { fr, en },
#include "findings/faults.def"
#undef FINDING_FAULT
};

static void complain(const struct voice *v, const struct table *t, size_t row,
                     const struct finding_fault *fault)
{
    const struct diag_arg words[] = { { "valeur", fault->at }, { "autre", fault->of } };
    struct buf all = { 0 }, reason = { 0 };
    char *word = aet_span_dup(fault->at);
    bool names = fault->known_n > 0;

    aet_hint_list(fault->known, fault->known_n, &all);
    aet_message(&reason, faults[fault->kind], v->lang, words, 2);
    aet_voice_say(
        v, &aet_rules_sys[SYS_TABLE_RULE],
        AET_WORDS(aet_word("table", t->name), aet_word_span("ligne", aet_cell(t, row, 0)),
                  aet_word("raison", aet_buf_z(&reason)),
                  aet_word("suggestion",
                           names ? aet_nearest_name(word, fault->known, fault->known_n) : NULL),
                  aet_word("noms", names ? aet_buf_z(&all) : NULL)));
    aet_free(word);
    aet_buf_free(&all);
    aet_buf_free(&reason);
}

bool aet_findings_read(struct findings *f, const struct table *t, const struct finding_domain *d,
                       const struct voice *v)
{
    size_t regle = aet_column(t, "regle");
    bool ok = true;

    *f = (struct findings){ .table = t, .domain = *d };
    f->rules = aet_calloc(t->rows + 1, sizeof *f->rules);
    for (size_t row = 0; row < t->rows; row++) {
        struct finding_fault fault;

        if (aet_finding_rule_read(&f->rules[row], d, aet_cell(t, row, regle), &f->arena, &fault))
            continue;
        complain(v, t, row, &fault);
        ok = false;
    }
    return ok;
}

void aet_findings_free(struct findings *f)
{
    aet_free(f->rules);
    aet_arena_free(&f->arena);
    *f = (struct findings){ .table = NULL };
}
