/* The set of a tool's tables: which there are, loading one when it is asked for, the overlay. */
#include "tables/tables_private.h"

#include <errno.h>
#include <sodium.h>

#include "base/os/os.h"
#include "io/file.h"
#include "tables/embedded.h"

enum { C_TABLE, C_COLUMN, C_KIND, C_TARGET, C_TITLE, C_TITLE_EN, COLONNES };

static const struct embedded *find_embedded(const char *tool, const char *name)
{
    for (size_t i = 0; i < aet_embedded_n; i++)
        if (strcmp(aet_embedded[i].tool, tool) == 0 && strcmp(aet_embedded[i].name, name) == 0)
            return &aet_embedded[i];
    return NULL;
}

/* A row of colonnes.csv: keep it; one without a column begins a table. */
static bool keep_row(void *to, const struct span *cells, size_t n, const struct diag_place *where)
{
    struct tables *t = to;
    size_t rows = t->columns_n;

    if (where->line == 1 || n < COLONNES)
        return true;
    for (size_t i = 0; i < COLONNES; i++)
        t->columns[rows * COLONNES + i] = aet_arena_copy(&t->arena, cells[i]);
    t->columns_n++;
    if (!cells[C_COLUMN].n)
        t->names[t->n++] = t->columns[rows * COLONNES].p;
    return true;
}

struct tables *aet_tables_new(const char *tool, const char *overlay)
{
    struct tables *t = aet_calloc(1, sizeof *t);
    const struct embedded *e = find_embedded(tool, "colonnes");

    t->tool = tool;
    t->overlay = overlay;
    if (e) {
        struct span text = aet_span((const char *)e->bytes, e->n);
        size_t lines = 1;

        for (size_t i = 0; i < text.n; i++)
            lines += text.p[i] == '\n';
        t->columns = aet_calloc(lines * COLONNES, sizeof *t->columns);
        t->names = aet_calloc(lines, sizeof *t->names);
        aet_table_csv(t, "colonnes.csv", text, keep_row, t);
        t->loaded = aet_calloc(t->n + 1, sizeof(struct table *));
    }
    return t;
}

size_t aet_tables_tools(const char **tools, size_t max)
{
    size_t n = 0;

    for (size_t i = 0; i < aet_embedded_n && n < max; i++)
        if (strcmp(aet_embedded[i].name, "colonnes") == 0)
            tools[n++] = aet_embedded[i].tool;
    return n;
}

static void digest_own(crypto_hash_sha256_state *state, const char *tool)
{
    crypto_hash_sha256_init(state);
    for (size_t i = 0; i < aet_embedded_n; i++)
        if (strcmp(aet_embedded[i].tool, tool) == 0)
            crypto_hash_sha256_update(state, aet_embedded[i].bytes, aet_embedded[i].n);
}

static void digest_end(crypto_hash_sha256_state *state, char out[TABLES_DIGEST + 1])
{
    static const char hex[] = "0123456789abcdef";
    unsigned char sum[crypto_hash_sha256_BYTES];

    crypto_hash_sha256_final(state, sum);
    for (size_t i = 0; i < TABLES_DIGEST; i++)
        out[i] = hex[i % 2 ? sum[i / 2] & 15 : sum[i / 2] >> 4];
    out[TABLES_DIGEST] = '\0';
}

void aet_tables_digest(const char *tool, char out[TABLES_DIGEST + 1])
{
    crypto_hash_sha256_state state;

    digest_own(&state, tool);
    digest_end(&state, out);
}

void aet_tables_free(struct tables *t)
{
    if (!t)
        return;
    aet_free(t->columns);
    aet_free(t->names);
    aet_free(t->loaded);
    aet_free(t->faults);
    aet_arena_free(&t->arena);
    aet_free(t);
}

const char *const *aet_tables_names(struct tables *t, size_t *n)
{
    *n = t->n;
    return t->names;
}

const struct fault_text *aet_tables_faults(const struct tables *t, size_t *n)
{
    *n = t->faults_n;
    return t->faults;
}

static enum column_kind kind_of(struct span s)
{
    static const char *const names[] = { "id",  "texte",  "liste", "nombre",
                                         "ref", "parent", "refs",  "libelles" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (aet_span_eq(s, aet_span_z(names[i])))
            return (enum column_kind)i;
    return COLUMN_TEXT;
}

/* An empty table with the columns that colonnes.csv gives it. */
static struct table *describe(struct tables *t, size_t index)
{
    struct table *table = aet_arena_alloc(&t->arena, sizeof *table);
    struct table_column *columns = aet_arena_alloc(&t->arena, (t->columns_n + 1) * sizeof *columns);

