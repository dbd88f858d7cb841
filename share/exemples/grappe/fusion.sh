#!/bin/sh
# fusion.sh LISTE DOSSIER RAPPORT : additionner les parties de DOSSIER, si toutes celles de LISTE y sont.
# Adds up the parts in DOSSIER, if all those of LISTE are there.
set -u
liste=$1 dossier=$2 rapport=$3
n=$(wc -l < "$liste")
manque=
for numero in $(seq "$n"); do
    [ -s "$dossier/$(printf %06d "$numero").part" ] || manque="$manque $numero"
done
if [ -n "$manque" ]; then
    echo "tâches à relancer / jobs to run again:$manque" >&2
    exit 2
fi
# shellcheck disable=SC2086 # des mots / words
${AET_FUSION:-aet-perennite bilan} --fusion -q -o "$rapport" "$dossier"/[0-9]*.part
