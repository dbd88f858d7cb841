/* What the first operand of a verb may be. */
#include "cli/tool.h"

#include <string.h>

const struct operand *aet_operand(const struct tool *tool, const char *verb)
{
    for (size_t i = 0; i < tool->operands_n; i++)
        if (strcmp(tool->operands[i].verb, verb) == 0)
            return &tool->operands[i];
    return NULL;
}
