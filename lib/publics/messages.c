/* Counting key messages by audience. */
#include "publics/messages.h"

static void count(struct messages *m, int32_t public, struct span text, int64_t n)
{
    uint32_t texte = aet_names_id(&m->textes, text), id;
    size_t before = m->paires.n;
    struct buf key = { 0 };

    aet_buf_int(&key, public);
    aet_buf_char(&key, '/');
    aet_buf_uint(&key, texte);
    id = aet_names_id(&m->paires, aet_buf_view(&key));
    m->list = aet_grow(m->list, &m->cap, id, sizeof *m->list);
    if (id >= before)
        m->list[id] = (struct message){ public, texte, 0 };
    m->list[id].activites += n;
    aet_buf_free(&key);
}

void aet_publics_messages_add(struct messages *m, const struct facts *f)
{
    const struct item *it = aet_fact_items(f, ACT_PUBLIC);
    struct span text = aet_span_trim(aet_fact_text(f, ACT_MESSAGE));

    m->textes.folded = true;
    for (size_t i = 0; text.n && i < aet_fact_count(f, ACT_PUBLIC); i++)
        count(m, it[i].row, text, 1);
}

void aet_publics_messages_merge(struct messages *to, const struct messages *from)
{
    to->textes.folded = true;
    for (size_t i = 0; i < from->paires.n; i++)
        count(to, from->list[i].public, from->textes.list[from->list[i].texte],
              from->list[i].activites);
}

void aet_publics_messages_carry(struct messages *m, struct partial *p, size_t publics)
{
    m->textes.folded = true;
    aet_partial_names(p, "message", &m->textes);
    for (size_t i = 0; aet_partial_row(p, "adresse", i < m->paires.n); i++) {
        struct message x = aet_partial_reads(p) ? (struct message){ 0 } : m->list[i];

        aet_partial_range(p, &x.public, 0, (int32_t)publics - 1);
        aet_partial_index(p, &x.texte, m->textes.n);
        aet_partial_number(p, &x.activites);
        if (aet_partial_reads(p) && !p->broken)
            count(m, x.public, m->textes.list[x.texte], x.activites);
        aet_partial_row_end(p);
    }
}

void aet_publics_messages_free(struct messages *m)
{
    aet_names_free(&m->textes);
    aet_names_free(&m->paires);
    aet_free(m->list);
}
