/* Cutting the text of a rule into words, numbers and signs. */
#include "findings/lex.h"

#include <stdlib.h>

static bool word_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

static bool digit(struct span s, size_t at)
{
    return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

/* Blanks, and those that do not break (U+00A0, U+202F), which French puts before `:` and `;`. */
static size_t blanks(struct span s)
{
    size_t n = 0;

    for (;;) {
        struct span rest = aet_span_from(s, n);

        if (aet_span_starts(rest, AET_LIT(" ")) || aet_span_starts(rest, AET_LIT("\n")) ||
            aet_span_starts(rest, AET_LIT("\r")) || aet_span_starts(rest, AET_LIT("\t")))
            n++;
        else if (aet_span_starts(rest, AET_LIT("\xc2\xa0")))
            n += 2;
        else if (aet_span_starts(rest, AET_LIT("\xe2\x80\xaf")))
            n += 3;
        else
            return n;
    }
}

/* A comma between two digits is of the number: 0,5. */
static size_t word(struct span s)
{
    size_t n = 0;

    while (n < s.n &&
           (word_char(s.p[n]) || (s.p[n] == ',' && n && digit(s, n - 1) && digit(s, n + 1))))
        n++;
    return n;
}

static size_t character(struct span s)
{
    size_t n = 1;

    while (n < s.n && ((unsigned char)s.p[n] & 0xC0) == 0x80)
        n++;
    return n;
}

void aet_finding_next(struct finding_reader *r)
{
    static const struct {
        struct span text;
        enum finding_sign sign;
    } signs[] = {
        { { "<>", 2 }, SIGN_EXCEPT }, { { "<=", 2 }, SIGN_LE },       { { ">=", 2 }, SIGN_GE },
        { { "≤", 3 }, SIGN_LE },      { { "≥", 3 }, SIGN_GE },        { { "<", 1 }, SIGN_LT },
        { { ">", 1 }, SIGN_GT },      { { "(", 1 }, SIGN_OPEN },      { { ")", 1 }, SIGN_CLOSE },
        { { ",", 1 }, SIGN_COMMA },   { { ";", 1 }, SIGN_SEMICOLON }, { { ":", 1 }, SIGN_COLON },
        { { "+", 1 }, SIGN_PLUS },    { { "*", 1 }, SIGN_STAR },      { { "=", 1 }, SIGN_EQUALS }
    };
    struct span s = aet_span_from(r->rest, blanks(r->rest));
    size_t n = word(s);

    r->sign = !s.n ? SIGN_END : n ? SIGN_WORD : SIGN_BAD;
    for (size_t i = 0; r->sign == SIGN_BAD && i < sizeof signs / sizeof *signs; i++)
        if (aet_span_starts(s, signs[i].text)) {
            n = signs[i].text.n;
            r->sign = signs[i].sign;
        }
    if (r->sign == SIGN_BAD)
        n = character(s);
    r->text = aet_span(s.p, n);
    r->rest = aet_span_from(s, n);
}

bool aet_finding_fail(struct finding_reader *r, enum finding_fault_kind kind, const char *of,
                      const char *const *known)
{
    size_t n = 0;

    if (r->sign == SIGN_BAD)
        kind = FINDING_FAULT_SIGN;
    while (known && known[n])
        n++;
    *r->fault = (struct finding_fault){ .kind = kind,
                                        .at = r->text,
                                        .of = aet_span_z(of),
                                        .known = known,
                                        .known_n = kind == FINDING_FAULT_SIGN ? 0 : n };
    return false;
}

bool aet_finding_at(const struct finding_reader *r, const char *word)
{
    return r->sign == SIGN_WORD && aet_span_eq(r->text, aet_span_z(word));
}

bool aet_finding_pass(struct finding_reader *r, enum finding_sign sign, const char *shown)
{
    if (r->sign != sign)
        return aet_finding_fail(r, FINDING_FAULT_EXPECTED, shown, NULL);
    aet_finding_next(r);
    return true;
}

bool aet_finding_pass_word(struct finding_reader *r, const char *word)
{
    if (!aet_finding_at(r, word))
        return aet_finding_fail(r, FINDING_FAULT_EXPECTED, word, NULL);
    aet_finding_next(r);
    return true;
}

bool aet_finding_number(struct finding_reader *r, double *to)
{
    char *text = aet_span_dup(r->text), *end = text;
    size_t start = text[0] == '-';
    bool ok = r->sign == SIGN_WORD && digit(r->text, start) && r->text.n < 20;

    for (char *c = text + start; *c; c++) {
        if (*c == ',')
            *c = '.';
        ok = ok && ((*c >= '0' && *c <= '9') || *c == '.');
    }
    if (ok)
        *to = strtod(text, &end);
    ok = ok && end == text + r->text.n;
    aet_free(text);
    if (!ok)
        return aet_finding_fail(r, FINDING_FAULT_NUMBER, NULL, NULL);
    aet_finding_next(r);
    return true;
}

bool aet_finding_comparison(struct finding_reader *r, enum finding_op *op, double *limit)
{
    if (r->sign < SIGN_LT)
        return aet_finding_fail(r, FINDING_FAULT_COMPARISON, NULL, NULL);
    *op = (enum finding_op)(r->sign - SIGN_LT);
    aet_finding_next(r);
    return aet_finding_number(r, limit);
}
