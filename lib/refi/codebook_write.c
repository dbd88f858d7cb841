/* A codebook in its three written forms. */
#include <string.h>

#include "refi/codebook.h"

#include "format/csv_row.h"
#include "refi/colour.h"
#include "io/markup.h"

static void indent(struct buf *out, size_t depth)
{
    for (size_t i = 0; i < depth; i++)
        aet_buf_str(out, "  ");
}

static void put_notes(const struct code *c, size_t depth, struct buf *out)
{
    enum { GUID = 36 };

    for (struct span notes = c->notes; notes.n >= GUID; notes = aet_span_from(notes, GUID)) {
        indent(out, depth);
        aet_buf_str(out, "<NoteRef");
        aet_xml_put(out, "targetGUID", aet_span(notes.p, GUID));
        aet_buf_str(out, "/>\n");
    }
}

/* A code with those under it. `depth` also bounds a tree that turns in a circle. */
static void qdc_code(const struct codebook *b, int32_t index, size_t depth, struct buf *out)
{
    const struct code *c = &b->codes[index];
    bool inside = c->description.n > 0 || c->notes.n > 0;
    char colour[8];

    indent(out, depth);
    aet_buf_str(out, "<Code");
    aet_xml_put(out, "guid", c->guid);
    aet_xml_put(out, "name", c->name.n ? c->name : c->label);
    aet_xml_put(out, "isCodable", c->groups ? AET_LIT("false") : AET_LIT("true"));
    if (aet_refi_colour(c->colour, colour))
        aet_xml_put(out, "color", aet_span_z(colour));
    for (size_t i = 0; i < b->n; i++)
        inside |= b->codes[i].parent == index;
    if (!inside) {
        aet_buf_str(out, "/>\n");
        return;
    }
    aet_buf_str(out, ">\n");
    if (c->description.n) {
        indent(out, depth + 1);
        aet_buf_str(out, "<Description>");
        aet_xml_text(out, c->description);
        aet_buf_str(out, "</Description>\n");
    }
    put_notes(c, depth + 1, out);
    for (size_t i = 0; i < b->n && depth < b->n + 2; i++)
        if (b->codes[i].parent == index)
            qdc_code(b, (int32_t)i, depth + 1, out);
    indent(out, depth);
    aet_buf_str(out, "</Code>\n");
}

void aet_refi_codebook_tree(const struct codebook *b, size_t depth, struct buf *out)
{
    for (size_t i = 0; i < b->n; i++)
        if (b->codes[i].parent == NO_PARENT)
            qdc_code(b, (int32_t)i, depth, out);
}

void aet_refi_codebook_qdc(const struct codebook *b, const char *origin, struct buf *out)
{
    aet_buf_str(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                     "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" "
                     "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                     "xsi:schemaLocation=\"urn:QDA-XML:codebook:1.0 "
                     "http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd\" "
                     "origin=\"");
    aet_xml_text(out, aet_span_z(origin));
    aet_buf_str(out, "\">\n  <Codes>\n");
    aet_refi_codebook_tree(b, 2, out);
    aet_buf_str(out, "  </Codes>\n");
    aet_refi_codebook_sets(b, "guid", out);
    aet_buf_str(out, "</CodeBook>\n");
}

/* Taguette's list is flat: what only groups has no tag. */
void aet_refi_codebook_taguette(const struct codebook *b, struct sheet_form form, struct buf *out)
{
    const char *end = form.excel ? "\r\n" : "\n";

    aet_buf_str(out, form.excel ? "\xEF\xBB\xBF" : "");
    aet_buf_str(out, "tag");
    aet_buf_char(out, form.delimiter);
    aet_buf_str(out, "description");
    aet_buf_str(out, end);
    for (size_t i = 0; i < b->n; i++) {
        if (b->codes[i].groups)
            continue;
        aet_sheet_guarded(out, b->codes[i].label, false, form);
        aet_buf_char(out, form.delimiter);
        aet_sheet_guarded(out, b->codes[i].description, false, form);
        aet_buf_str(out, end);
    }
}

void aet_refi_codebook_table(const struct codebook *b, struct buf *out)
{
    struct set_cells *sets = aet_refi_codebook_set_cells(b);

    aet_buf_str(out, "id,libelle,libelle_en,alias,parent,description,couleur,codable,guid,"
                     "ensembles,guid_ensembles,description_ensembles,source,note\n");
    for (size_t i = 0; i < b->n; i++) {
        const struct code *c = &b->codes[i];
        const struct set_cells *in = &sets[i];
        const struct span cells[] = { c->id,
                                      c->label,
                                      c->label_en,
                                      c->alias,
                                      c->parent == NO_PARENT ? AET_LIT("") : b->codes[c->parent].id,
                                      c->description,
                                      c->colour,
                                      c->groups ? AET_LIT("non") : AET_LIT(""),
                                      c->guid,
                                      aet_buf_view(&in->names),
                                      aet_buf_view(&in->guids),
                                      in->told ? aet_buf_view(&in->descriptions) : AET_LIT(""),
                                      c->source,
                                      AET_LIT("") };

        for (size_t k = 0; k < sizeof cells / sizeof *cells; k++) {
            if (k)
                aet_buf_char(out, ',');
            aet_csv_cell(out, cells[k], ',');
        }
        aet_buf_char(out, '\n');
    }
    aet_refi_codebook_set_cells_free(b, sets);
}
