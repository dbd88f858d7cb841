/* The rules of aet-repa, as data. */
#define CATALOGUE_HERE
#include "repa/rules.h"
