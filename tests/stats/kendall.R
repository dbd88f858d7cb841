# cor.test(kendall, exact = FALSE) from base R; the jackknife by leaving each pair out in turn, tau-b
# from the definition each time (the C updates one score).
source("common.R")
set.seed(20260331)
taub <- function(x, y) {
    n <- length(x); i <- combn(n, 2)
    dx <- sign(x[i[1, ]] - x[i[2, ]]); dy <- sign(y[i[1, ]] - y[i[2, ]])
    sum(dx * dy) / sqrt(sum(dx != 0) * sum(dy != 0))
}
sets <- list(list(c(0, 0, 1, 1, 2, 2, 3, 3), c(1, 2, 2, 3, 3, 4, 4, 4)),
    list(sample(0:3, 40, TRUE), sample(1:4, 40, TRUE)),
    list(rep(0:3, each = 8), round(rep(0:3, each = 8) * 0.2 + rnorm(32), 6)),
    list(c(0, 1, 2), c(3, 1, 2)), list(c(0, 0, 0, 1), c(1, 2, 3, 4)),
    list(rep(1, 6), 1:6), list(c(0, 1, 2, 3), rep(2, 4)),
    list(sample(0:3, 120, TRUE), round(runif(120), 2)))
rows <- lapply(sets, function(s) {
    x <- s[[1]]; y <- s[[2]]; n <- length(x)
    if (length(unique(x)) < 2 || length(unique(y)) < 2) return(line(x, y, NA, NA, NA, NA))
    k <- suppressWarnings(cor.test(x, y, method = "kendall", exact = FALSE))
    w <- sapply(seq_len(n), function(i) taub(x[-i], y[-i]))
    se <- sqrt((n - 1) / n * sum((w - mean(w))^2)); t <- qt(0.975, n - 1); e <- taub(x, y)
    stopifnot(abs(e - k$estimate) < 1e-12)
    if (any(!is.finite(w))) return(line(x, y, e, k$p.value, NA, NA))
    line(x, y, e, k$p.value, e - t * se, e + t * se)
})
csv("kendall.csv", "classes,values,tau,p,low,high", rows)
