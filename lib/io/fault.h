/* What can be wrong with bytes, before anything is known of their meaning. The words for each stand
 * in the catalogue of rules (voice/ent.def); the layer that runs a verb joins the two. */
#ifndef AET_IO_FAULT_H
#define AET_IO_FAULT_H

enum fault {
    FAULT_NONE,
    FAULT_READ,          /* the system refused to read (errno) */
    FAULT_PACKED,        /* a packed file that is damaged, or cut short */
    FAULT_PACKED_BUILD,  /* one that this build has no library for */
    FAULT_CHANGED,       /* a file that is read again is no longer the same */
    FAULT_ENCODING_NAME, /* the name of no encoding that is read */
    FAULT_UTF8,          /* a byte that is not UTF-8 */
    FAULT_CONVERTED,     /* a byte that the encoding of the file does not have */
    FAULT_NUL,           /* a NUL byte */
    FAULT_WORKBOOK,      /* what is no text (io/foreign.h): a workbook that is not read */
    FAULT_OFFICE,        /* an Office file of the old kind, or one under a password */
    FAULT_DOCUMENT,      /* a text document, slides */
    FAULT_PDF,
    FAULT_IMAGE,
    FAULT_ARCHIVE,
    FAULT_HTML,
    FAULT_PROJECT,      /* REFI-QDA */
    FAULT_XML,          /* any other XML */
    FAULT_BOOK_BUILD,   /* a workbook, where none can be read: see workbook/workbook.h */
    FAULT_BOOK_DAMAGED, /* a workbook that does not hold together */
    FAULT_BOOK_PART,    /* one without a part that it needs */
    FAULT_BOOK_LOCKED,  /* one under a password */
    FAULT_BOOK_SIZE,    /* one that grows beyond what a spreadsheet holds */
    FAULT_BOOK_SHEET,   /* one without the sheet that was named */
    FAULT_BOOK_HIDDEN,  /* one whose sheets are all hidden, none being named */
    FAULT_BOOK_NONE,    /* none, where one was said to be */
    FAULT_TOO_LONG,     /* a record over the cap */
    FAULT_QUOTE_OPEN,   /* a quote that is never closed */
    FAULT_QUOTE_STRAY,  /* a quote where none may be, the next record being certain */
    FAULT_QUOTE_LOST,   /* the same, but where the record ends is anybody's guess */
    FAULT_RAGGED,       /* more or fewer cells than headings */
    FAULT_ROWS,         /* a line end where none may be */
    FAULT_JSON_SYNTAX,
    FAULT_JSON_BETWEEN,  /* something else than a comma or the end between two elements */
    FAULT_JSON_OPEN,     /* a bracket or quote that is never closed */
    FAULT_JSON_AFTER,    /* text after the end of the array */
    FAULT_JSON_KEY,      /* a key twice in one object */
    FAULT_JSON_NUMBER,   /* a number out of range */
    FAULT_JSON_NUL,      /* \u0000 */
    FAULT_JSON_DEPTH,    /* nested too deep */
    FAULT_JSON_OBJECT,   /* a record that is no object */
    FAULT_ONE_COLUMN,    /* a header line that no delimiter divides */
    FAULT_DELIMITERS,    /* a header line that two delimiters divide as well */
    FAULT_NO_HEADING,    /* a header line without one known heading */
    FAULT_HEADING_UNSURE /* two lines that may be the header */
};

#endif
