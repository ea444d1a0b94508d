# SPDX-License-Identifier: GPL-3.0-or-later
# Figures for tests/unit/numerics/test_shapiro_wilk.c, tests/unit/survey/test_normality.c and
# tests/workbooks/survey.plan from base R; run in the top folder:
# Rscript tests/published/normality.R > tests/published/normality.txt
options(digits = 15)
put <- function(name, x) { s <- shapiro.test(x); cat(name, length(x), unname(s$statistic), s$p.value, "\n") }
skew <- function(x) { n <- length(x); z <- (x - mean(x)) / sd(x); n / ((n - 1) * (n - 2)) * sum(z^3) }
kurt <- function(x) {
  n <- length(x); z <- (x - mean(x)) / sd(x)
  n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * sum(z^4) - 3 * (n - 1)^2 / ((n - 2) * (n - 3))
}
# i^2 modulo a prime: no ties, and no random numbers
squares <- function(n, prime) ((1:n)^2 %% prime)
for (n in c(3, 4, 5, 6, 7, 10, 11, 12, 13, 50, 207)) put("squares", squares(n, 101))
put("squares", squares(5000, 7919))
put("powers", 1.5^(1:11)); put("powers", 1.5^(1:12)); put("powers", 2^(1:11)); put("powers", 10^(1:9))
put("three", c(1, 2, 3)); put("three", c(1, 1, 2)); put("three", c(0, 1, 10))
put("likert", c(1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5, 5, 7, 6, 2))
k <- read.csv("tests/published/kiosk/kiosk_tidy.csv")
for (item in c("E1", "E4", "P1", "P24")) {
  x <- k[[item]]; x <- x[!is.na(x)]; put(item, x)
  cat(item, "moments", mean(x), median(x), sd(x), skew(x), kurt(x), "\n")
}
