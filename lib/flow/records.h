/* The way of the records: a source, workers that parse, resolve and check a block, and one retirer
 * that takes the blocks in order and alone writes. A verb of a domain fills a struct work and calls
 * aet_run_records. */
#ifndef AET_FLOW_RECORDS_H
#define AET_FLOW_RECORDS_H

#include "base/idset.h"
#include "record/derive.h"
#include "record/emit.h"
#include "record/facts.h"
#include "record/resolve.h"
#include "tree/nest.h"
#include "cli/session.h"

/* What of one record must be compared with others: consumed in order, then forgotten. What a rule
 * keeps of it, 16 bytes, is its own affair. */
struct fait {
    uint64_t key; /* 0: nothing to compare */
    uint64_t value;
    uint64_t more[2];
};

/* A place packed into 64 bits, never 0. */
uint64_t aet_place_pack(size_t file, uint64_t line);
size_t aet_place_file(uint64_t place);
uint64_t aet_place_line(uint64_t place);

/* Diagnostics that come after the last record. */
struct ending;
void aet_ending_say(struct ending *to, const struct diag *x, uint64_t place);

struct work {
    const struct schema *schema;
    struct matcher **matchers; /* by field */
    const size_t *needed;      /* fields whose column a CSV must have: without it nothing is read */
    size_t needed_n;
    const struct nest
        *nest; /* the records are documents: their facts are those of the root element */
    struct matcher ***nest_matchers; /* by kind, then field */
    void *context;                   /* the domain's knowledge, read only */

    /* Rules on one record: pure. `fait` may be left as it is. */
    void (*check)(const void *context, const struct facts *facts, struct diags *diags,
                  struct fait *fait);
    /* Rules on one record and those before it; `place` is the record's. May be NULL. */
    void (*suite)(void *state, const struct fait *fait, uint64_t place,
                  const struct layout *const *files, struct diags *diags);
    void *state;
    /* Where `suite` looks for the key of each fait: fetched ahead of it. May be NULL. */
    const struct idset *seen;
    /* What is to be said once all was read: calls `say` with the place of a record (see `place`
     * above). What it says counts, but rejects nothing: the records are out. May be NULL. */
    void (*end)(void *state, struct diags *diags, struct ending *to);

    /* Fields to add to a passing record; at most adds_n. May be NULL. */
    size_t (*suggest)(void *context, const struct facts *facts, struct set *sets);
    const size_t *adds;
    size_t adds_n;

    /* Whether a passing record is taken; what is not is set aside, neither written nor rejected.
     * May be NULL: all are. */
    bool (*keep)(const void *context, const struct facts *facts);
    /* Make records of a passing record: they are written in its place, in the output's format, or
     * as text of the verb's own (`text`) between a head and a tail. May be NULL. */
    void (*derive)(void *context, const struct facts *facts, struct derived *to);
    const struct schema *derived;
    bool text;
    struct span head, tail;

    /* Count a passing record into a sum of integers. May be NULL. */
    void (*add)(void *sum, const struct facts *facts);
    /* One that its check rejected, though it could be parsed: what of it could not be read is not
     * good. For sums in which it must not pass for absent. May be NULL. */
    void (*lose)(void *sum, const struct facts *facts);
    void *sum;

    bool writes;        /* passing records go to the output */
    bool silent;        /* a first reading: what is wrong is said by the second one */
    bool anew;          /* documents: in canonical form, whatever the format */
    enum gravity least; /* what is less grave is not said */
};

struct totals {
    uint64_t read, passed, rejected, aside;
    uint64_t errors, warnings, infos;
};

/* The line that sums up a run, unless --quiet: "12 lus, 11 passés, 1 rejeté ; …". `aside`: the verb
 * may set records aside. */
void aet_summary(const struct voice *v, const struct totals *t, bool aside);

/* Run a verb over all input. Opens the output when records are written and leaves it open for
 * aet_writing_close. STATUS_DATA when a record was rejected (or warned of, under --strict). */
enum status aet_run_records(struct session *s, struct work *w, struct totals *totals);

/* The same for a verb that writes a report: the inputs are entered into `r`. */
enum status aet_run_summary(struct session *s, struct work *w, struct totals *totals,
                            struct report *r);

/* The frame of a verb that writes a report of what `w->add` counted: read all, let `finish` fill
 * `r`, which was begun (the caller frees it), render it. `finish` gets w->sum, and answers false
 * when the report must not be written (complained). */
typedef bool aet_finish(void *sum, struct session *s, struct report *r);
enum status aet_run_report(struct session *s, struct work *w, struct report *r, aet_finish *finish);

/* The frame of `suggerer`: passing records go out with the `n` fields that `suggest` fills. */
enum status aet_run_suggerer(struct session *s, struct work *w,
                             size_t (*suggest)(void *context, const struct facts *facts,
                                               struct set *sets),
                             const size_t *fields, size_t n);

/* The sections of --sommaire; what fills them takes a struct run. */
extern const struct section_kind *const aet_sommaire_sections[];

/* Write records made of nothing that was read, through `make`, where and how the options ask: for a
 * verb that can do without input. */
enum status aet_run_derived(struct session *s, const struct work *w,
                            void (*make)(void *context, struct derived *to), void *context);

/* `valider`: records out with every diagnostic, or with --sommaire the report of what was found. */
enum status aet_run_valider(struct session *s, struct work *w);

#endif
