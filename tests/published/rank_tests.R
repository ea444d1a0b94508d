# SPDX-License-Identifier: GPL-3.0-or-later
# Figures for tests/unit/numerics/test_rank_tests.c and the workbooks from base R (and coin, where it is
# exact); run in the top folder: Rscript tests/published/rank_tests.R > tests/published/rank_tests.csv
options(digits = 15, warn = -1)
put <- function(name, value) cat(name, ",", format(unname(value), digits = 15), "\n", sep = "")
cat("name,value\n")

# ---- signed ranks. z and r are written out: wilcox.test does not print them.
z_of <- function(d) {
  d <- d[!is.na(d) & d != 0]; n <- length(d); r <- rank(abs(d)); t <- table(r)
  v <- sum(r[d > 0]) - n * (n + 1) / 4
  (v - sign(v) / 2) / sqrt(n * (n + 1) * (2 * n + 1) / 24 - sum(t^3 - t) / 48)
}
signed <- function(name, d, level = 0.95) {
  d <- d[!is.na(d)]
  w <- wilcox.test(d, conf.int = TRUE, conf.level = level)
  k <- d[d != 0]; n <- length(k)
  put(paste0(name, ".n"), n); put(paste0(name, ".v"), w$statistic); put(paste0(name, ".z"), z_of(d))
  put(paste0(name, ".p"), w$p.value); put(paste0(name, ".r"), 2 * w$statistic / (n * (n + 1) / 2) - 1)
  put(paste0(name, ".lower"), w$conf.int[1]); put(paste0(name, ".upper"), w$conf.int[2])
}
# no ties below a prime, and no random numbers: i^2 modulo it, and every third below 0
distinct <- function(n) { x <- ((1:n)^2 %% 211) + 1; x[(1:n) %% 3 == 0] <- -x[(1:n) %% 3 == 0]; x }
likert <- function(n) ((1:n)^2 %% 7) - 2              # ties and zeros
for (n in c(2, 3, 5, 6, 10, 49, 50, 51)) signed(paste0("distinct.", n), distinct(n))
signed("distinct.20.90", distinct(20), 0.9)
for (n in c(10, 49, 50, 200)) signed(paste0("likert.", n), likert(n))
k <- read.csv("tests/published/kiosk/kiosk_tidy.csv")
for (i in c(1, 4, 5, 12)) signed(paste0("kiosk.", i), k[[paste0("P", i)]] - k[[paste0("E", i)]])
dims <- list(usefulness = 1:3, tangibles = c(4, 5, 6, 22), control = 7:8, economy = c(10, 11, 18),
             convenience = 13:17, security = 19:21)
G <- as.matrix(k[, paste0("P", 1:24)]) - as.matrix(k[, paste0("E", 1:24)])
for (d in names(dims)) signed(paste0("kiosk.", d), round(rowMeans(G[, dims[[d]]]), 9))
overall <- round(rowMeans(sapply(dims, function(i) rowMeans(G[, i]))), 9) # equal scores tie
signed("kiosk.overall", overall)
put("kiosk.holm.1", p.adjust(apply(G, 2, function(d) wilcox.test(d)$p.value), "holm")[1])
if (requireNamespace("coin", quietly = TRUE)) { # exact with ties: how far the approximation is from it
  d <- likert(10); d <- d[d != 0]
  put("coin.likert.10.p", coin::pvalue(coin::wilcoxsign_test(d ~ rep(0, length(d)), distribution = "exact")))
}

# ---- groups
kruskal <- function(name, x, g) {
  w <- kruskal.test(x, factor(g))
  put(paste0(name, ".h"), w$statistic); put(paste0(name, ".df"), w$parameter); put(paste0(name, ".p"), w$p.value)
  put(paste0(name, ".effect"), w$statistic / (sum(!is.na(x) & !is.na(g)) - 1))
}
# Dunn 1964 by its formula: base R has no function
dunn <- function(name, x, g) {
  keep <- !is.na(x) & !is.na(g); x <- x[keep]; g <- factor(g[keep])
  n <- length(x); r <- rank(x); t <- table(x); m <- tapply(r, g, mean); s <- table(g)
  v <- n * (n + 1) / 12 - sum(t^3 - t) / (12 * (n - 1)); p <- c(); l <- levels(g)
  for (i in seq_along(l)) for (j in seq_along(l)) if (i < j) {
    z <- unname((m[i] - m[j]) / sqrt(v * (1 / s[i] + 1 / s[j]))); p <- c(p, 2 * pnorm(-abs(z)))
    put(paste0(name, ".dunn.", l[i], ".", l[j]), z)
  }
  q <- p.adjust(p, "holm"); for (i in seq_along(q)) put(paste0(name, ".dunn.holm.", i), q[i])
}
ranksum <- function(name, x, y) {
  w <- wilcox.test(x, y); n <- length(x) + length(y); t <- table(c(x, y))
  d <- w$statistic - length(x) * length(y) / 2
  put(paste0(name, ".z"), (d - sign(d) / 2) / sqrt(length(x) * length(y) / 12 * (n + 1 - sum(t^3 - t) / (n * (n - 1)))))
  put(paste0(name, ".p"), w$p.value)
}
x <- likert(60); g <- c("a", "b", "c")[1 + (1:60) %% 7 %% 3]
kruskal("groups", x, g); dunn("groups", x, g)
p <- c(); for (i in 1:2) for (j in (i + 1):3) {
  a <- x[g == letters[i]]; b <- x[g == letters[j]]
  ranksum(paste0("groups.", letters[i], ".", letters[j]), a, b); p <- c(p, wilcox.test(a, b)$p.value)
}
q <- p.adjust(p, "holm"); for (i in seq_along(q)) put(paste0("groups.ranksum.holm.", i), q[i])
for (n in c(1, 3, 10, 49, 50)) ranksum(paste0("distinct.ranksum.", n), distinct(2 * n)[1:n] + 0.5, distinct(2 * n)[n + 1:n])
ranksum("distinct.ranksum.7.30", distinct(37)[1:7] + 0.5, distinct(37)[8:37])
score <- round(rowMeans(G), 9); gd <- overall
kruskal("kiosk.frequency", score, k$frequency_code); dunn("kiosk.frequency", score, k$frequency_code)
kruskal("kiosk.frequency.dimensions", gd, k$frequency_code)
kruskal("kiosk.frequency.usefulness", rowMeans(G[, 1:3]), k$frequency_code)
kruskal("kiosk.sex", score, k$sex_code)
ranksum("kiosk.sex", score[k$sex_code == 1 & !is.na(score)], score[k$sex_code == 2 & !is.na(score)])

