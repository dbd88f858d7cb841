/* `schema`: JSON Schema (draft 2020-12) of the records, from their schema, and of the reports, from
 * their sections: what share/schemas publishes is printed here. */
#include "cli/session.h"

#include "format/json_text.h"
#include "tree/nest.h"
#include "verbs/schema_partie.h"

static void head(struct buf *out, const struct session *s, const char *name, struct span title)
{
    aet_buf_str(out, "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n");
    aet_buf_str(out, "  \"$id\": \"urn:aet:");
    aet_buf_str(out, s->command.tool->name);
    aet_buf_char(out, ':');
    aet_buf_str(out, name);
    aet_buf_str(out, "\",\n  \"title\": ");
    aet_json_string(out, title);
    aet_buf_str(out, ",\n  \"type\": \"object\",\n");
}

static const char *field_type(enum type t)
{
    switch (t) {
    case TYPE_LIST:
    case TYPE_NAMES:
    case TYPE_TERMS:
    case TYPE_DATES:
        return "\"anyOf\": [{\"type\": \"array\", \"items\": {\"type\": [\"string\", \"number\", "
               "\"null\"]}}, {\"type\": [\"string\", \"number\", \"null\"]}]";
    case TYPE_BOOL:
        return "\"type\": [\"boolean\", \"string\", \"number\", \"null\"]";
    case TYPE_MONEY:
    case TYPE_DURATION:
    case TYPE_MINUTES:
    case TYPE_NUMBER:
    case TYPE_INTEGER:
        return "\"type\": [\"number\", \"string\", \"null\"]";
    default:
        return "\"type\": [\"string\", \"number\", \"null\"]";
    }
}

static const char *field_comment(enum type t)
{
    switch (t) {
    case TYPE_MONEY:
        return "montant : deux décimales au plus";
    case TYPE_DURATION:
        return "durée : un nombre d’heures, ou 1 h 30, 1:30, 90 min";
    case TYPE_MINUTES:
        return "durée : un nombre de minutes, ou 1 h 30, 1:30, 90 min";
    case TYPE_NAME:
    case TYPE_NAMES:
        return "nom de personne ou d’organisation : --pseudonymes le remplace";
    case TYPE_DATE:
        return "date AAAA-MM-JJ";
    case TYPE_MONTH:
        return "date AAAA-MM-JJ, ou mois AAAA-MM";
    case TYPE_DATES:
        return "dates AAAA-MM-JJ";
    case TYPE_INTEGER:
        return "nombre entier";
    case TYPE_VALUE:
        return "nombre, ou mots d’une mesure qualitative";
    default:
        return NULL;
    }
}

static void line(struct buf *out, unsigned depth)
{
    aet_buf_char(out, '\n');
    for (unsigned i = 0; i < depth; i++)
        aet_buf_str(out, "  ");
}

static void describe(struct buf *out, const char *text, const char *more)
{
    aet_buf_str(out, ", \"description\": \"");
    aet_buf_str(out, text);
    aet_buf_str(out, more);
    aet_buf_char(out, '"');
}

static void field_schema(const struct field *f, struct buf *out)
{
    const char *comment = field_comment(f->type);

    aet_json_string(out, aet_span_z(f->name));
    aet_buf_str(out, ": {\"title\": ");
    aet_json_string(out, aet_span_z(f->title.fr));
    if (f->table)
        describe(out, "terme de la table ", f->table);
    else if (comment)
        describe(out, comment, "");
    aet_buf_str(out, ", ");
    aet_buf_str(out, field_type(f->type));
    aet_buf_char(out, '}');
}

/* The members of one kind: its fields, then its parts; `nest` NULL for a flat record. */
static void members(const struct schema *schema, const struct nest *nest, size_t kind,
                    unsigned depth, struct buf *out)
{
    bool first = true;

    aet_buf_str(out, "\"additionalProperties\": true,");
    line(out, depth);
    aet_buf_str(out, "\"properties\": {");
    for (size_t i = 0; i < schema->n; i++) {
        aet_buf_str(out, first ? "" : ",");
        line(out, depth + 1);
        field_schema(&schema->fields[i], out);
        first = false;
    }
    for (size_t k = 1; nest && k < nest->n; k++) {
        const struct kind *part = &nest->kinds[k];

        if (part->parent != (int)kind)
            continue;
        aet_buf_str(out, first ? "" : ",");
        first = false;
        line(out, depth + 1);
        aet_json_string(out, aet_span_z(part->key));
        aet_buf_str(out, ": {\"title\": ");
        aet_json_string(out, aet_span_z(part->schema->title.fr));
        aet_buf_str(out, part->part == PART_MANY
                             ? ", \"type\": [\"array\", \"null\"], \"items\": {\"type\": "
                               "[\"object\", \"null\"], "
                             : ", \"type\": [\"object\", \"null\"], ");
        members(part->schema, nest, k, depth + 2, out);
        aet_buf_str(out, part->part == PART_MANY ? "}}" : "}");
    }
    line(out, depth);
    aet_buf_char(out, '}');
}

