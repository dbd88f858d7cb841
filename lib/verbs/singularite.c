/* Classes of equal records, for each combination of fields. Each record keeps a number a field. */
#include "verbs/singularite.h"

#include <stdlib.h>

#include "base/names.h"

enum { FIELDS_MOST = 6, FEW = 5 };

struct classes {
    const struct schema *schema;
    size_t fields[FIELDS_MOST], n;
    struct names values[FIELDS_MOST];
    uint32_t *rows; /* record after record, n numbers each */
    size_t records, cap;
    struct buf text;
};

/* How often records are alike in some of the fields. */
struct tally_of {
    int64_t classes, alone, few, k;
};

static void put_number(struct buf *out, const struct fact *f, enum type type)
{
    switch (type) {
    case TYPE_MONEY:
        aet_buf_int(out, f->u.cents);
        break;
    case TYPE_DURATION:
    case TYPE_MINUTES:
        aet_buf_int(out, f->u.minutes);
        break;
    case TYPE_BOOL:
        aet_buf_int(out, f->u.yes ? 1 : 0);
        break;
    default:
        aet_buf_span(out, f->u.number.text);
    }
}

/* A value as it is compared: equal values give equal texts, however they were written. */
static void put_value(struct buf *out, const struct facts *facts, size_t field)
{
    const struct fact *f = &facts->f[field];
    enum type type = facts->schema->fields[field].type;

    if (!f->present)
        return;
    if (aet_type_is_list(type)) {
        for (size_t i = 0; i < aet_fact_count(facts, field); i++) {
            const struct item *it = &aet_fact_items(facts, field)[i];

            if (type == TYPE_TERMS && it->row != NO_ROW)
                aet_buf_int(out, it->row);
            else
                aet_buf_span(out, aet_span_trim(it->text));
            aet_buf_char(out, '\x1f');
        }
    } else if (type == TYPE_TEXT) {
        aet_buf_span(out, aet_span_trim(f->u.text));
    } else if (type == TYPE_TERM) {
        if (f->good)
            aet_buf_int(out, f->u.row);
        else
            aet_buf_uint(out, f->u.foreign);
    } else if (!f->good) {
        aet_buf_str(out, "?");
    } else if (type == TYPE_DATE || type == TYPE_MONTH) {
        aet_date_write(f->u.date, out);
    } else {
        put_number(out, f, type);
    }
}

static void add(void *sum, const struct facts *f)
{
    struct classes *c = sum;

    if (c->records * c->n + c->n > c->cap) {
        c->cap = c->cap ? c->cap * 2 : 1024;
        c->rows = aet_reallocarray(c->rows, c->cap, sizeof *c->rows);
    }
    for (size_t i = 0; i < c->n; i++) {
        aet_buf_clear(&c->text);
        put_value(&c->text, f, c->fields[i]);
        c->rows[c->records * c->n + i] = aet_names_id(&c->values[i], aet_buf_view(&c->text));
    }
    c->records++;
}

/* The numbers of the chosen fields, record after record, the others 0: sorted, equal ones meet. */
struct key {
    uint32_t v[FIELDS_MOST];
};

static int by_key(const void *a, const void *b)
{
    const struct key *x = a, *y = b;

    for (size_t i = 0; i < FIELDS_MOST; i++)
        if (x->v[i] != y->v[i])
            return x->v[i] < y->v[i] ? -1 : 1;
    return 0;
}

static void close_class(struct tally_of *t, size_t size)
{
    t->classes++;
    t->alone += size == 1;
    t->few += size < FEW ? (int64_t)size : 0;
    t->k = t->k == 0 || (int64_t)size < t->k ? (int64_t)size : t->k;
}

static struct tally_of tally_classes(const struct classes *c, unsigned chosen)
{
    struct key *keys = aet_calloc(c->records + 1, sizeof *keys);
    struct tally_of t = { 0, 0, 0, 0 };
    size_t from = 0;

    for (size_t r = 0; r < c->records; r++)
        for (size_t i = 0; i < c->n; i++)
            keys[r].v[i] = chosen >> i & 1 ? c->rows[r * c->n + i] : 0;
    qsort(keys, c->records, sizeof *keys, by_key);
    for (size_t r = 1; r <= c->records; r++)
        if (r == c->records || by_key(&keys[r], &keys[from]) != 0) {
            close_class(&t, r - from);
            from = r;
        }
    aet_free(keys);
    return t;
}

