/* The file of rejected records: each as it was read, with its diagnostics, so that it can be mended
 * in a spreadsheet and given back. What cannot even be parsed stands in `brut`, each byte that is
 * no text written \xHH; where names are to be replaced it is withheld, as nobody knows what is a
 * name in it. */
#include "flow/run.h"

#include <errno.h>

#include "base/utf8.h"
#include "format/formats.h"
#include "io/decode.h"
#include "record/place.h"

struct rejets {
    struct out *out;
    struct list list; /* its format NULL until the first record, unless the name says it */
    const struct layout *layout;
    struct span *cells; /* of one row: as many as columns, and two */
    struct buf text, cell, key, value;
    struct arena arena; /* of one record */
};

struct rejets *aet_rejets_open(struct session *s)
{
    struct rejets *j = aet_calloc(1, sizeof *j);
    const char *path = s->command.values[OPT_REJETS];

    j->list = (struct list){ .format = aet_format_of_file(path), .array = true };
    j->out = aet_out_open(path);
    if (j->out)
        return j;
    aet_voice_system(&s->voice, path, errno);
    aet_free(j);
    return NULL;
}

/* Text as it may stand in UTF-8: bad bytes and NUL as \xHH, a backslash doubled. */
static struct span readable(struct buf *to, struct span raw)
{
    static const char hex[] = "0123456789ABCDEF";

    aet_buf_clear(to);
    while (raw.n) {
        size_t good = aet_utf8_bad(raw);

        for (size_t i = 0; i < good; i++) {
            if (raw.p[i] == '\0')
                aet_buf_str(to, "\\x00");
            else if (raw.p[i] == '\\')
                aet_buf_str(to, "\\\\");
            else
                aet_buf_char(to, raw.p[i]);
        }
        raw = aet_span_from(raw, good);
        if (raw.n) {
            size_t length;
            unsigned char b = aet_decode_bad_byte(raw, 0, &length);

            aet_buf_str(to, "\\x");
            aet_buf_char(to, hex[b >> 4]);
            aet_buf_char(to, hex[b & 15]);
            raw = aet_span_from(raw, length);
        }
    }
    return aet_buf_view(to);
}

static struct span without_line_end(struct span raw)
{
    while (raw.n && (raw.p[raw.n - 1] == '\n' || raw.p[raw.n - 1] == '\r'))
        raw.n--;
    return raw;
}

/* What the diagnostics are called: a document may have a part of that name. */
static const char *ours(const struct run *r)
{
    const struct nest *nest = r->work->nest;

    for (size_t k = 1; nest && k < nest->n; k++)
        if (strcmp(nest->kinds[k].key, "diagnostics") == 0)
            return "diagnostics_aet";
    return "diagnostics";
}

static bool is_ours(const struct run *r, struct span heading)
{
    return aet_span_eq(heading, aet_span_z(ours(r))) || aet_span_eq(heading, AET_LIT("brut"));
}

/* A heading of the file as it may be written. */
static struct span shown_heading(struct rejets *j, const struct run *r, size_t column)
{
    struct span heading = r->current->headings[column];

    if (!r->identities || r->reader.mapping.field_of[column] != NO_FIELD)
        return heading;
    aet_buf_clear(&j->key);
    aet_pseudonym_text(r->identities->names, heading, &j->key);
    return aet_buf_view(&j->key);
}

/* Whether what a diagnostic is about holds a name. */
static bool about_name(const struct run *r, struct span path)
{
    const struct schema *schema = r->work->schema;
    size_t n = 0;

    while (n < path.n && path.p[n] != '[' && path.p[n] != '.')
        n++;
    for (size_t i = 0; i < schema->n; i++) {
        struct span name = aet_span_z(schema->fields[i].name);

        if (aet_span_eq(name, aet_span(path.p, n)))
            return aet_is_identity(r->identities, schema, (int)i, name, name);
    }
    return false;
}

/* A diagnostic quotes what it found: names in it are replaced; of what could not be parsed it
 * quotes nothing. */
static struct diag hidden_diag(struct rejets *j, const struct run *r, const struct diag *x,
                               bool parsed)
{
    struct diag shown = *x;

    for (size_t i = 0; r->identities && i < x->n; i++) {
        struct span value = x->args[i].value;
        bool quoted = strcmp(x->args[i].name, "valeur") == 0;

        aet_buf_clear(&j->value);
        if (quoted && !parsed)
            aet_buf_str(&j->value, "…");
        else if (quoted && about_name(r, x->path))
            aet_pseudonym_list(r->identities->names, "nom", value, true, &j->value);
        else
            aet_pseudonym_text(r->identities->names, value, &j->value);
        shown.args[i].value = aet_arena_copy(&j->arena, aet_buf_view(&j->value));
    }
    return shown;
}

