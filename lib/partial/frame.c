/* What stands around the rows: the head, the last line with the digest of all before it. */
#include "partial/frame.h"

#include "format/json_text.h"

/* The member by which it is known. */
#define MARK "partie"

#define HEX 2 * crypto_hash_sha256_BYTES

static void put(struct partial *p, struct span text)
{
    crypto_hash_sha256_update(&p->sha, (const unsigned char *)text.p, text.n);
    p->put(p->to, text);
}

void aet_frame_put(struct partial *p)
{
    aet_buf_str(&p->line, ",\n");
    put(p, aet_buf_view(&p->line));
    p->rows++;
}

void aet_partial_begin(struct partial *p, void (*out)(void *to, struct span text), void *to,
                       struct span head)
{
    *p = (struct partial){ .put = out, .to = to };
    crypto_hash_sha256_init(&p->sha);
    aet_buf_str(&p->line, "[\n{\"" MARK "\":");
    aet_buf_uint(&p->line, PARTIAL_VERSION);
    aet_buf_char(&p->line, ',');
    aet_buf_span(&p->line, aet_span_from(head, 1));
    aet_frame_put(p);
    p->rows = 0;
}

/* `{"lignes":12,"sha256":"…"}`, as the last line has it. */
static void last_line(crypto_hash_sha256_state *sha, uint64_t rows, struct buf *out)
{
    unsigned char sum[crypto_hash_sha256_BYTES];
    char hex[HEX + 1];

    crypto_hash_sha256_final(sha, sum);
    sodium_bin2hex(hex, sizeof hex, sum, sizeof sum);
    aet_buf_str(out, "{\"lignes\":");
    aet_buf_uint(out, rows);
    aet_buf_str(out, ",\"sha256\":\"");
    aet_buf_str(out, hex);
    aet_buf_str(out, "\"}\n]\n");
}

void aet_partial_end(struct partial *p)
{
    aet_buf_clear(&p->line);
    last_line(&p->sha, p->rows, &p->line);
    p->put(p->to, aet_buf_view(&p->line));
    aet_partial_free(p);
}

void aet_partial_free(struct partial *p)
{
    json_decref(p->row);
    p->row = NULL;
    aet_buf_free(&p->line);
}

/* The front line of the text, without its end. */
static struct span take_line(struct span *text)
{
    const char *end = text->n ? memchr(text->p, '\n', text->n) : NULL;
    struct span line = aet_span(text->p, end ? (size_t)(end - text->p) : text->n);

    *text = aet_span_from(*text, end ? line.n + 1 : line.n);
    return line;
}

/* The value of a line, which a comma ends; NULL: it has none. */
static json_t *value_of(struct span line)
{
    enum fault fault;
    size_t at;

    if (!line.n || line.p[line.n - 1] != ',')
        return NULL;
    line.n--;
    return aet_json_read(line, &fault, &at);
}

void aet_frame_next(struct partial *p)
{
    if (p->row || p->broken || !p->text.n)
        return;
    p->row = value_of(take_line(&p->text));
    p->broken |= !json_is_array(p->row);
}

json_t *aet_partial_head(struct span text)
{
    json_t *head;

    if (!aet_span_eq(take_line(&text), AET_LIT("[")))
        return NULL;
    head = value_of(take_line(&text));
    if (json_is_integer(json_object_get(head, MARK)))
        return head;
    json_decref(head);
    return NULL;
}

int64_t aet_partial_form(const json_t *head)
{
    return json_integer_value(json_object_get(head, MARK));
}

/* How many lines a text has. */
static uint64_t lines_of(struct span text)
{
    uint64_t n = 0;

    while (text.n) {
        (void)take_line(&text);
        n++;
    }
    return n;
}

/* Whether the text ends with the digest of what is before it: which `rest` then is. */
static bool is_whole(struct span text, struct span *rest)
{
    static const char opens[] = "{\"lignes\":";
    crypto_hash_sha256_state sha;
    struct buf last = { 0 };
    size_t at = text.n;
    bool same;

    while (at && !aet_span_starts(aet_span_from(text, at), aet_span_z(opens)))
        at--;
    *rest = aet_span(text.p, at);
    crypto_hash_sha256_init(&sha);
    crypto_hash_sha256_update(&sha, (const unsigned char *)text.p, at);
    last_line(&sha, at ? lines_of(*rest) - 2 : 0, &last);
    same = at && aet_span_eq(aet_span_from(text, at), aet_buf_view(&last));
    aet_buf_free(&last);
    return same;
}

enum partial_fault aet_partial_open(struct partial *p, struct span text, json_t **head)
{
    struct span rest;

    *p = (struct partial){ .put = NULL };
    *head = aet_partial_head(text);
    if (!*head)
        return PARTIAL_FOREIGN;
    if (aet_partial_form(*head) != PARTIAL_VERSION)
        return PARTIAL_FORM;
    if (!is_whole(text, &rest))
        return PARTIAL_DAMAGED;
    (void)take_line(&rest);
    (void)take_line(&rest);
    p->text = rest;
    return PARTIAL_OK;
}

bool aet_partial_whole(const struct partial *p)
{
    return !p->broken && !p->row && !p->text.n;
}
