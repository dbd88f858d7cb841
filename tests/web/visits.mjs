// visits.mjs CHROMIUM PAGE BUILD SHARE OUT [AXE]: visits to the page as people make them, beside the filters of
// BUILD on the same files. What is wrong is printed; exit 1 when something is.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Person } from './person.mjs';

const [program, page, build, share, out, axePath] = process.argv.slice(2);
const url = pathToFileURL(resolve(page)).href;
const example = name => resolve(share, 'exemples', name);
const axe = axePath ? readFileSync(axePath, 'utf8') : null;
const done = '!document.getElementById("resultat").hidden && document.getElementById("arreter").hidden';
let checks = 0;
let faults = 0;

function expect(what, found, wanted = true) {
  checks++;
  if (JSON.stringify(found) === JSON.stringify(wanted)) return;
  faults++;
  console.log(`${what}: ${JSON.stringify(found)?.slice(0, 300)} instead of ${JSON.stringify(wanted)?.slice(0, 300)}`);
}

// What the filter writes of the same files under the same names; data with errors on purpose answer 1
function native(tool, args, files, suffix) {
  const made = resolve(out, `natif.${suffix}`);
  rmSync(made, { force: true });
  try {
    execFileSync(join(build, `aet-${tool}`), [...args, ...files.map(file => basename(file)), '-o', made],
      { cwd: resolve(files[0], '..'), stdio: 'ignore' });
  } catch (why) {
    if (why.status !== 1) throw why;
  }
  return readFileSync(made);
}

async function choose(person, tool, verb) {
  await person.click(`input[value=${tool}]`);
  await person.click(`input[name=travail][value=${verb}]`);
}

async function run(person) {
  await person.click('#lancer');
  await person.until(`${done} || document.getElementById("faute").textContent`);
}

const option = name => `document.evaluate("//label[contains(., '${name}')]", document, null, 9).singleNodeValue.htmlFor`;

async function dated(person, label, day) {
  await person.see('document.getElementById("reglages").open = true');
  await person.set(`#${await person.see(option(label))}`, day);
}

// A strategy is checked: its messages point at cells, its rejects and good rows are taken away
async function checking(person) {
  await person.visit(url);
  await choose(person, 'publics', 'valider');
  await person.drop('.drop', example('strategie.csv'));
  expect('the list', (await person.text('#liste')).split('\n')[0], 'strategie.csv');
  await dated(person, 'Date du rapport', '2026-09-30');
  expect('the settings', await person.text('#reglages > summary'), 'Réglages (1 choisi)');
  await run(person);
  expect('the count', (await person.text('#compte')).replace(/\s+/g, ' '), '45 lus 37 passés 8 rejetés 8 erreurs 30 avertissements');
  expect('a message', (await person.see('[...document.querySelectorAll(".messages tbody tr")].map(r => r.innerText)'))
    .some(row => row.includes('J13') && row.includes('Échéancier') && row.includes('date ambiguë')));
  await person.click('.messages .link');
  expect('the setting that a message names', await person.see('document.activeElement.tagName'), 'SELECT');
  await person.click('.messages .rule');
  await person.until('document.querySelector(".told").textContent.length > 20');
  const files = [example('strategie.csv')];
  const args = ['valider', '--lang', 'fr', '--date', '2026-09-30', '--diagnostics', 'json'];
  for (const [n, suffix, more] of [[1, 'xlsx', []], [2, 'csv', ['--excel']], [3, 'json', []]]) {
    await person.click(`.takes .take:nth-child(${n})`);
    const good = native('publics', [...args, ...more], files, suffix);
    expect(`the good rows, ${suffix}`, (await person.taken(`strategie-valider.${suffix}`)).equals(good));
  }
  await person.click('.takes .take:nth-child(4)');
  const rejects = resolve(out, 'rejets.xlsx');
  native('publics', [...args, '--rejets', rejects], files, 'csv');
  expect('the rejects', (await person.taken('strategie-rejets.xlsx')).equals(readFileSync(rejects)));
}

// Each kind of report: a figure is read in it, and its three forms have the bytes of the filter
async function reporting(person, { tool, verb, files, figure, lang, names }) {
  await person.visit(url, { lang });
  await choose(person, tool, verb);
  await person.drop('.drop', ...files);
  await dated(person, lang === 'fr' ? 'Date du rapport' : 'Date of the report', '2026-09-30');
  await run(person);
  await person.until('document.querySelector("#rapport iframe")?.contentDocument?.readyState === "complete"');
  expect(`${tool} ${verb}, a figure`, (await person.see('document.querySelector("#rapport iframe").contentDocument.body.innerText'))
    .replace(/\s+/g, ' ').includes(figure));
  for (const [n, suffix] of [[1, 'html'], [2, 'docx'], [3, 'xlsx']]) {
    await person.click(`.takes .take:nth-child(${n})`);
    const wanted = native(tool, [verb, '--lang', lang, '--date', '2026-09-30'], files, suffix);
    expect(`${tool} ${verb}, the ${suffix}`, (await person.taken(`${names}-${verb}.${suffix}`)).equals(wanted));
  }
}

