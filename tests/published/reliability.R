# SPDX-License-Identifier: GPL-3.0-or-later
# Figures for the reliability, factor and covariance tests, by psych, lavaan, survey and base R on
# the kiosk survey. Run in the top folder: Rscript tests/published/reliability.R
suppressMessages({library(psych); library(lavaan); library(survey)})

survey <- read.csv("tests/published/kiosk/kiosk_tidy.csv")
E <- as.matrix(survey[, paste0("E", 1:24)])
P <- as.matrix(survey[, paste0("P", 1:24)])
dimensions <- list(usefulness = 1:3, tangibles = c(4, 5, 6, 22), control = 7:8,
                   economy = c(10, 11, 18), convenience = 13:17, security = 19:21, all = 1:24)

# The same answers with holes, and weights of 0 to 4, by a rule that the tests repeat.
H <- P
H[(7 * row(P) + 3 * col(P)) %% 23 == 0] <- NA
w <- seq_len(nrow(P)) %% 5

names <- character(0); values <- numeric(0)
put <- function(name, value) {
  value <- as.vector(value)
  names <<- c(names, if (length(value) == 1) name else paste0(name, ".", seq_along(value)))
  values <<- c(values, value)
}
# column of matrix by column of matrix: name.1.1 name.2.1 ...
put_matrix <- function(name, m) for (j in seq_len(ncol(m))) put(paste0(name, ".", j), m[, j])
alpha_of <- function(S) nrow(S) / (nrow(S) - 1) * (1 - sum(diag(S)) / sum(S))

one_factor <- function(x, prefix) {
  x <- as.data.frame(x); k <- ncol(x); names(x) <- paste0("x", 1:k)
  fit <- cfa(paste("f =~", paste(names(x), collapse = " + ")), data = x, std.lv = TRUE)
  raw <- lavInspect(fit, "est"); std <- lavInspect(fit, "std")
  put(paste0(prefix, ".omega"), sum(raw$lambda)^2 / (sum(raw$lambda)^2 + sum(diag(raw$theta))))
  put(paste0(prefix, ".loading"), std$lambda * sign(sum(std$lambda)))
  fa1 <- factanal(covmat = cor(x), factors = 1, n.obs = nrow(x),
                  control = list(opt = list(factr = 1e4, maxit = 1e4)))
  put(paste0(prefix, ".factanal"), fa1$loadings * sign(sum(fa1$loadings)))
  put(paste0(prefix, ".ave"), mean(std$lambda^2))
  put(paste0(prefix, ".cr"), sum(std$lambda)^2 / (sum(std$lambda)^2 + sum(1 - std$lambda^2)))
}

scale_figures <- function(x, prefix) {
  k <- ncol(x); S <- cov(x, use = "pairwise"); R <- cov2cor(S)
  a <- suppressWarnings(suppressMessages(alpha(x, use = "pairwise", warnings = FALSE)))
  put(paste0(prefix, ".alpha"), a$total$raw_alpha)
  put(paste0(prefix, ".standardised"), a$total$std.alpha)
  put(paste0(prefix, ".mean_r"), a$total$average_r)
  put(paste0(prefix, ".item_rest"), a$item.stats$r.drop)
  if (k > 2) put(paste0(prefix, ".without"), a$alpha.drop$raw_alpha)
  d <- describe(x, type = 2)
  put(paste0(prefix, ".n"), d$n); put(paste0(prefix, ".mean"), d$mean)
  put(paste0(prefix, ".sd"), d$sd); put(paste0(prefix, ".skew"), d$skew)
  if (k > 2) {
    g <- suppressWarnings(guttman(R))
    put(paste0(prefix, ".r_lambda2"), g$lambda.2); put(paste0(prefix, ".r_lambda6"), g$lambda.6)
  }
  off <- S - diag(diag(S))
  put(paste0(prefix, ".lambda2"), (sum(off) + sqrt(k / (k - 1) * sum(off^2))) / sum(S))
  put(paste0(prefix, ".lambda6"), 1 - sum(1 / diag(solve(S))) / sum(S))
  half <- rep(c(1, 0), length.out = k)
  A <- sum(S[half == 1, half == 1]); B <- sum(S[half == 0, half == 0])
  put(paste0(prefix, ".half_r"), sum(S[half == 1, half == 0]) / sqrt(A * B))
}

