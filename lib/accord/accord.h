/* Agreement of coders, for any domain: values of one or several fields, by unit and coder, are
 * gathered, and the report says how far the coders agree (sections global, codes and desaccords of
 * aet-perennite(1) and aet-repa(1), accord). The measures themselves are those of lib/stats. */
#ifndef AET_ACCORD_ACCORD_H
#define AET_ACCORD_ACCORD_H

#include <stdint.h>

#include "accord/resume.h"
#include "base/names.h"
#include "report/report.h"
#include "stats/agreement/benchmark.h"
#include "stats/agreement/interval.h"
#include "stats/agreement/sets.h"
#include "tables/table.h"

/* A field that is coded. */
struct accord_champ {
    const char *name; /* in the report */
    struct text title;
    enum agree_scale scale;    /* of a presence: nominal */
    const struct table *table; /* its codes are the rows, in order; NULL: texts as they are met, put
                                  in the order of their numbers, or else of their letters */
    bool presence;             /* a unit may have several codes: each is present or absent */
    bool ordered; /* without a table: texts stand in the order that they were first entered in */
};

/* What units come in, as a report names it (a narrative holds segments, a plan mentions): whoever
 * agrees on one unit of a cluster may do so on the others. */
struct accord_grappe {
    struct text unit, units, cluster, clusters;
};

/* What is drawn, and what errors are summed over. AUTO: clusters, when at least
 * ACCORD_CLUSTERS_MIN of them hold a unit that two coders looked at; down to there intervals hold
 * what they say (tests/long/README). */
enum accord_tirage { ACCORD_BY_AUTO, ACCORD_BY_UNIT, ACCORD_BY_CLUSTER };
enum { ACCORD_CLUSTERS_MIN = 4 };

struct accord_options {
    const struct accord_champ *champs; /* borrowed */
    size_t n;
    uint32_t replicates; /* of the bootstrap; 0: no intervals, by whatever method */
    uint64_t seed;
    enum agree_weights weights; /* of the weighted coefficients */
    enum agree_method method;
    const struct accord_grappe *grappe; /* borrowed; NULL: units come in none */
    enum accord_tirage tirage;
    const char *mesure; /* of section `coefficients`, as options name it; NULL: the usual one */
    bool prevoir;       /* not how far the coders agree, but how many units it takes to know */
};

/* Words of the option that says which coefficient. */
#define ACCORD_MESURES                                                                      \
    "accord|kappa|kappa_pondere|conger|conger_pondere|pi|pi_pondere|fleiss|fleiss_pondere|" \
    "ac1|ac2|pabak|brennan_prediger|alpha"

/* Words of the option that says how intervals are made, as options have them. */
#define ACCORD_METHODS "analytique|symetrique|bca|centiles"

/* The method that a word names; NULL: the analytic one, or BCa when something was said of draws
   (`drawn`), so that it is not lost. */
enum agree_method aet_accord_method(const char *word, bool drawn);

/* Whether a method draws, and a seed matters. */
bool aet_accord_draws_by(enum agree_method method);

#define ACCORD_SEEN UINT32_MAX /* no enumerator: these are of type int */
#define ACCORD_LOST (UINT32_MAX - 1)
enum { ACCORD_CODERS_MAX = UINT16_MAX };

struct accord_entry {
    uint32_t unit, code, rank;
    uint16_t coder, champ;
};

/* How many a unit counts for, and the bundle that the bootstrap draws it with. */
struct accord_poids {
    uint64_t times;
    uint32_t bundle;
};

struct accord {
    struct accord_options options;
    struct names units, coders;
    struct names *texts; /* by champ: codes of those without a table */
    struct accord_entry *entries;
    size_t n, cap;
    struct accord_poids *poids; /* by unit; NULL: each counts for one, and stands by itself */
    size_t poids_n, poids_cap;
    struct names clusters;
    uint32_t *cluster_of; /* by unit; AET_NO_NAME, or beyond: in none */
    size_t cluster_of_n, cluster_of_cap;
    uint32_t compared; /* found by finish: clusters with a unit of two coders */
    bool by_cluster;   /* and whether these are drawn */
    uint64_t doubles;  /* found by finish: a second value for one unit, field and coder */
};

void aet_accord_init(struct accord *a, const struct accord_options *options);
void aet_accord_free(struct accord *a);

/* The number of a unit or of a coder, given when it is new. A unit may be declared that nobody
 * coded. Past ACCORD_CODERS_MAX - 1 coders, all others share the last number. */
