/* What a message says after a name that nobody knows. */
#include "run/session.h"

/* Kinds of record that one verb reads may each have a section of the same name. */
static bool named_before(const char *const *names, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (strcmp(names[k], names[i]) == 0)
            return true;
    return false;
}

void aet_hint_names(const struct session *s, const char *word, const char *const *names, size_t n,
                    struct buf *to)
{
    const char *near = aet_nearest_name(word, names, n);
    bool fr = s->lang == LANG_FR;

    if (near) {
        aet_buf_str(to, fr ? " (voulait-on dire « " : " (did you mean “");
        aet_buf_str(to, near);
        aet_buf_str(to, fr ? " » ?)" : "”?)");
    }
    aet_buf_str(to, fr ? " ; il y a : " : "; there are: ");
    for (size_t i = 0; i < n; i++) {
        if (named_before(names, i))
            continue;
        aet_buf_str(to, i ? ", " : "");
        aet_buf_str(to, names[i]);
    }
}
