/* Printing and counting diagnostics. */
#include "flow/teller.h"

#include "voice/hint.h"

static struct tally *tally_of(struct teller *t, const struct rule *rule)
{
    size_t i = 0;

    while (i < t->tallies_n && t->tallies[i].rule != rule)
        i++;
    if (i == t->tallies_n) {
        t->tallies = aet_grow(t->tallies, &t->tallies_cap, t->tallies_n, sizeof *t->tallies);
        t->tallies[t->tallies_n++] = (struct tally){ .rule = rule };
    }
    return &t->tallies[i];
}

static void note_table(struct teller *t, const char *table)
{
    size_t i = 0;

    while (i < t->own_n && strcmp(t->own[i], table) != 0)
        i++;
    if (i == t->own_n && i < OWN_TABLES)
        t->own[t->own_n++] = table;
}

bool aet_teller_counts(struct teller *t, const struct diag *x)
{
    t->totals->errors += x->rule->gravity == ERREUR;
    t->totals->warnings += x->rule->gravity == AVERTISSEMENT;
    t->totals->infos += x->rule->gravity == INFO;
    if (t->aloud)
        return true;
    if (t->silent)
        return false;
    if (x->table && !t->summing)
        note_table(t, x->table);
    return t->summing ? ++tally_of(t, x->rule)->count <= FIRST_PLACES
                      : aet_flood_lets(&t->flood, t->voice, x);
}

void aet_teller_tell(struct teller *t, const struct diag *x, const struct diag_place *where)
{
    if (t->summing && !t->aloud) {
        struct tally *k = tally_of(t, x->rule);

        k->first[k->count - 1] = *where;
    } else {
        aet_voice_diag(t->voice, x, where, &t->text);
    }
}

/* Where words of one's own go, when terms were met that are none of a table's. */
static void tell_tables(struct teller *t, const char *file)
{
    struct diag_place where = { .file = file };
    struct diag x = { .rule = &aet_rules_bil[BIL_OWN_TERMS], .n = 3 };
    struct buf names = { 0 }, count = { 0 };

    if (!t->own_n)
        return;
    aet_buf_uint(&count, t->own_n);
    x.args[0] = (struct diag_arg){ "nombre", aet_buf_view(&count) };
    x.args[1] = (struct diag_arg){ "noms", aet_hint_list(t->own, t->own_n, &names) };
    x.args[2] = (struct diag_arg){ "outil", aet_span_z(t->voice->tool) };
    aet_voice_diag(t->voice, &x, &where, &t->text);
    t->own_n = 0;
    aet_buf_free(&names);
    aet_buf_free(&count);
}

void aet_teller_file(struct teller *t, const char *file)
{
    aet_flood_end(&t->flood, t->voice, file, &t->text);
    tell_tables(t, file);
    aet_teller_flush(t);
}

void aet_teller_flush(struct teller *t)
{
    aet_door_write(aet_buf_view(&t->text));
    aet_buf_clear(&t->text);
}

void aet_teller_free(struct teller *t)
{
    aet_buf_free(&t->text);
    aet_flood_free(&t->flood);
    aet_free(t->tallies);
}
