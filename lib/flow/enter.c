/* Entering a file: its headings, whether it can go out as one with those before it, and what its
 * records are written as. */
#include "flow/run.h"

#include "tree/document_write.h"

/* Files that cannot be written as one, unless a format or new names were asked for. */
static bool differ(const struct run *r, const struct layout *l)
{
    return r->work->writes && !aet_writing_format(&r->s->writing) && !r->s->reading.renames.n &&
           !aet_layout_same(l, r->first);
}

static void begin_output(struct run *r)
{
    struct emitter *e = &r->emitter;

    if (!r->work->writes || r->work->text || e->to->shape != SHAPE_CELLS ||
        !(e->convert || !aet_has_cells(r->first)))
        return;
    r->sheet = aet_sheet_new(e->form);
    if (r->work->derive) {
        for (size_t i = 0; i < r->work->derived->n; i++)
            aet_sheet_column(r->sheet, aet_span_z(r->work->derived->fields[i].name));
        return;
    }
    if (r->work->nest)
        aet_document_columns(r->work->nest, r->sheet);
    else
        aet_emit_columns(e, &r->reader.mapping, r->first, r->sheet);
}

bool aet_run_keeps_all(const struct run *r)
{
    return r->work->writes && (r->emitter.convert || r->work->adds_n);
}

static void say_heading(struct run *r, int rule, const struct layout *l, size_t column,
                        const struct diag_arg *args, size_t n)
{
    size_t at = l->format->cell_at(l, l->header.raw, column);
    uint64_t line = l->header.line, place = l->header.column;

    aet_place_advance(aet_span(l->header.raw.p, at), &line, &place);
    aet_say_input(&r->s->voice, rule, l->name, line, place, args, n);
}

static const char *near_field(struct run *r, const struct layout *l, size_t column)
{
    int field = NO_FIELD;

    if (l->headings[column].n && r->reader.mapping.field_of[column] == NO_FIELD)
        field = aet_heading_near(r->headings, r->reader.mapping.names[column]);
    if (field == NO_FIELD || aet_mapping_has(&r->reader.mapping, field))
        return NULL;
    return r->work->schema->fields[field].name;
}

/* A misspelt heading would leave its column unread in silence. */
static void near_fields(struct run *r, const struct layout *l)
{
    for (size_t i = 0; i < l->columns; i++) {
        const char *near = r->work->nest ? aet_document_near(&r->documents, i)
                                         : near_field(r, l, i);

        if (!near)
            continue;

        const struct diag_arg args[] = { { "valeur", l->headings[i] },
                                         { "suggestion", aet_span_z(near) } };

        if (!r->work->silent)
            say_heading(r, ENT_NEAR_FIELD, l, i, args, 2);
        r->totals->warnings++;
    }
}

/* A heading may name somebody: "Réponse d'Anne Côté". Those of fields do not. */
static void hide_headings(struct run *r, const struct layout *l)
{
    struct buf text = { 0 };

    for (size_t i = 0; i < l->columns; i++) {
        struct span *name = &r->reader.mapping.names[i];

        aet_buf_clear(&text);
        if (r->reader.mapping.field_of[i] != NO_FIELD || !aet_span_eq(*name, l->headings[i]) ||
            !aet_pseudonym_text(r->identities->names, *name, &text))
            continue;
        *name = aet_arena_copy(&r->reader.arena, aet_buf_view(&text));
        r->again.mapping.names[i] = *name;
        r->emitter.renaming = true;
    }
    aet_buf_free(&text);
}

/* A column that the verb cannot do without is not there: complained, with the nearest heading. */
static bool lacks(struct run *r, const struct layout *l)
{
    for (size_t i = 0; aet_has_cells(l) && i < r->work->needed_n; i++) {
        const char *name = r->work->schema->fields[r->work->needed[i]].name;

        if (aet_mapping_has(&r->reader.mapping, (int)r->work->needed[i]))
            continue;
        aet_voice_column(&r->s->voice, name, l);
        return true;
    }
    return false;
}

bool aet_run_file(struct run *r, const struct layout *l)
{
    struct span args[3];
    size_t column = 0;
    bool first = !r->first;

    if (first)
        r->first = l;
    if (differ(r, l)) {
        struct diag_arg arg = { "autre", aet_span_z(r->first->name) };

        aet_say_input(&r->s->voice, ENT_FILES_DIFFER, l->name, 1, 1, &arg, 1);
        return false;
    }

    r->reader.layout = l; /* rejected JSON documents are looked at member by member */
    r->again.layout = l;

    const struct rule *wrong = r->work->nest
                                   ? aet_document_reader_file(&r->documents, l, args, &column)
                                   : aet_record_reader_file(&r->reader, l, args, &column);

    if (wrong) {
        struct diag_arg named[] = { { "valeur", args[0] },
                                    { "autre", args[1] },
                                    { "champ", args[2] } };

        say_heading(r, (int)(wrong - aet_rules_ent), l, column, named, 3);
        return false;
    }
    near_fields(r, l);
    if (lacks(r, l))
        return false;
    if (!r->work->nest) {
        aet_record_reader_file(&r->again, l, args, &column);
        aet_record_reader_keep(&r->again, true);
    }
    if (r->identities)
        hide_headings(r, l);
    aet_emitter_file(&r->emitter, l, r->first);
    if (r->work->derive) { /* always a conversion, always a list */
        r->emitter.convert = true;
        r->emitter.list.array = true;
    }
    if (!first && r->sheet && aet_has_cells(l))
        r->emitter.convert = true; /* once a sheet, always a sheet */
    if (first)
        begin_output(r);
    aet_record_reader_keep(&r->reader, aet_run_keeps_all(r));
    return true;
}
