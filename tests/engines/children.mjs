// Programs the tests start. None outlives them: not a failure, not Ctrl-C, not the runner's timeout.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const READY_WITHIN = 15_000;
const LAST_WORDS = 2_000;
const running = new Set();

export class Child {
  #child;
  #name;
  #said = "";

  constructor(program, args, { env = {}, stdio = ["ignore", "ignore", "pipe"] } = {}) {
    // A group of its own, so that what the program starts ends with it.
    this.#child = spawn(program, args, { detached: true, stdio, env: { ...process.env, ...env } });
    this.#name = program;
    this.#child.once("error", (error) => { this.#said += error.message; });
    this.#child.stderr?.on("data", (data) => { this.#said = (this.#said + data).slice(-LAST_WORDS); });
    running.add(this.#child);
  }

  /** What arrives first on one of the program's own pipes. */
  async firstWord(descriptor) {
    let word = "";
    this.#child.stdio[descriptor].on("data", (data) => { word += data; });
    await this.until(() => word.endsWith("\n"));
    return word.trim();
  }

  /** Waits until a check holds; a program that ends first is named, with its last words. */
  async until(ready) {
    const deadline = Date.now() + READY_WITHIN;
    for (;;) {
      const met = await ready();
      // Asked even so: another program may answer on a port that this one did not get.
      if (this.#ended) throw new Error(`${this.#name} ended at once: ${this.#said.trim()}`);
      if (met) return;
      if (Date.now() > deadline) throw new Error(`${this.#name} was not ready in ${READY_WITHIN} ms: ${this.#said.trim()}`);
      await pause(20);
    }
  }

  async stop() {
    if (!this.#ended) {
      const ended = once(this.#child, "exit");
      end(this.#child, "SIGTERM");
      const stubborn = setTimeout(() => end(this.#child, "SIGKILL"), 3_000);
      await ended;
      clearTimeout(stubborn);
    }
    // The program is gone; whatever it started and left behind goes too.
    end(this.#child, "SIGKILL");
    running.delete(this.#child);
  }

  get #ended() {
    return this.#child.pid === undefined || this.#child.exitCode !== null || this.#child.signalCode !== null;
  }
}

function end(child, signal) {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

process.once("exit", () => { for (const child of running) end(child, "SIGKILL"); });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));

/** A port nobody listens on now. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Whether a server answers at all, whatever it says. */
export const answers = (address) => fetch(address).then(() => true, () => false);
