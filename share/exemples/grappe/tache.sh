#!/bin/sh
# tache.sh LISTE NUMERO DOSSIER : compter le fichier de cette ligne de LISTE, en une partie de DOSSIER.
# Ce que fait chaque tâche, quel que soit le moteur (parallel.sh, tableau.sbatch). Une partie s’écrit
# tout ou rien : une tâche relancée ne refait que ce qui manque.
# Counts the file on that line of LISTE into a part in DOSSIER: what every job does, whatever the engine.
# A part is written all or nothing: a job that is started again does only what is missing.
#
# AET_COMPTE    le verbe et ses options, les mêmes partout / the verb and its options, the same everywhere
# AET_DATE      la date du rapport, la même partout / the date of the report, the same everywhere
set -u
liste=$1 numero=$2 dossier=$3
fichier=$(sed -n "${numero}p" "$liste")
partie=$dossier/$(printf %06d "$numero").part

[ -n "$fichier" ] || { echo "$liste : pas de ligne $numero / no line $numero" >&2; exit 2; }
[ ! -s "$partie" ] || exit 0
# shellcheck disable=SC2086 # des mots / words
${AET_COMPTE:-aet-perennite bilan --ids} --partiel -q --date "$AET_DATE" -o "$partie" "$fichier"
statut=$?
# 1 : des enregistrements sont rejetés, la partie est là / 1: records were rejected, the part is there
[ "$statut" -le 1 ] || exit "$statut"
