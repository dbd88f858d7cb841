/* What was counted, and how. */
#include "cli/regime.h"

#include <errno.h>
#include <sodium.h>

#include "base/os/os.h"
#include "cli/habits.h"
#include "cli/hide.h"
#include "format/json_text.h"
#include "io/file.h"
#include "partial/partial.h"
#include "partial/rules.h"
#include "privacy/hiding.h"

#define DIGEST "sha256:"

/* They shape a report: a part is none. */
static const int of_report[] = { OPT_TO,       OPT_EXCEL,      OPT_SECTION, OPT_ALERTE,
                                 OPT_TITRE,    OPT_AUTEUR,     OPT_LOGO,    OPT_MODELE,
                                 OPT_UNE_PAGE, OPT_EMPREINTES, OPT_LECTURE };

/* They tell how records are read: a fusion reads none. */
static const int of_reading[] = { OPT_FROM,     OPT_DELIMITER, OPT_DECIMAL, OPT_DATES,
                                  OPT_ENCODING, OPT_SKIP,      OPT_FEUILLE, OPT_LISTES,
                                  OPT_REMPLIR,  OPT_IDS,       OPT_REJETS,  OPT_PSEUDONYMES,
                                  OPT_IDENTITES };

static enum status useless(const struct session *s, int option, int with)
{
    return aet_voice_usage(&s->voice, &aet_partial_rule[PAR_ALONE],
                           AET_WORDS(aet_word("option", aet_options[option].name),
                                     aet_word("autre", aet_options[with].name)));
}

/* What the command line says, and no file of habits. */
static bool is_said(const struct session *s, int option)
{
    return aet_given(s, option) && !aet_habit_gave(s, option);
}

static enum status none_of(const struct session *s, const int *options, size_t n, int with)
{
    for (size_t i = 0; i < n; i++)
        if (is_said(s, options[i]))
            return useless(s, options[i], with);
    return STATUS_CLEAN;
}

static enum status partial_options(struct session *s)
{
    if (is_said(s, OPT_MASQUER))
        return aet_voice_usage(&s->voice, &aet_partial_rule[PAR_MASKED_LATER], NULL);
    if (aet_habit_drop(s, OPT_MASQUER))
        aet_voice_say(&s->voice, &aet_partial_rule[PAR_MASK_DROPPED], NULL);
    if (aet_given(s, OPT_IDS) && aet_given(s, OPT_PSEUDONYMES))
        return aet_voice_usage(&s->voice, &aet_partial_rule[PAR_IDS_HIDDEN], NULL);
    return none_of(s, of_report, sizeof of_report / sizeof *of_report, OPT_PARTIEL);
}

/* What a habit says of the reading served the parts, if it did: the fusion reads no record by it.
 */
static enum status fusion_options(struct session *s)
{
    enum status st = none_of(s, of_reading, sizeof of_reading / sizeof *of_reading, OPT_FUSION);

    for (size_t i = 0; i < s->reading.renames.n && st == STATUS_CLEAN; i++)
        if (!s->reading.renames.p[i].used) /* by no habit */
            st = useless(s, OPT_MAP, OPT_FUSION);
    if (st == STATUS_CLEAN && !s->command.operands_n)
        st = aet_voice_usage(&s->voice, &aet_partial_rule[PAR_NONE], NULL);
    for (size_t i = 1; i < s->command.operands_n && st == STATUS_CLEAN; i++)
        if (strcmp(s->command.operands[i], "-") == 0)
            st = aet_voice_usage(&s->voice, &aet_partial_rule[PAR_STDIN], NULL);
    for (size_t i = 0; i < sizeof of_reading / sizeof *of_reading; i++)
        (void)aet_habit_drop(s, of_reading[i]);
    while (aet_habit_drop(s, OPT_MAP)) {
    }
    return st;
}

enum status aet_regime_options(struct session *s)
{
    enum status st = STATUS_CLEAN;

    if (aet_given(s, OPT_PARTIEL))
        st = partial_options(s);
    else if (aet_given(s, OPT_IDS))
        st = aet_voice_usage(
            &s->voice, &aet_rules_opt[OPTION_USELESS],
            AET_WORDS(aet_word("option", "ids"), aet_word("verbe", s->command.verb->name)));
    return st == STATUS_CLEAN && aet_given(s, OPT_FUSION) ? fusion_options(s) : st;
}

