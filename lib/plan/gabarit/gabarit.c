/* `gabarit N`: an empty form for tools 5 to 13, ready to fill in and to give back to `valider`. Its
 * columns are the fields of the kinds that the tool is about; rows or members whose name begins
 * with # or _ say what goes where, and are read by nobody. */
#include "format/csv_row.h"
#include "format/formats.h"
#include "format/json_text.h"
#include "plan/calendrier/calendrier.h"
#include "plan/gabarit/gabarit.h"
#include "plan/rules.h"
#include "plan/knowledge.h"
#include "plan/verbs.h"
#include "report/render.h"
#include "verbs/form.h"

enum { FIRST_FORM = 5, LAST_TOOL = 13 };

static const struct formulaire forms[] = {
    { { K_ANALYSE, K_CONSTAT },
      { "analyser-les-donnees", "identifier-les-constats-des-donnees" },
      "donnees",
      K_CONSTAT },
    { { K_ANALYSE, K_CONSTAT },
      { "analyser-l-offre-et-les-facteurs", "identifier-les-constats-de-l-offre-et-des-facteurs" },
      "offre",
      K_CONSTAT },
    { { K_ANALYSE, K_CONSTAT },
      { "analyser-l-offre-et-les-facteurs", "identifier-les-constats-de-l-offre-et-des-facteurs" },
      "intervention",
      K_CONSTAT },
    { { K_FACTEUR, K_CONSTAT, K_OBJECTIF },
      { "choisir-les-constats-prioritaires", "selectionner-les-facteurs-de-protection",
        "definir-les-objectifs" },
      NULL,
      K_OBJECTIF },
    { { K_FACTEUR, K_CONSTAT, K_OBJECTIF, K_TRANSFORMATION, K_INDICATEUR, K_JALON, K_ACTION,
        K_BAILLEUR },
      { "determiner-une-transformation-par-systeme", "choisir-les-actions",
        "completer-les-elements-descriptifs", "determiner-les-ressources" },
      NULL,
      K_ACTION },
    { { K_OBJECTIF, K_TRANSFORMATION, K_INDICATEUR, K_ACTION },
      { "identifier-les-responsables-et-les-partenaires", "faire-le-suivi-du-plan-d-action" },
      NULL,
      K_ACTION },
    { { K_OBJECTIF, K_TRANSFORMATION, K_ACTION, K_SUIVI_ACTION, K_DECISION },
      { "faire-le-suivi-du-plan-d-action", "apporter-les-ajustements-aux-actions" },
      NULL,
      K_SUIVI_ACTION },
    { { K_OBJECTIF, K_TRANSFORMATION, K_INDICATEUR, K_RELEVE, K_ACTION, K_DECISION, K_REVISION },
      { "presenter-les-resultats", "decider-du-maintien-de-l-adaptation-ou-de-l-abandon",
        "questionner-la-pertinence", "les-ajuster-si-necessaire" },
      NULL,
      K_RELEVE },
    { { K_DIAGNOSTIC }, { "evaluer-le-fonctionnement-du-regroupement" }, NULL, K_DIAGNOSTIC },
};

static bool concerns(const struct ecrivain *e, unsigned kind)
{
    for (size_t i = 0; i < KINDS_MAX && e->f->kinds[i] != K_PLAN; i++)
        if (e->f->kinds[i] == kind)
            return true;
    return kind == K_PLAN || kind == K_REGROUPEMENT || (kind == K_CYCLE && e->tool == 9) ||
           (kind == K_SUIVI && e->tool == 9) || (kind == K_RESSOURCES && e->tool == 9) ||
           (kind == K_REPONSES && e->tool == 13);
}

/* "Outil 9 : Plan d’action concerté. Sert à : …; …" */
void aet_plan_gabarit_nom(const struct ecrivain *e, struct buf *out)
{
    char id[4];

    snprintf(id, sizeof id, "%u", e->tool);
    aet_plan_outil_nomme(e->k, (size_t)aet_row_of_id(e->k->tables[T_OUTILS], aet_span_z(id)), out);
}

