// Host pages: what a blog puts around the quiz, and what its server or network does to it.
export { arrived } from "../harness.mjs";

export const script = '<script type="module" src="/career-quiz.js"></script>';

/** A blog post with something in it, and something above the quiz in its head. */
export const post = (inside, { head = script, lang = "en", dir = "ltr" } = {}) => `<!DOCTYPE html>
<html lang="${lang}" dir="${dir}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Post</title><link rel="icon" href="data:,">${head}
<main><h1>Post</h1>${inside}<p id="after">After the quiz.</p></main></html>`;

/** Serves a host page at /host.html and other files beside it, from the quiz's own address. */
export const host = (html, { headers = {}, files = {} } = {}) => async (page) => {
  await page.route("**/host.html*", (route) => route.fulfill({ body: html, contentType: "text/html", headers }));
  for (const [name, file] of Object.entries(files)) {
    await page.route(`**/${name}`, (route) => (typeof file === "function" ? file(route) : route.fulfill({ body: file, contentType: name.endsWith("html") ? "text/html" : "application/json" })));
  }
};

/** What a listener on the page hears of the quizzes in it. */
export const hear = (page) => page.addInitScript(() => {
  globalThis.heard = [];
  for (const name of ["ready", "start", "question", "answer", "complete", "share", "action", "restart", "error"]) {
    addEventListener(`career-quiz:${name}`, (event) => globalThis.heard.push({ name, on: event.target.id, ...event.detail }));
  }
});
export const heard = (page, name) => page.evaluate((name) => globalThis.heard.filter((one) => !name || one.name === name), name);

export const wasm = "parts/*.wasm";
export const run = "parts/*.js*";

/** Holds back answers to a request until it is let go. */
export function held() {
  let release;
  const gate = new Promise((done) => { release = done; });
  return { release, route: async (route) => { await gate; await route.continue().catch(() => {}); } };
}

/** The page has drawn, told its observers and had nothing better to do. */
export const idle = (page) => page.evaluate(async () => {
  for (let round = 0; round < 3; round += 1) {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await new Promise((done) => (globalThis.requestIdleCallback ?? setTimeout)(done));
  }
});

