/* Writing the XML of a REFI-QDA project. */
#include "refi/project_write.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "io/markup.h"
#include "refi/guid.h"
#include "refi/project_memos.h"

/* Where a coding is written: in the order of the sources; selections first, then what is coded as a
 * whole, as the schema wants; then in the order of reading. */
struct turn {
    size_t source, coding;
    bool whole;
};

struct project_writing {
    const struct project *p;
    const struct project_texts *texts;
    struct buf *out;
    struct arena arena;
    /* of what a thing is called in the project, the GUID it is written with, as `name` */
    struct directory users, codes;
    struct directory sources; /* GUID to rank */
    struct project_notes notes;
    struct turn *turns;
    size_t turns_n, turns_cap;
    struct project_memos memos;
};

static struct span fit(struct project_writing *w, struct span guid, const char *kind,
                       struct span what)
{
    return aet_refi_guid_fit(guid, kind, what, &w->arena);
}

static struct span found(const struct directory *d, struct span key)
{
    const struct named *n = aet_refi_directory_find(d, key);

    return n ? n->name : AET_LIT("");
}

/* --- what things are called ------------------------------------------------------------------- */

/* The GUID in the key of one of the project's people. */
static struct span guid_of(struct span key)
{
    return aet_span(key.p, aet_span_find(key, AET_LIT("\n")));
}

/* Somebody who is not among the people of the project. */
static void call_stranger(struct project_writing *w, struct span key)
{
    if (key.n && !aet_refi_directory_find(&w->p->users, key))
        aet_refi_directory_add(
            &w->users,
            (struct named){ .guid = key, .name = fit(w, key, "personne", key), .apart = key });
}

/* People of one GUID and several names, whose keys stand beside each other, are several; who is not
 * among the people of the project is called by the GUID. */
static void call_users(struct project_writing *w)
{
    const struct project *p = w->p;

    for (size_t i = 0; i < p->users.n; i++) {
        const struct named *user = &p->users.items[i];
        struct span guid = guid_of(user->guid);

        if (i && aet_span_eq(guid, guid_of(user[-1].guid)))
            guid = AET_LIT("");
        aet_refi_directory_add(&w->users,
                               (struct named){ .guid = user->guid,
                                               .name = fit(w, guid, "personne", user->guid),
                                               .apart = user->name });
    }
    for (size_t i = 0; i < p->n; i++)
        call_stranger(w, p->codings[i].codeur);
    for (size_t i = 0; i < p->memos_n; i++)
        call_stranger(w, p->memos[i].auteur);
    for (size_t i = 0; i < p->notes_n; i++)
        if (p->notes[i].used)
            call_stranger(w, p->notes[i].auteur);
    aet_refi_directory_index(&w->users, NULL, NULL);
}

static void call_codes(struct project_writing *w, const struct codebook *book)
{
    for (size_t i = 0; i < book->n; i++)
        aet_refi_directory_add(
            &w->codes, (struct named){ .guid = book->codes[i].read, .name = book->codes[i].guid });
    aet_refi_directory_index(&w->codes, NULL, NULL);
}

static void call_sources(struct project_writing *w)
{
    for (size_t i = 0; i < w->p->sources_n; i++)
        aet_refi_directory_add(&w->sources, (struct named){ .guid = w->p->sources[i].guid });
    aet_refi_directory_index(&w->sources, NULL, NULL);
}

/* --- the order -------------------------------------------------------------------------------- */

static int by_turn(const void *x, const void *y)
{
    const struct turn *a = x, *b = y;

    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    if (a->whole != b->whole)
        return a->whole ? 1 : -1;
    return (a->coding > b->coding) - (a->coding < b->coding);
}

/* Answers how many have no turn. */
static size_t take_turns(struct project_writing *w)
{
    size_t left = 0;

    for (size_t i = 0; i < w->p->n; i++) {
        const struct coding *c = &w->p->codings[i];
        const struct named *source = aet_refi_directory_find(&w->sources, c->source);

        if (!c->plain || !source) {
            left++;
            continue;
        }
        w->turns = aet_grow(w->turns, &w->turns_cap, w->turns_n, sizeof *w->turns);
        w->turns[w->turns_n++] = (struct turn){ source->rank, i, c->debut < 0 };
    }
    if (w->turns_n)
        qsort(w->turns, w->turns_n, sizeof *w->turns, by_turn);
    return left;
}

