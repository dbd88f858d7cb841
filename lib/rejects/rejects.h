/* The file of rejected records (--rejets): each as it was read, with its diagnostics, so that it
 * can be mended in a spreadsheet and given back. What cannot even be parsed stands in `brut`, each
 * byte that is no text written \xHH; where names are to be replaced it is withheld, as nobody knows
 * what is a name in it. */
#ifndef AET_REJECTS_REJECTS_H
#define AET_REJECTS_REJECTS_H

#include "base/must.h"
#include "cli/session.h"
#include "rejects/reject.h"

struct rejects;

/* For records of this schema, or documents of this nest (of which it is the root's). NULL:
 * complained. */
struct rejects *aet_rejects_open(struct session *s, const struct schema *schema,
                                 const struct nest *nest);
void aet_rejects_add(struct rejects *j, const struct reject *x);
/* End the list, and free; the file itself is one of the outputs of the session. False: complained.
 */
AET_MUST bool aet_rejects_close(struct rejects *j);

#endif
