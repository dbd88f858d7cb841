/* Taking the tally of another run away. */
#include "cli/tally.h"

#include "base/os/os.h"
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
    struct os_file f;

    /* what cannot be read or removed, the writing says */
    if (path && aet_os_look(path, &f) && f.kind == OS_FILE && aet_file_read(path, &text) &&
        is_tally(aet_buf_view(&text)))
        (void)!aet_os_remove(path);
    aet_buf_free(&text);
}
