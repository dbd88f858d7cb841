/* The table of renderers, and the formats made for programs: JSON, NDJSON, CSV. A workbook holds
 * every row, too. */
#include "report/render.h"

#include "format/csv_row.h"
#include "format/json_text.h"
#include "format/sheet.h"
#include "report/condense.h"
#include "report/figure.h"

static const struct renderer renderers[] = {
    { "json", false, aet_render_json }, { "ndjson", false, aet_render_ndjson },
    { "csv", false, aet_render_csv },   { "texte", true, aet_render_texte },
    { "md", true, aet_render_md },      { "html", true, aet_render_html },
    { "docx", true, aet_render_docx },  { "xlsx", false, aet_render_xlsx },
};

const struct renderer *aet_renderer_find(const char *name)
{
    for (size_t i = 0; i < sizeof renderers / sizeof *renderers; i++)
        if (strcmp(renderers[i].name, name) == 0)
            return &renderers[i];
    return NULL;
}

bool aet_render_wants(const struct render_options *o, const struct section *s)
{
    return !o->section || strcmp(o->section, s->kind->key) == 0;
}

bool aet_render_shows(const struct render_options *o, const struct section *s)
{
    bool idle = s->kind->if_any && !s->rows && !s->withheld;

    return aet_render_wants(o, s) && (o->section || !(s->absent || idle));
}

const struct text aet_render_annex = { "Annexe", "Appendix" };

bool aet_render_opens_annex(const struct report *r, const struct render_options *o, size_t i)
{
    if (o->section || !aet_render_shows(o, &r->sections[i]) ||
        !aet_section_annexed(&r->sections[i]))
        return false;
    for (size_t before = 0; before < i; before++)
        if (aet_render_shows(o, &r->sections[before]) && aet_section_annexed(&r->sections[before]))
            return false;
    return true;
}

struct section aet_render_shown(const struct section *s)
{
    struct section shown = *s;

    if (s->kind->shown && s->rows > s->kind->shown)
        shown.rows = s->kind->shown;
    return shown;
}

bool aet_render_headed(const struct report *r, const struct render_options *o)
{
    return r->named || (!o->bare && !o->section);
}

struct span aet_render_logo(const struct report *r)
{
    return r->author.n ? r->author : AET_LIT("Logo");
}

static void put_key(struct buf *out, const char *key)
{
    aet_json_string(out, aet_span_z(key));
    aet_buf_char(out, ':');
}

static void json_cell(struct buf *out, const struct cell *c, enum cell_type type)
{
    struct span list = c->u.s, part;
    bool first = true;

    if (type == CELL_LIST) {
        aet_buf_char(out, '[');
        while (c->known && aet_list_part(&list, &part)) {
            if (!first)
                aet_buf_char(out, ',');
            aet_json_string(out, part);
            first = false;
        }
        aet_buf_char(out, ']');
    } else if (!c->known) {
        aet_buf_str(out, "null");
    } else if (type == CELL_TEXT || type == CELL_CODE) {
        aet_json_string(out, c->u.s);
    } else if (type == CELL_DATE) {
        aet_buf_char(out, '"');
        aet_figure_plain(out, c, type);
        aet_buf_char(out, '"');
    } else {
        aet_figure_plain(out, c, type);
    }
}

static void json_row(const struct section *s, size_t row, struct buf *out)
{
    aet_buf_char(out, '{');
    for (size_t c = 0; c < s->kind->n; c++) {
        if (c)
            aet_buf_char(out, ',');
        put_key(out, s->kind->columns[c].name);
        json_cell(out, &s->cells[row * s->kind->n + c], s->kind->columns[c].type);
    }
    aet_buf_char(out, '}');
}

static void json_section(const struct section *s, struct buf *out)
{
    if (s->kind->single) {
        if (s->rows)
            json_row(s, 0, out);
        else
            aet_buf_str(out, "null");
        return;
    }
    aet_buf_char(out, '[');
    for (size_t row = 0; row < s->rows; row++) {
        aet_buf_str(out, row ? ",\n  " : "\n  ");
        json_row(s, row, out);
    }
    aet_buf_str(out, s->rows ? "\n]" : "]");
}

static void put_text(struct buf *out, const char *key, struct span text)
{
    put_key(out, key);
    if (text.n)
        aet_json_string(out, text);
    else
        aet_buf_str(out, "null");
}

static void put_count(struct buf *out, const char *key, uint64_t n)
{
    aet_buf_char(out, ',');
    put_key(out, key);
    aet_buf_uint(out, n);
}

static void json_upstream(const struct upstream *u, struct buf *out)
{
    if (!u->file.n)
        return;
    aet_buf_str(out, ",\"lecture\":{");
    put_text(out, "fichier", u->file);
    put_count(out, "lus", u->read);
    put_count(out, "passes", u->passed);
    put_count(out, "rejetes", u->rejected);
    put_count(out, "ecartes", u->aside);
    if (u->elements || u->values) {
        put_count(out, "elements_rejetes", u->elements);
        put_count(out, "valeurs_rejetees", u->values);
    }
    aet_buf_char(out, '}');
}

