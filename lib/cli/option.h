/* The command line: one table of options serves parsing, help, the manual and completion. */
#ifndef AET_CLI_OPTION_H
#define AET_CLI_OPTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/* What a verb does, and so which options mean something to it. */
enum scope {
    SCOPE_ANY = 1,
    SCOPE_INPUT = 2,    /* reads records */
    SCOPE_RECORDS = 4,  /* writes records */
    SCOPE_REPORT = 8,   /* writes a report */
    SCOPE_CHECK = 16,   /* valider */
    SCOPE_TABLE = 32,   /* table */
    SCOPE_DIAGS = 64,   /* reads what may have faults: a document of its own form */
    SCOPE_LIST = 128,   /* reads a list beside the records: delimiter, encoding and the like hold */
    SCOPE_BASE = 256,   /* its report counts records, and says in `base` which are not in it */
    SCOPE_MASK = 512,   /* its report shows people or groups, and can hide the few */
    SCOPE_NAMES = 1024, /* shows records, or writes them: names in them may be replaced */
    SCOPE_ALONE = 2048, /* tells what singles records out */
    SCOPE_COARSE = 4096, /* writes records with dates */
    SCOPE_TEXTS = 8192,  /* reads plain texts: the encoding holds */
    SCOPE_HABIT = 16384, /* of no verb: what a file of habits may say */
    SCOPE_PARTS = 32768, /* what it counts is added up over several runs */
    SCOPE_CUT = 65536,   /* cuts a file into files */
    SCOPE_OWN = 131072   /* from here on, the tool's own */
};

/* What an option takes, or a verb, as help writes it. */
/* clang-format off */
#define AET_FLAG { NULL, NULL }
#define AET_FILE { "FICHIER", "FILE" }
#define AET_FOLDER { "DOSSIER", "FOLDER" }
#define AET_NAME { "NOM", "NAME" }
#define AET_NUMBER { "N", NULL }
#define AET_NO_OPERAND { "", NULL }
#define AET_ONE_FILE { "[FICHIER]", "[FILE]" }
#define AET_FILES { "[FICHIER…]", "[FILE…]" }
/* clang-format on */

static inline bool aet_takes(struct text argument)
{
    return argument.fr != NULL;
}

struct option {
    const char *name;
    char letter;          /* 0: none */
    struct text argument; /* what help calls it; AET_FLAG: there is none */
    const char *choices;  /* separated by |; NULL: anything */
    unsigned scopes;
    struct text help;
};

/* Whether its argument is the path of one file; of one, or of a folder. */
bool aet_option_names_file(const struct option *o);
bool aet_option_names_path(const struct option *o);

enum {
    OPT_FROM,
    OPT_TO,
    OPT_OUTPUT,
    OPT_DELIMITER,
    OPT_DECIMAL,
    OPT_DATES,
    OPT_ENCODING,
    OPT_SKIP,
    OPT_FEUILLE,
    OPT_EXCEL,
    OPT_MAP,
    OPT_LISTES,
    OPT_REMPLIR,
    OPT_TABLES,
    OPT_REJETS,
    OPT_BILAN_DE_LECTURE,
    OPT_LECTURE,
    OPT_NORMALISER,
    OPT_GROSSIR,
    OPT_SOMMAIRE,
    OPT_PSEUDONYMES,
    OPT_IDENTITES,
    OPT_CHERCHE,
    OPT_SECTION,
    OPT_MASQUER,
    OPT_CHAMPS,
    OPT_ALERTE,
    OPT_AU_MOINS,
    OPT_TITRE,
    OPT_AUTEUR,
    OPT_LOGO,
    OPT_MODELE,
    OPT_UNE_PAGE,
    OPT_EMPREINTES,
    OPT_PARTIEL,
    OPT_IDS,
    OPT_FUSION,
    OPT_JOBS,
    OPT_TAILLE,
    OPT_NOMBRE,
    OPT_PAR,
    OPT_REMPLACER,
    OPT_DATE,
    OPT_DIAGNOSTICS,
    OPT_LIMITE,
    OPT_STRICT,
    OPT_QUIET,
    OPT_LANG,
    OPT_SANS_CONF,
    OPT_HELP,
    OPT_VERSION,
    OPT_COMMON /* a tool's own options are numbered from here */
};

extern const struct option aet_options[OPT_COMMON];

#endif
