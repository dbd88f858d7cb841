/* --pseudonymes, the first reading: names are learnt, and what a slip would leave in clear is told.
 */
#include "privacy/hiding_learn.h"

#include "base/fold.h"
#include "base/similar.h"
#include "headings/opening.h"
#include "privacy/rules.h"
#include "record/filler.h"
#include "voice/say.h"

enum { SEEN_MAX = 512 };
#define NEAR 0.8 /* one letter in five */

/* A heading or key that is no field, kept once for each file (in JSON, once). */
void aet_hiding_see(struct hiding *h, struct span name, const char *file)
{
    for (size_t i = 0; i < h->seen_n; i++)
        if (aet_span_eq(h->seen[i].name, name) && (!file || h->seen[i].file == file))
            return;
    if (h->seen_n == SEEN_MAX && !file)
        return;
    h->seen = aet_grow(h->seen, &h->seen_cap, h->seen_n, sizeof *h->seen);
    h->seen[h->seen_n++] = (struct seen){ aet_arena_copy(&h->arena, name), file };
}

void aet_hiding_near(struct hiding *h, struct span heading, struct span names)
{
    if (!h->refused)
        aet_voice_say(
            h->voice, &aet_privacy_rule[PSE_NEAR],
            AET_WORDS(aet_word_span("valeur", heading), aet_word_span("intitule", names)));
    h->refused = true;
}

static struct span title_of(const struct hiding *h, const struct field *f)
{
    return aet_span_z(aet_text(f->title, h->voice->lang));
}

/* The field of names that a heading which is no field almost names; NULL: none. */
static const struct field *near_identity(struct record_reader *reader, struct span heading)
{
    int field = aet_heading_near(reader->headings, heading);

    return field != NO_FIELD && aet_type_is_name(reader->schema->fields[field].type)
               ? &reader->schema->fields[field]
               : NULL;
}

static double nearness(struct span a, struct span b)
{
    struct buf x = { 0 }, y = { 0 };
    double d;

    aet_fold_name(a, &x);
    aet_fold_name(b, &y);
    d = aet_similarity(aet_buf_view(&x), aet_buf_view(&y));
    aet_buf_free(&x);
    aet_buf_free(&y);
    return d;
}

static bool fields_there(const struct mapping *m, const char *name, const struct schema *schema)
{
    for (size_t i = 0; i < m->layout->columns; i++)
        if (m->field_of[i] != NO_FIELD && strcmp(schema->fields[m->field_of[i]].name, name) == 0)
            return true;
    return false;
}

/* A further column that another file has, and that this one spells otherwise. */
static void refuse_otherwise(struct hiding *h, const struct layout *l, struct span name)
{
    for (size_t i = 0; i < l->columns; i++)
        if (nearness(name, l->headings[i]) > NEAR)
            aet_hiding_near(h, l->headings[i], name);
}

/* The headings of one file: which further columns it has, and which it misspells. */
static void learn_headings(struct hiding *h, struct record_reader *reader, const struct layout *l)
{
    const struct mapping *m = &reader->mapping;

    bool *before = aet_calloc(h->identities.others_n + 1, sizeof *before);

    h->any |= l->columns > 0;
    for (size_t i = 0; i < h->identities.others_n; i++) {
        before[i] = h->identities.others[i].met;
        h->identities.others[i].met = false;
    }
    for (size_t i = 0; i < l->columns; i++) {
        const struct field *near;

        if (!l->headings[i].n || aet_is_identity(&h->identities, reader->schema, m->field_of[i],
                                                 l->headings[i], m->names[i]))
            continue;
        aet_hiding_see(h, l->headings[i], l->name);
        near = m->field_of[i] == NO_FIELD ? near_identity(reader, m->names[i]) : NULL;
        if (near && !fields_there(m, near->name, reader->schema))
            aet_hiding_near(h, l->headings[i], title_of(h, near));
    }
    for (size_t i = 0; i < h->identities.others_n; i++) {
        struct named_column *c = &h->identities.others[i];

        if (!c->met && l->index)
            refuse_otherwise(h, l, c->name);
        c->met |= before[i];
    }
    aet_free(before);
}

