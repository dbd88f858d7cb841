/* Action plans of three objectives, a transformation for each system, indicators followed and
 * actions under way: complete, so that no rule has anything to say at the date that the measures
 * give. */
#include <stdio.h>

#include "generer.h"

enum { OBJECTIFS = 3, ID = 48 };

struct own {
    const struct table *analyses, *systemes;
};

static void begin(struct maker *m)
{
    *(struct own *)m->own = (struct own){ table_of(m, "analyses"), table_of(m, "systemes") };
}

static void put_one(struct maker *m, const char *name, const char *part)
{
    struct span parts[] = { aet_span_z(part) };

    put_list(m, name, parts, 1);
}

/* An element begins with its id, made of its parent's. */
static void element(struct maker *m, char *id, const char *parent, char letter, size_t rank)
{
    snprintf(id, ID, "%s%s%c%zu", parent, *parent ? "-" : "", letter, rank);
    open_item(m);
    put_z(m, "id", id);
}

static void put_month(struct maker *m, const char *name, size_t months)
{
    char text[ID];

    snprintf(text, sizeof text, "%zu-%02zu", 2024 + (8 + months) / 12, (8 + months) % 12 + 1);
    put_z(m, name, text);
}

static void put_who(struct maker *m)
{
    struct span partners[] = { AET_LIT("CLSC des Berges"), AET_LIT("CPE Les Étoiles d’Or"),
                               AET_LIT("Maison de la famille, secteur est") };

    put_person(m, "responsable", throw_dice(m, 40));
    put_list(m, "partenaires", partners, 1 + throw_dice(m, 3));
}

static void indicator(struct maker *m, const char *parent)
{
    size_t from = 10 + throw_dice(m, 30);
    char id[ID];

    element(m, id, parent, 'i', 1);
    put_note(m, "libelle", 3, 4);
    put_z(m, "mesure", "pourcentage");
    put_number(m, "depart", from);
    put_month(m, "date_depart", 0);
    put_number(m, "cible", from + 20);
    put_month(m, "date_cible", 32);
    put_z(m, "outil", "Questionnaire aux parents");
    open_list(m, "releves");
    for (size_t r = 1; r <= 2; r++) {
        element(m, id, parent, 'r', r);
        put_z(m, "date", r == 1 ? "2025-06-10" : "2026-06-02");
        put_number(m, "valeur", from + r * 4);
        put_z(m, "confiance", "moyenne");
        put_note(m, "commentaire", 2, 5);
        close_object(m);
    }
    close_list(m);
    close_object(m);
}

static void follow_up(struct maker *m, const char *parent, size_t budget)
{
    char id[ID];

    open_list(m, "suivis");
    for (size_t s = 1; s <= 2; s++) {
        element(m, id, parent, 's', s);
        put_z(m, "date", s == 1 ? "2025-12-15" : "2026-06-15");
        put_z(m, "etat", "en cours");
        put_number(m, "avancement", s * 45);
        put_money(m, "depense", budget * s * 30);
        close_object(m);
    }
    close_list(m);
}

static void mentions(struct maker *m, const char *parent)
{
    static const struct {
        const char *objet, *strategie, *sous;
    } rows[] = { { "activites", "ressources", "financement" },
                 { "relations", "institutionnalisation", "engagement" },
                 { "Structures/fonctionnements", "Changement de politiques", "institutions" } };
    char id[ID];

    open_list(m, "mentions");
    for (size_t i = 1; i <= 1 + throw_dice(m, 2); i++) {
        size_t r = throw_dice(m, sizeof rows / sizeof *rows);

        element(m, id, parent, 'm', i);
        put_z(m, "objet", rows[r].objet);
        put_z(m, "strategie", rows[r].strategie);
        put_z(m, "sous_strategie", rows[r].sous);
        put_z(m, "statut", "Prévu");
        put_note(m, "extrait", 5, 8);
        put_person(m, "codeur", 0);
        close_object(m);
    }
    close_list(m);
}

