#!/usr/bin/env python3
"""Agreement of two coders, code by code, by libraries of others, for tests/bench/run.

    accord.py sklearn|nltk FILE

sklearn: Cohen's κ of every code. nltk: Krippendorff's α of the first code only, since it compares every
pair of labels. Reads the CSV of generer codages, prints the figures."""
import csv
import sys


def read(path):
    """The segments in order, the coders, and of each coder and code the set of its segments."""
    segments, marks, codes = {}, {}, {}
    with open(path, encoding='utf-8', newline='') as f:
        for row in csv.DictReader(f):
            unit = segments.setdefault((row['recit'], row['segment']), len(segments))
            marks.setdefault(row['codeur'], {})
            if row['code']:
                codes[row['code']] = True
                marks[row['codeur']].setdefault(row['code'], set()).add(unit)
    return len(segments), list(marks), list(codes), marks


def vector(n, chosen):
    v = [0] * n
    for unit in chosen:
        v[unit] = 1
    return v


def main():
    library, path = sys.argv[1:]
    n, coders, codes, marks = read(path)
    if library == 'sklearn':
        from sklearn.metrics import cohen_kappa_score
        for code in codes:
            a, b = (vector(n, marks[c].get(code, ())) for c in coders)
            print(code, cohen_kappa_score(a, b))
    else:
        from nltk.metrics.agreement import AnnotationTask
        code = codes[0]
        vectors = [(c, vector(n, marks[c].get(code, ()))) for c in coders]
        data = [(c, str(u), v[u]) for c, v in vectors for u in range(n)]
        print(code, AnnotationTask(data=data).alpha())


if __name__ == '__main__':
    main()
