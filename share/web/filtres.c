/* The four filters as one program of the page: their names say which one runs. Each has a main of
 * its own, named otherwise where it is compiled for this. */
#include <string.h>

int aet_publics_main(int argc, char **argv);
int aet_plan_main(int argc, char **argv);
int aet_perennite_main(int argc, char **argv);
int aet_repa_main(int argc, char **argv);

static const struct {
    const char *name;
    int (*main)(int argc, char **argv);
} filters[] = {
    { "aet-publics", aet_publics_main },
    { "aet-plan", aet_plan_main },
    { "aet-perennite", aet_perennite_main },
    { "aet-repa", aet_repa_main },
};

/* Called as `PROGRAM aet-plan valider …`: the page has no say in argv[0]. */
int main(int argc, char **argv)
{
    for (size_t i = 0; argc > 1 && i < sizeof filters / sizeof *filters; i++)
        if (strcmp(argv[1], filters[i].name) == 0)
            return filters[i].main(argc - 1, argv + 1);
    return 2;
}
