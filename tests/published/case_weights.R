# SPDX-License-Identifier: GPL-3.0-or-later
# What case weights mean to the survey package, for every function that takes them: shares, boxes, net
# promoter score, distributions, Kano's coefficients, the gap, alpha and the penalty-reward
# regression of the kiosk survey, with holes and weights from 0 to 4. Run in the top folder:
# Rscript tests/published/case_weights.R
suppressMessages(library(survey))

kiosk <- read.csv("tests/published/kiosk/kiosk_tidy.csv", fileEncoding = "UTF-8")
weight <- kiosk$resp %% 5
names <- character(0); values <- numeric(0)
put <- function(name, value) {
  value <- as.vector(value)
  names <<- c(names, if (length(value) == 1) name else paste0(name, "_", seq_along(value)))
  values <<- c(values, value)
}
design_of <- function(data) svydesign(ids = ~1, weights = ~weight, data = data)

# Answers of four items, every answered cell one answer, with its respondent's weight.
SAT <- as.matrix(kiosk[, paste0("SAT", 1:4)])
SAT[(7 * row(SAT) + 3 * col(SAT)) %% 23 == 0] <- NA
cells <- data.frame(x = as.vector(SAT), weight = rep(weight, 4))
cells <- cells[!is.na(cells$x) & cells$weight > 0, ]
answers <- design_of(cells)
put("topbox_2_of_7", coef(svymean(~as.numeric(x > 5), answers)))
put("bottombox_3_of_7", coef(svymean(~as.numeric(x < 4), answers)))
put("nps_of_3_more", 100 * coef(svymean(~I((x + 3 >= 9) - (x + 3 <= 6)), answers)))
put("mean", coef(svymean(~x, answers)))
put("sd", sqrt(coef(svyvar(~x, answers))))
put("shares", sapply(1:7, function(level) coef(svymean(~as.numeric(x == level), answers))))
one <- design_of(cells[seq_len(sum(!is.na(SAT[, 1]) & weight > 0)), ])
put("item_mean", coef(svymean(~x, one)))
put("item_sd", sqrt(coef(svyvar(~x, one))))

# Kano: better and worse as ratios of weighted counts.
table <- matrix(strsplit("QAAAORIIIMRIIIMRIIIMRRRRQ", "")[[1]], 5, byrow = TRUE)
for (feature in 1:3) {
  f <- kiosk[[paste0("KF", feature)]]; d <- kiosk[[paste0("KD", feature)]]
  ok <- f %in% 1:5 & d %in% 1:5 & weight > 0
  category <- table[cbind(f[ok], d[ok])]
  data <- data.frame(good = category %in% c("A", "O"), bad = category %in% c("O", "M"),
                     base = category %in% c("A", "O", "M", "I"), weight = weight[ok]) * 1
  put(paste0("kano_", feature, "_better"), coef(svyratio(~good, ~base, design_of(data))))
  put(paste0("kano_", feature, "_worse"), -coef(svyratio(~bad, ~base, design_of(data))))
  for (letter in c("A", "O", "M", "I", "R", "Q")) {
    data$is <- as.numeric(category == letter)
    put(paste0("kano_", feature, "_", letter),
        sum(ok) * coef(svymean(~is, design_of(data))))
  }
}

# The gap of one item with its standard error; alpha of the four items, of the complete respondents.
gap <- data.frame(g = kiosk$P1 - kiosk$E1, weight)
gap <- gap[!is.na(gap$g) & weight > 0, ]
mean <- svymean(~g, design_of(gap))
put("gap", coef(mean)); put("gap_se", SE(mean))
complete <- complete.cases(SAT) & weight > 0
V <- as.matrix(svyvar(~SAT1 + SAT2 + SAT3 + SAT4,
                      design_of(data.frame(SAT, weight)[complete, ])))[, 1:4]
put("alpha", 4 / 3 * (1 - sum(diag(V)) / sum(V)))

# One penalty and one reward.
data <- data.frame(y = kiosk$Y1_satisfied, low = 1 * (SAT[, 1] <= 5), high = 1 * (SAT[, 1] >= 7),
                   weight)
data <- data[complete.cases(data) & weight > 0, ]
fit <- svyglm(y ~ low + high, design_of(data))
put("prca", coef(fit)); put("prca_se", sqrt(diag(vcov(fit))))

writeLines(c("name,value", paste0(names, ",", sprintf("%.15g", values))),
           "tests/published/case_weights.csv")