static void record_schema(struct session *s, const struct schema *schema, const struct nest *nest,
                          struct buf *out)
{
    head(out, s, schema->name, aet_span_z(schema->title.fr));
    aet_buf_str(out, "  ");
    members(schema, nest, 0, 1, out);
    aet_buf_str(out, "\n}\n");
}

static const char *cell_schema(enum cell_type t)
{
    switch (t) {
    case CELL_COUNT:
        return "{\"type\": [\"integer\", \"null\"]}";
    case CELL_SHARE:
        return "{\"type\": [\"number\", \"null\"], \"minimum\": 0, \"maximum\": 1}";
    case CELL_NUMBER:
    case CELL_MONEY:
        return "{\"type\": [\"number\", \"null\"]}";
    case CELL_BOOL:
        return "{\"type\": [\"boolean\", \"null\"]}";
    case CELL_LIST:
        return "{\"type\": \"array\", \"items\": {\"type\": \"string\"}}";
    case CELL_DATE:
        return "{\"type\": [\"string\", \"null\"], \"pattern\": "
               "\"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$\"}";
    default:
        return "{\"type\": [\"string\", \"null\"]}";
    }
}

static void row_schema(const struct section_kind *k, struct buf *out)
{
    aet_buf_str(out, "{\"type\": \"object\", \"additionalProperties\": false, \"properties\": {");
    for (size_t c = 0; c < k->n; c++) {
        aet_buf_str(out, c ? ", " : "");
        aet_json_string(out, aet_span_z(k->columns[c].name));
        aet_buf_str(out, ": ");
        aet_buf_str(out, cell_schema(k->columns[c].type));
    }
    aet_buf_str(out, "}, \"required\": [");
    for (size_t c = 0; c < k->n; c++) {
        aet_buf_str(out, c ? ", " : "");
        aet_json_string(out, aet_span_z(k->columns[c].name));
    }
    aet_buf_str(out, "]}");
}

static void section_schema(const struct section_kind *k, struct buf *out)
{
    if (!k->single)
        aet_buf_str(out, "{\"type\": \"array\", \"items\": ");
    row_schema(k, out);
    aet_buf_str(out, k->single ? "" : "}");
}

/* How many of the sections from `from` on have its key: a verb that reads several kinds of record
 * has a `base` for each. */
static size_t alike(const struct section_kind *const *sections, size_t from)
{
    size_t n = 0;

    for (size_t i = from; sections[i]; i++)
        n += strcmp(sections[i]->key, sections[from]->key) == 0;
    return n;
}

static bool seen_before(const struct section_kind *const *sections, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (strcmp(sections[k]->key, sections[i]->key) == 0)
            return true;
    return false;
}

static const char meta_schema[] =
    "    \"meta\": {\"type\": \"object\", \"required\": [\"outil\", \"verbe\", \"version\", "
    "\"date\", \"lang\", \"graine\", \"entrees\"], \"properties\": {\"outil\": {\"type\": "
    "\"string\"}, \"verbe\": {\"type\": \"string\"}, \"version\": {\"type\": \"string\"}, "
    "\"date\": "
    "{\"type\": \"string\"}, \"lang\": {\"enum\": [\"fr\", \"en\"]}, \"graine\": {\"type\": "
    "[\"string\", \"null\"]}, \"entrees\": {\"type\": \"array\", \"items\": {\"type\": \"object\", "
    "\"required\": [\"fichier\", \"enregistrements\", \"rejets\", \"ecartes\", \"sha256\"], "
    "\"properties\": "
    "{\"fichier\": {\"type\": \"string\"}, \"enregistrements\": {\"type\": \"integer\"}, "
    "\"rejets\": {\"type\": \"integer\"}, \"ecartes\": "
    "{\"type\": \"integer\"}, \"sha256\": {\"type\": [\"string\", \"null\"]}}}}, "
    "\"lecture\": {\"type\": \"object\", \"required\": [\"fichier\", \"lus\", \"passes\", "
    "\"rejetes\", \"ecartes\"], \"properties\": {\"fichier\": {\"type\": \"string\"}, "
    "\"lus\": {\"type\": \"integer\"}, \"passes\": {\"type\": \"integer\"}, \"rejetes\": "
    "{\"type\": \"integer\"}, \"ecartes\": {\"type\": \"integer\"}}}, "
    "\"options\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"required\": "
    "[\"option\", \"valeur\"], \"properties\": {\"option\": {\"type\": \"string\"}, "
    "\"valeur\": {\"type\": [\"string\", \"null\"]}}}}}}";

