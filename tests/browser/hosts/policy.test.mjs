// Pages that forbid things, and browsers that lack them.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { address, close, isFirefox, outcome, people, quietly, takeToResult, visit } from "../harness.mjs";
import { arrived, hear, heard, host, post } from "./host.mjs";

after(close);

const link = '<career-quiz><a id="link" href="/">Take the quiz</a></career-quiz>';
const origin = new URL(address).origin;
/** What README gives as the least a policy must allow. */
const least = `script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}`;
const policy = (rules) => ({ headers: { "content-security-policy": `default-src 'none'; img-src data:; ${rules}` } });

const watched = async (page) => {
  await hear(page);
  await page.addInitScript(() => {
    globalThis.violations = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => globalThis.violations.push(`${violatedDirective} ${blockedURI}`));
  });
};
const open = (rules, html = post(link)) => visit({ path: "host.html", before: async (page) => { await watched(page); await host(html, policy(rules))(page); } });

test("the least policy of the README, with Trusted Types, is enough, and nothing violates it", async () => {
  const { page, context, said } = await open(`${least}; require-trusted-types-for 'script'; trusted-types 'none'`);
  await takeToResult(page, people.nlp);
  assert.equal((await outcome(page)).path, "nlp");
  assert.deepEqual(await page.evaluate(() => globalThis.violations), []);
  quietly(said);
  await context.close();
});

test("an integrity attribute on the one script pins all of it", async () => {
  const shell = Buffer.from(await (await fetch(new URL("career-quiz.js", address))).arrayBuffer());
  const digest = Buffer.from(await crypto.subtle.digest("SHA-384", shell)).toString("base64");
  const head = `<script type="module" src="/career-quiz.js" integrity="sha384-${digest}" crossorigin></script>`;
  const { page, context, said } = await open(least, post(link, { head }));
  await arrived(page);
  quietly(said);
  await context.close();
});

for (const [name, rules] of [
  ["without wasm-unsafe-eval", `script-src ${origin}; connect-src ${origin}`],
  ["without connect-src", `script-src ${origin} 'wasm-unsafe-eval'`],
]) {
  test(`a policy ${name} is a csp error, said once, and the page's own link stays`, async () => {
    const { page, context } = await open(rules);
    await page.waitForFunction(() => globalThis.heard.some(({ name }) => name === "error"));
    const errors = await heard(page, "error");
    assert.deepEqual(errors.map(({ code, retryable }) => [code, retryable]), [["csp", false]]);
    assert.ok(errors[0].message.includes("wasm-unsafe-eval"));
    assert.equal(await page.locator("#link").isVisible(), true);
    await context.close();
  });
}

test("a browser without WebAssembly shows the page's own link and fetches nothing for it", async () => {
  const asked = [];
  const { page, context } = await visit({ path: "host.html", before: async (page) => {
    page.on("request", (request) => asked.push(request.url()));
    await page.addInitScript(() => { delete globalThis.WebAssembly; });
    await hear(page);
    await host(post(link))(page);
  } });
  await page.waitForFunction(() => globalThis.heard.length > 0);
  assert.deepEqual((await heard(page)).map(({ name, code, retryable }) => [name, code, retryable]), [["error", "wasm-unsupported", false]]);
  assert.equal(await page.locator("#link").isVisible(), true);
  assert.ok(!asked.some((url) => url.includes("/parts/")));
  await context.close();
});

// Stock Firefox cannot be told by its driver to run no scripts.
if (!isFirefox) {
  test("without JavaScript the page's own link is there", async () => {
    const { page, context, said } = await visit({ path: "host.html", javaScriptEnabled: false, before: host(post(link)) });
    assert.equal(await page.locator("#link").isVisible(), true);
    quietly(said);
    await context.close();
  });
}
