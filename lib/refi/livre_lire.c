/* Reading a codebook: REFI-QDA .qdc, or the CSV that Taguette exports. */
#include "base/fold.h"
#include "repa/check.h"
#include "refi/livre.h"
#include "repa/rules.h"
#include "refi/xml.h"
#include "flow/annexe.h"

enum { PROFONDEUR = 256, ID_MAX = 60 };

struct lecture {
    struct livre *l;
    struct session *s;
    struct xml_place place;
    int32_t stack[PROFONDEUR]; /* codes that are open */
    size_t depth, elements;
    bool describing;
    struct buf text;
};

static struct span keep(struct livre *l, const char *s)
{
    return aet_arena_copy(&l->arena, aet_span_z(s));
}

static bool taken(const struct livre *l, struct span id)
{
    for (size_t i = 0; i + 1 < l->n; i++)
        if (aet_span_eq(l->codes[i].id, id))
            return true;
    return false;
}

/* `lecture-du-groupe`, with a number when another code has it. */
static struct span make_id(struct livre *l, struct span label)
{
    struct buf folded = { 0 }, id = { 0 };
    struct span kept;
    size_t stem;

    aet_fold(label, &folded);
    for (size_t i = 0; i < folded.n && id.n < ID_MAX; i++) {
        char c = folded.p[i];

        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            aet_buf_char(&id, c);
        else if (id.n && id.p[id.n - 1] != '-')
            aet_buf_char(&id, '-');
    }
    while (id.n && id.p[id.n - 1] == '-')
        id.n--;
    if (!id.n)
        aet_buf_str(&id, "code");
    stem = id.n;
    for (uint64_t k = 2; taken(l, aet_buf_view(&id)); k++) {
        id.n = stem;
        aet_buf_char(&id, '-');
        aet_buf_uint(&id, k);
    }
    kept = aet_arena_copy(&l->arena, aet_buf_view(&id));
    aet_buf_free(&folded);
    aet_buf_free(&id);
    return kept;
}

/* Eight, four, four, four and twelve hexadecimal digits. */
static bool is_guid(const char *s)
{
    size_t n = 0;

    for (; s[n]; n++) {
        bool dash = n == 8 || n == 13 || n == 18 || n == 23;

        if (n > 35 || (dash ? s[n] != '-' : !strchr("0123456789abcdef", s[n])))
            return false;
    }
    return n == 36;
}

/* What an export without a GUID, or with another kind of id, is given: always the same. */
static void own_guid(struct span id, char out[37])
{
    struct buf name = { 0 };

    aet_buf_str(&name, "urn:aet:repa:lu:");
    aet_buf_span(&name, id);
    aet_guid_derive(aet_buf_view(&name), out);
    aet_buf_free(&name);
}

static void begin_code(struct lecture *x, const char **attributes)
{
    const char *name = aet_xml_attribute(attributes, "name");
    const char *guid = aet_xml_attribute(attributes, "guid");
    const char *colour = aet_xml_attribute(attributes, "color");
    const char *codable = aet_xml_attribute(attributes, "isCodable");
    struct code *c = aet_livre_add(x->l);
    char plain[37];

    aet_guid_plain(guid, plain);
    c->name = c->label = keep(x->l, name ? name : plain);
    c->colour = keep(x->l, colour ? colour : "");
    c->groups = codable && strcmp(codable, "false") == 0;
    c->parent = x->depth && x->depth <= PROFONDEUR ? x->stack[x->depth - 1] : SANS_PARENT;
    c->id = make_id(x->l, c->label);
    if (!is_guid(plain))
        own_guid(c->id, plain);
    c->guid = keep(x->l, plain);
    if (x->depth < PROFONDEUR)
        x->stack[x->depth] = (int32_t)x->l->n - 1;
    x->depth++;
}

static bool on_open(void *to, const char *name, const char **attributes)
{
    struct lecture *x = to;

    if (x->elements++ == 0 && strcmp(name, "CodeBook") != 0 && strcmp(name, "Project") != 0) {
        aet_rep_file(x->s, REP_XML_RACINE, &x->place, name,
                     x->s->voice.lang == LANG_FR ? "un livre de codes REFI-QDA"
                                                 : "a REFI-QDA codebook");
        return false;
    }
    if (strcmp(name, "Code") == 0)
        begin_code(x, attributes);
    x->describing = x->depth && strcmp(name, "Description") == 0;
    if (x->describing)
        aet_buf_clear(&x->text);
    return true;
}

