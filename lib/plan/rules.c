/* The rules of aet-plan, as data. */
#define CATALOGUE_HERE
#include "plan/rules.h"
