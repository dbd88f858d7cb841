/* `indices`: passages of narratives in which words of a code occur, as segments of a coder called
 * aet, to be accepted or not. No model: what matched is written beside each. */
#include "repa/verbs.h"

#include <stdio.h>

#include "base/fold.h"
#include "base/path.h"
#include "base/utf8.h"
#include "flow/records.h"
#include "privacy/hiding.h"
#include "refi/project.h"
#include "repa/codes/codes.h"
#include "repa/codes/exports.h"
#include "repa/codes/sortie.h"
#include "repa/indices/decoupe.h"
#include "repa/indices/signes.h"
#include "repa/job.h"
#include "repa/rules.h"

enum { SHOWN = 8 };

/* A narrative: spans of the arena. */
struct texte {
    struct span recit, text;
    const char *file;
};

struct indices {
    struct session *s;
    const struct repa_knowledge *k;
    struct codebook book;
    struct signes signes;
    struct sortie o;
    struct texte *textes;
    size_t n, cap;
    struct names recits, gens; /* people of projects: names to hide */
    struct arena arena;
    bool phrases;
    size_t passages, marked, without, errors;
};

/* --- the texts -------------------------------------------------------------------------------- */

/* A file of that name without its folder and suffix; standard input has the words for it. */
static struct span name_of(const struct indices *x, const char *file)
{
    struct span name = aet_path_name(file);
    size_t dot = name.n;

    if (strcmp(file, "-") == 0)
        return aet_span_z(aet_phrase(PHRASE_STDIN, x->s->voice.lang));
    while (dot && name.p[dot - 1] != '.')
        dot--;
    return dot > 1 ? aet_span(name.p, dot - 1) : name;
}

/* Two narratives of one name would be one. False: complained. */
static bool add_text(struct indices *x, struct span recit, struct span text, const char *file)
{
    size_t before = x->recits.n;

    aet_names_id(&x->recits, recit);
    if (x->recits.n == before) {
        aet_voice_say(&x->s->voice, &aet_repa_rule[REP_INDICES_DEUX_FOIS],
                      AET_WORDS(aet_word("fichier", file), aet_word_span("valeur", recit)));
        return false;
    }
    x->textes = aet_grow(x->textes, &x->cap, x->n, sizeof *x->textes);
    x->textes[x->n++] = (struct texte){ aet_arena_copy(&x->arena, recit),
                                        aet_arena_copy(&x->arena, text), file };
    return true;
}

/* The texts of a project. False: complained. */
static bool add_project(struct indices *x, const struct export *e, const char *file)
{
    struct flood flood = { 0 };
    const struct refi q = { &x->s->voice, &aet_repa_refi_rules, &flood };
    struct project p = { .keeps_texts = true };
    bool ok = aet_refi_project_read(&p, &q, aet_buf_view(&e->text), file, &e->shelf);

    for (size_t i = 0; ok && i < p.sources_n; i++) {
        x->without += !p.sources[i].ready;
        if (p.sources[i].ready)
            ok = add_text(x, p.sources[i].name, p.sources[i].text, file);
    }
    for (size_t i = 0; ok && i < p.users.n; i++)
        aet_names_id(&x->gens, p.users.items[i].name);
    x->errors += p.errors;
    aet_refi_end(&q, file);
    aet_refi_project_free(&p);
    return ok;
}

static bool read_one(struct indices *x, const char *file)
{
    struct export e;
    bool ok = aet_repa_export_open_text(&e, x->s, file);

    e.shelf.folder = x->s->command.values[REPA_OPT_SOURCES];
    if (ok && e.plain)
        ok = add_text(x, name_of(x, file), aet_buf_view(&e.text), file);
    else if (ok)
        ok = add_project(x, &e, file);
    aet_repa_export_close(&e);
    return ok;
}

