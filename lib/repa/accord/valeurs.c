/* Agreement on one value a unit and coder, from any table (--unite, --codeur, --valeur, --echelle,
 * --ordre, --categories). */
#include "repa/accord/accord.h"

#include "flow/twice.h"
#include "base/fold.h"
#include "base/stand_in.h"
#include "repa/check/check.h"
#include "repa/rules.h"
#include "repa/verbs.h"
#include "flow/records.h"

enum { VAL_UNITE, VAL_CODEUR, VAL_VALEUR, VAL_COUNT };

/* What a run over values holds. */
struct valeurs {
    struct accord accord;
    const struct schema *schema;
    enum agree_scale scale;
    struct span ordre;  /* of --ordre or --categories, a list; empty: not given */
    const char *listed; /* the option that gave it */
    struct names ranks; /* its values */
};

/* A text that says there is no value: by `?`, or by a word where all values are known. */
static bool unsaid(const struct valeurs *v, const struct fact *x)
{
    if (!x->good || v->schema->fields[VAL_VALEUR].type != TYPE_TEXT)
        return false;
    if (v->ordre.n)
        return aet_names_find(&v->ranks, x->u.text) == AET_NO_NAME &&
               aet_stand_in(x->u.text) == STANDS_FOR_NOTHING;
    return aet_stand_in_question(x->u.text);
}

/* What stands for the value: texts as they are, numbers without needless zeros, so that 1,50
 * and 1.5 are one. An empty span: missing, or it could not be read. */
static struct span value_of(const struct valeurs *v, const struct facts *f)
{
    const struct fact *x = &f->f[VAL_VALEUR];
    struct span digits;

    if (!x->good || unsaid(v, x))
        return AET_LIT("");
    if (v->schema->fields[VAL_VALEUR].type == TYPE_TEXT)
        return x->u.text;
    digits = x->u.number.text;
    if (digits.n && memchr(digits.p, '.', digits.n))
        while (digits.p[digits.n - 1] == '0' || digits.p[digits.n - 1] == '.')
            if (digits.p[--digits.n] == '.')
                break;
    return digits;
}

static void say_value(struct diags *d, int rule, const struct valeurs *v, const struct facts *f,
                      struct span expected)
{
    struct diag *x = aet_repa_say(d, rule, v->schema, VAL_VALEUR, -1);
    const struct fact *value = &f->f[VAL_VALEUR];

    aet_diag_arg(d, x, "valeur",
                 v->schema->fields[VAL_VALEUR].type == TYPE_TEXT ? value->u.text
                                                                 : value->u.number.text);
    if (expected.n) {
        aet_diag_arg(d, x, "option", aet_span_z(v->listed));
        aet_diag_arg(d, x, "attendu", expected);
    }
}

/* A text that says there is no value, or may say so. */
static void no_value(const struct valeurs *v, const struct fact *value, struct diags *d)
{
    bool none = unsaid(v, value);
    const struct field *field = &v->schema->fields[VAL_VALEUR];
    struct diag *x;

    if (!none && (!value->good || field->type != TYPE_TEXT || v->ordre.n ||
                  aet_stand_in(value->u.text) != STANDS_FOR_NOTHING))
        return;
    x = aet_field_diag(d, none ? &aet_rules_ent[ENT_NO_VALUE] : &aet_repa_rule[REP_VALEUR_MOT],
                       v->schema, VAL_VALEUR, -1);
    aet_diag_arg(d, x, "valeur", value->u.text);
}

/* A value that the scale cannot place; and what is compared with the records before. */
static void check(const void *context, const struct facts *f, struct diags *d, struct mark *mark)
{
    const struct valeurs *v = context;
    const struct fact *value = &f->f[VAL_VALEUR];
    struct buf key = { 0 };

    no_value(v, value, d);
    if (v->ordre.n && value->good && !unsaid(v, value) &&
        aet_names_find(&v->ranks, value->u.text) == AET_NO_NAME)
        say_value(d, REP_HORS_ORDRE, v, f, v->ordre);
    if (v->schema->fields[VAL_VALEUR].type == TYPE_VALUE && value->present && !value->good)
        say_value(d, REP_PAS_NOMBRE, v, f, AET_LIT(""));
    if (!value->good || unsaid(v, value) || !f->f[VAL_UNITE].good || !f->f[VAL_CODEUR].good)
        return;
    aet_nfc(aet_span_trim(f->f[VAL_UNITE].u.text), &key);
    aet_buf_char(&key, '\n');
    aet_fold(aet_span_trim(f->f[VAL_CODEUR].u.text), &key);
    mark->key = aet_span_fingerprint(aet_buf_view(&key)) | 1;
    aet_buf_free(&key);
}

