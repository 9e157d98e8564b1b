// The studio: a quiz is written, broken, mended, proven, tried and put into a page.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, test } from "node:test";
import { address, close, isFirefox, quietly, visit } from "./harness.mjs";

after(close);

const wide = { width: 1280, height: 900 };
const skip = isFirefox && "its driver neither goes offline nor sees workers";
const file = (name) => fileURLToPath(new URL(`../../quizzes/examples/${name}`, import.meta.url));
const origin = new URL(address).origin;

/** The studio in a fresh profile, once its quiz is proven. */
async function studio({ path = "studio.html", ...options } = {}) {
  const asked = [];
  const opened = await visit({
    path, viewport: wide, ...options,
    before: async (page) => {
      page.on("request", (request) => asked.push(request));
      await options.before?.(page);
    },
  });
  await opened.page.locator(".outcomes").waitFor();
  return { ...opened, asked };
}

const editor = (page) => page.getByRole("textbox", { name: "Quiz file, as JSON" });
const state = (page) => page.locator(".state");
const tab = (page, name) => page.getByRole("tab", { name }).click();
const start = (page, title) => page.getByRole("combobox", { name: "Start from a quiz" }).selectOption({ label: title });
const open = async (page, path, name) => {
  await page.locator("input[type=file]").setInputFiles(path);
  await page.locator(".notice", { hasText: name }).waitFor();
};
const preview = (page) => page.frameLocator("iframe.stage");

/** All files are kept. */
const ready = (page) => page.evaluate(async () => {
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) await new Promise((done) => { navigator.serviceWorker.oncontrollerchange = done; });
});

/** The number of the line that has a mark beside it. */
const marked = (page) => page.locator(".editor").evaluate((place) => {
  const inside = place.shadowRoot;
  const mark = inside.querySelector(".cm-lint-marker-error");
  if (!mark) return undefined;
  const { top } = mark.parentNode.getBoundingClientRect();
  const numbers = [...inside.querySelectorAll(".cm-lineNumbers .cm-gutterElement")];
  return Number(numbers.find((one) => Math.abs(one.getBoundingClientRect().top - top) < 2)?.textContent);
});

test("a quiz is broken, mended, proven, tried, copied into a blank page and taken to the right outcome", { skip }, async () => {
  const { page, context, said } = await studio();
  await start(page, "Sea or mountains?");
  await page.locator(".state", { hasText: "2 questions, 2 outcomes" }).waitFor();

  // Break it: `prompt` of the second question loses a letter.
  const text = readFileSync(file("minimal.json"), "utf8");
  const line = text.split("\n").findIndex((one) => one.includes("And in the evening?")) + 1;
  await editor(page).focus();
  await page.keyboard.press("Control+f");
  await page.keyboard.type('prompt": "And in');
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Delete");
  const fault = page.locator(".faults li", { hasText: "rompt" }).first();
  await fault.waitFor();
  assert.match(await fault.locator(".where").innerText(), new RegExp(`^Mistake in line ${line}, `));
  assert.match(await state(page).innerText(), /mistake/);
  assert.equal(await marked(page), line, "the mark stands beside its line");

  // The list leads there, and undoing mends it.
  await fault.getByRole("button").click();
  await page.keyboard.press("Control+z");
  await page.locator(".state", { hasText: "No mistakes" }).waitFor();
  assert.equal(await page.locator(".faults li").count(), 0);

  await page.locator(".verdict", { hasText: "Every outcome can be reached" }).waitFor();
  assert.deepEqual(await page.locator(".outcomes tbody th").allInnerTexts(), ["The sea", "The mountains"]);

  await tab(page, "Preview");
  await preview(page).locator("career-quiz .title", { hasText: "It is the first morning." }).waitFor();

  await tab(page, "Publish");
  const snippet = await page.locator("#snippet").innerText();
  assert.match(snippet, /<career-quiz src="\/quiz\/sea-or-mountains\.json">/);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
  await page.getByRole("button", { name: "Copy the two lines" }).click();
  await page.locator(".notice", { hasText: "Copied." }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, snippet);
  const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save sea-or-mountains.json" }).click()]);
  assert.equal(saved.suggestedFilename(), "sea-or-mountains.json");
  const written = readFileSync(await saved.path(), "utf8");
  assert.equal(written, text, "what is saved is what was written");

  const { page: blank } = await visit({ context, path: "blank.html", before: async (blank) => {
    await blank.route("**/blank.html", (route) => route.fulfill({ contentType: "text/html", body: `<!DOCTYPE html><html lang="en"><title>Post</title><link rel="icon" href="data:,">${copied}</html>` }));
    await blank.route("**/quiz/**", async (route) => {
      const path = new URL(route.request().url()).pathname.replace("/quiz/", "/");
      if (path.endsWith("sea-or-mountains.json")) return route.fulfill({ contentType: "application/json", body: written });
      await route.fulfill({ response: await route.fetch({ url: `${origin}${path}` }) });
    });
  } });
  const quiz = blank.locator("career-quiz");
  await quiz.getByText("Swim before breakfast").click();
  await quiz.getByRole("button", { name: "Continue" }).click();
  await quiz.getByText("Watch the boats come in").click();
  await quiz.getByRole("button", { name: "Continue" }).click();
  await quiz.getByRole("button", { name: "See my result" }).click();
  assert.equal(await quiz.locator(".result").getAttribute("data-path"), "sea");
  quietly(said);
  await context.close();
});

