/* `completion`: the script of a shell, from the tables of verbs and options. */
#include "verbs/table_rows.h"

static void verbs(const struct tool *t, struct buf *out)
{
    for (size_t i = 0; i < t->verbs_n; i++) {
        aet_buf_str(out, i ? " " : "");
        aet_buf_str(out, t->verbs[i].name);
    }
}

/* What stands separated by | in a table of ours, separated by blanks. */
static void words(const char *list, struct buf *out)
{
    for (const char *p = list; *p; p++)
        aet_buf_char(out, *p == '|' ? ' ' : *p);
}

static void table_ids(struct tables *tables, const char *name, struct buf *out)
{
    const struct table *t = aet_tables_get(tables, name);

    for (size_t i = 0; t && i < t->rows; i++) {
        aet_buf_str(out, i ? " " : "");
        aet_buf_span(out, aet_cell(t, i, 0));
    }
}

/* What the first operand of the verb may be, separated by blanks; nothing: files. The tables are
 * those that come with the tool: a script is for everybody. */
static void first_operand(const struct tool *t, const struct verb *v, struct tables *tables,
                          struct buf *out)
{
    const struct operand *o = aet_operand(t, v->name);

    if (v->run == aet_verb_table) {
        size_t n;
        const char *const *names = aet_tables_names(tables, &n);

        for (size_t i = 0; i < n; i++) {
            aet_buf_str(out, i ? " " : "");
            aet_buf_str(out, names[i]);
        }
        aet_buf_str(out, " " AET_TABLE_HEADINGS);
    } else if (v->run == aet_verb_completion) {
        words(v->operands.fr, out);
    } else if (o && o->names) {
        words(o->names, out);
    } else if (o) {
        table_ids(tables, o->table, out);
    }
}

static void section_names(const struct tool *t, const struct verb *v, struct tables *tables,
                          struct buf *out)
{
    (void)t;
    (void)tables;
    for (size_t i = 0; v->sections && v->sections[i]; i++) {
        aet_buf_str(out, i ? " " : "");
        aet_buf_str(out, v->sections[i]->key);
    }
}

/* One line for each verb of which something is known: before, its name, between, the words, after.
 */
static void by_verb(const struct tool *t,
                    void (*known)(const struct tool *, const struct verb *, struct tables *,
                                  struct buf *),
                    const char *before, const char *between, const char *after, struct buf *out)
{
    struct tables *tables = aet_tables_new(t->name, NULL);
    struct buf list = { 0 };

    for (size_t i = 0; i < t->verbs_n; i++) {
        aet_buf_clear(&list);
        known(t, &t->verbs[i], tables, &list);
        if (!list.n)
            continue;
        aet_buf_str(out, before);
        aet_buf_str(out, t->verbs[i].name);
        aet_buf_str(out, between);
        aet_buf_span(out, aet_buf_view(&list));
        aet_buf_str(out, after);
    }
    aet_buf_free(&list);
    aet_tables_free(tables);
}

/* `--from|-f` */
static void option_pattern(const struct option *o, struct buf *out)
{
    aet_buf_str(out, "--");
    aet_buf_str(out, o->name);
    if (o->letter) {
        aet_buf_str(out, "|-");
        aet_buf_char(out, o->letter);
    }
}

/* Which word is an operand depends on the options before it: those with a value take one more.
 * After the loop, i is the word to complete, or beyond it where that is such a value. */
static void bash_operands(const struct tool *t, struct buf *out)
{
    const struct option *o;
    bool first = true;

    aet_buf_str(out, "    local verb=${COMP_WORDS[1]} operands=0 i\n"
                     "    for ((i = 2; i < COMP_CWORD; i++)); do\n"
                     "        case ${COMP_WORDS[i]} in\n        ");
    for (int i = 0; (o = aet_option_next(t, &i)) != NULL;) {
        if (!aet_takes(o->argument))
            continue;
        aet_buf_str(out, first ? "" : "|");
        option_pattern(o, out);
        first = false;
    }
    aet_buf_str(out, ") [[ ${COMP_WORDS[i+1]} == = ]] && ((i++)); ((i++)) ;;\n"
                     "        -?*) ;;\n"
                     "        *) ((operands++)) ;;\n"
                     "        esac\n"
                     "    done\n"
                     "    if [[ $cur == = ]]; then cur=\n"
                     "    elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}\n"
                     "    fi\n");
}

