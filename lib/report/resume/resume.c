/* Telling a summary: its rules in their order, then what every report says of itself. */
#include "report/resume/resume.h"

#include <math.h>

#include "base/number.h"
#include "report/figure.h"

#define AET_SENTENCES "report/resume/resume.def"
#include "report/resume/sentences.h"

enum { NAMED = 4 }; /* of a list, beyond which the others are counted */

const struct column aet_resume_columns[1] = {
    { "phrase", { "Phrase", "Sentence" }, CELL_TEXT, false }
};

/* A text of the report's as a word; the buffer is given up. */
static struct word kept(const struct resume *z, const char *name, struct buf *text)
{
    struct word w = aet_word_span(name, aet_arena_copy(&z->s->report->arena, aet_buf_view(text)));

    aet_buf_free(text);
    return w;
}

struct word aet_resume_phrase(const struct resume *z, const char *name, struct text phrase,
                              const struct word *words)
{
    struct buf text = { 0 };

    aet_words_put(&text, phrase, z->r->lang, words);
    return kept(z, name, &text);
}

static struct word cell(const struct resume *z, const char *name, struct cell c,
                        enum cell_type type, int decimals)
{
    struct buf text = { 0 };

    c.known = true;
    aet_figure_in(&text, &c, type, decimals, z->r->lang, ", ");
    return kept(z, name, &text);
}

struct word aet_resume_count(const struct resume *z, const char *name, int64_t n)
{
    return cell(z, name, (struct cell){ .u.i = n }, CELL_COUNT, 0);
}

struct word aet_resume_money(const struct resume *z, const char *name, int64_t cents)
{
    return cell(z, name, (struct cell){ .u.i = cents }, CELL_MONEY, 0);
}

struct word aet_resume_number(const struct resume *z, const char *name, double v, int decimals)
{
    return cell(z, name, (struct cell){ .u.d = v }, CELL_NUMBER, decimals);
}

struct word aet_resume_date(const struct resume *z, const char *name, struct date d)
{
    struct buf text = { 0 };

    aet_date_say(d, z->r->lang, &text);
    return kept(z, name, &text);
}

/* No rounding says none of something, nor all of what is not all. */
struct word aet_resume_share(const struct resume *z, const char *name, double share)
{
    double percent = round(share * 100);
    bool less = share > 0 && percent < 1, more = share < 1 && percent > 99;
    struct word n = aet_resume_count(z, "nombre", less ? 1 : more ? 99 : (int64_t)percent);
    struct word whole = aet_resume_phrase(z, "taux", said[SAID_PERCENT], AET_WORDS(n));

    whole.name = name;
    if (!less && !more)
        return whole;
    whole.name = "taux";
    return aet_resume_phrase(z, name, said[less ? SAID_LESS : SAID_MORE], AET_WORDS(whole));
}

struct word aet_resume_part(const struct resume *z, const char *name, int64_t part, int64_t whole)
{
    double share = whole > 0 ? (double)part / (double)whole : 0;

    return aet_resume_phrase(z, name, said[whole < AET_SHARE_FROM ? SAID_PART : SAID_PART_SHARE],
                             AET_WORDS(aet_resume_count(z, "partie", part),
                                       aet_resume_count(z, "tout", whole),
                                       aet_resume_share(z, "taux", share)));
}

struct word aet_resume_name(const struct resume *z, const char *name, struct span text)
{
    return aet_resume_phrase(z, name, said[SAID_QUOTED], AET_WORDS(aet_word_span("valeur", text)));
}

static size_t parts_of(struct span joined)
{
    struct span part;
    size_t n = 0;

    while (aet_list_part(&joined, &part))
        n++;
    return n;
}

struct word aet_resume_list(const struct resume *z, const char *name, struct span joined)
{
    size_t n = parts_of(joined), shown = n > NAMED + 1 ? NAMED : n;
    struct buf text = { 0 };
    struct span part;

    for (size_t i = 0; i < shown && aet_list_part(&joined, &part); i++) {
        bool last = i > 0 && i + 1 == n;

        aet_buf_str(&text, !i ? "" : aet_text(said[last ? SAID_LAST : SAID_BETWEEN], z->r->lang));
        aet_buf_span(&text, part);
    }
    if (shown < n) {
        aet_buf_str(&text, aet_text(said[SAID_LAST], z->r->lang));
        aet_words_put(&text, said[SAID_OTHERS], z->r->lang,
                      AET_WORDS(aet_resume_count(z, "nombre", (int64_t)(n - shown))));
    }
    return kept(z, name, &text);
}

void aet_resume_say(struct resume *z, struct text sentence, const struct word *words)
{
    struct buf text = { 0 };

    aet_words_put(&text, sentence, z->r->lang, words);
    aet_row_begin(z->s);
    aet_row_text(z->s, 0, aet_buf_view(&text));
    aet_row_end(z->s);
    aet_buf_free(&text);
}

/* What no figure of the report holds. */
static void of_itself(struct resume *z, const struct input_file *all)
{
    int64_t read = (int64_t)(all->records + (z->r->upstream.file.n ? z->r->upstream.rejected : 0));

    bool here = !z->s->kind->of_reading;

    if (all->rejected && here)
        aet_resume_say(z, said[SAID_REJECTED],
                       AET_WORDS(aet_resume_count(z, "nombre", (int64_t)all->rejected),
                                 aet_resume_count(z, "lus", read)));
    if (all->elements && here)
        aet_resume_say(z, said[SAID_ELEMENTS],
                       AET_WORDS(aet_resume_count(z, "nombre", (int64_t)all->elements)));
    if (z->r->masks)
        aet_resume_say(z, said[SAID_MASKED], NULL);
}

static bool wanted(const struct report *r)
{
    return !r->only || strcmp(r->only, AET_RESUME) == 0;
}

void aet_resume_tell(struct report *r)
{
    struct section *s = r->n ? &r->sections[0] : NULL;
    struct resume z = { .r = r, .s = s };
    const struct input_file all = aet_report_all(r);

    if (!s || !s->kind->tell || !wanted(r))
        return;
    if (r->inputs_n && all.records == all.rejected && !s->kind->of_reading)
        aet_resume_say(&z, said[SAID_NOTHING], NULL);
    else
        for (aet_tell *const *rule = s->kind->tell; *rule; rule++)
            (*rule)(&z);
    of_itself(&z, &all);
}
