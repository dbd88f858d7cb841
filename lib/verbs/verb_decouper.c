/* `decouper`: one file cut on the bounds of its records into files of the same form, each with its
 * headings: what a machine counts by itself (aet(7), SUMS IN PARTS). Records go over as they stand;
 * nothing is judged. */
#include <stdio.h>
#include <stdlib.h>

#include "base/os/os.h"
#include "base/path.h"
#include "cli/spool.h"
#include "format/formats.h"
#include "headings/opening.h"
#include "partial/rules.h"
#include "tree/document.h"
#include "verbs/decouper.h"

enum { PARTS_MAX = 500, NAME_DIGITS = 4, MIB = 1024 * 1024 };

/* One file that is being written. */
struct morceau {
    struct out *out;
    struct list list;
    uint64_t bytes, records;
};

/* What the options ask for, and how far it is done. */
struct decoupe {
    struct session *s;
    uint64_t size;   /* bytes of a part; 0: so many parts */
    uint64_t number; /* of parts; 0: as many as it takes */
    uint64_t total;  /* bytes of all records, when their number is given */
    uint64_t passed; /* of them, those that are written */
    struct decouper_key key;
    struct decouper_form form;
    const struct layout *layout;
    struct morceau *parts;
    size_t n, cap;
    struct buf base; /* what the names of the parts begin with */
};

static bool complain(const struct decoupe *c, int rule, const char *fichier)
{
    aet_voice_say(&c->s->voice, &aet_partial_rule[rule],
                  AET_WORDS(aet_word("fichier", fichier), aet_word_uint("nombre", PARTS_MAX)));
    return false;
}

static bool read_number(const struct session *s, int option, uint64_t *n)
{
    const char *v = s->command.values[option];
    char *end = NULL;

    *n = 0;
    if (!v)
        return true;
    *n = *v >= '0' && *v <= '9' ? strtoull(v, &end, 10) : 0;
    if (*n && *n <= UINT32_MAX && !*end)
        return true;
    aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_WHOLE],
                    AET_WORDS(aet_word("option", aet_options[option].name), aet_word("valeur", v)));
    return false;
}

/* What the options say. False: complained. */
static bool read_options(struct decoupe *c)
{
    const struct session *s = c->s;
    int rule = -1;

    if (!read_number(s, OPT_TAILLE, &c->size) || !read_number(s, OPT_NOMBRE, &c->number))
        return false;
    c->size *= MIB;
    if (!c->size == !c->number)
        rule = PAR_CUT_HOW;
    else if (aet_given(s, OPT_PAR) && s->command.tool->nest)
        rule = PAR_CUT_WHOLE;
    else if (aet_given(s, OPT_PAR) && !c->number)
        rule = PAR_CUT_BY;
    else if (!aet_given(s, OPT_OUTPUT) || strcmp(s->writing.path, "-") == 0)
        rule = PAR_CUT_FOLDER;
    else if (s->command.operands_n > 1)
        rule = PAR_CUT_ONE;
    else if (c->number > PARTS_MAX)
        rule = PAR_CUT_MANY;
    if (rule >= 0)
        aet_voice_usage(&s->voice, &aet_partial_rule[rule],
                        AET_WORDS(aet_word_uint("nombre", PARTS_MAX)));
    return rule < 0;
}

/* DIR/mentions- of the input mentions.csv.gz; DIR/partie- of standard input. */
static void name_parts(struct decoupe *c)
{
    const struct session *s = c->s;
    const char *path = s->command.operands_n ? s->command.operands[0] : "-";
    struct span name = aet_path_name(path);
    size_t n = name.n && name.p[0] == '.'; /* a dot in front hides a file */

    aet_buf_str(&c->base, s->writing.path);
    if (!aet_writing_into_folder(&s->writing))
        aet_buf_char(&c->base, '/');
    while (n < name.n && name.p[n] != '.')
        n++;
    aet_buf_span(&c->base, strcmp(path, "-") == 0 ? AET_LIT("partie") : aet_span(name.p, n));
}

/* The name of a part; the caller frees. */
static char *part_path(const struct decoupe *c, size_t index)
{
    char digits[32];
    struct buf path = { 0 };
    char *whole;

    snprintf(digits, sizeof digits, "-%0*zu", NAME_DIGITS, index + 1);
    aet_buf_span(&path, aet_buf_view(&c->base));
    aet_buf_str(&path, digits);
    aet_buf_str(&path, c->layout->format->suffixes[0]);
    whole = aet_span_dup(aet_buf_view(&path));
    aet_buf_free(&path);
    return whole;
}

/* Whatever it is, and be it for others to read. */
static bool is_there(const char *path)
{
    struct os_file f;

    return aet_os_look(path, &f);
}

static void put(struct morceau *m, struct span text)
{
    aet_out_put(m->out, text);
    m->bytes += text.n;
}

