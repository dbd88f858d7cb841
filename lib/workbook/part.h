/* A part of a workbook: one member that is XML, parsed as it is inflated. Names come without their
 * prefix: who writes a workbook chooses those. A part that declares a document type is refused, and
 * with it every entity of its own. */
#ifndef AET_WORKBOOK_PART_H
#define AET_WORKBOOK_PART_H

#include "io/archive.h"
#include "io/xml.h"

struct part;

/* Begin a part. NULL with *fault. */
AET_MUST struct part *aet_part_open(struct archive *a, const char *name,
                                    const struct xml_reader *reader, void *to, enum fault *fault);

/* Parse the next piece of it; false with *more false at its end, or with *fault. */
AET_MUST bool aet_part_read(struct part *p, bool *more, enum fault *fault);

/* From a handler: go no further, for this fault; or rest until the next aet_part_read. */
void aet_part_refuse(struct part *p, enum fault fault);
void aet_part_rest(struct part *p);

void aet_part_free(struct part *p);

/* A whole part. */
AET_MUST enum fault aet_part_read_all(struct archive *a, const char *name,
                                      const struct xml_reader *reader, void *to);

/* What a handler reads numbers with: the value, or `otherwise` where it is none or too large. */
uint64_t aet_part_number(const char *digits, uint64_t otherwise);

#endif
