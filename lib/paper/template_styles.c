/* Which of our styles a template has, by their names: their ids are in the language of who made
 * it. */
#include "paper/template_parts.h"

#include <strings.h>

#include "base/utf8.h"

/* What word processors show in French, and what some write where the file asks for the English
 * name; NULL: the same word. */
static const char *const shown[PAPER_STYLES] = {
    [PAPER_TITLE] = "Titre",          [PAPER_SUBTITLE] = "Sous-titre",
    [PAPER_HEADING_1] = "Titre 1",    [PAPER_HEADING_2] = "Titre 2",
    [PAPER_HEADING_3] = "Titre 3",    [PAPER_CAPTION] = "Légende",
    [PAPER_BULLET] = "Liste à puces", [PAPER_CONTENTS] = "TM 1",
    [PAPER_HEADER] = "En-tête",       [PAPER_FOOTER] = "Pied de page"
};

struct style_seen {
    struct paper_template *t;
    char *shown[PAPER_STYLES]; /* ids of those that bear the names above */
    char *id;                  /* of the one at hand; NULL: none */
    bool table, paragraph, custom, usual;
    char *own; /* the table style that the house made, where it made one */
    size_t owns;
};

static bool says(const char **attributes, const char *name, const char *value)
{
    const char *v = aet_xml_attribute(attributes, name);

    return v && strcmp(v, value) == 0;
}

bool aet_template_on(const char **attributes)
{
    const char *v = aet_xml_attribute(attributes, "val");

    return !v || !(strcmp(v, "0") == 0 || strcmp(v, "false") == 0 || strcmp(v, "off") == 0);
}

static bool is_true(const char **attributes, const char *name)
{
    return says(attributes, name, "1") || says(attributes, name, "true") ||
           says(attributes, name, "on");
}

static void remember(struct paper_template *t, enum paper_style style, const char *id)
{
    if (!t->ids[style])
        t->ids[style] = aet_span_dup(aet_span_z(id));
}

static void on_style(struct style_seen *s, const char **attributes)
{
    const char *id = aet_xml_attribute(attributes, "styleId");

    s->table = says(attributes, "type", "table");
    s->paragraph = says(attributes, "type", "paragraph");
    s->custom = is_true(attributes, "customStyle");
    if (!id || s->id)
        return;
    s->id = aet_span_dup(aet_span_z(id));
    s->t->taken = aet_grow(s->t->taken, &s->t->taken_cap, s->t->taken_n, sizeof *s->t->taken);
    s->t->taken[s->t->taken_n++] = aet_span_dup(aet_span_z(id));
    if (s->paragraph && is_true(attributes, "default"))
        remember(s->t, PAPER_BODY, id);
    if (s->table && s->custom && s->owns++ == 0)
        s->own = aet_span_dup(aet_span_z(id));
}

static void on_name(struct style_seen *s, const char *name)
{
    for (int i = 0; name && i < PAPER_STYLES; i++) {
        if (i == PAPER_BODY || !(i == PAPER_TABLE ? s->table : s->paragraph))
            continue;
        if (strcasecmp(name, aet_paper_style_name((enum paper_style)i)) == 0)
            remember(s->t, (enum paper_style)i, s->id);
        else if (shown[i] && !s->shown[i] && strcasecmp(name, shown[i]) == 0)
            s->shown[i] = aet_span_dup(aet_span_z(s->id));
    }
}

/* A name as it is shown stands for the kind that no other style has. */
static void settle(struct style_seen *s)
{
    for (int i = 0; i < PAPER_STYLES; i++) {
        if (s->shown[i])
            remember(s->t, (enum paper_style)i, s->shown[i]);
        aet_free(s->shown[i]);
    }
}

static void on_open(void *to, const char *name, const char **attributes)
{
    struct style_seen *s = to;

    if (strcmp(name, "style") == 0)
        on_style(s, attributes);
    else if (strcmp(name, "name") == 0 && s->id)
        on_name(s, aet_xml_attribute(attributes, "val"));
}

static void on_close(void *to, const char *name)
{
    struct style_seen *s = to;

    if (strcmp(name, "style") != 0)
        return;
    aet_free(s->id);
    s->id = NULL;
}

/* Ours are written behind its own, in the letters and the namespace that it has. */
static bool is_ours_to_extend(struct span text)
{
    return aet_utf8_bad(text) == text.n && aet_span_find(text, AET_LIT("styles>")) < text.n &&
           aet_span_find(text, AET_LIT("http://schemas.openxmlformats.org/wordprocessingml/2006/"
                                       "main")) < text.n;
}

bool aet_template_styles(struct template_reading *r, const char *path)
{
    static const struct xml_reader reader = { on_open, on_close, NULL };
    struct style_seen seen = { .t = r->t };
    struct buf text = { 0 };
    bool good = !r->t->styles.n && aet_template_part(r, path, &text) &&
                aet_template_parse(r, path, aet_buf_view(&text), &reader, &seen);

    if (good && !is_ours_to_extend(aet_buf_view(&text)))
        aet_template_fail(r, TEMPLATE_KIND, AET_LIT(""));
    settle(&seen);
    if (good && seen.owns == 1)
        remember(r->t, PAPER_TABLE, seen.own);
    aet_free(seen.id);
    aet_free(seen.own);
    if (good)
        r->t->styles = text;
    else
        aet_buf_free(&text);
    return good && !r->fault;
}
