/* Writing and reading the tally of a run: a small JSON object. */
#include "flow/handover.h"

#include <errno.h>

#include "cli/hide.h"
#include "cli/tally.h"
#include "format/json_text.h"
#include "io/file.h"

enum { VERSION = 1 };

/* A tally that was read. */
struct tally_read {
    json_t *json;
    bool whole;      /* all that must be there is, and adds up */
    int64_t version; /* 0: it is no tally */
    uint64_t read, passed, rejected, aside;
    struct left left; /* of documents that passed */
};

static void put_number(struct buf *out, const char *name, uint64_t n)
{
    aet_buf_str(out, ",\"");
    aet_buf_str(out, name);
    aet_buf_str(out, "\":");
    aet_buf_uint(out, n);
}

static void put_text(struct buf *out, const char *name, struct span text)
{
    aet_buf_str(out, ",\"");
    aet_buf_str(out, name);
    aet_buf_str(out, "\":");
    aet_json_string(out, text);
}

static void put_inputs(struct buf *out, const struct inputs *in, const struct hider *hider)
{
    struct report r = { 0 }; /* as a report has them */

    aet_inputs_report(in, hider, &r);
    aet_buf_str(out, ",\"entrees\":[");
    for (size_t i = 0; i < r.inputs_n; i++) {
        aet_buf_str(out, i ? ",{\"fichier\":" : "{\"fichier\":");
        aet_json_string(out, r.inputs[i].name);
        put_number(out, "enregistrements", r.inputs[i].records);
        put_number(out, "rejets", r.inputs[i].rejected);
        put_number(out, "ecartes", r.inputs[i].aside);
        aet_buf_char(out, '}');
    }
    aet_buf_char(out, ']');
    aet_report_free(&r);
}

bool aet_handover_leave(struct session *s, const struct schema *schema, const struct totals *t,
                        const struct inputs *in, const struct hider *hider)
{
    const char *path = s->command.values[OPT_BILAN_DE_LECTURE];
    struct buf text = { 0 };
    struct out *out;

    if (!path)
        return true;
    out = aet_writing_beside(&s->writing, path, &s->voice);
    if (!out)
        return false;
    aet_buf_str(&text, "{\"");
    aet_buf_str(&text, AET_TALLY_MARK);
    aet_buf_str(&text, "\":");
    aet_buf_uint(&text, VERSION);
    put_text(&text, "outil", aet_span_z(s->command.tool->name));
    put_text(&text, "sorte", aet_span_z(schema->name));
    put_number(&text, "lus", t->read);
    put_number(&text, "passes", t->passed);
    put_number(&text, "rejetes", t->rejected);
    put_number(&text, "ecartes", t->aside);
    if (t->left.elements || t->left.values) {
        put_number(&text, "elements_rejetes", t->left.elements);
        put_number(&text, "valeurs_rejetees", t->left.values);
    }
    put_inputs(&text, in, hider);
    aet_buf_str(&text, "}\n");
    aet_out_put(out, aet_buf_view(&text));
    aet_buf_free(&text);
    return true;
}

/* Add a count to what is read; false when there is none. */
static bool get_count(const json_t *object, const char *name, uint64_t *n)
{
    const json_t *v = json_object_get(object, name);

    *n = json_is_integer(v) && json_integer_value(v) >= 0 ? (uint64_t)json_integer_value(v) : 0;
    return json_is_integer(v) && json_integer_value(v) >= 0;
}

/* The same where it may be missing. */
static bool may_count(const json_t *object, const char *name, uint64_t *n)
{
    return get_count(object, name, n) || !json_object_get(object, name);
}

/* The files add up to the whole. */
static bool inputs_agree(const struct tally_read *t)
{
    const json_t *files = json_object_get(t->json, "entrees"), *file;
    uint64_t records = 0, rejected = 0, aside = 0;
    bool ok = json_is_array(files);
    size_t i;

    json_array_foreach(files, i, file)
    {
        uint64_t n[3];

        ok = ok && json_is_string(json_object_get(file, "fichier")) &&
             get_count(file, "enregistrements", &n[0]) && get_count(file, "rejets", &n[1]) &&
             get_count(file, "ecartes", &n[2]);
        records += ok ? n[0] : 0;
        rejected += ok ? n[1] : 0;
        aside += ok ? n[2] : 0;
    }
    return ok && records == t->passed + t->rejected && rejected == t->rejected && aside == t->aside;
}

