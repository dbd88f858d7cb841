# The seasonal Kendall test of monthly series: s and variance season by season from cor.test, the
# autocorrelation from the residuals and the hat matrix of lm, its effect as a quadratic form.
source("common.R")
season <- function(y) {
    n <- length(y); s <- sum(sign(outer(y, y, "-"))[lower.tri(diag(n))])
    t <- as.numeric(table(y)); v <- (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5))) / 18
    if (abs(s) > 1) { k <- cor.test(y, seq_len(n), method = "kendall", exact = FALSE, continuity = TRUE)
        stopifnot(abs((abs(s) - 1) / sqrt(v) - abs(k$statistic)) < 1e-9) }
    c(s, v)
}
test <- function(y) {
    m <- seq_along(y) - 1; g <- factor(m %% 12); x <- m / 12
    a <- Reduce(`+`, tapply(y, g, season)); l <- lm(y ~ g + x)
    X <- model.matrix(l); H <- X %*% solve(crossprod(X)) %*% t(X); e <- resid(l); n <- length(y)
    d <- sqrt(1 - diag(H)); i <- 1:(n - 1); scale <- sum(d[i] * d[i + 1])
    r <- sum(e[i] * e[i + 1]) / (sum(e^2) / l$df.residual) / scale
    r <- r + max(0, sum(H[cbind(i, i + 1)]) / scale) * (1 + 3 * max(0, r))
    r <- min(0.95, max(0, r))
    w <- ave(x, g, FUN = function(v) 2 * rank(v) - length(v) - 1)
    f <- if (r > 0) max(1, sum(outer(w, w) * r^abs(outer(m, m, "-"))) / sum(w^2)) else 1
    line(y, a[1], a[2], r, f, 2 * pnorm(-max(0, abs(a[1]) - 1) / sqrt(a[2] * f)))
}
set.seed(1982)
wave <- function(n) round(5 * sin(2 * pi * seq_len(n) / 12), 2)
rows <- list(test(round(wave(36) + rnorm(36), 2)), test(round(wave(48) + arima.sim(list(ar = 0.6), 48), 2)),
             test(round(arima.sim(list(ar = 0.5), 60) + seq_len(60) / 20, 1)), test(sample(0:4, 24, TRUE)),
             test(round(wave(30) - seq_len(30) / 10 + rnorm(30), 1)))
csv("seasonal.csv", "series,s,variance,autocorrelation,effect,p", rows)
