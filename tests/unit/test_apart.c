/* apart: the words of totals and notes, and what is no word. */
#include "apart/words.h"
#include "suite.h"

static const struct {
    const char *cell;
    enum rank rank;
    bool alone; /* it stands by itself: no words follow */
} ranks[] = {
    { "Total", RANK_TOTAL, true },
    { "TOTAL :", RANK_TOTAL, true },
    { "total 2025-2026", RANK_TOTAL, true },
    { "= TOTAL =", RANK_TOTAL, false }, /* seen by those who look twice */
    { "T O T A L", RANK_TOTAL, true },
    { "Totaux", RANK_TOTAL, true },
    { "Somme", RANK_TOTAL, false },
    { "Sum", RANK_TOTAL, false },
    { "Total des heures :", RANK_NAMED, false },
    { "Total (avant taxes)", RANK_NAMED, false },
    { "Total \xE2\x80\x93 Parents", RANK_NAMED, false },
    { "Parents Total", RANK_NAMED, false },
    { "Sous-total", RANK_PART, true },
    { "SOUS TOTAL", RANK_PART, true },
    { "Sous\xE2\x80\x91total A", RANK_PART, false },
    { "S/total", RANK_PART, true },
    { "Total partiel", RANK_PART, true },
    { "Subtotal", RANK_PART, true },
    { "Total g\xC3\xA9n\xC3\xA9ral", RANK_OVERALL, true },
    { "TOTAL GENERAL :", RANK_OVERALL, true },
    { "Grand total", RANK_OVERALL, true },
    { "Grand Total 2026", RANK_OVERALL, true },
    { "Nombre total d\xE2\x80\x99heures", RANK_OTHER, false },
    { "Moyenne", RANK_OTHER, false },
    { "M\xC3\xA9"
      "diane",
      RANK_OTHER, false },
    { "Solde", RANK_OTHER, false },
    { "", RANK_NONE, false },
    { "Totalement", RANK_NONE, false },
    { "Sommet", RANK_NONE, false },
    { "Sommeil des tout-petits", RANK_NONE, false },
    { "Soldes d\xE2\x80\x99hiver", RANK_NONE, false },
    { "Parents", RANK_NONE, false },
    { "Capital humain", RANK_NONE, false },
};

START_TEST(rank)
{
    struct span cell = aet_span_z(ranks[_i].cell);

    ck_assert_int_eq(aet_rank_of(cell), ranks[_i].rank);
    ck_assert_int_eq(aet_is_total_word(cell), ranks[_i].alone);
}
END_TEST

static const struct {
    const char *cell;
    bool figure;
} cells[] = {
    { "12", true },
    { "1\xC2\xA0"
      "250,50\xC2\xA0$",
      true },
    { "(500,00)", true },
    { "\xE2\x88\x92"
      "5",
      true },
    { "35 %", true },
    { "1,234", true }, /* whichever it means */
    { "2 h 30", true },
    { "90 min", true },
    { "heures", true },
    { "$", true },
    { "\xE2\x80\x94", true },
    { "n/a", true },
    { "10 activit\xC3\xA9s", true },
    { "2026-03-31", true },
    { "#REF!", true },
    { "=SOMME(G2:G14)", true },
    { "3.", true },
    { "", false }, /* no cell at all is asked about */
    { "voir annexe", false },
    { "10 activit\xC3\xA9s et 3 rencontres", false },
    { "50 $ / rencontre", false },
    { "environ 2h", false },
    { "A12", false },
    { "Parents", false },
};

START_TEST(figure)
{
    struct span cell = aet_span_z(cells[_i].cell);

    ck_assert_int_eq(cell.n && aet_is_figure(cell, (struct number_form){ ',', false }),
                     cells[_i].figure);
}
END_TEST

static const struct {
    const char *cell;
    bool note, label, labelled;
} notes[] = {
    { "* Montants avant taxes", true, false, false },
    { "Note : les heures de route", true, false, true },
    { "NOTES: a", true, false, true },
    { "N.B. : a", true, false, true },
    { "Source\xC2\xA0: registre", true, false, true },
    { "Source :", true, true, true },
    { "Pr\xC3\xA9par\xC3\xA9 par :", false, true, true },
    { "Pr\xC3\xA9par\xC3\xA9 par : Luc", false, false, true },
    { "Notes de terrain", false, false, false },
    { "Sourcer : a", false, false, true },
    { "https://exemple.ca", false, false, false },
    { "10:30", false, false, false },
    { ":", false, false, false },
};

START_TEST(note)
{
    struct span cell = aet_span_z(notes[_i].cell);

    ck_assert_int_eq(aet_begins_note(cell), notes[_i].note);
    ck_assert_int_eq(aet_is_label(cell), notes[_i].label);
    ck_assert_int_eq(aet_is_labelled(cell), notes[_i].labelled);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("apart");
    TCase *t = tcase_create("apart");

    tcase_add_loop_test(t, rank, 0, ROWS(ranks));
    tcase_add_loop_test(t, figure, 0, ROWS(cells));
    tcase_add_loop_test(t, note, 0, ROWS(notes));
    suite_add_tcase(s, t);
    return run_suite(s);
}
