# SPDX-License-Identifier: GPL-3.0-or-later
# Two-sided p of Fisher's exact test by R's fisher.test; run in the top folder:
# Rscript tests/published/fisher_exact.R > tests/published/fisher_exact.csv
# The tables: Fisher's tea tasting, edges, ties, large ones, then random ones.
tables <- rbind(
  c(3, 1, 1, 3), c(4, 0, 0, 4), c(0, 0, 5, 7), c(0, 3, 0, 9), c(1, 0, 0, 0), c(0, 4, 3, 0),
  c(10, 10, 10, 10), c(2, 10, 15, 3), c(8, 2, 1, 5), c(5, 0, 1, 4), c(1, 9, 11, 3), c(3, 7, 7, 3),
  c(4, 6, 6, 4), c(250, 200, 750, 800), c(1200, 900, 8800, 9100), c(60, 3, 40, 97),
  c(100000, 100300, 500000, 500000))
set.seed(1959)
tables <- rbind(tables, matrix(rpois(4 * 40, rep(c(2, 8, 40, 300), each = 40)), ncol = 4))
cat("a,b,c,d,p\n")
for (i in seq_len(nrow(tables))) {
  t <- tables[i, ]
  p <- fisher.test(matrix(t, 2))$p.value
  cat(sprintf("%d", as.integer(t)), sprintf("%.15g", p), sep = ",")
  cat("\n")
}
