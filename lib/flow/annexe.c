/* Reading a second input whole. */
#include "flow/annexe.h"

#include "apart/aside.h"
#include "flow/kinds.h"
#include "headings/opening.h"
#include "record/place.h"
#include "record/resolve.h"
#include "voice/flood.h"

struct lecture {
    const struct annexe *a;
    struct session *s;
    struct headings *headings;
    struct record_reader reader;
    struct resolver resolver;
    struct facts facts;
    struct arena arena;
    struct diags diags;
    struct flood flood;
};

static void say(struct lecture *l, const struct slice *slice, const struct layout *layout,
                bool parsed)
{
    struct buf text = { 0 };
    struct place_walk w = { 0 };

    for (size_t i = 0; i < l->diags.n; i++) {
        struct diag *x = &l->diags.items[i];
        struct diag_place where;

        if (!aet_flood_lets(&l->flood, &l->s->voice, x))
            continue;
        where = aet_place_next(layout, slice,
                               x->placed == BY_PATH ? aet_place_at(&l->reader, slice, x->path, &w)
                                                    : aet_spot_known(x),
                               &w);
        aet_diag_seek(&l->diags, x);
        x->noun = &l->a->schema->noun;
        if (parsed)
            x->name = aet_facts_name(&l->facts, &l->arena);
        aet_voice_diag(&l->s->voice, x, &where, &text);
    }
    aet_door_write(aet_buf_view(&text));
    aet_buf_free(&text);
}

static bool read_block(struct lecture *l, const struct block *b)
{
    bool ok = true;

    for (size_t i = 0; i < b->n; i++) {
        struct record record;
        bool parsed;

        aet_diags_clear(&l->diags);
        aet_arena_reset(&l->arena);
        parsed = aet_record_parse(&l->reader, &b->slices[i], &record, &l->diags) == PARSED;
        if (parsed) {
            aet_resolve(&l->resolver, &record, &l->facts, &l->diags);
            l->a->keep(l->a->to, &l->facts, b->slices[i].line, &l->diags);
        }
        if (l->diags.errors) {
            say(l, &b->slices[i], b->layout, parsed);
            ok = false;
        }
    }
    return ok;
}

/* Titles above the headings. */
static void say_titles(struct lecture *l, const struct layout *layout)
{
    struct diags d = { .arena = &l->arena, .least = INFO };
    struct diag_place where;

    if (!layout->titles_n)
        return;
    where = aet_place_of(layout, &layout->titles[0].row, (struct spot){ 0, false });
    aet_say_diag(&l->s->voice,
                 aet_aside_say(&d, ENT_TITLES, layout->titles_n, layout->titles[0].words), &where);
    aet_diags_free(&d);
    aet_arena_reset(&l->arena);
}

/* Whether the columns of a file are those asked for. */
static bool enter(struct lecture *l, const struct layout *layout)
{
    struct heading_fault fault;

    if (!aet_record_reader_file(&l->reader, layout, &fault)) {
        struct diag_place where = aet_place_heading(layout, (long)fault.column);
        struct diag x = aet_heading_diag(&fault);

        aet_say_diag(&l->s->voice, &x, &where);
        return false;
    }
    say_titles(l, layout);
    for (size_t i = 0; aet_has_cells(layout) && i < l->a->needed_n; i++) {
        bool there = false;

        for (size_t c = 0; c < layout->columns; c++)
            there |= aet_heading_field(l->headings, layout->headings[c]) == (int)l->a->needed[i];
        if (!there) {
            aet_voice_column(&l->s->voice, l->a->schema->fields[l->a->needed[i]].name, layout);
            return false;
        }
    }
    return true;
}

/* What was said too often is told. */
static void end_flood(struct lecture *l, const char *file)
{
    struct buf text = { 0 };

    aet_flood_end(&l->flood, &l->s->voice, file, &text);
    aet_door_write(aet_buf_view(&text));
    aet_buf_free(&text);
    aet_flood_free(&l->flood);
}

static bool read_all(struct lecture *l, struct source *source, const char *file)
{
    const struct layout *current = NULL;
    struct block b = { 0 };
    struct stop stop;
    enum source_status st;
    bool ok = true;

    while ((st = aet_source_next(source, &b, &stop)) == SOURCE_BLOCK) {
        if (b.layout != current && !enter(l, b.layout)) {
            ok = false;
            break;
        }
        current = b.layout;
        ok &= read_block(l, &b);
    }
    end_flood(l, file);
    if (st == SOURCE_STOP)
        aet_say_stop(&l->s->voice, l->s->reading.encoding, &stop);
    aet_block_free(&b);
    return ok && st != SOURCE_STOP;
}

bool aet_annexe_read(struct session *s, const char *file, const struct annexe *a)
{
    struct lecture l = { .a = a, .s = s };
    struct matcher **none = aet_calloc(a->schema->n, sizeof *none);
    struct source_options o = { .n = 0 };
    struct source *source;
    bool ok;

    if (a->principal)
        aet_reading_options(&s->reading, s->command.operands, s->command.operands_n, &o);
    o.again = NULL; /* another file */
    o.files = &file;
    o.n = 1;
    o.headings.open = aet_headings_open;
    l.headings = aet_headings_new(a->schema, a->principal ? s->reading.renames.p : NULL,
                                  a->principal ? s->reading.renames.n : 0);
    aet_record_reader_init(&l.reader, a->schema, l.headings);
    l.resolver = (struct resolver){ .schema = a->schema,
                                    .matchers = a->matchers ? a->matchers : none,
                                    .number = s->reading.number,
                                    .dates = s->reading.dates,
                                    .arena = &l.arena };
    l.diags = (struct diags){ .arena = &l.arena, .least = ERREUR };
    aet_facts_init(&l.facts, a->schema);
    o.headings.context = l.headings;
    source = aet_source_new(&o);
    ok = read_all(&l, source, file);
    aet_source_free(source);
    aet_facts_free(&l.facts);
    aet_buf_free(&l.resolver.scratch);
    aet_diags_free(&l.diags);
    aet_arena_free(&l.arena);
    aet_record_reader_free(&l.reader);
    aet_headings_free(l.headings);
    aet_free(none);
    return ok;
}
