/* From what the command line said of the input to a source. */
#include "record/reading.h"

void aet_reading_options(const struct reading *r, const char *const *files, size_t n,
                         struct source_options *o)
{
    *o = (struct source_options){ .files = files,
                                  .n = n,
                                  .encoding = r->encoding,
                                  .format = r->from,
                                  .headings = { .delimiter = r->delimiter,
                                                .skip = r->skip,
                                                .skips = r->skips,
                                                .sheet = r->sheet },
                                  .again = r->again,
                                  .digest = r->digest };
}

struct source *aet_reading_source(const struct reading *r, const char *const *files, size_t n,
                                  void (*open)(void *, const struct opening *, struct opened *),
                                  void *context)
{
    struct source_options o;

    aet_reading_options(r, files, n, &o);
    o.headings.open = open;
    o.headings.context = context;
    return aet_source_new(&o);
}

void aet_peek_free(struct peek *p)
{
    if (!p)
        return;
    aet_source_free(p->source);
    aet_block_free(&p->block);
    for (size_t k = 0; k < p->kinds; k++)
        aet_headings_free(p->headings[k]);
    aet_free(p->headings);
    aet_free(p);
}

void aet_reading_repeats(struct reading *r)
{
    /* --pseudonymes read it twice already: what a spool holds since is another file */
    if (r->again)
        aet_again_free(r->again);
    else
        r->again = aet_calloc(1, sizeof *r->again);
}

void aet_reading_over(struct reading *r)
{
    r->again->over = true;
}

void aet_reading_from(struct reading *r, size_t first)
{
    if (r->again)
        r->again->from = first;
}

void aet_reading_free(struct reading *r)
{
    aet_peek_free(r->begun);
    if (r->again)
        aet_again_free(r->again);
    aet_free(r->again);
    aet_free(r->renames.p);
    aet_lists_free(&r->lists);
    aet_fills_free(&r->fills);
    *r = (struct reading){ 0 };
}
