/* From the cells that must be hidden to what a report still says. */
#include "masking/mask.h"

#include "base/message.h"
#include "masking/weave.h"

static struct cell *cell_at(struct section *s, size_t row, size_t column)
{
    return &s->cells[row * s->kind->n + column];
}

/* A section that must go. */
static void leave_out(struct section *s, struct masked *done)
{
    static const struct text why = {
        "Masqué : ce tableau montrerait de petits comptes, ou des enregistrements un à un.",
        "Hidden: this table would show small counts, or records one by one."
    };

    if (!s->rows)
        return;
    s->rows = s->more = s->notes_n = 0;
    s->worded = 0;
    s->withheld = true;
    aet_section_say(s, why);
    if (done->left.n)
        aet_buf_str(&done->left, ", ");
    aet_buf_str(&done->left, aet_text(s->kind->title, s->report->lang));
}

static bool has_digit(struct span text)
{
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] >= '0' && text.p[i] <= '9')
            return true;
    return false;
}

/* Sentences that were made of figures. */
static void drop_notes(struct section *s)
{
    size_t kept = 0;
    uint64_t worded = 0;

    for (size_t i = 0; i < s->notes_n; i++) {
        bool words = i < 64 && s->worded >> i & 1;

        if (!words && has_digit(s->notes[i]))
            continue;
        if (words && kept < 64)
            worded |= (uint64_t)1 << kept;
        s->notes[kept++] = s->notes[i];
    }
    s->notes_n = kept;
    s->worded = worded;
}

static bool is_figure(enum cell_type type)
{
    return type == CELL_COUNT || type == CELL_NUMBER || type == CELL_SHARE || type == CELL_MONEY ||
           type == CELL_DATE || type == CELL_BOOL || type == CELL_LIST;
}

static bool is_key(const struct section_kind *k, size_t column)
{
    for (int i = 0; i < k->mask.keys_n + k->mask.also_n; i++)
        if ((size_t)k->mask.keys[i] == column)
            return true;
    return false;
}

static bool is_count(const struct section_kind *k, size_t column)
{
    for (size_t i = 0; i < aet_mask_counts(k); i++)
        if ((size_t)k->mask.counts[i].column == column)
            return true;
    return false;
}

/* What a row says beside its counts: all of it goes with the first of them (what the row counts);
 * with another one, what may have been worked out of that. */
static void hide_made(struct section *s, size_t row, bool first)
{
    for (size_t c = 0; c < s->kind->n; c++) {
        enum cell_type type = s->kind->columns[c].type;
        bool made = type == CELL_SHARE || type == CELL_NUMBER || type == CELL_BOOL ||
                    (type == CELL_COUNT && !s->kind->single);

        if (!is_key(s->kind, c) && !is_count(s->kind, c) && (first ? is_figure(type) : made))
            cell_at(s, row, c)->known = false;
    }
}

static void hide_row(const struct weave *w, size_t i, size_t row, struct masked *done)
{
    struct section *s = &w->r->sections[i];
    bool first = false, any = false;

    for (size_t c = 0; c < aet_mask_counts(s->kind); c++) {
        if (!w->cells[aet_weave_cell(w, i, row, c)].hidden)
            continue;
        cell_at(s, row, (size_t)s->kind->mask.counts[c].column)->known = false;
        first |= c == 0;
        any = true;
        done->counts++;
    }
    if (any)
        hide_made(s, row, first);
}

static void hide_shares(struct section *s, size_t row)
{
    for (size_t c = 0; c < s->kind->n; c++)
        if (s->kind->columns[c].type == CELL_SHARE)
            cell_at(s, row, c)->known = false;
}

/* A total that may not be known takes the shares of its rows, here and in sections like this. */
static void hide_margin(const struct weave *w, const struct margin *m)
{
    struct section *s = &w->r->sections[m->section];

    if (!w->cells[m->cell].hidden)
        return;
    for (size_t r = 0; r < s->rows; r++)
        if (aet_mask_same_key(s, m->key, r, m->row)) {
            hide_shares(s, r);
            for (size_t i = 0; i < w->r->n; i++) {
                struct section *t = &w->r->sections[i];
                const char *like = t->kind->mask.like;

                for (size_t k = 0; like && strcmp(like, s->kind->key) == 0 && k < t->rows; k++)
                    if (aet_mask_agree(s, r, t, k))
                        hide_shares(t, k);
            }
        }
}

/* The rows of a section that are hidden in another of the same keys. */
static void hide_like(const struct report *r, struct section *s, struct masked *done)
{
    const struct section *other = aet_report_find(r, s->kind->mask.like);

    if (!other || !other->rows) {
        leave_out(s, done);
        return;
    }
    for (size_t row = 0; row < s->rows; row++)
        for (size_t k = 0; k < other->rows; k++)
            if (aet_mask_agree(s, row, other, k) &&
                !other->cells[k * other->kind->n + (size_t)other->kind->mask.counts[0].column]
                     .known)
                hide_made(s, row, true);
}

