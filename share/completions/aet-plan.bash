# bash completion of aet-plan; made by: aet-plan completion bash
_aet_plan()
{
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
    COMPREPLY=()
    case $prev in
    --from|-f) COMPREPLY=($(compgen -W 'csv json ndjson' -- "$cur")); return ;;
    --to|-t) COMPREPLY=($(compgen -W 'csv json ndjson texte md html ics' -- "$cur")); return ;;
    --decimal) COMPREPLY=($(compgen -W ', .' -- "$cur")); return ;;
    --dates) COMPREPLY=($(compgen -W 'jma mja amj' -- "$cur")); return ;;
    --diagnostics) COMPREPLY=($(compgen -W 'texte json' -- "$cur")); return ;;
    --lang) COMPREPLY=($(compgen -W 'fr en' -- "$cur")); return ;;
    --jour) COMPREPLY=($(compgen -W 'lundi mardi mercredi jeudi vendredi samedi dimanche' -- "$cur")); return ;;
    esac
    if [[ $COMP_CWORD -eq 1 ]]; then
        COMPREPLY=($(compgen -W 'valider vue suivi calendrier extraire diagnostic gabarit table regles schema completion' -- "$cur"))
    elif [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W '--from --to --output --delimiter --decimal --dates --encoding --skip --excel --map --tables --rejets --sommaire --cherche --section --alerte --empreintes --date --diagnostics --strict --quiet --lang --help --version --canonique --debut --fin --facteurs --rencontres-par-facteur --rythme --jour --regulieres --exclure --rencontre' -- "$cur"))
    else
        COMPREPLY=($(compgen -f -- "$cur"))
    fi
}
complete -o filenames -F _aet_plan aet-plan
