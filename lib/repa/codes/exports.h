/* What the verbs share that read an export of REFI-QDA: files whole, as XML or within their archive
 * (.qdpx), and what may be wrong. */
#ifndef AET_REPA_CODES_EXPORTS_H
#define AET_REPA_CODES_EXPORTS_H

#include "base/must.h"
#include "cli/session.h"
#include "refi/refi.h"
#include "refi/shelf.h"

extern const struct refi_rules aet_repa_refi_rules;

struct export
{
    struct buf text; /* the XML, or what the file holds when it is none */
    struct shelf shelf;
    struct decoder *decoder;
    bool plain; /* it is a text: aet_repa_export_open_text */
};

/* Read the file of that name ("-": standard input). `lists`: it may also be records, in text or a
 * workbook, whose text is not read here. False: complained. Close it in any case. */
AET_MUST bool aet_repa_export_open(struct export *e, struct session *s, const char *name,
                                   bool lists);

/* The same of a file that is a project or a plain text, which is then read in the encoding that the
 * options say. */
AET_MUST bool aet_repa_export_open_text(struct export *e, struct session *s, const char *name);
void aet_repa_export_close(struct export *e);

#endif
