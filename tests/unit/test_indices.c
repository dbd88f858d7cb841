/* repa/indices: how a transcription is cut, and which words are signs. */
#include "repa/indices/decoupe.h"
#include "repa/indices/signes.h"
#include "suite.h"

/* What is cut, parted by |. */
static const struct {
    const char *text;
    bool phrases;
    const char *cut;
} cuts[] = {
    { "", true, "" },
    { " \n\t\n ", true, "" },
    { "Un.", true, "Un." },
    { "Un. Deux! Trois? Quatre", true, "Un.|Deux!|Trois?|Quatre" },
    { "Un. deux", true, "Un. deux" },
    { "Mme Roy. M. Roy et J. Roy viennent.", true, "Mme Roy.|M. Roy et J. Roy viennent." },
    { "L’art. Et la p. 4.", true, "L’art. Et la p. 4." },
    { "«\u00a0Ça va\u00a0?\u00a0» Oui.", true, "«\u00a0Ça va\u00a0?\u00a0»|Oui." },
    { "On hésite… puis on va… Voilà", true, "On hésite… puis on va…|Voilà" },
    { "Quoi?! Rien.", true, "Quoi?!|Rien." },
    { "3.5 ans. Élan", true, "3.5 ans.|Élan" },
    { "Une ligne\nune autre\n", true, "Une ligne|une autre" },
    { "Une ligne\ncoupée\n\nUne autre", true, "Une ligne\ncoupée|Une autre" },
    { "Une ligne\r\n \r\nUne autre. Fin.\r\n", false, "Une ligne|Une autre. Fin." },
};

START_TEST(cuts_where_sure)
{
    struct span text = aet_span_z(cuts[_i].text);
    struct buf out = { 0 };
    struct decoupe d;
    struct coupe c;
    uint64_t before = 0;

    aet_repa_decoupe_begin(&d, text, cuts[_i].phrases);
    while (aet_repa_decoupe_next(&d, &c)) {
        aet_buf_str(&out, out.n ? "|" : "");
        aet_buf_span(&out, c.text);
        ck_assert(c.debut >= before && c.debut < c.fin);
        before = c.fin;
    }
    says(aet_buf_view(&out), cuts[_i].cut);
    aet_buf_free(&out);
}
END_TEST

/* Signs found, code and words, parted by |. */
static const struct {
    const char *text, *found;
} signs[] = {
    { "", "" },
    { "Rien du tout", "" },
    { "du COACHING, des coachings", "0 COACHING|0 coachings" },
    { "coach ing", "" },
    { "les liens de la confiance", "1 liens de la confiance" },
    { "confiance", "2 confiance" },
    { "lien. Confiance", "2 Confiance" },
    { "la mise au point d’outils", "" },
    { "mettre au point les outils", "3 mettre au point" },
    { "l’observation - veille", "4 observation - veille" },
};

static void add(struct codebook *b, const char *label, const char *alias, const char *description)
{
    struct code *c = aet_refi_codebook_add(b);

    c->label = aet_span_z(label);
    c->alias = aet_span_z(alias);
    c->description = aet_span_z(description);
}

START_TEST(finds_signs)
{
    struct codebook b = { .n = 0 };
    struct buf out = { 0 };
    struct signes s;

    add(&b, "Coaching", "", "");
    add(&b, "Lien de confiance", "", "");
    add(&b, "Assurance", "Confiance|Confiances", "");
    add(&b, "Assistance", "", "Aider; mettre au point, cartographie");
    add(&b, "Observation-veille", "", "");
    aet_repa_signes_init(&s, &b);
    aet_repa_signes_find(&s, aet_span_z(signs[_i].text));
    for (size_t i = 0; i < s.found_n; i++) {
        const struct indice *x = &s.found[i];

        aet_buf_str(&out, i ? "|" : "");
        aet_buf_uint(&out, x->code);
        aet_buf_char(&out, ' ');
        aet_buf_add(&out, signs[_i].text + x->from, x->to - x->from);
    }
    says(aet_buf_view(&out), signs[_i].found);
    aet_buf_free(&out);
    aet_repa_signes_free(&s);
    aet_refi_codebook_free(&b);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("indices");
    TCase *t = tcase_create("all");

    tcase_add_loop_test(t, cuts_where_sure, 0, ROWS(cuts));
    tcase_add_loop_test(t, finds_signs, 0, ROWS(signs));
    suite_add_tcase(s, t);
    return run_suite(s);
}
