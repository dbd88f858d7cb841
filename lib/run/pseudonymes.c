/* Opening the file, spooling, the first reading. */
#include "run/pseudonymes.h"

#include <errno.h>
#include <unistd.h>

#include "base/fold.h"
#include "io/file.h"
#include "run/kinds.h"
#include "tables/match.h"

/* A heading or key of the input that is no field. */
struct seen {
    struct span name;
    const char *file;
};

enum { SEEN_MAX = 512 };
#define NEAR 0.8 /* one letter in five */

struct hiding {
    struct identities identities;
    const char *path;
    int spool; /* standard input, to be read again; -1 when it is not read */
    off_t start;
    uint64_t withheld;
    /* of the first reading: */
    struct arena arena;
    struct seen *seen; /* in JSON: what the nearest of a missing key is looked for in */
    size_t seen_n, seen_cap;
    bool any;     /* there was a heading line or a record */
    bool refused; /* said why */
};

static bool complain(struct session *s, const char *path, enum pseudonym_fault f)
{
    static const struct text faults[] = {
        [PSEUDONYM_SPECIAL] = { "« {valeur} » n’est pas un fichier ordinaire : la clé des "
                                "pseudonymes "
                                "ne peut y être gardée",
                                "“{valeur}” is not a regular file: it cannot keep the key of the "
                                "pseudonyms" },
        [PSEUDONYM_EMPTY] = { "« {valeur} » est vide : ce n’est pas un fichier de pseudonymes ; en "
                              "nommer un qui n’existe pas encore, pour qu’il soit fait",
                              "“{valeur}” is empty: it is not a file of pseudonyms; name one that "
                              "does not exist yet, so that it is made" },
        [PSEUDONYM_FORM] = { "« {valeur} » n’est pas un fichier de pseudonymes ; rien n’y a été "
                             "changé (--pseudonymes nomme le fichier de la clé, non les données)",
                             "“{valeur}” is not a file of pseudonyms; nothing was changed in it "
                             "(--pseudonymes names the file of the key, not the data)" },
        [PSEUDONYM_DAMAGED] = { "« {valeur} » est un fichier de pseudonymes abîmé : en reprendre "
                                "une "
                                "copie",
                                "“{valeur}” is a damaged file of pseudonyms: take a copy of it" },
        [PSEUDONYM_OPEN] = { "« {valeur} » contient la clé des pseudonymes et d’autres peuvent le "
                             "lire : chmod 600",
                             "“{valeur}” holds the key of the pseudonyms and others may read it: "
                             "chmod 600" },
        [PSEUDONYM_CHANGED] = { "« {valeur} » contient maintenant une autre clé : recommencer",
                                "“{valeur}” now holds another key: begin again" },
    };

    if (f == PSEUDONYM_SYSTEM)
        aet_complain_system(s, path, errno);
    else
        aet_complain(s, faults[f], path, "");
    return false;
}

/* A warning with a number; `one` when it is 1. */
static void warn(const struct session *s, uint64_t number, struct text one, struct text many)
{
    struct buf line = { 0 }, digits = { 0 };
    struct diag_arg arg;

    aet_buf_uint(&digits, number);
    arg = (struct diag_arg){ "valeur", aet_buf_view(&digits) };
    aet_buf_str(&line, "aet-");
    aet_buf_str(&line, s->tool->name);
    aet_buf_str(&line, ": ");
    aet_buf_str(&line, aet_gravity_name(AVERTISSEMENT, s->lang));
    aet_buf_str(&line, ": ");
    aet_message(&line, aet_text(number == 1 ? one : many, s->lang), &arg, 1);
    aet_buf_char(&line, '\n');
    fwrite(line.p, 1, line.n, stderr);
    aet_buf_free(&line);
    aet_buf_free(&digits);
}

/* What can be rewound is; the rest goes through a file that has no name. */
static bool spool(struct session *s, struct hiding *h)
{
    bool used = s->operands_n == 0, reading;

    for (size_t i = 0; i < s->operands_n; i++)
        used |= strcmp(s->operands[i], "-") == 0;
    h->spool = -1;
    if (!used)
        return true;
    h->start = lseek(STDIN_FILENO, 0, SEEK_CUR);
    if (h->start >= 0) {
        h->spool = dup(STDIN_FILENO);
    } else {
        h->start = 0;
        h->spool = aet_fd_copy(STDIN_FILENO, &reading);
    }
    if (h->spool < 0)
        aet_complain_system(s, "-", errno);
    return h->spool >= 0;
}

