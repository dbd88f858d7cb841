/* --pseudonymes: opening the file, spooling the input, saving, the last words. */
#include "privacy/hiding.h"

#include <errno.h>
#include <unistd.h>

#include "io/file.h"
#include "privacy/hiding_learn.h"
#include "voice/complain.h"

static bool complain(struct hiding *h, const char *path, enum pseudonym_fault f)
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
        aet_complain_system(h->voice, path, errno);
    else
        aet_complain(h->voice, faults[f], path, "");
    return false;
}

/* A warning with a number; `one` when it is 1. */
static void warn(const struct hiding *h, uint64_t number, struct text one, struct text many)
{
    struct buf digits = { 0 };

    aet_buf_uint(&digits, number);
    aet_warn(h->voice, number == 1 ? one : many, aet_buf_z(&digits));
    aet_buf_free(&digits);
}

/* What can be rewound is; the rest goes through a file that has no name. */
static bool spool(struct hiding *h)
{
    bool used = h->files_n == 0, reading;

    for (size_t i = 0; i < h->files_n; i++)
        used |= strcmp(h->files[i], "-") == 0;
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
        aet_complain_system(h->voice, "-", errno);
    return h->spool >= 0;
}

/* Standard input from its beginning. */
static bool rewind_input(struct hiding *h)
{

    if (h->spool < 0 ||
        (lseek(h->spool, h->start, SEEK_SET) >= 0 && dup2(h->spool, STDIN_FILENO) >= 0))
        return true;
    aet_complain_system(h->voice, "-", errno);
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

bool aet_hiding_open(struct hiding **to, const struct voice *voice, struct reading *reading,
                     const struct hiding_files *files, const char *path, const char *others)
{
    static const struct text alone = { "--identites demande --pseudonymes : aucun nom ne serait "
                                       "remplacé",
                                       "--identites asks for --pseudonymes: no name would be "
                                       "replaced" };
    struct hiding *h;
    enum pseudonym_fault f;

    if (!path && others)
        aet_complain_usage(voice, alone, "", "");
    if (!path)
        return !others;
    h = *to = aet_calloc(1, sizeof *h);
    h->voice = voice;
    h->reading = reading;
    h->spool = -1;
    h->path = path;
    name_columns(&h->identities, aet_span_z(others));
    h->identities.names = aet_pseudonyms_open(path, &f);
    if (!h->identities.names)
        return complain(h, path, f);
    if (!files)
        return true;
    h->files = files->names;
    h->files_n = files->n;
    return spool(h) && rewind_input(h);
}

void aet_hiding_identify(struct hiding *h, const size_t *fields, size_t n)
{
    if (!h)
        return;
    h->identities.fields = fields;
    h->identities.n = n;
}

struct pseudonyms *aet_hiding_names(struct hiding *h)
{
    return h ? h->identities.names : NULL;
}

const struct identities *aet_hiding_identities(const struct hiding *h)
{
    return h ? &h->identities : NULL;
}

static bool save(struct hiding *h)
{
    enum pseudonym_fault f = aet_pseudonyms_save(h->identities.names);

    return f == PSEUDONYM_OK ? true : complain(h, h->path, f);
}

/* What would stay in clear is said before anything is written. */
static bool learnt(struct hiding *h)
{

    for (size_t i = 0; h->any && i < h->identities.others_n; i++) {
        if (h->identities.others[i].met)
            continue;
        aet_hiding_missing(h, h->identities.others[i].name);
        h->refused = true;
    }
    return !h->refused && save(h);
}

bool aet_hiding_learn(struct hiding *h, const struct schema *schema)
{
    if (!h)
        return true;
    aet_peek_free(h->reading->begun); /* its source has begun to read */
    h->reading->begun = NULL;
    if (!rewind_input(h))
        return false;
    aet_hiding_read(h, schema);
    return learnt(h) && rewind_input(h);
}

bool aet_hiding_learnt(struct hiding *h, const struct schema *schema)
{

    h->any = true;
    for (size_t i = 0; i < schema->n; i++) {
        struct span name = aet_span_z(schema->fields[i].name);

        aet_is_identity(&h->identities, schema, (int)i, name, name);
        aet_hiding_see(h, name, NULL);
    }
    return learnt(h);
}

void aet_hiding_withheld(struct hiding *h)
{
    h->withheld++;
}

bool aet_hiding_close(struct hiding *h)
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
    struct pseudonyms *names = aet_hiding_names(h);

    if (!names)
        return true;
    if (!save(h))
        return false;
    if (h->withheld)
        warn(h, h->withheld, withheld[0], withheld[1]);
    if (aet_pseudonyms_short(names))
        warn(h, aet_pseudonyms_short(names), brief[0], brief[1]);
    warn(h, aet_pseudonyms_count(names), still[0], still[1]);
    return true;
}

void aet_hiding_free(struct hiding *h)
{
    if (!h)
        return;
    aet_pseudonyms_free(h->identities.names);
    aet_free(h->identities.others);
    aet_free(h->seen);
    aet_arena_free(&h->arena);
    if (h->spool >= 0)
        close(h->spool);
    aet_free(h);
}
