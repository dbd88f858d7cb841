# bash completion of aet-perennite; made by: aet-perennite completion bash
_aet_perennite()
{
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
    local verb=${COMP_WORDS[1]} operands=0 i
    for ((i = 2; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        --from|-f|--to|-t|--output|-o|--delimiter|--decimal|--dates|--encoding|--skip|--feuille|--map|--listes|--remplir|--tables|--rejets|--bilan-de-lecture|--lecture|--pseudonymes|--identites|--cherche|--section|--masquer|--champs|--au-moins|--titre|--auteur|--logo|--modele|--jobs|--taille|--nombre|--par|--date|--diagnostics|--limite|--lang|--fraction|--taille|--strate|--graine|--tirage|--mesure|--intervalle|--proces-verbal|--population|--codeur|--objet|--strategie|--sous-strategie) [[ ${COMP_WORDS[i+1]} == = ]] && ((i++)); ((i++)) ;;
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
    --tirage) COMPREPLY=($(compgen -W 'mention plan' -- "$cur")); return ;;
    --mesure) COMPREPLY=($(compgen -W 'accord kappa kappa_pondere conger conger_pondere pi pi_pondere fleiss fleiss_pondere ac1 ac2 pabak brennan_prediger alpha' -- "$cur")); return ;;
    --intervalle) COMPREPLY=($(compgen -W 'analytique symetrique bca centiles' -- "$cur")); return ;;
    --section)
        case $verb in
        echantillon) COMPREPLY=($(compgen -W 'resume tirage strates plans resume prevision prevision_strates prevision_parts' -- "$cur")) ;;
        valider) COMPREPLY=($(compgen -W 'resume base regles' -- "$cur")) ;;
        bilan) COMPREPLY=($(compgen -W 'resume base constats objets strategies sous_strategies moyens croisement statuts bandes regroupements trajectoires strates' -- "$cur")) ;;
        constats) COMPREPLY=($(compgen -W 'resume base constats' -- "$cur")) ;;
        accord) COMPREPLY=($(compgen -W 'resume base coefficients global reperes codes codeurs desaccords resume prevision prevision_codes prevision_kappa' -- "$cur")) ;;
        singularite) COMPREPLY=($(compgen -W 'resume base combinaisons' -- "$cur")) ;;
        esac
        return ;;
    esac
    if [[ $COMP_CWORD -eq 1 ]]; then
        COMPREPLY=($(compgen -W 'echantillon valider suggerer bilan constats accord singularite gabarit table decouper regles schema completion' -- "$cur"))
        return
    elif [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W '--from --to --output --delimiter --decimal --dates --encoding --skip --feuille --excel --map --listes --remplir --tables --rejets --bilan-de-lecture --lecture --normaliser --sommaire --pseudonymes --identites --cherche --section --masquer --champs --alerte --au-moins --titre --auteur --logo --modele --une-page --empreintes --partiel --ids --fusion --jobs --taille --nombre --par --remplacer --date --diagnostics --limite --strict --quiet --lang --sans-conf --help --version --fraction --taille --strate --graine --tirage --mesure --intervalle --proces-verbal --prevoir --population --codeur --objet --strategie --sous-strategie' -- "$cur"))
        return
    elif [[ $i -eq $COMP_CWORD && $operands -eq 0 ]]; then
        case $verb in
        table) COMPREPLY=($(compgen -W 'objets strategies sous-strategies moyens niveaux bandes statuts reperes constats intitules' -- "$cur")); return ;;
        completion) COMPREPLY=($(compgen -W 'bash zsh fish' -- "$cur")); return ;;
        esac
    fi
    COMPREPLY=($(compgen -f -- "$cur"))
}
complete -o filenames -F _aet_perennite aet-perennite
