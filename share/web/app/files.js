// The files that a person gives: dropped or chosen, listed, put in order, taken away again.
import { button, element } from './dom.js';

const most = 256 * 1024 * 1024;

/** A size as people say it. */
export function size(bytes, lang) {
  const units = lang === 'fr' ? ['octets', 'ko', 'Mo', 'Go'] : ['bytes', 'kB', 'MB', 'GB'];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const number = (bytes / 1000 ** step).toLocaleString(lang === 'fr' ? 'fr-CA' : 'en-CA', { maximumFractionDigits: step ? 1 : 0 });
  return `${number}\u00a0${units[step]}`;
}

// Two files of one name come from two folders: the second is numbered, so that messages tell them apart.
function named(file, taken) {
  const [, stem, suffix] = file.name.match(/^(.*?)((?:\.[^.]*){0,2})$/s);
  let name = file.name;
  for (let n = 2; taken.has(name); n++) name = `${stem} (${n})${suffix}`;
  return name;
}

export class Files {
  #list = []; #place; #changed; #words; #lang;

  /** `place` is the list; `changed` hears that it is another. */
  constructor(place, changed) {
    this.#place = place;
    this.#changed = changed;
  }

  speak(words, lang) {
    this.#words = words;
    this.#lang = lang;
    this.#draw();
  }

  add(files) {
    for (const file of files) {
      const taken = new Set(this.#list.map(each => each.name));
      this.#list.push({ name: named(file, taken), file });
    }
    this.#draw();
    this.#changed();
  }

  get all() {
    return [...this.#list];
  }

  /** Why they cannot be read here, in words; null: they can. */
  get fault() {
    const total = this.#list.reduce((sum, { file }) => sum + file.size, 0);
    return total > most ? this.#words.tooBig(size(total, this.#lang), size(most, this.#lang)) : null;
  }

  #draw() {
    this.#place.replaceChildren(...this.#list.map((each, i) => element('li', {}, [
      element('span', { class: 'name' }, [each.name]),
      element('span', { class: 'size' }, [size(each.file.size, this.#lang)]),
      ...(i ? [button('↑', () => this.#up(i), { 'aria-label': this.#words.earlier(each.name) })] : []),
      button('×', () => this.#remove(i), { 'aria-label': this.#words.remove(each.name) })])));
  }

  #up(i) {
    this.#list.splice(i - 1, 0, ...this.#list.splice(i, 1));
    this.#draw();
    this.#place.children[i - 1].querySelector('button').focus();
    this.#changed();
  }

  #remove(i) {
    this.#list.splice(i, 1);
    this.#draw();
    (this.#place.querySelector('button') ?? document.getElementById('fichiers')).focus();
    this.#changed();
  }
}

/** Makes an element, and the window around it, take files that are dropped. */
export function droppable(zone, drop) {
  const over = on => event => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    zone.classList.toggle('over', on);
  };
  window.addEventListener('dragover', over(true));
  window.addEventListener('dragleave', over(false));
  window.addEventListener('drop', event => {
    over(false)(event);
    if (event.dataTransfer?.files.length) drop(event.dataTransfer);
  });
}

/** What was dropped, parted in files and the names of folders, which are not read. */
export function dropped(transfer) {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry?.());
  const files = [...transfer.files];
  return { files: files.filter((_, i) => !entries[i]?.isDirectory),
    folders: files.filter((_, i) => entries[i]?.isDirectory).map(file => file.name) };
}
