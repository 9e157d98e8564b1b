// A static host, as plain as the plainest a blog could have.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json",
  ".png": "image/png", ".svg": "image/svg+xml", ".wasm": "application/wasm",
};

/** Serves a folder below `base` on a free port of this machine, with CORS unless told otherwise. */
export function serve(folder, base = "/", headers = { "access-control-allow-origin": "*" }) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://host").pathname));
    let file = join(folder, path.slice(base.length - 1));
    const there = path.startsWith(base) && stat(file);
    if (there && there.isDirectory()) file = join(file, "index.html");
    if (!there || !stat(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", ...headers });
    createReadStream(file).pipe(response);
  });
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return new Promise((ready) => server.listen(0, "127.0.0.1", () => {
    ready({ address: `http://127.0.0.1:${server.address().port}${base}`, close });
  }));
}

const stat = (file) => statSync(file, { throwIfNoEntry: false });
