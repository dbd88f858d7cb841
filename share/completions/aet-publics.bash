# bash completion of aet-publics; made by: aet-publics completion bash
_aet_publics()
{
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
    local verb=${COMP_WORDS[1]} operands=0 i
    for ((i = 2; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        --from|-f|--to|-t|--output|-o|--delimiter|--decimal|--dates|--encoding|--skip|--feuille|--map|--listes|--remplir|--tables|--rejets|--bilan-de-lecture|--lecture|--grossir|--pseudonymes|--identites|--cherche|--section|--masquer|--champs|--au-moins|--titre|--auteur|--logo|--modele|--jobs|--taille|--nombre|--par|--date|--diagnostics|--limite|--lang|--max-publics|--public|--pourquoi|--retombee|--comment|--exemple|--but|--experience) [[ ${COMP_WORDS[i+1]} == = ]] && ((i++)); ((i++)) ;;
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
    --to|-t) COMPREPLY=($(compgen -W 'csv json ndjson xlsx texte md html docx' -- "$cur")); return ;;
    --decimal) COMPREPLY=($(compgen -W ', .' -- "$cur")); return ;;
    --dates) COMPREPLY=($(compgen -W 'jma mja amj' -- "$cur")); return ;;
    --diagnostics) COMPREPLY=($(compgen -W 'texte json' -- "$cur")); return ;;
    --lang) COMPREPLY=($(compgen -W 'fr en' -- "$cur")); return ;;
    --section)
        case $verb in
        valider) COMPREPLY=($(compgen -W 'resume base regles' -- "$cur")) ;;
        bilan) COMPREPLY=($(compgen -W 'resume base retards regroupements regroupements_publics publics buts matrice lacunes moyens retombees messages hors_matrice responsables mois' -- "$cur")) ;;
        retombees) COMPREPLY=($(compgen -W 'resume base retombees moyens annees regroupements' -- "$cur")) ;;
        singularite) COMPREPLY=($(compgen -W 'resume base combinaisons' -- "$cur")) ;;
        esac
        return ;;
    esac
    if [[ $COMP_CWORD -eq 1 ]]; then
        COMPREPLY=($(compgen -W 'valider suggerer bilan retombees singularite gabarit table decouper regles schema completion' -- "$cur"))
        return
    elif [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W '--from --to --output --delimiter --decimal --dates --encoding --skip --feuille --excel --map --listes --remplir --tables --rejets --bilan-de-lecture --lecture --normaliser --grossir --sommaire --pseudonymes --identites --cherche --section --masquer --champs --alerte --au-moins --titre --auteur --logo --modele --une-page --empreintes --partiel --ids --fusion --jobs --taille --nombre --par --remplacer --date --diagnostics --limite --strict --quiet --lang --sans-conf --help --version --max-publics --public --pourquoi --retombee --comment --exemple --but --experience' -- "$cur"))
        return
    elif [[ $i -eq $COMP_CWORD && $operands -eq 0 ]]; then
        case $verb in
        table) COMPREPLY=($(compgen -W 'publics buts questions termes matrice etats origine intitules' -- "$cur")); return ;;
        completion) COMPREPLY=($(compgen -W 'bash zsh fish' -- "$cur")); return ;;
        esac
    fi
    COMPREPLY=($(compgen -f -- "$cur"))
}
complete -o filenames -F _aet_publics aet-publics
