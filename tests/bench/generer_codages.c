/* Segments of narratives coded by two people with the 31 codes of the framework: two coders agree
 * on most codes of a segment, leave one out or add another. One number is one segment, a row a code
 * and a coder. */
#include "generer.h"

enum { PER_NARRATIVE = 250, CODES = 31, CODED = 3 };

struct own {
    struct span codes[CODES];
};

static void begin(struct maker *m)
{
    static const char *const from[] = { "fonctions", "fonctions-autres", "strategies", "elements" };
    struct own *o = m->own;
    size_t n = 0;

    for (size_t i = 0; i < sizeof from / sizeof *from; i++) {
        const struct table *t = table_of(m, from[i]);

        for (size_t r = 0; r < t->rows && n < CODES; r++)
            o->codes[n++] = aet_cell(t, r, 0);
    }
}

static void row(struct maker *m, uint64_t number, size_t coder, struct span code)
{
    put_numbered(m, "recit", "Récit ", number / PER_NARRATIVE);
    put_numbered(m, "segment", "", number);
    put_z(m, "codeur", coder ? "Zoé d’Amours" : "Léa Bélanger");
    put(m, "code", code);
    end_record(m);
}

static void make(struct maker *m, uint64_t number)
{
    const struct own *o = m->own;
    size_t n = 1 + throw_dice(m, CODED), first = throw_dice(m, CODES);

    for (size_t coder = 0; coder < 2; coder++) {
        bool any = false;

        for (size_t i = 0; i < n; i++) {
            size_t code = (first + i * i * 7) % CODES;

            if (i && one_in(m, 6))
                continue;
            if (one_in(m, 10))
                code = (code + 2) % CODES; /* none that the others hold */
            row(m, number - 1, coder, o->codes[code]);
            any = true;
        }
        if (!any)
            row(m, number - 1, coder, AET_LIT(""));
    }
}

const struct sort sort_codages = { "codages",          "repa", "recit,segment,codeur,code",
                                   sizeof(struct own), begin,  make };
