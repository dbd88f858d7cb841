/* What a session owns. */
#include "cli/session.h"

#include "privacy/hiding.h"

void aet_session_free(struct session *s)
{
    aet_writing_free(&s->writing);
    aet_dress_free(&s->dress);
    aet_reading_free(&s->reading);
    aet_hiding_free(s->hiding);
    aet_tables_free(s->tables);
    aet_free(s->command.operands);
    aet_free(s->habits.p);
    aet_buf_free(&s->first_part);
    aet_arena_free(&s->arena);
}
