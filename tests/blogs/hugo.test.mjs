import assert from "node:assert/strict";
import { Site, completes, lit, program, told } from "./site.mjs";

const without = program("hugo", "apt-get install hugo, or https://gohugo.io/installation");

function build(t, base) {
  const site = new Site(t);
  site.write("hugo.toml", `baseURL = "http://127.0.0.1${base}"\ntitle = "Blog"\ndisableKinds = ["taxonomy", "term", "RSS"]\n`);
  site.write("layouts/_default/single.html", `<!DOCTYPE html><html lang="en"><head><title>{{ .Title }}</title>
<link rel="icon" href="data:,"></head><body><h1>{{ .Title }}</h1>{{ .Content }}</body></html>`);
  site.write("layouts/_default/list.html", "<!DOCTYPE html><title>Blog</title>");
  site.take("layouts/shortcodes/career-quiz.html", "content/posts/career-quiz.md");
  site.putQuiz("static/quiz");
  return site;
}

told("a Hugo post with the shortcode completes the quiz", { without }, async (t) => {
  const site = build(t, "/");
  site.run("hugo");
  await completes(`${await site.serve("public")}posts/career-quiz/`, lit);
});

told("a Hugo site in a folder of its domain finds the quiz", { without }, async (t) => {
  const site = build(t, "/blog/");
  site.run("hugo");
  await completes(`${await site.serve("public", "/blog/")}posts/career-quiz/`);
  assert.match(site.read("public/posts/career-quiz/index.html"), /<a href="\/blog\/quiz\/">/);
});

told("a Hugo shortcode passes attributes on, and none when there are none", { without }, async (t) => {
  const site = build(t, "/");
  site.write("content/posts/bare.md", "---\ntitle: Bare\n---\n{{< career-quiz >}}\n");
  site.write("content/posts/full.md", '---\ntitle: Full\n---\n{{< career-quiz heading-level="3" src="/my.json?a=1&b=2" instance="a \\"b\\" <c>" >}}\n');
  site.run("hugo");
  assert.match(site.read("public/posts/bare/index.html"), /<career-quiz ?><a /);
  const full = site.read("public/posts/full/index.html");
  for (const attribute of ['heading-level="3"', 'src="/my.json?a=1&amp;b=2"', 'instance="a &#34;b&#34; &lt;c&gt;"']) {
    assert.ok(full.includes(attribute), `${attribute} in ${full}`);
  }
});
