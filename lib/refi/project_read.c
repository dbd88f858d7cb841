/* Reading the XML of a REFI-QDA project. */
#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "refi/codebook.h"
#include "refi/guid.h"
#include "refi/project_file.h"
#include "refi/selection.h"
#include "refi/source_text.h"
#include "refi/xml.h"
#include "voice/say.h"

enum { SELECTIONS_MAX = 8, PARENTS_MAX = 64, SHORT = 8 };

/* What takes the text of an element. */
enum taking { TAKES_NOTHING, TAKES_CONTENT, TAKES_DESCRIPTION, TAKES_MEMO };

/* Where the reading of a project stands: what was opened and not yet closed, and what is kept until
 * all is. */
struct project_reading {
    struct project *p;
    const struct refi *q;
    const struct shelf *shelf;
    struct refi_place place;
    struct project_file file;
    struct source_text text;
    struct source source; /* the one that is open */
    const char *path;     /* that its text is sought at; in the arena of the project, or NULL */
    struct span codeur;   /* who coded */
    struct selection selections[SELECTIONS_MAX];
    size_t selections_n, elements;
    struct span parents[PARENTS_MAX];    /* codes that are open: where they stand in the tree */
    struct span open_codes[PARENTS_MAX]; /* their GUIDs */
    size_t parents_n;
    size_t depth, source_depth; /* of elements; of the source or note that is open, 0: none */
    bool note;                  /* it is a note */
    struct note about;          /* what is said of it */
    bool coding, told;
    size_t coded; /* codings before the one that is open */
    enum taking taking;
    struct buf description;
    struct memo memo; /* the description that is open, of the whole or of a source */
};

static struct span copy(struct project_reading *x, const char *s)
{
    return aet_arena_copy(&x->p->arena, aet_span_z(s));
}

static struct span guid_at(struct project_reading *x, const char **attributes, const char *name)
{
    char plain[37];

    aet_refi_guid_plain(aet_xml_attribute(attributes, name), plain);
    return copy(x, plain);
}

static struct span text_at(struct project_reading *x, const char **attributes, const char *name)
{
    const char *v = aet_xml_attribute(attributes, name);

    return v ? copy(x, v) : AET_LIT("");
}

static void say(struct project_reading *x, const struct rule *rule, struct span value,
                const char *expected)
{
    aet_refi_project_say(x->p, x->q, rule, &x->place, value, expected);
}

static bool ends(const char *s, const char *end)
{
    size_t n = strlen(s), k = strlen(end);

    return n >= k && strcmp(s + n - k, end) == 0;
}

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* --- people and codes ------------------------------------------------------------------------- */

static void enrol_user(struct project_reading *x, const char **attributes)
{
    const char *name = aet_xml_attribute(attributes, "name");
    struct span id = guid_at(x, attributes, "guid");

    if (!name || !*name)
        name = aet_xml_attribute(attributes, "id");
    aet_refi_directory_add(&x->file.users,
                           (struct named){ .guid = id,
                                           .name = name && *name ? copy(x, name) : id,
                                           .apart = aet_span(id.p, id.n < SHORT ? id.n : SHORT) });
}

/* The way to it in the tree, "Contextes > Autre", tells two codes of one name apart. */
static void enrol_code(struct project_reading *x, const char **attributes)
{
    const char *name = aet_xml_attribute(attributes, "name");
    struct span id = guid_at(x, attributes, "guid"), label = name && *name ? copy(x, name) : id;
    struct buf way = { 0 };

    if (x->parents_n && x->parents_n <= PARENTS_MAX) {
        aet_buf_span(&way, x->parents[x->parents_n - 1]);
        aet_buf_str(&way, AET_REFI_WAY);
    }
    aet_buf_span(&way, label);
    aet_refi_directory_add(
        &x->file.codes, (struct named){ .guid = id,
                                        .name = label,
                                        .apart = aet_arena_copy(&x->p->arena, aet_buf_view(&way)),
                                        .file = x->place.file,
                                        .line = x->place.line,
                                        .column = x->place.column });
    if (x->parents_n < PARENTS_MAX) {
        x->parents[x->parents_n] = x->file.codes.items[x->file.codes.n - 1].apart;
        x->open_codes[x->parents_n] = id;
    }
    x->parents_n++;
    aet_buf_free(&way);
}

/* --- sources and notes ------------------------------------------------------------------------ */

