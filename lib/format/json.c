/* JSON: an array of objects, or objects one after the other, over any lines. */
#include "format/json.h"

#include "format/cut_json.h"

static bool is(struct input *in, char first, bool *yes, struct stop *stop)
{
    (void)in;
    (void)stop;
    *yes = first == '[' || first == '{';
    return true;
}

static bool begin(struct input *in, struct cutter *c, struct stop *stop)
{
    char first;

    if (!aet_input_first(in, &first, stop))
        return false;
    in->layout->array = first == '[';
    aet_cutter_json(c, in->layout->array);
    return true;
}

static struct span list_begin(const struct list *l)
{
    return l->array ? AET_LIT("[") : AET_LIT("");
}

static struct framed list_item(const struct list *l, struct span text)
{
    text = aet_span_trim(text);
    if (!l->array)
        return (struct framed){ AET_LIT(""), text, AET_LIT("\n") };
    return (struct framed){ l->n ? AET_LIT(",\n") : AET_LIT("\n"), text, AET_LIT("") };
}

static struct span list_end(const struct list *l)
{
    if (!l->array)
        return AET_LIT("");
    return l->n ? AET_LIT("\n]\n") : AET_LIT("]\n");
}

static const char *const suffixes[] = { ".json", NULL };

const struct format aet_format_json = { .name = "json",
                                        .suffixes = suffixes,
                                        .shape = SHAPE_OBJECT,
                                        .is = is,
                                        .begin = begin,
                                        .list_begin = list_begin,
                                        .list_item = list_item,
                                        .list_end = list_end };
