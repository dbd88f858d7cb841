// The settings of a job: the options of its verb, as the filters describe them, in a form. The usual ones come
// first, in more words; the page itself sees to those that say where and in which form to write.
import { element, field } from './dom.js';
import { OUT } from './engine.js';

const ours = ['to', 'output', 'excel', 'rejets', 'diagnostics', 'quiet', 'lang', 'help', 'version', 'alerte',
  'bilan-de-lecture', 'lecture', 'sommaire', 'section', 'cherche', 'canonique', 'au-moins',
  'partiel', 'fusion', 'jobs', 'sans-conf'];
const usual = ['titre', 'auteur', 'date', 'masquer', 'pseudonymes', 'dates'];
const days = ['date', 'debut', 'fin'];
const lengthy = ['map'];

const isFile = option => option.argument?.en === 'FILE';
const isFolder = option => option.argument?.en === 'FOLDER';

// what the filter says of an option, its first letter large
export function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// `own` are the page's words for it, where it has some: what choices mean
function control(option, lang, own) {
  if (!option.argument) return element('input', { type: 'checkbox' });
  if (option.choices) return element('select', {}, [element('option', { value: '' }, ['—']),
    ...option.choices.map(choice => element('option', { value: choice }, [own?.choices?.[choice] ?? choice]))]);
  if (option.name === 'pseudonymes') return element('input', { type: 'checkbox' });
  if (isFile(option) || isFolder(option)) return element('input', { type: 'file', multiple: isFolder(option) });
  if (days.includes(option.name)) return element('input', { type: 'date' });
  if (lengthy.includes(option.name)) return element('textarea', { rows: 2 });
  if (option.argument[lang] === 'N') return element('input', { type: 'number', min: 0, step: 1 });
  return element('input', { type: 'text', placeholder: own ? null : option.argument[lang] });
}

export class Settings {
  #place; #words; #lang; #tool; #controls = new Map(); #kept = new Map(); #key;

  constructor(place) {
    this.#place = place;
  }

  /** The form of a job, in the language. What was entered before stays; of another tool, the usual options only. */
  show(tool, job, words, lang) {
    this.#remember();
    if (this.#tool !== tool) this.#kept = new Map([...this.#kept].filter(([name]) => usual.includes(name)));
    this.#tool = tool;
    this.#words = words;
    this.#lang = lang;
    this.#controls = new Map();
    const mine = tool.options.filter(({ name }) => job.options.includes(name) && !ours.includes(name) && name !== job.leaves);
    const first = usual.map(name => mine.find(option => option.name === name)).filter(Boolean);
    const rest = mine.filter(option => !first.includes(option));
    this.#place.replaceChildren(...first.map(option => this.#row(option)), ...this.#others(rest));
  }

  #others(rest) {
    if (!rest.length) return [];
    return [element('details', { class: 'others' }, [element('summary', {}, [this.#words.otherSettings]),
      element('p', { class: 'hint' }, [this.#words.otherSettingsHint]), ...rest.map(option => this.#row(option))])];
  }

  #row(option) {
    const own = this.#words.options[option.name];
    const input = control(option, this.#lang, own);
    this.#controls.set(option.name, { option, input });
    if (this.#kept.has(option.name)) this.#restore(input, this.#kept.get(option.name));
    const row = field(input, own?.label ?? sentence(option.help[this.#lang]), own?.hint ?? (isFolder(option) ? this.#words.folderHint : null),
      own ? null : `--${option.name}`);
    if (option.name === 'pseudonymes') row.append(this.#keyRow(input));
    return row;
  }

  // The key of the time before, which is asked for once names are to be replaced
  #keyRow(box) {
    this.#key ??= element('input', { type: 'file' });
    const row = field(this.#key, this.#words.key.label, this.#words.key.hint);
    row.classList.add('inner');
    row.hidden = !box.checked;
    box.addEventListener('change', () => { row.hidden = !box.checked; });
    return row;
  }

  #restore(input, value) {
    if (input.type === 'checkbox') input.checked = value;
    else if (input.type === 'file') input.files = value;
    else input.value = value;
  }

  #remember() {
    for (const [name, { input }] of this.#controls)
      this.#kept.set(name, input.type === 'checkbox' ? input.checked : input.type === 'file' ? input.files : input.value);
  }

  /** How many are set: what a closed form holds is said. */
  get count() {
    return this.read().args.length;
  }

  /** Whether an option stands in the form; and the way there. */
  has(name) {
    return this.#controls.has(name);
  }

  go(name) {
    const { input } = this.#controls.get(name);
    for (let up = input.closest('details'); up; up = up.parentElement.closest('details')) up.open = true;
    input.focus();
  }

  /** Arguments of the filter, the files that they name, and the name of the key of pseudonyms or null. */
  read() {
    const answer = { args: [], files: [], key: null };
    for (const [name, { option, input }] of this.#controls) {
      if (name === 'pseudonymes') this.#readKey(input, answer);
      else if (input.type === 'checkbox') answer.args.push(...(input.checked ? [`--${name}`] : []));
      else if (input.type === 'file') this.#readFiles(option, input, answer);
      else for (const value of this.#values(option, input.value)) answer.args.push(`--${name}=${value}`);
    }
    return answer;
  }

  #values(option, text) {
    const values = lengthy.includes(option.name) ? text.split('\n') : [text];
    return values.map(value => value.trim()).filter(Boolean);
  }

  // In a folder of its own, which is what is named where the option takes one
  #readFiles(option, input, answer) {
    if (!input.files.length) return;
    const folder = `option-${option.name}`;
    for (const file of input.files) answer.files.push({ name: `${folder}/${file.name}`, file });
    answer.args.push(`--${option.name}=${isFolder(option) ? folder : `${folder}/${input.files[0].name}`}`);
  }

  #readKey(box, answer) {
    if (!box.checked) return;
    answer.key = this.#words.keyFile;
    const path = `${OUT}/${answer.key}`; // read there, and written anew
    if (this.#key?.files[0]) answer.files.push({ name: path, file: this.#key.files[0] });
    answer.args.push(`--pseudonymes=${path}`);
  }
}
