// What a filter said, as a table that points at cells: one row a message, its rule explained where one asks.
import { button, element } from './dom.js';

const gravities = ['erreur', 'avertissement', 'info'];

// A line that is no JSON is of a verb that has no diagnostics: what keeps it from being done, or a note
const row = (line, status) => (line.startsWith('{') ? JSON.parse(line) : { gravite: status === 2 ? 'erreur' : 'info', message: line });

/** Of the lines of --diagnostics json: the messages, the gravest first, and the last line, which counts records. */
export function parse(said, status) {
  const rows = said.split('\n').filter(Boolean).map(line => row(line, status));
  const messages = rows.filter(row => row.gravite);
  const order = message => gravities.indexOf(message.gravite);
  return { messages: messages.sort((a, b) => order(a) - order(b)), tally: rows.find(row => 'lus' in row) ?? null };
}

export class Messages {
  #place; #words; #explain; #settings; #rows = []; #shown = 0; #step; #kind; #several;

  /** `explain(code)` answers what a rule is, in words; `settings` has the options that messages name. */
  constructor(place, explain, settings) {
    this.#settings = settings;
    this.#place = place;
    this.#explain = explain;
  }

  show(messages, words, step) {
    this.#rows = messages;
    this.#words = words;
    this.#step = step;
    this.#kind = null;
    this.#several = new Set(messages.map(({ fichier }) => fichier).filter(Boolean)).size > 1;
    this.#draw(step);
  }

  get #kept() {
    return this.#rows.filter(({ gravite }) => !this.#kind || gravite === this.#kind);
  }

  #draw(shown) {
    this.#shown = shown;
    const rows = this.#kept;
    const table = element('table', { class: 'messages' }, [this.#head(),
      element('tbody', {}, rows.slice(0, shown).map(row => this.#row(row)))]);
    this.#place.replaceChildren(this.#kinds(), element('div', { class: 'scroll' }, [table]), ...this.#more(rows.length));
  }

  #head() {
    const { gravity, file, cell, column, message } = this.#words.columns;
    const names = [gravity, ...(this.#several ? [file] : []), cell, column, message];
    return element('thead', {}, [element('tr', {}, names.map(name => element('th', { scope: 'col' }, [name])))]);
  }

  #row(message) {
    const place = message.cellule ?? (message.rangee ? this.#words.row(message.rangee) : null) ??
      (message.ligne ? this.#words.line(message.ligne) : '—');
    const cell = (key, content) => element('td', { 'data-titre': this.#words.heading(this.#words.columns[key]) }, content);
    return element('tr', { class: message.gravite }, [
      cell('gravity', [element('span', { class: 'gravity' }, [this.#words.gravities[message.gravite]])]),
      ...(this.#several ? [cell('file', [message.fichier ?? '—'])] : []),
      cell('cell', [element('span', { class: 'place' }, [place])]),
      cell('column', [message.intitule ?? '—']),
      cell('message', this.#said(message))]);
  }

  #said({ message, suggestion, regle }) {
    return [element('span', {}, this.#linked(message)), ...(regle ? [' ', this.#rule(regle)] : []),
      ...(suggestion ? [element('span', { class: 'suggestion' }, [this.#words.suggestion(suggestion)])] : [])];
  }

  // "give --dates jma": a way to that setting
  #linked(message) {
    return message.split(/(--[a-z][a-z-]*)/).map(piece => (this.#settings.has(piece.slice(2)) && piece.startsWith('--')
      ? button(piece, () => this.#settings.go(piece.slice(2)), { class: 'link', 'aria-label': this.#words.toSetting(piece) }) : piece));
  }

  #rule(code) {
    const told = element('p', { class: 'told', hidden: true });
    const why = button(code, async () => {
      if (!told.textContent) told.textContent = await this.#explain(code);
      told.hidden = !told.hidden;
      why.setAttribute('aria-expanded', String(!told.hidden));
    }, { class: 'rule', 'aria-expanded': 'false', 'aria-label': this.#words.explain(code) });
    const both = document.createDocumentFragment();
    both.append(why, told);
    return both;
  }

  #kinds() {
    const count = kind => this.#rows.filter(({ gravite }) => gravite === kind).length;
    const present = gravities.filter(kind => count(kind));
    const one = (kind, text) => button(text, () => this.#choose(kind), { 'aria-pressed': String(this.#kind === kind) });
    return element('div', { class: 'kinds', role: 'group', 'aria-label': this.#words.filter }, present.length < 2 ? [] : [
      one(null, this.#words.all(this.#rows.length)), ...present.map(kind => one(kind, this.#words.counted(kind, count(kind))))]);
  }

  #choose(kind) {
    this.#kind = kind;
    this.#draw(this.#step);
    this.#place.querySelector('[aria-pressed="true"]').focus();
  }

  #more(all) {
    if (all <= this.#shown) return [];
    const next = Math.min(all - this.#shown, 100);
    return [button(this.#words.more(next, all - this.#shown), () => {
      const first = this.#shown;
      this.#draw(this.#shown + next);
      this.#place.querySelectorAll('tbody tr')[first].querySelector('button')?.focus();
    }, { class: 'more' })];
  }
}
