/* resolve: from what people wrote to a row of a knowledge table.
 *
 * A matcher belongs to one worker and one use (a field, an option). It looks at a bounded memo of
 * the bytes seen before, then for an id, label or alias as written, and only on the first miss
 * builds the index of folded keys (base/fold.h). */
#ifndef AET_TABLES_MATCH_H
#define AET_TABLES_MATCH_H

#include "base/similar.h"
#include "tables/table.h"

enum { NO_ROW = -1 };

struct matcher;

/* `roles` NULL, or one mask a row: where two rows share a key, the one whose mask has `role` wins,
 * and only such rows (and those without any role) are suggested. Neither is owned. */
struct matcher *aet_matcher_new(const struct table *t, const uint8_t *roles, uint8_t role);
void aet_matcher_free(struct matcher *m);

/* A matcher of another worker, that knows what `of` knows, which lives at least as long. */
struct matcher *aet_matcher_beside(const struct matcher *of);

const struct table *aet_matcher_table(const struct matcher *m);

/* The row that `text` names, or NO_ROW. */
int32_t aet_match(struct matcher *m, struct span text);

/* The same; *alias: by an alias alone, and not by its id or a label. */
int32_t aet_match_by(struct matcher *m, struct span text, bool *alias);

/* The rows nearest to `text`, best first, at most `max`; 0 when nothing is near. Two spellings are
 * near by edit distance (Damerau-Levenshtein, optimal string alignment); a term is also near by the
 * words of its labels, not of its aliases, which people would not know again in what is proposed.
 */
size_t aet_nearest(struct matcher *m, struct span text, int32_t *rows, size_t max);

/* What was meant by `text`, which names no row: the nearest one, or two that are as near; 0 when
 * none is, or more. Remembered: the same mistake may stand in every record. */
enum { MEANT_MAX = 2 };
size_t aet_meant(struct matcher *m, struct span text, int32_t rows[MEANT_MAX]);

/* The row of which `text`, which names none, is a slip of the pen (nearly all its letters), or
 * NO_ROW: where one's own words are as good as a term, a likeness of words proves nothing. */
int32_t aet_match_slip(struct matcher *m, struct span text);

#endif