void aet_plan_gabarit_usage(const struct ecrivain *e, struct buf *out)
{
    static const struct text serves = { ". Sert à\u00a0: ", ". Serves to: " };

    aet_plan_gabarit_nom(e, out);
    aet_buf_str(out, aet_text(serves, e->s->voice.lang));
    for (size_t i = 0; i < SERVED_MAX && e->f->objectifs[i]; i++) {
        int32_t row = aet_row_of_id(e->k->tables[T_OBJECTIFS], aet_span_z(e->f->objectifs[i]));

        aet_buf_str(out, i ? "; " : "");
        aet_buf_span(out, aet_label(e->k->tables[T_OBJECTIFS], (size_t)row, e->s->voice.lang));
    }
}

/* What a field wants, in words: its caption, then its form or the rows of its table. */
static void wants(const struct ecrivain *e, const struct field *f, struct buf *out)
{
    aet_buf_str(out, aet_text(f->title, e->s->voice.lang));
    if (!aet_type_is_text(f->type) && f->type != TYPE_TERM) {
        aet_buf_str(out, " (");
        aet_buf_str(out, aet_text(aet_type_form(f->type), e->s->voice.lang));
        aet_buf_char(out, ')');
    }
    for (size_t t = 0; f->type == TYPE_TERM && t < T_TABLES; t++) {
        if (strcmp(e->k->tables[t]->name, f->table) != 0)
            continue;
        aet_buf_str(out, " (");
        for (size_t r = 0; r < e->k->tables[t]->rows; r++) {
            aet_buf_str(out, r ? ", " : "");
            aet_buf_span(out, aet_cell(e->k->tables[t], r, 0));
        }
        aet_buf_char(out, ')');
    }
}

/* --- CSV -------------------------------------------------------------------------------------- */

void aet_plan_gabarit_colonnes(const struct ecrivain *e, struct colonnes *c)
{
    c->n = 0;
    for (unsigned k = 0; k < KINDS; k++) {
        const struct schema *s = &aet_plan_schemas[k];

        for (size_t i = 0; concerns(e, k) && i < s->n && c->n < COLUMNS_MAX; i++) {
            size_t j = 0;
            bool above = strcmp(s->fields[i].name, "id") == 0 ||
                         strcmp(s->fields[i].name, "libelle") == 0 ||
                         strcmp(s->fields[i].name, "element") == 0 ||
                         (k == K_PLAN && strcmp(s->fields[i].name, "annee") != 0);

            while (j < c->n && strcmp(c->fields[j]->name, s->fields[i].name) != 0)
                j++;
            if (j == c->n && !above) {
                c->schemas[c->n] = s;
                c->fields[c->n++] = &s->fields[i];
            }
        }
    }
}

static void cell(struct ecrivain *e, struct span text, bool first)
{
    if (!first)
        aet_buf_char(e->out, e->delimiter);
    aet_csv_cell(e->out, text, e->delimiter);
}

static void end_row(struct ecrivain *e)
{
    aet_buf_str(e->out, e->s->writing.excel ? "\r\n" : "\n");
}

static void help_row(struct ecrivain *e, const struct colonnes *c)
{
    static const struct text fixed[] = {
        { "# aide : ce qu’est la ligne", "# help: what the row is" },
        { "identifiant, que d’autres lignes citent", "identifier, cited by other rows" },
        { "id de l’élément qui contient celui-ci", "id of the element that holds this one" },
        { "libellé", "label" },
    };
    struct buf text = { 0 };

    for (size_t i = 0; i < 4; i++)
        cell(e, aet_span_z(aet_text(fixed[i], e->s->voice.lang)), i == 0);
    for (size_t i = 0; i < c->n; i++) {
        aet_buf_clear(&text);
        wants(e, c->fields[i], &text);
        cell(e, aet_buf_view(&text), false);
    }
    end_row(e);
    aet_buf_free(&text);
}

