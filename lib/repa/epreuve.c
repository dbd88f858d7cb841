/* Guards and verdicts of a threshold that was read (epreuve_lire.c). */
#include "repa/epreuve.h"

#include "report/figure.h"

bool aet_choix_has(const struct choix *c, const struct cle *cle)
{
    int32_t row;

    if (!c->coord)
        return true;
    row = cle->c[c->coord];
    return row >= 0 && (size_t)row < c->n && c->rows[row] != c->autres;
}

static void note(struct resultat *x, const char *text)
{
    if (x->note.n)
        aet_buf_str(&x->note, " ; ");
    aet_buf_str(&x->note, text);
}

void aet_epreuve_guard(const struct vue *v, struct resultat *x, struct text what, int64_t has,
                       int64_t needs)
{
    bool fr = v->r->lang == LANG_FR;

    if (has >= needs)
        return;
    note(x, aet_text(what, v->r->lang));
    aet_buf_str(&x->note, fr ? " : " : ": ");
    aet_buf_int(&x->note, has);
    aet_buf_str(&x->note, fr ? ", il en faut " : ", needs ");
    aet_buf_int(&x->note, needs);
}

void aet_epreuve_share(const struct vue *v, struct resultat *x, struct text what, double has,
                       double most)
{
    struct cell c = { .known = true, .u.d = has };

    if (most < 0 || !(has > most))
        return;
    note(x, aet_text(what, v->r->lang));
    aet_buf_str(&x->note, v->r->lang == LANG_FR ? " : " : ": ");
    aet_figure(&x->note, &c, CELL_SHARE, v->r->lang, "");
}

enum verdict aet_epreuve_verdict(const struct epreuve *e, struct stat_value valeur,
                                 struct stat_interval ic)
{
    double low = ic.low.defined ? ic.low.value : -1e300;
    double high = ic.high.defined ? ic.high.value : 1e300;

    if (!valeur.defined)
        return INDETERMINE;
    switch (e->sens) {
    case SENS_HAUSSE:
        if (valeur.value >= e->effet && low > 0)
            return CONFIRME;
        return high < e->effet ? INFIRME : INDETERMINE;
    case SENS_BAISSE:
        if (valeur.value <= e->effet && high < 0)
            return CONFIRME;
        return low > e->effet ? INFIRME : INDETERMINE;
    default:
        if (low >= e->effet)
            return CONFIRME;
        return high < e->effet ? INFIRME : INDETERMINE;
    }
}

void aet_epreuve(const struct epreuve *e, const struct vue *v, struct resultat *x)
{
    *x = (struct resultat){ .valeur = aet_stat_undefined(STAT_EMPTY),
                            .ic = aet_stat_no_interval(STAT_EMPTY) };
    if (e->genre == EPREUVE_PENTE || e->genre == EPREUVE_CONTRASTE)
        aet_epreuve_mois(e, v, x);
    else
        aet_epreuve_groupes(e, v, x);
}
