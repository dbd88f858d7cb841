// describe(FOLDER): what the filters say of themselves in both languages: verbs and options, from their help and
// their completion scripts; what an operand may be, with labels from their tables. The page knows what can be done
// by this alone, so that a new verb or option is in it without being told anew.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compile, run } from './app/engine.js';

const tools = ['publics', 'plan', 'perennite', 'repa'];
const langs = ['fr', 'en'];
// not for a page: what it shows otherwise, and what cuts files for several machines
const machinery = ['table', 'regles', 'schema', 'completion', 'decouper'];
// operands that are identifiers of a table: people read its labels
const tables = { plan: { gabarit: 'outils' }, repa: { fiche: 'fonctions' } };

const unquoted = text => text.replace(/\\([[\]:\\])/g, '$1');

// '--dates[order of dates]:FORM:(jma mja amj)', as zsh has it
function options(script) {
  const row = /^ {2}(?:\{-\w,--([a-z-]+)\}'|'--([a-z-]+))\[((?:\\.|[^\]\\])*)\](?::((?:\\.|[^:\\])*):(?:\(([^)]*)\))?)?/gm;
  return [...script.matchAll(row)].map(([, long, short, help, argument, choices]) => ({
    name: long ?? short, help: unquoted(help), argument: argument && unquoted(argument), choices: choices?.split(' ') }));
}

// Of two options of one name the tool's own comes last; the other is of a verb that is not for a page
const single = rows => [...new Map(rows.map(row => [row.name, row])).values()];

const verbs = script => [...script.matchAll(/-n __fish_use_subcommand -f -a (\S+) -d '(.*)'$/gm)]
  .map(([, name, summary]) => ({ name, summary: summary.replaceAll("\\'", "'") }))
  .filter(({ name }) => !machinery.includes(name));

const operands = script => new Map([...script.matchAll(/^(\S+)\) premier='\(([^)]*)\)'/gm)]
  .map(([, verb, names]) => [verb, names.split(' ')]));

const taken = help => [...help.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gm)].map(([, name]) => name);

// Two lists that say the same in two languages become one, whose words are {fr, en}.
function both(fr, en, words) {
  return fr.map((row, i) => ({ ...row, ...Object.fromEntries(words.filter(word => row[word] !== undefined)
    .map(word => [word, { fr: row[word], en: en[i][word] }])) }));
}

class Filters {
  #factory; #compiled;

  async open(folder) {
    this.#factory = createRequire(import.meta.url)(resolve(folder, 'filtres.js'));
    this.#compiled = await compile(readFileSync(join(folder, 'filtres.wasm')));
    return this;
  }

  async print(...args) {
    const answer = await run(this.#factory, this.#compiled, { args });
    if (answer.status !== 0) throw new Error(`${args.join(' ')}: ${answer.status} ${answer.said}`);
    return answer.printed;
  }

  async inBoth(...args) {
    return Promise.all(langs.map(lang => this.print(...args, '--lang', lang)));
  }
}

async function labels(filters, program, table) {
  const rows = JSON.parse(await filters.print(program, 'table', table, '-t', 'json'));
  return new Map(rows.map(row => [row.id, { fr: row.libelle, en: row.libelle_en ?? row.libelle }]));
}

async function choices(filters, tool, verb, ids) {
  const table = tables[tool]?.[verb];
  const known = table ? await labels(filters, `aet-${tool}`, table) : new Map();
  return ids.map(id => ({ id, label: known.get(id) ?? null }));
}

async function tool(filters, name) {
  const program = `aet-${name}`;
  const [zsh, zshEn] = await filters.inBoth(program, 'completion', 'zsh');
  const fish = (await filters.inBoth(program, 'completion', 'fish')).map(verbs);
  const titles = (await filters.inBoth(program, '--help')).map(help => help.split('\n')[0].split(' — ')[1]);
  const found = both(...fish, ['summary']);
  const may = operands(zsh);
  for (const verb of found) {
    verb.options = taken(await filters.print(program, verb.name, '--help', '--lang', 'fr'));
    if (may.has(verb.name)) verb.choices = await choices(filters, name, verb.name, may.get(verb.name));
  }
  return { name, title: { fr: titles[0], en: titles[1] }, verbs: found, tables: may.get('table'),
    options: single(both(options(zsh), options(zshEn), ['help', 'argument'])) };
}

/** All of it, from filtres.js and filtres.wasm in the folder. */
export async function describe(folder) {
  const filters = await new Filters().open(folder);
  const all = [];
  for (const name of tools) all.push(await tool(filters, name));
  return { version: (await filters.print('aet-plan', '--version')).split(' ')[1], tools: all };
}
