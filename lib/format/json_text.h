/* The text of JSON: one value by jansson; and a small skipper over raw JSON, the only JSON read by
 * hand, that finds members, numbers as written, and places again in a slice that jansson accepted.
 */
#ifndef AET_FORMAT_JSON_TEXT_H
#define AET_FORMAT_JSON_TEXT_H

#include <jansson.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/must.h"
#include "io/fault.h"

/* Let jansson allocate through base/alloc and fix its hash seed. Once, before anything else. */
void aet_json_init(void);

/* Parse one value: no duplicate keys, integers beyond 64 bits read as reals (their digits are kept
 * in the slice). The caller owns the result. NULL: *fault and its byte offset *at. */
json_t *aet_json_read(struct span text, enum fault *fault, size_t *at);

/* The same for the verdict alone: FAULT_NONE, or what is wrong. */
AET_MUST enum fault aet_json_judge(struct span text, size_t *at);

/* Step over blanks and one value at the front of *text; returns the value without the blanks. */
struct span aet_json_skip(struct span *text);

/* Walk the members of a raw object or array: set *inside to aet_json_inside(value) and call until
 * false. The key is raw, quotes included; for an array pass NULL. */
struct span aet_json_inside(struct span value);
bool aet_json_next(struct span *inside, struct span *key, struct span *value);

/* What a raw key (or string), quotes included, spells: borrowed from it, or made in `scratch` or
 * the arena when it holds escapes. */
struct span aet_json_spelt(struct span raw, struct buf *scratch);
struct span aet_json_text(struct span raw, struct arena *arena);

/* What a raw value is, by its first byte; any number is JSON_REAL. */
json_type aet_json_type(struct span raw);

/* Whether a raw object or array holds nothing. */
bool aet_json_empty(struct span raw);

/* Walk a raw value in step with its jansson tree, so that each byte is looked at once: enter an
 * object or array, find the next key or element (false at its end, which is stepped over), step
 * over a value that is no object or array. The key is raw, quotes included. */
void aet_json_enter(struct span *at);
bool aet_json_more(struct span *at, struct span *key);
struct span aet_json_scalar(struct span *at);

/* The text of a json_t string, number, or boolean: strings borrowed; otherwise an empty span. */
struct span aet_json_string_span(const json_t *v);

/* Append `s` as a JSON string with its quotes; what a terminal would obey is escaped, so that the
 * value is whole and harmless to look at (base/harmless.h). */
void aet_json_string(struct buf *out, struct span s);

/* Append the value without blanks between tokens, its lexemes as they stand in `raw`. */
void aet_json_compact(struct buf *out, struct span raw);

#endif