// Names are replaced: none is in the report, the key is taken away, and every form has the same pseudonyms
async function hiding(person) {
  await person.visit(url);
  await choose(person, 'publics', 'bilan');
  await person.drop('.drop', example('strategie.csv'));
  await person.see('document.getElementById("reglages").open = true');
  await person.click(`#${await person.see(option('Remplacer les noms'))}`);
  await run(person);
  const takes = await person.see('document.querySelectorAll(".take").length');
  expect('the key is there', takes, 4);
  await person.click('.take:nth-child(1)');
  const html = (await person.taken('strategie-bilan.html')).toString();
  expect('no name', html.includes('Coordonnatrice du RLP'), false);
  await person.click('.take:nth-child(4)');
  const key = (await person.taken('cle-des-pseudonymes.ndjson')).toString();
  const pseudonym = JSON.parse(key.split('\n')[1]).pseudonyme;
  expect('the pseudonym of the key', html.includes(pseudonym));
  writeFileSync(join(out, 'cle.ndjson'), key);
  person.choosing(join(out, 'cle.ndjson'));
  await person.click('.field.inner input');
  await person.until('document.querySelector(".field.inner input").files.length');
  await run(person);
  await person.click('.take:nth-child(1)');
  expect('the same by the key', (await person.taken('strategie-bilan.html')).toString(), html);
}

// Habits beside the data, a draw with its record, a project with its codes: files besides those that are read
async function besides(person) {
  await person.visit(url);
  await choose(person, 'publics', 'bilan');
  writeFileSync(join(out, 'aet.conf'), 'auteur = Comité de partage\n');
  await person.drop('.drop', example('strategie.csv'), join(out, 'aet.conf'));
  await run(person);
  await person.click('.take:nth-child(1)');
  expect('its habits', (await person.taken('strategie-bilan.html')).includes('Comité de partage'));

  await choose(person, 'perennite', 'echantillon');
  await person.click('#liste button');
  await person.click('#liste button');
  await person.click('#essayer');
  await person.until('document.querySelector("#liste li")');
  await run(person);
  await person.click('.take:nth-child(4)');
  const draw = JSON.parse(await person.taken('perennite-plans-proces-verbal.json'));
  expect('the record of the draw', draw.tirage.taille, 64);

  await choose(person, 'repa', 'codebook');
  await person.click('#liste button');
  await person.drop('.drop', example('repa/projet.qde'));
  await run(person);
  await person.click('.take:nth-child(1)');
  const files = [example('repa/projet.qde')];
  expect('the codes', (await person.taken('projet-codebook.csv')).equals(native('repa', ['codebook', '--lang', 'fr'], files, 'csv')));
}

// What cannot be read is said in words
async function failing(person) {
  await person.visit(url);
  await choose(person, 'plan', 'vue');
  await person.click('#lancer');
  expect('no file', await person.text('#faute'), 'Choisir d’abord un fichier.');
  writeFileSync(join(out, 'note.pdf'), '%PDF-1.4\n');
  await person.drop('.drop', join(out, 'note.pdf'));
  await run(person);
  expect('a PDF', (await person.text('#messages')).includes('PDF, et non un tableau'));
  expect('nothing to take', await person.see('document.getElementById("emporter").hidden'));
  mkdirSync(join(out, 'dossier'), { recursive: true });
  await person.drop('.drop', join(out, 'dossier'));
  await person.until('document.getElementById("faute").textContent.includes("dossier")');
  await person.see(`(() => { const big = new File(['x'], 'gros.csv'); Object.defineProperty(big, 'size', { value: 3e8 });
    window.dispatchEvent(Object.assign(new Event('drop', { cancelable: true }), { dataTransfer:
      { types: ['Files'], files: [big], items: [{}] } })); })()`);
  await person.click('#lancer');
  expect('too big', (await person.text('#faute')).includes('300\u00a0Mo'));
}

