/* The parts of a house template that its author writes, in an archive made around them; or the
 * bytes of an archive as they are. Whatever they hold, reading ends, and a document that wears what
 * was taken can be written: it leads nowhere outside but by a link. */
#include "paper/template.h"

#include <unistd.h>

#include "pack.h"
#include "paper/paper.h"
#include "target.h"

#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define WORDS "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

static const char *const text =
    "<w:document xmlns:w='" WORDS "' xmlns:r='r'><w:body><w:sectPr><w:headerReference "
    "w:type='default' r:id='c'/><w:pgSz w:w='12240' w:h='15840'/></w:sectPr></w:body></w:document>";

/* Three pieces: the styles, a header, what the header leans on. */
static void pack_template(struct span in, struct buf *out)
{
    struct span pieces[3];

    for (size_t i = 0; i < 3; i++) {
        size_t end = aet_span_find(in, AET_LIT("\n--\n"));

        pieces[i] = aet_span(in.p, end);
        in = aet_span_from(in, end < in.n ? end + 4 : in.n);
    }
    const struct packed members[] = {
        { "_rels/.rels", AET_LIT("<R><Relationship Id='a' Type='" REL
                                 "officeDocument' Target='word/document.xml'/></R>") },
        { "word/document.xml", aet_span_z(text) },
        { "word/_rels/document.xml.rels",
          AET_LIT("<R><Relationship Id='b' Type='" REL "styles' Target='styles.xml'/>"
                  "<Relationship Id='c' Type='" REL "header' Target='header.xml'/></R>") },
        { "word/styles.xml", pieces[0] },
        { "word/header.xml", pieces[1] },
        { "word/_rels/header.xml.rels", pieces[2] },
        { "word/media/a.png", AET_LIT("a picture") },
    };

    pack_members(members, sizeof members / sizeof *members, out);
}

/* A document of one paragraph in what was taken. */
static void wear(const struct paper_template *t)
{
    const struct paper_setup setup = { .title = AET_LIT("Titre"),
                                       .date = { 2026, 3, 31 },
                                       .dress = t };
    struct buf out = { 0 };
    struct paper *p = aet_paper_new(&out, &setup);

    MUST(aet_paper_width(p, false) > 0 && aet_paper_width(p, true) > 0);
    aet_paper_text(p, PAPER_BULLET, AET_LIT("une phrase"));
    MUST(aet_paper_end(p));
    MUST(out.n > 0);
    aet_buf_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct span in = aet_span((const char *)data, size);
    struct buf archive = { 0 }, what = { 0 };
    size_t choice = take_choice(&in, 2);
    enum template_fault fault = TEMPLATE_SOUND;
    struct paper_template *t;

    if (choice == 0)
        pack_template(in, &archive);
    else
        aet_buf_span(&archive, in);
    t = aet_paper_template_read(dup(input_file(aet_buf_view(&archive))), &fault, &what);
    MUST((t != NULL) == (fault == TEMPLATE_SOUND));
    if (t)
        wear(t);
    aet_paper_template_free(t);
    aet_buf_free(&archive);
    aet_buf_free(&what);
    return 0;
}
