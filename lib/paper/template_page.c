/* The paper, the margins, and what stands at the head and foot of the pages of a template. */
#include "paper/template_parts.h"

#include <stdlib.h>

struct sections {
    struct paper_template *t;
    bool begun, text; /* an element was seen; the first is that of a text */
    unsigned in, old; /* within a section; within what it was before somebody changed it */
};

enum { SIDE_MOST = 31680, LEAST = 2880 };

/* A length, at most the side of a sheet; margins that stay whatever the head holds are negative. */
static void length(const char **attributes, const char *name, uint32_t *to)
{
    const char *v = aet_xml_attribute(attributes, name);
    long n = v ? labs(strtol(v, NULL, 10)) : -1;

    if (n >= 0 && n <= SIDE_MOST)
        *to = (uint32_t)n;
}

static void on_size(struct paper_template *t, const char **attributes)
{
    const char *side = aet_xml_attribute(attributes, "orient");

    length(attributes, "w", &t->page.wide);
    length(attributes, "h", &t->page.high);
    t->sideways = side && strcmp(side, "landscape") == 0;
}

static void on_margins(struct paper_page *g, const char **attributes)
{
    length(attributes, "top", &g->top);
    length(attributes, "right", &g->right);
    length(attributes, "bottom", &g->bottom);
    length(attributes, "left", &g->left);
    length(attributes, "header", &g->header);
    length(attributes, "footer", &g->footer);
    length(attributes, "gutter", &g->gutter);
}

/* A section that names none has those of the section before it. */
static void on_reference(struct paper_template *t, bool header, const char **attributes)
{
    const char *type = aet_xml_attribute(attributes, "type"),
               *id = aet_xml_attribute(attributes, "id");
    static const char *const types[] = { "default", "first", "even", NULL };
    size_t i = 0;

    if (!type || !id || !aet_span_one_of(aet_span_z(type), types))
        return;
    while (i < t->frames_n &&
           (t->frames[i].header != header || strcmp(t->frames[i].type, type) != 0))
        i++;
    if (i == TEMPLATE_FRAMES)
        return;
    if (i == t->frames_n)
        t->frames_n++;
    aet_free(t->frames[i].id);
    t->frames[i].header = header;
    strcpy(t->frames[i].type, type);
    t->frames[i].id = aet_span_dup(aet_span_z(id));
}

static void within(struct sections *s, const char *name, const char **attributes)
{
    if (strcmp(name, "pgSz") == 0)
        on_size(s->t, attributes);
    else if (strcmp(name, "pgMar") == 0)
        on_margins(&s->t->page, attributes);
    else if (strcmp(name, "titlePg") == 0)
        s->t->own_first = aet_template_on(attributes);
    else if (strcmp(name, "headerReference") == 0 || strcmp(name, "footerReference") == 0)
        on_reference(s->t, *name == 'h', attributes);
}

static void on_open(void *to, const char *name, const char **attributes)
{
    struct sections *s = to;

    if (!s->begun)
        s->text = strcmp(name, "document") == 0;
    s->begun = true;
    if (strcmp(name, "sectPrChange") == 0)
        s->old++;
    if (s->old)
        return;
    if (strcmp(name, "sectPr") == 0) {
        s->in++;
        s->t->page = aet_paper_letter;
        s->t->own_first = s->t->sideways = false;
    } else if (s->in) {
        within(s, name, attributes);
    }
}

static void on_close(void *to, const char *name)
{
    struct sections *s = to;

    if (strcmp(name, "sectPrChange") == 0 && s->old)
        s->old--;
    else if (strcmp(name, "sectPr") == 0 && s->in && !s->old)
        s->in--;
}

/* Upright, whichever way it was left: a document turns its pages itself. */
static void stand(struct paper_template *t)
{
    struct paper_page *g = &t->page, lying = t->page;

    if (!t->sideways || g->wide <= g->high)
        return;
    g->wide = lying.high;
    g->high = lying.wide;
    g->left = lying.top;
    g->top = lying.right;
    g->right = lying.bottom;
    g->bottom = lying.left;
}

static bool has_room(const struct paper_page *g)
{
    return g->wide > g->left + g->right + g->gutter + LEAST && g->high > g->top + g->bottom + LEAST;
}

bool aet_template_page(struct template_reading *r, const char *path)
{
    static const struct xml_reader reader = { on_open, on_close, NULL };
    struct sections s = { .t = r->t };
    struct buf text = { 0 };
    bool good;

    r->t->page = aet_paper_letter;
    good = aet_template_part(r, path, &text) &&
           aet_template_parse(r, path, aet_buf_view(&text), &reader, &s);
    aet_buf_free(&text);
    if (good && !s.text)
        aet_template_fail(r, TEMPLATE_KIND, AET_LIT(""));
    stand(r->t);
    if (good && !has_room(&r->t->page))
        aet_template_fail(r, TEMPLATE_DAMAGED, AET_LIT("pgSz"));
    return good && !r->fault;
}
