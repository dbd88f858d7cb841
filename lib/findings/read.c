/* Reading the rules of a table, and saying what cannot be read. */
#include "findings/findings.h"
#include "findings/parse.h"
#include "voice/complain.h"
#include "voice/diag.h"
#include "voice/hint.h"

static const struct text faults[] = {
#define FINDING_FAULT(name, fr, en) { fr, en },
#include "findings/faults.def"
#undef FINDING_FAULT
};

/* "table constats, ligne « plusieurs-strategies », colonne regle". */
static void say_place(struct buf *out, const struct table *t, size_t row, enum lang lang)
{
    aet_buf_str(out, "table ");
    aet_buf_str(out, t->name);
    aet_buf_str(out, lang == LANG_FR ? ", ligne « " : ", row “");
    aet_buf_span(out, aet_cell(t, row, 0));
    aet_buf_str(out, lang == LANG_FR ? " », colonne regle" : "”, column regle");
}

static void complain(const struct voice *v, const struct table *t, size_t row,
                     const struct finding_fault *fault)
{
    static const struct text both = { "{valeur} : {noms}", "{valeur}: {noms}" };
    struct buf place = { 0 }, names = { 0 }, reason = { 0 };
    char *word = aet_span_dup(fault->at);

    if (fault->known_n)
        aet_hint_names(v, word, fault->known, fault->known_n, &names);
    say_place(&place, t, row, v->lang);
    aet_message(&reason, aet_text(faults[fault->kind], v->lang),
                (struct diag_arg[]){ { "valeur", fault->at },
                                     { "autre", fault->of },
                                     { "noms", aet_buf_view(&names) } },
                3);
    aet_complain(v, both, aet_buf_z(&place), aet_buf_z(&reason));
    aet_free(word);
    aet_buf_free(&place);
    aet_buf_free(&names);
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
