/* The JSON Schema of a part of a sum (partial/partial.h): its form, whatever is counted. */
#include "verbs/schema_partie.h"

#include "format/json_text.h"
#include "partial/frame.h"

static const char lead[] =
    "  \"description\": \"La première ligne dit ce qui a été compté et comment; les suivantes "
    "commencent par le nom de ce qu’elles portent; la dernière a le nombre des lignes et "
    "l’empreinte de tout ce qui précède.\",\n"
    "  \"type\": \"array\",\n  \"minItems\": 4,\n  \"prefixItems\": [{\n";

static const char *const texts[] = { "outil", "version", "tables", "verbe", "sorte", "somme" };

static const char rest[] =
    "    \"options\": {\"type\": \"object\", \"required\": [\"date\"], \"additionalProperties\": "
    "{\"type\": \"string\"}},\n"
    "    \"lus\": {\"type\": \"integer\", \"minimum\": 0},\n"
    "    \"marques\": {\"type\": \"boolean\"},\n"
    "    \"cle\": {\"type\": [\"string\", \"null\"]}\n  }}],\n"
    "  \"items\": {\"anyOf\": [\n"
    "    {\"type\": \"array\", \"minItems\": 2, \"prefixItems\": [{\"type\": \"string\"}], "
    "\"items\": {\"anyOf\": [{\"type\": [\"integer\", \"string\"]}, {\"type\": \"array\", "
    "\"items\": {\"type\": \"integer\"}}]}},\n"
    "    {\"type\": \"object\", \"additionalProperties\": false, \"required\": [\"lignes\", "
    "\"sha256\"], \"properties\": {\"lignes\": {\"type\": \"integer\"}, \"sha256\": {\"type\": "
    "\"string\", \"pattern\": \"^[0-9a-f]{64}$\"}}}\n  ]}\n}\n";

void aet_schema_partie(const char *tool, struct buf *out)
{
    aet_buf_str(out, "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
                     "  \"$id\": \"urn:aet:");
    aet_buf_str(out, tool);
    aet_buf_str(out, ":" AET_SCHEMA_PARTIE
                     "\",\n  \"title\": \"ce que --partiel écrit, et que --fusion additionne\",\n");
    aet_buf_str(out, lead);
    aet_buf_str(out, "    \"type\": \"object\", \"additionalProperties\": false,\n"
                     "    \"required\": [\"partie\", \"options\", \"lus\", \"marques\", \"cle\"");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        aet_buf_str(out, ", ");
        aet_json_string(out, aet_span_z(texts[i]));
    }
    aet_buf_str(out, "],\n    \"properties\": {\n    \"partie\": {\"const\": ");
    aet_buf_uint(out, PARTIAL_VERSION);
    aet_buf_str(out, "},\n");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        aet_buf_str(out, "    ");
        aet_json_string(out, aet_span_z(texts[i]));
        aet_buf_str(out, ": {\"type\": \"string\"},\n");
    }
    aet_buf_str(out, rest);
}