/* Standard input from its beginning. */
static bool rewind_input(struct session *s)
{
    struct hiding *h = s->hiding;

    if (h->spool < 0 ||
        (lseek(h->spool, h->start, SEEK_SET) >= 0 && dup2(h->spool, STDIN_FILENO) >= 0))
        return true;
    aet_complain_system(s, "-", errno);
    return false;
}

static void name_columns(struct identities *id, struct span list)
{
    while (list.n) {
        const char *comma = memchr(list.p, ',', list.n);
        size_t k = comma ? (size_t)(comma - list.p) : list.n;
        struct span name = aet_span_trim(aet_span(list.p, k));

        list = aet_span_from(list, k + 1);
        if (!name.n)
            continue;
        id->others = aet_grow(id->others, &id->others_cap, id->others_n, sizeof *id->others);
        id->others[id->others_n++] = (struct named_column){ name, false };
    }
}

bool aet_session_pseudonyms_file(struct session *s, const char *path, const size_t *fields,
                                 size_t n, const char *others)
{
    static const struct text alone = { "--identites demande --pseudonymes : aucun nom ne serait "
                                       "remplacé",
                                       "--identites asks for --pseudonymes: no name would be "
                                       "replaced" };
    struct hiding *h;
    enum pseudonym_fault f;

    if (!path && others)
        aet_complain_usage(s, alone, "", "");
    if (!path)
        return !others;
    h = s->hiding = aet_calloc(1, sizeof *h);
    h->spool = -1;
    h->path = path;
    h->identities = (struct identities){ .fields = fields, .n = n };
    name_columns(&h->identities, aet_span_z(others));
    h->identities.names = aet_pseudonyms_open(path, &f);
    return h->identities.names ? true : complain(s, path, f);
}

bool aet_session_pseudonyms(struct session *s, const char *path, const size_t *fields, size_t n,
                            const char *others)
{
    if (!aet_session_pseudonyms_file(s, path, fields, n, others))
        return false;
    return !path || (spool(s, s->hiding) && rewind_input(s));
}

void aet_session_identify(struct session *s, const size_t *fields, size_t n)
{
    if (!s->hiding)
        return;
    s->hiding->identities.fields = fields;
    s->hiding->identities.n = n;
}

struct pseudonyms *aet_session_names(struct session *s)
{
    return s->hiding ? s->hiding->identities.names : NULL;
}

const struct identities *aet_session_identities(const struct session *s)
{
    return s->hiding ? &s->hiding->identities : NULL;
}

/* A heading or key that is no field, kept once for each file (in JSON, once). */
static void see(struct hiding *h, struct span name, const char *file)
{
    for (size_t i = 0; i < h->seen_n; i++)
        if (aet_span_eq(h->seen[i].name, name) && (!file || h->seen[i].file == file))
            return;
    if (h->seen_n == SEEN_MAX && !file)
        return;
    h->seen = aet_grow(h->seen, &h->seen_cap, h->seen_n, sizeof *h->seen);
    h->seen[h->seen_n++] = (struct seen){ aet_arena_copy(&h->arena, name), file };
}

/* A misspelt heading of a field of names. */
static void refuse_near(struct session *s, struct span heading, const char *field)
{
    static const struct text near = {
        "« {valeur} » ressemble à « {autre} », qui porte des noms, et resterait en clair : le "
        "nommer à "
        "--identites, ou le renommer par --map",
        "“{valeur}” resembles “{autre}”, which holds names, and would stay in clear: name it to "
        "--identites, or rename it by --map"
    };
    char *text = aet_span_dup(heading);

    if (!s->hiding->refused)
        aet_complain(s, near, text, field);
    s->hiding->refused = true;
    aet_free(text);
}

/* The field of names that a heading which is no field almost names; NULL: none. */
static const char *near_identity(const struct hiding *h, struct record_reader *reader,
                                 struct span heading)
{
    int field = aet_heading_near(reader->headings, heading);

    for (size_t i = 0; field != NO_FIELD && i < h->identities.n; i++)
        if (h->identities.fields[i] == (size_t)field)
            return reader->schema->fields[field].name;
    return NULL;
}

static double nearness(struct span a, struct span b)
{
    struct buf x = { 0 }, y = { 0 };
    double d;

    aet_fold_name(a, &x);
    aet_fold_name(b, &y);
    d = aet_similarity(aet_buf_view(&x), aet_buf_view(&y));
    aet_buf_free(&x);
    aet_buf_free(&y);
    return d;
}

