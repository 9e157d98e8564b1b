// The picture of a result, drawn in the visitor's browser.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { after, test } from "node:test";
import { layout } from "../../src/host/card.js";
import { close, people, quietly, quiz, takeToResult, visit } from "./harness.mjs";
import { host, post } from "./hosts/host.mjs";
import { decode } from "./png.mjs";

after(close);

const sizes = [[1200, 630], [1080, 1080]];
const source = fileURLToPath(new URL("../../src/host/card.js", import.meta.url));
const serve = (page) => page.route("**/card.js", (route) => route.fulfill({ path: source, contentType: "text/javascript" }));

/** Goes to somebody's result; `before` may change the browser first. */
async function result(answers, { before, ...options } = {}) {
  const visited = await visit({ ...options, before: async (page) => { await serve(page); await before?.(page); } });
  await takeToResult(visited.page, answers);
  return visited;
}

/** The card of what is on the screen. */
const card = (page) => page.locator("career-quiz .result").evaluate((screen, title) => ({
  lang: "en", dir: "ltr", title,
  head: [...screen.querySelectorAll(".title span")].map(({ textContent, className }) => ({ text: textContent, mark: className || undefined })),
  foot: ["Twelve questions, three minutes", "example.com/quiz"],
  rows: [...screen.querySelectorAll(".bar")].map((bar) => {
    const label = bar.querySelector(".num").textContent;
    return { name: bar.querySelector(".name").textContent, label, percent: Number.parseInt(label, 10), mark: bar.classList[1], d: bar.querySelector("path").getAttribute("d") };
  }),
}), quiz.title);

