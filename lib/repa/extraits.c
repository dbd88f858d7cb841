/* The verb extraits: the passages of a code and of what stands under it, narrative by narrative,
 * each once whoever gave it, with its text and what its coders noted. */
#include "repa/verbs.h"

#include <stdlib.h>

#include "base/message.h"
#include "repa/job.h"
#include "repa/passage.h"
#include "repa/rules.h"
#include "repa/resume.h"

/* A passage with one code. Text of the arena. */
struct extrait {
    uint32_t recit, rank;
    int32_t code;
    struct passage at;
    bool placed; /* it has positions */
    struct span segment, texte;
};

/* Who gave it, and what he noted. */
struct donneur {
    uint32_t extrait, codeur;
    struct span memo;
};

struct extraits {
    const struct repa_knowledge *k;
    int32_t code;
    bool *wanted; /* by row of codes */
    struct names recits, codeurs, keys;
    struct extrait *list;
    size_t cap;
    struct donneur *donneurs;
    size_t n, donneurs_cap;
    uint64_t apart; /* codings without a narrative or a passage */
    struct arena arena;
    struct buf key;
};

/* The code and all that stand under it. */
static void want(struct extraits *x)
{
    size_t rows = x->k->codes->rows;

    x->wanted = aet_calloc(rows + 1, sizeof *x->wanted);
    for (size_t i = 0; i < rows; i++) {
        int32_t code = (int32_t)i;

        for (size_t depth = 0; code >= 0 && depth <= rows && !x->wanted[i]; depth++) {
            x->wanted[i] = code == x->code;
            code = x->k->code_parent ? x->k->code_parent[code] : NO_ROW;
        }
    }
}

static struct extrait *extrait_of(struct extraits *x, const struct facts *f, int32_t code,
                                  uint32_t *id)
{
    uint32_t recit = aet_names_id(&x->recits, aet_fact_text(f, SEG_RECIT));
    size_t before = x->keys.n;
    struct extrait *e;

    aet_buf_clear(&x->key);
    aet_buf_uint(&x->key, recit);
    aet_buf_char(&x->key, '/');
    aet_buf_uint(&x->key, (uint64_t)code);
    aet_buf_char(&x->key, '/');
    aet_repa_passage_key(f, &x->key);
    *id = aet_names_id(&x->keys, aet_buf_view(&x->key));
    if (x->keys.n == before)
        return &x->list[*id];
    x->list = aet_grow(x->list, &x->cap, *id, sizeof *x->list);
    e = &x->list[*id];
    *e = (struct extrait){ .recit = recit, .rank = *id, .code = code };
    e->placed = aet_repa_passage_read(f, &e->at);
    e->segment = aet_arena_copy(&x->arena, aet_span_trim(aet_fact_text(f, SEG_SEGMENT)));
    return e;
}

static void add(void *sum, const struct facts *f)
{
    struct extraits *x = sum;
    int32_t code = aet_fact_row(f, SEG_CODE);
    struct span texte = aet_span_trim(aet_fact_text(f, SEG_TEXTE));
    struct extrait *e;
    uint32_t id;

    if (code == NO_ROW || !x->wanted[code])
        return;
    if (!f->f[SEG_RECIT].good || !aet_repa_passage_known(f)) {
        x->apart++;
        return;
    }
    e = extrait_of(x, f, code, &id);
    if (texte.n > e->texte.n)
        e->texte = aet_arena_copy(&x->arena, texte);
    x->donneurs = aet_grow(x->donneurs, &x->donneurs_cap, x->n, sizeof *x->donneurs);
    x->donneurs[x->n++] = (struct donneur){
        id,
        f->f[SEG_CODEUR].good ? aet_names_id(&x->codeurs, aet_fact_text(f, SEG_CODEUR))
                              : AET_NO_NAME,
        aet_arena_copy(&x->arena, aet_span_trim(aet_fact_text(f, SEG_MEMO)))
    };
}

static int by_place(const void *a, const void *b)
{
    const struct extrait *x = a, *y = b;

    if (x->recit != y->recit)
        return x->recit < y->recit ? -1 : 1;
    if (x->placed && y->placed && x->at.from != y->at.from)
        return x->at.from < y->at.from ? -1 : 1;
    return x->rank < y->rank ? -1 : x->rank > y->rank;
}

static int by_extrait(const void *a, const void *b)
{
    const struct donneur *x = a, *y = b;

    if (x->extrait != y->extrait)
        return x->extrait < y->extrait ? -1 : 1;
    return x->codeur < y->codeur ? -1 : x->codeur > y->codeur;
}

