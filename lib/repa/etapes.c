/* Reading a calendar by the way of all records, with a source and a reader of its own. */
#include "repa/etapes.h"

#include <stdlib.h>

#include "record/facts.h"
#include "repa/rules.h"
#include "run/kinds.h"

enum { CAL_REGROUPEMENT, CAL_DATE, CAL_ETAPE, CAL_COUNT };

static const struct field fields[CAL_COUNT] = {
    [CAL_REGROUPEMENT] = { "regroupement",
                           { "Regroupement", "Group" },
                           "Milieu|RLP|Groupe|Communauté|Territoire",
                           TYPE_TEXT,
                           NULL,
                           NULL,
                           false },
    [CAL_DATE] = { "date", { "Date", "Date" }, "Jour", TYPE_DATE, NULL, NULL, false },
    [CAL_ETAPE] = { "etape",
                    { "Étape", "Step" },
                    "Étape du cycle",
                    TYPE_TERM,
                    "etapes",
                    &aet_rules_rep[REP_ETAPE],
                    false },
};
static const struct schema calendrier = {
    "repa", "calendrier", { "Rencontre datée", "Dated meeting" }, fields, CAL_COUNT
};

struct lecture {
    struct etapes *e;
    struct session *s;
    struct headings *headings;
    struct record_reader reader;
    struct resolver resolver;
    struct facts facts;
    struct arena arena;
    struct diags diags;
};

static void say(struct lecture *l, const struct slice *slice, const struct layout *layout)
{
    struct buf text = { 0 };

    for (size_t i = 0; i < l->diags.n; i++) {
        struct diag_place where = { layout->name, slice->line, 1, slice->number };

        if (l->s->json_diagnostics)
            aet_diag_json(&text, &l->diags.items[i], &where, l->s->lang);
        else
            aet_diag_text(&text, &l->diags.items[i], &where, l->s->lang, l->s->colour);
    }
    fwrite(text.p, 1, text.n, stderr);
    aet_buf_free(&text);
}

static void keep(struct lecture *l)
{
    struct span groupe = aet_fact_text(&l->facts, CAL_REGROUPEMENT);
    struct etapes *e = l->e;

    if (!l->facts.f[CAL_DATE].good || !l->facts.f[CAL_ETAPE].good)
        return;
    e->jours = aet_grow(e->jours, &e->cap, e->n, sizeof *e->jours);
    e->jours[e->n++] = (struct etape_datee){ groupe.n ? aet_names_id(&e->groupes, groupe) + 1 : 0,
                                             aet_date_days(l->facts.f[CAL_DATE].u.date),
                                             l->facts.f[CAL_ETAPE].u.row };
}

/* A meeting that cannot be read would move steps in silence: the whole calendar is refused. */
static bool read_block(struct lecture *l, const struct block *b)
{
    bool ok = true;

    for (size_t i = 0; i < b->n; i++) {
        struct record record;
        enum parsed p;

        aet_diags_clear(&l->diags);
        p = aet_record_parse(&l->reader, &b->slices[i], &record, &l->diags);
        if (p == PARSED) {
            aet_resolve(&l->resolver, &record, &l->facts, &l->diags);
            keep(l);
        }
        aet_record_done(&record);
        if (l->diags.errors) {
            say(l, &b->slices[i], b->layout);
            ok = false;
        }
    }
    return ok;
}

static int by_group_and_day(const void *x, const void *y)
{
    const struct etape_datee *a = x, *b = y;

    if (a->groupe != b->groupe)
        return a->groupe < b->groupe ? -1 : 1;
    if (a->jour != b->jour)
        return a->jour < b->jour ? -1 : 1;
    return a->etape < b->etape ? -1 : a->etape > b->etape;
}

static bool read_all(struct lecture *l, struct source *source)
{
    const struct layout *current = NULL;
    struct block b = { 0 };
    struct stop stop;
    enum source_status st;
    bool ok = true;

    while ((st = aet_source_next(source, &b, &stop)) == SOURCE_BLOCK) {
        struct span args[3];
        size_t column;

        if (b.layout != current) {
            const struct rule *wrong = aet_record_reader_file(&l->reader, b.layout, args, &column);

            current = b.layout;
            if (wrong) {
                struct diag_arg named[] = { { "valeur", args[0] },
                                            { "autre", args[1] },
                                            { "champ", args[2] } };

                aet_session_say(l->s, (int)(wrong - aet_rules_ent), current->name, 1, 1, named, 3);
                ok = false;
                break;
            }
        }
        ok &= read_block(l, &b);
    }
    if (st == SOURCE_STOP)
        aet_session_stop(l->s, &stop);
    aet_block_free(&b);
    return ok && st != SOURCE_STOP;
}

bool aet_etapes_read(struct etapes *e, struct session *s, const char *file,
                     const struct table *etapes)
{
    static const struct text empty = {
        "--etapes : « {valeur} » ne contient aucune rencontre datée avec son étape",
        "--etapes: “{valeur}” holds no dated meeting with its step"
    };
    struct matcher *matchers[CAL_COUNT] = { [CAL_ETAPE] = aet_matcher_new(etapes, NULL, 0) };
    struct lecture l = { .e = e, .s = s };
    struct source_options o = { .files = &file, .n = 1, .known = aet_headings_known };
    struct source *source;
    bool ok;

    *e = (struct etapes){ 0 };
    l.headings = aet_headings_new(&calendrier, NULL, 0);
    aet_record_reader_init(&l.reader, &calendrier, l.headings);
    l.resolver = (struct resolver){
        .schema = &calendrier, .matchers = matchers, .number = s->number, .dates = s->dates
    };
    l.diags = (struct diags){ .arena = &l.arena, .least = ERREUR };
    aet_facts_init(&l.facts, &calendrier);
    o.context = l.headings;
    source = aet_source_new(&o);
    ok = read_all(&l, source);
    if (e->n)
        qsort(e->jours, e->n, sizeof *e->jours, by_group_and_day);
    else if (ok)
        aet_complain(s, empty, file, "");
    aet_source_free(source);
    aet_facts_free(&l.facts);
    aet_buf_free(&l.resolver.scratch);
    aet_arena_free(&l.resolver.arena);
    aet_diags_free(&l.diags);
    aet_arena_free(&l.arena);
    aet_record_reader_free(&l.reader);
    aet_headings_free(l.headings);
    aet_matcher_free(matchers[CAL_ETAPE]);
    return ok && e->n;
}

/* The last step of a group that began on the day or before. */
static int32_t step_of(const struct etapes *e, uint32_t groupe, int32_t jour)
{
    size_t low = 0, high = e->n;

    while (low < high) {
        size_t mid = (low + high) / 2;
        const struct etape_datee *x = &e->jours[mid];

        if (x->groupe < groupe || (x->groupe == groupe && x->jour <= jour))
            low = mid + 1;
        else
            high = mid;
    }
    if (low == 0 || e->jours[low - 1].groupe != groupe)
        return NO_ROW;
    return e->jours[low - 1].etape;
}

int32_t aet_etapes_at(const struct etapes *e, struct span milieu, int32_t jour)
{
    uint32_t groupe = milieu.n ? aet_names_find(&e->groupes, milieu) : AET_NO_NAME;
    int32_t step = groupe == AET_NO_NAME ? NO_ROW : step_of(e, groupe + 1, jour);

    return step != NO_ROW ? step : step_of(e, 0, jour);
}

void aet_etapes_free(struct etapes *e)
{
    aet_names_free(&e->groupes);
    aet_free(e->jours);
    *e = (struct etapes){ 0 };
}
