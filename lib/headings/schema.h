/* The schema of a record kind: the one place that says what its fields are. Headings, types, the
 * conversion between CSV and JSON, help and the published JSON Schema all come from it. */
#ifndef AET_HEADINGS_SCHEMA_H
#define AET_HEADINGS_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/span.h"
#include "base/text.h"
#include "voice/rule.h"

enum type {
    TYPE_TEXT,
    TYPE_NAME,  /* the name of a person, of an organisation: a text that --pseudonymes replaces */
    TYPE_LIST,  /* texts */
    TYPE_NAMES, /* several names */
    TYPE_TERM,  /* one row of a table */
    TYPE_TERMS, /* rows of a table */
    TYPE_MONEY, /* dollars and cents */
    TYPE_DATE,  /* a day */
    TYPE_MONTH, /* a day, or a month where that will do */
    TYPE_DURATION, /* minutes: `1,5` (hours), `1 h 30`, `1:30`, `90 min` */
    TYPE_MINUTES,  /* the same, but a number without a unit is minutes */
    TYPE_DATES,    /* days */
    TYPE_NUMBER,   /* a measure, kept as digits */
    TYPE_INTEGER,  /* a whole number */
    TYPE_VALUE,    /* a number where it reads as one, otherwise text */
    TYPE_BOOL      /* yes or no */
};

struct field {
    const char *name;
    struct text title;    /* a short caption */
    const char *headings; /* other headings that people use, separated by |; may be NULL */
    enum type type;
    const char *table;          /* of a term */
    const struct rule *unknown; /* a term that the table does not know; NULL: kept as text */
    bool generated;             /* written by us (suggestions): read by no verb */
};

struct schema {
    const char *tool, *name;
    struct text title;
    const struct field *fields;
    size_t n;
    struct text noun;     /* "activité", in messages; NULL: not said */
    const char *named_by; /* fields of which the first that is filled names a record in messages,
                             separated by |; two joined by + name it together. May be NULL */
};

/* Walk the headings by which a field is known, `*rest` all zero at first: its name, its captions,
 * the other headings. False at the end. */
struct field_headings {
    size_t at;
    struct span others;
};

bool aet_field_heading(const struct field *f, struct field_headings *rest, struct span *heading);

/* How a value of the type is written, in a few words. */
struct text aet_type_form(enum type type);

/* What holds names and nothing else: the one place that says who is to be hidden. */
static inline bool aet_type_is_name(enum type t)
{
    return t == TYPE_NAME || t == TYPE_NAMES;
}

static inline bool aet_type_is_text(enum type t)
{
    return t == TYPE_TEXT || t == TYPE_NAME;
}

static inline bool aet_type_is_list(enum type t)
{
    return t == TYPE_LIST || t == TYPE_NAMES || t == TYPE_TERMS || t == TYPE_DATES;
}

#endif