static void on_close(void *to, const char *name)
{
    struct lecture *x = to;

    if (x->describing && strcmp(name, "Description") == 0 && x->depth <= PROFONDEUR)
        x->l->codes[x->stack[x->depth - 1]].description = aet_arena_copy(
            &x->l->arena, aet_span_trim(aet_buf_view(&x->text)));
    x->describing = false;
    if (strcmp(name, "Code") == 0)
        x->depth--;
}

static void on_text(void *to, struct span text)
{
    struct lecture *x = to;

    if (x->describing)
        aet_buf_span(&x->text, text);
}

/* Labels and ids are what segments are matched by: those that several codes share give way to the
 * way to each, so that "Autre" alone is nobody's. */
static void part_labels(struct livre *l)
{
    bool *shared = aet_calloc(l->n + 1, sizeof *shared);

    for (size_t i = 0; i < l->n; i++)
        for (size_t k = 0; k < l->n && !shared[i]; k++)
            shared[i] = k != i && aet_span_eq(l->codes[i].label, l->codes[k].label);
    for (size_t i = 0; i < l->n; i++) {
        struct buf way = { 0 };

        if (!shared[i] || l->codes[i].parent == SANS_PARENT)
            continue;
        aet_livre_way(l, (int32_t)i, &way);
        l->codes[i].label = aet_arena_copy(&l->arena, aet_buf_view(&way));
        l->codes[i].id = make_id(l, l->codes[i].label);
        aet_buf_free(&way);
    }
    aet_free(shared);
}

static bool read_qdc(struct livre *l, struct session *s, struct span text, const char *file)
{
    static const struct xml_reader reader = { on_open, on_close, on_text };
    struct lecture x = { .l = l, .s = s, .place = { file, 1, 1 } };
    bool ok = aet_xml_read(s, text, &reader, &x, &x.place);

    aet_buf_free(&x.text);
    part_labels(l);
    return ok;
}

enum { TAG_NOM, TAG_DESCRIPTION, TAG_COUNT };

static const struct field tag_fields[TAG_COUNT] = {
    [TAG_NOM] = { "tag",
                  { "Étiquette", "Tag" },
                  "Tag|Code|Name|Path|Nom|Libellé|Nœud",
                  TYPE_TEXT,
                  NULL,
                  NULL,
                  false },
    [TAG_DESCRIPTION] = { "description",
                          { "Description", "Description" },
                          "Définition|Note|Memo|Mémo",
                          TYPE_TEXT,
                          NULL,
                          NULL,
                          false },
};
static const struct schema tags = {
    "repa", "livre", { "Étiquette d’un livre de codes", "Tag of a codebook" }, tag_fields, TAG_COUNT
};

/* A list of segments has its codes many times over: a codebook has each once. */
static void add_tag(void *to, const struct facts *f, uint64_t line, struct diags *diags)
{
    struct livre *l = to;
    struct span tag = aet_span_trim(aet_fact_text(f, TAG_NOM));
    struct code *c;
    char guid[37];

    (void)line;
    if (!tag.n)
        return;
    for (size_t i = 0; i < l->n; i++)
        if (aet_span_eq(l->codes[i].label, tag)) {
            aet_diag_arg(diags, aet_rep_say(diags, REP_TAG_DOUBLE, &tags, TAG_NOM, -1), "valeur",
                         tag);
            return;
        }
    c = aet_livre_add(l);
    c->label = aet_arena_copy(&l->arena, tag);
    c->description = aet_arena_copy(&l->arena, aet_span_trim(aet_fact_text(f, TAG_DESCRIPTION)));
    c->id = make_id(l, c->label);
    own_guid(c->id, guid);
    c->guid = keep(l, guid);
}

static bool read_tags(struct livre *l, struct session *s, const char *file)
{
    static const size_t needed[] = { TAG_NOM };
    const struct annexe list = { &tags, NULL, needed, 1, true, add_tag, l };

    return aet_annexe_read(s, file, &list);
}

bool aet_livre_read(struct livre *l, struct session *s, struct span text, const char *file)
{
    if (aet_span_starts(text, AET_LIT("\xEF\xBB\xBF")))
        text = aet_span_from(text, 3);
    if (aet_span_starts(aet_span_trim(text), AET_LIT("<")) ||
        aet_span_starts(text, AET_LIT("\xFF\xFE")) || aet_span_starts(text, AET_LIT("\xFE\xFF")))
        return read_qdc(l, s, text, file);
    return read_tags(l, s, file);
}
