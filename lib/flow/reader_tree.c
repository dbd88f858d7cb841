/* Records that are documents. */
#include "flow/reader.h"
#include "tree/document_emit.h"
#include "tree/document_sheet.h"
#include "tree/document_write.h"
#include "tree/leave.h"

static void init(struct reader *r, const struct reading *how)
{
    struct tree_reader *t = &r->of.tree;

    aet_document_reader_init(&t->documents, r->reads->of.tree.nest, how->renames.p, how->renames.n);
    t->documents.matchers = r->reads->of.tree.matchers;
    t->documents.resolver.number = how->number;
    t->documents.resolver.dates = how->dates;
    t->documents.resolver.lists = &how->lists;
    t->documents.resolver.marks = r->dates;
    t->documents.strict = r->strict;
    t->held = aet_calloc(LOT_RECORDS, sizeof *t->held);
}

static void free_reader(struct reader *r)
{
    struct tree_reader *t = &r->of.tree;

    for (size_t i = 0; i < LOT_RECORDS; i++)
        aet_document_free(&t->held[i]);
    aet_free(t->held);
    aet_document_reader_free(&t->documents);
}

static const struct schema *schema(const struct reads *k)
{
    return k->of.tree.nest->kinds[0].schema;
}

static const struct nest *nest(const struct reads *k)
{
    return k->of.tree.nest;
}

static void twin(struct reads *k, struct twins *twins)
{
    struct tree *t = &k->of.tree;
    struct matcher ***own;

    if (!t->matchers)
        return;
    own = aet_arena_alloc(&twins->arena, t->nest->n * sizeof *own);
    for (size_t i = 0; i < t->nest->n; i++)
        own[i] = aet_twins(twins, t->matchers[i], t->nest->kinds[i].schema->n);
    t->matchers = own;
}

static void source(struct reader *r, struct source_options *o)
{
    o->headings.open = aet_document_open;
    o->joins = aet_document_joins;
    o->headings.context = o->join_context = &r->of.tree.documents;
}

static bool file(struct reader *r, const struct layout *l, struct heading_fault *fault)
{
    return aet_document_reader_file(&r->of.tree.documents, l, fault);
}

static struct mapping *mapping(struct reader *r)
{
    return &r->of.tree.documents.mapping;
}

static const char *leads(struct reader *r, size_t column)
{
    return aet_document_leads(&r->of.tree.documents, column);
}

static const char *choice(struct reader *r, size_t column)
{
    (void)r, (void)column; /* the fields of elements have one column each */
    return NULL;
}

static const char *near(struct reader *r, size_t column)
{
    return aet_document_near(&r->of.tree.documents, column);
}

static const char *lacks(struct reader *r)
{
    (void)r; /* what a document lacks its check says */
    return NULL;
}

static void keep(struct reader *r, bool all)
{
    (void)r, (void)all; /* every cell has its place in the tree */
}

static void lot(struct reader *r, size_t bytes)
{
    (void)r, (void)bytes; /* each document has its own memory */
}

static struct apart_sheet *sheet(struct reader *r)
{
    return &r->of.tree.documents.sheet;
}

static enum parsed read_document(struct reader *r, struct held *h, size_t i, struct diags *diags)
{
    struct document *d = &r->of.tree.held[i];
    enum parsed p = aet_document_read(&r->of.tree.documents, h->slice, d, diags);

    h->document = d;
    d->labels = r->normal ? r->of.tree.documents.matchers : NULL;
    h->asides = d->asides;
    h->asides_n = d->asides_n;
    h->second = d->second;
    if (p == PARSED)
        h->facts = d->root->facts;
    return p;
}

static void sum(struct reader *r, const struct held *h, size_t part, struct sums *to)
{
    if (h->known)
        aet_document_sum(&r->of.tree.documents, h->document, part, to);
}

/* Its own rows say so: see struct held. */
static bool second(struct reader *r, const struct held *h, bool near)
{
    (void)r, (void)h, (void)near;
    return false;
}

static bool leave(struct held *h, const struct diags *diags, size_t from)
{
    struct document *d = h->document;
    bool stands = aet_document_leave(d, diags, from);

    h->left = (struct left){ d->elements_out, d->values_out };
    h->facts = d->root->facts;
    return stands;
}

static void lose(struct held *h, struct span line, struct diags *diags, size_t from)
{
    aet_document_lose_row(h->document, line, diags, from);
    h->left.elements = h->document->elements_out;
}

static void name(struct reader *r, const struct held *h, struct diag *x)
{
    (void)r, (void)h, (void)x; /* it knows its element */
}

/* A diagnostic knows its place; one about the whole of a document has none to look for. */
static struct spot at(struct reader *r, const struct slice *slice, const struct diag *x,
                      struct place_walk *w)
{
    (void)r, (void)slice, (void)w;
    return aet_spot_known(x);
}

static size_t normal(struct reader *r, const struct emitter *e, const struct held *h,
                     struct set *sets)
{
    (void)r, (void)e, (void)h, (void)sets; /* the document is written anew */
    return 0;
}

static enum emitted emit(struct emitter *e, const struct held *h, const struct set *sets, size_t n,
                         struct buf *out, struct diags *diags)
{
    (void)sets, (void)n; /* no sink that adds fields takes documents */
    return aet_emit_document(e, h->document, out, diags);
}

static void columns(struct reader *r, const struct emitter *e, const struct layout *first,
                    struct sheet *sheet)
{
    (void)e, (void)first;
    aet_document_columns(r->reads->of.tree.nest, sheet);
}

const struct reader_kind aet_reader_tree = { init,          free_reader, schema,  nest,  twin,
                                             source,        file,        mapping, leads, choice,
                                             near,          lacks,       keep,    sheet, lot,
                                             read_document, sum,         second,  leave, lose,
                                             name,          at,          normal,  emit,  columns };
