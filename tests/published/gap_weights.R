# SPDX-License-Identifier: GPL-3.0-or-later
# Weighted means and their standard errors, Welch's tests and Holm's adjustment as R has them, for
# tests/unit. Run in the top folder: Rscript tests/published/gap_weights.R > tests/published/gap_weights.txt
suppressMessages(library(survey))
options(digits = 15)
k <- read.csv("tests/published/kiosk/kiosk_tidy.csv")
k <- k[complete.cases(k[, paste0("E", 1:24)]), ]
gap <- rowMeans(k[, paste0("P", 19:21)] - k[, paste0("E", 19:21)])
weight <- 1 + (seq_len(nrow(k)) - 1) %% 3
design <- svydesign(ids = ~1, weights = weight, data = data.frame(gap))
m <- svymean(~gap, design)
cat("security weighted mean", coef(m), "se", SE(m), "\n")
cat("security weighted variance", coef(svyvar(~gap, design)), "\n")
a <- c(5.1, 4.9, 6.2, 5.8, 6.0); b <- c(3.9, 4.4, 5.0, 4.1); c <- c(6.8, 5.9, 6.1)
print(t.test(b, a, conf.level = 0.9))
x <- data.frame(v = c(a, b, c), g = rep(1:3, c(5, 4, 3)))
print(oneway.test(v ~ g, x))
cat("means", mean(a), mean(b), mean(c), "se", sd(a) / sqrt(5), sd(b) / 2, sd(c) / sqrt(3), "\n")
print(p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.04, 0.2), "holm"))
