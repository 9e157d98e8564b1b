/**
 * The shell: defines <career-quiz> and puts the quiz inside it.
 *
 * Hand-written, because it must exist before, without and after the WebAssembly (a Rust class
 * cannot extend HTMLElement). It shows the first question at once, fetches the rest when she comes
 * near, and hands over what she did meanwhile. The shadow root is closed: answers stay out of
 * session recorders and of other Yew apps on the page. What the page put between the tags stays
 * where the quiz cannot run.
 */
import { first, styles, version } from "./built.js";
import { build, code, hold, question, released, remembered } from "./first.js";
import { load } from "./load.js";
import { obstacle, problem } from "./problem.js";

/** How long an element may be off the page, as when it is moved, before its quiz is put away; in ms. */
const AWAY = 1000;
/** How near the quiz may come before the rest of it is fetched. */
const NEAR = "600px";
/** Its attributes, each with the property that says the same. */
const ATTRIBUTES = [["src", "src"], ["theme", "theme"], ["instance", "instance"], ["heading-level", "headingLevel"]];

const sheets = new Map();
/** Gives a root a style sheet, which all roots of a page share where the browser can. */
function dress(root, text) {
  try {
    let sheet = sheets.get(text);
    if (!sheet) {
      sheets.set(text, sheet = new CSSStyleSheet());
      sheet.replaceSync(text);
    }
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    const style = document.createElement("style");
    style.textContent = text;
    root.prepend(style);
  }
}

class CareerQuiz extends HTMLElement {
  static observedAttributes = ["src", "instance", "heading-level"];
  static version = version;

  /** What the page kept free for it, in px: measured while :not(:defined) still holds. */
  #kept = this.getBoundingClientRect().height;
  #root = this.attachShadow({ mode: "closed" });
  /** What stands in the root. */
  #view;
  /** The prerendered question, while it is the one that can be answered. */
  #first;
  #seed = crypto.getRandomValues(new BigUint64Array(1))[0];
  /** What she pressed on it: "continue" or "skip". */
  #pressed;
  /** Where she is, once Rust has said so. */
  #line;
  #quiz;
  /** Counts starts: whatever belongs to an earlier one comes too late. */
  #turn = 0;
  #wanted = false;
  /** It cannot run here, and trying again would not help. */
  #over = false;
  #away;
  #watching;

