/* base: spans, UTF-8, folding. */
#include "base/elide.h"
#include "base/fold.h"
#include "base/message.h"

#include <utf8proc.h>

#include "base/utf8.h"
#include "suite.h"

START_TEST(trim)
{
    static const char *const rows[][2] = { { "", "" },
                                           { " \t\r\n", "" },
                                           { "a", "a" },
                                           { " a b \n", "a b" },
                                           { "\xC2\xA0 a", "\xC2\xA0 a" } };

    says(aet_span_trim(aet_span_z(rows[_i][0])), rows[_i][1]);
}
END_TEST

START_TEST(find)
{
    static const struct {
        const char *in, *needle;
        size_t at;
    } rows[] = { { "abcabc", "bc", 1 }, { "abc", "abc", 0 }, { "abc", "abcd", 3 },
                 { "abc", "", 0 },      { "", "a", 0 },      { "aab", "ab", 1 } };

    ck_assert_uint_eq(aet_span_find(aet_span_z(rows[_i].in), aet_span_z(rows[_i].needle)),
                      rows[_i].at);
}
END_TEST

START_TEST(order)
{
    ck_assert_int_lt(aet_span_cmp(AET_LIT("a"), AET_LIT("ab")), 0);
    ck_assert_int_gt(aet_span_cmp(AET_LIT("b"), AET_LIT("ab")), 0);
    ck_assert_int_eq(aet_span_cmp(AET_LIT(""), AET_LIT("")), 0);
    ck_assert_int_gt(aet_span_cmp(AET_LIT("\xC3"), AET_LIT("z")), 0); /* bytes are unsigned */
    ck_assert(aet_span_starts(AET_LIT("abc"), AET_LIT("ab")));
    ck_assert(!aet_span_starts(AET_LIT("a"), AET_LIT("ab")));
    ck_assert_uint_ne(aet_span_fingerprint(AET_LIT("a")), aet_span_fingerprint(AET_LIT("b")));
}
END_TEST

/* Unicode 15, table 3-7: the first byte that is not well formed. */
static const struct {
    const char *in;
    size_t n, bad;
} utf8_rows[] = {
    { "", 0, 0 },
    { "abc", 3, 3 },
    { "\xC3\xA9", 2, 2 },
    { "a\xE9", 2, 1 },
    { "\xC3", 1, 0 },
    { "\xC0\x80", 2, 0 },
    { "\xC1\xBF", 2, 0 },
    { "\xE0\x9F\xBF", 3, 0 },
    { "\xE0\xA0\x80", 3, 3 },
    { "\xED\x9F\xBF", 3, 3 },
    { "\xED\xA0\x80", 3, 0 }, /* a surrogate */
    { "\xEF\xBF\xBF", 3, 3 },
    { "\xF0\x8F\xBF\xBF", 4, 0 },
    { "\xF0\x90\x80\x80", 4, 4 },
    { "\xF4\x8F\xBF\xBF", 4, 4 },
    { "\xF4\x90\x80\x80", 4, 0 },
    { "\xF5\x80\x80\x80", 4, 0 },
    { "ab\x80"
      "cd",
      5, 2 },
    { "\xE2\x82", 2, 0 },
    { "\xE2\x82"
      "a",
      3, 0 },
    { "a\0b", 3, 3 }, /* a NUL is UTF-8; who parses refuses it */
    { "0123456789abcdef0123456789abcdef\xFF", 33, 32 },
};

START_TEST(utf8)
{
    ck_assert_uint_eq(aet_utf8_bad(aet_span(utf8_rows[_i].in, utf8_rows[_i].n)), utf8_rows[_i].bad);
}
END_TEST

/* The first byte that begins no character, one after the other. */
static size_t bad_by_bytes(const char *text, size_t n, bool nul)
{
    size_t at = 0;

    while (at < n && (text[at] || !nul)) {
        size_t len = 1;

        while (len < n - at && len < 4 && ((unsigned char)text[at + len] & 0xC0) == 0x80)
            len++;
        while (len && aet_utf8_bad(aet_span(text + at, len)) < len)
            len--;
        if (!len)
            break;
        at += len;
    }
    return at;
}

