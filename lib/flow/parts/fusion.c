/* Adding parts up. */
#include "flow/parts/fusion.h"

#include <errno.h>

#include "base/idset.h"
#include "cli/regime.h"
#include "flow/drive.h"
#include "flow/parts/rows.h"
#include "format/formats.h"
#include "format/json_text.h"
#include "io/file.h"
#include "partial/rules.h"

/* What is kept of the parts while they are added up. */
struct fusion {
    struct session *s;
    const struct work *w;
    struct totals *totals;
    struct report *r;                 /* its inputs */
    json_t *ours;                     /* what must be the same of all */
    struct span key;                  /* that the first part's pseudonyms were made with */
    const char *keyed;                /* that part */
    struct idset parts, named, bytes; /* digests: 1 + the part; 1 + the input, twice */
    const struct layout **files;      /* of all inputs, for their names */
    size_t files_n, files_cap;
    struct marks marks;
    struct partial_load load;
    bool unmarked; /* a part of some records has no marks */
    uint64_t crossed;
    struct buf lines; /* of diagnostics */
    struct arena arena;
};

bool aet_fusion_can(const struct session *s, const struct work *w)
{
    if (w->sink.of.sum.kind)
        return true;
    aet_voice_say(&s->voice, &aet_partial_rule[PAR_NOT_HERE],
                  AET_WORDS(aet_word("verbe", s->command.verb->name),
                            aet_word("valeur", aet_work_schema(w)->name)));
    return false;
}

static bool say(const struct fusion *x, int rule, const char *file, struct span entree,
                struct span other)
{
    aet_voice_say(&x->s->voice, &aet_partial_rule[rule],
                  AET_WORDS(aet_word("fichier", file), aet_word_span("entree", entree),
                            aet_word_span("autre", other)));
    return false;
}

/* Why a file cannot be read as a part. */
static bool say_fault(const struct fusion *x, enum partial_fault fault, const char *path,
                      const json_t *head)
{
    static const int rules[] = {
        [PARTIAL_FOREIGN] = PAR_FOREIGN, [PARTIAL_FORM] = PAR_FORM, [PARTIAL_DAMAGED] = PAR_DAMAGED
    };

    aet_voice_say(&x->s->voice, &aet_partial_rule[rules[fault]],
                  AET_WORDS(aet_word("fichier", path), aet_word("outil", x->r->tool),
                            aet_word("verbe", x->s->command.verb->name),
                            aet_word_int("valeur", aet_partial_form(head))));
    return false;
}

static uint64_t print_of(struct span a, struct span b)
{
    struct buf both = { 0 };
    uint64_t print;

    aet_buf_span(&both, a);
    aet_buf_char(&both, '\0');
    aet_buf_span(&both, b);
    print = aet_span_fingerprint(aet_buf_view(&both));
    aet_buf_free(&both);
    return print;
}

/* The same input twice is refused, the same bytes under two names are said. */
static bool input_is_new(struct fusion *x, const char *path, const struct input_file *f)
{
    uint64_t place = x->r->inputs_n + 1, first;

    if (!f->sha256.n || (!f->records && !f->aside))
        return true;
    first = aet_idset_add(&x->named, print_of(f->name, f->sha256), place);
    if (first)
        return say(x, PAR_INPUT_TWICE, path, f->name, x->r->inputs[first - 1].name);
    first = aet_idset_add(&x->bytes, print_of(f->sha256, AET_LIT("")), place);
    if (first)
        (void)say(x, PAR_INPUT_ALIKE, path, f->name, x->r->inputs[first - 1].name);
    return true;
}

/* Its inputs are named in places, and in the report; what judges asks whether they are tables. */
static void enter_input(struct fusion *x, const struct input_file *f)
{
    struct layout *l = aet_arena_alloc(&x->arena, sizeof *l);
    struct buf sha = { 0 };

    *l = (struct layout){ .name = aet_arena_copy(&x->arena, f->name).p,
                          .format = aet_format_named(f->cells ? "csv" : "ndjson"),
                          .index = x->files_n };
    x->files = aet_grow(x->files, &x->files_cap, x->files_n, sizeof *x->files);
    x->files[x->files_n++] = l;
    aet_buf_span(&sha, f->sha256);
    aet_report_input(x->r, f->name, f, aet_buf_z(&sha));
    aet_buf_free(&sha);
}

