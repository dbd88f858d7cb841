/* Lines of a file of habits. */
#include "cli/conf.h"

#include "base/os/os.h"
#include "base/similar.h"
#include "base/utf8.h"

/* Longer than any list of habits; what is longer is another file of that name. */
enum { CONF_MOST = 64 * 1024, TOOLS_MAX = 8 };

/* `more`: a further word of the message, or none. */
static enum status complain(const struct conf *c, int rule, struct span value, struct word more)
{
    aet_voice_say(&c->s->voice, &aet_rules_opt[rule],
                  AET_WORDS(aet_word("fichier", c->path), aet_word_uint("ligne", c->line),
                            aet_word_span("valeur", value), more));
    return STATUS_FAILED;
}

static enum status refuse(const struct conf *c, int rule, struct span value)
{
    return complain(c, rule, value, (struct word){ 0 });
}

static int option_of(const struct session *s, struct span name)
{
    for (int i = 0; i < OPT_COMMON + (int)s->command.tool->options_n; i++)
        if (aet_span_eq(name, aet_span_z(aet_option(s->command.tool, i)->name)))
            return i;
    return -1;
}

static enum status no_option(const struct conf *c, struct span name)
{
    const struct tool *t = c->s->command.tool;
    const char *names[OPTIONS_MAX], *near;
    char *word = aet_span_dup(name);
    size_t n = 0;

    for (int i = 0; i < OPT_COMMON + (int)t->options_n; i++)
        if (aet_option(t, i)->scopes & SCOPE_HABIT)
            names[n++] = aet_option(t, i)->name;
    near = aet_nearest_name(word, names, n);
    aet_free(word);
    return complain(c, CONF_OPTION, name, aet_word("suggestion", near));
}

/* What stands behind the sign of equality: `"…"`, whose spaces and `#` are meant, or to the `#`
 * that begins a remark behind a space. False: something stands behind the quotes. */
static bool read_value(struct span v, struct span *value)
{
    size_t end = aet_span_find(v, AET_LIT(" #"));
    struct span rest;

    if (!v.n || v.p[0] != '"') {
        *value = aet_span_trim(aet_span(v.p, end));
        return true;
    }
    end = aet_span_find(aet_span_from(v, 1), AET_LIT("\""));
    *value = aet_span(v.p + 1, end);
    if (end + 1 >= v.n) /* not closed */
        return false;
    rest = aet_span_trim(aet_span_from(v, end + 2));
    return !rest.n || rest.p[0] == '#';
}

/* A flag is on, off, or neither of them (-1). */
static int flag(struct span v)
{
    static const char *const yes[] = { "oui", "yes", "1", NULL };
    static const char *const no[] = { "non", "no", "0", NULL };

    return !v.n || aet_span_one_of(v, yes) ? 1 : aet_span_one_of(v, no) ? 0 : -1;
}

/* The value as the command line would give it. */
static const char *kept(const struct conf *c, const struct option *o, struct span value)
{
    const char *copy = aet_arena_copy(&c->s->arena, value).p;
    struct buf path = { 0 };

    if (!aet_option_names_path(o) || aet_os_absolute(copy))
        return copy;
    aet_buf_span(&path, c->folder);
    aet_buf_span(&path, value);
    copy = aet_arena_copy(&c->s->arena, aet_buf_view(&path)).p;
    aet_buf_free(&path);
    return copy;
}

static void note(struct session *s, struct habit habit)
{
    struct habits *h = &s->habits;

    h->p = aet_grow(h->p, &h->cap, h->n, sizeof *h->p);
    h->p[h->n++] = habit;
}

/* Whether a rename leads to a field of this tool; what is no rename the command line will tell. */
static bool leads_to_field(const struct conf *c, struct span value)
{
    size_t at = value.n;

    while (at && value.p[at - 1] != '=')
        at--;
    return !at || aet_tool_has_field(c->s->command.tool, aet_span_from(value, at));
}

/* An option of this tool, said with a value of its kind. */
static enum status take(struct conf *c, int id, struct span value)
{
    const struct option *o = aet_option(c->s->command.tool, id);
    bool takes_value = aet_takes(o->argument);

