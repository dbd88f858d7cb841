/* Reading a REFI-QDA project. */
#include "refi/projet.h"

#include <errno.h>
#include <stdlib.h>

#include "refi/livre.h"
#include "repa/rules.h"
#include "refi/source_texte.h"

enum { PRISES_MAX = 8, PARENTS_MAX = 64, COURT = 8 };

/* A selection that is open: a PDF's may hold that of its text. */
struct prise {
    struct span segment, user;
    int64_t debut, fin;
    bool refused; /* its positions cannot be read: said */
};

struct lecture {
    struct projet *p;
    struct session *s;
    const char *folder;
    struct xml_place place;
    struct source_texte texte;
    struct span recit, source, codeur; /* the source that is open, its GUID; who coded */
    struct prise prises[PRISES_MAX];
    size_t prises_n, elements;
    struct span parents[PARENTS_MAX]; /* codes that are open: where they stand in the tree */
    size_t parents_n;
    size_t depth, source_depth; /* of elements; of the source that is open, 0: none */
    bool coding, quoting, told;
};

static struct span copy(struct lecture *x, const char *s)
{
    return aet_arena_copy(&x->p->arena, aet_span_z(s));
}

static struct span guid(struct lecture *x, const char *s)
{
    char plain[37];

    aet_guid_plain(s, plain);
    return copy(x, plain);
}

static struct span guid_at(struct lecture *x, const char **attributes, const char *name)
{
    return guid(x, aet_xml_attribute(attributes, name));
}

static void say(struct lecture *x, int rule, struct span valeur)
{
    char *text = aet_span_dup(valeur);

    aet_rep_file(x->s, rule, &x->place, text, NULL);
    x->p->errors += aet_rules_rep[rule].gravity == ERREUR;
    x->p->warnings += aet_rules_rep[rule].gravity == AVERTISSEMENT;
    aet_free(text);
}

static void enrol_user(struct lecture *x, const char **attributes)
{
    const char *name = aet_xml_attribute(attributes, "name");
    struct span id = guid_at(x, attributes, "guid");

    if (!name || !*name)
        name = aet_xml_attribute(attributes, "id");
    aet_annuaire_add(&x->p->users, (struct nomme){ id, name && *name ? copy(x, name) : id,
                                                   aet_span(id.p, id.n < COURT ? id.n : COURT) });
}

/* The way to it in the tree, "Contextes > Autre", tells two codes of one name apart. */
static void enrol_code(struct lecture *x, const char **attributes)
{
    const char *name = aet_xml_attribute(attributes, "name");
    struct span id = guid_at(x, attributes, "guid"), label = name && *name ? copy(x, name) : id;
    struct buf way = { 0 };

    if (x->parents_n && x->parents_n <= PARENTS_MAX) {
        aet_buf_span(&way, x->parents[x->parents_n - 1]);
        aet_buf_str(&way, AET_WAY);
    }
    aet_buf_span(&way, label);
    aet_annuaire_add(&x->p->codes,
                     (struct nomme){ id, label, aet_arena_copy(&x->p->arena, aet_buf_view(&way)) });
    if (x->parents_n < PARENTS_MAX)
        x->parents[x->parents_n] = x->p->codes.items[x->p->codes.n - 1].apart;
    x->parents_n++;
    aet_buf_free(&way);
}

static bool ends(const char *s, const char *end)
{
    size_t n = strlen(s), k = strlen(end);

    return n >= k && strcmp(s + n - k, end) == 0;
}

