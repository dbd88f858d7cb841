/* The sentences of resume.def, and when each is said. */
#include "repa/fiche/resume.h"

#include "base/names.h"
#include "report/resume/resume.h"

#define AET_SENTENCES "repa/fiche/resume.def"
#include "report/resume/sentences.h"

static const char *const families[] = { "savoirs", "savoir_faire", "savoir_etre" };
enum { FAMILIES = sizeof families / sizeof *families };

/* The strategies of one function. */
static void one(struct resume *z, const struct section *s)
{
    struct buf names = { 0 };

    for (size_t row = 0; row < s->rows; row++)
        aet_list_add(&names, aet_seen_text(s, row, "libelle_strategie"));
    aet_resume_say(z, said[SAID_ONE],
                   AET_WORDS(aet_word_span("quoi", aet_seen_text(s, 0, "libelle")),
                             aet_resume_count(z, "nombre", (int64_t)s->rows),
                             aet_resume_list(z, "noms", aet_buf_view(&names))));
    aet_buf_free(&names);
}

/* Rows of a function stand together. */
static void several(struct resume *z, const struct section *s, int64_t functions)
{
    int64_t least = INT64_MAX, most = 0, n = 0;

    for (size_t row = 0; row < s->rows; row++) {
        bool last = row + 1 == s->rows || !aet_span_eq(aet_seen_code(s, row, "fonction"),
                                                       aet_seen_code(s, row + 1, "fonction"));

        n++;
        if (!last)
            continue;
        least = n < least ? n : least;
        most = n > most ? n : most;
        n = 0;
    }
    aet_resume_say(z, said[SAID_SEVERAL],
                   AET_WORDS(aet_resume_count(z, "nombre", functions),
                             aet_resume_count(z, "moins", least),
                             aet_resume_count(z, "plus", most)));
}

/* How many rows have each part of their lists: what all call on, and what some do. */
static void calls_on(struct resume *z, const struct section *s)
{
    struct names names = { .folded = true };
    size_t *rows = NULL, cap = 0;
    int64_t common = 0;

    for (size_t row = 0; row < s->rows; row++)
        for (size_t f = 0; f < FAMILIES; f++) {
            struct span list = aet_seen_text(s, row, families[f]), part;

            while (aet_list_part(&list, &part)) {
                size_t had = names.n;
                uint32_t id = aet_names_id(&names, part);

                rows = aet_grow(rows, &cap, id, sizeof *rows);
                rows[id] = (names.n > had ? 0 : rows[id]) + 1;
            }
        }
    for (size_t i = 0; i < names.n; i++)
        common += rows[i] == s->rows;
    aet_resume_say(z, said[SAID_CALLS_ON],
                   AET_WORDS(aet_resume_count(z, "communs", common),
                             aet_resume_count(z, "propres", (int64_t)names.n - common)));
    aet_free(rows);
    aet_names_free(&names);
}

static void functions(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "strategies");
    int64_t n = aet_seen_rows(aet_seen(z->r, "fonctions"));

    if (!aet_seen_rows(s))
        return;
    if (n == 1)
        one(z, s);
    else
        several(z, s, n);
    if (s->rows > 1)
        calls_on(z, s);
    aet_resume_say(z, said[SAID_FILL_IN], NULL);
}

static aet_tell *const rules[] = { functions, NULL };
const struct section_kind aet_repa_kind_resume_fiche = AET_RESUME_KIND(rules);
