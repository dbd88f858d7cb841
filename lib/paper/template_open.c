/* Opening a template, and which of its parts are taken. */
#include "paper/template_parts.h"

#include <errno.h>

#include "base/os/os.h"
#include "base/utf8.h"
#include "io/foreign.h"

enum { PART_MOST = 16 << 20, PARTS_MOST = 48 << 20, SAID_MOST = 100 };

void aet_template_fail(struct template_reading *r, enum template_fault fault, struct span what)
{
    if (r->fault)
        return;
    r->fault = fault;
    aet_buf_span(r->what, aet_utf8_fit(what, SAID_MOST));
}

static enum template_fault fault_of(enum fault f)
{
    switch (f) {
    case FAULT_READ:
        return TEMPLATE_READ;
    case FAULT_BOOK_LOCKED:
        return TEMPLATE_LOCKED;
    case FAULT_BOOK_SIZE:
        return TEMPLATE_LARGE;
    default:
        return TEMPLATE_DAMAGED;
    }
}

bool aet_template_part(struct template_reading *r, const char *path, struct buf *to)
{
    enum fault f = aet_archive_whole(r->archive, path, PART_MOST, to);

    r->read += to->n;
    if (!f && r->read > PARTS_MOST)
        f = FAULT_BOOK_SIZE;
    if (f)
        aet_template_fail(r, fault_of(f), aet_span_z(path));
    return !f;
}

bool aet_template_parse(struct template_reading *r, const char *path, struct span text,
                        const struct xml_reader *reader, void *to)
{
    struct xml *x = aet_xml_new(reader, to, true);
    bool good = aet_xml_parse_text(x, text, true) == XML_GOES_ON;

    aet_xml_free(x);
    if (!good)
        aet_template_fail(r, TEMPLATE_DAMAGED, aet_span_z(path));
    return good && !r->fault;
}

/* A part that is taken as it is, once. */
static void take(struct template_reading *r, const struct template_relation *of, const char *name,
                 const char *type, const char *relation)
{
    for (size_t i = 0; i < r->t->n; i++)
        if (strcmp(r->t->parts[i].path, name) == 0)
            return;
    if (strcmp(of->kind, relation + 1) == 0)
        (void)!aet_template_carry(r, of->target, name, type, relation);
}

static void on_settings(void *to, const char *name, const char **attributes)
{
    struct paper_template *t = to;

    if (strcmp(name, "evenAndOddHeaders") == 0)
        t->even_odd = aet_template_on(attributes);
}

static void settings(struct template_reading *r, const char *path)
{
    static const struct xml_reader reader = { on_settings, aet_template_pass, NULL };
    struct buf text = { 0 };

    if (aet_template_part(r, path, &text))
        (void)!aet_template_parse(r, path, aet_buf_view(&text), &reader, r->t);
    aet_buf_free(&text);
}

/* The head or foot that a section names. */
static void frame(struct template_reading *r, struct template_frame *f, size_t n,
                  const struct template_relations *of)
{
    const struct template_relation *to = aet_template_relation(of, f->id);
    struct buf name = { 0 };

    if (!to || to->external || strcmp(to->kind, f->header ? "header" : "footer") != 0) {
        aet_template_fail(r, TEMPLATE_DAMAGED, aet_span_z(f->id));
        return;
    }
    aet_buf_str(&name, f->header ? "header" : "footer");
    aet_buf_uint(&name, n + 1);
    aet_buf_str(&name, ".xml");
    f->part = aet_template_carry(r, to->target, aet_buf_z(&name),
                                 f->header ? WORDS_TYPE "header+xml" : WORDS_TYPE "footer+xml",
                                 f->header ? "/header" : "/footer");
    aet_buf_free(&name);
}

