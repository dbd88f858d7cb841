/* A mark for functions whose answer must not be lost: whether what was asked was done. */
#ifndef AET_BASE_MUST_H
#define AET_BASE_MUST_H

#ifdef __GNUC__
#define AET_MUST __attribute__((warn_unused_result))
#else
#define AET_MUST
#endif

#endif
