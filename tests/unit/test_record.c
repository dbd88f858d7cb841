/* record: lists, sheets, headings, places. */
#include "format/ndjson.h"
#include "perennite/records.h"
#include "publics/records.h"
#include "record/items.h"
#include "flow/mark.h"
#include "record/place.h"
#include "repa/records.h"
#include "format/sheet.h"
#include "suite.h"

static const struct {
    const char *cell, *parts; /* joined by / */
} item_rows[] = {
    { "a|b", "a/b" },   { " a | b ", "a/b" }, { "a\nb\r\nc\rd", "a/b/c/d" }, { "a||b|", "a/b" },
    { "", "" },         { " | ", "" },        { "a\\|b|c", "a|b/c" },        { "a\\\\|b", "a\\/b" },
    { "a\\b", "a\\b" }, { "a\\", "a\\" },     { "\\\\\\|", "\\|" },          { "é|è", "é/è" },
};

START_TEST(items)
{
    struct arena arena = { 0 };
    struct value v = { .kind = VALUE_TEXT, .text = aet_span_z(item_rows[_i].cell) };
    struct items it = aet_items(&v, &arena);
    struct buf out = { 0 };
    struct span part;
    size_t n = 0;

    while (aet_items_next(&it, &part)) {
        if (n)
            aet_buf_char(&out, '/');
        aet_buf_span(&out, part);
        ck_assert_uint_eq(it.position, n++);
    }
    ck_assert_str_eq(aet_buf_z(&out), item_rows[_i].parts);
    aet_buf_free(&out);
    aet_arena_free(&arena);
}
END_TEST

/* Parts written as a cell read back as those parts. */
START_TEST(items_again)
{
    static const char letters[] = "a|\\b;\"";
    unsigned long long seed = 11;

    for (int k = 0; k < 20000; k++) {
        struct arena arena = { 0 };
        struct buf cell = { 0 }, parts[3] = { { 0 } };
        struct value v = { .kind = VALUE_TEXT };
        struct items it;
        struct span part;

        for (int i = 0; i < 3; i++) {
            for (size_t n = 1 + random_next(&seed) % 5; n; n--)
                aet_buf_char(&parts[i], letters[random_next(&seed) % (sizeof letters - 1)]);
            if (i)
                aet_buf_char(&cell, '|');
            ck_assert(aet_items_write(&cell, aet_buf_view(&parts[i])));
        }
        v.text = aet_buf_view(&cell);
        it = aet_items(&v, &arena);
        for (int i = 0; i < 3; i++) {
            ck_assert(aet_items_next(&it, &part));
            ck_assert_msg(aet_span_eq(part, aet_buf_view(&parts[i])), "%s", aet_buf_z(&cell));
            aet_buf_free(&parts[i]);
        }
        ck_assert(!aet_items_next(&it, &part));
        aet_buf_free(&cell);
        aet_arena_free(&arena);
    }
}
END_TEST

START_TEST(items_line)
{
    struct buf out = { 0 };

    ck_assert(!aet_items_write(&out, AET_LIT("a\nb")));
    ck_assert_uint_eq(out.n, 0);
    aet_items_put(&out, AET_LIT("a\nb"));
    aet_items_put(&out, AET_LIT("c|d"));
    ck_assert_str_eq(aet_buf_z(&out), "a b|c\\|d");
    aet_buf_free(&out);
}
END_TEST

static struct span one_cell(struct buf *row, const char *name, const char *text, bool number)
{
    aet_buf_clear(row);
    aet_sheet_cell(row, aet_span_z(name), aet_span_z(text), number);
    return aet_buf_view(row);
}

/* Columns that show up later are in the heading line; after a thousand rows they are refused. */
START_TEST(sheet_columns)
{
    struct sheet *s = aet_sheet_new((struct sheet_form){ .delimiter = ',' });
    struct buf row = { 0 }, out = { 0 };
    size_t lines = 0;

    aet_sheet_column(s, AET_LIT("a"));
    for (int i = 0; i < 999; i++)
        ck_assert_uint_eq(aet_sheet_row(s, one_cell(&row, "a", "1", false), &out).name.n, 0);
    ck_assert_uint_eq(out.n, 0); /* held back */
    ck_assert_uint_eq(aet_sheet_row(s, one_cell(&row, "b", "2", false), &out).name.n, 0);
    ck_assert(aet_span_starts(aet_buf_view(&out), AET_LIT("a,b\n1,\n")));
    says(aet_sheet_row(s, one_cell(&row, "c", "3", false), &out).name, "c");
    ck_assert_uint_eq(aet_sheet_row(s, one_cell(&row, "c", "", false), &out).name.n, 0);
    ck_assert(aet_sheet_end(s, &out));
    for (size_t i = 0; i < out.n; i++)
        lines += out.p[i] == '\n';
    ck_assert_uint_eq(lines, 1002);
    aet_sheet_free(s);
    aet_buf_free(&row);
    aet_buf_free(&out);
}
END_TEST

