/* One file of a project, once it is read. */
#include "refi/project_file.h"

#include <stdlib.h>

#include "base/alloc.h"

struct speaker {
    struct project *p;
    const struct refi *q;
};

static void twice(void *to, const struct named *first, const struct named *again)
{
    struct speaker *x = to;
    const struct refi_place at = { again->file, again->line, again->column };
    char *kept = aet_span_dup(first->name);

    aet_refi_project_say(x->p, x->q, x->q->rules->twice, &at, again->name, kept);
    aet_free(kept);
}

/* --- memos ------------------------------------------------------------------------------------ */

static int by_guid(const void *x, const void *y)
{
    return aet_span_cmp(((const struct note *)x)->guid, ((const struct note *)y)->guid);
}

/* The note of that GUID, which something refers to; NULL: the file has none. */
static const struct note *refer_note(struct project_file *f, struct span guid)
{
    struct note key = { .guid = guid }, *found = NULL;

    if (guid.n && f->notes_n)
        found = bsearch(&key, f->notes, f->notes_n, sizeof *f->notes, by_guid);
    if (found)
        found->used = true;
    return found;
}

/* Behind what there is, on a line of its own; what is there already is not said again. */
static void add_memo(struct project *p, struct coding *c, struct span text)
{
    struct buf both = { 0 };

    if (!text.n || aet_span_find(c->memo, text) < c->memo.n)
        return;
    if (!c->memo.n) {
        c->memo = text;
        return;
    }
    aet_buf_span(&both, c->memo);
    aet_buf_char(&both, '\n');
    aet_buf_span(&both, text);
    c->memo = aet_arena_copy(&p->arena, aet_buf_view(&both));
    aet_buf_free(&both);
}

static void give_memos(struct project *p, struct project_file *f)
{
    if (f->notes_n)
        qsort(f->notes, f->notes_n, sizeof *f->notes, by_guid);
    for (size_t i = 0; i < f->links_n; i++) {
        const struct memo_link *l = &f->links[i];
        const struct note *note = l->note.n ? refer_note(f, l->note) : NULL;
        struct span text = note ? note->text : l->text;

        for (size_t k = l->first; k < l->end; k++)
            add_memo(p, &p->codings[k], text);
    }
}

/* What a memo says, and of what: copies of a project have it too, their passages by other GUIDs. */
static bool says_again(struct project *p, const struct memo *m)
{
    const struct span parts[] = { m->target, m->recit, m->titre, m->memo,
                                  m->debut >= 0 ? AET_LIT("") : m->segment };
    size_t before = p->known_memos.n;
    struct buf key = { 0 };

    aet_buf_int(&key, (int64_t)m->on);
    aet_buf_char(&key, ' ');
    aet_buf_int(&key, m->debut);
    aet_buf_char(&key, '-');
    aet_buf_int(&key, m->fin);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        aet_buf_char(&key, '\t');
        aet_buf_span(&key, parts[i]);
    }
    aet_names_id(&p->known_memos, aet_buf_view(&key));
    aet_buf_free(&key);
    return p->known_memos.n == before;
}

static struct span author(const struct project_file *f, struct span guid)
{
    const struct named *user = aet_refi_directory_find(&f->users, guid);

    return user ? user->apart : guid;
}

static void tell(struct memo *m, const struct note *note)
{
    m->titre = note->titre;
    m->memo = note->text;
    m->auteur = note->auteur;
    m->date = note->date;
}

/* Memos say what their notes say; a note that nothing refers to is one of the whole. What says
 * nothing, or the same again, is left out. */
static void settle_memos(struct project *p, struct project_file *f)
{
    size_t kept = f->first_memo;

    for (size_t i = f->first_memo; i < p->memos_n; i++) {
        const struct note *note = refer_note(f, p->memos[i].note);

        if (note)
            tell(&p->memos[i], note);
    }
    for (size_t i = 0; i < f->notes_n; i++) {
        if (f->notes[i].used)
            continue;
        p->memos = aet_grow(p->memos, &p->memos_cap, p->memos_n, sizeof *p->memos);
        p->memos[p->memos_n] = (struct memo){ .note = f->notes[i].guid,
                                              .debut = NO_POSITION,
                                              .fin = NO_POSITION,
                                              .file = f->notes[i].file,
                                              .line = f->notes[i].line };
        tell(&p->memos[p->memos_n++], &f->notes[i]);
    }
    for (size_t i = f->first_memo; i < p->memos_n; i++) {
        struct memo m = p->memos[i];

        m.auteur = author(f, m.auteur);
        if ((m.memo.n || m.titre.n) && !says_again(p, &m))
            p->memos[kept++] = m;
    }
    p->memos_n = kept;
}

