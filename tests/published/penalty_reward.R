# SPDX-License-Identifier: GPL-3.0-or-later
# Penalty-reward regressions of the kiosk survey by R's lm, with case weights by survey::svyglm; run
# in the top folder: Rscript tests/published/penalty_reward.R > tests/published/penalty_reward.csv
# One line per coefficient; NA where lm leaves it out or it is not determined.
suppressMessages(library(survey))
kiosk <- read.csv("tests/published/kiosk/kiosk_tidy.csv", fileEncoding = "UTF-8")
dummies <- function(attributes, low, high, answers) {
  x <- list()
  for (name in attributes) {
    x[[paste0(name, ".low")]] <- as.numeric(answers[[name]] <= low)
    x[[paste0(name, ".high")]] <- as.numeric(answers[[name]] >= high)
  }
  as.data.frame(x)
}
show <- function(name, overall, attributes, low, high, weights = NULL, standardised = FALSE,
                 answers = kiosk) {
  data <- dummies(attributes, low, high, answers)
  data$overall <- answers[[overall]]
  data$w <- if (is.null(weights)) 1 else weights
  data <- data[complete.cases(data), ]
  data <- data[data$w > 0, ]
  if (standardised) {
    # weighted means and standard deviations; the divisor cancels
    for (column in setdiff(names(data), "w")) {
      v <- data[[column]]
      m <- weighted.mean(v, data$w)
      s <- sqrt(weighted.mean((v - m)^2, data$w))
      data[[column]] <- if (s > 0) (v - m) / s else 0
    }
  }
  fit <- lm(reformulate(setdiff(names(data), c("overall", "w")), "overall"), data, weights = w)
  table <- summary(fit)$coefficients
  if (!is.null(weights)) {
    design <- svydesign(ids = ~1, weights = ~w, data = data)
    table <- summary(svyglm(formula(fit), design))$coefficients
  }
  for (coefficient in names(coef(fit))) {
    v <- if (coefficient %in% rownames(table)) table[coefficient, ] else rep(NA, 4)
    cat(name, coefficient, sprintf("%.15g", v), sep = ",")
    cat("\n")
  }
  cat(name, "R2", sprintf("%.15g", summary(fit)$r.squared), fit$df.residual, nobs(fit), fit$rank,
      sep = ",")
  cat("\n")
}
cat("case,coefficient,b,se,t,p\n")
SAT <- paste0("SAT", 1:24)
weights <- 1 + kiosk$resp %% 3
zeros <- (kiosk$resp %% 4) / 2
show("raw", "Y1_satisfied", SAT, 3, 6)
show("weighted", "Y1_satisfied", SAT, 3, 6, weights)
show("zeros", "Y1_satisfied", SAT[1:6], 3, 6, zeros)
show("standardised", "Y1_satisfied", SAT, 3, 6, standardised = TRUE)
show("both", "Y1_satisfied", SAT, 3, 6, weights, standardised = TRUE)
show("default", "Y1_satisfied", SAT, 1, 7)
show("perceptions", "Y2_excellent", paste0("P", 1:24), 4, 6)
show("one", "Y1_satisfied", "SAT12", 3, 6)
twelve <- data.frame(y = c(5, 4, 3, 4, 1, 2, 3, 3, 4, 5, 3, 2), T1 = c(5, 5, 3, 3, 1, 1, 3, 3, 5, 5, 3, 1))
show("twelve", "y", "T1", 1, 5, c(1, 1, 8, 1, 1, 8, 1, 1, 1, 8, 1, 1), answers = twelve)
