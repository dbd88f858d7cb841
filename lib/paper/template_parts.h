/* A template as it is read; private to lib/paper. */
#ifndef AET_PAPER_TEMPLATE_PARTS_H
#define AET_PAPER_TEMPLATE_PARTS_H

#include "io/archive.h"
#include "io/xml.h"
#include "paper/parts.h"
#include "paper/template.h"

/* A reference of a section: the head or foot of which pages. */
struct template_frame {
    bool header;
    char type[8]; /* default, first, even */
    size_t part;  /* of its parts, from 1; 0: none */
    char *id;     /* as the template has it */
};

enum { TEMPLATE_FRAMES = 6 };

struct paper_template {
    char *ids[PAPER_STYLES]; /* of its styles; NULL: it has none of that kind */
    struct buf styles;       /* the part */
    char **taken;            /* every id of its styles */
    size_t taken_n, taken_cap;
    struct paper_part *parts;
    size_t n, cap;
    struct template_frame frames[TEMPLATE_FRAMES];
    size_t frames_n;
    struct paper_page page;
    bool sideways, own_first, even_odd;
};

/* Reading on its way: the first fault is kept. */
struct template_reading {
    struct archive *archive;
    struct paper_template *t;
    enum template_fault fault;
    struct buf *what;
    uint64_t read; /* bytes of parts so far */
};

void aet_template_fail(struct template_reading *r, enum template_fault fault, struct span what);

/* A part, whole; false: kept as a fault. */
AET_MUST bool aet_template_part(struct template_reading *r, const char *path, struct buf *to);

/* Parse it; false: kept as a fault. */
AET_MUST bool aet_template_parse(struct template_reading *r, const char *path, struct span text,
                                 const struct xml_reader *reader, void *to);

/* The end of an element, where it is nothing to anybody. */
void aet_template_pass(void *to, const char *name);

/* Whether an element that switches something on does. */
bool aet_template_on(const char **attributes);

/* One relation of a part, resolved to a path of the archive unless it is external. */
struct template_relation {
    char *id, *kind, *target;
    bool external;
};

struct template_relations {
    struct template_relation *items;
    size_t n, cap;
};

/* template_relations.c: those of a part, none where it has no such part beside it. */
AET_MUST bool aet_template_relations(struct template_reading *r, const char *path,
                                     struct template_relations *to);
const struct template_relation *aet_template_relation(const struct template_relations *of,
                                                      const char *id);
void aet_template_relations_free(struct template_relations *of);

/* template_carry.c: take a part with the pictures that it shows. Its number, 0: kept as a fault. */
AET_MUST size_t aet_template_carry(struct template_reading *r, const char *path, const char *name,
                                   const char *type, const char *relation);

/* template_styles.c: the styles that it has. */
AET_MUST bool aet_template_styles(struct template_reading *r, const char *path);

/* template_page.c: the sections of its text. */
AET_MUST bool aet_template_page(struct template_reading *r, const char *path);

#endif
