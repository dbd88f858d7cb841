/* What the verbs share that read an export of REFI-QDA. */
#include "repa/codes/exports.h"

#include <errno.h>
#include <unistd.h>

#include "io/file.h"
#include "io/foreign.h"
#include "repa/rules.h"

const struct refi_rules aet_repa_refi_rules = { .malformed = &aet_repa_rule[REP_XML],
                                                .root = &aet_repa_rule[REP_XML_RACINE],
                                                .position = &aet_repa_rule[REP_XML_POSITION],
                                                .beyond = &aet_repa_rule[REP_XML_AU_DELA],
                                                .no_text = &aet_repa_rule[REP_XML_SANS_TEXTE],
                                                .not_utf8 = &aet_repa_rule[REP_XML_SOURCE],
                                                .homonyms = &aet_repa_rule[REP_XML_HOMONYMES],
                                                .no_expat = &aet_repa_rule[REP_SANS_EXPAT] };

/* An archive may hold a project; what is neither that nor text is said. */
static bool is_export(struct session *s, const char *name, struct span text)
{
    enum fault f = aet_foreign(text.n < FOREIGN_LOOK ? text : aet_span(text.p, FOREIGN_LOOK));
    bool archive = aet_span_starts(text, AET_LIT("PK")) &&
                   (f == FAULT_PROJECT || f == FAULT_ARCHIVE);

    if (archive)
        aet_voice_say(
            &s->voice, &aet_repa_rule[REP_ARCHIVE],
            AET_WORDS(aet_word("fichier", name), aet_word("verbe", s->command.verb->name)));
    else if (f != FAULT_NONE && f != FAULT_PROJECT && f != FAULT_XML)
        aet_say_stop(&s->voice, NULL,
                     &(struct stop){ .fault = f, .file = name, .line = 1, .column = 1 });
    else
        return true;
    return false;
}

bool aet_repa_slurp(struct session *s, struct buf *out)
{
    const char *name = s->command.operands_n ? s->command.operands[0] : "-";
    bool ok;

    if (s->command.operands_n > 1) {
        aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_ONE_FILE],
                        AET_WORDS(aet_word("valeur", s->command.operands[1])));
        return false;
    }
    ok = strcmp(name, "-") == 0 ? aet_fd_read(STDIN_FILENO, out) : aet_file_read(name, out);
    if (!ok)
        aet_voice_system(&s->voice, name, errno);
    return ok && is_export(s, name, aet_buf_view(out));
}
