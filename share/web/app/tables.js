// The knowledge tables to look in: of a filter, one table, whole or the rows that hold a text.
import { element } from './dom.js';
import { OUT } from './engine.js';
import { show } from './report.js';

export class Tables {
  #filters; #tools; #place; #say; #words; #lang; #titles = new Map();

  /** `place` holds the form (its elements by id) and the frame; `say(kind, text)` tells what happened. */
  constructor(filters, tools, place, say) {
    this.#filters = filters;
    this.#tools = tools;
    this.#place = place;
    this.#say = say;
    this.#part('table-outil').addEventListener('change', () => this.#list());
    this.#part('table-form').addEventListener('submit', event => {
      event.preventDefault();
      this.#look();
    });
  }

  #part(id) {
    return this.#place.querySelector(`#${id}`);
  }

  speak(words, lang, sentence) {
    this.#words = words;
    this.#lang = lang;
    const chosen = this.#part('table-outil').value;
    this.#part('table-outil').replaceChildren(...this.#tools.map(({ name, title }) =>
      element('option', { value: name, selected: name === chosen }, [sentence(title[lang])])));
    this.#part('table-vue').replaceChildren();
  }

  /** When its part of the page is opened. */
  async open() {
    await this.#list();
  }

  async #list() {
    const tool = this.#part('table-outil').value;
    const key = `${tool} ${this.#lang}`;
    try {
      if (!this.#titles.has(key)) this.#titles.set(key, await this.#read(tool));
    } catch (fault) {
      return this.#say(fault);
    }
    this.#part('table-nom').replaceChildren(...this.#titles.get(key).map(({ table, titre }) =>
      element('option', { value: table }, [titre])));
  }

  async #read(tool) {
    const answer = await this.#filters.run([`aet-${tool}`, 'table', '-t', 'json', '--lang', this.#lang]);
    return JSON.parse(answer.printed);
  }

  async #look() {
    const [tool, table, text] = ['table-outil', 'table-nom', 'table-texte'].map(id => this.#part(id).value.trim());
    const args = [`aet-${tool}`, 'table', table, '--lang', this.#lang, '-q', `--output=${OUT}/table.html`,
      ...(text ? [`--cherche=${text}`] : [])];
    const title = this.#part('table-nom').selectedOptions[0].textContent;
    try {
      const { status, written } = await this.#filters.run(args);
      const view = this.#part('table-vue');
      if (written.length && status === 0) show(view, 'table.html', written[0].bytes, title);
      else view.replaceChildren(element('p', {}, [this.#words.nothingFound(text)]));
      this.#part('table-etat').textContent = status === 0 ? this.#words.tableShown(title) : this.#words.nothingFound(text);
    } catch (fault) {
      this.#say(fault);
    }
  }
}
