/* Dated meetings, and the step that a community was at on a day. */
#include "repa/etapes.h"

#include <stdlib.h>

#include "base/fold.h"
#include "cli/hide.h"
#include "privacy/hiding.h"
#include "repa/rules.h"
#include "flow/annexe.h"

enum { CAL_REGROUPEMENT, CAL_NOM, CAL_DATE, CAL_ETAPE, CAL_COUNT };

static const struct field fields[CAL_COUNT] = {
    [CAL_REGROUPEMENT] = { "regroupement",
                           { "Regroupement", "Group" },
                           "Milieu|RLP|Groupe|Communauté|Territoire",
                           TYPE_NAME,
                           NULL,
                           NULL,
                           false },
    [CAL_NOM] = { "nom",
                  { "Nom du regroupement", "Name of the group" },
                  "Nom du RLP|Nom",
                  TYPE_NAME,
                  NULL,
                  NULL,
                  false },
    [CAL_DATE] = { "date", { "Date", "Date" }, "Jour", TYPE_DATE, NULL, NULL, false },
    [CAL_ETAPE] = { "etape",
                    { "Étape", "Step" },
                    "Étape du cycle",
                    TYPE_TERM,
                    "etapes",
                    &aet_repa_rule[REP_ETAPE],
                    false },
};
static const struct schema calendrier = { "repa",
                                          "calendrier",
                                          { "Rencontre datée", "Dated meeting" },
                                          fields,
                                          CAL_COUNT,
                                          .noun = { "rencontre", "meeting" },
                                          .named_by = "date" };

/* What a number stands for that is no number of an id. */
#define SANS_ID UINT32_MAX /* no enumerators: these are of type int */
#define DE_DEUX (UINT32_MAX - 1)

/* The number of an id or a name of a group, and of the id that it stands for. */
static uint32_t number_of(struct etapes *e, struct span text)
{
    size_t before = e->groupes.n;
    uint32_t n = aet_names_id(&e->groupes, text);

    if (n == before) {
        e->de = aet_grow(e->de, &e->de_cap, n, sizeof *e->de);
        e->de[n] = SANS_ID;
    }
    return n;
}

static struct span shown(struct etapes *e, struct span groupe)
{
    return e->names && groupe.n ? aet_pseudonym(e->names, "milieu", groupe) : groupe;
}

/* A name stands for the id beside it; for two of them it says nothing. */
static void stands_for(struct etapes *e, struct span nom, struct span id)
{
    uint32_t n = number_of(e, shown(e, nom)), of = number_of(e, shown(e, id));

    e->de[n] = e->de[n] == SANS_ID || e->de[n] == of ? of : DE_DEUX;
}

/* A meeting under one of the names of its group; without any it is one of every community. */
static void keep_as(struct etapes *e, const struct facts *f, struct span groupe)
{
    groupe = shown(e, groupe);
    e->jours = aet_grow(e->jours, &e->cap, e->n, sizeof *e->jours);
    e->jours[e->n++] = (struct etape_datee){ groupe.n ? number_of(e, groupe) + 1 : 0,
                                             aet_date_days(f->f[CAL_DATE].u.date),
                                             f->f[CAL_ETAPE].u.row };
}

/* Plans know a group by its id, a journal mostly by its name: both lead to it. */
static void keep(void *to, const struct facts *f, uint64_t line, struct diags *diags)
{
    struct span id = aet_span_trim(aet_fact_text(f, CAL_REGROUPEMENT));
    struct span nom = aet_span_trim(aet_fact_text(f, CAL_NOM));

    (void)line, (void)diags;
    if (!f->f[CAL_DATE].good || !f->f[CAL_ETAPE].good)
        return;
    if (id.n && nom.n && !aet_fold_same(id, nom))
        stands_for(to, nom, id);
    if (id.n || !nom.n)
        keep_as(to, f, id);
    if (nom.n && !aet_fold_same(id, nom))
        keep_as(to, f, nom);
}

static void say_shared(const struct etapes *e, struct session *s)
{
    struct buf names = { 0 };

    for (size_t i = 0; i < e->groupes.n; i++) {
        if (e->de[i] != DE_DEUX)
            continue;
        aet_buf_str(&names, names.n ? ", " : "");
        aet_buf_span(&names, e->groupes.list[i]);
    }
    if (names.n)
        aet_voice_say(&s->voice, &aet_repa_rule[REP_ETAPES_NOM],
                      AET_WORDS(aet_word_span("fichier", e->shown),
                                aet_word_span("valeur", aet_buf_view(&names))));
    aet_buf_free(&names);
}

static int by_group_and_day(const void *x, const void *y)
{
    const struct etape_datee *a = x, *b = y;

    if (a->groupe != b->groupe)
        return a->groupe < b->groupe ? -1 : 1;
    if (a->jour != b->jour)
        return a->jour < b->jour ? -1 : 1;
    return a->etape < b->etape ? -1 : a->etape > b->etape;
}

bool aet_repa_etapes_read(struct etapes *e, struct session *s, const char *file,
                          const struct table *etapes)
{
    static const size_t needed[] = { CAL_DATE, CAL_ETAPE };
    struct matcher *matchers[CAL_COUNT] = { [CAL_ETAPE] = aet_matcher_new(etapes, NULL, 0) };
    const struct annexe calendar = { &calendrier, matchers, needed, 2, false, keep, e };
    bool ok;

    *e = (struct etapes){ .file = file,
                          .shown = aet_hide_text(s, file, &s->arena),
                          .groupes.folded = true,
                          .names = aet_hiding_names(s->hiding) };
    ok = aet_annexe_read(s, file, &calendar);
    if (e->n)
        qsort(e->jours, e->n, sizeof *e->jours, by_group_and_day);
    else if (ok)
        aet_voice_say(&s->voice, &aet_repa_rule[REP_ETAPES_VIDE],
                      AET_WORDS(aet_word("fichier", file)));
    if (ok)
        say_shared(e, s);
    aet_matcher_free(matchers[CAL_ETAPE]);
    return ok && e->n;
}

/* The last step of a group that began on the day or before. */
static int32_t step_of(const struct etapes *e, uint32_t groupe, int32_t jour)
{
    size_t low = 0, high = e->n;

    while (low < high) {
        size_t mid = (low + high) / 2;
        const struct etape_datee *x = &e->jours[mid];

        if (x->groupe < groupe || (x->groupe == groupe && x->jour <= jour))
            low = mid + 1;
        else
            high = mid;
    }
    if (low == 0 || e->jours[low - 1].groupe != groupe || (groupe && e->de[groupe - 1] == DE_DEUX))
        return NO_ROW;
    return e->jours[low - 1].etape;
}

size_t aet_repa_etapes_known(const struct etapes *e, const struct names *milieux)
{
    size_t known = 0;

    if (e->n && e->jours[0].groupe == 0)
        return milieux->n;
    for (size_t i = 0; i < milieux->n; i++)
        known += aet_names_find(&e->groupes, milieux->list[i]) != AET_NO_NAME;
    return known;
}

int32_t aet_repa_etapes_at(const struct etapes *e, struct span milieu, int32_t jour)
{
    uint32_t groupe = milieu.n ? aet_names_find(&e->groupes, milieu) : AET_NO_NAME;
    int32_t step = groupe == AET_NO_NAME ? NO_ROW : step_of(e, groupe + 1, jour);

    return step != NO_ROW ? step : step_of(e, 0, jour);
}

void aet_repa_etapes_free(struct etapes *e)
{
    aet_names_free(&e->groupes);
    aet_free(e->jours);
    aet_free(e->de);
    *e = (struct etapes){ 0 };
}
