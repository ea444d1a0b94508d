# SPDX-License-Identifier: GPL-3.0-or-later
# Figures for tests/unit/survey/test_promoters.c and tests/workbooks/survey.plan from base R; run in the top folder:
# Rscript tests/published/promoters.R > tests/published/promoters.txt
options(digits = 15)
nps <- function(x, level = 0.95) {
  x <- x[!is.na(x)]; y <- 100 * ((x >= 9) - (x <= 6)); t <- t.test(y, conf.level = level)
  c(n = length(y), promoters = mean(x >= 9), passives = mean(x > 6 & x < 9), detractors = mean(x <= 6),
    nps = mean(y), se = sd(y) / sqrt(length(y)), lower = t$conf.int[1], upper = t$conf.int[2])
}
x <- c(10, 9, 8, 6, 7, 10, 3, 9, 9, 0); g <- c("b", "a", "a", "b", "a", "b", "b", NA, "a", "a")
print(nps(x)); print(nps(x, 0.9))
for (one in c("a", "b")) print(nps(x[g %in% one]))
print(nps(x[!is.na(g)]))
