/* A part that is taken as it is: it is looked through first, and the pictures that it shows come
 * with it. */
#include "paper/template_parts.h"

#include <strings.h>

#include "base/utf8.h"
#include "io/markup.h"

/* Pictures by their suffix, as a part of the document. */
static const char *const pictures[][2] = {
    { ".png", "image/png" },     { ".jpg", "image/jpeg" },  { ".jpeg", "image/jpeg" },
    { ".gif", "image/gif" },     { ".bmp", "image/bmp" },   { ".tif", "image/tiff" },
    { ".tiff", "image/tiff" },   { ".emf", "image/x-emf" }, { ".wmf", "image/x-wmf" },
    { ".svg", "image/svg+xml" },
};

static const char *const *picture_of(const char *path)
{
    const char *dot = strrchr(path, '.');

    for (size_t i = 0; dot && i < sizeof pictures / sizeof *pictures; i++)
        if (strcasecmp(dot, pictures[i][0]) == 0)
            return pictures[i];
    return NULL;
}

/* --- looking through ------------------------------------------------------------------------- */

enum { FIELDS_DEEP = 8, FIELD_MOST = 4096 };

struct look {
    struct template_reading *r;
    struct buf code; /* of the field at hand, as far as it was said */
    unsigned deep;   /* fields within fields */
    bool seen[FIELDS_DEEP], in_code;
};

static bool is_safe_link(struct span target)
{
    return aet_span_starts(target, AET_LIT("http://")) ||
           aet_span_starts(target, AET_LIT("https://")) ||
           aet_span_starts(target, AET_LIT("mailto:"));
}

/* What a field may ask for: of the document, of the day. Others fetch, link or run. */
static void check_field(struct look *l, struct span code)
{
    static const char *const known[] = { "PAGE",      "NUMPAGES", "SECTION",  "SECTIONPAGES",
                                         "DATE",      "TIME",     "TITLE",    "SUBJECT",
                                         "AUTHOR",    "KEYWORDS", "COMMENTS", "CREATEDATE",
                                         "SAVEDATE",  "STYLEREF", "FILENAME", "DOCPROPERTY",
                                         "PRINTDATE", "SEQ",      "SYMBOL",   "IF",
                                         "=",         "QUOTE" };
    struct span word = aet_span_trim(code);
    size_t n = 0;

    while (n < word.n && !strchr(" \t\n\"\\", word.p[n]))
        n++;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (n == strlen(known[i]) && strncasecmp(word.p, known[i], n) == 0)
            return;
    if (n && *word.p == '=')
        return;
    aet_template_fail(l->r, TEMPLATE_OBJECT, aet_span(word.p, n));
}

/* A field says what it is before anything stands within it. */
static void settle_field(struct look *l)
{
    unsigned at = l->deep ? l->deep - 1 : 0;

    if (l->deep && at < FIELDS_DEEP && !l->seen[at]) {
        l->seen[at] = true;
        check_field(l, aet_buf_view(&l->code));
    }
    aet_buf_clear(&l->code);
}

static void on_field_sign(struct look *l, const char *kind)
{
    if (!kind)
        return;
    settle_field(l);
    if (strcmp(kind, "begin") == 0) {
        if (l->deep == FIELDS_DEEP)
            aet_template_fail(l->r, TEMPLATE_OBJECT, AET_LIT("fldChar"));
        else
            l->seen[l->deep++] = false;
    } else if (strcmp(kind, "end") == 0 && l->deep) {
        l->deep--;
    }
}

/* Drawings of the old kind name what they show, and where it was, without a relation. */
static void check_attributes(struct look *l, const char *element, const char **attributes)
{
    static const char *const shows[] = { "imagedata", "fill", "stroke", NULL };
    bool picture = aet_span_one_of(aet_span_z(element), shows);

    for (; *attributes; attributes += 2) {
        const char *colon = strrchr(attributes[0], ':'), *name = colon ? colon + 1 : attributes[0];
        struct span value = aet_span_z(attributes[1]);

        if (strcmp(name, "src") == 0 ||
            (strcmp(name, "href") == 0 && (picture || !is_safe_link(value))))
            aet_template_fail(l->r, TEMPLATE_OUTSIDE, value);
    }
}

static void on_open(void *to, const char *name, const char **attributes)
{
    static const char *const objects[] = { "object",      "OLEObject", "control", "altChunk",
                                           "subDoc",      "movie",     "oleObj",  "ddeLink",
                                           "contentPart", NULL };
    struct look *l = to;
    const char *code = aet_xml_attribute(attributes, "instr");

    if (aet_span_one_of(aet_span_z(name), objects))
        aet_template_fail(l->r, TEMPLATE_OBJECT, aet_span_z(name));
    check_attributes(l, name, attributes);
    if (strcmp(name, "fldSimple") == 0)
        check_field(l, aet_span_z(code ? code : ""));
    else if (strcmp(name, "fldChar") == 0)
        on_field_sign(l, aet_xml_attribute(attributes, "fldCharType"));
    l->in_code = strcmp(name, "instrText") == 0;
}

