/* One self-contained page: no script, no outside resource, readable on paper and by a screen
 * reader. Every picture has its table, beside it or, where that is long, in an annex. */
#include "report/render.h"

#include "io/markup.h"
#include "report/condense.h"
#include "report/html/html.h"

static void link_to(const char *prefix, const char *key, const char *title, struct buf *out)
{
    aet_buf_str(out, "<li><a href=\"#");
    aet_buf_str(out, prefix);
    aet_buf_str(out, key);
    aet_buf_str(out, "\">");
    aet_html_text(out, aet_span_z(title));
    aet_buf_str(out, "</a></li>");
}

static void contents(const struct report *r, const struct render_options *o, bool annexed,
                     struct buf *out)
{
    aet_buf_str(out, "<nav aria-label=\"Sections\"><ul>");
    for (size_t i = 0; i < r->n; i++)
        if (aet_render_shows(o, &r->sections[i]))
            link_to("", r->sections[i].kind->key, aet_text(r->sections[i].kind->title, r->lang),
                    out);
    if (annexed)
        link_to("", "annexe", aet_text(aet_render_annex, r->lang), out);
    aet_buf_str(out, "</ul></nav>\n");
}

static void html_author(const struct report *r, struct buf *out)
{
    if (!r->author.n)
        return;
    aet_buf_str(out, "<meta name=\"author\" content=\"");
    aet_html_text(out, r->author);
    aet_buf_str(out, "\">");
}

/* Within the page, as high as two lines of its title at most. */
static void html_logo(const struct report *r, const struct render_options *o, struct buf *out)
{
    enum { HIGH = 72 };

    if (!o->logo)
        return;
    aet_buf_str(out, "<p class=\"logo\"><img alt=\"");
    aet_html_text(out, aet_render_logo(r));
    aet_buf_str(out, "\" height=\"");
    aet_buf_uint(out, o->logo->high && o->logo->high < HIGH ? o->logo->high : HIGH);
    aet_buf_str(out, "\" src=\"");
    aet_picture_inline(o->logo, out);
    aet_buf_str(out, "\"></p>\n");
}

static void head(const struct report *r, struct buf *out)
{
    aet_buf_str(out, "<!DOCTYPE html>\n<html lang=\"");
    aet_buf_str(out, aet_lang_code(r->lang));
    aet_buf_str(out, "\">");
    aet_buf_str(out, "<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                     "content=\"width=device-width\"><title>");
    aet_html_text(out, aet_span_z(aet_text(r->title, r->lang)));
    aet_buf_str(out, "</title>");
    html_author(r, out);
    aet_buf_str(out, "<style>");
    aet_buf_str(out, aet_html_style_screen);
    aet_buf_str(out, aet_html_style_paper);
    aet_buf_str(out, "</style></head>\n");
}

static void title(const struct report *r, const struct render_options *o, struct buf *out)
{
    struct buf caption = { 0 };

    html_logo(r, o, out);
    aet_buf_str(out, "<h1>");
    aet_html_text(out, aet_span_z(aet_text(r->title, r->lang)));
    aet_buf_str(out, "</h1>\n<p class=\"legende\">");
    aet_render_caption(r, &caption);
    aet_html_text(out, aet_buf_view(&caption));
    aet_buf_str(out, "</p>\n");
    aet_buf_free(&caption);
}

/* Whether the annex has something of a section. One that is asked for stands whole. */
static bool folds(const struct render_options *o, const struct section *shown)
{
    return !o->section && !shown->report->brief && aet_render_shows(o, shown) &&
           (aet_html_folds(shown) || aet_section_annexed(shown));
}

static void html_annex(const struct report *r, const struct render_options *o, struct buf *out)
{
    aet_buf_str(out, "<section id=\"annexe\" aria-labelledby=\"annexe-titre\"><h2 "
                     "id=\"annexe-titre\">");
    aet_buf_str(out, aet_text(aet_render_annex, r->lang));
    aet_buf_str(out, "</h2>\n");
    for (size_t i = 0; i < r->n; i++) {
        struct section shown = aet_render_shown(&r->sections[i]);

        if (folds(o, &shown))
            aet_html_folded(&shown, out);
    }
    aet_buf_str(out, "</section>\n");
}

void aet_render_html(const struct report *r, const struct render_options *o, struct buf *out)
{
    bool form = false, annexed = false;

    for (size_t i = 0; i < r->n; i++) {
        struct section shown = aet_render_shown(&r->sections[i]);

        form |= shown.kind->view.kind == VIEW_FORM;
        annexed |= folds(o, &shown);
    }
    head(r, out);
    aet_buf_str(out, form ? "<body><main class=\"a\">\n" : "<body><main>\n");
    title(r, o, out);
    if (r->n > 2 && !r->brief)
        contents(r, o, annexed, out);
    for (size_t i = 0; i < r->n; i++) {
        struct section shown = aet_render_shown(&r->sections[i]);

        if (aet_render_shows(o, &shown) && (!folds(o, &shown) || !aet_section_annexed(&shown)))
            aet_html_section(&shown, folds(o, &shown), out);
    }
    if (annexed)
        html_annex(r, o, out);
    aet_buf_str(out, "</main></body></html>\n");
}
