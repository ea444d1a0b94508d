# SPDX-License-Identifier: GPL-3.0-or-later
# Figures for tests/unit/survey/test_share_interval.c and tests/workbooks/survey.plan from base R; run in the
# top folder: Rscript tests/published/share_interval.R > tests/published/share_interval.csv
options(digits = 15, warn = -1)
put <- function(name, value) cat(name, ",", format(unname(value), digits = 15), "\n", sep = "")
cat("name,value\n")
interval <- function(name, i) { put(paste0(name, ".lower"), i[1]); put(paste0(name, ".upper"), i[2]) }
plain <- function(name, x, n, level = 0.95) interval(name, prop.test(x, n, correct = FALSE, conf.level = level)$conf.int)
plain("7.20", 7, 20); plain("0.12", 0, 12); plain("12.12", 12, 12); plain("1.1", 1, 1); plain("7.20.90", 7, 20, 0.9)
k <- read.csv("tests/published/kiosk/kiosk_tidy.csv")
p1 <- k$P1[!is.na(k$P1)]; plain("kiosk.P1.6", sum(p1 >= 6), length(p1)); plain("kiosk.P1.3.5", sum(p1 >= 3 & p1 <= 5), length(p1))
# weights, or several answers: the answers that would be as exact, from the definition
wilson <- function(p, n, level = 0.95) {
  z <- qnorm((1 + level) / 2)
  ((p + z^2 / (2 * n)) + c(-1, 1) * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n)
}
effective <- function(name, x, w, from) {
  all <- rowSums(!is.na(x)); inside <- rowSums(x >= from, na.rm = TRUE); p <- sum(w * inside) / sum(w * all)
  u <- w * (inside - p * all) / sum(w * all); interval(name, wilson(p, p * (1 - p) / sum(u^2)))
}
h <- read.csv("tests/published/kiosk/perceptions_holes.csv")
effective("holes", as.matrix(h[, 1:4]), rep(1, nrow(h)), 6)
effective("holes.weighted", as.matrix(h[, 1:4]), 1 + (seq_len(nrow(h)) %% 3), 6)
