/* The rules of aet-publics, as data. */
#define CATALOGUE_HERE
#include "publics/rules.h"