/* Begin the next part: its file, its headings. False: complained. */
static bool begin_part(struct decoupe *c)
{
    struct session *s = c->s;
    char *path = part_path(c, c->n);
    struct morceau *m = NULL;
    bool ok = c->n < PARTS_MAX || complain(c, PAR_CUT_MANY, NULL);

    if (ok && is_there(path) && !aet_given(s, OPT_REMPLACER))
        ok = complain(c, PAR_CUT_THERE, path);
    if (ok) {
        c->parts = aet_grow(c->parts, &c->cap, c->n, sizeof *c->parts);
        m = &c->parts[c->n];
        *m = (struct morceau){ .list = { .format = c->layout->format,
                                         .array = c->layout->array,
                                         .crlf = c->layout->crlf } };
        m->out = aet_writing_beside(&s->writing, path, &s->voice);
        ok = m->out != NULL;
        c->n += ok;
    }
    /* UTF-8 out of another encoding: who says that one again, or has it as a habit, is not heard */
    if (ok && c->layout->converted)
        put(m, AET_LIT("\xEF\xBB\xBF"));
    if (ok && aet_has_cells(c->layout)) {
        struct framed head = aet_list_item(&m->list, c->layout->header.raw);

        put(m, head.text);
        put(m, head.after);
    } else if (ok) {
        put(m, aet_list_begin(&m->list));
    }
    aet_free(path);
    return ok;
}

/* One behind the last would be taken for one of them. False: there is one, complained. */
static bool no_more(const struct decoupe *c)
{
    char *path = part_path(c, c->n);
    bool ok = !is_there(path) || complain(c, PAR_CUT_THERE, path);

    aet_free(path);
    return ok;
}

/* The part that the record belongs to; c->n: the next one, which is to be begun. */
static size_t part_of(struct decoupe *c, const struct slice *slice)
{
    const struct morceau *last = c->n ? &c->parts[c->n - 1] : NULL;
    size_t at;

    if (c->key.wanted)
        return (size_t)(aet_decouper_key(&c->key, slice) % c->number);
    if (c->size)
        return !last || (last->records && last->bytes + slice->raw.n >= c->size) ? c->n : c->n - 1;
    at = c->total ? (size_t)((c->passed + slice->raw.n / 2) * c->number / c->total) : 0;
    return at < c->number ? at : (size_t)c->number - 1;
}

static bool put_record(struct decoupe *c, const struct slice *slice)
{
    size_t at = part_of(c, slice);
    struct framed f;

    if (at == c->n && !begin_part(c))
        return false;
    f = aet_list_item(&c->parts[at].list, slice->raw);
    put(&c->parts[at], f.before);
    put(&c->parts[at], f.text);
    put(&c->parts[at], f.after);
    c->parts[at].records++;
    c->passed += slice->raw.n;
    return true;
}

/* What is known once the file is open: all parts of a given number are there, be they empty. */
static bool enter(struct decoupe *c, const struct layout *l)
{
    c->layout = l;
    aet_decouper_key_file(&c->key, l);
    for (uint64_t i = 0; i < (c->number ? c->number : 1); i++)
        if (!begin_part(c))
            return false;
    return true;
}

/* Read all, and give each record to `each`; NULL: their bytes are counted. False: complained. */
static bool read_all(struct decoupe *c, bool (*each)(struct decoupe *c, const struct slice *slice))
{
    struct source *source = aet_decouper_source(&c->form, c->s);
    struct block b = { 0 };
    enum source_status st = SOURCE_END;
    struct stop stop;
    bool ok = true;

    while (ok && (st = aet_source_next(source, &b, &stop)) == SOURCE_BLOCK) {
        if (each && !c->layout)
            ok = enter(c, b.layout);
        for (size_t i = 0; ok && i < b.n; i++)
            if (each)
                ok = each(c, &b.slices[i]);
            else
                c->total += b.slices[i].raw.n;
    }
    if (st == SOURCE_STOP) {
        aet_say_stop(&c->s->voice, c->s->reading.encoding, &stop);
        ok = false;
    }
    for (size_t i = 0; i < c->n; i++)
        put(&c->parts[i], aet_list_end(&c->parts[i].list));
    if (ok && each)
        ok = (!c->key.wanted || aet_decouper_key_met(&c->key, c->s)) && no_more(c);
    aet_block_free(&b);
    aet_source_free(source);
    return ok;
}

/* So many parts of about one size: the whole is measured first. */
static bool measure(struct decoupe *c, struct spool *spool)
{
    bool ok;

    aet_reading_repeats(&c->s->reading);
    ok = read_all(c, NULL);
    aet_reading_over(&c->s->reading);
    return ok && aet_spool_rewind(spool, c->s);
}

enum status aet_verb_decouper(struct session *s)
{
    struct decoupe c = { .s = s };
    struct spool spool;
    bool ok = read_options(&c);

    if (ok) {
        aet_decouper_form_init(&c.form, s);
        aet_decouper_key_init(&c.key, s, &c.form);
        name_parts(&c);
        ok = (!c.number || c.key.wanted || (aet_spool_inputs(&spool, s) && measure(&c, &spool))) &&
             aet_writing_make_folder(&s->writing, &s->voice) && read_all(&c, put_record);
        aet_decouper_key_free(&c.key);
        aet_decouper_form_free(&c.form);
    }
    aet_free(c.parts);
    aet_buf_free(&c.base);
    return ok ? STATUS_CLEAN : STATUS_FAILED;
}