/* What a tool writes for people stands under captions; a caption that is somebody's heading already
 * is left to it. */
START_TEST(sheet_captions)
{
    static const struct text caption = { "Lieu", "Place" };
    static const struct {
        struct sheet_form form;
        const char *headings;
    } as[] = { { { .delimiter = ';', .excel = true, .lang = LANG_FR },
                 "\xEF\xBB\xBFplace;Lieu;c\r\n" },
               { { .delimiter = ';', .excel = true, .lang = LANG_EN },
                 "\xEF\xBB\xBFplace;b;Place of it\r\n" },
               { { .delimiter = ';', .lang = LANG_FR }, "place;b;c\n" } };

    for (size_t i = 0; i < sizeof as / sizeof *as; i++) {
        struct sheet *s = aet_sheet_new(as[i].form);
        struct buf out = { 0 };

        aet_sheet_column(s, AET_LIT("place"));
        aet_sheet_field(s, AET_LIT("b"), caption);
        aet_sheet_field(s, AET_LIT("c"), (struct text){ "lieu", "Place of it" });
        ck_assert(aet_sheet_end(s, &out));
        ck_assert_str_eq(aet_buf_z(&out), as[i].headings);
        aet_sheet_free(s);
        aet_buf_free(&out);
    }
}
END_TEST

START_TEST(guarded)
{
    static const struct {
        const char *in;
        bool number;
        char delimiter;
        bool excel;
        const char *out;
    } rows[] = {
        { "=1+1", false, ';', true, "'=1+1" },
        { "=1+1", false, ',', false, "=1+1" },
        { "+41", false, ';', true, "+41" },
        { "-3,5", false, ';', true, "-3,5" },
        { "-x", false, ';', true, "'-x" },
        { "@a", false, ';', true, "'@a" },
        { "'=a", false, ';', false, "''=a" },
        { "'tis", false, ';', true, "'tis" },
        { "''=", false, ';', true, "'''=" },
        { "\ta", false, ';', true, "'\ta" },
        { "1234.5", true, ';', true, "1234,5" },
        { "1.234", true, ',', false, "1.2340" },
        { "1.234", true, ';', false, "1,234" },
        { "a;b", false, ';', true, "\"a;b\"" },
        { "", false, ';', true, "" },
    };
    struct buf out = { 0 };

    for (int i = 0; i < ROWS(rows); i++) {
        aet_buf_clear(&out);
        aet_sheet_guarded(
            &out, aet_span_z(rows[i].in), rows[i].number,
            (struct sheet_form){ .delimiter = rows[i].delimiter, .excel = rows[i].excel });
        ck_assert_str_eq(aet_buf_z(&out), rows[i].out);
    }
    aet_buf_free(&out);
}
END_TEST