    *table =
        (struct table){ .name = t->names[index], .columns = columns, .extend = t->names[index] };
    for (size_t r = 0; r < t->columns_n; r++) {
        const struct span *c = t->columns + r * COLONNES;
        struct text title = { c[C_TITLE].p, c[C_TITLE_EN].p };

        if (!aet_span_eq(c[C_TABLE], aet_span_z(table->name)))
            continue;
        if (c[C_COLUMN].n)
            columns[table->n_columns++] = (struct table_column){ c[C_COLUMN], kind_of(c[C_KIND]),
                                                                 c[C_TARGET], title };
        else {
            table->title = title;
            table->closed = aet_span_eq(c[C_KIND], AET_LIT("fermee"));
        }
    }
    return table;
}

/* A whole file into `out`: 1 read, 0 not there, -1 cannot be read (noted). */
static int slurp(struct tables *t, const char *path, struct buf *out)
{
    struct os_file f;
    bool there = aet_os_look(path, &f);

    /* a pipe would be waited for, and read but once */
    if (there && f.kind == OS_OTHER)
        errno = EINVAL;
    else if (there && aet_file_read(path, out))
        return 1;
    if (errno == ENOENT || errno == ENOTDIR)
        return 0;
    aet_table_fault(t, &(struct diag_place){ .file = path }, ENT_TABLE_READ, "valeur",
                    aet_span_z(path));
    return -1;
}

static void overlay_path(struct tables *t, const char *name, bool by_tool, struct buf *path)
{
    aet_buf_clear(path);
    aet_buf_str(path, t->overlay);
    if (by_tool) {
        aet_buf_char(path, '/');
        aet_buf_str(path, t->tool);
    }
    aet_buf_char(path, '/');
    aet_buf_str(path, name);
    aet_buf_str(path, ".csv");
}

/* DIR/TOOL/NAME.csv, or else DIR/NAME.csv. *file: the one that was read, empty when none. */
static bool overlay(struct tables *t, struct table *table, struct buf *file)
{
    struct buf text = { 0 };
    int found = 0;

    if (t->overlay) {
        overlay_path(t, table->name, true, file);
        found = slurp(t, aet_buf_z(file), &text);
        if (found == 0) {
            overlay_path(t, table->name, false, file);
            found = slurp(t, aet_buf_z(file), &text);
        }
    }

    bool ok = found >= 0;

    if (found == 1)
        ok = aet_table_read(t, table, aet_buf_z(file), aet_buf_view(&text), true);
    else
        aet_buf_clear(file);
    aet_buf_free(&text);
    return ok;
}

static bool load(struct tables *t, struct table *table)
{
    const struct embedded *e = find_embedded(t->tool, table->name);
    struct buf file = { 0 };
    bool ok;

    aet_buf_str(&file, table->name);
    aet_buf_str(&file, ".csv");
    ok = !e ||
         aet_table_read(t, table, aet_buf_z(&file), aet_span((const char *)e->bytes, e->n), false);
    aet_buf_clear(&file);
    ok = ok && overlay(t, table, &file);
    if (!file.n) {
        aet_buf_str(&file, table->name);
        aet_buf_str(&file, ".csv");
    }
    ok = ok && aet_table_check(t, table, aet_buf_z(&file));
    aet_buf_free(&file);
    return ok;
}

const struct table *aet_tables_get(struct tables *t, const char *name)
{
    for (size_t i = 0; i < t->n; i++) {
        if (strcmp(t->names[i], name) != 0)
            continue;
        if (!t->loaded[i]) {
            struct table *table = describe(t, i);

            t->loaded[i] = table; /* before load: a table may refer to itself */
            if (!load(t, table))
                return NULL;
        }
        return t->loaded[i];
    }
    return NULL;
}

void aet_tables_whole_digest(struct tables *t, char out[TABLES_DIGEST + 1])
{
    struct buf path = { 0 }, text = { 0 };
    crypto_hash_sha256_state state;

    digest_own(&state, t->tool);
    for (size_t i = 0; t->overlay && i < t->n; i++) {
        const char *name = t->names[i];

        aet_buf_clear(&text);
        overlay_path(t, name, true, &path);
        if (!aet_file_read(aet_buf_z(&path), &text)) {
            overlay_path(t, name, false, &path);
            if (!aet_file_read(aet_buf_z(&path), &text))
                continue; /* none, or loading it says why it cannot be read */
        }
        crypto_hash_sha256_update(&state, (const unsigned char *)name, strlen(name) + 1);
        crypto_hash_sha256_update(&state, (const unsigned char *)text.p, text.n);
    }
    digest_end(&state, out);
    aet_buf_free(&path);
    aet_buf_free(&text);
}
