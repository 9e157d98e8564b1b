/**
 * The shell: defines <career-quiz> and puts the quiz inside it.
 *
 * Hand-written, because it must exist before, without and after the WebAssembly (a Rust class
 * cannot extend HTMLElement). The shadow root is closed: answers stay out of session recorders
 * and of other Yew apps on the page. What the page put between the tags stands there until the
 * quiz is ready, and stays where it cannot be shown.
 */
const here = (file) => new URL(file, import.meta.url);

/** Fetched once per page, and again after a failure: under another address, because browsers keep
 * a module that failed. */
let parts;
let tries = 0;
const load = () => (parts ??= Promise.all([
  sheet(here("career-quiz.css")),
  import(here(`career_quiz.js${tries++ ? `?try=${tries}` : ""}`)).then(async (widget) => (await widget.default(), widget)),
]).catch((error) => { parts = undefined; throw error; }));

async function text(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: the server answered ${answer.status}`);
  return answer.text();
}

async function sheet(url) {
  const styles = new CSSStyleSheet();
  styles.replaceSync(await text(url));
  return styles;
}

class CareerQuiz extends HTMLElement {
  #root = this.attachShadow({ mode: "closed" });
  #started = false;

  connectedCallback() {
    if (this.#started) return;
    this.#started = true;
    this.#root.append(document.createElement("slot"));
    this.#start();
  }

  async #start() {
    try {
      const src = this.getAttribute("src") || undefined;
      const [[styles, widget], file] = await Promise.all([load(), src && text(new URL(src, document.baseURI))]);
      this.#root.adoptedStyleSheets = [styles];
      const quiz = document.createElement("div");
      widget.mount(quiz, file, src ?? "quiz");
      this.#root.replaceChildren(quiz);
    } catch (error) {
      console.error(`<career-quiz> could not start.\n${error?.message ?? error}`);
      this.#failed();
    }
  }

  /** Never a blank page: what the page wrote between the tags, one sentence, one way on. */
  #failed() {
    const sentence = document.createElement("p");
    sentence.setAttribute("role", "alert");
    sentence.textContent = "The quiz could not be loaded.";
    const retry = document.createElement("button");
    retry.textContent = "Try again";
    retry.addEventListener("click", () => {
      sentence.textContent = "";
      this.#start();
    });
    const focused = this.#root.activeElement;
    this.#root.replaceChildren(document.createElement("slot"), sentence, retry);
    if (focused) retry.focus();
  }
}

if (!customElements.get("career-quiz")) customElements.define("career-quiz", CareerQuiz);
