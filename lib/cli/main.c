/* From the command line to a verb. */
#include "cli/tally.h"
#include "cli/crossing.h"
#include "cli/habits.h"

#include <errno.h>
#include <sodium.h>
#include <stdlib.h>

#include "base/os/os.h"
#include "format/json_text.h"

/* "aet-plan 0.1.0 (tables 5a7e22bd01c9 + mes-tables) expat minizip": what a figure depends on, next
 * to the data, and what can be read. */
static void version(const struct session *s, struct buf *to)
{
    const char *overlay = s->command.values[OPT_TABLES];
    char digest[TABLES_DIGEST + 1];

    aet_tables_digest(s->command.tool->name, digest);
    aet_buf_str(to, "aet-");
    aet_buf_str(to, s->command.tool->name);
    aet_buf_char(to, ' ');
    aet_buf_str(to, aet_version);
    aet_buf_str(to, " (tables ");
    aet_buf_str(to, digest);
    aet_buf_str(to, overlay ? " + " : "");
    aet_buf_str(to, overlay ? overlay : "");
    aet_buf_char(to, ')');
    aet_buf_str(to, aet_built_with);
    aet_buf_char(to, '\n');
    aet_habits_list(s, to);
}

/* Every section that a verb declares is sound and has what fills it. What is wrong here is a
 * mistake of ours: whatever the command line, the program says so. */
static void check_sections(const struct tool *tool)
{
    for (size_t v = 0; v < tool->verbs_n; v++) {
        const struct section_kind *const *kinds = tool->verbs[v].sections;

        for (; kinds && *kinds; kinds++) {
            const char *fault = aet_section_fault(*kinds);

            if (fault)
                aet_section_broken(*kinds, NULL, fault);
            if (!(*kinds)->fill && !(*kinds)->tell)
                aet_section_broken(*kinds, NULL, "nothing fills it");
        }
    }
}

static enum status show(struct session *s)
{
    struct buf text = { 0 };

    if (aet_given(s, OPT_VERSION))
        version(s, &text);
    else
        aet_help(s, &text);
    aet_os_say(stdout, aet_buf_view(&text));
    aet_buf_free(&text);
    if (fflush(stdout) != 0 || ferror(stdout))
        return aet_voice_system(&s->voice, aet_phrase(PHRASE_STDOUT, s->voice.lang), errno);
    return STATUS_CLEAN;
}

int aet_main(const struct tool *tool, int argc, char **argv)
{
    struct session s = { .command.tool = tool, .voice.tool = tool->name };
    enum status st;

    aet_os_begin(&argc, &argv);
    check_sections(tool);
    aet_json_init();
    st = aet_session_parse(&s, argc, argv);
    sodium_set_misuse_handler(aet_door_random(&s.voice)); /* where it cannot begin, it aborts */
    if (st == STATUS_CLEAN && sodium_init() < 0) {
        aet_voice_say(&s.voice, &aet_rules_sys[SYS_RANDOM], NULL);
        st = STATUS_FAILED;
    }
    if (st == STATUS_CLEAN && (aet_given(&s, OPT_HELP) || aet_given(&s, OPT_VERSION))) {
        st = show(&s);
    } else if (st == STATUS_CLEAN) {
        s.writing.widest = aet_session_widest(&s);
        st = aet_session_outputs(&s);
        if (st == STATUS_CLEAN)
            st = aet_session_dress(&s);
        if (st == STATUS_CLEAN)
            aet_habits_say(&s);
        if (st == STATUS_CLEAN) {
            aet_tally_forget(&s);
            st = aet_session_tables(&s);
        }
        if (st == STATUS_CLEAN)
            st = s.command.verb->run(&s);
        st = aet_writing_close(&s.writing, &s.voice, st);
    }
    aet_session_free(&s);
    return aet_door_holds() ? (int)st : STATUS_FAILED;
}
