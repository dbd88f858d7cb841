/* The formats, and how one is found. */
#include "format/formats.h"

#include "format/csv.h"
#include "format/json.h"
#include "format/ndjson.h"

/* In the order in which the content is asked; the last one takes what is left. */
static const struct format *const formats[] = { &aet_format_ndjson, &aet_format_json,
                                                &aet_format_csv };
enum { FORMATS = sizeof formats / sizeof *formats };

const struct format *aet_format_named(const char *name)
{
    for (size_t i = 0; name && i < FORMATS; i++)
        if (strcmp(formats[i]->name, name) == 0)
            return formats[i];
    return NULL;
}

static bool ends_with(const char *path, const char *suffix)
{
    size_t n = strlen(path), k = strlen(suffix);

    return n > k && strcmp(path + n - k, suffix) == 0;
}

const struct format *aet_format_of_file(const char *path)
{
    for (size_t i = 0; path && i < FORMATS; i++)
        for (const char *const *s = formats[i]->suffixes; *s; s++)
            if (ends_with(path, *s))
                return formats[i];
    return NULL;
}

/* People hand over the workbook itself: both kinds begin with a signature that no text does. */
static bool no_workbook(struct input *in, struct stop *stop)
{
    static const struct span signatures[] = { { "PK\x03\x04", 4 }, { "\xD0\xCF\x11\xE0", 4 } };

    while (in->text.n < 4 && !in->eof)
        if (!aet_input_read(in, stop))
            return false;
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
        if (aet_span_starts(aet_buf_view(&in->text), signatures[i])) {
            stop->fault = FAULT_WORKBOOK;
            stop->line = stop->column = 1;
            return false;
        }
    return true;
}

const struct format *aet_format_find(struct input *in, const struct format *said, struct stop *stop)
{
    char first;
    bool yes = false;

    if (!no_workbook(in, stop))
        return NULL;
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
