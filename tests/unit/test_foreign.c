/* io: what is no text, by its first bytes (lib/io/foreign.h). */
#include "io/foreign.h"
#include "suite.h"

#define HEAD(literal)                   \
    {                                   \
        literal, sizeof(literal "") - 1 \
    }

static const struct {
    struct span head;
    enum fault fault;
} heads[] = {
    { HEAD(""), FAULT_NONE },
    { HEAD("id,public\n"), FAULT_NONE },
    { HEAD("PK,public\n"), FAULT_NONE },
    { HEAD("{\"rtf\":1}"), FAULT_NONE },
    { HEAD("%PDF lus,quoi\n"), FAULT_NONE },
    { HEAD("<10,>10\n"), FAULT_NONE },
    { HEAD("<th,td\n"), FAULT_NONE },
    { HEAD("id,page\nA1,<html>\n"), FAULT_NONE },
    { HEAD("PK\3\4\24\0"), FAULT_ARCHIVE },
    { HEAD("PK\3\4\24\0[Content_Types].xml\0xl/workbook.xml"), FAULT_WORKBOOK },
    { HEAD("PK\3\4\24\0[Content_Types].xml\0word/document.xml"), FAULT_DOCUMENT },
    { HEAD("PK\3\4mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), FAULT_WORKBOOK },
    { HEAD("PK\3\4mimetypeapplication/vnd.oasis.opendocument.text"), FAULT_DOCUMENT },
    { HEAD("PK\3\4sources/1.txt\0projet.qde"), FAULT_PROJECT },
    { HEAD("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), FAULT_OFFICE },
    { HEAD("%PDF-1.4\n"), FAULT_PDF },
    { HEAD("{\\rtf1"), FAULT_DOCUMENT },
    { HEAD("\x89PNG\r\n\x1A\n"), FAULT_IMAGE },
    { HEAD("\xFF\xD8\xFF\xE0"), FAULT_IMAGE },
    { HEAD("\x1F\x8B\b\0"), FAULT_NONE }, /* data, compressed: io/unpack.h */
    { HEAD("BZh91AY&SY"), FAULT_ARCHIVE },
    { HEAD("ID;PWXL;N;E\n"), FAULT_WORKBOOK },
    { HEAD("ID;Public\n"), FAULT_NONE },
    { HEAD("<!DOCTYPE html><html>"), FAULT_HTML },
    { HEAD("\n  <HTML>"), FAULT_HTML },
    { HEAD("<table border=1>"), FAULT_HTML },
    { HEAD("<?xml version='1.0'?><!DOCTYPE html PUBLIC>"), FAULT_HTML },
    { HEAD("<?xml version='1.0'?><Workbook>"), FAULT_WORKBOOK },
    { HEAD("<?xml version='1.0'?><Project name='x'>"), FAULT_PROJECT },
    { HEAD("<?xml version='1.0'?><CodeBook>"), FAULT_PROJECT },
    { HEAD("<?xml version='1.0'?><svg/>"), FAULT_XML },
    { HEAD("<?xml version='1.0'?><office:document a='opendocument.spreadsheet'>"), FAULT_WORKBOOK },
    { HEAD("<?xml version='1.0'?><office:document a='opendocument.text'>"), FAULT_DOCUMENT },
};

START_TEST(by_its_head)
{
    struct span head = heads[_i].head, first = aet_span(head.p, head.n < 8 ? head.n : 8);

    ck_assert_int_eq(aet_foreign(head), heads[_i].fault);
    /* what needs more bytes to be told says so from the first ones on */
    if (aet_foreign(head) != aet_foreign(first))
        ck_assert(aet_foreign_look(first));
}
END_TEST

int main(void)
{
    Suite *s = suite_create("foreign");
    TCase *t = tcase_create("foreign");

    tcase_add_loop_test(t, by_its_head, 0, ROWS(heads));
    suite_add_tcase(s, t);
    return run_suite(s);
}
