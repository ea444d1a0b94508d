# SPDX-License-Identifier: GPL-3.0-or-later
# Path models by the formulas, in R alone: Q² by blindfolding, and groups with missing answers.
# Rscript tests/published/path_models.R > tests/published/path_models.csv, from the top folder.
#
# Wold's algorithm on scores of respondents, path scheme, mode A, standardised items, 1000 rounds.
bank <- read.csv("tests/published/bank_satisfaction/satisfaction.csv")
items <- bank[, grep("^(imag|expe|qual|val|sat|loy)[0-9]", names(bank))]
block <- factor(sub("[0-9]", "", names(items)), c("imag", "expe", "qual", "val", "sat", "loy"))
names_of <- toupper(substr(levels(block), 1, 4))
paths <- matrix(0, 6, 6, dimnames = list(names_of, names_of))
paths[1, c(2, 5, 6)] <- paths[2, 3:5] <- paths[3, 4:5] <- paths[4, 5] <- paths[5, 6] <- 1

pls <- function(x) {
  z <- scale(x)
  design <- sapply(levels(block), function(b) as.numeric(block == b))
  w <- design
  for (round in 1:1000) {
    y <- scale(z %*% w)
    r <- cor(y)
    inner <- r * (paths + t(paths))
    for (j in which(colSums(paths) > 0)) {
      k <- which(paths[, j] == 1)
      inner[k, j] <- lm.fit(y[, k, drop = FALSE], y[, j])$coefficients
    }
    w <- design * crossprod(z, y %*% inner)
  }
  y <- scale(z %*% w)
  y <- sweep(y, 2, sign(colSums(cor(z, y) * design)), "*")
  b <- paths
  for (j in which(colSums(paths) > 0)) {
    k <- which(paths[, j] == 1)
    b[k, j] <- lm.fit(y[, k, drop = FALSE], y[, j])$coefficients
  }
  list(scores = y, paths = b, loadings = rowSums(cor(z, y) * design))
}

# Every 7th answer of a block is hidden, in seven rounds; the mean of the item's other answers stands
# for it, and predicts it in the comparison.
q2 <- function(j, distance = 7) {
  x <- as.matrix(items)
  own <- which(as.integer(block) == j)
  error <- total <- 0
  for (round in seq_len(distance)) {
    hidden <- matrix(FALSE, nrow(x), ncol(x))
    hidden[, own] <- (seq_len(nrow(x) * length(own)) - 1) %% distance == round - 1
    seen <- replace(x, hidden, NA)
    means <- colMeans(seen, na.rm = TRUE)
    filled <- replace(x, hidden, means[col(x)[hidden]])
    fit <- pls(filled)
    predicted <- fit$scores %*% fit$paths[, j]
    for (i in own) {
      gone <- hidden[, i]
      guess <- means[i] + sd(filled[, i]) * fit$loadings[i] * predicted[gone]
      error <- error + sum((x[gone, i] - guess)^2) / var(x[, i])
      total <- total + sum((x[gone, i] - means[i])^2) / var(x[, i])
    }
  }
  1 - error / total
}

cat("figure,value\n")
for (j in 2:6) cat(sprintf("q2.%s,%.15g\n", names_of[j], q2(j)))

# Women and men by themselves, where every 7th answer to expe1 is missing from the 3rd respondent on.
holes <- items
holes$expe1[seq(3, 250, 7)] <- NA
for (sex in c("female", "male")) {
  x <- as.matrix(holes[bank$gender == sex, ])
  x[, "expe1"][is.na(x[, "expe1"])] <- mean(x[, "expe1"], na.rm = TRUE)
  b <- pls(x)$paths
  cat(sprintf("%s.IMAG.EXPE,%.15g\n%s.EXPE.QUAL,%.15g\n", sex, b[1, 2], sex, b[2, 3]))
}
