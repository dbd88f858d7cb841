/* Building a report: its sections, in the order of a table, and what is said beside them. */
#include "report/report.h"

#include "base/harmless.h"
#include "base/number.h"

enum { SEPARATOR = '\x1F' };

void aet_report_free(struct report *r)
{
    for (size_t i = 0; i < r->n; i++) {
        aet_free(r->sections[i].cells);
        aet_free(r->sections[i].notes);
    }
    aet_free(r->sections);
    aet_free(r->inputs);
    aet_arena_free(&r->arena);
    *r = (struct report){ 0 };
}

struct section *aet_report_section(struct report *r, const struct section_kind *kind)
{
    const char *fault = aet_section_fault(kind);

    if (fault)
        aet_section_broken(kind, NULL, fault);
    r->sections = aet_grow(r->sections, &r->cap, r->n, sizeof *r->sections);
    r->sections[r->n] = (struct section){ .kind = kind, .report = r };
    return &r->sections[r->n++];
}

void aet_report_fill(struct report *r, const struct section_kind *const *kinds, void *sum)
{
    for (; *kinds; kinds++) {
        const struct section_kind *k = *kinds;
        struct section *s = aet_report_section(r, k);

        if (k->tell) /* when all the others are whole */
            continue;
        k->fill(sum, s);
        if (s->open)
            aet_section_broken(k, NULL, "a row is not ended");
        aet_section_say_count(s, (int64_t)aet_section_rest(s), k->rest[0], k->rest[1]);
    }
}

size_t aet_section_rest(const struct section *s)
{
    return s->more + (s->kind->shown && s->rows > s->kind->shown ? s->rows - s->kind->shown : 0);
}

size_t aet_report_wants(const struct report *r, const struct section_kind *kind)
{
    bool alone = r->only && !r->masks && strcmp(r->only, AET_RESUME) != 0;

    if (alone && strcmp(r->only, kind->key) != 0)
        return 0;
    return r->people && kind->shown ? kind->shown : SIZE_MAX;
}

void aet_list_add(struct buf *list, struct span part)
{
    if (list->n)
        aet_buf_char(list, SEPARATOR);
    aet_buf_span(list, part);
}

bool aet_list_part(struct span *joined, struct span *part)
{
    if (!joined->n)
        return false;

    const char *sep = memchr(joined->p, SEPARATOR, joined->n);
    size_t n = sep ? (size_t)(sep - joined->p) : joined->n;

    *part = aet_span(joined->p, n);
    *joined = aet_span_from(*joined, sep ? n + 1 : n);
    return true;
}

void aet_section_note(struct section *s, struct span text)
{
    struct buf shown = { 0 };

    aet_harmless_lines(&shown, text);
    s->notes = aet_grow(s->notes, &s->notes_cap, s->notes_n, sizeof *s->notes);
    s->notes[s->notes_n++] = aet_arena_copy(&s->report->arena, aet_buf_view(&shown));
    aet_buf_free(&shown);
}

void aet_section_say(struct section *s, struct text words)
{
    aet_section_note(s, aet_span_z(aet_text(words, s->report->lang)));
    if (s->notes_n <= 64)
        s->worded |= (uint64_t)1 << (s->notes_n - 1);
}

void aet_section_say_count(struct section *s, int64_t n, struct text one, struct text many)
{
    struct buf text = { 0 }, digits = { 0 };

    if (!n)
        return;
    aet_buf_int(&digits, n);
    aet_digits_group(aet_buf_view(&digits), s->report->lang, &text);
    aet_buf_char(&text, ' ');
    aet_buf_str(&text, aet_text(n == 1 ? one : many, s->report->lang));
    aet_section_note(s, aet_buf_view(&text));
    aet_buf_free(&text);
    aet_buf_free(&digits);
}

void aet_report_input(struct report *r, struct span name, const struct input_file *of,
                      const char *sha256)
{
    struct input_file *f;

    r->inputs = aet_grow(r->inputs, &r->inputs_cap, r->inputs_n, sizeof *r->inputs);
    f = &r->inputs[r->inputs_n++];
    *f = *of;
    f->name = aet_arena_copy(&r->arena, name);
    f->sha256 = aet_arena_copy(&r->arena, aet_span_z(sha256));
}

struct input_file aet_report_all(const struct report *r)
{
    const struct upstream *u = &r->upstream;
    struct input_file all = {
        .rejected = u->rejected, .aside = u->aside, .elements = u->elements, .values = u->values
    };

    for (size_t i = 0; i < r->inputs_n; i++) {
        const struct input_file *f = &r->inputs[i];

        all.records += f->records;
        all.rejected += f->rejected;
        all.aside += f->aside;
        all.elements += f->elements;
        all.values += f->values;
    }
    return all;
}

const struct section *aet_report_find(const struct report *r, const char *key)
{
    for (size_t i = 0; i < r->n; i++)
        if (strcmp(r->sections[i].kind->key, key) == 0)
            return &r->sections[i];
    return NULL;
}