/* One value; an empty one is missing, but its unit is known. */
static void add(void *sum, const struct facts *f)
{
    struct valeurs *v = sum;
    struct span value = value_of(v, f);
    uint32_t unit;

    if (!f->f[VAL_UNITE].good || !f->f[VAL_CODEUR].good)
        return;
    unit = aet_accord_unit(&v->accord, f->f[VAL_UNITE].u.text);
    if (value.n)
        aet_accord_text(&v->accord, 0, unit, aet_accord_coder(&v->accord, f->f[VAL_CODEUR].u.text),
                        value);
}

/* An order is a list with bars; one of commas would be a single value. False: complained. */
static bool one_by_one(struct session *s, struct span ordre, const char *option)
{
    struct buf list = { 0 };

    if (aet_span_has_any(ordre, "|\n") || !aet_span_has_any(ordre, ",;"))
        return true;
    for (struct span rest = ordre; rest.n;) {
        size_t n = 0;

        while (n < rest.n && rest.p[n] != ',' && rest.p[n] != ';')
            n++;
        aet_buf_str(&list, list.n ? "|" : "");
        aet_buf_span(&list, aet_span_trim(aet_span(rest.p, n)));
        rest = aet_span_from(rest, n + 1);
    }
    aet_voice_usage(&s->voice, &aet_repa_rule[REP_ACCORD_BARRES],
                    AET_WORDS(aet_word("option", option), aet_word("attendu", aet_buf_z(&list))));
    aet_buf_free(&list);
    return false;
}

/* The scale that the options say: an order asks for the ordinal one. False: complained. */
static bool scale_of(struct session *s, struct valeurs *v)
{
    static const char *const names[] = { "nominale", "ordinale", "intervalle", "rapport" };
    const char *said = s->command.values[REPA_OPT_ECHELLE],
               *ordre = s->command.values[REPA_OPT_ORDRE];

    v->scale = ordre ? AGREE_ORDINAL : AGREE_NOMINAL;
    for (int i = 0; said && i < 4; i++)
        if (strcmp(said, names[i]) == 0)
            v->scale = (enum agree_scale)i;
    if (ordre && v->scale != AGREE_ORDINAL) {
        aet_voice_usage(&s->voice, &aet_repa_rule[REP_ACCORD_ORDRE],
                        AET_WORDS(aet_word("valeur", said)));
        return false;
    }
    v->listed = ordre ? "ordre" : "categories";
    ordre = ordre ? ordre : s->command.values[REPA_OPT_CATEGORIES];
    v->ordre = ordre ? aet_span_z(ordre) : AET_LIT("");
    if (aet_given(s, REPA_OPT_CATEGORIES) && v->scale != AGREE_NOMINAL) {
        aet_voice_usage(&s->voice, &aet_repa_rule[REP_ACCORD_CATEGORIES], NULL);
        return false;
    }
    return !ordre || one_by_one(s, v->ordre, v->listed);
}

/* What gaps weigh; where nothing is ordered there are none. False: complained. */
static bool weights_of(struct session *s, const struct valeurs *v, enum agree_weights *weights)
{
    static const char *const names[] = { [AGREE_LINEAR] = "lineaires",
                                         [AGREE_QUADRATIC] = "quadratiques",
                                         [AGREE_RADICAL] = "radicaux",
                                         [AGREE_BY_RATIO] = "rapport",
                                         [AGREE_BY_ORDER] = "ordinaux" };
    const char *said = s->command.values[REPA_OPT_POIDS];

    *weights = AGREE_QUADRATIC;
    for (int i = 0; said && i < 5; i++)
        if (strcmp(said, names[i]) == 0)
            *weights = (enum agree_weights)i;
    if (!said || v->scale != AGREE_NOMINAL)
        return true;
    aet_voice_usage(&s->voice, &aet_repa_rule[REP_ACCORD_POIDS], NULL);
    return false;
}

/* Columns go together: one that is not named would be taken for another. False: complained. */
static bool named(struct session *s)
{
    static const struct {
        int option;
        const char *name;
    } columns[] = { { REPA_OPT_UNITE, "unite" },
                    { REPA_OPT_CODEUR, "codeur" },
                    { REPA_OPT_VALEUR, "valeur" } };
    bool some = false;

    for (size_t i = 0; i < 3; i++)
        some |= aet_given(s, columns[i].option);
    for (size_t i = 0; some && i < 3; i++)
        if (!aet_given(s, columns[i].option)) {
            aet_voice_usage(&s->voice, &aet_repa_rule[REP_ACCORD_COLUMNS],
                            AET_WORDS(aet_word("option", columns[i].name)));
            return false;
        }
    return true;
}

