# SPDX-License-Identifier: GPL-3.0-or-later
# Figures for tests/unit/gap_model/test_own_importance.c and tests/workbooks/gap_model.plan: the weighted SERVQUAL
# score with weights of each respondent, by base R's t.test (and wilcox.test); run in the top folder:
# Rscript tests/published/own_importance.R > tests/published/own_importance.csv
options(digits = 15, warn = -1)
put <- function(name, value) cat(name, ",", format(unname(value), digits = 15), "\n", sep = "")
cat("name,value\n")
k <- read.csv("tests/published/kiosk/kiosk_tidy.csv")
h <- read.csv("tests/published/kiosk/perceptions_holes.csv") # the same respondents, with answers missing
dims <- list(1:3, c(4, 5, 6, 22), 7:8, c(10, 11, 18), 13:17, 19:21)
E <- as.matrix(k[, paste0("E", 1:24)]); P <- as.matrix(h[, paste0("P", 1:24)])
# the points: (respondent · dimension) modulo 7; nobody's of every eleventh respondent
W <- outer(seq_len(nrow(P)), 1:6, function(i, d) (i * d) %% 7); W[seq_len(nrow(P)) %% 11 == 0, ] <- NA
own <- function(name, X, w = rep(1, nrow(X))) {
  S <- sapply(dims, function(i) rowMeans(X[, i], na.rm = TRUE)); S[is.nan(S)] <- NA
  V <- W; V[is.na(S)] <- 0; V[is.na(V)] <- 0
  s <- rowSums(V * ifelse(is.na(S), 0, S)) / rowSums(V); use <- rowSums(V) > 0
  put(paste0(name, ".mean"), weighted.mean(s[use], w[use]))
  if (all(w == 1)) {
    t <- t.test(s[use]); put(paste0(name, ".n"), sum(use)); put(paste0(name, ".t"), t$statistic)
    put(paste0(name, ".p"), t$p.value); put(paste0(name, ".lower"), t$conf.int[1]); put(paste0(name, ".sd"), sd(s[use]))
    r <- round(s[use], 9); put(paste0(name, ".wilcoxon.p"), wilcox.test(r)$p.value)
  }
  A <- W / rowSums(W)
  for (d in 1:6) {
    put(paste0(name, ".share.", d), weighted.mean(A[use, d], w[use]))
    put(paste0(name, ".contribution.", d), weighted.mean((V * ifelse(is.na(S), 0, S) / rowSums(V))[use, d], w[use]))
  }
}
own("gap", P - E); own("servperf", P)
own("weighted", P - E, 1 + seq_len(nrow(P)) %% 3)
# the product of means is another figure
S <- sapply(dims, function(i) rowMeans((P - E)[, i], na.rm = TRUE)); A <- colMeans(W / rowSums(W), na.rm = TRUE)
put("product.of.means", sum(A * colMeans(S, na.rm = TRUE)))
# for the workbook
write.csv(data.frame(W), "tests/published/kiosk/points.csv", row.names = FALSE, na = "", quote = FALSE)
