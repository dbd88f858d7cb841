/* aet-plan: plan the process, check and follow a concerted action plan. */
#include "run/tool.h"

static const struct verb verbs[] = { AET_COMMON_VERBS };

static const struct tool tool = {
    .name = "plan",
    .title = { "planifier la démarche, vérifier et suivre un plan d’action concerté",
               "plan the process, check and follow a concerted action plan" },
    .examples = { "  aet-plan regles\n", "  aet-plan regles\n" },
    .verbs = verbs,
    .verbs_n = sizeof verbs / sizeof *verbs,
};

int main(int argc, char **argv)
{
    return aet_main(&tool, argc, argv);
}