static void on_close(void *to, const char *name)
{
    struct look *l = to;

    (void)name;
    l->in_code = false;
}

static void on_text(void *to, struct span text)
{
    struct look *l = to;

    if (l->in_code && l->code.n < FIELD_MOST)
        aet_buf_span(&l->code, text);
}

static bool look_through(struct template_reading *r, const char *path, struct span text)
{
    static const struct xml_reader reader = { on_open, on_close, on_text };
    struct look l = { .r = r };
    bool good;

    if (aet_utf8_bad(text) != text.n)
        aet_template_fail(r, TEMPLATE_DAMAGED, aet_span_z(path));
    good = aet_template_parse(r, path, text, &reader, &l);
    settle_field(&l);
    aet_buf_free(&l.code);
    return good && !r->fault;
}

/* --- taking ---------------------------------------------------------------------------------- */

static size_t keep(struct paper_template *t, const char *name, const char *type,
                   const char *relation, struct buf *bytes, struct buf *relations)
{
    t->parts = aet_grow(t->parts, &t->cap, t->n, sizeof *t->parts);
    t->parts[t->n++] = (struct paper_part){ .path = aet_span_dup(aet_span_z(name)),
                                            .type = type,
                                            .relation = relation,
                                            .bytes = *bytes,
                                            .relations = *relations };
    return t->n;
}

/* The name that it gets; false: it is none that can be taken. */
static bool picture(struct template_reading *r, const char *path, struct buf *name)
{
    const char *const *kind = picture_of(path);
    struct buf bytes = { 0 }, none = { 0 };

    if (!kind) {
        aet_template_fail(r, TEMPLATE_OBJECT, aet_span_z(path));
        return false;
    }
    if (!aet_template_part(r, path, &bytes)) {
        aet_buf_free(&bytes);
        return false;
    }
    aet_buf_str(name, "media/house");
    aet_buf_uint(name, r->t->n + 1);
    aet_buf_str(name, kind[0]);
    (void)keep(r->t, aet_buf_z(name), kind[1], NULL, &bytes, &none);
    return true;
}

/* A picture within, or a link to a page that nobody follows but who clicks on it. */
static void put_relation(struct template_reading *r, const struct template_relation *of,
                         const char *up, struct buf *xml)
{
    struct buf target = { 0 };
    bool link = strcmp(of->kind, "hyperlink") == 0 && of->external &&
                is_safe_link(aet_span_z(of->target));

    if (link)
        aet_buf_str(&target, of->target);
    else if (of->external)
        aet_template_fail(r, TEMPLATE_OUTSIDE, aet_span_z(of->target));
    else if (strcmp(of->kind, "image") != 0)
        aet_template_fail(r, TEMPLATE_OBJECT, aet_span_z(of->kind));
    else
        (void)picture(r, of->target, &target);
    aet_buf_str(xml, "<Relationship");
    aet_xml_put(xml, "Id", aet_span_z(of->id));
    aet_buf_str(xml, " Type=\"" XML_OFFICE "/");
    aet_xml_text(xml, aet_span_z(of->kind));
    aet_buf_str(xml, "\" Target=\"");
    aet_buf_str(xml, link ? "" : up);
    aet_xml_text(xml, aet_buf_view(&target));
    aet_buf_str(xml, link ? "\" TargetMode=\"External\"/>" : "\"/>");
    aet_buf_free(&target);
}

/* Pictures stand in a folder beside the part, or beside the folder that the part stands in. */
static void put_relations(struct template_reading *r, const struct template_relations *of,
                          const char *name, struct buf *xml)
{
    if (!of->n)
        return;
    aet_buf_str(xml, XML_HEAD "<Relationships xmlns=\"" XML_PACKAGE "relationships\">");
    for (size_t i = 0; i < of->n && !r->fault; i++)
        put_relation(r, &of->items[i], strchr(name, '/') ? "../" : "", xml);
    aet_buf_str(xml, "</Relationships>");
}

size_t aet_template_carry(struct template_reading *r, const char *path, const char *name,
                          const char *type, const char *relation)
{
    struct template_relations of = { 0 };
    struct buf bytes = { 0 }, relations = { 0 };

    if (aet_template_part(r, path, &bytes) && look_through(r, path, aet_buf_view(&bytes)) &&
        aet_template_relations(r, path, &of))
        put_relations(r, &of, name, &relations);
    aet_template_relations_free(&of);
    if (!r->fault)
        return keep(r->t, name, type, relation, &bytes, &relations);
    aet_buf_free(&bytes);
    aet_buf_free(&relations);
    return 0;
}
