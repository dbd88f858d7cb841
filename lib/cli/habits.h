/* aet.conf: what somebody would otherwise write on every command line. One stands beside the data,
 * one in the person's configuration folder; the command line says more than the environment, that
 * more than the file beside the data, that more than the person's own. */
#ifndef AET_CLI_HABITS_H
#define AET_CLI_HABITS_H

#include "base/must.h"
#include "cli/session.h"

/* Give the options that the command line left open and the verb takes (without a verb: any) the
 * value of the files of habits, unless --sans-conf; values are kept in the session's arena, a path
 * is taken from the folder of its file. STATUS_CLEAN, or complained with the line of the file. */
AET_MUST enum status aet_habits_read(struct session *s);

/* Whether a habit gave the option. */
bool aet_habit_gave(const struct session *s, int option);

/* Let an option go that a habit gave and that has no place in this run. False: no habit gave it. */
bool aet_habit_drop(struct session *s, int option);

/* Say in one line which options came from where; nothing when none did. */
void aet_habits_say(const struct session *s);

/* The same as lines "aet.conf: --dates jma", for --version. */
void aet_habits_list(const struct session *s, struct buf *to);

#endif
