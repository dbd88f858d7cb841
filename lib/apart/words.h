/* The words and figures by which a line that is no record is known: that of a total, the beginning
 * of a note, what is no word at all. */
#ifndef AET_APART_WORDS_H
#define AET_APART_WORDS_H

#include "base/date.h"
#include "base/number.h"

/* What a line that begins with the word of a total adds up. */
enum rank {
    RANK_NONE,    /* it is no such word */
    RANK_OTHER,   /* `Moyenne`, `Solde`, `Nombre total d'heures`: no sum that can be looked into */
    RANK_PART,    /* `Sous-total` */
    RANK_NAMED,   /* `Total janvier`, `Parents Total`: of something that is named */
    RANK_TOTAL,   /* `Total`, `TOTAL 2025-2026`, `Somme` */
    RANK_OVERALL, /* `Total général`, `Grand total` */
};

/* The rank of what a cell says. */
enum rank aet_rank_of(struct span cell);

/* Whether a cell is `Total`, `Sous-total` or the like and nothing else but a colon or a year. Asked
 * of many cells: nearly all are answered by a letter or two. */
bool aet_is_total_word(struct span cell);

/* Whether a cell may have a rank at all: quick, and true too often. */
bool aet_may_rank(struct span cell);

/* `* Les montants…`, `Note : …`, `Source : …`. */
bool aet_begins_note(struct span cell);

/* `Exemple : Soirée d'information`, `Ex. : 12`: what shows how a row is filled in. */
bool aet_begins_example(struct span cell);

/* `Préparé par :`, and `Préparé par : Josée`. */
bool aet_is_label(struct span cell);
bool aet_is_labelled(struct span cell);

/* Whether the first byte of a cell begins words, so that no more than that need be looked at. Signs
 * and spaces beyond ASCII (C2, E2) may stand before figures. */
static inline bool aet_begins_words(char c)
{
    unsigned char b = (unsigned char)c;

    return (unsigned char)((b | 0x20) - 'a') < 26 || (b >= 0x80 && b != 0xC2 && b != 0xE2) ||
           c == '*' || c == '"' || c == '[';
}

/* Whether a cell holds figures, or what stands for them, and no words: a number, an amount, a
 * percentage, a duration, a date, a number of things (`10 activités`), a unit, a sign that there
 * is none, an error of a spreadsheet. */
bool aet_is_figure(struct span cell, struct number_form form);

/* `12`, `12.`, `12)`: the number of a row. `-`, `- $`, `____`: no letter and no digit. */
bool aet_is_row_number(struct span cell);
bool aet_is_sign(struct span cell);

#endif
