# SPDX-License-Identifier: GPL-3.0-or-later
# Figures for tests/unit/satisfaction_index/test_satisfaction_index.c and
# tests/workbooks/satisfaction_index.plan from base R; run in the top folder:
# Rscript tests/published/index_interval.R > tests/published/index_interval.txt
# Where answers are missing, a respondent's influence is the derivative of the index by his weight, taken
# numerically: the formula of the add-in is not used.
options(digits = 12)
x <- matrix(c(8, 6, 7, 9, 7, 8, 5, 8, 6, 10, 9, 9, 3, 4, 2, 7, 7, 8, 6, 5, 6, 9, 10, 10), ncol = 3, byrow = TRUE)
v <- c(2, 1, 1) / 4
index <- function(x, w = rep(1, nrow(x)))
  sum(v * (apply(x, 2, function(one) weighted.mean(one, w, na.rm = TRUE)) - 1) / 9) * 100
t <- t.test(100 * (x %*% v - 1) / 9); print(c(t$estimate, t$conf.int))
t <- t.test(100 * (x %*% v - 1) / 9, conf.level = 0.9); print(c(t$estimate, t$conf.int))
interval <- function(x, w) {
  u <- sapply(seq_along(w), function(i) {
    e <- replace(numeric(length(w)), i, 1e-4 * w[i]); (index(x, w + e) - index(x, w - e)) / 2e-4 })
  n <- sum(w > 0 & rowSums(!is.na(x)) > 0); se <- sqrt(n / (n - 1) * sum(u[w > 0]^2))
  c(index(x, w), se, index(x, w) + c(-1, 1) * qt(0.975, n - 1) * se)
}
x[2, 2] <- x[3, 1] <- x[5, 3] <- NA; x[7, ] <- NA
print(interval(x, rep(1, 8)))
print(interval(x, c(1, 2, 1, 0.5, 3, 1, 2, 0)))
