# Les activités en retard, par responsable. / Late activities, by person. (Rscript retards.R strategie.csv)
fichier <- shQuote(commandArgs(trailingOnly = TRUE)[1])
retards <- read.csv(pipe(paste("aet-publics bilan -q -t csv --section retards", fichier)), encoding = "UTF-8")
retards$responsable[retards$responsable == ""] <- "–"
write.table(rev(as.data.frame(table(retards$responsable))), quote = FALSE, row.names = FALSE, col.names = FALSE)
