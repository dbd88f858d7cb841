# What a draw to come will tell: the variance of the linearised share over every sample there is (small
# populations, all of them listed), and half of Wilson's interval of that error. Plain: the same for
# plans that have p of what they count, all or nothing, on average over who has it.
source("common.R")
half <- function(p, v, m, df) {
    n <- p * (1 - p) / v * (qt(0.025, m - 1) / qt(0.025, df))^2; z <- qnorm(0.975)
    c <- (p + z^2 / (2 * n)) / (1 + z^2 / n)
    h <- z / (1 + z^2 / n) * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))
    (min(1, c + h) - max(0, c - h)) / 2
}
spread <- function(x, n) {  # variance of the expanded total over all samples of n
    t <- combn(length(x), n, function(i) sum(x[i]) * length(x) / n)
    mean((t - mean(t))^2)
}
r <- list()
one <- function(s, k, m, n) {
    i <- s %in% which(n > 0); P <- sum(k[i]) / sum(m[i]); e <- k - P * m
    h <- which(n > 0); N <- tabulate(s)
    v <- sum(sapply(h, function(g) spread(e[s == g], n[g]))) / sum(m[i])^2
    counted <- sum(sapply(h, function(g) round(sum(m[s == g]) * n[g] / N[g])))
    df <- sum(n[h] - 1)
    # plain: every way of giving all or nothing with chance p: E of the variance, N/(N-1) mean m^2 p(1-p)
    p <- 0.2
    q <- sum(sapply(h, function(g) { x <- m[s == g]; if (length(x) < 2) return(0)
        all <- expand.grid(rep(list(0:1), length(x))); w <- p^rowSums(all) * (1 - p)^rowSums(1 - all)
        at <- apply(all, 1, function(a) { y <- x * (a - p); sum((y - mean(y))^2) + length(y) * mean(y)^2 })
        N[g]^2 * (1 - n[g] / N[g]) / n[g] * sum(w * at) / (N[g] - 1) })) / sum(m[i])^2
    r <<- c(r, line(s, k, m, n, P, sqrt(v), if (v > 0) half(P, v, counted, df) else 0, p, sqrt(q),
                    if (q > 0) half(p, q, counted, df) else 0))
}
set.seed(5)
for (j in 1:8) {
    N <- sample(3:7, 1 + j %% 3, replace = TRUE); s <- rep(seq_along(N), N)
    m <- if (j %% 2) rep(1, length(s)) else rpois(length(s), 4)
    k <- rbinom(length(s), m, 0.4); k[1] <- m[1] <- max(m[1], 1)
    one(s, k, m, pmin(N, sample(2:4, length(N), replace = TRUE)))
}
one(c(1, 1, 1, 1, 2, 2, 2, 3), c(1, 0, 1, 0, 1, 1, 0, 1), rep(1, 8), c(2, 1, 0))
one(c(1, 1, 1, 2, 2), c(1, 0, 1, 1, 0), rep(1, 5), c(3, 2))
csv("forecast.csv", "stratum,with,units,drawn,share,error,half,p,plain_error,plain_half", r)