/* Findings keep their verdict; the figures behind it go. */
static void hide_words(struct section *s)
{
    for (size_t row = 0; row < s->rows; row++)
        for (size_t c = 0; c < s->kind->n; c++) {
            struct cell *x = cell_at(s, row, c);
            enum cell_type type = s->kind->columns[c].type;

            if (is_key(s->kind, c) || !x->known)
                continue;
            if (is_figure(type) ||
                (strcmp(s->kind->columns[c].name, "note") == 0 && has_digit(x->u.s)))
                x->known = false;
        }
}

/* How many different things, when they are few. */
static void hide_few(struct section *s, int64_t under, struct masked *done)
{
    for (size_t row = 0; row < s->rows; row++)
        for (int k = 0; k < s->kind->mask.few_n; k++) {
            struct cell *x = cell_at(s, row, (size_t)s->kind->mask.few[k]);

            if (!x->known || x->u.i <= 0 || x->u.i >= under)
                continue;
            x->known = false;
            done->counts++;
        }
}

static void hide_persons(struct section *s)
{
    for (size_t row = 0; row < s->rows; row++)
        for (size_t k = 0; k < 2 && s->kind->mask.persons[k]; k++)
            cell_at(s, row, (size_t)s->kind->mask.persons[k])->known = false;
}

/* The section with the most counts that cannot be made safe, whatever is hidden beside them; the
 * one of all there is only when no other has any. SIZE_MAX: none. */
static size_t unsafe(const struct weave *w)
{
    bool *known = aet_calloc(w->n + 1, sizeof *known);
    size_t worst = SIZE_MAX, most = 0;

    aet_hidden_known(w->cells, w->n, w->sums, w->m, w->under, known);
    for (size_t i = 0; i < w->r->n; i++) {
        struct section *s = &w->r->sections[i];
        size_t n = 0;

        for (size_t row = 0; row < s->rows && w->first[i] != SIZE_MAX; row++)
            for (size_t c = 0; c < aet_mask_counts(s->kind); c++)
                n += known[aet_weave_cell(w, i, row, c)];
        n = s->kind->single ? n > 0 : n * 2;
        worst = n > most ? i : worst;
        most = n > most ? n : most;
    }
    aet_free(known);
    return worst;
}

/* Under the first section with figures, that counts are missing, and which. */
static void say_masked(struct report *r, int64_t under)
{
    static const struct text hidden = {
        "Les comptes de moins de {nombre} qui pourraient désigner quelqu’un sont masqués, avec ce "
        "qui les donnerait par soustraction.",
        "Counts under {nombre} that could point to somebody are hidden, with what would give them "
        "away by subtraction."
    };
    struct buf text = { 0 };
    size_t first = r->n && r->sections[0].kind->tell;

    if (first >= r->n || r->sections[first].kind->mask.kind == MASK_OWN)
        return;
    aet_words_put(&text, hidden, r->lang, AET_WORDS(aet_word_int("nombre", under)));
    aet_section_note(&r->sections[first], aet_buf_view(&text));
    aet_buf_free(&text);
}

static void hide_cells(const struct weave *w, struct masked *done)
{
    for (size_t i = 0; i < w->margins_n; i++)
        hide_margin(w, &w->margins[i]);
    for (size_t i = 0; i < w->r->n; i++)
        for (size_t row = 0; row < w->r->sections[i].rows && w->first[i] != SIZE_MAX; row++)
            hide_row(w, i, row, done);
}

/* Weighed together, and again without the section that stands in the way, until all is safe. */
static void weigh(struct report *r, int64_t under, struct masked *done)
{
    bool again = true;

    while (again) {
        struct weave w;
        size_t worst = SIZE_MAX;

        aet_weave(&w, r, under);
        if (aet_hide_more(w.cells, w.n, w.sums, w.m, under, false) > 0)
            worst = unsafe(&w);
        again = worst != SIZE_MAX && !r->sections[worst].kind->single;
        if (again)
            leave_out(&r->sections[worst], done);
        else
            hide_cells(&w, done);
        aet_weave_free(&w);
    }
}

void aet_mask_report(struct report *r, int64_t under, struct masked *done)
{
    *done = (struct masked){ 0 };
    weigh(r, under, done);
    for (size_t i = 0; i < r->n; i++) {
        struct section *s = &r->sections[i];
        enum mask_kind kind = s->kind->mask.kind;

        if (kind != MASK_OWN)
            drop_notes(s);
        if (kind == MASK_LEFT_OUT || (kind == MASK_COUNTS && !aet_mask_weighs(s)))
            leave_out(s, done);
        else if (kind == MASK_WORDS)
            hide_words(s);
        else if (s->kind->mask.like)
            hide_like(r, s, done);
        hide_few(s, under, done);
        hide_persons(s);
        if (s->kind->mask.also && s->kind->mask.also(s, under))
            leave_out(s, done);
    }
    say_masked(r, under);
}
