# Cohen's kappa of every code by psych, for tests/bench/run: Rscript accord.R FILE
suppressPackageStartupMessages(library(psych))
x <- read.csv(commandArgs(trailingOnly = TRUE)[1], colClasses = "character", encoding = "UTF-8")
unit <- paste(x$recit, x$segment)
units <- unique(unit)
coders <- unique(x$codeur)
for (code in setdiff(unique(x$code), "")) {
    marks <- sapply(coders, function(who) units %in% unit[x$codeur == who & x$code == code])
    cat(code, cohen.kappa(marks + 0)$kappa, "\n")
}
