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

/* How a heading or key is what --par names: the better of two is the greater. */
struct found {
    enum { NOT_IT, OF_FIELD, IS_IT } how;
    const struct text *title; /* of the field */
};

void aet_decouper_key_init(struct decouper_key *k, const struct session *s,
                           const struct decouper_form *f)
{
    *k = (struct decouper_key){ .wanted = s->command.values[OPT_PAR],
                                .form = f,
                                .column = SIZE_MAX };
}

void aet_decouper_key_free(struct decouper_key *k)
{
    aet_row_free(k->row);
    aet_object_free(&k->object);
    aet_names_free(&k->asked);
    aet_free(k->found);
    aet_buf_free(&k->text);
    aet_free(k->one);
    aet_free(k->other);
}

/* Itself, or one of the headings of the field that is called so. */
static struct found look(const struct decouper_key *k, struct span name)
{
    struct span wanted = aet_span_z(k->wanted);

    if (aet_fold_same(name, wanted))
        return (struct found){ IS_IT, NULL };
    for (size_t i = 0; i < k->form->kinds; i++) {
        const struct schema *schema = aet_headings_schema(k->form->headings[i]);
        int field = aet_heading_field(k->form->headings[i], name);

        if (field != NO_FIELD && aet_span_eq(aet_span_z(schema->fields[field].name), wanted))
            return (struct found){ OF_FIELD, &schema->fields[field].title };
    }
    return (struct found){ NOT_IT, NULL };
}

/* The same, looked for once for each name. */
static struct found look_again(struct decouper_key *k, struct span name)
{
    size_t before = k->asked.n;
    uint32_t id = aet_names_id(&k->asked, name);

    k->found = aet_grow(k->found, &k->found_cap, id, sizeof *k->found);
    if (k->asked.n > before)
        k->found[id] = look(k, name);
    return k->found[id];
}

/* The one of some names that --par means; SIZE_MAX: none. */
struct choice {
    size_t at;
    struct found found;
    struct span name;
};

/* Of two that are as good, the first; and that there are two is kept. */
static void choose(struct decouper_key *k, struct choice *c, size_t at, struct found f,
                   struct span name)
{
    if (f.how == NOT_IT || f.how < c->found.how)
        return;
    if (f.how > c->found.how) {
        *c = (struct choice){ at, f, name };
        return;
    }
    if (k->ambiguous)
        return;
    k->ambiguous = &aet_rules_ent[f.how == IS_IT ? ENT_HEADING_TWICE : ENT_FIELD_TWICE];
    k->title = f.title;
    k->one = aet_span_dup(c->name);
    k->other = aet_span_dup(name);
}

void aet_decouper_key_file(struct decouper_key *k, const struct layout *l)
{
    struct choice c = { .at = SIZE_MAX };

    if (!k->wanted || !aet_has_cells(l))
        return;
    k->row = l->format->row_new(l);
    for (size_t i = 0; i < l->columns; i++)
        choose(k, &c, i, look(k, l->headings[i]), l->headings[i]);
    k->column = c.at;
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
    struct choice c = { .at = SIZE_MAX };
    const struct member *m;
    size_t at;

    if (aet_object_read(&k->object, record, &at) != FAULT_NONE)
        return AET_LIT("");
    for (size_t i = 0; i < k->object.n; i++) {
        struct span name = aet_object_spelt(&k->object, k->object.members[i].name);

        choose(k, &c, i, look_again(k, name), name);
    }
    if (c.at == SIZE_MAX)
        return AET_LIT("");
    k->met = true;
    m = &k->object.members[c.at];
    return aet_json_type(m->value) == JSON_STRING ? aet_object_spelt(&k->object, m->value)
                                                  : m->value;
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
    if (k->ambiguous)
        aet_voice_say(
            &s->voice, k->ambiguous,
            AET_WORDS(aet_word("valeur", k->other), aet_word("autre", k->one),
                      aet_word("intitule", k->title ? aet_text(*k->title, s->voice.lang) : NULL)));
    else if (!k->met)
        aet_voice_usage(&s->voice, &aet_partial_rule[PAR_CUT_COLUMN],
                        AET_WORDS(aet_word("valeur", k->wanted)));
    return k->met && !k->ambiguous;
}
