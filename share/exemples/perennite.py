#!/usr/bin/env python3
# Données SYNTHÉTIQUES, inventées par ce script : aucun regroupement, plan ni extrait n'est réel.
# SYNTHETIC data, made up by this script: no group, plan or excerpt is real.
"""Makes, in the folder of this script, with a fixed seed:
  perennite-plans.csv     160 plans: the population from which 40 % are drawn
  perennite-mentions.csv  mentions of the 64 plans drawn with the seed "2026", coded from table moyens
  perennite-codages.csv   60 of these mentions, coded by two people
Usage: python3 share/exemples/perennite.py"""
import csv
import hashlib
import os
import random

HERE = os.path.dirname(os.path.abspath(__file__))
TABLES = os.path.join(HERE, '..', 'tables', 'perennite')
FIELDS = ['mention', 'regroupement', 'plan', 'annee', 'niveau', 'objet', 'strategie',
          'sous_strategie', 'moyen', 'statut', 'extrait', 'codeur']
# Weights by band of levels: what an object is, and which strategies go with each object.
OBJETS = {'1-2': {'activites': 54, 'relations': 36, 'structures': 10},
          '3-4': {'activites': 42, 'relations': 40, 'structures': 18}}
STRATEGIES = {'activites': {'institutionnalisation': 42, 'appropriation': 14, 'politiques': 6, 'ressources': 38},
              'relations': {'institutionnalisation': 40, 'appropriation': 38, 'politiques': 8, 'ressources': 14},
              'structures': {'institutionnalisation': 26, 'appropriation': 16, 'politiques': 40, 'ressources': 18}}
BAND = {'1-2': {'institutionnalisation': 1.4, 'appropriation': 0.5, 'politiques': 0.4, 'ressources': 1.3},
        '3-4': {'institutionnalisation': 0.9, 'appropriation': 1.3, 'politiques': 1.2, 'ressources': 0.8}}
SOUS = {'institutions': 1.2, 'vision': 0.6}  # the others weigh 1


def pick(rng, weights):
    return rng.choices(list(weights), list(weights.values()))[0]


def table(name):
    with open(os.path.join(TABLES, name + '.csv'), encoding='utf-8', newline='') as f:
        return list(csv.DictReader(f))


def write(name, fields, rows):
    with open(os.path.join(HERE, name), 'w', encoding='utf-8', newline='') as f:
        w = csv.DictWriter(f, fields, lineterminator='\n')
        w.writeheader()
        w.writerows(rows)


def make_plans(rng):
    rows = []
    for i in range(1, 161):
        rows.append({'plan': f'P{i:03}', 'regroupement': f'Regroupement fictif {i:03}', 'annee': '2026',
                     'niveau': pick(rng, {1: 20, 2: 32, 3: 30, 4: 18}),
                     'region': f'Région fictive {pick(rng, {"A": 5, "B": 3, "C": 2})}'})
    return rows


def drawn(plans, seed):
    rank = lambda p: hashlib.sha256(f"{seed}\n{p['plan']}".encode()).hexdigest()
    chosen = {p['plan'] for p in sorted(plans, key=rank)[:len(plans) * 2 // 5]}
    return [p for p in plans if p['plan'] in chosen]


def make_mention(rng, plan, number, sous, moyens):
    band = '1-2' if int(plan['niveau']) < 3 else '3-4'
    objet = pick(rng, OBJETS[band])
    weights = {s: w * BAND[band][s] for s, w in STRATEGIES[objet].items()}
    strategie = pick(rng, weights)
    sous_id = pick(rng, {s['id']: SOUS.get(s['id'], 1) for s in sous if s['strategie'] == strategie})
    moyen = rng.choice([m for m in moyens if m['sous_strategie'] == sous_id])
    return {'mention': f'M{number:02}', 'regroupement': plan['regroupement'], 'plan': plan['plan'],
            'annee': plan['annee'], 'niveau': plan['niveau'], 'objet': objet, 'strategie': strategie,
            'sous_strategie': sous_id, 'moyen': moyen['id'],
            'statut': pick(rng, {'prevu': 60, 'applique': 40}),
            'extrait': f"exemple inventé : {moyen['libelle']}", 'codeur': 'Codeur A'}


def make_mentions(rng, plans):
    sous, moyens = table('sous-strategies'), table('moyens')
    rows = []
    for plan in plans:
        mean = 2.5 + 1.6 * int(plan['niveau'])
        for number in range(1, max(2, round(rng.gauss(mean, 1.5))) + 1):
            rows.append(make_mention(rng, plan, number, sous, moyens))
    return rows


def second_coder(rng, row, sous, moyens):
    """The same mention as somebody else might code it: 85 % alike."""
    other = dict(row, codeur='Codeur B')
    if rng.random() < 0.15:
        other['objet'] = rng.choice(['activites', 'relations', 'structures'])
    if rng.random() < 0.15:
        s = rng.choice(sous)
        other['strategie'], other['sous_strategie'] = s['strategie'], s['id']
        other['moyen'] = rng.choice([m['id'] for m in moyens if m['sous_strategie'] == s['id']])
    return other


def main():
    rng = random.Random(20260331)
    plans = make_plans(rng)
    mentions = make_mentions(rng, drawn(plans, '2026'))
    first = rng.sample(mentions, 60)
    first.sort(key=lambda m: (m['plan'], m['mention']))
    shifted = {p: rng.random() < 0.1 for p in sorted({m['plan'] for m in first})}
    second = [second_coder(rng, m, table('sous-strategies'), table('moyens')) for m in first]
    for row in second:
        if shifted[row['plan']]:  # one level for a group and plan, whoever codes
            row['niveau'] = min(4, int(row['niveau']) + 1)
    write('perennite-plans.csv', ['plan', 'regroupement', 'annee', 'niveau', 'region'], plans)
    write('perennite-mentions.csv', FIELDS, mentions)
    write('perennite-codages.csv', FIELDS, first + second)


if __name__ == '__main__':
    main()
