/* The section of key messages: what each audience is told, and to whom nothing is. */
#include "base/fold.h"
#include "publics/bilan.h"

enum { MESSAGES_PUBLIC, MESSAGES_LIBELLE, MESSAGES_ACTIVITES, MESSAGES_AVEC, MESSAGES_MESSAGES };
static const struct column messages_columns[] = {
    [MESSAGES_PUBLIC] = { "public", { "Public", "Audience" }, CELL_CODE, true },
    [MESSAGES_LIBELLE] = { "libelle", { "Public", "Audience" }, CELL_TEXT, false },
    [MESSAGES_ACTIVITES] = { "activites", { "Activités", "Activities" }, CELL_COUNT, false },
    [MESSAGES_AVEC] = { "avec_message",
                        { "Avec un message clé", "With a key message" },
                        CELL_COUNT,
                        false },
    [MESSAGES_MESSAGES] = { "messages", { "Messages clés", "Key messages" }, CELL_LIST, false },
};

static void put(const struct bilan *b, struct section *s, size_t row)
{
    const struct messages *m = &b->messages;
    struct buf texts = { 0 };
    int64_t with = 0;

    for (size_t i = 0; i < m->paires.n; i++) {
        if (m->list[i].public != (int32_t)row)
            continue;
        aet_list_add(&texts, m->textes.list[m->list[i].texte]);
        with += m->list[i].activites;
    }
    aet_row_begin(s);
    aet_row_text(s, MESSAGES_PUBLIC, aet_cell(b->p->publics, row, 0));
    aet_row_text(s, MESSAGES_LIBELLE,
                 aet_fold_short(aet_label(b->p->publics, row, s->report->lang)));
    aet_row_count(s, MESSAGES_ACTIVITES, b->publics[row].activites);
    aet_row_count(s, MESSAGES_AVEC, with);
    aet_row_list(s, MESSAGES_MESSAGES, aet_buf_view(&texts));
    aet_row_end(s);
    aet_buf_free(&texts);
}

/* Where nobody writes a message there is nothing to set side by side. */
static void messages(void *sum, struct section *s)
{
    static const struct text same = {
        "Les mêmes mots, ou d’autres\u00a0: à chaque public son message, et un même langage pour "
        "tous ceux qui le portent (Analyse sur la pérennité, appropriation, 2).",
        "The same words, or others: to each audience its message, and one language for all who "
        "bear it (Analyse sur la pérennité, appropriation, 2)."
    };
    const struct bilan *b = sum;

    s->absent = !b->messages.paires.n;
    for (size_t row = 0; b->messages.paires.n && row < b->p->publics->rows; row++)
        if (b->publics[row].activites)
            put(b, s, row);
    if (b->messages.paires.n)
        aet_section_say(s, same);
}

const struct section_kind aet_publics_kind_messages = {
    .key = "messages",
    .title = { "Ce que l’on dit à chaque public", "What each audience is told" },
    AET_COLUMNS(messages_columns),
    .fill = messages,
};
