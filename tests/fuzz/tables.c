/* A table overlay written by somebody: either it is refused and says why, or every id, label and
 * reference of the tables can be relied on. */
#include <unistd.h>
#include <sys/stat.h>

#include "format/json_text.h"
#include "publics/knowledge.h"
#include "target.h"

static const char *const names[] = { "publics", "buts", "questions", "termes", "matrice", "etats" };
enum { NAMES = sizeof names / sizeof *names };

static const struct tool tool = { .name = "publics" }; /* who complains */

static char folder[] = "/tmp/aet-fuzz-tables-XXXXXX";
static char path[sizeof folder + 32];

static void remove_folder(void)
{
    unlink(path);
    rmdir(folder);
}

static void write_overlay(const char *name, struct span text)
{
    FILE *f;

    unlink(path);
    snprintf(path, sizeof path, "%s/%s.csv", folder, name);
    f = fopen(path, "wb");
    MUST(f && fwrite(text.p, 1, text.n, f) == text.n && fclose(f) == 0);
}

/* Every id of a cell of references is a row of the table that it points to. */
static void check_references(struct tables *set, const struct table *t, size_t row, size_t column)
{
    char *target = aet_span_dup(t->columns[column].target);
    const struct table *to = aet_tables_get(set, target);
    struct span list = aet_cell(t, row, column), part;

    MUST(to);
    while (aet_list_next(&list, &part))
        MUST(aet_row_of_id(to, part) >= 0);
    aet_free(target);
}

static void check_table(struct tables *set, const struct table *t)
{
    struct matcher *m = aet_matcher_new(t, NULL, 0);
    int32_t near[3];

    for (size_t r = 0; r < t->rows; r++) {
        struct span id = aet_cell(t, r, 0), label = aet_label(t, r, LANG_FR);

        MUST(id.n && aet_row_of_id(t, id) == (int32_t)r);
        MUST(!label.n || aet_match(m, label) != NO_ROW);
        for (size_t c = 0; c < t->n_columns; c++)
            if (t->columns[c].kind >= COLUMN_REF)
                check_references(set, t, r, c);
    }
    if (t->rows)
        MUST(aet_nearest(m, aet_cell(t, t->rows - 1, 0), near, 3) <= 3);
    aet_matcher_free(m);
}

/* Every row that the blocks name is one. */
static void check_blocs(const struct publics_knowledge *p)
{
    for (size_t i = 0; i < p->blocs_n; i++) {
        const struct bloc *b = &p->blocs[i];

        MUST(b->public >= 0 && (size_t)b->public < p->publics->rows);
        for (int role = 0; role < ROLES; role++)
            for (size_t k = 0; k < b->n[role]; k++)
                MUST(b->rows[role][k] >= 0 && (size_t)b->rows[role][k] < p->termes->rows);
    }
}

static void check_overlay(void)
{
    struct session s = { .command.tool = &tool, .voice.tool = tool.name, .date = { 2026, 3, 31 } };
    struct publics_knowledge p;
    bool good = true;
    size_t faults;

    s.tables = aet_tables_new("publics", folder);
    for (size_t i = 0; i < NAMES; i++)
        good &= aet_tables_get(s.tables, names[i]) != NULL;
    aet_tables_faults(s.tables, &faults);
    MUST(good == (faults == 0));
    for (size_t i = 0; good && i < NAMES; i++)
        check_table(s.tables, aet_tables_get(s.tables, names[i]));
    if (good && aet_publics_knowledge_load(&p, &s)) {
        check_blocs(&p);
        aet_publics_knowledge_free(&p);
    }
    aet_tables_free(s.tables);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span in = aet_span((const char *)data, size);
    static bool ready;

    if (!ready) {
        aet_json_init();
        MUST(mkdtemp(folder) && atexit(remove_folder) == 0);
        ready = true;
    }
    write_overlay(names[take_choice(&in, NAMES)], in);
    check_overlay();
    return 0;
}
