// The page: what a person chose, from the first question to the result. Parts of it are modules of their own; this
// one holds what they have in common and puts them in order.
import { element, field, radios } from './dom.js';
import { OUT } from './engine.js';
import { Files, droppable, dropped } from './files.js';
import { Filters } from './filters.js';
import { isShown, jobWith, jobsOf } from './jobs.js';
import { Messages, parse } from './messages.js';
import { unpacked } from './packed.js';
import { show, taking } from './report.js';
import { Settings, sentence } from './settings.js';
import { Tables } from './tables.js';
import { preferred, words } from './words.js';

const part = id => document.getElementById(id);
const inside = selector => document.querySelector(selector);

// what the filters find beside the data by its name (aet.conf), and is no data
const habits = 'aet.conf';

// a name that begins as an option does is none
const operand = ({ name }) => (name.startsWith('-') ? `./${name}` : name);

class Page {
  #told; #filters; #files; #settings; #messages; #tables; #lang; #words;
  #tool = null; #job = null; #operand = null; #last = null;

  constructor(told, filters) {
    this.#told = told;
    this.#filters = filters;
    this.#files = new Files(part('liste'), () => this.#clear());
    this.#settings = new Settings(inside('#reglages .settings'));
    this.#messages = new Messages(part('messages'), code => this.#explain(code), this.#settings);
    this.#tables = new Tables(filters, told.tools, part('tables'), fault => this.#complain(fault));
  }

  open(lang) {
    this.#listen();
    this.#speak(lang);
    this.#turn('traiter');
    part('ancien').hidden = true;
    part('page').hidden = false;
  }

