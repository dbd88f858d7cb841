/* Opening a file of any kind of record, and the value that --par goes by. */
#include "verbs/decouper.h"

#include "base/fold.h"
#include "format/format.h"
#include "headings/opening.h"
#include "partial/rules.h"
#include "tree/nest.h"

/* What the kind that knows most headings makes of the first rows. */
static void open_any(void *context, const struct opening *o, struct opened *out)
{
    const struct decouper_form *f = context;

    for (size_t k = 0; k < f->kinds; k++) {
        struct opened of;

        aet_headings_open(f->headings[k], o, &of);
        if (k == 0 || of.known > out->known || (!out->known && !of.fault))
            *out = of;
    }
}

void aet_decouper_form_init(struct decouper_form *f, struct session *s)
{
    struct renames *renames = &s->reading.renames;
    const struct tool *tool = s->command.tool;

    *f = (struct decouper_form){ .nest = tool->nest };
    if (f->nest)
        aet_document_reader_init(&f->reader, f->nest, renames->p, renames->n);
    for (; !f->nest && f->kinds < DECOUPER_KINDS && aet_tool_schema(tool, f->kinds); f->kinds++)
        f->headings[f->kinds] = aet_headings_new(aet_tool_schema(tool, f->kinds), renames->p,
                                                 renames->n);
}

void aet_decouper_form_free(struct decouper_form *f)
{
    if (f->nest)
        aet_document_reader_free(&f->reader);
    for (size_t k = 0; k < f->kinds; k++)
        aet_headings_free(f->headings[k]);
}

struct source *aet_decouper_source(struct decouper_form *f, struct session *s)
{
    struct source_options o;

    aet_reading_options(&s->reading, s->command.operands, s->command.operands_n, &o);
    o.headings.open = f->nest ? aet_document_open : open_any;
    o.headings.context = f->nest ? (void *)&f->reader : f;
    if (f->nest) {
        o.joins = aet_document_joins;
        o.join_context = &f->reader;
    }
    return aet_source_new(&o);
}

void aet_decouper_key_init(struct decouper_key *k, const struct session *s)
{
    *k = (struct decouper_key){ .wanted = s->command.values[OPT_PAR],
                                .tool = s->command.tool,
                                .column = SIZE_MAX };
}

void aet_decouper_key_free(struct decouper_key *k)
{
    aet_row_free(k->row);
    aet_object_free(&k->object);
    aet_buf_free(&k->text);
}

/* Whether a heading or key is what --par names: itself, or one of the headings of that field. */
static bool is_wanted(const struct decouper_key *k, struct span name)
{
    struct span wanted = aet_span_z(k->wanted);
    bool found = aet_fold_same(name, wanted);

    for (size_t i = 0; !found && aet_tool_schema(k->tool, i); i++) {
        const struct schema *schema = aet_tool_schema(k->tool, i);
        struct headings *h = aet_headings_new(schema, NULL, 0);
        int field = aet_heading_field(h, name);

        found = field != NO_FIELD && aet_span_eq(aet_span_z(schema->fields[field].name), wanted);
        aet_headings_free(h);
    }
    return found;
}

void aet_decouper_key_file(struct decouper_key *k, const struct layout *l)
{
    if (!k->wanted || !aet_has_cells(l))
        return;
    k->row = l->format->row_new(l);
    for (size_t i = 0; i < l->columns && k->column == SIZE_MAX; i++)
        if (is_wanted(k, l->headings[i]))
            k->column = i;
    k->met = k->column != SIZE_MAX || !l->columns;
}

static struct span cell_of(struct decouper_key *k, struct span record)
{
    size_t at;
    bool read = k->row->read(k->row, record, &at) == FAULT_NONE && k->column < k->row->n;

    return read ? k->row->cells[k->column] : AET_LIT("");
}

static struct span member_of(struct decouper_key *k, struct span record)
{
    size_t at;

    if (aet_object_read(&k->object, record, &at) != FAULT_NONE)
        return AET_LIT("");
    for (size_t i = 0; i < k->object.n; i++) {
        const struct member *m = &k->object.members[i];

        if (!is_wanted(k, aet_object_spelt(&k->object, m->name)))
            continue;
        k->met = true;
        return aet_json_type(m->value) == JSON_STRING ? aet_object_spelt(&k->object, m->value)
                                                      : m->value;
    }
    return AET_LIT("");
}

uint64_t aet_decouper_key(struct decouper_key *k, const struct slice *slice)
{
    struct span value = k->row ? cell_of(k, slice->raw) : member_of(k, slice->raw);

    aet_buf_clear(&k->text);
    aet_fold(aet_span_trim(value), &k->text);
    return aet_span_fingerprint(aet_buf_view(&k->text));
}

bool aet_decouper_key_met(const struct decouper_key *k, const struct session *s)
{
    if (!k->met)
        aet_voice_usage(&s->voice, &aet_partial_rule[PAR_CUT_COLUMN],
                        AET_WORDS(aet_word("valeur", k->wanted)));
    return k->met;
}