static void element_row(struct ecrivain *e, const struct colonnes *c, unsigned kind)
{
    cell(e, aet_span_z(aet_plan_schemas[kind].name), true);
    for (size_t i = 0; i < 3; i++)
        cell(e, AET_LIT(""), false);
    for (size_t i = 0; i < c->n; i++) {
        bool preset = e->f->analyse && (kind == K_ANALYSE || kind == K_CONSTAT) &&
                      strcmp(c->fields[i]->name, "analyse") == 0;

        cell(e, preset ? aet_span_z(e->f->analyse) : AET_LIT(""), false);
    }
    end_row(e);
}

static void csv_form(struct ecrivain *e)
{
    static const char *const fixed[] = { "element", "id", "parent", "libelle" };
    struct colonnes c;
    struct buf text = { 0 };

    aet_plan_gabarit_colonnes(e, &c);
    if (e->s->writing.excel)
        aet_buf_str(e->out, "\xEF\xBB\xBF");
    for (size_t i = 0; i < 4; i++)
        cell(e, aet_span_z(fixed[i]), i == 0);
    for (size_t i = 0; i < c.n; i++)
        cell(e, aet_span_z(c.fields[i]->name), false);
    end_row(e);
    aet_buf_str(&text, "# ");
    aet_plan_gabarit_usage(e, &text);
    cell(e, aet_buf_view(&text), true);
    for (size_t i = 0; i < c.n + 3; i++)
        cell(e, AET_LIT(""), false);
    end_row(e);
    help_row(e, &c);
    if (e->tool == 9)
        element_row(e, &c, K_PLAN);
    element_row(e, &c, K_REGROUPEMENT);
    for (size_t i = 0; i < KINDS_MAX && e->f->kinds[i] != K_PLAN; i++)
        element_row(e, &c, e->f->kinds[i]);
    aet_buf_free(&text);
}

/* --- JSON ------------------------------------------------------------------------------------- */

static void indent(struct ecrivain *e, unsigned depth)
{
    aet_buf_char(e->out, '\n');
    for (unsigned i = 0; i < depth; i++)
        aet_buf_str(e->out, "  ");
}

static void json_key(struct ecrivain *e, const char *key, bool first, unsigned depth)
{
    aet_buf_str(e->out, first ? "" : ",");
    indent(e, depth);
    aet_json_string(e->out, aet_span_z(key));
    aet_buf_str(e->out, ": ");
}

/* The fields of a kind: what each wants, or empty. Returns whether nothing was written. */
static bool json_fields(struct ecrivain *e, unsigned kind, unsigned depth, bool help)
{
    const struct schema *s = &aet_plan_schemas[kind];
    struct buf text = { 0 };
    bool first = help;

    for (size_t i = 0; i < s->n; i++) {
        const char *name = s->fields[i].name;

        if (s->fields[i].generated || (kind == K_PLAN && e->tool != 9 && i > PLN_LIBELLE))
            continue;
        json_key(e, name, first, depth);
        first = false;
        aet_buf_clear(&text);
        if (help)
            wants(e, &s->fields[i], &text);
        if (help)
            aet_json_string(e->out, aet_buf_view(&text));
        else if (e->f->analyse && strcmp(name, "analyse") == 0)
            aet_json_string(e->out, aet_span_z(e->f->analyse));
        else
            aet_buf_str(e->out, aet_type_is_list(s->fields[i].type) ? "[]" : "null");
    }
    aet_buf_free(&text);
    return first;
}

