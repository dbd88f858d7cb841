/* States and days of a timeline. */
#include "report/timeline.h"

enum { WEEK = 7, TO_COME = 3 };

const struct timeline_state aet_timeline_states[AET_TIMELINE_STATES] = {
    { "fait", { "fait", "done" }, "#2f6638", "", { "3A7D44", NULL } },
    { "en-cours",
      { "en cours", "under way" },
      "#a9c3dd",
      " stroke=\"#1f4e79\"",
      { "1F4E79", "pct50" } },
    { "en-retard",
      { "en retard", "late" },
      NULL,
      " stroke=\"#7a2e17\" stroke-width=\"2\"",
      { "B04A2F", "wdUpDiag" } },
    [TO_COME] = { "a-venir",
                  { "à venir", "to come" },
                  "#ffffff",
                  " stroke=\"#1f4e79\" stroke-dasharray=\"4 3\"",
                  { "1F4E79", "pct10" } },
    { "arrete",
      { "suspendu ou abandonné", "suspended or dropped" },
      "#ffffff",
      " stroke=\"#4a4a55\"",
      { "4A4A55", "smGrid" } },
    { "inconnu",
      { "état inconnu", "state unknown" },
      "#ffffff",
      " stroke=\"#4a4a55\" stroke-dasharray=\"1 3\"",
      { "8A8F99", "pct5" } },
};

static const struct cell *cell(const struct section *s, size_t row, int column)
{
    return &s->cells[row * s->kind->n + (size_t)column];
}

size_t aet_timeline_state(const struct section *s, size_t row)
{
    const struct cell *c = cell(s, row, s->kind->view.across);
    size_t i = 0;

    while (c->known && i < AET_TIMELINE_STATES &&
           !aet_span_eq(c->u.s, aet_span_z(aet_timeline_states[i].word)))
        i++;
    return c->known && i < AET_TIMELINE_STATES ? i : TO_COME;
}

bool aet_timeline_days(const struct section *s, size_t row, int32_t *from, int32_t *to)
{
    const struct cell *first = cell(s, row, s->kind->view.from);
    const struct cell *last = cell(s, row, s->kind->view.to);

    if (!first->known && !last->known)
        return false;
    *from = first->known ? aet_date_days(first->u.date) : aet_date_last_day(last->u.date) - WEEK;
    *to = last->known ? aet_date_last_day(last->u.date) : aet_date_days(first->u.date) + WEEK;
    return true;
}
