/* The formats, and how one is found. */
#include "format/formats.h"

#include <strings.h>

#include "format/book.h"
#include "format/csv.h"
#include "format/json.h"
#include "format/ndjson.h"
#include "format/xlsx.h"
#include "io/foreign.h"

/* In the order in which the content is asked; the last one takes what is left. */
static const struct format *const formats[] = { &aet_format_ndjson, &aet_format_json,
                                                &aet_format_xlsx, &aet_format_csv };
enum { FORMATS = sizeof formats / sizeof *formats };

const struct format *aet_format_named(const char *name)
{
    for (size_t i = 0; name && i < FORMATS; i++)
        if (strcmp(formats[i]->name, name) == 0)
            return formats[i];
    return NULL;
}

const struct format *aet_format_from(const char *name)
{
    return name && strcmp(name, "ods") == 0 ? &aet_format_xlsx : aet_format_named(name);
}

static bool ends_with(const char *path, const char *suffix)
{
    size_t n = strlen(path), k = strlen(suffix);

    return n > k && strcasecmp(path + n - k, suffix) == 0;
}

const struct format *aet_format_of_file(const char *path)
{
    for (size_t i = 0; path && i < FORMATS; i++)
        for (const char *const *s = formats[i]->suffixes; *s; s++)
            if (ends_with(path, *s))
                return formats[i];
    return NULL;
}

/* People hand over the workbook itself, which is read, or the page that they see. */
static bool is_text(struct input *in, struct stop *stop)
{
    struct span head;
    enum fault f;

    if (!aet_decoder_head(in->decoder, FOREIGN_SIGNATURE, &head) ||
        ((aet_foreign_look(head) || aet_decoder_packed(in->decoder)) &&
         !aet_decoder_head(in->decoder, FOREIGN_LOOK, &head)))
        return aet_input_stop(in, stop, aet_decoder_fault(in->decoder));
    f = aet_foreign(head);
    if (f == FAULT_WORKBOOK && !aet_workbook_can() && aet_book_zipped(head))
        f = FAULT_BOOK_BUILD;
    if ((f == FAULT_WORKBOOK || f == FAULT_ARCHIVE) && aet_workbook_can() &&
        aet_book_zipped(head) && !aet_book_open(in, stop)) {
        if (f == FAULT_ARCHIVE && stop->fault == FAULT_BOOK_DAMAGED)
            return aet_input_stop(in, stop, f); /* of what kind nobody knows */
        return false;
    }
    return in->book || f == FAULT_NONE || aet_input_stop(in, stop, f);
}

const struct format *aet_format_find(struct input *in, const struct format *said, struct stop *stop)
{
    char first;
    bool yes = false;

    if (!is_text(in, stop))
        return NULL;
    if (in->book)
        return &aet_format_csv;
    if (said && said->typed)
        return aet_input_stop(in, stop, FAULT_BOOK_NONE), NULL;
    if (said)
        return said;
    if (!aet_input_first(in, &first, stop))
        return NULL;
    for (size_t i = 0; i < FORMATS; i++) {
        if (formats[i]->is && !formats[i]->is(in, first, &yes, stop))
            return NULL;
        if (yes || !formats[i]->is)
            return formats[i];
    }
    return NULL;
}
