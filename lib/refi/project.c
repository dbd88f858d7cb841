/* What was read of projects becomes one. */
#include "refi/project.h"

#include "base/alloc.h"

struct speaker {
    struct project *p;
    const struct refi *q;
    const char *file; /* where no other place is known */
};

void aet_refi_project_say(struct project *p, const struct refi *q, const struct rule *rule,
                          const struct refi_place *place, struct span value, const char *expected)
{
    char *text = aet_span_dup(value);
    const struct text sought = { expected, expected };

    aet_refi_say(q, rule, place, text, expected ? &sought : NULL);
    p->errors += rule->gravity == ERREUR;
    p->warnings += rule->gravity == AVERTISSEMENT;
    aet_free(text);
}

static void renamed(void *to, const struct named *first, const struct named *again)
{
    struct speaker *x = to;
    const struct refi_place at = { again->file, again->line, again->column };
    char *kept = aet_span_dup(first->name);

    if (!aet_span_eq(first->name, again->name))
        aet_refi_project_say(x->p, x->q, x->q->rules->renamed, &at, again->name, kept);
    aet_free(kept);
}

static void homonyms(void *to, struct span name)
{
    struct speaker *x = to;
    const struct refi_place at = { x->file, 0, 0 };

    aet_refi_project_say(x->p, x->q, x->q->rules->homonyms, &at, name, NULL);
}

void aet_refi_project_close(struct project *p, const struct refi *q, const char *file)
{
    struct speaker x = { p, q, file };

    aet_refi_directory_index(&p->users, NULL, NULL);
    aet_refi_directory_part(&p->users, &p->arena, homonyms, &x);
    aet_refi_directory_index(&p->codes, renamed, &x);
    aet_refi_directory_part(&p->codes, &p->arena, NULL, NULL);
}

void aet_refi_project_free(struct project *p)
{
    aet_refi_directory_free(&p->users);
    aet_refi_directory_free(&p->codes);
    aet_names_free(&p->known);
    aet_names_free(&p->known_memos);
    aet_free(p->memos);
    aet_free(p->notes);
    aet_free(p->places);
    aet_free(p->sources);
    aet_free(p->codings);
    aet_arena_free(&p->arena);
}
