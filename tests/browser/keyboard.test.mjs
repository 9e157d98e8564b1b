// By keys alone: every screen is reached, every stop is seen, and no key goes astray.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { arrived, button, close, heading, quietly, quiz, takeToResult, people, visit } from "./harness.mjs";
import { mainScreens, walk } from "./screens.mjs";
import { host, post } from "./hosts/host.mjs";

after(close);

const { words } = quiz;
/** More stops than any screen has. */
const MANY = 150;

/** Walks up to what was found by Tab and Shift+Tab, along a group of radio buttons by arrows, and presses it. */
const keys = {
  async press(page, found) {
    await found.waitFor();
    for (let pressed = 0; ; pressed += 1) {
      // Anew each time: Rust may take over what stood there at first.
      const goal = await found.elementHandle();
      assert.ok(pressed < MANY, `the keys reach ${found}`);
      const way = await goal.evaluate((goal) => {
        const stop = goal.closest("summary") ?? goal;
        const root = stop.getRootNode();
        if (!root.host) return null;
        const now = root.activeElement;
        if (now === stop) return stop.type === "radio" && !stop.checked || stop.type === "checkbox" ? "Space" : stop.type === "radio" ? "" : "Enter";
        if (now?.type === "radio" && now.name === stop.name) return "ArrowDown";
        const from = now ?? document.activeElement;
        if (from === document.body) return "Tab";
        // Where the focus is outside the quiz, it is before or after all of it.
        return from.compareDocumentPosition(now ? stop : root.host) & Node.DOCUMENT_POSITION_FOLLOWING ? "Tab" : "Shift+Tab";
      });
      if (way === null) continue;
      if (way) await page.keyboard.press(way);
      if (["", "Space", "Enter"].includes(way)) break;
    }
    await page.waitForFunction(() => document.querySelector("career-quiz").shadowRoot.activeElement !== null, undefined, { timeout: 3_000 }).catch(() => assert.fail(`the focus is lost after ${found}`));
  },
};

/** What has the focus in the quiz, and how that can be seen; null where nothing has. */
const stop = (page) => page.evaluate(() => {
  const quiz = document.querySelector("career-quiz");
  const stop = quiz.shadowRoot.activeElement;
  if (document.activeElement?.id.startsWith("stop-")) return document.activeElement.id;
  if (!stop) return document.activeElement?.localName ?? null;
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const colour = (css, under = [255, 255, 255]) => {
    canvas.fillStyle = `rgb(${under})`;
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => rgb.map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)).reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
  const contrast = (a, b) => { const [more, less] = [light(a), light(b)].sort((a, b) => b - a); return (more + 0.05) / (less + 0.05); };
  /** The colour that lies behind: of the nearest that has one. */
  const behind = (one) => {
    const over = [];
    for (let at = one; at; at = at.parentElement ?? at.getRootNode().host) over.push(getComputedStyle(at).backgroundColor);
    return over.reverse().reduce((under, css) => colour(css, under), colour("Canvas"));
  };
  const shown = [stop, stop.closest("label")].filter(Boolean).find((one) => getComputedStyle(one).outlineStyle !== "none") ?? stop;
  const style = getComputedStyle(shown);
  const outline = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
  const box = shown.getBoundingClientRect();
  const stops = [...quiz.shadowRoot.querySelectorAll("input, button, summary, a[href], [tabindex='0']")].filter((one) => one.checkVisibility({ visibilityProperty: true }));
  return {
    name: `${stop.localName} “${(stop.getAttribute("aria-label") ?? (stop.labels?.[0] ?? stop).textContent).trim().slice(0, 50)}”`,
    at: stops.indexOf(stop),
    group: stop.type === "radio" ? stop.name : undefined,
    outline,
    contrast: contrast(colour(style.outlineColor), behind(shown.parentElement)),
    seen: box.top >= -1 && box.top < innerHeight && box.left >= -1 && box.right <= innerWidth + 1,
    top: box.top + scrollY,
    bottom: box.bottom + scrollY,
    count: new Set(stops.map((one, at) => (one.type === "radio" ? one.name : at))).size,
  };
});

/** Goes from a stop before the quiz to one after it, and back: what is stopped at on the way. */
async function through(page, key) {
  await page.evaluate((key) => {
    for (const [place, id] of [["prepend", "stop-before"], ["append", "stop-after"]]) {
      if (document.getElementById(id)) continue;
      const stop = Object.assign(document.createElement("button"), { id, textContent: id });
      stop.style.position = "fixed";
      document.body[place](stop);
    }
    document.getElementById(key === "Tab" ? "stop-before" : "stop-after").focus({ preventScroll: true });
  }, key);
  const stops = [];
  for (;;) {
    await page.keyboard.press(key);
    const now = await stop(page);
    if (now === (key === "Tab" ? "stop-after" : "stop-before")) return stops;
    if (typeof now === "object" && now) stops.push(now);
    assert.ok(stops.length < MANY, `${key} leads out of the quiz again; it ends at ${JSON.stringify(stops.at(-1))}`);
  }
}