/* The diagnostics of a record as lines of one cell. */
static void diagnostics_cell(struct rejets *j, struct run *r, const struct slice *slice,
                             const struct diag *diags, const struct diag *const *found, size_t n)
{
    aet_buf_clear(&j->cell);
    for (size_t i = 0; i < n; i++) {
        struct diag_place where = { .file = r->current->name };
        size_t at = aet_run_at(r, slice, found[i]);

        if (i)
            aet_buf_char(&j->cell, '\n');
        aet_place_of(slice, at, &where.line, &where.column);
        aet_diag_text(&j->cell, &diags[i], &where, r->s->voice.lang, false);
        j->cell.n--; /* the line end */
    }
}

/* A row of the cells of the file as read, as many as j->cells holds, and two more. */
static void put_row(struct rejets *j, const struct run *r, size_t n, struct span said,
                    struct span brut)
{
    struct layout l = { .format = j->list.format,
                        .delimiter = r->current->delimiter ? r->current->delimiter : ',' };

    j->cells[n++] = said;
    j->cells[n++] = brut;
    l.format->row_write(&l, j->cells, n, &j->text);
}

/* Columns of the file as read, then `diagnostics` and `brut`. */
static void header(struct rejets *j, const struct run *r)
{
    const struct layout *l = r->current;
    size_t n = 0;

    for (size_t i = 0; i < l->columns; i++)
        if (!is_ours(r, l->headings[i]))
            j->cells[n++] = aet_arena_copy(&j->arena, shown_heading(j, r, i));
    put_row(j, r, n, aet_span_z(ours(r)), AET_LIT("brut"));
}

/* Parse the slice again: members, or false when it cannot be parsed. The rows of a document have
 * none. */
static bool parse_again(struct run *r, const struct slice *slice, struct record *record)
{
    struct arena arena = { 0 };
    struct diags none = { .arena = &arena, .least = ERREUR };
    enum parsed p;

    if (r->work->nest && aet_has_cells(r->current)) {
        *record = (struct record){ .slice = slice };
        return false;
    }
    p = aet_record_parse(&r->again, slice, record, &none);
    aet_diags_free(&none);
    aet_arena_free(&arena);
    return p == PARSED;
}

/* One row of cells with what was said of it, or raw when it cannot be parsed. */
static void cells_line(struct rejets *j, const struct run *r, const struct span *cells,
                       struct span raw, struct span said)
{
    const struct layout *l = r->current;
    struct buf text = { 0 };
    size_t n = 0;

    for (size_t i = 0; i < l->columns; i++)
        if (!is_ours(r, l->headings[i]))
            j->cells[n++] = cells ? cells[i] : AET_LIT("");
    put_row(j, r, n, said, cells ? AET_LIT("") : readable(&text, without_line_end(raw)));
    aet_buf_free(&text);
}

/* Every row of a document; its diagnostics stand on the first one. False: a row cannot be parsed.
 */
static bool document_lines(struct rejets *j, struct run *r, const struct slice *slice)
{
    struct row *row = r->documents.row;
    struct span rest = slice->raw, said = aet_buf_view(&j->cell);
    struct cutter cutter;
    struct piece piece;
    size_t start = j->text.n, at;

    r->current->format->row_cutter(r->current, &cutter);
    while (aet_cut(&cutter, rest, true, &piece) == CUT_RECORD) {
        struct span line = aet_span(rest.p, piece.end);

        rest = aet_span_from(rest, piece.end);
        if (aet_utf8_bad(line) < line.n || memchr(line.p, '\0', line.n) ||
            row->read(row, line, &at) != FAULT_NONE ||
            (row->n < r->current->columns && !row->blank)) {
            j->text.n = start;
            return false;
        }
        if (row->n && !row->blank) {
            cells_line(j, r, row->cells, line, said);
            said = AET_LIT("");
        }
    }
    return true;
}

static void add_cells(struct rejets *j, struct run *r, const struct slice *slice,
                      const struct record *record)
{
    const struct layout *l = r->current;

    if (j->layout != l) {
        j->cells = aet_reallocarray(j->cells, l->columns + 2, sizeof *j->cells);
        if (!j->layout || aet_has_cells(l))
            header(j, r);
        j->layout = l;
    }
    if (r->work->nest && aet_has_cells(l) && document_lines(j, r, slice))
        return;
    cells_line(j, r, record ? record->cells : NULL, slice->raw, aet_buf_view(&j->cell));
}

