# SPDX-License-Identifier: GPL-3.0-or-later
# Figures for tests/workbooks/gap_model.plan from base R; run in the top folder:
# Rscript tests/published/gap_tables.R > tests/published/gap_tables.txt
options(digits=15)
k <- read.csv("tests/published/kiosk/kiosk_tidy.csv")
E <- as.matrix(k[,paste0("E",1:24)]); P <- as.matrix(k[,paste0("P",1:24)])
G <- P-E
cat("pooled gap", mean(G,na.rm=T), "servperf", mean(P,na.rm=T),"\n")
rm <- rowMeans(G); rm <- rm[!is.na(rm)]; print(t.test(rm))
# independent: two small tables
m <- matrix(c(6,5,7, 5,5,6),3); s <- matrix(c(5,4, 6,5),2)
print(t.test(rowMeans(s),rowMeans(m)))
dims <- list(usefulness=1:3,tangibles=c(4,5,6,22),control=7:8,economy=c(10,11,18),convenience=13:17,security=19:21)
alpha <- function(x){x<-x[complete.cases(x),]; n<-ncol(x); n/(n-1)*(1-sum(diag(cov(x)))/sum(cov(x)))}
for(d in names(dims)) cat(d, alpha(E[,dims[[d]]]), alpha(P[,dims[[d]]]), alpha(G[,dims[[d]]]), "\n")
ov <- rowMeans(sapply(dims,function(i) rowMeans(G[,i]))); ov<-ov[!is.na(ov)]; print(t.test(ov)); cat(sd(ov),"\n")
all <- unlist(dims); cat("alpha all",alpha(E[,all]),alpha(P[,all]),alpha(G[,all]),"\n")
imp <- c(10,10,20,10,20,30); imp<-imp/sum(imp)
w <- as.vector(sapply(dims,function(i) rowMeans(G[,i])) %*% imp); w<-w[!is.na(w)]; print(t.test(w))
# groups by sex
g <- k$sex_code; gd <- rowMeans(G); print(oneway.test(gd~g)); print(tapply(gd,g,mean,na.rm=T)); print(tapply(gd,g,function(x)sum(!is.na(x))))
f <- k$frequency_code; print(table(f)); print(oneway.test(gd~f))
# disconfirmation
ok<-!is.na(G); cat(sum(G<0,na.rm=T)/sum(ok), sum(G==0,na.rm=T)/sum(ok), sum(G>0,na.rm=T)/sum(ok),"\n"); cat(mean(G[,1]<0,na.rm=T),mean(G[,1]==0,na.rm=T),mean(G[,1]>0,na.rm=T),"\n")
p <- sapply(1:24,function(i) t.test(G[,i])$p.value); print(p.adjust(p,"holm")); print(rank(colMeans(G,na.rm=T)))
SAT<-as.matrix(k[,paste0("SAT",1:24)]);IMP<-as.matrix(k[,paste0("IMP",1:24)]); cat(mean(colMeans(IMP,na.rm=T)),mean(colMeans(SAT,na.rm=T)),median(colMeans(IMP,na.rm=T)),median(colMeans(SAT,na.rm=T)),"\n"); print(colMeans(IMP,na.rm=T)[1:3]);print(colMeans(SAT,na.rm=T)[1:3])
print(E[!complete.cases(E),1:3]); print(which(!complete.cases(E)))
# the spread of each side, and Cohen's d, of the respondents with a complete pair
score <- function(x, i) { s <- rowMeans(x[,i]); s[!is.na(rowSums(G[,i]))] }
for(d in names(dims)) cat("spread", d, sd(score(E,dims[[d]])), sd(score(P,dims[[d]])), sd(score(G,dims[[d]])), mean(score(G,dims[[d]]))/sd(score(G,dims[[d]])), "\n")
both <- function(x) { s <- rowMeans(sapply(dims,function(i) rowMeans(x[,i]))); s[!is.na(ov0)] }
ov0 <- rowMeans(sapply(dims,function(i) rowMeans(G[,i]))); cat("spread overall", sd(both(E)), sd(both(P)), sd(both(G)), mean(both(G))/sd(both(G)), "\n")
# disconfirmation by dimension, and over the items of some dimension
shares <- function(x) c(sum(!is.na(x)), mean(x < 0, na.rm=T), mean(x == 0, na.rm=T), mean(x > 0, na.rm=T))
for(d in names(dims)) cat("shares", d, shares(G[,dims[[d]]]), "\n"); cat("shares all", shares(G[,unlist(dims)]), "\n")