static void json_habits(const struct report *r, struct buf *out)
{
    if (!r->habits_n)
        return;
    aet_buf_str(out, ",\"options\":[");
    for (size_t i = 0; i < r->habits_n; i++) {
        aet_buf_str(out, i ? ",{" : "{");
        put_text(out, "option", aet_span_z(r->habits[i].option));
        aet_buf_char(out, ',');
        put_text(out, "valeur", aet_span_z(r->habits[i].value));
        aet_buf_char(out, '}');
    }
    aet_buf_char(out, ']');
}

static void json_meta(const struct report *r, struct buf *out)
{
    struct buf date = { 0 };

    aet_date_write(r->date, &date);
    aet_buf_str(out, "\"meta\":{");
    put_text(out, "outil", aet_span_z(r->tool));
    aet_buf_char(out, ',');
    put_text(out, "verbe", aet_span_z(r->verb));
    aet_buf_char(out, ',');
    put_text(out, "version", aet_span_z(r->version));
    aet_buf_char(out, ',');
    put_text(out, "date", aet_buf_view(&date));
    aet_buf_char(out, ',');
    put_text(out, "lang", aet_span_z(aet_lang_code(r->lang)));
    aet_buf_char(out, ',');
    put_text(out, "graine", r->seed);
    aet_buf_str(out, ",\"entrees\":[");
    for (size_t i = 0; i < r->inputs_n; i++) {
        const struct input_file *f = &r->inputs[i];

        aet_buf_str(out, i ? ",{" : "{");
        put_text(out, "fichier", f->name);
        aet_buf_str(out, ",\"enregistrements\":");
        aet_buf_uint(out, f->records);
        aet_buf_str(out, ",\"rejets\":");
        aet_buf_uint(out, f->rejected);
        aet_buf_str(out, ",\"ecartes\":");
        aet_buf_uint(out, f->aside);
        aet_buf_char(out, ',');
        put_text(out, "sha256", f->sha256);
        aet_buf_char(out, '}');
    }
    aet_buf_char(out, ']');
    json_upstream(&r->upstream, out);
    json_habits(r, out);
    aet_buf_char(out, '}');
    aet_buf_free(&date);
}

void aet_render_json(const struct report *r, const struct render_options *o, struct buf *out)
{
    if (o->bare) {
        json_section(&r->sections[0], out);
        aet_buf_char(out, '\n');
        return;
    }
    aet_buf_char(out, '{');
    json_meta(r, out);
    for (size_t i = 0; i < r->n; i++) {
        if (!aet_render_wants(o, &r->sections[i]))
            continue;
        aet_buf_str(out, ",\n");
        put_key(out, r->sections[i].kind->key);
        json_section(&r->sections[i], out);
    }
    aet_buf_str(out, "}\n");
}

void aet_render_ndjson(const struct report *r, const struct render_options *o, struct buf *out)
{
    for (size_t i = 0; i < r->n; i++) {
        if (!aet_render_wants(o, &r->sections[i]))
            continue;
        for (size_t row = 0; row < r->sections[i].rows; row++) {
            json_row(&r->sections[i], row, out);
            aet_buf_char(out, '\n');
        }
    }
}

/* Who opens the file: people read captions and labels, and need no column that is for programs
 * only. A knowledge table may come back as an overlay: its columns keep their names. */
static bool for_people(struct sheet_form form)
{
    return form.excel && form.guarded;
}

static void csv_headings(const struct section *s, struct sheet_form form, struct buf *out)
{
    enum lang lang = s->report->lang;
    bool first = true;

    for (size_t i = 0; i < s->kind->n; i++) {
        const struct column *c = &s->kind->columns[i];

        if (for_people(form) && !aet_section_shows(s, i))
            continue;
        if (!first)
            aet_buf_char(out, form.delimiter);
        aet_csv_cell(out, aet_span_z(for_people(form) ? aet_text(c->title, lang) : c->name),
                     form.delimiter);
        first = false;
    }
}

static void csv_row(const struct section *s, size_t row, struct sheet_form form, struct buf *out)
{
    struct buf cell = { 0 };
    bool first = true;

    for (size_t i = 0; i < s->kind->n; i++) {
        const struct column *c = &s->kind->columns[i];

        if (for_people(form) && !aet_section_shows(s, i))
            continue;
        if (!first)
            aet_buf_char(out, form.delimiter);
        aet_buf_clear(&cell);
        aet_figure_sheet(&cell, &s->cells[row * s->kind->n + i], c->type, for_people(form));
        aet_sheet_guarded(out, aet_buf_view(&cell), cell.n && aet_figure_right(c->type), form);
        first = false;
    }
    aet_buf_free(&cell);
}

static void csv_section(const struct section *s, struct sheet_form form, struct buf *out)
{
    const char *end = form.excel ? "\r\n" : "\n";

    if (form.excel)
        aet_buf_str(out, "\xEF\xBB\xBF");
    csv_headings(s, form, out);
    aet_buf_str(out, end);
    for (size_t row = 0; row < s->rows; row++) {
        csv_row(s, row, form, out);
        aet_buf_str(out, end);
    }
}

void aet_render_csv(const struct report *r, const struct render_options *o, struct buf *out)
{
    struct sheet_form form = { .delimiter = o->excel ? ';' : ',',
                               .excel = o->excel,
                               .guarded = !o->bare };

    for (size_t i = 0; i < r->n; i++)
        if (aet_render_wants(o, &r->sections[i]))
            csv_section(&r->sections[i], form, out);
}
