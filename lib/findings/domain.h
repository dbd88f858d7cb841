/* What a domain brings to the findings: names of measures, of what they can be asked of, and the
 * functions that fill them with numbers. It tests nothing and decides nothing. */
#ifndef AET_FINDINGS_DOMAIN_H
#define AET_FINDINGS_DOMAIN_H

#include "base/arena.h"
#include "base/text.h"
#include "stats/cluster.h"
#include "stats/equal_length.h"
#include "stats/slope.h"
#include "tables/table.h"

enum { FINDING_GUARDS = 6, FINDING_SIZES = 2, FINDING_PICKS = 3, FINDING_DIMENSIONS = 8 };

/* What can be picked from: rows of a table, or a few fixed names. */
struct finding_dimension {
    const char *name;
    const struct table *table;
    const char *const *ids; /* without a table: fixed names, ended by NULL */
    const char *of_unit;    /* the measure that places each unit in it; NULL: its records have it */
    struct text title;      /* of fixed names, before one of them: "niveaux" */
};

/* `objet=activites+relations`, `palier<>regional`, `strategie=*`. */
struct finding_pick {
    int dimension; /* index in the domain */
    bool except;   /* all that are known, but these */
    bool *rows;    /* by row of the dimension */
    size_t n;
};

/* Whether a row (negative: not said) is picked. */
static inline bool aet_finding_picks(const struct finding_pick *p, int32_t row)
{
    return row >= 0 && (size_t)row < p->n && p->rows[row] != p->except;
}

/* A measure as a rule asks for it: `part-mentions(strategie=ressources parmi objet=activites)`. */
struct finding_request {
    struct finding_pick what[FINDING_PICKS], among[FINDING_PICKS + 1]; /* a side is one more */
    size_t what_n, among_n;
    int by; /* index in measure->by */
    enum lang lang;
};

/* Whether a row is what every pick of that dimension asks; true where none does. */
static inline bool aet_finding_within(const struct finding_pick *picks, size_t n, int dimension,
                                      int32_t row)
{
    for (size_t i = 0; i < n; i++)
        if (picks[i].dimension == dimension && !aet_finding_picks(&picks[i], row))
            return false;
    return true;
}

/* Whether a pick is of that dimension. */
static inline bool aet_finding_asks(const struct finding_pick *picks, size_t n, int dimension)
{
    for (size_t i = 0; i < n; i++)
        if (picks[i].dimension == dimension)
            return true;
    return false;
}

/* What a measure says of one unit: a number over another; `den` 0: it has none. */
struct finding_value {
    double num, den;
};

struct finding_point {
    struct slope_point at;
    double sizes[FINDING_SIZES];
};

struct finding_group {
    struct span label;
    struct cluster *clusters;
    size_t n;
    double sizes[FINDING_SIZES];
};

/* Filled by a measure, of the shape that it has; `n` of them. All memory is of the arena. */
struct finding_data {
    struct finding_value *values;
    struct finding_point *points;
    struct finding_group *groups;
    size_t n;
    uint64_t *tallies; /* by value, of what can be drawn from it: `kinds` each */
    size_t kinds;
    double counts[FINDING_GUARDS]; /* by guard of the measure */
    bool hidden;                   /* a count behind it is not to be shown */
    struct arena arena;
};

enum finding_shape { FINDING_UNITS, FINDING_SERIES, FINDING_CLUSTERS };

typedef void aet_finding_fill(const void *data, const struct finding_request *q,
                              struct finding_data *out);

/* Lists of names end with NULL; a list that is NULL is empty. */
struct finding_measure {
    const char *name;
    struct text label; /* in a sentence: "nombre de stratégies" */
    enum finding_shape shape;
    bool draws; /* it fills tallies: it can be had of a draw */
    enum drawn drawn;
    bool asks;                            /* it is a part: of what must be said in parentheses */
    const char *dimensions[6];            /* what may stand in parentheses or on a side */
    const char *by[3];                    /* series: strata; clusters: what the groups are */
    const char *sizes[FINDING_SIZES + 1]; /* what `parmi` may ask of a point or a group */
    const char *guards[4];                /* guards that are counted with it */
    bool apart;                           /* its units are not those of the population */
    struct text of_units;                 /* as the domain's, where its own are others */
    struct text left_out; /* of {nombre} units without it, in the note; NULL: not said */
    aet_finding_fill *fill;
};

/* A guard in words: `before` has `between` needs. A share is said alone. */
struct finding_guard {
    const char *name;
    struct text before, before_side, between; /* before_side: where two sides are compared */
    bool share;                               /* a share that must not be passed */
    bool once;                                /* of two sides the same, not added up */
};

struct finding_domain {
    const struct finding_dimension *dimensions;
    size_t dimensions_n;
    const struct finding_measure *measures;
    size_t measures_n;
    const struct finding_guard *guards; /* `n`, `paires`, `groupes`, and those of the measures */
    size_t guards_n;
    struct text of_units; /* "part des regroupements"; NULL: figures are not put in words */
    struct text units;    /* " milieux sur ": a share in counts, as a note; NULL: it is not said */
};

/* The data that the measures are taken from. */
struct finding_run {
    const struct finding_domain *domain;
    const void *data; /* handed to the measures */
    enum lang lang;
    uint64_t population; /* of units; 0: unknown */
    uint64_t hide_under; /* counts under this are not shown; 0: all are */
    double confidence;   /* of the rule at hand */
};

#endif
