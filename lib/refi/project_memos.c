/* Memos in the places that the schema has for them. */
#include "refi/project_memos.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "io/markup.h"
#include "refi/guid.h"

enum { GUID = 36 };

static int by_turn(const void *x, const void *y)
{
    const struct memo_turn *a = x, *b = y;

    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    if (a->form != b->form)
        return a->form < b->form ? -1 : 1;
    return a->memo < b->memo ? -1 : a->memo > b->memo;
}

/* Whether its source is, and a passage is one of the source's own text. */
static bool is_written(const struct project *p, const struct named *source, const struct memo *m)
{
    const struct source *s = source ? &p->sources[source->rank] : NULL;

    if (!s || !aet_span_eq(s->kind, AET_LIT("TextSource")))
        return false;
    return m->on != ON_PASSAGE || (m->debut >= 0 && aet_span_eq(m->recit, s->name));
}

/* Of a source: one that is written, which alone has what a passage of its text is. */
static void take_turn(struct project_memos *t, const struct directory *sources,
                      const struct memo *m)
{
    const struct named *source = aet_refi_directory_find(sources, m->target);
    enum memo_form form = m->on == ON_PASSAGE ? AS_SELECTION : m->note.n ? AS_NOTE : AS_DESCRIPTION;

    if (!is_written(t->p, source, m)) {
        t->left++;
        return;
    }
    t->turns = aet_grow(t->turns, &t->cap, t->n, sizeof *t->turns);
    t->turns[t->n++] = (struct memo_turn){ source->rank, form, m };
}

static int by_read(const void *x, const void *y)
{
    const struct memo *const *a = x, *const *b = y;
    int order = aet_span_cmp((*a)->target, (*b)->target);

    return order ? order : (*a > *b) - (*a < *b);
}

/* Codes know their notes: those of one code stand beside each other. */
static void give_codes(struct project_memos *t, struct codebook *book)
{
    const struct memo **list = aet_calloc(t->p->memos_n + 1, sizeof *list);
    struct directory codes = { 0 };
    size_t n = 0;

    for (size_t i = 0; i < book->n; i++)
        aet_refi_directory_add(&codes, (struct named){ .guid = book->codes[i].read });
    aet_refi_directory_index(&codes, NULL, NULL);
    for (size_t i = 0; i < t->p->memos_n; i++)
        if (t->p->memos[i].on == ON_CODE)
            list[n++] = &t->p->memos[i];
    if (n)
        qsort(list, n, sizeof *list, by_read);
    for (size_t i = 0, end; i < n; i = end) {
        const struct named *code = aet_refi_directory_find(&codes, list[i]->target);
        struct buf notes = { 0 };

        for (end = i; end < n && aet_span_eq(list[end]->target, list[i]->target); end++)
            aet_buf_span(&notes, aet_refi_notes_of(t->notes, list[end]));
        if (code)
            book->codes[code->rank].notes = aet_arena_copy(&t->arena, aet_buf_view(&notes));
        aet_buf_free(&notes);
    }
    aet_refi_directory_free(&codes);
    aet_free(list);
}

/* The whole has one description; what else is said of it is a note. */
static void give_whole(struct project_memos *t, const struct memo *m)
{
    if (!m->note.n && !t->about.n)
        t->about = m->memo;
    else
        aet_buf_span(&t->whole, aet_refi_notes_of(t->notes, m));
}

void aet_refi_memos_init(struct project_memos *t, const struct project *p,
                         struct project_notes *notes, const struct directory *sources,
                         struct codebook *book)
{
    *t = (struct project_memos){ .p = p, .notes = notes };
    for (size_t i = 0; i < p->memos_n; i++) {
        const struct memo *m = &p->memos[i];

        if (m->on == ON_PROJECT)
            give_whole(t, m);
        else if (m->on != ON_CODE)
            take_turn(t, sources, m);
    }
    if (t->n)
        qsort(t->turns, t->n, sizeof *t->turns, by_turn);
    for (size_t i = 1; i < t->n; i++) /* a source has one description too */
        if (t->turns[i].form == AS_DESCRIPTION && t->turns[i - 1].source == t->turns[i].source)
            t->turns[i].form = AS_NOTE;
    give_codes(t, book);
}

void aet_refi_memos_free(struct project_memos *t)
{
    aet_free(t->turns);
    aet_buf_free(&t->whole);
    aet_arena_free(&t->arena);
}

static void put_note_ref(struct span guid, const char *indent, struct buf *out)
{
    aet_buf_str(out, indent);
    aet_buf_str(out, "<NoteRef");
    aet_xml_put(out, "targetGUID", guid);
    aet_buf_str(out, "/>\n");
}

static void put_description(struct span text, const char *indent, struct buf *out)
{
    aet_buf_str(out, indent);
    aet_buf_str(out, "<Description>");
    aet_xml_text(out, text);
    aet_buf_str(out, "</Description>\n");
}

/* The passage, with its memo; two memos of one passage are two selections. */
static void put_selection(struct project_memos *t, const struct memo *m,
                          const struct directory *users, struct buf *out)
{
    const struct named *user = aet_refi_directory_find(users, m->auteur);
    struct buf place = { 0 };

    aet_buf_span(&place, m->target);
    aet_buf_char(&place, ' ');
    aet_buf_int(&place, m->debut);
    aet_buf_char(&place, '-');
    aet_buf_int(&place, m->fin);
    aet_buf_char(&place, ' ');
    aet_buf_span(&place, m->memo);
    aet_buf_str(out, "      <PlainTextSelection");
    aet_xml_put(out, "guid",
                aet_refi_guid_fit(AET_LIT(""), "annotation", aet_buf_view(&place), &t->arena));
    aet_xml_put_number(out, "startPosition", (uint64_t)m->debut);
    aet_xml_put_number(out, "endPosition", (uint64_t)m->fin);
    if (user)
        aet_xml_put(out, "creatingUser", user->name);
    aet_buf_str(out, ">\n");
    if (m->note.n)
        put_note_ref(aet_refi_notes_of(t->notes, m), "        ", out);
    else
        put_description(m->memo, "        ", out);
    aet_buf_str(out, "      </PlainTextSelection>\n");
    aet_buf_free(&place);
}

void aet_refi_memos_put(struct project_memos *t, size_t source, enum memo_form form,
                        const struct directory *users, struct buf *out)
{
    for (; t->at < t->n && t->turns[t->at].source == source && t->turns[t->at].form == form;
         t->at++) {
        const struct memo *m = t->turns[t->at].memo;

        if (form == AS_DESCRIPTION)
            put_description(m->memo, "      ", out);
        else if (form == AS_SELECTION)
            put_selection(t, m, users, out);
        else
            put_note_ref(aet_refi_notes_of(t->notes, m), "      ", out);
    }
}

void aet_refi_memos_put_whole(const struct project_memos *t, struct buf *out)
{
    struct span notes = aet_buf_view(&t->whole);

    if (t->about.n)
        put_description(t->about, "  ", out);
    for (; notes.n >= GUID; notes = aet_span_from(notes, GUID))
        put_note_ref(aet_span(notes.p, GUID), "  ", out);
}
