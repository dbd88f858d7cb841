/* NDJSON: one object a line. */
#include "format/ndjson.h"

#include "format/cut_csv.h"
#include "format/cut_json.h"

/* One object on the first line means a line for each; an object over several lines does not. */
static bool is(struct input *in, char first, bool *yes, struct stop *stop)
{
    struct cutter values;
    struct piece piece;
    size_t line;

    *yes = false;
    if (first != '{')
        return true;
    while (in->text.n && (in->text.p[0] == '\n' || in->text.p[0] == '\r' || in->text.p[0] == ' '))
        aet_input_drop(in, 1);
    if (!aet_input_line(in, &line, stop))
        return false;
    aet_cutter_json(&values, false);
    *yes = aet_cut(&values, aet_span(in->text.p, line), true, &piece) == CUT_RECORD;
    return true;
}

static bool begin(struct input *in, struct cutter *c, struct stop *stop)
{
    (void)in;
    (void)stop;
    aet_cutter_lines(c);
    return true;
}

static struct framed list_item(const struct list *l, struct span text)
{
    (void)l;
    return (struct framed){ AET_LIT(""), aet_span_trim(text), AET_LIT("\n") };
}

static const char *const suffixes[] = { ".ndjson", ".jsonl", NULL };

const struct format aet_format_ndjson = { .name = "ndjson",
                                          .suffixes = suffixes,
                                          .shape = SHAPE_OBJECT,
                                          .one_line = true,
                                          .is = is,
                                          .begin = begin,
                                          .list_item = list_item };
