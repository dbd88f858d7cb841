# Standard errors of coefficients of agreement. Gwet's linearised variances are written as he does
# (2014, ch. 5; they must give what his package irrCAC prints: the figures of its README and of its
# vignette on weights), and Fleiss, Cohen & Everitt's of kappa is asked of vcd and psych. Expected
# are derivatives taken by steps, the coefficients being written once more here: they are Gwet's
# where all units have two codes or more. He lets units of one code vary as if they were compared;
# the derivative does not, so that of these the published figures are not to be found again.
source("common.R")
suppressMessages({ library(vcd); library(psych) })
set.seed(20181101)
identity_w <- function(x) diag(length(x))
quadratic <- function(x) 1 - outer(x, x, "-")^2 / diff(range(x))^2
linear <- function(x) 1 - abs(outer(x, x, "-")) / diff(range(x))
tally <- function(m, codes) t(apply(m, 1, function(u) tabulate(u[!is.na(u)] + 1, codes)))

# m: units × coders; W: weights; t: how often each unit counts
observed <- function(n, W, t) {
    r <- rowSums(n); two <- r >= 2
    a <- rowSums(n * (n %*% W - 1)) / (r * (r - 1))
    sum((t * a)[two]) / sum(t[two])
}
own <- function(m, W, t) {
    codes <- nrow(W)
    p <- sapply(seq_len(ncol(m)), function(g) {
        x <- factor(m[, g], 0:(codes - 1)); tapply(t, x, sum, default = 0) / sum(t[!is.na(m[, g])])
    })
    r <- ncol(m); e <- 0
    for (g in 1:r) for (h in 1:r) if (g != h) e <- e + sum(W * outer(p[, g], p[, h]))
    e / (r * (r - 1))
}
of <- function(m, W, t, kind) {
    codes <- nrow(W); n <- tally(m, codes); r <- rowSums(n); some <- r > 0
    p <- colSums((t * n / r)[some, , drop = FALSE]) / sum(t[some])
    e <- switch(kind, share = 0, fleiss = sum(W * outer(p, p)),
                ac = sum(W) * sum(p * (1 - p)) / (codes * (codes - 1)),
                bp = sum(W) / codes^2, conger = own(m, W, t))
    (observed(n, W, t) - e) / (1 - e)
}
pairs_of <- function(m, W, t, kind) {
    v <- apply(combn(ncol(m), 2), 2, function(ab) {
        ok <- !is.na(m[, ab[1]]) & !is.na(m[, ab[2]])
        of(m[ok, ab, drop = FALSE], W, t[ok], kind)
    })
    mean(v)
}
# 1 - N D_o / D_e, units weighed; the ordinal gap from the counts themselves
alpha <- function(m, codes, values, t, scale) {
    n <- tally(m, codes); r <- rowSums(n); two <- r >= 2; n <- n[two, ]; r <- r[two]; t <- t[two]
    all <- colSums(t * n)
    gap <- function(c, k) switch(scale, nominal = c != k,
        ordinal = (sum(all[c:k]) - (all[c] + all[k]) / 2)^2, interval = (values[c] - values[k])^2,
        ratio = if (values[c] + values[k] == 0) 0 else
            ((values[c] - values[k]) / (values[c] + values[k]))^2)
    D <- outer(1:codes, 1:codes, Vectorize(gap))
    1 - sum(all) * sum(t / (r - 1) * rowSums(n * (n %*% D))) / sum(outer(all, all) * D)
}
# the standard error from derivatives by central steps (Richardson's second); bundles: sums of them
error_of <- function(m, f, bundle = seq_len(nrow(m))) {
    one <- rep(1, nrow(m))
    by <- function(i, h) { up <- one; up[i] <- 1 + h; down <- one; down[i] <- 1 - h
                           (f(up) - f(down)) / (2 * h) }
    L <- sapply(seq_len(nrow(m)), function(i) (4 * by(i, 0.01) - by(i, 0.02)) / 3)
    L <- tapply(L, bundle, sum)
    two <- tapply(rowSums(!is.na(m)) >= 2, bundle, any)
    n <- sum(two)
    sqrt(n / (n - 1) * sum(L^2))
}
# Gwet's own, units with one code counted as he does
gwet <- function(m, W, kind) {
    codes <- nrow(W); n <- tally(m, codes); r <- rowSums(n); N <- nrow(m); two <- r >= 2
    p <- colMeans(n / r); t1 <- rep(1, N); k <- of(m, W, t1, kind)
    e <- switch(kind, share = 0, fleiss = sum(W * outer(p, p)),
                ac = sum(W) * sum(p * (1 - p)) / (codes * (codes - 1)), bp = sum(W) / codes^2)
    a <- ifelse(two, rowSums(n * (n %*% W - 1)) / (r * (r - 1)), 0)
    ei <- switch(kind, share = , bp = rep(e, N), fleiss = (n %*% (W %*% p)) / r,
                 ac = sum(W) / (codes * (codes - 1)) * (n %*% (1 - p)) / r)
    x <- N / sum(two) * (a - e * two) / (1 - e) - 2 * (1 - k) * (ei - e) / (1 - e)
    sqrt(sum((x - k)^2) / (N * (N - 1)))
}
near <- function(v, w, tol = 5e-6)
    if (!isTRUE(abs(v - w) < tol)) stop(deparse(sys.call()), ": ", v, " ", w)

