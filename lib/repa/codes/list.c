/* Reading a codebook that came as a list, as Taguette exports it. */
#include "base/alloc.h"
#include "base/names.h"
#include "flow/annexe.h"
#include "repa/check/check.h"
#include "repa/codes/codes.h"
#include "repa/codes/exports.h"
#include "repa/records.h"
#include "refi/guid.h"
#include "repa/rules.h"

enum {
    TAG_NOM,
    TAG_DESCRIPTION,
    TAG_RECIT,
    TAG_SEGMENT,
    TAG_CODEUR,
    TAG_NOTE,
    TAG_ID,
    TAG_LIBELLE_EN,
    TAG_ALIAS,
    TAG_PARENT,
    TAG_COULEUR,
    TAG_CODABLE,
    TAG_GUID,
    TAG_ENSEMBLES,
    TAG_GUID_ENSEMBLES,
    TAG_DESCRIPTION_ENSEMBLES,
    TAG_SOURCE,
    TAG_COUNT
};

/* A column of table `codes`, under its own name alone. */
#define OF_TABLE(name, fr, en)                               \
    {                                                        \
        name, { fr, en }, NULL, TYPE_TEXT, NULL, NULL, false \
    }

/* The columns of codings tell that what is given is their list, and no codebook: of the headings of
 * a narrative and a segment those that a codebook has too (Source, Id, Numéro) are not theirs here.
 */
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
                          "Définition",
                          TYPE_TEXT,
                          NULL,
                          NULL,
                          false },
    [TAG_RECIT] = { "recit",
                    { "Récit", "Narrative" },
                    "Récits|Document|Entretien|Entrevue|Transcription|Interview",
                    TYPE_TEXT,
                    NULL,
                    NULL,
                    false },
    [TAG_SEGMENT] = { "segment",
                      { "Segment", "Segment" },
                      "Segments|Unité|Passage|Citation",
                      TYPE_TEXT,
                      NULL,
                      NULL,
                      false },
    [TAG_CODEUR] = AET_REPA_FIELD_CODEUR,
    [TAG_NOTE] = { "note", { "Note", "Note" }, "Memo|Mémo", TYPE_TEXT, NULL, NULL, false },
    [TAG_ID] = OF_TABLE("id", "Identifiant", "Id"),
    [TAG_LIBELLE_EN] = OF_TABLE("libelle_en", "Libellé anglais", "English label"),
    [TAG_ALIAS] = OF_TABLE("alias", "Autres écritures", "Other spellings"),
    [TAG_PARENT] = OF_TABLE("parent", "Code parent", "Parent code"),
    [TAG_COULEUR] = OF_TABLE("couleur", "Couleur", "Colour"),
    [TAG_CODABLE] = OF_TABLE("codable", "Codable", "Codable"),
    [TAG_GUID] = OF_TABLE("guid", "GUID", "GUID"),
    [TAG_ENSEMBLES] = OF_TABLE("ensembles", "Ensembles", "Sets"),
    [TAG_GUID_ENSEMBLES] = OF_TABLE("guid_ensembles", "GUID des ensembles", "GUIDs of the sets"),
    [TAG_DESCRIPTION_ENSEMBLES] = OF_TABLE("description_ensembles", "Description des ensembles",
                                           "Descriptions of the sets"),
    [TAG_SOURCE] = OF_TABLE("source", "Source", "Source"),
};
static const struct schema tags = {
    "repa",           "codebook", { "Étiquette d’un livre de codes", "Tag of a codebook" },
    tag_fields,       TAG_COUNT,  .noun = { "code", "code" },
    .named_by = "tag"
};

struct liste {
    struct codebook *book;
    struct names names;   /* of its codes, written alike */
    struct names exact;   /* and as they are written */
    struct span *parents; /* ids, by code; "" where there is none */
    size_t parents_n, parents_cap;
    uint64_t codings;
};

static struct span copied(struct codebook *b, const struct facts *f, size_t field)
{
    return aet_arena_copy(&b->arena, aet_fact_text(f, field));
}

