/* `segments`: the codings of REFI-QDA projects (.qde, .qdpx) as segment records. */
#include "refi/project.h"
#include "repa/codes/project.h"
#include "repa/codes/sortie.h"
#include "repa/records.h"
#include "repa/rules.h"
#include "repa/verbs.h"
#include "privacy/hiding.h"
#include "flow/records.h"

static struct span coder(const struct project *p, const struct coding *c)
{
    const struct named *user = aet_refi_directory_find(&p->users, c->codeur);

    return user ? user->name : c->codeur;
}

static struct span code(const struct project *p, const struct coding *c)
{
    const struct named *found = aet_refi_directory_find(&p->codes, c->code);

    return found ? found->name : AET_LIT("");
}

static void put_coding(struct sortie *o, const struct project *p, const struct coding *c)
{
    struct diag_place where = { .file = c->file, .line = c->line };

    aet_repa_sortie_put(o, SEG_RECIT, c->recit);
    aet_repa_sortie_put(o, SEG_SEGMENT, c->segment);
    aet_repa_sortie_put(o, SEG_CODEUR, coder(p, c));
    aet_repa_sortie_put(o, SEG_CODE, code(p, c));
    aet_repa_sortie_put(o, SEG_TEXTE, c->texte);
    aet_repa_sortie_put_number(o, SEG_DEBUT, c->debut);
    aet_repa_sortie_put_number(o, SEG_FIN, c->fin);
    aet_repa_sortie_put_number(o, SEG_LONGUEUR, c->longueur);
    aet_repa_sortie_put(o, SEG_MEMO, c->memo);
    aet_repa_sortie_end(o, &where);
}

static void put_codings(void *of, struct sortie *o)
{
    const struct project *p = of;

    for (size_t i = 0; o->learns && i < p->users.n; i++)
        aet_repa_sortie_put(o, SEG_CODEUR, p->users.items[i].name);
    for (size_t i = 0; i < p->n; i++)
        put_coding(o, p, &p->codings[i]);
}

/* What the codings are put through. */
struct codages_sortis {
    struct sortie o;
    struct project *p;
};

static void make_all(void *of, const struct facts *none, struct derived *to)
{
    struct codages_sortis *x = of;

    (void)none; /* codings come from the project */
    x->o.to = to;
    put_codings(x->p, &x->o);
}

static enum status finish(struct session *s, struct project *p)
{
    struct codages_sortis x = { .p = p };
    struct sink sink = AET_DERIVE(make_all, &x, &aet_repa_schema_segments);
    enum status st;

    aet_repa_sortie_init(&x.o, s, &aet_repa_schema_segments, SEG_CODE);
    st = aet_repa_sortie_learn(&x.o, put_codings, p) ? aet_run_made(s, &sink) : STATUS_FAILED;
    if (st != STATUS_FAILED) {
        if (p->memos_n)
            aet_voice_note(&s->voice, &aet_repa_rule[REP_MEMOS_AILLEURS],
                           AET_WORDS(aet_word_uint("nombre", p->memos_n)));
        st = aet_repa_project_sum_up(s, p, x.o.written);
    }
    aet_repa_sortie_free(&x.o);
    return st;
}

/* A project again: the same people, codes, texts and codings, those of several files in one. */
static bool writes_project(const struct session *s)
{
    const char *format = aet_writing_format(&s->writing);

    return format && (strcmp(format, "qde") == 0 || strcmp(format, "qdpx") == 0);
}

static bool choose_format(struct session *s)
{
    return writes_project(s) ? aet_repa_project_can(s)
                             : aet_repa_sortie_format(s, REP_SEGMENTS_FORMAT);
}

enum status aet_repa_segments(struct session *s)
{
    const char *names = s->command.values[OPT_PSEUDONYMES];
    bool whole = writes_project(s);
    struct project p = { .keeps_texts = whole };
    struct project_books books = { .n = 0 };
    enum status st = STATUS_FAILED;

    if (choose_format(s) &&
        aet_hiding_open(&s->hiding, &s->voice, &s->reading, NULL, names,
                        s->command.values[OPT_IDENTITES]) &&
        aet_repa_projects_read(s, &p, whole ? &books : NULL))
        st = whole ? aet_repa_project_write(s, &p, &books) : finish(s, &p);
    aet_refi_project_free(&p);
    aet_repa_project_books_free(&books);
    return st;
}
