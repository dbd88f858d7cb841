#!/usr/bin/env python3
"""Fait les exemples de aet-repa. Tout est synthétique : aucune personne, aucun milieu, aucun récit
n'existe. La graine est fixe : les mêmes fichiers à chaque fois. Rien d'autre que Python 3.

    python3 share/exemples/repa/faire.py [DOSSIER]
"""
import csv
import datetime as dt
import os
import random
import sys

DOSSIER = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
R = random.Random(20160104)

AGENTS = ["Agente Aubépine", "Agent Bouleau", "Agente Cèdre", "Agent Érable"]
MILIEUX = ["Anse-aux-Hérons", "Baie-des-Mésanges", "Cap-Sarcelle", "Détour-du-Lynx", "Étang-Vert",
           "Faubourg-Lilas", "Grande-Coulée", "Havre-Belette", "Île-au-Geai", "Jardin-Nord",
           "Lac-des-Loutres", "Montée-Perdrix"]
FONCTIONS = ["Observation veille", "Avis-conseil", "Assistance au développement d’outils", "Coaching",
             "Liaison", "Réseautage", "Soutien à l’animation des rencontres",
             "Appui à la gestion administrative"]
TABLEAU5 = {
    "Observation veille": ["Liens de confiance", "Communication"],
    "Avis-conseil": ["Communication", "Valorisation"],
    "Assistance au développement d’outils": ["Planification", "Valorisation"],
    "Coaching": ["Facilitation", "Planification"],
    "Liaison": ["Communication", "Facilitation", "Valorisation"],
    "Réseautage": ["Communication", "Facilitation", "Valorisation"],
    "Soutien à l’animation des rencontres": ["Facilitation", "Communication"],
    "Appui à la gestion administrative": ["Planification", "Communication"],
}
NOTES = {
    "Observation veille": ["lecture de la rencontre, enjeux repérés", "retour fait au groupe sur ses forces"],
    "Avis-conseil": ["questions posées au comité", "exemples venus d’autres milieux"],
    "Assistance au développement d’outils": ["grille de portrait mise au point", "gabarit de plan d’action expliqué"],
    "Coaching": ["préparation de la coordination à son rôle", "mise en situation, gestion d’un conflit"],
    "Liaison": ["programme régional présenté", "résultats transmis à l’instance régionale"],
    "Réseautage": ["mise en relation avec un organisme voisin", "rencontre des partenaires du territoire"],
    "Soutien à l’animation des rencontres": ["coanimation d’un atelier de priorités", "ordre du jour et animation"],
    "Appui à la gestion administrative": ["reddition de comptes revue", "budget et échéancier vérifiés"],
}


def poids(mois, t):
    """Poids des fonctions : t va de 0 à 1 sur deux ans; janvier à avril est la planification."""
    p = [0.16, 0.12, 0.34 - 0.30 * t, 0.14, 0.06 + 0.34 * t, 0.05 + 0.26 * t, 0.07, 0.07]
    if mois <= 4:
        p[2] += 0.22
        p[6] += 0.14
        p[7] += 0.13
    return p