enum {
    BASE_CODE,
    BASE_LIBELLE,
    BASE_PASSAGES,
    BASE_RECITS,
    BASE_CODEURS,
    BASE_SANS_TEXTE,
    BASE_REJETES,
    BASE_ECARTES
};
static const struct column base_columns[] = {
    [BASE_CODE] = { "code", { "Code", "Code" }, CELL_CODE, true },
    [BASE_LIBELLE] = { "libelle", { "Code", "Code" }, CELL_TEXT, false },
    [BASE_PASSAGES] = { "passages", { "Passages", "Passages" }, CELL_COUNT, false },
    [BASE_RECITS] = { "recits", { "Récits", "Narratives" }, CELL_COUNT, false },
    [BASE_CODEURS] = { "codeurs", { "Codeurs", "Coders" }, CELL_COUNT, false },
    [BASE_SANS_TEXTE] = { "sans_texte", { "Sans texte", "Without a text" }, CELL_COUNT, false },
    AET_COLUMNS_REJECTED(BASE_REJETES, BASE_ECARTES, "Rejetés à la lecture"),
};

static void base(void *sum, struct section *s)
{
    static const struct text apart[] = {
        { "codage sans récit ni passage, laissé de côté.",
          "coding without a narrative or a passage, left out." },
        { "codages sans récit ni passage, laissés de côté.",
          "codings without a narrative or a passage, left out." }
    };
    const struct extraits *x = sum;
    int64_t without = 0;

    for (size_t i = 0; i < x->keys.n; i++)
        without += !x->list[i].texte.n;
    aet_row_begin(s);
    aet_row_text(s, BASE_CODE, aet_cell(x->k->codes, (size_t)x->code, JOIN_ID));
    aet_row_text(s, BASE_LIBELLE, aet_label(x->k->codes, (size_t)x->code, s->report->lang));
    aet_row_count(s, BASE_PASSAGES, (int64_t)x->keys.n);
    aet_row_count(s, BASE_RECITS, (int64_t)x->recits.n);
    aet_row_count(s, BASE_CODEURS, (int64_t)x->codeurs.n);
    aet_row_count(s, BASE_SANS_TEXTE, without);
    aet_row_rejected(s, BASE_REJETES, BASE_ECARTES);
    aet_row_end(s);
    aet_section_say_count(s, (int64_t)x->apart, apart[0], apart[1]);
}

static const struct section_kind base_kind = {
    .key = "base",
    .annex = true,
    .title = { "Chiffres d’ensemble", "Overall figures" },
    AET_COLUMNS(base_columns),
    .single = true,
    .fill = base,
};

enum { EX_RECIT, EX_CODE, EX_SEGMENT, EX_DEBUT, EX_FIN, EX_CODEURS, EX_TEXTE, EX_MEMOS };
static const struct column extraits_columns[] = {
    [EX_RECIT] = { "recit", { "Récit", "Narrative" }, CELL_TEXT, false },
    [EX_CODE] = { "code", { "Code", "Code" }, CELL_CODE, false },
    [EX_SEGMENT] = { "segment", { "Segment", "Segment" }, CELL_TEXT, false },
    [EX_DEBUT] = { "debut", { "Début", "Start" }, CELL_COUNT, false },
    [EX_FIN] = { "fin", { "Fin", "End" }, CELL_COUNT, false },
    [EX_CODEURS] = { "codeurs", { "Codeurs", "Coders" }, CELL_LIST, false },
    [EX_TEXTE] = { "texte", { "Passage", "Passage" }, CELL_TEXT, false },
    [EX_MEMOS] = { "memos", { "Mémos", "Memos" }, CELL_LIST, false },
};

/* Who gave the passage the code, each once, and what they noted. */
static void put_donneurs(struct section *s, const struct extraits *x, const struct donneur *d,
                         size_t n)
{
    struct buf who = { 0 }, memos = { 0 }, one = { 0 };
    uint32_t last = AET_NO_NAME;

    for (size_t i = 0; i < n; i++) {
        struct span name = d[i].codeur == AET_NO_NAME ? AET_LIT("") : x->codeurs.list[d[i].codeur];

        if (name.n && d[i].codeur != last)
            aet_list_add(&who, name);
        last = d[i].codeur;
        if (!d[i].memo.n)
            continue;
        aet_buf_clear(&one);
        aet_buf_span(&one, name);
        if (name.n)
            aet_buf_str(&one, aet_text(aet_text_colon, s->report->lang));
        aet_buf_span(&one, d[i].memo);
        aet_list_add(&memos, aet_buf_view(&one));
    }
    aet_row_list(s, EX_CODEURS, aet_buf_view(&who));
    aet_row_list(s, EX_MEMOS, aet_buf_view(&memos));
    aet_buf_free(&who);
    aet_buf_free(&memos);
    aet_buf_free(&one);
}

