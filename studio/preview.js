/**
 * The page in the studio's preview: the real widget with the quiz that is being written. The text
 * comes as a message and goes to the widget as a blob: it is fetched from nowhere.
 */
// What is answered here is the studio's affair, and goes with its tab.
try {
  Object.defineProperty(globalThis, "localStorage", { value: sessionStorage });
} catch {
  // Storage is denied: then nothing is remembered anyway.
}

Object.assign(document.documentElement.style, { scrollbarGutter: "auto", scrollbarWidth: "thin" });
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];
/** The widget's inside, which is closed to pages; this one goes on for her where she was. */
let inside;
const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function attach(init) {
  const root = attachShadow.call(this, init);
  if (this.localName === "career-quiz") inside = root;
  return root;
};

let now = {};
let quiz;

/** Quiz files that are wrong are told of in the studio; here, nothing is shown of them. */
function show(scene) {
  const { text, css, dark, link, again } = scene;
  sheet.replaceSync(css);
  document.documentElement.style.colorScheme = dark ? "dark" : "light";
  const begin = again !== now.again || (now.link && !link);
  if (begin) {
    try {
      sessionStorage.clear();
    } catch {
      // Nothing was remembered.
    }
  }
  if (link !== now.link || begin) location.replace(`#${link}`);
  if (text !== now.text || begin) mount(text);
  now = scene;
}

function mount(text) {
  const old = quiz?.src;
  quiz?.remove();
  quiz = document.createElement("career-quiz");
  quiz.src = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  document.querySelector("main").replaceChildren(quiz);
  if (old) URL.revokeObjectURL(old);
}

/** Goes on where she was. */
addEventListener("career-quiz:ready", () => inside?.querySelector(".resume button")?.click());

const { focus } = HTMLElement.prototype;
/** Moves the focus only where it is here already: else it would be taken from the editor. */
HTMLElement.prototype.focus = function (options) {
  if (document.hasFocus()) focus.call(this, options);
};

addEventListener("message", ({ origin, source, data }) => {
  const scene = data?.["career-quiz-studio"];
  if (origin === location.origin && source === parent && scene) show(JSON.parse(scene));
});
