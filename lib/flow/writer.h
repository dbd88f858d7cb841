/* The output of a run: in order, from one place. */
#ifndef AET_FLOW_WRITER_H
#define AET_FLOW_WRITER_H

#include "base/must.h"
#include "flow/reader.h"
#include "cli/writing.h"

struct writer {
    struct writing *to;
    const struct sink *sink;
    struct reader *reader;      /* of the first file: its columns */
    const struct emitter *form; /* how the worker writes */
    const struct layout *first; /* NULL: no file was entered yet */
    struct list list;
    struct sheet *sheet; /* NULL: rows go out as they are */
    struct buf row;
    uint64_t sheets; /* of a workbook, once it is ended: that it took */
    bool too_large;  /* it is none, as it would have to be larger than one can be */
    bool begun;
};

/* Nothing is opened; what is passed is borrowed. */
void aet_writer_init(struct writer *w, struct writing *to, const struct sink *sink);
void aet_writer_free(struct writer *w);

/* The first file, of which reader and emitter know already. */
void aet_writer_first(struct writer *w, struct reader *reader, const struct emitter *form,
                      const struct layout *first);

/* What stands before the first record, once; `text` was made of the record. False: it cannot stand
 * in the sheet, said in `diags`, and must not be put. */
void aet_writer_begin(struct writer *w);
AET_MUST bool aet_writer_fits(struct writer *w, const struct held *h, struct span text,
                              struct diags *diags);
void aet_writer_put(struct writer *w, const struct held *h, struct span text);
void aet_writer_end(struct writer *w);

/* For the sinks: bytes out; the beginning, a record and the end of a list in a format of records.
 */
void aet_writer_out(struct writer *w, struct span text);
void aet_writer_list_begin(struct writer *w);
void aet_writer_list_put(struct writer *w, const struct held *h, struct span text);
void aet_writer_list_end(struct writer *w);

#endif
