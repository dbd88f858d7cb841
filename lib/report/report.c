/* Building a report. */
#include "report/report.h"

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
    r->sections = aet_grow(r->sections, &r->cap, r->n, sizeof *r->sections);
    r->sections[r->n] = (struct section){ .kind = kind };
    return &r->sections[r->n++];
}

static void put(struct section *s, struct cell c)
{
    s->cells = aet_grow(s->cells, &s->cells_cap, s->cells_n, sizeof *s->cells);
    s->cells[s->cells_n++] = c;
    s->rows = s->cells_n / s->kind->n;
}

void aet_put_text(struct report *r, struct section *s, struct span text)
{
    put(s, (struct cell){ .known = true, .u.s = aet_arena_copy(&r->arena, text) });
}

void aet_put_count(struct section *s, int64_t n)
{
    put(s, (struct cell){ .known = true, .u.i = n });
}

void aet_put_number(struct section *s, double v)
{
    put(s, (struct cell){ .known = true, .u.d = v });
}

void aet_put_share(struct section *s, int64_t part, int64_t whole)
{
    if (whole)
        put(s, (struct cell){ .known = true, .u.d = (double)part / (double)whole });
    else
        aet_put_unknown(s);
}

void aet_put_money(struct section *s, int64_t cents)
{
    aet_put_count(s, cents);
}

void aet_put_date(struct section *s, struct date d)
{
    put(s, (struct cell){ .known = d.year != 0, .u.date = d });
}

void aet_put_bool(struct section *s, bool yes)
{
    aet_put_count(s, yes);
}

void aet_put_unknown(struct section *s)
{
    put(s, (struct cell){ .known = false });
}

void aet_put_text_if(struct report *r, struct section *s, struct span text)
{
    if (text.n)
        aet_put_text(r, s, text);
    else
        aet_put_unknown(s);
}

void aet_put_count_if(struct section *s, bool known, int64_t n)
{
    if (known)
        aet_put_count(s, n);
    else
        aet_put_unknown(s);
}

void aet_put_number_if(struct section *s, bool known, double v)
{
    if (known)
        aet_put_number(s, v);
    else
        aet_put_unknown(s);
}

void aet_put_list(struct report *r, struct section *s, struct span joined)
{
    aet_put_text(r, s, joined);
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

void aet_section_note(struct report *r, struct section *s, struct span text)
{
    s->notes = aet_grow(s->notes, &s->notes_cap, s->notes_n, sizeof *s->notes);
    s->notes[s->notes_n++] = aet_arena_copy(&r->arena, text);
}

void aet_report_input(struct report *r, struct span name, uint64_t records, uint64_t rejected,
                      const char *sha256)
{
    r->inputs = aet_grow(r->inputs, &r->inputs_cap, r->inputs_n, sizeof *r->inputs);
    r->inputs[r->inputs_n++] = (struct input_file){ aet_arena_copy(&r->arena, name), records,
                                                    rejected,
                                                    aet_arena_copy(&r->arena, aet_span_z(sha256)) };
}

const struct section *aet_report_find(const struct report *r, const char *key)
{
    for (size_t i = 0; i < r->n; i++)
        if (strcmp(r->sections[i].kind->key, key) == 0)
            return &r->sections[i];
    return NULL;
}
