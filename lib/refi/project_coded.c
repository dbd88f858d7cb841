/* Selections, what is coded in them, and memos. */
#include "refi/project_coded.h"

#include "base/alloc.h"

struct selection *aet_refi_coded_selection(struct project_reading *x, size_t up)
{
    size_t n = x->selections_n < SELECTIONS_MAX ? x->selections_n : SELECTIONS_MAX;

    return n > up ? &x->selections[n - 1 - up] : NULL;
}

void aet_refi_coded_begin(struct project_reading *x, const char *name, const char **attributes)
{
    struct selection *t =
        &x->selections[x->selections_n < SELECTIONS_MAX ? x->selections_n : SELECTIONS_MAX - 1];
    struct buf wrong = { 0 };

    *t = aet_refi_selection(name, attributes, &x->p->arena, &wrong);
    t->first = x->p->n;
    x->selections_n++;
    if (t->refused)
        aet_refi_reading_say(x, x->q->rules->position, aet_buf_view(&wrong), NULL);
    aet_buf_free(&wrong);
}

/* Where the text of the source was sought. */
static void say_no_text(struct project_reading *x)
{
    struct buf sought = { 0 };

    if (x->told)
        return;
    x->told = true;
    if (x->path) {
        aet_buf_str(&sought, "Sources/");
        aet_buf_str(&sought, aet_refi_shelf_name(x->path));
    }
    aet_refi_reading_say(x, x->q->rules->no_text, x->source.name,
                         x->path ? aet_buf_z(&sought) : "PlainTextContent");
    aet_buf_free(&sought);
}

/* The text of a selection, when it is at hand; what is not is said once a source. */
static struct span quote(struct project_reading *x, const struct selection *t)
{
    struct span text;

    if (!t || t->debut < 0)
        return AET_LIT("");
    if (x->text.state != TEXT_READY) {
        say_no_text(x);
        return AET_LIT("");
    }
    if (!aet_refi_source_text_slice(&x->text, (uint64_t)t->debut, (uint64_t)t->fin, &text)) {
        aet_refi_reading_say(x, x->q->rules->beyond, t->segment, NULL);
        return AET_LIT("");
    }
    return aet_arena_copy(&x->p->arena, text);
}

/* The text that positions are counted in: that of the source, or of a region of one of its pages,
 * "Rapport · page 2 10,20-100,40". */
static struct span whose_text(struct project_reading *x)
{
    const struct selection *region = aet_refi_coded_selection(x, 1);
    struct buf name = { 0 };
    struct span out;

    if (!region)
        return x->source.name;
    aet_buf_span(&name, x->source.name);
    aet_buf_str(&name, " · ");
    aet_buf_span(&name, region->segment);
    out = aet_arena_copy(&x->p->arena, aet_buf_view(&name));
    aet_buf_free(&name);
    return out;
}

void aet_refi_coded_add(struct project_reading *x, const char **attributes)
{
    struct project *p = x->p;
    const struct selection *t = aet_refi_coded_selection(x, 0);
    bool in_text = !t || t->debut >= 0;
    bool ready = x->text.state == TEXT_READY;

    if (t && t->refused)
        return;
    p->codings = aet_grow(p->codings, &p->cap, p->n, sizeof *p->codings);
    p->codings[p->n++] =
        (struct coding){ .recit = whose_text(x),
                         .segment = t ? t->segment : x->source.guid,
                         .codeur = x->codeur.n || !t ? x->codeur : t->user,
                         .code = aet_refi_reading_guid(x, attributes, "targetGUID"),
                         .texte = quote(x, t),
                         .memo = AET_LIT(""),
                         .debut = t ? t->debut : NO_POSITION,
                         .fin = t ? t->fin : NO_POSITION,
                         .longueur = in_text && ready ? (int64_t)x->text.length : NO_POSITION,
                         .source = x->source.guid,
                         .plain = in_text && !aet_refi_coded_selection(x, 1) &&
                                  aet_span_eq(x->source.kind, AET_LIT("TextSource")),
                         .file = x->place.file,
                         .line = x->place.line,
                         .column = x->place.column };
}

void aet_refi_coded_memo(struct project_reading *x, struct memo m)
{
    struct project *p = x->p;

    m.file = x->place.file;
    m.line = x->place.line;
    m.column = x->place.column;
    p->memos = aet_grow(p->memos, &p->memos_cap, p->memos_n, sizeof *p->memos);
    p->memos[p->memos_n++] = m;
}

struct memo aet_refi_coded_of_source(struct project_reading *x)
{
    return (struct memo){ .on = ON_SOURCE,
                          .target = x->source.guid,
                          .recit = x->source.name,
                          .debut = NO_POSITION,
                          .fin = NO_POSITION };
}

/* Of a passage that nobody coded. */
static void add_passage_memo(struct project_reading *x, const struct selection *t, struct span note,
                             struct span text)
{
    struct memo m = aet_refi_coded_of_source(x);

    if (t->refused)
        return;
    m.on = ON_PASSAGE;
    m.recit = whose_text(x);
    m.segment = t->segment;
    m.texte = quote(x, t);
    m.debut = t->debut;
    m.fin = t->fin;
    m.note = note;
    m.memo = text;
    m.auteur = t->user;
    aet_refi_coded_memo(x, m);
}

void aet_refi_coded_link(struct project_reading *x, struct span note, struct span text)
{
    struct project_file *f = &x->file;
    const struct selection *t = aet_refi_coded_selection(x, 0);
    size_t first = x->coding || !t ? x->coded : t->first;

    if (!x->coding && !t) {
        struct memo m = aet_refi_coded_of_source(x);

        m.note = note;
        aet_refi_coded_memo(x, m);
    } else if (!x->coding && t->first == x->p->n) {
        add_passage_memo(x, t, note, text);
    } else {
        f->links = aet_grow(f->links, &f->links_cap, f->links_n, sizeof *f->links);
        f->links[f->links_n++] =
            (struct memo_link){ .first = first, .end = x->p->n, .note = note, .text = text };
    }
}