  #listen() {
    for (const one of document.querySelectorAll('[data-langue]'))
      one.addEventListener('click', () => this.#speak(one.dataset.langue));
    for (const one of document.querySelectorAll('[data-partie]'))
      one.addEventListener('click', () => this.#turn(one.dataset.partie));
    part('fichiers').addEventListener('change', ({ target }) => {
      this.#add([...target.files]);
      target.value = '';
    });
    part('reglages').addEventListener('change', () => this.#countSettings());
    part('essayer').addEventListener('click', () => this.#try());
    droppable(inside('.drop'), transfer => this.#drop(transfer));
    part('demande').addEventListener('submit', event => {
      event.preventDefault();
      this.#run();
    });
    part('arreter').addEventListener('click', () => this.#filters.stop());
  }

  // --- the language, and which part of the page is shown ---

  #speak(lang) {
    this.#lang = lang;
    this.#words = words(lang);
    document.documentElement.lang = lang;
    document.title = this.#words.title;
    for (const one of document.querySelectorAll('[data-mot]')) one.textContent = this.#words[one.dataset.mot];
    for (const one of document.querySelectorAll('[data-nom]')) one.setAttribute('aria-label', this.#words[one.dataset.nom]);
    for (const one of document.querySelectorAll('[data-langue]'))
      one.setAttribute('aria-pressed', String(one.dataset.langue === lang));
    part('aide-texte').replaceChildren(...this.#words.help.flatMap(([title, text]) => [element('h2', {}, [title]), element('p', {}, [text])]));
    part('version').textContent = this.#words.version(this.#told.version);
    this.#files.speak(this.#words, lang);
    this.#tables.speak(this.#words, lang, sentence);
    this.#drawTools();
    if (this.#tool) this.#drawJobs();
    if (this.#job) this.#drawJob();
    if (!part('tables').hidden) this.#tables.open();
    if (this.#last) this.#run(); // what was found is said again, in the other language
  }

  #turn(name) {
    for (const one of document.querySelectorAll('[data-partie]')) {
      one.setAttribute('aria-current', one.dataset.partie === name ? 'page' : 'false');
      part(one.dataset.partie).hidden = one.dataset.partie !== name;
    }
    if (name === 'tables') this.#tables.open();
  }

  // --- the questions ---

  #drawTools() {
    inside('#outils .choices').replaceChildren(...radios('outil', this.#told.tools.map(({ name, title }) =>
      ({ value: name, label: sentence(title[this.#lang]), note: `aet-${name}` })), this.#tool?.name, name => this.#chooseTool(name)));
  }

  #chooseTool(name) {
    this.#tool = this.#told.tools.find(tool => tool.name === name);
    this.#job = null;
    part('suite').hidden = true;
    this.#clear();
    this.#drawJobs();
  }

  #drawJobs() {
    const jobs = jobsOf(this.#tool);
    inside('#travaux .choices').replaceChildren(...radios('travail', jobs.map(({ name, summary }) =>
      ({ value: name, label: sentence(summary[this.#lang]), note: name })), this.#job?.name,
      name => this.#chooseJob(jobs.find(job => job.name === name))));
    part('travaux').hidden = false;
  }

  #chooseJob(job) {
    this.#job = job;
    this.#clear();
    this.#drawJob();
  }

  #drawJob() {
    part('depot').hidden = this.#job.takes === 'none';
    part('depot-titre').textContent = this.#job.takes === 'optional' ? this.#words.stepFilesOptional : this.#words.stepFiles;
    this.#drawOperand();
    this.#settings.show(this.#tool, this.#job, this.#words, this.#lang);
    this.#countSettings();
    part('suite').hidden = false;
  }

  #countSettings() {
    const n = this.#settings.count;
    inside('#reglages > summary').textContent = n ? this.#words.settingsSet(n) : this.#words.settings;
  }

  #drawOperand() {
    const kind = Array.isArray(this.#job.operand) ? 'choices' : this.#job.operand;
    const before = this.#operand?.job === this.#job.name ? this.#operand.input.value : null;
    this.#operand = null;
    part('operande').replaceChildren();
    if (!kind) return;
    const input = kind === 'choices' ? element('select', {}, this.#job.operand.map(choice => this.#choice(choice)))
      : element('input', kind === 'number' ? { type: 'number', min: 1 } : { type: 'text' });
    if (before !== null) input.value = before;
    this.#operand = { job: this.#job.name, input };
    part('operande').append(field(input, this.#words.operands[kind].label, this.#words.operands[kind].hint));
  }

  #choice({ id, label }) {
    const text = label ? label[this.#lang] : this.#words.choice[id];
    return element('option', { value: id }, [/^\d+$/.test(id) ? `${this.#words.tool(id)} — ${text}` : text]);
  }

  // --- files ---

  #add(files) {
    this.#files.add(files);
    part('etat').textContent = this.#words.added(files.length);
  }

  #drop(transfer) {
    const { files, folders } = dropped(transfer);
    if (files.length) this.#add(files);
    if (folders.length) this.#fault(this.#words.folders(folders.join(', ')));
  }

  async #try() {
    const examples = JSON.parse(new TextDecoder().decode(await unpacked(part('exemples').textContent)));
    this.#add(this.#job.example.map(name => new File([examples[name]], name.split('/').at(-1))));
    part('lancer').focus();
  }

  // --- the run ---

  #clear() {
    this.#last = null;
    part('essayer').hidden = this.#files.all.length > 0;
    part('resultat').hidden = true;
    part('etat').textContent = '';
    this.#fault('');
  }

  #fault(text) {
    part('faute').textContent = text;
  }

  #complain(fault) {
    const said = this.#words.faults[fault.kind] ?? this.#words.faults.broken;
    this.#fault(typeof said === 'function' ? said(fault.detail) : said);
  }

  /** What keeps the job from being run, in words; null: nothing. */
  #missing() {
    if (this.#operand && !this.#operand.input.value.trim()) return this.#words.noOperand;
    if (this.#job.takes === 'many' && !this.#data.length) return this.#words.noFiles;
    return this.#job.takes === 'none' ? null : this.#files.fault;
  }

  get #data() {
    return this.#files.all.filter(({ name }) => name !== habits);
  }

  #request() {
    const files = this.#job.takes === 'none' ? [] : this.#files.all;
    const data = this.#job.takes === 'none' ? [] : this.#data;
    const { args, files: beside, key } = this.#settings.read();
    return { tool: this.#tool.name, job: jobWith(this.#job, data), files, data, beside, key, args,
      operands: [...(this.#operand ? [this.#operand.input.value.trim()] : []), ...data.map(operand)] };
  }

  async #run() {
    const missing = this.#missing();
    this.#clear();
    if (missing) return this.#fault(missing);
    const request = this.#request();
    const answer = await this.#make(request, request.job.gives[0], true);
    if (!answer) return;
    this.#last = request;
    this.#show(request, answer);
  }

  #arguments({ tool, job, args, operands }, format, checking) {
    const takes = name => job.options.includes(name);
    return [`aet-${tool}`, job.name, ...operands, '--lang', this.#lang, `--output=${OUT}/${job.name}.${format}`,
      ...(takes('diagnostics') ? ['--diagnostics=json'] : []),
      ...(format === 'csv' && this.#lang === 'fr' && job.gives.includes('xlsx') ? ['--excel'] : []),
      ...(checking && job.checks ? [`--rejets=${OUT}/rejets.xlsx`] : []),
      ...(checking && job.leaves && !args.includes('--prevoir') ? [`--${job.leaves}=${OUT}/${job.leaves}.json`] : []), ...args];
  }

  async #make(request, format, checking) {
    this.#busy(true);
    try {
      return await this.#filters.run(this.#arguments(request, format, checking), [...request.files, ...request.beside]);
    } catch (fault) {
      this.#complain(fault);
      return null;
    } finally {
      this.#busy(false);
    }
  }

  #busy(on) {
    part('etat').textContent = on ? this.#words.running : '';
    part('lancer').disabled = on;
    part('arreter').hidden = !on;
  }

  // --- the result ---

  #show(request, { status, said, written }) {
    const { messages, tally } = parse(said, status);
    const bytes = new Map(written.map(file => [file.name, file.bytes]));
    this.#keepKey(request, bytes);
    part('issue').textContent = this.#words.outcome[status] ?? this.#words.faults.broken;
    part('issue').className = `outcome outcome${status}`;
    this.#drawTally(tally);
    this.#drawTakes(request, bytes);
    this.#drawMessages(messages, request.job);
    this.#drawReport(request.job, bytes.get(`${request.job.name}.${request.job.gives[0]}`));
    part('resultat').hidden = false;
    part('resultat-titre').focus();
  }

  // What is made later of the same request has the same pseudonyms: the key of the first run is given to it.
  #keepKey(request, bytes) {
    const key = request.key && bytes.get(request.key);
    if (!key) return;
    const name = `${OUT}/${request.key}`;
    request.beside = [...request.beside.filter(each => each.name !== name), { name, bytes: key }];
  }

  #drawTally(tally) {
    part('compte').replaceChildren(...(tally ? this.#words.tally(tally) : []).map(({ n, word }) =>
      element('li', {}, [element('b', {}, [n.toLocaleString(this.#lang === 'fr' ? 'fr-CA' : 'en-CA')]), ` ${word}`])));
  }

  #drawTakes(request, bytes) {
    const { job } = request;
    const main = bytes.has(`${job.name}.${job.gives[0]}`);
    const takes = main ? job.gives.map(format => this.#take(request, format, bytes)) : [];
    if (bytes.has('rejets.xlsx')) takes.push(taking(this.#name(request, this.#words.rejects, 'xlsx'), this.#words.takeRejects,
      () => bytes.get('rejets.xlsx')));
    if (bytes.has(`${job.leaves}.json`)) takes.push(taking(this.#name(request, job.leaves, 'json'), this.#words.takeBesides[job.leaves],
      () => bytes.get(`${job.leaves}.json`)));
    if (bytes.has(request.key)) takes.push(taking(request.key, this.#words.takeKey, () => bytes.get(request.key)));
    inside('#emporter .takes').replaceChildren(...takes);
    part('emporter').hidden = !takes.length;
  }

  #take(request, format, bytes) {
    const { job } = request;
    const said = job.takes === 'none' && job.name === 'gabarit' ? this.#words.takeForm
      : job.checks ? this.#words.takeGood : job.gives.includes('csv') ? this.#words.takeRecords : this.#words.takeAs;
    const made = `${job.name}.${format}`;
    return taking(this.#name(request, job.name, format), said[format], async () =>
      bytes.get(made) ?? (await this.#make(request, format, false))?.written.find(({ name }) => name === made)?.bytes ?? null);
  }

  // "strategie-bilan.html": beside the file that it came from, it says of what it is
  #name({ data, tool }, what, format) {
    const stem = data.length ? data[0].name.replace(/(\.[a-z0-9]{1,6}){1,2}$/i, '') : `aet-${tool}`;
    return `${stem}-${what}.${format}`;
  }

  #drawMessages(messages, job) {
    part('messages-titre').textContent = this.#words.messages(messages.length);
    part('messages-partie').open = job.checks || messages.some(({ gravite }) => gravite === 'erreur');
    if (messages.length) this.#messages.show(messages, this.#words, isShown(job) ? 10 : 50);
    else part('messages').replaceChildren(element('p', {}, [this.#words.noMessage]));
  }

  #drawReport(job, bytes) {
    const shown = isShown(job) && bytes;
    part('rapport-partie').hidden = !shown;
    part('rapport').replaceChildren();
    part('rapport-titre').textContent = job.gives[0] === 'md' ? this.#words.agenda : this.#words.report;
    if (shown) show(part('rapport'), `${job.name}.${job.gives[0]}`, bytes, this.#words.report);
  }

  async #explain(code) {
    try {
      const { printed } = await this.#filters.run([`aet-${this.#last.tool}`, 'regles', code, '-t', 'json', '--lang', this.#lang]);
      const { explication, source } = JSON.parse(printed);
      return [explication, source && `(${source})`].filter(Boolean).join(' ');
    } catch (fault) {
      this.#complain(fault);
      return '';
    }
  }
}

const text = id => part(id).textContent;
new Page(JSON.parse(text('verbes')), new Filters(text('ouvrier'), text('module'))).open(preferred(navigator.languages));