static const struct {
    const char *heading;
    int field;
} heading_rows[] = {
    { "public", ACT_PUBLIC },
    { "Public cible", ACT_PUBLIC },
    { "PUBLIC_CIBLE :", ACT_PUBLIC },
    { "E\xCC\x81tat", ACT_ETAT },
    { "N°", ACT_ID },
    { "Nº", ACT_ID },
    { "Et après?", ACT_ET_APRES },
    { "Target audience", ACT_PUBLIC },
    { "couleur", NO_FIELD },
    { "", NO_FIELD },
    { "?", NO_FIELD },
    { "\xE9tat", NO_FIELD },
    { "Clientèle", ACT_RELAIS }, /* by --map below */
    /* what people write around it */
    { "Où en est-on ?", ACT_ETAT },
    { "Où en est-on\xC2\xA0?", ACT_ETAT },
    { "À qui s'adresse-t-on ?", ACT_PUBLIC },
    { "À qui s’adresse-t-on?", ACT_PUBLIC },
    { "À QUI S’ADRESSE-T-ON ? *", ACT_PUBLIC },
    { "À quels publics s'adresse-t-elle ? (cochez toutes les réponses qui s'appliquent)",
      ACT_PUBLIC },
    { "Quel est le titre de votre activité de partage ?", ACT_QUOI },
    { "3. Quel est le titre de l’activité ?", ACT_QUOI },
    { "Q3 - Titre de l'activité", ACT_QUOI },
    { "Question 3 : Titre", ACT_QUOI },
    { "a) Titre", ACT_QUOI },
    { "QUOI ?\nDécrivez brièvement l'activité", ACT_QUOI },
    { "Quoi ? (Activité)", ACT_QUOI },
    { "Le public visé", ACT_PUBLIC },
    { "Nos publics", ACT_PUBLIC },
    { "Public(s) visé(s)", ACT_PUBLIC },
    { "Responsable(s)", ACT_RESPONSABLE },
    { "Porteur(euse)", ACT_RESPONSABLE },
    { "Porteur·euse", ACT_RESPONSABLE },
    { "Budget prévu (en $)", ACT_BUDGET },
    { "Budget ($ CA)", ACT_BUDGET },
    { "Date prévue (AAAA-MM-JJ)", ACT_ECHEANCE },
    { "Commentaires (facultatif)", ACT_NOTES },
    { "Veuillez indiquer le nom de la personne responsable.", ACT_RESPONSABLE },
    { "Public / Clientèle cible", ACT_PUBLIC },
    { "Effets (observés)", ACT_RETOMBEES_OBSERVEES },
    { "What is the title of the activity?", ACT_QUOI },
    /* what says something else, or more */
    { "Résultats (attendus)", ACT_RETOMBEES },
    { "Résultats (préliminaires)", NO_FIELD },
    { "Date (révisée)", NO_FIELD },
    { "Date / Lieu", NO_FIELD },
    { "Public / Moyens", NO_FIELD },
    { "Public secondaire", NO_FIELD },
    { "Budget (heures)", NO_FIELD },
    { "Budget 2025-2026", NO_FIELD },
    { "2026 - Budget", NO_FIELD },
    { "Fait", NO_FIELD }, /* not « Fait le » */
    { "Nom", NO_FIELD },
    { "Satisfaction du public", NO_FIELD },
    { "3.", NO_FIELD },
    { "(cochez)", NO_FIELD },
    { "((", NO_FIELD },
    { "4. COMMENT ?", ACT_COMMENT }, /* no plural of Comments */
    { "4. Comments", ACT_NOTES },
    { "Titre. Quel est le titre de l'activité ?", ACT_QUOI },
    { "Public[SQ001]. À qui s'adresse l'activité ?", ACT_PUBLIC },
    { "Resp. budget", NO_FIELD },
    { "Statut (fait / en cours / à venir)", ACT_ETAT },
    { "Date (prévue / réelle)", NO_FIELD },
};

START_TEST(headings)
{
    struct rename map[] = { { AET_LIT("CLIENTELE"), AET_LIT("relais"), false } };
    struct headings *h = aet_headings_new(&aet_publics_schema_activite, map, 1);

    for (int round = 0; round < 2; round++) /* the second time from the memo */
        ck_assert_msg(aet_heading_field(h, aet_span_z(heading_rows[_i].heading)) ==
                          heading_rows[_i].field,
                      "%s", heading_rows[_i].heading);
    ck_assert_int_eq(map[0].used, heading_rows[_i].field == ACT_RELAIS);
    aet_headings_free(h);
}
END_TEST

/* No two fields of a schema are reached by one heading. */
static const struct schema *const schemas[] = {
    &aet_publics_schema_activite, &aet_perennite_schema_mention, &aet_repa_schema_journal,
    &aet_repa_schema_segments,    &aet_repa_schema_recits,       &aet_repa_schema_conditions
};

START_TEST(headings_apart)
{
    const struct schema *schema = schemas[_i];
    struct headings *h = aet_headings_new(schema, NULL, 0);

    for (size_t i = 0; i < schema->n; i++) {
        struct field_headings rest = { 0 };
        struct span heading;

        while (aet_field_heading(&schema->fields[i], &rest, &heading))
            ck_assert_msg(aet_heading_field(h, heading) == (int)i, "%.*s", (int)heading.n,
                          heading.p);
    }
    aet_headings_free(h);
}
END_TEST

