/* What the generators share: dice, fields in either form, names and notes as people write them.
 * A generator is one file that defines one struct sort; generer.c lists them. */
#ifndef AET_TESTS_BENCH_GENERER_H
#define AET_TESTS_BENCH_GENERER_H

#include <stdint.h>

#include "base/buf.h"
#include "tables/table.h"

struct maker {
    const struct sort *sort;
    struct tables *tables;
    void *own; /* of the generator: sort->size bytes, 0 at first */
    uint64_t dice;
    bool json;
    struct buf out;
    size_t columns; /* written of the current record */
};

struct sort {
    const char *name, *tool;
    const char *header; /* of the CSV form; NULL: JSON only */
    size_t size;
    void (*begin)(struct maker *); /* or NULL */
    void (*make)(struct maker *, uint64_t number);
};

extern const struct sort sort_activites, sort_mentions, sort_journal, sort_codages, sort_plans;

/* 0 to sides - 1. The dice fall the same way each time. */
size_t throw_dice(struct maker *m, size_t sides);

static inline bool one_in(struct maker *m, size_t n)
{
    return throw_dice(m, n) == 0;
}

const struct table *table_of(struct maker *m, const char *name);
struct span label(const struct table *t, struct span id);
struct span row_label(const struct table *t, size_t row);

/* Fields of a record, in the order of the header; an empty text is left out of JSON. */
void put(struct maker *m, const char *name, struct span text);
void put_z(struct maker *m, const char *name, const char *text);
void put_money(struct maker *m, const char *name, size_t cents);
void put_list(struct maker *m, const char *name, const struct span *parts, size_t n);
void put_date(struct maker *m, const char *name, int32_t days);
void end_record(struct maker *m);

/* Values inside a record, JSON only: a list of items, each an object, and an object by itself. */
void open_list(struct maker *m, const char *name);
void open_item(struct maker *m);
void open_object(struct maker *m, const char *name);
void close_object(struct maker *m); /* or an item */
void close_list(struct maker *m);
void put_number(struct maker *m, const char *name, size_t value);

/* `head` and seven digits. */
void put_numbered(struct maker *m, const char *name, const char *head, uint64_t value);

/* A person or a place by its number: accents, apostrophes, commas and quotes as they come, one time
 * in forty as a machine writes it that takes accents apart. */
void put_person(struct maker *m, const char *name, size_t which);
void put_place(struct maker *m, const char *name, size_t which);

/* `least` words and up to `more` further ones, of which a comma or quotes now and then. */
void put_note(struct maker *m, const char *name, size_t least, size_t more);

/* As put_note without either: what aet-publics was always measured with. */
void put_words(struct maker *m, const char *name, size_t least, size_t more);

#endif
