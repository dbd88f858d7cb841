/* `completion`: the script of a shell, from the tables of verbs and options. */
#include "run/session.h"

static void verbs(const struct tool *t, struct buf *out)
{
    for (size_t i = 0; i < t->verbs_n; i++) {
        aet_buf_str(out, i ? " " : "");
        aet_buf_str(out, t->verbs[i].name);
    }
}

static void choices(const struct option *o, struct buf *out)
{
    for (const char *p = o->choices; *p; p++)
        aet_buf_char(out, *p == '|' ? ' ' : *p);
}

static void bash(const struct tool *t, struct buf *out)
{
    int n = OPT_COMMON + (int)t->options_n;

    aet_buf_str(out, "# bash completion of aet-");
    aet_buf_str(out, t->name);
    aet_buf_str(out, "; made by: aet-");
    aet_buf_str(out, t->name);
    aet_buf_str(out, " completion bash\n_aet_");
    aet_buf_str(out, t->name);
    aet_buf_str(out,
                "()\n{\n    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
                "    COMPREPLY=()\n    case $prev in\n");
    for (int i = 0; i < n; i++) {
        const struct option *o = aet_option(t, i);

        if (!o->choices)
            continue;
        aet_buf_str(out, "    --");
        aet_buf_str(out, o->name);
        if (o->letter) {
            aet_buf_str(out, "|-");
            aet_buf_char(out, o->letter);
        }
        aet_buf_str(out, ") COMPREPLY=($(compgen -W '");
        choices(o, out);
        aet_buf_str(out, "' -- \"$cur\")); return ;;\n");
    }
    aet_buf_str(out, "    esac\n    if [[ $COMP_CWORD -eq 1 ]]; then\n"
                     "        COMPREPLY=($(compgen -W '");
    verbs(t, out);
    aet_buf_str(out, "' -- \"$cur\"))\n    elif [[ $cur == -* ]]; then\n"
                     "        COMPREPLY=($(compgen -W '");
    for (int i = 0; i < n; i++) {
        aet_buf_str(out, i ? " --" : "--");
        aet_buf_str(out, aet_option(t, i)->name);
    }
    aet_buf_str(out, "' -- \"$cur\"))\n    else\n        COMPREPLY=($(compgen -f -- \"$cur\"))\n"
                     "    fi\n}\ncomplete -o filenames -F _aet_");
    aet_buf_str(out, t->name);
    aet_buf_str(out, " aet-");
    aet_buf_str(out, t->name);
    aet_buf_char(out, '\n');
}

/* A help text as it may stand between single quotes and brackets of zsh and fish. */
static void quoted(struct buf *out, const char *s)
{
    for (; *s; s++) {
        if (*s == '\'' || *s == '[' || *s == ']' || *s == ':')
            aet_buf_char(out, ' ');
        else
            aet_buf_char(out, *s);
    }
}

static void zsh(const struct tool *t, struct buf *out)
{
    int n = OPT_COMMON + (int)t->options_n;

    aet_buf_str(out, "#compdef aet-");
    aet_buf_str(out, t->name);
    aet_buf_str(out, "\n# made by: aet-");
    aet_buf_str(out, t->name);
    aet_buf_str(out, " completion zsh\n_arguments \\\n  '1:verbe:(");
    verbs(t, out);
    aet_buf_str(out, ")' \\\n");
    for (int i = 0; i < n; i++) {
        const struct option *o = aet_option(t, i);

        aet_buf_str(out, "  '--");
        aet_buf_str(out, o->name);
        aet_buf_char(out, '[');
        quoted(out, o->help.fr);
        aet_buf_char(out, ']');
        if (o->argument) {
            aet_buf_char(out, ':');
            quoted(out, o->argument);
            aet_buf_char(out, ':');
            if (o->choices) {
                aet_buf_char(out, '(');
                choices(o, out);
                aet_buf_char(out, ')');
            } else {
                aet_buf_str(out, "_files");
            }
        }
        aet_buf_str(out, "' \\\n");
    }
    aet_buf_str(out, "  '*:fichier:_files'\n");
}

static void fish(const struct tool *t, struct buf *out)
{
    int n = OPT_COMMON + (int)t->options_n;

    aet_buf_str(out, "# made by: aet-");
    aet_buf_str(out, t->name);
    aet_buf_str(out, " completion fish\n");
    for (size_t i = 0; i < t->verbs_n; i++) {
        aet_buf_str(out, "complete -c aet-");
        aet_buf_str(out, t->name);
        aet_buf_str(out, " -n __fish_use_subcommand -f -a ");
        aet_buf_str(out, t->verbs[i].name);
        aet_buf_str(out, " -d '");
        quoted(out, t->verbs[i].summary.fr);
        aet_buf_str(out, "'\n");
    }
    for (int i = 0; i < n; i++) {
        const struct option *o = aet_option(t, i);

        aet_buf_str(out, "complete -c aet-");
        aet_buf_str(out, t->name);
        aet_buf_str(out, " -l ");
        aet_buf_str(out, o->name);
        if (o->letter) {
            aet_buf_str(out, " -s ");
            aet_buf_char(out, o->letter);
        }
        if (o->choices) {
            aet_buf_str(out, " -x -a '");
            choices(o, out);
            aet_buf_char(out, '\'');
        } else if (o->argument) {
            aet_buf_str(out, " -r");
        }
        aet_buf_str(out, " -d '");
        quoted(out, o->help.fr);
        aet_buf_str(out, "'\n");
    }
}

enum status aet_verb_completion(struct session *s)
{
    static const struct text which = { "completion : bash, zsh ou fish",
                                       "completion: bash, zsh or fish" };
    const char *shell = s->operands_n == 1 ? s->operands[0] : "";
    struct buf out = { 0 };

    if (strcmp(shell, "bash") == 0)
        bash(s->tool, &out);
    else if (strcmp(shell, "zsh") == 0)
        zsh(s->tool, &out);
    else if (strcmp(shell, "fish") == 0)
        fish(s->tool, &out);
    else
        return aet_complain_usage(s, which, "", "");

    enum status st = STATUS_FAILED;

    if (aet_session_open(s)) {
        aet_session_write(s, aet_buf_view(&out));
        st = aet_session_close(s, STATUS_CLEAN);
    }
    aet_buf_free(&out);
    return st;
}