static void action(struct maker *m, const char *parent, size_t rank)
{
    size_t budget = 1000 + throw_dice(m, 9000);
    char id[ID];

    element(m, id, parent, 'x', rank);
    put_note(m, "libelle", 2, 4);
    put_note(m, "contenu", 8, 10);
    put_who(m);
    put_month(m, "debut", 6);
    put_month(m, "fin", 30);
    put_number(m, "budget", budget);
    open_object(m, "ressources");
    put_z(m, "humaines", "Une intervenante, deux jours par mois");
    put_z(m, "materielles", "Matériel de jeu");
    put_z(m, "financieres", "Aucune autre");
    close_object(m);
    open_list(m, "bailleurs");
    open_item(m);
    put_z(m, "nom", "Fonds régional petite enfance");
    put_number(m, "montant", budget);
    close_object(m);
    close_list(m);
    follow_up(m, id, budget);
    mentions(m, id);
    close_object(m);
}

static void transformation(struct maker *m, const char *parent, size_t rank)
{
    const struct own *o = m->own;
    char id[ID];

    element(m, id, parent, 't', rank + 1);
    put_note(m, "libelle", 4, 5);
    put(m, "systeme", rank % 2 ? row_label(o->systemes, rank) : aet_cell(o->systemes, rank, 0));
    put_who(m);
    open_list(m, "indicateurs");
    indicator(m, id);
    close_list(m);
    open_list(m, "actions");
    for (size_t i = 1; i <= 1 + throw_dice(m, 2); i++)
        action(m, id, i);
    close_list(m);
    close_object(m);
}

static void objectives(struct maker *m)
{
    const struct own *o = m->own;
    char id[ID];

    open_list(m, "objectifs");
    for (size_t i = 1; i <= OBJECTIFS; i++) {
        element(m, id, "", 'o', i);
        put_note(m, "libelle", 3, 5);
        put_one(m, "constats", "c1");
        put_one(m, "facteurs", "f1");
        open_list(m, "transformations");
        for (size_t s = 0; s < o->systemes->rows; s++)
            transformation(m, id, s);
        close_list(m);
        close_object(m);
    }
    close_list(m);
}

static void situation(struct maker *m)
{
    const struct own *o = m->own;
    char id[ID];

    open_list(m, "facteurs");
    element(m, id, "", 'f', 1);
    put_z(m, "libelle", "Pratiques parentales");
    put_z(m, "systeme", "famille");
    close_object(m);
    close_list(m);
    open_list(m, "analyses");
    for (size_t a = 0; a < o->analyses->rows; a++) {
        element(m, id, "", 'a', a + 1);
        put(m, "analyse", aet_cell(o->analyses, a, 0));
        put_z(m, "organisme", "CLSC des Berges");
        put_note(m, "contenu", 10, 10);
        put_one(m, "facteurs", "f1");
        close_object(m);
    }
    close_list(m);
    open_list(m, "constats");
    element(m, id, "", 'c', 1);
    put_z(m, "libelle", "Peu de familles connaissent les services");
    put_z(m, "analyse", "donnees");
    put_z(m, "prioritaire", "oui");
    put_one(m, "facteurs", "f1");
    close_object(m);
    close_list(m);
}

static void communication(struct maker *m)
{
    open_list(m, "communication");
    open_item(m);
    put_z(m, "id", "k1");
    put_z(m, "quoi", "Présenter le plan aux partenaires");
    put_one(m, "public", "partenaires");
    put_z(m, "responsable", "Comité de coordination");
    put_z(m, "echeance", "2026-12-01");
    close_object(m);
    close_list(m);
    open_object(m, "suivi");
    put_z(m, "frequence", "Deux fois par année");
    put_one(m, "dates", "2026-06-18");
    close_object(m);
}

static void make(struct maker *m, uint64_t number)
{
    put_numbered(m, "id", "P", number);
    put_note(m, "libelle", 3, 4);
    put_number(m, "annee", 2024);
    open_object(m, "regroupement");
    put_numbered(m, "id", "rlp-", number);
    put_place(m, "nom", (size_t)number);
    put_place(m, "territoire", (size_t)number);
    put_z(m, "palier", "local");
    put_number(m, "niveau", 1 + throw_dice(m, 4));
    close_object(m);
    open_object(m, "cycle");
    put_month(m, "debut", 0);
    put_month(m, "fin", 35);
    close_object(m);
    put_note(m, "mise_en_contexte", 10, 20);
    put_one(m, "regles_fonctionnement", "Décisions par consensus");
    situation(m);
    objectives(m);
    communication(m);
    end_record(m);
}

const struct sort sort_plans = { "plans", "plan", NULL, sizeof(struct own), begin, make };