for (side in c("E", "P")) for (d in names(dimensions)) {
  x <- get(side)[, dimensions[[d]]]; x <- x[complete.cases(x), ]; prefix <- paste0(side, ".", d)
  scale_figures(x, prefix)
  if (ncol(x) > 2) one_factor(x, prefix)
  k <- ncol(x); a <- alpha_of(cov(x))
  for (level in c(0.95, 0.9)) {
    ci <- alpha.ci(a, n.obs = nrow(x), n.var = k, p.val = 1 - level)
    put(paste0(prefix, ".feldt", 100 * level), c(ci$lower.ci, ci$upper.ci))
  }
  odd <- rowSums(x[, seq(1, k, 2), drop = FALSE]); even <- rowSums(x[, seq(2, k, 2), drop = FALSE])
  r <- cor(odd, even); put(paste0(prefix, ".half_r_rows"), r)
  if (k %% 2 == 0) put(paste0(prefix, ".spearman_brown"), 2 * r / (1 + r))
  p <- ceiling(k / 2) / k; q <- 1 - p  # Horst 1951 for halves of unequal length
  put(paste0(prefix, ".horst"),
      r * (sqrt(r^2 + 4 * p * q * (1 - r^2)) - r) / (2 * p * q * (1 - r^2)))
  put(paste0(prefix, ".lambda4"), 2 * (1 - (var(odd) + var(even)) / var(odd + even)))
  m <- KMO(cov2cor(cov(x)))
  put(paste0(prefix, ".kmo"), m$MSA); put(paste0(prefix, ".msa"), m$MSAi)
  b <- cortest.bartlett(cor(x), n = nrow(x))
  put(paste0(prefix, ".bartlett"), c(b$chisq, b$df, b$p.value))
}
scale_figures(H[, dimensions$tangibles], "H.tangibles")
scale_figures(H, "H.all")
put("H.listwise.alpha", alpha_of(cov(H[, 1:6], use = "complete.obs")))

# Covariances: base R pairwise; survey's design-based variance, n − 1 respondents of weight > 0.
put_matrix("H.cov", cov(H[, 1:5], use = "pairwise"))
complete <- complete.cases(P) & w > 0
design <- svydesign(ids = ~1, weights = w[complete], data = as.data.frame(P[complete, 1:5]))
V <- as.matrix(svyvar(~P1 + P2 + P3 + P4 + P5, design))
put_matrix("P.weighted.cov", V[, 1:5])
put("P.weighted.alpha", alpha_of(V[, 1:5]))

# Factors of the 24 perceptions. Rotations by stats::varimax and stats::promax.
x <- P[complete.cases(P), ]; R <- cor(x)
put("factors.eigenvalue", eigen(R)$values)
falling <- function(L) {  # largest sum of squares first, sums of loadings positive
  L <- L[, order(-colSums(L^2)), drop = FALSE]
  sweep(L, 2, ifelse(colSums(L) < 0, -1, 1), "*")
}
rotations <- function(L, prefix) {
  L <- unclass(L)
  put_matrix(paste0(prefix, ".none"), falling(L)); put(paste0(prefix, ".communality"), rowSums(L^2))
  v <- unclass(varimax(L, normalize = TRUE, eps = 1e-15)$loadings)
  v <- falling(v); put_matrix(paste0(prefix, ".varimax"), v)
  p <- promax(v, m = 4); L <- unclass(p$loadings)
  Phi <- solve(t(p$rotmat) %*% p$rotmat); explained <- diag(Phi %*% t(L) %*% L)
  # the largest variance explained first, sums of loadings positive, correlations along with them
  o <- order(-explained); s <- ifelse(colSums(L) < 0, -1, 1)[o]
  put_matrix(paste0(prefix, ".promax"), sweep(L[, o], 2, s, "*"))
  put_matrix(paste0(prefix, ".correlation"), Phi[o, o] * outer(s, s))
  put(paste0(prefix, ".promax_explained"), explained[o])
}
for (m in c(3, 5)) {
  rotations(principal(R, nfactors = m, rotate = "none")$loadings, paste0("components", m))
  f <- fa(R, nfactors = m, rotate = "none", fm = "pa", min.err = 1e-14, max.iter = 1e5)
  rotations(f$loadings, paste0("axes", m))
}
tight <- fa(R, nfactors = 3, rotate = "none", fm = "minres")  # the same optimum by another road
put("minres3.communality", tight$communality)

# Reliability of the difference score, by the textbook's formula from row sums.
for (d in names(dimensions)) {
  i <- dimensions[[d]]; ok <- complete.cases(E[, i], P[, i])
  e <- rowSums(E[ok, i]); p <- rowSums(P[ok, i])
  re <- alpha_of(cov(E[ok, i])); rp <- alpha_of(cov(P[ok, i])); r <- cor(e, p)
  put(paste0("gap.", d, ".reliability"),
      (re * var(e) + rp * var(p) - 2 * r * sd(e) * sd(p)) / (var(e) + var(p) - 2 * r * sd(e) * sd(p)))
  put(paste0("gap.", d, ".correlation"), r)
}
put("f", qf(c(0.975, 0.025), 999, 999 * 21))  # a thousand respondents, 22 items

writeLines(c("name,value", paste0(names, ",", sprintf("%.15g", values))), "tests/published/reliability.csv")