/* Whatever the length and wherever it stands in it, among accents: bytes thrown by a fixed die. */
START_TEST(utf8_any_length)
{
    static const char *const pieces[] = { "a",    "é",   "’", "bcdefgh", "\xF0\x9F\x98\x80",
                                          "\xC3", "\xA9" };
    char text[256];
    uint64_t die = 1;

    for (int turn = 0; turn < 20000; turn++) {
        size_t n = 0, want;

        die = die * 6364136223846793005u + 1442695040888963407u;
        want = (size_t)(die >> 33) % 200;
        while (n < want) {
            const char *piece = pieces[(size_t)(die >> 40) % (die >> 60 ? 5 : 7)];

            die = die * 6364136223846793005u + 1442695040888963407u;
            memcpy(text + n, piece, strlen(piece));
            n += strlen(piece);
            if (die >> 58 == 0)
                text[n++] = '\0';
        }
        ck_assert_uint_eq(aet_utf8_bad(aet_span(text, n)), bad_by_bytes(text, n, false));
        ck_assert_uint_eq(aet_utf8_bad_or_nul(aet_span(text, n)), bad_by_bytes(text, n, true));
    }
}
END_TEST

/* What is marked stands under any key, and the order of the parts tells. */
START_TEST(marks_differ)
{
    enum { TEXTS = 1024 };
    uint64_t seen[TEXTS], same = 0;
    char text[48];

    for (int i = 0; i < TEXTS; i++) {
        size_t n = (size_t)snprintf(text, sizeof text, "%.*s%d", i % 40,
                                    "Anse-aux-Hérons, Rivière-du-Loup, et Sept-Îles", i);

        seen[i] = aet_span_mark(aet_span(text, n < sizeof text ? n : sizeof text - 1), 0);
        for (int k = 0; k < i; k++)
            same += seen[i] == seen[k];
    }
    ck_assert_uint_eq(same, 0);
    ck_assert_uint_ne(aet_span_mark(AET_LIT("a"), aet_span_mark(AET_LIT("b"), 0)),
                      aet_span_mark(AET_LIT("b"), aet_span_mark(AET_LIT("a"), 0)));
    ck_assert_uint_ne(aet_span_mark(AET_LIT(""), 0), aet_span_mark(AET_LIT("\0"), 0));
}
END_TEST

/* The same on every machine, since parts of a sum bear them; figures of a second program, which
 * reads the low byte first (wyhash's folding, and multiplication modulo 2^64, in Python). */
START_TEST(marks_stay)
{
    static const struct {
        const char *text;
        uint64_t hash, mark, after; /* `after`: with 1 before it */
    } known[] = {
        { "", 0x0000000000000000u, 0x1FF6D5F87382091Fu, 0x42EB9CA075381359u },
        { "a", 0xB03934C94C03C449u, 0x4FB4DE3B3F440CDBu, 0x883B45D59083CD7Cu },
        { "abc", 0xDA7B7A1879BF598Du, 0xD69302DFAAB59C13u, 0xBA3A5A9B3E080B71u },
        { "Anse", 0xF44EC89D50E56991u, 0x2493D4D0451AF2FDu, 0xD1532F06732856DDu },
        { "Anse-P1", 0x912785CEA7BCCBA1u, 0xC99568CEBDEA18DDu, 0x01576CF5E5319F69u },
        { "Anse-aux", 0x15168935E2A63F05u, 0x06657D4DAAA04AEAu, 0x9F71AB4C4D457357u },
        { "Anse-aux-Herons", 0x0F06D009EFC65902u, 0x22F5FF6C7DF4DB0Cu, 0xFE56E11539472F37u },
        { "Anse-aux-Herons, Riviere-du-Loup", 0x2811E4FE20C57713u, 0x2AB8615BBB6F3684u,
          0x93B2F7F4F6417011u },
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        struct span text = aet_span_z(known[i].text);

        ck_assert_uint_eq(aet_span_hash(text), known[i].hash);
        ck_assert_uint_eq(aet_span_mark(text, 0), known[i].mark);
        ck_assert_uint_eq(aet_span_mark(text, 1), known[i].after);
    }
}
END_TEST

/* Numbered names of any length spread over a table that takes the low bits. */
START_TEST(hash_spreads)
{
    enum { NAMES = 1024 };
    static const char head[] = "Regroupement local de partenaires ";

    for (size_t from = 0; from < sizeof head; from++) {
        unsigned char hit[NAMES] = { 0 };
        size_t slots = 0;

        for (int i = 0; i < NAMES; i++) {
            char name[64];
            int n = snprintf(name, sizeof name, "%s%07d", head + from, i);
            size_t slot = aet_span_hash(aet_span(name, (size_t)n)) % NAMES;

            slots += !hit[slot];
            hit[slot] = 1;
        }
        ck_assert_uint_gt(slots, NAMES / 2); /* 63 % by chance */
    }
}
END_TEST

