/* The sentences of resume.def, and when each is said. */
#include "repa/memos/memos.h"

#include "report/resume/resume.h"

#define AET_SENTENCES "repa/memos/resume.def"
#include "report/resume/sentences.h"

static void counted(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t n, authors, narratives, codes;

    if (aet_seen_int(base, 0, "memos", &n) && aet_seen_int(base, 0, "auteurs", &authors) &&
        aet_seen_int(base, 0, "recits", &narratives) && aet_seen_int(base, 0, "codes", &codes))
        aet_resume_say(z, said[SAID_COUNTED],
                       AET_WORDS(aet_resume_count(z, "nombre", n),
                                 aet_resume_count(z, "auteurs", authors),
                                 aet_resume_count(z, "recits", narratives),
                                 aet_resume_count(z, "codes", codes)));
}

static void mostly(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base"), *s = aet_seen(z->r, "sujets");
    int64_t n, of;
    size_t row;

    if (aet_seen_int(base, 0, "memos", &of) && aet_seen_most(s, "memos", &row) &&
        aet_seen_int(s, row, "memos", &n))
        aet_resume_say(z, said[SAID_MOSTLY],
                       AET_WORDS(aet_resume_part(z, "part", n, of),
                                 aet_resume_name(z, "quoi", aet_seen_text(s, row, "libelle"))));
}

static void code(struct resume *z)
{
    const struct section *s = aet_seen(z->r, "memos_codes");
    int64_t n;
    size_t row;

    if (aet_seen_rows(s) > 1 && aet_seen_most(s, "memos", &row) &&
        aet_seen_int(s, row, "memos", &n))
        aet_resume_say(z, said[SAID_CODE_MOST],
                       AET_WORDS(aet_resume_name(z, "quoi", aet_seen_text(s, row, "libelle")),
                                 aet_resume_count(z, "nombre", n)));
}

static void undated(struct resume *z)
{
    const struct section *base = aet_seen(z->r, "base");
    int64_t n, dated;

    if (aet_seen_int(base, 0, "memos", &n) && aet_seen_int(base, 0, "dates", &dated) && n > dated)
        aet_resume_say(z, said[SAID_UNDATED], AET_WORDS(aet_resume_count(z, "nombre", n - dated)));
}

static aet_tell *const rules[] = { counted, mostly, code, undated, NULL };
const struct section_kind aet_repa_kind_resume_memos = AET_RESUME_KIND(rules);