/* The keys of one record, likewise. */
static void learn_keys(struct hiding *h, struct record_reader *reader, const struct record *r)
{
    struct span inside = aet_json_inside(r->slice->raw), key, value;
    struct buf scratch = { 0 };

    while (!r->cells && aet_json_next(&inside, &key, &value)) {
        struct span heading = aet_json_spelt(key, &scratch),
                    name = aet_heading_name(reader->headings, heading);
        int field = aet_heading_field(reader->headings, heading);
        size_t before = h->seen_n;
        const struct field *near;

        if (aet_is_identity(&h->identities, reader->schema, field, heading, name))
            continue;
        aet_hiding_see(h, heading, NULL);
        near = field == NO_FIELD && h->seen_n > before ? near_identity(reader, name) : NULL;
        if (near)
            aet_hiding_near(h, heading, title_of(h, near));
    }
    aet_buf_free(&scratch);
}

/* What cannot be read is passed over here: the second reading says so. */
static void learn_block(struct hiding *h, struct record_reader *reader, const struct block *b)
{
    struct arena arena = { 0 };
    struct diags none = { .arena = &arena, .least = ERREUR };

    for (size_t i = 0; i < b->n; i++) {
        struct record record;
        enum parsed p;

        aet_diags_clear(&none);
        aet_arena_reset(&arena);
        p = aet_record_parse(reader, &b->slices[i], &record, &none);
        if (aet_record_holds(&record, p)) {
            h->any = true;
            learn_keys(h, reader, &record);
            aet_identities_learn(&h->identities, reader, &record);
        }
    }
    aet_diags_free(&none);
    aet_arena_free(&arena);
}

void aet_hiding_read(struct hiding *h, const struct schema *schema)
{
    struct headings *headings = aet_headings_new(schema, h->reading->renames.p,
                                                 h->reading->renames.n);
    struct source *source = aet_reading_source(h->reading, h->files, h->files_n, aet_headings_open,
                                               headings);
    const struct layout *current = NULL;
    struct record_reader reader;
    struct filler filler = { .fills = &h->reading->fills };
    struct block b = { 0 };
    struct stop stop;
    struct heading_fault fault;

    aet_record_reader_init(&reader, schema, headings);
    aet_record_reader_apart(&reader, h->reading->number);
    while (aet_source_next(source, &b, &stop) == SOURCE_BLOCK) {
        if (b.layout != current) {
            if (!aet_record_reader_file(&reader, b.layout, &fault))
                break;
            if (aet_has_cells(b.layout))
                learn_headings(h, &reader, b.layout);
            aet_filler_file(&filler, &reader.mapping, schema, &reader.apart);
        }
        current = b.layout;
        aet_filler_block(&filler, &b);
        learn_block(h, &reader, &b);
    }
    aet_block_free(&b);
    aet_filler_free(&filler);
    aet_source_free(source);
    aet_record_reader_free(&reader);
    aet_headings_free(headings);
}

/* The heading or key that is nearest to a further column that the input does not have. */
void aet_hiding_missing(struct hiding *h, struct span name)
{
    size_t best = h->seen_n;
    double most = 0.5;

    for (size_t i = 0; i < h->seen_n; i++) {
        double d = nearness(name, h->seen[i].name);

        if (d > most) {
            most = d;
            best = i;
        }
    }
    aet_voice_say(h->voice, &aet_privacy_rule[PSE_MISSING],
                  AET_WORDS(aet_word_span("valeur", name),
                            best < h->seen_n ? aet_word_span("suggestion", h->seen[best].name)
                                             : aet_word("suggestion", NULL)));
}
