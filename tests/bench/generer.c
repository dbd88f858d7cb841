/* Data for the measures, of any size, made from the knowledge tables so that every term is known
 * and stands where it belongs. Synthetic, and the same for the same number: the dice are fixed.
 *
 *   generer SORT csv|ndjson N      on standard output */
#include "generer.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <utf8proc.h>

#include "base/date.h"
#include "format/csv_row.h"
#include "format/json_text.h"

enum { FLUSH = 1 << 20, APART = 40 };

static const struct sort *const sorts[] = { &sort_activites, &sort_mentions, &sort_journal,
                                            &sort_codages, &sort_plans };

size_t throw_dice(struct maker *m, size_t sides)
{
    m->dice ^= m->dice << 13;
    m->dice ^= m->dice >> 7;
    m->dice ^= m->dice << 17;
    return (size_t)(m->dice >> 33) % sides;
}

const struct table *table_of(struct maker *m, const char *name)
{
    const struct table *t = aet_tables_get(m->tables, name);

    if (!t) {
        fprintf(stderr, "generer: no table %s\n", name);
        exit(2);
    }
    return t;
}

struct span label(const struct table *t, struct span id)
{
    return row_label(t, (size_t)aet_row_of_id(t, id));
}

struct span row_label(const struct table *t, size_t row)
{
    return aet_label(t, row, LANG_FR);
}

static void begin_field(struct maker *m, const char *name)
{
    if (m->columns)
        aet_buf_char(&m->out, ',');
    else if (m->json)
        aet_buf_char(&m->out, '{');
    if (m->json) {
        aet_json_string(&m->out, aet_span_z(name));
        aet_buf_char(&m->out, ':');
    }
    m->columns++;
}

void put(struct maker *m, const char *name, struct span text)
{
    if (m->json && !text.n)
        return;
    begin_field(m, name);
    if (m->json)
        aet_json_string(&m->out, text);
    else
        aet_csv_cell(&m->out, text, ',');
}

void put_z(struct maker *m, const char *name, const char *text)
{
    put(m, name, aet_span_z(text));
}

/* Digits with two decimals: a number in JSON. */
void put_money(struct maker *m, const char *name, size_t cents)
{
    begin_field(m, name);
    aet_buf_uint(&m->out, cents / 100);
    aet_buf_char(&m->out, '.');
    aet_buf_char(&m->out, (char)('0' + cents / 10 % 10));
    aet_buf_char(&m->out, (char)('0' + cents % 10));
}

void put_list(struct maker *m, const char *name, const struct span *parts, size_t n)
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

void put_date(struct maker *m, const char *name, int32_t days)
{
    struct buf text = { 0 };

    aet_date_write(aet_date_from_days(days), &text);
    put(m, name, aet_buf_view(&text));
    aet_buf_free(&text);
}

void end_record(struct maker *m)
{
    aet_buf_str(&m->out, m->json ? "}\n" : "\n");
    m->columns = 0;
}

void open_list(struct maker *m, const char *name)
{
    begin_field(m, name);
    aet_buf_char(&m->out, '[');
    m->columns = 0;
}

void open_item(struct maker *m)
{
    if (m->out.p[m->out.n - 1] != '[')
        aet_buf_char(&m->out, ',');
    m->columns = 0;
}

void open_object(struct maker *m, const char *name)
{
    begin_field(m, name);
    m->columns = 0;
}

void close_object(struct maker *m)
{
    aet_buf_char(&m->out, '}');
    m->columns = 1; /* whatever follows stands after it */
}

void close_list(struct maker *m)
{
    aet_buf_char(&m->out, ']');
    m->columns = 1;
}

void put_number(struct maker *m, const char *name, size_t value)
{
    begin_field(m, name);
    aet_buf_uint(&m->out, value);
}

void put_numbered(struct maker *m, const char *name, const char *head, uint64_t value)
{
    char text[64];

    snprintf(text, sizeof text, "%s%07" PRIu64, head, value);
    put_z(m, name, text);
}

/* Accents apart from their letters, now and then. */
static void put_name(struct maker *m, const char *name, struct buf *text)
{
    utf8proc_uint8_t *apart = NULL;

    if (one_in(m, APART))
        apart = utf8proc_NFD((const utf8proc_uint8_t *)aet_buf_z(text));
    put(m, name, apart ? aet_span_z((const char *)apart) : aet_buf_view(text));
    free(apart);
    aet_buf_free(text);
}

