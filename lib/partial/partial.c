/* The values and rows of a partial sum, in both directions; its first and last lines are in
 * frame.c. */
#include "partial/partial.h"

#include "format/json_text.h"

enum { SIZE_BITS = 52 };

static const int64_t most = (int64_t)1 << SIZE_BITS;

void aet_partial_break(struct partial *p)
{
    p->broken = true;
}

bool aet_partial_row(struct partial *p, const char *name, bool more)
{
    const char *read;

    if (!aet_partial_reads(p)) {
        if (!more)
            return false;
        aet_buf_clear(&p->line);
        aet_buf_char(&p->line, '[');
        aet_json_string(&p->line, aet_span_z(name));
        return true;
    }
    aet_frame_next(p);
    read = p->broken ? NULL : json_string_value(json_array_get(p->row, 0));
    if (!read || strcmp(read, name) != 0)
        return false;
    p->at = 1;
    p->inside = true;
    return true;
}

void aet_partial_row_end(struct partial *p)
{
    if (!aet_partial_reads(p)) {
        aet_buf_char(&p->line, ']');
        aet_frame_put(p);
        return;
    }
    p->broken |= p->at != json_array_size(p->row);
    p->inside = false;
    json_decref(p->row);
    p->row = NULL;
}

/* The next value that is read; NULL: there is none, and the whole is broken. */
static json_t *next(struct partial *p)
{
    json_t *v = p->broken || !p->inside ? NULL : json_array_get(p->row, p->at++);

    p->broken |= !v;
    return v;
}

/* A whole number in any of 64 bits. */
static bool next_integer(struct partial *p, int64_t *n)
{
    json_t *v = next(p);

    p->broken |= !json_is_integer(v);
    if (p->broken)
        return false;
    *n = json_integer_value(v);
    return true;
}

static void write_integer(struct partial *p, int64_t n)
{
    if (!p->first)
        aet_buf_char(&p->line, ',');
    p->first = false;
    aet_buf_int(&p->line, n);
}

/* One number, between two others; false: nothing was read. */
static bool carry(struct partial *p, int64_t *n, int64_t least, int64_t greatest)
{
    int64_t read;

    if (!aet_partial_reads(p)) {
        write_integer(p, *n);
        return false;
    }
    if (!next_integer(p, &read))
        return false;
    p->broken |= read < least || read > greatest;
    if (!p->broken)
        *n = read;
    return !p->broken;
}

/* Add what is read to what will be added up, up to one more than has room. */
static void weigh(uint64_t *load, int64_t v)
{
    uint64_t size = v < 0 ? (uint64_t)-v : (uint64_t)v;

    *load = *load + size > (uint64_t)most ? (uint64_t)most + 1 : *load + size;
}

bool aet_partial_room(struct partial_load *before, const struct partial *p)
{
    weigh(&before->all, (int64_t)p->load.all);
    weigh(&before->small, (int64_t)p->load.small);
    return before->all <= (uint64_t)most && before->small <= UINT32_MAX;
}

void aet_partial_count(struct partial *p, uint64_t *n)
{
    int64_t v = (int64_t)*n;

    if (!carry(p, &v, 0, most))
        return;
    *n = (uint64_t)v;
    weigh(&p->load.all, v);
}

void aet_partial_rank(struct partial *p, uint64_t *n)
{
    int64_t v = (int64_t)*n;

    if (carry(p, &v, 0, most))
        *n = (uint64_t)v;
}

void aet_partial_number(struct partial *p, int64_t *n)
{
    if (carry(p, n, -most, most))
        weigh(&p->load.all, *n);
}

void aet_partial_range(struct partial *p, int32_t *n, int32_t least, int32_t greatest)
{
    int64_t v = *n;

    if (carry(p, &v, least, greatest))
        *n = (int32_t)v;
}

void aet_partial_index(struct partial *p, uint32_t *v, size_t n)
{
    int64_t i = *v;

    if (carry(p, &i, 0, (int64_t)n - 1))
        *v = (uint32_t)i;
}

void aet_partial_index_if(struct partial *p, uint32_t *v, size_t n)
{
    int64_t i = *v == AET_NO_NAME ? -1 : (int64_t)*v;

    if (carry(p, &i, -1, (int64_t)n - 1))
        *v = i < 0 ? AET_NO_NAME : (uint32_t)i;
}

/* JSON knows signed numbers of 64 bits: the top one is the sign. */
void aet_partial_bits(struct partial *p, uint64_t *bits)
{
    int64_t v;

    memcpy(&v, bits, sizeof v);
    (void)carry(p, &v, INT64_MIN, INT64_MAX);
    memcpy(bits, &v, sizeof v);
}

void aet_partial_flag(struct partial *p, bool *flag)
{
    int64_t v = *flag;

    if (carry(p, &v, 0, 1))
        *flag = v;
}

