/* A tool as a page, to be read or filled in by hand in a meeting: tools 1 to 4 from the tables,
 * tools 5 to 13 with room to write. */
#include "plan/gabarit/gabarit.h"

#include "plan/calendrier/calendrier.h"
#include "plan/records.h"

enum { BLANK_ROWS = 6, SIDE_BY_SIDE = 3, FEW_COLUMNS = 6, PAGE_COLUMNS = 40 };

struct page {
    const struct ecrivain *e;
    struct report *r;
};

static struct text both(struct span s)
{
    return (struct text){ s.p, s.p };
}

/* A section of text columns, of lists from `lists` on, which lives in the report. */
static struct section *begin(struct page *p, const char *key, struct text title,
                             const struct text *columns, size_t n, size_t lists)
{
    struct section_kind *k = aet_arena_alloc(&p->r->arena, sizeof *k);
    struct column *c = aet_arena_alloc(&p->r->arena, n * sizeof *c);

    for (size_t i = 0; i < n; i++) {
        struct buf name = { 0 };

        aet_buf_str(&name, "c");
        aet_buf_uint(&name, i + 1);
        c[i] = (struct column){ aet_arena_copy(&p->r->arena, aet_buf_view(&name)).p, columns[i],
                                i < lists ? CELL_TEXT : CELL_LIST, false };
        aet_buf_free(&name);
    }
    *k = (struct section_kind){ .key = key,
                                .title = title,
                                .columns = c,
                                .n = n,
                                .view = { .kind = lists == n ? VIEW_FORM : VIEW_TABLE } };
    return aet_report_section(p->r, k);
}

static void blank_row(struct section *s, size_t n)
{
    aet_row_begin(s);
    for (size_t i = 0; i < n; i++)
        aet_row_text(s, (int)i, AET_LIT(""));
    aet_row_end(s);
}

/* --- tools 5 to 13 --- */

/* Captions of what people write by hand: an identifier is for programs. */
static size_t captions(const struct schema *s, struct text *to)
{
    size_t n = 0;

    for (size_t i = 0; i < s->n && n < PAGE_COLUMNS; i++)
        if (!s->fields[i].generated && strcmp(s->fields[i].name, "id") != 0)
            to[n++] = s->fields[i].title;
    return n;
}

/* Many fields stand one under another, with room for a few elements beside. */
static void tall(struct page *p, const struct schema *s, const struct text *fields, size_t n)
{
    static const struct text heads[SIDE_BY_SIDE + 1] = {
        { "À remplir", "To fill in" }, { "1", "1" }, { "2", "2" }, { "3", "3" }
    };
    struct section *to = begin(p, s->name, s->title, heads, SIDE_BY_SIDE + 1, SIDE_BY_SIDE + 1);

    for (size_t i = 0; i < n; i++) {
        aet_row_begin(to);
        aet_row_text(to, 0, aet_span_z(aet_text(fields[i], p->r->lang)));
        for (int c = 1; c <= SIDE_BY_SIDE; c++)
            aet_row_text(to, c, AET_LIT(""));
        aet_row_end(to);
    }
}

static void kind_page(struct page *p, unsigned kind)
{
    const struct schema *s = &aet_plan_schemas[kind];
    struct text fields[PAGE_COLUMNS];
    size_t n = captions(s, fields);
    struct section *to;

    if (n > FEW_COLUMNS) {
        tall(p, s, fields, n);
        return;
    }
    to = begin(p, s->name, s->title, fields, n, n);
    for (size_t i = 0; i < (kind == K_REGROUPEMENT ? 1 : BLANK_ROWS); i++)
        blank_row(to, n);
}

static void form_page(struct page *p)
{
    const struct formulaire *f = p->e->f;

    kind_page(p, K_REGROUPEMENT);
    for (size_t i = 0; i < KINDS_MAX && f->kinds[i] != K_PLAN; i++)
        kind_page(p, f->kinds[i]);
    if (p->e->tool == 13)
        kind_page(p, K_REPONSES);
}

/* --- tools 1 to 4 --- */

/* The labels of the rows that a cell names: of one, or a list of them. */
static void put_labels(const struct page *p, struct section *to, int column, const struct table *t,
                       struct span ids)
{
    struct buf list = { 0 };
    struct span id;

    while (aet_list_next(&ids, &id)) {
        int32_t row = aet_row_of_id(t, id);

        aet_list_add(&list, row == NO_ROW ? id : aet_label(t, (size_t)row, p->r->lang));
    }
    aet_row_list(to, column, aet_buf_view(&list));
    aet_buf_free(&list);
}

static void put_step(const struct page *p, struct section *to, struct span id)
{
    const struct table *t = p->e->k->tables[T_ETAPES];
    int32_t row = aet_row_of_id(t, id);

    aet_row_text(to, 0, row == NO_ROW ? id : aet_label(t, (size_t)row, p->r->lang));
}