/* A bad byte is found wherever it stands among accents. */
START_TEST(utf8_anywhere)
{
    const char text[] = "L’été à Sept-Îles, « où » l’on fête œuvres et naïveté : 12,5 %…";
    char spoilt[sizeof text + 1];
    const size_t n = sizeof text - 1;

    ck_assert_uint_eq(aet_utf8_bad(aet_span(text, n)), n);
    for (size_t i = 0; i <= n; i++) {
        if (((unsigned char)text[i] & 0xC0) == 0x80)
            continue; /* inside of a character */
        memcpy(spoilt, text, i);
        spoilt[i] = '\xFF';
        memcpy(spoilt + i + 1, text + i, n - i);
        ck_assert_uint_eq(aet_utf8_bad(aet_span(spoilt, n + 1)), i);
    }
}
END_TEST

START_TEST(width)
{
    static const struct {
        const char *in;
        size_t count, width;
    } rows[] = { { "", 0, 0 },
                 { "\xC3\xA9t\xC3\xA9", 3, 3 },
                 { "e\xCC\x81t", 3, 2 },   /* a combining accent has no width */
                 { "\xE6\xBC\xA2", 1, 2 }, /* a wide character */
                 { "\xE2\x80\xAF", 1, 1 } };

    ck_assert_uint_eq(aet_utf8_count(aet_span_z(rows[_i].in)), rows[_i].count);
    ck_assert_uint_eq(aet_utf8_width(aet_span_z(rows[_i].in)), rows[_i].width);
}
END_TEST

START_TEST(fit)
{
    says(aet_utf8_fit(AET_LIT("\xC3\xA9t\xC3\xA9"), 2), "\xC3\xA9t");
    says(aet_utf8_fit(AET_LIT("\xE6\xBC\xA2\xE6\xBC\xA2"), 3), "\xE6\xBC\xA2");
    says(aet_utf8_fit(AET_LIT("abc"), 0), "");
    says(aet_utf8_fit(AET_LIT("abc"), 9), "abc");
}
END_TEST

/* Two spellings of one term (aet(7), TERMS). */
static const char *const fold_rows[][2] = {
    { "DÉCIDEURS", "decideurs" },
    { "Décideurs", "De\xCC\x81"
                   "cideurs" }, /* NFC and NFD */
    { "œuvre", "OEUVRE" },
    { "ŒUVRE", "oe\xCC\x80uvre" },
    { "et cætera", "et caetera" },
    { "l'enjeu", "l’enjeu" },
    { "l`enjeu", "lʼenjeu" },
    { "l´enjeu", "l‘enjeu" },
    { "N° 5", "Nº 5" },
    { "avant-après", "avant–après" },
    { "avant‐après", "avant‑après" },
    { "avant—après", "avant−après" },
    { "deux  mots", "deux\xC2\xA0mots" },
    { "deux mots", "deux\xE2\x80\xAFmots" },
    { "deux mots", " deux\tmots " },
    { "Et après?", "et apres" },
    { "Et après ?", "et apres" },
    { "moyens :", "Moyens" },
    { "etc.", "ETC" },
    { "fin…", "fin" },
    { "ﬁnal", "final" }, /* compatibility: a ligature */
    { "ＡＢＣ", "abc" }, /* full width */
    { "STRASSE", "straße" },
    { "Ça", "ca" },
};

START_TEST(fold)
{
    struct buf a = { 0 }, b = { 0 };

    aet_fold(aet_span_z(fold_rows[_i][0]), &a);
    aet_fold(aet_span_z(fold_rows[_i][1]), &b);
    ck_assert_str_eq(aet_buf_z(&a), aet_buf_z(&b));
    ck_assert_uint_gt(a.n, 0);
    aet_buf_free(&a);
    aet_buf_free(&b);
}
END_TEST

START_TEST(fold_apart)
{
    static const char *const rows[][2] = {
        { "parent", "parents" }, { "a-b", "ab" }, { "sous", "saus" }, { "(a)", "(b)" }
    };
    struct buf a = { 0 }, b = { 0 };

    aet_fold(aet_span_z(rows[_i][0]), &a);
    aet_fold(aet_span_z(rows[_i][1]), &b);
    ck_assert_str_ne(aet_buf_z(&a), aet_buf_z(&b));
    aet_buf_free(&a);
    aet_buf_free(&b);
}
END_TEST

START_TEST(fold_bad)
{
    struct buf a = { 0 };

    aet_fold(AET_LIT("a\xE9"), &a);
    ck_assert_uint_eq(a.n, 0);
    aet_buf_free(&a);
}
END_TEST

