/* Collecting and writing notes. */
#include "refi/project_notes.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "io/markup.h"
#include "refi/guid.h"

void aet_refi_notes_init(struct project_notes *t, const struct project *p)
{
    *t = (struct project_notes){ .p = p };
    for (size_t i = 0; i < p->notes_n; i++)
        aet_refi_directory_add(&t->texts, (struct named){ .guid = p->notes[i].text });
    aet_refi_directory_index(&t->texts, NULL, NULL);
}

void aet_refi_notes_free(struct project_notes *t)
{
    aet_refi_directory_free(&t->texts);
    aet_names_free(&t->guids);
    aet_free(t->list);
    aet_arena_free(&t->arena);
}

static bool same(const struct note *a, const struct note *b)
{
    return aet_span_eq(a->text, b->text) && aet_span_eq(a->titre, b->titre);
}

/* The note under that GUID, unless another one has it. */
static bool register_as(struct project_notes *t, struct note note, struct span guid)
{
    size_t before = t->guids.n;
    uint32_t id = aet_names_id(&t->guids, guid);

    if (id < before)
        return same(&t->list[id], &note);
    note.guid = guid;
    t->list = aet_grow(t->list, &t->cap, t->n, sizeof *t->list);
    t->list[t->n++] = note;
    return true;
}

/* Notes of several files may share a GUID and say different things: what they say tells them apart.
 */
static struct span registered(struct project_notes *t, struct note note)
{
    struct span guid = aet_refi_guid_fit(note.guid, "memo", note.text, &t->arena);
    struct buf what = { 0 };

    if (register_as(t, note, guid))
        return guid;
    aet_buf_span(&what, note.titre);
    aet_buf_char(&what, '\n');
    aet_buf_span(&what, note.text);
    guid = aet_refi_guid_fit(AET_LIT(""), "note", aet_buf_view(&what), &t->arena);
    aet_buf_free(&what);
    (void)register_as(t, note, guid); /* says the same if it is there */
    return guid;
}

/* A note is called by its first line. */
static struct span title(struct span memo)
{
    enum { TITLE = 60 };
    size_t n = 0;

    while (n < memo.n && memo.p[n] != '\n' &&
           (n < TITLE || ((unsigned char)memo.p[n] & 0xC0) == 0x80))
        n++;
    return aet_span(memo.p, n);
}

struct span aet_refi_notes_of_coding(struct project_notes *t, struct span memo)
{
    const struct named *read = aet_refi_directory_find(&t->texts, memo);

    if (read)
        return registered(t, t->p->notes[read->rank]);
    return registered(t, (struct note){ .titre = title(memo), .text = memo });
}

struct span aet_refi_notes_of(struct project_notes *t, const struct memo *m)
{
    return registered(t,
                      (struct note){ .guid = m->note,
                                     .titre = m->titre.n || m->note.n ? m->titre : title(m->memo),
                                     .text = m->memo,
                                     .auteur = m->auteur,
                                     .date = m->date });
}

static int by_guid(const void *x, const void *y)
{
    return aet_span_cmp(((const struct note *)x)->guid, ((const struct note *)y)->guid);
}

static void put_optional(struct buf *out, const char *name, struct span value)
{
    if (value.n)
        aet_xml_put(out, name, value);
}

void aet_refi_notes_put(struct project_notes *t, const struct directory *users, struct buf *out)
{
    if (!t->n)
        return;
    qsort(t->list, t->n, sizeof *t->list, by_guid);
    aet_buf_str(out, "  <Notes>\n");
    for (size_t i = 0; i < t->n; i++) {
        const struct note *note = &t->list[i];
        const struct named *user = aet_refi_directory_find(users, note->auteur);

        aet_buf_str(out, "    <Note");
        aet_xml_put(out, "guid", note->guid);
        put_optional(out, "name", note->titre);
        put_optional(out, "creatingUser", user ? user->name : AET_LIT(""));
        put_optional(out, "creationDateTime", note->date);
        aet_buf_str(out, "><PlainTextContent>");
        aet_xml_text(out, note->text);
        aet_buf_str(out, "</PlainTextContent></Note>\n");
    }
    aet_buf_str(out, "  </Notes>\n");
}
