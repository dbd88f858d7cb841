/* Activities of a strategy, made from the blocks of the matrix. */
#include <stdio.h>

#include "generer.h"

enum { LABELS_MAX = 2 };

struct own {
    const struct table *matrice, *publics, *termes;
};

static void begin(struct maker *m)
{
    *(struct own *)m->own = (struct own){ table_of(m, "matrice"), table_of(m, "publics"),
                                          table_of(m, "termes") };
}

/* Up to `most` labels of a cell of the matrix, from a thrown place on. */
static size_t choose(struct maker *m, size_t bloc, const char *column, struct span *to, size_t most)
{
    const struct own *o = m->own;
    struct span cell = aet_cell(o->matrice, bloc, aet_column(o->matrice, column)), list, id;
    size_t n = 0, k = 0, first;

    for (list = cell; aet_list_next(&list, &id);)
        n++;
    most = most < n ? most : n;
    first = n > most ? throw_dice(m, n - most + 1) : 0;
    for (list = cell; k < first + most && aet_list_next(&list, &id); k++)
        if (k >= first)
            to[k - first] = label(o->termes, id);
    return most;
}

/* A block that has two means: one alone would be advised against. */
static size_t throw_bloc(struct maker *m)
{
    const struct own *o = m->own;
    struct span means[LABELS_MAX];
    size_t bloc;

    do {
        bloc = throw_dice(m, o->matrice->rows);
    } while (choose(m, bloc, "comment", means, 2) < 2);
    return bloc;
}

static void make(struct maker *m, uint64_t number)
{
    static const char *const people[] = { "Léa Gagnon", "Marc Roy", "Inès Côté", "Noémie Tran" };
    static const char *const states[] = { "prévu", "en cours", "reporté" };
    const struct own *o = m->own;
    size_t bloc = throw_bloc(m);
    struct span public = aet_cell(o->matrice, bloc, aet_column(o->matrice, "public"));
    struct span labels[LABELS_MAX] = { label(o->publics, public) };
    char text[64];

    put_numbered(m, "id", "A-", number);
    put_numbered(m, "quoi", "Activité de partage ", number % 5000);
    put_list(m, "public", labels, 1);
    put_list(m, "pourquoi", labels, choose(m, bloc, "pourquoi", labels, 1));
    put_list(m, "retombees", labels, choose(m, bloc, "retombees", labels, 2));
    put_list(m, "comment", labels, choose(m, bloc, "comment", labels, 2));
    put(m, "et_apres", AET_LIT("En parler à la rencontre suivante"));
    put_z(m, "responsable", people[throw_dice(m, 4)]);
    snprintf(text, sizeof text, "%d-%02d-%02d", 2025 + (int)throw_dice(m, 2),
             1 + (int)throw_dice(m, 12), 1 + (int)throw_dice(m, 28));
    put_z(m, "echeance", text);
    put_money(m, "budget", throw_dice(m, 500000));
    put_z(m, "etat", states[throw_dice(m, 3)]);
    put_words(m, "notes", 4, 6);
    end_record(m);
}

const struct sort sort_activites = {
    "activites",
    "publics",
    "id,quoi,public,pourquoi,retombees,comment,et_apres,responsable,echeance,budget,etat,notes",
    sizeof(struct own),
    begin,
    make
};