static bool is(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* The text of what is open, when a path names it and its folder was given. */
static void load(struct lecture *x, const char **attributes)
{
    const char *path = aet_xml_attribute(attributes, "plainTextPath");

    aet_source_texte_clear(&x->texte);
    if (!path || !x->folder)
        return;
    aet_source_texte_load(&x->texte, x->folder, path);
    if (x->texte.etat == TEXTE_ERREUR)
        aet_complain_system(&x->s->voice, path, errno);
    if (x->texte.etat == TEXTE_ILLISIBLE)
        say(x, REP_XML_SOURCE, x->recit);
    x->told = x->texte.etat == TEXTE_ERREUR || x->texte.etat == TEXTE_ILLISIBLE;
}

static void begin_source(struct lecture *x, const char **attributes)
{
    const char *name = aet_xml_attribute(attributes, "name");

    x->source_depth = x->depth;
    x->source = guid_at(x, attributes, "guid");
    x->recit = name && *name ? copy(x, name) : x->source;
    x->told = false;
    load(x, attributes);
}

/* A whole number of an attribute, or SANS_POSITION. */
static int64_t number(const char **attributes, const char *name)
{
    const char *v = aet_xml_attribute(attributes, name);
    char *end;
    long long n;

    if (!v || *v < '0' || *v > '9')
        return SANS_POSITION;
    errno = 0;
    n = strtoll(v, &end, 10);
    return *end || errno ? SANS_POSITION : (int64_t)n;
}

/* "page 3 10,20-100,200", "0-1500": attributes one after the other, or the GUID when one is not
 * there. Two people who marked the same place have different GUIDs. */
static struct span coordinates(struct lecture *x, const char **attributes, const char *const *parts)
{
    struct buf text = { 0 };
    struct span out;

    for (size_t i = 0; parts[i]; i += 2) {
        const char *v = aet_xml_attribute(attributes, parts[i + 1]);

        if (!v) {
            aet_buf_free(&text);
            return guid_at(x, attributes, "guid");
        }
        aet_buf_str(&text, parts[i]);
        aet_buf_str(&text, v);
    }
    out = aet_arena_copy(&x->p->arena, aet_buf_view(&text));
    aet_buf_free(&text);
    return out;
}

static struct span identify(struct lecture *x, const char *name, const char **attributes)
{
    static const char *const page[] = { "page ", "page",    " ", "firstX",  ",", "firstY",
                                        "-",     "secondX", ",", "secondY", NULL };
    static const char *const picture[] = { "",        "firstX", ",",       "firstY", "-",
                                           "secondX", ",",      "secondY", NULL };
    static const char *const recording[] = { "", "begin", "-", "end", NULL };
    static const char *const transcript[] = { "", "fromSyncPoint", "-", "toSyncPoint", NULL };

    if (is(name, "PDFSelection"))
        return coordinates(x, attributes, page);
    if (is(name, "PictureSelection"))
        return coordinates(x, attributes, picture);
    if (is(name, "AudioSelection") || is(name, "VideoSelection"))
        return coordinates(x, attributes, recording);
    if (is(name, "TranscriptSelection"))
        return coordinates(x, attributes, transcript);
    return guid_at(x, attributes, "guid");
}

static void refuse(struct lecture *x, struct prise *t, const char **attributes)
{
    const char *from = aet_xml_attribute(attributes, "startPosition");
    const char *to = aet_xml_attribute(attributes, "endPosition");
    struct buf text = { 0 };

    aet_buf_str(&text, from ? from : "");
    aet_buf_char(&text, '-');
    aet_buf_str(&text, to ? to : "");
    say(x, REP_XML_POSITION, aet_buf_view(&text));
    aet_buf_free(&text);
    t->refused = true;
}

static void begin_selection(struct lecture *x, const char *name, const char **attributes)
{
    bool text = is(name, "PlainTextSelection");
    struct prise *t = &x->prises[x->prises_n < PRISES_MAX ? x->prises_n : PRISES_MAX - 1];

    *t = (struct prise){ .segment = identify(x, name, attributes),
                         .user = guid_at(x, attributes, "creatingUser"),
                         .debut = text ? number(attributes, "startPosition") : SANS_POSITION,
                         .fin = text ? number(attributes, "endPosition") : SANS_POSITION };
    x->prises_n++;
    if (text && (t->debut < 0 || t->fin < t->debut))
        refuse(x, t, attributes);
}

/* The text of a selection, when it is at hand; what is not is said once a source. */
static struct span quote(struct lecture *x, const struct prise *t)
{
    struct span text;

    if (!t || t->debut < 0)
        return AET_LIT("");
    if (x->texte.etat != TEXTE_PRET) {
        if (!x->told)
            say(x, REP_XML_SANS_TEXTE, x->recit);
        x->told = true;
        return AET_LIT("");
    }
    if (!aet_source_texte_slice(&x->texte, (uint64_t)t->debut, (uint64_t)t->fin, &text)) {
        say(x, REP_XML_AU_DELA, t->segment);
        return AET_LIT("");
    }
    return aet_arena_copy(&x->p->arena, text);
}

/* The selection that is open, the `up`-th outwards; NULL: none. */
static const struct prise *prise(const struct lecture *x, size_t up)
{
    size_t n = x->prises_n < PRISES_MAX ? x->prises_n : PRISES_MAX;

    return n > up ? &x->prises[n - 1 - up] : NULL;
}

/* The text that positions are counted in: that of the source, or of a region of one of its pages,
 * "Rapport · page 2 10,20-100,40". */
static struct span whose_text(struct lecture *x)
{
    const struct prise *region = prise(x, 1);
    struct buf name = { 0 };
    struct span out;

    if (!region)
        return x->recit;
    aet_buf_span(&name, x->recit);
    aet_buf_str(&name, " · ");
    aet_buf_span(&name, region->segment);
    out = aet_arena_copy(&x->p->arena, aet_buf_view(&name));
    aet_buf_free(&name);
    return out;
}

static void add_coding(struct lecture *x, const char *target)
{
    struct projet *p = x->p;
    const struct prise *t = prise(x, 0);
    bool in_text = !t || t->debut >= 0;

    if (t && t->refused)
        return;
    p->codages = aet_grow(p->codages, &p->cap, p->n, sizeof *p->codages);
    p->codages[p->n++] = (struct codage){ .recit = whose_text(x),
                                          .segment = t ? t->segment : x->source,
                                          .codeur = x->codeur.n || !t ? x->codeur : t->user,
                                          .code = guid(x, target),
                                          .texte = quote(x, t),
                                          .debut = t ? t->debut : SANS_POSITION,
                                          .fin = t ? t->fin : SANS_POSITION,
                                          .longueur = in_text && x->texte.etat == TEXTE_PRET
                                                          ? (int64_t)x->texte.length
                                                          : SANS_POSITION,
                                          .line = x->place.line,
                                          .column = x->place.column };
}

/* Within a source: its text, its selections, its codings. */
static void open_in_source(struct lecture *x, const char *name, const char **attributes)
{
    if (is(name, "Representation") || is(name, "Transcript") || is(name, "TextDescription")) {
        load(x, attributes);
    } else if (ends(name, "Selection")) {
        begin_selection(x, name, attributes);
    } else if (is(name, "Coding")) {
        x->coding = true;
        x->codeur = guid_at(x, attributes, "creatingUser");
    } else if (is(name, "CodeRef") && x->coding) {
        add_coding(x, aet_xml_attribute(attributes, "targetGUID"));
    } else if (is(name, "PlainTextContent")) {
        aet_source_texte_clear(&x->texte);
        x->quoting = true;
    }
}

static bool on_open(void *to, const char *name, const char **attributes)
{
    struct lecture *x = to;

    x->depth++;
    if (x->elements++ == 0 && !is(name, "Project")) {
        aet_rep_file(x->s, REP_XML_RACINE, &x->place, name,
                     x->s->voice.lang == LANG_FR ? "un projet REFI-QDA" : "a REFI-QDA project");
        return false;
    }
    if (x->source_depth)
        open_in_source(x, name, attributes);
    else if (is(name, "User"))
        enrol_user(x, attributes);
    else if (is(name, "Code"))
        enrol_code(x, attributes);
    else if (ends(name, "Source"))
        begin_source(x, attributes);
    return true;
}

static void on_close(void *to, const char *name)
{
    struct lecture *x = to;

    if (x->quoting && is(name, "PlainTextContent")) {
        x->quoting = false;
        aet_source_texte_ready(&x->texte);
    } else if (is(name, "Coding")) {
        x->coding = false;
    } else if (x->prises_n && ends(name, "Selection")) {
        x->prises_n--;
    } else if (x->parents_n && is(name, "Code")) {
        x->parents_n--;
    } else if (x->depth == x->source_depth) {
        x->source_depth = 0;
        x->prises_n = 0;
    }
    x->depth--;
}

static void on_text(void *to, struct span text)
{
    struct lecture *x = to;

    if (x->quoting)
        aet_buf_span(&x->texte.text, text);
}

static void homonyms(void *to, struct span name)
{
    say(to, REP_XML_HOMONYMES, name);
}

bool aet_projet_read(struct projet *p, struct session *s, struct span text, const char *file,
                     const char *folder)
{
    static const struct xml_reader reader = { on_open, on_close, on_text };
    struct lecture x = { .p = p, .s = s, .folder = folder, .place = { file, 1, 1 } };
    bool ok = aet_xml_read(s, text, &reader, &x, &x.place);

    if (ok) {
        aet_annuaire_close(&p->users, &p->arena, homonyms, &x);
        aet_annuaire_close(&p->codes, &p->arena, NULL, NULL);
    }
    aet_source_texte_free(&x.texte);
    return ok;
}

void aet_projet_free(struct projet *p)
{
    aet_annuaire_free(&p->users);
    aet_annuaire_free(&p->codes);
    aet_free(p->codages);
    aet_arena_free(&p->arena);
}
