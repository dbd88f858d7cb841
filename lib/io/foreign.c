/* Files that are known by their first bytes. */
#include "io/foreign.h"

struct sign {
    struct span bytes;
    enum fault fault;
};

#define SIGN(literal, fault)                           \
    {                                                  \
        { literal, sizeof literal - 1 }, FAULT_##fault \
    }

static const struct sign signs[] = {
    SIGN("\xD0\xCF\x11\xE0", OFFICE),
    SIGN("%PDF-", PDF),
    SIGN("{\\rtf", DOCUMENT),
    SIGN("\x89PNG\r\n", IMAGE),
    SIGN("\xFF\xD8\xFF", IMAGE), /* JPEG */
    SIGN("GIF87a", IMAGE),
    SIGN("GIF89a", IMAGE),
    SIGN("II*\0", IMAGE), /* TIFF */
    SIGN("MM\0*", IMAGE),
    SIGN("7z\xBC\xAF\x27\x1C", ARCHIVE),
    SIGN("Rar!\x1A\a", ARCHIVE),
    SIGN("\xFD\x37zXZ", ARCHIVE),
    SIGN("BZh91AY&", ARCHIVE), /* bzip2 */
    SIGN("PK\5\6", ARCHIVE),   /* an empty one */
    SIGN("ID;PWXL", WORKBOOK), /* SYLK */
    SIGN("ID;PCALC", WORKBOOK),
};

static const struct span zip = { "PK\x03\x04", 4 };

/* Names of members, and what stands uncompressed in the first one: they tell an archive. */
static const struct sign members[] = {
    SIGN("xl/", WORKBOOK),
    SIGN("opendocument.spreadsheet", WORKBOOK),
    SIGN("Index/CalculationEngine", WORKBOOK), /* Numbers */
    SIGN("word/", DOCUMENT),
    SIGN("ppt/", DOCUMENT),
    SIGN("opendocument.text", DOCUMENT),
    SIGN("opendocument.presentation", DOCUMENT),
    SIGN(".qde", PROJECT),
};

/* The same of a page, in small letters: a spreadsheet may be written as one. */
static const struct sign tags[] = {
    SIGN("opendocument.spreadsheet", WORKBOOK), /* as one file: .fods */
    SIGN("<office:document", DOCUMENT),
    SIGN("<html", HTML),
    SIGN("<!doctype html", HTML),
    SIGN("<workbook", WORKBOOK),
    SIGN("<project", PROJECT),
    SIGN("<codebook", PROJECT),
    SIGN("<table", HTML),
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static enum fault first_found(struct span text, const struct sign *among, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (aet_span_find(text, among[i].bytes) < text.n)
            return among[i].fault;
    return FAULT_NONE;
}

/* A folder of files, as they are packed together: it says so behind the name of the first. */
static bool is_tar(struct span head)
{
    enum { SAYS_SO = 257 };

    return aet_span_starts(aet_span_from(head, SAYS_SO), AET_LIT("ustar"));
}

/* Behind blanks, `<!doctype`, `<?xml` or a tag: no heading line and no JSON begins so. */
static bool is_markup(struct span head)
{
    struct span text = aet_span_trim(head);

    return text.n > 1 && text.p[0] == '<' &&
           (text.p[1] == '!' || text.p[1] == '?' || (text.p[1] | 0x20) == 'h' ||
            (text.p[1] | 0x20) == 't');
}

static enum fault kind_of_markup(struct span head)
{
    char small[FOREIGN_LOOK];
    size_t n = 0;
    enum fault f;

    for (; n < head.n && n < sizeof small; n++)
        small[n] = head.p[n] >= 'A' && head.p[n] <= 'Z' ? (char)(head.p[n] | 0x20) : head.p[n];
    f = first_found(aet_span(small, n), tags, COUNT(tags));
    if (f == FAULT_NONE && aet_span_starts(aet_span_trim(aet_span(small, n)), AET_LIT("<?xml")))
        f = FAULT_XML;
    return f;
}

bool aet_foreign_look(struct span head)
{
    return aet_span_starts(head, zip) || is_markup(head);
}

enum fault aet_foreign(struct span head)
{
    for (size_t i = 0; i < COUNT(signs); i++)
        if (aet_span_starts(head, signs[i].bytes))
            return signs[i].fault;
    if (is_tar(head))
        return FAULT_ARCHIVE;
    if (is_markup(head))
        return kind_of_markup(head);
    if (!aet_span_starts(head, zip))
        return FAULT_NONE;

    enum fault f = first_found(head, members, COUNT(members));

    return f == FAULT_NONE ? FAULT_ARCHIVE : f;
}