/* Whether an option changes what is counted: of those of all tools two, of the tool's own any. */
static bool counts(const struct session *s, int id)
{
    return id == OPT_DATE || id == OPT_STRICT ||
           (id >= OPT_COMMON &&
            aet_verb_takes(s->command.tool, s->command.verb, aet_option(s->command.tool, id)));
}

static int last_option(const struct session *s)
{
    return OPT_COMMON + (int)s->command.tool->options_n;
}

/* What the part says of an option holds, unless the command line says something. */
static enum status adopt(struct session *s, int id, const json_t *value)
{
    struct span text = aet_json_string_span(value);

    if (!json_is_string(value) || aet_given(s, id) ||
        aet_option_names_file(aet_option(s->command.tool, id)))
        return STATUS_CLEAN;
    return aet_session_option(s, id, aet_arena_copy(&s->arena, text).p);
}

enum status aet_regime_adopt(struct session *s)
{
    const char *path = s->command.operands_n ? s->command.operands[0] : NULL;
    bool in = path && strcmp(path, "-") == 0;
    enum status st = STATUS_CLEAN;
    json_t *head;

    if (!aet_given(s, OPT_FUSION))
        return STATUS_CLEAN;
    if (!(in ? aet_fd_read(OS_STDIN, &s->first_part) : aet_file_read(path, &s->first_part)))
        return aet_voice_system(&s->voice, path, errno);
    head = aet_partial_head(aet_buf_view(&s->first_part)); /* none: the fusion says so */
    for (int id = 0; id < last_option(s) && st == STATUS_CLEAN; id++)
        if (counts(s, id))
            st = adopt(s, id,
                       json_object_get(json_object_get(head, "options"),
                                       aet_option(s->command.tool, id)->name));
    json_decref(head);
    return st;
}

bool aet_regime_empty(const json_t *head)
{
    const json_t *read = json_object_get(head, "lus");

    return json_is_integer(read) && json_integer_value(read) == 0;
}

/* The kind of records of a part, in the arena, or NULL; *empty: it counted none. */
static const char *records_of(struct session *s, struct span text, bool *empty)
{
    json_t *head = aet_partial_head(text);
    const json_t *records = json_object_get(head, "sorte");
    const char *name = NULL;

    *empty = aet_regime_empty(head);
    if (json_is_string(records))
        name = aet_arena_copy(&s->arena, aet_json_string_span(records)).p;
    json_decref(head);
    return name;
}

const char *aet_regime_records(struct session *s)
{
    bool empty;
    const char *first = records_of(s, aet_buf_view(&s->first_part), &empty), *name = first;

    for (size_t i = 1; i < s->command.operands_n && empty; i++) {
        struct buf text = { 0 };

        if (aet_file_read(s->command.operands[i], &text)) /* otherwise the fusion says so */
            name = records_of(s, aet_buf_view(&text), &empty);
        aet_buf_free(&text);
    }
    return empty ? first : name;
}

static void put_member(struct buf *out, const char *name, struct span text)
{
    aet_buf_str(out, "\"");
    aet_buf_str(out, name);
    aet_buf_str(out, "\":");
    aet_json_string(out, text);
    aet_buf_char(out, ',');
}

/* "sha256:…" of a file. False: complained. */
static bool put_file(struct session *s, const char *name, const char *path, struct buf *out)
{
    unsigned char sum[crypto_hash_sha256_BYTES];
    char hex[sizeof DIGEST + 2 * sizeof sum] = DIGEST;
    struct buf text = { 0 };

    if (!aet_file_read(path, &text)) {
        aet_voice_system(&s->voice, path, errno);
        aet_buf_free(&text);
        return false;
    }
    crypto_hash_sha256(sum, (const unsigned char *)aet_buf_view(&text).p, text.n);
    sodium_bin2hex(hex + strlen(DIGEST), 2 * sizeof sum + 1, sum, sizeof sum);
    put_member(out, name, aet_span_z(hex));
    aet_buf_free(&text);
    return true;
}

static void put_date(const struct session *s, struct buf *out)
{
    struct buf date = { 0 };

    aet_date_write(s->date, &date);
    put_member(out, "date", aet_buf_view(&date));
    aet_buf_free(&date);
}

