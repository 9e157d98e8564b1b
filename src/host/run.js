/** What comes with the WebAssembly: draws quizzes, takes the place of the prerendered question, and
 * starts all again after a panic. */
import initialise, { __wbg_reset_state as reset, mount, watch } from "./career_quiz.js";
import { numbers } from "./numbers.js";
import { base, languages, reader, written } from "./rest.js";
import { script } from "./script.js";
import { errand, qr } from "./share.js";

/** Those of the other screens. */
export { styles } from "./rest.js";

/** A panic so soon after another, in ms, is not worth a third start. */
const SOON = 10_000;

/** The module, whose quiz is asked for again after a panic. */
let module;
export async function ready(bytes) {
  module = await compiled(await bytes);
  await initialise({ module_or_path: module });
  watch(lost);
}

async function compiled(answer) {
  if (!answer.ok) throw new Error(`${answer.url}: the server answered ${answer.status}`);
  // Only what is named WebAssembly may be compiled while it arrives.
  if (answer.headers.get("content-type") === "application/wasm") return WebAssembly.compileStreaming(answer);
  return WebAssembly.compile(await answer.arrayBuffer());
}

/** The quiz that stands beside the code in a module: xtask/src/section.rs put it there. */
const section = (module) => new Uint8Array(WebAssembly.Module.customSections(module, "quiz")[0]);

const here = (path) => new URL(`../${path}`, import.meta.url).href;
const fetched = ([path, integrity], signal) => fetch(here(path), { integrity, signal });

/** The address of the quiz that an element shows, where it is not the one that comes with the module. */
export const source = (src, language) => (src ? new URL(src, document.baseURI).href : languages[language] && here(languages[language][0]));

/** Quizzes that were fetched, by address and language. */
const quizzes = new Map();

/** A quiz that does not come with the module: in another language, or of the page's own. */
export async function read(url, language, signal) {
  const key = `${language} ${url}`;
  const quiz = quizzes.get(key) ?? await (url === source("", language) ? shipped(language, signal) : own(url, language, signal));
  if (!quiz.trouble) quizzes.set(key, quiz);
  return quiz;
}

/** The shipped quiz in a language that does not come with the module. */
const shipped = async (language, signal) => ({ shipped: section(await compiled(await fetched(languages[language], signal))), words: language });

/** What reads quiz files, once one is asked for. */
let reading;
/** A quiz of the page's own. What it has no words for is said as the shipped one says it. */
async function own(url, language, signal) {
  reading ??= script(here(reader[0][0]), reader[0][1], signal).catch((error) => { reading = undefined; throw error; });
  const { read } = await reading;
  const quiz = await read(url, language, signal, () => fetched(reader[1], signal));
  const [tag] = quiz.lang.toLowerCase().split("-");
  return { ...quiz, ...(languages[tag] && await shipped(tag, signal)) };
}

/** The plural category of a number in digits (Unicode CLDR). Reading them here spares the module a parser. */
function plural(lang, number) {
  try {
    return new Intl.PluralRules(lang).select(Number(number));
  } catch {
    return "other";
  }
}

/** Every quiz on the page, by what Rust talks to. */
const running = new Map();
/** The fragment that each has shown, by its root. */
const shown = new WeakMap();