/* The text of what is open, when a path names it. */
static void load(struct project_reading *x, const char **attributes)
{
    const char *path = aet_xml_attribute(attributes, "plainTextPath");

    aet_refi_source_text_clear(&x->text);
    x->path = NULL;
    if (!path || !*path)
        return;
    x->path = copy(x, path).p;
    aet_refi_source_text_load(&x->text, x->shelf, path);
    if (x->text.state == TEXT_ERROR)
        aet_voice_system(x->q->voice, path, errno);
    if (x->text.state == TEXT_NOT_UTF8)
        say(x, x->q->rules->not_utf8, x->source.name, NULL);
    if (x->text.state == TEXT_DAMAGED)
        say(x, x->q->rules->no_member, x->source.name, NULL);
    x->told = x->text.state != TEXT_ABSENT && x->text.state != TEXT_READY;
}

/* A name, or the path, or the GUID. */
static struct span name_source(struct project_reading *x, const char **attributes)
{
    static const char *const named[] = { "name", "plainTextPath", "path", "richTextPath" };

    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        const char *v = aet_xml_attribute(attributes, named[i]);

        if (v && *v)
            return copy(x, i && strstr(v, "://") ? strstr(v, "://") + 3 : v);
    }
    return x->source.guid;
}

static void begin_source(struct project_reading *x, const char *name, const char **attributes)
{
    x->source_depth = x->depth;
    x->note = is(name, "Note");
    x->source = (struct source){ .guid = guid_at(x, attributes, "guid"), .kind = copy(x, name) };
    x->source.name = name_source(x, attributes);
    if (x->note)
        x->about = (struct note){ .guid = x->source.guid,
                                  .titre = text_at(x, attributes, "name"),
                                  .auteur = guid_at(x, attributes, "creatingUser"),
                                  .date = text_at(x, attributes, "creationDateTime"),
                                  .file = x->place.file,
                                  .line = x->place.line };
    x->told = false;
    load(x, attributes);
}

/* The text of a source is kept when the project keeps texts; that of a note always. */
static void end_source(struct project_reading *x)
{
    struct project *p = x->p;
    struct project_file *f = &x->file;
    struct source s = x->source;
    bool keeps = x->note || p->keeps_texts;

    s.ready = x->text.state == TEXT_READY;
    s.text = keeps && s.ready ? aet_arena_copy(&p->arena, aet_buf_view(&x->text.text))
                              : AET_LIT("");
    if (x->note) {
        f->notes = aet_grow(f->notes, &f->notes_cap, f->notes_n, sizeof *f->notes);
        x->about.text = aet_span_trim(s.text);
        f->notes[f->notes_n++] = x->about;
    } else {
        p->sources = aet_grow(p->sources, &p->sources_cap, p->sources_n, sizeof *p->sources);
        p->sources[p->sources_n++] = s;
    }
    x->source_depth = 0;
    x->selections_n = 0;
}

/* --- selections and codings ------------------------------------------------------------------- */

/* The selection that is open, the `up`-th outwards; NULL: none. */
static struct selection *selection(struct project_reading *x, size_t up)
{
    size_t n = x->selections_n < SELECTIONS_MAX ? x->selections_n : SELECTIONS_MAX;

    return n > up ? &x->selections[n - 1 - up] : NULL;
}

static void begin_selection(struct project_reading *x, const char *name, const char **attributes)
{
    struct selection *t =
        &x->selections[x->selections_n < SELECTIONS_MAX ? x->selections_n : SELECTIONS_MAX - 1];
    struct buf wrong = { 0 };

    *t = aet_refi_selection(name, attributes, &x->p->arena, &wrong);
    t->first = x->p->n;
    x->selections_n++;
    if (t->refused)
        say(x, x->q->rules->position, aet_buf_view(&wrong), NULL);
    aet_buf_free(&wrong);
}

/* Where the text of the source was sought. */
static void say_no_text(struct project_reading *x)
{
    struct buf sought = { 0 };

    if (x->told)
        return;
    x->told = true;
    if (x->path) {
        aet_buf_str(&sought, "Sources/");
        aet_buf_str(&sought, aet_refi_shelf_name(x->path));
    }
    say(x, x->q->rules->no_text, x->source.name, x->path ? aet_buf_z(&sought) : "PlainTextContent");
    aet_buf_free(&sought);
}

/* The text of a selection, when it is at hand; what is not is said once a source. */
static struct span quote(struct project_reading *x, const struct selection *t)
{
    struct span text;

    if (!t || t->debut < 0)
        return AET_LIT("");
    if (x->text.state != TEXT_READY) {
        say_no_text(x);
        return AET_LIT("");
    }
    if (!aet_refi_source_text_slice(&x->text, (uint64_t)t->debut, (uint64_t)t->fin, &text)) {
        say(x, x->q->rules->beyond, t->segment, NULL);
        return AET_LIT("");
    }
    return aet_arena_copy(&x->p->arena, text);
}

/* The text that positions are counted in: that of the source, or of a region of one of its pages,
 * "Rapport · page 2 10,20-100,40". */
