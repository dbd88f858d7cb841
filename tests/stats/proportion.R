# Wilson (prop.test without correction) from base R. With a known population, the roots of the score
# equation with the hypergeometric variance, found by uniroot and not by the closed formula.
source("common.R")
score_root <- function(x, n, N, level, side) {
    z <- qnorm(1 - (1 - level) / 2); p <- x / n
    if (n == N) return(p)
    f <- function(P) (p - P)^2 - z^2 * P * (1 - P) / n * (N - n) / (N - 1)
    if (side < 0) bound <- if (p == 0) 0 else uniroot(f, c(0, if (p == 1) 1 - 1e-9 else p),
        tol = 1e-15)$root
    else bound <- if (p == 1) 1 else uniroot(f, c(max(p, 1e-9 * (p == 0)), 1), tol = 1e-15)$root
    if (side < 0) max(bound, x / N) else min(bound, (N - n + x) / N)
}
r <- list()
for (level in c(0.95, 0.99)) for (c in list(c(0, 5), c(5, 5), c(1, 1), c(3, 12), c(7, 20), c(81,
    263),
        c(15, 148), c(0, 20), c(1, 29), c(40, 60), c(500, 100000), c(123456, 1000000))) {
    w <- suppressWarnings(prop.test(c[1], c[2], conf.level = level, correct = FALSE)$conf.int)
    if (c[1] == 0) w[1] <- 0
    if (c[1] == c[2]) w[2] <- 1
    r <- c(r, line(c[1], c[2], 0, level, w))
}
for (level in c(0.95, 0.9)) for (c in list(c(0, 5, 12), c(5, 5, 12), c(3, 12, 30), c(7, 20, 50),
        c(7, 20, 20), c(1, 2, 4), c(9, 10, 11), c(40, 60, 150), c(24, 60, 150), c(1, 29, 1000),
            c(300, 400, 5000)))
    r <- c(r, line(c[1], c[2], c[3], level, score_root(c[1], c[2], c[3], level, -1),
                  score_root(c[1], c[2], c[3], level, 1)))
r <- gsub("(,[^, ]+) ([^, ]+)", "\\1,\\2", unlist(r))
csv("proportion.csv", "x,n,population,level,wilson_low,wilson_high", r)
