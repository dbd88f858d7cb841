# bash completion of aet-plan; made by: aet-plan completion bash
_aet_plan()
{
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
    local verb=${COMP_WORDS[1]} operands=0 i
    for ((i = 2; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        --from|-f|--to|-t|--output|-o|--delimiter|--decimal|--dates|--encoding|--skip|--feuille|--map|--listes|--remplir|--tables|--rejets|--bilan-de-lecture|--lecture|--pseudonymes|--identites|--cherche|--section|--masquer|--au-moins|--titre|--auteur|--logo|--modele|--jobs|--taille|--nombre|--par|--date|--diagnostics|--limite|--lang|--debut|--fin|--facteurs|--rencontres-par-facteur|--rythme|--jour|--regulieres|--exclure|--rencontre|--feries|--nom|--bailleur|--annee|--territoire) [[ ${COMP_WORDS[i+1]} == = ]] && ((i++)); ((i++)) ;;
        -?*) ;;
        *) ((operands++)) ;;
        esac
    done
    if [[ $cur == = ]]; then cur=
    elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}
    fi
    COMPREPLY=()
    case $prev in
    --from|-f) COMPREPLY=($(compgen -W 'csv json ndjson xlsx ods' -- "$cur")); return ;;
    --to|-t) COMPREPLY=($(compgen -W 'csv json ndjson xlsx texte md html docx ics' -- "$cur")); return ;;
    --decimal) COMPREPLY=($(compgen -W ', .' -- "$cur")); return ;;
    --dates) COMPREPLY=($(compgen -W 'jma mja amj' -- "$cur")); return ;;
    --diagnostics) COMPREPLY=($(compgen -W 'texte json' -- "$cur")); return ;;
    --lang) COMPREPLY=($(compgen -W 'fr en' -- "$cur")); return ;;
    --jour) COMPREPLY=($(compgen -W 'lundi mardi mercredi jeudi vendredi samedi dimanche' -- "$cur")); return ;;
    --feries) COMPREPLY=($(compgen -W 'oui non' -- "$cur")); return ;;
    --section)
        case $verb in
        valider) COMPREPLY=($(compgen -W 'resume base regles' -- "$cur")) ;;
        vue) COMPREPLY=($(compgen -W 'resume base territoire chaine apercu matrice lacunes budget responsables reseau' -- "$cur")) ;;
        suivi) COMPREPLY=($(compgen -W 'resume base territoire alertes regroupements transformations actions indicateurs cibles decisions' -- "$cur")) ;;
        rapport) COMPREPLY=($(compgen -W 'resume base bailleurs actions resultats decisions' -- "$cur")) ;;
        comparer) COMPREPLY=($(compgen -W 'resume base totaux changements' -- "$cur")) ;;
        revision) COMPREPLY=($(compgen -W 'resume base plans a_decider elements budgets changements' -- "$cur")) ;;
        calendrier) COMPREPLY=($(compgen -W 'resume calendrier' -- "$cur")) ;;
        diagnostic) COMPREPLY=($(compgen -W 'resume base conditions evolution items' -- "$cur")) ;;
        esac
        return ;;
    esac
    if [[ $COMP_CWORD -eq 1 ]]; then
        COMPREPLY=($(compgen -W 'valider vue suivi rapport comparer revision calendrier rencontre extraire diagnostic gabarit table decouper regles schema completion' -- "$cur"))
        return
    elif [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W '--from --to --output --delimiter --decimal --dates --encoding --skip --feuille --excel --map --listes --remplir --tables --rejets --bilan-de-lecture --lecture --normaliser --sommaire --pseudonymes --identites --cherche --section --masquer --alerte --au-moins --titre --auteur --logo --modele --une-page --empreintes --jobs --taille --nombre --par --remplacer --date --diagnostics --limite --strict --quiet --lang --sans-conf --help --version --canonique --debut --fin --facteurs --rencontres-par-facteur --rythme --jour --regulieres --exclure --rencontre --feries --nom --compte-rendu --tous --large --bailleur --annee --rapport --territoire' -- "$cur"))
        return
    elif [[ $i -eq $COMP_CWORD && $operands -eq 0 ]]; then
        case $verb in
        gabarit) COMPREPLY=($(compgen -W '1 2 3 4 5 6 7 8 9 10 11 12 13' -- "$cur")); return ;;
        table) COMPREPLY=($(compgen -W 'etapes rencontres objectifs outils systemes facteurs analyses mesures etats-action decisions paliers conditions-partenariat principes intitules' -- "$cur")); return ;;
        completion) COMPREPLY=($(compgen -W 'bash zsh fish' -- "$cur")); return ;;
        esac
    fi
    COMPREPLY=($(compgen -f -- "$cur"))
}
complete -o filenames -F _aet_plan aet-plan
