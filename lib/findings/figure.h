/* A test that a rule may name, and the figure that it makes of a clause; private to findings. A
 * test asks measures for numbers and makes figures of them; it decides nothing. */
#ifndef AET_FINDINGS_FIGURE_H
#define AET_FINDINGS_FIGURE_H

#include "base/buf.h"
#include "findings/rule.h"
#include "stats/value.h"

enum finding_sides {
    SIDES_NONE,
    SIDES_OF_UNITS,  /* each unit is of one side at most */
    SIDES_OF_RECORDS /* the measure is asked once for each side */
};

/* How a test says how many units it is made on. */
enum finding_counted { COUNTED_NOT, COUNTED_EACH, COUNTED_ONCE };

/* One share or one group of a figure that has several. */
struct finding_part {
    struct span label; /* of a table, or of the data's arena */
    struct stat_value value;
    struct stat_interval ci;
};

/* What one clause comes to. */
struct finding_figure {
    struct stat_value value, p;
    struct stat_interval ci;
    struct finding_part *parts; /* FIGURE_PART, or the groups of `chaque`; owned */
    size_t parts_n;
    uint64_t n;                    /* units, as shown */
    double guards[FINDING_GUARDS]; /* by guard of the domain; NAN: not counted */
    bool hidden;
    struct buf words, note;
    struct buf counts; /* a note too, where all guards hold */
};

struct finding_test {
    const char *name;
    enum finding_shape shape;
    const char *link; /* the word before a second measure, or NULL */
    bool limit;       /* the measure is held to a limit */
    bool among;       /* takes `parmi` */
    bool by;          /* takes `par` */
    enum finding_sides sides;
    enum finding_counted counted;
    unsigned figures;   /* 1 << FIGURE_… */
    const char *guard;  /* counted by the test: n, paires, groupes */
    bool each;          /* its parts are judged one by one, and not together */
    bool draws;         /* takes a measure that can be had of a draw */
    bool of_population; /* the interval knows how many units there are in all */
    void (*run)(const struct finding_clause *c, const struct finding_run *r,
                struct finding_figure *f);
};

#endif
