/* The key under which two spellings of a term are one (aet(7), TERMS): NFKC case folding,
 * accents removed, kinds of apostrophe, dash and space made one, œ and æ spelt out, `N°` and `Nº`
 * one, runs of spaces made one, final punctuation dropped. */
#ifndef AET_BASE_FOLD_H
#define AET_BASE_FOLD_H

#include "base/buf.h"

/* Append the key of `s` to `out`. Bytes that are not UTF-8 give an empty key. */
void aet_fold(struct span s, struct buf *out);

/* The stricter key of headings and option values: letters and digits of the fold only, so that
 * "Public cible :", "public_cible" and "PUBLIC-CIBLE" are one. */
void aet_fold_name(struct span s, struct buf *out);

/* Whether two headings are one under aet_fold_name, and say something. */
bool aet_fold_same(struct span a, struct span b);

/* Whether two labels are one under aet_fold, and say something; one that is written the same does.
 */
bool aet_fold_same_label(struct span a, struct span b);

/* Append `s` in Unicode NFC: the form in which names and identifiers are compared. Bytes that are
 * not UTF-8 are appended as they are. */
void aet_nfc(struct span s, struct buf *out);

/* The mark of a text in NFC (aet_span_mark). */
unsigned long long aet_nfc_mark(struct span s, unsigned long long seed);

/* `s` without its last parenthesis, when it ends with one and is more than that:
 * "Décideurs (élus, etc.)" gives "Décideurs". Otherwise `s`. */
struct span aet_fold_short(struct span s);

#endif
