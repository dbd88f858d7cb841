// A person at the page, as a browser knows one: a mouse, keys, files dropped or chosen, files taken away; and a
// witness of every request that the page or its worker makes.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Browser } from '../pages/browser.mjs';

const pause = ms => new Promise(yes => setTimeout(yes, ms));
const patience = 30000;

export class Person {
  #browser = new Browser(); #folder; #requests = []; #workers = []; #chosen = [];

  /** `folder` is where downloads go. */
  async open(program, folder) {
    this.#folder = folder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const b = this.#browser;
    await b.open(program);
    b.on('Network.requestWillBeSent', ({ request }) => this.#requests.push(request.url));
    b.on('Target.attachedToTarget', ({ sessionId }) => this.#meet(sessionId));
    b.on('Page.fileChooserOpened', ({ backendNodeId }) =>
      b.ask('DOM.setFileInputFiles', { backendNodeId, files: this.#chosen }));
    await b.ask('Network.enable');
    await b.ask('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
    await b.ask('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await b.ask('Page.setInterceptFileChooserDialog', { enabled: true });
  }

  // A worker is watched from before its first line
  async #meet(session) {
    this.#workers.push(session);
    await this.#browser.ask('Network.enable', {}, session);
    await this.#browser.ask('Runtime.runIfWaitingForDebugger', {}, session);
  }

  async visit(url, { lang = 'fr', width = 1280 } = {}) {
    this.#workers = [];
    await this.#browser.ask('Emulation.setUserAgentOverride', { userAgent: 'Mozilla/5.0', acceptLanguage: lang });
    await this.#browser.show(url, width, 'screen');
  }

  /** Requests so far but for the page itself, its blobs and what stands in it. */
  get requests() {
    return this.#requests.filter(url => !/^(file|blob|data|about):/.test(url));
  }

  see(expression) {
    return this.#browser.run(expression);
  }

  /** The same in the worker that was started last. */
  async seeInWorker(expression) {
    const { result } = await this.#browser.ask('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true },
      this.#workers.at(-1));
    return result.value;
  }

  async until(expression) {
    for (const end = Date.now() + patience; Date.now() < end; await pause(50)) if (await this.see(expression)) return;
    throw new Error(`never: ${expression}\n${await this.see('document.body.innerText.slice(-400)')}`);
  }

  text(selector) {
    return this.see(`document.querySelector(${JSON.stringify(selector)}).innerText`);
  }

  // Where it is seen, as a hand would find it
  async #place(selector) {
    const place = await this.see(`(() => { const e = document.querySelector(${JSON.stringify(selector)});
      e.scrollIntoView({ block: 'center' }); const r = e.getBoundingClientRect();
      return { x: r.x + r.width / 2, y: r.y + r.height / 2 }; })()`);
    return { x: place.x, y: place.y };
  }

  async click(selector) {
    const place = await this.#place(selector);
    for (const type of ['mousePressed', 'mouseReleased'])
      await this.#browser.ask('Input.dispatchMouseEvent', { type, ...place, button: 'left', clickCount: 1 });
  }

  async drop(selector, ...files) {
    const place = await this.#place(selector);
    for (const type of ['dragEnter', 'dragOver', 'drop'])
      await this.#browser.ask('Input.dispatchDragEvent', { type, ...place, data: { items: [], files, dragOperationsMask: 1 } });
  }

  /** What the next dialog of files will be answered by. */
  choosing(...files) {
    this.#chosen = files;
  }

  async type(selector, text) {
    await this.see(`document.querySelector(${JSON.stringify(selector)}).focus()`);
    await this.#browser.ask('Input.insertText', { text });
  }

  /** Sets a control that takes no typed text of one piece (a date) as its own widget would. */
  async set(selector, value) {
    await this.see(`(() => { const e = document.querySelector(${JSON.stringify(selector)}); e.value = ${JSON.stringify(value)};
      e.dispatchEvent(new Event('change', { bubbles: true })); })()`);
  }

  tab() {
    return this.#browser.tab();
  }

  press(...key) {
    return this.#browser.press(...key);
  }

  /** Tabs on until the element has the focus; false where it never gets it. */
  async reach(selector) {
    for (let i = 0; i < 60; i++) {
      if (await this.see(`document.activeElement.matches(${JSON.stringify(selector)})`)) return true;
      await this.tab();
    }
    return false;
  }

  /** The bytes of a file that was taken away, which is gone then: another of its name may follow. */
  async taken(name) {
    const path = join(this.#folder, name);
    for (const end = Date.now() + patience; Date.now() < end; await pause(50))
      if (existsSync(path) && !readdirSync(this.#folder).some(each => each.endsWith('.crdownload'))) return this.#remove(path);
    throw new Error(`${name} was not taken away: ${readdirSync(this.#folder)}`);
  }

  #remove(path) {
    const bytes = readFileSync(path);
    rmSync(path);
    return bytes;
  }

  close() {
    return this.#browser.close();
  }
}
