/* `memos`: those of REFI-QDA projects as records, each with what it is of. */
#include "repa/verbs.h"

#include "flow/records.h"
#include "privacy/hiding.h"
#include "refi/project.h"
#include "repa/codes/project.h"
#include "repa/codes/sortie.h"
#include "repa/records.h"
#include "repa/rules.h"

/* What the memos are put through. */
struct memos_sortis {
    struct sortie o;
    struct project *p;
};

static struct span named(const struct directory *d, struct span guid, struct span otherwise)
{
    const struct named *found = aet_refi_directory_find(d, guid);

    return found ? found->name : otherwise;
}

/* The day of 2026-02-01T10:00:00Z. */
static struct span day_of(struct span date)
{
    enum { DAY = 10 };

    return date.n > DAY && date.p[DAY] == 'T' ? aet_span(date.p, DAY) : date;
}

/* A passage goes by its positions, or by what tells it. */
static void put_passage(struct sortie *o, int64_t debut, int64_t fin, struct span segment)
{
    struct buf at = { 0 };

    if (debut >= 0) {
        aet_buf_int(&at, debut);
        aet_buf_char(&at, '-');
        aet_buf_int(&at, fin);
    }
    aet_repa_sortie_put(o, MEM_PASSAGE, debut >= 0 ? aet_buf_view(&at) : segment);
    aet_buf_free(&at);
}

static void put_memo(struct sortie *o, const struct project *p, const struct memo *m)
{
    static const char *const sujets[] = { [ON_PROJECT] = "projet",
                                          [ON_SOURCE] = "source",
                                          [ON_CODE] = "code",
                                          [ON_PASSAGE] = "passage" };
    struct diag_place where = { .file = m->file, .line = m->line };

    aet_repa_sortie_put(o, MEM_SUJET, aet_span_z(sujets[m->on]));
    aet_repa_sortie_put(o, MEM_TITRE, m->titre);
    aet_repa_sortie_put(o, MEM_MEMO, m->memo);
    aet_repa_sortie_put(o, MEM_RECIT, m->recit);
    if (m->on == ON_PASSAGE)
        put_passage(o, m->debut, m->fin, m->segment);
    aet_repa_sortie_put(o, MEM_CITATION, m->texte);
    aet_repa_sortie_put(o, MEM_CODE,
                        m->on == ON_CODE ? named(&p->codes, m->target, AET_LIT("")) : AET_LIT(""));
    aet_repa_sortie_put(o, MEM_AUTEUR, named(&p->users, m->auteur, m->auteur));
    aet_repa_sortie_put(o, MEM_DATE, day_of(m->date));
    aet_repa_sortie_end(o, &where);
}

/* The note that the memo of a coding is, or NULL: it may be a description, or several in one. */
static const struct note *note_of(const struct project *p, const struct directory *texts,
                                  struct span memo)
{
    const struct named *found = aet_refi_directory_find(texts, memo);

    return found ? &p->notes[found->rank] : NULL;
}

static void put_coding(struct sortie *o, const struct project *p, const struct coding *c,
                       const struct note *note)
{
    struct diag_place where = { .file = c->file, .line = c->line };
    struct span who = note && note->auteur.n ? note->auteur : c->codeur;

    aet_repa_sortie_put(o, MEM_SUJET, AET_LIT("codage"));
    aet_repa_sortie_put(o, MEM_TITRE, note ? note->titre : AET_LIT(""));
    aet_repa_sortie_put(o, MEM_MEMO, c->memo);
    aet_repa_sortie_put(o, MEM_RECIT, c->recit);
    put_passage(o, c->debut, c->fin, c->segment);
    aet_repa_sortie_put(o, MEM_CITATION, c->texte);
    aet_repa_sortie_put(o, MEM_CODE, named(&p->codes, c->code, AET_LIT("")));
    aet_repa_sortie_put(o, MEM_AUTEUR, named(&p->users, who, who));
    aet_repa_sortie_put(o, MEM_DATE, note ? day_of(note->date) : AET_LIT(""));
    aet_repa_sortie_end(o, &where);
}

static void put_all(void *of, struct sortie *o)
{
    const struct project *p = of;
    struct directory texts = { 0 };

    for (size_t i = 0; o->learns && i < p->users.n; i++)
        aet_repa_sortie_put(o, MEM_AUTEUR, p->users.items[i].name);
    for (size_t i = 0; i < p->notes_n; i++)
        aet_refi_directory_add(&texts, (struct named){ .guid = p->notes[i].text });
    aet_refi_directory_index(&texts, NULL, NULL);
    for (size_t i = 0; i < p->memos_n; i++)
        put_memo(o, p, &p->memos[i]);
    for (size_t i = 0; i < p->n; i++)
        if (p->codings[i].memo.n)
            put_coding(o, p, &p->codings[i], note_of(p, &texts, p->codings[i].memo));
    aet_refi_directory_free(&texts);
}

static void make_all(void *of, const struct facts *none, struct derived *to)
{
    struct memos_sortis *x = of;

    (void)none; /* memos come from the project */
    x->o.to = to;
    put_all(x->p, &x->o);
}

static enum status write_memos(struct session *s, struct project *p)
{
    struct memos_sortis x = { .p = p };
    struct sink sink = AET_DERIVE(make_all, &x, &aet_repa_schema_memos);
    enum status st = STATUS_FAILED;

    aet_repa_sortie_init(&x.o, s, &aet_repa_schema_memos, MEM_CODE);
    if (aet_repa_sortie_learn(&x.o, put_all, p) && aet_run_made(s, &sink) != STATUS_FAILED)
        st = aet_repa_project_sum_up(s, p, x.o.written);
    aet_repa_sortie_free(&x.o);
    return st;
}

enum status aet_repa_memos(struct session *s)
{
    struct project p = { .n = 0 };
    enum status st = STATUS_FAILED;

    if (aet_repa_sortie_format(s, REP_MEMOS_FORMAT) &&
        aet_hiding_open(&s->hiding, &s->voice, &s->reading, NULL,
                        s->command.values[OPT_PSEUDONYMES], s->command.values[OPT_IDENTITES]) &&
        aet_repa_projects_read(s, &p, NULL))
        st = write_memos(s, &p);
    aet_refi_project_free(&p);
    return st;
}
