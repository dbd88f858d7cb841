/* What is said of a field. */
#include "record/step.h"

/* A diagnostic on the field. */
struct diag *aet_step_say(struct step *s, const struct rule *rule, long position)
{
    if (s->r->say)
        return s->r->say(s->r, s->diags, rule, (int)(s->field - s->r->schema->fields), position);
    return aet_diag_add(s->diags, rule, aet_path(&s->r->scratch, s->field->name, position));
}

struct diag *aet_step_report(struct step *s, int rule, struct span text, long position)
{
    struct diag *x = aet_step_say(s, &aet_rules_ent[rule], position);

    aet_diag_arg(s->diags, x, "valeur", text);
    aet_diag_arg(s->diags, x, "champ", aet_span_z(s->field->name));
    return x;
}

bool aet_step_single(struct step *s)
{
    if (s->value->kind == VALUE_TEXT || s->value->kind == VALUE_NUMBER)
        return true;
    aet_step_report(s, ENT_TYPE_TEXT, s->value->text, -1);
    return false;
}
