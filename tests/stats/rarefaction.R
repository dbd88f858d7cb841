# Richness and Shannon's index of a draw: package vegan for the one, every draw there is for the other.
# Two sides at equal length: pair by pair from vegan's figures; where all are of one length, Welch's
# t test as R makes it.
source("common.R")
suppressMessages(library(vegan, quietly = TRUE))
every <- function(x, m) { kinds <- rep(seq_along(x), x)
    mean(combn(length(kinds), m, function(i) diversity(tabulate(kinds[i], length(x))))) }
sets <- list(list(c(1, 1, 1, 1), 2), list(c(7, 0, 2), 3), list(c(5, 3, 0, 2), 4), list(c(6, 1, 1, 4), 12),
             list(c(2, 2, 9, 1), 5), list(c(1, 3), 1))
rows <- lapply(sets, function(s) line(s[[1]], s[[2]], as.numeric(rarefy(s[[1]], s[[2]])), every(s[[1]], s[[2]])))
csv("rarefaction.csv", "counts,drawn,richness,shannon", rows)
compare <- function(x, y, shows) {          # x, y: a row a group
    k <- outer(seq_len(nrow(x)), seq_len(nrow(y)), Vectorize(function(i, j) {
        m <- min(sum(x[i, ]), sum(y[j, ])); shows(x[i, ], m) - shows(y[j, ], m) }))
    a <- var(rowMeans(k)) / nrow(x); b <- var(colMeans(k)) / nrow(y); v <- a + b; d <- mean(k)
    df <- v^2 / (a^2 / (nrow(x) - 1) + b^2 / (nrow(y) - 1)); h <- qt(0.975, df) * sqrt(v)
    c(d, d - h, d + h, 2 * pt(-abs(d) / sqrt(v), df))
}
welch <- function(x, y, shows) {
    t <- t.test(apply(x, 1, shows), apply(y, 1, shows))
    c(-diff(t$estimate), t$conf.int, t$p.value)
}
draws <- function(n, size, p) t(sapply(rep_len(size, n), function(s) rmultinom(1, s, p)))
set.seed(2026)
sides <- list(list(draws(6, c(3, 7, 5), c(4, 3, 2, 1)), draws(5, c(8, 12), c(4, 3, 2, 1))),
              list(draws(8, c(2, 9), c(1, 1, 1)), draws(9, c(4, 1, 6), c(5, 1, 1))))
level <- list(draws(7, 8, c(4, 3, 2, 1)), draws(6, 8, c(1, 1, 1, 1)))
row <- function(s, what, r) line(as.vector(t(rbind(s[[1]], s[[2]]))), ncol(s[[1]]), nrow(s[[1]]), what, r[1], r[2], r[3], r[4])
rows <- c(lapply(sides, function(s) row(s, 0, compare(s[[1]], s[[2]], function(x, m) as.numeric(suppressWarnings(rarefy(x, m)))))),
          lapply(sides, function(s) row(s, 1, compare(s[[1]], s[[2]], every))),
          lapply(sides, function(s) row(s, 2, welch(s[[1]], s[[2]], function(x) x[1] / sum(x)))),
          list(row(level, 0, welch(level[[1]], level[[2]], specnumber)), row(level, 1, welch(level[[1]], level[[2]], diversity))))
csv("equal_length.csv", "counts,kinds,first,what,difference,low,high,p", rows)
