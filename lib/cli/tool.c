/* What a tool declares, looked up. */
#include "cli/tool.h"

#include <string.h>

#include "tree/nest.h"

const struct operand *aet_operand(const struct tool *tool, const char *verb)
{
    for (size_t i = 0; i < tool->operands_n; i++)
        if (strcmp(tool->operands[i].verb, verb) == 0)
            return &tool->operands[i];
    return NULL;
}

const struct schema *aet_tool_schema(const struct tool *tool, size_t k)
{
    if (tool->nest)
        return k < tool->nest->n ? tool->nest->kinds[k].schema : NULL;
    return tool->schemas ? tool->schemas[k] : NULL;
}
