# Coverage of the 95% intervals of lib/stats/design.h: how often they hold the share of the population,
# over draws by strata as `aet-perennite echantillon --strate` makes them (40 %, largest remainder).
# From the top: Rscript tests/long/strates.R [DRAWS]. With 3000 draws a row, seed 1 (a minute and a half):
#   shares of plans       covered 0.96 on average, 0.88 at worst; under 0.92 in 2 rows of 56
#   shares of mentions    covered 0.95 on average, 0.86 at worst; under 0.92 in 6 rows of 56
draws <- as.numeric(c(commandArgs(TRUE), 3000)[1])
set.seed(1)
wilson <- function(p, m) {
    z <- qnorm(0.975); c <- (p + z^2 / (2 * m)) / (1 + z^2 / m)
    h <- z / (1 + z^2 / m) * sqrt(p * (1 - p) / m + z^2 / (4 * m^2))
    c(if (p > 0) max(0, c - h) else 0, if (p < 1) min(1, c + h) else 1)
}
interval <- function(s, k, m, N) {           # as lib/stats/design.c
    n <- tabulate(s, length(N)); w <- (N / n)[s]; f <- (1 - n / N)[s]
    W <- sum(w * m); if (W == 0) return(c(NA, NA))
    p <- sum(w * k) / W; e <- k - p * m
    v <- sum(vapply(seq_along(N), function(h) { i <- s == h; if (n[h] == 0) return(0)
        (N[h] / n[h])^2 * (1 - n[h] / N[h]) *
            (if (n[h] == 1) e[i]^2 else n[h] / (n[h] - 1) * sum((e[i] - mean(e[i]))^2)) }, 0)) / W^2
    full <- m > 0; left <- ((N - n) / pmax(1, N - 1))[s]
    even <- sum(w[full]^2 * left[full]) / sum(w[full])^2
    df <- sum(pmax(0, tabulate(s[full], length(N)) - 1))
    if (even == 0) return(c(p, p))
    if (df < 1) return(c(NA, NA))
    size <- if (v > 1e-12 * p * (1 - p) * even) p * (1 - p) / v else 1 / even
    wilson(p, size * (qt(0.975, sum(m) - 1) / qt(0.975, df))^2)
}
draw <- function(N) { q <- 0.4 * N; n <- floor(q); more <- round(sum(q)) - sum(n)
    i <- order(n - q)[seq_len(more)]; n[i] <- n[i] + 1; n }
populations <- list(c(82, 45, 33), c(60, 60, 40), c(10, 8, 6, 12), c(5, 5, 5, 5, 5), c(20, 5, 3, 2), c(30, 30),
                    c(25, 25, 25, 25))
for (N in populations) for (kind in c("plans", "mentions")) for (apart in c(0, 2)) for (p in c(.05, .2, .5, .9)) {
    s <- rep(seq_along(N), N); H <- length(N)
    at <- plogis(qlogis(p) + if (H > 1) seq(-apart, apart, length.out = H) else 0)[s]
    m <- if (kind == "plans") rep(1, length(s)) else 1 + rpois(length(s), 5)
    k <- if (kind == "plans") rbinom(length(s), 1, at)
         else rbinom(length(s), m, rbeta(length(s), 3 * at, 3 * (1 - at)))
    n <- draw(N); P <- sum(k) / sum(m)
    r <- replicate(draws, { i <- unlist(lapply(seq_along(N), function(h) which(s == h)[sample.int(N[h], n[h])]))
        interval(s[i], k[i], m[i], N) })
    cat(sprintf("%-8s N %-16s n %-14s P %.3f  covered %.3f  undefined %.3f  mean width %.2f\n", kind,
        paste(N, collapse = " "), paste(n, collapse = " "), P,
        mean(r[1, ] <= P + 1e-12 & r[2, ] >= P - 1e-12, na.rm = TRUE), mean(is.na(r[1, ])),
        mean(r[2, ] - r[1, ], na.rm = TRUE)))
}
