// What a verb takes and gives, as far as the page must know to ask for it: files or none, an operand, and in which
// formats its result can be taken away. Words and options come from the filters (describe.mjs).

const report = ['html', 'docx', 'xlsx'];
const records = ['xlsx', 'csv', 'json'];
const many = 'many';
const none = 'none';
const optional = 'optional';

// what one may try a tool with (share/exemples); a verb that reads something else says so
const examples = {
  publics: ['strategie.csv'], plan: ['plan.json'], perennite: ['perennite-mentions.csv'], repa: ['repa/journal.csv'],
};

// gives: formats, of which the first is made at once, and shown where it is html or md; ofFiles: those that it gives
// instead where it is given files; takes: files; operand: what is said before them; checks: what is rejected is a file
// of its own; leaves: an option that writes a file besides; example: what it is tried with
const gives = {
  publics: {
    valider: { gives: records, checks: true },
    suggerer: { gives: records, checks: true },
    bilan: { gives: report },
    retombees: { gives: report },
    singularite: { gives: report },
    gabarit: { gives: records, takes: none },
  },
  plan: {
    valider: { gives: records, checks: true },
    vue: { gives: report },
    suivi: { gives: report },
    rapport: { gives: report },
    comparer: { gives: report, example: ['plan.json', 'plan-erreurs.json'] },
    revision: { gives: records },
    calendrier: { gives: [...report, 'ics'], takes: optional },
    rencontre: { gives: ['md'], operand: 'number' },
    extraire: { gives: records, operand: ['plans', 'mentions', 'communication', 'actions', 'indicateurs', 'releves', 'rencontres'] },
    diagnostic: { gives: report },
    gabarit: { gives: ['html', 'xlsx', 'docx'], takes: none, operand: 'choices' },
  },
  perennite: {
    echantillon: { gives: records, example: ['perennite-plans.csv'], leaves: 'proces-verbal' },
    valider: { gives: records, checks: true },
    suggerer: { gives: records, checks: true },
    bilan: { gives: report },
    constats: { gives: report },
    accord: { gives: report, example: ['perennite-codages.csv'] },
    singularite: { gives: report },
    gabarit: { gives: records, takes: none },
  },
  repa: {
    valider: { gives: records, checks: true },
    suggerer: { gives: records, checks: true },
    fiche: { gives: report, takes: none, operand: 'choices' },
    bilan: { gives: report },
    extraits: { gives: report, operand: 'text', example: ['repa/segments.csv'] },
    accord: { gives: report, example: ['repa/segments.csv'] },
    conditions: { gives: report, example: ['repa/conditions.csv'] },
    singularite: { gives: report },
    gabarit: { gives: records, takes: none, operand: 'choices' },
    codebook: { gives: ['qdc'], ofFiles: ['csv'], takes: optional, example: ['repa/projet.qde'] },
    segments: { gives: records, example: ['repa/projet.qde'] },
    memos: { gives: records, example: ['repa/projet-memos.qde'] },
    indices: { gives: records, example: ['repa/transcription.txt'] },
  },
};

function job(tool, verb) {
  const own = gives[tool]?.[verb.name];
  if (!own) throw new Error(`aet-${tool} ${verb.name}: nothing says what the page makes of it`);
  const named = Array.isArray(own.operand) ? own.operand.map(id => ({ id, label: null })) : own.operand;
  const operand = named === 'choices' ? verb.choices : named;
  return { ...verb, tool, takes: many, checks: false, example: examples[tool], ...own, operand };
}

/** The jobs of a tool; an error where a verb is in one list and not in the other. */
export function jobsOf(tool) {
  const jobs = tool.verbs.map(verb => job(tool.name, verb));
  const gone = Object.keys(gives[tool.name]).find(name => !jobs.some(each => each.name === name));
  if (gone) throw new Error(`aet-${tool.name} ${gone}: no such verb`);
  return jobs;
}

/** It, as it is done with files or without any. */
export const jobWith = (one, files) => (files.length && one.ofFiles ? { ...one, gives: one.ofFiles } : one);

/** The files of share/exemples that jobs are tried with. */
export const exampleFiles = [...new Set([...Object.values(examples), ...Object.values(gives).flatMap(verbs =>
  Object.values(verbs).map(({ example }) => example ?? []))].flat())];

/** Whether its result is a page to look at. */
export const isShown = one => ['html', 'md'].includes(one.gives[0]);
