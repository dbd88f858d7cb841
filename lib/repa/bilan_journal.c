/* A journal's summary (share/schemas/repa-bilan.json), but for the expectations: its sections in
 * their order, the first of them, and the cells that they share. */
#include "repa/bilan_journal.h"
#include "repa/etapes.h"

#include "base/fold.h"

static const struct column base_columns[] = {
    { "entrees", { "Inscriptions", "Entries" }, CELL_COUNT, false },
    { "agents", { "Agents", "Agents" }, CELL_COUNT, false },
    { "milieux", { "Milieux", "Communities" }, CELL_COUNT, false },
    { "debut", { "Du", "From" }, CELL_DATE, false },
    { "fin", { "Au", "To" }, CELL_DATE, false },
    HEURES,
    { "sans_duree", { "Sans durée", "Without a duration" }, CELL_COUNT, false },
    { "rejetes", { "Rejetées à la lecture", "Rejected on reading" }, CELL_COUNT, false },
};
const struct section_kind aet_kind_jou_base = { "base",       { "En bref", "In short" },
                                                base_columns, 8,
                                                true,         AET_VIEW_TABLE };

void aet_jou_put_hours(struct section *s, int64_t minutes)
{
    aet_put_number(s, (double)minutes / AET_HEURE);
}

void aet_jou_put_row(struct report *r, struct section *s, const struct table *t, int32_t row)
{
    if (row < 0) {
        aet_put_unknown(s);
        aet_put_text(r, s, r->lang == LANG_FR ? AET_LIT("(non noté)") : AET_LIT("(not recorded)"));
        return;
    }
    aet_put_text(r, s, aet_cell(t, (size_t)row, 0));
    aet_put_text(r, s, aet_fold_short(aet_label(t, (size_t)row, r->lang)));
}

struct compte aet_jou_sum(const struct compte *x, size_t n, int c, int32_t value)
{
    struct compte sum = { .n = 0 };

    for (size_t i = 0; i < n; i++)
        if (x[i].cle.c[c] == value) {
            sum.n += x[i].n;
            sum.minutes += x[i].minutes;
        }
    return sum;
}

static void base(const struct vue *v)
{
    struct section *s = aet_report_section(v->r, &aet_kind_jou_base);
    const struct bilan_repa *b = v->b;
    int64_t with = 0;
    size_t n;
    const struct compte *x = aet_vue_of(v, DIM_DUREE, &n);

    for (size_t i = 0; i < n; i++)
        with += x[i].n;
    aet_put_count(s, b->n);
    aet_put_count(s, (int64_t)b->agents.n);
    aet_put_count(s, (int64_t)b->milieux.n);
    aet_put_date(s, b->first <= b->last ? aet_date_from_days(b->first) : (struct date){ 0 });
    aet_put_date(s, b->first <= b->last ? aet_date_from_days(b->last) : (struct date){ 0 });
    aet_jou_put_hours(s, b->minutes);
    aet_put_count(s, b->n - with);
    aet_put_count(s, (int64_t)v->rejected);
}

/* What dates the steps is said under them: January to April, or a calendar, and how far it reaches.
 */
static void dated_steps(const struct vue *v)
{
    const struct etapes *e = v->b->k->datees;
    bool fr = v->r->lang == LANG_FR;
    struct buf note = { 0 };

    if (!e)
        return;
    aet_buf_str(&note, fr ? "Étapes datées par « " : "Steps dated by “");
    aet_buf_str(&note, e->file);
    aet_buf_str(&note, fr ? " » : milieux qui y sont, " : "”: communities that it holds, ");
    aet_buf_uint(&note, aet_etapes_known(e, &v->b->milieux));
    aet_buf_str(&note, fr ? " sur " : " of ");
    aet_buf_uint(&note, v->b->milieux.n);
    aet_buf_str(&note,
                fr ? "; les autres gardent janvier à avril" : "; the others keep January to April");
    aet_section_note(v->r, &v->r->sections[v->r->n - 1], aet_buf_view(&note));
    aet_buf_free(&note);
}

void aet_bilan_journal(const struct vue *v)
{
    const struct savoir *k = v->b->k;
    struct grille g;

    aet_grille_init(&g, v);
    base(v);
    aet_jou_fonctions(v);
    aet_jou_strategies(v);
    aet_jou_intensite(v, &g);
    aet_jou_by_table(v, &aet_kind_jou_etapes, k->etapes, DIM_TYPE, 4);
    dated_steps(v);
    aet_jou_by_table(v, &aet_kind_jou_paliers, k->paliers, DIM_TYPE, 3);
    aet_jou_annees(v, &g);
    aet_jou_by_table(v, &aet_kind_jou_postures, k->postures, DIM_POSTURE, 0);
    aet_jou_by_table(v, &aet_kind_jou_phases, k->phases, DIM_TYPE, 2);
    aet_jou_by_table(v, &aet_kind_jou_contextes, k->contextes, DIM_CONTEXTE, 0);
    aet_jou_acteurs(v);
    aet_jou_conformite(v);
    aet_grille_free(&g);
}
