# Two coders from a table: kappa and quadratic kappa checked against psych::cohen.kappa, the rest
# from definitions. The first table is Cohen 1960, table 2 (printed kappa 0.492).
source("common.R")
suppressMessages(library(psych))
by_rows <- function(...) { v <- c(...); matrix(v, sqrt(length(v)), byrow = TRUE) }
tables <- list(by_rows(88, 14, 18, 10, 40, 10, 2, 6, 12), by_rows(20, 5, 10, 15),
               by_rows(118, 5, 2, 0), by_rows(50, 75, 75, 800),
               by_rows(11, 3, 0, 0, 2, 25, 6, 1, 0, 4, 14, 2, 0, 0, 3, 9), by_rows(0, 1, 0, 0),
               by_rows(45, 15, 25, 15), by_rows(10, 0, 0, 0, 12, 0, 0, 0, 3))
measures <- function(m) {
    n <- sum(m); k <- nrow(m); p <- m / n; r <- rowSums(p); s <- colSums(p); q <- (r + s) / 2
    gap <- abs(row(m) - col(m)); chance <- outer(r, s); seen <- sum(diag(p))
    beyond <- function(e) (seen - e) / (1 - e)
    v <- c(seen, beyond(sum(r * s)), 1 - sum(gap * p) / sum(gap * chance),
           1 - sum(gap^2 * p) / sum(gap^2 * chance), beyond(sum(q^2)),
           beyond(sum(q * (1 - q)) / (k - 1)), beyond(1 / k))
    if (min(r + s) > 0 && n > 20) {
        psy <- suppressWarnings(cohen.kappa(m, n.obs = n))
        stopifnot(abs(psy$kappa - v[2]) < 1e-12, abs(psy$weighted.kappa - v[4]) < 1e-12)
    }
    v
}
stopifnot(round(measures(tables[[1]])[2], 3) == 0.492)
csv("pair_agreement.csv", "codes,cells,agreement,kappa,linear,quadratic,pi,ac1,pabak",
    lapply(tables, function(m) paste(c(nrow(m), text(as.vector(t(m))),
                                       vapply(measures(m), text, "")), collapse = ",")))
