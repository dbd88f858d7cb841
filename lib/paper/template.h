/* A house template (.docx, .dotx): what a document of ours takes of it. Its styles, theme and
 * lists, the head and foot of its pages with their pictures, the paper and the margins; nothing of
 * its text, its properties, its macros or what it leans on elsewhere.
 *
 * A template is somebody else's: what is taken is read whole first, and refused where it leads
 * outside, holds objects, or asks for more than the number of a page and the like. */
#ifndef AET_PAPER_TEMPLATE_H
#define AET_PAPER_TEMPLATE_H

#include "base/buf.h"
#include "base/must.h"

enum template_fault {
    TEMPLATE_SOUND,
    TEMPLATE_READ,    /* the system refused (errno) */
    TEMPLATE_BUILD,   /* no template can be read here: built without expat or minizip */
    TEMPLATE_KIND,    /* no .docx and no .dotx */
    TEMPLATE_LOCKED,  /* under a password, or of the old kind */
    TEMPLATE_LARGE,   /* larger than a template is */
    TEMPLATE_DAMAGED, /* it does not hold together */
    TEMPLATE_OUTSIDE, /* it leads outside: what */
    TEMPLATE_OBJECT /* its head or foot holds an object or asks for a field that is not taken: what
                     */
};

struct paper_template;

/* Read a file; what `fd` holds, which it takes over (-1: errno says why). NULL with *fault, and
 * what that is about in `what`. */
AET_MUST struct paper_template *
aet_paper_template_open(const char *path, enum template_fault *fault, struct buf *what);
AET_MUST struct paper_template *aet_paper_template_read(int fd, enum template_fault *fault,
                                                        struct buf *what);
void aet_paper_template_free(struct paper_template *t);

#endif
