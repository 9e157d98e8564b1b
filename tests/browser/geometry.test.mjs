// Room for everybody: narrow columns, zoom, large text and wide spacing, measured on every screen.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { LANGUAGES, close, phone } from "./harness.mjs";
import { walk } from "./screens.mjs";

after(close);

/** As WCAG 2.2, 1.4.12, asks for. */
const spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }";

/** What people read with. `page` is a style sheet of the page's, `inside` one in the quiz itself. */
const settings = {
  "a screen of 320 px, as at 400 % zoom of 1280 by 1024": { viewport: { width: 320, height: 256 } },
  "text of 200 % on a phone": { viewport: phone, page: ":root { font-size: 200% }" },
  "text of 200 % on a tablet": { viewport: { width: 768, height: 1024 }, page: ":root { font-size: 200% }" },
  "the text spacing of WCAG": { viewport: phone, page: spacing, inside: spacing },
  "the text spacing of WCAG as the page alone says it": { viewport: phone, page: spacing },
  "a column of 280 px": { viewport: phone, page: "career-quiz { inline-size: 280px }" },
  "a wide page": { viewport: { width: 1280, height: 900 } },
};

/** Puts a page under a setting; takes the one before away. */
async function set(page, { viewport, page: ofPage = "", inside = "" }) {
  await page.setViewportSize(viewport);
  await page.evaluate(([ofPage, inside]) => {
    const put = (root, text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((one) => !one.ofSetting), Object.assign(sheet, { ofSetting: true })];
    };
    put(document, ofPage);
    put(document.querySelector("career-quiz").shadowRoot, inside);
  }, [ofPage, inside]);
}

/** Everything wrong with where things stand, in words. */
const measure = (page) => page.evaluate(() => {
  const TARGET = 44;
  const wrong = [];
  const quiz = document.querySelector("career-quiz");
  const roots = [document, quiz.shadowRoot];
  const all = roots.flatMap((root) => [...root.querySelectorAll("body *, :host *")]).concat([...quiz.shadowRoot.querySelectorAll("*")]);
  const elements = [...new Set(all)].filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
  const forReaders = (one) => Boolean(one.closest(".for-readers"));
  const name = (one) => `${one.localName}${[...one.classList].map((name) => `.${name}`).join("")} “${(one.value ?? one.textContent).trim().slice(0, 40)}”`;

  const wide = document.scrollingElement;
  if (wide.scrollWidth > wide.clientWidth) wrong.push(`the page scrolls sideways: ${wide.scrollWidth} in ${wide.clientWidth} px`);

  const texts = [];
  for (const one of elements) {
    if (forReaders(one)) continue;
    const style = getComputedStyle(one);
    // Text that is cut off. The link's field alone may: all of it can be reached there.
    if (style.overflowX !== "visible" && !one.matches("input, svg, svg *") && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)) wrong.push(`${name(one)} is cut off`);
    if (style.textOverflow === "ellipsis" && !one.matches("#link, #server")) wrong.push(`${name(one)} may end in an ellipsis`);
    for (const node of one.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const size = parseFloat(style.fontSize);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        if (right - left < 1) continue;
        if (left < -1 || right > wide.clientWidth + 1) wrong.push(`${name(one)} leaves the page: ${left.toFixed()} to ${right.toFixed()}`);
        // What the letters fill, without the room fonts keep above and below them.
        const middle = (top + bottom) / 2;
        texts.push({ one, left: left + 1, right: right - 1, top: middle - size * 0.35, bottom: middle + size * 0.3 });
      }
    }
  }
  texts.sort((a, b) => a.top - b.top);
  for (const [at, a] of texts.entries()) {
    for (let next = at + 1; next < texts.length && texts[next].top < a.bottom; next += 1) {
      const b = texts[next];
      if (a.left < b.right && b.left < a.right) wrong.push(`${name(a.one)} and ${name(b.one)} overlap by ${(a.bottom - b.top).toFixed(1)} px`);
    }
  }

  /** In a line with other text, which WCAG exempts: its size is that of the line. */
  const inLine = (one) => one.localName === "a" && getComputedStyle(one).display === "inline" && one.parentElement.textContent.trim() !== one.textContent.trim();
  for (const one of elements) {
    if (!one.matches("button, a[href], summary, input, label:has(input)") || inLine(one)) continue;
    // An input is as large as its label around it, where there is one.
    const target = one.closest("label") ?? one;
    const { width, height } = target.getBoundingClientRect();
    if (width < TARGET - 0.01 || height < TARGET - 0.01) wrong.push(`${name(one)} is ${width.toFixed(1)} by ${height.toFixed(1)} px to press`);
  }
  return [...new Set(wrong)];
});

for (const lang of [...LANGUAGES, "pseudo"]) {
  test(`in ${lang} nothing scrolls sideways, is cut off, overlaps or is too small to press`, async () => {
    const found = [];
    await walk(async (page, name) => {
      for (const [setting, about] of Object.entries(settings)) {
        await set(page, about);
        for (const one of await measure(page)) found.push(`${setting}: ${name}: ${one}`);
      }
      await set(page, { viewport: phone });
    }, { attributes: lang === "en" ? {} : { lang } });
    assert.equal(found.join("\n"), "");
  });
}
