/* Knowledge and rules, by kind of record. */
#include "repa/job.h"

#include "repa/rules.h"

bool aet_repa_begin(struct session *s, struct job *t, const char *etapes)
{
    *t = (struct job){ .w.least = ERREUR };
    if (!aet_repa_knowledge_load(&t->k, s))
        return false;
    if (!etapes)
        return true;
    t->k.datees = &t->etapes;
    return aet_repa_etapes_read(&t->etapes, s, etapes, t->k.etapes);
}

void aet_repa_end(struct job *t)
{
    aet_twice_free(&t->journal.twice);
    aet_twice_free(&t->codages.twice);
    aet_repa_langue_free(&t->codages.langue);
    aet_repa_parcours_free(&t->parcours);
    aet_repa_dossier_free(&t->dossier);
    aet_twice_free(&t->memos);
    aet_repa_etapes_free(&t->etapes);
    aet_repa_knowledge_free(&t->k);
}

static struct matcher **matchers_of(struct job *t, enum repa_kind kind)
{
    struct matcher **const all[KINDS] = { [KIND_JOURNAL] = t->k.journal,
                                          [KIND_SEGMENTS] = t->k.segments,
                                          [KIND_RECITS] = t->k.recits,
                                          [KIND_RECOMMANDATIONS] = t->k.recommandations,
                                          [KIND_MEMOS] = t->k.memos };

    return all[kind];
}

/* What is said of a record like one before it. */
static struct twice *twice_of(struct job *t, enum repa_kind kind)
{
    static const struct {
        int rule, field;
    } said[KINDS] = { [KIND_JOURNAL] = { REP_DOUBLON, JOU_DATE },
                      [KIND_SEGMENTS] = { REP_DEUX_FOIS, SEG_CODE },
                      [KIND_RECITS] = { REP_DEUX_FOIS, SEG_CODE },
                      [KIND_RECOMMANDATIONS] = { REP_RECO_DEUX_FOIS, RCM_ID },
                      [KIND_MEMOS] = { REP_MEMO_DEUX_FOIS, MEM_MEMO } };
    struct twice *twice = kind == KIND_SEGMENTS          ? &t->codages.twice
                          : kind == KIND_RECOMMANDATIONS ? &t->dossier.twice
                          : kind == KIND_MEMOS           ? &t->memos
                                                         : &t->journal.twice;

    twice->rule = &aet_repa_rule[said[kind].rule];
    twice->schema = aet_repa_kinds[kind];
    twice->field = said[kind].field;
    return twice;
}

void aet_repa_arm(struct job *t, enum repa_kind kind)
{
    struct twice *twice = twice_of(t, kind);

    t->w = (struct work){ .reads = AET_FLAT(.schema = aet_repa_kinds[kind],
                                            .matchers = matchers_of(t, kind)),
                          .rules = &aet_repa_rules[kind],
                          .context = &t->k,
                          .state = &t->journal,
                          .seen = &twice->set,
                          .least = ERREUR };
    if (kind == KIND_SEGMENTS) {
        aet_repa_langue_init(&t->codages.langue, &t->k);
        t->w.state = &t->codages;
    }
    if (kind == KIND_RECOMMANDATIONS)
        t->w.state = &t->dossier;
    if (kind == KIND_MEMOS)
        t->w.state = &t->memos;
    if (kind == KIND_RECITS) {
        t->parcours.k = &t->k;
        t->w.state = &t->parcours;
        t->w.seen = &t->parcours.recits;
    }
}
