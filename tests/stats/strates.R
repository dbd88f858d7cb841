# What `aet-perennite bilan` prints of share/exemples/perennite-mentions.csv after a draw by region,
# computed by package survey from the same files: the draw (sha256sum), shares of plans and shares of
# mentions by strata, then shares of mentions without a draw. Writes the expected output of the command
# case that compares them, in millionths. Run from this folder: Rscript strates.R
suppressMessages(library(survey))
out <- "../cas/perennite/strates-selon-r/out"
p <- read.csv("../../share/exemples/perennite-plans.csv", stringsAsFactors = FALSE)
d <- read.csv("../../share/exemples/perennite-mentions.csv", stringsAsFactors = FALSE)
O <- c("activites", "relations", "structures")
S <- c("institutionnalisation", "appropriation", "politiques", "ressources")
f <- function(v) ifelse(is.na(v), "null", sprintf("%d", round(v * 1e6)))
lines <- character()
say <- function(...) lines <<- c(lines, paste(c(...), collapse = " "))
# the draw: 64 of 160, by the largest remainder
p$rank <- vapply(p$plan, function(i) substr(system(sprintf("printf '2026\\n%s' | sha256sum", i),
                                                   intern = TRUE), 1, 64), "")
N <- table(p$region); quota <- 64 * N / nrow(p); n <- floor(quota)
more <- order(floor(quota) - quota, names(N))[seq_len(64 - sum(n))]; n[more] <- n[more] + 1
p <- p[order(p$rank), ]
p$drawn <- ave(seq_len(nrow(p)), p$region, FUN = seq_along) <= n[p$region]
p <- p[p$drawn, ]; p$N <- as.numeric(N[p$region])
for (h in names(N)) say("strate", gsub(" ", "_", h), N[h], n[h], f(N[h] / n[h]))
wilson <- function(x, m) { z <- qnorm(0.975); c <- (x + z^2 / (2 * m)) / (1 + z^2 / m)
    h <- z / (1 + z^2 / m) * sqrt(x * (1 - x) / m + z^2 / (4 * m^2)); c(c - h, c + h) }
shares <- function(g, units, df) {  # share and interval of svyratio
    r <- svyratio(~k, ~m, g); x <- as.numeric(coef(r)); v <- as.numeric(SE(r))^2
    c(x, wilson(x, x * (1 - x) / v * (qt(0.025, units - 1) / qt(0.025, df))^2))
}
d0 <- d; d <- d[d$plan %in% p$plan, ]
for (o in O) {
    p$k <- as.numeric(p$plan %in% d$plan[d$objet == o]); p$m <- 1
    g <- svydesign(ids = ~1, strata = ~region, fpc = ~N, data = p)
    r <- shares(g, nrow(p), degf(g)); all <- 160
    say("objet", o, sum(p$k), f(c(r[1], max(r[2], sum(p$k) / all), min(r[3], (all - 64 + sum(p$k)) / all))))
}
by <- function(plans, what) vapply(plans, function(i) sum(what == i), 0)
for (o in O) for (s in S) {
    p$k <- by(p$plan, d$plan[d$objet == o & d$strategie == s]); p$m <- by(p$plan, d$plan[d$objet == o])
    g <- svydesign(ids = ~1, strata = ~region, fpc = ~N, data = p)
    say("croisement", o, s, f(shares(g, sum(p$m), degf(subset(g, m > 0)))))
}
q <- data.frame(plan = unique(d0$plan))
for (o in O) for (s in S) {
    q$k <- by(q$plan, d0$plan[d0$objet == o & d0$strategie == s]); q$m <- by(q$plan, d0$plan[d0$objet == o])
    g <- svydesign(ids = ~1, weights = ~1, data = q)
    say("sans-tirage", o, s, f(shares(g, sum(q$m), sum(q$m > 0) - 1)))
}
dir.create(dirname(out), showWarnings = FALSE)
writeLines(lines, out)
