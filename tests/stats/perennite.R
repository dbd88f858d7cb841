# What `aet-perennite bilan` prints of share/exemples/perennite-mentions.csv, computed by base R alone
# from the same file: bands, residuals, intervals, findings. Writes the expected output of the command
# case that compares them, in millionths.
# Run from this folder: Rscript perennite.R
d <- read.csv("../../share/exemples/perennite-mentions.csv", stringsAsFactors = FALSE)
out <- "../cas/perennite/bilan-selon-r/out"
O <- c("activites", "relations", "structures")
S <- c("institutionnalisation", "appropriation", "politiques", "ressources")
d$objet <- factor(d$objet, O); d$strategie <- factor(d$strategie, S)
g <- split(d, d$regroupement)
f <- function(v) ifelse(is.na(v), "null", sprintf("%d", round(v * 1e6)))
lines <- character()
say <- function(...) lines <<- c(lines, paste(c(...), collapse = " "))
band <- sapply(g, function(x) if (x$niveau[1] <= 2) 1 else 2)
shannon <- sapply(g, function(x) { p <- table(x$strategie); p <- p[p > 0] / sum(p)
    round(-sum(p * log(p)), 12) })  # equal shares are equal, in whatever order they are added
n_obj <- sapply(g, function(x) length(unique(x$objet)))
n_str <- sapply(g, function(x) length(unique(x$strategie)))
n_sub <- sapply(g, function(x) length(unique(x$sous_strategie)))
wilson <- function(x, n, N = Inf) {            # score interval, finite population
    m <- if (is.finite(N)) n * (N - 1) / (N - n) else n
    z <- qnorm(0.975); p <- x / n
    c <- (p + z^2 / (2 * m)) / (1 + z^2 / m)
    h <- z / (1 + z^2 / m) * sqrt(p * (1 - p) / m + z^2 / (4 * m^2))
    r <- c(c - h, c + h)
    if (is.finite(N)) r <- c(max(r[1], x / N), min(r[2], (N - n + x) / N))
    pmin(pmax(r, 0), 1)
}
for (k in O) { x <- sum(sapply(g, function(r) k %in% r$objet))
    say("objet", k, x, f(c(x / length(g), wilson(x, length(g), 160)))) }
t <- table(d$objet, d$strategie)
r <- suppressWarnings(chisq.test(t))$stdres
for (i in O) for (j in S) say("croisement", i, j, t[i, j], f(r[i, j]))
# bands
cliff <- function(x, y) {
    e <- sign(outer(x, y, "-")); m <- length(x); n <- length(y); D <- mean(e)
    s2 <- (n^2 * sum((rowMeans(e) - D)^2) + m^2 * sum((colMeans(e) - D)^2) - sum((e - D)^2)) /
          (m * n * (m - 1) * (n - 1))
    s2 <- max(s2, (1 - D^2) / (m * n - 1)); t <- qt(0.975, m + n - 2)
    w <- t * sqrt(s2) * sqrt((1 - D^2)^2 + t^2 * s2)
    c(D, (D - D^3 - w) / (1 - D^2 + t^2 * s2), (D - D^3 + w) / (1 - D^2 + t^2 * s2))
}
newcombe <- function(x1, n1, x2, n2) {
    a <- wilson(x1, n1); b <- wilson(x2, n2); p <- x1 / n1; q <- x2 / n2
    c(p - q, p - q - sqrt((p - a[1])^2 + (b[2] - q)^2), p - q + sqrt((a[2] - p)^2 + (q - b[1])^2))
}
rows <- list(); n_men <- sapply(g, nrow)
n_by <- n_men / sapply(g, function(x) length(unique(x$plan)))
for (v in c("mentions", "mentions_par_plan", "objets", "strategies", "sous_strategies", "shannon")) {
    x <- list(mentions = n_men, mentions_par_plan = n_by, objets = n_obj, strategies = n_str, sous_strategies = n_sub, shannon = shannon)[[v]]
    a <- x[band == 1]; b <- x[band == 2]
    p <- suppressWarnings(wilcox.test(b, a))$p.value
    rows[[v]] <- c(median(a), median(b), p, cliff(b, a))
}
has <- function(col, k) sapply(g, function(x) k %in% x[[col]])
for (k in O) rows[[paste0("objet:", k)]] <- local({ h <- has("objet", k)
    a <- sum(h[band == 1]); b <- sum(h[band == 2]); m <- sum(band == 1); n <- sum(band == 2)
    c(a / m, b / n, fisher.test(matrix(c(b, n - b, a, m - a), 2))$p.value, newcombe(b, n, a, m)) })
for (k in S) rows[[paste0("strategie:", k)]] <- local({ h <- has("strategie", k)
    a <- sum(h[band == 1]); b <- sum(h[band == 2]); m <- sum(band == 1); n <- sum(band == 2)
    c(a / m, b / n, fisher.test(matrix(c(b, n - b, a, m - a), 2))$p.value, newcombe(b, n, a, m)) })
holm <- p.adjust(sapply(rows, `[`, 3), "holm")
for (k in names(rows)) say("bande", k, f(c(rows[[k]][1:3], holm[[k]], rows[[k]][4:6])))
# findings
jack <- function(fun) {                        # over groups, Student
    e <- fun(g); w <- sapply(seq_along(g), function(i) fun(g[-i])); n <- length(g)
    h <- qt(0.975, n - 1) * sqrt((n - 1) / n * sum((w - mean(w))^2)); c(e, e - h, e + h)
}
c1 <- sum(n_str >= 2); say("constat plusieurs-strategies", f(c(c1 / length(g), wilson(c1, length(g), 160))))
c2 <- sum(shannon >= 0.693)
say("constat strategies-diversifiees", f(c(c2 / length(g), wilson(c2, length(g), 160))))
two <- function(obj, str) function(gs) { x <- do.call(rbind, gs); own <- x$objet == obj
    mean(x$strategie[own] %in% str) - mean(x$strategie[!own] %in% str) }
say("constat activites-institutionnalisation-ressources",
    f(jack(two("activites", c("institutionnalisation", "ressources")))))
say("constat relations-institutionnalisation-appropriation",
    f(jack(two("relations", c("institutionnalisation", "appropriation")))))
say("constat structures-politiques", f(jack(two("structures", "politiques"))))
all <- g; keep <- sapply(g, function(x) any(x$strategie == "politiques")); g <- g[keep]
say("constat politiques-surtout-institutions", f(jack(function(gs) { x <- do.call(rbind, gs)
    mean(x$sous_strategie[x$strategie == "politiques"] == "institutions") })))
mean_share <- function(of, name) {             # Welch, over the shares of each group
    t <- t.test(of(all[band == 2]), of(all[band == 1])); d <- -diff(t$estimate)
    say("constat", name, f(c(d, t$conf.int))) }
of <- function(col, k) function(gs) sapply(gs, function(x) mean(x[[col]] == k))
mean_share(of("objet", "relations"), "bande-3-4-plus-relations")
mean_share(of("strategie", "appropriation"), "bande-3-4-plus-appropriation")
mean_share(of("strategie", "politiques"), "bande-3-4-plus-politiques")
dir.create(dirname(out), showWarnings = FALSE)
writeLines(lines, out)
