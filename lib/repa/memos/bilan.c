/* Counting memos, and listing them. */
#include "repa/memos/memos.h"

#include "base/fold.h"

#define COUNT(index, name, fr, en) [index] = { name, { fr, en }, CELL_COUNT, false }

enum {
    LISTE_SUJET,
    LISTE_LIBELLE,
    LISTE_TITRE,
    LISTE_MEMO,
    LISTE_RECIT,
    LISTE_CITATION,
    LISTE_CODE,
    LISTE_AUTEUR,
    LISTE_DATE
};
static const struct column liste_columns[] = {
    [LISTE_SUJET] = { "sujet", { "Sujet", "Subject" }, CELL_CODE, true },
    [LISTE_LIBELLE] = { "libelle", { "De quoi", "Of what" }, CELL_TEXT, false },
    [LISTE_TITRE] = { "titre", { "Titre", "Title" }, CELL_TEXT, false },
    [LISTE_MEMO] = { "memo", { "Mémo", "Memo" }, CELL_TEXT, false },
    [LISTE_RECIT] = { "recit", { "Récit", "Narrative" }, CELL_TEXT, false },
    [LISTE_CITATION] = { "citation", { "Passage", "Passage" }, CELL_TEXT, false },
    [LISTE_CODE] = { "code", { "Code", "Code" }, CELL_TEXT, false },
    [LISTE_AUTEUR] = { "auteur", { "Auteur", "Author" }, CELL_TEXT, false },
    [LISTE_DATE] = { "date", { "Date", "Date" }, CELL_DATE, false },
};

static void memos(void *sum, struct section *s)
{
    const struct memos *m = sum;

    aet_section_fill_kept(s, &m->kept);
}

const struct section_kind aet_repa_kind_mem_memos = {
    .key = "memos",
    .title = { "Les mémos", "The memos" },
    AET_COLUMNS(liste_columns),
    .fill = memos,
};

void aet_repa_memos_init(struct memos *m, const struct repa_knowledge *k)
{
    *m = (struct memos){ .k = k };
    m->recits.folded = m->auteurs.folded = true;
    m->par_code = aet_calloc(k->codes->rows + 1, sizeof *m->par_code);
    aet_kept_begin(&m->kept, k->lang, aet_repa_memos_sections);
}

void aet_repa_memos_free(struct memos *m)
{
    aet_free(m->par_code);
    aet_free(m->par_recit);
    aet_free(m->par_auteur);
    aet_names_free(&m->recits);
    aet_names_free(&m->auteurs);
    aet_report_free(&m->kept);
}

/* One more under a name, where there is one. */
static void count(struct names *names, int64_t **counts, size_t *cap, const struct fact *f)
{
    size_t before = names->n;
    uint32_t id;

    if (!f->good)
        return;
    id = aet_names_id(names, f->u.text);
    *counts = aet_grow(*counts, cap, id, sizeof **counts);
    if (id >= before)
        (*counts)[id] = 0;
    (*counts)[id]++;
}

static void list(struct memos *m, const struct facts *f, enum sujet sujet)
{
    struct section *s = aet_kept_section(&m->kept, &aet_repa_kind_mem_memos);
    int32_t code = aet_fact_row(f, MEM_CODE);

    aet_row_begin(s);
    aet_row_text(s, LISTE_SUJET, aet_cell(m->k->sujets, sujet, 0));
    aet_row_text(s, LISTE_LIBELLE, aet_label(m->k->sujets, sujet, m->k->lang));
    aet_row_text_if(s, LISTE_TITRE, aet_span_trim(aet_fact_text(f, MEM_TITRE)));
    aet_row_text_if(s, LISTE_MEMO, aet_span_trim(aet_fact_text(f, MEM_MEMO)));
    aet_row_text_if(s, LISTE_RECIT, aet_span_trim(aet_fact_text(f, MEM_RECIT)));
    aet_row_text_if(s, LISTE_CITATION, aet_span_trim(aet_fact_text(f, MEM_CITATION)));
    aet_row_text_if(s, LISTE_CODE,
                    code == NO_ROW ? AET_LIT("")
                                   : aet_label(m->k->codes, (size_t)code, m->k->lang));
    aet_row_text_if(s, LISTE_AUTEUR, aet_span_trim(aet_fact_text(f, MEM_AUTEUR)));
    aet_row_date(s, LISTE_DATE, f->f[MEM_DATE].good ? f->f[MEM_DATE].u.date : (struct date){ 0 });
    aet_row_end(s);
}

