/* What the sections of bilan and constats share. */
#include "perennite/sections.h"

const struct text aet_perennite_masque = { "Masqués : ce tableau donnerait de petits comptes.",
                                           "Hidden: this table would give small counts away." };

void aet_perennite_put_term(struct section *s, int column, const struct table *t, size_t row)
{
    aet_row_text(s, column, aet_cell(t, row, 0));
    aet_row_text(s, column + 1, aet_label(t, row, s->report->lang));
}
