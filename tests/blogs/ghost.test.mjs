// Ghost itself is not run here. An HTML card comes out of it as it went in, between two comments;
// a theme's files come from /assets/, and only by a name with an ending: a folder's address is a 404.
import { test } from "node:test";
import { Site, completes, snippet } from "./site.mjs";

test("a post that Ghost made of the HTML card completes the quiz", async (t) => {
  const site = new Site(t);
  site.write("a-post/index.html", `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A post</title>
<link rel="icon" href="data:,"></head><body><article class="gh-content"><h1>A post</h1>
<!--kg-card-begin: html-->
${snippet("HTML card")}<!--kg-card-end: html-->
</article></body></html>`);
  site.putQuiz("assets/quiz");
  const address = await site.serve(".");
  await completes(`${address}a-post/`);
  await completes(new URL(snippet("HTML card").match(/href="([^"]+)"/)[1], address).href);
});