static bool put_options(struct session *s, struct buf *out)
{
    bool ok = true;

    aet_buf_str(out, "\"options\":{");
    put_date(s, out);
    for (int id = 0; id < last_option(s) && ok; id++) {
        const struct option *o = aet_option(s->command.tool, id);
        const char *value = s->command.values[id];

        if (!value || id == OPT_DATE || !counts(s, id))
            continue;
        if (aet_option_names_file(o))
            ok = put_file(s, o->name, value, out);
        else
            put_member(out, o->name, aet_hide_text(s, value, &s->arena));
    }
    out->n--; /* the last comma */
    aet_buf_char(out, '}');
    return ok;
}

bool aet_regime_put(struct session *s, const char *records, const char *sum, struct buf *out)
{
    char digest[TABLES_DIGEST + 1];

    aet_tables_whole_digest(s->tables, digest);
    aet_buf_char(out, '{');
    put_member(out, "outil", aet_span_z(s->command.tool->name));
    put_member(out, "version", aet_span_z(aet_version));
    put_member(out, "tables", aet_span_z(digest));
    put_member(out, "verbe", aet_span_z(s->command.verb->name));
    put_member(out, "sorte", aet_span_z(records));
    put_member(out, "somme", aet_span_z(sum));
    return put_options(s, out);
}

static const char *member(const json_t *head, const char *name)
{
    const char *text = json_string_value(json_object_get(head, name));

    return text ? text : "";
}

static bool same(const json_t *a, const json_t *b, const char *name)
{
    return strcmp(member(a, name), member(b, name)) == 0;
}

/* "aet-publics bilan (activite)" */
static void show_origin(const json_t *head, struct buf *out)
{
    aet_buf_str(out, "aet-");
    aet_buf_str(out, member(head, "outil"));
    aet_buf_char(out, ' ');
    aet_buf_str(out, member(head, "verbe"));
    aet_buf_str(out, " (");
    aet_buf_str(out, member(head, "sorte"));
    aet_buf_char(out, ')');
}

static bool other_origin(const struct session *s, const char *file, const json_t *ours,
                         const json_t *theirs)
{
    struct buf there = { 0 }, here = { 0 };

    show_origin(theirs, &there);
    show_origin(ours, &here);
    aet_voice_say(&s->voice, &aet_partial_rule[PAR_OTHER],
                  AET_WORDS(aet_word("fichier", file), aet_word("autre", aet_buf_z(&there)),
                            aet_word("attendu", aet_buf_z(&here))));
    aet_buf_free(&there);
    aet_buf_free(&here);
    return false;
}

static bool other(const struct session *s, int rule, const char *file, const char *option,
                  const char *theirs, const char *ours)
{
    aet_voice_say(&s->voice, &aet_partial_rule[rule],
                  AET_WORDS(aet_word("fichier", file), aet_word("option", option),
                            aet_word("autre", theirs), aet_word("attendu", ours)));
    return false;
}

/* The value of an option as it is shown: (–) when it was not given. */
static const char *shown(const json_t *options, const char *name)
{
    const char *value = json_string_value(json_object_get(options, name));

    return !value ? "(–)" : *value ? value : "(+)";
}

static bool same_options(const struct session *s, const char *file, const json_t *ours,
                         const json_t *theirs)
{
    for (int id = 0; id < last_option(s); id++) {
        const char *name = aet_option(s->command.tool, id)->name;

        if (counts(s, id) && strcmp(shown(ours, name), shown(theirs, name)) != 0)
            return other(s, PAR_OPTION, file, name, shown(theirs, name), shown(ours, name));
    }
    return true;
}

bool aet_regime_same(const struct session *s, const char *file, const json_t *ours,
                     const json_t *theirs)
{
    bool records = aet_regime_empty(theirs) ||
                   (same(ours, theirs, "sorte") && same(ours, theirs, "somme"));

    if (!same(ours, theirs, "outil") || !same(ours, theirs, "verbe") || !records)
        return other_origin(s, file, ours, theirs);
    if (!same(ours, theirs, "version"))
        return other(s, PAR_VERSION, file, NULL, member(theirs, "version"),
                     member(ours, "version"));
    if (!same(ours, theirs, "tables"))
        return other(s, PAR_TABLES, file, NULL, member(theirs, "tables"), member(ours, "tables"));
    return same_options(s, file, json_object_get(ours, "options"),
                        json_object_get(theirs, "options"));
}