/* --- elements --------------------------------------------------------------------------------- */

static void put_users(struct project_writing *w)
{
    if (!w->users.n)
        return;
    aet_buf_str(w->out, "  <Users>\n");
    for (size_t i = 0; i < w->users.n; i++) {
        aet_buf_str(w->out, "    <User");
        aet_xml_put(w->out, "guid", w->users.items[i].name);
        aet_xml_put(w->out, "name", w->users.items[i].apart);
        aet_buf_str(w->out, "/>\n");
    }
    aet_buf_str(w->out, "  </Users>\n");
}

static void put_codes(struct project_writing *w, const struct codebook *book)
{
    if (!book->n)
        return;
    aet_buf_str(w->out, "  <CodeBook>\n    <Codes>\n");
    aet_refi_codebook_tree(book, 3, w->out);
    aet_buf_str(w->out, "    </Codes>\n  </CodeBook>\n");
}

static void put_coder(struct project_writing *w, const struct coding *c)
{
    if (c->codeur.n)
        aet_xml_put(w->out, "creatingUser", found(&w->users, c->codeur));
}

/* A coding; its GUID says what it says, and is there once. */
static void put_coding(struct project_writing *w, const struct coding *c, struct span on,
                       const char *indent)
{
    struct buf what = { 0 };
    struct span code = found(&w->codes, c->code);

    aet_buf_span(&what, on);
    aet_buf_char(&what, ' ');
    aet_buf_span(&what, code);
    aet_buf_char(&what, ' ');
    aet_buf_span(&what, found(&w->users, c->codeur));
    aet_buf_str(w->out, indent);
    aet_buf_str(w->out, "<Coding");
    aet_xml_put(w->out, "guid", fit(w, AET_LIT(""), "codage", aet_buf_view(&what)));
    put_coder(w, c);
    aet_buf_str(w->out, "><CodeRef");
    aet_xml_put(w->out, "targetGUID", code);
    aet_buf_str(w->out, "/>");
    if (c->memo.n) {
        aet_buf_str(w->out, "<NoteRef");
        aet_xml_put(w->out, "targetGUID", aet_refi_notes_of_coding(&w->notes, c->memo));
        aet_buf_str(w->out, "/>");
    }
    aet_buf_str(w->out, "</Coding>\n");
    aet_buf_free(&what);
}

static bool same_place(const struct coding *a, const struct coding *b)
{
    return aet_span_eq(a->segment, b->segment) && a->debut == b->debut && a->fin == b->fin;
}

/* A selection with the codings of one place, from the turn `i`; answers the turn behind them. */
static size_t put_selection(struct project_writing *w, size_t i)
{
    const struct coding *all = w->p->codings, *first = &all[w->turns[i].coding];
    struct buf place = { 0 };
    struct span guid;

    aet_buf_span(&place, first->source);
    aet_buf_char(&place, ' ');
    aet_buf_span(&place, first->segment);
    guid = fit(w, first->segment, "selection", aet_buf_view(&place));
    aet_buf_str(w->out, "      <PlainTextSelection");
    aet_xml_put(w->out, "guid", guid);
    aet_xml_put_number(w->out, "startPosition", (uint64_t)first->debut);
    aet_xml_put_number(w->out, "endPosition", (uint64_t)first->fin);
    put_coder(w, first);
    aet_buf_str(w->out, ">\n");
    for (; i < w->turns_n && !w->turns[i].whole; i++) {
        const struct coding *c = &all[w->turns[i].coding];

        if (!aet_span_eq(c->source, first->source) || !same_place(c, first))
            break;
        put_coding(w, c, guid, "        ");
    }
    aet_buf_str(w->out, "      </PlainTextSelection>\n");
    aet_buf_free(&place);
    return i;
}

/* Copies of the project have the source too: one of them has its text. */
static const struct source *with_text(const struct project *p, const struct source *s)
{
    const struct source *end = p->sources + p->sources_n;

    for (const struct source *o = s; o < end; o++)
        if (o->ready && aet_span_eq(o->guid, s->guid))
            return o;
    return NULL;
}

/* The text of a source: in the XML, or at its path. */
static void put_text(struct project_writing *w, const struct source *s, size_t rank,
                     struct span guid)
{
    const struct source *text = with_text(w->p, s);
    struct buf path = { 0 };

