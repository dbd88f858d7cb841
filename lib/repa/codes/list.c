/* Reading a codebook that came as a list, as Taguette exports it. */
#include "flow/annexe.h"
#include "repa/check/check.h"
#include "repa/codes/codes.h"
#include "repa/codes/exports.h"
#include "refi/guid.h"
#include "repa/rules.h"

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
static const struct schema tags = { "repa",
                                    "codebook",
                                    { "Étiquette d’un livre de codes", "Tag of a codebook" },
                                    tag_fields,
                                    TAG_COUNT };

/* A list of segments has its codes many times over: a codebook has each once. */
static void add_tag(void *to, const struct facts *f, uint64_t line, struct diags *diags)
{
    struct codebook *b = to;
    struct span tag = aet_span_trim(aet_fact_text(f, TAG_NOM));
    struct code *c;
    char guid[37];

    (void)line;
    if (!tag.n)
        return;
    for (size_t i = 0; i < b->n; i++)
        if (aet_span_eq(b->codes[i].label, tag)) {
            aet_diag_arg(diags, aet_repa_say(diags, REP_TAG_DOUBLE, &tags, TAG_NOM, -1), "valeur",
                         tag);
            return;
        }
    c = aet_refi_codebook_add(b);
    c->label = aet_arena_copy(&b->arena, tag);
    c->description = aet_arena_copy(&b->arena, aet_span_trim(aet_fact_text(f, TAG_DESCRIPTION)));
    c->id = aet_refi_codebook_id(b, c->label);
    aet_refi_guid_own(c->id, guid);
    c->guid = aet_arena_copy(&b->arena, aet_span_z(guid));
}

static bool read_tags(struct codebook *b, struct session *s, const char *file)
{
    static const size_t needed[] = { TAG_NOM };
    const struct annexe list = { &tags, NULL, needed, 1, true, add_tag, b };

    return aet_annexe_read(s, file, &list);
}

bool aet_repa_codes_read(struct codebook *b, struct session *s, struct span text, const char *file)
{
    const struct refi q = { &s->voice, &aet_repa_refi_rules };

    if (aet_span_starts(text, AET_LIT("\xEF\xBB\xBF")))
        text = aet_span_from(text, 3);
    if (aet_span_starts(aet_span_trim(text), AET_LIT("<")) ||
        aet_span_starts(text, AET_LIT("\xFF\xFE")) || aet_span_starts(text, AET_LIT("\xFE\xFF")))
        return aet_refi_codebook_read(b, &q, text, file);
    return read_tags(b, s, file);
}
