/* Matching keys: a key is its own key, precomposed and decomposed text have one key, and the UTF-8
 * helpers agree with utf8proc. */
#include "base/fold.h"

#include <utf8proc.h>

#include "base/utf8.h"
#include "target.h"

typedef void folder(struct span, struct buf *);

static void check_idempotent(folder *fold, struct span in)
{
    struct buf once = { 0 }, twice = { 0 };

    fold(in, &once);
    fold(aet_buf_view(&once), &twice);
    MUST(aet_span_eq(aet_buf_view(&once), aet_buf_view(&twice)));
    aet_buf_free(&once);
    aet_buf_free(&twice);
}

/* The key of the text in a normal form is the key of the text. */
static void check_form(folder *fold, struct span in, int form)
{
    utf8proc_uint8_t *made = NULL;
    utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)in.p, (utf8proc_ssize_t)in.n, &made,
                                      (utf8proc_option_t)(UTF8PROC_STABLE | form));
    struct buf a = { 0 }, b = { 0 };

    if (n >= 0) {
        fold(in, &a);
        fold(aet_span((const char *)made, (size_t)n), &b);
        MUST(aet_span_eq(aet_buf_view(&a), aet_buf_view(&b)));
    }
    free(made);
    aet_buf_free(&a);
    aet_buf_free(&b);
}

static void check_short(struct span in)
{
    struct span s = aet_fold_short(in);

    MUST(s.p >= in.p && s.p + s.n <= in.p + in.n);
    MUST(s.n || !aet_span_trim(in).n);
}

static void check_utf8(struct span in)
{
    size_t bad = 0;
    utf8proc_int32_t c;

    while (bad < in.n) {
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)in.p + bad,
                                              (utf8proc_ssize_t)(in.n - bad), &c);

        if (n <= 0)
            break;
        bad += (size_t)n;
    }
    MUST(aet_utf8_bad(in) == bad);
    MUST(aet_utf8_count(in) <= in.n);
    for (size_t width = 0; width < 12; width++) {
        struct span head = aet_utf8_fit(in, width);

        MUST(head.p == in.p && head.n <= in.n);
        if (bad == in.n)
            MUST(aet_utf8_width(head) <= width && aet_utf8_bad(head) == head.n);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static folder *const folders[] = { aet_fold, aet_fold_name, aet_nfc };
    char *copy = exact_copy(aet_span((const char *)data, size));
    struct span in = aet_span(copy, size);

    check_utf8(in);
    check_short(in);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        check_idempotent(folders[i], in);
    for (size_t i = 0; i < 2 && aet_utf8_bad(in) == in.n; i++) {
        check_form(folders[i], in, UTF8PROC_COMPOSE);
        check_form(folders[i], in, UTF8PROC_DECOMPOSE);
    }
    aet_free(copy);
    return 0;
}
