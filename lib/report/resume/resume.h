/* What there is to know: the section that a report opens with, five to eight sentences with their
 * figures. A domain brings the sentences (its resume.def, in both languages) and rules, each a
 * function that looks at the finished report and says a sentence or nothing; here is how figures
 * are said within one, and what every report has to say for itself. It is told when all other
 * sections are whole and what may not be shown is gone from them (seen.h): a sentence knows no more
 * than its reader does. */
#ifndef AET_REPORT_RESUME_RESUME_H
#define AET_REPORT_RESUME_RESUME_H

#include "base/message.h"
#include "report/resume/seen.h"

/* What is told, and into which section. */
struct resume {
    const struct report *r;
    struct section *s;
};

/* The section of a verb, told by these rules in their order, ended by NULL; and where what it tells
 * of is the reading itself. */
#define AET_RESUME_KIND(rules) AET_RESUME_KIND_AS(rules, false)
#define AET_RESUME_KIND_OF_READING(rules) AET_RESUME_KIND_AS(rules, true)
#define AET_RESUME_KIND_AS(rules, reading)                                                    \
    {                                                                                         \
        .key = AET_RESUME, .title = { "Ce qu’il y a à savoir", "What to know" },              \
        AET_COLUMNS(aet_resume_columns), .view = { .kind = VIEW_SENTENCES }, .tell = (rules), \
        .of_reading = (reading), .mask = {                                                    \
            .kind = MASK_OPEN                                                                 \
        }                                                                                     \
    }
extern const struct column aet_resume_columns[1];

/* Tell the summary of a report, where its verb has one and it is wanted. Once, before it is
 * rendered. */
void aet_resume_tell(struct report *r);

/* Say a sentence. */
void aet_resume_say(struct resume *z, struct text sentence, const struct word *words);

/* A part of a sentence, as a word of it. */
struct word aet_resume_phrase(const struct resume *z, const char *name, struct text phrase,
                              const struct word *words);

/* Figures and words within a sentence, in the form of the language; they last as long as the
 * report. */
struct word aet_resume_count(const struct resume *z, const char *name, int64_t n);
struct word aet_resume_money(const struct resume *z, const char *name, int64_t cents);
struct word aet_resume_number(const struct resume *z, const char *name, double v, int decimals);
struct word aet_resume_date(const struct resume *z, const char *name, struct date d);

enum { AET_SHARE_FROM = 20 }; /* the least that a percentage is said of */

/* « 5 sur 12 », and the percentage where it says more: « 84 sur 120 (70 %) ». */
struct word aet_resume_part(const struct resume *z, const char *name, int64_t part, int64_t whole);

/* A share, whole: « 41 % ». */
struct word aet_resume_share(const struct resume *z, const char *name, double share);

/* A name between quotes; cut to a line. */
struct word aet_resume_name(const struct resume *z, const char *name, struct span text);

/* « A, B et C » of parts put together by aet_list_add; of many, the first and how many others. */
struct word aet_resume_list(const struct resume *z, const char *name, struct span joined);

#endif