abstractors <- do.call(rbind, Map(function(i, j, n) cbind(rep(i, n), rep(j, n)),
                                  c(0, 1, 1, 2, 2), c(0, 1, 2, 1, 2), c(13, 20, 7, 4, 56)))
raters <- rbind(c(1, 1, NA, 1), c(2, 2, 3, 2), 3, 3, 2, 1:4, 4, c(1, 1, 2, 1), 2, c(NA, 5, 5, 5),
                c(NA, NA, 1, 1), c(NA, NA, 3, NA)) - 1
six <- matrix(c(0,0,0,6,0, 0,3,0,0,3, 0,1,4,0,1, 0,0,0,0,6, 0,3,0,3,0, 2,0,4,0,0, 0,0,4,0,2,
                2,0,3,1,0, 2,0,0,4,0, 0,0,0,0,6, 1,0,0,5,0, 1,1,0,4,0, 0,3,3,0,0, 1,0,0,5,0,
                0,2,0,3,1), ncol = 5, byrow = TRUE)
six <- t(apply(six, 1, function(n) rep(0:4, n)))
i3 <- identity_w(1:3); q3 <- quadratic(1:3); i5 <- identity_w(1:5); q5 <- quadratic(1:5)

# what irrCAC prints, of two coders (tables: it divides by n there, not n - 1), of six without a
# missing code, and of four with some
by_n <- sqrt(99 / 100)
for (row in list(list("share", i3, 0.03128898), list("ac", i3, 0.04321747),
                 list("bp", i3, 0.04693346), list("fleiss", i3, 0.05905473),
                 list("conger", i3, 0.05891072), list("share", q3, 0.007822244),
                 list("ac", q3, 0.01792019), list("bp", q3, 0.02346673),
                 list("fleiss", q3, 0.03539506), list("conger", q3, 0.03535151)))
    near(error_of(abstractors, function(t) of(abstractors, row[[2]], t, row[[1]])) * by_n, row[[3]], 5e-8)
near(error_of(abstractors, function(t) alpha(abstractors, 3, 1:3, t, "nominal")) * by_n, 0.05905473,
     5e-8)
near(error_of(abstractors, function(t) alpha(abstractors, 3, 1:3, t, "interval")) * by_n,
     0.03539506, 5e-8)
for (row in list(list("ac", i5, 0.08418757), list("fleiss", i5, 0.08119291),
                 list("bp", i5, 0.08312142), list("ac", q5, 0.1058227),
                 list("fleiss", q5, 0.1457381), list("bp", q5, 0.1067493)))
    near(error_of(six, function(t) of(six, row[[2]], t, row[[1]])), row[[3]], 5e-7)
