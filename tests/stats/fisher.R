# p from fisher.test. Its odds ratio and interval are only good to 1e-4 (uniroot's default), so both
# are found again here with dhyper and a tight uniroot, and must stay within 2e-2 of fisher.test's.
source("common.R")
tight <- function(a, b, c, d, level) {
    m <- a + c; n <- b + d; k <- a + b; s <- max(0, k - n):min(k, m)
    g <- function(t) { l <- dhyper(s, m, n, k, log = TRUE) + s * t; w <- exp(l - max(l))
    w / sum(w) }
    root <- function(f) exp(uniroot(f, c(-60, 60), tol = 1e-14)$root)
    alpha <- (1 - level) / 2
    c(if (a == min(s)) 0 else if (a == max(s)) Inf else root(function(t) sum(s * g(t)) - a),
      if (a == min(s)) 0 else root(function(t) sum(g(t)[s >= a]) - alpha),
      if (a == max(s)) Inf else root(function(t) sum(g(t)[s <= a]) - alpha))
}
rows <- lapply(list(c(3, 1, 1, 3), c(10, 2, 3, 15), c(4, 4, 4, 5), c(0, 8, 6, 4), c(8, 2, 1, 5),
                    c(12, 0, 5, 7), c(1, 9, 11, 3), c(30, 12, 40, 35), c(120, 80, 95, 140), c(5,
                        0, 0, 5),
                    c(2, 23, 5, 30), c(700, 500, 620, 660), c(7, 12, 0, 5)), function(v) {
    f <- fisher.test(matrix(v, 2, byrow = TRUE), conf.level = 0.95)
    t <- tight(v[1], v[2], v[3], v[4], 0.95)
    ours <- c(f$estimate, f$conf.int); ok <- is.finite(t) & t > 0
    stopifnot(all(abs(ours[ok] / t[ok] - 1) < 2e-2), identical(is.finite(t),
        is.finite(unname(ours))))
    woolf <- if (all(v > 0)) exp(log(v[1] * v[4] / v[2] / v[3]) + c(-1,
        1) * qnorm(0.975) * sqrt(sum(1 / v)))
             else c(NA, NA)
    sample <- if (v[2] * v[3] > 0) v[1] * v[4] / v[2] / v[3] else Inf
    line(v[1], v[2], v[3], v[4], 0.95, f$p.value, t[1], t[2], t[3], sample, woolf[1], woolf[2])
})
csv("fisher.csv", "a,b,c,d,level,p,odds,low,high,sample,sample_low,sample_high", rows)
