// How much memory the module takes, and that its small stack has room to spare.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, people, takeToResult, visit } from "./harness.mjs";

after(close);

test("after the whole quiz the module has 0.6 MB at most, and its deepest screen left half of the stack", async (t) => {
  const { page, context } = await visit({ before: (page) => page.addInitScript(() => {
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...given) => {
      const instance = await instantiate.apply(WebAssembly, given);
      globalThis.memory = Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory);
      return instance;
    };
  }) });
  await takeToResult(page, people.nlp);
  // The stack comes first and is filled from its end down; what was never used is zero.
  const [bytes, unused] = await page.evaluate(() => {
    const memory = new Uint8Array(globalThis.memory.buffer);
    return [memory.length, memory.findIndex((byte) => byte !== 0)];
  });
  t.diagnostic(`WASM memory: ${bytes / 1024} kB; never used at the end of the stack: ${unused} bytes`);
  assert.ok(bytes <= 600_000, `${bytes} bytes`);
  assert.ok(unused >= 64 * 1024, `${unused} bytes of the stack are left`);
  await context.close();
});
