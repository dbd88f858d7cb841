/* The form of a tool as a workbook: a row an element, its kind chosen from a list. */
#include "plan/gabarit/gabarit.h"

#include "plan/records.h"
#include "verbs/form.h"

enum { FIXED = 4 }; /* element, id, parent, libelle */

struct classeur {
    const struct ecrivain *e;
    struct arena arena;
    struct colonnes c;
    struct form_column columns[FIXED + COLUMNS_MAX];
    struct span cells[(KINDS_MAX + 2) * (FIXED + COLUMNS_MAX)];
    struct form_sheet sheet;
};

static struct span words(const struct classeur *b, struct text t)
{
    return aet_span_z(aet_text(t, b->e->s->voice.lang));
}

/* What a kind of row is called: the word that reading knows. */
static struct span name_of(unsigned kind)
{
    return aet_span_z(aet_plan_schemas[kind].name);
}

static void fixed(struct classeur *b)
{
    static const struct text captions[] = { { "Élément", "Element" },
                                            { "Identifiant", "Id" },
                                            { "Parent", "Parent" },
                                            { "Libellé", "Label" } };
    static const struct text helps[] = {
        { "Ce qu’est la ligne\u00a0: à choisir dans la liste de la cellule.",
          "What the row is: to be chosen from the list of the cell." },
        { "L’identifiant de l’élément, que d’autres lignes citent\u00a0: O1, T1, A1.",
          "The id of the element, which other rows cite: O1, T1, A1." },
        { "L’identifiant de l’élément qui contient celui-ci; vide\u00a0: le dernier au-dessus.",
          "The id of the element that holds this one; empty: the last one above." },
        { "L’énoncé, le titre.", "The statement, the title." },
    };

    for (size_t i = 0; i < FIXED; i++)
        b->columns[i] = (struct form_column){ .caption = words(b, captions[i]),
                                              .help = words(b, helps[i]),
                                              .type = TYPE_TEXT };
}

static void add_kind(struct classeur *b, unsigned kind)
{
    struct form_choice *to = &b->columns[0].choice;
    struct span *cells = &b->cells[b->sheet.rows * b->sheet.n];

    to->words = aet_grow(to->words, &to->cap, to->n, sizeof *to->words);
    to->words[to->n++] = name_of(kind);
    cells[0] = name_of(kind);
    for (size_t i = 0; i < b->c.n && b->e->f->analyse; i++)
        if ((kind == K_ANALYSE || kind == K_CONSTAT) &&
            strcmp(b->c.fields[i]->name, "analyse") == 0)
            cells[FIXED + i] = aet_span_z(b->e->f->analyse);
    b->sheet.rows++;
}

/* The kinds of its rows, each with a row to begin with. */
static void add_kinds(struct classeur *b)
{
    const struct formulaire *f = b->e->f;

    if (b->e->tool == 9)
        add_kind(b, K_PLAN);
    add_kind(b, K_REGROUPEMENT);
    for (size_t i = 0; i < KINDS_MAX && f->kinds[i] != K_PLAN; i++)
        add_kind(b, f->kinds[i]);
}

/* What the tool has as an example of the kind, under the columns of its fields. */
static void add_example(struct classeur *b)
{
    const struct schema *s = &aet_plan_schemas[b->e->f->exemple];

    b->columns[0].example = name_of(b->e->f->exemple);
    for (size_t i = 0; i < s->n; i++) {
        struct span text = aet_form_example(b->e->s, s, i, &b->arena);

        for (size_t c = 1; text.n && c < b->sheet.n; c++) {
            static const char *const names[] = { "element", "id", "parent", "libelle" };
            const char *name = c < FIXED ? names[c] : b->c.fields[c - FIXED]->name;

            if (strcmp(name, s->fields[i].name) == 0)
                b->columns[c].example = text;
        }
    }
}

/* `Outil 9`: short, as it stands in the place of each message. */
static struct span name_of_tool(struct classeur *b)
{
    struct buf name = { 0 };
    struct span kept;

    aet_buf_span(&name, words(b, (struct text){ "Outil ", "Tool " }));
    aet_buf_uint(&name, b->e->tool);
    kept = aet_arena_copy(&b->arena, aet_buf_view(&name));
    aet_buf_free(&name);
    return kept;
}

/* A column serves every kind that has a field of its name: where they call it differently, it is
 * headed by that name, which all of them know. */
static void call(struct classeur *b, size_t column)
{
    const struct field *f = b->c.fields[column];
    struct form_column *to = &b->columns[FIXED + column];

    for (unsigned k = 0; k < KINDS; k++)
        for (size_t i = 0; i < aet_plan_schemas[k].n; i++) {
            const struct field *other = &aet_plan_schemas[k].fields[i];

            if (strcmp(other->name, f->name) == 0 && strcmp(other->title.fr, f->title.fr) != 0)
                to->caption = aet_span_z(f->name);
        }
}

/* Tool 13 answers each of its items by one of three letters. */
static void add_answers(struct form_column *to)
{
    static const char *const answers[] = { "A", "B", "C" };

    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        to->choice.words = aet_grow(to->choice.words, &to->choice.cap, to->choice.n,
                                    sizeof *to->choice.words);
        to->choice.words[to->choice.n++] = aet_span_z(answers[i]);
    }
    to->help = AET_LIT("A, B, C");
}

static bool fill(struct classeur *b)
{
    static const struct text mark = { "# exemple\u00a0: ", "# example: " };

    aet_plan_gabarit_colonnes(b->e, &b->c);
    fixed(b);
    b->sheet = (struct form_sheet){
        .columns = b->columns, .n = FIXED + b->c.n, .cells = b->cells, .mark = words(b, mark)
    };
    for (size_t i = 0; i < b->c.n; i++)
        if (!aet_form_column(b->e->s, b->c.schemas[i],
                             (size_t)(b->c.fields[i] - b->c.schemas[i]->fields), &b->arena,
                             &b->columns[FIXED + i]))
            return false;
    for (size_t i = 0; i < b->c.n; i++) {
        call(b, i);
        if (b->c.schemas[i] == &aet_plan_schemas[K_REPONSES])
            add_answers(&b->columns[FIXED + i]);
        b->columns[FIXED + i].example = AET_LIT("");
        b->columns[FIXED + i].closed = false; /* what stands there depends on the row */
    }
    add_kinds(b);
    add_example(b);
    return true;
}

enum status aet_plan_gabarit_classeur(const struct ecrivain *e)
{
    struct classeur *b = aet_calloc(1, sizeof *b);
    struct buf usage = { 0 };
    enum status st = STATUS_FAILED;

    b->e = e;
    if (fill(b)) {
        aet_plan_gabarit_usage(e, &usage);
        b->columns[0].help = aet_buf_view(&usage);
        b->sheet.name = name_of_tool(b);
        st = aet_form_write(e->s, &b->sheet);
    }
    for (size_t i = 0; i < b->sheet.n; i++)
        aet_free(b->columns[i].choice.words);
    aet_buf_free(&usage);
    aet_arena_free(&b->arena);
    aet_free(b);
    return st;
}
