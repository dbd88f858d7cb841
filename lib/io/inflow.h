/* The bytes that a descriptor has to give, those of a packed file unpacked (io/unpack.h), and the
 * SHA-256 of the file as it lies. */
#ifndef AET_IO_INFLOW_H
#define AET_IO_INFLOW_H

#include <sys/types.h>

#include "base/must.h"
#include "base/span.h"
#include "io/fault.h"

struct inflow;

/* Takes over `fd`. */
struct inflow *aet_inflow_new(int fd);

int aet_inflow_fd(const struct inflow *f);

/* Also compute the SHA-256 of the file. Before the first read. */
void aet_inflow_hash(struct inflow *f);

/* Up to `cap` (at least 1) bytes; 0 at the end. -1: see aet_inflow_fault. */
ssize_t aet_inflow_read(struct inflow *f, char *to, size_t cap);

/* Why a read gave -1: FAULT_READ with errno, FAULT_PACKED, FAULT_PACKED_BUILD. */
enum fault aet_inflow_fault(const struct inflow *f);

/* Whether the file is packed. Certain once a byte was read. */
bool aet_inflow_packed(const struct inflow *f);

/* The SHA-256 in hexadecimal, into hex[65], of the whole file: what is left of it is read. False
 * when it was not asked for. Only at the end. */
bool aet_inflow_digest(struct inflow *f, char *hex);

void aet_inflow_free(struct inflow *f);

#endif
