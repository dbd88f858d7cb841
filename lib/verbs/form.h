/* A form as a workbook: the captions of a schema as headings, lists to choose from, one example row
 * that reading sets aside (ENT185), help as comments. What is asked comes from the schema and the
 * tables, overlay included; a domain adds the words of the example. */
#ifndef AET_VERBS_FORM_H
#define AET_VERBS_FORM_H

#include "cli/session.h"
#include "ledger/ledger.h"

/* Rows that a form has room for, behind its headings and its example. */
enum { FORM_ROWS = 1000 };

/* The terms that a field may hold: labels in the language, in their order. */
struct form_choice {
    struct span *words;
    size_t n, cap;
};

/* One column of a form, from its caption to what may stand under it. */
struct form_column {
    struct span caption;
    struct span help;    /* a comment on the heading; empty: none */
    struct span example; /* empty: none */
    enum type type;
    struct form_choice choice;
    bool closed; /* nothing but a choice can stand there */
};

/* Rows that are filled in already, as many as `rows`: cells of column c in row r at r × n + c. */
struct form_sheet {
    struct span name;
    struct span mark; /* what the example begins with, as reading knows it; empty: `Exemple : ` */
    struct form_column *columns;
    size_t n;
    const struct span *cells;
    size_t rows;
};

/* The rows of tables as choices: of one (`buts`), of several (`fonctions|strategies`), or those
 * that a column of one refers to (`matrice:comment`). False: complained. */
AET_MUST bool aet_form_choices(struct session *s, const char *from, struct form_choice *to);

/* A column of a field of a schema: its caption, its choices, its help; the example is what the
 * tool's declaration has (struct form_field). False: complained. */
AET_MUST bool aet_form_column(struct session *s, const struct schema *schema, size_t field,
                              struct arena *arena, struct form_column *to);

/* What the tool has as an example of a field, terms by their labels; empty: nothing. */
struct span aet_form_example(struct session *s, const struct schema *schema, size_t field,
                             struct arena *arena);

/* `Exemple : `, before what the first cell of an example has. */
extern const struct text aet_form_example_mark;

/* Write the workbook of one such sheet to the session's output, which it opens. */
AET_MUST enum status aet_form_write(struct session *s, const struct form_sheet *f);

/* Whether the form is asked for as a workbook. */
bool aet_form_asked(const struct session *s);

/* The form of a flat record kind, as a workbook. */
AET_MUST enum status aet_form_of_schema(struct session *s, const struct schema *schema);

#endif
