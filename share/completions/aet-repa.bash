# bash completion of aet-repa; made by: aet-repa completion bash
_aet_repa()
{
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
    local verb=${COMP_WORDS[1]} operands=0 i
    for ((i = 2; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        --from|-f|--to|-t|--output|-o|--delimiter|--decimal|--dates|--encoding|--skip|--feuille|--map|--listes|--remplir|--tables|--rejets|--bilan-de-lecture|--lecture|--grossir|--pseudonymes|--identites|--cherche|--section|--masquer|--champs|--au-moins|--titre|--auteur|--logo|--modele|--jobs|--taille|--nombre|--par|--date|--diagnostics|--limite|--lang|--type|--etapes|--unite|--codeur|--valeur|--echelle|--ordre|--categories|--poids|--par|--tirage|--mesure|--intervalle|--graine|--repliques|--sources|--forme|--fonction|--strategie|--element|--passage) [[ ${COMP_WORDS[i+1]} == = ]] && ((i++)); ((i++)) ;;
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
    --to|-t) COMPREPLY=($(compgen -W 'csv json ndjson xlsx texte md html docx qde qdpx' -- "$cur")); return ;;
    --decimal) COMPREPLY=($(compgen -W ', .' -- "$cur")); return ;;
    --dates) COMPREPLY=($(compgen -W 'jma mja amj' -- "$cur")); return ;;
    --diagnostics) COMPREPLY=($(compgen -W 'texte json' -- "$cur")); return ;;
    --lang) COMPREPLY=($(compgen -W 'fr en' -- "$cur")); return ;;
    --type) COMPREPLY=($(compgen -W 'journal segments recits recommandations memos' -- "$cur")); return ;;
    --echelle) COMPREPLY=($(compgen -W 'nominale ordinale intervalle rapport' -- "$cur")); return ;;
    --poids) COMPREPLY=($(compgen -W 'lineaires quadratiques radicaux rapport ordinaux' -- "$cur")); return ;;
    --par) COMPREPLY=($(compgen -W 'segment caractere' -- "$cur")); return ;;
    --tirage) COMPREPLY=($(compgen -W 'segment recit' -- "$cur")); return ;;
    --mesure) COMPREPLY=($(compgen -W 'accord kappa kappa_pondere conger conger_pondere pi pi_pondere fleiss fleiss_pondere ac1 ac2 pabak brennan_prediger alpha' -- "$cur")); return ;;
    --intervalle) COMPREPLY=($(compgen -W 'analytique symetrique bca centiles' -- "$cur")); return ;;
    --forme) COMPREPLY=($(compgen -W 'qdc taguette tables' -- "$cur")); return ;;
    --passage) COMPREPLY=($(compgen -W 'phrase paragraphe' -- "$cur")); return ;;
    --section)
        case $verb in
        valider) COMPREPLY=($(compgen -W 'resume base regles' -- "$cur")) ;;
        fiche) COMPREPLY=($(compgen -W 'resume fonctions strategies inscription' -- "$cur")) ;;
        bilan) COMPREPLY=($(compgen -W 'resume base fonctions strategies mois courbes tendances attentes etapes paliers annees postures postures_paliers aupres phases contextes milieux agents conformite resume base codes familles recits codeurs frequences saturation saturation_regle cooccurrences resume base parcours resume base provenances recommandations recits resume base sujets memos_codes memos_recits memos_auteurs memos' -- "$cur")) ;;
        extraits) COMPREPLY=($(compgen -W 'resume base extraits' -- "$cur")) ;;
        accord) COMPREPLY=($(compgen -W 'resume base coefficients global reperes codes codeurs desaccords resume prevision prevision_codes prevision_kappa decoupage decoupage_codes' -- "$cur")) ;;
        conditions) COMPREPLY=($(compgen -W 'resume conditions ecarts' -- "$cur")) ;;
        singularite) COMPREPLY=($(compgen -W 'resume base combinaisons' -- "$cur")) ;;
        esac
        return ;;
    esac
    if [[ $COMP_CWORD -eq 1 ]]; then
        COMPREPLY=($(compgen -W 'valider suggerer fiche bilan extraits accord conditions singularite gabarit codebook segments memos indices table decouper regles schema completion' -- "$cur"))
        return
    elif [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W '--from --to --output --delimiter --decimal --dates --encoding --skip --feuille --excel --map --listes --remplir --tables --rejets --bilan-de-lecture --lecture --normaliser --grossir --sommaire --pseudonymes --identites --cherche --section --masquer --champs --alerte --au-moins --titre --auteur --logo --modele --une-page --empreintes --partiel --ids --fusion --jobs --taille --nombre --par --remplacer --date --diagnostics --limite --strict --quiet --lang --sans-conf --help --version --type --etapes --unite --codeur --valeur --echelle --ordre --categories --poids --par --tirage --mesure --intervalle --graine --repliques --prevoir --sources --forme --fonction --strategie --element --passage' -- "$cur"))
        return
    elif [[ $i -eq $COMP_CWORD && $operands -eq 0 ]]; then
        case $verb in
        fiche) COMPREPLY=($(compgen -W 'observation-veille avis-conseil assistance-outils coaching liaison reseautage' -- "$cur")); return ;;
        gabarit) COMPREPLY=($(compgen -W 'conditions journal segments recits recommandations memos' -- "$cur")); return ;;
        table) COMPREPLY=($(compgen -W 'fonctions fonctions-autres strategies fonctions-strategies elements mobilisation avantages-limites conditions pratiques succes contextes effets-contextes phases etapes attentes apprentissages methode recommandations provenances paliers postures aupres validations reponses sujets-memos definitions visees questions-indicateur codes intitules' -- "$cur")); return ;;
        completion) COMPREPLY=($(compgen -W 'bash zsh fish' -- "$cur")); return ;;
        esac
    fi
    COMPREPLY=($(compgen -f -- "$cur"))
}
complete -o filenames -F _aet_repa aet-repa
