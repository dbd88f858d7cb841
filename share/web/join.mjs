// join.mjs BUILD OUT LICENCE…: the page as one file. Modules are put one behind another without their imports and
// exports; the policy names each script by its digest, so that no other runs; the filters are packed into text.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { exampleFiles, jobsOf } from './app/jobs.js';
import { describe } from './describe.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const read = name => readFileSync(join(here, name), 'utf8');

// Those that a module imports come before it, each once.
function modules(name, before = new Map()) {
  if (before.has(name)) return before;
  const source = read(name);
  before.set(name, null);
  for (const [, path] of source.matchAll(/^import .*from '\.\/(.+)';$/gm)) modules(join(dirname(name), path), before);
  before.delete(name);
  return before.set(name, source.replace(/^import .*\n/gm, '').replace(/^export /gm, ''));
}

// In one scope a name is declared once.
function distinct(sources) {
  const seen = new Map();
  for (const [name, source] of sources)
    for (const [, declared] of source.matchAll(/^(?:async )?(?:const|let|function|class) (\w+)/gm)) {
      if (seen.has(declared)) throw new Error(`${declared}: in ${seen.get(declared)} and in ${name}`);
      seen.set(declared, name);
    }
  return sources;
}

function program(name) {
  const text = [...distinct(modules(name)).values()].join('\n');
  if (/<\/script|<!--/i.test(text)) throw new Error(`${name}: what it says would end its element`);
  return text;
}

const digest = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

// Nothing is asked of any network: what is not named here is refused. Styles may stand in the page, as those of a
// report do, which a digest could not name; they cannot ask for anything either (img-src, font-src).
const policy = script => ["default-src 'none'", `script-src ${digest(script)} 'wasm-unsafe-eval'`, 'worker-src blob:',
  "style-src 'unsafe-inline'", 'img-src data:', "base-uri 'none'", "form-action 'none'"].join('; ');

const packed = bytes => gzipSync(bytes, { level: 9 }).toString('base64');

const examples = () => JSON.stringify(Object.fromEntries(exampleFiles.map(name => [name, read(`../exemples/${name}`)])));

const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

// The project's own, then those of what is linked in, under the names of their folders.
const licence = (name, file) => `${name}\n\n${readFileSync(file, 'utf8').trim()}\n`;
const licences = files => [licence('aet', join(here, '../../COPYING')),
  ...files.map(file => licence(basename(dirname(file)), file))].join('\n\n');

async function page(build, files) {
  const application = program('app/page.js');
  const told = await describe(build);
  told.tools.forEach(jobsOf); // a verb that the page knows nothing of ends the build, not the page
  const parts = {
    politique: policy(application),
    style: read('style.css').trim(),
    verbes: JSON.stringify(told).replaceAll('<', '\\u003c'),
    ouvrier: `${readFileSync(join(build, 'filtres.js'), 'utf8')}\n${program('worker.js')}`,
    exemples: packed(examples()),
    module: packed(readFileSync(join(build, 'filtres.wasm'))),
    application,
    licences: escaped(licences(files)),
  };
  return read('page.html').replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
}

const [build, out, ...files] = process.argv.slice(2);
writeFileSync(out, await page(build, files));