START_TEST(advance)
{
    static const struct {
        const char *text;
        uint64_t line, column;
    } rows[] = { { "", 1, 1 },       { "abc", 1, 4 },     { "a\nb", 2, 2 },
                 { "a\r\nb", 2, 2 }, { "a\rb\nc", 3, 2 }, { "é\xE2\x80\xAF", 1, 3 },
                 { "\n\n", 3, 1 } };
    uint64_t line = 1, column = 1;

    aet_place_advance(aet_span_z(rows[_i].text), &line, &column);
    ck_assert_uint_eq(line, rows[_i].line);
    ck_assert_uint_eq(column, rows[_i].column);
}
END_TEST

/* Places in a JSON record, by path. */
START_TEST(places)
{
    static const char json[] =
        "{\"Public cible\": [\"a\", \"b\"],\n \"x\": {\"y\": [1, {\"z\": 2}]}}";
    static const struct {
        const char *path, *there;
    } rows[] = { { "", "{" },           { "public", "[\"a\"" }, { "public[1]", "\"b\"" },
                 { "public[7]", "[" },  { "x.y[1].z", "2}" },   { "x.w", "{\"y\"" },
                 { "absent", "{\"Pub" } };
    struct headings *h = aet_headings_new(&aet_publics_schema_activite, NULL, 0);
    struct layout layout = { .format = &aet_format_ndjson };
    struct slice slice = { .raw = AET_LIT(json), .line = 1, .column = 1, .number = 1 };
    struct record_reader r;
    struct heading_fault fault;
    size_t at;

    aet_record_reader_init(&r, &aet_publics_schema_activite, h);
    ck_assert(aet_record_reader_file(&r, &layout, &fault));
    at = aet_place_at(&r, &slice, aet_span_z(rows[_i].path), &(struct place_walk){ 0 }).at;
    ck_assert(aet_span_starts(aet_span_from(slice.raw, at), aet_span_z(rows[_i].there)));
    aet_record_reader_free(&r);
    aet_headings_free(h);
}
END_TEST

START_TEST(letters)
{
    static const struct {
        size_t column;
        const char *letters;
    } rows[] = { { 0, "" },    { 1, "A" },    { 26, "Z" },    { 27, "AA" },    { 52, "AZ" },
                 { 53, "BA" }, { 702, "ZZ" }, { 703, "AAA" }, { 16384, "XFD" } };
    struct buf out = { 0 };

    aet_column_letters(rows[_i].column, &out);
    ck_assert(aet_span_eq(aet_buf_view(&out), aet_span_z(rows[_i].letters)));
    aet_buf_free(&out);
}
END_TEST

/* A place comes back as it was packed, in 60 bits; its row only where all of it finds room. */
START_TEST(packed)
{
    static const struct {
        size_t file;
        uint64_t line, row, said;
    } rows[] = { { 0, 1, 1, 1 },
                 { 0, 1, 0, 0 },
                 { 3, 86, 36, 36 },
                 { 127, (1 << 26) - 1, (1 << 26) - 1, (1 << 26) - 1 },
                 { 128, 86, 36, 0 },
                 { 0, 1 << 26, 36, 0 },
                 { 5, (uint64_t)1 << 40, 1 << 26, 0 },
                 { 100000, 7, 0, 0 } };
    struct slice slice = { .line = rows[_i].line, .row = rows[_i].row };
    uint64_t place = aet_place_pack(rows[_i].file, &slice);

    ck_assert_uint_eq(place >> PLACE_BITS, 0);
    ck_assert_uint_ne(place, 0);
    ck_assert_uint_eq(aet_place_file(place), rows[_i].file);
    ck_assert_uint_eq(aet_place_line(place), rows[_i].line);
    ck_assert_uint_eq(aet_place_row(place), rows[_i].said);
}
END_TEST

int main(void)
{
    Suite *s = suite_create("record");
    TCase *t = tcase_create("record");

    aet_json_init();
    tcase_add_loop_test(t, items, 0, ROWS(item_rows));
    tcase_add_test(t, items_again);
    tcase_add_test(t, items_line);
    tcase_add_test(t, sheet_columns);
    tcase_add_test(t, sheet_captions);
    tcase_add_test(t, guarded);
    tcase_add_loop_test(t, headings, 0, ROWS(heading_rows));
    tcase_add_loop_test(t, headings_apart, 0, ROWS(schemas));
    tcase_add_loop_test(t, advance, 0, 7);
    tcase_add_loop_test(t, places, 0, 7);
    tcase_add_loop_test(t, letters, 0, 9);
    tcase_add_loop_test(t, packed, 0, 8);
    suite_add_tcase(s, t);
    return run_suite(s);
}