static bool read_inputs(struct fusion *x, struct partial *p, const char *path)
{
    struct input_file f = { .records = 0 };

    while (aet_part_input(p, false, &f, &x->arena)) {
        if (!input_is_new(x, path, &f))
            return false;
        enter_input(x, &f);
    }
    return true;
}

/* Say what the judge says of a mark beside those of other parts. */
static void say_crossed(struct fusion *x, const struct kept_mark *m, const struct diags *said)
{
    struct diag_place where = { .file = x->files[aet_place_file(m->place)]->name,
                                .line = aet_place_line(m->place),
                                .column = 1,
                                .sheet.row = aet_place_row(m->place) };

    for (size_t i = 0; i < said->n; i++)
        aet_voice_diag(&x->s->voice, &said->items[i], &where, &x->lines);
}

/* Judge a mark again: what its own run said of it is not said twice. */
static void judge(struct fusion *x, const struct kept_mark *m)
{
    struct arena arena = { 0 };
    struct diags said = { .arena = &arena, .least = x->w->least };

    x->w->rules->judge(x->w->state, &m->mark, m->place, x->files, &said);
    if (!m->rejected && said.n > m->said) {
        say_crossed(x, m, &said);
        x->crossed += aet_fails(&said, x->s->strict);
    }
    x->crossed += said.n < m->said; /* rejected in its part for what all together do not hold */
    aet_diags_free(&said);
    aet_arena_free(&arena);
}

static void read_marks(struct fusion *x, struct partial *p, size_t base)
{
    struct kept_mark m = { .place = 0 };

    while (aet_part_mark(p, false, &m, base, x->files_n - base)) {
        if (p->broken)
            return;
        aet_marks_keep(&x->marks, &m);
    }
}

static void add_totals(struct totals *a, const struct totals *b)
{
    a->read += b->read;
    a->passed += b->passed;
    a->undrawn += b->undrawn;
    a->rejected += b->rejected;
    a->aside += b->aside;
    a->left.elements += b->left.elements;
    a->left.values += b->left.values;
    a->errors += b->errors;
    a->warnings += b->warnings;
    a->infos += b->infos;
}

/* Whether the same bytes were not added already. */
static bool part_is_new(struct fusion *x, size_t index, struct span text)
{
    const char *const *paths = x->s->command.operands;
    uint64_t first = aet_idset_add(&x->parts, print_of(text, AET_LIT("")), index + 1);

    return !first || say(x, PAR_TWICE, paths[index], AET_LIT(""), aet_span_z(paths[first - 1]));
}

/* The rows of what was counted; false: they are not whole, or too much, complained. */
static bool read_sum(struct fusion *x, struct partial *p, void *sum, const char *path)
{
    size_t base = x->files_n;

    if (!read_inputs(x, p, path))
        return false;
    x->w->sink.of.sum.kind->carry(sum, p);
    read_marks(x, p, base);
    if (!aet_partial_whole(p))
        return say(x, PAR_DAMAGED, path, AET_LIT(""), AET_LIT(""));
    return aet_partial_room(&x->load, p) || say(x, PAR_ROOM, path, AET_LIT(""), AET_LIT(""));
}

/* Its rows, whole or not at all. */
static bool add_rows(struct fusion *x, struct partial *p, size_t index, struct span text)
{
    const char *path = x->s->command.operands[index];
    const struct sum_kind *kind = x->w->sink.of.sum.kind;
    void *of = x->w->sink.of.sum.of, *sum = aet_calloc(1, kind->size);
    struct totals t = { 0 };
    size_t marks = x->marks.n;
    bool ok;

    kind->like(sum, of);
    aet_part_totals(p, &t);
    ok = (!t.read || part_is_new(x, index, text)) &&
         (t.read ? read_sum(x, p, sum, path) : read_inputs(x, p, path));
    if (ok) {
        kind->merge(of, sum);
        add_totals(x->totals, &t);
        for (size_t i = marks; i < x->marks.n; i++)
            judge(x, &x->marks.p[i]);
    }
    kind->free(sum);
    aet_free(sum);
    return ok;
}

