# Coders by the matrix, missing codes allowed: each measure by its definition, alpha from an
# explicit coincidence matrix (Krippendorff 2011), which the C never builds. The first three sets
# are published, and must give the printed figures: Fleiss 1971 table 1 (0.430), Krippendorff's data
# C (0.743, 0.815, 0.849, 0.797), Hayes & Krippendorff 2007 table 1 (ordinal 0.7598).
source("common.R")
set.seed(20180601)
counts <- matrix(c(0,0,0,6,0, 0,3,0,0,3, 0,1,4,0,1, 0,0,0,0,6, 0,3,0,3,0, 2,0,4,0,0, 0,0,4,0,2,
                   2,0,3,1,0, 2,0,0,4,0, 0,0,0,0,6, 1,0,0,5,0, 1,1,0,4,0, 0,3,3,0,0, 1,0,0,5,0,
                   0,2,0,3,1, 0,0,5,0,1, 3,0,0,1,2, 5,1,0,0,0, 0,2,0,4,0, 1,0,2,0,3, 0,0,0,0,6,
                   0,1,0,5,0, 0,2,0,1,3, 2,0,0,4,0, 1,0,0,4,1, 0,5,0,1,0, 4,0,0,0,2, 0,2,0,4,0,
                   1,0,5,0,0, 0,0,0,0,6), ncol = 5, byrow = TRUE)
fleiss <- t(apply(counts, 1, function(n) rep(0:4, n)))
data_c <- cbind(c(1, 2, 3, 3, 2, 1, 4, 1, 2, NA, NA, NA), c(1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NA, 3),
                c(NA, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NA), c(1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NA)) - 1
hayes <- read.csv("hayes_krippendorff_2007.csv", comment.char = "#", na.strings = ".")
hayes <- as.matrix(hayes[, -1])

# All below: m is units × coders, codes 0 to codes - 1, NA missing; values is what each code is
# worth.
tally <- function(m, codes) t(apply(m, 1, function(u) tabulate(u[!is.na(u)] + 1, codes)))

pair_mean <- function(m, codes, f) {
    pairs <- combn(ncol(m), 2)
    v <- apply(pairs, 2, function(ab) {
        x <- m[, ab[1]]; y <- m[, ab[2]]; ok <- !is.na(x) & !is.na(y)
        f(unclass(table(factor(x[ok], 0:(codes - 1)), factor(y[ok], 0:(codes - 1)))) / sum(ok))
    })
    mean(v[is.finite(v)])
}
beyond <- function(p, e) (sum(diag(p)) - e) / (1 - e)
kappa <- function(p) beyond(p, sum(rowSums(p) * colSums(p)))
scott <- function(p) beyond(p, sum(((rowSums(p) + colSums(p)) / 2)^2))
quadratic <- function(p) {
    gap <- (row(p) - col(p))^2
    1 - sum(gap * p) / sum(gap * outer(rowSums(p), colSums(p)))
}

coincidences <- function(m, codes) {
    o <- matrix(0, codes, codes)
    for (u in seq_len(nrow(m))) {
        v <- m[u, !is.na(m[u, ])] + 1
        for (i in seq_along(v)) for (j in seq_along(v)) if (i != j)
            o[v[i], v[j]] <- o[v[i], v[j]] + 1 / (length(v) - 1)
    }
    o
}
alphas <- function(m, codes, values) {
    o <- coincidences(m, codes); n <- rowSums(o)
    alpha <- function(delta) {
        d <- outer(1:codes, 1:codes, Vectorize(delta))
        1 - (sum(n) - 1) * sum(o * d) / sum(outer(n, n) * d)
    }
    ratio <- function(v, w) if (v + w == 0) 0 else ((v - w) / (v + w))^2
    c(alpha(function(c, k) c != k), alpha(function(c, k) (sum(n[c:k]) - (n[c] + n[k]) / 2)^2),
      alpha(function(c, k) (values[c] - values[k])^2),
      alpha(function(c, k) ratio(values[c], values[k])))
}

measures <- function(m, codes, values) {
    n <- tally(m, codes); r <- rowSums(n); two <- r >= 2
    share <- mean((rowSums(n^2) - r)[two] / (r * (r - 1))[two])
    p <- colMeans((n / r)[r > 0, , drop = FALSE])
    chance <- c(sum(p^2), sum(p * (1 - p)) / (codes - 1))
    c(share, (share - chance) / (1 - chance), pair_mean(m, codes, kappa),
      pair_mean(m, codes, quadratic), pair_mean(m, codes, scott), alphas(m, codes, values))
}

miss <- function(m, share) { m[sample(length(m), share * length(m))] <- NA; m }
truth <- sample(0:3, 40, TRUE)
slip <- function() pmin(3, pmax(0, truth + sample(c(0, 0, 0, 1, -1), 40, TRUE)))
noisy <- function(coders) replicate(coders, slip())
two <- function(...) matrix(c(...), ncol = 2, byrow = TRUE)
sets <- list(list(fleiss, 5, 1:5), list(data_c, 5, 1:5), list(hayes, 4, 0:3),
             list(noisy(2), 4, c(0, 1, 5, 20)), list(miss(noisy(3), 0.2), 4, c(1, 2, 4, 8)),
             list(miss(noisy(5), 0.4), 6, c(0.5, 1, 1.5, 2, 9, 10)),
             list(two(0, 0, 0, 0, 1, 0, 0, 1), 2, c(0, 1)),
             list(two(0, 0, 0, 0, 0, 1, NA, 1, 0, NA), 2, c(0, 1)))
results <- lapply(sets, function(s) measures(s[[1]], s[[2]], s[[3]]))
stopifnot(round(results[[1]][2], 3) == 0.430, round(results[[3]][8], 4) == 0.7598,
          identical(round(results[[2]][7:10], 3), c(0.743, 0.815, 0.849, 0.797)))
head <- paste0("coders,codes,values,matrix,share,fleiss,ac1,kappa,quadratic,pi,",
               "alpha_nominal,alpha_ordinal,alpha_interval,alpha_ratio")
csv("agreement.csv", head, Map(function(s, v)
    paste(c(ncol(s[[1]]), s[[2]], text(s[[3]]), text(as.vector(t(s[[1]]))), vapply(v, text, "")),
          collapse = ","), sets, results))
