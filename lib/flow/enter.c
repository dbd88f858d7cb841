/* Entering a file. */
#include "flow/enter.h"

#include "record/place.h"

/* Files that cannot be written as one, unless a format or new names were asked for. */
static bool differ(const struct run *r, const struct layout *l)
{
    return aet_sink_writes(r->work->sink.kind) && !aet_writing_format(&r->s->writing) &&
           !r->s->reading.renames.n && !aet_layout_same(l, r->inputs.first);
}

static void say_heading(struct run *r, int rule, const struct layout *l, size_t column,
                        const struct diag_arg *args, size_t n)
{
    struct diag_place where = aet_place_heading(l, (long)column);

    aet_say_input(&r->s->voice, rule, &where, args, n);
}

/* A misspelt heading would leave its column unread in silence. */
static void near_fields(struct run *r, const struct layout *l)
{
    struct reader *reader = &r->worker.reader;

    for (size_t i = 0; i < l->columns; i++) {
        const char *near = aet_reader_kind(reader)->near(reader, i);

        if (!near)
            continue;

        const struct diag_arg args[] = { { "valeur", l->headings[i] },
                                         { "suggestion", aet_span_z(near) } };

        if (!r->work->silent)
            say_heading(r, ENT_NEAR_FIELD, l, i, args, 2);
        r->totals->warnings++;
    }
}

/* Whether the reader can read it. False: complained. */
static bool readable(struct run *r, const struct layout *l)
{
    struct reader *reader = &r->worker.reader;
    const struct reader_kind *kind = aet_reader_kind(reader);
    struct heading_fault fault;
    const char *lacks;

    if (!kind->file(reader, l, &fault)) {
        struct diag_place where = aet_place_heading(l, (long)fault.column);
        struct diag x = aet_heading_diag(&fault);

        aet_say_diag(&r->s->voice, &x, &where);
        return false;
    }
    near_fields(r, l);
    lacks = kind->lacks(reader);
    if (lacks)
        aet_voice_column(&r->s->voice, lacks, l);
    return !lacks;
}

bool aet_run_enter(struct run *r, const struct layout *l)
{
    bool first = !r->inputs.first;

    if (first)
        r->inputs.first = l;
    if (differ(r, l)) {
        struct diag_arg arg = { "autre", aet_span_z(r->inputs.first->name) };
        struct diag_place where = aet_place_heading(l, -1);

        aet_say_input(&r->s->voice, ENT_FILES_DIFFER, &where, &arg, 1);
        return false;
    }
    if (!readable(r, l))
        return false;
    aet_worker_file(&r->worker, l, r->inputs.first, r->writer.sheet != NULL);
    if (first && aet_sink_writes(r->work->sink.kind))
        aet_writer_first(&r->writer, &r->worker.reader, &r->worker.emitter, l);
    return true;
}