void put_person(struct maker *m, const char *name, size_t which)
{
    static const char *const first[] = { "Léa",   "Marc",    "Inès",  "Noémie", "Zoé",   "François",
                                         "Aïcha", "Jérémie", "Maude", "Hélène", "Benoît" };
    static const char *const last[] = { "Gagnon",     "Roy",       "Côté",           "Tran",
                                        "Bélanger",   "Lévesque",  "d’Amours",       "Ouellet-Aubé",
                                        "St-Hilaire", "N’Guessan", "Tremblay, fille" };
    enum { FIRST = sizeof first / sizeof *first, LAST = sizeof last / sizeof *last };
    struct buf text = { 0 };

    aet_buf_str(&text, first[which % FIRST]);
    aet_buf_char(&text, ' ');
    aet_buf_str(&text, last[which / FIRST % LAST]);
    if (which >= FIRST * LAST) {
        aet_buf_char(&text, ' ');
        aet_buf_uint(&text, which / (FIRST * LAST));
    }
    put_name(m, name, &text);
}

void put_place(struct maker *m, const char *name, size_t which)
{
    static const char *const places[] = {
        "Anse-aux-Hérons",   "Baie-des-Mésanges", "L’Île-au-Geai",         "Étang-Vert",
        "Cap-Sarcelle",      "Grande-Coulée",     "Saint-Élie, rang nord", "Pointe « des Forges »",
        "Havre-\"Belette\"", "Montée-Perdrix",    "Détour-du-Lynx",        "Faubourg-Lilas"
    };
    struct buf text = { 0 };

    aet_buf_str(&text, places[which % (sizeof places / sizeof *places)]);
    aet_buf_char(&text, ' ');
    aet_buf_uint(&text, which);
    put_name(m, name, &text);
}

static const char *const words[] = { "rencontre",    "du comité",  "à confirmer",  "avec",
                                     "l’équipe",     "salle",      "au printemps", "relance",
                                     "par courriel", "invitation", "document",     "en révision" };
enum { WORDS = sizeof words / sizeof *words };

void put_words(struct maker *m, const char *name, size_t least, size_t more)
{
    struct buf note = { 0 };

    for (size_t n = least + throw_dice(m, more); n--;) {
        aet_buf_str(&note, words[throw_dice(m, WORDS)]);
        aet_buf_char(&note, n ? ' ' : '.');
    }
    put(m, name, aet_buf_view(&note));
    aet_buf_free(&note);
}

void put_note(struct maker *m, const char *name, size_t least, size_t more)
{
    struct buf note = { 0 };

    for (size_t n = least + throw_dice(m, more); n--;) {
        size_t sign = throw_dice(m, 32);
        const char *word = words[throw_dice(m, WORDS)];

        aet_buf_str(&note, sign == 0 ? "\"" : "");
        aet_buf_str(&note, word);
        aet_buf_str(&note, sign == 0 ? "\"" : sign < 3 && n ? "," : "");
        aet_buf_char(&note, n ? ' ' : '.');
    }
    put(m, name, aet_buf_view(&note));
    aet_buf_free(&note);
}

static bool flush(struct maker *m)
{
    bool ok = fwrite(m->out.p, 1, m->out.n, stdout) == m->out.n;

    aet_buf_clear(&m->out);
    return ok;
}

static bool make_all(struct maker *m, uint64_t n)
{
    bool ok = true;

    if (m->sort->begin)
        m->sort->begin(m);
    if (!m->json) {
        aet_buf_str(&m->out, m->sort->header);
        aet_buf_char(&m->out, '\n');
    }
    for (uint64_t i = 1; i <= n && ok; i++) {
        m->sort->make(m, i);
        if (m->out.n > FLUSH)
            ok = flush(m);
    }
    return ok && flush(m) && fflush(stdout) == 0;
}

static const struct sort *sort_named(const char *name)
{
    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++)
        if (strcmp(name, sorts[i]->name) == 0)
            return sorts[i];
    return NULL;
}

int main(int argc, char **argv)
{
    struct maker m = { .dice = 20190301 };
    uint64_t n = argc == 4 ? strtoull(argv[3], NULL, 10) : 0;
    bool ok;

    m.sort = argc == 4 ? sort_named(argv[1]) : NULL;
    m.json = m.sort && strcmp(argv[2], "ndjson") == 0;
    if (!n || !m.sort || (!m.json && !m.sort->header)) {
        fputs("generer SORT csv|ndjson N (activites, mentions, journal, codages; plans: ndjson)\n",
              stderr);
        return 2;
    }
    m.tables = aet_tables_new(m.sort->tool, NULL);
    m.own = aet_calloc(1, m.sort->size);
    ok = make_all(&m, n);
    if (!ok)
        fprintf(stderr, "generer: %s\n", strerror(errno));
    aet_buf_free(&m.out);
    aet_free(m.own);
    aet_tables_free(m.tables);
    return ok ? 0 : 2;
}
