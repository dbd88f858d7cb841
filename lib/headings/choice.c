/* Choices, each in a column of its own. */
#include "headings/choice.h"

#include "base/fold.h"

bool aet_choice_type(enum type type)
{
    return type == TYPE_TERM || type == TYPE_TERMS || type == TYPE_LIST;
}

bool aet_choice_parts(struct span heading, struct span *field, struct span *label)
{
    struct span s = aet_span_trim(heading);
    size_t open = s.n;

    if (!s.n || s.p[s.n - 1] != ']')
        return false;
    while (open && s.p[open - 1] != '[')
        open--;
    if (!open)
        return false;
    *field = aet_span_trim(aet_span(s.p, open - 1));
    *label = aet_span_trim(aet_span(s.p + open, s.n - open - 1));
    return field->n && label->n;
}

static bool is_one_of(struct span s, const char *const *words)
{
    for (; *words; words++)
        if (aet_span_eq(s, aet_span_z(*words)))
            return true;
    return false;
}

/* "Autre", "Autre (précisez)", "Other (please specify)". */
static bool is_other(struct span label)
{
    static const char *const heads[] = { "autre", "autres", "other", NULL };
    size_t n = 0;

    while (n < label.n && label.p[n] >= 'a' && label.p[n] <= 'z')
        n++;
    return is_one_of(aet_span(label.p, n), heads);
}

static enum choice_answer says(struct span label, struct span cell)
{
    static const char *const yes[] = { "x",
                                       "1",
                                       "oui",
                                       "o",
                                       "yes",
                                       "y",
                                       "vrai",
                                       "true",
                                       "coche",
                                       "cochee",
                                       "checked",
                                       "selected",
                                       "selectionne",
                                       "\xE2\x9C\x93" /* ✓ */,
                                       "\xE2\x9C\x94" /* ✔ */,
                                       "\xE2\x98\x91" /* ☑ */,
                                       "\xE2\x9C\x85" /* ✅ */,
                                       NULL };
    static const char *const no[] = {
        "",  "0",   "non",       "no",           "n",         "faux",        "false",
        "-", "n/a", "non coche", "not selected", "unchecked", "not checked", "\xE2\x98\x90" /* ☐ */,
        NULL
    };

    if (is_one_of(cell, no))
        return CHOICE_NO;
    if (aet_span_eq(cell, label) || is_one_of(cell, yes))
        return CHOICE_YES;
    return is_other(label) ? CHOICE_OWN : CHOICE_UNKNOWN;
}

enum choice_answer aet_choice_says(struct span label, struct span cell, struct buf *scratch)
{
    size_t n;

    if (!cell.n)
        return CHOICE_NO; /* most are */
    if (aet_span_eq(cell, label))
        return CHOICE_YES;
    aet_buf_clear(scratch);
    aet_fold(label, scratch);
    n = scratch->n;
    aet_fold(cell, scratch);
    return says(aet_buf_slice(scratch, 0, n), aet_buf_slice(scratch, n, scratch->n - n));
}