static void report_schema(struct session *s, const struct verb *v, struct buf *out)
{
    head(out, s, v->name, aet_span_z(v->summary.fr));
    aet_buf_str(out, "  \"additionalProperties\": false,\n  \"required\": [\"meta\"],\n"
                     "  \"properties\": {\n");
    aet_buf_str(out, meta_schema);
    for (size_t i = 0; v->sections[i]; i++) {
        const struct section_kind *k = v->sections[i];
        bool several = alike(v->sections, i) > 1, first = true;

        if (seen_before(v->sections, i))
            continue;
        aet_buf_str(out, ",\n    ");
        aet_json_string(out, aet_span_z(k->key));
        aet_buf_str(out, several ? ": {\"anyOf\": [" : ": ");
        for (size_t j = i; v->sections[j]; j++) {
            if (strcmp(v->sections[j]->key, k->key) != 0)
                continue;
            aet_buf_str(out, first ? "" : ", ");
            section_schema(v->sections[j], out);
            first = false;
        }
        aet_buf_str(out, several ? "]}" : "");
    }
    aet_buf_str(out, "\n  }\n}\n");
}

/* A verb whose records have a schema of its name writes those as JSON, and its report elsewhere. */
static bool writes_records(const struct session *s, const struct verb *v)
{
    const struct schema *const *list = s->command.tool->schemas;

    for (size_t i = 0; list && list[i]; i++)
        if (strcmp(list[i]->name, v->name) == 0)
            return true;
    return false;
}

static bool adds_up(const struct tool *tool)
{
    bool any = false;

    for (size_t i = 0; i < tool->verbs_n; i++)
        any |= (tool->verbs[i].scopes & SCOPE_PARTS) != 0;
    return any;
}

static bool find(struct session *s, const char *name, struct buf *out, struct buf *names)
{
    const struct nest *nest = s->command.tool->nest;

    if (nest) {
        aet_buf_str(names, nest->kinds[0].schema->name);
        if (name && strcmp(nest->kinds[0].schema->name, name) == 0)
            return record_schema(s, nest->kinds[0].schema, nest, out), true;
    }
    for (size_t i = 0; s->command.tool->schemas && s->command.tool->schemas[i]; i++) {
        aet_buf_str(names, names->n ? ", " : "");
        aet_buf_str(names, s->command.tool->schemas[i]->name);
        if (name && strcmp(s->command.tool->schemas[i]->name, name) == 0)
            return record_schema(s, s->command.tool->schemas[i], NULL, out), true;
    }
    for (size_t i = 0; i < s->command.tool->verbs_n; i++) {
        const struct verb *v = &s->command.tool->verbs[i];

        if (!v->sections || writes_records(s, v))
            continue;
        aet_buf_str(names, names->n ? ", " : "");
        aet_buf_str(names, v->name);
        if (name && strcmp(v->name, name) == 0)
            return report_schema(s, v, out), true;
    }
    if (adds_up(s->command.tool)) {
        aet_buf_str(names, ", " AET_SCHEMA_PARTIE);
        if (name && strcmp(name, AET_SCHEMA_PARTIE) == 0)
            return aet_schema_partie(s->command.tool->name, out), true;
    }
    return false;
}

enum status aet_verb_schema(struct session *s)
{
    struct buf out = { 0 }, names = { 0 };
    enum status st = STATUS_FAILED;

    if (find(s, s->command.operands_n == 1 ? s->command.operands[0] : NULL, &out, &names)) {
        if (aet_writing_open(&s->writing, &s->voice)) {
            aet_writing_put(&s->writing, aet_buf_view(&out));
            st = STATUS_CLEAN;
        }
    } else {
        st = aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_SCHEMA],
                             AET_WORDS(aet_word("noms", aet_buf_z(&names))));
    }
    aet_buf_free(&out);
    aet_buf_free(&names);
    return st;
}
