/* A tool is data: its verbs, its own options, its rules, its tables. `bin/` declares one and calls
 * aet_main; the rest of this folder does what all tools do alike. */
#ifndef AET_CLI_TOOL_H
#define AET_CLI_TOOL_H

#include "base/status.h"
#include "headings/schema.h"
#include "report/report.h"
#include "cli/option.h"
#include "voice/rule.h"

/* As CMakeLists.txt says it. */
extern const char aet_version[];
extern const char aet_built_with[]; /* " expat minizip zstd", those that are there */

struct session;

struct verb {
    const char *name;
    struct text operands; /* for help: "[FICHIER…]" */
    unsigned scopes;
    struct text summary;
    enum status (*run)(struct session *s);
    const struct section_kind *const *sections; /* of its report, ended by NULL; or NULL */
};

/* What the first operand of a verb may be: for completion, and for who mistypes it. */
struct operand {
    const char *verb;
    const char *names; /* separated by |, as documented; or NULL */
    const char *table; /* the ids of this table; or NULL */
};

/* `table NAME --OPTION TERM` keeps the rows whose `column` holds the term; with `via`, those
 * that hold one of what the row of the term has there, in a column of that table. */
struct table_filter {
    int option;
    const char *column;
    const char *via, *via_column; /* NULL: the term itself */
};

/* What a form says of a field beyond its schema: its words in the example row (of terms, ids
 * separated by |), and what its list is made of when that is not its table: several tables
 * (`fonctions|strategies`), or what a column of one refers to (`matrice:comment`). */
struct form_field {
    const char *schema, *field;
    struct text example;
    const char *from;
};

struct tool {
    const char *name; /* publics: the executable is aet-publics, its tables share/tables/publics */
    struct text title;
    struct text examples; /* what help opens with */
    const struct verb *verbs;
    size_t verbs_n;
    const struct option *options; /* numbered from OPT_COMMON */
    size_t options_n;
    const struct catalogue *rules;
    const struct schema *const *schemas; /* of its record kinds, ended by NULL */
    const struct form_field *form;       /* ended by a NULL schema; or NULL */
    const struct nest *nest;             /* its records are documents; otherwise NULL */
    const struct option *to;             /* -t, when it writes more formats than all do */
    const struct table_filter *filters;
    size_t filters_n;
    const struct operand *operands;
    size_t operands_n;
};

/* The `k`th schema of its documents, or of its flat records; NULL: there are no more. */
const struct schema *aet_tool_schema(const struct tool *tool, size_t k);

/* What the first operand of the verb may be; NULL: nothing is said of it. */
const struct operand *aet_operand(const struct tool *tool, const char *verb);

/* Whether a record kind of the tool has a field of this name. */
bool aet_tool_has_field(const struct tool *t, struct span name);

/* Everything an executable does: returns its exit status. */
int aet_main(const struct tool *tool, int argc, char **argv);

/* Verbs that all tools share. */
enum status aet_verb_table(struct session *s);
enum status aet_verb_regles(struct session *s);
enum status aet_verb_schema(struct session *s);
enum status aet_verb_completion(struct session *s);
enum status aet_verb_decouper(struct session *s);

/* For tools whose record kinds are flat: `gabarit [NOM]`. */
enum status aet_verb_gabarit(struct session *s);

/* Their rows of a verb table. */
#define AET_COMMON_VERBS                                                                 \
    { "table",                                                                           \
      { "[NOM [ID]]", "[NAME [ID]]" },                                                   \
      SCOPE_ANY | SCOPE_TABLE | SCOPE_REPORT,                                            \
      { "regarder dans les tables de connaissances", "look into the knowledge tables" }, \
      aet_verb_table,                                                                    \
      NULL },                                                                            \
        { "decouper",                                                                    \
          AET_ONE_FILE,                                                                  \
          SCOPE_ANY | SCOPE_LIST | SCOPE_CUT,                                            \
          { "couper un fichier en plusieurs, entre deux enregistrements",                \
            "cut a file into several, between records" },                                \
          aet_verb_decouper,                                                             \
          NULL },                                                                        \
        { "regles",                                                                      \
          { "[CODE]", NULL },                                                            \
          SCOPE_ANY | SCOPE_REPORT,                                                      \
          { "expliquer les règles", "explain the rules" },                               \
          aet_verb_regles,                                                               \
          NULL },                                                                        \
        { "schema",                                                                      \
          { "[NOM]", "[NAME]" },                                                         \
          SCOPE_ANY,                                                                     \
          { "le schéma JSON d’un enregistrement ou d’un rapport",                        \
            "the JSON Schema of a record or a report" },                                 \
          aet_verb_schema,                                                               \
          NULL },                                                                        \
    {                                                                                    \
        "completion", { "bash|zsh|fish", NULL }, SCOPE_ANY,                              \
            { "le script de complétion d’un interpréteur de commandes",                  \
              "the completion script of a shell" },                                      \
            aet_verb_completion, NULL                                                    \
    }

#endif
