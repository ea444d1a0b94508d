# SPDX-License-Identifier: GPL-3.0-or-later
# Figures for tests/unit/reliability/test_missing_answers.c and tests/workbooks/reliability.plan: what "pairwise" and
# "listwise" give, promax with Kaiser's rows, by psych and base R; run in the top folder:
# Rscript tests/published/missing_answers.R > tests/published/missing_answers.csv
suppressWarnings(suppressMessages(library(psych)))
options(digits = 15, warn = -1)
put <- function(name, value) {
  value <- as.vector(value)
  at <- if (length(value) == 1) name else paste0(name, ".", seq_along(value))
  cat(paste0(at, ",", sapply(value, format, digits = 15), "\n"), sep = "")
}
cat("name,value\n")
h <- read.csv("tests/published/kiosk/perceptions_holes.csv")
small <- matrix(c(5, 4, 5, 4, 3, 3, 4, 3, 4, 4, 4, 5, 2, 1, 2, 2, 1, 2, 1, NA, 4, 5, 3, 4, 5, NA, 4, 4, 2, 3, 3, 1),
                ncol = 4, byrow = TRUE)
fewest <- function(x) min(crossprod(!is.na(x)))
adequacy <- function(name, x, use) {
  R <- cor(x, use = use); n <- if (use == "complete.obs") sum(complete.cases(x)) else fewest(x)
  m <- KMO(R); put(paste0(name, ".kmo"), m$MSA); put(paste0(name, ".msa"), m$MSAi)
  b <- cortest.bartlett(R, n = n); put(paste0(name, ".bartlett"), c(b$chisq, b$df, b$p.value)); put(paste0(name, ".n"), n)
}
for (use in c("pairwise", "complete.obs")) {
  adequacy(paste0("small.", substr(use, 1, 4)), small, use)
  x <- h[, 1:6]; adequacy(paste0("six.", substr(use, 1, 4)), x, use)
  e <- eigen(cor(x, use = use)); put(paste0("six.", substr(use, 1, 4), ".eigenvalue"), e$values)
}
# items and scales listwise: SPSS's item-total table
x <- na.omit(h[, 1:6]); a <- suppressWarnings(alpha(x, warnings = FALSE))
put("listwise.n", nrow(x)); put("listwise.mean", colMeans(x)); put("listwise.sd", apply(x, 2, sd))
put("listwise.item_rest", a$item.stats$r.drop); put("listwise.alpha_without", a$alpha.drop$raw_alpha)
put("listwise.alpha", a$total$raw_alpha); put("listwise.standardised", a$total$std.alpha)
put("listwise.mean_r", a$total$average_r)
f <- factanal(covmat = cor(x), factors = 1, n.obs = nrow(x), control = list(opt = list(factr = 1e4, maxit = 1e4)))
l <- as.vector(f$loadings); s <- apply(x, 2, sd)
put("listwise.omega", sum(l * s)^2 / (sum(l * s)^2 + sum(s^2 * (1 - l^2)))); put("listwise.ave", mean(l^2))
ci <- function(alpha, n, k, level = 0.95) 1 - (1 - alpha) * qf(c((1 + level) / 2, (1 - level) / 2), n - 1, (n - 1) * (k - 1))
put("listwise.interval", ci(a$total$raw_alpha, nrow(x), 6))
# case weights that are whole numbers: the same as so many respondents of each kind
w <- 1 + seq_len(nrow(h)) %% 3; r <- h[rep(seq_len(nrow(h)), w), 1:6]; S <- cov(r, use = "pairwise"); R <- cor(r, use = "pairwise")
put("weighted.mean", colMeans(r, na.rm = TRUE)); put("weighted.alpha", 6 / 5 * (1 - sum(diag(cov(na.omit(r)))) / sum(cov(na.omit(r)))))
e <- eigen(R); put("weighted.eigenvalue", e$values)
# promax of normalised rows: Kaiser's, as SPSS
P <- as.matrix(read.csv("tests/published/kiosk/kiosk_tidy.csv")[, paste0("P", 1:24)]); R <- cor(na.omit(P)); e <- eigen(R)
L <- e$vectors[, 1:3] %*% diag(sqrt(e$values[1:3])); h2 <- sqrt(rowSums(L^2))
v <- unclass(varimax(L / h2, normalize = FALSE, eps = 1e-14)$loadings)
p <- promax(v, m = 4); K <- unclass(p$loadings) * h2
phi <- solve(t(p$rotmat) %*% p$rotmat)
ex <- diag(cov2cor(phi) %*% t(K) %*% K); o <- order(-ex); s <- sign(colSums(K))
K <- sweep(K[, o], 2, s[o], "*"); phi <- cov2cor(phi)[o, o] * outer(s[o], s[o])
for (j in 1:3) put(paste0("kaiser.", j), K[, j])
put("kaiser.phi", phi[lower.tri(phi)])
# the same by psych's own function, up to order and direction of the factors
k <- kaiser(principal(R, 3, rotate = "none"), rotate = "Promax", m = 4)
q <- unclass(k$loadings); put("psych.largest.difference", max(abs(apply(abs(q), 2, sort)[, order(-colSums(q^2))] - apply(abs(K), 2, sort)[, order(-colSums(K^2))])))
