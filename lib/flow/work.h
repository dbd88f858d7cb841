/* What a verb asks of the drive: how its records are read, the rules on them, and the one place
 * that those which pass go to.
 *
 * A record is read and checked (by any worker), judged by its mark against those before it (in the
 * order of the input), taken (by any worker: made text of, or counted), written (in order). What
 * the judge rejects is never taken. Nothing here can be set that is then ignored: what belongs to a
 * shape stands in it, what belongs to a sink stands in it, and the drive refuses to begin without
 * judge, or with a sink that the shape does not feed. */
#ifndef AET_FLOW_WORK_H
#define AET_FLOW_WORK_H

#include "base/idset.h"
#include "flow/mark.h"
#include "partial/partial.h"
#include "record/derive.h"
#include "record/facts.h"
#include "record/set.h"
#include "tree/nest.h"

struct document;

/* Records that are rows or plain objects. */
struct flat {
    const struct schema *schema;
    struct matcher **matchers; /* by field; NULL: no field names a table */
    const size_t *needed;      /* fields whose column must be there: without it nothing is read */
    size_t needed_n;
};

/* Records that are documents: their facts are those of the root element. */
struct tree {
    const struct nest *nest;
    struct matcher ***matchers; /* by kind, then field */
};

/* One of the two; made by AET_FLAT or AET_TREE. */
struct reader_kind;
extern const struct reader_kind aet_reader_flat, aet_reader_tree;

struct reads {
    const struct reader_kind *kind;
    union {
        struct flat flat;
        struct tree tree;
    } of;
};

#define AET_FLAT(...)               \
    {                               \
        &aet_reader_flat,           \
        {                           \
            .flat = { __VA_ARGS__ } \
        }                           \
    }
#define AET_TREE(...)               \
    {                               \
        &aet_reader_tree,           \
        {                           \
            .tree = { __VA_ARGS__ } \
        }                           \
    }

/* Diagnostics that come after the last record: `place` is one of those that the judge was given. */
struct ending;
void aet_ending_say(struct ending *to, const struct diag *x, uint64_t place);
/* The same of what makes all that was read worthless: the run has failed. */
void aet_ending_fail(struct ending *to, const struct diag *x, uint64_t place);

/* The rules on a kind of record: one for all verbs on it. */
struct rules {
    /* On one record by itself: pure. The mark is all zero, and may be left so. */
    void (*check)(const void *context, const struct facts *facts, struct diags *diags,
                  struct mark *mark);
    /* On one record whose mark has a key, and those before it; `place` is the record's. Never NULL:
     * a check that leaves no mark says that nothing is compared. */
    void (*judge)(void *state, const struct mark *mark, uint64_t place,
                  const struct layout *const *files, struct diags *diags);
    /* What is to be said once all was judged. It counts, but rejects nothing: the records are out.
     * May be NULL. */
    void (*end)(void *state, struct diags *diags, struct ending *to);
};

/* Records go out as they came, or in the format that is asked for. */
struct echo {
    bool canonical;              /* in canonical form, even where nothing asks for it */
    const unsigned char *coarse; /* by field, how coarse its dates are written (record/normal.h) */
    bool normal;                 /* dates, numbers and terms in the one form that needs no option */
    /* Which of them; NULL: all. The others are neither written nor rejected. */
    bool (*draws)(const void *of, const struct facts *facts);
    const void *of;
};

/* Records go out with fields added: at most `n`, of `fields`. */
struct complete {
    size_t (*suggest)(void *of, const struct facts *facts, struct set *sets);
    void *of;
    const size_t *fields;
    size_t n;
};

/* Records made of each one go out in its place. */
struct derive {
    void (*make)(void *of, const struct facts *facts, struct derived *to);
    void *of;
    const struct schema *schema;
};

/* Text of the verb's own goes out, by aet_derive_raw, between a head and a tail. */
struct text_out {
    void (*make)(void *of, const struct facts *facts, struct derived *to);
    void *of;
    struct span head, tail;
};

/* Documents go out as they were amended (tree/amend.h), in canonical form. */
struct rewrite {
    void (*rewrite)(void *of, struct document *d);
    void *of;
};

/* Nothing goes out: records are counted into a sum of integers. */
struct sum {
    void (*add)(void *of, const struct facts *facts); /* NULL: they are only checked and judged */
    /* One that its check rejected, though it could be parsed: what of it could not be read is not
     * good. For sums in which it must not pass for absent. May be NULL. */
    void (*lose)(void *of, const struct facts *facts);
    void *of;
    const struct sum_kind *kind; /* NULL: it is not added up with others */
};

/* One of these; made by the macro of its name. */
struct sink_kind;
extern const struct sink_kind aet_sink_echo, aet_sink_complete, aet_sink_derive, aet_sink_rewrite,
    aet_sink_text, aet_sink_sum;

struct sink {
    const struct sink_kind *kind;
    union {
        struct echo echo;
        struct complete complete;
        struct derive derive;
        struct rewrite rewrite;
        struct text_out text;
        struct sum sum;
    } of;
};

#define AET_ECHO(...) ((struct sink){ &aet_sink_echo, { .echo = { __VA_ARGS__ } } })
#define AET_COMPLETE(...) ((struct sink){ &aet_sink_complete, { .complete = { __VA_ARGS__ } } })
#define AET_DERIVE(...) ((struct sink){ &aet_sink_derive, { .derive = { __VA_ARGS__ } } })
#define AET_REWRITE(...) ((struct sink){ &aet_sink_rewrite, { .rewrite = { __VA_ARGS__ } } })
#define AET_TEXT(...) ((struct sink){ &aet_sink_text, { .text = { __VA_ARGS__ } } })
#define AET_SUM(...) ((struct sink){ &aet_sink_sum, { .sum = { __VA_ARGS__ } } })

struct work {
    struct reads reads;
    const struct rules *rules;
    const void *context;      /* of the check: the domain's knowledge, read only */
    void *state;              /* of the judge */
    const struct idset *seen; /* where the judge looks for the key of each mark: it is fetched
                                 ahead. May be NULL */
    struct sink sink;
    enum gravity least; /* what is less grave is not said */
    bool silent;        /* a first reading: what is wrong is said by the second one */
    bool more;          /* another input is read behind it: what is said last waits for that */
};

#endif
