/* Entries of a journal beside those before them. */
#include "repa/check/check.h"
#include "repa/rules.h"

enum { SAYS_DATE = 1, SAYS_AGENT = 2, SAYS_MILIEU = 4, SAYS_WORK = 8 };
enum { SAYS_WHOSE = SAYS_DATE | SAYS_AGENT | SAYS_MILIEU };

void aet_repa_mark_inscription(const struct facts *f, uint64_t overlap, struct mark *mark)
{
    const struct fact *x = f->f;

    mark->value = overlap;
    mark->more[0] = (x[JOU_DATE].present ? SAYS_DATE : 0U) |
                    (x[JOU_AGENT].present ? SAYS_AGENT : 0U) |
                    (x[JOU_MILIEU].present ? SAYS_MILIEU : 0U) |
                    (x[JOU_DUREE].present || x[JOU_MINUTES].present || x[JOU_FONCTION].present
                         ? SAYS_WORK
                         : 0U);
    mark->key = overlap ? overlap : 1;
}

/* It says what was done, and not when, by whom nor where, as lines do that stand beside merged
 * cells. */
static void refuse(const struct inscriptions *i, struct diags *d)
{
    static const struct {
        uint64_t says;
        int field;
    } known[] = { { SAYS_DATE, JOU_DATE }, { SAYS_AGENT, JOU_AGENT }, { SAYS_MILIEU, JOU_MILIEU } };
    const struct schema *schema = i->twice.schema;
    struct diag *x = aet_repa_say(d, REP_SOUS_FUSION, schema, -1, -1);
    struct buf names = { 0 };

    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        if (!(i->says & known[k].says))
            continue;
        aet_buf_str(&names, names.n ? "," : "");
        aet_buf_str(&names, schema->fields[known[k].field].name);
    }
    aet_diag_arg(d, x, "noms", aet_buf_view(&names));
    aet_buf_free(&names);
}

void aet_repa_judge_inscription(void *state, const struct mark *mark, uint64_t place,
                                const struct layout *const *files, struct diags *d)
{
    struct inscriptions *i = state;
    const struct layout *file = files[aet_place_file(place)];

    if (i->file != file)
        i->says = 0;
    i->file = file;
    i->says |= mark->more[0] & SAYS_WHOSE;
    if (i->says && mark->more[0] == SAYS_WORK && aet_has_cells(file))
        refuse(i, d);
    if (mark->value)
        aet_twice(&i->twice, mark, place, files, d);
}
