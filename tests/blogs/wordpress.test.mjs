// A real WordPress, and posts of an author, whom it lets write no script and no unknown element.
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { after, before } from "node:test";
import { visit } from "../browser/harness.mjs";
import { completes, lit, snippet, told } from "./site.mjs";
import { WordPress, without } from "./wordpress/server.mjs";

const pasted = snippet("post.html");
const shortcode = snippet("shortcode");
const block = '<!-- wp:career-quiz/quiz {"theme":"light"} /-->';
const hostile = `[career_quiz theme='dark" onclick="alert(1)' lang='es" x="' src='javascript:alert(1)' heading-level='3" x="' instance='"><img src=x onerror=alert(1)>' share-url='javascript:alert(1)' onclick="alert(1)"]`;
const careful = '[career_quiz theme="dark" src="/my.json?a=1&b=2" lang="es-MX" heading-level="3" instance="second" share-url="/r/:path.html"]';

let wordpress;
if (!without) {
  before(async () => {
    wordpress = await WordPress.start({ shortcode, block, pasted, hostile, careful, twice: `${block}\n\n${shortcode}`, plain: "<p>No quiz.</p>" });
  });
  after(() => wordpress?.stop());
}

const html = async (name) => {
  const response = await fetch(wordpress.post(name));
  assert.equal(response.status, 200);
  const page = await response.text();
  assert.doesNotMatch(page, /career-quiz\.php<\/b> on line/, "PHP has nothing to say of the plugin");
  return page;
};
const scripts = (page) => page.match(/<script[^>]*career-quiz\.js[^>]*>/g) ?? [];
const element = (page) => page.match(/<career-quiz[^>]*>/)?.[0];

/** Has the site hold a piece of PHP for as long as `run` takes. */
async function having(php, run) {
  const file = wordpress.path("wp-content/mu-plugins/blogger.php");
  writeFileSync(file, `<?php\n${php}`);
  try {
    await run();
  } finally {
    rmSync(file);
  }
}

told("an author's shortcode in WordPress is the quiz, and completes", { without }, async () => {
  await completes(wordpress.post("shortcode"), lit);
});

told("an author's block in WordPress is the quiz, and completes", { without }, async () => {
  await completes(wordpress.post("block"), lit);
});

told("an element that an author pastes is taken out by WordPress, which is what the plugin is for", { without }, async () => {
  const page = await html("pasted");
  assert.equal(element(page), undefined);
  assert.deepEqual(scripts(page), []);
  assert.match(page, /Take the quiz/);
});

told("only pages with the quiz load its script, and load it once", { without }, async () => {
  assert.deepEqual(scripts(await html("plain")), []);
  assert.deepEqual(scripts(await (await fetch(`${wordpress.address}/?s=nothing-like-it`)).text()), []);
  for (const name of ["shortcode", "block", "twice"]) {
    const [script, ...more] = scripts(await html(name));
    assert.match(script, /type="module"/);
    assert.deepEqual(more, []);
  }
});

told("a theme of PHP files loads the script after the post, and completes the quiz", { without }, async () => {
  await having("add_filter( 'template', function () { return 'classic'; } );\nadd_filter( 'stylesheet', function () { return 'classic'; } );", async () => {
    assert.match(await html("shortcode"), /<career-quiz[^]*<script type="module"[^>]*career-quiz\.js/);
    await completes(wordpress.post("shortcode"), lit);
  });
});

told("every attribute of the shortcode reaches the element", { without }, async () => {
  assert.equal(element(await html("careful")),
    '<career-quiz src="/my.json?a=1&#038;b=2" lang="es-MX" theme="dark" heading-level="3" instance="second" share-url="/r/:path.html">');
});

told("no attribute of the shortcode can leave its quotes or name a script", { without }, async () => {
  const { page, context, said } = await visit({ path: wordpress.post("hostile") });
  try {
    const attributes = await page.locator("career-quiz").evaluate((quiz) => quiz.getAttributeNames());
    const safe = ["src", "lang", "theme", "heading-level", "instance", "share-url"];
    assert.deepEqual(attributes.filter((name) => !safe.includes(name)), []);
    for (const name of ["src", "lang", "theme", "heading-level", "share-url"]) assert.ok(!attributes.includes(name), `${name} is left out`);
    assert.equal(await page.locator("img[src=x]").count(), 0);
    assert.deepEqual(said.filter((line) => line.startsWith("error")), []);
  } finally {
    await context.close();
  }
});

told("the files of the quiz may be elsewhere", { without }, async () => {
  await having(snippet("functions.php"), async () => {
    const page = await html("shortcode");
    assert.match(scripts(page)[0], /src="https:\/\/example\.com\/quiz\/career-quiz\.js"/);
    assert.match(page, /<a href="https:\/\/example\.com\/quiz\/index\.html">/);
  });
});

told("an author finds the block in the editor, and its settings go into the post", { without }, async () => {
  const { page, context } = await visit({ path: `${wordpress.address}/wp-login.php`, viewport: { width: 1280, height: 900 } });
  try {
    await page.getByLabel("Username").fill("author");
    await page.getByLabel("Password", { exact: true }).fill("of a test");
    await page.getByRole("button", { name: "Log In" }).click();
    await page.goto(`${wordpress.address}/wp-admin/post.php?post=${wordpress.posts.block}&action=edit`);
    // What the editor's own screens do is driven by its stores: they are the same in every version.
    await page.waitForFunction(() => window.wp?.data?.select("core/block-editor")?.getBlocks().length > 0);
    const found = await page.evaluate(() => {
      const [{ name, isValid, clientId }] = wp.data.select("core/block-editor").getBlocks();
      wp.data.dispatch("core/block-editor").selectBlock(clientId);
      return { name, isValid };
    });
    assert.deepEqual(found, { name: "career-quiz/quiz", isValid: true });
    await page.getByLabel("Heading level").selectOption("3");
    await page.getByLabel("Theme").selectOption("");
    assert.equal(await page.evaluate(() => wp.data.select("core/editor").getEditedPostContent()), '<!-- wp:career-quiz/quiz {"headingLevel":"3"} /-->');
  } finally {
    await context.close();
  }
});
