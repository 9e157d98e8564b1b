// The programs on this machine that tests drive, and one clear line where one is missing.
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { basename, delimiter, join } from "node:path";

/** A browser named by hand stands for the engine it is of, as it does for the journeys. */
const named = process.env.CAREER_QUIZ_BROWSER;
const namedIsFirefox = /firefox/i.test(basename(named ?? ""));

const known = {
  chromium: {
    find: () => (named && !namedIsFirefox ? named : onPath(
      "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
    )),
    remedy: "install chromium, or set CAREER_QUIZ_BROWSER to a Chrome, Chromium or Edge",
  },
  firefox: {
    find: () => (namedIsFirefox ? named : onPath("firefox", "firefox-esr")),
    remedy: "install firefox-esr, or Firefox from mozilla.org",
  },
  WebKitWebDriver: { find: () => onPath("WebKitWebDriver"), remedy: "install webkit2gtk-driver" },
  // Debian ships it inside the library's own package, where no PATH reaches.
  MiniBrowser: { find: () => below("/usr/lib", "webkit2gtk-4", "MiniBrowser"), remedy: "install webkit2gtk-driver" },
  Xvfb: { find: () => onPath("Xvfb"), remedy: "install xvfb" },
  nginx: { find: () => onPath("nginx"), remedy: "install nginx" },
  "nginx's brotli module": {
    find: () => ["/usr/lib/nginx/modules", "/usr/share/nginx/modules", "/usr/lib64/nginx/modules"]
      .map((folder) => join(folder, "ngx_http_brotli_static_module.so")).find(existsSync),
    remedy: "install libnginx-mod-http-brotli-static",
  },
  caddy: { find: () => onPath("caddy"), remedy: "install caddy" },
};

/**
 * Where the named programs are, by name; or nothing, with the test skipped and the line said. On a
 * build server, where a skipped test would go unseen, the line is a failure.
 */
export function need(t, ...names) {
  const found = Object.fromEntries(names.map((name) => [name, known[name].find()]));
  const missing = names.filter((name) => !found[name]);
  if (missing.length === 0) return found;
  const line = missing.map((name) => `${name} is missing: ${known[name].remedy}`).join("; ");
  if (process.env.CI) assert.fail(line);
  t.skip(line);
}

function onPath(...names) {
  // nginx lives in /usr/sbin, which not every user has in the PATH.
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"].filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/** `folder/<architecture>/<start…>/program` */
function below(folder, start, program) {
  const list = (path) => (existsSync(path) ? readdirSync(path, { withFileTypes: true }) : []);
  const inside = (path) => list(path).filter((entry) => entry.isDirectory()).map(({ name }) => join(path, name));
  return inside(folder).flatMap(inside).filter((path) => basename(path).startsWith(start))
    .map((path) => join(path, program)).find(existsSync);
}
