/* What the verbs share that read an export of REFI-QDA. */
#include "repa/codes/exports.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "io/archive.h"
#include "io/file.h"
#include "io/foreign.h"
#include "repa/rules.h"

const struct refi_rules aet_repa_refi_rules = { .malformed = &aet_repa_rule[REP_XML],
                                                .root = &aet_repa_rule[REP_XML_RACINE],
                                                .position = &aet_repa_rule[REP_XML_POSITION],
                                                .beyond = &aet_repa_rule[REP_XML_AU_DELA],
                                                .no_text = &aet_repa_rule[REP_XML_SANS_TEXTE],
                                                .not_utf8 = &aet_repa_rule[REP_XML_SOURCE],
                                                .no_member = &aet_repa_rule[REP_XML_MEMBRE],
                                                .no_code = &aet_repa_rule[REP_XML_CODE],
                                                .twice = &aet_repa_rule[REP_XML_GUID_DOUBLE],
                                                .renamed = &aet_repa_rule[REP_XML_RENOMME],
                                                .memos = &aet_repa_rule[REP_XML_MEMOS],
                                                .homonyms = &aet_repa_rule[REP_XML_HOMONYMES],
                                                .no_expat = &aet_repa_rule[REP_SANS_EXPAT] };

#define PROJECT_MAX ((uint64_t)1 << 30)

/* Standard input stays open: a list is read from it anew. */
static int open_input(const char *name)
{
    return strcmp(name, "-") == 0 ? dup(STDIN_FILENO) : aet_fd_open(name, O_RDONLY, 0);
}

static bool read_all(struct export *e)
{
    enum { CHUNK = 1 << 16 };
    ssize_t n;

    do {
        n = aet_decoder_bytes(e->decoder, aet_buf_room(&e->text, CHUNK), CHUNK);
        e->text.n += n > 0 ? (size_t)n : 0;
    } while (n > 0);
    return n == 0;
}

/* Not to be read, or neither XML nor text. */
static bool refuse(struct session *s, enum fault f, const char *name)
{
    aet_say_stop(
        &s->voice, NULL,
        &(struct stop){ .fault = f, .file = name, .line = 1, .column = 1, .error = errno });
    return false;
}

#ifdef AET_WORKBOOKS

static bool complain(struct session *s, const char *name, enum fault fault)
{
    static const int rules[] = { [FAULT_BOOK_PART] = REP_PAQUET_SANS_PROJET,
                                 [FAULT_BOOK_DAMAGED] = REP_PAQUET_ABIME,
                                 [FAULT_BOOK_LOCKED] = REP_PAQUET_CHIFFRE,
                                 [FAULT_BOOK_SIZE] = REP_PAQUET_DEMESURE };

    if (fault == FAULT_READ || fault == FAULT_PACKED)
        return refuse(s, fault, name);
    aet_voice_say(&s->voice, &aet_repa_rule[rules[fault]], AET_WORDS(aet_word("fichier", name)));
    return false;
}

/* The first member that is called as a project is, in whatever folder. */
static const char *project_member(const struct archive *a)
{
    size_t n;
    const char *const *names = aet_archive_names(a, &n);

    for (size_t i = 0; i < n; i++) {
        size_t length = strlen(names[i]);

        if (length >= 4 && strcasecmp(names[i] + length - 4, ".qde") == 0)
            return names[i];
    }
    return NULL;
}

static bool open_archive(struct export *e, struct session *s, const char *name)
{
    enum fault fault;
    const char *member;

    e->shelf.archive = aet_archive_open(e->decoder, &fault);
    if (!e->shelf.archive)
        return complain(s, name, fault);
    member = project_member(e->shelf.archive);
    fault = member ? aet_archive_whole(e->shelf.archive, member, PROJECT_MAX, &e->text)
                   : FAULT_BOOK_PART;
    return fault ? complain(s, name, fault) : true;
}

static void close_archive(struct export *e)
{
    aet_archive_free(e->shelf.archive);
}

#else

static bool open_archive(struct export *e, struct session *s, const char *name)
{
    (void)e;
    aet_voice_say(&s->voice, &aet_repa_rule[REP_ARCHIVE],
                  AET_WORDS(aet_word("fichier", name), aet_word("verbe", s->command.verb->name)));
    return false;
}

static void close_archive(struct export *e)
{
    (void)e;
}

#endif

bool aet_repa_export_open(struct export *e, struct session *s, const char *name, bool lists)
{
    enum fault f = FAULT_READ;
    struct span head;
    int fd = open_input(name);
    bool zip;

    *e = (struct export){ .decoder = fd >= 0 ? aet_decoder_new(fd, NULL, &f) : NULL };
    if (!e->decoder)
        return refuse(s, f, name);
    if (!aet_decoder_head(e->decoder, FOREIGN_LOOK, &head))
        return refuse(s, aet_decoder_fault(e->decoder), name);
    f = aet_foreign(head);
    zip = aet_span_starts(head, AET_LIT("PK\3\4"));
    if (f == FAULT_WORKBOOK && lists)
        return true;
    if (zip && (f == FAULT_PROJECT || f == FAULT_ARCHIVE || f == FAULT_WORKBOOK))
        return open_archive(e, s, name);
    if (f != FAULT_NONE && f != FAULT_PROJECT && f != FAULT_XML)
        return refuse(s, f, name);
    return read_all(e) || refuse(s, aet_decoder_fault(e->decoder), name);
}

void aet_repa_export_close(struct export *e)
{
    close_archive(e);
    aet_decoder_free(e->decoder);
    aet_buf_free(&e->text);
}
