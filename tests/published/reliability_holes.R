# SPDX-License-Identifier: GPL-3.0-or-later
# The perceptions of the kiosk survey with the holes and weights of reliability.R, for the workbook.
survey <- read.csv("tests/published/kiosk/kiosk_tidy.csv")
P <- as.matrix(survey[, paste0("P", 1:24)])
P[(7 * row(P) + 3 * col(P)) %% 23 == 0] <- NA
write.csv(data.frame(P, weight = seq_len(nrow(P)) %% 5), "tests/published/kiosk/perceptions_holes.csv",
          row.names = FALSE, na = "", quote = FALSE)
