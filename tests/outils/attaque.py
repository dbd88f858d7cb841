#!/usr/bin/env python3
"""Attacks what --masquer hides, as a reader with an integer solver would.

attaque.py BUILD SHARE [TIMES]    exit 0: nothing is nearer than it may be; 77: no glpsol here

Random parts of the examples are summed up twice, with --masquer and without. Of the first, all that is
printed goes into one system: counts are whole numbers, what is hidden is at least 1 (at least 0 where a
0 is hidden too), and what belongs together adds up across sections, whatever is left over being at
least 0. For each hidden count the solver (glpsol, of GLPK) looks for the least and the most it may be.
A count under N must be able to differ by N; another that is hidden must be able to differ at all.
"""
import csv
import io
import json
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


class System:
    """Counts by name, in three forms: printed (a number), hidden (None), and the truth."""

    def __init__(self):
        self.printed, self.truth, self.sums = {}, {}, []

    def count(self, name, printed, truth):
        self.printed[name], self.truth[name] = printed, truth
        return name

    def add_up(self, total, parts, exact=False):
        """total = parts (+ what is left, unless exact); not said where the truth says otherwise."""
        left = self.truth[total] - sum(self.truth[p] for p in parts)
        if left == 0 or (left > 0 and not exact):
            self.sums.append((total, parts, exact))

    def hidden(self):
        return [n for n, v in self.printed.items() if v is None and self.truth[n] is not None]

    def bound(self, name, way):
        least = 0 if any(self.truth[n] == 0 for n in self.hidden()) else 1
        names = {n: f"x{i}" for i, n in enumerate(self.printed)}
        lines = [way, f" obj: {names[name]}", "Subject To"]
        for i, (total, parts, exact) in enumerate(self.sums):
            rest = "" if exact else f" + r{i}"
            lines.append(f" s{i}: {' + '.join(names[p] for p in parts)}{rest} - {names[total]} = 0")
        lines.append("Bounds")
        for n, v in self.printed.items():
            lines.append(f" {names[n]} = {v}" if v is not None else f" {least} <= {names[n]} <= 9999")
        lines += ["General", " " + " ".join(names.values()), "End"]
        with tempfile.TemporaryDirectory() as d:
            (Path(d) / "p.lp").write_text("\n".join(lines))
            out = subprocess.run(["glpsol", "--lp", "p.lp", "-w", "s"], cwd=d, capture_output=True, text=True)
            for line in (Path(d) / "s").read_text().splitlines():
                if line.startswith("s mip"):
                    if line.split()[4] != "o":
                        sys.exit(f"glpsol: {line}\n{out.stdout}")
                    return round(float(line.split()[5]))
        sys.exit(out.stdout)


def rows(report, truth, section):
    """Rows that stand in both reports: a section that was left out has none."""
    return list(zip(report.get(section, []), truth[section]))


def perennite(s, r, t):
    by = {}
    mentions = s.count("mentions", r["base"]["mentions"], t["base"]["mentions"])
    for section, key in (("objets", "objet"), ("strategies", "strategie"), ("sous_strategies", "sous_strategie")):
        for a, b in rows(r, t, section):
            by[section, b[key]] = s.count((section, b[key]), a["mentions"], b["mentions"])
    for a, b in rows(r, t, "croisement"):
        by["croisement", b["objet"], b["strategie"]] = s.count(("croisement", b["objet"], b["strategie"]),
                                                                a["mentions"], b["mentions"])
    for a, b in rows(r, t, "statuts"):
        parts = [s.count((b["strategie"], k), a[k], b[k]) for k in ("prevu", "applique")]
        s.add_up(by["strategies", b["strategie"]], parts)
    for b in t["objets"]:
        s.add_up(by["objets", b["objet"]], [n for k, n in by.items() if k[0] == "croisement" and k[1] == b["objet"]])
    for b in t["strategies"]:
        k = b["strategie"]
        s.add_up(by["strategies", k], [n for c, n in by.items() if c[0] == "croisement" and c[2] == k])
        s.add_up(by["strategies", k], [by["sous_strategies", x["sous_strategie"]] for x in t["sous_strategies"]
                                       if x["strategie"] == k])
    for section in ("objets", "strategies"):
        s.add_up(mentions, [n for k, n in by.items() if k[0] == section])


