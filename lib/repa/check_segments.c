/* The rules on one coded segment, and on one answer about a condition. */
#include "repa/check.h"

#include "base/fold.h"
#include "repa/rules.h"

static bool position(struct span s, uint64_t *v)
{
    *v = 0;
    s = aet_span_trim(s);
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9' || i > 17)
            return false;
        *v = *v * 10 + (uint64_t)(s.p[i] - '0');
    }
    return s.n > 0;
}

static void positions(const struct facts *f, struct diags *d)
{
    const int fields[2] = { SEG_DEBUT, SEG_FIN };
    uint64_t at[2] = { 0, 0 };
    bool good = true;

    for (int i = 0; i < 2; i++) {
        const struct fact *x = &f->f[fields[i]];

        if (!x->good || position(x->u.text, &at[i]))
            continue;
        aet_diag_arg(d, aet_rep_say(d, REP_POSITION, &aet_segments, fields[i], -1), "valeur",
                     x->u.text);
        good = false;
    }
    if (good && f->f[SEG_DEBUT].good && f->f[SEG_FIN].good && at[1] < at[0])
        aet_diag_arg(d, aet_rep_say(d, REP_POSITION, &aet_segments, SEG_FIN, -1), "valeur",
                     f->f[SEG_FIN].u.text);
}

/* Parts of a key in NFC, each behind a line end. */
static void add_key(struct buf *key, const struct facts *f, int field)
{
    aet_buf_char(key, '\n');
    aet_nfc(aet_span_trim(aet_fact_text(f, (size_t)field)), key);
}

static uint64_t fingerprint(struct buf *key)
{
    uint64_t v = aet_span_fingerprint(aet_buf_view(key)) | 1;

    aet_buf_free(key);
    return v;
}

void aet_check_segments(const void *context, const struct facts *f, struct diags *d,
                        struct fait *fait)
{
    bool known = f->f[SEG_SEGMENT].present || f->f[SEG_DEBUT].present;
    int32_t code = aet_fact_row(f, SEG_CODE);
    struct buf key = { 0 };

    (void)context;
    if (!f->f[SEG_RECIT].present)
        aet_rep_say(d, REP_SANS_RECIT, &aet_segments, -1, -1);
    if (!known)
        aet_rep_say(d, REP_SANS_SEGMENT, &aet_segments, -1, -1);
    if (!f->f[SEG_CODEUR].present)
        aet_rep_say(d, REP_SANS_CODEUR, &aet_segments, -1, -1);
    if (!f->f[SEG_CODE].present)
        aet_rep_say(d, REP_SANS_CODE, &aet_segments, -1, -1);
    positions(f, d);
    if (!fait || !known || code == NO_ROW)
        return;
    aet_buf_int(&key, code);
    add_key(&key, f, SEG_RECIT);
    add_key(&key, f, SEG_SEGMENT);
    add_key(&key, f, SEG_DEBUT);
    add_key(&key, f, SEG_FIN);
    add_key(&key, f, SEG_CODEUR);
    fait->key = fingerprint(&key);
}

void aet_check_conditions(const void *context, const struct facts *f, struct diags *d,
                          struct fait *fait)
{
    int32_t pratique = aet_fact_row(f, CON_PRATIQUE);
    struct buf key = { 0 };

    (void)context;
    if (!f->f[CON_REPONSE].present)
        aet_rep_say(d, REP_SANS_REPONSE, &aet_conditions, -1, -1);
    if (!fait || pratique == NO_ROW)
        return;
    aet_buf_int(&key, pratique);
    add_key(&key, f, CON_ORGANISATION);
    fait->key = fingerprint(&key);
}
