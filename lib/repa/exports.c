/* What the verbs share that read an export of REFI-QDA. */
#include "repa/exports.h"

#include <errno.h>
#include <unistd.h>

#include "io/file.h"
#include "repa/rules.h"

const struct refi_rules aet_repa_refi_rules = { .malformed = &aet_rules_rep[REP_XML],
                                                .root = &aet_rules_rep[REP_XML_RACINE],
                                                .position = &aet_rules_rep[REP_XML_POSITION],
                                                .beyond = &aet_rules_rep[REP_XML_AU_DELA],
                                                .no_text = &aet_rules_rep[REP_XML_SANS_TEXTE],
                                                .not_utf8 = &aet_rules_rep[REP_XML_SOURCE],
                                                .homonyms = &aet_rules_rep[REP_XML_HOMONYMES] };

bool aet_repa_slurp(struct session *s, struct buf *out)
{
    static const struct text many = { "un fichier à la fois : « {valeur} » est de trop",
                                      "one file at a time: “{valeur}” is one too many" };
    static const struct text archive = {
        "« {valeur} » est une archive (.qdpx, .zip, .xlsx). D’un projet REFI-QDA : unzip -p "
        "projet.qdpx '*.qde' | aet-repa {autre}",
        "“{valeur}” is an archive (.qdpx, .zip, .xlsx). From a REFI-QDA project: unzip -p "
        "project.qdpx '*.qde' | aet-repa {autre}"
    };
    const char *name = s->command.operands_n ? s->command.operands[0] : "-";
    bool ok;

    if (s->command.operands_n > 1) {
        aet_complain_usage(&s->voice, many, s->command.operands[1], "");
        return false;
    }
    ok = strcmp(name, "-") == 0 ? aet_fd_read(STDIN_FILENO, out) : aet_file_read(name, out);
    if (!ok)
        aet_complain_system(&s->voice, name, errno);
    if (ok && aet_span_starts(aet_buf_view(out), AET_LIT("PK\3\4"))) {
        aet_complain(&s->voice, archive, name, s->command.verb->name);
        ok = false;
    }
    return ok;
}
