# SPDX-License-Identifier: GPL-3.0-or-later
# DuMouchel's continuous Kano scores of the kiosk survey by base R; run in the top folder:
# Rscript tests/published/kano_scores.R > tests/published/kano_scores.csv
# Weighted rows: w = 1 + respondent mod 3, sd with the divisor sum(w) * (n - 1) / n.
kiosk <- read.csv("tests/published/kiosk/kiosk_tidy.csv", fileEncoding = "UTF-8")
with <- c(4, 2, 0, -1, -2)
without <- c(-2, -1, 0, 2, 4)
describe <- function(x, w) {
  m <- weighted.mean(x, w)
  c(m, sqrt(weighted.mean((x - m)^2, w) * length(x) / (length(x) - 1)))
}
cat("weights,feature,n,functional,functional_sd,dysfunctional,dysfunctional_sd\n")
for (weighted in c(FALSE, TRUE)) for (j in 1:29) {
  f <- with[kiosk[[paste0("KF", j)]]]
  d <- without[kiosk[[paste0("KD", j)]]]
  w <- if (weighted) 1 + kiosk$resp %% 3 else rep(1, nrow(kiosk))
  ok <- !is.na(f) & !is.na(d)
  cat(if (weighted) "cases" else "none", j, sum(ok),
      sprintf("%.15g", c(describe(f[ok], w[ok]), describe(d[ok], w[ok]))), sep = ",")
  cat("\n")
}
