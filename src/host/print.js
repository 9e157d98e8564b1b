/** Prints a quiz alone, from wherever it stands on a page. */
const MARK = "career-quiz-printed";

/**
 * The quiz and all around it lose what the page gave them; what is beside them is not there.
 * Important rules in a layer win over a page's own, whatever it selects them by. Text right inside
 * what is around the quiz has no element to hide, so it is drawn at no size; the root keeps its own
 * for lengths in rem.
 */
const sheet = (font) => `@page { margin: 10mm 12mm }
@media print {
  @layer career-quiz-printed {
    [${MARK}] { all: initial !important; display: block !important }
    [${MARK}]:where(:not(:root)) { font-size: 0 !important }
    career-quiz[${MARK}] { container-type: inline-size !important; font: medium ${font} !important }
    [${MARK}]::before, [${MARK}]::after, [${MARK}]:not(career-quiz) > :not([${MARK}]), :host > :not([${MARK}]) { display: none !important }
  }
}`;

let end;

export function print(host) {
  end?.();
  const style = new CSSStyleSheet();
  style.replaceSync(sheet(getComputedStyle(host).fontFamily));
  // Also through the shadow roots of other components, and where they have put it.
  const line = [];
  for (let at = host; at; at = at.assignedSlot ?? at.parentNode ?? at.host) line.push(at);
  const mark = (on) => {
    for (const at of line) {
      if (at.toggleAttribute) at.toggleAttribute(MARK, on);
      else at.adoptedStyleSheets = at.adoptedStyleSheets.filter((one) => one !== style).concat(on ? style : []);
    }
  };
  const over = new AbortController();
  end = () => {
    over.abort();
    mark(false);
  };
  const { signal } = over;
  addEventListener("beforeprint", () => mark(true), { signal });
  // Where nothing is printed no event comes, but her next press or key says that it is over.
  for (const type of ["afterprint", "pointerdown", "keydown"]) addEventListener(type, end, { signal, capture: true });
  // There is none in some apps' web views.
  window.print?.();
}
