/* Blocks as they come, and counts by file. */
#include "flow/inputs.h"

void aet_inputs_init(struct inputs *in, struct reading *how, const struct command *command,
                     struct reader *reader)
{
    struct source_options o;

    *in = (struct inputs){ .peek = how->begun };
    if (in->peek) {
        in->source = in->peek->source;
        in->peek->source = NULL;
        return;
    }
    aet_reading_options(how, command->operands, command->operands_n, &o);
    aet_reader_kind(reader)->source(reader, &o);
    in->source = aet_source_new(&o);
}

void aet_inputs_free(struct inputs *in)
{
    aet_source_free(in->source);
    aet_free(in->counts);
}

enum source_status aet_inputs_next(struct inputs *in, struct block *b, struct stop *stop)
{
    struct peek *p = in->peek;

    in->peek = NULL;
    if (!p)
        return aet_source_next(in->source, b, stop);
    *b = p->block;
    *stop = p->stop;
    p->block = (struct block){ 0 };
    return p->status;
}

bool aet_inputs_enter(struct inputs *in, const struct block *b)
{
    size_t next = in->current ? in->current->index + 1 : 0;

    if (b->layout == in->current)
        return false;
    in->current = b->layout;
    for (; next <= b->layout->index; next++) { /* those that nobody had to look into, too */
        in->counts = aet_grow(in->counts, &in->counts_cap, next, sizeof *in->counts);
        in->counts[next] = (struct input_file){ .records = 0 };
    }
    return true;
}

bool aet_inputs_empty(const struct block *b)
{
    return !b->n && !b->layout->array && !b->layout->header.raw.n;
}

void aet_inputs_count(struct inputs *in, enum outcome outcome)
{
    struct input_file *c = &in->counts[in->current->index];

    c->records += outcome != BLANK && outcome != ASIDE;
    c->rejected += outcome == REJECTED;
    c->aside += outcome == ASIDE;
}

void aet_inputs_left(struct inputs *in, struct left left)
{
    in->counts[in->current->index].elements += left.elements;
    in->counts[in->current->index].values += left.values;
}

void aet_inputs_report(const struct inputs *in, const struct hider *hider, struct report *r)
{
    size_t n;
    const struct layout *const *files = aet_source_layouts(in->source, &n);

    for (size_t i = 0; i < n && in->current && i <= in->current->index; i++) {
        struct input_file f = in->counts[i];

        f.cells = files[i]->format && aet_has_cells(files[i]);
        aet_report_input(r, aet_hider_text(hider, aet_span_z(files[i]->name), &r->arena), &f,
                         files[i]->sha256);
    }
}