/* What table `codes` says of a code, and a list of tags does not. */
static void add_columns(struct liste *l, struct code *c, const struct facts *f)
{
    struct codebook *b = l->book;

    c->label_en = copied(b, f, TAG_LIBELLE_EN);
    c->alias = copied(b, f, TAG_ALIAS);
    c->colour = copied(b, f, TAG_COULEUR);
    c->source = copied(b, f, TAG_SOURCE);
    c->groups = aet_span_eq(aet_span_trim(aet_fact_text(f, TAG_CODABLE)), AET_LIT("non"));
    if (f->f[TAG_ID].present)
        c->id = copied(b, f, TAG_ID);
    if (f->f[TAG_GUID].present && aet_refi_guid_fits(copied(b, f, TAG_GUID).p))
        c->guid = copied(b, f, TAG_GUID);
    l->parents[b->n - 1] = copied(b, f, TAG_PARENT);
}

static void add_code(struct liste *l, struct span tag, const struct facts *f, bool coding)
{
    struct codebook *b = l->book;
    struct code *c = aet_refi_codebook_add(b);
    size_t told = f->f[TAG_DESCRIPTION].present ? TAG_DESCRIPTION : TAG_NOTE;
    char guid[37];

    l->parents = aet_grow(l->parents, &l->parents_cap, l->parents_n, sizeof *l->parents);
    l->parents[l->parents_n++] = AET_LIT("");
    c->label = aet_arena_copy(&b->arena, tag);
    c->description = copied(b, f, told);
    c->id = aet_refi_codebook_id(b, c->label);
    aet_refi_guid_own(c->id, guid);
    c->guid = aet_arena_copy(&b->arena, aet_span_z(guid));
    if (coding)
        return;
    add_columns(l, c, f);
    aet_refi_codebook_member_of(b, b->n - 1, aet_fact_text(f, TAG_ENSEMBLES),
                                aet_fact_text(f, TAG_GUID_ENSEMBLES),
                                aet_fact_text(f, TAG_DESCRIPTION_ENSEMBLES));
}

/* A codebook has each code once; codings have them many times over, each time as the coder wrote
 * them. */
static void add_tag(void *to, const struct facts *f, uint64_t line, struct diags *diags)
{
    struct liste *l = to;
    struct span tag = aet_span_trim(aet_fact_text(f, TAG_NOM));
    bool coding = f->f[TAG_RECIT].present ||
                  (f->f[TAG_SEGMENT].present && f->f[TAG_CODEUR].present);
    struct names *names = coding ? &l->names : &l->exact;
    size_t before = names->n;

    (void)line;
    l->codings += coding;
    if (!tag.n)
        return;
    if (aet_names_id(names, tag) >= before)
        add_code(l, tag, f, coding);
    else if (!coding)
        aet_diag_arg(diags, aet_repa_say(diags, REP_TAG_DOUBLE, &tags, TAG_NOM, -1), "valeur", tag);
}

/* Parents may come after their children in the table; one that is not there is none. */
static void find_parents(struct liste *l)
{
    struct codebook *b = l->book;

    for (size_t i = 0; i < l->parents_n; i++)
        for (size_t k = 0; k < b->n && l->parents[i].n; k++)
            if (k != i && aet_span_eq(b->codes[k].id, l->parents[i]))
                b->codes[i].parent = (int32_t)k;
    aet_refi_codebook_grow(b);
}

static bool read_tags(struct codebook *b, struct session *s, const char *file)
{
    static const size_t needed[] = { TAG_NOM };
    struct liste l = { .book = b, .names.folded = true };
    const struct annexe list = { &tags, NULL, needed, 1, true, add_tag, &l };
    bool ok = aet_annexe_read(s, file, &list);

    find_parents(&l);
    aet_free(l.parents);
    if (ok && l.codings)
        aet_voice_note(
            &s->voice, &aet_repa_rule[REP_CODEBOOK_CODAGES],
            AET_WORDS(aet_word_uint("nombre", b->n), aet_word_uint("codages", l.codings)));
    aet_names_free(&l.names);
    aet_names_free(&l.exact);
    return ok;
}

bool aet_repa_codes_read(struct codebook *b, struct session *s, struct span text, const char *file)
{
    struct flood flood = { 0 };
    const struct refi q = { &s->voice, &aet_repa_refi_rules, &flood };
    bool ok;

    if (aet_span_starts(text, AET_LIT("\xEF\xBB\xBF")))
        text = aet_span_from(text, 3);
    if (aet_span_starts(aet_span_trim(text), AET_LIT("<")) ||
        aet_span_starts(text, AET_LIT("\xFF\xFE")) || aet_span_starts(text, AET_LIT("\xFE\xFF")))
        ok = aet_refi_codebook_read(b, &q, text, file);
    else
        ok = read_tags(b, s, file);
    aet_refi_end(&q, file);
    return ok;
}
