# bash completion of aet-perennite; made by: aet-perennite completion bash
_aet_perennite()
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
    esac
    if [[ $COMP_CWORD -eq 1 ]]; then
        COMPREPLY=($(compgen -W 'echantillon valider suggerer bilan constats accord gabarit table regles schema completion' -- "$cur"))
    elif [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W '--from --to --output --delimiter --decimal --dates --encoding --skip --excel --map --tables --rejets --sommaire --cherche --section --alerte --empreintes --date --diagnostics --strict --quiet --lang --help --version --fraction --taille --strate --graine --proces-verbal --population --codeur --masquer --objet --strategie --sous-strategie' -- "$cur"))
    else
        COMPREPLY=($(compgen -f -- "$cur"))
    fi
}
complete -o filenames -F _aet_perennite aet-perennite
