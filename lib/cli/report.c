/* A report on its way out: its section, its renderer, its file or its folder. */
#include "cli/session.h"
#include "base/harmless.h"
#include "base/os/os.h"
#include "base/path.h"
#include "masking/mask.h"
#include "report/brief.h"
#include "report/condense.h"
#include "report/resume/resume.h"

#include <stdlib.h>

const char *aet_session_report_format(const struct session *s)
{
    const char *asked = aet_writing_format(&s->writing);

    return asked ? asked : !s->writing.path && aet_os_terminal(OS_STDOUT) ? "texte" : "json";
}

/* What somebody gave it as a title, whose he says it is: as harmless as what is read. */
static void dress(const struct session *s, struct report *r)
{
    struct buf title = { 0 }, author = { 0 };

    aet_harmless(&title, aet_span_z(s->dress.title ? s->dress.title : ""));
    aet_harmless(&author, aet_span_z(s->dress.author ? s->dress.author : ""));
    r->named = title.n || author.n;
    r->author = aet_arena_copy(&r->arena, aet_buf_view(&author));
    if (title.n)
        r->title.fr = r->title.en = aet_arena_copy(&r->arena, aet_buf_view(&title)).p;
    aet_buf_free(&title);
    aet_buf_free(&author);
}

/* What a file of habits gave stands in the report, as nobody sees it in the command. */
static void habits(const struct session *s, struct report *r)
{
    const struct habits *h = &s->habits;

    r->habits = aet_arena_alloc(&r->arena, (h->n + 1) * sizeof *r->habits);
    for (size_t i = 0; i < h->n; i++) {
        const char *value = h->p[i].value;

        if (h->p[i].is_path) /* in whose folder, is no business of who reads a report */
            value = aet_arena_copy(&r->arena, aet_path_name(value)).p;
        r->habits[r->habits_n++] =
            (struct habit_used){ aet_option(s->command.tool, h->p[i].option)->name, value };
    }
}

void aet_session_report_begin(const struct session *s, struct report *r, struct text title)
{
    const struct renderer *f = aet_renderer_find(aet_session_report_format(s));
    struct buf name = { 0 };

    *r = (struct report){ .verb = s->command.verb->name,
                          .version = aet_version,
                          .title = title,
                          .lang = s->voice.lang,
                          .date = s->date,
                          .people = f && f->people,
                          .masks = s->masks > 0,
                          .only = s->writing.section };
    dress(s, r);
    habits(s, r);
    aet_buf_str(&name, "aet-");
    aet_buf_str(&name, s->command.tool->name);
    r->tool = aet_arena_copy(&r->arena, aet_buf_view(&name)).p;
    aet_buf_free(&name);
}

static enum status no_section(const struct session *s, const struct report *r)
{
    const char **names = aet_calloc(r->n + 1, sizeof *names);
    enum status st;

    for (size_t i = 0; i < r->n; i++)
        names[i] = r->sections[i].kind->key;
    st = aet_session_no_section(s, names, r->n);
    aet_free(names);
    return st;
}

static void section_names(const struct report *r, struct buf *names)
{
    for (size_t i = 0; i < r->n; i++) {
        if (i)
            aet_buf_str(names, ", ");
        aet_buf_str(names, r->sections[i].kind->key);
    }
}

/* --section names a section of this report; CSV needs one. */
static enum status check_section(const struct session *s, const struct report *r,
                                 const char *format, bool folder)
{
    const char *wanted = s->writing.section;
    struct buf names = { 0 };
    enum status st = STATUS_CLEAN;

    section_names(r, &names);
    if (wanted && !aet_report_find(r, wanted))
        st = no_section(s, r);
    else if (!wanted && !folder && r->n > 1 &&
             (strcmp(format, "csv") == 0 || strcmp(format, "ndjson") == 0))
        st = aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_SECTION_ONE],
                             AET_WORDS(aet_word("noms", aet_buf_z(&names))));
    aet_buf_free(&names);
    return st;
}

/* A report holds what its verb declares: schema and completion are made of that. */
static void check_declared(const struct section_kind *const *declared, const struct report *r)
{
    for (size_t i = 0; declared && i < r->n; i++) {
        size_t k = 0;

        while (declared[k] && declared[k] != r->sections[i].kind)
            k++;
        if (!declared[k])
            aet_section_broken(r->sections[i].kind, NULL, "its verb does not declare it");
    }
}

/* What people are not shown, where they may not look for it. */
static void say_rest(const struct session *s, const struct report *r,
                     const struct render_options *o)
{
    for (size_t i = 0; i < r->n; i++) {
        const struct section *section = &r->sections[i];

        if (!aet_render_wants(o, section) || !aet_section_rest(section))
            continue;
        aet_voice_say(&s->voice, &aet_rules_bil[BIL_REST],
                      AET_WORDS(aet_word("section", aet_text(section->kind->title, s->voice.lang)),
                                aet_word_uint("nombre", aet_section_rest(section))));
    }
}