// From the first key to the report, without a mouse
async function withKeys(person) {
  await person.visit(url);
  const space = [' ', 32, ' '];
  expect('the first question', await person.reach('input[name=outil]'));
  await person.press(...space);
  await person.tab();
  await person.press('ArrowDown', 40);
  await person.press('ArrowDown', 40);
  await person.press(...space);
  expect('the job', await person.see('document.querySelector("input[name=travail]:checked")?.value'), 'bilan');
  expect('the files', await person.reach('#fichiers'));
  person.choosing(example('strategie.csv'));
  await person.press(...space);
  await person.until('document.querySelector("#liste li")');
  expect('the run', await person.reach('#lancer'));
  await person.press('Enter', 13, '\r');
  await person.until(done);
  expect('where one is then', await person.see('document.activeElement.id'), 'resultat-titre');
  expect('what to take', await person.reach('.take'));
  expect('it is seen', await person.see('getComputedStyle(document.activeElement).outlineStyle !== "none"'));
}

async function lookingUp(person) {
  await person.visit(url);
  await person.click('[data-partie=tables]');
  await person.until('document.querySelectorAll("#table-nom option").length > 3');
  await person.type('#table-texte', 'médias');
  await person.click('#table-form button');
  await person.until('document.querySelector("#table-vue iframe")?.contentDocument?.body?.innerText.includes("Représentants des médias")');
  await person.type('#table-texte', 'zzz');
  await person.click('#table-form button');
  await person.until('document.getElementById("table-etat").textContent.includes("Rien ne répond")');
}

// The page tries to call out, from itself and from its worker: the policy refuses; and no visit asked for anything
async function staying(person) {
  const refused = deed => `new Promise(yes => { addEventListener('securitypolicyviolation', e => yes(e.effectiveDirective),
    { once: true }); setTimeout(yes, 2000, 'let out'); ${deed} })`;
  const call = refused('fetch("https://example.org/").catch(() => null);');
  expect('the page calls out', await person.see(call), 'connect-src');
  expect('the worker calls out', await person.seeInWorker(call), 'connect-src');
  expect('a picture', await person.see(refused('new Image().src = "https://example.org/x.png";')), 'img-src');
  expect('a frame', await person.see(refused('document.body.append(Object.assign(document.createElement("iframe"), { src: "https://example.org/" }));')),
    'frame-src');
  expect('a script', await person.see(`(() => { const s = document.createElement('script'); s.textContent = 'window.run = 1';
    document.body.append(s); return window.run ?? 0; })()`), 0);
}

async function accessible(person, lang, width) {
  await person.visit(url, { lang, width });
  await look(person, 'start', lang, width);
  await choose(person, 'publics', 'valider');
  await person.drop('.drop', example('strategie.csv'), example('strategie.json'));
  await person.see('document.querySelectorAll("details").forEach(d => { d.open = true; })');
  await look(person, 'files', lang, width);
  await run(person);
  await look(person, 'messages', lang, width);
  for (const part of ['tables', 'aide']) {
    await person.click(`[data-partie=${part}]`);
    await look(person, part, lang, width);
  }
}

// What a report shows in its frame is looked at by tests/pages
async function look(person, state, lang, width) {
  expect(`${state} ${lang} ${width}, wider than the screen`, await person.see('document.documentElement.scrollWidth <= innerWidth'));
  if (!axe) return;
  await person.see(`${axe}; 0`);
  expect(`${state} ${lang} ${width}, axe`, await person.see(`axe.run({ exclude: ['iframe'] }, { iframes: false, resultTypes: ['violations'] })
    .then(r => r.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html]))`), []);
}

async function everything(person) {
  await checking(person);
  await reporting(person, { tool: 'publics', verb: 'bilan', files: [example('strategie.csv')], names: 'strategie', lang: 'fr',
    figure: 'porte sur 37 activités' });
  await reporting(person, { tool: 'plan', verb: 'suivi', files: [example('plan.json')], names: 'plan', lang: 'en',
    figure: 'Of the budget of $112,300.50, $87,530.50 is spent' });
  await hiding(person);
  await besides(person);
  await failing(person);
  await withKeys(person);
  await lookingUp(person);
  await staying(person);
  for (const [lang, width] of [['fr', 1280], ['en', 400], ['fr', 400]]) await accessible(person, lang, width);
}

const person = new Person();
await person.open(program, join(out, 'emporte'));
try {
  await everything(person);
  expect('requests', person.requests.filter(asked => !asked.startsWith('https://example.org/')), []);
} catch (why) {
  expect(String(why), null);
}
await person.close();
console.log(`the page: ${checks} checks, ${faults} faults${axe ? '' : ' (axe-core is not here)'}`);
process.exit(faults ? 1 : 0);
