/* The package: which members there are, and how they hang together (ECMA-376, part 2). */
#include "paper/parts.h"

#include "io/markup.h"

#define PROPERTIES "application/vnd.openxmlformats-"

static void member(struct zip *z, const char *before, const char *name, const char *behind,
                   struct span bytes)
{
    struct buf path = { 0 };

    aet_buf_str(&path, before);
    aet_buf_str(&path, name);
    aet_buf_str(&path, behind);
    aet_zip_begin(z, aet_buf_z(&path));
    aet_zip_add(z, bytes);
    aet_zip_finish(z);
    aet_buf_free(&path);
}

/* The relations of a part, in a folder beside it. */
static void beside(struct zip *z, const struct paper_part *part)
{
    const char *slash = strrchr(part->path, '/');
    struct buf folder = { 0 };

    aet_buf_str(&folder, "word/");
    aet_buf_add(&folder, part->path, slash ? (size_t)(slash - part->path) + 1 : 0);
    aet_buf_str(&folder, "_rels/");
    member(z, aet_buf_z(&folder), slash ? slash + 1 : part->path, ".rels",
           aet_buf_view(&part->relations));
    aet_buf_free(&folder);
}

static void types(const struct paper *p, struct zip *z)
{
    struct buf xml = { 0 };

    aet_buf_str(&xml, XML_HEAD
                "<Types xmlns=\"" XML_PACKAGE "content-types\"><Default Extension=\"rels\" "
                "ContentType=\"" PROPERTIES "package.relationships+xml\"/><Default "
                "Extension=\"xml\" ContentType=\"application/xml\"/><Override "
                "PartName=\"/word/document.xml\" ContentType=\"" WORDS_TYPE "document.main+xml\"/>"
                "<Override PartName=\"/docProps/core.xml\" ContentType=\"" PROPERTIES
                "package.core-properties+xml\"/><Override PartName=\"/docProps/app.xml\" "
                "ContentType=\"" PROPERTIES "officedocument.extended-properties+xml\"/>");
    for (size_t i = 0; i < p->n; i++) {
        aet_buf_str(&xml, "<Override PartName=\"/word/");
        aet_buf_str(&xml, p->parts[i].path);
        aet_buf_str(&xml, "\" ContentType=\"");
        aet_buf_str(&xml, p->parts[i].type);
        aet_buf_str(&xml, "\"/>");
    }
    aet_buf_str(&xml, "</Types>");
    member(z, "[Content_Types].xml", "", "", aet_buf_view(&xml));
    aet_buf_free(&xml);
}

static const char root[] = XML_HEAD
    "<Relationships xmlns=\"" XML_PACKAGE "relationships\"><Relationship Id=\"rId1\" "
    "Type=\"" XML_OFFICE "/officeDocument\" Target=\"word/document.xml\"/><Relationship "
    "Id=\"rId2\" Type=\"" XML_PACKAGE "relationships/metadata/core-properties\" "
    "Target=\"docProps/core.xml\"/><Relationship Id=\"rId3\" Type=\"" XML_OFFICE
    "/extended-properties\" Target=\"docProps/app.xml\"/></Relationships>";

static const char application[] = XML_HEAD
    "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "extended-properties\"><Application>aet</Application></Properties>";

static void properties(const struct paper *p, struct zip *z)
{
    struct buf xml = { 0 };

    aet_office_about(&(struct office_about){ p->setup.lang, aet_buf_view(&p->title),
                                             aet_buf_view(&p->author), p->setup.date },
                     &xml);
    member(z, XML_ABOUT_PATH, "", "", aet_buf_view(&xml));
    aet_buf_free(&xml);
}

static void relations(const struct paper *p, struct zip *z)
{
    struct buf xml = { 0 };

    aet_buf_str(&xml, XML_HEAD "<Relationships xmlns=\"" XML_PACKAGE "relationships\">");
    for (size_t i = 0; i < p->n; i++) {
        if (!p->parts[i].relation)
            continue;
        aet_buf_str(&xml, "<Relationship Id=\"rId");
        aet_buf_uint(&xml, i + 1);
        aet_buf_str(&xml, "\" Type=\"" XML_OFFICE);
        aet_buf_str(&xml, p->parts[i].relation);
        aet_buf_str(&xml, "\" Target=\"");
        aet_buf_str(&xml, p->parts[i].path);
        aet_buf_str(&xml, "\"/>");
    }
    aet_buf_str(&xml, "</Relationships>");
    member(z, "word/_rels/document.xml.rels", "", "", aet_buf_view(&xml));
    aet_buf_free(&xml);
}

bool aet_paper_package(struct paper *p)
{
    struct zip *z = aet_zip_new(p->out);
    bool fits;

    types(p, z);
    member(z, "_rels/.rels", "", "", aet_span_z(root));
    member(z, "word/document.xml", "", "", aet_buf_view(&p->body));
    relations(p, z);
    for (size_t i = 0; i < p->n; i++) {
        const struct paper_part *part = &p->parts[i];

        member(z, "word/", part->path, "", aet_buf_view(&part->bytes));
        if (part->relations.n)
            beside(z, part);
    }
    properties(p, z);
    member(z, "docProps/app.xml", "", "", aet_span_z(application));
    fits = aet_zip_end(z);
    aet_zip_free(z);
    return fits;
}
