/* aet-repa: code, check and analyse practice narratives and accompaniment journals. */
#include "run/tool.h"

static const struct verb verbs[] = { AET_COMMON_VERBS };

static const struct tool tool = {
    .name = "repa",
    .title = { "coder, vérifier et analyser des récits de pratique et des journaux d’accompagnement",
               "code, check and analyse practice narratives and accompaniment journals" },
    .examples = { "  aet-repa regles\n", "  aet-repa regles\n" },
    .verbs = verbs,
    .verbs_n = sizeof verbs / sizeof *verbs,
};

int main(int argc, char **argv)
{
    return aet_main(&tool, argc, argv);
}
