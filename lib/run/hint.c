/* What a message says after a name that nobody knows. */
#include "run/session.h"

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
        aet_buf_str(to, i ? ", " : "");
        aet_buf_str(to, names[i]);
    }
}
