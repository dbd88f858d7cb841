/* What a message says after a name that nobody knows. */
#include "voice/hint.h"

#include "base/similar.h"
#include "voice/complain.h"

/* Kinds of record that one verb reads may each have a section of the same name. */
static bool named_before(const char *const *names, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (strcmp(names[k], names[i]) == 0)
            return true;
    return false;
}

void aet_hint_near(const struct voice *v, struct span near, struct buf *to)
{
    aet_buf_str(to, v->lang == LANG_FR ? " (voulait-on dire « " : " (did you mean “");
    aet_buf_span(to, near);
    aet_buf_str(to, v->lang == LANG_FR ? " » ?)" : "”?)");
}

void aet_complain_column(const struct voice *v, const char *name, const struct layout *l)
{
    static const struct text missing = { "« {valeur} » : il manque la colonne « {autre}",
                                         "“{valeur}”: column missing: “{autre}" };
    const char **headings = aet_calloc(l->columns + 1, sizeof *headings);
    struct arena arena = { 0 };
    struct buf column = { 0 };
    const char *near;

    for (size_t i = 0; i < l->columns; i++)
        headings[i] = aet_arena_copy(&arena, l->headings[i]).p; /* ended by a NUL */
    near = aet_nearest_name(name, headings, l->columns);
    aet_buf_str(&column, name);
    aet_buf_str(&column, v->lang == LANG_FR ? " »" : "”");
    if (near)
        aet_hint_near(v, aet_span_z(near), &column);
    aet_complain(v, missing, l->name, aet_buf_z(&column));
    aet_buf_free(&column);
    aet_arena_free(&arena);
    aet_free(headings);
}

void aet_hint_names(const struct voice *v, const char *word, const char *const *names, size_t n,
                    struct buf *to)
{
    const char *near = aet_nearest_name(word, names, n);

    if (near)
        aet_hint_near(v, aet_span_z(near), to);
    aet_buf_str(to, v->lang == LANG_FR ? " ; il y a : " : "; there are: ");
    for (size_t i = 0; i < n; i++) {
        if (named_before(names, i))
            continue;
        aet_buf_str(to, i ? ", " : "");
        aet_buf_str(to, names[i]);
    }
}