def journal():
    lignes = []
    for an, mois in [(2016 + m // 12, m % 12 + 1) for m in range(24)]:
        rang = (an - 2016) * 12 + mois - 1
        t = rang / 24
        for m, milieu in enumerate(MILIEUX):
            for _ in range(8 + (R.random() < 0.5)):
                jour = R.randint(1, 28)
                f = R.choices(FONCTIONS, poids(mois, t))[0]
                duree = {0: 1.5, 1: 1, 2: 2.5, 3: 2, 4: 1.5, 5: 2, 6: 3, 7: 1.5}[FONCTIONS.index(f)]
                duree = max(0.5, round((duree + R.uniform(-0.6, 0.6)) * 4) / 4)
                base = TABLEAU5[f]
                s = R.sample(base, 2 if len(base) == 2 or R.random() < 0.6 else 3)
                if R.random() < 0.06:
                    s = s[:1]
                if R.random() < 0.04:
                    s = sorted(set(s + [R.choice([x for b in TABLEAU5.values() for x in b])]))
                regional = R.random() < 0.12 + 0.3 * t
                palier = R.choice(["régional", "intrarégional"]) if regional else "local"
                phase = "déploiement" if rang < 10 else "implantation" if rang < 18 else "consolidation"
                etape = "" if R.random() < 0.8 else ("planification" if mois <= 4 else R.choice(
                    ["mise en œuvre", "évaluation et apprentissage"]))
                lignes.append([f"{an}-{mois:02}-{jour:02}", AGENTS[m // 3], milieu, palier, f, "|".join(s),
                               R.choices(["partenaire", "ponctuel"], [4, 1])[0],
                               R.choice([f"{duree:g}".replace(".", ","), f"{int(duree * 60)} min",
                                         f"{int(duree)} h {int(duree * 60) % 60:02}"]),
                               etape, phase, R.choice(["local", "local", "bailleur", "sociopolitique"]),
                               R.choice(NOTES[f])])
    lignes.sort(key=lambda l: l[0])
    vus, garde = set(), []
    for l in lignes:                       # une seule inscription par jour, milieu et fonction
        if (l[0], l[2], l[4]) not in vus:
            vus.add((l[0], l[2], l[4]))
            garde.append(l)
    ecrire("journal.csv", "Date;Agent;Milieu;Palier;Fonction;Stratégies;Posture;Durée;Étape;Phase;Contexte;Notes",
           garde, ";")
    return garde


CODES = ["Observation veille", "Avis-conseil", "Assistance au développement d’outils", "Coaching", "Liaison",
         "Réseautage", "Communication", "Liens de confiance", "Planification", "Facilitation", "Valorisation",
         "Écoute", "Lecture de la situation", "Habiletés politiques", "Réflexivité", "Lâcher-prise", "Ouverture",
         "Patience", "Connaissance de la communauté", "Contexte local", "Contexte sociopolitique"]
PHRASES = ["Avant de proposer quoi que ce soit, il a fallu comprendre comment le groupe décide.",
           "La coordination avait besoin d’un outil simple, nous l’avons bâti ensemble.",
           "Deux organismes ne se parlaient plus; les remettre autour de la table a pris des mois.",
           "Le groupe a choisi lui-même ses priorités, mon rôle était de poser des questions.",
           "La réforme a changé les interlocuteurs, il fallait recréer les liens.",
           "Quand un bon coup arrive, le nommer change le climat des rencontres."]


def segments():
    lignes = []
    for r in range(6):
        recit = f"Récit {r + 1}"
        actifs = CODES[: 9 + 2 * r + (2 if r > 2 else 0)]
        for s in range(40):
            vrais = set(R.sample(actifs, R.choice([1, 1, 2, 2, 3])))
            texte = PHRASES[(r * 7 + s) % len(PHRASES)]
            for codeur in ("Codeuse Fougère", "Codeur Genêt"):
                donnes = {c for c in vrais if R.random() < 0.86}
                if R.random() < 0.12:
                    donnes.add(R.choice(actifs))
                for c in sorted(donnes, key=CODES.index) or [""]:
                    lignes.append([recit, s + 1, codeur, c, texte])
    ecrire("segments.csv", "recit,segment,codeur,code,texte", lignes, ",")


def recits():
    lignes = []
    for r in range(6):
        jour = dt.date(2017, 3, 6) + dt.timedelta(days=9 * r)
        lignes.append([f"Récit {r + 1}", "individuelle", jour, "Répondant " + "ABCDEF"[r], "Relu, précisions ajoutées"])
        lignes.append([f"Récit {r + 1}", "groupe", jour + dt.timedelta(days=60), "Groupe de pairs", "Points de vue partagés"])
        if r < 5:
            lignes.append([f"Récit {r + 1}", "finale", jour + dt.timedelta(days=120), "", "Version bonifiée"])
    ecrire("recits.csv", "recit,validation,date,participants,notes", lignes, ",")


def conditions():
    tables = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tables", "repa", "conditions.csv")
    with open(tables, encoding="utf-8", newline="") as f:
        rangs = list(csv.DictReader(f))
    ecrire("conditions.csv", "organisation,condition,pratique,libelle,reponse,commentaire",
           [["Organisation d’exemple", x["condition"], x["id"], x["libelle"],
             R.choices(["en place", "partiel", "absent", ""], [5, 3, 2, 1])[0], ""] for x in rangs], ",")


def ecrire(nom, tete, lignes, sep):
    with open(os.path.join(DOSSIER, nom), "w", encoding="utf-8", newline="") as f:
        w = csv.writer(f, delimiter=sep, lineterminator="\n")
        w.writerow(tete.split(sep))
        w.writerows(lignes)


journal()
segments()
recits()
conditions()