static bool read_all(struct indices *x)
{
    const char *const one[] = { "-" };
    const struct command *c = &x->s->command;
    const char *const *files = c->operands_n ? c->operands : one;
    size_t n = c->operands_n ? c->operands_n : 1;

    for (size_t i = 0; i < n; i++)
        if (!read_one(x, files[i]))
            return false;
    return true;
}

/* --- what is written -------------------------------------------------------------------------- */

/* Words that matched, each once, and by what: « lien de confiance » (libellé). */
static void tell(const struct indices *x, struct span text, const struct indice *found, size_t n,
                 struct buf *memo)
{
    static const struct text by[] = { { "libellé", "label" },
                                      { "autre écriture", "other spelling" },
                                      { "description", "description" } };
    static const struct text opens = { "\xC2\xAB\xC2\xA0", "“" },
                             closes = { "\xC2\xA0\xC2\xBB (", "” (" };
    struct span shown[SHOWN];
    size_t told = 0, behind = 0;

    aet_buf_clear(memo);
    for (size_t i = 0; i < n; i++) {
        struct span words = aet_span(text.p + found[i].from, found[i].to - found[i].from);
        bool again = found[i].to <= behind; /* within a longer one */

        for (size_t k = 0; k < told; k++)
            again |= aet_fold_same_label(shown[k], words);
        behind = found[i].to > behind ? found[i].to : behind;
        if (again)
            continue;
        if (told == SHOWN) {
            aet_buf_str(memo, ", …");
            return;
        }
        shown[told] = words;
        aet_buf_str(memo, told++ ? ", " : "");
        aet_buf_str(memo, aet_text(opens, x->s->voice.lang));
        aet_buf_span(memo, words);
        aet_buf_str(memo, aet_text(closes, x->s->voice.lang));
        aet_buf_str(memo, aet_text(by[found[i].sort], x->s->voice.lang));
        aet_buf_char(memo, ')');
    }
}

/* The label of a code, or its id where the label leads to another code. */
static struct span called(const struct indices *x, uint32_t code)
{
    const struct code *c = &x->book.codes[code];
    int32_t row = aet_match(x->k->segments[SEG_CODE], c->label);

    return row != NO_ROW && aet_span_eq(aet_cell(x->k->codes, (size_t)row, JOIN_ID), c->id)
               ? c->label
               : c->id;
}

struct lieu {
    const struct texte *texte;
    uint64_t rang, longueur;
};

static void put_one(struct indices *x, const struct lieu *l, const struct coupe *c,
                    const struct indice *found, size_t n, struct buf *memo)
{
    struct diag_place where = { .file = l->texte->file };
    char rang[24];

    tell(x, c->text, found, n, memo);
    snprintf(rang, sizeof rang, "%llu", (unsigned long long)l->rang);
    aet_repa_sortie_put(&x->o, SEG_RECIT, l->texte->recit);
    aet_repa_sortie_put(&x->o, SEG_SEGMENT, aet_span_z(rang));
    aet_derive_text(x->o.to, SEG_CODEUR, AET_LIT("aet")); /* nobody's name */
    aet_repa_sortie_put(&x->o, SEG_CODE, called(x, found->code));
    aet_repa_sortie_put(&x->o, SEG_TEXTE, c->text);
    aet_repa_sortie_put_number(&x->o, SEG_DEBUT, (int64_t)c->debut);
    aet_repa_sortie_put_number(&x->o, SEG_FIN, (int64_t)c->fin);
    aet_repa_sortie_put_number(&x->o, SEG_LONGUEUR, (int64_t)l->longueur);
    aet_repa_sortie_put(&x->o, SEG_MEMO, aet_buf_view(memo));
    aet_repa_sortie_end(&x->o, &where);
}

static void put_passage(struct indices *x, const struct lieu *l, const struct coupe *c,
                        struct buf *memo)
{
    const struct signes *s = &x->signes;

