// One visit to one page with an empty cache, under given conditions.
import { EventEmitter, once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { watch } from "./watch.mjs";

const PATIENCE = 60_000;
/** A press that has not checked the radio is tried again after this long, in ms. */
const AGAIN = 10;
/** No request for so long, in ms, and a page is taken to be done. */
const QUIET = 1000;

/** Opens `url` on a fresh profile and calls `during` with what it takes to watch and to press. */
export async function visit(browser, url, tag, { network, cpu }, during) {
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
    await page.addInitScript(watch, tag);
    const arrival = (what) => once(told, what, { signal: AbortSignal.timeout(PATIENCE) })
      .then(([more]) => more, () => { throw new Error(`${url}: “${what}” did not come within ${PATIENCE / 1000} s`); });
    // Both at once: an answer to the first may be late for reasons that are the driver's alone.
    const press = ({ x, y }) => Promise.all(["mousePressed", "mouseReleased"].map((type) =>
      client.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 })));
    const result = await during({ page, client, arrival, press, requests, go: () => page.goto(url, { waitUntil: "commit" }) });
    const [seen, origin] = await page.evaluate(() => [globalThis.seen, performance.timeOrigin]);
    return { ...result, ...seen, loads: requests.list(origin) };
  } finally {
    await context.close();
  }
}

/** A visitor who presses the first choice as soon as it can be seen, then Continue. */
export const visitAndPress = (browser, url, tag, conditions) => visit(browser, url, tag, conditions, async ({ page, arrival, press, go }) => {
  const first = arrival("first"), checked = arrival("checked"), second = arrival("second");
  await go();
  const choice = await first;
  if (choice.y > 844) throw new Error(`${url}: the first choice is below the first viewport, at ${choice.y} px`);
  let presses = 1;
  for (await press(choice); !(await page.evaluate(() => globalThis.seen.isChecked())); presses += 1) {
    await pause(AGAIN);
    await press(choice);
  }
  await press(await checked);
  await second;
  return { presses };
});

/** A visitor who only reads. */
export const visitAndRead = (browser, url, tag, conditions, least = 0) => visit(browser, url, tag, conditions, async ({ page, go, requests }) => {
  await go();
  await page.waitForLoadState("load");
  const start = Date.now();
  while (Date.now() - start < least || requests.quietFor() < QUIET) await pause(100);
  return {};
});

/** Every request with its bytes: of the body as it came over the wire, and of the head. */
function traffic(client) {
  const all = new Map();
  let last = Date.now(), open = 0, zero;
  const touch = (change = 0) => { last = Date.now(); open += change; };
  client.on("Network.requestWillBeSent", ({ requestId, request: { url }, timestamp, wallTime }) => {
    if (url.startsWith("data:")) return;
    // Two clocks: the page's starts at `timeOrigin`, which is on the wall.
    zero ??= { timestamp, wallTime };
    all.set(requestId, { url, sent: timestamp, head: 0, body: 0, chunks: [] });
    touch(1);
  });
  client.on("Network.responseReceived", ({ requestId, response }) => {
    const load = all.get(requestId);
    if (load) load.head = response.encodedDataLength;
  });
  client.on("Network.dataReceived", ({ requestId, timestamp, dataLength }) => all.get(requestId)?.chunks.push([timestamp, dataLength]));
  const over = ({ requestId, timestamp, encodedDataLength = 0 }) => {
    const load = all.get(requestId);
    if (!load) return;
    load.over = timestamp;
    load.body = Math.max(0, encodedDataLength - load.head);
    touch(-1);
  };
  client.on("Network.loadingFinished", over);
  client.on("Network.loadingFailed", over);
  return {
    quietFor: () => (open > 0 ? 0 : Date.now() - last),
    list: (origin) => [...all.values()].map(({ url, sent, over, head, body, chunks }) => {
      const inPage = (timestamp) => (timestamp - zero.timestamp + zero.wallTime) * 1000 - origin;
      return { file: new URL(url).pathname.split("/").pop(), url, head, body, sent: inPage(sent), over: over && inPage(over), chunks: chunks.map(([at, bytes]) => [inPage(at), bytes]) };
    }),
  };
}

/** Body bytes of a request that had come by `time`. The browser tells the chunks unpacked alone, so
 * of what was still under way the same share counts that was unpacked. */
export function bodyBy({ over, body, chunks }, time) {
  if (over !== undefined && over <= time) return body;
  const sum = (some) => some.reduce((sum, [, bytes]) => sum + bytes, 0);
  return Math.round(body * sum(chunks.filter(([at]) => at <= time)) / Math.max(1, sum(chunks)));
}
