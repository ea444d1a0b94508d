# SPDX-License-Identifier: GPL-3.0-or-later
# Figures for tests/unit/drivers/test_key_drivers.c and tests/workbooks/drivers.plan: lm, survey::svyglm, relative weights by
# eigen, Shapley shares from all orders of lm; run in the top folder:
# Rscript tests/published/key_drivers.R > tests/published/key_drivers.csv
suppressWarnings(suppressMessages(library(survey)))
options(digits = 15, warn = -1)
put <- function(name, value) {
  value <- as.vector(value)
  at <- if (length(value) == 1) name else paste0(name, ".", seq_along(value))
  cat(paste0(at, ",", sapply(value, format, digits = 15), "\n"), sep = "")
}
cat("name,value\n")
k <- read.csv("tests/published/kiosk/kiosk_tidy.csv")
regression <- function(name, y, X, w = NULL) {
  d <- data.frame(y = y, X); keep <- complete.cases(d); d <- d[keep, ]
  if (is.null(w)) { m <- lm(y ~ ., d); s <- summary(m); C <- coef(s) } else {
    d$w <- w[keep]; m <- lm(y ~ . - w, d, weights = w); s <- summary(m)
    C <- coef(summary(svyglm(formula(paste("y ~", paste(names(X), collapse = "+"))), svydesign(ids = ~1, weights = ~w, data = d))))
  }
  put(paste0(name, ".b"), C[-1, 1]); put(paste0(name, ".se"), C[-1, 2]); put(paste0(name, ".t"), C[-1, 3])
  put(paste0(name, ".intercept"), C[1, 1]); put(paste0(name, ".intercept_se"), C[1, 2])
  put(paste0(name, ".n"), nrow(d)); put(paste0(name, ".r2"), s$r.squared)
  x <- d[, seq_len(ncol(X)) + 1]
  W <- if (is.null(w)) rep(1, nrow(d)) else d$w
  R <- cov.wt(cbind(x, d$y), W / sum(W), cor = TRUE)$cor; p <- ncol(X)
  Rx <- R[1:p, 1:p]; r <- R[1:p, p + 1]; put(paste0(name, ".r"), r); put(paste0(name, ".beta"), solve(Rx, r))
  put(paste0(name, ".vif"), diag(solve(Rx)))
  e <- eigen(Rx); root <- e$vectors %*% diag(sqrt(e$values)) %*% t(e$vectors)
  put(paste0(name, ".weight"), root^2 %*% solve(root, r)^2)
  if (is.null(w)) {
    put(paste0(name, ".p"), C[-1, 4]); put(paste0(name, ".adjusted"), s$adj.r.squared); put(paste0(name, ".f"), s$fstatistic[1])
    put(paste0(name, ".sigma"), s$sigma); put(paste0(name, ".f.p"), pf(s$fstatistic[1], p, nrow(d) - p - 1, lower.tail = FALSE))
  }
}
regression("five", k$Y1_satisfied, k[, paste0("SAT", 1:5)])
regression("all", k$Y1_satisfied, k[, paste0("SAT", 1:24)])
regression("weighted", k$Y1_satisfied, k[, paste0("SAT", 1:5)], 1 + seq_len(nrow(k)) %% 3)
b <- read.csv("tests/published/bank_satisfaction/satisfaction.csv"); b$imag2[seq_len(nrow(b)) %% 7 == 0] <- NA
regression("bank", b$sat1, b[, paste0("imag", 1:5)])
# Shapley shares: the mean increase of lm's R² over all orders
permutations <- function(v) if (length(v) < 2) list(v) else do.call(c, lapply(seq_along(v), function(i) lapply(permutations(v[-i]), function(q) c(v[i], q))))
orders <- permutations(1:5); X <- k[, paste0("SAT", 1:5)]; keep <- complete.cases(X, k$Y1_satisfied)
r2 <- function(set) if (length(set) == 0) 0 else summary(lm(k$Y1_satisfied[keep] ~ as.matrix(X[keep, set])))$r.squared
share <- numeric(5); for (o in orders) for (i in 1:5) share[o[i]] <- share[o[i]] + r2(o[seq_len(i)]) - r2(o[seq_len(i - 1)])
put("five.shapley", share / length(orders))