static void members(struct rejets *j, const struct run *r, const struct record *record)
{
    if (record->cells) {
        for (size_t i = 0; i < r->current->columns; i++) {
            if (!r->current->headings[i].n || is_ours(r, r->current->headings[i]))
                continue;
            aet_json_string(&j->text, shown_heading(j, r, i));
            aet_buf_char(&j->text, ':');
            aet_json_string(&j->text, record->cells[i]);
            aet_buf_char(&j->text, ',');
        }
        return;
    }

    struct span inside = aet_json_inside(record->slice->raw), key, value;

    while (aet_json_next(&inside, &key, &value)) {
        if (is_ours(r, aet_json_spelt(key, &j->key)))
            continue;
        aet_buf_span(&j->text, key);
        aet_buf_char(&j->text, ':');
        aet_json_compact(&j->text, value);
        aet_buf_char(&j->text, ',');
    }
}

static void object(struct rejets *j, struct run *r, const struct slice *slice,
                   const struct slice *shown, const struct record *record, const struct diag *diags,
                   const struct diag *const *found, size_t n)
{
    struct buf raw = { 0 };

    aet_buf_char(&j->text, '{');
    if (record) {
        members(j, r, record);
    } else {
        aet_buf_str(&j->text, "\"brut\":");
        aet_json_string(&j->text, readable(&raw, without_line_end(shown->raw)));
        aet_buf_char(&j->text, ',');
    }
    aet_json_string(&j->text, aet_span_z(ours(r)));
    aet_buf_str(&j->text, ":[");
    for (size_t i = 0; i < n; i++) {
        struct diag_place where = { .file = r->current->name, .record = slice->number };
        size_t at = aet_run_at(r, slice, found[i]);

        if (i)
            aet_buf_char(&j->text, ',');
        aet_place_of(slice, at, &where.line, &where.column);
        aet_diag_json(&j->text, &diags[i], &where, r->s->voice.lang);
        j->text.n--; /* the line end */
    }
    aet_buf_str(&j->text, "]}");
    aet_buf_free(&raw);
}

static void put(struct rejets *j, struct span text)
{
    fwrite(text.p, 1, text.n, aet_out_file(j->out));
}

void aet_rejets_add(struct rejets *j, struct run *r, const struct slice *slice,
                    const struct diag *const *found, size_t n)
{
    struct slice shown = r->identities ? aet_run_hide(r, slice, true) : *slice;
    struct diag *diags = aet_calloc(n + 1, sizeof *diags);
    struct record record;
    struct framed f;
    bool parsed;

    if (!j->list.format)
        j->list.format = r->current->format;
    if (!j->list.n)
        put(j, aet_list_begin(&j->list));
    if (r->identities && !shown.raw.n)
        aet_hiding_withheld(r->s->hiding);
    for (size_t i = 0; i < n; i++)
        diags[i] = hidden_diag(j, r, found[i], shown.raw.n > 0);
    aet_buf_clear(&j->text);
    diagnostics_cell(j, r, slice, diags, found, n);
    parsed = parse_again(r, &shown, &record);
    if (j->list.format->shape == SHAPE_CELLS)
        add_cells(j, r, &shown, parsed ? &record : NULL);
    else
        object(j, r, slice, &shown, parsed ? &record : NULL, diags, found, n);
    f = aet_list_item(&j->list, aet_buf_view(&j->text));
    put(j, f.before);
    put(j, f.text);
    put(j, f.after);
    aet_record_done(&record);
    aet_arena_reset(&j->arena);
    aet_free(diags);
}

bool aet_rejets_close(struct rejets *j, struct session *s, bool keep)
{
    bool ok = true;

    if (keep && j->list.format && !j->list.n)
        put(j, aet_list_begin(&j->list));
    if (keep && j->list.format)
        put(j, aet_list_end(&j->list));
    if (!keep) {
        aet_out_abandon(j->out);
    } else if (aet_out_commit(j->out) < 0) {
        aet_voice_system(&s->voice, s->command.values[OPT_REJETS], errno);
        ok = false;
    }
    aet_buf_free(&j->text);
    aet_buf_free(&j->cell);
    aet_buf_free(&j->key);
    aet_buf_free(&j->value);
    aet_arena_free(&j->arena);
    aet_free(j->cells);
    aet_free(j);
    return ok;
}
