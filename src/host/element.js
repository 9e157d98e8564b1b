/**
 * The shell: defines <career-quiz> and puts the quiz inside it.
 *
 * Hand-written, because it must exist before, without and after the WebAssembly (a Rust class
 * cannot extend HTMLElement). It shows the first question at once, fetches the rest when she comes
 * near, and hands over what she did meanwhile. The shadow root is closed: answers stay out of
 * session recorders and of other Yew apps on the page. What the page put between the tags stays
 * where the quiz cannot run.
 */
import { first, languages, styles, version } from "./built.js";
import { build, code, held, hold, idle, question, remembered } from "./first.js";
import { load, read } from "./load.js";
import { obstacle, problem } from "./problem.js";

/** How long an element may be off the page, as when it is moved, before its quiz is put away; in ms. */
const AWAY = 1000;
/** How near the quiz may come before the rest of it is fetched. */
const NEAR = "600px";
/** Its attributes, each with the property that says the same. */
const ATTRIBUTES = [["src", "src"], ["theme", "theme"], ["instance", "instance"], ["heading-level", "headingLevel"], ["share-url", "shareUrl"]];

const sheets = new Map();
/** Gives a root a style sheet, which all roots of a page share where the browser can. */
function dress(root, text) {
  try {
    let sheet = sheets.get(text);
    if (!sheet) {
      sheets.set(text, sheet = new CSSStyleSheet());
      sheet.replaceSync(text);
    }
    root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, sheet])];
  } catch {
    const style = document.createElement("style");
    style.textContent = text;
    root.append(style);
  }
}

/** What an element is in that says its language. By attribute: a form's fields hide its properties. */
const spoken = (at) => at && (at.closest("[lang]:not([lang=''])") ?? spoken(at.getRootNode().host));

/** The language around an element, where the quiz is in it; else the quiz's own. A quiz of the
 * page's own may be in any. */
function language(element) {
  const full = (spoken(element)?.getAttribute("lang") ?? "").toLowerCase();
  const [tag] = full.split("-");
  return element.src ? full : languages.includes(tag) ? tag : languages[0];
}

class CareerQuiz extends HTMLElement {
  static observedAttributes = ["src", "lang", "instance", "heading-level", "share-url"];
  static version = version;

  /** What the page kept free for it, in px: measured while :not(:defined) still holds. */
  #kept = this.getBoundingClientRect().height;
  #root = this.attachShadow({ mode: "closed" });
  #stage = this.#root.appendChild(build(["div"]));
  /** What stands on it. */
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
  #changing = false;
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
    else if (!this.#over && this.#quiz?.lang !== language(this)) this.#start();
  }

  disconnectedCallback() {
    this.#watching?.disconnect();
    this.#away = setTimeout(() => this.#unmount(), AWAY);
  }