  connectedCallback() {
    clearTimeout(this.#away);
    for (const [, property] of ATTRIBUTES) {
      // Set before this class was there.
      if (Object.hasOwn(this, property)) {
        const value = this[property];
        delete this[property];
        this[property] = value;
      }
    }
    if (!this.#view) this.#begin();
    else if (this.#over || this.#quiz) return;
    else if (this.#wanted) this.#start();
    else this.#watch();
  }

  disconnectedCallback() {
    this.#watching?.disconnect();
    this.#away = setTimeout(() => this.#unmount(), AWAY);
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#view || before === now) return;
    // Another file is another quiz.
    if (name === "src") {
      this.#line = this.#pressed = undefined;
      this.#over = Boolean(obstacle());
    }
    // The last of several changes wins.
    const turn = ++this.#turn;
    queueMicrotask(() => {
      if (turn !== this.#turn || this.#over) return;
      this.#unmount();
      if (!this.#line) this.#show();
      this.#restart();
    });
  }

  #begin() {
    dress(this.#root, styles);
    for (const type of ["click", "pointerover", "pointerdown", "keydown", "focusin"]) this.#root.addEventListener(type, this);
    this.#show();
    const code = obstacle();
    if (code) this.#fail(problem(code));
    else this.#watch();
  }

  /** What stands there first: the shipped quiz's first question, or what the page wrote. */
  #show() {
    this.#first = undefined;
    if (this.src) return this.#put(document.createElement("slot"));
    const view = question(this.#seed, this.#level);
    view.style.minBlockSize = `${this.#kept}px`;
    if (remembered(this.#instance)) view.firstChild.classList.add("waiting");
    else this.#first = view;
    this.#put(view);
  }

  /** Fetches the rest once the quiz is near and the page has nothing better to do. */
  #watch() {
    // Where data is dear, the rest waits until she has touched the question.
    if (navigator.connection?.saveData && this.#first) return;
    this.#watching = new IntersectionObserver(([{ isIntersecting }]) => {
      if (!isIntersecting) return;
      this.#watching.disconnect();
      (globalThis.requestIdleCallback ?? setTimeout)(() => this.#want(), { timeout: 1000 });
    }, { rootMargin: NEAR });
    this.#watching.observe(this);
  }

  #want() {
    if (this.#wanted || this.#over || !this.isConnected) return;
    this.#wanted = true;
    this.#watching?.disconnect();
    this.#start();
  }

  /** What happens inside before Rust hears of it. */
  handleEvent(event) {
    if (this.#quiz && !this.#first) return;
    hold(event);
    this.#want();
    const pressed = event.type === "click" && event.target.closest?.(".actions button, .retry");
    if (!pressed || !this.#root.contains(pressed)) return;
    if (pressed.matches(".retry")) {
      pressed.closest(".problem").hidden = true;
      this.#start();
    }
    if (!this.#first) return;
    if (pressed.type === "submit") event.preventDefault();
    this.#pressed = pressed.type === "submit" ? "continue" : pressed.matches(".retry") ? this.#pressed : "skip";
    this.#first.firstChild.classList.add("busy");
    this.#first.querySelector(".note").textContent = first.loading;
  }

  async #start() {
    const turn = ++this.#turn;
    const late = () => turn !== this.#turn || !this.isConnected;
    try {
      const src = this.src && new URL(this.src, document.baseURI).href;
      const [run, file] = await load(src);
      await released;
      if (!late()) this.#mount(run, file);
    } catch (error) {
      // A panic is heard of in another way.
      if (!late() && !(error instanceof WebAssembly.RuntimeError)) this.#fail(error.code ? error : problem("quiz", error.message));
    }
  }

  #mount({ begin }, file) {
    const early = !this.#line && this.#first && code(this.#first);
    const pressed = this.#pressed;
    this.#quiz = begin({
      root: this.#root, view: this.#view, file, name: this.src ?? "quiz", instance: this.#instance, level: this.#level,
      line: this.#line ?? (early ? `${this.#seed.toString(16)} ${first.id} ${early}` : undefined),
      early: early ? pressed ?? "answer" : undefined,
      /** Whether she went on answering while the screens were being drawn. */
      stale: () => early && (code(this.#first) !== early || this.#pressed !== pressed),
      restart: () => this.#restart(),
      put: (view) => {
        this.#put(view);
        this.#first = this.#pressed = undefined;
      },
      dress: (styles) => dress(this.#root, styles),
      keep: (line) => { this.#line = line; },
      send: (name, detail) => this.#send(name, detail),
      lost: (again) => this.#lost(again),
    });
  }

  #put(view) {
    if (this.#view) this.#view.replaceWith(view);
    else this.#root.append(view);
    this.#view = view;
  }

  #unmount() {
    this.#quiz?.end();
    this.#quiz = undefined;
  }

  #restart() {
    this.#unmount();
    if (this.#wanted && this.isConnected) this.#start();
  }

  /** Rust panicked. Her last line is here, so a fresh instance goes on from it. */
  #lost(again) {
    this.#quiz = undefined;
    const error = problem("panic");
    if (again) return this.#fail(error);
    this.#report(error);
    this.#start();
  }

  /** Never a blank page: what she was looking at or what the page wrote, one sentence, one way on. */
  #fail(error) {
    this.#report(error);
    this.#over = !error.retryable;
    const focused = this.#root.activeElement;
    const box = build(first.trouble);
    const retry = box.lastChild;
    if (error.retryable) retry.className += " retry";
    else retry.remove();
    if (this.#first && error.retryable) {
      this.#first.firstChild.classList.remove("busy");
      this.#first.querySelector(".note").textContent = "";
      this.#first.querySelector(".problem")?.remove();
      this.#first.querySelector(".page").append(box);
    } else {
      this.#first = undefined;
      const fallback = document.createElement("div");
      fallback.append(document.createElement("slot"));
      // Where there is nothing she can do and the page has words of its own, those are enough.
      if (error.retryable || !this.querySelector(":scope > :not([slot])")) fallback.append(box);
      this.#put(fallback);
    }
    if (focused && error.retryable) retry.focus();
  }

  #report(error) {
    console.error(`<career-quiz> ${error.code}: ${error.message}`);
    this.#send("error", { code: error.code, message: error.message, retryable: error.retryable });
  }

  #send(name, detail) {
    const about = { quiz: this.#quiz?.id ?? (this.src ? "" : first.quiz), instance: this.#instance };
    this.dispatchEvent(new CustomEvent(`career-quiz:${name}`, {
      bubbles: true, composed: true, detail: Object.freeze({ ...about, ...detail }),
    }));
  }

  get #level() {
    const level = Number(this.headingLevel ?? 2);
    return level >= 1 && level <= 6 ? Math.floor(level) : 2;
  }
  get #instance() {
    return this.instance ?? "";
  }
}

for (const [name, property] of ATTRIBUTES) {
  Object.defineProperty(CareerQuiz.prototype, property, {
    get() { return this.getAttribute(name); },
    set(value) { value == null ? this.removeAttribute(name) : this.setAttribute(name, value); },
  });
}

const there = customElements.get("career-quiz");
if (there) console.warn(`<career-quiz> ${there.version} is here already; ${version} changes nothing.`);
else customElements.define("career-quiz", CareerQuiz);
