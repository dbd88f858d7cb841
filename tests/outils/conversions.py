#!/usr/bin/env python3
"""conversions.py BIN: what the filters do not look into goes over byte for byte. Random records, written and
read by Python's csv and json, through aet-publics: CSV to NDJSON, to CSV, to CSV for Excel, to a workbook,
and back."""

import csv
import io
import json
import os
import random
import subprocess
import sys

BIN = sys.argv[1]
ENV = dict(os.environ, LC_ALL="C", ASAN_OPTIONS="exitcode=99", UBSAN_OPTIONS="exitcode=99")
ROUNDS, ROWS, COLUMNS = 12, 60, 6
PIECES = [" ", "  ", "\t", "é", "œuf", "a", "Zoé", "12,5", "12.50", "007", "-3", "=A1", "+1", "@x", "'", "''=",
          '"', '""', ",", ";", "|", "\n", "\r\n", "\u00a0", "\u202f", "😀", "2026-03-15", "1/2", "NULL", "true", "\\", "/",
          "{", "[1]", "<b>", "sep=;", "\ufeff"]
dice = random.Random(20261127)
checked = 0


def aet(text, *options):
    done = subprocess.run([os.path.join(BIN, "aet-publics"), "valider", "-q", *options], input=text if isinstance(text, bytes) else text.encode(),
                          env=ENV, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode:
        sys.exit(f"exit {done.returncode} of {options}: {done.stderr.decode()[:400]}\n{text[:400]!r}")
    return done.stdout if "xlsx" in options else done.stdout.decode()


def cell():
    return "".join(dice.choice(PIECES) for _ in range(dice.choice((0, 1, 1, 2, 3, 5))))


def as_written(value, delimiter):
    """A cell bare where it can be, its blanks with it: what Python's csv would quote it need not."""
    if any(c in value for c in f'"\r\n{delimiter}') or value.startswith("\ufeff"):
        return '"' + value.replace('"', '""') + '"'
    return value if dice.random() < 0.7 else f'"{value}"'


def csv_of(rows, headings, delimiter):
    lines = [headings] + rows
    return "".join(delimiter.join(as_written(v, delimiter) for v in line) + "\r\n" for line in lines)


def read_csv(text, delimiter):
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    return [dict(zip(lines[0], line)) for line in lines[1:]]


def same(what, got, want):
    global checked
    for g, w in zip(got, want):
        for name, value in w.items():
            if g.get(name) != value:
                sys.exit(f"{what}: {name}: {g.get(name)!r}, written {value!r}")
            checked += 1
    if len(got) != len(want):
        sys.exit(f"{what}: {len(got)} records of {len(want)}")


def cells_round():
    headings = ["id", "quoi"] + [f"libre {i}" for i in range(COLUMNS)]
    delimiter = dice.choice(",;\t|")
    rows = [[f"A{i}", "Portrait"] + [cell() for _ in range(COLUMNS)] for i in range(ROWS)]
    text = csv_of(rows, headings, delimiter)
    want = [dict(zip(headings, row)) for row in rows]
    absent = [{k: v if v else None for k, v in r.items()} for r in want]
    options = ["--delimiter", "tab" if delimiter == "\t" else delimiter]

    same("Python's own", read_csv(text, delimiter), want)
    if delimiter == ";":
        want = [{k: bare(v) for k, v in r.items()} for r in want]
        absent = [{k: v if v else None for k, v in r.items()} for r in want]
    ndjson = aet(text, *options, "-t", "ndjson")
    same("csv to ndjson", [json.loads(line) for line in ndjson.splitlines()], absent)
    same("csv to csv for Excel", read_excel(aet(text, *options, "-t", "csv", "--excel")), want)
    again = aet(aet(ndjson, "-t", "csv", "--excel"), "--from", "csv", "-t", "ndjson")
    same("by Excel and back", [json.loads(line) for line in again.splitlines()], absent)
    book = aet(text, *options, "-t", "xlsx")
    kept = [{k: v.replace("\r\n", "\n") if v else None for k, v in r.items()} for r in absent]
    same("by a workbook", [json.loads(line) for line in aet(book, "-t", "ndjson").splitlines()], kept)
    same("ndjson to csv", read_csv(aet(ndjson, "-t", "csv"), ","), want)


def bare(v):
    """In a file with semicolons, what a spreadsheet would compute stands behind an apostrophe."""
    return v[1:] if len(v) > 1 and v[0] == "'" and v[1] in "=+-@\t\r'" else v


def read_excel(text):
    return [{k: bare(v) for k, v in r.items()} for r in read_csv(text.lstrip("\ufeff"), ";")]


def numbers_round():
    """Under a key that is no field a number is its digits, and a text never becomes one."""
    digits = ["12.5", "0.10", "-3", "1e3", "1.234", "123456789012345678901234567890", "0"]
    records = [(f"A{i}", dice.choice(digits), cell()) for i in range(ROWS)]
    text = "".join('{"id":"%s","quoi":"Portrait","n":%s,"t":%s}\n' % (i, n, json.dumps(t)) for i, n, t in records)
    want = [{"id": i, "n": n, "t": t} for i, n, t in records]

    same("json numbers to csv", read_csv(aet(text, "-t", "csv"), ","), want)
    back = aet(aet(text, "-t", "csv", "--excel"), "--from", "csv", "-t", "ndjson")
    book = aet(aet(text, "-t", "xlsx"), "-t", "ndjson")
    same("json numbers by a workbook", [json.loads(line) for line in book.splitlines()],
         [{"id": r["id"], "n": r["n"], "t": r["t"].replace("\r\n", "\n") or None} for r in want])
    same("json numbers by Excel", [json.loads(line) for line in back.splitlines()],
         [{"id": r["id"], "n": r["n"], "t": r["t"] or None} for r in want])


for _ in range(ROUNDS):
    cells_round()
    numbers_round()
print(f"{checked} cells, every one as it was written")
