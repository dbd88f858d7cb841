/* The rules of aet-perennite, as data. */
#define CATALOGUE_HERE
#include "perennite/rules.h"
