# SPDX-License-Identifier: GPL-3.0-or-later
# Figures for tests/unit/reliability/test_confirmatory.c and tests/workbooks/reliability.plan by lavaan; run in the top folder:
# Rscript tests/published/cfa.R > tests/published/cfa.csv
# It also writes holzinger.csv, the nine tests of lavaan's own example (Holzinger & Swineford 1939), from the package.
suppressWarnings(suppressMessages(library(lavaan)))
options(digits = 15, warn = -1)
put <- function(name, value) {
  value <- as.vector(value)
  at <- if (length(value) == 1) name else paste0(name, ".", seq_along(value))
  cat(paste0(at, ",", sapply(value, format, digits = 15), "\n"), sep = "")
}
cat("name,value\n")
h <- HolzingerSwineford1939[, paste0("x", 1:9)]
write.csv(h, "tests/published/holzinger.csv", row.names = FALSE, quote = FALSE)
figures <- function(name, model, d, ...) {
  f0 <- f <- cfa(model, d, std.lv = TRUE, ...)
  # lavaan ends where the likelihood changes by 1e-10; from there on by quasi-Newton steps until the gradient is 1e-9
  f <- cfa(model, d, std.lv = TRUE, start = f, optim.method = "BFGS", control = list(reltol = 1e-16, maxit = 5000), ...)
  m <- fitMeasures(f, c("npar", "chisq", "df", "pvalue", "cfi", "tli", "rmsea", "rmsea.ci.lower", "rmsea.ci.upper", "srmr",
                        "aic", "bic", "logl", "baseline.chisq", "baseline.df"))
  whole <- c("cfi", "tli", "baseline.chisq", "baseline.df") # the baseline is fitted better by the usual way
  m[whole] <- fitMeasures(f0, whole)
  for (w in names(m)) put(paste(name, w, sep = "."), m[[w]])
  e <- parameterEstimates(f, standardized = TRUE); l <- e[e$op == "=~" & e$rhs %in% names(d), ]
  put(paste0(name, ".loading"), l$std.all); put(paste0(name, ".r2"), lavInspect(f, "r2")[l$rhs])
  list(f = f, e = e, l = l)
}
three <- "visual =~ x1 + x2 + x3\n textual =~ x4 + x5 + x6\n speed =~ x7 + x8 + x9"
r <- figures("three", three, h)
put("three.estimate", r$l$est); put("three.se", r$l$se); put("three.z", r$l$z)
c <- r$e[r$e$op == "~~" & r$e$lhs != r$e$rhs, ]; put("three.correlation", c$est)
put("three.residual", resid(r$f, type = "cor")$cov[lower.tri(diag(9))])
invisible(figures("one", paste("g =~", paste0("x", 1:9, collapse = "+")), h))
r <- figures("orthogonal", three, h, orthogonal = TRUE); put("orthogonal.se", r$l$se)
r <- figures("second", paste(three, "\n g =~ visual + textual + speed"), h)
put("second.general", r$e[r$e$op == "=~" & r$e$lhs == "g", "std.all"])
k <- read.csv("tests/published/kiosk/kiosk_tidy.csv")[, paste0("P", 1:24)]
dims <- list(usefulness = 1:3, tangibles = c(4, 5, 6, 22), control = 7:8, economy = c(10, 11, 18), convenience = 13:17, security = 19:21)
six <- paste(sapply(names(dims), function(d) paste(d, "=~", paste0("P", dims[[d]], collapse = "+"))), collapse = "\n")
r <- figures("kiosk", six, k); put("kiosk.estimate", r$l$est); put("kiosk.se", r$l$se)
# a factor of one item
single <- "visual =~ x1 + x2 + x3\n textual =~ x4\n speed =~ x7 + x8 + x9\n x4 ~~ 0*x4"
r <- figures("single", single, h); put("single.se", r$l$se)
b <- read.csv("tests/published/bank_satisfaction/satisfaction.csv"); b$imag2[seq_len(nrow(b)) %% 7 == 0] <- NA
r <- figures("bank", "i =~ imag1 + imag2 + imag3 + imag4 + imag5\n l =~ loy1 + loy2 + loy3 + loy4", b[, c(paste0("imag", 1:5), paste0("loy", 1:4))])
put("bank.n", lavInspect(r$f, "nobs")); put("bank.se", r$l$se)
put("noncentral", pchisq(20, 8, ncp = 7.3)); put("noncentral.far", pchisq(400, 24, ncp = 300))
