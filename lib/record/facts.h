/* resolve: the values of a record become facts: terms of the knowledge tables, days, cents. What
 * cannot be read is reported here, once for all record kinds; rules of the domain then look at
 * facts alone. */
#ifndef AET_RECORD_FACTS_H
#define AET_RECORD_FACTS_H

#include "base/date.h"
#include "base/number.h"
#include "record/lists.h"
#include "record/record.h"
#include "tables/match.h"

/* A part of a list, or a term: its text (borrowed) and the row it names, or NO_ROW. */
struct item {
    struct span text;
    int32_t row;       /* TYPE_DATES: the day's number, or NO_DAY */
    uint32_t position; /* in the list as written: for places */
};

enum { NO_DAY = INT32_MIN };

struct element;

struct fact {
    bool present; /* something is written there */
    bool good;    /* and it could be read */
    bool unsaid;  /* what is written says that there is no value: not present, nor left empty */
    bool alias;   /* of a term: its row is known by an alias alone */
    union {
        struct span text;
        int64_t cents;
        int64_t minutes;
        struct date date;
        int32_t row;
        uint64_t foreign; /* of a term that is not good: a hash of what is written */
        bool yes;
        struct {
            uint32_t from, n; /* in facts.items */
        } list;
        struct {              /* TYPE_NUMBER, TYPE_INTEGER, TYPE_VALUE */
            struct span text; /* canonical digits; of a value that is no number, what was written */
            double value;
        } number;
    } u;
};

struct facts {
    const struct schema *schema;
    struct fact *f; /* one for each field */
    struct item *items;
    size_t n, cap;
    const struct element *element; /* of a document: the one these are the facts of */
    struct matcher **matchers; /* by field: where its terms were looked for, by whoever read it; not
                                  owned, NULL where no table is asked */
};

struct resolver {
    const struct schema *schema;
    struct matcher **matchers; /* by field; NULL where no table is asked; not owned */
    struct number_form number; /* what --decimal said */
    enum date_form dates;
    const struct lists *lists; /* what --listes said; NULL: nothing */
    struct diags *marks; /* dates that settle the order of their column, or NULL: see columns.h */
    struct arena *arena; /* texts that had to be made; reset by its owner */
    struct buf scratch;
    /* Of a document: the element being resolved, and how a diagnostic on a field of it is made (its
     * path and place are known at once). NULL: a record by itself. */
    const struct element *element;
    struct diag *(*say)(const struct resolver *r, struct diags *diags, const struct rule *rule,
                        int field, long position);
};

void aet_facts_init(struct facts *facts, const struct schema *schema);
void aet_facts_free(struct facts *facts);

extern const struct item aet_no_item;

/* The parts of a list, aet_fact_count of them; never NULL. */
static inline const struct item *aet_fact_items(const struct facts *f, size_t field)
{
    return f->items ? f->items + f->f[field].u.list.from : &aet_no_item;
}

static inline size_t aet_fact_count(const struct facts *f, size_t field)
{
    return f->f[field].present ? f->f[field].u.list.n : 0;
}

static inline struct span aet_fact_text(const struct facts *f, size_t field)
{
    return f->f[field].present ? f->f[field].u.text : (struct span){ "", 0 };
}

/* The row of a term, or NO_ROW. */
static inline int32_t aet_fact_row(const struct facts *f, size_t field)
{
    return f->f[field].good ? f->f[field].u.row : NO_ROW;
}

/* The next field of a schema's named_by that is to be looked at, `named` telling whether one before
 * was filled; false at the end. *rest begins as named_by. */
bool aet_naming_next(struct span *rest, bool named, struct span *field);

/* What names a record in messages, by schema->named_by, borrowed from the facts or made in `arena`;
 * empty when nothing does. */
struct span aet_facts_name(const struct facts *f, struct arena *arena);

/* A diagnostic on a field of a record, or on the record when `field` is negative; of a list,
 * `position` is the part's, otherwise -1. NULL when it is not kept. */
struct diag *aet_field_diag(struct diags *d, const struct rule *rule, const struct schema *schema,
                            int field, long position);

#endif
