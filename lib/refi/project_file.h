/* One file of a project while it is read: its own people and codes, to which its codings refer.
 * Inside of this folder only. */
#ifndef AET_REFI_PROJECT_FILE_H
#define AET_REFI_PROJECT_FILE_H

#include "refi/project.h"

/* Text for the memos of the codings from `first` to before `end`: given, or that of a note. */
struct memo_link {
    size_t first, end;
    struct span note, text; /* the GUID of a note; or "" and the text */
};

struct project_file {
    struct directory users, codes;
    struct memo_link *links;
    size_t links_n, links_cap;
    struct note *notes;
    size_t notes_n, notes_cap;
    size_t first;      /* of its codings in the project */
    size_t first_memo; /* of its memos */
    size_t elsewhere;  /* memos of sets, cases and the like: nothing here has them */
};

/* All is read: codings refer to what the project has, or are left out; those that it has already
 * are left out too. */
void aet_refi_project_settle(struct project *p, const struct refi *q, struct project_file *f);

/* So many memos of the file are left out. */
void aet_refi_project_memos(const struct refi *q, const char *file, size_t n);

void aet_refi_project_file_free(struct project_file *f);

#endif
