/* Reading a codebook that came as a list, as Taguette exports it. */
#include "base/names.h"
#include "flow/annexe.h"
#include "repa/check/check.h"
#include "repa/codes/codes.h"
#include "repa/codes/exports.h"
#include "repa/records.h"
#include "refi/guid.h"
#include "repa/rules.h"

enum { TAG_NOM, TAG_DESCRIPTION, TAG_RECIT, TAG_SEGMENT, TAG_CODEUR, TAG_COUNT };

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
                          "Définition|Note|Memo|Mémo",
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
};
static const struct schema tags = {
    "repa",           "codebook", { "Étiquette d’un livre de codes", "Tag of a codebook" },
    tag_fields,       TAG_COUNT,  .noun = { "code", "code" },
    .named_by = "tag"
};

struct liste {
    struct codebook *book;
    struct names names; /* of its codes, written alike */
    struct names exact; /* and as they are written */
    uint64_t codings;
};

static void add_code(struct codebook *b, struct span tag, struct span description)
{
    struct code *c = aet_refi_codebook_add(b);
    char guid[37];

    c->label = aet_arena_copy(&b->arena, tag);
    c->description = aet_arena_copy(&b->arena, description);
    c->id = aet_refi_codebook_id(b, c->label);
    aet_refi_guid_own(c->id, guid);
    c->guid = aet_arena_copy(&b->arena, aet_span_z(guid));
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
        add_code(l->book, tag, aet_span_trim(aet_fact_text(f, TAG_DESCRIPTION)));
    else if (!coding)
        aet_diag_arg(diags, aet_repa_say(diags, REP_TAG_DOUBLE, &tags, TAG_NOM, -1), "valeur", tag);
}

static bool read_tags(struct codebook *b, struct session *s, const char *file)
{
    static const size_t needed[] = { TAG_NOM };
    struct liste l = { .book = b, .names.folded = true };
    const struct annexe list = { &tags, NULL, needed, 1, true, add_tag, &l };
    bool ok = aet_annexe_read(s, file, &list);

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
