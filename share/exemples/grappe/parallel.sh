#!/bin/sh
# parallel.sh LISTE DOSSIER RAPPORT : par GNU parallel, une tâche par fichier de LISTE, puis la fusion.
# Ajouter à « parallel » --sshloginfile MACHINES pour d’autres machines qui voient les mêmes dossiers.
# By GNU parallel, a job for each file of LISTE, then the fusion. Add --sshloginfile MACHINES to “parallel”
# for other machines that see the same folders.
set -u
ici=$(cd "$(dirname "$0")" && pwd)
liste=$1 dossier=$2 rapport=$3
AET_DATE=${AET_DATE:-$(date +%F)}
export AET_DATE
mkdir -p "$dossier"
seq "$(wc -l < "$liste")" | parallel --will-cite --halt soon,fail=1 sh "$ici/tache.sh" "$liste" {} "$dossier" || exit 2
sh "$ici/fusion.sh" "$liste" "$dossier" "$rapport"
