#include "repa/verbs.h"
enum status aet_repa_codebook(struct session *s) { (void)s; return STATUS_FAILED; }
enum status aet_repa_segments(struct session *s) { (void)s; return STATUS_FAILED; }
