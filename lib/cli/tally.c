/* Taking the tally of another run away. */
#include "cli/tally.h"

#include <sys/stat.h>
#include <unistd.h>

#include "format/json_text.h"
#include "io/file.h"

static bool is_tally(struct span text)
{
    enum fault fault;
    size_t at;
    json_t *v = aet_json_read(aet_span_trim(text), &fault, &at);
    bool is = json_is_integer(json_object_get(v, AET_TALLY_MARK));

    json_decref(v);
    return is;
}

void aet_tally_forget(const struct session *s)
{
    const char *path = s->command.values[OPT_BILAN_DE_LECTURE];
    struct buf text = { 0 };
    struct stat st;

    /* what cannot be read or removed, the writing says */
    if (path && stat(path, &st) == 0 && S_ISREG(st.st_mode) && aet_file_read(path, &text) &&
        is_tally(aet_buf_view(&text)))
        (void)!unlink(path);
    aet_buf_free(&text);
}
