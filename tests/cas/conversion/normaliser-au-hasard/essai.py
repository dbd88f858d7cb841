"""Records as people write them, at random (a fixed seed): in one form, they are read without an option
as they were with it, and are then left to the byte. Prints how many were tried."""

import csv
import io
import json
import random
import subprocess
import sys

RANDOM = random.Random(20260301)
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
JOURNAL = ["date", "agent", "milieu", "fonction", "duree", "minutes", "strategies", "posture", "notes", "Hors"]
ACTIVITE = ["id", "public", "but", "quoi", "pourquoi", "comment", "etat", "echeance", "budget", "depense", "Hors"]


def run(*args, text=b""):
    done = subprocess.run(args, input=text, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{args}: {done.returncode}\n{done.stderr.decode()}\n{text.decode()}")
    return done.stdout


def terms(tool, table):
    rows = json.loads(run(f"aet-{tool}", "table", table, "-t", "json"))
    return [s for row in rows for s in [row["id"], row["libelle"], *row["alias"]] if "|" not in s]


TERMS = {(tool, table): terms(tool, table) for tool, tables in {
    "repa": ["fonctions", "strategies", "postures"],
    "publics": ["publics", "buts", "etats"]}.items() for table in tables}


BLOCS = json.loads(run("aet-publics", "table", "matrice", "-t", "json"))
for role in ("pourquoi", "comment"):
    TERMS["publics", role] = sorted({label for bloc in BLOCS for label in bloc[role]})


def spelt(term):
    """The same term by another hand."""
    return RANDOM.choice([term, term, term.upper(), term.lower(), term + " ", "  " + term, term + "."])


def term(tool, table):
    return RANDOM.choice(["", spelt(RANDOM.choice(TERMS[tool, table]))])


def several(tool, table, own=()):
    parts = [spelt(RANDOM.choice(TERMS[tool, table] + list(own))) for _ in range(RANDOM.randint(0, 3))]
    return RANDOM.choice(["|", "\n", " | "]).join(parts)


def date(month_ok):
    y, m, d = RANDOM.randint(2020, 2029), RANDOM.randint(1, 12), RANDOM.randint(1, 28)
    forms = [f"{y}-{m:02}-{d:02}", f"{d:02}/{m:02}/{y}", f"{d}-{m}-{y}", f"{d} {MONTHS[m - 1]} {y}",
             f"{y}/{m:02}/{d:02}", f"{y}-{m:02}-{d:02}T10:30"]
    if month_ok:
        forms += [f"{y}-{m:02}", f"{MONTHS[m - 1]} {y}"]
    return RANDOM.choice(forms)


def number(decimals):
    whole, part = RANDOM.choice([0, 7, 45, 125, 1250, 1234567]), RANDOM.randint(0, 10 ** decimals - 1)
    shown = RANDOM.choice([str(whole), f"{whole:,}".replace(",", " "), f"{whole:,}".replace(",", "\u202f")])
    return shown + (f",{part:0{decimals}}" if decimals else "")


def money():
    return RANDOM.choice(["", number(RANDOM.randint(0, 2)), number(2) + " $", "0"])


def duration():
    h, m = RANDOM.randint(0, 5), RANDOM.randint(0, 59)
    return RANDOM.choice([f"{h} h {m:02}", f"{h}:{m:02}", f"{60 * h + m} min", f"{h},5", str(h), "½ h", f"{h},123"])


def other():
    """Under a heading that is no field every byte stays."""
    return RANDOM.choice(["", " x ", 'dit "non"', "07/03/2026", "1 234,50", "a;b,c", "deux\nlignes", "'=1"])


def entry():
    as_hours = RANDOM.random() < 0.5
    return [date(False), "Ana", RANDOM.choice(["Nord", "Sud"]), spelt(RANDOM.choice(TERMS["repa", "fonctions"])),
            duration() if as_hours else "", "" if as_hours else RANDOM.choice([number(0), "1 h 05", "90 min"]),
            several("repa", "strategies"), term("repa", "postures"), other(), other()]


def activity(n):
    return [f"A{n}", several("publics", "publics"), several("publics", "buts"), "Portrait",
            several("publics", "pourquoi", ["Nos mots à nous, ensemble"]),
            several("publics", "comment", ["Autre voie"]),
            term("publics", "etats"), RANDOM.choice(["", date(True)]), money(), money(), other()]


def sheet(head, rows, delimiter):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows([head, *rows])
    return out.getvalue().encode()


def facts(tool, text, *options):
    """What is read of the records: the report, but for where they came from."""
    report = json.loads(run(f"aet-{tool}", "bilan", "-q", "-t", "json", "--date", "2026-06-30", *options, text=text))
    del report["meta"]
    return report


def hold(what, a, b):
    if a != b:
        sys.exit(f"{what}:\n{a}\n{b}")


def others(text, delimiter):
    """The column of nobody's."""
    return [row[-1] for row in csv.reader(io.StringIO(text.decode()), delimiter=delimiter)]


def one(tool, text, delimiter):
    options = ["--dates", "jma", "--decimal", ","]
    valider = [f"aet-{tool}", "valider", "-q", "--date", "2026-06-30"]
    passed = run(*valider, *options, text=text)
    normal = run(*valider, *options, "--normaliser", text=text)
    hold("another form, another report", facts(tool, passed, *options), facts(tool, normal))
    hold("not left as it is", normal, run(*valider, "--normaliser", text=normal))
    hold("a column of nobody's", others(passed, delimiter), others(normal, delimiter))
    objects = run(*valider, *options, "--normaliser", "-t", "ndjson", text=text)
    hold("JSON says otherwise", facts(tool, passed, *options), facts(tool, objects))
    hold("JSON is not left as it is", objects, run(*valider, "--normaliser", text=objects))
    excel = run(*valider, *options, "--normaliser", "--excel", text=text)
    hold("Excel says otherwise", facts(tool, passed, *options), facts(tool, excel))
    return len(others(passed, delimiter)) - 1


tried = {"repa": 0, "publics": 0}
for _ in range(3):
    for delimiter in ",;\t":
        tried["repa"] += one("repa", sheet(JOURNAL, [entry() for _ in range(25)], delimiter), delimiter)
        tried["publics"] += one("publics", sheet(ACTIVITE, [activity(n) for n in range(25)], delimiter), delimiter)
print({tool: n > 60 for tool, n in tried.items()})