  adoptedCallback() {
    // Another document does not take a style sheet along.
    for (const text of sheets.keys()) dress(this.#root, text);
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#view || before === now) return;
    if (name === "src") {
      // Another file is another quiz.
      this.#unmount();
      this.#line = this.#pressed = this.#first = undefined;
      this.#over = Boolean(obstacle());
    }
    // What is on its way belongs to what was said before; the last of several changes wins.
    this.#turn += 1;
    if (this.#changing) return;
    this.#changing = true;
    queueMicrotask(() => {
      this.#changing = false;
      if (this.#over) return;
      if (!this.#line && !this.#first) this.#show();
      this.#start();
    });
  }

  #begin() {
    for (const type of ["click", "pointerover", "pointerdown", "keydown", "focusin"]) this.#root.addEventListener(type, this);
    this.#show();
    const code = obstacle();
    if (code) this.#fail(problem(code));
    else this.#watch();
  }

  /** What stands there first: the shipped quiz's first question, or what the page wrote. */
  #show() {
    this.#first = undefined;
    if (this.src || language(this) !== first.lang) return this.#put(build(["slot"]));
    const view = question(this.#seed, this.#level);
    view.style.minBlockSize = `${this.#kept}px`;
    if (location.hash.includes(`.${first.quiz}.`) || remembered(this.#instance)) view.firstChild.classList.add("waiting");
    else this.#first = view;
    this.#put(view);
  }

  /** Fetches the rest once the quiz is near and the page has nothing better to do. */
  #watch() {
    // Where data is dear, the rest waits until she has touched the question.
    if (navigator.connection?.saveData && this.#first) return;
    this.#watching?.disconnect();
    this.#watching = new IntersectionObserver((seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      this.#watching.disconnect();
      idle().then(() => this.#want());
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
  handleEvent({ type, target }) {
    if (this.#quiz && !this.#first) return;
    hold(type);
    this.#want();
    if (type !== "click" || !this.#root.contains(target)) return;
    const box = this.#root.querySelector(".retry")?.parentNode;
    const button = target.closest("button");
    if (button && box) {
      box.firstChild.textContent = first.loading;
      this.#start();
    }
    if (!this.#first) return;
    // Another answer takes back that she went on.
    if (target.matches("input")) this.#busy(this.#pressed = undefined);
    else if (button && !button.matches(".retry")) this.#busy(this.#pressed = button.type === "submit" ? "continue" : "skip");
  }

  #busy(pressed) {
    this.#first.firstChild.classList.toggle("busy", Boolean(pressed));
    this.#first.querySelector(".note").textContent = pressed ? first.loading : "";
  }

  async #start() {
    const turn = ++this.#turn;
    if (!this.#wanted) return this.#watch();
    const late = () => turn !== this.#turn || !this.isConnected;
    try {
      const run = await load();
      const lang = language(this);
      const url = run.source(this.src, lang);
      const file = url && await read(run, url, lang);
      // Drawing takes a slow phone a tenth of a second, for which a press would have to wait.
      do await idle(); while (held);
      if (late()) return;
      // The page may have changed its language meanwhile.
      if (language(this) === lang) this.#mount(run, file, lang);
      else this.#start();
    } catch (error) {
      // A panic is heard of in another way.
      if (!late() && !(error instanceof WebAssembly.RuntimeError)) this.#fail(error.code ? error : problem("quiz", error.message));
    }
  }

  #mount(run, file, lang) {
    const old = this.#quiz;
    const known = this.#line;
    const early = !known && this.#first && code(this.#first);
    const pressed = this.#pressed;
    const active = this.ownerDocument.activeElement;
    this.#quiz = run.begin({
      root: this.#root, view: this.#view, file, lang, spoken: () => language(this), again: () => this.#start(), level: this.#level,
      line: known ?? (early ? `${this.#seed.toString(16)} ${first.id} ${early}` : undefined),
      early: early ? pressed ?? "answer" : undefined,
      /** Whether the first screen may take the focus: not from a field elsewhere on the page. */
      focus: active === this || active === document.body,
      /** Whether she did something while the screens were being drawn. */
      stale: () => held || this.#line !== known || (early && this.#first && (code(this.#first) !== early || this.#pressed !== pressed)),
      restart: () => {
        this.#quiz.end();
        this.#quiz = old;
        this.#start();
      },
      put: (view) => {
        this.#put(view, run.styles);
        this.#first = this.#pressed = undefined;
        old?.end();
      },
      keep: (line) => { this.#line = line; },
      send: (name, detail) => this.#send(name, detail), report: (error) => this.#report(error),
      lost: (again) => this.#lost(again),
    });
  }

  #put(view, text = styles) {
    // Safari lays out what is new in a container a moment late, and all of it that gets a sheet: it
    // finds the page short and scrolls it.
    dress(this.#root, text);
    const { style } = this.#stage;
    style.minBlockSize = `${this.#stage.getBoundingClientRect().height}px`;
    this.#stage.replaceChildren(view);
    view.getBoundingClientRect();
    style.minBlockSize = "";
    this.#view = view;
  }

  #unmount() {
    this.#quiz?.end();
    this.#quiz = undefined;
  }

  /** Rust panicked. Her last line is here, so a fresh instance goes on from it. */
  #lost(again) {
    const error = problem("panic");
    if (!again) this.#report(error);
    this.#quiz = undefined;
    if (again) this.#fail(error);
    else this.#start();
  }

  /** Never a blank page: what she was looking at or what the page wrote, one sentence, one way on. */
  #fail(error) {
    this.#report(error);
    // Another language that could not be fetched: what she has goes on.
    if (this.#quiz) return;
    this.#over = !error.retryable;
    const focused = this.#root.activeElement;
    const box = build(first.trouble);
    const retry = box.lastChild;
    if (error.retryable) retry.className += " retry";
    else retry.remove();
    if (this.#first && error.retryable) {
      this.#first.querySelector(".problem")?.remove();
      this.#first.querySelector(".page").append(box);
      this.#busy();
    } else {
      this.#first = undefined;
      const fallback = build(["div", {}, ["slot"]]);
      // Where there is nothing she can do and the page has words of its own, those are enough.
      if (error.retryable || !this.querySelector(":scope > :not([slot])")) fallback.append(box);
      this.#put(fallback);
    }
    if (focused && !this.#root.activeElement && error.retryable) retry.focus();
  }

  #report(error) {
    const { code, message, retryable, faults } = error;
    console.error(`<career-quiz> ${code}: ${message}`);
    this.#send("error", { code, message, retryable, faults });
  }

  #send(name, detail) {
    const about = { quiz: this.#quiz?.id ?? (this.src ? "" : first.quiz), instance: this.#instance };
    this.dispatchEvent(new CustomEvent(`career-quiz:${name}`, {
      bubbles: true, composed: true, detail: Object.freeze({ ...about, ...detail }),
    }));
  }

  get #level() {
    const level = Math.floor(this.headingLevel);
    return level > 0 && level < 7 ? level : 2;
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
if (there) console.warn(`<career-quiz> ${there.version} is here, not ${version}.`);
else customElements.define("career-quiz", CareerQuiz);
