/** The service worker of the studio: all files of one build, kept together. */
import { files, version } from "./files.js";

const NAME = "career-quiz-studio";
const own = `${NAME} ${version}`;
const here = (path) => new URL(path, location.href).href;
const kept = new Set(Object.keys(files).map(here));

addEventListener("install", (event) => {
  // Checked against the build they belong to: half of an upload is no build.
  const requests = Object.entries(files).map(([path, integrity]) => new Request(here(path), { integrity, cache: "no-cache" }));
  event.waitUntil(caches.open(own).then((cache) => cache.addAll(requests)));
});

addEventListener("activate", (event) => {
  const old = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(`${NAME} `) && name !== own).map((name) => caches.delete(name)));
    // The page that brought this is the first to be kept.
    await clients.claim();
  };
  event.waitUntil(old());
});

addEventListener("message", ({ data }) => { if (data === "go") skipWaiting(); });

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = request.url.split(/[?#]/)[0];
  if (request.method !== "GET" || !kept.has(address)) return;
  event.respondWith(caches.open(own).then((cache) => cache.match(address)).then((file) => file ?? fetch(request)));
});