/* Tool 2 whole, and tool 1 without its objectives: steps, meetings, objectives, tools. */
static void meetings(struct page *p, bool objectives)
{
    static const struct text columns[] = { { "Étape", "Step" },
                                           { "Rencontres", "Meetings" },
                                           { "Outils", "Tools" },
                                           { "Objectifs", "Objectives" } };
    const struct plan_knowledge *k = p->e->k;
    const struct table *t = k->tables[T_RENCONTRES];
    struct section *to = begin(
        p, "rencontres",
        (struct text){ "La démarche, rencontre par rencontre", "The process, meeting by meeting" },
        columns, objectives ? 4 : 3, 2);

    for (size_t r = 0; r < t->rows; r++) {
        aet_row_begin(to);
        put_step(p, to, aet_cell(t, r, aet_column(t, "etape")));
        aet_row_text(to, 1, aet_label(t, r, p->r->lang));
        put_labels(p, to, 2, k->tables[T_OUTILS], aet_cell(t, r, aet_column(t, "outils")));
        if (objectives)
            put_labels(p, to, 3, k->tables[T_OBJECTIFS],
                       aet_cell(t, r, aet_column(t, "objectifs")));
        aet_row_end(to);
    }
}

/* Tool 3: the protective factors by system, with room for what is observed. */
static void factors(struct page *p)
{
    static const struct text columns[] = { { "Système", "System" },
                                           { "Facteur de protection", "Protective factor" },
                                           { "Dans notre milieu", "In our community" } };
    const struct plan_knowledge *k = p->e->k;
    const struct table *t = aet_session_table(p->e->s, "facteurs");
    struct section *to = begin(p, "facteurs",
                               (struct text){ "Les facteurs de protection, par système",
                                              "The protective factors, by system" },
                               columns, 3, 3);

    for (size_t s = 0; s < k->tables[T_SYSTEMES]->rows; s++)
        for (size_t r = 0; t && r < t->rows; r++) {
            struct span systeme = aet_cell(t, r, aet_column(t, "systeme"));

            if (!aet_span_eq(systeme, aet_cell(k->tables[T_SYSTEMES], s, 0)))
                continue;
            aet_row_begin(to);
            aet_row_text(to, 0, aet_label(k->tables[T_SYSTEMES], s, p->r->lang));
            aet_row_text(to, 1, aet_label(t, r, p->r->lang));
            aet_row_text(to, 2, AET_LIT(""));
            aet_row_end(to);
        }
}

/* Tool 4: a sheet for each factor. */
static void sheets(struct page *p)
{
    static const struct text columns[] = { { "À noter", "To note" }, { "Nos notes", "Our notes" } };
    static const struct text asked[] = {
        { "Ce que le facteur veut dire ici", "What the factor means here" },
        { "Ce que nos données et nos observations en disent",
          "What our data and observations say of it" },
        { "Ce qui se fait déjà, et par qui", "What is done already, and by whom" },
        { "Ce qui manque", "What is missing" },
    };
    const struct table *t = aet_session_table(p->e->s, "facteurs");

    for (size_t r = 0; t && r < t->rows; r++) {
        struct span label = aet_arena_copy(&p->r->arena, aet_label(t, r, p->r->lang));
        struct section *to = begin(p, aet_arena_copy(&p->r->arena, aet_cell(t, r, 0)).p,
                                   both(label), columns, 2, 2);

        for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
            aet_row_begin(to);
            aet_row_text(to, 0, aet_span_z(aet_text(asked[i], p->r->lang)));
            aet_row_text(to, 1, AET_LIT(""));
            aet_row_end(to);
        }
    }
}

/* What the document says before its table, and beside its meetings. */
static void principles(struct page *p)
{
    static const struct text beside[] = {
        { "Rencontres subséquentes\u00a0: leur nombre dépend du nombre de facteurs de protection "
          "sur "
          "lesquels le regroupement a choisi d’intervenir.",
          "Subsequent meetings: their number depends on how many protective factors the group has "
          "chosen to act on." },
        { "Évaluation et apprentissage\u00a0: prévoir une rencontre pour l’évaluation du "
          "fonctionnement du regroupement.",
          "Evaluation and learning: plan one meeting for evaluating how the group works." },
    };
    const struct table *t = aet_session_table(p->e->s, "principes");

    for (size_t r = 0; t && r < t->rows; r++)
        aet_section_note(&p->r->sections[0], aet_label(t, r, p->r->lang));
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
        aet_section_say(&p->r->sections[0], beside[i]);
}

static void note(struct page *p)
{
    static const struct text from_tables = {
        "Le document 004 ne fait que nommer cet outil\u00a0: la page vient des tables d’aet.",
        "Document 004 merely names this tool: the page comes from aet’s tables."
    };

    if (p->e->tool < 5 && p->e->tool != 2 && p->r->n)
        aet_section_say(&p->r->sections[p->r->n - 1], from_tables);
}

enum status aet_plan_gabarit_page(const struct ecrivain *e)
{
    struct report r;
    struct page p = { e, &r };
    struct buf title = { 0 };
    enum status st;

    aet_plan_gabarit_nom(e, &title);
    aet_session_report_begin(e->s, &r, both(aet_arena_copy(&e->s->arena, aet_buf_view(&title))));
    if (e->tool == 1 || e->tool == 2)
        meetings(&p, e->tool == 2), principles(&p);
    else if (e->tool == 3)
        factors(&p);
    else if (e->tool == 4)
        sheets(&p);
    else
        form_page(&p);
    note(&p);
    st = aet_session_report(e->s, &r, false, STATUS_CLEAN);
    aet_report_free(&r);
    aet_buf_free(&title);
    return st;
}
