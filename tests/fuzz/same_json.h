/* Whether two JSON values say the same. Numbers compare by value: in a text with an integer beyond
 * 64 bits all integers are read as reals (format/json_text.h). */
#ifndef AET_TESTS_FUZZ_SAME_JSON_H
#define AET_TESTS_FUZZ_SAME_JSON_H

#include <jansson.h>
#include <stdbool.h>

bool same_json(const json_t *a, const json_t *b);

#endif
