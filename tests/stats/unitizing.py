#!/usr/bin/python3
"""Random unitizations by Krippendorff's alphas (2019, Content Analysis, 4th ed., §12.6), character by character
and in exact fractions: whole matrices of coincidences, observed and expected, written as the formulas are and
with nothing of the sweep that lib/stats makes. Undefined: NA. A continuum that one coder read does not count.
Run from this folder: /usr/bin/python3 unitizing.py"""
import random
from fractions import Fraction

GAP = None


def at(units, coder, x):
    """The value that a coder gave to a character, and its passage."""
    for unit in units:
        if unit[0] == coder and unit[2] <= x < unit[3]:
            return unit[1]
    return GAP


def ratio(seen, expected):
    off_seen = sum(n for (c, k), n in seen.items() if c != k)
    off_expected = sum(n for (c, k), n in expected.items() if c != k)
    return 1 - off_seen / off_expected if off_expected else None


def expected_of(seen, values, squares):
    margins = {c: sum(seen[c, k] for k in values) for c in values}
    total = sum(margins.values())
    if not total:
        return None
    whole = total - Fraction(sum(squares.values())) / total
    if not whole:
        return None
    return {(c, k): (margins[c] * margins[k] - (squares[c] if c == k else 0)) / whole for c in values for k in values}


def family(continua, n_values):
    values = [GAP, *range(n_values)]
    seen = {(c, k): Fraction(0) for c in values for k in values}
    squares = dict.fromkeys(values, Fraction(0))
    shared = dict.fromkeys(values, Fraction(0))
    for length, coders, units in continua:
        if coders < 2:
            continue
        grid = [[at(units, i, x) for x in range(length)] for i in range(coders)]
        for x in range(length):
            for i in range(coders):
                squares[GAP] += grid[i][x] is GAP
                for j in range(coders):
                    if i != j:
                        seen[grid[i][x], grid[j][x]] += Fraction(1, coders - 1)
        for coder, value, start, end in units:
            squares[value] += (end - start) ** 2
            others = [sum(grid[j][x] is not GAP for x in range(start, end)) for j in range(coders) if j != coder]
            shared[value] += Fraction(sum(others), coders - 1) ** 2
    valued = values[1:]
    inner = {(c, k): seen[c, k] for c in valued for k in valued}
    e, f = expected_of(seen, values, squares), expected_of(inner, valued, shared)
    total, marked = sum(seen.values()), sum(inner.values())
    ku = []
    for k in valued:
        l_k = sum(inner[c, k] for c in valued)
        e_k = sum(f[c, k] for c in valued) if f else 0
        apart = e_k - f[k, k] if f else 0
        ku.append(1 - e_k / l_k * (l_k - inner[k, k]) / apart if l_k and apart else None)
    return (ratio(seen, e) if e else None, ratio(inner, f) if f else None, marked / total if total else None, ku)


def cut(length, n_values, coder, density, like):
    """Passages of one coder: another's, moved a little and given other values at times, or his own."""
    units, x = [], 0
    if like:
        for _, value, start, end in like:
            start, end = max(x, start + random.randint(-2, 2)), min(length, end + random.randint(-2, 2))
            if start < end and random.random() < 0.9:
                units.append((coder, value if random.random() < 0.8 else random.randrange(n_values), start, end))
                x = end
        return units
    while x < length:
        end = min(length, x + random.randint(1, 9))
        if random.random() < density:
            units.append((coder, random.randrange(n_values), x, end))
        x = end
    return units


def text(value):
    return "NA" if value is None else f"{float(value):.15g}"


def main():
    random.seed(20261128)
    print("# Written by unitizing.py beside it: exact, by character.")
    print("lengths,coders,values,units,u,cu,coverage,ku")
    for case in range(60):
        n_values, continua = random.randint(1, 6), []
        for _ in range(random.randint(1, 4)):
            length, coders = random.randint(5, 60), random.choice([1, 2, 2, 3, 3, 4, 5])
            density, units = random.choice([0.0, 0.3, 0.6, 1.0]), []
            first = cut(length, n_values, 0, density, None)
            for coder in range(coders):
                like = first if coder and random.random() < 0.7 else None
                units += first if coder == 0 else cut(length, n_values, coder, density, like)
            continua.append((length, coders, units))
        u, cu, coverage, ku = family(continua, n_values)
        flat = [(c, *unit) for c, (_, _, units) in enumerate(continua) for unit in units]
        print(",".join([" ".join(str(length) for length, _, _ in continua),
                        " ".join(str(coders) for _, coders, _ in continua), str(n_values),
                        " ".join(str(x) for row in flat for x in row), text(u), text(cu), text(coverage),
                        " ".join(text(k) for k in ku)]))


main()