uint32_t aet_accord_unit(struct accord *a, struct span name);
uint16_t aet_accord_coder(struct accord *a, struct span name);

/* One value. Absent values are not given: missing is never a category. */
void aet_accord_code(struct accord *a, size_t champ, uint32_t unit, uint16_t coder, uint32_t row);
void aet_accord_text(struct accord *a, size_t champ, uint32_t unit, uint16_t coder,
                     struct span text);

/* For a presence: the coder looked at the unit, and what he did not give is absent. Without it, a
 * coder who gave a unit no code at all is missing there. */
void aet_accord_seen(struct accord *a, size_t champ, uint32_t unit, uint16_t coder);

/* For a presence: the coder gave the unit some code that could not be read, or said that he did not
 * know. Which one it is is not known: he is missing there for every code but those that he gave. */
void aet_accord_lost(struct accord *a, size_t champ, uint32_t unit, uint16_t coder);

/* The unit stands for `times` others that were coded alike (the characters of a stretch of text),
 * and the bootstrap draws it with its whole bundle. Units are given in the order of their numbers,
 * those of a bundle one after the other, all of them or none; what is weighed is not merged any
 * more. */
void aet_accord_weigh(struct accord *a, uint32_t unit, uint64_t times, uint32_t bundle);

/* The cluster that a unit is in. */
void aet_accord_in(struct accord *a, uint32_t unit, struct span cluster);

/* Add what `after`, fed with later records, has gathered. */
void aet_accord_merge(struct accord *before, const struct accord *after);

/* Write the sections. Of two values of one coder for one field of one unit the first counts, and a
 * note says how many there were. */
void aet_accord_finish(struct accord *a, struct report *r);

/* All that may be written, those of --prevoir too; and as a list, for a domain that has more. */
extern const struct section_kind *const aet_accord_sections[];
extern const struct section_kind aet_kind_accord_base, aet_kind_accord_coefficients,
    aet_kind_accord_global, aet_kind_accord_reperes, aet_kind_accord_codes, aet_kind_accord_codeurs,
    aet_kind_accord_desaccords, aet_kind_accord_prevision, aet_kind_accord_prevision_codes,
    aet_kind_accord_prevision_kappa;
#define AET_ACCORD_SECTIONS                                                                       \
    &aet_kind_accord_resume, &aet_kind_accord_base, &aet_kind_accord_coefficients,                \
        &aet_kind_accord_global, &aet_kind_accord_reperes, &aet_kind_accord_codes,                \
        &aet_kind_accord_codeurs, &aet_kind_accord_desaccords, &aet_kind_accord_resume_prevision, \
        &aet_kind_accord_prevision, &aet_kind_accord_prevision_codes,                             \
        &aet_kind_accord_prevision_kappa

/* A value of lib/stats into a cell; why there is none, or no interval, in words. */
void aet_accord_put(struct section *s, int column, struct stat_value v);
void aet_accord_put_reason(struct section *s, int column, enum stat_reason why);
void aet_accord_put_no_interval(struct section *s, int column, enum stat_reason why);

/* Private to lib/accord: what the coders said of one field, or of one code of a presence. */
struct accord_view {
    const struct accord *a;
    size_t champ;
    uint32_t *order;   /* by code: its place among the codes; owned */
    uint32_t *by_rank; /* the other way round; owned */
    size_t codes;
    bool *used; /* by place: somebody gave this code; owned */
    size_t used_n;
    double *values; /* by place, of the scales that need them; owned, or NULL */
    const struct accord_entry *from, *to; /* entries of this field, sorted by unit and coder */
};

void aet_accord_sort(struct accord *a);

/* Once sorted: whether clusters are drawn. */
void aet_accord_choose(struct accord *a);

/* What a unit is drawn with; units of none, each by itself. */
uint32_t aet_accord_bundle(const struct accord *a, uint32_t unit);

/* Whether an entry names a code. */
static inline bool aet_accord_codes_it(const struct accord_entry *e)
{
    return e->code < ACCORD_LOST;
}

/* How many units a unit stands for. */
static inline uint64_t aet_accord_times(const struct accord *a, uint32_t unit)
{
    return unit < a->poids_n ? a->poids[unit].times : 1;
}

void aet_accord_view(struct accord_view *v, const struct accord *a, size_t champ);
void aet_accord_view_free(struct accord_view *v);
struct span aet_accord_id(const struct accord_view *v, size_t place);
struct span aet_accord_label(const struct accord_view *v, size_t place, enum lang lang);

