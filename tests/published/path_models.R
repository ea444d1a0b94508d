# SPDX-License-Identifier: GPL-3.0-or-later
# Path models by the formulas, in R alone: Q² by blindfolding, groups with missing answers, what acts
# through what, and the prediction of each respondent from the others.
# Rscript tests/published/path_models.R > tests/published/path_models.csv, from the top folder.
#
# Wold's algorithm on scores of respondents, path scheme, mode A, standardised items, 200 rounds.
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
  for (round in 1:200) {
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

# What acts through what: products along chains.
b <- pls(as.matrix(items))$paths
cat(sprintf("chain.IMAG.EXPE.QUAL,%.15g\n", b[1, 2] * b[2, 3]))
cat(sprintf("chain.IMAG.EXPE.QUAL.VAL.SAT.LOY,%.15g\n", b[1, 2] * b[2, 3] * b[3, 4] * b[4, 5] * b[5, 6]))
cat(sprintf("total.IMAG.LOY,%.15g\n", solve(diag(6) - b)[1, 6]))

# Each respondent predicted by the others, by all that acts on a construct and from IMAG alone, and by a
# linear model of the items of the other constructs; missing answers are the means of the others.
predict_each <- function(x, name) {
  errors <- list(direct = x * NA, earliest = x * NA, linear = x * NA, mean = x * NA)
  for (out in seq_len(nrow(x))) {
    means <- colMeans(x[-out, ], na.rm = TRUE)
    filled <- x
    filled[is.na(x)] <- means[col(x)[is.na(x)]]
    rest <- filled[-out, ]
    spread <- apply(rest, 2, sd)
    fit <- pls(rest)
    weights <- qr.solve(scale(rest), fit$scores)
    scores <- drop(((filled[out, ] - means) / spread) %*% weights)
    total <- solve(diag(6) - fit$paths)
    for (i in which(as.integer(block) > 1)) {
      j <- as.integer(block)[i]
      guess <- function(score) means[i] + spread[i] * fit$loadings[i] * score
      others <- as.integer(block) != j
      line <- lm.fit(cbind(1, rest[, others]), rest[, i])$coefficients
      errors$direct[out, i] <- x[out, i] - guess(sum(scores * fit$paths[, j]))
      errors$earliest[out, i] <- x[out, i] - guess(scores[1] * total[1, j])
      errors$linear[out, i] <- x[out, i] - sum(line * c(1, filled[out, others]))
      errors$mean[out, i] <- x[out, i] - means[i]
    }
  }
  for (i in which(as.integer(block) > 1))
    for (what in c("direct", "earliest", "linear")) {
      e <- errors[[what]][, i]
      label <- sprintf("%s.%s.%s", name, what, colnames(x)[i])
      cat(sprintf("%s.rmse,%.15g\n%s.mae,%.15g\n", label, sqrt(mean(e^2, na.rm = TRUE)), label,
                  mean(abs(e), na.rm = TRUE)))
      cat(sprintf("%s.q2,%.15g\n", label,
                  1 - sum(e^2, na.rm = TRUE) / sum(errors$mean[, i]^2, na.rm = TRUE)))
    }
}
predict_each(as.matrix(items), "each")
predict_each(as.matrix(holes), "holes")
