# SPDX-License-Identifier: GPL-3.0-or-later
# Principal axes that have no proper solution: an item's communality passes 1 (a Heywood case).
# Rscript tests/published/heywood.R > tests/published/heywood.csv, with R alone, from the top folder.
#
# Communalities begin with the squared multiple correlations and are iterated until none changes by
# 1e-9. Per set of items and number of factors: the item that passes 1 (0: none does), and the largest
# communality where they settle.
axes <- function(r, m) {
  h <- 1 - 1 / diag(solve(r))
  for (round in 1:5000) {
    reduced <- r
    diag(reduced) <- h
    e <- eigen(reduced, symmetric = TRUE)
    loadings <- e$vectors[, 1:m, drop = FALSE] %*% diag(sqrt(e$values[1:m]), m)
    new <- rowSums(loadings^2)
    if (any(new > 1)) return(c(which.max(new), NA))
    if (max(abs(new - h)) <= 1e-9) return(c(0, max(new)))
    h <- new
  }
  c(NA, NA)
}
most <- function(k) max(which((k - 1:k)^2 >= k + 1:k & 1:k < k))
kiosk <- read.csv("tests/published/kiosk/kiosk_tidy.csv")
perceptions <- na.omit(kiosk[, paste0("P", 1:24)])
bank <- read.csv("tests/published/bank_satisfaction/satisfaction.csv")
bank <- bank[, sapply(bank, is.numeric)]
bank <- bank[, grep("^(imag|expe|qual|val|sat|loy)[0-9]", names(bank))]
russett <- read.csv("tests/published/russett/russa.csv", row.names = 1)
russett <- russett[, c("gini", "farm", "rent", "gnpr", "labo", "inst", "ecks", "death", "demo")]
cat("items,factors,improper,largest\n")
for (set in c("kiosk", "bank", "russett")) {
  data <- list(kiosk = perceptions, bank = bank, russett = russett)[[set]]
  r <- cor(data)
  for (m in seq_len(min(most(ncol(data)), 12))) {
    found <- axes(r, m)
    cat(sprintf("%s,%d,%s,%.15g\n", set, m, found[1], found[2]))
  }
}