static bool fields_there(const struct mapping *m, const char *name, const struct schema *schema)
{
    for (size_t i = 0; i < m->layout->columns; i++)
        if (m->field_of[i] != NO_FIELD && strcmp(schema->fields[m->field_of[i]].name, name) == 0)
            return true;
    return false;
}

/* A further column that another file has, and that this one spells otherwise. */
static void refuse_otherwise(struct session *s, const struct layout *l, struct span name)
{
    for (size_t i = 0; i < l->columns; i++)
        if (nearness(name, l->headings[i]) > NEAR) {
            char *text = aet_span_dup(name);

            refuse_near(s, l->headings[i], text);
            aet_free(text);
        }
}

/* The headings of one file: which further columns it has, and which it misspells. */
static void learn_headings(struct session *s, struct record_reader *reader, const struct layout *l)
{
    struct hiding *h = s->hiding;
    const struct mapping *m = &reader->mapping;

    bool *before = aet_calloc(h->identities.others_n + 1, sizeof *before);

    h->any |= l->columns > 0;
    for (size_t i = 0; i < h->identities.others_n; i++) {
        before[i] = h->identities.others[i].met;
        h->identities.others[i].met = false;
    }
    for (size_t i = 0; i < l->columns; i++) {
        const char *near;

        if (!l->headings[i].n || aet_is_identity(&h->identities, reader->schema, m->field_of[i],
                                                 l->headings[i], m->names[i]))
            continue;
        see(h, l->headings[i], l->name);
        near = m->field_of[i] == NO_FIELD ? near_identity(h, reader, m->names[i]) : NULL;
        if (near && !fields_there(m, near, reader->schema))
            refuse_near(s, l->headings[i], near);
    }
    for (size_t i = 0; i < h->identities.others_n; i++) {
        struct named_column *c = &h->identities.others[i];

        if (!c->met && l->index)
            refuse_otherwise(s, l, c->name);
        c->met |= before[i];
    }
    aet_free(before);
}

/* The keys of one record, likewise. */
static void learn_keys(struct session *s, struct record_reader *reader, const struct record *r)
{
    struct hiding *h = s->hiding;
    const char *key;
    json_t *v;

    json_object_foreach(r->json, key, v)
    {
        struct span heading = aet_span_z(key), name = aet_heading_name(reader->headings, heading);
        int field = aet_heading_field(reader->headings, heading);
        size_t before = h->seen_n;
        const char *near;

        if (aet_is_identity(&h->identities, reader->schema, field, heading, name))
            continue;
        see(h, heading, NULL);
        near = field == NO_FIELD && h->seen_n > before ? near_identity(h, reader, name) : NULL;
        if (near)
            refuse_near(s, heading, near);
    }
}

/* What cannot be read is passed over here: the second reading says so. */
static void learn_block(struct session *s, struct record_reader *reader, const struct block *b)
{
    struct arena arena = { 0 };
    struct diags none = { .arena = &arena, .least = ERREUR };

    for (size_t i = 0; i < b->n; i++) {
        struct record record;

        aet_diags_clear(&none);
        aet_arena_reset(&arena);
        if (aet_record_parse(reader, &b->slices[i], &record, &none) == PARSED) {
            s->hiding->any = true;
            learn_keys(s, reader, &record);
            aet_identities_learn(&s->hiding->identities, reader, &record);
        }
        aet_record_done(&record);
    }
    aet_diags_free(&none);
    aet_arena_free(&arena);
}

static void learn_all(struct session *s, const struct schema *schema)
{
    struct headings *headings = aet_headings_new(schema, s->renames, s->renames_n);
    struct source *source = aet_session_source(s, aet_headings_known, headings, false);
    const struct layout *current = NULL;
    struct record_reader reader;
    struct block b = { 0 };
    struct stop stop;
    struct span args[3];
    size_t column;

    aet_record_reader_init(&reader, schema, headings);
    while (aet_source_next(source, &b, &stop) == SOURCE_BLOCK) {
        if (b.layout != current) {
            if (aet_record_reader_file(&reader, b.layout, args, &column))
                break;
            if (b.layout->format == FORMAT_CSV)
                learn_headings(s, &reader, b.layout);
            aet_record_reader_keep(&reader, true);
        }
        current = b.layout;
        learn_block(s, &reader, &b);
    }
    aet_block_free(&b);
    aet_source_free(source);
    aet_record_reader_free(&reader);
    aet_headings_free(headings);
}

