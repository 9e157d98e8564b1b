// What came over the wire, and when.

/** Every request with its bytes: of the body as it came over the wire, and of the head. */
export function traffic(client) {
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
