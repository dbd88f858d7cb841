/* The rules on one coded segment, and on one answer about a condition. */
#include "repa/check/check.h"

#include "base/fold.h"
#include "repa/passage.h"
#include "repa/rules.h"

static void say_value(struct diags *d, int rule, const struct facts *f, int field)
{
    aet_diag_arg(d, aet_repa_say(d, rule, &aet_repa_schema_segments, field, -1), "valeur",
                 aet_fact_text(f, (size_t)field));
}

/* Positions that can be read, in order, within the narrative. */
static void positions(const struct facts *f, struct diags *d)
{
    const int fields[3] = { SEG_DEBUT, SEG_FIN, SEG_LONGUEUR };
    uint64_t at[3] = { 0, 0, 0 };
    bool good[3];

    for (int i = 0; i < 3; i++) {
        const struct fact *x = &f->f[fields[i]];

        good[i] = x->good && aet_repa_passage_position(x->u.text, &at[i]);
        if (x->good && !good[i])
            say_value(d, REP_POSITION, f, fields[i]);
    }
    if (good[0] && good[1] && at[1] < at[0])
        say_value(d, REP_POSITION, f, SEG_FIN);
    if (good[1] && good[2] && at[1] > at[2]) {
        struct diag *x = aet_repa_say(d, REP_AU_DELA, &aet_repa_schema_segments, SEG_FIN, -1);

        aet_diag_arg(d, x, "valeur", aet_fact_text(f, SEG_FIN));
        aet_diag_arg(d, x, "autre", aet_fact_text(f, SEG_LONGUEUR));
    }
}

void aet_repa_check_segments(const void *context, const struct facts *f, struct diags *d,
                             struct mark *mark)
{
    bool known = aet_repa_passage_known(f);
    int32_t code = aet_fact_row(f, SEG_CODE);
    struct buf key = { 0 }, passage = { 0 };

    (void)context;
    if (!f->f[SEG_RECIT].present)
        aet_repa_say(d, REP_SANS_RECIT, &aet_repa_schema_segments, SEG_RECIT, -1);
    if (!known)
        aet_repa_say(d, REP_SANS_SEGMENT, &aet_repa_schema_segments, SEG_SEGMENT, -1);
    if (!f->f[SEG_CODEUR].present)
        aet_repa_say(d, REP_SANS_CODEUR, &aet_repa_schema_segments, SEG_CODEUR, -1);
    if (!f->f[SEG_CODE].present && !f->f[SEG_CODE].unsaid)
        aet_repa_say(d, REP_SANS_CODE, &aet_repa_schema_segments, SEG_CODE, -1);
    positions(f, d);
    if (!mark)
        return;
    aet_repa_langue_mark(mark, &f->f[SEG_CODE]);
    if (aet_repa_langue_is_foreign(mark))
        mark->key = mark->more[1];
    if (!known || code == NO_ROW)
        return;
    aet_buf_int(&key, code);
    aet_repa_key_add(&key, f, SEG_RECIT);
    aet_repa_key_add(&key, f, SEG_CODEUR);
    aet_buf_char(&key, '\n');
    aet_repa_passage_key(f, &passage);
    aet_nfc(aet_buf_view(&passage), &key);
    aet_buf_free(&passage);
    mark->key = aet_repa_key_mark(&key);
}

void aet_repa_judge_segments(void *state, const struct mark *mark, uint64_t place,
                             const struct layout *const *files, struct diags *d)
{
    struct codages *c = state;

    aet_repa_langue_note(&c->langue, mark, place);
    if (!aet_repa_langue_is_foreign(mark))
        aet_twice(&c->twice, mark, place, files, d);
}

void aet_repa_end_segments(void *state, struct diags *d, struct ending *to)
{
    const struct codages *c = state;

    aet_repa_langue_end(&c->langue, d, to);
}

void aet_repa_check_conditions(const void *context, const struct facts *f, struct diags *d,
                               struct mark *mark)
{
    int32_t pratique = aet_fact_row(f, CON_PRATIQUE);
    struct buf key = { 0 };

    (void)context;
    if (!f->f[CON_REPONSE].present)
        aet_repa_say(d, REP_SANS_REPONSE, &aet_repa_schema_conditions, CON_REPONSE, -1);
    if (!mark || pratique == NO_ROW)
        return;
    aet_buf_int(&key, pratique);
    aet_repa_key_add(&key, f, CON_ORGANISATION);
    mark->key = aet_repa_key_mark(&key);
}
