/* --pseudonymes: opening the file, spooling the input, saving, the last words. */
#include "run/pseudonymes_private.h"

#include <errno.h>
#include <unistd.h>

#include "io/file.h"
#include "run/kinds.h"

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
    struct buf digits = { 0 };

    aet_buf_uint(&digits, number);
    aet_session_warn(s, number == 1 ? one : many, aet_buf_z(&digits));
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
        aet_hiding_missing(s, h->identities.others[i].name);
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
    aet_hiding_learn(s, schema);
    return learnt(s) && rewind_input(s);
}

bool aet_session_learnt(struct session *s, const struct schema *schema)
{
    struct hiding *h = s->hiding;

    h->any = true;
    for (size_t i = 0; i < schema->n; i++) {
        struct span name = aet_span_z(schema->fields[i].name);

        aet_is_identity(&h->identities, schema, (int)i, name, name);
        aet_hiding_see(h, name, NULL);
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
