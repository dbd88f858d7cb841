/* The bare passes that the measures compare with: libcsv or jansson over a file, every cell or
 * record counted and nothing else done.
 *
 *   nu csv|ndjson|json FILE */
#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <jansson.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CHUNK = 1 << 18 };

struct counts {
    uint64_t records, cells;
};

static void on_cell(void *text, size_t n, void *to)
{
    (void)text;
    (void)n;
    ((struct counts *)to)->cells++;
}

static void on_row(int terminator, void *to)
{
    (void)terminator;
    ((struct counts *)to)->records++;
}

static int bare_csv(int fd, struct counts *c)
{
    static char chunk[CHUNK];
    struct csv_parser p;
    ssize_t n;

    if (csv_init(&p, CSV_STRICT | CSV_STRICT_FINI) != 0)
        return -1;
    while ((n = read(fd, chunk, sizeof chunk)) > 0)
        if (csv_parse(&p, chunk, (size_t)n, on_cell, on_row, c) < (size_t)n)
            n = -1;
    if (csv_fini(&p, on_cell, on_row, c) != 0)
        n = -1;
    csv_free(&p);
    return n < 0 ? -1 : 0;
}

static int one_line(const char *line, size_t n, struct counts *c)
{
    json_error_t e;
    json_t *v = json_loadb(line, n, 0, &e);

    if (!v)
        return -1;
    c->records++;
    c->cells += json_object_size(v);
    json_decref(v);
    return 0;
}

/* Lines no longer than a chunk. */
static int bare_ndjson(int fd, struct counts *c)
{
    static char text[2 * CHUNK];
    size_t held = 0;
    ssize_t n;

    while ((n = read(fd, text + held, sizeof text - held)) > 0) {
        char *from = text, *end = text + held + n, *lf;

        while ((lf = memchr(from, '\n', (size_t)(end - from)))) {
            if (one_line(from, (size_t)(lf - from), c) < 0)
                return -1;
            from = lf + 1;
        }
        held = (size_t)(end - from);
        memmove(text, from, held);
    }
    return n < 0 || held ? -1 : 0;
}

/* One array, whole in memory, as jansson reads it. */
static int bare_json(int fd, struct counts *c)
{
    json_error_t e;
    json_t *all = json_loadfd(fd, 0, &e), *record;
    size_t i;

    if (!json_is_array(all))
        return -1;
    json_array_foreach(all, i, record)
    {
        c->records++;
        c->cells += json_object_size(record);
    }
    json_decref(all);
    return 0;
}

static const struct {
    const char *name;
    int (*pass)(int fd, struct counts *c);
} formats[] = { { "csv", bare_csv }, { "ndjson", bare_ndjson }, { "json", bare_json } };

static int pass(const char *format, int fd, struct counts *c)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(format, formats[i].name) == 0)
            return formats[i].pass(fd, c);
    return -1;
}

int main(int argc, char **argv)
{
    struct counts c = { 0 };
    int fd = argc == 3 ? open(argv[2], O_RDONLY) : -1;

    if (fd < 0) {
        fputs("nu csv|ndjson|json FILE\n", stderr);
        return 2;
    }
    if (pass(argv[1], fd, &c) < 0) {
        fprintf(stderr, "nu: %s: cannot be read\n", argv[2]);
        return 2;
    }
    printf("%" PRIu64 " %" PRIu64 "\n", c.records, c.cells);
    close(fd);
    return 0;
}
