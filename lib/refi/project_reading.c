/* What the parts of the reading share. */
#include "refi/project_reading.h"

#include "refi/guid.h"
#include "refi/xml.h"

struct span aet_refi_reading_copy(struct project_reading *x, const char *s)
{
    return aet_arena_copy(&x->p->arena, aet_span_z(s));
}

struct span aet_refi_reading_guid(struct project_reading *x, const char **attributes,
                                  const char *name)
{
    char plain[37];

    aet_refi_guid_plain(aet_xml_attribute(attributes, name), plain);
    return aet_refi_reading_copy(x, plain);
}

struct span aet_refi_reading_text(struct project_reading *x, const char **attributes,
                                  const char *name)
{
    const char *v = aet_xml_attribute(attributes, name);

    return v ? aet_refi_reading_copy(x, v) : AET_LIT("");
}

void aet_refi_reading_say(struct project_reading *x, const struct rule *rule, struct span value,
                          const char *expected)
{
    aet_refi_project_say(x->p, x->q, rule, &x->place, value, expected);
}
