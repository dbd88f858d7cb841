/* A sheet of a workbook, and the strings that it shares, in an archive made around them; or the
 * bytes of an archive as they are. Whatever they hold, reading ends, what is read is rows of
 * well-formed cells in UTF-8, and it is the same when it is read again. */
#include "workbook/workbook.h"

#include <unistd.h>

#include "base/utf8.h"
#include "format/csv_row.h"
#include "format/cut_csv.h"
#include "pack.h"
#include "target.h"

enum { READ_MAX = 1 << 22 };

#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static void pack_xlsx(struct span in, struct buf *out)
{
    size_t half = aet_span_find(in, AET_LIT("\n--\n"));
    const struct packed members[] = {
        { "[Content_Types].xml", AET_LIT("<Types/>") },
        { "xl/workbook.xml",
          AET_LIT("<workbook xmlns:r='" REL "'><sheets><sheet name='F' r:id='a'/>"
                  "</sheets></workbook>") },
        { "xl/_rels/workbook.xml.rels",
          AET_LIT("<R><Relationship Id='a' Type='/worksheet' Target='s.xml'/><Relationship Id='b' "
                  "Type='/sharedStrings' Target='t.xml'/><Relationship Id='c' Type='/styles' "
                  "Target='u.xml'/></R>") },
        { "xl/s.xml", aet_span(in.p, half) },
        { "xl/t.xml", aet_span_from(in, half < in.n ? half + 4 : in.n) },
        { "xl/u.xml", AET_LIT("<s><numFmts><numFmt numFmtId='164' formatCode='[h]:mm'/></numFmts>"
                              "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/>"
                              "<xf numFmtId='9'/></cellXfs></s>") },
    };

    pack_members(members, sizeof members / sizeof *members, out);
}

static void pack_ods(struct span in, struct buf *out)
{
    const struct packed members[] = {
        { "mimetype", AET_LIT("application/vnd.oasis.opendocument.spreadsheet") },
        { "content.xml", in },
    };

    pack_members(members, sizeof members / sizeof *members, out);
}

static enum fault read_book(struct span archive, struct buf *text)
{
    enum fault fault = FAULT_NONE;
    int fd = dup(input_file(archive));
    struct decoder *d = aet_decoder_new(fd, NULL, &fault);
    struct workbook *w = aet_workbook_open(d, &fault);
    ssize_t n = 1;

    if (w)
        fault = aet_workbook_begin(w, 0);
    while (w && !fault && n > 0 && text->n < READ_MAX) {
        n = aet_workbook_read(w, aet_buf_room(text, 4096), 4096, &fault);
        text->n += n > 0 ? (size_t)n : 0;
    }
    aet_workbook_free(w);
    aet_decoder_free(d);
    return fault;
}

static void check_rows(struct span text)
{
    struct cutter c;
    struct row *row = aet_csv_row_new(',');
    struct piece piece;
    size_t at;

    for (bool left = text.n >= READ_MAX; left && text.n && text.p[text.n - 1] != '\n';)
        text.n--; /* it was left in the middle */
    MUST(aet_utf8_bad(text) == text.n);
    aet_cutter_csv(&c, ',');
    while (text.n && aet_cut(&c, text, false, &piece) == CUT_RECORD) {
        MUST(row->read(row, aet_span(text.p, piece.end), &at) == FAULT_NONE);
        text = aet_span_from(text, piece.end);
    }
    aet_row_free(row);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span in = aet_span((const char *)data, size);
    struct buf archive = { 0 }, text = { 0 }, again = { 0 };
    size_t choice = take_choice(&in, 3);
    enum fault fault;

    if (choice == 0)
        pack_xlsx(in, &archive);
    else if (choice == 1)
        pack_ods(in, &archive);
    else
        aet_buf_span(&archive, in);
    fault = read_book(aet_buf_view(&archive), &text);
    MUST(read_book(aet_buf_view(&archive), &again) == fault);
    MUST(aet_span_eq(aet_buf_view(&text), aet_buf_view(&again)));
    check_rows(aet_buf_view(&text));
    aet_buf_free(&archive);
    aet_buf_free(&text);
    aet_buf_free(&again);
    return 0;
}