void aet_repa_memos_add(void *sum, const struct facts *f)
{
    struct memos *m = sum;
    enum sujet sujet = aet_repa_memo_sujet(f);
    int32_t code = aet_fact_row(f, MEM_CODE);

    m->n++;
    m->sujets[sujet]++;
    m->dated += f->f[MEM_DATE].good;
    if (code != NO_ROW)
        m->par_code[code]++;
    count(&m->recits, &m->par_recit, &m->recits_cap, &f->f[MEM_RECIT]);
    count(&m->auteurs, &m->par_auteur, &m->auteurs_cap, &f->f[MEM_AUTEUR]);
    list(m, f, sujet);
}

enum { BASE_MEMOS, BASE_AUTEURS, BASE_RECITS, BASE_CODES, BASE_DATES, BASE_REJETES, BASE_ECARTES };
static const struct column base_columns[] = {
    COUNT(BASE_MEMOS, "memos", "Mémos", "Memos"),
    COUNT(BASE_AUTEURS, "auteurs", "Auteurs", "Authors"),
    COUNT(BASE_RECITS, "recits", "Récits", "Narratives"),
    COUNT(BASE_CODES, "codes", "Codes", "Codes"),
    COUNT(BASE_DATES, "dates", "Datés", "Dated"),
    AET_COLUMNS_REJECTED(BASE_REJETES, BASE_ECARTES, "Rejetés à la lecture"),
};

static void base(void *sum, struct section *s)
{
    const struct memos *m = sum;
    int64_t codes = 0;

    for (size_t i = 0; i < m->k->codes->rows; i++)
        codes += m->par_code[i] > 0;
    aet_row_begin(s);
    aet_row_count(s, BASE_MEMOS, m->n);
    aet_row_count(s, BASE_AUTEURS, (int64_t)m->auteurs.n);
    aet_row_count(s, BASE_RECITS, (int64_t)m->recits.n);
    aet_row_count(s, BASE_CODES, codes);
    aet_row_count(s, BASE_DATES, m->dated);
    aet_row_rejected(s, BASE_REJETES, BASE_ECARTES);
    aet_row_end(s);
}

const struct section_kind aet_repa_kind_mem_base = {
    .key = "base",
    .annex = true,
    .title = { "Chiffres d’ensemble", "Overall figures" },
    AET_COLUMNS(base_columns),
    .single = true,
    .fill = base,
    .mask = { .kind = MASK_COUNTS,
              .counts = { { BASE_MEMOS, "memos" }, { BASE_DATES, "dates" } },
              .few = { BASE_AUTEURS, BASE_RECITS, BASE_CODES },
              .few_n = 3 },
};

enum { SUJET_ID, SUJET_LIBELLE, SUJET_MEMOS };
static const struct column sujets_columns[] = {
    [SUJET_ID] = { "sujet", { "Sujet", "Subject" }, CELL_CODE, true },
    [SUJET_LIBELLE] = { "libelle", { "De quoi", "Of what" }, CELL_TEXT, false },
    COUNT(SUJET_MEMOS, "memos", "Mémos", "Memos"),
};

static void sujets(void *sum, struct section *s)
{
    const struct memos *m = sum;

    for (size_t i = 0; i < SUJETS; i++) {
        aet_row_begin(s);
        aet_row_text(s, SUJET_ID, aet_cell(m->k->sujets, i, 0));
        aet_row_text(s, SUJET_LIBELLE, aet_label(m->k->sujets, i, s->report->lang));
        aet_row_count(s, SUJET_MEMOS, m->sujets[i]);
        aet_row_end(s);
    }
}

