# Percentile intervals of kappa and nominal alpha of two coders when units come in bundles that are
# drawn whole (a segment with all its codes, a narrative with all its characters), with R's own
# generator: 20,000 resamples, so that the bounds are good to about 0.01. Rows of the matrix go
# bundle by bundle, `sizes` says how many each has.
source("common.R")
set.seed(1702)
kappa <- function(m) {
    p <- table(factor(m[, 1], 0:1), factor(m[, 2], 0:1)) / nrow(m)
    e <- sum(rowSums(p) * colSums(p))
    (sum(diag(p)) - e) / (1 - e)
}
alpha <- function(m) {
    n <- tabulate(m + 1, 2); N <- sum(n)
    1 - (N - 1) * 2 * sum(m[, 1] != m[, 2]) / (N^2 - sum(n^2))
}
# From the 2 x 2 counts of each bundle, for speed: a resample adds the counts of those drawn.
counts <- function(m, id) t(sapply(split(seq_len(nrow(m)), id), function(i)
    tabulate(m[i, 1] * 2 + m[i, 2] + 1, 4)))
again <- function(n) cbind(rep(c(0, 0, 1, 1), n), rep(c(0, 1, 0, 1), n))
interval <- function(m, id, f) {
    k <- counts(m, id)
    stopifnot(isTRUE(all.equal(f(m), f(again(colSums(k))))))
    v <- replicate(20000, f(again(colSums(k[sample(nrow(k), nrow(k), TRUE), , drop = FALSE]))))
    quantile(v[is.finite(v)], c(0.025, 0.975), names = FALSE)
}
# Segments of 6 codes, some segments being harder than others; then narratives of 20 to 60 units.
segments <- function(n) {
    id <- rep(seq_len(n), each = 6)
    truth <- rbinom(6 * n, 1, 0.25)
    hard <- rep(rbeta(n, 0.4, 2), each = 6)
    flip <- function() ifelse(runif(6 * n) < hard, 1 - truth, truth)
    list(cbind(flip(), flip()), id)
}
narratives <- function(n) {
    size <- sample(20:60, n, TRUE)
    id <- rep(seq_len(n), size)
    truth <- rbinom(length(id), 1, rep(rbeta(n, 1, 2), size))
    hard <- rep(rbeta(n, 1, 4), size)
    flip <- function() ifelse(runif(length(id)) < hard, 1 - truth, truth)
    list(cbind(flip(), flip()), id)
}
csv("bundles.csv", "coders,codes,sizes,matrix,kappa_low,kappa_high,alpha_low,alpha_high",
    lapply(list(segments(60), segments(120), narratives(12), narratives(20)), function(s) {
        v <- c(interval(s[[1]], s[[2]], kappa), interval(s[[1]], s[[2]], alpha))
        paste(c(2, 2, text(as.vector(table(s[[2]]))), text(as.vector(t(s[[1]]))),
                vapply(v, text, "")), collapse = ",")
    }))