static void read_text(struct template_reading *r, const char *path)
{
    struct template_relations of = { 0 };

    if (!aet_template_page(r, path) || !aet_template_relations(r, path, &of))
        return;
    for (size_t i = 0; i < of.n && !r->fault; i++) {
        const struct template_relation *to = &of.items[i];

        if (to->external) /* of its text, which is not taken */
            continue;
        if (strcmp(to->kind, "styles") == 0)
            (void)!aet_template_styles(r, to->target);
        else if (strcmp(to->kind, "settings") == 0)
            settings(r, to->target);
        take(r, to, "theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml",
             "/theme");
        take(r, to, "numbering.xml", WORDS_TYPE "numbering+xml", "/numbering");
    }
    for (size_t i = 0; i < r->t->frames_n && !r->fault; i++)
        frame(r, &r->t->frames[i], i, &of);
    if (!r->t->styles.n)
        aet_template_fail(r, TEMPLATE_DAMAGED, AET_LIT("styles.xml"));
    aet_template_relations_free(&of);
}

/* What its text is called stands in the package. */
static void read_archive(struct template_reading *r)
{
    struct template_relations of = { 0 };
    const struct template_relation *text = NULL;

    if (!aet_archive_has(r->archive, "_rels/.rels")) {
        aet_template_fail(r, TEMPLATE_KIND, AET_LIT(""));
        return;
    }
    if (!aet_template_relations(r, "", &of))
        return;
    for (size_t i = 0; i < of.n && !text; i++)
        if (strcmp(of.items[i].kind, "officeDocument") == 0 && !of.items[i].external)
            text = &of.items[i];
    if (!text)
        aet_template_fail(r, TEMPLATE_KIND, AET_LIT(""));
    else
        read_text(r, text->target);
    aet_template_relations_free(&of);
}

static void read_file(struct template_reading *r, struct decoder *d)
{
    enum fault f = FAULT_NONE;
    struct span head;

    if (!aet_decoder_head(d, FOREIGN_SIGNATURE, &head)) {
        aet_template_fail(r, fault_of(aet_decoder_fault(d)), AET_LIT(""));
    } else if (aet_foreign(head) == FAULT_OFFICE) {
        aet_template_fail(r, TEMPLATE_LOCKED, AET_LIT(""));
    } else if (!aet_span_starts(head, AET_LIT("PK\3\4"))) {
        aet_template_fail(r, TEMPLATE_KIND, AET_LIT(""));
    } else if ((r->archive = aet_archive_open(d, &f)) == NULL) {
        aet_template_fail(r, fault_of(f), AET_LIT("zip"));
    } else {
        read_archive(r);
    }
}

struct paper_template *aet_paper_template_read(int fd, enum template_fault *fault, struct buf *what)
{
    struct paper_template *t = aet_calloc(1, sizeof *t);
    struct template_reading r = { .t = t, .what = what };
    enum fault f = FAULT_READ;
    struct decoder *d = fd < 0 ? NULL : aet_decoder_new(fd, NULL, &f);
    int error;

    if (d)
        read_file(&r, d);
    else
        r.fault = TEMPLATE_READ;
    error = errno;
    aet_archive_free(r.archive);
    aet_decoder_free(d);
    *fault = r.fault;
    if (r.fault) {
        aet_paper_template_free(t);
        t = NULL;
    }
    errno = error;
    return t;
}

struct paper_template *aet_paper_template_open(const char *path, enum template_fault *fault,
                                               struct buf *what)
{
    return aet_paper_template_read(aet_os_open(path, OS_READ), fault, what);
}

void aet_paper_template_free(struct paper_template *t)
{
    if (!t)
        return;
    for (size_t i = 0; i < PAPER_STYLES; i++)
        aet_free(t->ids[i]);
    for (size_t i = 0; i < t->taken_n; i++)
        aet_free(t->taken[i]);
    for (size_t i = 0; i < t->frames_n; i++)
        aet_free(t->frames[i].id);
    aet_paper_parts_free(t->parts, t->n);
    aet_free(t->taken);
    aet_buf_free(&t->styles);
    aet_free(t);
}
