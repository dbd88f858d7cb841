# bash completion of aet-repa; made by: aet-repa completion bash
_aet_repa()
{
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
    COMPREPLY=()
    case $prev in
    --from|-f) COMPREPLY=($(compgen -W 'csv json ndjson' -- "$cur")); return ;;
    --to|-t) COMPREPLY=($(compgen -W 'csv json ndjson texte md html' -- "$cur")); return ;;
    --decimal) COMPREPLY=($(compgen -W ', .' -- "$cur")); return ;;
    --dates) COMPREPLY=($(compgen -W 'jma mja amj' -- "$cur")); return ;;
    --diagnostics) COMPREPLY=($(compgen -W 'texte json' -- "$cur")); return ;;
    --lang) COMPREPLY=($(compgen -W 'fr en' -- "$cur")); return ;;
    --type) COMPREPLY=($(compgen -W 'journal segments recits' -- "$cur")); return ;;
    --echelle) COMPREPLY=($(compgen -W 'nominale ordinale intervalle rapport' -- "$cur")); return ;;
    --par) COMPREPLY=($(compgen -W 'segment caractere' -- "$cur")); return ;;
    --forme) COMPREPLY=($(compgen -W 'qdc taguette tables' -- "$cur")); return ;;
    esac
    if [[ $COMP_CWORD -eq 1 ]]; then
        COMPREPLY=($(compgen -W 'valider suggerer fiche bilan accord conditions gabarit codebook segments table regles schema completion' -- "$cur"))
    elif [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W '--from --to --output --delimiter --decimal --dates --encoding --skip --excel --map --tables --rejets --sommaire --cherche --section --alerte --empreintes --date --diagnostics --strict --quiet --lang --help --version --type --etapes --pseudonymes --identites --unite --codeur --valeur --echelle --ordre --par --graine --repliques --sources --forme --fonction --strategie --element' -- "$cur"))
    else
        COMPREPLY=($(compgen -f -- "$cur"))
    fi
}
complete -o filenames -F _aet_repa aet-repa
