/** Fetches what the shell is the shell of: once a page, checked against the hashes of its build. */
import { parts } from "./built.js";
import { problem } from "./problem.js";

/** Between one try and the next, in ms, or until the browser is online again. */
const PAUSES = [500, 2000];
/** The first try may take so long, in ms; each further one twice the one before. */
const PATIENCE = 15_000;

const here = (path) => new URL(path, import.meta.url).href;
let running;

/** src/host/run.js with the module ready, and the text of a quiz file if one is named. */
export async function load(src) {
  const run = await (running ??= insist(fetchRun).catch((error) => { running = undefined; throw error; }));
  return [run, src && await insist(() => run.read(src))];
}

async function insist(attempt) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt(tries);
    } catch (error) {
      const { code, message } = error;
      if (!PAUSES[tries] || code === "quiz") throw problem(code, message);
      await new Promise((done) => {
        setTimeout(done, PAUSES[tries]);
        addEventListener("online", done, { once: true });
      });
    }
  }
}

async function fetchRun(tries) {
  const blocked = [];
  const notice = ({ blockedURI }) => blocked.push(blockedURI);
  document.addEventListener("securitypolicyviolation", notice);
  const signal = AbortSignal.timeout?.(PATIENCE << tries);
  try {
    const bytes = fetch(here(parts.wasm[0]), { integrity: parts.wasm[1], signal, cache: tries ? "reload" : "default" });
    // Awaited below; until then a failure must not count as unhandled.
    bytes.catch(() => {});
    const run = await script(here(parts.run[0]) + (tries ? `?try=${tries}` : ""), parts.run[1], signal);
    await run.ready(bytes);
    return run;
  } catch (error) {
    // The policy is heard of in a task of its own.
    await new Promise((done) => setTimeout(done));
    const whole = Promise.all([parts.run, parts.wasm].map(([path]) => fetch(here(path), { method: "HEAD", cache: "no-store" }).then(({ ok }) => ok, () => false)));
    error.code = blocked.some((uri) => uri.startsWith(here("."))) ? "csp"
      : error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError ? "wasm-unsupported"
      // Given, but not as it was built.
      : (await whole).every(Boolean) ? "integrity" : "network";
    throw error;
  } finally {
    document.removeEventListener("securitypolicyviolation", notice);
  }
}

/** A module whose bytes were checked: preloading puts it, once checked, where import finds it. */
async function script(url, integrity, signal) {
  const link = document.createElement("link");
  if (link.relList.supports("modulepreload")) {
    Object.assign(link, { rel: "modulepreload", href: url, integrity, crossOrigin: "" });
    await new Promise((done, fail) => {
      link.onload = done;
      link.onerror = () => fail(new Error(url));
      signal?.addEventListener("abort", link.onerror);
      document.head.append(link);
    }).finally(() => link.remove());
  }
  return import(url);
}
