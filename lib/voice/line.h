/* One line about what a rule has to say, as text or as a JSON object. */
#ifndef AET_VOICE_LINE_H
#define AET_VOICE_LINE_H

#include "format/layout.h"
#include "base/message.h"
#include "voice/rule.h"

struct line {
    const struct rule *rule;
    struct span path; /* the field, as `public[1]`; empty: the record as a whole */
    const struct diag_arg *args;
    size_t n;
};

/* Where a line belongs, as its writer needs it. A line of 0 means no place. */
struct diag_place {
    const char *file;
    uint64_t line, column, record;
    struct sheet_place sheet;
};

/* `fichier.csv:12:8`, and " (G12)" or " (rangée 12)" where a spreadsheet has such. */
void aet_place_text(struct buf *out, const struct diag_place *where, enum lang lang);

/* `fichier.csv:12:8: erreur: message (voulait-on dire « X »?) [rangée 12, colonne G « Public »]
 * [PUB002]`, with a line end. `colour`: the gravity in colour, for a terminal. */
void aet_line_text(struct buf *out, const struct line *x, const struct diag_place *where,
                   enum lang lang, bool colour);

/* `message (voulait-on dire « X »?) [PUB002]` alone, for where the place is seen. */
void aet_line_message(struct buf *out, const struct line *x, enum lang lang);

/* One JSON object on a line: fichier ligne colonne rangee cellule intitule enregistrement champ
 * valeur regle gravite message suggestion; what is unknown is null. */
void aet_line_json(struct buf *out, const struct line *x, const struct diag_place *where,
                   enum lang lang);

#endif
