/* The rules on one memo. */
#include "repa/check/check.h"
#include "repa/memos/memos.h"
#include "repa/rules.h"

enum sujet aet_repa_memo_sujet(const struct facts *f)
{
    int32_t said = aet_fact_row(f, MEM_SUJET);

    if (said != NO_ROW)
        return (enum sujet)said;
    if (f->f[MEM_PASSAGE].present)
        return f->f[MEM_CODE].present ? SUJET_CODAGE : SUJET_PASSAGE;
    if (f->f[MEM_RECIT].present)
        return SUJET_SOURCE;
    return f->f[MEM_CODE].present ? SUJET_CODE : SUJET_PROJET;
}

/* What a memo must name to be of that. */
static void names(const struct repa_knowledge *k, const struct facts *f, struct diags *d)
{
    static const bool wants[SUJETS][MEM_COUNT] = {
        [SUJET_SOURCE] = { [MEM_RECIT] = true },
        [SUJET_CODE] = { [MEM_CODE] = true },
        [SUJET_PASSAGE] = { [MEM_RECIT] = true, [MEM_PASSAGE] = true },
        [SUJET_CODAGE] = { [MEM_RECIT] = true, [MEM_PASSAGE] = true, [MEM_CODE] = true }
    };
    enum sujet sujet = aet_repa_memo_sujet(f);

    for (int i = 0; i < MEM_COUNT; i++)
        if (wants[sujet][i] && !f->f[i].present)
            aet_diag_arg(d, aet_repa_say(d, REP_MEMO_SUJET, &aet_repa_schema_memos, i, -1),
                         "valeur", aet_label(k->sujets, sujet, k->lang));
}

void aet_repa_check_memos(const void *context, const struct facts *f, struct diags *d,
                          struct mark *mark)
{
    const struct repa_knowledge *k = context;
    const int says[] = { MEM_TITRE, MEM_MEMO, MEM_RECIT, MEM_PASSAGE, MEM_AUTEUR };
    struct buf key = { 0 };

    if (!f->f[MEM_MEMO].present)
        aet_repa_say(d, REP_MEMO_VIDE, &aet_repa_schema_memos, MEM_MEMO, -1);
    names(k, f, d);
    if (!mark || !f->f[MEM_MEMO].present)
        return;
    aet_buf_int(&key, (int64_t)aet_repa_memo_sujet(f));
    aet_buf_char(&key, '/');
    aet_buf_int(&key, aet_fact_row(f, MEM_CODE));
    for (size_t i = 0; i < sizeof says / sizeof *says; i++)
        aet_repa_key_add(&key, f, says[i]);
    mark->key = aet_repa_key_mark(&key);
}

void aet_repa_judge_memos(void *state, const struct mark *mark, uint64_t place,
                          const struct layout *const *files, struct diags *d)
{
    aet_twice(state, mark, place, files, d);
}
