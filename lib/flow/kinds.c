/* Which kind of record the input holds: its first block is looked at. */
#include "flow/kinds.h"

#include <stdlib.h>

#include "cli/maps.h"
#include "cli/hide.h"
#include "cli/regime.h"
#include "base/utf8.h"
#include "flow/inputs.h"
#include "format/object.h"
#include "headings/opening.h"
#include "record/place.h"

/* What the kind that knows most headings makes of the first rows. */
static void open_any(void *context, const struct opening *o, struct opened *out)
{
    const struct peek *p = context;

    for (size_t k = 0; k < p->kinds; k++) {
        struct opened of;

        aet_headings_open(p->headings[k], o, &of);
        if (k == 0 || of.known > out->known || (!out->known && !of.fault))
            *out = of;
    }
}

enum { KEYS_MAX = 64 };

/* The keys of the first record that is an object, into `keys`; how many. */
static size_t first_keys(const struct block *b, struct object *o, struct span *keys)
{
    size_t at, n = 0;

    for (size_t i = 0; i < b->n; i++) {
        struct span raw = b->slices[i].raw;

        if (aet_utf8_bad(raw) < raw.n || aet_object_read(o, raw, &at) != FAULT_NONE)
            continue;
        for (; n < o->n && n < KEYS_MAX; n++)
            keys[n] = aet_object_spelt(o, o->members[n].name);
        break;
    }
    return n;
}

/* The kind that explains most; -1 when it is not one alone. *nothing: there is nothing to go by. */
static int best_kind(struct peek *p, bool *nothing)
{
    const struct layout *l = p->block.layout;
    struct span keys[KEYS_MAX];
    const struct span *names = l->headings;
    size_t n = l->columns, best = 0;
    struct object object = { 0 };
    int kind = -1;

    if (!aet_has_cells(l)) {
        n = first_keys(&p->block, &object, keys);
        names = keys;
    }
    *nothing = n == 0;
    for (size_t k = 0; k < p->kinds; k++) {
        size_t known = aet_headings_known(p->headings[k], names, n);

        if (known == best)
            kind = -1;
        if (known > best) {
            best = known;
            kind = (int)k;
        }
    }
    aet_object_free(&object);
    return kind;
}

static void open_peek(struct session *s, const struct schema *const *kinds)
{
    struct peek *p = aet_calloc(1, sizeof *p);

    while (kinds[p->kinds])
        p->kinds++;
    p->headings = aet_calloc(p->kinds, sizeof(struct headings *));
    for (size_t k = 0; k < p->kinds; k++)
        p->headings[k] = aet_headings_new(kinds[k], s->reading.renames.p, s->reading.renames.n);
    p->source = aet_reading_source(&s->reading, s->command.operands, s->command.operands_n,
                                   open_any, p);
    do /* an empty file says nothing of the others */
        p->status = aet_source_next(p->source, &p->block, &p->stop);
    while (p->status == SOURCE_BLOCK && aet_inputs_empty(&p->block) &&
           p->block.layout->index + 1 < s->command.operands_n);
    s->reading.begun = p;
}

static void kind_names(const struct schema *const *kinds, struct buf *out, enum lang lang)
{
    for (size_t k = 0; kinds[k]; k++) {
        if (k)
            aet_buf_str(out, kinds[k + 1] ? ", " : aet_phrase(PHRASE_OR, lang));
        aet_buf_str(out, kinds[k]->name);
    }
}

int aet_session_kind(struct session *s, const struct schema *const *kinds, const char *said)
{
    bool nothing;
    int kind = 0;

    if (aet_given(s, OPT_FUSION))
        said = aet_regime_records(s);
    for (size_t k = 0; said && kinds[k]; k++)
        if (strcmp(kinds[k]->name, said) == 0)
            return (int)k;
    if (aet_given(s, OPT_FUSION))
        return 0; /* what the parts are, if they are any, the fusion says */
    if (!aet_hide_open(s))
        return -1;
    open_peek(s, kinds);
    if (s->reading.begun->status == SOURCE_STOP) {
        aet_say_stop(&s->voice, s->reading.encoding, &s->reading.begun->stop);
        aet_maps_doubt(s, &s->reading.begun->stop);
        return -1;
    }
    if (s->reading.begun->status == SOURCE_BLOCK)
        kind = best_kind(s->reading.begun, &nothing);
    if (kind < 0 && nothing)
        return 0;
    if (kind < 0) {
        struct buf names = { 0 };
        struct diag_place where = aet_place_heading(s->reading.begun->block.layout, -1);
        struct diag_arg arg;

        kind_names(kinds, &names, s->voice.lang);
        arg = (struct diag_arg){ "valeur", aet_buf_view(&names) };
        aet_say_input(&s->voice, ENT_KIND, &where, &arg, 1);
        aet_buf_free(&names);
    }
    return kind;
}