static void put(struct section *s, const struct extraits *x, const struct extrait *e,
                const size_t *from)
{
    const struct table *codes = x->k->codes;

    aet_row_begin(s);
    aet_row_text(s, EX_RECIT, x->recits.list[e->recit]);
    aet_row_coded(s, EX_CODE, aet_cell(codes, (size_t)e->code, JOIN_ID),
                  aet_label(codes, (size_t)e->code, s->report->lang));
    aet_row_text_if(s, EX_SEGMENT, e->segment);
    aet_row_count_if(s, EX_DEBUT, e->placed, (int64_t)e->at.from);
    aet_row_count_if(s, EX_FIN, e->placed, (int64_t)e->at.to);
    aet_row_text_if(s, EX_TEXTE, e->texte);
    put_donneurs(s, x, x->donneurs + from[e->rank], from[e->rank + 1] - from[e->rank]);
    aet_row_end(s);
}

static void passages(void *sum, struct section *s)
{
    const struct extraits *x = sum;
    size_t n = x->keys.n, *from = aet_calloc(n + 2, sizeof *from);
    struct extrait *sorted = aet_calloc(n + 1, sizeof *sorted);

    for (size_t i = 0; i < n; i++)
        sorted[i] = x->list[i];
    if (n)
        qsort(sorted, n, sizeof *sorted, by_place);
    if (x->n)
        qsort(x->donneurs, x->n, sizeof *x->donneurs, by_extrait);
    for (size_t i = 0; i < x->n; i++)
        from[x->donneurs[i].extrait + 1] = i + 1;
    for (size_t i = 0; i < n; i++)
        put(s, x, &sorted[i], from);
    aet_free(from);
    aet_free(sorted);
}

static const struct section_kind extraits_kind = {
    .key = "extraits",
    .brief = 8,
    .led = EX_RECIT + 1,
    .title = { "Passages", "Passages" },
    AET_COLUMNS(extraits_columns),
    .fill = passages,
};

const struct section_kind *const aet_repa_extraits_sections[] = { &aet_repa_kind_resume_extraits,
                                                                  &base_kind, &extraits_kind,
                                                                  NULL };

static bool finish(void *sum, struct session *s, struct report *r)
{
    (void)s;
    aet_report_fill(r, aet_repa_extraits_sections, sum);
    return true;
}

/* The first operand is the code; the others are files. STATUS_CLEAN, or what was complained of. */
static enum status code_of(struct session *s, const struct repa_knowledge *k, int32_t *code)
{
    const char *name = s->command.operands_n ? s->command.operands[0] : NULL;
    struct matcher *m = k->segments[SEG_CODE];
    struct word words[MEANT_MAX + 2] = { aet_word("valeur", name) };
    int32_t rows[MEANT_MAX];
    size_t n;

    if (!name) {
        aet_voice_usage(&s->voice, &aet_repa_rule[REP_EXTRAITS_CODE], NULL);
        return STATUS_FAILED;
    }
    *code = aet_match(m, aet_span_z(name));
    if (*code != NO_ROW) {
        s->command.operands++;
        s->command.operands_n--;
        return STATUS_CLEAN;
    }
    n = aet_meant(m, aet_span_z(name), rows);
    for (size_t i = 0; i < n; i++)
        words[1 + i] = aet_word_span("suggestion",
                                     aet_label(k->codes, (size_t)rows[i], s->voice.lang));
    aet_voice_say(&s->voice, &aet_repa_rule[REP_EXTRAITS_INCONNU], words);
    return STATUS_DATA;
}

static void free_extraits(struct extraits *x)
{
    aet_names_free(&x->recits);
    aet_names_free(&x->codeurs);
    aet_names_free(&x->keys);
    aet_free(x->wanted);
    aet_free(x->list);
    aet_free(x->donneurs);
    aet_arena_free(&x->arena);
    aet_buf_free(&x->key);
}

enum status aet_repa_extraits(struct session *s)
{
    static const struct text title = { "Extraits d’un code", "Passages of a code" };
    const char **operands = s->command.operands;
    struct extraits x = { .recits.folded = true, .codeurs.folded = true };
    struct report r;
    struct job t;
    enum status st = STATUS_FAILED;

    aet_session_report_begin(s, &r, title);
    if (aet_repa_begin(s, &t, NULL))
        st = code_of(s, &t.k, &x.code);
    if (st == STATUS_CLEAN) {
        x.k = &t.k;
        want(&x);
        aet_repa_arm(&t, KIND_SEGMENTS);
        t.w.sink = AET_SUM(.add = add, .of = &x);
        st = aet_run_report(s, &t.w, &r, finish);
    }
    free_extraits(&x);
    aet_report_free(&r);
    aet_repa_end(&t);
    s->command.operands = operands;
    return st;
}
