import assert from "node:assert/strict";
import { Site, completes, lit, packaged, told } from "./site.mjs";

const without = packaged("@11ty/eleventy");

function build(t, ...flags) {
  const site = new Site(t);
  site.usePackages();
  site.write("_includes/post.html", `<!DOCTYPE html><html lang="en"><head><title>{{ title }}</title>
<link rel="icon" href="data:,"></head><body><h1>{{ title }}</h1>{{ content }}</body></html>`);
  site.write("posts/posts.json", '{ "layout": "post.html" }');
  site.write("posts/bare.md", "---\ntitle: Bare\n---\n{% careerQuiz %}\n");
  site.take("eleventy.config.js", "posts/career-quiz.md");
  site.putQuiz("quiz");
  site.write("quiz/braces.html", "{{ 1 }}");
  site.run(process.execPath, "node_modules/@11ty/eleventy/cmd.cjs", "--quiet", ...flags);
  return site;
}

told("an Eleventy post with the shortcode completes the quiz", { without }, async (t) => {
  const site = build(t);
  await completes(`${await site.serve("_site")}posts/career-quiz/`, lit);
  assert.match(site.read("_site/posts/bare/index.html"), /<career-quiz ?><a /);
});

told("an Eleventy site in a folder of its domain finds the quiz", { without }, async (t) => {
  const site = build(t, "--pathprefix=/blog/");
  await completes(`${await site.serve("_site", "/blog/")}posts/career-quiz/`);
  assert.match(site.read("_site/posts/career-quiz/index.html"), /<a href="\/blog\/quiz\/">/);
});

told("Eleventy copies the quiz's own pages as they are", { without }, async (t) => {
  const site = build(t);
  assert.equal(site.read("_site/quiz/braces.html"), "{{ 1 }}");
  await completes(`${await site.serve("_site")}quiz/`);
});
