#!/usr/bin/env python3
"""schemas.py BIN SHARE: records and reports against the published JSON Schemas, by an independent
validator (python3-jsonschema). Also shows that each schema can refuse. Ends with 77 (skipped) where
the validator is not installed."""

import json
import os
import subprocess
import sys
import tempfile

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)

BIN, SHARE = sys.argv[1:3]
ENV = dict(os.environ, LC_ALL="C", TZ="UTC", ASAN_OPTIONS="exitcode=99",
           UBSAN_OPTIONS="exitcode=99")
checked = 0


def run(*args, stdin=b""):
    """Standard output of a filter; exit status 1 (the data has errors) is no failure here."""
    done = subprocess.run([os.path.join(BIN, args[0]), *args[1:]], input=stdin, env=ENV,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    if done.returncode > 1:
        sys.exit(f"{' '.join(args)}: exit {done.returncode}")
    return done.stdout


def schema(tool, name):
    with open(os.path.join(SHARE, "schemas", f"{tool}-{name}.json"), encoding="utf-8") as file:
        content = json.load(file)
    Draft202012Validator.check_schema(content)
    return Draft202012Validator(content)


def catalogued():
    """The files of the catalogue, which gives each the identifier that it has, and no other twice."""
    with open(os.path.join(SHARE, "schemas", "catalogue.json"), encoding="utf-8") as file:
        entries = json.load(file)["schemas"]
    for entry in entries:
        with open(os.path.join(SHARE, "schemas", entry["fichier"]), encoding="utf-8") as file:
            content = json.load(file)
        if (content["$id"], content["title"]) != (entry["id"], entry["titre"]):
            sys.exit(f"{entry['fichier']}: the catalogue tells another identifier or title")
    if len({entry["id"] for entry in entries}) != len(entries):
        sys.exit("catalogue.json: an identifier stands twice")
    return sorted(entry["fichier"] for entry in entries)


def check(validator, what, document):
    global checked
    checked += 1
    for error in validator.iter_errors(document):
        sys.exit(f"{what}: {'/'.join(map(str, error.path))}: {error.message}")


def refuses(validator, what, document):
    if validator.is_valid(document):
        sys.exit(f"{what}: the schema should refuse it")


def examples(tool):
    """The bundled examples, and records that touch every type."""
    folder = os.path.join(SHARE, "exemples")
    for name in sorted(os.listdir(folder)):
        if tool == "publics" and name.startswith("strategie."):
            yield os.path.join(folder, name)


def publics():
    record, bilan, valider = (schema("publics", n) for n in ("activite", "bilan", "valider"))
    matrix = json.loads(run("aet-publics", "table", "matrice", "-t", "json"))
    strategy = [{"id": f"{b['id']}-{i}", "quoi": b["id"], "public": [b["public"]], "pourquoi": [w],
                 "retombees": b["retombees"], "comment": b["comment"], "exemples": b["exemples"],
                 "budget": 1250.5 * i, "etat": "prevu", "echeance": "2026-03"}
                for b in matrix for i, w in enumerate(b["pourquoi"])]
    inputs = [json.dumps(strategy).encode(), b"[]", b"id,quoi\n",
              b'[{"id":1,"quoi":"x","public":"Parents|x","budget":"12,50","public":null}]',
              b'id;quoi;echeance;budget;etat\nA;x;2026-01-01;"1 000,50 $";r\xc3\xa9alis\xc3\xa9e\n']
    for path in examples("publics"):
        with open(path, "rb") as file:
            inputs.append(file.read())
    for number, text in enumerate(inputs):
        for verb in ("valider", "suggerer"):
            lines = run("aet-publics", verb, "-t", "ndjson", "--date", "2026-03-31", stdin=text)
            for line in lines.splitlines():
                check(record, f"input {number}, {verb}", json.loads(line))
        for lang in ("fr", "en"):
            options = ["--date", "2026-03-31", "--lang", lang, "-t", "json"]
            check(bilan, f"bilan of input {number}",
                  json.loads(run("aet-publics", "bilan", *options, "--empreintes", stdin=text)))
            check(valider, f"sommaire of input {number}",
                  json.loads(run("aet-publics", "valider", "--sommaire", *options, stdin=text)))
        with tempfile.TemporaryDirectory() as folder:
            tally = os.path.join(folder, "lecture.json")
            passed = run("aet-publics", "valider", "--bilan-de-lecture", tally, stdin=text)
            check(bilan, f"bilan downstream of input {number}",
                  json.loads(run("aet-publics", "bilan", "--lecture", tally, "-t", "json",
                                 stdin=passed)))
        check(bilan, f"one section of input {number}",
              json.loads(run("aet-publics", "bilan", "--section", "retards", "-t", "json",
                             stdin=text)))
    refuses(record, "a field that is an object", {"quoi": {}})
    refuses(record, "a list of lists", {"public": [[]]})
    refuses(bilan, "no meta", {})
    whole = json.loads(run("aet-publics", "bilan", "-t", "json", stdin=inputs[0]))
    whole["base"]["activites"] = "27"
    refuses(bilan, "a count that is text", whole)


def lines_of(text):
    """Records of a JSON array, of NDJSON; one object is a report or a document."""
    text = text.decode()
    try:
        value = json.loads(text)
    except json.JSONDecodeError:
        return [json.loads(line) for line in text.splitlines()]
    return value if isinstance(value, list) else [value]


def published():
    """Every published schema, against all that writes by it: TOOL-NAME, then commands."""
    ex = os.path.join(SHARE, "exemples")
    plan, mentions, plans = (os.path.join(ex, n) for n in
                             ("plan.json", "perennite-mentions.csv", "perennite-plans.csv"))
    repa = os.path.join(ex, "repa")
    journal, segments, recits, conditions, recommandations, memos = (os.path.join(repa, n + ".csv") for n in
                                             ("journal", "segments", "recits", "conditions",
                                              "recommandations", "memos"))
    codings = os.path.join(ex, "perennite-codages.csv")
    strategy = os.path.join(ex, "strategie.json")
    alone = ["calendrier", "--debut", "2026-09-10", "--fin", "2027-12-31", "--facteurs", "2"]
    extracts = ("plans", "mentions", "communication", "actions", "indicateurs", "releves",
                "rencontres")
    commands = {
        "plan-plan": [["valider", plan], ["gabarit", "9"]],
        "plan-valider": [["valider", "--sommaire", plan]],
        "plan-vue": [["vue", plan]],
        "plan-suivi": [["suivi", plan]],
        "plan-comparer": [["comparer", os.path.join(ex, "plan-erreurs.json"), plan]],
        "plan-revision": [["revision", "--rapport", plan]],
        "plan-rapport": [["rapport", plan]],
        "plan-diagnostic": [["diagnostic", plan]],
        "plan-calendrier": [["calendrier", plan], alone, [*alone, "--rencontre", "3"]],
        **{f"plan-{what}": [["extraire", what, plan]] for what in extracts},
        "publics-activite": [["valider", strategy], ["suggerer", strategy]],
        "publics-valider": [["valider", "--sommaire", strategy]],
        "publics-bilan": [["bilan", strategy]],
        "publics-retombees": [["retombees", strategy]],
        "publics-singularite": [["singularite", strategy]],
        "publics-partie": [["bilan", "--partiel", strategy]],
        "perennite-partie": [["bilan", "--partiel", "--ids", mentions],
                             ["constats", "--partiel", mentions]],
        "repa-partie": [["bilan", "--partiel", "--ids", n] for n in (journal, segments, recits)],
        "perennite-mention": [["valider", mentions], ["suggerer", mentions]],
        "perennite-valider": [["valider", "--sommaire", mentions]],
        "perennite-echantillon": [["echantillon", "--prevoir", plans]],
        "perennite-bilan": [["bilan", mentions]],
        "perennite-constats": [["constats", mentions]],
        "perennite-accord": [["accord", codings]],
        "perennite-singularite": [["singularite", mentions]],
        "repa-journal": [["valider", journal], ["suggerer", journal]],
        "repa-segments": [["valider", segments],
                          ["segments", os.path.join(repa, "projet.qde")]],
        "repa-recits": [["valider", recits]],
        "repa-recommandations": [["valider", recommandations]],
        "repa-memos": [["valider", memos]],
        "repa-valider": [["valider", "--sommaire", journal]],
        "repa-extraits": [["extraits", "coaching", segments]],
        "repa-bilan": [["bilan", journal], ["bilan", segments], ["bilan", recits],
                       ["bilan", recommandations],
                       ["bilan", memos]],
        "repa-accord": [["accord", segments], ["accord", "--par", "caractere", segments]],
        "repa-conditions": [["conditions", conditions]],
        "repa-fiche": [["fiche"], ["fiche", "coaching"]],
        "repa-singularite": [["singularite", journal]],
        "repa-autoevaluation": [["gabarit", "conditions"]],
    }
    for file in catalogued():
        name = file.removesuffix(".json")
        if name not in commands:
            sys.exit(f"{file}: nothing here writes by it")
        tool, _, what = name.partition("-")
        validator = schema(tool, what)
        for command in commands[name]:
            args = [f"aet-{tool}", *command, "-t", "json", "--date", "2026-09-30"]
            if command[0] in ("gabarit", "fiche", "segments"):
                del args[-2:]
            if what == "partie":
                del args[-4:-2]
                part = json.loads(run(*args))
                check(validator, " ".join(args), part)
                refuses(validator, "a part without its head", part[1:])
                refuses(validator, "a count that is not whole", part[:-1] + [["n", 0.5], part[-1]])
                continue
            for record in lines_of(run(*args)):
                check(validator, " ".join(args), record)


publics()
published()
print(f"{checked} documents")
