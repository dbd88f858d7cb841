/* Runs a target on the files given as arguments, for compilers without libFuzzer: so the seeds, and
 * every input that once broke something, are tried in the ordinary suite. */
#include "target.h"

#include <errno.h>

static bool read_file(const char *path, struct buf *to)
{
    FILE *f = fopen(path, "rb");
    size_t n;

    if (!f) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        return false;
    }
    while ((n = fread(aet_buf_room(to, 65536), 1, 65536, f)) > 0)
        to->n += n;

    bool ok = !ferror(f);

    fclose(f);
    return ok;
}

int main(int argc, char **argv)
{
    struct buf text = { 0 };
    int failed = argc < 2; /* nothing tried is no success */

    for (int i = 1; i < argc; i++) {
        aet_buf_clear(&text);
        if (!read_file(argv[i], &text)) {
            failed = 1;
            continue;
        }
        fprintf(stderr, "%s\n", argv[i]); /* the last line names the input that aborted */

        char *copy = exact_copy(aet_buf_view(&text));

        LLVMFuzzerTestOneInput((const uint8_t *)copy, text.n);
        aet_free(copy);
    }
    aet_buf_free(&text);
    printf("%d\n", argc - 1);
    return failed;
}