const struct section_kind aet_repa_kind_mem_sujets = {
    .key = "sujets",
    .title = { "De quoi", "Of what" },
    AET_COLUMNS(sujets_columns),
    .view = { .kind = VIEW_BARS, .label = SUJET_LIBELLE, .from = SUJET_MEMOS, .to = SUJET_MEMOS },
    .fill = sujets,
    .mask = { .kind = MASK_COUNTS,
              .keys = { SUJET_ID },
              .keys_n = 1,
              .counts = { { SUJET_MEMOS, "memos" } } },
};

enum { CODE_ID, CODE_LIBELLE, CODE_MEMOS };
static const struct column codes_columns[] = {
    [CODE_ID] = { "code", { "Code", "Code" }, CELL_CODE, true },
    [CODE_LIBELLE] = { "libelle", { "Code", "Code" }, CELL_TEXT, false },
    COUNT(CODE_MEMOS, "memos", "Mémos", "Memos"),
};

static void codes(void *sum, struct section *s)
{
    const struct memos *m = sum;

    for (size_t i = 0; i < m->k->codes->rows; i++) {
        if (!m->par_code[i])
            continue;
        aet_row_begin(s);
        aet_row_text(s, CODE_ID, aet_cell(m->k->codes, i, JOIN_ID));
        aet_row_text(s, CODE_LIBELLE, aet_label(m->k->codes, i, s->report->lang));
        aet_row_count(s, CODE_MEMOS, m->par_code[i]);
        aet_row_end(s);
    }
}

const struct section_kind aet_repa_kind_mem_codes = {
    .key = "memos_codes",
    .title = { "Par code", "By code" },
    AET_COLUMNS(codes_columns),
    .fill = codes,
};

enum { NOM, NOM_MEMOS };
static const struct column recits_columns[] = {
    [NOM] = { "recit", { "Récit", "Narrative" }, CELL_TEXT, false },
    COUNT(NOM_MEMOS, "memos", "Mémos", "Memos"),
};
static const struct column auteurs_columns[] = {
    [NOM] = { "auteur", { "Auteur", "Author" }, CELL_TEXT, false },
    COUNT(NOM_MEMOS, "memos", "Mémos", "Memos"),
};

static void put_names(const struct names *names, const int64_t *counts, struct section *s)
{
    uint32_t *order = aet_names_sorted(names);

    for (size_t i = 0; i < names->n; i++) {
        aet_row_begin(s);
        aet_row_text(s, NOM, names->list[order[i]]);
        aet_row_count(s, NOM_MEMOS, counts[order[i]]);
        aet_row_end(s);
    }
    aet_free(order);
}

static void recits(void *sum, struct section *s)
{
    const struct memos *m = sum;

    put_names(&m->recits, m->par_recit, s);
}

static void auteurs(void *sum, struct section *s)
{
    const struct memos *m = sum;

    put_names(&m->auteurs, m->par_auteur, s);
}

const struct section_kind aet_repa_kind_mem_recits = {
    .key = "memos_recits",
    .title = { "Par récit", "By narrative" },
    AET_COLUMNS(recits_columns),
    .fill = recits,
};

const struct section_kind aet_repa_kind_mem_auteurs = {
    .key = "memos_auteurs",
    .title = { "Par auteur", "By author" },
    AET_COLUMNS(auteurs_columns),
    .fill = auteurs,
};

const struct section_kind *const aet_repa_memos_sections[] = {
    &aet_repa_kind_resume_memos, &aet_repa_kind_mem_base,
    &aet_repa_kind_mem_sujets,   &aet_repa_kind_mem_codes,
    &aet_repa_kind_mem_recits,   &aet_repa_kind_mem_auteurs,
    &aet_repa_kind_mem_memos,    NULL
};
