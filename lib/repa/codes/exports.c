/* What the verbs share that read an export of REFI-QDA. */
#include "repa/codes/exports.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

#include "base/os/os.h"
#include "format/input.h"
#include "io/archive.h"
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
    return strcmp(name, "-") == 0 ? aet_os_twin(OS_STDIN) : aet_os_open(name, OS_READ);
}

static bool read_all(struct export *e, ssize_t (*read)(struct decoder *, char *, size_t))
{
    enum { CHUNK = 1 << 16 };
    ssize_t n;

    do {
        n = read(e->decoder, aet_buf_room(&e->text, CHUNK), CHUNK);
        e->text.n += n > 0 ? (size_t)n : 0;
    } while (n > 0);
    return n == 0;
}

/* Not to be read, or neither XML nor text. */
static bool refuse(struct session *s, enum fault f, const char *name)
{
    aet_say_stop(
        &s->voice, s->reading.encoding,
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

/* Called as a project is, in whatever folder; what macOS packs beside each file is none. */
static bool is_project(const char *member)
{
    size_t n = strlen(member);

    return n >= 4 && strcasecmp(member + n - 4, ".qde") == 0 &&
           strncmp(aet_refi_shelf_name(member), "._", 2) != 0;
}

/* NULL with how many there are, where there is not one. */
static const char *project_member(const struct archive *a, size_t *found)
{
    size_t n;
    const char *const *names = aet_archive_names(a, &n), *member = NULL;

    *found = 0;
    for (size_t i = 0; i < n; i++)
        if (is_project(names[i]) && (*found)++ == 0)
            member = names[i];
    return *found == 1 ? member : NULL;
}

static bool open_archive(struct export *e, struct session *s, const char *name)
{
    enum fault fault;
    const char *member;
    size_t found;

    e->shelf.archive = aet_archive_open(e->decoder, &fault);
    if (!e->shelf.archive)
        return complain(s, name, fault);
    member = project_member(e->shelf.archive, &found);
    if (found > 1) {
        aet_voice_say(&s->voice, &aet_repa_rule[REP_PAQUET_PROJETS],
                      AET_WORDS(aet_word("fichier", name), aet_word_uint("nombre", found)));
        return false;
    }
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

/* Look at the first bytes: what the file is. False: complained. */
static bool look(struct export *e, struct session *s, const char *name, const char *encoding,
                 struct span *head)
{
    enum fault f = FAULT_READ;
    int fd = open_input(name);

    *e = (struct export){ .decoder = fd >= 0 ? aet_decoder_new(fd, encoding, &f) : NULL };
    if (e->decoder && aet_decoder_head(e->decoder, FOREIGN_LOOK, head))
        return true;
    return refuse(s, e->decoder ? aet_decoder_fault(e->decoder) : f, name);
}

static bool zipped(struct span head, enum fault f)
{
    return aet_span_starts(head, AET_LIT("PK\3\4")) &&
           (f == FAULT_PROJECT || f == FAULT_ARCHIVE || f == FAULT_WORKBOOK);
}

bool aet_repa_export_open(struct export *e, struct session *s, const char *name, bool lists)
{
    struct span head;
    enum fault f;

    if (!look(e, s, name, NULL, &head))
        return false;
    f = aet_foreign(head);
    if (f == FAULT_WORKBOOK && lists)
        return true;
    if (zipped(head, f))
        return open_archive(e, s, name);
    if (f != FAULT_NONE && f != FAULT_PROJECT && f != FAULT_XML)
        return refuse(s, f, name);
    return read_all(e, aet_decoder_bytes) || refuse(s, aet_decoder_fault(e->decoder), name);
}

/* What is no text is refused with its place. */
static bool check_text(struct export *e, struct session *s, const char *name)
{
    struct stop stop = { .file = name, .line = 1, .column = 1 };

    if (aet_stop_unless_text(&stop, aet_buf_view(&e->text), aet_decoder_converts(e->decoder)))
        return true;
    aet_say_stop(&s->voice, s->reading.encoding, &stop);
    return false;
}

bool aet_repa_export_open_text(struct export *e, struct session *s, const char *name)
{
    struct span head;
    enum fault f;

    if (!look(e, s, name, s->reading.encoding, &head))
        return false;
    f = aet_foreign(head);
    e->plain = f == FAULT_NONE;
    if (zipped(head, f) && f != FAULT_WORKBOOK)
        return open_archive(e, s, name);
    if (f != FAULT_NONE && f != FAULT_PROJECT && f != FAULT_XML) {
        aet_voice_say(&s->voice, &aet_repa_rule[REP_INDICES_TEXTE],
                      AET_WORDS(aet_word("fichier", strcmp(name, "-") == 0
                                                        ? aet_phrase(PHRASE_STDIN, s->voice.lang)
                                                        : name)));
        return false;
    }
    if (!read_all(e, e->plain ? aet_decoder_read : aet_decoder_bytes))
        return refuse(s, aet_decoder_fault(e->decoder), name);
    return !e->plain || check_text(e, s, name);
}

void aet_repa_export_close(struct export *e)
{
    close_archive(e);
    aet_decoder_free(e->decoder);
    aet_buf_free(&e->text);
}
