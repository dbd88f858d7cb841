/* Opening the file, spooling, the first reading. */
#include "run/pseudonymes.h"

#include <errno.h>
#include <unistd.h>

#include "io/file.h"
#include "run/kinds.h"

struct hiding {
    struct identities identities;
    struct span others[32];
    const char *path;
    int spool; /* standard input, to be read again; -1 when it is not read */
    off_t start;
};

static bool complain(struct session *s, const char *path, enum pseudonym_fault f)
{
    static const struct text open_to_all = {
        "« {valeur} » contient la clé des pseudonymes et d’autres peuvent le lire : chmod 600",
        "“{valeur}” holds the key of the pseudonyms and others may read it: chmod 600"
    };
    static const struct text form = { "« {valeur} » n’est pas un fichier de pseudonymes",
                                      "“{valeur}” is not a file of pseudonyms" };

    if (f == PSEUDONYM_SYSTEM)
        aet_complain_system(s, path, errno);
    else
        aet_complain(s, f == PSEUDONYM_OPEN ? open_to_all : form, path, "");
    return false;
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

bool aet_session_pseudonyms(struct session *s, const char *path, const size_t *fields, size_t n,
                            const char *others)
{
    struct hiding *h = aet_calloc(1, sizeof *h);
    struct span list = aet_span_z(others);
    enum pseudonym_fault f;

    s->hiding = h;
    h->spool = -1;
    h->path = path;
    h->identities = (struct identities){ NULL, fields, n, h->others, 0 };
    while (list.n && h->identities.others_n < 32) {
        const char *comma = memchr(list.p, ',', list.n);
        size_t k = comma ? (size_t)(comma - list.p) : list.n;

        h->others[h->identities.others_n++] = aet_span_trim(aet_span(list.p, k));
        list = aet_span_from(list, k + 1);
    }
    h->identities.names = aet_pseudonyms_open(path, &f);
    if (!h->identities.names)
        return complain(s, path, f);
    return spool(s, h) && rewind_input(s);
}

bool aet_session_pseudonyms_file(struct session *s, const char *path)
{
    struct hiding *h = aet_calloc(1, sizeof *h);
    enum pseudonym_fault f;

    s->hiding = h;
    h->spool = -1;
    h->path = path;
    h->identities.names = aet_pseudonyms_open(path, &f);
    return h->identities.names ? true : complain(s, path, f);
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

/* What cannot be read is passed over here: the second reading says so. */
static void learn_block(struct session *s, struct record_reader *reader, const struct block *b)
{
    struct arena arena = { 0 };
    struct diags none = { .arena = &arena, .least = ERREUR };

    for (size_t i = 0; i < b->n; i++) {
        struct record record;

        aet_diags_clear(&none);
        aet_arena_reset(&arena);
        if (aet_record_parse(reader, &b->slices[i], &record, &none) == PARSED)
            aet_identities_learn(&s->hiding->identities, reader, &record);
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
        if (b.layout != current && aet_record_reader_file(&reader, b.layout, args, &column))
            break;
        if (b.layout != current)
            aet_record_reader_keep(&reader, true);
        current = b.layout;
        learn_block(s, &reader, &b);
    }
    aet_block_free(&b);
    aet_source_free(source);
    aet_record_reader_free(&reader);
    aet_headings_free(headings);
}

static bool save(struct session *s)
{
    if (aet_pseudonyms_save(s->hiding->identities.names))
        return true;
    aet_complain_system(s, s->hiding->path, errno);
    return false;
}

bool aet_session_learn(struct session *s, const struct schema *schema)
{
    aet_peek_free(s->peek); /* its source has begun to read */
    s->peek = NULL;
    if (!rewind_input(s))
        return false;
    learn_all(s, schema);
    return save(s) && rewind_input(s);
}

bool aet_session_names_close(struct session *s)
{
    static const struct text still = {
        "avertissement: {valeur} noms remplacés ; un texte libre peut encore désigner quelqu’un",
        "warning: {valeur} names replaced; free text can still identify someone"
    };
    struct buf line = { 0 }, number = { 0 };
    struct diag_arg arg;

    if (!save(s))
        return false;
    aet_buf_uint(&number, aet_pseudonyms_count(aet_session_names(s)));
    arg = (struct diag_arg){ "valeur", aet_buf_view(&number) };
    aet_buf_str(&line, "aet-");
    aet_buf_str(&line, s->tool->name);
    aet_buf_str(&line, ": ");
    aet_message(&line, aet_text(still, s->lang), &arg, 1);
    aet_buf_char(&line, '\n');
    fwrite(line.p, 1, line.n, stderr);
    aet_buf_free(&line);
    aet_buf_free(&number);
    return true;
}

void aet_hiding_free(struct session *s)
{
    if (!s->hiding)
        return;
    aet_pseudonyms_free(s->hiding->identities.names);
    if (s->hiding->spool >= 0)
        close(s->hiding->spool);
    aet_free(s->hiding);
    s->hiding = NULL;
}