    aet_repa_signes_find(&x->signes, c->text);
    x->passages++;
    x->marked += s->found_n > 0;
    for (size_t i = 0, n; i < s->found_n; i += n) {
        for (n = 1; i + n < s->found_n && s->found[i + n].code == s->found[i].code; n++)
            ;
        put_one(x, l, c, &s->found[i], n, memo);
    }
}

static void make_all(void *of, const struct facts *none, struct derived *to)
{
    struct indices *x = of;
    struct buf memo = { 0 };

    (void)none; /* the texts are read already */
    x->o.to = to;
    for (size_t i = 0; i < x->n; i++) {
        struct lieu l = { &x->textes[i], 0, aet_utf8_count(x->textes[i].text) };
        struct decoupe d;
        struct coupe c;

        aet_repa_decoupe_begin(&d, x->textes[i].text, x->phrases);
        for (l.rang = 1; aet_repa_decoupe_next(&d, &c); l.rang++)
            put_passage(x, &l, &c, &memo);
    }
    aet_buf_free(&memo);
}

static void put_people(void *of, struct sortie *o)
{
    const struct names *gens = of;

    for (size_t i = 0; i < gens->n; i++)
        aet_repa_sortie_put(o, SEG_CODEUR, gens->list[i]);
}

static void say_counts(const struct indices *x)
{
    const struct voice *v = &x->s->voice;
    struct totals t = { .errors = x->errors, .rejected = x->errors, .passed = x->o.written };

    if (x->without)
        aet_voice_note(v, &aet_repa_rule[REP_INDICES_SANS_TEXTE],
                       AET_WORDS(aet_word_uint("nombre", x->without)));
    aet_voice_note(v, &aet_repa_rule[REP_INDICES_COMPTE],
                   AET_WORDS(aet_word_uint("nombre", x->passages),
                             aet_word_uint("autre", x->marked), aet_word_uint("recits", x->n)));
    t.read = t.passed + t.rejected;
    aet_summary(v, &t, false);
}

static enum status write_all(struct indices *x)
{
    struct session *s = x->s;
    struct sink sink = AET_DERIVE(make_all, x, &aet_repa_schema_segments);

    aet_repa_sortie_init(&x->o, s, &aet_repa_schema_segments, SEG_CODE);
    if (!aet_repa_sortie_learn(&x->o, put_people, &x->gens) ||
        aet_run_made(s, &sink) == STATUS_FAILED)
        return STATUS_FAILED;
    say_counts(x);
    if (!aet_hiding_close(s->hiding))
        return STATUS_FAILED;
    return x->errors ? STATUS_DATA : STATUS_CLEAN;
}

/* --- the verb --------------------------------------------------------------------------------- */

static void free_indices(struct indices *x)
{
    aet_repa_signes_free(&x->signes);
    aet_repa_sortie_free(&x->o);
    aet_refi_codebook_free(&x->book);
    aet_names_free(&x->recits);
    aet_names_free(&x->gens);
    aet_free(x->textes);
    aet_arena_free(&x->arena);
}

enum status aet_repa_indices(struct session *s)
{
    const char *passage = s->command.values[REPA_OPT_PASSAGE];
    struct indices x = { .s = s, .phrases = !passage || strcmp(passage, "phrase") == 0 };
    struct job t;
    enum status st = STATUS_FAILED;

    if (aet_repa_begin(s, &t, NULL) && aet_repa_sortie_format(s, REP_INDICES_FORMAT) &&
        aet_repa_codes_framework(&x.book, s) &&
        aet_hiding_open(&s->hiding, &s->voice, &s->reading, NULL,
                        s->command.values[OPT_PSEUDONYMES], s->command.values[OPT_IDENTITES]) &&
        read_all(&x)) {
        x.k = &t.k;
        aet_repa_signes_init(&x.signes, &x.book);
        st = write_all(&x);
    }
    free_indices(&x);
    aet_repa_end(&t);
    return st;
}
