// The filters as the page calls them: a worker, what was asked of it, and the way to stop it.

export class Filters {
  #url; #packed; #worker; #waiting = new Map(); #next = 0;

  /** `source` is the worker's program, `packed` the module, base64 of gzip. */
  constructor(source, packed) {
    this.#url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    this.#packed = packed;
  }

  #start() {
    this.#worker = new Worker(this.#url);
    this.#worker.onmessage = ({ data }) => this.#settle(data);
    this.#worker.onerror = event => {
      event.preventDefault();
      this.#fail({ kind: 'old', detail: event.message });
    };
    return this.#ask({ packed: this.#packed });
  }

  #ask(message) {
    const id = this.#next++;
    return new Promise((yes, no) => {
      this.#waiting.set(id, { yes, no });
      this.#worker.postMessage({ id, ...message });
    });
  }

  #settle({ id, answer, fault }) {
    const { yes, no } = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (fault) no(fault);
    else yes(answer);
  }

  #fail(fault) {
    for (const { no } of this.#waiting.values()) no(fault);
    this.#waiting.clear();
    this.#worker?.terminate();
    this.#worker = null;
  }

  /** {status, said, printed, written}; rejected with {kind, detail}: old, unreadable, broken or stopped. */
  async run(args, files = []) {
    if (!this.#worker) await this.#start().catch(fault => this.#giveUp(fault));
    return this.#ask({ args, files });
  }

  // It could not begin: the next run tries anew
  #giveUp(fault) {
    this.#fail(fault);
    throw fault;
  }

  stop() {
    this.#fail({ kind: 'stopped', detail: '' });
  }
}
