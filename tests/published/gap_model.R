# SPDX-License-Identifier: GPL-3.0-or-later
# Figures for the unit tests of the gap model, of inference and of importance-performance analysis:
# base R and the survey package (linearised standard errors) on the kiosk survey, with answers
# missing and case weights. Run in the top folder: Rscript tests/published/gap_model.R
suppressMessages(library(survey))

survey <- read.csv("tests/published/kiosk/kiosk_tidy.csv")
E <- as.matrix(survey[, paste0("E", 1:24)])
P <- as.matrix(survey[, paste0("P", 1:24)])
dimensions <- list(1:3, c(4, 5, 6, 22), 7:8, c(10, 11, 18), 13:17, 19:21)
importance <- c(10, 10, 20, 10, 20, 30) / 100

names <- character(0); values <- numeric(0)
put <- function(name, value) {
  value <- as.vector(value)
  names <<- c(names, if (length(value) == 1) name else paste0(name, "_", seq_along(value)))
  values <<- c(values, value)
}

# ---- Complete answers: independent samples and groups.

put("independent_mean", mean(P[survey$sex_code %in% 2, ], na.rm = TRUE) -
                        mean(E[survey$sex_code %in% 1, ], na.rm = TRUE))
test <- t.test(rowMeans(P[survey$sex_code %in% 2, ]), rowMeans(E[survey$sex_code %in% 1, ]),
               conf.level = 0.9)
put("independent", c(test$statistic, test$parameter, test$p.value, test$conf.int))
security <- rowMeans((P - E)[, 19:21])
test <- oneway.test(security ~ survey$frequency_code, subset = survey$frequency_code > 0)
put("oneway", c(test$statistic, test$parameter, test$p.value))
test <- t.test(security, conf.level = 0.999)
put("one_sample", c(test$statistic, test$parameter, test$p.value, test$conf.int))

# ---- The same answers with holes, and weights of 0 to 4, by a rule that the tests repeat.

E[(5 * row(E) + 11 * col(E)) %% 19 == 0] <- NA
P[(7 * row(P) + 3 * col(P)) %% 23 == 0] <- NA
weight <- seq_len(nrow(P)) %% 5
G <- P - E

# n, mean, SE, SD and p of one score by svymean and svyvar over the respondents who have it.
weighted <- function(score) {
  design <- svydesign(ids = ~1, weights = ~weight, data = data.frame(score, weight)[
    !is.na(score) & weight > 0, ])
  n <- nrow(design); m <- svymean(~score, design)
  c(n, coef(m), SE(m), sqrt(coef(svyvar(~score, design))),
    2 * pt(-abs(coef(m) / SE(m)), n - 1))
}
items <- apply(G, 2, weighted)
for (i in seq_len(24)) put(paste0("item_", i), items[, i])
put("holm", p.adjust(items[5, ], "holm"))
put("rank", rank(items[2, ], ties.method = "min"))
score_of <- function(items) { s <- rowMeans(G[, items], na.rm = TRUE); ifelse(is.nan(s), NA, s) }
scores <- sapply(dimensions, score_of)
for (d in seq_along(dimensions)) put(paste0("dimension_", d), weighted(scores[, d]))

# A weighted sum of means with different respondents behind each: totals and the delta method.
sum_of_means <- function(scores, shares, weight) {
  there <- rowSums(!is.na(scores)) > 0 & weight > 0
  scores <- scores[there, ]; k <- ncol(scores)
  data <- data.frame(ifelse(is.na(scores), 0, scores), 1 * !is.na(scores), weight = weight[there])
  names(data)[seq_len(2 * k)] <- c(paste0("y", 1:k), paste0("n", 1:k))
  design <- svydesign(ids = ~1, weights = ~weight, data = data)
  totals <- svytotal(reformulate(names(data)[seq_len(2 * k)]), design)
  sum <- svycontrast(totals, parse(text = paste0(shares, " * y", 1:k, " / n", 1:k,
                                                 collapse = " + "))[[1]])
  c(nrow(data), coef(sum), SE(sum))
}
put("overall", sum_of_means(scores, rep(1 / 6, 6), weight))
put("overall_importance", sum_of_means(scores, importance, weight))

pairs <- data.frame(sum = rowSums(G, na.rm = TRUE), count = rowSums(!is.na(G)), weight)
pairs <- pairs[pairs$count > 0 & weight > 0, ]
ratio <- svyratio(~sum, ~count, svydesign(ids = ~1, weights = ~weight, data = pairs))
put("pooled", c(nrow(pairs), coef(ratio), SE(ratio)))

# Independent samples with answers missing: each a sum of item means.
first <- sum_of_means(E[survey$sex_code %in% 1, ], rep(1 / 24, 24),
                      rep(1, sum(survey$sex_code %in% 1)))
second <- sum_of_means(P[survey$sex_code %in% 2, ], rep(1 / 24, 24),
                       rep(1, sum(survey$sex_code %in% 2)))
put("independent_holes", c(first[1], second[1], second[2] - first[2], sqrt(first[3]^2 + second[3]^2)))

# ---- Importance and performance.

I <- colMeans(survey[, paste0("IMP", 1:24)], na.rm = TRUE)
S <- colMeans(survey[, paste0("SAT", 1:24)], na.rm = TRUE)
put("ipa_importance", I); put("ipa_performance", S)
put("ipa_mean_importance", mean(I)); put("ipa_mean_performance", mean(S))
put("ipa_median_importance", median(I)); put("ipa_median_performance", median(S))
put("ipa_keep_up", sum(I >= mean(I) & S >= mean(S)))

# ---- Student's t far and near, and Holm with ties and gaps.

for (df in c(1, 2, 2.5, 5, 30, 31, 206, 999, 1001, 1e4, 1e6)) {
  put(paste0("pt_", format(df, scientific = FALSE)), 2 * pt(-c(1e-3, 0.5, 2, 3, 3.1, 10, 40), df))
  put(paste0("qt_", format(df, scientific = FALSE)), qt(c(0.01, 0.5, 0.95, 0.9999) / 2 + 0.5, df))
}
put("adjusted", p.adjust(c(0.3, 0.001, NA, 0.001, 0.02, 1, 0, 0.02, NA, 0.9), "holm"))

write.csv(data.frame(name = names, value = sapply(values, format, digits = 15)),
          "tests/published/gap_model.csv", row.names = FALSE, quote = FALSE)
