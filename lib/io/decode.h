/* decode: the first step of the way. Bytes of a file descriptor, unpacked where they are packed
 * (io/inflow.h), become UTF-8 text without a BOM.
 *
 * UTF-8 passes as it is (who parses a record checks it); UTF-16 is known by its BOM; other
 * encodings are named (io/encoding.h). A byte that cannot be decoded is passed on in a form that
 * the UTF-8 check is sure to refuse, so that it is reported with its record, line and column.
 */
#ifndef AET_IO_DECODE_H
#define AET_IO_DECODE_H

#include <sys/types.h>

#include "base/must.h"
#include "base/span.h"
#include "io/fault.h"

struct decoder;

/* Takes over `fd`. `encoding` NULL: UTF-8, or what a BOM says. A BOM is surer than a name.
 * NULL with *fault = FAULT_ENCODING_NAME when the name is of none that we have; fd is then closed.
 */
struct decoder *aet_decoder_new(int fd, const char *encoding, enum fault *fault);

/* What is read. */
int aet_decoder_fd(const struct decoder *d);

/* Why a read failed: FAULT_READ with errno, or one of those of packed files. */
enum fault aet_decoder_fault(const struct decoder *d);

/* Whether the file is packed: what lies there is not what is read. Certain once a byte was read. */
bool aet_decoder_packed(const struct decoder *d);

/* Also compute the SHA-256 of the bytes as they come in. Before the first read. */
void aet_decoder_hash(struct decoder *d);

/* Whether the text comes through a converter: where it is not UTF-8, decode marked a byte that it
 * could not read. Certain once text was read. */
bool aet_decoder_converts(const struct decoder *d);

/* The byte at fault where `text` is not UTF-8 at `at`. */
unsigned char aet_decode_bad_byte(struct span text, size_t at, bool converted);

/* The first bytes before they are decoded, a byte order mark left out: at least so many (32 KiB at
 * most) where the input has them. They are still to be read. Before the first read. False: see
 * aet_decoder_fault. */
AET_MUST bool aet_decoder_head(struct decoder *d, size_t least, struct span *head);

/* Up to `cap` (at least 16) bytes of text; 0 at the end, -1 when reading fails: see
 * aet_decoder_fault. */
ssize_t aet_decoder_read(struct decoder *d, char *to, size_t cap);

/* The same of the bytes before they are decoded. Only before text is read, or in place of it. */
ssize_t aet_decoder_bytes(struct decoder *d, char *to, size_t cap);

/* The SHA-256 of the file as it lies, in hexadecimal, into hex[65]; false when it was not asked
 * for. Only at the end. */
bool aet_decoder_digest(struct decoder *d, char *hex);

void aet_decoder_free(struct decoder *d);

#endif