/* Folding twice changes nothing. */
START_TEST(fold_again)
{
    struct buf a = { 0 }, b = { 0 };

    aet_fold(aet_span_z(fold_rows[_i][0]), &a);
    aet_fold(aet_buf_view(&a), &b);
    ck_assert_str_eq(aet_buf_z(&a), aet_buf_z(&b));
    aet_buf_free(&a);
    aet_buf_free(&b);
}
END_TEST

/* What is read without utf8proc folds as utf8proc folds it: beside a letter that only it knows. */
START_TEST(fold_plain_as_unicode)
{
    const utf8proc_int32_t from = 0x20, to = 0x2040;

    for (utf8proc_int32_t c = from; c < to; c++) {
        struct buf text = { 0 }, alone = { 0 }, beside = { 0 };
        utf8proc_uint8_t letter[4];

        aet_buf_str(&text, "øx");
        aet_buf_add(&text, letter, (size_t)utf8proc_encode_char(c, letter));
        aet_buf_str(&text, "y");
        aet_fold(aet_buf_view(&text), &beside);
        aet_fold(aet_span_from(aet_buf_view(&text), 2), &alone);
        ck_assert_msg(aet_span_eq(aet_span_from(aet_buf_view(&beside), 2), aet_buf_view(&alone)),
                      "U+%04X: %s, %s", (unsigned)c, aet_buf_z(&beside), aet_buf_z(&alone));
        aet_buf_free(&text);
        aet_buf_free(&alone);
        aet_buf_free(&beside);
    }
}
END_TEST

START_TEST(fold_name)
{
    static const char *const rows[] = { "Public cible :",   "public_cible", "PUBLIC-CIBLE",
                                        "« Public cible »", "public/cible", "Publicible" };
    struct buf a = { 0 };

    aet_fold_name(aet_span_z(rows[_i]), &a);
    ck_assert(_i == 5 ? strcmp(aet_buf_z(&a), "publiccible")
                      : !strcmp(aet_buf_z(&a), "publiccible"));
    aet_buf_free(&a);
}
END_TEST

/* Two labels are one by what they say; of two that say nothing, those written the same. */
START_TEST(fold_same)
{
    static const struct {
        const char *a, *b;
        bool headings, labels;
    } rows[] = {
        { "Santé", "SANTE.", true, true }, { "a-b", "ab", true, false }, { "?", "?", false, true },
        { "?", "!", false, false },        { "", "", false, false },
    };
    struct span a = aet_span_z(rows[_i].a), b = aet_span_z(rows[_i].b);

    ck_assert_int_eq(aet_fold_same(a, b), rows[_i].headings);
    ck_assert_int_eq(aet_fold_same_label(a, b), rows[_i].labels);
}
END_TEST

START_TEST(blanks)
{
    static const struct {
        const char *text;
        size_t begins, ends;
    } rows[] = {
        { " a", 1, 0 },
        { "a\t", 0, 1 },
        { "\xC2\xA0"
          "a\xE2\x80\xAF",
          2, 3 },
        { "\xE2\x80\xAF", 3, 3 },
        { "\xA0", 0, 0 },
        { "\n", 0, 0 },
        { "", 0, 0 },
    };

    ck_assert_uint_eq(aet_utf8_blank(aet_span_z(rows[_i].text)), rows[_i].begins);
    ck_assert_uint_eq(aet_utf8_blank_end(aet_span_z(rows[_i].text)), rows[_i].ends);
}
END_TEST

START_TEST(fold_short)
{
    static const char *const rows[][2] = { { "Décideurs (élus, etc.)", "Décideurs" },
                                           { "(élus)", "(élus)" },
                                           { "a (b) c", "a (b) c" },
                                           { "a (b) (c)", "a (b)" },
                                           { "a", "a" } };

    says(aet_fold_short(aet_span_z(rows[_i][0])), rows[_i][1]);
}
END_TEST

START_TEST(nfc)
{
    struct buf a = { 0 };

    aet_nfc(AET_LIT("e\xCC\x81t\xC3\xA9"), &a);
    ck_assert_str_eq(aet_buf_z(&a), "\xC3\xA9t\xC3\xA9");
    aet_buf_clear(&a);
    aet_nfc(AET_LIT("\xE9"), &a); /* not UTF-8: as it is */
    ck_assert_str_eq(aet_buf_z(&a), "\xE9");
    aet_buf_free(&a);
}
END_TEST

/* What is passed by as plain is what utf8proc would have left alone. */
START_TEST(nfc_plain)
{
    for (utf8proc_int32_t c = 1; c < 0x2100; c++) {
        utf8proc_uint8_t text[8] = "e", *made;
        utf8proc_ssize_t n = 1 + utf8proc_encode_char(c, text + 1);
        struct buf a = { 0 };

        text[n] = 'i';
        text[n + 1] = '\0';
        made = utf8proc_NFC(text);
        aet_nfc(aet_span_z((const char *)text), &a);
        ck_assert_str_eq(aet_buf_z(&a), (const char *)made);
        free(made);
        aet_buf_free(&a);
    }
}
END_TEST

