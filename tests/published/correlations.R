# SPDX-License-Identifier: GPL-3.0-or-later
# Figures for tests/unit/survey/test_correlations.c and tests/workbooks/survey.plan from base R; run in the top
# folder: Rscript tests/published/correlations.R > tests/published/correlations.csv
options(digits = 15, warn = -1)
put <- function(name, value) cat(name, ",", format(unname(value), digits = 15), "\n", sep = "")
cat("name,value\n")
both <- function(name, x, y) {
  for (m in c("pearson", "spearman")) {
    t <- cor.test(x, y, method = m)
    put(paste(name, m, "r", sep = "."), t$estimate); put(paste(name, m, "p", sep = "."), t$p.value)
  }
  put(paste0(name, ".n"), sum(!is.na(x) & !is.na(y)))
}
# no ties below a prime, and no random numbers
for (n in c(3, 5, 8, 9, 10, 11, 30, 207)) both(paste0("distinct.", n), ((1:n) * 37) %% 1301, ((1:n)^3 + 3 * (1:n)^2) %% 1301)
# strongly related
for (n in c(6, 9, 12, 40)) both(paste0("related.", n), 1:n, ((1:n) + 3 * ((1:n) %% 3)) * 1.0001^(1:n))
both("ties.40", (1:40)^2 %% 7, (1:40)^3 %% 5)
k <- read.csv("tests/published/kiosk/kiosk_tidy.csv")
for (i in c(2, 5)) both(paste0("kiosk.1.", i), k$P1, k[[paste0("P", i)]])
both("kiosk.1.E1", k$P1, k$E1)
h <- read.csv("tests/published/kiosk/perceptions_holes.csv")
both("holes.1.2", h[[1]], h[[2]]); both("holes.3.4", h[[3]], h[[4]])
# the bank's customers, with answers missing by a rule that the test repeats
b <- read.csv("tests/published/bank_satisfaction/satisfaction.csv"); i <- seq_len(nrow(b))
both("bank", ifelse(i %% 7 == 0, NA, b$imag1), ifelse(i %% 11 == 3, NA, b$loy1))