void aet_partial_text(struct partial *p, struct span *text, struct arena *arena)
{
    json_t *v;

    if (!aet_partial_reads(p)) {
        aet_buf_char(&p->line, ',');
        aet_json_string(&p->line, *text);
        return;
    }
    v = next(p);
    p->broken |= !json_is_string(v);
    if (!p->broken)
        *text = aet_arena_copy(arena, aet_span(json_string_value(v), json_string_length(v)));
}

/* An array goes out as pairs of a place and what stands there, of those that are not 0. */
static void begin_pairs(struct partial *p)
{
    aet_buf_str(&p->line, ",[");
    p->first = true;
}

static void end_pairs(struct partial *p)
{
    aet_buf_char(&p->line, ']');
    p->first = false;
}

static void write_pair(struct partial *p, size_t at, int64_t v)
{
    if (!v)
        return;
    write_integer(p, (int64_t)at);
    write_integer(p, v);
}

/* What the values of an array may be, and what they weigh on (NULL: they are not added). */
struct kind {
    int64_t least, greatest;
    uint64_t *load;
};

/* Read pairs of an array of `n`: the values are given to `set`, in order. */
static void read_pairs(struct partial *p, size_t n, const struct kind *k,
                       void (*set)(void *array, size_t at, int64_t v), void *array)
{
    const json_t *list = next(p);
    size_t pairs = json_array_size(list);
    int64_t before = -1;

    p->broken |= !json_is_array(list) || pairs % 2 != 0;
    for (size_t i = 0; i < pairs && !p->broken; i += 2) {
        const json_t *at = json_array_get(list, i), *of = json_array_get(list, i + 1);
        int64_t where = json_integer_value(at), v = json_integer_value(of);

        p->broken |= !json_is_integer(at) || !json_is_integer(of) || where <= before ||
                     where >= (int64_t)n || v < k->least || v > k->greatest || !v;
        if (!p->broken)
            set(array, (size_t)where, v);
        if (!p->broken && k->load)
            weigh(k->load, v);
        before = where;
    }
}

static void set_64(void *array, size_t at, int64_t v)
{
    memcpy((char *)array + at * sizeof v, &v, sizeof v);
}

static void set_32(void *array, size_t at, int64_t v)
{
    ((uint32_t *)array)[at] = (uint32_t)v;
}

static void carry_64(struct partial *p, void *array, size_t n, struct kind k)
{
    if (aet_partial_reads(p)) {
        read_pairs(p, n, &k, set_64, array);
        return;
    }
    begin_pairs(p);
    for (size_t i = 0; i < n; i++) {
        int64_t v;

        memcpy(&v, (const char *)array + i * sizeof v, sizeof v);
        write_pair(p, i, v);
    }
    end_pairs(p);
}

void aet_partial_counts(struct partial *p, uint64_t *v, size_t n)
{
    carry_64(p, v, n, (struct kind){ 0, most, &p->load.all });
}

void aet_partial_numbers(struct partial *p, int64_t *v, size_t n)
{
    carry_64(p, v, n, (struct kind){ -most, most, &p->load.all });
}

void aet_partial_words(struct partial *p, uint64_t *v, size_t n)
{
    carry_64(p, v, n, (struct kind){ INT64_MIN, INT64_MAX, NULL });
}

void aet_partial_counts32(struct partial *p, uint32_t *v, size_t n)
{
    const struct kind k = { 0, UINT32_MAX, &p->load.small };

    if (aet_partial_reads(p)) {
        read_pairs(p, n, &k, set_32, v);
        return;
    }
    begin_pairs(p);
    for (size_t i = 0; i < n; i++)
        write_pair(p, i, v[i]);
    end_pairs(p);
}

/* A row that must be there. */
static void begin_one(struct partial *p, const char *name)
{
    p->broken |= !aet_partial_row(p, name, true);
}

static void end_one(struct partial *p)
{
    if (!p->broken)
        aet_partial_row_end(p);
}

void aet_partial_one_count(struct partial *p, const char *name, uint64_t *n)
{
    begin_one(p, name);
    aet_partial_count(p, n);
    end_one(p);
}

void aet_partial_one_number(struct partial *p, const char *name, int64_t *n)
{
    begin_one(p, name);
    aet_partial_number(p, n);
    end_one(p);
}

void aet_partial_names(struct partial *p, const char *name, struct names *names)
{
    for (uint32_t i = 0; aet_partial_row(p, name, i < names->n); i++) {
        struct span text = aet_partial_reads(p) ? AET_LIT("") : names->list[i];
        struct arena arena = { 0 };

        aet_partial_text(p, &text, &arena);
        if (aet_partial_reads(p) && !p->broken)
            p->broken |= aet_names_id(names, text) != i;
        aet_arena_free(&arena);
        aet_partial_row_end(p);
    }
}
