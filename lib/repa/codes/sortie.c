/* Cells, and the names in them. */
#include "repa/codes/sortie.h"

#include "cli/writing.h"
#include "format/formats.h"
#include "privacy/hiding.h"
#include "repa/rules.h"

bool aet_repa_sortie_format(struct session *s, int rule)
{
    const char *format = aet_writing_format(&s->writing);

    if (!format)
        s->writing.to = "csv";
    if (!format || aet_format_named(format))
        return true;
    aet_voice_usage(&s->voice, &aet_repa_rule[rule], AET_WORDS(aet_word("valeur", format)));
    return false;
}

void aet_repa_sortie_init(struct sortie *o, struct session *s, const struct schema *schema,
                          int code)
{
    *o = (struct sortie){ .s = s, .schema = schema, .code = code };
    o->names = aet_hiding_names(s->hiding);
}

void aet_repa_sortie_free(struct sortie *o)
{
    aet_buf_free(&o->cell);
}

/* Whether a field holds names and nothing else. */
static bool is_name(const struct sortie *o, int field)
{
    struct span name = aet_span_z(o->schema->fields[field].name);

    return o->names &&
           aet_is_identity(aet_hiding_identities(o->s->hiding), o->schema, field, name, name);
}

/* What goes out in the place of a text. */
static void disguise(struct sortie *o, int field, struct span text)
{
    aet_buf_clear(&o->cell);
    if (text.n && is_name(o, field))
        aet_buf_span(&o->cell, aet_pseudonym(o->names, o->schema->fields[field].name, text));
    else if (o->names && field != o->code)
        aet_pseudonym_text(o->names, text, &o->cell);
    else
        aet_buf_span(&o->cell, text);
}

static void learn(struct sortie *o, int field, struct span text)
{
    if (is_name(o, field))
        aet_pseudonym_learn(o->names, o->schema->fields[field].name, text);
}

void aet_repa_sortie_put(struct sortie *o, int field, struct span text)
{
    if (o->learns) {
        learn(o, field, text);
        return;
    }
    disguise(o, field, text);
    aet_derive_text(o->to, (size_t)field, aet_buf_view(&o->cell));
}

void aet_repa_sortie_put_number(struct sortie *o, int field, int64_t v)
{
    if (o->learns)
        return;
    aet_buf_clear(&o->cell);
    if (v >= 0)
        aet_buf_int(&o->cell, v);
    aet_derive_digits(o->to, (size_t)field, aet_buf_view(&o->cell));
}

void aet_repa_sortie_end(struct sortie *o, const struct diag_place *where)
{
    uint64_t doubts = aet_pseudonyms_doubts(o->names);

    if (o->learns)
        return;
    aet_derive_end(o->to);
    o->written++;
    if (doubts > o->doubts)
        aet_hiding_doubt(o->s->hiding, doubts - o->doubts, where);
    o->doubts = doubts;
}

bool aet_repa_sortie_learn(struct sortie *o, void (*put)(void *of, struct sortie *o), void *of)
{
    if (!o->names)
        return true;
    o->learns = true;
    put(of, o);
    o->learns = false;
    o->doubts = aet_pseudonyms_doubts(o->names);
    return aet_hiding_learnt(o->s->hiding, o->schema);
}
