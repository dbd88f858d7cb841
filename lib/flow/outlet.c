/* Emitters, as the options and the sink ask. */
#include "flow/outlet.h"

#include "flow/reader.h"
#include "flow/sink.h"
#include "format/formats.h"
#include "record/emit.h"
#include "voice/say.h"

bool aet_outlet_format(const struct writing *to, const struct voice *v)
{
    const char *format = aet_writing_format(to);

    if (!format || aet_format_named(format))
        return true;
    aet_voice_usage(v, &aet_rules_opt[OPTION_RECORD_FORMAT], AET_WORDS(aet_word("valeur", format)));
    return false;
}

struct emitter aet_outlet(const struct work *w, const struct session *s, struct headings *headings)
{
    const struct reading *how = &s->reading;
    const struct writing *to = &s->writing;
    const char *format = aet_sink_writes(w->sink.kind) ? aet_writing_format(to) : NULL;
    struct emitter e = { .schema = aet_work_schema(w),
                         .documents = aet_work_nest(w) != NULL,
                         .headings = headings,
                         .renaming = how->renames.n > 0,
                         .to = aet_format_named(format),
                         .joins = s->command.operands_n > 1 && (format || how->renames.n),
                         .form = { .delimiter = to->excel ? ';' : 0, .excel = to->excel },
                         .number = how->number,
                         .dates = how->dates,
                         .lists = &how->lists };

    e.form.book = e.to && e.to->typed;
    e.form.lang = s->voice.lang;
    e.form.title = w->sink.kind == &aet_sink_derive ? w->sink.of.derive.schema->title
                                                    : e.schema->title;
    if (w->sink.kind == &aet_sink_echo)
        e.anew = w->sink.of.echo.canonical || (aet_work_nest(w) && w->sink.of.echo.normal);
    e.anew |= w->sink.kind == &aet_sink_rewrite;
    if (w->sink.kind == &aet_sink_complete) {
        e.adds = w->sink.of.complete.fields;
        e.adds_n = w->sink.of.complete.n;
    }
    return e;
}

void aet_outlet_file(struct emitter *e, const struct work *w, const struct layout *l,
                     const struct layout *first, bool sheet)
{
    aet_emitter_file(e, l, first);
    if (w->sink.kind == &aet_sink_derive) { /* always a conversion, always a list */
        e->convert = true;
        e->list.array = true;
    }
    if (sheet && l != first && aet_has_cells(l))
        e->convert = true; /* once a sheet, always a sheet */
}
