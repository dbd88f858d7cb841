/* What is said of a field. */
#include "record/step.h"

#include "base/stand_in.h"

/* A diagnostic on the field. */
struct diag *aet_step_say(struct step *s, const struct rule *rule, long position)
{
    int field = (int)(s->field - s->r->schema->fields);

    if (s->r->say)
        return s->r->say(s->r, s->diags, rule, field, position);
    return aet_field_diag(s->diags, rule, s->r->schema, field, position);
}

struct diag *aet_step_report(struct step *s, int rule, struct span text, long position)
{
    struct diag *x = aet_step_say(s, &aet_rules_ent[rule], position);

    aet_diag_arg(s->diags, x, "valeur", text);
    return x;
}

struct diag *aet_step_once(struct step *s, int rule, struct span text, long position)
{
    struct step once = *s;

    once.diags = s->diags->once;
    return once.diags ? aet_step_report(&once, rule, text, position) : NULL;
}

/* It stands for the value above it: how to say that value. A part of a list cannot be filled. */
static void report_ditto(struct step *s, int rule, struct span text, long position)
{
    static const struct text fill = { ", ou donner --remplir {champ}",
                                      ", or give --remplir {champ}" };
    struct step to = *s;
    struct diag *x;

    /* a verb that says errors only would count it as a name without a word: it is said once */
    if (rule == ENT_DITTO_TEXT && s->diags->least == ERREUR && s->diags->once)
        to.diags = s->diags->once;
    x = aet_step_report(&to, rule, text, position);
    if (!aet_has_cells(s->record->layout) || !s->record->mapping || /* of a document */
        aet_span_trim(s->value->text).n != text.n)
        return;
    aet_diag_arg(to.diags, x, "champ", aet_span_z(s->field->name));
    aet_diag_word(x, "remplir", fill);
}

bool aet_step_stands_in(struct step *s, struct span text, long position)
{
    enum stand_in what = aet_stand_in(text);

    if (what == STANDS_FOR_ITSELF)
        return false;
    if (what == STANDS_FOR_ABOVE)
        report_ditto(s, ENT_DITTO, text, position);
    else
        aet_step_report(s, ENT_NO_VALUE, text, position);
    if (position < 0) {
        s->fact->present = what == STANDS_FOR_ABOVE;
        s->fact->unsaid = what == STANDS_FOR_NOTHING;
    } else {
        s->fact->good &= what == STANDS_FOR_NOTHING;
    }
    return true;
}

void aet_step_text(struct step *s, struct span text, long position)
{
    if (!aet_step_may_stand(text) || aet_stand_in(text) != STANDS_FOR_ABOVE)
        return;
    report_ditto(s, ENT_DITTO_TEXT, text, position);
}

bool aet_step_single(struct step *s)
{
    if (s->value->kind == VALUE_TEXT || s->value->kind == VALUE_NUMBER)
        return true;
    aet_step_report(s, ENT_TYPE_TEXT, s->value->text, -1);
    return false;
}