for (row in list(list("share", i5, 0.12561), list("ac", i5, 0.14295), list("fleiss", i5, 0.15302),
                 list("bp", i5, 0.14472), list("share", q5, 0.09062), list("ac", q5, 0.10396),
                 list("fleiss", q5, 0.14603), list("bp", q5, 0.11089)))
    near(gwet(raters, row[[2]], row[[1]]), row[[3]])
# alpha: to three decimals, as what was printed in 2019 is not yet what he linearises in 2021
near(error_of(raters, function(t) alpha(raters, 5, 1:5, t, "nominal")), 0.14557, 5e-4)
near(error_of(raters, function(t) alpha(raters, 5, 1:5, t, "interval")), 0.12913, 5e-4)
near(of(raters, i5, rep(1, 12), "conger"), 0.76282)
near(of(raters, q5, rep(1, 12), "conger"), 0.85771)
near(of(raters, q5, rep(1, 12), "ac"), 0.914)
near(of(raters, q5, rep(1, 12), "fleiss"), 0.86494)
near(of(raters, q5, rep(1, 12), "bp"), 0.90152)
# Fleiss, Cohen & Everitt divide by n too
counts <- table(abstractors[, 1], abstractors[, 2])
v <- Kappa(counts, weights = "Fleiss-Cohen")
near(v$Unweighted[["ASE"]], 0.05891072, 5e-8)
near(v$Weighted[["ASE"]], 0.03535151, 5e-8)
near(sqrt(cohen.kappa(counts)$var.kappa), 0.05891072, 5e-8)

kinds <- function(m, values, bundle) {
    codes <- length(values); I <- identity_w(values); Q <- quadratic(seq_len(codes))
    L <- linear(values)
    e <- function(f) error_of(m, f, bundle)
    c(e(function(t) of(m, I, t, "share")), e(function(t) of(m, I, t, "fleiss")),
      e(function(t) of(m, I, t, "ac")), e(function(t) of(m, I, t, "bp")),
      e(function(t) of(m, I, t, "conger")), e(function(t) pairs_of(m, I, t, "conger")),
      e(function(t) pairs_of(m, Q, t, "conger")), e(function(t) pairs_of(m, Q, t, "fleiss")),
      e(function(t) of(m, Q, t, "ac")), e(function(t) of(m, L, t, "conger")),
      sapply(c("nominal", "ordinal", "interval", "ratio"),
             function(s) e(function(t) alpha(m, codes, values, t, s))))
}
worths <- function(m, values) {
    codes <- length(values); Q <- quadratic(seq_len(codes)); L <- linear(values)
    t <- rep(1, nrow(m))
    c(of(m, Q, t, "fleiss"), of(m, Q, t, "ac"), of(m, Q, t, "bp"), of(m, identity_w(values), t, "conger"),
      of(m, L, t, "conger"), pairs_of(m, Q, t, "fleiss"))
}
truth <- sample(0:3, 40, TRUE)
slip <- function() pmin(3, pmax(0, truth + sample(c(0, 0, 0, 1, -1), 40, TRUE)))
holed <- replicate(3, slip()); holed[sample(120, 25)] <- NA
five <- replicate(5, slip()); five[sample(200, 60)] <- NA
sets <- list(list(abstractors, 1:3, rep(1:20, 5)), list(raters, 1:5, rep(1:6, 2)),
             list(six, 1:5, rep(1:5, 3)), list(replicate(2, slip()), c(0, 1, 5, 20), rep(1:8, 5)),
             list(holed, c(1, 2, 4, 8), rep(1:10, each = 4)),
             list(five, c(0.5, 1, 3, 9), rep(1:4, each = 10)))
head <- "coders,codes,values,matrix,bundle,errors,clustered,worths"
csv("influence.csv", head, lapply(sets, function(s)
    paste(c(ncol(s[[1]]), length(s[[2]]), text(s[[2]]), text(as.vector(t(s[[1]]))), text(s[[3]]),
            text(kinds(s[[1]], s[[2]], seq_len(nrow(s[[1]])))), text(kinds(s[[1]], s[[2]], s[[3]])),
            text(worths(s[[1]], s[[2]]))), collapse = ",")))
