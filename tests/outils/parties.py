#!/usr/bin/env python3
"""The law of parts: any cut of the records into files, parts made in any order and added up in the order
of the files, at once or by a tree, is to the byte the report of one run; and what one run would reject
beyond what the parts rejected is found by --ids.

usage: parties.py BUILD SHARE [ROUNDS [SEED]]
"""
import csv
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

DATE = ["--date", "2026-11-28"]
PEOPLE = ["texte", "md", "html"]

# tool, verb, options, example, fields that people spell differently, what is no term in a field
KINDS = [
    ("perennite", ["bilan"], "perennite-mentions.csv", ["regroupement"], "objet"),
    ("perennite", ["bilan", "--codeur", "Codeur A"], "perennite-codages.csv", ["regroupement"], "objet"),
    ("perennite", ["constats"], "perennite-mentions.csv", ["regroupement"], "objet"),
    ("publics", ["bilan"], "strategie.csv", ["responsable"], "etat"),
    ("repa", ["bilan"], "repa/journal.csv", ["agent", "milieu"], "fonction"),
    ("repa", ["bilan"], "repa/segments.csv", ["recit", "codeur"], "code"),
    ("repa", ["bilan"], "repa/recits.csv", ["recit"], "validation"),
]


def run(build, words, cwd):
    env = dict(os.environ, LC_ALL="C", TZ="UTC")
    return subprocess.run([os.path.join(build, words[0])] + words[1:], cwd=cwd, env=env,
                          capture_output=True, check=False)


def records(build, share, tool, example, cwd):
    path = os.path.join(share, "exemples", example)
    made = run(build, ["aet-" + tool, "valider", "-q", path, "-t", "ndjson"], cwd)
    return [json.loads(line) for line in made.stdout.decode().splitlines()]


def disturb(rows, names, term, rng):
    """Other spellings, rows that are rejected, now and then a record that is there twice."""
    rows = [dict(r) for r in rows]
    for r in rows:
        for n in names:
            if isinstance(r.get(n), str) and rng.random() < 0.3:
                r[n] = r[n].upper() if rng.random() < 0.5 else r[n] + " "
        if rng.random() < 0.03:
            r[term] = "n’est pas un terme"
    if rng.random() < 0.25:
        rows.insert(rng.randrange(len(rows)), dict(rng.choice(rows)))
    return rows


def cut(rows, rng):
    """Rows of each file: empty ones among them, sometimes a record each."""
    if rng.random() < 0.2:
        rows = rows[: rng.randrange(2, 30)]
        cuts = list(range(len(rows) + 1))
    else:
        cuts = sorted(rng.randrange(len(rows) + 1) for _ in range(rng.randrange(0, 9)))
        cuts = [0] + cuts + [len(rows)]
    return [rows[a:b] for a, b in zip(cuts, cuts[1:])]


def write(path, rows, as_csv, names):
    with open(path, "w", newline="", encoding="utf-8") as f:
        if not as_csv:
            f.writelines(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)
            return
        out = csv.writer(f, lineterminator="\n")
        if rows or random.random() < 0.5:
            out.writerow(names)
        for r in rows:
            out.writerow("|".join(x.replace("\\", "\\\\").replace("|", "\\|") for x in r[n])
                         if isinstance(r.get(n), list) else "" if r.get(n) is None else r[n]
                         for n in names)


def same(a, b, what):
    if a.stdout != b.stdout or a.returncode != b.returncode:
        sys.stdout.write(f"not the same: {what}: exit {a.returncode} and {b.returncode}\n")
        sys.stdout.write(a.stderr.decode() + b.stderr.decode())
        return False
    return True


def fold(build, command, parts, cwd, rng):
    """The parts added up by a tree: neighbours become one part, until few are left."""
    made = 0
    while len(parts) > 2 and rng.random() < 0.8:
        at = rng.randrange(len(parts) - 1)
        of = parts[at:at + rng.randrange(2, 4)]
        name = f"arbre{made}.part"
        r = run(build, command[:2] + ["--fusion", "--partiel", "-q", "-o", name] + of, cwd)
        if r.returncode > 1:
            return None
        parts[at:at + len(of)] = [name]
        made += 1
    return parts


def rejected(report):
    return sum(f["rejets"] for f in json.loads(report.stdout)["meta"]["entrees"])


def one_round(build, share, kind, rng, cwd):
    tool, verb, example, names, term = kind
    command = ["aet-" + tool] + verb
    rows = disturb(records(build, share, tool, example, cwd), names, term, rng)
    heads = list(dict.fromkeys(k for r in rows for k in r))
    as_csv = rng.random() < 0.6
    files = []
    for i, some in enumerate(cut(rows, rng)):
        files.append(f"f{i:04d}." + ("csv" if as_csv else "ndjson"))
        write(os.path.join(cwd, files[-1]), some, as_csv, heads)
    order = list(files)
    rng.shuffle(order)
    counted = 0
    for f in order:
        r = run(build, command + DATE + ["--partiel", "--ids", "-q", f, "-o", f + ".part"], cwd)
        if r.returncode > 1:
            sys.stdout.write(f"no part: {command} {f}: {r.stderr.decode()}")
            return False
        if rng.random() < 0.2:  # the same bytes again
            again = run(build, command + DATE + ["--partiel", "--ids", "-q", f], cwd).stdout
            with open(os.path.join(cwd, f + ".part"), "rb") as p:
                if p.read() != again:
                    sys.stdout.write(f"not the same part twice: {command} {f}\n")
                    return False
        with open(os.path.join(cwd, f + ".part"), encoding="utf-8") as p:
            counted += next(r for r in json.load(p) if isinstance(r, list) and r[0] == "totaux")[4]
    one = run(build, command + DATE + ["-q", "-t", "json"] + files, cwd)
    if one.returncode > 1:  # nothing that could be reported: a part of it is no better
        return True
    parts = [f + ".part" for f in files]
    whole = run(build, command[:2] + ["--fusion", "-q", "-t", "json"] + parts, cwd)
    if rejected(one) != counted or b"[PAR012]" in whole.stderr:
        if whole.returncode != 2 or b"[PAR012]" not in whole.stderr:
            sys.stdout.write(f"{rejected(one) - counted} not found by --ids: {command}\n")
            return False
        return True
    people = rng.choice(PEOPLE)
    tree = fold(build, command, list(parts), cwd, rng)
    return (same(one, whole, f"{command} json")
            and same(run(build, command + DATE + ["-q", "-t", people] + files, cwd),
                     run(build, command[:2] + ["--fusion", "-q", "-t", people] + parts, cwd),
                     f"{command} {people}")
            and tree is not None
            and same(one, run(build, command[:2] + ["--fusion", "-q", "-t", "json"] + tree, cwd),
                     f"{command} by a tree"))


def main():
    build, share = (os.path.abspath(p) for p in sys.argv[1:3])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    for i in range(rounds):
        for k, kind in enumerate(KINDS):
            rng = random.Random(f"{seed} {i} {k}")
            random.seed(rng.random())
            cwd = tempfile.mkdtemp(prefix="parties.")
            ok = one_round(build, share, kind, rng, cwd)
            if not ok:
                sys.exit(f"round {i} of seed {seed}, {kind[0]} {kind[2]}: {cwd}")
            shutil.rmtree(cwd)
    print(f"{rounds} rounds of {len(KINDS)} sums: the bytes of one run")


main()