# the bank's customers, with answers missing by a rule that the tests repeat
b <- read.csv("tests/published/bank_satisfaction/satisfaction.csv"); i <- seq_len(nrow(b))
imag <- ifelse(i %% 7 == 0, NA, b$imag1); loy <- ifelse(i %% 11 == 3, NA, b$loy1)
signed("bank", loy - imag); kruskal("bank4", imag, i %% 4)
dunn("bank4", imag, i %% 4)

# ---- pairs of means
welch <- function(name, x, g) {
  keep <- !is.na(x) & !is.na(g); x <- x[keep]; g <- g[keep]
  keep <- g %in% names(which(table(g) > 1)); x <- x[keep]; g <- g[keep] # t.test refuses a group of one
  g <- factor(g); l <- levels(g); p <- c()
  for (i in seq_along(l)) for (j in seq_along(l)) if (i < j) {
    t <- t.test(x[g %in% l[i]], x[g %in% l[j]]); p <- c(p, t$p.value); at <- paste0(name, ".welch.", l[i], ".", l[j])
    put(paste0(at, ".t"), t$statistic); put(paste0(at, ".df"), t$parameter); put(paste0(at, ".p"), t$p.value)
    put(paste0(at, ".lower"), t$conf.int[1]); put(paste0(at, ".upper"), t$conf.int[2])
    k <- length(l); q <- abs(t$statistic) * sqrt(2) # Games and Howell, by R's distribution
    put(paste0(at, ".gh"), ptukey(q, k, t$parameter, lower.tail = FALSE))
    half <- qtukey(0.95, k, t$parameter) / sqrt(2) * t$stderr
    put(paste0(at, ".gh.lower"), unname(diff(rev(t$estimate))) - half)
  }
  q <- p.adjust(p, "holm"); for (i in seq_along(q)) put(paste0(name, ".welch.holm.", i), q[i])
  # TukeyHSD gives the later group minus the earlier one
  h <- TukeyHSD(aov(x ~ g))$g
  for (row in rownames(h)) {
    put(paste0(name, ".tukey.", row, ".p"), h[row, "p adj"]); put(paste0(name, ".tukey.", row, ".lower"), -h[row, "upr"])
    put(paste0(name, ".tukey.", row, ".upper"), -h[row, "lwr"])
  }
  w <- oneway.test(x ~ g); put(paste0(name, ".welch.f"), w$statistic); put(paste0(name, ".welch.f.p"), w$p.value)
  s <- summary(aov(x ~ g))[[1]]$`Sum Sq`; put(paste0(name, ".eta2"), s[1] / sum(s))
}
welch("groups", x, g)
welch("kiosk.frequency", score, k$frequency_code)
welch("kiosk.P1", k$P1, k$frequency_code)
kruskal("kiosk.P1", k$P1, k$frequency_code); dunn("kiosk.P1", k$P1, k$frequency_code)

# the interval of a median by the sign test
middle <- function(name, x, level = 0.95) {
  x <- sort(x); n <- length(x); k <- qbinom((1 - level) / 2, n, 0.5)
  put(paste0(name, ".median"), median(x)); put(paste0(name, ".lower"), x[k]); put(paste0(name, ".upper"), x[n + 1 - k])
}
for (f in 1:3) middle(paste0("kiosk.P1.", f), k$P1[k$frequency_code == f])
middle("kiosk.P1.1.50", k$P1[k$frequency_code == 1], 0.5)

# ---- the studentised range: by ptukey where that is exact enough, by the definition elsewhere
own <- function(q, k, df) {
  W <- function(w) sapply(w, function(w) k * integrate(function(z) dnorm(z) * (pnorm(z) - pnorm(z - w))^(k - 1),
    -8, 9, rel.tol = 1e-11, subdivisions = 1000)$value)
  integrate(function(s) exp(log(2) + df / 2 * log(df / 2) - lgamma(df / 2) + (df - 1) * log(s) - df * s^2 / 2) *
    (1 - W(q * s)), 0, Inf, rel.tol = 1e-10, subdivisions = 1000)$value
}
for (k in c(2, 3, 5, 10)) for (df in c(10, 57.3, 1000)) for (q in c(0.5, 1, 3, 5))
  put(paste("ptukey", q, k, df), ptukey(q, k, df, lower.tail = FALSE))
for (df in c(1, 2, 3.5, 24000, 1e6)) for (q in c(1, 5, 40)) put(paste("pt", q, 2, df), 2 * pt(-q / sqrt(2), df))
for (k in c(3, 20)) for (df in c(2, 3.5)) for (q in c(5, 40)) put(paste("own", q, k, df), own(q, k, df))
for (k in c(2, 3, 5, 10)) for (df in c(10, 57.3)) put(paste("qtukey", 0.95, k, df), qtukey(0.95, k, df))