#define TALLY_ENUM(P) P##_CLASSES, P##_SEULS, P##_PART_SEULS, P##_SOUS_5, P##_K
#define TALLY_COLUMNS(P)                                                                         \
    [P##_CLASSES] = { "classes", { "Classes", "Classes" }, CELL_COUNT, false },                  \
    [P##_SEULS] = { "seuls", { "Seuls (k = 1)", "Alone (k = 1)" }, CELL_COUNT, false },          \
    [P##_PART_SEULS] = { "part_seuls", { "Part des seuls", "Share alone" }, CELL_SHARE, false }, \
    [P##_SOUS_5] = { "sous_5",                                                                   \
                     { "En classe de moins de 5", "In a class under 5" },                        \
                     CELL_COUNT,                                                                 \
                     false },                                                                    \
    [P##_K] = { "k", { "k", "k" }, CELL_COUNT, false }

enum { TALLY_ENUM(TALLY) };

static void put_tally(struct section *s, int first, const struct tally_of *t, size_t records)
{
    aet_row_count(s, first + TALLY_CLASSES, t->classes);
    aet_row_count(s, first + TALLY_SEULS, t->alone);
    aet_row_share(s, first + TALLY_PART_SEULS, t->alone, (int64_t)records);
    aet_row_count(s, first + TALLY_SOUS_5, t->few);
    aet_row_count_if(s, first + TALLY_K, t->k > 0, t->k);
}

static void put_fields(struct section *s, int column, const struct classes *c, unsigned chosen)
{
    struct buf names = { 0 }, captions = { 0 };

    for (size_t i = 0; i < c->n; i++) {
        const struct field *f = &c->schema->fields[c->fields[i]];

        if (!(chosen >> i & 1))
            continue;
        aet_list_add(&names, aet_span_z(f->name));
        aet_list_add(&captions, aet_span_z(aet_text(f->title, s->report->lang)));
    }
    aet_row_list_coded(s, column, aet_buf_view(&names), aet_buf_view(&captions));
    aet_buf_free(&names);
    aet_buf_free(&captions);
}

enum { BASE_ENREGISTREMENTS, BASE_CHAMPS, TALLY_ENUM(BASE), BASE_REJETES, BASE_ECARTES };
static const struct column base_columns[] = {
    [BASE_ENREGISTREMENTS] = { "enregistrements",
                               { "Enregistrements", "Records" },
                               CELL_COUNT,
                               false },
    [BASE_CHAMPS] = { "champs", { "Champs", "Fields" }, CELL_LIST, false },
    TALLY_COLUMNS(BASE),
    AET_COLUMNS_REJECTED(BASE_REJETES, BASE_ECARTES, "Rejetés à la lecture"),
};

static void base(void *sum, struct section *s)
{
    static const struct text note = {
        "Une classe réunit les enregistrements qui ont les mêmes valeurs dans tous ces champs; k "
        "est la taille de la plus petite (k-anonymat : Samarati 2001, Sweeney 2002). Qui est seul "
        "peut être reconnu de qui connaît ces valeurs, même sous un pseudonyme.",
        "A class holds the records that have the same values in all of these fields; k is the size "
        "of the smallest (k-anonymity: Samarati 2001, Sweeney 2002). Whoever knows these values "
        "can know again a record that is alone, even under a pseudonym."
    };
    const struct classes *c = sum;
    unsigned all = (1U << c->n) - 1;
    struct tally_of t = tally_classes(c, all);

    aet_row_begin(s);
    aet_row_count(s, BASE_ENREGISTREMENTS, (int64_t)c->records);
    put_fields(s, BASE_CHAMPS, c, all);
    put_tally(s, BASE_CLASSES, &t, c->records);
    aet_row_rejected(s, BASE_REJETES, BASE_ECARTES);
    aet_row_end(s);
    aet_section_say(s, note);
    s->report->alert |= t.alone > 0;
}

static const struct section_kind base_kind = {
    .key = "base",
    .annex = true,
    .title = { "Chiffres d’ensemble", "Overall figures" },
    AET_COLUMNS(base_columns),
    .single = true,
    .fill = base,
};

enum { COMBINAISONS_CHAMPS, COMBINAISONS_NOMBRE, TALLY_ENUM(COMBINAISONS) };
static const struct column combinaisons_columns[] = {
    [COMBINAISONS_CHAMPS] = { "champs", { "Champs", "Fields" }, CELL_LIST, false },
    [COMBINAISONS_NOMBRE] = { "nombre",
                              { "Nombre de champs", "Number of fields" },
                              CELL_COUNT,
                              false },
    TALLY_COLUMNS(COMBINAISONS),
};

struct combination {
    unsigned chosen;
    int n;
    struct tally_of t;
};

/* Fewer fields first; of as many, those that single out most. */
static int by_alone(const void *a, const void *b)
{
    const struct combination *x = a, *y = b;

    if (x->n != y->n)
        return x->n < y->n ? -1 : 1;
    if (x->t.alone != y->t.alone)
        return x->t.alone > y->t.alone ? -1 : 1;
    if (x->t.few != y->t.few)
        return x->t.few > y->t.few ? -1 : 1;
    return x->chosen < y->chosen ? -1 : x->chosen > y->chosen;
}

static void combinaisons(void *sum, struct section *s)
{
    const struct classes *c = sum;
    size_t all = (size_t)1 << c->n;
    struct combination *list = aet_calloc(all, sizeof *list);

    for (unsigned chosen = 1; chosen < all; chosen++) {
        list[chosen - 1] = (struct combination){ chosen, 0, tally_classes(c, chosen) };
        for (size_t i = 0; i < c->n; i++)
            list[chosen - 1].n += (chosen >> i & 1) != 0;
    }
    qsort(list, all - 1, sizeof *list, by_alone);
    for (size_t i = 0; i + 1 < all; i++) {
        aet_row_begin(s);
        put_fields(s, COMBINAISONS_CHAMPS, c, list[i].chosen);
        aet_row_count(s, COMBINAISONS_NOMBRE, list[i].n);
        put_tally(s, COMBINAISONS_CLASSES, &list[i].t, c->records);
        aet_row_end(s);
    }
    aet_free(list);
}

static const struct section_kind combinaisons_kind = {
    .key = "combinaisons",
    .title = { "Ce qui singularise, champ par champ et ensemble",
               "What singles out, field by field and together" },
    AET_COLUMNS(combinaisons_columns),
    .fill = combinaisons,
};

const struct section_kind *const aet_singularite_sections[] = { &aet_singularite_kind_resume,
                                                                &base_kind, &combinaisons_kind,
                                                                NULL };

static int field_of(const struct schema *schema, struct span name)
{
    for (size_t i = 0; i < schema->n; i++)
        if (!schema->fields[i].generated && aet_span_eq(name, aet_span_z(schema->fields[i].name)))
            return (int)i;
    return -1;
}

/* A field is named once; one that is no field, or one too many, is complained of. */
static bool choose(struct classes *c, const struct session *s, const char *names, char sign)
{
    struct span rest = aet_span_z(names);

    while (rest.n) {
        const char *end = memchr(rest.p, sign, rest.n);
        size_t n = end ? (size_t)(end - rest.p) : rest.n;
        struct span name = aet_span_trim(aet_span(rest.p, n));
        int field = field_of(c->schema, name);
        bool twice = false;

        for (size_t i = 0; i < c->n; i++)
            twice |= c->fields[i] == (size_t)field;
        if (field < 0 || twice || c->n == FIELDS_MOST) {
            aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_CHAMPS],
                            AET_WORDS(aet_word_span("valeur", name)));
            return false;
        }
        c->fields[c->n++] = (size_t)field;
        rest = aet_span_from(rest, end ? n + 1 : n);
    }
    return c->n > 0;
}

static bool finish(void *sum, struct session *s, struct report *r)
{
    (void)s;
    aet_report_fill(r, aet_singularite_sections, sum);
    return true;
}

enum status aet_verb_singularite(struct session *s, struct work *w, const char *fields)
{
    static const struct text title = { "Ce qui singularise les enregistrements",
                                       "What singles records out" };
    const char *asked = s->command.values[OPT_CHAMPS];
    struct classes c = { .schema = w->reads.of.flat.schema };
    struct report r;
    enum status st = STATUS_FAILED;

    if (choose(&c, s, asked ? asked : fields, asked ? ',' : '|')) {
        aet_session_report_begin(s, &r, title);
        w->sink = AET_SUM(.add = add, .of = &c);
        st = aet_run_report(s, w, &r, finish);
        aet_report_free(&r);
    }
    for (size_t i = 0; i < FIELDS_MOST; i++)
        aet_names_free(&c.values[i]);
    aet_free(c.rows);
    aet_buf_free(&c.text);
    return st;
}
