/** What is being written, kept in this browser. Storage may be denied or full: then that is said, and
 * the page asks before it is left. */
export class Kept {
  #key;
  /** Whether something stands in the editor that is nowhere else. */
  #lose = false;

  constructor(key) {
    this.#key = key;
  }

  read() {
    try {
      return localStorage.getItem(this.#key) ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** Whether it was kept. */
  write(text) {
    try {
      localStorage.setItem(this.#key, text);
      this.#lose = false;
    } catch {
      this.#lose = true;
    }
    return !this.#lose;
  }

  /** Saved as a file: it can be lost here. */
  saved() {
    this.#lose = false;
  }

  get wouldLose() {
    return this.#lose;
  }
}
