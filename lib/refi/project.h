/* REFI-QDA projects in memory: their people, their codes, their sources, and every coding with the
 * selection or the source it stands on. Several files may be several coders' copies of one project:
 * what has one GUID is one thing in them. */
#ifndef AET_REFI_PROJECT_H
#define AET_REFI_PROJECT_H

#include "base/must.h"
#include "base/names.h"
#include "refi/directory.h"
#include "refi/refi.h"
#include "refi/shelf.h"

enum { NO_POSITION = -1 };

/* Spans live in the arena of the project. */
struct source {
    struct span guid, name, kind; /* TextSource, PDFSource, … */
    struct span text;             /* the whole of it, when the project keeps texts; else "" */
    bool ready;                   /* the text is there */
};

/* One code on one selection by one person. */
struct coding {
    struct span recit;        /* the name of the source, or of a part of it */
    struct span segment;      /* of a text: the GUID of the selection; of a page, a picture or a
                                 recording: its coordinates; of a whole source: the source's GUID */
    struct span codeur, code; /* as the directories have them; codeur "": nobody is named */
    struct span texte;        /* "" when it is not at hand */
    struct span memo;
    int64_t debut, fin;    /* characters, or NO_POSITION */
    int64_t longueur;      /* of the source's text, or NO_POSITION */
    struct span source;    /* its GUID */
    bool plain;            /* on the text of a source, or on the whole of it */
    const char *file;      /* where it stands */
    uint64_t line, column; /* in there */
};

/* What a memo is of. */
enum memo_on { ON_PROJECT, ON_SOURCE, ON_CODE, ON_PASSAGE };

/* A memo of what no coding bears: the whole, a source, a code, a passage that nobody coded. */
struct memo {
    enum memo_on on;
    struct span target;         /* GUID of the source or the code; of the whole: "" */
    struct span recit;          /* the name of the source, or of a part of it; "" */
    struct span segment, texte; /* of a passage: what tells it, and its words */
    int64_t debut, fin;         /* of a passage, or NO_POSITION */
    struct span note;           /* GUID of the note that it is; "": a description */
    struct span titre, memo;    /* what it is called, and says */
    struct span auteur, date;   /* who, as the directory has them, and when; "" */
    const char *file;           /* where it stands */
    uint64_t line, column;      /* in there */
};

/* A note of a project, whatever it is attached to. */
struct note {
    struct span guid, titre, text, auteur, date;
    bool used; /* something refers to it */
    const char *file;
    uint64_t line;
};

struct project {
    struct arena arena;
    struct span name; /* that of the first file; "" at first */
    struct directory users, codes;
    struct source *sources;
    size_t sources_n, sources_cap;
    struct coding *codings;
    size_t n, cap;
    struct memo *memos;
    size_t memos_n, memos_cap;
    struct note *notes; /* those of every file */
    size_t notes_n, notes_cap;
    struct names known_memos; /* by what they say, of what */
    struct names known;       /* codings by what they say, and each one's place */
    size_t *places, places_cap;
    bool keeps_texts;        /* set before the first file */
    size_t common;           /* codings of a file that an earlier one has: taken once */
    size_t errors, warnings; /* said while reading; what errors concern is left out */
};

/* Read the whole of `text`, one file of several; the texts of sources are looked for on the shelf.
 * People without a name go by their id, or their GUID. False: complained, and this is no project.
 * Free it in any case. */
AET_MUST bool aet_refi_project_read(struct project *p, const struct refi *q, struct span text,
                                    const char *file, const struct shelf *shelf);

/* Once all files are read: people who share a name are told apart by their GUID, codes by their
 * place in the tree. */
void aet_refi_project_close(struct project *p, const struct refi *q, const char *file);

/* Say what is wrong, and count it. */
void aet_refi_project_say(struct project *p, const struct refi *q, const struct rule *rule,
                          const struct refi_place *place, struct span value, const char *expected);

void aet_refi_project_free(struct project *p);

#endif
