/* What may be a sign of a code in a text: its labels, its other spellings, the expressions of its
 * description; and where they occur. Words are compared as terms are (base/fold.h), without the
 * mark of the plural; articles, prepositions and possessives do not count. */
#ifndef AET_REPA_INDICES_SIGNES_H
#define AET_REPA_INDICES_SIGNES_H

#include "base/names.h"
#include "refi/codebook.h"

enum signe_sort { PAR_LIBELLE, PAR_ALIAS, PAR_DESCRIPTION };

/* An expression: a run of words. */
struct signe {
    uint32_t code; /* index in the codebook */
    enum signe_sort sort;
    size_t from, n; /* in `words` */
    uint32_t next;  /* the next one with the same first word, or AET_NO_NAME */
};

/* Where one occurs: bytes of the text. */
struct indice {
    uint32_t code;
    enum signe_sort sort;
    size_t words;
    size_t from, to;
};

struct mot {
    uint32_t id; /* in `names`; AET_NO_NAME: no expression has it */
    size_t from, to;
};

struct signes {
    struct names names;
    uint32_t *words;
    size_t words_n, words_cap;
    struct signe *list;
    size_t n, cap;
    uint32_t *first;  /* by first word */
    struct mot *mots; /* of the text that is looked at */
    size_t mots_n, mots_cap;
    struct indice *found;
    size_t found_n, found_cap;
    struct buf key;
};

/* The expressions of the codes that one codes with. `b` is not kept. Free it. */
void aet_repa_signes_init(struct signes *s, const struct codebook *b);
void aet_repa_signes_free(struct signes *s);

/* What occurs in a text, into s->found, in the order of codes, then of the text. A word alone that
 * stands within a longer expression is passed over: "lien de confiance" is no "confiance". */
void aet_repa_signes_find(struct signes *s, struct span text);

#endif
