// What is in a PNG, read without the browser that wrote it.
import assert from "node:assert/strict";
import { inflateSync } from "node:zlib";

/** Width, height and the colour at a place, of a PNG with 8 bits a channel. */
export function decode(bytes) {
  assert.equal(bytes.toString("latin1", 0, 8), "\x89PNG\r\n\x1a\n");
  const data = [];
  let header;
  for (let at = 8, length; at < bytes.length; at += length + 12) {
    length = bytes.readUInt32BE(at);
    const chunk = bytes.subarray(at + 8, at + 8 + length);
    const kind = bytes.toString("latin1", at + 4, at + 8);
    if (kind === "IHDR") header = chunk;
    if (kind === "IDAT") data.push(chunk);
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const step = { 2: 3, 6: 4 }[header[9]];
  assert.deepEqual([header[8], header[12]], [8, 0], "8 bits a channel, not interlaced");
  const line = width * step;
  const from = inflateSync(Buffer.concat(data));
  const pixels = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = from[y * (line + 1)];
    for (let x = 0; x < line; x += 1) {
      const at = y * line + x;
      const left = x < step ? 0 : pixels[at - step];
      const above = y ? pixels[at - line] : 0;
      const corner = y && x >= step ? pixels[at - line - step] : 0;
      const guess = left + above - corner;
      const near = [left, above, corner].reduce((best, one) => (Math.abs(guess - one) < Math.abs(guess - best) ? one : best));
      pixels[at] = from[y * (line + 1) + 1 + x] + [0, left, above, (left + above) >> 1, near][filter];
    }
  }
  return { width, height, at: (x, y) => [...pixels.subarray((y * width + x) * step, (y * width + x) * step + 3)] };
}
