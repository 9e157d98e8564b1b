// Plain HTML, and what the README says of files on another domain.
import assert from "node:assert/strict";
import { test } from "node:test";
import { button, quiz, visit } from "../browser/harness.mjs";
import { serve } from "./serve.mjs";
import { Site, completes, dist, snippet } from "./site.mjs";

const page = (inside) => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A post</title>
<link rel="icon" href="data:,"></head><body><h1>A post</h1>
${inside}</body></html>`;

test("a plain page with the two lines completes the quiz", async (t) => {
  const site = new Site(t);
  site.write("post.html", page(snippet("post.html")));
  site.putQuiz("quiz");
  await completes(`${await site.serve(".")}post.html`);
});

test("the page at /quiz/ is the quiz too", async (t) => {
  const site = new Site(t);
  site.putQuiz("quiz");
  await completes(`${await site.serve(".")}quiz/`);
});

async function elsewhere(t, headers) {
  const other = await serve(dist, "/quiz/", headers);
  t.after(() => other.close());
  const site = new Site(t);
  site.write("post.html", page(snippet("post.html").replaceAll("/quiz/", other.address)));
  return `${await site.serve(".")}post.html`;
}

test("a page takes the quiz from another domain that sends the CORS header", async (t) => {
  await completes(await elsewhere(t, { "access-control-allow-origin": "*" }));
});

test("a page that may not take the quiz from another domain shows the link to it", async (t) => {
  const { page: visited, context, said } = await visit({ path: await elsewhere(t, {}) });
  try {
    await visited.waitForLoadState();
    assert.equal(await visited.getByRole("link", { name: "Take the quiz" }).isVisible(), true);
    assert.equal(await button(visited, quiz.words.continue).count(), 0);
    assert.ok(said.some((line) => /CORS|Cross-Origin/.test(line)), said.join("\n"));
  } finally {
    await context.close();
  }
});
