// One visit to one page with an empty cache, under given conditions.
import { EventEmitter, once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { traffic } from "./traffic.mjs";
import { walk } from "./walk.mjs";
import { watch, watchMemory } from "./watch.mjs";

const PATIENCE = 60_000;
/** A press that has not checked the radio is tried again after this long, in ms. */
const AGAIN = 10;
/** A walk that takes more presses than this has lost its way. */
const MOST = 120;
const KEYS = { ArrowUp: 38 };
/** How long a press is given to be worked off and painted where script time is read, in ms. */
const WORK = 40;
/** No request for so long, in ms, and a page is taken to be done. */
const QUIET = 1000;

/** Opens `url` on a fresh profile and calls `during` with what it takes to watch and to press. */
export async function visit(browser, url, variant, { network, cpu }, during) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    const requests = traffic(client);
    const told = new EventEmitter();
    client.on("Runtime.bindingCalled", ({ payload }) => { const { what, ...more } = JSON.parse(payload); told.emit(what, more); });
    await client.send("Runtime.enable");
    await client.send("Runtime.addBinding", { name: "report" });
    await client.send("Network.enable");
    if (network) await client.send("Network.emulateNetworkConditions", { offline: false, ...network });
    await client.send("Emulation.setCPUThrottlingRate", { rate: cpu });
    await page.addInitScript(watchMemory);
    await page.addInitScript(watch, variant);
    const arrival = (what) => {
      const coming = once(told, what, { signal: AbortSignal.timeout(PATIENCE) })
        .then(([more]) => more, () => { throw new Error(`${url}: “${what}” did not come within ${PATIENCE / 1000} s`); });
      // Of several awaited, the first to fail is told by who waits for it.
      coming.catch(() => {});
      return coming;
    };
    // Both at once: an answer to the first may be late for reasons that are the driver's alone.
    const press = ({ x, y }) => Promise.all(["mousePressed", "mouseReleased"].map((type) =>
      client.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 })));
    const key = (key) => Promise.all(["keyDown", "keyUp"].map((type) =>
      client.send("Input.dispatchKeyEvent", { type, key, code: key, windowsVirtualKeyCode: KEYS[key] })));
    const result = await during({ page, client, arrival, press, key, requests, go: () => page.goto(url, { waitUntil: "commit" }) });
    const [seen, origin] = await page.evaluate(() => [globalThis.seen, performance.timeOrigin]);
    return { ...result, ...seen, loads: requests.list(origin) };
  } finally {
    await context.close();
  }
}

/** Presses the first choice as soon as it can be seen, until it is checked, then Continue. */
async function begin({ page, arrival, press, go }, url) {
  const first = arrival("first"), checked = arrival("checked"), second = arrival("second");
  await go();
  const choice = await first;
  if (choice.y > 844) throw new Error(`${url}: the first choice is below the first viewport, at ${choice.y} px`);
  // Where it is by then: a quiz may move its choices once it has measured its room.
  for (let at = choice; at; at = await page.evaluate(() => globalThis.seen.unchecked())) {
    await press(at);
    await pause(AGAIN);
  }
  await press(await checked);
  await second;
}

/** A visitor who answers the first question and leaves. */
export const visitAndPress = (browser, url, variant, conditions) => visit(browser, url, variant, conditions, async (tools) => {
  await begin(tools, url);
  return {};
});

/** A visitor who answers all as `plan` says, and reads the result. With `inside`, script time and
 * memory are read too, for which every press is waited for. */
export const visitAndFinish = (browser, url, variant, conditions, plan, inside) => visit(browser, url, variant, conditions, async (tools) => {
  const { page, client, arrival, press, key } = tools;
  const done = arrival("done");
  await page.addInitScript(walk, { plan, ...variant });
  await begin(tools, url);
  if (inside) await client.send("Performance.enable");
  const script = async () => (inside ? (await client.send("Performance.getMetrics")).metrics.find(({ name }) => name === "ScriptDuration").value * 1000 : 0);
  const works = [];
  for (let step = 0; ; step += 1) {
    const to = await page.evaluate(() => globalThis.seen.next());
    if (to.over) break;
    if (step > MOST) throw new Error(`${url}: no result after ${MOST} presses; the last was on ${to.on}`);
    const before = await script();
    await (to.key ? key(to.key) : press(to));
    if (inside) {
      await pause(WORK);
      works.push(await script() - before);
    }
  }
  await done;
  // What was slow is told with the frame after it.
  await page.evaluate(async () => { for (let frame = 0; frame < 5; frame += 1) await globalThis.seen.painted(); });
  return { works, ...(inside ? await memory(tools) : {}) };
});

/** Bytes of JavaScript's heap after its garbage is collected, and of every WebAssembly memory. */
export async function memory({ page, client }) {
  await client.send("HeapProfiler.enable");
  for (let time = 0; time < 2; time += 1) await client.send("HeapProfiler.collectGarbage");
  const { usedSize: heap } = await client.send("Runtime.getHeapUsage");
  return { heap, wasm: await page.evaluate(() => globalThis.wasmMemory()) };
}

/** A visitor who scrolls through several quizzes on one page and answers the first question of each. */
export const visitAndScroll = (browser, url, variant, conditions) => visit(browser, url, variant, conditions, async (tools) => {
  const { page, press, go, requests } = tools;
  await go();
  await page.waitForFunction(() => globalThis.seen?.all !== undefined);
  const count = await page.evaluate(() => globalThis.seen.roots().length);
  for (let at = 0; at < count; at += 1) {
    for (let presses = 0; ; presses += 1) {
      const to = await page.evaluate(([at, selector]) => {
        const input = globalThis.seen.roots()[at].querySelector(selector);
        if (input.checked) return undefined;
        const label = input.closest("label");
        label.scrollIntoView({ block: "center", behavior: "instant" });
        return globalThis.seen.painted().then(() => globalThis.seen.middle(label));
      }, [at, variant.input]);
      if (!to) break;
      if (presses > MOST) throw new Error(`${url}: quiz ${at + 1} takes no answer`);
      await press(to);
    }
  }
  while (requests.quietFor() < QUIET) await pause(100);
  return { count, ...await memory(tools) };
});

/** A visitor who only reads. */
export const visitAndRead = (browser, url, variant, conditions, least = 0) => visit(browser, url, variant, conditions, async ({ page, go, requests }) => {
  await go();
  await page.waitForLoadState("load");
  const start = Date.now();
  while (Date.now() - start < least || requests.quietFor() < QUIET) await pause(100);
  return {};
});
