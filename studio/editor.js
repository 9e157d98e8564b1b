/** The editor. It stands in a shadow root, where CodeMirror adopts its styles: elsewhere it writes
 * style elements, which a strict policy forbids. */
import { defaultKeymap, history, historyKeymap, isolateHistory, undo } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, foldGutter, foldKeymap, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** Checked once nothing was typed for so long, in ms. */
const PAUSE = 200;

const ink = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--strong)" },
  { tag: tags.string, color: "var(--ink)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--number)" },
  { tag: [tags.punctuation, tags.separator, tags.brace, tags.squareBracket], color: "var(--soft)" },
]);

const mark = (colour) => ({ backgroundImage: "none", textDecoration: `underline wavy ${colour}`, textDecorationSkipInk: "none", textUnderlineOffset: "3px" });
const look = EditorView.theme({
  "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--card)", fontSize: ".875rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace", lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--ink)", paddingBlock: ".75rem" },
  ".cm-cursor": { borderInlineStartColor: "var(--ink)", borderInlineStartWidth: "2px" },
  ".cm-gutters": { backgroundColor: "var(--card)", color: "var(--soft)", border: "0" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--active)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "var(--selected)" },
  ".cm-selectionMatch, .cm-searchMatch": { backgroundColor: "var(--tint)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--selected)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--tint)" },
  ".cm-lintRange-error": mark("var(--error)"),
  ".cm-lintRange-warning": mark("var(--hint)"),
  ".cm-gutter-lint .cm-gutterElement": { padding: ".3em 0 0" },
  ".cm-lint-marker": { width: ".7em", height: ".7em", margin: "0 auto" },
  ".cm-lint-marker-error": { content: "none", backgroundColor: "var(--error)", borderRadius: "50%" },
  ".cm-lint-marker-warning": { content: "none", border: "2px solid var(--hint)", borderRadius: "50%", boxSizing: "border-box" },
  ".cm-foldPlaceholder": { color: "var(--soft)", backgroundColor: "var(--tint)", border: "0", paddingInline: ".4em" },
  ".cm-tooltip, .cm-panels": { color: "var(--ink)", backgroundColor: "var(--surface)", border: "1px solid var(--edge)", fontFamily: "var(--text)" },
  ".cm-tooltip": { maxWidth: "30rem" },
  ".cm-panels": { border: "0", borderBlock: "1px solid var(--line)" },
  ".cm-diagnostic": { borderInlineStart: "3px solid var(--error)", padding: ".4em .75em" },
  ".cm-diagnostic-warning": { borderInlineStartColor: "var(--hint)" },
  ".cm-textfield, .cm-button": { color: "var(--ink)", background: "var(--card)", border: "1px solid var(--edge)", borderRadius: ".25rem", fontSize: "1em" },
  "@media (forced-colors: active)": {
    ".cm-lint-marker-error": { forcedColorAdjust: "none", backgroundColor: "CanvasText" },
    ".cm-lint-marker-warning": { borderColor: "CanvasText" },
  },
});

export class Editor {
  #view;
  #timer;
  #paused;

  /** `paused` hears the text after every change, once nothing is typed; `dropped` hears of a file. */
  constructor(place, text, { paused, dropped }) {
    this.#paused = paused;
    const root = place.attachShadow({ mode: "open" });
    const parent = root.appendChild(document.createElement("div"));
    parent.part = "editor";
    this.#view = new EditorView({
      root, parent,
      state: EditorState.create({
        doc: text,
        extensions: [
          lineNumbers(), lintGutter(), foldGutter(), history(), drawSelection(), indentOnInput(), indentUnit.of("  "), bracketMatching(),
          highlightActiveLine(), highlightActiveLineGutter(), highlightSelectionMatches(), search({ top: true }),
          json(), syntaxHighlighting(ink), look, EditorView.lineWrapping,
          // Without Tab among them, so that it leaves the editor.
          keymap.of([...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, ...lintKeymap]),
          EditorView.contentAttributes.of({ "aria-label": "Quiz file, as JSON", spellcheck: "false", tabindex: "0" }),
          EditorView.updateListener.of(({ docChanged }) => { if (docChanged) this.#wait(); }),
          EditorView.domEventHandlers({
            drop(event) {
              const [file] = event.dataTransfer?.files ?? [];
              if (!file) return false;
              event.preventDefault();
              dropped(file);
              return true;
            },
          }),
        ],
      }),
    });
  }

  get text() {
    return this.#view.state.doc.toString();
  }

  /** Whether there is something that `paused` has not heard yet. */
  get waiting() {
    return this.#timer !== undefined;
  }

  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#pause(), PAUSE);
  }

  #pause() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#paused(this.text);
  }

  mark(marks) {
    const { doc } = this.#view.state;
    // What was checked may be a moment old.
    const within = (at) => Math.min(at, doc.length);
    this.#view.dispatch(setDiagnostics(this.#view.state, marks.map(({ from, to, ...rest }) => ({ ...rest, from: within(from), to: within(to) }))));
  }

  reveal(from, to) {
    const { doc } = this.#view.state;
    const [anchor, head] = [from, to].map((at) => Math.min(at, doc.length));
    this.#view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
    this.#view.focus();
  }

  replace(text) {
    const { state } = this.#view;
    this.#view.dispatch({ changes: { from: 0, to: state.doc.length, insert: text }, selection: { anchor: 0 }, scrollIntoView: true, annotations: isolateHistory.of("full") });
    this.#pause();
  }

  undo() {
    undo(this.#view);
    this.#pause();
    this.#view.focus();
  }
}
