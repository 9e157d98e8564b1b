// axe-core and HTML_CodeSniffer on every screen, in every language and scheme.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { LANGUAGES, arrived, close, isFirefox, phone, visit } from "./harness.mjs";
import { walk } from "./screens.mjs";

after(close);

const source = (path) => readFileSync(createRequire(import.meta.url).resolve(path), "utf8");
const axe = source("axe-core/axe.min.js");
const sniffer = source("html_codesniffer/build/HTMLCS.js");

const findings = (page) => page.evaluate(async () => {
  // It measures the colours that were asked for, where those that are shown are the visitor's own.
  const forced = matchMedia("(forced-colors: active)").matches;
  const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"], rules: { "color-contrast": { enabled: !forced }, "color-contrast-enhanced": { enabled: !forced } } });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.flat().join(" ")}: ${node.failureSummary}`));
});

async function audit(options) {
  const found = [];
  await walk(async (page, name) => {
    for (const one of [...await findings(page), ...await strays(page)]) found.push(`${name}: ${one}`);
  }, { init: axe, ...options });
  assert.equal(found.join("\n"), "");
}

/** Texts that are not in one of the visitor's own colours, where she has any. */
const strays = (page) => page.evaluate(() => {
  if (!matchMedia("(forced-colors: active)").matches) return [];
  const probe = document.body.appendChild(document.createElement("i"));
  const own = new Set(["CanvasText", "LinkText", "VisitedText", "ButtonText", "HighlightText", "GrayText", "FieldText"].map((name) => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  }));
  probe.remove();
  const all = [...document.querySelector("career-quiz").shadowRoot.querySelectorAll("*")];
  const texts = all.filter((one) => [...one.childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim()) && one.checkVisibility());
  return texts.filter((one) => !own.has(getComputedStyle(one).color)).map((one) => `${one.localName} “${one.textContent}” is ${getComputedStyle(one).color}`);
});

const wide = { width: 1280, height: 900 };
/** Each once: a scheme changes colours, and those do not depend on the width or the language. */
const schemes = {
  "dark on a wide page": { viewport: wide, colorScheme: "dark" },
  "light on a wide page whose visitor likes it dark": { viewport: wide, colorScheme: "dark", attributes: { theme: "light" } },
  "dark on a phone whose visitor likes it light": { viewport: phone, colorScheme: "light", attributes: { theme: "dark" } },
  "forced colours, dark on light": { forcedColors: "active", colorScheme: "light" },
  "forced colours, light on dark": { forcedColors: "active", colorScheme: "dark" },
};

for (const lang of LANGUAGES) {
  test(`axe finds nothing on any screen in ${lang}`, () => audit({ attributes: lang === "en" ? {} : { lang } }));
}
for (const [name, options] of Object.entries(schemes)) {
  test(`axe finds nothing on any screen, ${name}`, { skip: isFirefox && options.forcedColors && "the driver forces no colours there" }, () => audit(options));
}

for (const theme of ["plain", "editorial", "playful"]) {
  const content = readFileSync(new URL(`../../themes/${theme}.css`, import.meta.url), "utf8");
  test(`axe finds nothing on any screen with the theme ${theme}, light and dark`, { skip: isFirefox && "the driver changes no scheme there" }, async () => {
    const found = [];
    await walk(async (page, name) => {
      await page.evaluate((content) => {
        if (document.adoptedStyleSheets.some((sheet) => sheet.ofTheme)) return;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(content);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, Object.assign(sheet, { ofTheme: true })];
      }, content);
      for (const colorScheme of ["dark", "light"]) {
        await page.emulateMedia({ colorScheme });
        for (const one of await findings(page)) found.push(`${name}, ${colorScheme}: ${one}`);
      }
    }, { init: axe });
    assert.equal(found.join("\n"), "");
  });
}

/**
 * What HTML_CodeSniffer calls an error of WCAG AAA. It sees no shadow root and nothing of `hidden`,
 * so it gets the page with a copy of what the quiz shows in the quiz's place.
 */
const sniff = (page) => page.evaluate(() => new Promise((done) => {
  const quiz = document.querySelector("career-quiz");
  const copy = quiz.shadowRoot.querySelector(".quiz").cloneNode(true);
  for (const hidden of copy.querySelectorAll("[hidden]")) hidden.remove();
  const rules = quiz.shadowRoot.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules.join("\n").replaceAll(/:host(?!\()/g, ":root").replaceAll(":host(", ":root:is("));
  document.adoptedStyleSheets = [sheet];
  quiz.replaceWith(copy);
  globalThis.HTMLCS.process("WCAG2AAA", document, () => {
    const { ERROR } = globalThis.HTMLCS;
    // It counts the header of every group of rows to all cells below it; HTML, to those of its group.
    const mistaken = ({ code, element }) => code.endsWith("H43.IncorrectAttr") && element.closest("table").matches(".receipt");
    const found = globalThis.HTMLCS.getMessages().filter((one) => one.type === ERROR && !mistaken(one)).map(({ code, msg, element }) => `${code}: ${msg} ${element.outerHTML?.slice(0, 120) ?? ""}`);
    copy.replaceWith(quiz);
    document.adoptedStyleSheets = [];
    done(found);
  });
}));

test("HTML_CodeSniffer finds no error of level AAA on any screen, nor on the pages around them", async () => {
  const found = [];
  await walk(async (page, name) => {
    for (const one of await sniff(page)) found.push(`${name}: ${one}`);
  }, { init: sniffer });
  assert.equal(found.join("\n"), "");
});

test("HTML_CodeSniffer and axe would find what is wrong inside the quiz", async () => {
  const { page, context } = await visit({ before: (page) => page.addInitScript(axe).then(() => page.addInitScript(sniffer)) });
  // Until the rest has come, what stands there is to be replaced.
  await arrived(page);
  await page.locator("career-quiz .quiz").evaluate((quiz) => {
    const [image, field, faint, weak] = ["img", "input", "p", "p"].map((tag) => quiz.appendChild(document.createElement(tag)));
    image.src = "data:,";
    field.id = "nameless";
    Object.assign(faint, { textContent: "Faint" }).style.cssText = "color: #777; background: #888";
    Object.assign(weak, { textContent: "Weak" }).style.cssText = "color: #707070; background: #fff";
  });
  const axes = (await findings(page)).map((one) => one.split(":")[0]);
  for (const rule of ["image-alt", "label", "color-contrast", "color-contrast-enhanced"]) assert.ok(axes.includes(rule), `axe: ${rule} in ${axes}`);
  const sniffed = (await sniff(page)).map((one) => one.split(":")[0]);
  for (const rule of ["H37", "H91", "G17"]) assert.ok(sniffed.some((one) => one.includes(rule)), `HTML_CodeSniffer: ${rule} in ${sniffed}`);
  await context.close();
});