    if (!takes_value && flag(value) < 0)
        return complain(c, CONF_FLAG, value, aet_word("noms", o->name));
    if (takes_value && !value.n)
        return refuse(c, CONF_EMPTY, aet_span_z(o->name));
    if (o->choices && !aet_option_choice(o, value))
        return complain(c, CONF_CHOICE, value, aet_word("noms", o->choices));
    if (c->here[id] && id != OPT_MAP)
        return refuse(c, CONF_TWICE, aet_span_z(o->name));
    c->here[id] = true;
    if (id == OPT_MAP && !c->alone && !leads_to_field(c, value))
        return STATUS_CLEAN; /* of another tool */
    if (c->before[id] || !aet_verb_takes(c->s->command.tool, c->s->command.verb, o) ||
        (!takes_value && !flag(value)))
        return STATUS_CLEAN;
    note(c->s, (struct habit){ .option = id,
                               .value = takes_value ? kept(c, o, value) : "",
                               .file = c->path,
                               .is_path = aet_option_names_path(o) });
    return STATUS_CLEAN;
}

/* `[aet-plan]`: whose the lines below are. */
static enum status open_part(struct conf *c, struct span name)
{
    const char *tools[TOOLS_MAX];
    size_t n = aet_tables_tools(tools, TOOLS_MAX);

    name = aet_span_trim(name);
    if (aet_span_starts(name, AET_LIT("aet-")))
        name = aet_span_from(name, 4);
    c->alone = aet_span_eq(name, aet_span_z(c->s->command.tool->name));
    c->ours = c->alone || aet_span_eq(name, AET_LIT("aet"));
    if (c->ours)
        return STATUS_CLEAN;
    for (size_t i = 0; i < n; i++)
        if (aet_span_eq(name, aet_span_z(tools[i])))
            return STATUS_CLEAN;
    return refuse(c, CONF_PART, name);
}

static enum status read_line(struct conf *c, struct span line)
{
    size_t equals;
    struct span name, value;
    int id;

    line = aet_span_trim(line);
    if (!line.n || line.p[0] == '#' || line.p[0] == ';')
        return STATUS_CLEAN;
    if (line.p[0] == '[')
        return line.p[line.n - 1] == ']' ? open_part(c, aet_span(line.p + 1, line.n - 2))
                                         : refuse(c, CONF_LINE, line);
    if (!c->ours)
        return STATUS_CLEAN;
    equals = aet_span_find(line, AET_LIT("="));
    name = aet_span_trim(aet_span(line.p, equals));
    if (!read_value(aet_span_trim(aet_span_from(line, equals + 1)), &value))
        return refuse(c, CONF_LINE, line);
    if (aet_span_starts(name, AET_LIT("--")))
        name = aet_span_from(name, 2);
    id = option_of(c->s, name);
    if (id < 0)
        return aet_span_has_any(name, " \t") ? refuse(c, CONF_LINE, line) : no_option(c, name);
    if (!(aet_option(c->s->command.tool, id)->scopes & SCOPE_HABIT))
        return refuse(c, CONF_ONCE, name);
    return take(c, id, value);
}

enum status aet_conf_read(struct conf *c, struct span text)
{
    enum status st = STATUS_CLEAN;
    size_t bad;

    if (text.n > CONF_MOST)
        return refuse(c, CONF_LONG, AET_LIT(""));
    if (aet_span_starts(text, AET_LIT("\xEF\xBB\xBF")))
        text = aet_span_from(text, 3);
    bad = aet_utf8_bad(text);
    while (text.n && st == STATUS_CLEAN) {
        size_t n = aet_span_find(text, AET_LIT("\n"));

        c->line++;
        if (bad < n)
            return refuse(c, CONF_UTF8, AET_LIT(""));
        st = read_line(c, aet_span(text.p, n));
        bad = bad > n ? bad - n - 1 : bad;
        text = aet_span_from(text, n + 1);
    }
    return st;
}