/** Draws a card and gives the file, where things stand in it, and the colours of the screen. */
async function draw(page, card, size) {
  const drawn = await page.evaluate(async ([card, size]) => {
    const { draw, layout, png } = await import("/card.js");
    const root = document.querySelector("career-quiz").shadowRoot;
    const canvas = draw(card, root, size);
    const file = canvas && png(canvas);
    if (!file) return {};
    const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const style = (selector) => getComputedStyle(root.querySelector(selector));
    const measure = (text, size, weight) => {
      brush.font = `${weight} ${size}px ${style(".quiz").fontFamily}`;
      return brush.measureText(text).width;
    };
    const colour = (css) => {
      brush.fillStyle = css;
      brush.fillRect(0, 0, 1, 1);
      return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const colours = { ground: colour(style(".quiz").backgroundColor), strong: colour(style(".link").color) };
    for (const { mark } of card.rows) colours[mark] = colour(style(`.bar.${mark} .ruler`).fill);
    return { type: file.type, bytes: [...new Uint8Array(await file.arrayBuffer())], boxes: layout(card, measure, size), colours };
  }, [card, size]);
  return drawn.bytes && { ...drawn, bytes: Buffer.from(drawn.bytes), picture: decode(Buffer.from(drawn.bytes)) };
}

const apart = (one, other) => Math.max(...one.map((value, at) => Math.abs(value - other[at])));
const middle = ({ x, y, w, h }) => [x + (w >> 1), y + (h >> 1)];
const isBar = ({ text, d, fill }) => !text && !d && !["ground", "line", "strong", "edge"].includes(fill);
/** Bars, best first: what is underlined in the headline stands above all lines. */
const bars = (boxes) => boxes.slice(boxes.findIndex(({ fill }) => fill === "line")).filter(isBar);

/** Whether the picture shows what the card says, where the layout has it. */
function check({ picture, boxes, colours }, { rows, dir }) {
  const { ground, strong } = colours;
  const like = (place, colour, what) => assert.ok(apart(picture.at(...place), colour) < 4, `${what} is ${picture.at(...place)}, not ${colour}`);
  like([20, picture.height >> 1], ground, "the margin");
  like([20, 4], strong, "the rule");
  assert.equal(bars(boxes).length, rows.length);
  for (const [at, bar] of bars(boxes).entries()) {
    like([dir === "rtl" ? bar.x + bar.w - 8 : bar.x + 8, middle(bar)[1]], colours[rows[at].mark], `the bar of ${rows[at].name}`);
  }
  const open = boxes.slice(1).find(({ fill }) => fill === "ground");
  like([dir === "rtl" ? open.x + open.w - 2 : open.x + 2, middle(open)[1]], ground, "the part ahead of the second");
  const ends = boxes.filter(({ d }) => d).slice(-rows.length);
  for (const [at, end] of ends.entries()) like(middle(end), colours[rows[at].mark], `the shape of ${rows[at].name}`);
  for (const { x, y, w, h, text } of boxes.filter(({ text }) => text?.trim())) {
    let ink = 0;
    for (let row = y; row < y + h; row += 1) for (let column = x; column < x + w; column += 1) if (apart(picture.at(column, row), ground) > 60) ink += 1;
    assert.ok(ink > w * h * .04 && ink < w * h * .6, `"${text}" has ${ink} dark of ${w * h}`);
  }
}

for (const [who, theme, accent] of [["nlp", "light", ""], ["networks", "dark", ""], ["generalist", "light", "#7a3e9d"]]) {
  test(`the result of ${who} becomes a picture of either size, ${theme} as on the screen${accent && " and in the blog's own accent"}`, async () => {
    const { page, context, said } = await result(people[who]);
    await page.addStyleTag({ content: accent ? `career-quiz { --career-quiz-accent: ${accent} }` : "/* its own */" });
    await page.locator("career-quiz").evaluate((quiz, theme) => { quiz.theme = theme; }, theme);
    const shown = await card(page);
    for (const size of sizes) {
      const drawn = await draw(page, shown, size);
      assert.equal(drawn.type, "image/png");
      assert.deepEqual([drawn.picture.width, drawn.picture.height], size);
      assert.ok(drawn.bytes.length <= 150 * 1024, `${size} has ${drawn.bytes.length} bytes`);
      check(drawn, shown);
      const light = Math.min(...drawn.picture.at(20, size[1] >> 1));
      assert.ok(theme === "dark" ? light < 60 : light > 200, `the ground is ${light}`);
    }
    quietly(said);
    await context.close();
  });
}

const arabic = {
  lang: "ar", dir: "rtl", title: "أي مسار في تعلّم الآلة يناسبك؟",
  head: [{ text: "تميل إجاباتي إلى " }, { text: "معالجة اللغات الطبيعية (NLP)", mark: "square" }, { text: " أكثر من غيرها." }],
  foot: ["اثنا عشر سؤالًا في ثلاث دقائق", "example.com/quiz"],
};
const names = ["معالجة اللغات الطبيعية (NLP)", "التعلّم العميق", "المسار العام", "الشبكات العصبية"];

test("an Arabic picture reads from the right, bars too", async () => {
  const { page, context, said } = await result(people.nlp);
  const rows = (await card(page)).rows.map((row, at) => ({ ...row, name: names[at] }));
  for (const size of sizes) {
    const drawn = await draw(page, { ...arabic, rows }, size);
    check(drawn, { rows, dir: "rtl" });
    const starts = bars(drawn.boxes).map(({ x, w }) => x + w);
    assert.ok(Math.max(...starts) - Math.min(...starts) <= 1, `all bars start at ${starts}`);
    if (size[0] === size[1]) assert.ok(starts[0] > size[0] * .9, "at the right edge");
    for (const { x, w } of drawn.boxes.filter(({ text }) => names.includes(text))) assert.ok(size[0] * .96 > x + w && x + w > size[0] * .93);
    const [first, second] = bars(drawn.boxes);
    assert.ok(first.x < second.x, "and grow to the left");
  }
  quietly(said);
  await context.close();
});

/** A font in which each letter is so wide. */
const font = (wide) => (text, size, weight) => text.length * size * wide * (weight / 4000 + .9);
const row = (name, at) => ({ name, percent: 100 - 14 * at, label: `${100 - 14 * at} %`, mark: "circle", d: "M-7 0a7 7 0 0 1 14 0 7 7 0 0 1-14 0z" });
const long = "A path whose name takes all the sixty characters it may take";
const compound = "Wahrscheinlichkeitsrechnungsgrundlagenwissenschaftlerinnen";
const cards = [2, 4, 8].flatMap((count) => ["Moss", long, compound].flatMap((name) => [[], ["Twelve questions"], ["Twelve questions, three minutes", `${compound}.example/${compound}`]].map((foot) => ({
  lang: "de", dir: "ltr", title: name === "Moss" ? "Which path?" : `${long}, and then again: ${long} or ${compound}?`, foot,
  head: [{ text: "It is a close call: " }, { text: name, mark: "circle" }, { text: `, just ahead of ${name}.` }],
  rows: Array.from({ length: count }, (_, at) => row(name, at)),
}))));
const meet = (one, other) => one.x + 1 < other.x + other.w && other.x + 1 < one.x + one.w && one.y + 1 < other.y + other.h && other.y + 1 < one.y + one.h;

test("nothing leaves the picture and nothing covers a text, however long the texts and many the rows", () => {
  for (const card of cards) {
    for (const size of sizes) {
      for (const wide of [.4, .55, .7]) {
        const boxes = layout(card, font(wide), size);
        const about = `${card.rows.length} rows, ${card.rows[0].name}, ${card.foot.length} below, ${size}, ${wide}`;
        for (const { x, y, w, h } of boxes) assert.ok(x >= 0 && y >= 0 && w >= 0 && x + w <= size[0] && y + h <= size[1], `${about}: ${[x, y, w, h]}`);
        const texts = boxes.filter(({ text }) => text);
        const others = [...bars(boxes), ...boxes.filter(({ d, fill }) => d || fill === "line" || fill === "strong")];
        for (const [at, text] of texts.entries()) {
          for (const other of [...texts.slice(at + 1), ...others]) assert.ok(!meet(text, other), `${about}: "${text.text}" and ${JSON.stringify(other)}`);
        }
        const all = texts.map(({ text }) => text).join("").replaceAll(" ", "");
        for (const { name } of card.rows) assert.ok(all.includes(name.replaceAll(" ", "")), `${about}: ${name} is whole`);
        assert.ok(Math.min(...texts.map(({ size }) => size)) > 9, `${about}: the smallest text`);
      }
    }
  }
});

test("a picture from right to left is the other one in a mirror", () => {
  for (const size of sizes) {
    const [ltr, rtl] = ["ltr", "rtl"].map((dir) => layout({ ...cards[12], dir }, font(.55), size));
    for (const [at, { x, w, ...rest }] of ltr.entries()) {
      assert.deepEqual({ ...rtl[at], x: 0 }, { ...rest, x: 0, w });
      assert.ok(Math.abs(size[0] - x - w - rtl[at].x) <= 1);
    }
  }
});

for (const [how, block] of [
  ["gives no canvas to draw on", () => { HTMLCanvasElement.prototype.getContext = () => null; }],
  ["lets no canvas be read", () => { HTMLCanvasElement.prototype.toDataURL = () => { throw new DOMException("The operation is insecure.", "SecurityError"); }; }],
  ["says something else than what was drawn", () => {
    CanvasRenderingContext2D.prototype.getImageData = (x, y, w, h) => ({ data: crypto.getRandomValues(new Uint8ClampedArray(w * h * 4)) });
  }],
]) {
  test(`a browser that ${how} gives no picture and no error`, async () => {
    const { page, context, said } = await result(people.nlp, { before: (page) => page.addInitScript(block) });
    assert.equal(await draw(page, await card(page), sizes[0]), undefined);
    quietly(said);
    await context.close();
  });
}

test("a browser that is off by a shade still gives the picture", async () => {
  const { page, context } = await result(people.nlp, { before: (page) => page.addInitScript(() => {
    const { getImageData } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.getImageData = function (...where) {
      const read = getImageData.apply(this, where);
      read.data[0] ^= 1;
      return read;
    };
  }) });
  assert.ok(await draw(page, await card(page), sizes[0]));
  await context.close();
});

test("under a strict policy the picture is drawn without a violation and without a request", async () => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'";
  const { page, context } = await visit({ path: "host.html", before: async (page) => {
    await page.addInitScript(() => {
      globalThis.violations = [];
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => globalThis.violations.push(`${violatedDirective} ${blockedURI}`));
    });
    await serve(page);
    await host(post("<career-quiz></career-quiz>"), { headers: { "content-security-policy": policy } })(page);
  } });
  await takeToResult(page, people.nlp);
  await page.evaluate(() => import("/card.js"));
  const violations = () => page.evaluate(() => globalThis.violations);
  const before = await violations();
  assert.ok(before.every((one) => one.startsWith("img-src")), "the page's own icon at most");
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const shown = await card(page);
  for (const size of sizes) check(await draw(page, shown, size), shown);
  assert.deepEqual([await violations(), asked], [before, []]);
  await context.close();
});
