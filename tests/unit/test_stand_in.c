/* base: what people write in place of a value. */
#include "base/stand_in.h"
#include "suite.h"

static const char *const nothing[] = {
    "?",
    "??",
    " ? ",
    "(?)",
    "-",
    "--",
    "\xE2\x80\x93",
    "\xE2\x80\x94",
    "\xE2\x88\x92",
    "...",
    "\xE2\x80\xA6",
    ".",
    "/",
    "___",
    "- $",
    "-\xC2\xA0$",
    "n/a",
    "N/A",
    "N.A.",
    "na",
    "n.a",
    "s.o.",
    "S/O",
    "so",
    "Sans objet",
    "non applicable",
    "nd",
    "N.D.",
    "n/d",
    "non disponible",
    "inconnu",
    "Inconnue",
    "unknown",
    "nsp",
    "NSP",
    "\xC3\xA0 d\xC3\xA9terminer",
    "\xC3\x80 D\xC3\x89TERMINER",
    "a\xCC\x80 determiner",
    "A determiner",
    "\xC3\xA0 venir",
    "\xC3\xA0 confirmer",
    "(\xC3\xA0 confirmer)",
    "à préciser",
    "\xC3\xA0 venir !",
    "tbd",
    "T.B.D.",
    "TBA",
    "to be determined",
};

static const char *const above[] = {
    "idem",
    "Idem",
    "IDEM.",
    "id.",
    "Id.",
    "ibid.",
    "ditto",
    "\"",
    "\"\"",
    "''",
    "\xE2\x80\x99\xE2\x80\x99",
    "\xE2\x80\xB3",
    "\xE2\x80\x9D",
    "\xC2\xBB",
    "\xC2\xAB \xC2\xBB",
    "\xE3\x80\x83",
    "-\"-",
    "- \xC2\xBB -",
    "-\xE3\x80\x83-",
    "//",
    "-//-",
    "'",
};

static const char *const itself[] = {
    "",
    " ",
    "0",
    "x",
    "X",
    "id",
    "non",
    "oui",
    "aucun",
    "$",
    "#N/A",
    "#N/D",
    "!",
    "*",

    ",",
    "nan",
    "none",
    "Idem pour la MRC",
    "idem 2",
    "? (voir Josée)",
    "\xC3\xA0 confirmer : 15 mars",
    "en attente",
    "prochainement",
    "n",
    "/2",
    "s o s",
    "-5",
    "so what",
    "\xFF\xFE",
    "\xC3\xA0 d\xC3\xA9terminer par le comit\xC3\xA9 de coordination",
};

static void all_are(const char *const *texts, int n, enum stand_in what)
{
    for (int i = 0; i < n; i++)
        ck_assert_msg(aet_stand_in(aet_span_z(texts[i])) == what, "%s", texts[i]);
}

START_TEST(stand_in)
{
    all_are(nothing, ROWS(nothing), STANDS_FOR_NOTHING);
    all_are(above, ROWS(above), STANDS_FOR_ABOVE);
    all_are(itself, ROWS(itself), STANDS_FOR_ITSELF);
}
END_TEST

START_TEST(question)
{
    static const char *const yes[] = { "?", "??", " ? ", "(?)" };
    static const char *const no[] = { "", "()", "-", "n/a", "? Julie", "..." };

    for (int i = 0; i < ROWS(yes); i++)
        ck_assert_msg(aet_stand_in_question(aet_span_z(yes[i])), "%s", yes[i]);
    for (int i = 0; i < ROWS(no); i++)
        ck_assert_msg(!aet_stand_in_question(aet_span_z(no[i])), "%s", no[i]);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("stand_in");
    TCase *t = tcase_create("stand_in");

    tcase_add_test(t, stand_in);
    tcase_add_test(t, question);
    suite_add_tcase(s, t);
    return run_suite(s);
}
