# wilcox.test and cor.test(kendall) from base R; Cliff's delta and its variance from the dominance
# matrix itself (the C goes by sorted runs); quantile type 7; p.adjust.
source("common.R")
set.seed(20190301)
groups <- list(list(c(1.1, 2.2, 3.3), c(0.5, 2.5, 4.5, 6.5)), list(c(1, 2, 3), c(4, 5, 6)),
    list(5, c(1, 9)),
    list(c(10, 10, 20, 20, 20, 30, 30, 30, 40, 50), c(10, 20, 30, 40, 40, 50)),
    list(c(3, 4, 2, 6, 2, 5), c(9, 7, 5, 10, 6, 8)), list(c(2, 2, 3), c(2, 2, 2, 2)),
    list(round(rnorm(30), 6), round(rnorm(25, 0.6), 6)), list(round(rnorm(49), 6), round(rnorm(49,
        0.4), 6)),
    list(round(rnorm(60), 6), round(rnorm(50), 6)), list(sample(1:5, 80, TRUE), sample(2:5, 45,
        TRUE)),
    list(rep(1, 4), c(1, 1, 2)))
rows <- lapply(groups, function(g) {
    x <- g[[1]]; y <- g[[2]]
    w <- suppressWarnings(wilcox.test(x, y))
    line(x, y, w$statistic, w$p.value, if (grepl("exact", w$method)) 1 else 0)
})
csv("mann_whitney.csv", "x,y,u,p,exact", rows)

cliff <- function(x, y, level) {
    d <- sign(outer(x, y, "-")); m <- length(x); n <- length(y); D <- mean(d)
    s2 <- (n^2 * sum((rowMeans(d) - D)^2) + m^2 * sum((colMeans(d) - D)^2) - sum((d - D)^2)) /
          (m * n * (m - 1) * (n - 1))
    s2 <- max(s2, (1 - D^2) / (m * n - 1))
    t <- qt(1 - (1 - level) / 2, m + n - 2)
    if (m < 2 || n < 2) return(c(D, NA, NA))
    k <- min(m, n)
    if (D == 1) return(c(1, (k - t^2) / (k + t^2), 1))
    if (D == -1) return(c(-1, -1, -(k - t^2) / (k + t^2)))
    h <- t * sqrt(s2) * sqrt((1 - D^2)^2 + t^2 * s2)
    c(D, pmax(-1, pmin(1, (D - D^3 + c(-1, 1) * h) / (1 - D^2 + t^2 * s2))))
}
rows <- unlist(lapply(groups, function(g) lapply(c(0.95, 0.9), function(level) {
    v <- cliff(g[[1]], g[[2]], level)
    line(g[[1]], g[[2]], level, v[1], v[2], v[3])
})))
csv("cliff.csv", "x,y,level,delta,low,high", rows)

series <- list(c(1, 2, 3, 4, 5, 6, 7, 8), c(5, 3, 4, 2, 2, 1, 0.5, 0.2), c(3, 1, 4, 1, 5, 9, 2, 6,
    5, 3, 5, 8),
    round(cumsum(rnorm(24)), 4), sample(0:3, 40, TRUE), c(0.12, 0.15, 0.11, 0.2, 0.22, 0.19, 0.25,
        0.31, 0.28, 0.3),
    c(1, 1, 1, 2), c(2, 1, 2), round(sin(1:60), 3), round(as.vector(LakeHuron), 2))
rows <- lapply(series, function(x) {
    n <- length(x); k <- suppressWarnings(cor.test(seq_len(n), x, method = "kendall",
        exact = FALSE, continuity = TRUE))
    s <- sum(outer(seq_len(n), seq_len(n), function(i, j) (i < j) * sign(x[j] - x[i])))
    t <- table(x); v <- (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5))) / 18
    z <- if (s == 0) NA else k$statistic
    # cor.test's own z must give this variance back: |z| = (|s| - 1) / sqrt(v)
    if (s != 0 && abs(s) > 1) stopifnot(abs((abs(s) - 1) / sqrt(v) - abs(z)) < 1e-9)
    line(x, s, k$estimate, v, if (s == 0) 1 else k$p.value)
})
csv("mann_kendall.csv", "series,s,tau,variance,p", rows)

rows <- unlist(lapply(list(c(1, 2, 3, 4), 7, c(30, 60, 60, 90, 120, 45), sample(1:400, 33, TRUE),
    c(2, 2, 2), c(-5, 0, 12, 3)),
    function(x) lapply(c(0, 0.1, 0.25, 0.5, 0.9, 1), function(p) line(x, p, quantile(x, p,
        names = FALSE)))))
csv("quantile.csv", "values,p,quantile", rows)

rows <- lapply(list(c(0.01, 0.04, 0.03, 0.005), 0.2, c(0.5, 0.5, 0.5), c(0.001, NA, 0.02, 0.9,
    NA), c(0.05, 0.049, 0.051),
    round(runif(20)^3, 5), c(NA, NA)), function(p) line(p, p.adjust(p, "holm")))
csv("holm.csv", "p,adjusted", rows)
