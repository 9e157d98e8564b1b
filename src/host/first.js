/** The first question, prerendered at build time, and what she does on it before Rust is there. */
import { first } from "./built.js";

/** An element from its tree: [tag, {attribute: value}, ...elements and texts]. */
export function build([tag, attributes, ...inside], deeper = 0) {
  const element = document.createElement(tag.replace(/\d/, (level) => Math.min(Number(level) + deeper, 6)));
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.append(...inside.map((one) => (typeof one === "string" ? one : build(one, deeper))));
  return element;
}

/** The question with its choices in the order that Rust will give them for this seed. */
export function question(seed, level) {
  const view = build(["div", {}, first.tree], level - 2);
  if (first.shuffle) {
    const list = view.querySelector(".choices, .rows");
    const all = [...list.children];
    // src/quiz/chance.rs: SplitMix64 and the shuffle of Fisher and Yates.
    let state = seed ^ BigInt(first.hash);
    const u64 = (number) => BigInt.asUintN(64, number);
    for (let last = all.length - 1; last > 0; last -= 1) {
      state = u64(state + 0x9e3779b97f4a7c15n);
      let z = u64((state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n);
      z = u64((z ^ (z >> 27n)) * 0x94d049bb133111ebn);
      const at = Number(((z ^ (z >> 31n)) * BigInt(last + 1)) >> 64n);
      [all[last], all[at]] = [all[at], all[last]];
    }
    list.append(...all);
  }
  return view;
}

/** What is chosen on it, as a share code. */
export function code(view) {
  const said = [...view.querySelectorAll(":checked")].map(({ name, value }) => (name === first.id ? value : `${name}=${value}`));
  return `1.${first.quiz}` + (said.length ? `.${first.id}:${said.join("+")}` : "");
}

/** Whether she was here before: then Rust decides what stands there first. */
export function remembered(instance) {
  try {
    return localStorage.getItem(`career-quiz:1:${first.quiz}` + (instance && `:${instance}`)) !== null;
  } catch {
    return false;
  }
}

/** Whether a finger, button or key is down on a quiz: what is pressed must not be replaced before it
 * is let go. */
export let held;
export function hold(type) {
  if (type !== "pointerdown" && type !== "keydown") return;
  held = true;
  const stop = new AbortController();
  const end = () => {
    stop.abort();
    // After the page's own listeners, and once what was pressed is painted.
    requestAnimationFrame(() => setTimeout(() => { held = false; }));
  };
  const on = (type, act) => addEventListener(type, act, { capture: true, signal: stop.signal });
  for (const type of ["click", "pointercancel", "keyup"]) on(type, end);
  // A finger that slid away makes no click.
  on("pointerup", () => setTimeout(end, 350));
  // A key let go in another window is never heard of.
  setTimeout(end, type === "keydown" ? 1000 : 5000);
}

/** Until the page has nothing better to do, for a fifth of a second at most. */
export const idle = () => new Promise((done) => (globalThis.requestIdleCallback ?? setTimeout)(done, { timeout: 200 }));
