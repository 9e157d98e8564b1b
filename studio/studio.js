/** The page of the studio: what its module asks of the browser. Nothing here sends a text anywhere. */
import initialise, { prove, start } from "./career_quiz_studio.js";
import { parts, examples } from "./built.js";
import { Editor } from "./editor.js";
import { Kept } from "./kept.js";
import { Prover } from "./prover.js";
import { watchForNewer } from "./newer.js";

const here = (path) => new URL(path, import.meta.url).href;
const kept = new Kept("career-quiz-studio");
let editor;
let heard = () => {};

/** Quiz files are so long at most, in bytes; ten times as long is no quiz file at all. */
const LONGEST = 2_560 * 1024;

/** Writes the text where the next visit finds it, and tells whether that is so. */
function keep(text) {
  heard("kept", kept.write(text) ? "yes" : "no");
}

async function read(file) {
  if (!file) return;
  try {
    if (file.size > LONGEST) throw new RangeError("too large");
    editor.replace(await file.text());
    heard("replaced", file.name);
  } catch {
    heard("unread", file.name);
  }
}

const browser = {
  listen: (listener) => { heard = listener; },
  kept: () => kept.read(),
  examples: () => JSON.stringify(examples),
  edit(place, text) {
    editor = new Editor(place, text, {
      paused: (text) => { keep(text); heard("text", text); },
      dropped: read,
    });
  },
  mark: (marks) => editor?.mark(JSON.parse(marks)),
  reveal: (from, to) => editor?.reveal(from, to),
  replace: (text) => editor?.replace(text),
  undo: () => editor?.undo(),
  open(field) {
    read(field.files[0]);
    // The same file may be opened again.
    field.value = "";
  },
  save(name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([editor.text], { type: "application/json" }));
    link.download = name;
    link.click();
    // Some browsers read it a little later.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    kept.saved();
  },
  async copy(from) {
    try {
      await navigator.clipboard.writeText(from.textContent);
      heard("copied", "yes");
    } catch {
      getSelection().selectAllChildren(from);
      heard("copied", "no");
    }
  },
  prove: (text) => prover.prove(text),
  show: (frame, scene) => frame.contentWindow?.postMessage({ "career-quiz-studio": scene }, location.origin),
  chance: () => Number(crypto.getRandomValues(new BigUint64Array(1))[0] >> 11n),
  renew: () => newer.load(),
  stopped() {
    keep(editor?.text ?? kept.read() ?? "");
    document.querySelector("#stopped").hidden = false;
  },
};

/** The arrow keys move between tabs, as everywhere. */
function walk(event) {
  const tabs = [...document.querySelectorAll("[role=tab]")];
  const at = tabs.indexOf(event.target);
  const by = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 }[event.key];
  if (at < 0 || by === undefined) return;
  event.preventDefault();
  const tab = tabs[(by + tabs.length) % tabs.length];
  tab.focus();
  tab.click();
}

const module = await WebAssembly.compileStreaming(fetch(here(parts.wasm)))
  // A server that does not know the type.
  .catch(async () => WebAssembly.compile(await (await fetch(here(parts.wasm))).arrayBuffer()));
const prover = new Prover(here(parts.worker), module, prove, (proof) => heard("proven", proof));
const newer = watchForNewer(() => heard("newer", ""));
await initialise({ module_or_path: module });
const root = document.querySelector("#studio");
root.replaceChildren();
start(root, browser);
root.addEventListener("keydown", walk);
addEventListener("beforeunload", (event) => {
  if (editor?.waiting) keep(editor.text);
  if (kept.wouldLose) event.preventDefault();
});
// Phones end pages without asking.
addEventListener("pagehide", () => { if (editor?.waiting) keep(editor.text); });
