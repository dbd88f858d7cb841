/* Putting a rule, its values and its place into one line. */
#include "voice/line.h"

#include "base/harmless.h"
#include "base/utf8.h"
#include "voice/meant.h"
#include "voice/phrase.h"

enum { HEADING_MAX = 48 };

/* " [rangée 12, colonne G « Public »]" */
static void put_sheet(struct buf *out, const struct sheet_place *at, enum lang lang)
{
    struct buf row = { 0 }, letters = { 0 };
    struct span heading = aet_utf8_fit(at->heading, HEADING_MAX);
    enum phrase form = !at->column                  ? PHRASE_AT_ROW
                       : !heading.n                 ? PHRASE_AT_COLUMN
                       : heading.n == at->heading.n ? PHRASE_AT_CELL
                                                    : PHRASE_AT_CELL_LONG;

    aet_buf_uint(&row, at->row);
    aet_column_letters(at->column, &letters);

    const struct diag_arg args[] = { { "rangee", aet_buf_view(&row) },
                                     { "colonne", aet_buf_view(&letters) },
                                     { "intitule", heading } };

    aet_message(out, aet_phrases[form], lang, args, 3);
    aet_buf_free(&row);
    aet_buf_free(&letters);
}

static void put_cell_name(struct buf *out, const struct sheet_place *at)
{
    aet_column_letters(at->column, out);
    aet_buf_uint(out, at->row);
}

/* `classeur.xlsx:Feuil1!G36`: a workbook has no lines. */
static void put_place(struct buf *out, const struct diag_place *where)
{
    aet_harmless(out, aet_span_z(where->file));
    if (where->sheet.sheet.n) {
        aet_buf_char(out, ':');
        aet_harmless(out, where->sheet.sheet);
        if (where->sheet.row) {
            aet_buf_char(out, '!');
            put_cell_name(out, &where->sheet);
        }
        return;
    }
    if (!where->line)
        return;
    aet_buf_char(out, ':');
    aet_buf_uint(out, where->line);
    aet_buf_char(out, ':');
    aet_buf_uint(out, where->column);
}

void aet_place_text(struct buf *out, const struct diag_place *where, enum lang lang)
{
    struct buf place = { 0 }, cell = { 0 };
    const struct sheet_place *at = &where->sheet;

    put_place(&place, where);
    put_cell_name(&cell, at);

    const struct diag_arg args[] = { { "endroit", aet_buf_view(&place) },
                                     { "rangee", aet_buf_view(&cell) } };

    aet_message(out,
                aet_phrases[!at->row     ? PHRASE_PLACE
                            : at->column ? PHRASE_PLACE_CELL
                                         : PHRASE_PLACE_ROW],
                lang, args, 2);
    aet_buf_free(&place);
    aet_buf_free(&cell);
}

void aet_line_text(struct buf *out, const struct line *x, const struct diag_place *where,
                   enum lang lang, bool colour)
{
    static const char *const paint[] = { "\x1b[36m", "\x1b[33m", "\x1b[31m" };

    put_place(out, where);
    aet_buf_str(out, ": ");
    if (colour)
        aet_buf_str(out, paint[x->rule->gravity]);
    aet_buf_str(out, aet_gravity_name(x->rule->gravity, lang));
    if (colour)
        aet_buf_str(out, "\x1b[0m");
    aet_buf_str(out, ": ");
    aet_message(out, x->rule->message, lang, x->args, x->n);
    aet_message_hints(out, x->rule->message, lang, x->args, x->n);
    if (where->sheet.row)
        put_sheet(out, &where->sheet, lang);
    aet_buf_str(out, " [");
    aet_buf_str(out, x->rule->code);
    aet_buf_str(out, "]\n");
}

void aet_line_message(struct buf *out, const struct line *x, enum lang lang)
{
    aet_message(out, x->rule->message, lang, x->args, x->n);
    aet_message_hints(out, x->rule->message, lang, x->args, x->n);
    aet_buf_str(out, " [");
    aet_buf_str(out, x->rule->code);
    aet_buf_char(out, ']');
}

static void key(struct buf *out, const char *name)
{
    aet_buf_char(out, out->p[out->n - 1] == '{' ? '"' : ',');
    if (out->p[out->n - 1] == ',')
        aet_buf_char(out, '"');
    aet_buf_str(out, name);
    aet_buf_str(out, "\":");
}

static void put_uint(struct buf *out, const char *name, uint64_t v)
{
    key(out, name);
    if (v)
        aet_buf_uint(out, v);
    else
        aet_buf_str(out, "null");
}

static void put_string(struct buf *out, const char *name, const struct span *v)
{
    key(out, name);
    if (v)
        aet_harmless_json(out, *v);
    else
        aet_buf_str(out, "null");
}

/* rangee, cellule, intitule */
static void put_cell(struct buf *out, const struct sheet_place *at)
{
    struct buf cell = { 0 };
    struct span name;

    put_cell_name(&cell, at);
    name = aet_buf_view(&cell);
    put_uint(out, "rangee", at->row);
    put_string(out, "cellule", at->row && at->column ? &name : NULL);
    put_string(out, "intitule", at->row && at->heading.n ? &at->heading : NULL);
    aet_buf_free(&cell);
}

/* The message; the term that was meant has a key of its own. */
static void put_message(struct buf *out, const struct line *x, enum lang lang)
{
    const struct span *names = aet_arg_find(x->args, x->n, "noms");
    struct diag_arg there = { "noms", names ? *names : AET_LIT("") };
    struct buf text = { 0 };
    struct span m;

    aet_message(&text, x->rule->message, lang, x->args, x->n);
    if (names)
        aet_message_hints(&text, x->rule->message, lang, &there, 1);
    m = aet_buf_view(&text);
    put_string(out, "message", &m);
    aet_buf_free(&text);
}

void aet_line_json(struct buf *out, const struct line *x, const struct diag_place *where,
                   enum lang lang)
{
    struct span file = aet_span_z(where->file);
    struct span code = aet_span_z(x->rule->code);
    struct span gravity = aet_span_z(aet_gravity_name(x->rule->gravity, LANG_FR));

    aet_buf_char(out, '{');
    put_string(out, "fichier", where->file ? &file : NULL);
    if (where->sheet.sheet.n)
        put_string(out, "feuille", &where->sheet.sheet);
    put_uint(out, "ligne", where->sheet.sheet.n ? 0 : where->line);
    put_uint(out, "colonne", where->sheet.sheet.n ? 0 : where->column);
    put_cell(out, &where->sheet);
    put_uint(out, "enregistrement", where->record);
    put_string(out, "champ", x->path.n ? &x->path : NULL);
    put_string(out, "valeur", aet_arg_find(x->args, x->n, "valeur"));
    put_string(out, "regle", &code);
    put_string(out, "gravite", &gravity);
    put_message(out, x, lang);
    put_string(out, "suggestion", aet_arg_find(x->args, x->n, "suggestion"));
    aet_buf_str(out, "}\n");
}