static void json_element(struct ecrivain *e, unsigned kind, unsigned depth)
{
    struct buf text = { 0 };
    bool first = true;

    aet_buf_char(e->out, '{');
    if (kind == K_PLAN) {
        aet_plan_gabarit_usage(e, &text);
        json_key(e, "_outil", true, depth + 1);
        aet_json_string(e->out, aet_buf_view(&text));
        first = false;
    }
    json_key(e, "_aide", first, depth + 1);
    aet_buf_char(e->out, '{');
    json_fields(e, kind, depth + 2, true);
    indent(e, depth + 1);
    aet_buf_char(e->out, '}');
    first = json_fields(e, kind, depth + 1, false);
    for (unsigned k = 1; k < KINDS; k++) {
        const struct kind *child = &aet_plan_nest.kinds[k];

        if (child->parent != (int)kind || !concerns(e, k))
            continue;
        json_key(e, child->key, first, depth + 1);
        first = false;
        aet_buf_str(e->out, child->part == PART_MANY ? "[" : "");
        json_element(e, k, depth + 1);
        aet_buf_str(e->out, child->part == PART_MANY ? "]" : "");
    }
    indent(e, depth);
    aet_buf_char(e->out, '}');
    aet_buf_free(&text);
}

/* --- the verb --------------------------------------------------------------------------------- */

/* The number of the tool that is asked for; 0: complained. */
static unsigned which(struct session *s)
{
    const char *v = s->command.operands_n == 1 ? s->command.operands[0] : "";
    unsigned n = 0;

    for (const char *p = v; *p >= '0' && *p <= '9' && n < 100; p++)
        n = n * 10 + (unsigned)(*p - '0');
    if (*v && !v[strspn(v, "0123456789")] && n >= 1 && n <= LAST_TOOL)
        return n;
    aet_voice_usage(&s->voice, &aet_plan_rule[PLA_GABARIT_NUMERO], NULL);
    return 0;
}

static enum status write_form(struct ecrivain *e, const struct format *to)
{
    struct buf out = { 0 };
    enum status st = STATUS_FAILED;

    e->out = &out;
    if (aet_writing_open(&e->s->writing, &e->s->voice)) {
        if (to->shape == SHAPE_CELLS) {
            csv_form(e);
        } else {
            json_element(e, K_PLAN, 0);
            aet_buf_char(&out, '\n');
        }
        aet_writing_put(&e->s->writing, aet_buf_view(&out));
        st = STATUS_CLEAN;
    }
    e->out = NULL;
    aet_buf_free(&out);
    return st;
}

/* A tool that has a form is written as one, unless a page is asked for; the first four are pages.
 */
static enum status write_tool(struct ecrivain *e)
{
    const char *format = aet_writing_format(&e->s->writing);
    const struct format *to = aet_format_named(format ? format : "csv");
    const struct renderer *page = format ? aet_renderer_find(format) : NULL;

    if (e->tool < FIRST_FORM || (page && page->people))
        return aet_plan_gabarit_page(e);
    if (aet_given(e->s, PLAN_OPT_LARGE))
        return e->tool == 9 && (aet_form_asked(e->s) || (to && to->shape == SHAPE_CELLS))
                   ? aet_plan_gabarit_large(e->s)
                   : aet_voice_usage(&e->s->voice, &aet_plan_rule[PLA_GABARIT_LARGE], NULL);
    if (aet_form_asked(e->s))
        return aet_plan_gabarit_classeur(e);
    if (!to || to->one_line || to->typed)
        return aet_voice_usage(&e->s->voice, &aet_plan_rule[PLA_GABARIT_FORMAT],
                               AET_WORDS(aet_word("valeur", format)));
    return write_form(e, to);
}

enum status aet_plan_gabarit(struct session *s)
{
    struct plan_knowledge k = { .lang = s->voice.lang };
    struct ecrivain e = { .s = s, .k = &k, .delimiter = s->writing.excel ? ';' : ',' };
    enum status st = STATUS_FAILED;

    e.tool = which(s);
    if (e.tool >= FIRST_FORM)
        e.f = &forms[e.tool - FIRST_FORM];
    if (e.tool && aet_plan_knowledge_load(&k, s, T_TABLES))
        st = write_tool(&e);
    aet_plan_knowledge_free(&k);
    return st;
}
