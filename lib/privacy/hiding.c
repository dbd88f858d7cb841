/* --pseudonymes: opening the file, spooling the input, saving, the last words. */
#include "privacy/hiding.h"

#include <errno.h>

#include "base/os/os.h"
#include "io/file.h"
#include "privacy/hiding_learn.h"
#include "privacy/rules.h"
#include "voice/say.h"

static bool complain(struct hiding *h, const char *path, enum pseudonym_fault f)
{
    static const int rules[] = {
        [PSEUDONYM_SPECIAL] = PSE_SPECIAL, [PSEUDONYM_EMPTY] = PSE_EMPTY,
        [PSEUDONYM_FORM] = PSE_FORM,       [PSEUDONYM_DAMAGED] = PSE_DAMAGED,
        [PSEUDONYM_OPEN] = PSE_OPEN,       [PSEUDONYM_CHANGED] = PSE_CHANGED,
    };

    if (f == PSEUDONYM_SYSTEM)
        aet_voice_system(h->voice, path, errno);
    else
        aet_voice_say(h->voice, &aet_privacy_rule[rules[f]], AET_WORDS(aet_word("fichier", path)));
    return false;
}

/* A warning with a number. */
static void warn(const struct hiding *h, int rule, uint64_t number)
{
    aet_voice_say(h->voice, &aet_privacy_rule[rule], AET_WORDS(aet_word_uint("nombre", number)));
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
    h->start = aet_os_tell(OS_STDIN);
    if (h->start >= 0) {
        h->spool = aet_os_twin(OS_STDIN);
    } else {
        h->start = 0;
        h->spool = aet_fd_copy(OS_STDIN, &reading);
    }
    if (h->spool < 0)
        aet_voice_system(h->voice, "-", errno);
    return h->spool >= 0;
}

/* Standard input from its beginning. */
static bool rewind_input(struct hiding *h)
{
    if (h->spool < 0 || (aet_os_seek(h->spool, h->start) && aet_os_put_at(h->spool, OS_STDIN)))
        return true;
    aet_voice_system(h->voice, "-", errno);
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
    struct hiding *h;
    enum pseudonym_fault f;

    if (!path && others)
        aet_voice_usage(voice, &aet_privacy_rule[PSE_ALONE], NULL);
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
    aet_reading_repeats(reading);
    h->files = files->names;
    h->files_n = files->n;
    return spool(h) && rewind_input(h);
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
    int error = errno;
    struct span left = aet_pseudonyms_left(h->identities.names);

    if (left.n)
        aet_voice_say(h->voice, &aet_rules_sys[SYS_LEFT], AET_WORDS(aet_word_span("noms", left)));
    errno = error;
    return f == PSEUDONYM_OK ? left.n == 0 : complain(h, h->path, f);
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

bool aet_hiding_learn(struct hiding *h, const struct schema *schema, const struct nest *nest)
{
    if (!h || h->learnt)
        return true;
    h->learnt = true;
    aet_peek_free(h->reading->begun); /* its source has begun to read */
    h->reading->begun = NULL;
    if (!rewind_input(h))
        return false;
    if (nest)
        aet_hiding_read_documents(h, nest);
    else
        aet_hiding_read(h, schema);
    aet_reading_over(h->reading);
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

void aet_hiding_doubt(struct hiding *h, uint64_t passages, const struct diag_place *where)
{
    enum { FIRST = 5 };

    h->doubts += passages;
    if (h->places_n == FIRST)
        return;
    aet_buf_str(&h->places, h->places_n++ ? ", " : "");
    aet_buf_str(&h->places, where->file);
    aet_buf_char(&h->places, ':');
    aet_buf_uint(&h->places, where->line);
}

/* What was left, with the first places. */
static void say_doubts(const struct hiding *h)
{
    if (h->doubts)
        aet_voice_say(h->voice, &aet_privacy_rule[PSE_DOUBT],
                      AET_WORDS(aet_word_uint("nombre", h->doubts),
                                aet_word_span("noms", aet_buf_view(&h->places))));
}

bool aet_hiding_close(struct hiding *h)
{
    struct pseudonyms *names = aet_hiding_names(h);

    if (!names)
        return true;
    if (!save(h))
        return false;
    if (h->withheld)
        warn(h, PSE_WITHHELD, h->withheld);
    if (aet_pseudonyms_short(names))
        warn(h, PSE_SHORT, aet_pseudonyms_short(names));
    say_doubts(h);
    if (aet_pseudonyms_mails(names))
        warn(h, PSE_MAILS, aet_pseudonyms_mails(names));
    warn(h, PSE_REPLACED, aet_pseudonyms_count(names));
    return true;
}

void aet_hiding_free(struct hiding *h)
{
    if (!h)
        return;
    aet_pseudonyms_free(h->identities.names);
    aet_free(h->identities.others);
    aet_free(h->seen);
    aet_buf_free(&h->places);
    aet_arena_free(&h->arena);
    if (h->spool >= 0)
        (void)aet_os_close(h->spool);
    aet_free(h);
}