def repa(s, r, t):
    entries = s.count("entrees", r["base"]["entrees"], t["base"]["entrees"])
    by = {}
    for section, keys in (("fonctions", ("fonction",)), ("annees", ("annee", "fonction")),
                          ("mois", ("mois", "fonction")), ("etapes", ("etape",)), ("paliers", ("palier",)),
                          ("postures", ("posture",)), ("phases", ("phase",)), ("milieux", ("milieu",)),
                          ("agents", ("agent",)), ("strategies", ("strategie",)), ("contextes", ("contexte",)),
                          ("conformite", ("fonction", "strategie"))):
        for a, b in rows(r, t, section):
            name = (section,) + tuple(b[k] for k in keys)
            by[name] = s.count(name, a["interventions"], b["interventions"])
        if len(keys) == 1:
            s.add_up(entries, [n for n in by if n[0] == section])
    months, years = ([n for n in by if n[0] == k] for k in ("mois", "annees"))
    for n in list(by):
        if n[0] == "fonctions":
            for parts in (months, years):
                if parts:
                    s.add_up(n, [p for p in parts if p[2] == n[1]])
        if n[0] == "annees" and months:
            s.add_up(n, [p for p in months if p[2] == n[2] and p[1][:4] == n[1]])


def publics(s, r, t):
    columns = ("activites", "realise", "en_retard")
    base = {k: s.count(("base", k), r["base"][k], t["base"][k]) for k in columns}
    for section, key in (("mois", "mois"), ("responsables", "responsable")):
        if r[section]:
            got = {k: [s.count((section, b[key], k), a[k], b[k]) for a, b in rows(r, t, section)] for k in columns}
            for k in columns:
                s.add_up(base[k], got[k])
            for all_, done, late in zip(*got.values()):
                s.add_up(all_, [done])
                s.add_up(all_, [late])
    for a, b in rows(r, t, "publics"):
        n = {k: s.count(("publics", b["public"], k), a[k], b[k]) for k in b if isinstance(b[k], int)}
        s.add_up(n["activites"], [n[k] for k in n if k not in ("activites", "en_retard")])
        s.add_up(n["activites"], [n["en_retard"]])


KINDS = {"perennite": ("perennite-mentions.csv", perennite, (90, 250)),
         "repa": ("repa/journal.csv", repa, (60, 900)),
         "publics": ("strategie.csv", publics, (25, 40))}


def bilan(build, tool, text, *options):
    done = subprocess.run([f"{build}/aet-{tool}", "bilan", "-q", "-t", "json", *options], input=text,
                          capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def part(path, dice, least, most):
    text = path.read_text(encoding="utf-8-sig")
    head, *body = csv.reader(io.StringIO(text), delimiter=";" if ";" in text.splitlines()[0] else ",")
    body = dice.sample(body, min(len(body), dice.randint(least, most)))
    out = io.StringIO()
    csv.writer(out).writerows([head, *body])
    return out.getvalue()


def attack(build, share, tool, seed):
    name, system_of, (least, most) = KINDS[tool]
    dice = random.Random(seed)
    text = part(Path(share) / "exemples" / name, dice, least, most)
    n = dice.choice((3, 4, 5, 6))
    r, t = bilan(build, tool, text, "--masquer", str(n)), bilan(build, tool, text)
    s, near = System(), 0
    system_of(s, r, t)
    printed = [k for k, v in s.printed.items() if v is not None and 0 < v < n and k != "entrees"]
    for name in printed:
        print(f"{tool} {seed}: {name} is printed: {s.printed[name]} < {n}")
    hidden = s.hidden()
    for name in dice.sample(hidden, min(len(hidden), 12)):
        low, high = s.bound(name, "Minimize"), s.bound(name, "Maximize")
        need = 0 if s.truth[name] == 0 else n if s.truth[name] < n else 1
        if high - low < need:
            print(f"{tool} {seed}: {name}, {s.truth[name]}, is between {low} and {high} (N {n})")
            near += 1
    return len(hidden), near + len(printed)


def main():
    if not shutil.which("glpsol"):
        sys.exit(77)
    build, share, times = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 4
    total = [0, 0]
    for tool in KINDS:
        for seed in range(times):
            hidden, near = attack(build, share, tool, seed)
            total = [total[0] + hidden, total[1] + near]
    print(f"{times} reports of each tool: {total[0]} counts hidden, {total[1]} too near")
    sys.exit(total[1] > 0)


if __name__ == "__main__":
    main()
