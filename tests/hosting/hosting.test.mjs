// The files of hosting/ are tried in the servers they are for, with the widget they are to serve.
import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { need } from "../engines/programs.mjs";
import { types } from "../engines/site.mjs";
import { quiz } from "../engines/visitor.mjs";
import { headersFor } from "./rules.mjs";
import { servers, serving } from "./servers.mjs";

const dist = process.env.CAREER_QUIZ_DIST;
const hashed = "public, max-age=31536000, immutable";
const named = "public, max-age=300, stale-while-revalidate=86400";
const open = {
  "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin", "x-content-type-options": "nosniff",
};

/** Every file a page may ask for, and the folder itself: its path in the address, and where it lies. */
function files(quiz) {
  const paths = readdirSync(quiz, { recursive: true })
    .map((name) => [`/quiz/${name.split(sep).join("/")}`, join(quiz, name)])
    .filter(([, file]) => statSync(file).isFile() && ![".br", ".gz"].includes(extname(file)));
  return [...paths, ["/quiz/", join(quiz, "index.html")]];
}

/** The headers that matter here, and the content as it was before packing. */
async function get(address, path, encoding) {
  const response = await fetch(new URL(path, address), { headers: { "accept-encoding": encoding } });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    // charset and an older name of JavaScript aside.
    type: response.headers.get("content-type")?.split(";")[0].replace("application/javascript", "text/javascript"),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

const some = (headers, names) => Object.fromEntries(names.map((name) => [name, headers[name]]));
const essence = (type) => type?.split(";")[0];

for (const [name, server] of Object.entries(servers)) {
  const hosted = (t, use, ...more) => {
    const found = need(t, ...server.needs, ...more);
    return found && serving(server, found, dist, (address, quiz) => use(address, quiz, found));
  };

  test(`${name} gives every file its type, its packed twin, to any site, for as long as it holds`, { timeout: 60_000 }, (t) =>
    hosted(t, async (address, quiz) => {
      for (const [path, file] of files(quiz)) {
        const plain = readFileSync(file);
        for (const [encoding, twin] of [["br, gzip", "br"], ["gzip", "gz"], ["identity", ""]]) {
          const { status, headers, type, body } = await get(address, path, encoding);
          const packed = twin && existsSync(`${file}.${twin}`);
          const label = `${path} for ${encoding}`;
          assert.equal(status, 200, label);
          assert.ok(body.equals(plain), `${label}: the content is the file's`);
          assert.equal(headers["content-encoding"], packed ? { br: "br", gz: "gzip" }[twin] : undefined, label);
          if (existsSync(`${file}.br`)) assert.match(headers.vary ?? "", /accept-encoding/i, label);
          assert.equal(type, essence(types[extname(file)]), label);
          assert.deepEqual(some(headers, Object.keys(open)), open, label);
          assert.equal(headers["cache-control"], path.startsWith("/quiz/parts/") ? hashed : named, label);
          assert.equal(headers["x-frame-options"], undefined, `${label}: it may stand in a frame`);
        }
      }
    }));

  test(`${name} lets no one remember a part that is not there, and says so to any site`, { timeout: 60_000 }, (t) =>
    hosted(t, async (address) => {
      for (const path of ["/quiz/parts/gone-0.js", "/quiz/gone.json"]) {
        const { status, headers } = await get(address, path, "br");
        assert.equal(status, 404, path);
        assert.equal(headers["cache-control"], undefined, path);
        assert.equal(headers["access-control-allow-origin"], "*", path);
      }
    }));

  test(`${name} keeps to the quiz, and leaves the rest of the site as it was`, { timeout: 60_000 }, (t) =>
    hosted(t, async (address) => {
      const { status, headers } = await get(address, "/about.html", "br");
      assert.equal(status, 200);
      assert.deepEqual(some(headers, ["x-frame-options", "access-control-allow-origin", "cache-control"]), {
        "x-frame-options": "SAMEORIGIN", "access-control-allow-origin": undefined, "cache-control": undefined,
      });
    }));

  test(`from ${name} the quiz runs in a post and in a frame of another site`, { timeout: 60_000 }, (t) =>
    hosted(t, (address, _, found) => elsewhere(address, found.chromium), "chromium"));
}

test("_headers says of every file what nginx says", { timeout: 60_000 }, async (t) => {
  const found = need(t, ...servers.nginx.needs);
  if (!found) return;
  await serving(servers.nginx, found, dist, async (address, quiz) => {
    for (const [path] of files(quiz)) {
      const said = headersFor(path);
      const { headers } = await get(address, path, "br");
      assert.deepEqual(said, some(headers, [...Object.keys(open), "cache-control"]), path);
    }
  });
});

/** A post under another name and port, with the quiz once as an element and once in a frame. */
async function elsewhere(address, executablePath) {
  const post = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Post</title><link rel="icon" href="data:,">
    <script type="module" src="${address}quiz/career-quiz.js"></script>
    <career-quiz><p>This quiz needs JavaScript and WebAssembly.</p></career-quiz>
    <iframe src="${address}quiz/index.html" title="The quiz again" width="390" height="844"></iframe></html>`;
  const blog = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(post)).listen(0, "127.0.0.1");
  await once(blog, "listening");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const said = [];
    page.setDefaultTimeout(10_000);
    page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => said.push(`error: ${error.message}`));
    await page.addInitScript(() => {
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, mode: "open" }); };
    });
    await page.goto(`http://localhost:${blog.address().port}/`);
    for (const place of [page, page.frameLocator("iframe")]) {
      const title = (question) => place.locator("career-quiz .title", { hasText: question.prompt });
      await title(quiz.questions[0]).waitFor();
      // Going on takes the WebAssembly, the styles, and whatever else comes from the other site.
      const choice = place.locator("career-quiz .choice").first();
      await choice.click();
      assert.ok(await choice.locator("input").isChecked(), "the choice is chosen");
      await place.locator("career-quiz").getByRole("button", { name: quiz.words.continue, exact: true }).click();
      await title(quiz.questions[1]).waitFor();
    }
    assert.deepEqual(said, [], "the console should be empty");
  } finally {
    await browser.close();
    blog.closeAllConnections();
    blog.close();
  }
}
