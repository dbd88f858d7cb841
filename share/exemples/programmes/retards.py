# Les activités en retard, par responsable. / Late activities, by person. (python3 retards.py strategie.csv)
import collections, json, subprocess, sys
run = subprocess.run(["aet-publics", "bilan", "-q", "-t", "json", *sys.argv[1:]], stdout=subprocess.PIPE)
retards = json.loads(run.stdout)["retards"] if run.returncode < 2 else sys.exit(run.returncode)
par_personne = collections.Counter(r["responsable"] or "–" for r in retards)
print(*(f"{n} {personne}" for personne, n in sorted(par_personne.items())), sep="\n")