/* Words before a name, as French has them. */
static const struct {
    const char *word, *name, *expected;
} elided[] = {
    { "de", "Montréal", "de Montréal" },
    { "de", "Alma", "d’Alma" },
    { "de", "Étang-Rond", "d’Étang-Rond" },
    { "de", "octobre 2026", "d’octobre 2026" },
    { "de", "Hochelaga", "d’Hochelaga" },
    { "de", "Haute-Côte", "de Haute-Côte" },
    { "de", "Yves", "d’Yves" },
    { "de", "Yamaska", "de Yamaska" },
    { "de", "onze", "de onze" },
    { "de", "Œuvre", "d’Œuvre" },
    { "de", "« Alma »", "de « Alma »" },
    { "de", "12", "de 12" },
    { "de", "", "de " },
    { "de", "Le Bic", "du Bic" },
    { "de", "Les Escoumins", "des Escoumins" },
    { "que", "Le Bic", "que Le Bic" },
    { "que", "Anne", "qu’Anne" },
};

START_TEST(elision)
{
    struct buf out = { 0 };
    struct span name = aet_span_z(elided[_i].name);

    aet_elide(&out, elided[_i].word, &name);
    aet_buf_span(&out, name);
    ck_assert_str_eq(aet_buf_z(&out), elided[_i].expected);
    aet_buf_free(&out);
}
END_TEST

/* The forms of a word by its number, in both languages. */
static const struct {
    const char *number, *fr, *en;
} counted[] = {
    { "0", "aucune mention, 0 plan", "no mentions, 0 plans" },
    { "1", "1 mention, 1 plan, dont 1 lu", "1 mention, 1 plan, of which 1 read" },
    { "2", "2 mentions, 2 plans, dont 2 lus", "2 mentions, 2 plans, of which 2 read" },
    { "10", "10 mentions, 10 plans, dont 10 lus", "10 mentions, 10 plans, of which 10 read" },
};

START_TEST(forms)
{
    static const struct text message = {
        "{n|aucune mention|# mention|# mentions}, {n} {n|plan|plans}{n||, dont # lu|, dont # lus}",
        "{n|no mentions|# mention|# mentions}, {n} {n|plan|plans}"
        "{n||, of which # read|, of which # read}"
    };
    struct buf out = { 0 };

    aet_words_put(&out, message, LANG_FR, AET_WORDS(aet_word("n", counted[_i].number)));
    ck_assert_str_eq(aet_buf_z(&out), counted[_i].fr);
    aet_buf_clear(&out);
    aet_words_put(&out, message, LANG_EN, AET_WORDS(aet_word("n", counted[_i].number)));
    ck_assert_str_eq(aet_buf_z(&out), counted[_i].en);
    aet_buf_free(&out);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("text");
    TCase *t = tcase_create("text");

    tcase_add_loop_test(t, trim, 0, 5);
    tcase_add_loop_test(t, find, 0, 6);
    tcase_add_test(t, order);
    tcase_add_loop_test(t, utf8, 0, ROWS(utf8_rows));
    tcase_add_test(t, hash_spreads);
    tcase_add_test(t, utf8_anywhere);
    tcase_add_test(t, utf8_any_length);
    tcase_add_test(t, marks_differ);
    tcase_add_test(t, marks_stay);
    tcase_add_loop_test(t, width, 0, 5);
    tcase_add_test(t, fit);
    tcase_add_loop_test(t, fold, 0, ROWS(fold_rows));
    tcase_add_loop_test(t, fold_again, 0, ROWS(fold_rows));
    tcase_add_loop_test(t, fold_apart, 0, 4);
    tcase_add_test(t, fold_bad);
    tcase_add_test(t, fold_plain_as_unicode);
    tcase_add_loop_test(t, fold_name, 0, 6);
    tcase_add_loop_test(t, fold_same, 0, 5);
    tcase_add_loop_test(t, blanks, 0, 7);
    tcase_add_loop_test(t, fold_short, 0, 5);
    tcase_add_loop_test(t, elision, 0, sizeof elided / sizeof *elided);
    tcase_add_loop_test(t, forms, 0, sizeof counted / sizeof *counted);
    tcase_add_test(t, nfc);
    tcase_add_test(t, nfc_plain);
    suite_add_tcase(s, t);
    return run_suite(s);
}
