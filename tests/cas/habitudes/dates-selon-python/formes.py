"""Dates in the forms that people use. `formes.py TRUTH` writes a sheet of them and, in TRUTH, what
each is; `formes.py compare TRUTH READ` counts what was read as it is. A form with a wrong weekday is
nothing that can be read: it is not among those read."""
import datetime
import json
import random
import sys

FR = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
FR_SHORT = "janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.".split()
DAYS_FR = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()


def forms(d):
    """Each way to write the day `d` that leaves no doubt."""
    day, month, year = d.day, d.month - 1, d.year
    first = "1er" if day == 1 else str(day)
    yield d.isoformat()
    yield d.strftime("%Y/%m/%d 10:30")
    yield f"{first} {FR[month]} {year}"
    yield f"le {first} {FR[month].upper()} {year}"
    yield f"{DAYS_FR[d.weekday()]} {first} {FR[month]} {year}"
    yield f"{DAYS_FR[d.weekday()][:3]}. {day} {FR_SHORT[month]} {year}"
    yield f"{day}-{FR_SHORT[month]}-{year}"
    yield f"{day}\u00a0{FR_SHORT[month].rstrip('.')}\u00a0{year}"
    yield d.strftime("%B %-d, %Y")
    yield d.strftime("%A, %B %-d, %Y")
    yield d.strftime("%-d %b %Y")
    yield d.strftime("%b. %-d, %Y 9:05 PM")
    if 2000 <= year <= 2068:
        yield d.strftime("%-d-%b-%y")
        yield f"{day}-{FR_SHORT[month].rstrip('.')}-{year % 100:02}"
    if day > 12 or day == d.month:
        yield d.strftime("%d/%m/%Y")
        yield d.strftime("%-d.%-m.%Y")
        yield d.strftime("%m/%d/%Y") if day == d.month else d.strftime("%d-%m-%Y")


def write(truth):
    draw = random.Random(2026)
    first, last = datetime.date(1970, 1, 1).toordinal(), datetime.date(2100, 1, 1).toordinal()
    expected, n = {}, 0
    print("id,echeance")
    for _ in range(120):
        d = datetime.date.fromordinal(draw.randrange(first, last))
        for form in forms(d):
            n += 1
            expected[str(n)] = d.isoformat()
            print(f'{n},"{form}"')
        n += 1
        print(f'{n},"{DAYS_FR[(d.weekday() + draw.randrange(1, 7)) % 7]} {d.day} {FR[d.month - 1]} {d.year}"')
        n += 1
        expected[str(n)] = f"{d.year:04}-{d.month:02}"
        print(f'{n},"{FR[d.month - 1]} {d.year}"')
    json.dump(expected, open(truth, "w"))


def compare(truth, read):
    expected = json.load(open(truth))
    seen = {}
    for line in open(read):
        record = json.loads(line)
        seen[record["id"]] = record["echeance"]
    wrong = [i for i in expected if seen.get(i) != expected[i]]
    more = [i for i in seen if i not in expected]
    print(len(expected), "written,", len(expected) - len(wrong), "read as they are,", len(more), "read that are none")
    for i in (wrong + more)[:10]:
        print(i, expected.get(i), seen.get(i))


if sys.argv[1] == "compare":
    compare(sys.argv[2], sys.argv[3])
else:
    write(sys.argv[1])
