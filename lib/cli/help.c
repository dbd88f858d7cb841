/* Help: examples first, then verbs and options from the tables that parsing uses. */
#include "cli/session.h"

#include "base/message.h"
#include "base/utf8.h"
#include "tree/nest.h"

enum { NAMES = 26, LINE = 88 };

/* The name in its column; one that is wider has a line of its own. */
static void padded(struct buf *to, const char *text, size_t width)
{
    size_t w = aet_utf8_width(aet_span_z(text));

    aet_buf_str(to, text);
    if (w > width) {
        aet_buf_char(to, '\n');
        w = 0;
    }
    for (; w <= width; w++)
        aet_buf_char(to, ' ');
}

/* Text in lines of LINE columns, those after the first set in. */
static void wrapped(struct buf *to, const char *text, size_t indent)
{
    struct span rest = aet_span_z(text);
    size_t at = indent;

    while (rest.n) {
        const char *space = memchr(rest.p, ' ', rest.n);
        struct span word = aet_span(rest.p, space ? (size_t)(space - rest.p) : rest.n);
        size_t w = aet_utf8_width(word);

        if (at > indent && at + 1 + w > LINE) {
            aet_buf_char(to, '\n');
            for (at = 0; at < indent; at++)
                aet_buf_char(to, ' ');
        } else if (at > indent) {
            aet_buf_char(to, ' ');
            at++;
        }
        aet_buf_span(to, word);
        at += w;
        rest = aet_span_from(rest, word.n + 1);
    }
    aet_buf_char(to, '\n');
}

static void help_option(struct buf *to, const struct option *o, enum lang lang)
{
    struct buf name = { 0 };

    aet_buf_str(&name, "  ");
    if (o->letter) {
        aet_buf_char(&name, '-');
        aet_buf_char(&name, o->letter);
        aet_buf_str(&name, ", ");
    }
    aet_buf_str(&name, "--");
    aet_buf_str(&name, o->name);
    if (aet_takes(o->argument)) {
        aet_buf_char(&name, ' ');
        aet_buf_str(&name, o->choices ? o->choices : aet_text(o->argument, lang));
    }
    padded(to, aet_buf_z(&name), NAMES);
    wrapped(to, aet_text(o->help, lang), NAMES + 1);
    aet_buf_free(&name);
}

static void help_verb(const struct session *s, const struct verb *v, struct buf *to)
{
    struct buf name = { 0 };

    aet_buf_str(&name, "  ");
    aet_buf_str(&name, v->name);
    aet_buf_char(&name, ' ');
    aet_buf_str(&name, aet_text(v->operands, s->voice.lang));
    padded(to, aet_buf_z(&name), NAMES);
    wrapped(to, aet_text(v->summary, s->voice.lang), NAMES + 1);
    aet_buf_free(&name);
}

static const struct {
    struct text title, examples, usage, verbs, options, options_of, fields, rest;
} words = {
    .title = { "aet-{outil} — {quoi}\n\n", "aet-{outil} — {quoi}\n\n" },
    .examples = { "Exemples :\n", "Examples:\n" },
    .usage = { "Usage : aet-{outil} VERBE [OPTIONS] [FICHIER…]\n\n",
               "Usage: aet-{outil} VERB [OPTIONS] [FILE…]\n\n" },
    .verbs = { "Verbes :\n", "Verbs:\n" },
    .options = { "\nOptions :\n", "\nOptions:\n" },
    .options_of = { "\nOptions de {quoi} :\n", "\nOptions of {quoi}:\n" },
    .fields = { "\nChamps de « {quoi} » (intitulés compris : aet-{outil} table intitules) :\n",
                "\nFields of “{quoi}” (headings understood: aet-{outil} table intitules):\n" },
    .rest = { "Tout le reste : man aet-{outil}\n", "All the rest: man aet-{outil}\n" },
};

static void put(const struct session *s, struct buf *to, struct text text, const char *value)
{
    struct buf line = { 0 };

    aet_words_put(&line, text, s->voice.lang,
                  AET_WORDS(aet_word("outil", s->command.tool->name), aet_word("quoi", value)));
    aet_buf_str(to, aet_buf_z(&line));
    aet_buf_free(&line);
}

/* The fields of the records that a verb reads. */
static void help_fields(const struct session *s, const struct schema *schema, struct buf *to)
{
    put(s, to, words.fields, schema->name);
    for (size_t i = 0; i < schema->n; i++) {
        const struct field *f = &schema->fields[i];
        struct buf text = { 0 };

        if (f->generated)
            continue;
        aet_buf_str(&text, "  ");
        aet_buf_str(&text, f->name);
        padded(to, aet_buf_z(&text), NAMES);
        wrapped(to, aet_text(f->title, s->voice.lang), NAMES + 1);
        aet_buf_free(&text);
    }
}

static const struct text exits = {
    "Sortie : 0 fait et sans erreur; 1 fait, et les données ont des erreurs; 2 n’a pu se faire; "
    "3 fait et sans erreur, avec des alertes (--alerte).",
    "Exit: 0 done and clean; 1 done, and the data has errors; 2 could not be done; "
    "3 done and clean, with alerts (--alerte)."
};

void aet_help(const struct session *s, struct buf *to)
{
    const struct tool *t = s->command.tool;
    const struct option *o;

    put(s, to, words.title, aet_text(t->title, s->voice.lang));
    put(s, to, words.examples, NULL);
    aet_buf_str(to, aet_text(t->examples, s->voice.lang));
    aet_buf_char(to, '\n');
    put(s, to, words.usage, NULL);
    put(s, to, words.verbs, NULL);
    for (size_t i = 0; i < t->verbs_n; i++)
        if (!s->command.verb || s->command.verb == &t->verbs[i])
            help_verb(s, &t->verbs[i], to);
    put(s, to, s->command.verb ? words.options_of : words.options,
        s->command.verb ? s->command.verb->name : NULL);
    for (int i = 0; (o = aet_option_next(t, &i)) != NULL;)
        if (aet_verb_takes(t, s->command.verb, o))
            help_option(to, o, s->voice.lang);
    for (size_t i = 0;
         s->command.verb && (s->command.verb->scopes & SCOPE_INPUT) && t->nest && i < t->nest->n;
         i++)
        help_fields(s, t->nest->kinds[i].schema, to);
    for (size_t i = 0; s->command.verb && (s->command.verb->scopes & SCOPE_INPUT) && !t->nest &&
                       t->schemas && t->schemas[i];
         i++)
        help_fields(s, t->schemas[i], to);
    aet_buf_char(to, '\n');
    wrapped(to, aet_text(exits, s->voice.lang), 0);
    put(s, to, words.rest, NULL);
}