/* The heading or key that is nearest to a further column that the input does not have. */
static void refuse_missing(struct session *s, struct span name)
{
    static const struct text missing = {
        "--identites : aucun intitulé ni aucune clé ne s’appelle « {valeur} »{autre}",
        "--identites: no heading and no key is called “{valeur}”{autre}"
    };
    const struct hiding *h = s->hiding;
    struct buf hint = { 0 };
    size_t best = h->seen_n;
    double most = 0.5;
    char *text = aet_span_dup(name);

    for (size_t i = 0; i < h->seen_n; i++) {
        double d = nearness(name, h->seen[i].name);

        if (d > most) {
            most = d;
            best = i;
        }
    }
    if (best < h->seen_n) {
        aet_buf_str(&hint, s->lang == LANG_FR ? " (voulait-on dire « " : " (did you mean “");
        aet_buf_span(&hint, h->seen[best].name);
        aet_buf_str(&hint, s->lang == LANG_FR ? " » ?)" : "”?)");
    }
    aet_complain(s, missing, text, aet_buf_z(&hint));
    aet_buf_free(&hint);
    aet_free(text);
}

static bool save(struct session *s)
{
    enum pseudonym_fault f = aet_pseudonyms_save(s->hiding->identities.names);

    return f == PSEUDONYM_OK ? true : complain(s, s->hiding->path, f);
}

/* What would stay in clear is said before anything is written. */
static bool learnt(struct session *s)
{
    struct hiding *h = s->hiding;

    for (size_t i = 0; h->any && i < h->identities.others_n; i++) {
        if (h->identities.others[i].met)
            continue;
        refuse_missing(s, h->identities.others[i].name);
        h->refused = true;
    }
    return !h->refused && save(s);
}

bool aet_session_learn(struct session *s, const struct schema *schema)
{
    if (!s->hiding)
        return true;
    aet_peek_free(s->peek); /* its source has begun to read */
    s->peek = NULL;
    if (!rewind_input(s))
        return false;
    learn_all(s, schema);
    return learnt(s) && rewind_input(s);
}

bool aet_session_learnt(struct session *s, const struct schema *schema)
{
    struct hiding *h = s->hiding;

    h->any = true;
    for (size_t i = 0; i < schema->n; i++) {
        struct span name = aet_span_z(schema->fields[i].name);

        aet_is_identity(&h->identities, schema, (int)i, name, name);
        see(h, name, NULL);
    }
    return learnt(s);
}

void aet_session_withheld(struct session *s)
{
    s->hiding->withheld++;
}

bool aet_session_names_close(struct session *s)
{
    static const struct text withheld[] = {
        { "1 enregistrement illisible : son texte n’est pas dans les rejets (un nom pourrait s’y "
          "trouver), la source l’a",
          "1 unreadable record: its text is not among the rejects (a name could stand in it); the "
          "source has it" },
        { "{valeur} enregistrements illisibles : leur texte n’est pas dans les rejets (un nom "
          "pourrait "
          "s’y trouver), la source l’a",
          "{valeur} unreadable records: their text is not among the rejects (a name could stand in "
          "it); the source has it" }
    };
    static const struct text brief[] = {
        { "1 nom d’une seule lettre n’est pas remplacé dans les textes",
          "1 name of a single letter is not replaced in texts" },
        { "{valeur} noms d’une seule lettre ne sont pas remplacés dans les textes",
          "{valeur} names of a single letter are not replaced in texts" }
    };
    static const struct text still[] = {
        { "1 nom remplacé ; un texte libre peut encore désigner quelqu’un",
          "1 name replaced; free text can still identify someone" },
        { "{valeur} noms remplacés ; un texte libre peut encore désigner quelqu’un",
          "{valeur} names replaced; free text can still identify someone" }
    };
    struct pseudonyms *names = aet_session_names(s);

    if (!names)
        return true;
    if (!save(s))
        return false;
    if (s->hiding->withheld)
        warn(s, s->hiding->withheld, withheld[0], withheld[1]);
    if (aet_pseudonyms_short(names))
        warn(s, aet_pseudonyms_short(names), brief[0], brief[1]);
    warn(s, aet_pseudonyms_count(names), still[0], still[1]);
    return true;
}

void aet_hiding_free(struct session *s)
{
    if (!s->hiding)
        return;
    aet_pseudonyms_free(s->hiding->identities.names);
    aet_free(s->hiding->identities.others);
    aet_free(s->hiding->seen);
    aet_arena_free(&s->hiding->arena);
    if (s->hiding->spool >= 0)
        close(s->hiding->spool);
    aet_free(s->hiding);
    s->hiding = NULL;
}
