# Kappa of two coders who give a code to shares r1 and r2 of the units. Its variance by the delta method,
# from numeric derivatives of kappa by the four cells (the C has it by a formula); how many units a
# half-width takes, one by one; how many a one-sided test at .05 with power .8 (Cantor 1996). The first row
# is the example of R's irr (N.cohen.kappa(0.5, 0.5, 0.7, 0.85) prints 96: a test of .85 against .7,
# which irr names the other way round), and r1 = r2 = .5 must have the variance 1 - kappa^2 (Cantor, p. 152).
source("common.R")
cells <- function(k, r1, r2) {
    pe <- r1 * r2 + (1 - r1) * (1 - r2); po <- k * (1 - pe) + pe; a <- (po - 1 + r1 + r2) / 2
    c(a, r1 - a, r2 - a, po - a)
}
kappa <- function(p) {
    p <- p / sum(p); r1 <- p[1] + p[2]; r2 <- p[1] + p[3]
    pe <- r1 * r2 + (1 - r1) * (1 - r2); (p[1] + p[4] - pe) / (1 - pe)
}
variance <- function(k, r1, r2) {
    p <- cells(k, r1, r2); if (min(p) < -1e-12) return(NA)
    h <- 1e-5
    g <- sapply(1:4, function(i) { e <- replace(rep(0, 4), i, h); (kappa(p + e) - kappa(p - e)) / (2 * h) })
    sum(p * g^2) - sum(p * g)^2
}
half <- function(v, n) qt(0.975, n - 1) * sqrt(v / (n - 1))
units <- function(v, h) { n <- 2; while (half(v, n) > h) n <- n + 1; n }
test <- function(k1, k0, r1, r2)
    ceiling(((qnorm(0.95) * sqrt(variance(k0, r1, r2)) + qnorm(0.8) * sqrt(variance(k1, r1, r2))) / (k1 - k0))^2)
rows <- list(c(0.7, 0.85, 0.5, 0.5), c(0.8, 0.6, 0.5, 0.5), c(0.8, 0.6, 0.1, 0.1), c(0.6, 0.4, 0.3, 0.3),
             c(0.4, 0.2, 0.3, 0.2), c(0.6, 0.4, 0.25, 0.35), c(0.8, 0.6, 0.05, 0.05), c(0.3, 0, 0.2, 0.3),
             c(0.9, 0.6, 0.2, 0.5))
stopifnot(test(0.7, 0.85, 0.5, 0.5) == 96, abs(variance(0.6, 0.5, 0.5) - 0.64) < 1e-9)
csv("kappa_size.csv", "kappa,least,rate1,rate2,variance,half_50,half_200,units_20,units_10,test", lapply(rows, function(x) {
    v <- variance(x[1], x[3], x[4])
    if (is.na(v)) line(x[1], x[2], x[3], x[4], NA, NA, NA, NA, NA, NA)
    else line(x[1], x[2], x[3], x[4], v, half(v, 50), half(v, 200), units(v, 0.2), units(v, 0.1),
              test(x[1], x[2], x[3], x[4]))
}))
