# Percentile intervals of kappa and nominal alpha of two coders, over units, with R's own generator:
# 20,000 resamples, so that the bounds are good to about 0.01. Kappa and alpha are written once more
# here, for speed.
source("common.R")
set.seed(42)
kappa <- function(m, codes) {
    m <- m[!is.na(m[, 1]) & !is.na(m[, 2]), , drop = FALSE]
    p <- matrix(tabulate(m[, 1] * codes + m[, 2] + 1, codes^2), codes) / nrow(m)
    e <- sum(rowSums(p) * colSums(p))
    (sum(diag(p)) - e) / (1 - e)
}
alpha <- function(m, codes) {
    m <- m[!is.na(m[, 1]) & !is.na(m[, 2]), , drop = FALSE]
    n <- tabulate(m + 1, codes); N <- sum(n)
    1 - (N - 1) * 2 * sum(m[, 1] != m[, 2]) / (N^2 - sum(n^2))
}
interval <- function(m, codes, f) {
    v <- replicate(20000, f(m[sample(nrow(m), nrow(m), TRUE), , drop = FALSE], codes))
    quantile(v[is.finite(v)], c(0.025, 0.975), names = FALSE)
}
table_of <- function(...) cbind(rep(c(0, 0, 1, 1), c(...)), rep(c(0, 1, 0, 1), c(...)))
truth <- sample(0:3, 60, TRUE)
slip <- function() pmin(3, pmax(0, truth + sample(c(0, 0, 0, 1, -1), 60, TRUE)))
holed <- cbind(slip(), slip()); holed[sample(120, 15)] <- NA
sets <- list(list(table_of(60, 12, 8, 40), 2), list(table_of(500, 60, 40, 100), 2),
             list(table_of(20, 5, 4, 21), 2), list(cbind(slip(), slip()), 4), list(holed, 4))
csv("bootstrap.csv", "coders,codes,matrix,kappa_low,kappa_high,alpha_low,alpha_high",
    lapply(sets, function(s) {
        v <- c(interval(s[[1]], s[[2]], kappa), interval(s[[1]], s[[2]], alpha))
        paste(c(2, s[[2]], text(as.vector(t(s[[1]]))), vapply(v, text, "")), collapse = ",")
    }))