static struct tally_read parse(struct span text)
{
    struct tally_read t = { .version = 0 };
    const json_t *version;
    enum fault fault;
    size_t at;

    t.json = aet_json_read(aet_span_trim(text), &fault, &at);
    version = json_object_get(t.json, AET_TALLY_MARK);
    if (!json_is_integer(version))
        return t;
    t.version = json_integer_value(version);
    t.whole = json_is_string(json_object_get(t.json, "outil")) &&
              json_is_string(json_object_get(t.json, "sorte")) &&
              get_count(t.json, "lus", &t.read) && get_count(t.json, "passes", &t.passed) &&
              get_count(t.json, "rejetes", &t.rejected) && get_count(t.json, "ecartes", &t.aside) &&
              may_count(t.json, "elements_rejetes", &t.left.elements) &&
              may_count(t.json, "valeurs_rejetees", &t.left.values) &&
              t.read == t.passed + t.rejected + t.aside && inputs_agree(&t);
    return t;
}

/* "aet-publics (activite)" */
static void origin(const char *tool, const char *kind, struct buf *out)
{
    aet_buf_str(out, "aet-");
    aet_buf_str(out, tool);
    aet_buf_str(out, " (");
    aet_buf_str(out, kind);
    aet_buf_char(out, ')');
}

static bool same_origin(const struct session *s, const struct schema *schema,
                        const struct tally_read *t, const char *path)
{
    const char *tool = json_string_value(json_object_get(t->json, "outil"));
    const char *kind = json_string_value(json_object_get(t->json, "sorte"));
    struct buf here = { 0 }, there = { 0 };
    bool same = strcmp(tool, s->command.tool->name) == 0 && strcmp(kind, schema->name) == 0;

    if (!same) {
        origin(s->command.tool->name, schema->name, &here);
        origin(tool, kind, &there);
        aet_voice_say(&s->voice, &aet_rules_bil[BIL_TALLY_ORIGIN],
                      AET_WORDS(aet_word("fichier", path), aet_word("autre", aet_buf_z(&there)),
                                aet_word("attendu", aet_buf_z(&here))));
    }
    aet_buf_free(&here);
    aet_buf_free(&there);
    return same;
}

/* Whether the tally is one, of this version and of these records, as many as it passed. */
static bool holds(const struct session *s, const struct schema *schema, const struct totals *t,
                  const struct tally_read *up, const char *path)
{
    uint64_t here = t->read - t->aside;

    if (up->version && up->version != VERSION)
        aet_voice_say(&s->voice, &aet_rules_bil[BIL_TALLY_VERSION],
                      AET_WORDS(aet_word("fichier", path), aet_word_int("valeur", up->version),
                                aet_word_int("attendu", VERSION)));
    else if (!up->whole)
        aet_voice_say(&s->voice, &aet_rules_bil[BIL_TALLY_DAMAGED],
                      AET_WORDS(aet_word("fichier", path)));
    else if (!same_origin(s, schema, up, path))
        return false;
    else if (up->passed != here)
        aet_voice_say(&s->voice, &aet_rules_bil[BIL_TALLY_COUNT],
                      AET_WORDS(aet_word("fichier", path), aet_word_uint("passes", up->passed),
                                aet_word_uint("nombre", here)));
    else
        return true;
    return false;
}

bool aet_handover_take(const struct session *s, const struct schema *schema, const struct totals *t,
                       struct report *r)
{
    const char *path = s->command.values[OPT_LECTURE];
    struct buf text = { 0 };
    struct tally_read up;
    bool ok;

    if (!path)
        return true;
    if (!aet_file_read(path, &text)) {
        aet_voice_system(&s->voice, path, errno);
        aet_buf_free(&text);
        return false;
    }
    up = parse(aet_buf_view(&text));
    ok = holds(s, schema, t, &up, path);
    if (ok)
        r->upstream = (struct upstream){ .file = aet_hide_text(s, path, &r->arena),
                                         .read = up.read,
                                         .passed = up.passed,
                                         .rejected = up.rejected,
                                         .aside = up.aside,
                                         .elements = up.left.elements,
                                         .values = up.left.values };
    json_decref(up.json);
    aet_buf_free(&text);
    return ok;
}