/** What stands behind the # of the page's address. */
function fragment() {
  const raw = location.hash.slice(1);
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

/** Quizzes that a link on the page itself leads to: there, the heading takes the focus. */
const followed = new WeakSet();

addEventListener("hashchange", () => {
  const [version, id] = fragment().split(".");
  // Headings have fragments too, as in #1.2-setup.
  if (!/^\d+r?$/.test(version)) return;
  for (const place of [...running.values()].filter((one) => one.id === id)) {
    shown.delete(place.root);
    followed.add(place.root);
    place.again();
  }
});

/** Whether a quiz is in other languages too. */
const speaks = ({ file, root }) => !root.host.src || Object.keys(file.languages).length;
// A page that changes its language, as single-page apps do.
const speaking = new MutationObserver(() => {
  for (const place of [...running.values()]) if (place.spoken() !== place.lang && speaks(place)) place.again();
});

/** Where a shared link leads; :path stands for the path's id. */
function address({ file, lang, root: { host: { shareUrl, src } } }) {
  const pages = `${base || here("")}r/${file && !src ? `${lang}/` : ""}:path.html`;
  // A page's own address may carry who she is, as links in a newsletter do.
  const page = document.querySelector("link[rel=canonical]")?.href ?? "";
  const own = page.startsWith(`${location.origin}/`) ? page : location.href;
  const wanted = shareUrl ?? (src ? own : pages);
  try {
    return new URL(wanted, document.baseURI).href.split("#")[0];
  } catch {
    console.warn(`<career-quiz> share-url is no address: ${wanted}`);
    return pages;
  }
}

/** Keys that a page may have for itself wherever she is. */
const THE_PAGES = /^(Tab|Escape|F\d+)$/;
/**
 * Keeps from the page's shortcuts what is typed or pressed in a quiz. The page cannot tell by itself:
 * from outside, all that happens in a closed shadow root happens on its host, which is no field.
 * In an input that is every key, on a button or link the keys that press it; with Ctrl, Alt or Meta
 * none.
 */
function quiet(event) {
  const { key, target } = event;
  if (event.ctrlKey || event.altKey || event.metaKey || THE_PAGES.test(key)) return;
  if (target.matches("input") || (target.matches("button, summary, a") && (key === "Enter" || key === " "))) event.stopPropagation();
}

/** Draws a quiz. It stands on the page once Rust keeps its first line. */
export function begin(place) {
  const view = document.createElement("div");
  const { file, level, line, early, focus, root: { host } } = place;
  let drawn;
  let over = false;
  const shell = {
    own: file?.quiz, shipped: () => file?.shipped ?? section(module), words: file?.words ?? "", instance: host.instance ?? "", level, line, early, focus, qr, numbers: (lang) => written[lang] ?? numbers(lang), plural,
    fragment: fragment(), fresh: shown.get(place.root) !== fragment(),
    alone: document.querySelectorAll("career-quiz").length < 2,
    address: address(place), canShare: "share" in navigator,
    // A frame without an origin of its own may neither save nor print nor open a page, and says nothing.
    canLeave: origin !== "null",
    painted: (done) => requestAnimationFrame(() => setTimeout(done)),
    errand: (kind, one, two, done) => errand(place, quiz.quiz, kind, one, two).then(done, () => done("")),
    keep(line) {
      if (over) return;
      if (!drawn && place.stale()) {
        over = true;
        queueMicrotask(place.restart);
        return;
      }
      place.keep(line);
      const [, screen] = line.split(" ");
      if (!drawn) takeOver(place, view);
      // What was kept free so that nothing moved unasked is given back with the next screen.
      else if (drawn !== screen) view.style.minBlockSize = "";
      drawn ||= screen;
    },
    tell(event, id, number) {
      if (!over) place.send(event, id && (event === "complete" ? { path: id } : { question: id, number }));
    },
  };
  const quiz = start(shell, place, view);
  place.id = quiz.quiz;
  if (file?.trouble) place.report(file.trouble);
  // Also where it stands inside other components.
  for (let at = host; at; at = at.getRootNode().host) speaking.observe(at.getRootNode(), { subtree: true, attributes: true, attributeFilter: ["lang"] });
  return {
    id: quiz.quiz,
    lang: place.lang,
    end() {
      over = true;
      running.delete(shell);
      quiz.unmount();
    },
  };
}

function start(shell, place, view) {
  running.set(shell, place);
  try {
    return mount(view, shell);
  } catch (error) {
    // A panic tells lost() itself; running out of memory or stack does not.
    if (error instanceof WebAssembly.RuntimeError) lost();
    else running.delete(shell);
    // What was fetched may be of an older build: the next quiz asks for it anew.
    quizzes.clear();
    throw Object.assign(error, { code: "integrity", retryable: true });
  }
}

/** Puts Rust's screen in the place of what stood there: same height, same focus. */
function takeOver({ root, view: old, early, put }, view) {
  for (const type of ["keydown", "keypress", "keyup"]) root.addEventListener(type, quiet);
  shown.set(root, fragment());
  const stops = (inside) => [...inside.querySelectorAll("input, button, summary, a, [tabindex]")].filter((stop) => stop.getClientRects().length);
  const focused = root.activeElement ?? root.host.querySelector(":focus");
  const at = stops(old).indexOf(focused);
  const { height } = old.getBoundingClientRect();
  view.style.minBlockSize = `${height}px`;
  put(view);
  if (followed.delete(root)) return view.querySelector(".title").focus();
  // Where she pressed Continue already, Rust moves the focus itself.
  if (focused && !["continue", "skip"].includes(early)) (stops(view)[at] ?? view.querySelector(".title"))?.focus({ preventScroll: true });
}

let last = -Infinity;
let losing = false;
/** Rust panicked: nothing in this instance works any more. All quizzes go on in a fresh one. */
function lost() {
  if (losing) return;
  losing = true;
  setTimeout(() => {
    losing = false;
    const again = performance.now() - last < SOON;
    last = performance.now();
    reset();
    watch(lost);
    // One element may have two at work, the old and the one that takes its place.
    const places = new Map([...running.values()].map((place) => [place.root, place]));
    running.clear();
    for (const place of places.values()) place.lost(again);
  });
}