    if (text && w->texts) {
        aet_buf_str(&path, "internal://");
        aet_buf_span(&path, guid);
        aet_buf_str(&path, ".txt");
        aet_xml_put(w->out, "plainTextPath", aet_buf_view(&path));
        aet_buf_clear(&path);
        aet_buf_str(&path, "Sources/");
        aet_buf_span(&path, guid);
        aet_buf_str(&path, ".txt");
        w->texts->put(w->texts->to, aet_buf_z(&path), text->text);
    }
    aet_buf_str(w->out, ">\n");
    aet_refi_memos_put(&w->memos, rank, AS_DESCRIPTION, &w->users, w->out);
    if (text && !w->texts) {
        aet_buf_str(w->out, "      <PlainTextContent>");
        aet_xml_text(w->out, text->text);
        aet_buf_str(w->out, "</PlainTextContent>\n");
    }
    aet_buf_free(&path);
}

/* One source with its turns, from `i` on; answers the turn behind them. */
static size_t put_source(struct project_writing *w, size_t rank, size_t i)
{
    const struct source *s = &w->p->sources[rank];
    struct span guid = fit(w, s->guid, "source", s->guid.n ? s->guid : s->name);

    aet_buf_str(w->out, "    <TextSource");
    aet_xml_put(w->out, "guid", guid);
    aet_xml_put(w->out, "name", s->name);
    put_text(w, s, rank, guid);
    while (i < w->turns_n && w->turns[i].source == rank && !w->turns[i].whole)
        i = put_selection(w, i);
    aet_refi_memos_put(&w->memos, rank, AS_SELECTION, &w->users, w->out);
    for (; i < w->turns_n && w->turns[i].source == rank; i++)
        put_coding(w, &w->p->codings[w->turns[i].coding], guid, "      ");
    aet_refi_memos_put(&w->memos, rank, AS_NOTE, &w->users, w->out);
    aet_buf_str(w->out, "    </TextSource>\n");
    return i;
}

static bool is_text(const struct source *s)
{
    return aet_span_eq(s->kind, AET_LIT("TextSource"));
}

static void put_sources(struct project_writing *w)
{
    bool any = false;
    size_t i = 0;

    for (size_t rank = 0; rank < w->p->sources_n; rank++) {
        const struct source *s = &w->p->sources[rank];
        const struct named *first = aet_refi_directory_find(&w->sources, s->guid);

        if (!is_text(s) || !first || first->rank != rank)
            continue;
        aet_buf_str(w->out, any ? "" : "  <Sources>\n");
        any = true;
        i = put_source(w, rank, i);
    }
    aet_buf_str(w->out, any ? "  </Sources>\n" : "");
}

static void put_head(struct project_writing *w, const char *origin)
{
    aet_buf_str(w->out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                        "<Project xmlns=\"urn:QDA-XML:project:1.0\" "
                        "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                        "xsi:schemaLocation=\"urn:QDA-XML:project:1.0 "
                        "http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd\"");
    aet_xml_put(w->out, "name", w->p->name);
    aet_xml_put(w->out, "origin", aet_span_z(origin));
    aet_buf_str(w->out, ">\n");
}

size_t aet_refi_project_write(const struct project *p, struct codebook *book, const char *origin,
                              const struct project_texts *texts, struct buf *out)
{
    struct project_writing w = { .p = p, .texts = texts, .out = out };
    size_t left;

    call_users(&w);
    call_codes(&w, book);
    call_sources(&w);
    left = take_turns(&w);
    aet_refi_notes_init(&w.notes, p);
    aet_refi_memos_init(&w.memos, p, &w.notes, &w.sources, book);
    left += w.memos.left;
    put_head(&w, origin);
    put_users(&w);
    put_codes(&w, book);
    put_sources(&w);
    aet_refi_notes_put(&w.notes, &w.users, out);
    aet_refi_codebook_sets(book, "targetGUID", out);
    aet_refi_memos_put_whole(&w.memos, out);
    aet_buf_str(out, "</Project>\n");
    aet_refi_directory_free(&w.users);
    aet_refi_directory_free(&w.codes);
    aet_refi_directory_free(&w.sources);
    aet_refi_memos_free(&w.memos);
    aet_refi_notes_free(&w.notes);
    aet_free(w.turns);
    aet_arena_free(&w.arena);
    return left;
}
