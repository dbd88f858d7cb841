// look.mjs CHROMIUM FILE…: each page as html-validate sees it, and as axe-core does: of NAME.fr.html on a wide
// screen and on paper, of NAME.en.html on a narrow screen; and as the Tab key walks through it. What is wrong is printed; exit 1 when something is.
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
  await accessible(browser, file);
  if (file.endsWith('.fr.html')) await keyboard(browser, file);
}
await browser.close();
console.log(`${files.length} pages, ${faults} faults`);
process.exit(faults ? 1 : 0);
