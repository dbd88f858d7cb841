/* What is the same in two versions of plans. */
#ifndef AET_PLAN_COMPARER_APPARIER_H
#define AET_PLAN_COMPARER_APPARIER_H

#include "plan/comparer/version.h"

/* Pair plans, then what they hold.
 *
 * Plans of one group are the same by their identifier, or else by their year; where a group has no
 * such pair, its plans go together in their order if there are as many (the plan of one year and
 * that of the next). Where each version has one plan, they are the same, whatever the group is
 * called.
 *
 * Elements of such plans are the same by id, otherwise by label under the same element, the first
 * with the first where several are called so; what a plan has once is the same thing, whatever it
 * is called. */
void aet_plan_apparier(struct version *avant, struct version *apres);

#endif
