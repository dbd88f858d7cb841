# Shares of plans and of mentions after a draw by strata: package survey (svydesign with strata and
# finite populations, svyratio with plans as units, svyciprop's effective size), on plans made by dice
# and on some that are easy to get wrong: a stratum of one plan, one that is drawn whole, plans that
# count nothing, strata of one mind. Interval: Wilson's of that effective size.
suppressMessages(library(survey))
source("common.R")
options(survey.lonely.psu = "adjust")
wilson <- function(p, m, level) {
    z <- qnorm(1 - (1 - level) / 2); c <- (p + z^2 / (2 * m)) / (1 + z^2 / m)
    h <- z / (1 + z^2 / m) * sqrt(p * (1 - p) / m + z^2 / (4 * m^2))
    c(if (p > 0) max(0, c - h) else 0, if (p < 1) min(1, c + h) else 1)
}
one <- function(s, k, m, N, level = 0.95) {
    d <- data.frame(s = s, k = k, m = m)
    d$N <- if (length(N)) N[s] else Inf
    g <- if (length(N)) svydesign(ids = ~1, strata = ~s, fpc = ~N, data = d)
         else svydesign(ids = ~1, weights = ~1, data = d)
    r <- svyratio(~k, ~m, g); p <- as.numeric(coef(r)); se <- as.numeric(SE(r))
    df <- sum(tapply(m > 0, s, sum) - 1)
    if (all(m > 0)) stopifnot(df == degf(g))
    if (se > 1e-12) size <- p * (1 - p) / se^2 else {   # strata of one mind: as if p(1-p) were in each
        w <- if (length(N)) (N / table(s))[s] else rep(1, length(s))
        f <- if (length(N)) ((N - table(s)) / (N - 1))[s] else rep(1, length(s))
        f[is.nan(f)] <- 0
        size <- sum(w * (m > 0))^2 / sum(w^2 * f * (m > 0)); se <- 0
    }
    size <- as.numeric(size) * (qt((1 - level) / 2, sum(m) - 1) / qt((1 - level) / 2, df))^2
    ci <- if (is.infinite(size)) c(p, p) else wilson(p, size, level)
    if (all(m == 1) && se > 0) {  # the same effective size as svyciprop's, by Clopper and Pearson's
        d$y <- k == 1
        b <- confint(svyciprop(~y, update(g, y = d$y), method = "beta", level = level))
        stopifnot(abs(b[2] - qbeta(1 - (1 - level) / 2, size * p + 1, size * (1 - p))) < 1e-9)
    }
    line(s, k, m, if (length(N)) N else 0, level, p, se, df, size, ci[1], ci[2])
}
set.seed(12)
r <- list()
for (i in 1:12) {                               # shares of plans
    H <- 1 + i %% 4; n <- sample(2:9, H, replace = TRUE); s <- rep(seq_len(H), n)
    r <- c(r, one(s, rbinom(length(s), 1, 0.3 + 0.1 * s), rep(1, length(s)), ceiling(n / 0.4)))
}
for (i in 1:12) {                               # shares of mentions; a plan in six has none
    H <- 1 + i %% 4; n <- sample(3:9, H, replace = TRUE); s <- rep(seq_len(H), n)
    m <- rpois(length(s), 6) * (runif(length(s)) > 1 / 6); m[c(1, length(m))] <- 3
    r <- c(r, one(s, rbinom(length(s), m, runif(length(s))), m, ceiling(n / 0.4)))
}
ones <- function(n) rep(1, n)
r <- c(r, one(c(1, 1, 1, 1, 2), c(1, 0, 0, 1, 1), ones(5), c(10, 3)))      # one plan in a stratum
r <- c(r, one(c(1, 1, 1, 2, 3), c(2, 0, 1, 4, 0), c(5, 3, 1, 4, 2), c(8, 2, 3)))
r <- c(r, one(c(1, 1, 1, 2, 2), c(1, 0, 1, 1, 0), ones(5), c(3, 6)))       # drawn whole
r <- c(r, one(c(1, 1, 2), c(1, 0, 1), ones(3), c(2, 1)))                   # both: one point
r <- c(r, one(c(1, 1, 1, 2, 2), c(1, 1, 1, 0, 0), ones(5), c(8, 5)))       # strata of one mind
r <- c(r, one(c(1, 1, 1, 2, 2), c(0, 0, 0, 0, 0), ones(5), c(8, 5)))
r <- c(r, one(c(1, 1, 1, 2, 2), c(3, 2, 1, 6, 2), c(3, 2, 1, 6, 2), c(8, 5)))
r <- c(r, one(rep(1, 6), c(2, 0, 1, 3, 0, 2), c(4, 3, 1, 5, 0, 2), NULL))  # population unknown
r <- c(r, one(rep(1, 6), c(1, 0, 1, 1, 0, 0), ones(6), NULL, 0.9))
csv("design.csv", "stratum,with,units,population,level,share,error,df,size,low,high", r)
