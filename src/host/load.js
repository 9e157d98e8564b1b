/** Fetches what the shell is the shell of: once a page, checked against the hashes of its build. */
import { parts } from "./built.js";
import { problem } from "./problem.js";
import { script } from "./script.js";

/** Between one try and the next, in ms, or until the browser is online again. */
const PAUSES = [500, 2000];
/** The first try may take so long, in ms; each further one twice the one before. */
const PATIENCE = 15_000;

const here = (path) => new URL(path, import.meta.url).href;
let running;

/** src/host/run.js, with the module ready. */
export const load = () => (running ??= insist(here("."), fetchRun).catch((error) => { running = undefined; throw error; }));

/** A quiz that does not come with the module. */
export const read = (run, url, lang) => insist(url, (patience) => run.read(url, lang, patience));

/** Tries again where that may help; in the end, says what kind of error it was. */
async function insist(from, attempt) {
  for (let tries = 0; ; tries += 1) {
    const blocked = [];
    const notice = ({ blockedURI, disposition }) => disposition === "enforce" && blockedURI.startsWith(from) && blocked.push(blockedURI);
    document.addEventListener("securitypolicyviolation", notice);
    try {
      return await attempt(AbortSignal.timeout(PATIENCE << tries), tries);
    } catch (error) {
      // The policy is heard of in a task of its own.
      await new Promise((done) => setTimeout(done));
      if (blocked.length) throw problem("csp", blocked[0]);
      const failure = error.retryable === undefined ? problem("network", `${from}: ${error.message}`) : error;
      if (!failure.retryable || !PAUSES[tries]) throw failure;
      await new Promise((done) => {
        const signal = AbortSignal.timeout(PAUSES[tries]);
        signal.onabort = done;
        addEventListener("online", done, { once: true, signal });
      });
    } finally {
      document.removeEventListener("securitypolicyviolation", notice);
    }
  }
}

async function fetchRun(signal, tries) {
  const urls = [parts.wasm, parts.run].map(([path]) => here(path));
  try {
    const bytes = fetch(urls[0], { integrity: parts.wasm[1], signal, cache: tries ? "reload" : "default" });
    // Awaited below; until then a failure must not count as unhandled.
    bytes.catch(() => {});
    const run = await script(urls[1], parts.run[1], signal);
    await run.ready(bytes);
    return run;
  } catch (error) {
    if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError || error instanceof RangeError) throw problem("wasm-unsupported", error.message);
    // Given, but not as it was built?
    const given = await Promise.all(urls.map((url) => fetch(url, { method: "HEAD", cache: "no-store", signal }).then(({ ok }) => ok, () => false)));
    throw given.every(Boolean) ? problem("integrity", error.message) : error;
  }
}
