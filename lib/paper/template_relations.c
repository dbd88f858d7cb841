/* Relations of a part (ECMA-376, part 2, 9.3): where it leads. */
#include "paper/template_parts.h"

/* A path within the archive: `target` as it stands in a part of `folder`, without . and .. */
static char *resolve(struct span folder, struct span target)
{
    struct buf path = { 0 };
    char *made;

    if (aet_span_starts(target, AET_LIT("/")))
        target = aet_span_from(target, 1);
    else
        aet_buf_span(&path, folder);
    while (target.n) {
        const char *end = memchr(target.p, '/', target.n);
        struct span step = aet_span(target.p, end ? (size_t)(end - target.p) : target.n);

        target = aet_span_from(target, end ? step.n + 1 : step.n);
        if (aet_span_eq(step, AET_LIT("..")))
            while (path.n && path.p[--path.n] != '/')
                continue;
        if (aet_span_eq(step, AET_LIT(".")) || aet_span_eq(step, AET_LIT("..")) || !step.n)
            continue;
        if (path.n)
            aet_buf_char(&path, '/');
        aet_buf_span(&path, step);
    }
    made = aet_span_dup(aet_buf_view(&path));
    aet_buf_free(&path);
    return made;
}

struct listing {
    struct template_relations *to;
    struct span folder;
};

static struct span or_empty(const char *s)
{
    return aet_span_z(s ? s : "");
}

static void on_open(void *to, const char *name, const char **attributes)
{
    struct listing *l = to;
    const char *kind = aet_xml_attribute(attributes, "Type");
    const char *mode = aet_xml_attribute(attributes, "TargetMode");
    struct span target = or_empty(aet_xml_attribute(attributes, "Target"));
    struct template_relation *made;

    if (strcmp(name, "Relationship") != 0 || !kind)
        return;
    l->to->items = aet_grow(l->to->items, &l->to->cap, l->to->n, sizeof *l->to->items);
    made = &l->to->items[l->to->n++];
    made->external = mode && strcmp(mode, "External") == 0;
    made->id = aet_span_dup(or_empty(aet_xml_attribute(attributes, "Id")));
    made->kind = aet_span_dup(aet_span_z(strrchr(kind, '/') ? strrchr(kind, '/') + 1 : kind));
    made->target = made->external ? aet_span_dup(target) : resolve(l->folder, target);
}

void aet_template_pass(void *to, const char *name)
{
    (void)to;
    (void)name;
}

bool aet_template_relations(struct template_reading *r, const char *path,
                            struct template_relations *to)
{
    static const struct xml_reader reader = { on_open, aet_template_pass, NULL };
    const char *slash = strrchr(path, '/');
    struct listing l = { to, aet_span(path, slash ? (size_t)(slash - path) : 0) };
    struct buf beside = { 0 }, text = { 0 };
    bool good = true;

    aet_buf_span(&beside, l.folder);
    aet_buf_str(&beside, l.folder.n ? "/_rels/" : "_rels/");
    aet_buf_str(&beside, slash ? slash + 1 : path);
    aet_buf_str(&beside, ".rels");
    if (aet_archive_has(r->archive, aet_buf_z(&beside)))
        good = aet_template_part(r, aet_buf_z(&beside), &text) &&
               aet_template_parse(r, aet_buf_z(&beside), aet_buf_view(&text), &reader, &l);
    aet_buf_free(&beside);
    aet_buf_free(&text);
    if (!good)
        aet_template_relations_free(to);
    return good;
}

const struct template_relation *aet_template_relation(const struct template_relations *of,
                                                      const char *id)
{
    for (size_t i = 0; i < of->n; i++)
        if (strcmp(of->items[i].id, id) == 0)
            return &of->items[i];
    return NULL;
}

void aet_template_relations_free(struct template_relations *of)
{
    for (size_t i = 0; i < of->n; i++) {
        aet_free(of->items[i].id);
        aet_free(of->items[i].kind);
        aet_free(of->items[i].target);
    }
    aet_free(of->items);
    *of = (struct template_relations){ 0 };
}
