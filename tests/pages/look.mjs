// look.mjs CHROMIUM FILE…: each page as html-validate sees it, and as axe-core does: of NAME.fr.html on a wide
// screen and on paper, of NAME.en.html on a narrow screen; as the Tab key walks through it; and on how many pages
// it prints, Letter and A4: one of NAME.une.LANG.html, and no more than are known below. What is wrong is printed;
// exit 1 when something is.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Browser } from './browser.mjs';

const require = createRequire(resolve(process.env.AET_MODULES, 'x.js'));
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const { HtmlValidate } = require('html-validate');
const [program, ...files] = process.argv.slice(2);
const views = {
  fr: [{ width: 1280, media: 'screen' }, { width: 1000, media: 'print' }],
  en: [{ width: 400, media: 'screen' }],
};
let faults = 0;

function say(file, ...words) {
  faults++;
  console.log([basename(file), ...words].join(': '));
}

async function accessible(browser, file) {
  for (const { width, media } of views[basename(file).split('.').at(-2)]) {
    await browser.show(pathToFileURL(resolve(file)).href, width, media);
    await browser.run(axe);
    const found = await browser.run('axe.run({ resultTypes: ["violations"] }).then(r => r.violations.map(v => ' +
      '[v.id, v.help, v.nodes.length, v.nodes[0].html.slice(0, 120)]))');
    for (const violation of found) say(file, `${media} ${width}`, ...violation);
  }
}

// What can be reached, in the order of the page; then what Tab reaches, and whether one sees where one is.
const reachable = 'a[href], summary, button, input, select, textarea, [tabindex]:not([tabindex="-1"])';
const where = `(() => { const e = document.activeElement, all = [...document.querySelectorAll('${reachable}')]
  .filter(x => x.checkVisibility()); const style = getComputedStyle(e);
  return [all.indexOf(e), all.length, style.outlineStyle !== 'none' && style.outlineWidth !== '0px']; })()`;

// As the page opens, its long tables folded, and with all of them unfolded.
async function keyboard(browser, file) {
  for (const unfolded of [false, true]) {
    await browser.show(pathToFileURL(resolve(file)).href, 1280, 'screen');
    await browser.run(`document.querySelectorAll('details').forEach(d => { d.open = ${unfolded}; }), 0`);
    await walk(browser, file);
  }
}

async function walk(browser, file) {
  for (let i = 0, n = 1; i < n; i++) {
    await browser.tab();
    const [at, all, seen] = await browser.run(where);
    n = all;
    if (n && at !== i) return say(file, 'keyboard', `Tab ${i + 1} of ${n} reaches element ${at + 1}`);
    if (n && !seen) return say(file, 'keyboard', `element ${at + 1} of ${n} does not show that it has the focus`);
  }
}

// Pages of paper, at most: two months of a journal, as the design asks; the others as they are, and no more.
const sheets = { mois: 4, journal: 7, suivi: 7, vues: 7, perennite: 7, codes: 6, accord: 6, segments: 5, publics: 5 };
const papers = { Letter: [8.5, 11], A4: [8.27, 11.69] };

async function printed(browser, file) {
  const [name, ...rest] = basename(file).split('.');
  const most = rest.includes('une') ? 1 : sheets[name] ?? Infinity;
  if (most === Infinity) return;
  await browser.show(pathToFileURL(resolve(file)).href, 1280, 'print');
  for (const [paper, size] of Object.entries(papers)) {
    const n = await browser.sheets(...size);
    if (n > most) say(file, paper, `${n} pages, where ${most} are the most`);
  }
}

async function valid(validator, file) {
  const report = await validator.validateFile(file);
  for (const result of report.results)
    for (const m of result.messages) say(file, `${m.line}:${m.column}`, m.ruleId, m.message);
}

const browser = new Browser();
await browser.open(program);
const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] });
for (const file of files) {
  await valid(validator, file);
  const short = file.includes('.une.'); // of what the whole page is made of
  if (!short) await accessible(browser, file);
  if (!short && file.endsWith('.fr.html')) await keyboard(browser, file);
  await printed(browser, file);
}
await browser.close();
console.log(`${files.length} pages, ${faults} faults`);
process.exit(faults ? 1 : 0);