static void bash(const struct tool *t, struct buf *out)
{
    static const char reply[] = "COMPREPLY=($(compgen -W '";
    const struct option *o;

    aet_buf_str(out, "# bash completion of aet-");
    aet_buf_str(out, t->name);
    aet_buf_str(out, "; made by: aet-");
    aet_buf_str(out, t->name);
    aet_buf_str(out, " completion bash\n_aet_");
    aet_buf_str(out, t->name);
    aet_buf_str(
        out, "()\n{\n    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n");
    bash_operands(t, out);
    aet_buf_str(out, "    COMPREPLY=()\n    case $prev in\n");
    for (int i = 0; (o = aet_option_next(t, &i)) != NULL;) {
        if (!o->choices)
            continue;
        aet_buf_str(out, "    ");
        option_pattern(o, out);
        aet_buf_str(out, ") ");
        aet_buf_str(out, reply);
        words(o->choices, out);
        aet_buf_str(out, "' -- \"$cur\")); return ;;\n");
    }
    aet_buf_str(out, "    --section)\n        case $verb in\n");
    by_verb(t, section_names, "        ", ") COMPREPLY=($(compgen -W '", "' -- \"$cur\")) ;;\n",
            out);
    aet_buf_str(out, "        esac\n        return ;;\n    esac\n"
                     "    if [[ $COMP_CWORD -eq 1 ]]; then\n        ");
    aet_buf_str(out, reply);
    verbs(t, out);
    aet_buf_str(out, "' -- \"$cur\"))\n        return\n    elif [[ $cur == -* ]]; then\n        ");
    aet_buf_str(out, reply);
    for (int i = 0, first = 1; (o = aet_option_next(t, &i)) != NULL; first = 0) {
        aet_buf_str(out, first ? "--" : " --");
        aet_buf_str(out, o->name);
    }
    aet_buf_str(
        out, "' -- \"$cur\"))\n        return\n"
             "    elif [[ $i -eq $COMP_CWORD && $operands -eq 0 ]]; then\n        case $verb in\n");
    by_verb(t, first_operand, "        ", ") COMPREPLY=($(compgen -W '",
            "' -- \"$cur\")); return ;;\n", out);
    aet_buf_str(out, "        esac\n    fi\n    COMPREPLY=($(compgen -f -- \"$cur\"))\n"
                     "}\ncomplete -o filenames -F _aet_");
    aet_buf_str(out, t->name);
    aet_buf_str(out, " aet-");
    aet_buf_str(out, t->name);
    aet_buf_char(out, '\n');
}

/* A help text as it may stand between single quotes, within an option of _arguments. */
static void zsh_quoted(struct buf *out, const char *s)
{
    for (; *s; s++) {
        if (*s == '\'')
            aet_buf_str(out, "'\\''");
        else if (strchr("[]:\\", *s)) {
            aet_buf_char(out, '\\');
            aet_buf_char(out, *s);
        } else
            aet_buf_char(out, *s);
    }
}

static void zsh_option(const struct option *o, enum lang lang, struct buf *out)
{
    bool section = o == &aet_options[OPT_SECTION];

    aet_buf_str(out, "  ");
    if (o->letter) {
        aet_buf_str(out, "{-");
        aet_buf_char(out, o->letter);
        aet_buf_str(out, ",--");
        aet_buf_str(out, o->name);
        aet_buf_str(out, "}'[");
    } else {
        aet_buf_str(out, "'--");
        aet_buf_str(out, o->name);
        aet_buf_char(out, '[');
    }
    zsh_quoted(out, aet_text(o->help, lang));
    aet_buf_char(out, ']');
    if (aet_takes(o->argument)) {
        aet_buf_char(out, ':');
        zsh_quoted(out, aet_text(o->argument, lang));
        aet_buf_char(out, ':');
        if (o->choices) {
            aet_buf_char(out, '(');
            words(o->choices, out);
            aet_buf_char(out, ')');
        } else {
            aet_buf_str(out, section ? "'$sections" : "_files");
        }
    }
    aet_buf_str(out, section ? " \\\n" : "' \\\n");
}

static void zsh(const struct tool *t, enum lang lang, struct buf *out)
{
    const struct option *o;

    aet_buf_str(out, "#compdef aet-");
    aet_buf_str(out, t->name);
    aet_buf_str(out, "\n# made by: aet-");
    aet_buf_str(out, t->name);
    aet_buf_str(out, " completion zsh\nlocal premier=_files sections='( )'\ncase $words[2] in\n");
    by_verb(t, first_operand, "", ") premier='(", ")' ;;\n", out);
    aet_buf_str(out, "esac\ncase $words[2] in\n");
    by_verb(t, section_names, "", ") sections='(", ")' ;;\n", out);
    aet_buf_str(out, "esac\n_arguments \\\n  '1:");
    aet_buf_str(out, aet_text((struct text){ "verbe", "verb" }, lang));
    aet_buf_str(out, ":(");
    verbs(t, out);
    aet_buf_str(out, ")' \\\n  '2:");
    aet_buf_str(out, aet_text((struct text){ "premier", "first" }, lang));
    aet_buf_str(out, ":'$premier \\\n");
    for (int i = 0; (o = aet_option_next(t, &i)) != NULL;)
        zsh_option(o, lang, out);
    aet_buf_str(out, "  '*:");
    aet_buf_str(out, aet_text((struct text){ "fichier", "file" }, lang));
    aet_buf_str(out, ":_files'\n");
}

