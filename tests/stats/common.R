# Shared by the oracle scripts: how a data set becomes a row of a CSV that the unit tests read. One
# row per data set, no quotes; a list is one field, its numbers parted by spaces; NA is "undefined".
# Numbers carry 15 significant digits. Run all from this folder: for f in *.R; do Rscript $f; done
text <- function(v) paste(ifelse(is.na(v), "NA", ifelse(is.infinite(v), "Inf",
                          formatC(v, digits = 15, format = "g", width = 1))), collapse = " ")
line <- function(...) paste(vapply(list(...), function(v) if (is.character(v)) v else text(v), ""),
                           collapse = ",")
made <- paste0("# Written by the scripts beside it with R ", getRversion(), ".")
csv <- function(name, head, rows) writeLines(c(made, head, unlist(rows)), name)
