/* The cutter of JSON values. */
#include "format/cut_json.h"

#include "format/json_letters.h"

enum { BEFORE_ARRAY, BEFORE_FIRST, BEFORE_VALUE, IN_VALUE, AFTER_VALUE, AFTER_ARRAY };

static bool is_blank(char b)
{
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
}

/* Walk through a string to just behind its end; false: more is needed. */
static bool walk_string(struct json_cutter *c, struct span text)
{
    while (c->pos < text.n) {
        char b;

        if (!c->escaped)
            c->pos = (size_t)(aet_json_letters(text.p + c->pos, text.p + text.n) - text.p);
        if (c->pos == text.n)
            return false;
        b = text.p[c->pos++];
        if (b == '"' && !c->escaped) {
            c->string = false;
            return true;
        }
        c->escaped = b == '\\' && !c->escaped;
    }
    return false;
}

/* One byte that stands in no string; true when it ends the value, or stands just behind it. */
static bool walk_byte(struct json_cutter *c, char b)
{
    if (b == '"' || b == '{' || b == '[') {
        if (!c->depth)
            c->open_at = c->pos;
        c->string = b == '"';
        c->depth += b != '"';
    } else if (b == '}' || b == ']') {
        if (!c->depth)
            return true; /* a bare word, ended by the array's bracket */
        c->depth--;
        c->pos += c->depth == 0;
        return c->depth == 0;
    } else if (!c->depth && (b == ',' || is_blank(b))) {
        return true;
    }
    return false;
}

/* Walk through a value; true when `pos` stands just after it. */
static bool walk_value(struct json_cutter *c, struct span text)
{
    while (c->pos < text.n) {
        if (c->string) {
            if (walk_string(c, text) && !c->depth)
                return true;
        } else if (walk_byte(c, text.p[c->pos])) {
            return true;
        } else {
            c->pos++;
        }
    }
    return false;
}

static enum cut lost(struct piece *out, enum fault fault, size_t at, size_t end)
{
    *out = (struct piece){ .end = end, .fault = fault, .at = at };
    return CUT_LOST;
}

static enum cut value_done(struct json_cutter *c, struct piece *out)
{
    *out = (struct piece){ .start = c->start, .end = c->pos };
    c->state = c->array ? AFTER_VALUE : BEFORE_VALUE;
    c->pos = c->open_at = 0;
    return CUT_RECORD;
}

/* One byte between values; CUT_RECORD means "go on". */
static enum cut between(struct json_cutter *c, char b, struct piece *out)
{
    switch (c->state) {
    case BEFORE_ARRAY:
        c->open_at = c->pos;
        if (b != '[')
            return lost(out, FAULT_JSON_BETWEEN, c->pos, c->pos);
        c->state = BEFORE_FIRST;
        break;
    case BEFORE_FIRST:
    case BEFORE_VALUE:
        if (b == ']' && c->array && c->state == BEFORE_FIRST) {
            c->state = AFTER_ARRAY;
            break;
        }
        if (b == ',' || b == ']' || b == '}')
            return lost(out, FAULT_JSON_BETWEEN, c->pos, c->pos);
        c->state = IN_VALUE;
        c->start = c->open_at = c->pos;
        c->depth = 0;
        c->string = c->escaped = false;
        return CUT_RECORD; /* the byte belongs to the value: do not step over it */
    case AFTER_VALUE:
        if (b != ',' && b != ']')
            return lost(out, FAULT_JSON_BETWEEN, c->pos, c->pos);
        c->state = b == ',' ? BEFORE_VALUE : AFTER_ARRAY;
        break;
    default:
        return lost(out, FAULT_JSON_AFTER, c->pos, c->pos);
    }
    c->pos++;
    return CUT_RECORD;
}

static enum cut json_end(struct json_cutter *c, struct span text, struct piece *out)
{
    if (c->state == IN_VALUE && !c->depth && !c->string)
        return value_done(c, out); /* a bare word at the very end */
    if (c->state == IN_VALUE)
        return lost(out, FAULT_JSON_OPEN, c->open_at, text.n);
    if (c->array && c->state != AFTER_ARRAY)
        return lost(out, FAULT_JSON_BETWEEN, text.n, text.n);
    return CUT_END;
}

static enum cut cut_json(struct json_cutter *c, struct span text, bool eof, struct piece *out)
{
    while (c->pos < text.n) {
        if (c->state == IN_VALUE) {
            if (walk_value(c, text))
                return value_done(c, out);
        } else if (is_blank(text.p[c->pos])) {
            c->pos++;
        } else {
            enum cut r = between(c, text.p[c->pos], out);

            if (r != CUT_RECORD)
                return r;
        }
    }
    return eof ? json_end(c, text, out) : CUT_MORE;
}

static enum cut next_value(struct cutter *c, struct span text, bool eof, struct piece *out)
{
    return cut_json(&c->json, text, eof, out);
}

static size_t open_at(const struct cutter *c)
{
    return c->json.open_at;
}

void aet_cutter_json(struct cutter *c, bool array)
{
    *c = (struct cutter){ .next = next_value, .open_at = open_at };
    c->json.array = array;
    c->json.state = array ? BEFORE_ARRAY : BEFORE_VALUE;
}
