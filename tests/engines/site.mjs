// A blog with one post, and the quiz hosted under /quiz/ as the README says.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const post = readFileSync(join(here, "post.html"), "utf8");
/** The same post with a quiz of the blog's own, which asks only what fits the answers before. */
const own = post.replace("<career-quiz", '<career-quiz src="own.json"');
const example = readFileSync(new URL("../../quizzes/examples/branching.json", import.meta.url), "utf8");

export const types = {
  ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json",
  ".png": "image/png", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8", ".wasm": "application/wasm",
};

/** The narrowest policy the README says the quiz works under; the hash lets in the post's own recorder. */
const [, recorder] = post.match(/<script>([^]*?)<\/script>/);
const hash = createHash("sha256").update(recorder).digest("base64");
const policy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash}'; connect-src 'self'; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'`;

/**
 * Starts the blog. `missed` names every address that was asked for and could not be served; files
 * whose names end in `late` wait until `letGo` is called.
 */
export async function blog(dist, { late } = {}) {
  if (!dist) throw new Error("CAREER_QUIZ_DIST is not set: give the folder `cargo xtask dist` writes");
  const missed = [];
  let letGo;
  const gate = new Promise((open) => { letGo = open; });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://blog");
    const say = (status, { headers, body } = {}) => response.writeHead(status, headers).end(body);
    const miss = (status, why) => { missed.push(`${pathname}: ${why}`); say(status); };
    look(pathname, request.headers["accept-encoding"] ?? "")
      .then((found) => (found ? say(200, found) : miss(404, "not there")))
      .catch((error) => miss(500, error));
  });

  async function look(pathname, accepted) {
    if (late && pathname.endsWith(late)) await gate;
    if (pathname === "/post.html") return { headers: { "content-type": types[".html"] }, body: post };
    if (pathname === "/own.json") return { headers: { "content-type": types[".json"] }, body: example };
    if (pathname === "/strict.html" || pathname === "/own.html") {
      return { headers: { "content-type": types[".html"], "content-security-policy": policy }, body: pathname === "/own.html" ? own : post };
    }
    // normalize() leaves no way out of the folder.
    const file = pathname.startsWith("/quiz/") ? join(dist, normalize(pathname.slice("/quiz".length))) : join(here, normalize(pathname));
    const headers = { "content-type": types[extname(file)] ?? "application/octet-stream", vary: "accept-encoding" };
    if (/\bbr\b/.test(accepted)) {
      const body = await read(`${file}.br`);
      if (body) return { headers: { ...headers, "content-encoding": "br" }, body };
    }
    const body = await read(file);
    return body && { headers, body };
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    missed,
    letGo,
    close() {
      letGo();
      server.closeAllConnections();
      server.close();
    },
  };
}

const read = (file) => readFile(file).catch((error) => {
  if (error.code === "ENOENT" || error.code === "EISDIR") return undefined;
  throw error;
});