test("nothing is lost on reload, nor when another quiz takes its place", { skip }, async () => {
  const { page, context, said } = await studio();
  await start(page, "Sea or mountains?");
  await page.locator(".state", { hasText: "2 questions" }).waitFor();
  await editor(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("x");
  await page.reload();
  await page.locator(".state", { hasText: "mistake" }).waitFor();
  assert.match(await editor(page).innerText(), /x\s*$/);
  await start(page, "Machine learning paths (the shipped quiz)");
  await page.locator(".state", { hasText: "No mistakes" }).waitFor();
  await page.getByRole("button", { name: "Bring back what was there" }).click();
  await page.locator(".state", { hasText: "mistake" }).waitFor();
  quietly(said);
  await context.close();
});

test("where nothing can be kept, that is said, and the page asks before it is left", { skip }, async () => {
  const { page, context } = await studio({ before: (page) => page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  }) });
  await editor(page).focus();
  await page.keyboard.type(" ");
  await page.getByRole("alert").filter({ hasText: "does not keep this text" }).waitFor();
  const asks = page.waitForEvent("dialog");
  const going = page.goto("about:blank").catch(() => {});
  const dialog = await asks;
  assert.equal(dialog.type(), "beforeunload");
  await dialog.accept();
  await going;
  await context.close();
});

test("no request leaves for anything but the studio's own files, and none carries a text", { skip }, async () => {
  const { page, context, asked, said } = await studio();
  await start(page, "Sea or mountains?");
  await tab(page, "Preview");
  await preview(page).locator("career-quiz .title", { hasText: "It is the first morning." }).waitFor();
  await page.getByRole("button", { name: "anyone, at random" }).click();
  await preview(page).locator("career-quiz .result").waitFor();
  for (const request of asked) {
    assert.equal(request.method(), "GET", request.url());
    assert.ok(request.url().startsWith(`${origin}/`) || request.url().startsWith(`blob:${origin}/`) || request.url().startsWith("data:"), request.url());
    assert.doesNotMatch(request.url(), /sea-or-mountains/);
  }
  quietly(said);
  await context.close();
});

test("after the first visit it works without a network", { skip }, async () => {
  const { page, context } = await studio();
  await ready(page);
  await context.setOffline(true);
  await page.reload();
  await page.locator(".outcomes").waitFor();
  await tab(page, "Preview");
  await preview(page).locator("career-quiz .title").first().waitFor();
  await preview(page).getByRole("button", { name: "Continue" }).waitFor();
  await context.close();
});