static struct span whose_text(struct project_reading *x)
{
    const struct selection *region = selection(x, 1);
    struct buf name = { 0 };
    struct span out;

    if (!region)
        return x->source.name;
    aet_buf_span(&name, x->source.name);
    aet_buf_str(&name, " · ");
    aet_buf_span(&name, region->segment);
    out = aet_arena_copy(&x->p->arena, aet_buf_view(&name));
    aet_buf_free(&name);
    return out;
}

static void add_coding(struct project_reading *x, const char **attributes)
{
    struct project *p = x->p;
    const struct selection *t = selection(x, 0);
    bool in_text = !t || t->debut >= 0;
    bool ready = x->text.state == TEXT_READY;

    if (t && t->refused)
        return;
    p->codings = aet_grow(p->codings, &p->cap, p->n, sizeof *p->codings);
    p->codings[p->n++] = (struct coding){
        .recit = whose_text(x),
        .segment = t ? t->segment : x->source.guid,
        .codeur = x->codeur.n || !t ? x->codeur : t->user,
        .code = guid_at(x, attributes, "targetGUID"),
        .texte = quote(x, t),
        .memo = AET_LIT(""),
        .debut = t ? t->debut : NO_POSITION,
        .fin = t ? t->fin : NO_POSITION,
        .longueur = in_text && ready ? (int64_t)x->text.length : NO_POSITION,
        .source = x->source.guid,
        .plain = in_text && !selection(x, 1) && aet_span_eq(x->source.kind, AET_LIT("TextSource")),
        .file = x->place.file,
        .line = x->place.line,
        .column = x->place.column
    };
}

/* A memo of what no coding bears; what it says is known later where it is a note. */
static void add_memo(struct project_reading *x, struct memo m)
{
    struct project *p = x->p;

    m.file = x->place.file;
    m.line = x->place.line;
    m.column = x->place.column;
    p->memos = aet_grow(p->memos, &p->memos_cap, p->memos_n, sizeof *p->memos);
    p->memos[p->memos_n++] = m;
}

static struct memo of_source(struct project_reading *x)
{
    return (struct memo){ .on = ON_SOURCE,
                          .target = x->source.guid,
                          .recit = x->source.name,
                          .debut = NO_POSITION,
                          .fin = NO_POSITION };
}

/* Of a passage that nobody coded. */
static void add_passage_memo(struct project_reading *x, const struct selection *t, struct span note,
                             struct span text)
{
    struct memo m = of_source(x);

    if (t->refused)
        return;
    m.on = ON_PASSAGE;
    m.recit = whose_text(x);
    m.segment = t->segment;
    m.texte = quote(x, t);
    m.debut = t->debut;
    m.fin = t->fin;
    m.note = note;
    m.memo = text;
    m.auteur = t->user;
    add_memo(x, m);
}

/* A memo on what is open: a coding, or all those of a selection. */
static void link_memo(struct project_reading *x, struct span note, struct span text)
{
    struct project_file *f = &x->file;
    const struct selection *t = selection(x, 0);
    size_t first = x->coding || !t ? x->coded : t->first;

    if (!x->coding && !t) {
        struct memo m = of_source(x);

        m.note = note;
        add_memo(x, m);
    } else if (!x->coding && t->first == x->p->n) {
        add_passage_memo(x, t, note, text);
    } else {
        f->links = aet_grow(f->links, &f->links_cap, f->links_n, sizeof *f->links);
        f->links[f->links_n++] =
            (struct memo_link){ .first = first, .end = x->p->n, .note = note, .text = text };
    }
}

/* --- elements --------------------------------------------------------------------------------- */

/* The text of a description will be a memo. */
static void take_memo(struct project_reading *x, struct memo m)
{
    aet_buf_clear(&x->description);
    x->memo = m;
    x->taking = TAKES_MEMO;
}

/* Within a source: its text, its selections, its codings. */
static void open_in_source(struct project_reading *x, const char *name, const char **attributes)
{
    if (is(name, "Representation") || is(name, "Transcript") || is(name, "TextDescription")) {
        load(x, attributes);
    } else if (ends(name, "Selection")) {
        begin_selection(x, name, attributes);
    } else if (is(name, "Coding")) {
        x->coding = true;
        x->coded = x->p->n;
        x->codeur = guid_at(x, attributes, "creatingUser");
    } else if (is(name, "CodeRef") && x->coding) {
        add_coding(x, attributes);
    } else if (is(name, "NoteRef") && !x->note) {
        link_memo(x, guid_at(x, attributes, "targetGUID"), AET_LIT(""));
    } else if (is(name, "PlainTextContent")) {
        aet_refi_source_text_clear(&x->text);
        x->taking = TAKES_CONTENT;
    } else if (is(name, "Description") && x->selections_n) {
        aet_buf_clear(&x->description);
        x->taking = TAKES_DESCRIPTION;
    } else if (is(name, "Description") && !x->note && x->depth == x->source_depth + 1) {
        take_memo(x, of_source(x));
    }
}

