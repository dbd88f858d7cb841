@echo off
rem Déposer sur ce fichier un classeur ou une feuille (.xlsx, .ods, .csv) : il est vérifié, et deux fichiers
rem se font à côté de lui, NOM-rejets.xlsx (les lignes à corriger) et NOM-bilan.html, qui s'ouvre.
rem L'outil est dit par le nom de ce fichier : verifier-publics.cmd, -plan, -perennite, -repa.
rem Pour un script : avec AET_NE_PAS_OUVRIR=1 rien ne s'ouvre ni n'attend.
setlocal DisableDelayedExpansion
chcp 65001 > nul
set "outil=%~n0"
set "outil=%outil:verifier-=%"
set "programme=%~dp0aet-%outil%.exe"
set "verbe=bilan"
if "%outil%"=="plan" set "verbe=vue"
set "pire=0"
if "%~1"=="" (
    echo Déposez un classeur sur ce fichier : il sera vérifié, et son bilan s'ouvrira.
    set "pire=2"
    goto :fin
)

:suivant
if "%~1"=="" goto :fin
set "fichier=%~f1"
set "bilan=%~dpn1-bilan.html"
set "rejets=%~dpn1-rejets.xlsx"
echo.
echo %~nx1
"%programme%" valider --lang fr -o NUL --rejets "%rejets%" "%fichier%"
if errorlevel 2 goto :refus
"%programme%" %verbe% --lang fr -q -o "%bilan%" "%fichier%" 2> nul
if errorlevel 2 goto :bilan
echo.
echo Le bilan : "%bilan%"
echo Les lignes à corriger : "%rejets%"
if not defined AET_NE_PAS_OUVRIR start "" "%bilan%"
shift
goto :suivant

rem Ce qui a été tu se dit.
:bilan
"%programme%" %verbe% --lang fr -q --limite 1 -o "%bilan%" "%fichier%"

:refus
set "pire=2"
echo.
echo Ce fichier n'a pu être traité : la dernière ligne dit pourquoi.
shift
goto :suivant

:fin
if "%pire%"=="0" exit /b 0
if not defined AET_NE_PAS_OUVRIR pause
exit /b %pire%