/* The values of --ordre or --categories are known before any record: their places are those of the
 * list. */
static void enter_order(struct valeurs *v)
{
    struct span rest = v->ordre, one;

    v->ranks.folded = v->ranks.signs = true;
    while (aet_list_next(&rest, &one)) {
        aet_names_id(&v->ranks, one);
        aet_names_id(&v->accord.texts[0], one);
    }
}

static enum status conclude(struct session *s, struct valeurs *v, struct report *r, uint64_t passed,
                            enum status st)
{
    if (passed > 0 && v->accord.units.n == 0) {
        aet_voice_say(&s->voice, &aet_repa_rule[REP_ACCORD_EMPTY],
                      AET_WORDS(aet_word("unite", v->schema->fields[VAL_UNITE].name),
                                aet_word("codeur", v->schema->fields[VAL_CODEUR].name)));
        return STATUS_FAILED;
    }
    aet_accord_finish(&v->accord, r);
    return aet_session_report(s, r, false, st);
}

static enum status run(struct session *s, struct valeurs *v, struct accord_champ *champ,
                       struct report *r)
{
    static const size_t needed[] = { VAL_UNITE, VAL_CODEUR, VAL_VALEUR };
    static const struct rules rules = { check, aet_twice, NULL };
    struct accord_options o = { .champs = champ, .n = 1 };
    struct twice twice = { .rule = &aet_repa_rule[REP_DEUXIEME],
                           .schema = v->schema,
                           .field = VAL_VALEUR };
    struct work w = { .reads = AET_FLAT(v->schema, NULL, needed, VAL_COUNT),
                      .rules = &rules,
                      .context = v,
                      .state = &twice,
                      .seen = &twice.set,
                      .sink = AET_SUM(.add = add, .of = v),
                      .least = AVERTISSEMENT };
    struct totals totals;
    enum status st = STATUS_FAILED;

    if (!weights_of(s, v, &o.weights) || !aet_repa_accord_intervals(s, &o, r))
        return STATUS_FAILED;
    aet_accord_init(&v->accord, &o);
    enter_order(v);
    st = aet_run_summary(s, &w, &totals, r);
    if (st != STATUS_FAILED)
        st = conclude(s, v, r, totals.passed, st);
    aet_accord_free(&v->accord);
    aet_names_free(&v->ranks);
    aet_twice_free(&twice);
    return st;
}

static const char * or (const char *said, const char *otherwise)
{
    return said ? said : otherwise;
}

/* The three columns that the options name are the fields of a record kind made for this run. */
enum status aet_repa_accord_of_values(struct session *s)
{
    struct valeurs v = { .scale = AGREE_NOMINAL };
    const char *unite = or (s->command.values[REPA_OPT_UNITE], "unite");
    const char *codeur = or (s->command.values[REPA_OPT_CODEUR], "codeur");
    const char *valeur = or (s->command.values[REPA_OPT_VALEUR], "valeur");
    /* captions name columns too: they must be no other than those asked for */
    struct field fields[VAL_COUNT] = {
        [VAL_UNITE] = { .name = unite, .title = { unite, unite } },
        [VAL_CODEUR] = { .name = codeur, .title = { codeur, codeur }, .type = TYPE_NAME },
        [VAL_VALEUR] = { .name = valeur, .title = { valeur, valeur } }
    };
    const struct schema schema = { "repa", "valeurs", { "Valeurs", "Values" },
                                   fields, VAL_COUNT, .named_by = NULL };
    struct accord_champ champ = { .name = fields[VAL_VALEUR].name, .title = { "Valeur", "Value" } };
    struct report r;
    enum status st;

    if (!named(s) || !scale_of(s, &v))
        return STATUS_FAILED;
    v.schema = &schema;
    champ.scale = v.scale;
    champ.ordered = v.ordre.n > 0;
    if (v.scale != AGREE_NOMINAL && !v.ordre.n)
        fields[VAL_VALEUR].type = TYPE_VALUE;
    aet_session_report_begin(s, &r, aet_repa_accord_title);
    st = run(s, &v, &champ, &r);
    aet_report_free(&r);
    return st;
}
