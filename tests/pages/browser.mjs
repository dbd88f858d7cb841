// A headless chromium, spoken to through a pipe: a page at a time, and nothing but what the tests ask of it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export class Browser {
  #process; #profile; #session; #waiting = new Map(); #events = new Map(); #next = 1; #rest = '';

  async open(program) {
    this.#profile = mkdtempSync(join(tmpdir(), 'aet-pages-'));
    this.#process = spawn(program, ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage',
      '--remote-debugging-pipe', `--user-data-dir=${this.#profile}`, 'about:blank'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    this.#process.stdio[4].on('data', bytes => this.#read(bytes));
    const { targetId } = await this.ask('Target.createTarget', { url: 'about:blank' });
    this.#session = (await this.ask('Target.attachToTarget', { targetId, flatten: true })).sessionId;
    await this.ask('Page.enable');
  }

  // Messages end with a NUL: an answer has the number of what was asked, an event a method.
  #read(bytes) {
    const parts = (this.#rest + bytes).split('\0');
    this.#rest = parts.pop();
    for (const message of parts.map(part => JSON.parse(part))) {
      const answered = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (answered) message.error ? answered.no(new Error(message.error.message)) : answered.yes(message.result);
      else this.#events.get(message.method)?.(message.params, message.sessionId);
    }
  }

  // Of the page, or of another session: a worker's
  ask(method, params = {}, sessionId = this.#session) {
    const id = this.#next++;
    this.#process.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + '\0');
    return new Promise((yes, no) => this.#waiting.set(id, { yes, no }));
  }

  // One who hears of an event: its parameters, and the session that it is of
  on(event, heard) {
    this.#events.set(event, heard);
  }

  async show(url, width, media) {
    await this.ask('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: false });
    await this.ask('Emulation.setEmulatedMedia', { media });
    const loaded = new Promise(yes => this.#events.set('Page.loadEventFired', yes));
    await this.ask('Page.navigate', { url });
    await loaded;
  }

  async run(expression) {
    const answer = await this.ask('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? 'script failed');
    return answer.result.value;
  }

  // How many pages it prints on, of a size in inches: Chromium writes an object for each.
  async sheets(paperWidth, paperHeight) {
    const { data } = await this.ask('Page.printToPDF', { paperWidth, paperHeight, preferCSSPageSize: false });
    return Buffer.from(data, 'base64').toString('latin1').match(/\/Type \/Page\b/g).length;
  }

  // A key by its name, the number that Windows has for it, and what it types
  async press(key, windowsVirtualKeyCode, text) {
    for (const type of ['keyDown', 'keyUp'])
      await this.ask('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode, text: type === 'keyDown' ? text : undefined });
  }

  tab() {
    return this.press('Tab', 9);
  }

  close() {
    this.#process.kill();
    return new Promise(yes => this.#process.once('exit', () => {
      rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
      yes();
    }));
  }
}