/* A name under two keys is two names. */
static void compare_keys(struct fusion *x, const json_t *head, const char *path)
{
    struct span key = aet_json_string_span(json_object_get(head, "cle"));

    if (!x->keyed) {
        x->keyed = path;
        x->key = aet_arena_copy(&x->arena, key);
    } else if (!aet_span_eq(x->key, key)) {
        (void)say(x, PAR_KEYS, path, AET_LIT(""), aet_span_z(x->keyed));
    }
}

static bool add_part(struct fusion *x, size_t index, struct span text)
{
    const char *path = x->s->command.operands[index];
    json_t *head = NULL;
    struct partial p;
    enum partial_fault fault = aet_partial_open(&p, text, &head);
    uint64_t read = x->totals->read;
    bool ok = fault == PARTIAL_OK || say_fault(x, fault, path, head);

    ok = ok && aet_regime_same(x->s, path, x->ours, head) && add_rows(x, &p, index, text);
    if (ok && x->totals->read != read) {
        compare_keys(x, head, path);
        x->unmarked |= !json_is_true(json_object_get(head, "marques"));
    }
    json_decref(head);
    aet_partial_free(&p);
    return ok;
}

static bool read_part(struct fusion *x, size_t index)
{
    const char *path = x->s->command.operands[index];
    struct buf text = { 0 };
    bool ok = true;

    if (index == 0)
        return add_part(x, index, aet_buf_view(&x->s->first_part));
    if (!aet_file_read(path, &text)) {
        aet_voice_system(&x->s->voice, path, errno);
        ok = false;
    }
    ok = ok && add_part(x, index, aet_buf_view(&text));
    aet_buf_free(&text);
    return ok;
}

/* What must be the same of all, as a head has it. */
static bool begin(struct fusion *x)
{
    struct buf head = { 0 };
    bool ok = aet_part_head(x->s, x->w, 1, false, AET_LIT(""), &head);
    enum fault fault;
    size_t at;

    if (ok)
        x->ours = aet_json_read(aet_buf_view(&head), &fault, &at);
    aet_buf_free(&head);
    return ok;
}

/* What only the whole of them tells. False: it is not to be believed, complained. */
static bool conclude(struct fusion *x)
{
    aet_door_write(aet_buf_view(&x->lines));
    if (x->crossed)
        aet_voice_say(&x->s->voice, &aet_partial_rule[PAR_CROSSED],
                      AET_WORDS(aet_word_uint("nombre", x->crossed)));
    else if (x->unmarked && x->s->command.operands_n > 1)
        aet_voice_say(&x->s->voice, &aet_partial_rule[PAR_UNCHECKED], NULL);
    return !x->crossed;
}

static void end(struct fusion *x)
{
    json_decref(x->ours);
    aet_idset_free(&x->parts);
    aet_idset_free(&x->named);
    aet_idset_free(&x->bytes);
    aet_free(x->files);
    aet_marks_free(&x->marks);
    aet_buf_free(&x->lines);
    aet_arena_free(&x->arena);
}

/* A report tells the digests of its inputs when it is asked to. */
static void forget_digests(const struct session *s, struct report *r)
{
    for (size_t i = 0; i < r->inputs_n && !aet_given(s, OPT_EMPREINTES); i++)
        r->inputs[i].sha256.n = 0;
}

enum status aet_fusion_run(struct session *s, const struct work *w, struct totals *t,
                           struct report *r)
{
    struct fusion x = { .s = s, .w = w, .totals = t, .r = r };
    bool ok = begin(&x);

    *t = (struct totals){ 0 };
    for (size_t i = 0; ok && i < s->command.operands_n; i++)
        ok = read_part(&x, i);
    ok = ok && conclude(&x);
    if (ok && aet_given(s, OPT_PARTIEL))
        ok = aet_part_leave(s, w, t, r, &x.marks, !x.unmarked, x.key);
    end(&x);
    forget_digests(s, r);
    if (ok)
        aet_summary(&s->voice, t, false);
    return aet_run_anything(
        s, t, aet_run_verdict(s, t, aet_run_enough(s, t, ok ? STATUS_CLEAN : STATUS_FAILED)));
}
