# Richness and Shannon's index from package vegan.
source("common.R")
library(vegan, quietly = TRUE)
rows <- lapply(list(c(1, 1, 1, 1), c(10, 0, 0), c(5, 3, 0, 2), c(100, 1, 1, 1, 0, 0, 7), c(1, 2),
                    c(12, 40, 3, 3, 3, 9, 0, 1, 1, 1, 22, 5, 8)),
               function(x) line(x, specnumber(x), diversity(x)))
csv("diversity.csv", "counts,richness,shannon", rows)