/* The notes of the file are the project's. */
static void keep_notes(struct project *p, const struct project_file *f)
{
    for (size_t i = 0; i < f->notes_n; i++) {
        p->notes = aet_grow(p->notes, &p->notes_cap, p->notes_n, sizeof *p->notes);
        p->notes[p->notes_n] = f->notes[i];
        p->notes[p->notes_n].auteur = author(f, f->notes[i].auteur);
        p->notes_n++;
    }
}

/* --- one thing in several files --------------------------------------------------------------- */

/* People are known by GUID and name: in copies of one project made under one account, who coded may
 * have changed the name alone. */
static struct span user_key(struct project *p, const struct named *user)
{
    struct buf key = { 0 };
    struct span out;

    aet_buf_span(&key, user->guid);
    aet_buf_char(&key, '\n');
    aet_buf_span(&key, user->name);
    out = aet_arena_copy(&p->arena, aet_buf_view(&key));
    aet_buf_free(&key);
    return out;
}

/* What a coding says: the code, who gave it, where. Programs give the same passage another GUID in
 * each copy. */
static void identify(const struct coding *c, struct buf *key)
{
    const struct span parts[] = { c->code, c->codeur, c->source, c->recit };

    aet_buf_clear(key);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        aet_buf_span(key, parts[i]);
        aet_buf_char(key, '\t');
    }
    if (c->debut >= 0) {
        aet_buf_int(key, c->debut);
        aet_buf_char(key, '-');
        aet_buf_int(key, c->fin);
    } else {
        aet_buf_span(key, c->segment);
    }
}

/* Whether an earlier file, with codings before `first`, says the same. */
static bool known(struct project *p, const struct coding *c, size_t first, size_t place,
                  struct buf *key)
{
    size_t before = p->known.n;
    uint32_t id;

    identify(c, key);
    id = aet_names_id(&p->known, aet_buf_view(key));
    if (id >= before) {
        p->places = aet_grow(p->places, &p->places_cap, before, sizeof *p->places);
        p->places[before] = place;
        return false;
    }
    if (p->places[id] >= first)
        return false;
    add_memo(p, &p->codings[p->places[id]], c->memo);
    return true;
}

/* The code and the person of a coding as the project knows them. False: it has no such code. */
static bool refer(struct project *p, const struct refi *q, const struct project_file *f,
                  struct coding *c)
{
    const struct named *code = aet_refi_directory_find(&f->codes, c->code);
    const struct named *user = aet_refi_directory_find(&f->users, c->codeur);
    const struct refi_place at = { c->file, c->line, c->column };

    if (user)
        c->codeur = user->apart;
    if (!code)
        aet_refi_project_say(p, q, q->rules->no_code, &at, c->code, NULL);
    return code != NULL;
}

static void settle_codings(struct project *p, const struct refi *q, const struct project_file *f)
{
    struct buf key = { 0 };
    size_t kept = f->first;

    for (size_t i = f->first; i < p->n; i++) {
        struct coding c = p->codings[i];

        if (!refer(p, q, f, &c))
            continue;
        if (known(p, &c, f->first, kept, &key))
            p->common++;
        else
            p->codings[kept++] = c;
    }
    p->n = kept;
    aet_buf_free(&key);
}

void aet_refi_project_settle(struct project *p, const struct refi *q, struct project_file *f)
{
    struct speaker x = { p, q };

    give_memos(p, f);
    for (size_t i = 0; i < f->users.n; i++) {
        struct named user = f->users.items[i];

        f->users.items[i].apart = user.guid = user_key(p, &user);
        aet_refi_directory_add(&p->users, user);
    }
    aet_refi_directory_index(&f->users, NULL, NULL);
    aet_refi_directory_index(&f->codes, twice, &x);
    for (size_t i = 0; i < f->codes.n; i++)
        aet_refi_directory_add(&p->codes, f->codes.items[i]);
    settle_codings(p, q, f);
    settle_memos(p, f);
    keep_notes(p, f);
}

void aet_refi_project_memos(const struct refi *q, const char *file, size_t n)
{
    const struct refi_place at = { file, 0, 0 };
    struct word number = aet_word_uint("valeur", n);

    aet_refi_say(q, q->rules->memos, &at, number.digits, NULL);
}

void aet_refi_project_file_free(struct project_file *f)
{
    aet_refi_directory_free(&f->users);
    aet_refi_directory_free(&f->codes);
    aet_free(f->links);
    aet_free(f->notes);
}
