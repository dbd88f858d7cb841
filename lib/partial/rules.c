/* What is said of partial sums, as data. */
#define CATALOGUE_HERE
#include "partial/rules.h"