/* Outside of sources and notes: a memo of a code that is open, or of the whole; sets, cases and the
 * like have no place here. */
static void open_note_ref(struct project_reading *x, const char **attributes)
{
    struct memo m = { .debut = NO_POSITION, .fin = NO_POSITION };

    m.note = guid_at(x, attributes, "targetGUID");
    if (x->parents_n) {
        m.on = ON_CODE;
        m.target = x->open_codes[(x->parents_n < PARENTS_MAX ? x->parents_n : PARENTS_MAX) - 1];
    }
    if (x->parents_n || x->depth == 2)
        add_memo(x, m);
    else
        x->file.elsewhere++;
}

static void name_project(struct project_reading *x, const char **attributes)
{
    const char *name = aet_xml_attribute(attributes, "name");

    if (!x->p->name.n && name)
        x->p->name = copy(x, name);
}

static bool on_open(void *to, const char *name, const char **attributes)
{
    static const struct text expected = { "un projet REFI-QDA", "a REFI-QDA project" };
    struct project_reading *x = to;

    x->depth++;
    if (x->elements++ == 0 && !is(name, "Project")) {
        aet_refi_say(x->q, x->q->rules->root, &x->place, name, &expected);
        return false;
    }
    if (is(name, "Project"))
        name_project(x, attributes);
    else if (x->source_depth)
        open_in_source(x, name, attributes);
    else if (is(name, "User"))
        enrol_user(x, attributes);
    else if (is(name, "Code"))
        enrol_code(x, attributes);
    else if (ends(name, "Source") || is(name, "Note"))
        begin_source(x, name, attributes);
    else if (is(name, "NoteRef"))
        open_note_ref(x, attributes);
    else if (is(name, "Description") && x->depth == 2)
        take_memo(x, (struct memo){ .debut = NO_POSITION, .fin = NO_POSITION });
    return true;
}

/* The description of a selection comes before its codings: it is kept until they are there. */
static void end_description(struct project_reading *x)
{
    struct selection *t = selection(x, 0);

    if (t)
        t->memo = aet_arena_copy(&x->p->arena, aet_span_trim(aet_buf_view(&x->description)));
}

static void end_memo(struct project_reading *x)
{
    x->memo.memo = aet_arena_copy(&x->p->arena, aet_span_trim(aet_buf_view(&x->description)));
    add_memo(x, x->memo);
}

static void end_selection(struct project_reading *x)
{
    const struct selection *t = selection(x, 0);

    if (t && t->memo.n)
        link_memo(x, AET_LIT(""), t->memo);
    x->selections_n--;
}

static void on_close(void *to, const char *name)
{
    struct project_reading *x = to;

    if (x->taking == TAKES_CONTENT && is(name, "PlainTextContent"))
        aet_refi_source_text_ready(&x->text);
    else if (x->taking == TAKES_DESCRIPTION && is(name, "Description"))
        end_description(x);
    else if (x->taking == TAKES_MEMO && is(name, "Description"))
        end_memo(x);
    else if (is(name, "Coding"))
        x->coding = false;
    else if (x->selections_n && ends(name, "Selection"))
        end_selection(x);
    else if (x->parents_n && is(name, "Code"))
        x->parents_n--;
    else if (x->depth == x->source_depth)
        end_source(x);
    x->taking = TAKES_NOTHING;
    x->depth--;
}

static void on_text(void *to, struct span text)
{
    struct project_reading *x = to;

    if (x->taking == TAKES_CONTENT)
        aet_buf_span(&x->text.text, text);
    else if (x->taking == TAKES_DESCRIPTION || x->taking == TAKES_MEMO)
        aet_buf_span(&x->description, text);
}

bool aet_refi_project_read(struct project *p, const struct refi *q, struct span text,
                           const char *file, const struct shelf *shelf)
{
    static const struct refi_reader reader = { on_open, on_close, on_text };
    struct project_reading x = { .p = p,
                                 .q = q,
                                 .shelf = shelf,
                                 .place = { file, 1, 1 },
                                 .file.first = p->n,
                                 .file.first_memo = p->memos_n };
    bool ok = aet_refi_xml_read(q, text, &reader, &x, &x.place);

    if (ok) {
        aet_refi_project_settle(p, q, &x.file);
        if (x.file.elsewhere)
            aet_refi_project_memos(q, file, x.file.elsewhere);
    }
    aet_refi_project_file_free(&x.file);
    aet_refi_source_text_free(&x.text);
    aet_buf_free(&x.description);
    return ok;
}
