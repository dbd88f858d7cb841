/* Data for the measures: a strategy of any size, made from the blocks of the matrix so that every
 * term is known and stands in its block. Synthetic, and the same for the same number: the dice are
 * fixed.
 *
 *   generer csv|ndjson N      on standard output */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "io/csv_row.h"
#include "io/json.h"
#include "tables/table.h"

enum { LABELS_MAX = 2, FLUSH = 1 << 20 };

struct maker {
    const struct table *matrice, *publics, *termes;
    uint64_t dice;
    bool json;
    struct buf out;
    size_t columns; /* written of the current record */
};

static size_t throw_dice(struct maker *m, size_t sides)
{
    m->dice ^= m->dice << 13;
    m->dice ^= m->dice >> 7;
    m->dice ^= m->dice << 17;
    return (size_t)(m->dice >> 33) % sides;
}

static void begin_field(struct maker *m, const char *name)
{
    if (m->json) {
        aet_buf_char(&m->out, m->columns ? ',' : '{');
        aet_json_string(&m->out, aet_span_z(name));
        aet_buf_char(&m->out, ':');
    } else if (m->columns) {
        aet_buf_char(&m->out, ',');
    }
    m->columns++;
}

static void put(struct maker *m, const char *name, struct span text)
{
    begin_field(m, name);
    if (m->json)
        aet_json_string(&m->out, text);
    else
        aet_csv_cell(&m->out, text, ',');
}

/* Digits with two decimals: a number in JSON. */
static void put_money(struct maker *m, const char *name, size_t cents)
{
    begin_field(m, name);
    aet_buf_uint(&m->out, cents / 100);
    aet_buf_char(&m->out, '.');
    aet_buf_char(&m->out, (char)('0' + cents / 10 % 10));
    aet_buf_char(&m->out, (char)('0' + cents % 10));
}

static void put_list(struct maker *m, const char *name, const struct span *parts, size_t n)
{
    struct buf cell = { 0 };

    if (!m->json) {
        for (size_t i = 0; i < n; i++) {
            if (i)
                aet_buf_char(&cell, '|');
            aet_buf_span(&cell, parts[i]);
        }
        put(m, name, aet_buf_view(&cell));
        aet_buf_free(&cell);
        return;
    }
    begin_field(m, name);
    for (size_t i = 0; i < n; i++) {
        aet_buf_char(&m->out, i ? ',' : '[');
        aet_json_string(&m->out, parts[i]);
    }
    aet_buf_str(&m->out, n ? "]" : "[]");
}

static struct span label(const struct table *t, struct span id)
{
    return aet_label(t, (size_t)aet_row_of_id(t, id), LANG_FR);
}

/* Up to `most` labels of a cell of the matrix, from a thrown place on. */
static size_t choose(struct maker *m, size_t bloc, const char *column, struct span *to, size_t most)
{
    struct span cell = aet_cell(m->matrice, bloc, aet_column(m->matrice, column)), list, id;
    size_t n = 0, k = 0, first;

    for (list = cell; aet_list_next(&list, &id);)
        n++;
    most = most < n ? most : n;
    first = n > most ? throw_dice(m, n - most + 1) : 0;
    for (list = cell; k < first + most && aet_list_next(&list, &id); k++)
        if (k >= first)
            to[k - first] = label(m->termes, id);
    return most;
}

/* A block that has two means: one alone would be advised against. */
static size_t throw_bloc(struct maker *m)
{
    struct span means[LABELS_MAX];
    size_t bloc;

    do {
        bloc = throw_dice(m, m->matrice->rows);
    } while (choose(m, bloc, "comment", means, 2) < 2);
    return bloc;
}

/* Words of a note, so that a record has the length of one that staff would keep. */
static void put_note(struct maker *m)
{
    static const char *const words[] = {
        "rencontre",    "du comité", "à confirmer",  "avec",       "l’équipe", "salle",
        "au printemps", "relance",   "par courriel", "invitation", "document", "en révision"
    };
    struct buf note = { 0 };

    for (size_t n = 4 + throw_dice(m, 6); n--;) {
        aet_buf_str(&note, words[throw_dice(m, sizeof words / sizeof *words)]);
        aet_buf_char(&note, n ? ' ' : '.');
    }
    put(m, "notes", aet_buf_view(&note));
    aet_buf_free(&note);
}

/* `count` digits of `value`, padded with zeros, after `head`. */
static struct span numbered(char *to, size_t cap, const char *head, uint64_t value)
{
    int n = snprintf(to, cap, "%s%07" PRIu64, head, value);

    return aet_span(to, (size_t)n);
}

static void one_record(struct maker *m, uint64_t number)
{
    static const char *const people[] = { "Léa Gagnon", "Marc Roy", "Inès Côté", "Noémie Tran" };
    static const char *const states[] = { "prévu", "en cours", "reporté" };
    size_t bloc = throw_bloc(m);
    struct span public = aet_cell(m->matrice, bloc, aet_column(m->matrice, "public"));
    struct span labels[LABELS_MAX] = { label(m->publics, public) };
    char text[64];

    m->columns = 0;
    put(m, "id", numbered(text, sizeof text, "A-", number));
    put(m, "quoi", numbered(text, sizeof text, "Activité de partage ", number % 5000));
    put_list(m, "public", labels, 1);
    put_list(m, "pourquoi", labels, choose(m, bloc, "pourquoi", labels, 1));
    put_list(m, "retombees", labels, choose(m, bloc, "retombees", labels, 2));
    put_list(m, "comment", labels, choose(m, bloc, "comment", labels, 2));
    put(m, "et_apres", AET_LIT("En parler à la rencontre suivante"));
    put(m, "responsable", aet_span_z(people[throw_dice(m, 4)]));
    snprintf(text, sizeof text, "%d-%02d-%02d", 2025 + (int)throw_dice(m, 2),
             1 + (int)throw_dice(m, 12), 1 + (int)throw_dice(m, 28));
    put(m, "echeance", aet_span_z(text));
    put_money(m, "budget", throw_dice(m, 500000));
    put(m, "etat", aet_span_z(states[throw_dice(m, 3)]));
    put_note(m);
    aet_buf_str(&m->out, m->json ? "}\n" : "\n");
}

static bool flush(struct maker *m)
{
    bool ok = fwrite(m->out.p, 1, m->out.n, stdout) == m->out.n;

    aet_buf_clear(&m->out);
    return ok;
}

int main(int argc, char **argv)
{
    struct maker m = { .dice = 20190301 };
    struct tables *tables = aet_tables_new("publics", NULL);
    uint64_t n = argc == 3 ? strtoull(argv[2], NULL, 10) : 0;
    bool ok = true;

    if (argc != 3 || !n) {
        fputs("generer csv|ndjson N\n", stderr);
        return 2;
    }
    m.json = strcmp(argv[1], "ndjson") == 0;
    m.matrice = aet_tables_get(tables, "matrice");
    m.publics = aet_tables_get(tables, "publics");
    m.termes = aet_tables_get(tables, "termes");
    if (!m.json)
        aet_buf_str(&m.out, "id,quoi,public,pourquoi,retombees,comment,et_apres,responsable,"
                            "echeance,budget,etat,notes\n");
    for (uint64_t i = 1; i <= n && ok; i++) {
        one_record(&m, i);
        if (m.out.n > FLUSH)
            ok = flush(&m);
    }
    ok = ok && flush(&m) && fflush(stdout) == 0;
    if (!ok)
        fprintf(stderr, "generer: %s\n", strerror(errno));
    aet_buf_free(&m.out);
    aet_tables_free(tables);
    return ok ? 0 : 2;
}