for (const colorScheme of ["light", "dark"]) {
  test(`by keys alone every screen is reached, no stop is a trap, and each is seen, ${colorScheme}`, async () => {
    const wrong = [];
    quietly(await walk(async (page, name) => {
      if (colorScheme === "dark" && !mainScreens.includes(name)) return;
      const there = await through(page, "Tab");
      const back = (await through(page, "Shift+Tab")).reverse();
      for (const [at, { name: stop, outline, contrast, seen, top }] of [...there, ...back].entries()) {
        if (outline < 2) wrong.push(`${name}: ${stop} has an outline of ${outline} px`);
        if (contrast < 3) wrong.push(`${name}: the outline of ${stop} has a contrast of ${contrast.toFixed(2)}`);
        if (!seen) wrong.push(`${name}: ${stop} has the focus where nobody sees it`);
        const before = there[at - 1];
        if (at < there.length && before && there[at].bottom <= before.top) wrong.push(`${name}: ${stop} stands above ${before.name}, which comes before it (${top})`);
      }
      const order = there.map(({ at }) => at);
      if (there.length !== there[0]?.count) wrong.push(`${name}: ${there.length} of ${there[0]?.count} stops are reached`);
      if (order.some((one, at) => one <= order[at - 1])) wrong.push(`${name}: the order is ${order}`);
      const same = (stops) => stops.map(({ group, at }) => group ?? at).join();
      if (same(there) !== same(back)) wrong.push(`${name}: there ${same(there)}, back ${same(back)}`);
    }, { hands: keys, colorScheme }));
    assert.equal([...new Set(wrong)].join("\n"), "");
  });
}

test("Enter on a chosen answer goes on, and Escape changes nothing", async () => {
  const { page, context, said } = await visit();
  await arrived(page);
  await page.getByRole("radio").first().focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("radio").first().isChecked(), true);
  assert.equal(await heading(page).textContent(), quiz.questions[0].prompt);
  await page.keyboard.press("Enter");
  await page.locator("career-quiz .title", { hasText: quiz.questions[1].prompt }).waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await heading(page).textContent(), quiz.questions[1].prompt);
  quietly(said);
  await context.close();
});

/** A page with shortcuts, which writes down what it hears. */
const shortcuts = post('<input id="field"><career-quiz></career-quiz>');
const listening = async (page) => {
  await page.addInitScript(() => {
    globalThis.pressed = [];
    for (const type of ["keydown", "keypress", "keyup"]) document.addEventListener(type, ({ key }) => globalThis.pressed.push(`${type} ${key}`));
  });
  await host(shortcuts)(page);
};
/** What the page hears of keys pressed while something in the quiz has the focus. */
async function hears(page, found, ...keys) {
  await found.focus();
  await page.evaluate(() => { globalThis.pressed = []; });
  for (const key of keys) await page.keyboard.press(key);
  return page.evaluate(() => globalThis.pressed.filter((one) => one.startsWith("keydown")).map((one) => one.slice(8)));
}

test("the page's shortcuts do not fire while someone answers, and its own keys still reach it", async () => {
  const { page, context, said } = await visit({ path: "host.html", before: listening });
  await page.locator("career-quiz .choice").first().click();
  await arrived(page);
  assert.deepEqual(await hears(page, page.getByRole("radio").first(), "ArrowDown", "ArrowRight", "Space", "j", "/", "?", "Home"), [], "answering");
  assert.deepEqual(await hears(page, page.getByRole("radio").first(), "Escape", "Control+k", "F2", "Tab"), ["Escape", "Control", "k", "F2", "Tab"], "what is the page's");
  assert.deepEqual(await page.evaluate(() => globalThis.pressed.filter((one) => / (ArrowDown| |j)$/.test(one))), [], "nor any other event of those keys");
  assert.deepEqual(await hears(page, button(page, words.skip), "j", "Space"), ["j"], "a button has two keys of its own");
  assert.deepEqual(await hears(page, page.getByRole("checkbox").first(), "Space", "x"), [], "a box is ticked");
  assert.deepEqual(await hears(page, page.locator("#field"), "j"), ["j"], "outside the quiz all is the page's");
  assert.deepEqual(await hears(page, heading(page), "j", "ArrowDown"), ["j", "ArrowDown"], "nor does text keep a key");
  quietly(said);
  await context.close();
});

test("what is typed in the quiz is text and no shortcut", async () => {
  const { page, context, said } = await visit({ path: "host.html", before: listening });
  await takeToResult(page, people.nlp);
  await page.locator("career-quiz summary", { hasText: "Mastodon" }).click();
  const field = page.getByRole("textbox", { name: words.server });
  assert.deepEqual(await hears(page, field, "j", "/", "?", "ArrowLeft", "Space", "Enter"), []);
  assert.equal(await field.inputValue(), "j/ ?");
  assert.deepEqual(await hears(page, page.locator("career-quiz summary", { hasText: "Mastodon" }), "Enter", "Space", "j"), ["j"]);
  quietly(said);
  await context.close();
});
