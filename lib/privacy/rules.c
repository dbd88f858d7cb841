/* What is said of pseudonyms, as data. */
#define CATALOGUE_HERE
#include "privacy/rules.h"
