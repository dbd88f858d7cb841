/* Reading it, before anything else is read, and only where it has a place. */
#include "cli/habits.h"

#include <errno.h>

#include "format/formats.h"
#include "io/file.h"
#include "report/brief.h"

enum { LOGO_MOST = 2 << 20 };

/* The formats in which an option has a place, as help writes them. */
static const struct {
    int option;
    const char *formats;
} places[] = { { OPT_TITRE, "texte|md|html|docx|xlsx" },
               { OPT_AUTEUR, "texte|md|html|docx|xlsx" },
               { OPT_LOGO, "html|docx" },
               { OPT_MODELE, "docx" },
               { OPT_UNE_PAGE, "texte|md|html|docx" } };

static bool is_among(const char *format, const char *formats)
{
    size_t n = format ? strlen(format) : 0;

    for (const char *at = formats; n && at; at = strchr(at, '|') ? strchr(at, '|') + 1 : NULL)
        if (strncmp(at, format, n) == 0 && (at[n] == '|' || !at[n]))
            return true;
    return false;
}

static enum status no_place(const struct session *s, int option, const char *formats)
{
    struct buf names = { 0 };
    enum status st;

    for (; *formats; formats++) {
        if (*formats == '|')
            aet_buf_str(&names, ", ");
        else
            aet_buf_char(&names, *formats);
    }
    st = aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_DRESS],
                         AET_WORDS(aet_word("option", aet_option(s->command.tool, option)->name),
                                   aet_word("noms", aet_buf_z(&names))));
    aet_buf_free(&names);
    return st;
}

/* A verb that writes records as well makes a report where a format of reports is asked for. NULL:
 * records are written. */
static const char *report_format(const struct session *s)
{
    bool records = s->command.verb->scopes & SCOPE_RECORDS && !aet_given(s, OPT_SOMMAIRE);
    const char *format = records ? aet_writing_format(&s->writing) : aet_session_report_format(s);

    return records && format && aet_format_named(format) ? NULL : format;
}

static enum status check_places(struct session *s)
{
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        bool has_place;

        if (!aet_given(s, places[i].option))
            continue;
        has_place = is_among(report_format(s), places[i].formats);
        if (!has_place && aet_habit_drop(s, places[i].option))
            continue;
        if (!has_place)
            return no_place(s, places[i].option, places[i].formats);
        if (places[i].option != OPT_UNE_PAGE && !*s->command.values[places[i].option])
            return aet_voice_usage(
                &s->voice, &aet_rules_opt[OPTION_NEEDS],
                AET_WORDS(aet_word("valeur", aet_option(s->command.tool, places[i].option)->name)));
    }
    return STATUS_CLEAN;
}

static enum status refuse(const struct session *s, int rule, const char *path, const char *what)
{
    aet_voice_say(&s->voice, &aet_rules_opt[rule],
                  AET_WORDS(aet_word("fichier", path), aet_word("valeur", what)));
    return STATUS_FAILED;
}

static enum status read_logo(struct session *s)
{
    const char *path = s->command.values[OPT_LOGO];
    struct dress *d = &s->dress;

    if (!path)
        return STATUS_CLEAN;
    if (!aet_file_read(path, &d->logo_bytes))
        return aet_voice_system(&s->voice, path, errno);
    if (d->logo_bytes.n > LOGO_MOST)
        return refuse(s, OPTION_LOGO_LARGE, path, "");
    if (!aet_picture_look(aet_buf_view(&d->logo_bytes), &d->logo))
        return refuse(s, OPTION_LOGO_KIND, path, "");
    if (d->logo.kind == PICTURE_SVG && strcmp(report_format(s), "docx") == 0)
        return refuse(s, OPTION_LOGO_DRAWN, path, "");
    return STATUS_CLEAN;
}

#ifdef AET_WORKBOOKS

static enum status read_house(struct session *s)
{
    static const int rules[] = {
        [TEMPLATE_KIND] = OPTION_TEMPLATE_KIND,       [TEMPLATE_LOCKED] = OPTION_TEMPLATE_LOCKED,
        [TEMPLATE_LARGE] = OPTION_TEMPLATE_LARGE,     [TEMPLATE_DAMAGED] = OPTION_TEMPLATE_DAMAGED,
        [TEMPLATE_OUTSIDE] = OPTION_TEMPLATE_OUTSIDE, [TEMPLATE_OBJECT] = OPTION_TEMPLATE_OBJECT
    };
    const char *path = s->command.values[OPT_MODELE];
    enum template_fault fault = TEMPLATE_SOUND;
    enum status st = STATUS_CLEAN;
    struct buf what = { 0 };

    if (!path)
        return STATUS_CLEAN;
    s->dress.house = aet_paper_template_open(path, &fault, &what);
    if (fault == TEMPLATE_READ)
        st = aet_voice_system(&s->voice, path, errno);
    else if (fault)
        st = refuse(s, rules[fault], path, aet_buf_z(&what));
    aet_buf_free(&what);
    return st;
}

void aet_dress_free(struct dress *d)
{
    aet_buf_free(&d->logo_bytes);
    aet_paper_template_free(d->house);
}

#else

static enum status read_house(struct session *s)
{
    return aet_given(s, OPT_MODELE)
               ? refuse(s, OPTION_TEMPLATE_BUILD, s->command.values[OPT_MODELE], "")
               : STATUS_CLEAN;
}

void aet_dress_free(struct dress *d)
{
    aet_buf_free(&d->logo_bytes);
}

#endif

/* One page is of the whole report, and opens with what there is to know. */
static enum status check_page(const struct session *s)
{
    if (!aet_given(s, OPT_UNE_PAGE))
        return STATUS_CLEAN;
    if (!aet_brief_has(s->command.verb->sections))
        return aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_PAGE_NONE], NULL);
    if (s->writing.section || aet_writing_into_folder(&s->writing))
        return aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_PAGE_SECTION], NULL);
    return STATUS_CLEAN;
}

enum status aet_session_dress(struct session *s)
{
    if (check_page(s) != STATUS_CLEAN || check_places(s) != STATUS_CLEAN)
        return STATUS_FAILED;
    s->dress.title = s->command.values[OPT_TITRE];
    s->dress.author = s->command.values[OPT_AUTEUR];
    if (read_logo(s) != STATUS_CLEAN)
        return STATUS_FAILED;
    return read_house(s);
}
