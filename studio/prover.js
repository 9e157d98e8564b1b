/** Has texts proven in a worker, the last one asked for; a proof that is no longer wanted is ended. */
export class Prover {
  #address;
  #module;
  #here;
  #done;
  #worker;
  #text;
  #busy = false;

  /** `here` proves in this thread, where there can be no worker. */
  constructor(address, module, here, done) {
    this.#address = address;
    this.#module = module;
    this.#here = here;
    this.#done = done;
  }

  prove(text) {
    if (this.#busy) this.#end();
    this.#text = text;
    try {
      this.#worker ??= this.#begin();
      this.#worker.postMessage(text);
      this.#busy = true;
    } catch {
      // Once what is being drawn is on the screen.
      setTimeout(() => this.#done(this.#here(text)));
    }
  }

  #begin() {
    const worker = new Worker(this.#address, { type: "module", name: "proof" });
    worker.onmessage = ({ data }) => {
      this.#busy = false;
      this.#done(data);
    };
    worker.onerror = ({ message }) => {
      this.#end();
      // Without a message its script did not come; with one, the proof itself went wrong.
      this.#done(message === undefined ? this.#here(this.#text) : "");
    };
    worker.postMessage(this.#module);
    return worker;
  }

  #end() {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#busy = false;
  }
}