static size_t terminal_width(void)
{
    const char *columns = getenv("COLUMNS");
    size_t width;

    if (columns && atoi(columns) > 20)
        return (size_t)atoi(columns);
    width = aet_os_width(OS_STDOUT);
    return width > 20 ? width : 80;
}

/* One file for each section, in the folder that -o names. */
static enum status write_folder(struct session *s, const struct report *r, const struct renderer *f,
                                struct render_options o, const char *suffix)
{
    struct buf path = { 0 }, text = { 0 };
    struct out *out = NULL;
    size_t i;

    if (!aet_writing_make_folder(&s->writing, &s->voice))
        return STATUS_FAILED;
    for (i = 0; i < r->n; i++) {
        o.section = r->sections[i].kind->key;
        if (s->writing.section && strcmp(s->writing.section, o.section) != 0)
            continue;
        aet_buf_clear(&path);
        aet_buf_clear(&text);
        aet_buf_str(&path, s->writing.path);
        aet_buf_str(&path, o.section);
        aet_buf_char(&path, '.');
        aet_buf_str(&path, suffix);
        f->render(r, &o, &text);
        out = aet_writing_beside(&s->writing, aet_buf_z(&path), &s->voice);
        if (!out)
            break;
        aet_out_put(out, aet_buf_view(&text));
    }
    aet_buf_free(&path);
    aet_buf_free(&text);
    return i == r->n ? STATUS_CLEAN : STATUS_FAILED;
}

/* A file whose name asks for no format has one that is meant for programs. */
static void say_format(const struct session *s, const char *format)
{
    const char *path = s->writing.path;

    if (path != s->command.values[OPT_OUTPUT] || aet_writing_format(&s->writing) || !path ||
        aet_out_direct(s->writing.out))
        return;
    aet_voice_note(&s->voice, &aet_rules_bil[BIL_FORMAT],
                   AET_WORDS(aet_word("fichier", path), aet_word("format", format)));
}

/* What people may not be shown, said once, when it is gone. */
static void mask(const struct session *s, struct report *r)
{
    struct masked done;

    if (!s->masks)
        return;
    aet_mask_report(r, (int64_t)s->masks, &done);
    if (done.left.n)
        aet_voice_note(&s->voice, &aet_rules_bil[BIL_MASKED],
                       AET_WORDS(aet_word("sections", aet_buf_z(&done.left))));
    aet_buf_free(&done.left);
}

enum status aet_session_report(struct session *s, struct report *r, bool bare, enum status status)
{
    const char *path = s->writing.path;
    bool tty = !path && aet_os_terminal(OS_STDOUT);
    const char *format = aet_session_report_format(s);
    bool folder = aet_writing_into_folder(&s->writing);
    struct render_options o = { .section = s->writing.section,
                                .excel = s->writing.excel,
                                .bare = bare,
                                .logo = s->dress.logo.bytes.n ? &s->dress.logo : NULL,
                                .house = s->dress.house };
    struct buf text = { 0 };

    const struct renderer *f = aet_renderer_find(format);

    if (!f)
        return aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_REPORT_FORMAT],
                               AET_WORDS(aet_word("valeur", format)));
    check_declared(s->command.verb->sections, r);
    if (check_section(s, r, format, folder) != STATUS_CLEAN)
        return STATUS_FAILED;
    if (aet_given(s, OPT_UNE_PAGE) && !aet_brief_tells(r))
        return aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_PAGE_NONE], NULL);
    mask(s, r);
    aet_resume_tell(r);
    if (f->people && !bare) {
        aet_report_condense(r);
        aet_report_annex(r);
    }
    if (aet_given(s, OPT_UNE_PAGE))
        aet_report_brief(r);
    else if (f->people)
        say_rest(s, r, &o);
    if (r->alert && aet_given(s, OPT_ALERTE) && status == STATUS_CLEAN)
        status = STATUS_ALERT;
    o.colour = tty && s->voice.colour;
    o.width = tty ? terminal_width() : 0;
    if (folder) {
        enum status st = write_folder(s, r, f, o, strcmp(format, "texte") == 0 ? "txt" : format);

        return st == STATUS_CLEAN ? status : st;
    }
    if (!s->writing.out && !aet_writing_open(&s->writing, &s->voice))
        return STATUS_FAILED;
    f->render(r, &o, &text);
    aet_writing_put(&s->writing, aet_buf_view(&text));
    aet_buf_free(&text);
    say_format(s, format);
    return status;
}
