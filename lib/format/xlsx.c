/* The row of workbooks. */
#include "format/xlsx.h"

/* The text of an input is never one: a workbook that is read is another decoder. */
static bool is_none(struct input *in, char first, bool *yes, struct stop *stop)
{
    (void)in, (void)first, (void)stop;
    *yes = false;
    return true;
}

static const char *const suffixes[] = { ".xlsx", NULL };

const struct format aet_format_xlsx = {
    .name = "xlsx", .suffixes = suffixes, .shape = SHAPE_CELLS, .typed = true, .is = is_none
};
