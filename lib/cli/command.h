/* What the command line said. */
#ifndef AET_CLI_COMMAND_H
#define AET_CLI_COMMAND_H

#include "cli/tool.h"

enum { OPTIONS_MAX = OPT_COMMON + 32 };

/* What a file of habits said for the command line; see habits.h. */
struct habit {
    int option;
    const char *value; /* "" for a flag */
    const char *file;
    bool is_path; /* the value names a file or a folder */
};

struct habits {
    struct habit *p;
    size_t n, cap;
};

struct command {
    const struct tool *tool;
    const struct verb *verb;
    const char *values[OPTIONS_MAX]; /* by option; "" for a flag; NULL: not given */
    const char **operands;
    size_t operands_n, operands_cap;
};

#endif
