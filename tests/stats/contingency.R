# chisq.test (statistic, p, expected, stdres) on tables with no empty line; the difference of two
# shares by Newcombe's method 10 from two prop.test intervals.
source("common.R")
tables <- list(matrix(c(10, 20, 30, 40), 2), matrix(c(762, 484, 327, 239, 468, 477), 2),
               matrix(c(12, 5, 7, 9, 1, 3, 8, 2, 14), 3), matrix(c(1, 0, 3, 2, 5, 4, 0, 6), 2),
               matrix(c(30, 3, 3, 30), 2), matrix(c(5, 5, 5, 5), 2),
               matrix(c(40, 12, 8, 33, 21, 5, 2, 17, 25, 9, 14, 3), 3))
rows <- lapply(tables, function(m) {
    t <- suppressWarnings(chisq.test(m, correct = FALSE))
    line(nrow(m), ncol(m), as.vector(t(m)), t$statistic, t$parameter, t$p.value, min(t$expected),
        as.vector(t(t$stdres)))
})
csv("chi2.csv", "rows,columns,cells,statistic,df,p,smallest,residuals", rows)
wilson <- function(x, n, level) {
    w <- suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE)$conf.int)
    if (x == 0) w[1] <- 0
    if (x == n) w[2] <- 1
    w
}
newcombe <- lapply(list(c(56, 70, 48, 80), c(9, 10, 3, 10), c(6, 7, 2, 7), c(5, 56, 0, 29),
                        c(0, 10, 0, 20), c(10, 10, 0, 20), c(10, 10, 0, 10), c(311, 5000, 402,
                            4000)),
                   function(v) {
    a <- wilson(v[1], v[2], 0.95); b <- wilson(v[3], v[4], 0.95); p <- v[1] / v[2]; q <- v[3] / v[4]
    line(v[1], v[2], paste(v[3], v[4], sep = ","), 0.95, p - q,
        p - q - sqrt((p - a[1])^2 + (b[2] - q)^2), p - q + sqrt((a[2] - p)^2 + (q - b[1])^2))
})
csv("newcombe.csv", "x1,n1,x2,n2,level,difference,low,high", newcombe)
