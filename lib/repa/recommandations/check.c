/* The rules on one recommendation, and on those it details. */
#include "repa/check/check.h"
#include "repa/recommandations/recommandations.h"
#include "repa/rules.h"

static struct diag *say(struct diags *d, int rule, int field)
{
    return aet_repa_say(d, rule, &aet_repa_schema_recommandations, field, -1);
}

static bool comes_from(const struct facts *f, int32_t provenance)
{
    const struct item *it = aet_fact_items(f, RCM_PROVENANCES);

    for (size_t i = 0; provenance != NO_ROW && i < aet_fact_count(f, RCM_PROVENANCES); i++)
        if (it[i].row == provenance)
            return true;
    return false;
}

static bool any_of(const struct facts *f, const int *fields, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (f->f[fields[i]].present)
            return true;
    return false;
}

/* What each provenance cannot be without. */
static void provenances(const struct repa_knowledge *k, const struct facts *f, struct diags *d)
{
    static const int words[] = { RCM_RECITS, RCM_SEGMENTS, RCM_PAROLES };
    static const int across[] = { RCM_CODES, RCM_CONSTAT, RCM_DONNEES };

    if (comes_from(f, k->provenance_validation) && !f->f[RCM_RECITS].present)
        say(d, REP_RECO_VALIDATION, RCM_RECITS);
    if (comes_from(f, k->provenance_entretiens) && !any_of(f, words, 3))
        say(d, REP_RECO_ENTRETIENS, RCM_PAROLES);
    if (comes_from(f, k->provenance_analyse) && !any_of(f, across, 3) &&
        aet_fact_count(f, RCM_RECITS) < 2)
        say(d, REP_RECO_ANALYSE, RCM_CONSTAT);
}

static void rests(const struct repa_knowledge *k, const struct facts *f, struct diags *d)
{
    static const int supports[] = { RCM_RECITS, RCM_SEGMENTS, RCM_PAROLES,
                                    RCM_CODES,  RCM_CONSTAT,  RCM_DONNEES };
    bool details = f->f[RCM_PARENT].present; /* what it details says where it comes from */

    if (!f->f[RCM_ENONCE].present)
        say(d, REP_RECO_ENONCE, RCM_ENONCE);
    if (!f->f[RCM_PROVENANCES].present && !f->f[RCM_PROVENANCES].unsaid && !details)
        say(d, REP_RECO_PROVENANCE, RCM_PROVENANCES);
    if (!any_of(f, supports, 6) && !f->f[RCM_PROVENANCES].present && !details)
        say(d, REP_RECO_APPUI, -1);
    if (f->f[RCM_SEGMENTS].present && !f->f[RCM_RECITS].present)
        say(d, REP_RECO_PASSAGES, RCM_RECITS);
    provenances(k, f, d);
}

/* Narratives and passages written one after the other, which are read as one. */
static void run_together(const struct facts *f, int field, struct diags *d)
{
    const struct item *it = aet_fact_items(f, (size_t)field);

    for (size_t i = 0; i < aet_fact_count(f, (size_t)field); i++)
        if (aet_span_has_any(it[i].text, ",;"))
            aet_diag_arg(d,
                         aet_repa_say(d, REP_RECO_SEPARER, &aet_repa_schema_recommandations, field,
                                      (long)it[i].position),
                         "valeur", aet_span_trim(it[i].text));
}

/* The mark of what a field names; 0: nothing. */
static uint64_t mark_of(const struct facts *f, int field)
{
    struct buf key = { 0 };

    if (!f->f[field].good)
        return 0;
    aet_repa_key_add(&key, f, field);
    return aet_repa_key_mark(&key);
}

void aet_repa_check_recommandations(const void *context, const struct facts *f, struct diags *d,
                                    struct mark *mark)
{
    const struct repa_knowledge *k = context;
    const struct fact *date = &f->f[RCM_DATE];
    uint64_t id = mark_of(f, RCM_ID);
    uint64_t parent = mark_of(f, RCM_PARENT);

    rests(k, f, d);
    run_together(f, RCM_RECITS, d);
    run_together(f, RCM_SEGMENTS, d);
    if (id && id == parent)
        say(d, REP_RECO_SOI, RCM_PARENT);
    if (date->good && aet_date_days(date->u.date) > k->today) {
        struct buf text = { 0 };

        aet_date_write(date->u.date, &text);
        aet_diag_arg(d, say(d, REP_FUTUR, RCM_DATE), "valeur", aet_buf_view(&text));
        aet_buf_free(&text);
    }
    if (!mark || !(id || parent))
        return;
    mark->key = id ? id : parent;
    mark->value = parent;
    mark->more[0] = id;
}

void aet_repa_judge_recommandations(void *state, const struct mark *mark, uint64_t place,
                                    const struct layout *const *files, struct diags *d)
{
    struct dossier *all = state;

    if (mark->more[0])
        aet_twice(&all->twice, mark, place, files, d);
    if (!mark->value)
        return;
    all->points = aet_grow(all->points, &all->cap, all->n, sizeof *all->points);
    all->points[all->n++] = (struct sous_point){ mark->value, place };
}

/* The parent may come behind what details it. */
void aet_repa_end_recommandations(void *state, struct diags *d, struct ending *to)
{
    struct dossier *all = state;

    for (size_t i = 0; i < all->n; i++)
        if (!aet_idset_has(&all->twice.set, all->points[i].parent))
            aet_ending_say(to, say(d, REP_RECO_PARENT, RCM_PARENT), all->points[i].place);
}

void aet_repa_dossier_free(struct dossier *d)
{
    aet_twice_free(&d->twice);
    aet_free(d->points);
}
