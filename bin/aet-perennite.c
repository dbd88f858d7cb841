/* aet-perennite: code and analyse how groups mean to last. */
#include "run/tool.h"

static const struct verb verbs[] = { AET_COMMON_VERBS };

static const struct tool tool = {
    .name = "perennite",
    .title = { "coder et analyser comment les regroupements comptent durer",
               "code and analyse how groups mean to last" },
    .examples = { "  aet-perennite regles\n", "  aet-perennite regles\n" },
    .verbs = verbs,
    .verbs_n = sizeof verbs / sizeof *verbs,
};

int main(int argc, char **argv)
{
    return aet_main(&tool, argc, argv);
}