/* The codes of the next unit into row (one a coder, AET_CODE_MISSING where there is none): of a
 * presence, 1 or 0 for the code at `place`. *at begins as v->from; false at the end. `coded`: some
 * coder gave the unit some code. */
bool aet_accord_row(const struct accord_view *v, const struct accord_entry **at, uint32_t place,
                    uint16_t *row, uint32_t *unit, bool *coded);

/* Units as the measures take them: finished patterns, and the bundles that are drawn whole when
 * `bundled` (otherwise each unit is drawn by itself). */
struct accord_units {
    struct patterns patterns;
    struct bundles bundles;
    bool bundled;
    uint64_t pairable; /* units that two coders or more have looked at, be it for one code only */
};

/* All units of the field; of a presence, each with every code that somebody used, drawn together.
 * `coded_only`: those that somebody gave a code. */
void aet_accord_units(const struct accord_view *v, bool coded_only, struct accord_units *u);

/* All units, for one code: 1 where it was given, 0 where it was not. */
void aet_accord_units_of_code(const struct accord_view *v, uint32_t place, struct accord_units *u);

/* The sets of codes that coders gave to units of a presence, each once, in an order that does not
 * depend on that of the units. Who looked at a unit and gave it nothing gave it the empty set; of
 * who is lost there no set is known, whatever else he gave. */
struct accord_sets {
    struct agree_sets sets; /* bits, owned; a code at its place */
    uint64_t *bits;
    struct agree_extent *extents;
    size_t cap;
    struct hash index; /* 1 + the place of a set */
    uint64_t *of;      /* of one unit, by coder */
    bool *known;       /* by coder: he has a set there */
};
void aet_accord_sets(const struct accord_view *v, struct accord_sets *s);
void aet_accord_sets_free(struct accord_sets *s);

/* As aet_accord_row: the places of the sets of the next unit. */
bool aet_accord_sets_row(const struct accord_sets *s, const struct accord_view *v,
                         const struct accord_entry **at, uint16_t *row, uint32_t *unit,
                         bool *coded);

/* Units of a presence by the sets, one code each. */
void aet_accord_units_of_sets(const struct accord_view *v, bool coded_only,
                              const struct accord_sets *s, struct accord_units *u);
void aet_accord_units_free(struct accord_units *u);

/* What is drawn, or what errors are summed over, as the options say it. */
struct bootstrap_options aet_accord_draws(const struct accord_view *v,
                                          const struct accord_units *u);

/* Counts both, first only, second only, neither, of codes 1 and 0 over all pairs of coders. */
struct presence aet_accord_pooled(const struct patterns *p, uint64_t cells[4]);

/* Those that ask for an order of the codes; those that are means over pairs of coders; those that
 * take all that a coder coded, compared or not, and are the former where there are but two coders
 * and nothing is missing: then they have no row. */
struct accord_measure {
    const char *name;
    struct text title;
    const struct agree_coefficient *of;
    bool ordered, by_pairs, whole;
};
enum { ACCORD_MEASURES = 14 };
extern const struct accord_measure aet_accord_measures[ACCORD_MEASURES];

/* Those of a presence whose codes are sets. */
enum { ACCORD_SET_MEASURES = 2 };
extern const struct accord_measure aet_accord_set_measures[ACCORD_SET_MEASURES];
struct agree_options aet_accord_agree_sets(const struct accord_sets *s, size_t measure);

/* Whether two coders coded all the same units. */
bool aet_accord_complete(const struct patterns *p);

/* Whether a field has a measure; whole: not aet_accord_complete. */
bool aet_accord_applies(const struct accord_measure *m, const struct accord_champ *c, bool whole);

/* What the coefficients ask of the field. */
struct agree_options aet_accord_agree(const struct accord_view *v);

/* How strong a coefficient is in the words of a scale: the highest level that it reaches with a
 * probability of .95 by its standard error (Gwet 2014, ch. 6), and that probability. */
struct accord_level {
    const char *code;
    struct text title;
};
struct accord_level aet_accord_level(double value, double se, enum benchmark_scale scale,
                                     double *probability);

/* Whether section `global` of a masked report hides this measure of all units of the field. */
bool aet_accord_hidden(const struct report *r, struct span champ, struct span measure);

/* Fill a section field by field. */
void aet_accord_each(const struct accord *a, struct section *s,
                     void (*fill)(struct section *s, const struct accord_view *v));

#endif
