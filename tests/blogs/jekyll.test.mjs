import assert from "node:assert/strict";
import { Site, completes, lit, program, told } from "./site.mjs";

const without = program("jekyll", "apt-get install jekyll, or https://jekyllrb.com/docs/installation");

function build(t, base) {
  const site = new Site(t);
  site.write("_config.yml", `title: Blog\nbaseurl: "${base}"\npermalink: /:title/\ndefaults: [{ scope: { path: "" }, values: { layout: post } }]\n`);
  site.write("_layouts/post.html", `<!DOCTYPE html><html lang="en"><head><title>{{ page.title }}</title>
<link rel="icon" href="data:,"></head><body><h1>{{ page.title }}</h1>{{ content }}</body></html>`);
  site.take("_includes/career-quiz.html", "_posts/2026-01-31-career-quiz.md");
  site.putQuiz("quiz");
  return site;
}
const jekyll = (site) => site.run("jekyll", "build", "--quiet", "--future", "--disable-disk-cache");

told("a Jekyll post with the include completes the quiz", { without }, async (t) => {
  const site = build(t, "");
  jekyll(site);
  await completes(`${await site.serve("_site")}career-quiz/`, lit);
});

told("a Jekyll site in a folder of its domain finds the quiz", { without }, async (t) => {
  const site = build(t, "/blog");
  jekyll(site);
  await completes(`${await site.serve("_site", "/blog/")}career-quiz/`);
  assert.match(site.read("_site/career-quiz/index.html"), /<a href="\/blog\/quiz\/">/);
});

told("a Jekyll include passes attributes on, and none when there are none", { without }, async (t) => {
  const site = build(t, "");
  site.write("_posts/2026-01-31-bare.md", "---\ntitle: Bare\n---\n{% include career-quiz.html %}\n");
  site.write("_posts/2026-01-31-full.md", "---\ntitle: Full\n---\n{% include career-quiz.html heading-level=\"3\" src=\"/my.json?a=1&b=2\" instance='a \"b\" <c>' %}\n");
  jekyll(site);
  assert.match(site.read("_site/bare/index.html"), /<career-quiz ?><a /);
  const full = site.read("_site/full/index.html");
  for (const attribute of ['heading-level="3"', 'src="/my.json?a=1&amp;b=2"', 'instance="a &quot;b&quot; &lt;c&gt;"']) {
    assert.ok(full.includes(attribute), `${attribute} in ${full}`);
  }
});