test("a new build is offered, loaded when she says so, and takes nothing from what she wrote", { skip }, async () => {
  // The same files from a server where, later, the page and the list of files are others.
  let later = false;
  const types = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm", json: "application/json" };
  const file = (path) => {
    const text = readFileSync(join(process.env.CAREER_QUIZ_DIST, path));
    if (later && path === "/studio.html") return text.toString().replace("<title>", "<title>Newer: ");
    if (!later || path !== "/studio-offline.js") return text;
    const digest = createHash("sha256").update(file("/studio.html")).digest("base64");
    return text.toString().replace(/("studio\.html"\s*:\s*"sha256-)[^"]+/, `$1${digest}`);
  };
  const server = createServer((request, answer) => {
    const { pathname } = new URL(request.url, "http://localhost");
    try {
      answer.writeHead(200, { "content-type": types[pathname.split(".").pop()] ?? "text/plain" }).end(file(pathname));
    } catch {
      answer.writeHead(404).end();
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { page, context } = await studio({ path: `http://127.0.0.1:${server.address().port}/studio.html` });
  await ready(page);
  await editor(page).focus();
  await page.keyboard.type("x");
  await page.locator(".state", { hasText: "mistake" }).waitFor();
  later = true;
  await page.reload();
  assert.equal(await page.title(), "Quiz studio");
  await page.getByRole("button", { name: "Load it" }).click();
  await page.waitForFunction(() => document.title === "Newer: Quiz studio");
  await page.locator(".state", { hasText: "mistake" }).waitFor();
  await context.close();
  server.close();
});

test("Tab leaves the editor, and the arrow keys move between tabs", { skip }, async () => {
  const { page, context } = await studio();
  await editor(page).focus();
  await page.keyboard.press("Tab");
  assert.notEqual(await page.evaluate(() => document.activeElement.className), "editor");
  await page.getByRole("tab", { name: "Proof" }).focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.getByRole("tab", { name: "Preview" }).getAttribute("aria-selected"), "true");
  await page.keyboard.press("Home");
  assert.equal(await page.getByRole("tab", { name: "Proof" }).getAttribute("aria-selected"), "true");
  await context.close();
});

test("someone who is most like a path gets that path in the preview", { skip }, async () => {
  const { page, context } = await studio();
  await tab(page, "Preview");
  for (const [name, id] of [["natural language processing", "nlp"], ["generalist", "generalist"]]) {
    await page.locator(".people").getByRole("button", { name }).first().click();
    await preview(page).locator(`career-quiz .result[data-path="${id}"]`).waitFor();
  }
  await context.close();
});

test("what the look is set to shows in the preview and in the CSS to copy", { skip }, async () => {
  const { page, context } = await studio();
  await tab(page, "Preview");
  await preview(page).locator("career-quiz .title").first().waitFor();
  await tab(page, "Look");
  await page.getByLabel("Accent").fill("#aa2200");
  assert.match(await page.locator("#css").innerText(), /--career-quiz-accent: #aa2200;/);
  await page.waitForFunction(() => {
    const quiz = document.querySelector("iframe").contentDocument.querySelector("career-quiz");
    return quiz && quiz.ownerDocument.defaultView.getComputedStyle(quiz).getPropertyValue("--career-quiz-accent").trim() === "#aa2200";
  });
  await context.close();
});

const broken = fileURLToPath(new URL("../quizzes/", import.meta.url));
const wrong = readdirSync(broken).filter((name) => name.endsWith(".json"));
/** What the command prints of a file. */
const checked = (path) => {
  try {
    return JSON.parse(execFileSync(process.env.CAREER_QUIZ_CARGO, ["xtask", "check", "--json", path], { stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 26 }));
  } catch (error) {
    return JSON.parse(error.stdout);
  }
};
const plain = (words) => words.replaceAll("`", "");
const sentence = (words) => plain(`${words[0].toUpperCase()}${words.slice(1)}${/[.?!…]$/.test(words) ? "" : "."}`);

test("every broken quiz has the faults in the studio that the command prints, and the studio goes on", { skip }, async () => {
  const { page, context, said } = await studio();
  for (const name of wrong) {
    await open(page, broken + name, name);
    await page.locator("[aria-busy=true]").waitFor({ state: "detached" });
    const shown = await page.locator(".faults.of-file li").evaluateAll((all) => all.map((one) => [...one.querySelectorAll("button > span")].map((part) => part.textContent)));
    const { files: [{ faults }] } = checked(broken + name);
    const listed = faults.slice(0, 50).map(({ severity, line, place, problem, remedy }) => [
      plain(`${severity === "error" ? "Mistake" : "Hint"} in line ${line}, ${place}`), sentence(problem), sentence(remedy),
    ]);
    assert.deepEqual(shown, listed, name);
  }
  assert.equal(await page.locator("#stopped").isVisible(), false);
  quietly(said);
  await context.close();
});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
for (const colorScheme of ["light", "dark"]) {
  for (const viewport of [wide, { width: 390, height: 844 }]) {
    test(`axe finds nothing in the studio, ${colorScheme}, ${viewport.width} px wide`, { skip }, async () => {
      const { page, context } = await studio({ viewport, colorScheme, before: (page) => page.addInitScript(axe) });
      const found = [];
      const look = async (name) => {
        const { violations } = await page.evaluate(() => globalThis.axe.run({ exclude: ["iframe"] }, { resultTypes: ["violations"] }));
        found.push(...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${name}: ${id}: ${node.target.flat().join(" ")}: ${node.failureSummary}`)));
      };
      await look("Proof");
      await tab(page, "Preview");
      await page.getByRole("button", { name: "anyone, at random" }).click();
      await look("Preview");
      await tab(page, "Look");
      await page.locator("summary").click();
      await look("Look");
      await tab(page, "Publish");
      await look("Publish");
      await open(page, `${broken}member-misspelt.json`, "member-misspelt.json");
      await look("broken");
      assert.equal(found.join("\n"), "");
      await context.close();
    });
  }
}

test("nothing is wider than the screen, from 320 px to 1600 px", { skip }, async () => {
  const { page, context } = await studio();
  for (const width of [320, 390, 768, 960, 1280, 1600]) {
    await page.setViewportSize({ width, height: 900 });
    for (const name of ["Proof", "Preview", "Look", "Publish"]) {
      await tab(page, name);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${name} at ${width}: ${over} px too wide`);
    }
  }
  await context.close();
});