/* Between single quotes of fish. */
static void fish_quoted(struct buf *out, const char *s)
{
    for (; *s; s++) {
        if (*s == '\'' || *s == '\\')
            aet_buf_char(out, '\\');
        aet_buf_char(out, *s);
    }
}

static void fish_begin(const struct tool *t, struct buf *out)
{
    aet_buf_str(out, "complete -c aet-");
    aet_buf_str(out, t->name);
}

/* Words that hold after one verb: the first operand, while none of them is there yet. */
static void fish_by_verb(const struct tool *t, struct buf *out)
{
    struct tables *tables = aet_tables_new(t->name, NULL);
    struct buf list = { 0 };

    for (size_t i = 0; i < t->verbs_n; i++) {
        const char *verb = t->verbs[i].name;

        aet_buf_clear(&list);
        first_operand(t, &t->verbs[i], tables, &list);
        if (list.n) {
            fish_begin(t, out);
            aet_buf_str(out, " -n '__fish_seen_subcommand_from ");
            aet_buf_str(out, verb);
            aet_buf_str(out, "; and not __fish_seen_subcommand_from ");
            aet_buf_span(out, aet_buf_view(&list));
            aet_buf_str(out, "' -f -a '");
            aet_buf_span(out, aet_buf_view(&list));
            aet_buf_str(out, "'\n");
        }
        aet_buf_clear(&list);
        section_names(t, &t->verbs[i], tables, &list);
        if (list.n) {
            fish_begin(t, out);
            aet_buf_str(out, " -n '__fish_seen_subcommand_from ");
            aet_buf_str(out, verb);
            aet_buf_str(out, "' -l section -x -a '");
            aet_buf_span(out, aet_buf_view(&list));
            aet_buf_str(out, "'\n");
        }
    }
    aet_buf_free(&list);
    aet_tables_free(tables);
}

static void fish(const struct tool *t, enum lang lang, struct buf *out)
{
    const struct option *o;

    aet_buf_str(out, "# made by: aet-");
    aet_buf_str(out, t->name);
    aet_buf_str(out, " completion fish\n");
    for (size_t i = 0; i < t->verbs_n; i++) {
        fish_begin(t, out);
        aet_buf_str(out, " -n __fish_use_subcommand -f -a ");
        aet_buf_str(out, t->verbs[i].name);
        aet_buf_str(out, " -d '");
        fish_quoted(out, aet_text(t->verbs[i].summary, lang));
        aet_buf_str(out, "'\n");
    }
    fish_by_verb(t, out);
    for (int i = 0; (o = aet_option_next(t, &i)) != NULL;) {
        fish_begin(t, out);
        aet_buf_str(out, " -l ");
        aet_buf_str(out, o->name);
        if (o->letter) {
            aet_buf_str(out, " -s ");
            aet_buf_char(out, o->letter);
        }
        if (o->choices) {
            aet_buf_str(out, " -x -a '");
            words(o->choices, out);
            aet_buf_char(out, '\'');
        } else if (aet_takes(o->argument)) {
            aet_buf_str(out, o == &aet_options[OPT_SECTION] ? " -x" : " -r");
        }
        aet_buf_str(out, " -d '");
        fish_quoted(out, aet_text(o->help, lang));
        aet_buf_str(out, "'\n");
    }
}

enum status aet_verb_completion(struct session *s)
{
    const char *shell = s->command.operands_n == 1 ? s->command.operands[0] : "";
    struct buf out = { 0 };

    if (strcmp(shell, "bash") == 0)
        bash(s->command.tool, &out);
    else if (strcmp(shell, "zsh") == 0)
        zsh(s->command.tool, s->voice.lang, &out);
    else if (strcmp(shell, "fish") == 0)
        fish(s->command.tool, s->voice.lang, &out);
    else
        return aet_voice_usage(&s->voice, &aet_rules_opt[OPTION_SHELL], NULL);

    enum status st = STATUS_FAILED;

    if (aet_writing_open(&s->writing, &s->voice)) {
        aet_writing_put(&s->writing, aet_buf_view(&out));
        st = STATUS_CLEAN;
    }
    aet_buf_free(&out);
    return st;
}
