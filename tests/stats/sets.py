#!/usr/bin/python3
"""Sets of codes by the matrix: Krippendorff's alpha by the distances of Jaccard and MASI, from NLTK's
AnnotationTask (Debian python3-nltk), and its standard error as Gwet (2014, ch. 5) linearises it, by numeric
derivatives of 1 - N D_o / D_e. A set is a number, bit c for code c; 0 is the empty set; NA is missing.

MASI's own factors are 2/3 and 1/3 (Passonneau 2006): NLTK writes .67 and .33, so that its distance is given
to it with the exact ones; `masi_nltk` is what it has by its own. It divides by 0 for two empty sets, which
are 0 apart. Run from this folder: /usr/bin/python3 sets.py"""
import importlib
import math
import random

agreement = importlib.import_module("nltk.metrics.agreement")
distance = importlib.import_module("nltk.metrics.distance")


def jaccard(a, b):
    return distance.jaccard_distance(a, b) if a | b else 0.0


def masi(a, b):
    if a == b:
        return 0.0
    factor = 2 / 3 if a <= b or b <= a else 1 / 3
    return 1 - factor * len(a & b) / len(a | b)


def masi_nltk(a, b):
    return distance.masi_distance(a, b) if a | b else 0.0


def members(mask):
    return frozenset(c for c in range(8) if mask >> c & 1)


def alpha(matrix, gap):
    data = [(f"c{k}", f"u{i}", members(v)) for i, u in enumerate(matrix) for k, v in enumerate(u) if v is not None]
    return agreement.AnnotationTask(data, distance=gap).alpha()


def weighed(units, weights, gap):
    """1 - N D_o / D_e, a unit counting for its weight."""
    seen, counts = 0.0, {}
    for u, w in zip(units, weights):
        seen += w * sum(gap(a, b) for a in u for b in u) / (len(u) - 1)
        for a in u:
            counts[a] = counts.get(a, 0.0) + w
    total = sum(counts.values())
    chance = sum(x * y * gap(a, b) for a, x in counts.items() for b, y in counts.items())
    return 1 - total * seen / chance


def error(matrix, gap):
    units = [[members(v) for v in u if v is not None] for u in matrix]
    units = [u for u in units if len(u) > 1]
    n, sum_of_squares, h = len(units), 0.0, 1e-5
    for i in range(n):
        up, down = [1.0] * n, [1.0] * n
        up[i] += h
        down[i] -= h
        sum_of_squares += ((weighed(units, up, gap) - weighed(units, down, gap)) / (2 * h)) ** 2
    return math.sqrt(n / (n - 1) * sum_of_squares)


def draw(units, coders, codes, slip, missing):
    rows = []
    for _ in range(units):
        truth = sum(1 << c for c in range(codes) if random.random() < 0.3)
        rows.append([None if random.random() < missing else
                     truth ^ sum(1 << c for c in range(codes) if random.random() < slip) for _ in range(coders)])
    return rows


random.seed(2006)
sets = [
    [[1, 1], [3, 1], [0, 0], [0, 2], [6, 3], [4, 4], [7, 6]],
    [[1, 2, None], [3, 3, 3], [0, None, 0], [None, None, 5], [5, 1, 4], [0, 0, 1]],
    draw(30, 2, 4, 0.1, 0), draw(40, 3, 6, 0.15, 0.2), draw(60, 5, 8, 0.05, 0.4), draw(25, 2, 3, 0.4, 0),
]
with open("sets.csv", "w") as out:
    version = importlib.import_module("nltk").__version__
    print(f"# Written by sets.py beside it with NLTK {version}.", file=out)
    print("coders,matrix,jaccard,masi,masi_nltk,jaccard_se,masi_se", file=out)
    for m in sets:
        flat = " ".join("NA" if v is None else str(v) for u in m for v in u)
        figures = [alpha(m, jaccard), alpha(m, masi), alpha(m, masi_nltk)]
        print(len(m[0]), flat, *(f"{x:.15g}" for x in figures), *(f"{error(m, g):.10g}" for g in (jaccard, masi)),
              sep=",", file=out)
