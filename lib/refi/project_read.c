/* Reading the XML of a REFI-QDA project. */
#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "refi/codebook.h"
#include "refi/project_coded.h"
#include "refi/xml.h"
#include "voice/say.h"

enum { SHORT = 8 };

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
    struct span id = aet_refi_reading_guid(x, attributes, "guid");

    if (!name || !*name)
        name = aet_xml_attribute(attributes, "id");
    aet_refi_directory_add(
        &x->file.users, (struct named){ .guid = id,
                                        .name = name && *name ? aet_refi_reading_copy(x, name) : id,
                                        .apart = aet_span(id.p, id.n < SHORT ? id.n : SHORT) });
}

/* The way to it in the tree, "Contextes > Autre", tells two codes of one name apart. */
static void enrol_code(struct project_reading *x, const char **attributes)
{
    const char *name = aet_xml_attribute(attributes, "name");
    struct span id = aet_refi_reading_guid(x, attributes, "guid"),
                label = name && *name ? aet_refi_reading_copy(x, name) : id;
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
    x->path = aet_refi_reading_copy(x, path).p;
    aet_refi_source_text_load(&x->text, x->shelf, path);
    if (x->text.state == TEXT_ERROR)
        aet_voice_system(x->q->voice, path, errno);
    if (x->text.state == TEXT_NOT_UTF8)
        aet_refi_reading_say(x, x->q->rules->not_utf8, x->source.name, NULL);
    if (x->text.state == TEXT_DAMAGED)
        aet_refi_reading_say(x, x->q->rules->no_member, x->source.name, NULL);
    x->told = x->text.state != TEXT_ABSENT && x->text.state != TEXT_READY;
}

/* A name, or the path, or the GUID. */
static struct span name_source(struct project_reading *x, const char **attributes)
{
    static const char *const named[] = { "name", "plainTextPath", "path", "richTextPath" };

    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        const char *v = aet_xml_attribute(attributes, named[i]);

        if (v && *v)
            return aet_refi_reading_copy(x, i && strstr(v, "://") ? strstr(v, "://") + 3 : v);
    }
    return x->source.guid;
}

static void begin_source(struct project_reading *x, const char *name, const char **attributes)
{
    x->source_depth = x->depth;
    x->note = is(name, "Note");
    x->source = (struct source){ .guid = aet_refi_reading_guid(x, attributes, "guid"),
                                 .kind = aet_refi_reading_copy(x, name) };
    x->source.name = name_source(x, attributes);
    if (x->note)
        x->about = (struct note){ .guid = x->source.guid,
                                  .titre = aet_refi_reading_text(x, attributes, "name"),
                                  .auteur = aet_refi_reading_guid(x, attributes, "creatingUser"),
                                  .date = aet_refi_reading_text(x, attributes, "creationDateTime"),
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
        aet_refi_coded_begin(x, name, attributes);
    } else if (is(name, "Coding")) {
        x->coding = true;
        x->coded = x->p->n;
        x->codeur = aet_refi_reading_guid(x, attributes, "creatingUser");
    } else if (is(name, "CodeRef") && x->coding) {
        aet_refi_coded_add(x, attributes);
    } else if (is(name, "NoteRef") && !x->note) {
        aet_refi_coded_link(x, aet_refi_reading_guid(x, attributes, "targetGUID"), AET_LIT(""));
    } else if (is(name, "PlainTextContent")) {
        aet_refi_source_text_clear(&x->text);
        x->taking = TAKES_CONTENT;
    } else if (is(name, "Description") && x->selections_n) {
        aet_buf_clear(&x->description);
        x->taking = TAKES_DESCRIPTION;
    } else if (is(name, "Description") && !x->note && x->depth == x->source_depth + 1) {
        take_memo(x, aet_refi_coded_of_source(x));
    }
}

/* Outside of sources and notes: a memo of a code that is open, or of the whole; sets, cases and the
 * like have no place here. */
static void open_note_ref(struct project_reading *x, const char **attributes)
{
    struct memo m = { .debut = NO_POSITION, .fin = NO_POSITION };

    m.note = aet_refi_reading_guid(x, attributes, "targetGUID");
    if (x->parents_n) {
        m.on = ON_CODE;
        m.target = x->open_codes[(x->parents_n < PARENTS_MAX ? x->parents_n : PARENTS_MAX) - 1];
    }
    if (x->parents_n || x->depth == 2)
        aet_refi_coded_memo(x, m);
    else
        x->file.elsewhere++;
}

static void name_project(struct project_reading *x, const char **attributes)
{
    const char *name = aet_xml_attribute(attributes, "name");

    if (!x->p->name.n && name)
        x->p->name = aet_refi_reading_copy(x, name);
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
    else if ((ends(name, "Source") && !is(name, "MemberSource")) || is(name, "Note"))
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
    struct selection *t = aet_refi_coded_selection(x, 0);

    if (t)
        t->memo = aet_arena_copy(&x->p->arena, aet_span_trim(aet_buf_view(&x->description)));
}

static void end_memo(struct project_reading *x)
{
    x->memo.memo = aet_arena_copy(&x->p->arena, aet_span_trim(aet_buf_view(&x->description)));
    aet_refi_coded_memo(x, x->memo);
}

static void end_selection(struct project_reading *x)
{
    const struct selection *t = aet_refi_coded_selection(x, 0);

    if (t && t->memo.n)
        aet_refi_coded_link(x, AET_LIT(""), t->memo);
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
